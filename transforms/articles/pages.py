"""The article in an HTML page: title, text, dates, canonical address, site; menus, tickers and scripts stay outside.

Fetching pages is the sources' work. Trafilatura reads the page; what the page states about itself is `page_metadata`.
"""

import logging
import re

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from transforms.articles.dates import parse_published
from transforms.articles.encoding import decode_page
from transforms.articles.page_metadata import stated_canonical, stated_dates
from transforms.articles.records import Fields, RecordRefused
from transforms.text.normalize import normalize

LARGEST_PAGE = 10_000_000
"""Bytes above which a page is refused unread."""
MOST_TAGS = 150_000
"""Tags above which it is refused: a long article has some thousands, and finding the article takes their square."""
_LONGEST_DATELINE = 80
_SHORTEST_PARAGRAPH = 40  # what has no line of this length is a menu
_WORD = re.compile(r"\w+")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read_page(raw: bytes, *, charset: str = "", url: str | None = None) -> Fields:
    """Return the fields of the article in a page; raises RecordRefused when there is none.

    `charset` is the answer's declaration. `url` is where the page was fetched: a canonical address on another host
    does not count, or any page could pass itself off as another outlet's.
    """
    if len(raw) > LARGEST_PAGE:
        raise RecordRefused("too-large", f"page of {len(raw)} bytes, the limit is {LARGEST_PAGE}")
    if (n_tags := raw.count(b"<")) > MOST_TAGS:
        raise RecordRefused("too-large", f"page of {n_tags} tags, the limit is {MOST_TAGS}")
    tree = _tree(raw, charset)
    dates = stated_dates(tree)
    canonical = stated_canonical(tree, fetched=url)
    document = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    if not isinstance(document, Document) or not _is_article(document.text):
        raise RecordRefused("no-text", "no article text was found in the page")
    title, text = document.title, _without_headline(document.text or "", document.title)
    values = {
        "url": canonical or url or document.url,
        "title": title,
        "text": text,
        "source": document.sitename,
        "author": document.author,
        "language": document.language,
    }
    dates += _dates_in_text(text, document.date)
    if dates:
        values["published_at"] = dates[0][1]
    return Fields({name: value for name, value in values.items() if value}, dates)


def _tree(raw: bytes, charset: str) -> HtmlElement:
    text = decode_page(raw, header=charset)
    if text is None:
        raise RecordRefused("broken-encoding", f"the page is text in no encoding that is known: {raw[:40]!r}")
    tree = trafilatura.load_html(_UNREADABLE.sub("", text))
    if tree is None:
        raise RecordRefused("broken-page", "not readable as HTML")
    return tree


def _is_article(text: str | None) -> bool:
    """Tell whether a text has a paragraph; one without is a menu, or the message that a page is not there."""
    return bool(text) and max(map(len, (text or "").splitlines())) >= _SHORTEST_PARAGRAPH


def _without_headline(text: str, title: str | None) -> str:
    """Return `text` without a first line that only repeats the title."""
    first, _, rest = text.lstrip().partition("\n")
    if title and rest.strip() and _bare(first) == _bare(title):
        return rest.lstrip("\n")
    return text


def _bare(line: str) -> list[str]:
    return _WORD.findall(normalize(line))


def _dates_in_text(text: str, guessed: str | None) -> tuple[tuple[str, str], ...]:
    """Return the dates that only the text tells: a first line that is a date of its own, then htmldate's find."""
    first = text.lstrip().partition("\n")[0].strip()
    dateline = first if len(first) <= _LONGEST_DATELINE and parse_published(first) else None
    return tuple(("text", cell) for cell in (dateline, guessed) if cell)
