"""Kinds `urls` and `page`: a list of addresses, one a line, and a single page.

Each page is asked whether it has changed since the last run; fetching is `web`'s.
"""

from collections.abc import Iterable, Iterator

from flows.source_settings import SourceSettings
from flows.sources.adapter import Memory, Record
from flows.sources.locations import list_files, open_file
from flows.sources.unpack import plain_stream
from flows.sources.web.crawl import Wanted, fetch_pages
from flows.sources.web.fetch import Fetcher

_LONGEST_ADDRESS = 4096
_CHUNK = 500


class PageAdapter:
    """Reads the article of one page."""

    def read(self, source: SourceSettings, memory: Memory) -> Iterator[Record]:
        """Yield the page when it is new or has changed."""
        yield from _pages([source.location], source, memory)


class UrlListAdapter:
    """Reads the pages whose addresses stand in a text file, one a line; `#` begins a comment."""

    def read(self, source: SourceSettings, memory: Memory) -> Iterator[Record]:
        """Yield the pages that are new or have changed, in the order of the list."""
        yield from _pages(_addresses(source), source, memory)


def _pages(addresses: Iterable[str], source: SourceSettings, memory: Memory) -> Iterator[Record]:
    with Fetcher.for_source(source) as fetcher:
        yield from fetch_pages(fetcher, _wanted(addresses, memory), source)


def _wanted(addresses: Iterable[str], memory: Memory) -> Iterator[Wanted]:
    for address in addresses:
        yield Wanted(address, basis="record", mark=memory.recall([address]).get(address))


def _addresses(source: SourceSettings) -> Iterator[str]:
    """Yield the addresses of the list, each once."""
    seen: set[str] = set()
    for file in list_files(source.location, source):
        with open_file(file) as raw, plain_stream(raw) as stream:
            while line := stream.readline(_LONGEST_ADDRESS):
                address = line.decode("utf-8", errors="replace").strip("\ufeff \t\r\n")
                if address and not address.startswith("#") and address not in seen:
                    seen.add(address)
                    yield address
