"""The date lexicon in the shape that the grammar asks: months, weekdays, relative phrases, closed words by kind.

Loads date_*.tsv once; knows no sentence.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.dates_calendar import Kind
from transforms.extract.numbers_words import LEXICON, CardinalReader
from transforms.extract.phrase_table import PhraseTable
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_CONJUNCTIONS = ("", "و", "ف")
_MONTH_CLITICS = ("", "و", "ف", "ب", "ل")
# The article melts with ل: للسبت.
_DEFINITE_CLITICS = ("", "و", "ف", "ب", "وب")
_KINDS: dict[str, Kind] = {"relative": "relative", "duration": "duration", "future": "relative"}


@dataclass(frozen=True, slots=True)
class Month:
    """A month name: 1-12 of its calendar; `guarded` when it is also another word."""

    number: int
    hijri: bool
    guarded: bool


@dataclass(frozen=True, slots=True)
class Offset:
    """Days from the publication day, as a relative phrase gives them."""

    start: int
    end: int
    precision: int
    kind: Kind
    future: bool


@dataclass(frozen=True, slots=True)
class Period:
    """A definite unit of time: its unit and how many the form itself says (dual 2)."""

    unit: str
    count: int


class DateWords:
    """All words of date phrases, in lookup form."""

    __slots__ = ("_closed", "anaphors", "cardinals", "modifiers", "months", "named", "periods", "relative", "weekdays")

    def __init__(self, cardinals: CardinalReader) -> None:
        self.cardinals = cardinals
        self.months: PhraseTable[Month] = PhraseTable(
            (
                (row["form"], Month(int(row["month"]), row["calendar"] == "hijri", row["guard"] == "guarded"))
                for row in read_tsv(LEXICON, "date_months")
            ),
            prefixes=_MONTH_CLITICS,
        )
        self.relative: PhraseTable[Offset] = PhraseTable(
            ((row["phrase"], _offset(row)) for row in read_tsv(LEXICON, "date_relative")), prefixes=_CONJUNCTIONS
        )
        self.anaphors: PhraseTable[int] = PhraseTable(
            ((row["phrase"], int(row["offset"])) for row in read_tsv(LEXICON, "date_anaphors")), prefixes=_CONJUNCTIONS
        )
        self.modifiers: PhraseTable[str] = PhraseTable(
            (row["phrase"], row["quantity"])
            for row in read_tsv(LEXICON, "number_modifiers")
            if row["place"] == "before"
        )
        self.named = [
            ((int(row["day"]), int(row["month"])), dt.date.fromisoformat(row["date"]), normalize_name(row["before"]))
            for row in read_tsv(LEXICON, "date_named")
        ]
        closed = read_tsv(LEXICON, "date_words")
        self._closed: dict[str, PhraseTable[str]] = {
            kind: PhraseTable((row["form"], row["value"]) for row in closed if row["kind"] == kind)
            for kind in {row["kind"] for row in closed}
        }
        self.weekdays = _weekdays()
        self.periods = _definite_periods(closed)

    def at(self, words: Sequence[str], i: int, kind: str) -> tuple[str, int] | None:
        """Return (value, token after) of a closed word of that kind at token `i`."""
        return self._closed[kind].match(words, i)

    def has(self, words: Sequence[str], i: int, kind: str) -> bool:
        """True when a closed word of that kind stands at token `i` (False outside the text)."""
        return self._closed[kind].match(words, i) is not None

    def starters(self) -> frozenset[str]:
        """Return every token, figures apart, at which a date phrase can begin."""
        opening = ("daypart", "dayword", "phase", "since", "ago", "during", "year_cue", "between", "month_word", "this")
        closed = {word for kind in opening for word in self._closed[kind].starters()}
        prefixed = {clitic + word for word in closed for clitic in _MONTH_CLITICS}
        phrases = {word for table in (self.months, self.relative, self.anaphors) for word in table.starters()}
        numbers = {clitic + word for word in self.cardinals.ordinals for clitic in _DEFINITE_CLITICS}
        return frozenset(prefixed | phrases | numbers | {*self.weekdays, *self.periods, *self.cardinals.first, "ال"})


def _weekdays() -> dict[str, int]:
    forms: dict[str, int] = {}
    for row in read_tsv(LEXICON, "date_weekdays"):
        form, weekday = normalize_name(row["form"]), int(row["weekday"])
        forms.update({clitic + form: weekday for clitic in _DEFINITE_CLITICS})
        forms.update({clitic + form[2:]: weekday for clitic in ("لل", "ولل")})
    return forms


def _definite_periods(closed: list[dict[str, str]]) -> dict[str, Period]:
    """Return units with the article, which a word such as الماضي turns into a date: "الأسبوع", "واليومين"."""
    periods: dict[str, Period] = {}
    for row in closed:
        if row["kind"] not in {"unit", "dual"}:
            continue
        form = normalize_name(row["form"])
        period = Period(row["value"], 2 if row["kind"] == "dual" else 1)
        periods.update({clitic + "ال" + form: period for clitic in _DEFINITE_CLITICS})
        periods.update({clitic + form: period for clitic in ("لل", "ولل")})
    return periods


def _offset(row: dict[str, str]) -> Offset:
    kind = _KINDS[row["kind"]]
    return Offset(int(row["start"]), int(row["end"]), int(row["precision"]), kind, row["kind"] == "future")
