"""Which governorate and district a point lies in, guessed from the nearest places whose unit is known.

No polygons are needed: seats of districts and notable places are dense where news comes from.
"""

import dataclasses
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from transforms.gazetteer.places import Place, distance_km

_CELL = 0.5  # degrees
_RINGS = 6
# Beyond this a district is left open: its seat is too far for a guess.
_DISTRICT_REACH_KM = 25.0

_Cell = tuple[str, int, int]


class AdminIndex:
    """A grid of places with known units, asked for the nearest one of a country."""

    def __init__(self, anchors: Iterable[Place]) -> None:
        """Take the anchors that have a point and a first-level unit."""
        self._cells: dict[_Cell, list[Place]] = defaultdict(list)
        self._anywhere: dict[tuple[int, int], list[Place]] = defaultdict(list)
        self._countries: set[str] = set()
        self._districted: set[str] = set()
        for place in anchors:
            if (
                place.has_point
                and place.admin1_pcode
                and place.kind not in {"country", "region", "road", "river", "sea"}
            ):
                self._cells[_cell(place.country, place.latitude, place.longitude)].append(place)
                self._anywhere[_cell("", place.latitude, place.longitude)[1:]].append(place)
                self._countries.add(place.country)
                if place.kind == "admin2":
                    self._districted.add(place.country)

    def knows(self, country: str) -> bool:
        """Return whether there is an anchor in this country."""
        return country in self._countries

    def locate(self, place: Place) -> Place:
        """Return `place` with missing unit codes filled in where a near anchor allows it.

        `admin1_pcode` may hold alternatives separated by `|`; the nearest of them is taken.
        """
        if not place.has_point or place.kind in {"country", "region", "admin1", "sea"}:
            return place
        wanted = frozenset(place.admin1_pcode.split("|")) if place.admin1_pcode else frozenset()
        if len(wanted) == 1 and (place.admin2_pcode or place.country not in self._districted):
            return place
        admin1 = place.admin1_pcode if len(wanted) == 1 else self._nearest_admin1(place, wanted)
        admin2 = place.admin2_pcode or self._nearest_admin2(place, admin1)
        if (admin1, admin2) == (place.admin1_pcode, place.admin2_pcode):
            return place
        return dataclasses.replace(place, admin1_pcode=admin1, admin2_pcode=admin2)

    def nearest(self, latitude: float, longitude: float, *, country: str = "") -> Place | None:
        """Return the nearest anchor within about 300 km, of one country when it is given."""
        _, y, x = _cell(country, latitude, longitude)
        stop_after, found = _RINGS, []
        for ring in range(_RINGS + 1):
            if ring > stop_after:
                break
            for dy, dx in _ring(ring):
                cell = (y + dy, x + dx)
                near = self._cells.get((country, *cell)) if country else self._anywhere.get(cell)
                if near:
                    stop_after = min(stop_after, ring + 1)
                    found.extend(near)
        return min(found, key=lambda a: distance_km(latitude, longitude, a.latitude, a.longitude), default=None)

    def _nearest_admin1(self, place: Place, wanted: frozenset[str]) -> str:
        near = (a for a in self._around(place) if not wanted or a.admin1_pcode in wanted)
        best = min(near, key=lambda a: _km(place, a), default=None)
        return best.admin1_pcode if best is not None else min(wanted, default="")

    def _nearest_admin2(self, place: Place, admin1: str) -> str:
        near = (a for a in self._around(place, rings=1) if a.admin2_pcode and a.admin1_pcode == admin1)
        best = min(near, key=lambda a: _km(place, a), default=None)
        return best.admin2_pcode if best is not None and _km(place, best) <= _DISTRICT_REACH_KM else ""

    def _around(self, place: Place, *, rings: int = _RINGS) -> Iterator[Place]:
        """Yield the anchors of the cells around `place`, ring by ring, one ring past the first hit."""
        country, y, x = _cell(place.country, place.latitude, place.longitude)
        stop_after = rings
        for ring in range(rings + 1):
            if ring > stop_after:
                return
            for dy, dx in _ring(ring):
                found = self._cells.get((country, y + dy, x + dx))
                if found:
                    stop_after = min(stop_after, ring + 1)
                    yield from found


@functools.cache
def _ring(radius: int) -> list[tuple[int, int]]:
    """Return the cells at `radius` from the centre, which is its own ring 0."""
    span = range(-radius, radius + 1)
    return [(dy, dx) for dy in span for dx in span if max(abs(dy), abs(dx)) == radius]


def _cell(country: str, latitude: float, longitude: float) -> _Cell:
    return country, int(latitude // _CELL), int(longitude // _CELL)


def _km(a: Place, b: Place) -> float:
    return distance_km(a.latitude, a.longitude, b.latitude, b.longitude)
