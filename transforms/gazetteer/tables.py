"""The project's own place tables under `data/`, read as `Place` rows.

GeoNames is `geonames`, files that users bring are `imports`; what a column means is written here, once.
"""

import importlib.resources
import math
from collections.abc import Iterator
from typing import cast

from transforms.contracts.errors import MarsadError
from transforms.contracts.ids import content_id
from transforms.gazetteer.places import KINDS, Kind, Place
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_PACKAGE = "transforms.gazetteer"


def read_own_places() -> Iterator[Place]:
    """Yield the places of every table: notable places first, then regions, districts, governorates, countries."""
    units = {row["admin1_pcode"] for row in read_tsv(_PACKAGE, "admin1")}
    qualifiers = _qualifiers()
    for table, row in _notable_rows():
        yield _notable(row, table, units, qualifiers)
    for row in read_tsv(_PACKAGE, "admin2"):
        yield _district(row)
    for row in read_tsv(_PACKAGE, "admin1"):
        yield _governorate(row)
    for row in read_tsv(_PACKAGE, "countries"):
        yield _country(row)


def read_doubtful_places() -> frozenset[str]:
    """Return the ids of the places whose rows say `needs_cue`: their short names are common words; cities are not."""
    return frozenset(
        _notable_id(row) for _, row in _notable_rows() if "needs_cue" in row["note"] and row["kind"] != "city"
    )


BEHIND_PREPOSITION = "a place behind a preposition"
"""How a reason of place_stopwords ends where "في", "ب" or "على" before the name is cue enough: "في إب"."""


def read_stop_names() -> dict[str, str]:
    """Return normalized names that count as places only beside a cue ("قرية", "في مدينة") -> the reason."""
    noted = (row for table in _tables("places_") for row in read_tsv(_PACKAGE, table))
    reasons = {normalize_name(row["name_ar"]): "common word" for row in noted if row["note"] == "needs_cue"}
    return reasons | {normalize_name(row["name"]): row["reason"] for row in read_tsv(_PACKAGE, "place_stopwords")}


def read_nationalities(*, doubtful: bool = False) -> dict[str, str]:
    """Return normalized words for nationals and what is theirs ("سوري", "السورية", "أتراك") -> ISO code.

    With `doubtful`, only the words that mean something else as well ("مالي", financial or of Mali).
    """
    found: dict[str, str] = {}
    for row in read_tsv(_PACKAGE, "countries"):
        if bool(row["doubtful"]) == doubtful:
            for word in split_names("|".join((row["adjective_m"], row["adjective_f"], row["people"]))):
                bare = normalize_name(word).removeprefix("ال") if word.startswith("ال") else normalize_name(word)
                found.setdefault(bare, row["iso2"])
                found.setdefault(" ".join("ال" + part for part in bare.split()), row["iso2"])
    return found


def read_capitals() -> list[dict[str, str]]:
    """Return the rows of the capitals: country (ISO code), capital_ar, capital_en."""
    return read_tsv(_PACKAGE, "capitals")


def read_capital_adjectives() -> dict[str, tuple[str, ...]]:
    """Return ISO code -> definite feminine adjectives of one word ("الأفغانية") as they follow "العاصمة"."""
    rows = read_tsv(_PACKAGE, "countries")
    return {
        row["iso2"]: tuple("ال" + word for word in split_names(row["adjective_f"]) if " " not in word) for row in rows
    }


def read_place_types() -> dict[str, tuple[str, ...]]:
    """Return normalized words that announce a place ("مخيم", camp) -> the kinds that they announce."""
    rows = read_tsv(_PACKAGE, "place_types")
    return {normalize_name(row["word"]): tuple(row["kinds"].split("|")) for row in rows}


def _tables(prefix: str) -> list[str]:
    files = importlib.resources.files(_PACKAGE).joinpath("data").iterdir()
    return sorted(file.name.removesuffix(".tsv") for file in files if file.name.startswith(prefix))


def _notable_rows() -> Iterator[tuple[str, dict[str, str]]]:
    for table in (*_tables("places_"), "regions"):
        for row in read_tsv(_PACKAGE, table):
            yield table, row


def _qualifiers() -> frozenset[str]:
    """Return names that tell namesakes apart in the tables ("البيضاء ليبيا"): countries, units and cities."""
    rows = [row for table in ("countries", "admin1", "admin2") for row in read_tsv(_PACKAGE, table)]
    rows += [row for _, row in _notable_rows() if row["kind"] == "city"]
    return frozenset(normalize_name(row["name_ar"]) for row in rows) - read_stop_names().keys()


def _usual_name(row: dict[str, str], qualifiers: frozenset[str]) -> str:
    """Return the name without the qualifier that only the table needs, when the bare name is among the variants."""
    for bare in split_names(row["variants"]):
        rest = row["name_ar"].removeprefix(bare + " ")
        if rest != row["name_ar"] and normalize_name(rest) in qualifiers:
            return bare
    return row["name_ar"]


def _notable_id(row: dict[str, str]) -> str:
    point = f"{float(row['latitude'] or math.nan):.2f},{float(row['longitude'] or math.nan):.2f}"
    return "m" + content_id(row["country"], normalize_name(row["name_ar"]), row["kind"], point)


def _notable(row: dict[str, str], table: str, units: set[str], qualifiers: frozenset[str]) -> Place:
    kind = row["kind"]
    if kind not in KINDS:
        message = (
            f"{table}.tsv: kind {kind!r} of {row['name_ar']!r} is unknown; choose one of {', '.join(sorted(KINDS))}"
        )
        raise MarsadError(message)
    latitude, longitude = _point(row, table)
    admin1, admin2 = row["admin1_pcode"], row["admin2_pcode"]
    if admin2 in units:  # Palestine, Libya: OCHA's second level is the first one here
        admin1, admin2 = admin2, ""
    name = _usual_name(row, qualifiers)
    return Place(
        place_id=_notable_id(row),
        name_ar=name,
        name_en=row["name_en"],
        variants=tuple(other for other in split_names(f"{row['variants']}|{row['name_ar']}") if other != name),
        kind=cast("Kind", kind),
        country=row["country"],
        admin1_pcode=admin1 if admin1 in units else "",
        admin2_pcode=admin2,
        latitude=latitude,
        longitude=longitude,
        population=int(row["population"] or 0),
    )


def _district(row: dict[str, str]) -> Place:
    latitude, longitude = _point(row, "admin2")
    return Place(
        place_id=row["admin2_pcode"],
        name_ar=row["name_ar"],
        name_en=row["name_en"],
        variants=split_names(row["variants"]),
        kind="admin2",
        country=row["country"],
        admin1_pcode=row["admin1_pcode"],
        admin2_pcode=row["admin2_pcode"],
        latitude=latitude,
        longitude=longitude,
        population=0,
    )


def _governorate(row: dict[str, str]) -> Place:
    latitude, longitude = _point(row, "admin1")
    return Place(
        place_id=row["admin1_pcode"],
        name_ar=row["name_ar"],
        name_en=row["name_en"],
        variants=split_names(row["variants"]),
        kind="admin1",
        country=row["country"],
        admin1_pcode=row["admin1_pcode"],
        admin2_pcode="",
        latitude=latitude,
        longitude=longitude,
        population=0,
    )


def _country(row: dict[str, str]) -> Place:
    latitude, longitude = _point(row, "countries")
    return Place(
        place_id=row["iso2"],
        name_ar=row["name_ar"],
        name_en=row["name_en"],
        variants=split_names(row["variants"]),
        kind="country",
        country=row["iso2"],
        admin1_pcode="",
        admin2_pcode="",
        latitude=latitude,
        longitude=longitude,
        population=0,
    )


def split_names(cell: str) -> tuple[str, ...]:
    """Return the names of a cell that separates them with `|`, each once, in order."""
    return tuple(dict.fromkeys(name.strip() for name in cell.split("|") if name.strip()))


def _point(row: dict[str, str], table: str) -> tuple[float, float]:
    try:
        return float(row["latitude"] or math.nan), float(row["longitude"] or math.nan)
    except ValueError as error:
        message = f"{table}.tsv: coordinates {row['latitude']!r}, {row['longitude']!r} of {row['name_ar']!r}: {error}"
        raise MarsadError(message) from error
