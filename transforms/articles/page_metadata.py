"""What an HTML page states about itself: its dates in the order of trust, and its canonical address.

Its text is found by `pages`; whether a date can be true is judged in `published`.
"""

import contextlib
import json
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml.html import HtmlElement

from transforms.articles.urls import canonical_url, host_of

_META_DATES = (
    "//meta[@property='article:published_time' or @itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='parsely-pub-date' or @name='DC.date.issued']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
    "//article//time/@datetime",
    "//time/@datetime",
)
_CANONICAL = "//link[@rel='canonical']/@href"
_OG_URL = "//meta[@property='og:url']/@content"
_DEEPEST = 6
_MOST_DATES = 6


def stated_dates(tree: HtmlElement) -> tuple[tuple[str, str], ...]:
    """Return the dates of publication that the page states as (basis, cell): JSON-LD first, then meta elements."""
    scripts = (str(script) for script in tree.xpath("//script[@type='application/ld+json']/text()"))
    found = [("json-ld", date) for script in scripts for date in _json_ld_dates(script)]
    found += [("meta", str(cell).strip()) for path in _META_DATES for cell in tree.xpath(path)]
    return tuple(dict.fromkeys(pair for pair in found if pair[1]))[:_MOST_DATES]


def stated_canonical(tree: HtmlElement, *, fetched: str | None = None) -> str | None:
    """Return the page's own canonical address when it names an article on the host that it was fetched from."""
    for path in (_CANONICAL, _OG_URL):
        for href in tree.xpath(path):
            address = urljoin(fetched or "", str(href).strip())
            if canonical_url(address) and (fetched is None or host_of(address) == host_of(fetched)):
                return address
    return None


def _json_ld_dates(script: str) -> Iterator[str]:
    """Yield the values of `datePublished`; a script that is no JSON is searched as text."""
    with contextlib.suppress(ValueError, RecursionError):
        yield from _dates_under(json.loads(script, strict=False), _DEEPEST)
        return
    _, marker, rest = script.partition('"datePublished"')
    quoted = rest.split('"', 2)
    if marker and len(quoted) == 3:
        yield quoted[1].strip()


def _dates_under(value: object, depth: int) -> Iterator[str]:
    if depth and isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"].strip()
        for child in value.values():
            yield from _dates_under(child, depth - 1)
    elif depth and isinstance(value, list):
        for child in value:
            yield from _dates_under(child, depth - 1)
