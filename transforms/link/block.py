"""Which tellings are compared at all: those that share a country and, within reach, days and place.

A telling stands in one block for each day (widened by the days that reports may differ) and each cell or
governorate; how alike two tellings of a block are is `score`'s.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

from transforms.link.telling import Telling

REACH_DAYS = 3
"""Days by which two reports of one event may differ."""
_SHORT_DAYS = 3
_CELL_DEGREES = 0.5
LONGEST_PERIOD_DAYS = 31
"""Longest period of a telling that can still be found to be of an event; a year's telling stays alone."""
_LEAST_WORDS_IN_COUNTRY = 2
_Place = str | tuple[str, str | None] | tuple[str, int, int]
_Days = int | tuple[str, int]
"""The day that a telling starts from; of a longer period, each of the spells that it touches."""
_Block = tuple[str, _Days, _Place]
_SPELL_DAYS = 16


class Blocks:
    """Tellings by country, the day they start from (looked up widened) or long period, and place.

    Points stand in cells, districts and governorates by governorate, the rest of a country together.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.tellings = tellings
        self.by_block: dict[_Block, list[int]] = defaultdict(list)

    def add(self, position: int) -> None:
        """Put the telling at `position` in its blocks."""
        telling = self.tellings[position]
        if is_too_long(telling):
            return
        is_short = telling.last_day - telling.first_day < _SHORT_DAYS
        days: list[_Days] = [telling.first_day] if is_short else _spells(telling.first_day, telling.last_day)
        for kind in _kinds_of_place(telling):
            for day in days:
                self.by_block[telling.country, day, kind].append(position)

    def near(self, position: int) -> list[int]:
        """Return the positions in the blocks that may be of one event with that at `position`."""
        telling = self.tellings[position]
        if is_too_long(telling):
            return []
        first, last = telling.first_day - REACH_DAYS, telling.last_day + REACH_DAYS
        days = [*range(first - _SHORT_DAYS + 1, last + 1), *_spells(first, last)]
        found: set[int] = set()
        for kind, is_vague in _places_to_compare(telling):
            for day in days:
                others = self.by_block.get((telling.country, day, kind))
                if others is None:
                    continue
                if is_vague:
                    others = [other for other in others if _share_more_than_country(telling, self.tellings[other])]
                found.update(others)
        found.discard(position)
        return sorted(found)


def is_too_long(telling: Telling) -> bool:
    """Whether a telling's period is so long that nothing can be found to be of one event with it."""
    return telling.last_day - telling.first_day > LONGEST_PERIOD_DAYS


def _spells(first: int, last: int) -> list[_Days]:
    """Return the spells of days that a period touches."""
    return [("spell", number) for number in range(first // _SPELL_DAYS, last // _SPELL_DAYS + 1)]


def _kinds_of_place(telling: Telling) -> tuple[_Place, ...]:
    """Return the blocks of place in which a telling is found by others: all of them, and one by how it is known."""
    if telling.place_level == 4:
        return ("anywhere", "country")
    cell = _cell(telling)
    if cell is None:
        return ("anywhere", ("area", telling.admin1))
    return ("anywhere", ("cell", *cell), ("points", telling.admin1))


def _places_to_compare(telling: Telling) -> list[tuple[_Place, bool]]:
    """Return the blocks of place that a telling is compared with, and whether only what shares more than a country."""
    if telling.place_level == 4:
        return [("anywhere", True)]
    cell = _cell(telling)
    areas: list[tuple[_Place, bool]] = [("country", True), (("area", telling.admin1), False)]
    if cell is None:
        return [*areas, (("points", telling.admin1), False)]
    around = [(cell[0] + north, cell[1] + east) for north in (-1, 0, 1) for east in (-1, 0, 1)]
    return [*areas, *((("cell", *other), False) for other in around)]


def _cell(telling: Telling) -> tuple[int, int] | None:
    """Return the cell of half a degree of a point; None for a district, a governorate or a country."""
    if telling.place_level > 1 or telling.point is None:
        return None
    return math.floor(telling.point[0] / _CELL_DEGREES), math.floor(telling.point[1] / _CELL_DEGREES)


def _share_more_than_country(one: Telling, other: Telling) -> bool:
    """Whether number of dead or words speak for a comparison, where the place is no more than a country."""
    if one.killed is not None and one.killed == other.killed:
        return True
    return len(one.wording.words & other.wording.words) >= _LEAST_WORDS_IN_COUNTRY
