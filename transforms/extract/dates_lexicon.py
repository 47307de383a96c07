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
# Kinds of closed words that open a date phrase and need more of it.
_LEADS = ("daypart", "dayword", "phase", "since", "ago", "during", "between", "this")
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

    def dayparts(self) -> frozenset[str]:
        """Return the parts of a day and "يوم", which may stand before a date: "فجر", "مساء", "ليوم"."""
        return frozenset({*self._closed["daypart"].starters(), *self._closed["dayword"].starters()})

    def starters(self) -> frozenset[str]:
        """Return every token, figures apart, at which a date phrase can begin."""
        phrases = {word for table in (self.months, self.relative, self.anaphors) for word in table.starters()}
        numbers = {clitic + word for word in self.cardinals.ordinals for clitic in _DEFINITE_CLITICS}
        return frozenset(
            self.opening(*_LEADS, "year_cue", "month_word")
            | phrases
            | numbers
            | {*self.weekdays, *self.periods, *self.cardinals.first, "ال"}
        )

    def leads(self) -> frozenset[str]:
        """Return the starters that are nothing without a date word after them: "من", "قبل", "في", "مساء", "ثلاثة"."""
        alone = {*self.weekdays, *(word for table in (self.relative, self.anaphors) for word in table.alone())}
        numbers = {clitic + word for word in self.cardinals.ordinals for clitic in _DEFINITE_CLITICS}
        numbers |= {*self.cardinals.first, *self.opening("year_cue", "month_word")}
        return frozenset((self.opening(*_LEADS) | numbers | set(self.periods)) - alone - set(self.months.starters()))

    def followers(self) -> frozenset[str]:
        """Return every token, figures apart, that can follow a lead inside a date phrase."""
        seconds = self.months.seconds() | self.relative.seconds() | self.anaphors.seconds() | self.modifiers.seconds()
        seconds.update(word for table in self._closed.values() for word in table.seconds())
        units = self.opening("unit", "dual", "shift", "this", "during", "month_word")
        joined = {"و" + word for word in self.cardinals.plain}
        return (
            self.starters() | seconds | units | joined | {*self.cardinals.plain, *self.modifiers.starters(), "و", "ال"}
        )

    def opening(self, *kinds: str) -> frozenset[str]:
        """Return the first tokens of closed words of these kinds, with their clitics."""
        words = {word for kind in kinds for word in self._closed[kind].starters()}
        return frozenset(clitic + word for word in words for clitic in _MONTH_CLITICS)


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
