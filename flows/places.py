"""The places that a user imported into the warehouse: as rows for storing, as the extractor takes them.

Parsing of imports is `transforms.gazetteer`'s, storing them the warehouse's.
"""

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from transforms.gazetteer.places import Place

_FOLDER = "gazetteer"


@functools.cache
def imported_places(warehouse: Path) -> "tuple[Place, ...]":
    """Return the imported places of a warehouse, none where nothing was imported."""
    if not (warehouse / _FOLDER).is_dir():
        return ()
    from transforms.gazetteer.places import Place
    from warehouse.gazetteer import read_imported_places

    nan = float("nan")
    return tuple(
        Place(
            place_id=row["place_id"],
            name_ar=row["name_ar"],
            name_en=row["name_en"] or "",
            variants=tuple(row["variants"]),
            kind=row["kind"],
            country=row["country"] or "",
            admin1_pcode=row["admin1_pcode"] or "",
            admin2_pcode=row["admin2_pcode"] or "",
            latitude=nan if row["latitude"] is None else row["latitude"],
            longitude=nan if row["longitude"] is None else row["longitude"],
            population=row["population"] or 0,
        )
        for row in read_imported_places(warehouse).to_pylist()
    )


def place_rows(places: "Iterable[Place]") -> list[dict[str, Any]]:
    """Return places as rows of the table `places`: unknown is NULL there; of doubled ids the first stays."""
    rows: dict[str, dict[str, Any]] = {}
    for place in places:
        rows.setdefault(
            place.place_id,
            {
                "place_id": place.place_id,
                "name_ar": place.name_ar,
                "name_en": place.name_en or None,
                "variants": list(place.variants),
                "kind": place.kind,
                "country": place.country or None,
                "admin1_pcode": place.admin1_pcode or None,
                "admin2_pcode": place.admin2_pcode or None,
                "latitude": place.latitude if place.has_point else None,
                "longitude": place.longitude if place.has_point else None,
                "population": place.population or None,
            },
        )
    return list(rows.values())
