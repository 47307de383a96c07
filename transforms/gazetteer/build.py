"""How the gazetteer is put together: own tables over GeoNames, duplicates merged, names indexed.

Choosing between namesakes in a context is `lookup`; reading is `tables`, `geonames` and `imports`.
"""

import dataclasses
import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from transforms.gazetteer.geonames import read_geonames
from transforms.gazetteer.nearest import AdminIndex
from transforms.gazetteer.places import SETTLEMENTS, Place, km_between
from transforms.gazetteer.spelling import spellings
from transforms.gazetteer.tables import (
    read_capital_adjectives,
    read_capitals,
    read_doubtful_places,
    read_own_places,
    read_stop_names,
)
from transforms.text.normalize import normalize_name

# Two rows of one name are one place within these distances; points of a large city scatter more.
_SAME_PLACE_KM = 5.0
_SAME_CITY_KM = 20.0
_SAME_FEATURE_KM = 60.0  # regions, rivers, mountains
_TOWNS = frozenset({"city", "town", "village"})
_SHORT = 2  # names of two letters ("قم", "مو") need a cue unless they are a governorate

_UNITS = frozenset({"country", "admin1", "admin2"})
_LEVANT = frozenset({"SY", "LB", "IQ", "PS", "JO"})
_SMALL = frozenset({"village", "neighbourhood", "site", "base", "mountain"})
_PERSONAL = frozenset(
    {"ال", "ابو", "ابي", "ابن", "ام", "عبد", "الشيخ", "شيخ", "السيد", "الحاج", "حاج", "سيدي", "الامام"}
)
_BELT = dict.fromkeys(["SY", "IQ", "YE", "LY", "SD", "PS", "LB"], 1.5)
_ARAB = dict.fromkeys(
    ["JO", "EG", "SA", "KW", "QA", "BH", "AE", "OM", "TN", "DZ", "MA", "MR", "SO", "DJ", "KM", "EH", "IL"], 1.0
)
_NEIGHBOURS = dict.fromkeys(["TR", "IR"], 0.5)
_COUNTRY_PRIOR = {**_BELT, **_ARAB, **_NEIGHBOURS}
_KIND_PRIOR = {"country": 9.0, "admin1": 6.0, "region": 5.0, "sea": 11.0, "admin2": 4.5, "city": 6.0, "town": 5.0}
_OTHER_PRIOR = 4.0
_UNKNOWN_GEONAMES_PRIOR = 3.0
_SEATLESS_UNIT = 2.5  # a governorate that bears no town's name is what its name means ("الأنبار")
_SEAT_KM = 40.0
_AREA_FIRST = frozenset({"PS02"})  # "غزة" alone is the Gaza Strip before the city
_VARIANT_COST = 0.3
_RESPELT_COST = 1.0


@dataclasses.dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places and the names that lead to them.

    `names` maps a normalized name to indexes into `places`, the likeliest first; `weights` says, in the same order, how
    likely news means each of them by it before any context (a capital about 11, a hamlet 3); `needs_cue` holds
    normalized names that are common words or persons' names; `units` and `capitals` give the index of a unit by its
    code and of a capital by its country's; `max_words` is the length of the longest name in words.
    """

    places: list[Place]
    names: dict[str, tuple[int, ...]]
    weights: dict[str, tuple[float, ...]]
    needs_cue: frozenset[str]
    units: dict[str, int]
    capitals: dict[str, int]
    max_words: int

    def lookup(self, name: str) -> list[Place]:
        """Return the places called `name` in any spelling, the likeliest first; [] when there is none."""
        return [self.places[index] for index in self.names.get(normalize_name(name), ())]

    def admin1(self, pcode: str) -> Place | None:
        """Return the first-level unit with this code."""
        return self._unit(pcode, "admin1")

    def admin2(self, pcode: str) -> Place | None:
        """Return the second-level unit with this code."""
        return self._unit(pcode, "admin2")

    def country(self, iso2: str) -> Place | None:
        """Return the country with this ISO 3166-1 alpha-2 code."""
        return self._unit(iso2, "country")

    def _unit(self, code: str, kind: str) -> Place | None:
        index = self.units.get(code)
        place = self.places[index] if index is not None else None
        return place if place is not None and place.kind == kind else None


def build_gazetteer(extra: Sequence[Place] = ()) -> Gazetteer:
    """Return the gazetteer; `extra` (imported by a user) wins over the project's tables, and they over GeoNames."""
    own = list(read_own_places())
    index = AdminIndex(own)
    units = [place for place in own if place.kind in _UNITS]
    others = [place for place in own if place.kind not in _UNITS]
    imported = (place if place.admin1_pcode else index.locate(place) for place in extra)
    shipped = (index.locate(place) for place in itertools.chain(others, read_geonames()))
    located = itertools.chain(units, imported, shipped)
    places = merge_duplicates(located)
    capitals = _find_capitals(places)
    scored = _score_names(places)
    names = {form: tuple(index for index, _ in found) for form, found in scored.items()}
    return Gazetteer(
        places=places,
        names=names,
        weights={form: tuple(weight for _, weight in found) for form, found in scored.items()},
        needs_cue=_needing_cue(names, places),
        capitals=capitals,
        units={place.place_id: i for i, place in enumerate(places) if place.kind in _UNITS},
        max_words=max(name.count(" ") + 1 for name in names),
    )


def _find_capitals(places: list[Place]) -> dict[str, int]:
    """Return country -> index of its capital, and give each the names by its country: "العاصمة الأفغانية"."""
    wanted = {(row["country"], normalize_name(row["capital_ar"])): row["capital_ar"] for row in read_capitals()}
    adjectives = read_capital_adjectives()
    found: dict[str, int] = {}
    for index, place in enumerate(places):
        name = wanted.get((place.country, normalize_name(place.name_ar)), "")
        if name and place.kind in _TOWNS and place.country not in found:
            found[place.country] = index
            heads = [f"العاصمة {adjective}" for adjective in adjectives.get(place.country, ())]
            short = [own for own in (place.name_ar, *place.variants) if " " not in own or own == place.name_ar]
            names = (*heads, *(f"{head} {own}" for head in (*heads, "العاصمة") for own in short))
            places[index] = dataclasses.replace(place, variants=tuple(dict.fromkeys((*place.variants, *names))))
    return found


def merge_duplicates(places: Iterable[Place]) -> list[Place]:
    """Return `places` with later rows of the same settlement folded into the first one; order is kept."""
    merged: list[Place] = []
    by_id: dict[str, int] = {}
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place in places:
        keys = dict.fromkeys((place.country, normalize_name(name)) for name in (place.name_ar, *place.variants))
        twin = by_id.get(place.place_id)
        if twin is None:
            twin = _find_twin(place, merged, (i for key in keys for i in by_name.get(key, ())))
        if twin is None:
            twin = len(merged)
            merged.append(place)
        else:
            merged[twin] = _fold(merged[twin], place)
        by_id[place.place_id] = twin
        for key in keys:
            if twin not in by_name[key]:
                by_name[key].append(twin)
    return merged


def _find_twin(place: Place, merged: list[Place], candidates: Iterable[int]) -> int | None:
    return next((index for index in candidates if _are_twins(place, merged[index])), None)


def _are_twins(place: Place, other: Place) -> bool:
    """Two rows of one name in one country are one place when their kinds go together and their points are near.

    A neighbourhood is no twin of the city whose name it bears, nor a camp of the town beside it.
    """
    if place.kind in _TOWNS and other.kind in _TOWNS:
        reach = _SAME_CITY_KM if "city" in {place.kind, other.kind} else _SAME_PLACE_KM
    elif place.kind == other.kind and place.kind not in _UNITS:
        reach = _SAME_PLACE_KM if place.kind in SETTLEMENTS else _SAME_FEATURE_KM
    else:
        return False
    return km_between(place, other) <= reach


def _fold(winner: Place, other: Place) -> Place:
    known = {normalize_name(name) for name in (winner.name_ar, *winner.variants)}
    added = tuple(name for name in (other.name_ar, *other.variants) if normalize_name(name) not in known)
    return dataclasses.replace(
        winner,
        name_en=winner.name_en or other.name_en,
        variants=(*winner.variants, *added),
        admin1_pcode=winner.admin1_pcode or other.admin1_pcode,
        admin2_pcode=winner.admin2_pcode or other.admin2_pcode,
        population=max(winner.population, other.population),
    )


def _priors(places: list[Place]) -> list[float]:
    towns: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        if place.kind in _TOWNS:
            towns[place.country, normalize_name(place.name_ar)].append(place)
    priors = []
    for place in places:
        near_home = place.kind == "admin1" and place.country in _COUNTRY_PRIOR
        namesakes = towns[place.country, normalize_name(place.name_ar)] if near_home else ()
        seated = any(km_between(place, town) <= _SEAT_KM for town in namesakes)
        priors.append(_prior(place) + _SEATLESS_UNIT * (near_home and not seated))
    return priors


def _prior(place: Place) -> float:
    return sum(weight for _, weight in prior_parts(place))


def prior_parts(place: Place) -> tuple[tuple[str, float], tuple[str, float]]:
    """Return (reason, weight) of what makes news likely to mean a place, whatever it is called."""
    country = (f"{place.country}, of the countries that conflict news is about", _COUNTRY_PRIOR.get(place.country, 0.0))
    if place.population > 0:
        return country, (f"{place.population:,} people", 2.5 + math.log10(place.population))
    if place.place_id.startswith("gn"):
        return country, ("listed by GeoNames without its people", _UNKNOWN_GEONAMES_PRIOR)
    return country, (f"kind {place.kind}, people unknown", _KIND_PRIOR.get(place.kind, _OTHER_PRIOR))


def _score_names(places: list[Place]) -> dict[str, list[tuple[int, float]]]:
    """Return normalized name -> (index, weight) of each place that bears it, the likeliest first."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for index, (place, base) in enumerate(zip(places, _priors(places), strict=True)):
        levantine = place.country in _LEVANT and place.kind in SETTLEMENTS
        for order, name in enumerate((place.name_ar, *place.variants)):
            for respelt, form in enumerate(spellings(name, levantine=levantine)):
                weight = base - _name_cost(place, order, respelt)
                found[form][index] = max(weight, found[form].get(index, -math.inf))
    return {form: sorted(weights.items(), key=_likeliest_first) for form, weights in found.items()}


def _name_cost(place: Place, order: int, respelt: int) -> float:
    """Return what a name that is not the usual one costs; a governorate called by its seat's name costs most."""
    seat_name = order > 0 and place.kind == "admin1" and place.place_id not in _AREA_FIRST
    return _SEATLESS_UNIT * seat_name + _VARIANT_COST * (order > 0) + _RESPELT_COST * (respelt > 0)


def _likeliest_first(pair: tuple[int, float]) -> tuple[float, int]:
    return -pair[1], pair[0]


def _needing_cue(names: dict[str, tuple[int, ...]], places: list[Place]) -> frozenset[str]:
    flagged = read_doubtful_places()
    doubtful = {name for name, found in names.items() if _is_doubtful(name, places[found[0]], flagged)}
    return frozenset(doubtful | (read_stop_names().keys() & names.keys()))


def _is_doubtful(name: str, place: Place, flagged: frozenset[str]) -> bool:
    """Names of two letters, words that a table flags, small places called like persons ("أبو علي", "الشيخ سعد")."""
    if place.kind in _UNITS:
        return False
    first, space, _ = name.partition(" ")
    if not space:
        return len(name) <= _SHORT or place.place_id in flagged
    return place.kind in _SMALL and first in _PERSONAL
