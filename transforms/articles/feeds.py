"""RSS and Atom feeds as entries: address, title, text, date; whether the text is the article or a summary of it.

Fetching feeds and the pages behind them is the sources' work.
"""

import dataclasses
import io
from collections.abc import Mapping
from typing import Any

import feedparser

from transforms.articles.dates import parse_published
from transforms.articles.markup import text_of
from transforms.articles.records import RecordRefused
from transforms.articles.xml_bytes import harmless_xml

_SHORTEST_FULL_TEXT = 800  # a summary is rarely longer, an article rarely shorter when given as content


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; `stamp` changes when the feed says that the article did."""

    url: str
    fields: Mapping[str, str]
    is_full: bool
    stamp: str


@dataclasses.dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed in its order, and its title."""

    title: str
    entries: tuple[Entry, ...]


def read_feed(raw: bytes, charset: str = "") -> Feed:
    """Return the feed in `raw`; raises RecordRefused for what is none. Broken markup gives the entries before it."""
    document = harmless_xml(raw, charset=charset)
    # A stream, never a string: feedparser would take a short string for a file's name or an address.
    parsed = feedparser.parse(
        io.BytesIO(document),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not parsed.get("version") and not parsed.entries:
        raise RecordRefused("not-a-feed", f"neither RSS nor Atom: {document[:80].decode('utf-8', 'replace')!r}")
    return Feed(str(parsed.feed.get("title", "")), tuple(_entry(entry) for entry in parsed.entries))


def _entry(entry: Mapping[str, Any]) -> Entry:
    content = max((str(part.get("value") or "") for part in entry.get("content") or ()), key=len, default="")
    summary = str(entry.get("summary") or "")
    body, given = text_of(content), text_of(summary)
    text = max(body, given, key=len)
    updated = str(_own(entry, "updated") or "")
    fields = {
        "id": str(entry.get("id") or ""),
        "title": text_of(str(entry.get("title") or "")),
        "text": text,
        "url": str(entry.get("link") or ""),
        "published_at": _date(entry, "published") or _date(entry, "updated"),
        "author": str(entry.get("author") or ""),
    }
    is_full = (bool(body) and len(body) > len(given) + 100) or len(text) >= _SHORTEST_FULL_TEXT
    told = {name: value for name, value in fields.items() if value}
    return Entry(fields["url"], told, is_full, updated or fields["published_at"])


def _date(entry: Mapping[str, Any], name: str) -> str:
    """Return the entry's date as written where that can be read, else as feedparser understood it, in UTC."""
    written, understood = str(_own(entry, name) or ""), _own(entry, f"{name}_parsed")
    if parse_published(written) or not understood:
        return written
    year, month, day, hour, minute, second = understood[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"


def _own(entry: Mapping[str, Any], name: str) -> Any:
    """Return what the entry itself says; feedparser's own look-up answers with another field where it is missing."""
    return dict.get(entry, name) if isinstance(entry, dict) else entry.get(name)
