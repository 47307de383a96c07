"""JSON Lines: one record a line, in UTF-8 or Windows-1256.

A line that is no JSON is found out later, where it is read; here lines are only cut and bounded.
"""

from collections.abc import Iterator
from typing import IO

from transforms.articles.encoding import UnreadableBytesError, detect_encoding
from transforms.articles.records import Payload, Unreadable

LONGEST_LINE = 32_000_000
_SAMPLE_BYTES = 65_536


def read_lines(stream: IO[bytes], locator: str) -> Iterator[Payload | Unreadable]:
    """Yield a payload a line that is not blank; a line over LONGEST_LINE bytes is skipped as Unreadable."""
    encoding = ""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        place = f"{locator}:{number}"
        encoding = encoding or _encoding_of(line)
        if len(line) >= LONGEST_LINE and not line.endswith(b"\n"):
            yield Unreadable("too-large", f"line of more than {LONGEST_LINE} bytes", place, line[:400])
            _skip_line(stream)
        elif stripped := line.strip(b" \t\r\n\x00\xef\xbb\xbf"):
            yield Payload("json", stripped, place, encoding or "utf-8")


def _encoding_of(line: bytes) -> str:
    """Return the encoding of the first line that is not plain ASCII; '' while it cannot be told."""
    sample = line[:_SAMPLE_BYTES]
    if sample.isascii():
        return ""
    try:
        return detect_encoding(sample).removesuffix("-sig")
    except UnreadableBytesError:
        return ""


def _skip_line(stream: IO[bytes]) -> None:
    while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass
