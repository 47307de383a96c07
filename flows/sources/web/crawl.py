"""Pages that a feed, a sitemap or a list wants, fetched several at a time and handed out in their order.

Which pages are wanted is the adapters' decision; what a page says is read by `transforms.articles.pages`.
"""

import collections
import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor

from flows.source_settings import SourceSettings
from flows.sources.adapter import Mark, Record
from flows.sources.warc import is_on_hosts
from flows.sources.web.fetch import Fetched, Fetcher
from transforms.articles.records import Payload, Unreadable
from transforms.articles.urls import canonical_url

_THREADS = 8
_AHEAD = 16
_PAGE_TYPES = frozenset({"", "text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"})


@dataclasses.dataclass(frozen=True, slots=True)
class Wanted:
    """A page to fetch, what its list told about it (`known`, dates with `basis`), and what an earlier run noted."""

    url: str
    fingerprint: str = ""
    known: Mapping[str, str] = dataclasses.field(default_factory=dict)
    basis: str = "feed"
    mark: Mark | None = None


def fetch_pages(fetcher: Fetcher, wanted: Iterable[Wanted], source: SourceSettings) -> Iterator[Record]:
    """Yield the page of each wanted address with its mark, or why there is none; at most `max_pages` are fetched."""
    flying: collections.deque[tuple[Wanted, Future[Fetched]]] = collections.deque()
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="fetch") as pool:
        try:
            for count, page in enumerate(wanted):
                if count >= source.max_pages:
                    break
                if source.hosts and not is_on_hosts(page.url, source.hosts):
                    yield Unreadable("other-host", f"not on {', '.join(source.hosts)}", page.url)
                    continue
                flying.append((page, pool.submit(_fetch, fetcher, page)))
                if len(flying) >= _AHEAD:
                    yield from _records(*flying.popleft())
            while flying:
                yield from _records(*flying.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _fetch(fetcher: Fetcher, page: Wanted) -> Fetched:
    mark = page.mark
    return fetcher.fetch(page.url, etag=mark.etag if mark else None, last_modified=mark.last_modified if mark else None)


def _records(page: Wanted, future: "Future[Fetched]") -> Iterator[Record]:
    fetched = future.result()
    if reason := _reason_against(page, fetched):
        yield Unreadable(reason[0], reason[1], page.url)
        return
    if fetched.is_unchanged and page.mark:
        yield dataclasses.replace(page.mark, fingerprint=page.fingerprint)
        return
    known = {**page.known, "url": fetched.url}
    yield Payload("page", fetched.body, page.url, encoding=fetched.charset, known=known, basis=page.basis)
    yield Mark(page.url, page.fingerprint, 1, etag=fetched.etag, last_modified=fetched.last_modified)


def _reason_against(page: Wanted, fetched: Fetched) -> tuple[str, str] | None:
    """Return why an answer is no page, as a fixed word and for a person; None when it is one."""
    if fetched.failure:
        return fetched.failure, fetched.detail
    if fetched.is_unchanged:
        return None
    if fetched.content_type not in _PAGE_TYPES:
        return "wrong-type", f"{page.url} is {fetched.content_type}, no page"
    if canonical_url(page.url) and not canonical_url(fetched.url):
        return "gone", f"{page.url} leads to the front page now"
    return None
