"""Packed files opened without trust: gzip streams, and the members of zip archives.

Nothing is written to disk under a name from an archive; a stream that unpacks to far too much is cut off.
"""

import contextlib
import gzip
import io
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

GZIP_MAGIC = b"\x1f\x8b"
FREE_BYTES = 64_000_000
"""Bytes that any stream may unpack to; beyond, LARGEST_RATIO counts."""
LARGEST_RATIO = 250
"""Arabic news packs to an eighth, the most repetitive table to a hundredth; a bomb to a thousandth."""
BUFFER = 1 << 20
_ENCRYPTED = 0x1
BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)
"""What reading a packed stream may raise when it is broken, truncated, encrypted or a bomb."""


class BombError(OSError):
    """A stream that unpacks to far more than anybody's articles."""


class Guarded(io.RawIOBase):
    """Counts what comes out of a packed stream, and raises BombError when it is out of proportion to what went in."""

    def __init__(self, stream: IO[bytes], packed: Callable[[], int]) -> None:
        self._stream, self._packed = stream, packed
        self._n_bytes = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer` with the next bytes."""
        chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._n_bytes += len(chunk)
        if self._n_bytes > FREE_BYTES and self._n_bytes > LARGEST_RATIO * max(self._packed(), 1):
            raise BombError(f"unpacks to more than {LARGEST_RATIO} times its size (cut off at {self._n_bytes} bytes)")
        return len(chunk)


@contextlib.contextmanager
def open_plain(path: Path) -> Iterator[IO[bytes]]:
    """Open `path` for reading bytes, unpacked where its first bytes say that it is gzipped."""
    with path.open("rb") as raw, plain_stream(raw) as stream:
        yield stream


@contextlib.contextmanager
def plain_stream(raw: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give a seekable stream itself, or what it unpacks to where its first bytes say that it is gzipped."""
    packed = raw.read(2) == GZIP_MAGIC
    raw.seek(0)
    if not packed:
        yield raw
        return
    with gzip.open(raw) as unpacked:
        yield io.BufferedReader(Guarded(unpacked, raw.tell), BUFFER)  # type: ignore[arg-type]


def zip_members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the members that are files; folders, links and what operating systems add are left out."""
    for member in archive.infolist():
        mode = member.external_attr >> 16
        name = member.filename.rstrip("/").rpartition("/")[2]
        hidden = name.startswith((".", "~")) or member.filename.startswith("__MACOSX/")
        if not member.is_dir() and not stat.S_ISLNK(mode) and not hidden:
            yield member


@contextlib.contextmanager
def open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
    """Open a member of an archive, unpacked twice where it is gzipped itself; its stream is guarded."""
    if member.flag_bits & _ENCRYPTED:
        raise BombError("the member is encrypted")
    with archive.open(member) as packed:
        stream = io.BufferedReader(Guarded(packed, lambda: max(member.compress_size, 1)), BUFFER)
        if stream.peek(2)[:2] != GZIP_MAGIC:
            yield stream
            return
        with gzip.open(stream) as unpacked:
            yield io.BufferedReader(Guarded(unpacked, lambda: max(member.compress_size, 1)), BUFFER)  # type: ignore[arg-type]


@contextlib.contextmanager
def seekable_copy(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give the bytes of `stream` as a temporary file without a name, for readers that must go back."""
    with tempfile.TemporaryFile() as copy:
        while chunk := stream.read(BUFFER):
            copy.write(chunk)
        copy.seek(0)
        yield copy


def safe_name(name: str) -> str:
    """Return a member's name for showing: no way out of the archive, no control or direction characters."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "".join(char for char in "/".join(parts) if char.isprintable())
