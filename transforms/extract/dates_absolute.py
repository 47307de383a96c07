"""Dates by month and year: "7 من تموز الحالي", "5 شوال 1436هـ", "بين 3 و7 آذار", "يوليو 2014", "12 الجاري", "عام 2013".

A missing year is the last one up to publication. Figures alone are `dates_figures`, words such as أمس `dates_relative`.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from transforms.extract import dates_calendar as cal
from transforms.extract.dates_calendar import Span
from transforms.extract.dates_figures import HIJRI_YEARS, YEARS, FigureDates
from transforms.extract.dates_lexicon import DateWords, Month
from transforms.extract.numbers_words import is_digits

Found = tuple[Span, int]

_COMMAS = frozenset("،,")
_HYPHENS = frozenset("-–—")
_LAST_DAY = 31
_DAY_DIGITS, _YEAR_DIGITS = 2, 4
_TENS = (20, 30)


class AbsoluteDates:
    """Reads dates that name their month or stand in figures."""

    __slots__ = ("_figures", "_words")

    def __init__(self, words: DateWords) -> None:
        self._figures = FigureDates(words)
        self._words = words

    def read(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Return the span of the absolute date that begins at token `i` and the token after it."""
        j = i + 1 if words[i] == "ال" and i + 1 < len(words) else i
        return (
            self._figures.read(words, j, published)
            or self._days_of_month(words, j, published)
            or self._month(words, i, published)
            or self._year(words, i, published)
        )

    # -- day and month ----------------------------------------------------------------------------------------------

    def _days_of_month(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Read "7 تموز", "السابع من تموز", "6 و7 تموز", "5-8 يوليو" and "12 الجاري"."""
        first = self._day(words, i)
        if first is None or self._words.has(words, i - 1, "not_date_before"):
            return None
        day, j = first
        last = self._second_day(words, j)
        end_day, k = last if last is not None and last[0] > day else (day, j)
        found = self._of_month(words, i, (day, end_day), k, published)
        if found is None and k != j:
            return self._of_month(words, i, (day, day), j, published)
        return found

    def _of_month(
        self, words: Sequence[str], i: int, both: tuple[int, int], j: int, published: dt.date | None
    ) -> Found | None:
        """Complete the days `both`, read up to token `j`, by a month name or by "الجاري"."""
        k = j + 1 if j < len(words) and words[j] in {"من", "/"} else j
        named = self._month_name(words, k)
        if named is None:
            return self._of_this_month(words, both, k, published)
        month, k = named
        year, k = self._year_after(words, k)
        tense, k = self._tense_after(words, k) if year is None else (None, k)
        start = self._resolve(words, i, (month, both[0]), year, tense, published)
        end = start if both[0] == both[1] else self._resolve(words, i, (month, both[1]), year, tense, published)
        if start is None or end is None or end < start:
            return None
        kind: cal.Kind = "absolute" if start == end else "range"
        precision = cal.precision_of(start, end)
        return Span(
            start, end, precision, kind, tense == "future", year is not None or tense is not None, month.hijri
        ), k

    def _resolve(
        self,
        words: Sequence[str],
        i: int,
        month_day: tuple[Month, int],
        year: int | None,
        tense: str | None,
        published: dt.date | None,
    ) -> dt.date | None:
        """Return the day in the year that the text names, else the one that its tense or the publication day gives."""
        month, day = month_day
        if year is None and published is not None and month.hijri:
            year = cal.last_hijri_year(published, month.number, day)
            year = year + 1 if year is not None and tense == "future" else year
        if year is not None:
            return cal.hijri_day(year, month.number, day) if month.hijri else cal.make_date(year, month.number, day)
        if published is None or month.hijri:
            return None
        if tense == "future":
            return cal.next_day_of_year(month.number, day, published)
        if tense in {"last_year", "current"}:
            return cal.make_date(published.year - (tense == "last_year"), month.number, day)
        named = self._named_day(words, i, month.number, day) if tense is None else None
        return named if named is not None and named <= published else cal.last_day_of_year(month.number, day, published)

    def _named_day(self, words: Sequence[str], i: int, month: int, day: int) -> dt.date | None:
        """Return the day of "هجوم السابع من أكتوبر", named without its year; None after a weekday."""
        before = words[i - 1] if i > 0 else ""
        if before in self._words.weekdays:
            return None
        for key, date, cue in self._words.named:
            if key == (day, month) and cue in {"", before}:
                return date
        return None

    def _of_this_month(
        self, words: Sequence[str], both: tuple[int, int], j: int, published: dt.date | None
    ) -> Found | None:
        """Read "12 الجاري", "12 من الشهر الماضي" and "12 من هذا الشهر" after the day."""
        if published is None or j >= len(words):
            return None
        this = self._words.has(words, j, "this")
        k = j + 1 if this else j
        month_word = self._words.has(words, k, "month_word")
        k = k + 1 if month_word else k
        tense = self._words.at(words, k, "shift")
        if tense is None and not (this and month_word):
            return None
        if not month_word and (tense is None or tense[0] != "current"):
            return None
        back = {"past": 1, "before_last": 2, "future": -1}.get(tense[0], 0) if tense is not None else 0
        month = cal.months_back(published, back)
        if month is None:
            return None
        start = cal.make_date(month.start.year, month.start.month, both[0])
        end = cal.make_date(month.start.year, month.start.month, both[1])
        if start is None or end is None:
            return None
        span = cal.days(start, end, "absolute" if start == end else "range", future=back < 0)
        return dataclasses.replace(span, year_given=True), tense[1] if tense is not None else k

    def _day(self, words: Sequence[str], i: int) -> tuple[int, int] | None:
        """Return (day of the month, token after): figures, "السابع", "الثالث عشر", "الخامس والعشرين", "العشرين"."""
        if i >= len(words):
            return None
        word = words[i]
        if is_digits(word):
            plausible = word.isdecimal() and len(word) <= _DAY_DIGITS and 1 <= int(word) <= _LAST_DAY
            return (int(word), i + 1) if plausible else None
        ordinals = self._words.cardinals.ordinals
        unit = ordinals.get(word) or (ordinals.get(word[1:]) if word[0] in "وبف" else None)
        if unit is not None:
            tens = self._tens_after(words, i + 1)
            return (unit + tens, i + 2 if tens else i + 1) if unit + tens <= _LAST_DAY else None
        plain = self._words.cardinals.plain
        term = plain.get(word) or (plain.get(word[1:]) if word[0] in "وبف" else None)
        return (term.value, i + 1) if term is not None and term.value in _TENS and "ال" in word[:3] else None

    def _tens_after(self, words: Sequence[str], j: int) -> int:
        """Return 10, 20 or 30 for "عشر", "والعشرين", "والثلاثين" after an ordinal, else 0."""
        plain = self._words.cardinals.plain
        word = words[j] if j < len(words) else ""
        term = plain.get(word)
        if term is not None and term.kind == "teen" and not word.startswith("ال"):
            return term.value
        term = plain.get(word[1:]) if word[:1] == "و" else None
        return term.value if term is not None and term.value in _TENS else 0

    def _second_day(self, words: Sequence[str], j: int) -> tuple[int, int] | None:
        if j >= len(words):
            return None
        word = words[j]
        if word == "و" or word in _HYPHENS or self._words.has(words, j, "joint"):
            k = j + 1
            return self._day(words, k + 1 if k < len(words) and words[k] == "ال" else k)
        return self._day(words, j) if word[0] == "و" and word[1:2] == "ا" else None

    def _month_name(self, words: Sequence[str], j: int) -> tuple[Month, int] | None:
        """Return a month and the token after it, its second name taken in: "حزيران/يونيو", "آب أغسطس"."""
        if self._words.has(words, j, "month_word"):
            j += 1
        named = self._words.months.match(words, j)
        if named is None:
            return None
        month, j = named
        k = j + 1 if j < len(words) and words[j] in {"/", "(", "-", "\\", "–"} else j
        again = self._words.months.match(words, k)
        if again is None or again[0].number != month.number or again[0].hijri != month.hijri:
            return month, j
        closed = k > j and words[j] == "(" and again[1] < len(words) and words[again[1]] == ")"
        return dataclasses.replace(month, guarded=False), again[1] + closed

    # -- month and year alone ---------------------------------------------------------------------------------------

    def _month(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Read "يوليو 2014", "في مارس الماضي", "شهر نيسان"; a bare name needs a word that shows it to be a month."""
        named = self._month_name(words, i)
        if named is None:
            return None
        month, j = named
        year, k = self._year_after(words, j)
        tense, k = self._tense_after(words, k) if year is None else (None, k)
        if year is None and tense is None and not self._stands_as_month(words, i, j, month):
            return None
        span = _month_in_year(month, year, published) if year is not None else _month_by_tense(month, tense, published)
        return (dataclasses.replace(span, future=tense == "future", year_given=year is not None), k) if span else None

    def _stands_as_month(self, words: Sequence[str], i: int, j: int, month: Month) -> bool:
        if self._words.has(words, i - 1, "not_month"):
            return False
        if self._words.has(words, i, "month_word"):
            return True
        paired = j - i > 1 and words[j - 1] not in {"الاول", "الثاني"} and not month.guarded
        cue = self._words.at(words, i - 1, "month_before")
        clitic = words[i][0] in "وبل" and self._words.months.match((words[i][1:], *words[i + 1 : i + 2]), 0) is not None
        return paired or (cue is not None and (cue[0] == "any" or not month.guarded)) or (clitic and not month.guarded)

    def _year(self, words: Sequence[str], i: int, published: dt.date | None) -> Found | None:
        """Read "عام 2013", "عامي 2013 و2014", "عام ألفين وأربعة عشر" and, after a preposition, "في 2013"."""
        cue = self._words.at(words, i, "year_cue")
        if cue is None:
            bare = self._words.has(words, i - 1, "year_before") and self._bare_year(words, i)
            span = cal.year_span(int(words[i])) if bare and _not_later(int(words[i]), published) else None
            return (span, i + 1) if span is not None else None
        j = cue[1] + 1 if self._words.has(words, cue[1], "year_cue") else cue[1]
        number = self._words.cardinals.read(words, j) if j < len(words) else None
        if number is None:
            return None
        era = self._words.at(words, number.last, "era")
        span = _year_of(number.value, hijri=era is not None and era[0] == "hijri")
        if span is None:
            return None
        span = dataclasses.replace(span, future=published is not None and span.start > published)
        return self._second_year(words, span, era[1] if era else number.last)

    def _second_year(self, words: Sequence[str], span: Span, j: int) -> Found:
        if j + 1 < len(words) and words[j] in {"و", "-", "–"} and _is_year(words[j + 1]):
            end = cal.year_span(int(words[j + 1]))
            if end is not None and end.start > span.start:
                return dataclasses.replace(span, end=end.end, kind="range"), j + 2
        return span, j

    def _bare_year(self, words: Sequence[str], i: int) -> bool:
        following = words[i + 1] if i + 1 < len(words) else ""
        return _is_year(words[i]) and not (following.isalpha() and following[-1] == "ا")

    def _year_after(self, words: Sequence[str], j: int) -> tuple[int | None, int]:
        """Return the year that follows a month name and the token after it; (None, j) when none does."""
        k = j + 1 if j < len(words) and words[j] in {*_COMMAS, "/", "-", "من", "\\"} else j
        cued = self._words.at(words, k, "year_cue")
        k = cued[1] if cued is not None else k
        if k >= len(words):
            return None, j
        if not words[k].isdecimal():
            number = self._words.cardinals.read(words, k) if cued is not None else None
            return (number.value, number.last) if number is not None and number.value in YEARS else (None, j)
        year = int(words[k])
        if len(words[k]) != _YEAR_DIGITS or not (year in YEARS or year in HIJRI_YEARS):
            return None, j
        era = self._words.at(words, k + 1, "era")
        return year, era[1] if era is not None else k + 1

    def _tense_after(self, words: Sequence[str], j: int) -> tuple[str | None, int]:
        """Return past, current, future or last_year for "الماضي", "الجاري", "المقبل", "من العام الماضي"."""
        plain = self._words.at(words, j, "shift")
        if plain is not None:
            return plain
        k = j + 1 if j < len(words) and words[j] == "من" else j
        this = self._words.has(words, k, "this")
        k = k + 1 if this else k
        cue = self._words.at(words, k, "year_cue")
        if cue is None:
            return None, j
        tense = self._words.at(words, cue[1], "shift")
        if tense is None:
            return ("current", cue[1]) if this else (None, j)
        return {"past": "last_year"}.get(tense[0], tense[0]), tense[1]


def _month_in_year(month: Month, year: int, published: dt.date | None) -> Span | None:
    if month.hijri:
        return cal.hijri_month(year, month.number)
    span = cal.month_span(year, month.number) if year in YEARS else None
    return dataclasses.replace(span, future=published is not None and span.start > published) if span else None


def _month_by_tense(month: Month, tense: str | None, published: dt.date | None) -> Span | None:
    """Return the last such month up to publication, held to the publication day, or as الماضي and المقبل turn it."""
    if published is None:
        return None
    if month.hijri:
        hijri_year = cal.last_hijri_year(published, month.number)
        return cal.hijri_month(hijri_year + (tense == "future"), month.number) if hijri_year is not None else None
    year = published.year
    if tense == "future":
        return cal.month_span(year + (month.number < published.month), month.number)
    if tense == "last_year":
        return cal.month_span(year - 1, month.number)
    if tense != "current" and (month.number > published.month or (tense == "past" and month.number == published.month)):
        year -= 1
    span = cal.month_span(year, month.number)
    return dataclasses.replace(span, end=min(span.end, published)) if span and span.start <= published else span


def _is_year(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdecimal() and int(word) in YEARS


def _not_later(year: int, published: dt.date | None) -> bool:
    return published is None or year <= published.year


def _year_of(year: int, *, hijri: bool) -> Span | None:
    """Return a Gregorian year, or the Gregorian days of a Hijri one."""
    if not hijri:
        return cal.year_span(year) if year in range(1000, 2100) else None
    first, last = cal.hijri_month(year, 1), cal.hijri_month(year, 12)
    if first is None or last is None:
        return None
    return Span(first.start, last.end, cal.YEAR, "year", year_given=True, hijri=True)
