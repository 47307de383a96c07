"""What a site's robots.txt lets us read, asked once a run and host (RFC 9309).

Fetching the file is the fetcher's; rules are parsed by Protego.
"""

import threading
from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

LARGEST_RULES = 512_000


class Robots:
    """The rules of each host.

    `fetch` returns status and body of a robots.txt; status 0, and the reason as body, where it cannot be reached.
    """

    def __init__(self, fetch: Callable[[str], tuple[int, bytes]], *, agent: str) -> None:
        self._fetch, self._agent = fetch, agent
        self._rules: dict[str, Protego | None] = {}
        self._troubles: dict[str, str] = {}
        self._lock = threading.Lock()

    def allows(self, url: str) -> bool:
        """Tell whether the site lets us read `url`; a site whose rules cannot be reached now lets us read nothing."""
        rules = self._of(url)
        return rules is not None and bool(rules.can_fetch(url, self._agent))

    def crawl_delay(self, url: str) -> float | None:
        """Return the pause in seconds that the site wishes between requests."""
        rules = self._of(url)
        delay = rules.crawl_delay(self._agent) if rules is not None else None
        return float(delay) if delay else None

    def trouble(self, url: str) -> str:
        """Return why the site of `url` cannot be reached at all; '' where it answers."""
        self._of(url)
        return self._troubles.get(_origin(url), "")

    def _of(self, url: str) -> Protego | None:
        origin = _origin(url)
        with self._lock:
            if origin not in self._rules:
                self._rules[origin] = self._read(f"{origin}/robots.txt")
            return self._rules[origin]

    def _read(self, address: str) -> Protego | None:
        status, body = self._fetch(address)
        if status == 0:
            self._troubles[_origin(address)] = body.decode("utf-8", errors="replace")
        if status == 0 or status >= 500:
            return None
        text = body[:LARGEST_RULES].decode("utf-8", errors="replace") if status == 200 else ""
        return Protego.parse(text)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
