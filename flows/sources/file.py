"""Files and folders on this machine: which files there are, what each holds, plain or gzipped, or standard input.

What stands inside each format is read by the modules beside this one.
"""

import contextlib
import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from flows.settings import SourceSettings
from flows.sources import json_objects, lines, tables, whole
from transforms.articles.records import Payload, Unreadable

Reader = Callable[[IO[bytes], str], Iterator[Payload | Unreadable]]

FORMATS: dict[str, Reader] = {
    ".jsonl": lines.read_lines,
    ".ndjson": lines.read_lines,
    ".json": json_objects.read_objects,
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".parquet": tables.read_parquet,
    ".txt": whole.read_text,
    ".html": whole.read_page,
    ".htm": whole.read_page,
}
"""Reader of each format by the file's ending; each may be followed by `.gz`."""
_GZIP_MAGIC = b"\x1f\x8b"
STANDARD_INPUT = "-"


class FileAdapter:
    """Reads a file, all files of a folder, or standard input (`-`, as JSON lines)."""

    def read(self, source: SourceSettings) -> Iterator[Payload | Unreadable]:
        """Yield the records of the file or of every file under the folder, in the order of their names."""
        path = source.path
        if path == STANDARD_INPUT:
            yield from lines.read_lines(sys.stdin.buffer, STANDARD_INPUT)
            return
        for file in list_files(Path(path)):
            yield from read_file(file)


def list_files(path: Path) -> Iterator[Path]:
    """Yield the files under `path` in the order of their names; hidden files and folders are left out."""
    if path.is_file():
        yield path
        return
    for child in sorted(path.iterdir()):
        if not child.name.startswith((".", "~")):
            yield from list_files(child)


def read_file(path: Path) -> Iterator[Payload | Unreadable]:
    """Yield the records of one file; what breaks while reading ends this file only."""
    locator = str(path)
    reader = FORMATS.get(format_of(path))
    if reader is None:
        known = " ".join(FORMATS)
        yield Unreadable("unknown-format", f"ending {path.suffix!r} is none of {known} (each also .gz)", locator)
        return
    try:
        with open_plain(path) as stream:
            yield from reader(stream, locator)
    except (OSError, EOFError, zlib.error) as error:
        yield Unreadable("unreadable-file", f"{type(error).__name__}: {error}", locator)


def format_of(path: Path) -> str:
    """Return the ending that tells the format: `.jsonl` for `news.jsonl.gz`."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    return (suffixes[-2] if suffixes[-1:] == [".gz"] and len(suffixes) > 1 else "".join(suffixes[-1:])) or ""


@contextlib.contextmanager
def open_plain(path: Path) -> Iterator[IO[bytes]]:
    """Open `path` for reading bytes, unpacked where its first bytes say that it is gzipped."""
    with path.open("rb") as raw:
        packed = raw.read(2) == _GZIP_MAGIC
        raw.seek(0)
        if not packed:
            yield raw
            return
        with gzip.open(raw) as unpacked:
            yield io.BufferedReader(unpacked, 1 << 20)
