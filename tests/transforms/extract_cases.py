"""How tests of the extractor say what a text should yield, and where the answer departs from it.

One shared extractor a session; the cases themselves are tables in the test modules.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from transforms.extract.article import Extraction, Extractor, build_extractor

PUBLISHED = "2024-05-15"
"""A Wednesday; the day before is Tuesday 14 May."""
CLOSING = "وأكد شهود عيان ذلك للصحفيين."
"""Eyewitnesses confirmed it to reporters."""
Expected = Mapping[str, object]
Row = Mapping[str, object]
NOTHING: tuple[Expected, ...] = ()
_TOLLS = ("killed", "injured", "abducted", "detained")
_ROLES = {"by": "initiator", "on": "target", "support": "support", "claimant": "claimant"}
_COLUMNS = {
    "event": "event_type",
    "kind": "sub_event_type",
    "country": "country",
    "admin1": "admin1_name_en",
    "admin2": "admin2_name_en",
    "place": "place_name_en",
    "named": "place_text",
    "where": "where_precision",
    "when": "date_precision",
    "weapon": "weapon",
    "salience": "salience",
    "civilian": "civilian_targeting",
}


@functools.cache
def shared_extractor() -> Extractor:
    """Return the extractor over the packaged lexicons and places."""
    return build_extractor()


def extract(text: str, *, title: str = "", published: str | None = PUBLISHED, country: str | None = None) -> Extraction:
    """Return what the extractor makes of an article with the given text."""
    article = {"article_id": "a1", "title": title, "text": text, "published_at": published, "country": country}
    return shared_extractor().extract(article)


def told(text: str, *, title: str = "", published: str | None = PUBLISHED) -> Sequence[Row]:
    """Return the incidents of a text."""
    return extract(text, title=title, published=published).incidents


def differences(rows: Sequence[Row], expected: Expected | Sequence[Expected]) -> list[str]:
    """Return what is wrong with `rows`, [] when they tell what is expected, incident by incident in any order."""
    wanted = [expected] if isinstance(expected, Mapping) else list(expected)
    if len(rows) != len(wanted):
        return [f"{len(rows)} incidents instead of {len(wanted)}: {[_brief(row) for row in rows]}"]
    orders = permutations(rows) if len(rows) <= 5 else [tuple(rows)]
    found = [
        [d for row, want in zip(order, wanted, strict=True) for d in _row_differences(row, want)] for order in orders
    ]
    return min(found, key=len)


def _row_differences(row: Row, want: Expected) -> list[str]:
    pairs = [(key, value, _value(row, key)) for key, value in want.items()]
    return [f"{key} is {got!r}, not {value!r}" for key, value, got in pairs if not _same(got, value, key)]


def _value(row: Row, key: str) -> object:
    if key in _TOLLS:
        return tuple(row[f"{key}_{bound}"] for bound in ("low", "best", "high"))
    if key in _ROLES:
        return {(a["actor_id"], a["type"]) for a in row["actors"] if a["role"] == _ROLES[key]}
    if key == "date":
        return (
            f"{row['date_start']}/{row['date_end']}" if row["date_start"] != row["date_end"] else f"{row['date_start']}"
        )
    if key == "groups":
        return {(c["outcome"], c["group"], c["best"]) for c in row["casualties"]}
    return row[_COLUMNS[key]]


def _same(got: object, want: object, key: str) -> bool:
    if key in _TOLLS:
        return got == (want if isinstance(want, tuple) else (want, want, want))
    if key in _ROLES:
        return _same_actors(got, want)
    if key == "groups":
        return set(want) <= got
    return got in want if isinstance(want, set) else got == want


def _same_actors(got: set[tuple[str, int]], want: object) -> bool:
    """An empty set asks for nobody; ids and ACLED types ask for those and no more."""
    wanted = want if isinstance(want, set) else {want}
    return len(got) == len(wanted) and all(any(item in pair for pair in got) for item in wanted)


def _brief(row: Row) -> str:
    return f"{row['sub_event_type']} @{row['place_text']} {row['date_start']} +{row['killed_best']} by {row['trigger_text']}"


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what it should yield: one row's columns, several rows', or NOTHING.

    A neutral closing line follows the text: the confidence model doubts lone sentences, and these cases are about
    what is read in them.
    """

    text: str
    expected: Expected | Sequence[Expected]
    title: str = ""
    published: str | None = PUBLISHED

    def differences(self) -> list[str]:
        """Return what is wrong with the answer to this case."""
        rows = told(f"{self.text}\n{CLOSING}", title=self.title, published=self.published)
        return differences(rows, self.expected)
