"""WARC archives such as Common Crawl News: the pages of their response records, filtered before anything is parsed.

The article in a page is found by `transforms.articles.pages`; here bytes are only looked at.
"""

import collections
from collections.abc import Iterator
from typing import IO, Any

from transforms.articles.pages_bytes import may_be_arabic
from transforms.articles.records import Payload, Unreadable
from transforms.articles.urls import host_of

LARGEST_PAGE = 10_000_000
_PACKED = ("Content-Encoding", "Transfer-Encoding")
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")


def read_warc(stream: IO[bytes], locator: str, *, hosts: tuple[str, ...] = ()) -> Iterator[Payload | Unreadable]:
    """Yield a page a response record on one of `hosts` (all when empty) whose bytes may be Arabic.

    `stream` can be read from any position; it may be packed. What the filter leaves out is one Unreadable at the end
    with the counts; a cut archive gives what stands before the cut.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    left_out: collections.Counter[str] = collections.Counter()
    try:
        kinds = WarcRecordType.response | WarcRecordType.resource
        for record in ArchiveIterator(stream, record_types=kinds, auto_decode="all", max_header_len=65_536):
            yield from _pages(record, locator, hosts, left_out)
    except BaseException as error:
        # The parser's own panics are no Exceptions; whatever else is none (an interrupt) goes on its way.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        yield Unreadable("unreadable-file", f"{type(error).__name__}: {error}"[:500], locator)
    if left_out:
        told = ", ".join(f"{count} {what}" for what, count in sorted(left_out.items()))
        yield Unreadable("filtered", f"records left out before reading: {told}", locator)


def _pages(
    record: Any, locator: str, hosts: tuple[str, ...], left_out: "collections.Counter[str]"
) -> Iterator[Payload | Unreadable]:
    """Yield the page of a record, or count why it is none; a record that cannot be read costs itself only."""
    address = record.headers.get("WARC-Target-URI", "").strip("<> ")
    place = f"{locator}@{record.stream_pos}"
    try:
        reason = _reason_to_leave_out(record, address, hosts)
        body = b"" if reason else record.reader.read(LARGEST_PAGE + 1)
        charset = (record.http_charset or "") if record.is_http else ""
        if not reason and len(body) <= LARGEST_PAGE and _is_cut(record, body):
            yield Unreadable("truncated", f"{len(body)} of {record.content_length} bytes", place, address.encode())
            return
    except (OSError, ValueError, EOFError, UnicodeError) as error:
        yield Unreadable("unreadable-record", f"{type(error).__name__}: {error}"[:300], place, address.encode())
        return
    if not reason and len(body) > LARGEST_PAGE:
        yield Unreadable("too-large", f"page of more than {LARGEST_PAGE} bytes", place, address.encode())
    elif not reason and may_be_arabic(body):
        yield Payload("page", body, place, encoding=charset, known={"url": address})
    else:
        left_out[reason or "not in Arabic"] += 1


def _is_cut(record: Any, body: bytes) -> bool:
    """Tell whether the archive ends inside the record; what was packed for its way tells no length."""
    is_packed = record.is_http and any(name in record.http_headers for name in _PACKED)
    return not is_packed and len(body) < record.content_length


def _reason_to_leave_out(record: Any, address: str, hosts: tuple[str, ...]) -> str:
    if hosts and not is_on_hosts(address, hosts):
        return "on other hosts"
    if record.is_http:
        if record.http_headers.status_code != 200:
            return "that are no page (status)"
        if (record.http_content_type or "").lower() not in _PAGE_TYPES:
            return "that are no page (type)"
    return ""


def is_on_hosts(address: str, hosts: tuple[str, ...]) -> bool:
    """Tell whether an address is on one of `hosts` or on a subdomain of one."""
    host = host_of(address) or ""
    return any(host == (known := name.lower().removeprefix("www.")) or host.endswith(f".{known}") for name in hosts)
