"""The article in an HTML page: title, text, date, canonical address, site; menus and tickers stay outside.

Fetching pages is the sources' work. Trafilatura reads the page, htmldate (inside it) the date.
"""

import contextlib
import logging

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from transforms.articles.dates import parse_published
from transforms.articles.encoding import UnreadableBytesError, decode, detect_encoding
from transforms.articles.records import Fields, RecordRefused

LARGEST_PAGE = 10_000_000
"""Bytes above which a page is refused unread."""
_META_DATES = (
    ("json-ld", "//script[@type='application/ld+json']/text()"),
    ("meta", "//meta[@property='article:published_time' or @itemprop='datePublished' or @name='pubdate']/@content"),
    ("meta", "//time/@datetime"),
)
_LONGEST_DATELINE = 80
_SHORTEST_PARAGRAPH = 40  # what has no line of this length is a menu

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_page(raw: bytes) -> Fields:
    """Return the fields of the article in a page; raises RecordRefused when there is none."""
    if len(raw) > LARGEST_PAGE:
        raise RecordRefused("too-large", f"page of {len(raw)} bytes, the limit is {LARGEST_PAGE}")
    tree = _tree(raw)
    date, basis = _published(tree)
    document = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    if (
        not isinstance(document, Document)
        or not document.text
        or max(map(len, document.text.splitlines())) < _SHORTEST_PARAGRAPH
    ):
        raise RecordRefused("no-text", "no article text was found in the page")
    values = {
        "url": document.url,
        "title": document.title,
        "text": document.text,
        "published_at": date or _dateline(document.text) or document.date,
        "source": document.sitename,
        "language": document.language,
    }
    return Fields({name: value for name, value in values.items() if value}, basis if date else "text")


def _tree(raw: bytes) -> HtmlElement:
    declared = raw[:2048].lower()
    text: str | None = None
    with contextlib.suppress(UnreadableBytesError):
        if b"charset=" not in declared or b"utf-8" in declared or b"1256" in declared:
            text = decode(raw, encoding=detect_encoding(raw))
    tree = trafilatura.load_html(text if text is not None else raw)
    if tree is None:
        raise RecordRefused("broken-page", "not readable as HTML")
    return tree


def _published(tree: HtmlElement) -> tuple[str | None, str]:
    """Return the date that the page's own metadata states, and where it stood."""
    for basis, path in _META_DATES:
        for found in tree.xpath(path):
            value = _date_in_json_ld(str(found)) if basis == "json-ld" else str(found).strip()
            if value:
                return value, basis
    return None, "text"


def _dateline(text: str) -> str | None:
    """Return the first line of a text when it is a line such as "السبت، 20 تموز 2019، 14:00" (a date of its own)."""
    first = text.lstrip().partition("\n")[0].strip()
    return first if len(first) <= _LONGEST_DATELINE and parse_published(first) else None


def _date_in_json_ld(script: str) -> str | None:
    marker = script.find('"datePublished"')
    if marker < 0:
        return None
    quoted = script[marker + len('"datePublished"') :].split('"', 2)
    return quoted[1].strip() if len(quoted) == 3 else None
