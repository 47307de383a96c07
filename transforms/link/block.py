"""Which tellings are compared at all: those that share a country and, within reach, days and place.

A telling stands in one block for each day (widened by the days that reports may differ) and each cell or
governorate; how alike two tellings of a block are is `score`'s.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.link.telling import Telling

REACH_DAYS = 3
"""Days by which two reports of one event may differ."""
_SHORT_DAYS = 3
_CELL_DEGREES = 0.5
LONGEST_PERIOD_DAYS = 31
"""Longest period of a telling that can still be found to be of an event; a year's telling stays alone."""
_LEAST_WORDS_IN_COUNTRY = 2


def paired(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Yield each pair of positions that share a block once, the lesser first, in order."""
    near = _Blocks(tellings)
    for position in range(len(tellings)):
        yield from ((position, other) for other in near.after(position))


class _Blocks:
    """Blocks of tellings by the day they start from and the place they name; days are looked up widened."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.tellings = tellings
        self.by_day: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.periods: dict[str, list[int]] = defaultdict(list)
        for position, telling in enumerate(tellings):
            if telling.last_day - telling.first_day > LONGEST_PERIOD_DAYS:
                continue
            if telling.last_day - telling.first_day < _SHORT_DAYS:
                self.by_day[telling.country, telling.first_day].append(position)
            else:
                self.periods[telling.country].append(position)
        self.cells = [_cell(telling) for telling in tellings]

    def after(self, position: int) -> list[int]:
        """Return the later positions that may be of one event with that at `position`, in order."""
        telling = self.tellings[position]
        if telling.last_day - telling.first_day > LONGEST_PERIOD_DAYS:
            return []
        found = [
            other
            for day in range(telling.first_day - REACH_DAYS - _SHORT_DAYS, telling.last_day + REACH_DAYS + 1)
            for other in self.by_day.get((telling.country, day), ())
            if other > position and self._near(position, other)
        ]
        found += [
            other for other in self.periods.get(telling.country, ()) if other > position and self._near(position, other)
        ]
        return sorted(found)

    def _near(self, position: int, other: int) -> bool:
        here, there = self.cells[position], self.cells[other]
        if here is not None and there is not None:
            return abs(here[0] - there[0]) <= 1 and abs(here[1] - there[1]) <= 1
        one, two = self.tellings[position], self.tellings[other]
        if one.place_level == 4 or two.place_level == 4:
            return _share_more_than_country(one, two)
        return one.admin1 == two.admin1


def _cell(telling: Telling) -> tuple[int, int] | None:
    """Return the cell of half a degree of a point; None for a district, a governorate or a country."""
    if telling.place_level > 1 or telling.point is None:
        return None
    return math.floor(telling.point[0] / _CELL_DEGREES), math.floor(telling.point[1] / _CELL_DEGREES)


def _share_more_than_country(one: Telling, other: Telling) -> bool:
    """Whether number of dead or words speak for a comparison, where the place is no more than a country."""
    if one.killed is not None and one.killed == other.killed:
        return True
    return len(one.words & other.words) >= _LEAST_WORDS_IN_COUNTRY
