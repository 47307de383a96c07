"""Times the stages inside the extractor, in this process, by clocks around the functions that it calls.

The extractor runs as always; a stage that calls another is charged only for its own work.
"""

import dataclasses
import functools
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from flows.extractor_cache import load_extractor
from transforms.extract import article as extraction
from transforms.extract.acts import ActFinder

STAGES: dict[str, tuple[Any, str]] = {
    "document": (extraction, "read_document"),
    "tag": (ActFinder, "mark"),
    "read": (extraction, "read_article"),
    "assemble": (extraction, "draft_article"),
    "rows": (extraction.Extractor, "_finish"),
}
_MEASURED_FOR_MEMORY = 200


@dataclasses.dataclass(slots=True)
class Clock:
    """Sum over the calls of one stage; `peak_bytes` is the most that one call had allocated."""

    seconds: float = 0.0
    calls: int = 0
    peak_bytes: int = 0


def time_stages(articles: Sequence[dict[str, Any]]) -> tuple[dict[str, Clock], float]:
    """Return the clock of each stage over all articles and the seconds of the whole; memory from the first articles."""
    extractor = load_extractor()
    for warm in articles[:20]:
        extractor.extract(warm)
    with _clocks(_timed) as clocks:
        begun = time.perf_counter()
        for article in articles:
            extractor.extract(article)
        seconds = time.perf_counter() - begun
    tracemalloc.start()
    with _clocks(_weighed) as weights:
        for article in articles[:_MEASURED_FOR_MEMORY]:
            extractor.extract(article)
    tracemalloc.stop()
    for name, clock in clocks.items():
        clock.peak_bytes = weights[name].peak_bytes
    return clocks, seconds


@contextmanager
def _clocks(wrap: Callable[[Callable[..., Any], Clock], Callable[..., Any]]) -> Iterator[dict[str, Clock]]:
    clocks = {name: Clock() for name in STAGES}
    originals = {name: getattr(owner, attribute) for name, (owner, attribute) in STAGES.items()}
    for name, (owner, attribute) in STAGES.items():
        setattr(owner, attribute, wrap(originals[name], clocks[name]))
    try:
        yield clocks
    finally:
        for name, (owner, attribute) in STAGES.items():
            setattr(owner, attribute, originals[name])


def _timed(function: Callable[..., Any], clock: Clock) -> Callable[..., Any]:
    @functools.wraps(function)
    def call(*arguments: Any, **keywords: Any) -> Any:
        begun = time.perf_counter()
        try:
            return function(*arguments, **keywords)
        finally:
            clock.seconds += time.perf_counter() - begun
            clock.calls += 1

    return call


def _weighed(function: Callable[..., Any], clock: Clock) -> Callable[..., Any]:
    @functools.wraps(function)
    def call(*arguments: Any, **keywords: Any) -> Any:
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        try:
            return function(*arguments, **keywords)
        finally:
            clock.peak_bytes = max(clock.peak_bytes, tracemalloc.get_traced_memory()[1] - before)

    return call
