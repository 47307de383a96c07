"""Dates told by a feast: "أول أيام عيد الفطر", "خلال عيد الأضحى الماضي", "ليلة القدر", "يوم عاشوراء".

Hijri days are those of the Umm al-Qura calendar; a country that sights the moon otherwise may keep them a day apart.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.extract import dates_calendar as cal
from transforms.extract.dates_calendar import Span
from transforms.extract.dates_lexicon import DateWords
from transforms.extract.numbers_words import LEXICON, is_digits
from transforms.extract.phrase_table import PhraseTable
from transforms.lexicon.schema import read_tsv

Found = tuple[Span, int]

_CLITICS = ("", "و", "ف", "ب", "ل")
_DAYS = "ايام"
_OF = frozenset({"من", "ل"})
_EVE, _PRAYER = "عشيه", "صلاه"
_TODAY = frozenset({"اليوم", "واليوم"})
_AHEAD = dt.timedelta(days=14)
"""So near before a feast its name may mean the coming one."""


@dataclass(frozen=True, slots=True)
class Feast:
    """When a feast begins, as (month, day, days that it lasts) of its calendar; `alone`: its name is a date."""

    begins: tuple[tuple[int, int, int], ...]
    hijri: bool
    alone: bool


class FeastDates:
    """Reads dates that are told by a feast."""

    __slots__ = ("_feasts", "_words")

    def __init__(self, words: DateWords) -> None:
        self._words = words
        self._feasts: PhraseTable[Feast] = PhraseTable(
            ((row["form"], _feast(row)) for row in read_tsv(LEXICON, "date_feasts")), prefixes=_CLITICS
        )

    def starters(self) -> frozenset[str]:
        """Return every token at which such a date can begin, the words before a feast left out."""
        return frozenset({*self._feasts.starters(), *self._words.opening("nth")})

    def followers(self) -> frozenset[str]:
        """Return every token that can follow the first one of such a date."""
        return frozenset({*self._feasts.starters(), *self._feasts.seconds(), _DAYS})

    def read(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Return the span of the feast, or of its day that is counted, at token `i` and the token after it."""
        nth, k = self._counted(words, i)
        found = self._feasts.match(words, k)
        if found is None:
            return None
        feast, j = found
        tense = self._words.at(words, self._month_behind(words, j), "shift")
        year, j = (None, tense[1]) if tense is not None else self._year_after(words, j, published)
        told = nth or tense is not None or year is not None or feast.alone or self._stands_as_date(words, i)
        if not told or (tense is not None and tense[0] not in {"past", "current"}):
            return None
        nth = nth or self._is_first_day(words, i)
        span = _span(feast, nth, year, published, past=tense is not None)
        return (span, j) if span is not None else None

    def _month_behind(self, words: Sequence[str], j: int) -> int:
        """Return the token after "من الشهر" behind a feast, `j` where it does not stand there."""
        k = j + 1 if words[j : j + 1] == ["من"] else j
        return k + 1 if self._words.has(words, k, "month_word") else j

    def _counted(self, words: Sequence[str], i: int) -> tuple[int, int]:
        """Return which day of a feast is told and where its name begins: "ثاني أيام", "اليوم الأول من"; else 0."""
        nth = self._words.at(words, i, "nth")
        if nth is not None and words[nth[1] : nth[1] + 1] == [_DAYS]:
            return int(nth[0]), nth[1] + 1
        number = self._words.cardinals.ordinals.get(words[i + 1]) if i + 1 < len(words) else None
        if words[i] not in _TODAY or number is None:
            return 0, i
        k = i + 3 if words[i + 2 : i + 3] and words[i + 2] in _OF else i + 2
        return number, k + 1 if words[k : k + 1] == [_DAYS] else k

    def _stands_as_date(self, words: Sequence[str], i: int) -> bool:
        return any(self._words.has(words, i - 1, kind) for kind in ("feast_before", "daypart", "dayword"))

    def _is_first_day(self, words: Sequence[str], i: int) -> bool:
        """Whether a feast is told by its first morning: "فجر عيد الفطر", "خلال صلاة العيد"."""
        part = self._words.at(words, i - 1, "daypart")
        morning = part is not None and part[0] == "day" and words[i - 1] != _EVE
        return morning or (i > 0 and words[i - 1] == _PRAYER)

    def _year_after(self, words: Sequence[str], j: int, published: dt.date | None) -> tuple[int | None, int]:
        """Return the Gregorian year behind a feast and the token after it: "عام 2013", "العام الماضي"."""
        k = j + 1 if words[j : j + 1] == ["من"] else j
        cue = self._words.at(words, k, "year_cue")
        k = cue[1] if cue is not None else j
        if k >= len(words):
            return None, j
        if is_digits(words[k]) and len(words[k]) == len("2013"):
            return int(words[k]), k + 1
        tense = self._words.at(words, k, "shift") if cue is not None else None
        if tense is None or published is None:
            return None, j
        return published.year - (tense[0] == "past"), tense[1]


def _feast(row: dict[str, str]) -> Feast:
    numbers = (tuple(map(int, row[column].split("|"))) for column in ("month", "day", "days"))
    return Feast(tuple(zip(*numbers, strict=True)), row["calendar"] == "hijri", bool(row["alone"]))


def _span(feast: Feast, nth: int, year: int | None, published: dt.date | None, *, past: bool) -> Span | None:
    """Return the last such feast up to publication, or in `year`; None where the coming one may be meant."""
    if year is None and published is None:
        return None
    latest = dt.date(year, 12, 31) if year is not None else published
    if latest is None:
        return None
    days = sorted((day, length) for day, length in _days(feast, latest) if day <= latest)
    if not days or (year is not None and days[-1][0].year != year):
        return None
    near = year is None and not past and not nth
    if near and any(latest < day <= latest + _AHEAD for day, _ in _days(feast, latest)):
        return None
    start, length = days[-1]
    start = cal.shift(start, nth - 1) if nth else start
    end = start if nth else min(cal.shift(start, length - 1), latest)
    if start > latest:
        return None
    kind: cal.Kind = "absolute" if start == end else "range"
    return Span(start, end, cal.precision_of(start, end), kind, year_given=True, hijri=feast.hijri)


def _days(feast: Feast, latest: dt.date) -> Iterator[tuple[dt.date, int]]:
    """Yield (first day, length) of a feast in the years around a day."""
    for month, day, length in feast.begins:
        around = cal.last_hijri_year(latest, month, day) if feast.hijri else latest.year
        for year in (around - 1, around, around + 1) if around is not None else ():
            made = cal.hijri_day(year, month, day) if feast.hijri else cal.make_date(year, month, day)
            if made is not None:
                yield made, length
