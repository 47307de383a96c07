"""Kind `sitemap`: the pages that a site lists in a sitemap, a news sitemap or an index of sitemaps.

Parsing is `transforms.articles.sitemaps`'; fetching, `web`'s.
"""

import datetime as dt
import zlib
from collections.abc import Iterator

from flows.source_settings import SourceSettings
from flows.sources.adapter import Mark, Memory, Record
from flows.sources.web.crawl import Wanted, fetch_pages
from flows.sources.web.fetch import Fetched, Fetcher
from flows.time_limit import within_limit
from transforms.articles.dates import parse_published
from transforms.articles.records import RecordRefused, Unreadable
from transforms.articles.sitemaps import Listed, Sitemap, read_sitemap

LARGEST_SITEMAP = 52_428_800
"""Bytes, as the sitemap protocol limits them."""
_MOST_SITEMAPS = 200
_DEEPEST = 3
_GZIP = b"\x1f\x8b"


class SitemapAdapter:
    """Reads the pages of a site's sitemaps that are new or changed by their `lastmod`."""

    def read(self, source: SourceSettings, memory: Memory) -> Iterator[Record]:
        """Yield the pages, those of the newest sitemaps first; failures of a sitemap cost its own pages only."""
        with Fetcher.for_source(source) as fetcher:
            walk = _Walk(fetcher, source, memory)
            yield from fetch_pages(fetcher, walk.pages(source.location, _DEEPEST), source)
            yield from walk.failures


class _Walk:
    """Goes through sitemaps and their indexes; what could not be read is in `failures`."""

    def __init__(self, fetcher: Fetcher, source: SourceSettings, memory: Memory) -> None:
        self._fetcher, self._source, self._memory = fetcher, source, memory
        self._seen: set[str] = set()
        self.failures: list[Unreadable] = []
        days = source.max_age_days
        self._oldest = dt.datetime.now(dt.UTC) - dt.timedelta(days=days) if days else None

    def pages(self, address: str, depth: int) -> Iterator[Wanted]:
        """Yield the wanted pages of the sitemap at `address` and of those that it leads to."""
        if address in self._seen or len(self._seen) >= _MOST_SITEMAPS:
            return
        self._seen.add(address)
        sitemap = self._sitemap(address)
        if sitemap is None:
            return
        yield from self._wanted(sitemap.pages)
        for listed in sorted(sitemap.sitemaps, key=lambda found: found.last_modified, reverse=True):
            if depth and not self._is_old(listed):
                yield from self.pages(listed.url, depth - 1)

    def _wanted(self, pages: tuple[Listed, ...]) -> Iterator[Wanted]:
        recent = [page for page in pages if not self._is_old(page) and page.language in ("", "ar", "ara")]
        known = self._memory.recall([page.url for page in recent])
        for page in recent:
            mark: Mark | None = known.get(page.url)
            if mark and mark.fingerprint == page.last_modified:
                self._memory.skip(page.url)
            else:
                yield Wanted(page.url, page.last_modified, dict(page.fields), mark=mark)

    def _sitemap(self, address: str) -> Sitemap | None:
        fetched = self._fetcher.fetch(address, limit=LARGEST_SITEMAP)
        if fetched.failure:
            self.failures.append(Unreadable(fetched.failure, fetched.detail, address))
            return None
        try:
            return within_limit(read_sitemap, _unpacked(fetched), fetched.charset)
        except RecordRefused as refused:
            self.failures.append(Unreadable(refused.reason, refused.detail, address, fetched.body[:400]))
            return None

    def _is_old(self, listed: Listed) -> bool:
        stated = parse_published(listed.last_modified or listed.fields.get("published_at"))
        return bool(self._oldest and stated and stated.at < self._oldest)


def _unpacked(fetched: Fetched) -> bytes:
    """Return the body, unpacked where it is a `.gz` file, up to the protocol's size."""
    if not fetched.body.startswith(_GZIP):
        return fetched.body
    unpack = zlib.decompressobj(47)
    try:
        body = unpack.decompress(fetched.body, LARGEST_SITEMAP)
    except zlib.error as error:
        raise RecordRefused("broken-page", f"the packed sitemap is broken: {error}") from None
    if unpack.unconsumed_tail:
        raise RecordRefused("too-large", f"the sitemap unpacks to more than {LARGEST_SITEMAP} bytes")
    return body
