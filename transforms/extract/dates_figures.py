"""Dates in figures alone: "22-11-2021", "9/9/2021", "2021/11/22", "22.11.2021", "20/10/1436هـ" and the like.

Order and calendar are decided here; month names are `dates_absolute`.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from transforms.extract import dates_calendar as cal
from transforms.extract.dates_calendar import Span
from transforms.extract.dates_lexicon import DateWords
from transforms.extract.numbers_words import is_digits

Found = tuple[Span, int]

HIJRI_YEARS = range(1300, 1501)
YEARS = range(1600, 2100)
_SEPARATORS = frozenset("/\\-–—._")
_MONTHS = range(1, 13)
_SHORT, _LONG = 2, 4
_WHOLE_DATE, _HALF_DATE = 3, 2
# Years written with two figures are of this century.
_CENTURY = 2000


class FigureDates:
    """Reads dates that stand in figures."""

    __slots__ = ("_words",)

    def __init__(self, words: DateWords) -> None:
        self._words = words

    def read(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Read 22-11-2021, 9/9/2021, 2021/11/22, 22.11.2021, 20/10/1436هـ and, after a cue, 12/3."""
        if not is_digits(words[i]):
            return None
        groups, j = _figure_groups(words, i)
        if len(groups) == _WHOLE_DATE:
            era = self._words.at(words, j, "era")
            found = _day_of_groups(groups, published, hijri=era is not None and era[0] == "hijri")
            return (found, era[1] if era else j) if found is not None else None
        if len(groups) == _HALF_DATE and len(groups[0]) <= _SHORT < len(groups[1]) and int(groups[0]) in _MONTHS:
            year = int(groups[1])
            month = cal.month_span(year, int(groups[0])) if year in YEARS else None
            return (dataclasses.replace(month, year_given=True), j) if month is not None else None
        return self._short_numeric(words, i, groups, j, published)

    def _short_numeric(
        self, words: Sequence[str], i: int, groups: list[str], j: int, published: dt.date | None
    ) -> Found | None:
        cued = self._words.has(words, i - 1, "numeric_cue") or (i > 0 and words[i - 1] in self._words.weekdays)
        if len(groups) != _HALF_DATE or published is None or not cued or any(len(group) > _SHORT for group in groups):
            return None
        day, month = int(groups[0]), int(groups[1])
        found = cal.last_day_of_year(month, day, published) if month in _MONTHS else None
        return (Span(found, found, cal.DAY, "absolute"), j) if found is not None else None


def _figure_groups(words: Sequence[str], i: int) -> tuple[list[str], int]:
    """Return the figures of a numeric date (up to three) and the token after them."""
    if words[i].count(".") == _HALF_DATE:
        return words[i].split("."), i + 1
    groups, j = [words[i]], i + 1
    while len(groups) < _WHOLE_DATE and j + 1 < len(words) and words[j] in _SEPARATORS and words[j + 1].isdecimal():
        groups.append(words[j + 1])
        j += 2
    return (groups, j) if all(group.isdecimal() for group in groups) else ([], i)


def _day_of_groups(groups: list[str], published: dt.date | None, *, hijri: bool) -> Span | None:
    """Return the day of three figures in the order D/M/Y, Y/M/D or, where only that fits, M/D/Y and Y/D/M."""
    if len(groups[0]) == _LONG:
        year, month, day = (int(group) for group in groups)
    elif len(groups[2]) in {_SHORT, _LONG} and max(len(groups[0]), len(groups[1])) <= _SHORT:
        day, month, year = (int(group) for group in groups)
        year += _CENTURY if len(groups[2]) == _SHORT else 0
    else:
        return None
    hijri = hijri or year in HIJRI_YEARS
    if not (year in HIJRI_YEARS if hijri else year in YEARS):
        return None
    convert = cal.hijri_day if hijri else cal.make_date
    orders = [found for m, d in ((month, day), (day, month)) if (found := convert(year, m, d)) is not None]
    if not orders:
        return None
    # A post may carry the local day, one ahead of a publication time in UTC.
    past = [found for found in orders if published is None or found <= cal.shift(published, 1)]
    found = (past or orders)[0]
    return Span(found, found, cal.DAY, "absolute", published is not None and not past, year_given=True, hijri=hijri)
