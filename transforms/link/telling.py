"""One incident as linking sees it: the features of a row that are compared with those of another.

What the features are worth is in `score`; which rows are compared, in `block`.
"""

import dataclasses
import datetime as dt
import functools
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from transforms.lexicon.schema import read_tsv
from transforms.link.cues import tells_another, tells_earlier_toll, tells_many
from transforms.link.words import PROCLITICS, stem_word, stem_words
from transforms.text.normalize import normalize

UNDATED = float("inf")
"""Publication time of an article that does not tell it: after all others."""
_EPOCH_DAY = dt.date(1970, 1, 1).toordinal()
_SECONDS_A_DAY = 86_400
_LONGEST_DATED_DAYS = 3
_LEAST_LETTERS = 3
_DISTRICT = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Toll:
    """How many people: at least `low`, at most `high` (None is open above)."""

    low: int
    high: int | None


@dataclasses.dataclass(frozen=True)
class Wording:
    """The words that a report tells an incident in; most are never compared, so they are read when first asked for."""

    text: str

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The words that tell something."""
        return frozenset(stem for stem in self._stems if len(stem) >= _LEAST_LETTERS) - _common_words()

    @functools.cached_property
    def sites(self) -> frozenset[str]:
        """The kinds of site that are named."""
        return _sites(self._stems)

    @functools.cached_property
    def another(self) -> bool:
        """Whether an attack is told as another one than the news."""
        return tells_another(self._stems)

    @functools.cached_property
    def many(self) -> bool:
        """Whether several attacks are told as one."""
        return tells_many(self._stems)

    @functools.cached_property
    def earlier_toll(self) -> bool:
        """Whether the number is an earlier or a provisional one."""
        return tells_earlier_toll(self._stems)

    def has(self, name: frozenset[str]) -> bool:
        """Whether all words of a name stand in it."""
        return name.issubset(self._stems)

    @functools.cached_property
    def _stems(self) -> list[str]:
        return stem_words(self.text)


@dataclasses.dataclass(frozen=True, slots=True)
class Telling:
    """One incident as one article tells it.

    `place` is the gazetteer's id of what lies in a governorate, else the name as written; `place_level` is 1 point,
    2 district, 3 governorate, 4 country or vaguer; `name` has the words of its name, none where it is named like the
    governorate, as its capital is; days are proleptic ordinals; `published` is seconds since the epoch.
    """

    incident_id: str
    article_id: str
    story: str
    published: float
    main: bool
    kind: str
    first_day: int
    last_day: int
    date_precision: int
    country: str
    admin1: str | None
    admin2: str | None
    place: str | None
    place_level: int
    name: frozenset[str]
    point: tuple[float, float] | None
    initiators: frozenset[str]
    targets: frozenset[str]
    killed: Toll | None
    injured: Toll | None
    detained: Toll | None
    weapon: str | None
    wording: Wording

    @property
    def is_precise(self) -> bool:
        """True when place and day are known well enough to found an event of its own."""
        return self.place_level <= 2 and self.is_dated

    @property
    def is_dated(self) -> bool:
        """True when the day is known but for a day or two."""
        return self.date_precision <= 2 and self.last_day - self.first_day < _LONGEST_DATED_DAYS

    @property
    def is_dated_by_publication(self) -> bool:
        """True when the day is no more than the day of publication or the one before: it may be later news."""
        if self.date_precision != 2 or self.published == UNDATED:
            return False
        return self.last_day >= self.news_day - 1

    @property
    def news_day(self) -> int:
        """The day of publication (UTC), as an ordinal; not asked of what is `UNDATED`."""
        return _EPOCH_DAY + int(self.published // _SECONDS_A_DAY)

    @property
    def order(self) -> tuple[float, str]:
        """Place in the order of telling: publication, then id."""
        return self.published, self.incident_id


def read_telling(row: Mapping[str, Any]) -> Telling:
    """Return the features of a row of `incidents` that also has its article's published_at and cluster_id."""
    level = _place_level(row)
    return Telling(
        incident_id=row["incident_id"],
        article_id=row["article_id"],
        story=row.get("cluster_id") or row.get("duplicate_of") or row["article_id"],
        published=_seconds(row.get("published_at")),
        main=row["salience"] == "main",
        kind=row["sub_event_type"],
        first_day=row["date_start"].toordinal(),
        last_day=row["date_end"].toordinal(),
        date_precision=row["date_precision"],
        country=row["country"] or "",
        admin1=row["admin1_pcode"] or row["admin1_name_en"],
        admin2=row["admin2_pcode"],
        place=_place(row, level),
        place_level=level,
        name=_name(row, level),
        point=(row["latitude"], row["longitude"]) if row["latitude"] is not None else None,
        initiators=_actors(row, "initiator"),
        targets=_actors(row, "target"),
        killed=_toll(row, "killed"),
        injured=_toll(row, "injured"),
        detained=_toll(row, "detained"),
        weapon=row["weapon"],
        wording=Wording(row["evidence_text"]),
    )


def _sites(stems: Sequence[str]) -> frozenset[str]:
    """Return the kinds of site that words name, by one word or two that follow each other."""
    table = _site_words()
    bare = [_bare(stem) for stem in stems]
    if _parts_of_sites().isdisjoint(bare):
        return frozenset()
    pairs = (f"{one} {other}" for one, other in itertools.pairwise(bare))
    return frozenset(table[word] for word in (*bare, *pairs) if word in table)


@functools.lru_cache(maxsize=100_000)
def _bare(stem: str) -> str:
    """Return a word of a site as it stands in the table, without the ending of the accusative or a clitic."""
    forms = (stem, stem.removesuffix("ا"), stem[1:] if stem.startswith(PROCLITICS) else stem)
    return next((form for form in forms if form in _parts_of_sites()), stem)


@functools.cache
def _site_words() -> dict[str, str]:
    return {
        " ".join(stem_word(part) for part in normalize(row["word"]).split()): row["site"]
        for row in read_tsv("transforms.lexicon", "sites")
    }


@functools.cache
def _parts_of_sites() -> frozenset[str]:
    return frozenset(part for word in _site_words() for part in word.split())


@functools.cache
def _common_words() -> frozenset[str]:
    return frozenset(stem_word(normalize(row["word"])) for row in read_tsv(__package__, "common_words"))


def _place_level(row: Mapping[str, Any]) -> int:
    precision = row["where_precision"] or 6
    if precision <= 2 and row["latitude"] is not None:
        return 1
    if precision <= 3:
        return 2
    return 3 if precision == 4 and (row["admin1_pcode"] or row["admin1_name_en"]) else 4


def _place(row: Mapping[str, Any], level: int) -> str | None:
    """Return what names the place; nothing where the gazetteer knows it and it is the governorate or country itself."""
    if row["place_id"]:
        return str(row["place_id"]) if level <= _DISTRICT else None
    return normalize(row["place_text"]) if row["place_text"] else None


def _name(row: Mapping[str, Any], level: int) -> frozenset[str]:
    name = row.get("place_name_ar") if level <= _DISTRICT else None
    return _words_of_name(name) if name and name != row.get("admin1_name_ar") else frozenset()


@functools.lru_cache(maxsize=100_000)
def _words_of_name(name: str) -> frozenset[str]:
    return frozenset(stem_words(name))


def _actors(row: Mapping[str, Any], role: str) -> frozenset[str]:
    return frozenset(
        [
            actor["actor_id"] or normalize(actor["name_ar"] or actor["text"] or "")
            for actor in row["actors"] or ()
            if actor["role"] == role
        ]
    ) - {""}


def _toll(row: Mapping[str, Any], outcome: str) -> Toll | None:
    low = row[f"{outcome}_low"]
    return Toll(low, row[f"{outcome}_high"]) if low is not None and row[f"{outcome}_best"] is not None else None


def _seconds(published_at: dt.datetime | None) -> float:
    return UNDATED if published_at is None else published_at.timestamp()
