"""Places that users bring: raw rows checked, their units resolved, the bad ones reported.

Formats are `import_rows`; reading files and storing what comes out belong to the flows.
"""

import dataclasses
import io
import json
import math
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from typing import IO, cast

from transforms.contracts.errors import MarsadError
from transforms.contracts.ids import content_id
from transforms.gazetteer.build import Gazetteer
from transforms.gazetteer.geonames import clean_name, kind_by_population, units_by_geonames_code
from transforms.gazetteer.import_rows import RawRow, detect_format, open_text, read_alternate_names, read_rows
from transforms.gazetteer.nearest import AdminIndex
from transforms.gazetteer.places import KINDS, Kind, Place, distance_km
from transforms.text.normalize import normalize_name

_HEAD = 4096
_SAMPLE = 120
_UNIT_WORD = re.compile("^(?:محافظه|ولايه|منطقه|اماره|اقليم|مدينه|قضاء|مديريه) ")
_SEPARATORS = re.compile(r"[()\[\]/+|,،;:٫]| - ")
_INVISIBLE = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NOT_A_NAME = re.compile(r"[^\w\s-]|[A-Za-z_]")
_ASCII_DIGITS = {zero + digit: str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}
_NAMED_UNIT_REACH_KM = 250.0
# A point this far from all that is known of its country, whose mirror image is this near to some of it, is swapped.
_FOREIGN_KM = 80.0
_AT_HOME_KM = 40.0
# GeoNames feature codes that name places of news; the other features (wells, hotels, farms) are refused with a reason.
_FEATURES: dict[str, str] = {
    "P.PPLX": "neighbourhood", "S.AIRP": "airport", "S.AIRB": "base", "S.AIRF": "airport", "S.MILB": "base",
    "L.MILB": "base", "S.INSM": "base", "S.DAM": "dam", "H.DAM": "dam", "L.PRT": "port", "S.PRT": "port",
    "S.CMPRF": "camp", "L.CMPRF": "camp", "S.CSTM": "crossing", "S.BDG": "site", "S.OILR": "site", "L.OILF": "site",
    "T.ISL": "island", "T.MT": "mountain", "T.MTS": "mountain", "L.RGN": "region", "H.STRT": "sea", "H.GULF": "sea",
    "S.PRN": "site", "A.ADM3": "town", "A.ADM4": "village",
}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that did not become a place: where, why (a fixed word), and the words of it that tell."""

    file: str
    line: int
    reason: str
    detail: str


@dataclasses.dataclass(frozen=True, slots=True)
class PlaceImport:
    """What one file gave."""

    places: tuple[Place, ...]
    rejects: tuple[RejectedRow, ...]


def import_places(
    name: str,
    content: bytes | IO[bytes],
    *,
    gazetteer: Gazetteer,
    alternates: Mapping[str, tuple[str, ...]] | None = None,
    country: str = "",
) -> PlaceImport:
    """Return the places of one file and the rows that were refused.

    `alternates` are the Arabic names of a GeoNames alternateNames file (`parse_alternate_names`); `country` is taken
    for rows that name none. Raises MarsadError when the file as a whole is not readable.
    """
    places: list[Place] = []
    rejects: list[RejectedRow] = []
    for found in parse_places(name, content, gazetteer=gazetteer, alternates=alternates, country=country):
        if isinstance(found, Place):
            places.append(found)
        else:
            rejects.append(found)
    return PlaceImport(tuple(places), tuple(rejects))


def parse_places(
    name: str,
    content: bytes | IO[bytes],
    *,
    gazetteer: Gazetteer,
    alternates: Mapping[str, tuple[str, ...]] | None = None,
    country: str = "",
) -> Iterator[Place | RejectedRow]:
    """Yield each row of a file as a place or as a refusal, in order; see `import_places`."""
    text = open_text(content)
    head = text.read(_HEAD)
    form = detect_format(name, head)
    if form == "alternate_names":
        raise MarsadError(f"{name}: names without places; give it together with the GeoNames country file")
    resolver = _Resolver(gazetteer, country)
    try:
        for row in read_rows(form, _rewound(head, text), alternates or {}):
            if isinstance(row, RawRow):
                yield resolver.resolve(name, row)
            else:
                yield RejectedRow(name, row[0], "malformed_row", row[1])
    except MarsadError as error:
        raise MarsadError(f"{name}: {error}") from error
    except (json.JSONDecodeError, KeyError, AttributeError, TypeError) as error:
        raise MarsadError(f"{name}: not readable as {form}: {error!r}; see `marsad gazetteer import --help`") from error


def parse_alternate_names(content: bytes | IO[bytes]) -> dict[str, tuple[str, ...]]:
    """Return geonameid -> Arabic names of a GeoNames alternateNames file."""
    return read_alternate_names(open_text(content))


def unpack(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of a zip archive's tables, GeoNames' readme left out; any other file as it is.

    Raises MarsadError for a zip that is damaged, locked or holds no table.
    """
    if not content.startswith(b"PK"):
        yield name, content
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            tables = [member for member in archive.namelist() if _is_table(member)]
            if not tables:
                raise MarsadError(f"{name}: no table of places in this zip; it holds {archive.namelist()[:3]}")
            for member in tables:
                yield member, archive.read(member)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise MarsadError(f"{name}: this zip cannot be opened: {error}; fetch it again or unpack it first") from error


def _is_table(member: str) -> bool:
    return member.lower().endswith((".txt", ".csv", ".json", ".geojson", ".tsv")) and "readme" not in member.lower()


def is_alternate_names(name: str, content: bytes) -> bool:
    """Return whether a file is one of GeoNames' alternate names: by its first row, whatever it is called."""
    return detect_format(name, content[:_HEAD].decode("utf-8-sig", errors="replace")) == "alternate_names"


def _rewound(head: str, text: IO[str]) -> IO[str]:
    return io.StringIO(head + text.read(), newline="")


class _Resolver:
    """Turns raw rows into places: names cleaned, point checked, country and units found."""

    def __init__(self, gazetteer: Gazetteer, country: str) -> None:
        self._gazetteer = gazetteer
        self._country = country
        self._index = AdminIndex(gazetteer.places)
        self._codes = units_by_geonames_code()
        self._units: dict[str, list[Place]] = {}
        for place in gazetteer.places:
            if place.kind == "admin1":
                for name in (place.name_ar, *place.variants, place.name_en):
                    self._units.setdefault(_unit_name(name), []).append(place)

    def resolve(self, file: str, row: RawRow) -> Place | RejectedRow:
        """Return the place that a row tells of, or why there is none."""
        kind = _kind(row)
        names = tuple(dict.fromkeys(name for given in row.names for name in names_in(given)))
        point = _point(row)
        sample = " | ".join((*row.names[:2], row.name_en, row.latitude, row.longitude))[:_SAMPLE]
        if kind is None:
            return RejectedRow(file, row.line, "feature_not_used", f"{row.feature} {sample}")
        if not names:
            return RejectedRow(file, row.line, "no_arabic_name", sample)
        if point is None:
            return RejectedRow(file, row.line, "bad_coordinates", sample)
        country = self._country_of(row, point)
        if not country:
            turned = self._index.nearest(point[1], point[0]) is not None
            return RejectedRow(file, row.line, "coordinates_swapped" if turned else "country_unknown", sample)
        near = self._index.nearest(*point, country=country)
        if misplaced := self._misplaced(point, country, near):
            return RejectedRow(file, row.line, misplaced, f"{sample} | {country}")
        return self._index.locate(self._place(row, names, kind, country, point, near))

    def _misplaced(self, point: tuple[float, float], country: str, near: Place | None) -> str:
        """Return why a point cannot lie in its country, '' when it can or when nothing of the country is known."""
        if near is not None and distance_km(*point, near.latitude, near.longitude) <= _FOREIGN_KM:
            return ""
        turned = (point[1], point[0])
        there = self._index.nearest(*turned, country=country)
        if there is not None and distance_km(*turned, there.latitude, there.longitude) <= _AT_HOME_KM:
            return "coordinates_swapped"
        return "far_from_country" if near is None and self._index.knows(country) else ""

    def _place(
        self,
        row: RawRow,
        names: tuple[str, ...],
        kind: Kind,
        country: str,
        point: tuple[float, float],
        near: Place | None,
    ) -> Place:
        return Place(
            place_id=row.place_id
            or "u" + content_id(country, normalize_name(names[0]), f"{point[0]:.4f},{point[1]:.4f}"),
            name_ar=names[0],
            name_en=row.name_en if row.name_en.isascii() or not _is_arabic(row.name_en) else "",
            variants=names[1:],
            kind=kind,
            country=country,
            admin1_pcode=self._admin1(row.admin1, country, near),
            admin2_pcode=row.admin2 if self._gazetteer.admin2(row.admin2) else "",
            latitude=point[0],
            longitude=point[1],
            population=_count(row.population),
        )

    def _country_of(self, row: RawRow, point: tuple[float, float]) -> str:
        given = row.country.upper()[:2] if self._gazetteer.country(row.country.upper()[:2]) else ""
        if given or self._country:
            return given or self._country
        named = self._gazetteer.lookup(row.country) if row.country else []
        if named and named[0].kind == "country":
            return named[0].country
        fitting = [
            (distance_km(*point, unit.latitude, unit.longitude), unit.country)
            for unit in self._units.get(_unit_name(row.admin1), ())
        ]
        near = [pair for pair in fitting if pair[0] <= _NAMED_UNIT_REACH_KM]
        if near:
            return min(near)[1]
        nearest = self._index.nearest(*point)
        return nearest.country if nearest is not None else ""

    def _admin1(self, given: str, country: str, near: Place | None) -> str:
        """Return the unit's code; a name that fits several ("دمشق" for its countryside too) goes to the nearest."""
        code = given.removeprefix("geonames:")
        if code != given:
            return self._codes.get((country, code), "")
        unit = self._gazetteer.admin1(given)
        if unit is not None:
            return unit.admin1_pcode
        wanted = _unit_name(given)
        if near is not None and not wanted:
            return near.admin1_pcode
        if near is not None:
            around = self._gazetteer.admin1(near.admin1_pcode)
            if around is not None and wanted and wanted in normalize_name(around.name_ar).split(" ", 1)[-1]:
                return around.admin1_pcode
        fitting = [unit for unit in self._units.get(wanted, ()) if unit.country == country]
        return fitting[0].admin1_pcode if fitting else ""


def names_in(cell: str) -> Iterator[str]:
    """Yield the Arabic names that one cell holds: "الفروي (ذي مسنام)" has two, "اسم/اسم آخر" too.

    >>> list(names_in("قضاء أبو غريب (الحصوة)"))
    ['أبو غريب', 'الحصوة']
    """
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", cell)).translate(_ASCII_DIGITS)
    for part in _SEPARATORS.split(plain):
        name = clean_name(" ".join(_NOT_A_NAME.sub(" ", part).split()))
        if name:
            yield name


def _unit_name(name: str) -> str:
    return _UNIT_WORD.sub("", normalize_name(name))


def _kind(row: RawRow) -> Kind | None:
    """Return the kind of place, None for a feature that news does not name."""
    if row.feature:
        kind = _FEATURES.get(row.feature)
        if kind is None and row.feature.startswith("P."):
            return kind_by_population(_count(row.population))
        return cast("Kind | None", kind)
    if row.kind == "city" or row.kind not in KINDS:  # many lists call every settlement a city
        by_size = kind_by_population(_count(row.population))
        return "town" if row.kind == "city" and by_size == "village" else by_size
    return cast("Kind", row.kind)


def _count(cell: str) -> int:
    digits = cell.replace(",", "").split(".")[0]
    return int(digits) if digits.isdigit() else 0


def _degrees(cell: str) -> float:
    """Return a number of degrees, the decimal comma of spreadsheets ("35,9" and "\u0663\u0665\u066b\u0669") allowed."""
    return float(cell if "." in cell else cell.replace(",", ".").replace("\u066b", "."))


def _point(row: RawRow) -> tuple[float, float] | None:
    try:
        latitude, longitude = (_degrees(cell) for cell in (row.latitude, row.longitude))
    except ValueError:
        return None
    inside = abs(latitude) <= 90 and abs(longitude) <= 180 and not (latitude == 0 and longitude == 0)
    return (latitude, longitude) if inside and math.isfinite(latitude + longitude) else None


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= char <= "\u06ff" for char in text)
