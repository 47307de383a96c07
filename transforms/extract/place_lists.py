"""Which places of a list are incidents of their own: towns one each, governorates one vague area.

Resolving the names is `location`.
"""

import dataclasses
from collections.abc import Collection, Sequence

from transforms.extract.location import Location

_AREAS = frozenset({"admin1", "region", "country"})
_SIDE_WORDS = frozenset({"شمال", "شمالي", "جنوب", "جنوبي", "شرق", "شرقي", "غرب", "غربي", "وسط", "ريف"})


def spread_out(places: Sequence[Location]) -> list[Location]:
    """Return the places of a list; several governorates are one vague area (where_precision 5), towns one row each.

    A governorate beside its own town is the same place told twice: "مخيم جباليا وشمال القطاع".
    """
    wide = [place for place in places if place.place is not None and place.place.kind in _AREAS]
    if len(places) > 1 and len(wide) >= max(len(places) - 1, 2):
        return [dataclasses.replace(places[0], precision=5)]
    inside = {place.admin1_pcode for place in places if place not in wide}
    return [place for place in places if place not in wide or not _holds(place, inside)]


def _holds(wide: Location, units: Collection[str | None]) -> bool:
    """Whether a governorate, or a side of one ("شمال القطاع"), holds towns of these units."""
    unit = wide.place is not None and (
        wide.place.kind == "admin1" or wide.place.name_ar.partition(" ")[0] in _SIDE_WORDS
    )
    return unit and bool(wide.admin1_pcode) and wide.admin1_pcode in units
