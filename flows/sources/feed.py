"""Kinds `rss` and `atom`: a feed's entries, with the full text from their pages where the feed gives a summary.

A feed that was saved to a file gives what it holds; nothing is fetched for it. Parsing is
`transforms.articles.feeds`'; fetching, `web`'s.
"""

import re
from collections.abc import Generator, Iterator
from typing import IO

from flows.source_settings import SourceSettings
from flows.sources.adapter import Mark, Memory, Record
from flows.sources.web.crawl import Wanted, fetch_pages
from flows.sources.web.fetch import LARGEST_BODY, Fetcher
from flows.time_limit import within_limit
from transforms.articles.feeds import Entry, Feed, read_feed
from transforms.articles.records import Payload, RecordRefused, Unreadable
from transforms.contracts.ids import content_id

_SITEMAP = re.compile(rb"<(?:urlset|sitemapindex)\b")


class FeedAdapter:
    """Reads the entries of a feed that are new or that the feed says were changed."""

    def read(self, source: SourceSettings, memory: Memory) -> Iterator[Record]:
        """Yield the new entries; the feed itself is marked after them, so that a killed run loses none."""
        address = source.location
        before = memory.recall([address]).get(address)
        with Fetcher.for_source(source) as fetcher:
            fetched = fetcher.fetch(
                address,
                etag=before.etag if before else None,
                last_modified=before.last_modified if before else None,
            )
            if fetched.is_unchanged:
                memory.skip(address)
                return
            if fetched.failure:
                yield Unreadable(fetched.failure, fetched.detail, address)
                return
            try:
                feed = within_limit(read_feed, fetched.body, fetched.charset)
            except RecordRefused as refused:
                yield Unreadable(refused.reason, refused.detail, address, fetched.body[:400])
                return
            n_left = yield from _entries(feed, fetcher, source, memory)
        if not n_left:
            yield Mark(address, "", len(feed.entries), etag=fetched.etag, last_modified=fetched.last_modified)


def read_saved_feed(stream: IO[bytes], locator: str) -> Iterator[Payload | Unreadable]:
    """Yield the entries of a feed in a file with the texts that it holds; a sitemap holds none and is Unreadable."""
    raw = stream.read(LARGEST_BODY + 1)
    if len(raw) > LARGEST_BODY:
        yield Unreadable("too-large", f"feed of more than {LARGEST_BODY} bytes", locator, raw[:400])
        return
    try:
        feed = within_limit(read_feed, raw)
    except RecordRefused as refused:
        yield _no_feed(refused, raw, locator)
        return
    for number, entry in enumerate(feed.entries, 1):
        yield Payload("cells", {**entry.fields}, f"{locator}#{number}", basis="feed", folder=feed.title)


def _no_feed(refused: RecordRefused, raw: bytes, locator: str) -> Unreadable:
    if refused.reason == "not-a-feed" and _SITEMAP.search(raw[:4096]):
        advice = 'a sitemap names pages and holds none: read the site with a source of kind = "sitemap"'
        return Unreadable("lists-pages", advice, locator, raw[:400])
    return Unreadable(refused.reason, refused.detail, locator, raw[:400])


def _entries(feed: Feed, fetcher: Fetcher, source: SourceSettings, memory: Memory) -> Generator[Record, None, int]:
    """Yield the entries that are not known yet; returns how many pages could not be read and are to be tried again."""
    known = memory.recall([_address(entry, source) for entry in feed.entries])
    wanted: list[Wanted] = []
    for entry in feed.entries:
        address, stamp = _address(entry, source), _stamp(entry)
        if address in known and known[address].fingerprint == stamp:
            memory.skip(address)
        elif _wants_page(entry, source):
            wanted.append(Wanted(entry.url, stamp, _beside_the_page(entry), mark=known.get(address)))
        else:
            yield Payload("cells", dict(entry.fields), address, basis="feed")
            yield Mark(address, stamp, 1)
    n_read = 0
    for record in fetch_pages(fetcher, wanted, source):
        n_read += isinstance(record, Mark)
        yield record
    return len(wanted) - n_read


def _wants_page(entry: Entry, source: SourceSettings) -> bool:
    if not entry.url.startswith(("http://", "https://")) or source.full_text == "never":
        return False
    return source.full_text == "always" or not entry.is_full


def _beside_the_page(entry: Entry) -> dict[str, str]:
    """Return what a feed tells about a page besides its text; the summary is no part of the article."""
    return {name: value for name, value in entry.fields.items() if name != "text"}


def _address(entry: Entry, source: SourceSettings) -> str:
    return entry.url or f"{source.location}#{entry.fields.get('id') or content_id(*entry.fields.values())}"


def _stamp(entry: Entry) -> str:
    """Return what changes with the entry: the feed's stamp, and title and text as given."""
    return content_id(entry.stamp, entry.fields.get("title"), entry.fields.get("text"))
