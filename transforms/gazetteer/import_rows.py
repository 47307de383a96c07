"""The formats in which users bring places, each turned into raw rows: GeoNames, OCHA COD-AB, GeoJSON, CSV, JSON.

Nothing is judged or resolved here; that is `imports`.
"""

import codecs
import csv
import dataclasses
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Literal

from transforms.contracts.errors import MarsadError
from transforms.gazetteer.centroid import centroid

Format = Literal["geonames", "alternate_names", "geojson", "json", "table"]

_GEONAMES_COLUMNS = 19
_ALTERNATE_COLUMNS = (4, 8, 10)
_ARABIC = re.compile("[\u0621-\u064a]")
_LEVELS = (4, 3, 2, 1)
_KIND_OF_LEVEL = {1: "admin1", 2: "admin2", 3: "town", 4: "village"}

# Column names that mean the same, in lower case; the first that is filled wins.
_ALIASES: dict[str, tuple[str, ...]] = {
    "name_ar": (
        "name_ar",
        "ar",
        "arabic",
        "name_arabic",
        "place_ar",
        "native",
        "الاسم",
        "اسم",
        "الموقع",
        "المكان",
        "القرية",
        "البلدة",
        "المدينة",
        "name",
        "place",
        "village",
        "town",
        "city",
        "locality",
        "location",
        "settlement",
    ),
    "name_en": ("name_en", "en", "english", "name_english", "place_en", "asciiname", "name"),
    "variants": ("variants", "alternatenames", "alt_names", "aliases"),
    "kind": ("kind", "type", "place_type"),
    "country": ("country", "country_code", "countrycode", "iso2", "adm0_pcode"),
    "admin1": (
        "admin1_pcode",
        "adm1_pcode",
        "admin1_ar",
        "admin1_name_ar",
        "admin1",
        "governorate",
        "province",
        "المحافظة",
        "الولاية",
    ),
    "admin2": ("admin2_pcode", "adm2_pcode"),
    "latitude": ("latitude", "lat", "center_lat", "y", "point_y", "خط العرض"),
    "longitude": ("longitude", "lon", "lng", "long", "center_lon", "x", "point_x", "خط الطول"),
    "population": ("population", "pop"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class RawRow:
    """One row as found: everything text, '' when absent; `line` counts from 1 in its file."""

    line: int
    names: tuple[str, ...]
    name_en: str
    kind: str
    country: str
    admin1: str
    admin2: str
    latitude: str
    longitude: str
    population: str
    place_id: str
    feature: str = ""


class UnreadableRow(Exception):  # noqa: N818 - a fact about the file, caught by the reader
    """A row that has not the shape of its format."""


def detect_format(name: str, head: str) -> Format:
    """Return the format of a file by its first characters, its name only as a help."""
    start = head.lstrip("\ufeff \t\r\n")
    if start.startswith("{"):
        return "geojson"
    if start.startswith("["):
        return "json"
    first = head.split("\n", 1)[0]
    cells = first.split("\t")
    if len(cells) == _GEONAMES_COLUMNS and cells[0].strip("\ufeff").isdigit():
        return "geonames"
    numeric = len(cells) in _ALTERNATE_COLUMNS and cells[0].strip("\ufeff").isdigit() and cells[1].isdigit()
    if numeric or name.lower().startswith("alternatename"):
        return "alternate_names"
    return "table"


def read_rows(
    form: Format, text: IO[str], alternates: Mapping[str, tuple[str, ...]]
) -> Iterator[RawRow | tuple[int, str]]:
    """Yield the raw rows of a file, or (line, what is wrong with it)."""
    if form == "geonames":
        yield from _geonames(text, alternates)
    elif form == "geojson":
        yield from _features(json.load(text))
    elif form == "json":
        yield from (_from_object(number, row) for number, row in enumerate(json.load(text), 1))
    else:
        yield from _table(text)


def read_alternate_names(text: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return geonameid -> Arabic names of a GeoNames alternateNames file, preferred ones first, historic ones last."""
    found: dict[str, list[tuple[int, str]]] = {}
    for line in text:
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) >= _ALTERNATE_COLUMNS[0] and cells[2] == "ar":
            flags = [cell == "1" for cell in (*cells[4:8], "", "", "", "")][:4]
            rank = 2 * flags[3] + flags[2] - flags[0]
            found.setdefault(cells[1], []).append((rank, cells[3]))
    return {key: tuple(name for _, name in sorted(names, key=lambda pair: pair[0])) for key, names in found.items()}


def _geonames(text: IO[str], alternates: Mapping[str, tuple[str, ...]]) -> Iterator[RawRow | tuple[int, str]]:
    for number, line in enumerate(text, 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != _GEONAMES_COLUMNS:
            yield number, f"{len(cells)} cells, a GeoNames row has {_GEONAMES_COLUMNS}"
            continue
        given = alternates.get(cells[0], ())
        yield RawRow(
            line=number,
            names=(*given, *(name for name in cells[3].split(",") if _ARABIC.search(name))),
            name_en=cells[1],
            kind="",
            country=cells[8],
            admin1=f"geonames:{cells[10]}",
            admin2="",
            latitude=cells[4],
            longitude=cells[5],
            population=cells[14],
            place_id=f"gn{cells[0]}",
            feature=f"{cells[6]}.{cells[7]}",
        )


def _table(text: IO[str]) -> Iterator[RawRow | tuple[int, str]]:
    head = text.readline()
    delimiter = max("\t;,", key=head.count)
    columns = [cell.strip().strip('\ufeff"').lower() for cell in next(csv.reader([head], delimiter=delimiter), [])]
    _check_columns(columns)
    for number, cells in enumerate(csv.reader(text, delimiter=delimiter), 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(columns):
            yield number, f"{len(cells)} cells, the header has {len(columns)}"
            continue
        yield _from_mapping(number, dict(zip(columns, (cell.strip() for cell in cells), strict=True)))


def _check_columns(columns: list[str]) -> None:
    """Raise MarsadError when a table can hold no place, whatever stands in its rows."""
    named = {f"adm{level}_pcode" for level in _LEVELS}.union(_ALIASES["name_ar"])
    needed = {"name": named, "latitude": _ALIASES["latitude"], "longitude": _ALIASES["longitude"]}
    missing = [field for field, known in needed.items() if not any(column in known for column in columns)]
    if missing:
        raise MarsadError(
            f"no column for {', '.join(missing)} among {', '.join(columns[:12]) or 'none'}; "
            "call them name_ar, latitude and longitude (name_en, admin1, country may follow)"
        )


def _features(document: Any) -> Iterator[RawRow | tuple[int, str]]:
    for number, feature in enumerate(document.get("features", []), 1):
        row = {str(key).lower(): "" if value is None else str(value) for key, value in feature["properties"].items()}
        if not _pick(row, "latitude") and feature.get("geometry"):
            longitude, latitude = centroid(feature["geometry"])
            row |= {"longitude": str(longitude), "latitude": str(latitude)}
        yield _from_mapping(number, row)


def _from_object(number: int, value: Any) -> RawRow | tuple[int, str]:
    if not isinstance(value, dict):
        return number, f"not an object: {str(value)[:40]}"
    row = {
        str(key).lower(): str(cell)
        for key, cell in value.items()
        if cell is not None and not isinstance(cell, dict | list)
    }
    translations = value.get("translations")
    if isinstance(translations, dict) and translations.get("ar"):
        row["variants"] = f"{row.get('variants', '')}|{translations['ar']}"
    return _from_mapping(number, row)


def _from_mapping(number: int, row: dict[str, str]) -> RawRow:
    level = next((k for k in _LEVELS if row.get(f"adm{k}_pcode")), 0)
    if level:
        return _from_cod(number, row, level)
    name = _pick(row, "name_ar")
    return RawRow(
        line=number,
        names=tuple(part for part in (name, *re.split(r"[|,،]", _pick(row, "variants"))) if _ARABIC.search(part)),
        name_en=_pick(row, "name_en"),
        kind=_pick(row, "kind"),
        country=_pick(row, "country"),
        admin1=_pick(row, "admin1"),
        admin2=_pick(row, "admin2"),
        latitude=_pick(row, "latitude"),
        longitude=_pick(row, "longitude"),
        population=_pick(row, "population"),
        place_id="",
    )


def _from_cod(number: int, row: dict[str, str], level: int) -> RawRow:
    """Read a row of an OCHA COD-AB table: the deepest level that it has is the place."""
    texts = (row.get(f"adm{level}_{key}", "") for key in ("ar", "name_ar", "name1", "name2", "ref_name", "name"))
    return RawRow(
        line=number,
        names=tuple(dict.fromkeys(name for name in texts if _ARABIC.search(name))),
        name_en=row.get(f"adm{level}_en") or row.get(f"adm{level}_name", ""),
        kind=_KIND_OF_LEVEL[level],
        country=row.get("adm0_pcode", ""),
        admin1=row.get("adm1_pcode", ""),
        admin2=row.get("adm2_pcode", ""),
        latitude=_pick(row, "latitude"),
        longitude=_pick(row, "longitude"),
        population=_pick(row, "population"),
        place_id=row[f"adm{level}_pcode"],
    )


def _pick(row: dict[str, str], field: str) -> str:
    for alias in _ALIASES[field]:
        value = row.get(alias, "")
        if value and (field != "name_ar" or _ARABIC.search(value)):
            return value
    return ""


def open_text(content: bytes | IO[bytes]) -> IO[str]:
    """Return the content as text: UTF-8 or UTF-16 with its mark, UTF-8 without one, else Windows-1256.

    Bytes are judged whole, a stream by its first 64 kB.
    """
    if isinstance(content, bytes):
        return io.TextIOWrapper(io.BytesIO(content), encoding=_encoding_of(content), errors="replace", newline="")
    return _open_stream(content)


def _encoding_of(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1256"
    return "utf-8-sig"


def _open_stream(stream: IO[bytes]) -> IO[str]:
    if stream.seekable():
        start = stream.tell()
        head = stream.read(1 << 16)
        stream.seek(start)
        return io.TextIOWrapper(stream, encoding=_encoding(head), errors="replace", newline="")
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        head[: len(head) - 4].decode("utf-8-sig") if len(head) == 1 << 16 else head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "utf-8-sig" if error.start >= len(head) - 8 and len(head) == 1 << 16 else "cp1256"
    return "utf-8-sig"
