"""Files and folders, here or on S3: which files there are, what each holds, plain, gzipped or in a zip archive.

What stands inside each format is read by the modules beside this one.
"""

import contextlib
import dataclasses
import itertools
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from flows.source_settings import STANDARD_INPUT, SourceSettings
from flows.sources import feed, json_objects, lines, tables, telegram, warc, whole
from flows.sources.adapter import Mark, Memory, Record
from flows.sources.locations import File, list_files, open_file, standard_input
from flows.sources.unpack import BROKEN, open_member, open_plain, plain_stream, safe_name, seekable_copy, zip_members
from transforms.articles.records import Payload, Unreadable, article_name

__all__ = ["FORMATS", "FileAdapter", "format_of", "list_files", "open_plain", "read_file"]

Reader = Callable[[IO[bytes], str], Iterator[Payload | Unreadable]]

FORMATS: dict[str, Reader] = {
    ".jsonl": lines.read_lines,
    ".ndjson": lines.read_lines,
    ".json": json_objects.read_objects,
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".parquet": tables.read_parquet,
    ".txt": whole.read_text,
    ".html": telegram.read_page_or_export,
    ".htm": telegram.read_page_or_export,
    ".xml": feed.read_saved_feed,
    ".rss": feed.read_saved_feed,
    ".atom": feed.read_saved_feed,
    ".warc": warc.read_warc,
}
"""Reader of each format by the file's ending; each may be followed by `.gz`, and stand in a `.zip`."""
_ARCHIVE = ".zip"
_UNREAD = (
    ".md",
    ".rst",
    ".toml",
    ".yaml",
    ".yml",
    ".py",
    ".log",
    ".css",
    ".js",
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
)
"""Endings of what lies about beside articles: no article, and no reject either."""
_CHUNK = 500
_RECORDS_A_MARK = 500
_READING = "1"  # a new number here makes later runs read again what they had finished


class FileAdapter:
    """Reads a file, all files of a folder or of an S3 prefix, or standard input (`-`, as JSON lines)."""

    def read(self, source: SourceSettings, memory: Memory) -> Iterator[Record]:
        """Yield the records of every file that is new or changed, in the order of their names."""
        if source.location == STANDARD_INPUT:
            yield from lines.read_lines(standard_input(), STANDARD_INPUT)
            return
        files = list_files(source.location, source)
        while chunk := list(itertools.islice(files, _CHUNK)):
            known = memory.recall([file.address for file in chunk])
            for file in chunk:
                yield from _new_records(file, source, memory, known.get(file.address))


def _new_records(file: File, source: SourceSettings, memory: Memory, mark: Mark | None) -> Iterator[Record]:
    """Yield the records of a file after those that an earlier run stored, with marks between them."""
    fingerprint = f"{file.fingerprint}/{_READING}/{','.join(source.hosts)}"
    before = mark.n_records if mark and mark.fingerprint == fingerprint else 0
    if mark and mark.fingerprint == fingerprint and mark.is_done:
        memory.skip(file.address)
        return
    number = 0
    for number, record in enumerate(read_file(file, hosts=source.hosts), 1):
        if number <= before:
            continue
        yield record
        if number % _RECORDS_A_MARK == 0:
            yield Mark(file.address, fingerprint, number, is_done=False)
    if fingerprint and file.fingerprint:
        yield Mark(file.address, fingerprint, number)


def read_file(file: File | Path, *, hosts: tuple[str, ...] = ()) -> Iterator[Payload | Unreadable]:
    """Yield the records of one file; what breaks while reading ends this file only."""
    file = File.of(file) if isinstance(file, Path) else file
    ending = format_of(file.address)
    if ending in _UNREAD:
        return
    if ending != _ARCHIVE and ending not in FORMATS:
        yield _unknown_format(file.address)
        return
    try:
        with open_file(file) as raw:
            if ending == _ARCHIVE:
                yield from _read_archive(raw, file.address, hosts)
                return
            if ending == ".warc":
                yield from warc.read_warc(raw, file.address, hosts=hosts)
                return
            with plain_stream(raw) as stream:
                yield from _read_stream(stream, file.address, ending, hosts)
    except BROKEN as error:
        yield Unreadable("unreadable-file", f"{type(error).__name__}: {error}"[:500], file.address)


def _read_archive(raw: IO[bytes], address: str, hosts: tuple[str, ...]) -> Iterator[Payload | Unreadable]:
    """Yield the records of an archive's members; a member that is broken costs itself only."""
    with zipfile.ZipFile(raw) as archive:
        for member in zip_members(archive):
            locator = f"{address}!{safe_name(member.filename)}"
            ending = format_of(locator)
            if ending in _UNREAD:
                continue
            if ending not in FORMATS:
                yield _unknown_format(locator)
                continue
            try:
                with open_member(archive, member) as stream:
                    yield from _read_stream(stream, locator, ending, hosts)
            except BROKEN as error:
                yield Unreadable("unreadable-file", f"{type(error).__name__}: {error}"[:500], locator)


def _read_stream(
    stream: IO[bytes], locator: str, ending: str, hosts: tuple[str, ...]
) -> Iterator[Payload | Unreadable]:
    if ending == ".warc":
        with seekable_copy(stream) as copy:
            yield from warc.read_warc(copy, locator, hosts=hosts)
        return
    stem = article_name(locator.replace("!", "/")).partition(".")[0]
    for record in FORMATS[ending](stream, locator):
        if isinstance(record, Payload) and not record.folder and not record.known:
            yield dataclasses.replace(record, folder=stem)
        else:
            yield record


def _unknown_format(locator: str) -> Unreadable:
    known = " ".join((*FORMATS, _ARCHIVE))
    return Unreadable("unknown-format", f"none of the endings {known} (each also .gz)", locator)


def format_of(name: str | Path) -> str:
    """Return the ending that tells the format: `.jsonl` for `news.jsonl.gz`, '' without one."""
    parts = article_name(str(name).replace("!", "/")).lower().split(".")
    endings = [f".{part}" for part in parts[1:]]
    with contextlib.suppress(IndexError):
        return endings[-2] if endings[-1] == ".gz" and len(endings) > 1 else endings[-1]
    return ""
