"""The gazetteer's row, `Place`, and the geometry of two of them.

No reading of tables (`tables`, `geonames`, `imports`), no spelling rules (`spelling`).
"""

import dataclasses
import math
from typing import Literal, get_args

Kind = Literal[
    "country",
    "region",
    "admin1",
    "admin2",
    "city",
    "town",
    "village",
    "neighbourhood",
    "camp",
    "crossing",
    "base",
    "airport",
    "port",
    "dam",
    "road",
    "island",
    "mountain",
    "river",
    "sea",
    "site",
]
KINDS: frozenset[str] = frozenset(get_args(Kind))
SETTLEMENTS: frozenset[str] = frozenset({"city", "town", "village", "neighbourhood", "camp"})

_KM_PER_DEGREE = 111.195  # mean radius 6371 km


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """One named place; `country` is ISO 3166-1 alpha-2, codes are '' and population 0 when unknown.

    A place without known coordinates has `latitude` and `longitude` NaN.
    """

    place_id: str
    name_ar: str
    name_en: str
    variants: tuple[str, ...]
    kind: Kind
    country: str
    admin1_pcode: str
    admin2_pcode: str
    latitude: float
    longitude: float
    population: int

    def __reduce__(self) -> tuple[type["Place"], tuple[object, ...]]:
        """Pickle by position: loads ten times as fast as the slot-wise default."""
        return Place, tuple(getattr(self, name) for name in _FIELDS)

    @property
    def has_point(self) -> bool:
        """Return whether the coordinates are known."""
        return self.latitude == self.latitude


_FIELDS = tuple(field.name for field in dataclasses.fields(Place))


def distance_km(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """Return the distance in km on a local flat Earth (error under 1 % below 500 km); NaN for unknown points."""
    mean = math.radians((latitude_a + latitude_b) / 2)
    east = (longitude_b - longitude_a + 180.0) % 360.0 - 180.0
    return _KM_PER_DEGREE * math.hypot(latitude_b - latitude_a, east * math.cos(mean))


def km_between(a: Place, b: Place) -> float:
    """Return the distance between two places in km; NaN when either has no point."""
    return distance_km(a.latitude, a.longitude, b.latitude, b.longitude)
