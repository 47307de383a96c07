"""Where files lie: on this machine, on S3 and whatever else fsspec opens, or behind a web address.

What a file holds is not looked at here.
"""

import contextlib
import dataclasses
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from flows.errors import ConfigError
from flows.source_settings import SourceSettings

_BLOCK = 4 << 20
LARGEST_DOWNLOAD = 20_000_000_000


@dataclasses.dataclass(frozen=True, slots=True)
class File:
    """One file: its address, a fingerprint that changes with its content, and what opens it (None: this machine)."""

    address: str
    fingerprint: str = ""
    system: Any = None
    source: SourceSettings | None = None

    @classmethod
    def of(cls, path: Path) -> "File":
        """Return a file of this machine."""
        status = path.stat()
        return cls(str(path), f"{status.st_size}-{status.st_mtime_ns}")


def list_files(location: str | Path, source: SourceSettings | None = None) -> Iterator[File]:
    """Yield the files at `location` in the order of their names; hidden ones are left out.

    Links to folders are not followed, so that no loop and no way out of the folder is.
    """
    address = str(location)
    if address.startswith(("http://", "https://")):
        yield File(address, "", None, source)
    elif "://" in address:
        yield from _remote_files(address)
    else:
        yield from _local_files(Path(address))


@contextlib.contextmanager
def open_file(file: File) -> Iterator[IO[bytes]]:
    """Open a file for reading bytes; it can be read from any position."""
    if file.system is not None:
        with file.system.open(file.address, "rb", block_size=_BLOCK) as stream:
            yield cast("IO[bytes]", stream)
    elif file.address.startswith(("http://", "https://")):
        with _downloaded(file) as stream:
            yield stream
    else:
        with Path(file.address).open("rb") as stream:
            yield stream


def standard_input() -> IO[bytes]:
    """Return standard input as bytes."""
    return sys.stdin.buffer


def _local_files(path: Path) -> Iterator[File]:
    if not path.is_dir():
        if path.is_file():
            yield File.of(path)
        elif not path.exists():
            raise FileNotFoundError(f"{path} does not exist (any more)")
        return
    with os.scandir(path) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith((".", "~")))
    for name in names:
        child = path / name
        if child.is_dir():
            if not child.is_symlink():
                yield from _local_files(child)
        elif child.is_file():  # no pipes, sockets or devices: they may have no end
            yield File.of(child)


def _remote_files(address: str) -> Iterator[File]:
    """Yield the files under an address of fsspec such as `s3://bucket/folder`."""
    system, path = _file_system(address)
    found = system.find(path, detail=True) or {}
    for name in sorted(found):
        entry = found[name]
        stamp = entry.get("ETag") or entry.get("mtime") or entry.get("LastModified") or ""
        if not name.rpartition("/")[2].startswith((".", "~")):
            yield File(system.unstrip_protocol(name), f"{entry.get('size')}-{stamp}", system)


def _file_system(address: str) -> tuple[Any, str]:
    try:
        import fsspec

        return cast("tuple[Any, str]", fsspec.core.url_to_fs(address))
    except (ImportError, ValueError) as error:
        kind = address.partition("://")[0]
        extra = "; install it with: pip install 'marsad[s3]'" if kind == "s3" else ""
        raise ConfigError(f"{address}: files of {kind}:// cannot be opened here: {error}{extra}") from error


@contextlib.contextmanager
def _downloaded(file: File) -> Iterator[IO[bytes]]:
    """Give the file behind a web address, brought to a temporary file that is gone afterwards."""
    from flows.sources.web.fetch import Fetcher

    with tempfile.TemporaryFile() as copy:
        with Fetcher.for_source(file.source or SourceSettings(name=file.address)) as fetcher:
            fetcher.download(file.address, copy, limit=LARGEST_DOWNLOAD)
        copy.seek(0)
        yield cast("IO[bytes]", copy)
