"""How often and how many at a time a host is asked.

What is asked is the fetcher's; waiting is the only thing that happens here.
"""

import contextlib
import threading
import time
from collections.abc import Iterator

LANE_WIDTH = 2
LONGEST_PAUSE = 60.0


class Lanes:
    """A lane a host: at most LANE_WIDTH requests at a time, and a pause between the starts of two."""

    def __init__(self, *, requests_per_second: float) -> None:
        self._pause = 1.0 / requests_per_second
        self._lock = threading.Lock()
        self._free_at: dict[str, float] = {}
        self._pauses: dict[str, float] = {}
        self._lanes: dict[str, threading.Semaphore] = {}

    def slow_down(self, host: str, pause: float) -> None:
        """Ask `host` at most once in `pause` seconds from now on, as its robots.txt wishes (a minute at most)."""
        with self._lock:
            self._pauses[host] = min(max(pause, self._pause), LONGEST_PAUSE)

    @contextlib.contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for the turn to ask `host`, and hold a place in its lane."""
        with self._lock:
            lane = self._lanes.setdefault(host, threading.Semaphore(LANE_WIDTH))
        with lane:
            with self._lock:
                start = max(self._free_at.get(host, 0.0), time.monotonic())
                self._free_at[host] = start + self._pauses.get(host, self._pause)
            if (wait := start - time.monotonic()) > 0:
                time.sleep(wait)
            yield
