"""Tables of records: CSV and TSV with a header, and Parquet.

Which column is which field is decided by `transforms.articles.fields`.
"""

import csv
import io
import tempfile
from collections.abc import Iterator
from typing import IO, Any

from transforms.articles.encoding import UnreadableBytesError, detect_encoding
from transforms.articles.fields import known_names
from transforms.articles.records import Payload, Unreadable

_SAMPLE_BYTES = 65_536
_LONGEST_CELL = 4_000_000
_DELIMITERS = (",", "\t", ";", "|")
_PARQUET_BATCH = 500


def read_csv(stream: IO[bytes], locator: str) -> Iterator[Payload | Unreadable]:
    """Yield a payload a row; bytes that are no text in the file's encoding spoil their own row only."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    sample = buffered.peek(_SAMPLE_BYTES)[:_SAMPLE_BYTES]
    try:
        encoding = detect_encoding(sample)
    except UnreadableBytesError as error:
        yield Unreadable("broken-encoding", str(error), locator, sample[:400])
        return
    text = io.TextIOWrapper(
        buffered, encoding="utf-8-sig" if encoding == "utf-8" else encoding, errors="surrogateescape", newline=""
    )
    csv.field_size_limit(_LONGEST_CELL)
    head = sample.decode(encoding, errors="replace").partition("\n")[0]
    rows = csv.reader(text, delimiter=max(_DELIMITERS, key=head.count))
    yield from _records(rows, locator)


def _records(rows: Any, locator: str) -> Iterator[Payload | Unreadable]:
    header: list[str] = next(rows, [])
    if not {"text", "title"} & known_names(header):
        found = ", ".join(header)[:200]
        yield Unreadable("no-header", f"the first row names neither text nor title: {found}", f"{locator}:1")
        return
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Unreadable("broken-row", str(error), f"{locator}:{rows.line_num}")
            continue
        if not any(cells):
            continue
        place = f"{locator}:{rows.line_num}"
        if len(cells) > len(header):
            detail = f"{len(cells)} cells, the header has {len(header)}"
            yield Unreadable("broken-row", detail, place, " | ".join(cells).encode("utf-8", "replace")[:400])
        else:
            yield Payload("cells", dict(zip(header, cells, strict=False)), place)


def read_parquet(stream: IO[bytes], locator: str) -> Iterator[Payload | Unreadable]:
    """Yield a payload a row, a row group at a time; a file that Arrow cannot read is one Unreadable."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with _seekable(stream) as file:
            for batch in pq.ParquetFile(file).iter_batches(_PARQUET_BATCH):
                for row in batch.to_pylist():
                    number += 1
                    yield Payload("cells", row, f"{locator}:{number}")
    except (pa.ArrowException, OSError, ValueError) as error:
        yield Unreadable("unreadable-file", f"{type(error).__name__}: {error}"[:500], f"{locator}:{number + 1}")


def _seekable(stream: IO[bytes]) -> IO[bytes]:
    """Return a stream that can be read from its end: an unpacked one is copied to a temporary file."""
    if isinstance(getattr(stream, "raw", None), io.FileIO) or hasattr(stream, "blocksize"):
        return stream
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the caller
    while chunk := stream.read(1 << 20):
        copy.write(chunk)
    copy.seek(0)
    return copy
