"""Fetching one address: guarded, paced, allowed by robots.txt, retried, redirected within limits, cut at a size.

Which addresses are fetched is the adapters' decision; a failure is an outcome with a reason, never an exception.
"""

import dataclasses
import importlib.metadata
import random
import time
import zlib
from collections.abc import Iterator, Mapping
from typing import IO, Self
from urllib.parse import urljoin, urlsplit

import httpx

from flows.source_settings import SourceSettings
from flows.sources.web.guard import AddressRefusedError, GuardedTransport, ProxiedTransport
from flows.sources.web.lanes import Lanes
from flows.sources.web.robots import Robots

LARGEST_BODY = 10_000_000
MOST_REDIRECTS = 5
MOST_TRIES = 3
LONGEST_ANSWER = 120.0
"""Seconds after which an answer that is still coming is given up."""
_TIMEOUT = httpx.Timeout(connect=10.0, read=20.0, write=10.0, pool=60.0)
_CONNECTIONS = 16
_RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PACKED = {"": 0, "identity": 0, "gzip": 47, "x-gzip": 47, "deflate": 47}  # wbits that find the header themselves
_LONGEST_WAIT = 60.0
_CHUNK = 1 << 16


@dataclasses.dataclass(frozen=True, slots=True)
class Fetched:
    """The answer of an address; `failure` is a fixed word where there is none to use, `detail` is for a person."""

    url: str
    status: int = 0
    body: bytes = b""
    content_type: str = ""
    charset: str = ""
    etag: str | None = None
    last_modified: str | None = None
    failure: str = ""
    detail: str = ""

    @property
    def is_unchanged(self) -> bool:
        """Whether the server said that nothing has changed since the last time."""
        return self.status == 304


class _Refused(Exception):  # noqa: N818 - an outcome with a reason
    """An answer that is not used; `reason` is a short fixed word."""

    def __init__(self, reason: str, detail: str, *, status: int = 0, pause: float | None = None) -> None:
        super().__init__(detail)
        self.reason, self.status, self.pause = reason, status, pause


class Fetcher:
    """Fetches for one source; several threads may use it. Closed by `with`."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        requests_per_second: float = 1.0,
        first_pause: float = 1.0,
        proxy: str = "",
    ) -> None:
        self._client = httpx.Client(
            transport=_transport(proxy, allow_private=allow_private),
            timeout=_TIMEOUT,
            headers={"User-Agent": user_agent(), "Accept-Encoding": "gzip, deflate", "Accept-Language": "ar, *;q=0.5"},
            trust_env=False,
        )
        self._lanes = Lanes(requests_per_second=requests_per_second)
        self._robots = Robots(self._fetch_rules, agent=AGENT)
        self._first_pause = first_pause

    @classmethod
    def for_source(cls, source: SourceSettings) -> Self:
        """Return a fetcher with the limits of `source`."""
        return cls(
            allow_private=source.allow_private, requests_per_second=source.requests_per_second, proxy=source.proxy
        )

    def __enter__(self) -> Self:
        """Return the fetcher itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close all connections."""
        self._client.close()

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None, limit: int = LARGEST_BODY
    ) -> Fetched:
        """Return the answer of `url`, at most `limit` bytes; with a validator it may be 304, unchanged."""
        validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in validators.items() if value}
        chunks: list[bytes] = []
        try:
            final, response = self._answer(url, headers, chunks, limit)
        except _Refused as refused:
            return Fetched(url, refused.status, failure=refused.reason, detail=str(refused)[:500])
        kind, _, parameters = response.headers.get("content-type", "").partition(";")
        return Fetched(
            final,
            response.status_code,
            b"".join(chunks),
            kind.strip().lower(),
            _charset(parameters),
            response.headers.get("etag"),
            response.headers.get("last-modified"),
        )

    def download(self, url: str, target: IO[bytes], *, limit: int) -> None:
        """Write the answer of `url` to `target`; raises OSError with the reason where there is none to use."""
        chunks = _Writing(target)
        try:
            self._answer(url, {}, chunks, limit, seconds=24 * 3600.0)
        except _Refused as refused:
            raise OSError(f"{refused.reason}: {refused}") from refused

    def _answer(
        self, url: str, headers: Mapping[str, str], chunks: "list[bytes]", limit: int, seconds: float = LONGEST_ANSWER
    ) -> tuple[str, httpx.Response]:
        """Return the address that answered in the end and its answer, the body in `chunks`; raises _Refused."""
        for _ in range(MOST_REDIRECTS + 1):
            self._check(url)
            response = self._tried(url, headers, chunks, limit, seconds)
            if response.status_code not in _REDIRECTS:
                return url, response
            url = urljoin(url, response.headers.get("location", ""))
        raise _Refused("too-many-redirects", f"more than {MOST_REDIRECTS} redirects, the last to {url}")

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise _Refused("bad-address", f"{url[:200]!r} is no web address")
        if not self._robots.allows(url):
            if trouble := self._robots.trouble(url):
                raise _Refused("unreachable", trouble)
            raise _Refused("robots", f"robots.txt of {parts.hostname} does not allow {parts.path or '/'} now")
        if delay := self._robots.crawl_delay(url):
            self._lanes.slow_down(parts.netloc, delay)

    def _tried(
        self, url: str, headers: Mapping[str, str], chunks: "list[bytes]", limit: int, seconds: float
    ) -> httpx.Response:
        """Return the answer of `url`, asked again after a pause where that can help."""
        for count in range(1, MOST_TRIES + 1):
            chunks.clear()
            try:
                return self._once(url, headers, chunks, limit, seconds)
            except _Refused as refused:
                if refused.pause is None or refused.pause > _LONGEST_WAIT or count == MOST_TRIES:
                    raise
                backoff = self._first_pause * 2 ** (count - 1) * random.uniform(0.75, 1.25)  # noqa: S311 - no secret
                time.sleep(max(refused.pause, backoff))
        raise AssertionError("unreachable")

    def _once(
        self, url: str, headers: Mapping[str, str], chunks: "list[bytes]", limit: int, seconds: float
    ) -> httpx.Response:
        try:
            with self._lanes.turn(urlsplit(url).netloc), self._client.stream("GET", url, headers=headers) as response:
                status = response.status_code
                if status in _RETRIED:
                    raise _Refused(f"http-{status}", f"{url}: {status}", status=status, pause=_wished_pause(response))
                if status not in (200, 203, 304) and status not in _REDIRECTS:
                    raise _Refused(f"http-{status}", f"{url}: {status} {response.reason_phrase}", status=status)
                if status in (200, 203):
                    chunks.extend(_body(response, limit, seconds))
                return response
        except AddressRefusedError as error:
            raise _Refused("private-address", str(error)) from error
        except httpx.TimeoutException as error:
            raise _Refused("timeout", f"{url}: {type(error).__name__}", pause=0.0) from error
        except (httpx.TransportError, OSError, zlib.error) as error:
            raise _Refused("unreachable", f"{url}: {type(error).__name__}: {error}", pause=0.0) from error
        except (httpx.InvalidURL, ValueError, UnicodeError) as error:
            raise _Refused("bad-address", f"{url[:200]!r}: {error}") from error

    def _fetch_rules(self, address: str) -> tuple[int, bytes]:
        """Return status and body of a robots.txt; redirects are followed, since they are no part of the rules."""
        chunks: list[bytes] = []
        url = address
        for _ in range(MOST_REDIRECTS):
            try:
                response = self._tried(url, {}, chunks, LARGEST_BODY, LONGEST_ANSWER)
            except _Refused as refused:
                if refused.reason == "private-address":
                    return 404, b""  # the address itself is refused a moment later, with its own reason
                return refused.status, str(refused).encode()
            if response.status_code not in _REDIRECTS:
                break
            url = urljoin(url, response.headers.get("location", ""))
        return response.status_code, b"".join(chunks)


def _transport(proxy: str, *, allow_private: bool) -> httpx.HTTPTransport:
    if proxy:
        return ProxiedTransport(proxy, allow_private=allow_private, connections=_CONNECTIONS)
    return GuardedTransport(allow_private=allow_private, connections=_CONNECTIONS)


class _Writing(list[bytes]):
    """Chunks that go to a file instead of memory."""

    def __init__(self, target: IO[bytes]) -> None:
        super().__init__()
        self._target = target

    def extend(self, chunks: Iterator[bytes]) -> None:  # type: ignore[override]
        """Write the chunks."""
        for chunk in chunks:
            self._target.write(chunk)

    def clear(self) -> None:
        """Begin anew."""
        self._target.seek(0)
        self._target.truncate()


def _body(response: httpx.Response, limit: int, seconds: float) -> Iterator[bytes]:
    """Yield the unpacked body in pieces; raises _Refused when it is too large, too slow, or packed in another way."""
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in _PACKED:
        raise _Refused("wrong-encoding", f"the answer is packed as {coding[:40]!r}, which was not asked for")
    unpack = zlib.decompressobj(_PACKED[coding]) if _PACKED[coding] else None
    until, size = time.monotonic() + seconds, 0
    for raw in response.iter_raw():
        pending = raw
        while pending:
            chunk = unpack.decompress(pending, _CHUNK) if unpack else pending
            pending = unpack.unconsumed_tail if unpack else b""
            size += len(chunk)
            if size > limit:
                raise _Refused("too-large", f"the answer has more than {limit} bytes")
            yield chunk
        if time.monotonic() > until:
            raise _Refused("timeout", f"the answer had no end after {seconds:.0f} seconds")


def _wished_pause(response: httpx.Response) -> float:
    """Return the seconds of Retry-After; 0 where it is not given as a number."""
    value = response.headers.get("retry-after", "").strip()
    return float(value) if value.isdecimal() else 0.0


def _charset(parameters: str) -> str:
    _, _, value = parameters.lower().partition("charset=")
    return value.split(";")[0].strip().strip("\"'")[:40]


AGENT = "marsad"


def user_agent() -> str:
    """Return how we introduce ourselves to servers."""
    try:
        version = importlib.metadata.version("marsad")
    except importlib.metadata.PackageNotFoundError:
        version = "0"
    return f"{AGENT}/{version} (Arabic news archive for conflict research; honours robots.txt)"
