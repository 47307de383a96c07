"""Files that are one article each: plain text and HTML pages.

A file is only bounded and handed on; its text is found by `transforms.articles`.
"""

from collections.abc import Iterator
from typing import IO

from transforms.articles.records import Form, Payload, Unreadable, article_name

LARGEST_FILE = 10_000_000


def read_text(stream: IO[bytes], locator: str) -> Iterator[Payload | Unreadable]:
    """Yield the one payload of a text file."""
    record = _whole(stream, locator, "text")
    if isinstance(record, Payload) and isinstance(record.data, bytes) and _lists_addresses(record.data):
        advice = 'a list of addresses holds no text: read its pages with a source of kind = "urls"'
        record = Unreadable("lists-pages", advice, locator, record.data[:400])
    yield record


def read_page(stream: IO[bytes], locator: str) -> Iterator[Payload | Unreadable]:
    """Yield the one payload of an HTML file."""
    yield _whole(stream, locator, "page")


def _lists_addresses(raw: bytes) -> bool:
    lines = [words for line in raw.removeprefix(b"\xef\xbb\xbf").splitlines() if (words := line.split())]
    addresses = [words for words in lines if not words[0].startswith(b"#")]
    return bool(addresses) and all(
        len(words) == 1 and words[0].lower().startswith((b"http://", b"https://")) for words in addresses
    )


def _whole(stream: IO[bytes], locator: str, form: Form) -> Payload | Unreadable:
    raw = stream.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        return Unreadable("too-large", f"file of more than {LARGEST_FILE} bytes", locator, raw[:400])
    if not raw.strip():
        return Unreadable("no-text", "the file is empty", locator)
    folder = article_name(locator.rpartition("/")[0])
    return Payload(form, raw, locator, encoding="", name=article_name(locator), folder=folder)
