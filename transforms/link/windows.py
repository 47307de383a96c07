"""Windows of days of a country: which part of the lake has to be loaded, and what of it is there.

What a window is needed for is `neighbourhood`'s; reading it, the warehouse's.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from transforms.link.block import REACH_DAYS
from transforms.link.telling import Telling

_SLACK_DAYS = 4
_Span = tuple[int, int]


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Window:
    """Days of a country, as ordinals, both inclusive."""

    country: str
    first_day: int
    last_day: int


class LoadedWindows:
    """Windows that were loaded, those of one country that meet as one."""

    def __init__(self, windows: Iterable[Window] = ()) -> None:
        self._spans: dict[str, list[_Span]] = defaultdict(list)
        self.add(windows)

    def add(self, windows: Iterable[Window]) -> None:
        """Note windows as loaded."""
        for window in windows:
            spans = self._spans[window.country]
            self._spans[window.country] = _joined(sorted([*spans, (window.first_day, window.last_day)]))

    def cover(self, window: Window) -> bool:
        """Whether all of a window was loaded."""
        spans = self._spans.get(window.country, ())
        return any(first <= window.first_day and window.last_day <= last for first, last in spans)

    def meet(self, telling: Telling) -> bool:
        """Whether a telling's country and days meet a window."""
        spans = self._spans.get(telling.country, ())
        return any(telling.first_day <= last and telling.last_day >= first for first, last in spans)

    def missing_of(self, windows: Iterable[Window]) -> list[Window]:
        """Return the parts of `windows` that were not loaded."""
        missing = []
        for window in windows:
            day = window.first_day
            for first, last in self._spans.get(window.country, ()):
                if day < first <= window.last_day:
                    missing.append(Window(window.country, day, first - 1))
                day = max(day, last + 1) if first <= window.last_day else day
            if day <= window.last_day:
                missing.append(Window(window.country, day, window.last_day))
        return missing


def windows_around(days: Iterable[tuple[str, int, int]], *, slack: int = _SLACK_DAYS) -> list[Window]:
    """Return the windows to load around tellings given as country, first and last day; overlapping ones as one."""
    by_country: dict[str, list[_Span]] = defaultdict(list)
    for country, first, last in days:
        by_country[country].append((first - REACH_DAYS - slack, last + REACH_DAYS + slack))
    return [
        Window(country, first, last)
        for country, spans in sorted(by_country.items())
        for first, last in _joined(sorted(spans))
    ]


def _joined(spans: Sequence[_Span]) -> list[_Span]:
    joined: list[_Span] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined
