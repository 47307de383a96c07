"""Dates that count from the publication day: "أمس", "السبت الماضي", "قبل ثلاثة أيام", "خلال 24 ساعة", "الشهر الماضي".

Every method returns (span, token after) or None and needs the publication day.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from transforms.extract import dates_calendar as cal
from transforms.extract.dates_calendar import Span
from transforms.extract.dates_lexicon import DateWords, Period
from transforms.extract.numbers_words import is_digits

Found = tuple[Span, int]

_ARTICLE = "ال"
_QUOTES = frozenset('"«“”')
_HOURS_A_DAY = 24
_DAYS_BACK = {"day": 1, "night": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}
_LONGER = frozenset({"week", "month", "year", "decade"})
_NIGHT_JOINTS = frozenset({"-", "–", "/", "الي", "علي", "\\"})
# Days from the first to the last weekday of a list.
_LONGEST_LIST = 5
# From here on a count of days is that of a war which goes on.
_COUNTED_ON = 30
_COUNTING = frozenset({"باليوم", "لليوم"})
# Longest look back that a count of units may name; more is no date of news.
_MOST_UNITS = 500


class RelativeDates:
    """Reads dates that are told from the publication day."""

    __slots__ = ("_words",)

    def __init__(self, words: DateWords) -> None:
        self._words = words

    def read(self, words: Sequence[str], i: int, published: dt.date) -> Found | None:
        """Return the span of the relative date that begins at token `i`, day parts before it already skipped."""
        return (
            self._phrase(words, i, published)
            or self._weekday(words, i, published)
            or self._period(words, i, published)
            or self._ago(words, i, published)
            or self._during(words, i, published)
        )

    # -- today, yesterday -------------------------------------------------------------------------------------------

    def _phrase(self, words: Sequence[str], i: int, published: dt.date) -> Found | None:
        found = self._words.relative.match(words, i)
        if found is None:
            return None
        offset, j = found
        if offset.start == offset.end == 0 and words[j - 1].endswith("اليوم") and not self._means_today(words, i, j):
            return None
        if words[i] in {"قبل", "وقبل", "فقبل"} and offset.end < 0 and self._counts_from_event(words, j):
            return None
        if words[i].endswith("الامس") and j < len(words) and words[j] == "القريب":
            return None
        start, end = cal.shift(published, offset.start), cal.shift(published, offset.end)
        return Span(start, end, offset.precision, offset.kind, offset.future), j

    def _means_today(self, words: Sequence[str], i: int, j: int) -> bool:
        """False for "صحيفة اليوم", "اليوم الأول", "في اليوم الـ652", "حتى اليوم"."""
        if self._words.has(words, i - 1, "not_today_before") or self._words.has(words, i - 2, "outlet"):
            return False
        if self._words.has(words, j, "not_today_after") or self._words.has(words, i - 1, "until_now"):
            return False
        following = words[j] if j < len(words) else ""
        counted = following == _ARTICLE or is_digits(following)
        before = words[i - 1] if i > 0 else ""
        if counted and before in {"في", "وفي"}:
            return self._counts_on(words, j)
        return not (counted and before in {"في", "وفي", "ومن", "من", "ب"}) and before != "ل" and before not in _QUOTES

    def counting(self, words: Sequence[str], i: int, published: dt.date) -> Found | None:
        """Read "باليوم الـ85 من الحرب" and "لليوم الـ201 على التوالي" as the day of the bulletin."""
        if words[i] not in _COUNTING or not self._counts_on(words, i + 1):
            return None
        return Span(published, published, cal.DAY, "relative"), i + 1

    def _counts_on(self, words: Sequence[str], j: int) -> bool:
        """True for "في اليوم الـ652 للحرب", the bulletin of a day; "في اليوم الـ15" may be any."""
        number = words[j + 1] if words[j : j + 1] == [_ARTICLE] and j + 1 < len(words) else "".join(words[j : j + 1])
        return number.isdecimal() and int(number) >= _COUNTED_ON

    def _counts_from_event(self, words: Sequence[str], j: int) -> bool:
        """True for "قبل يومين من الهجوم" (two days before the attack), which is not told from today."""
        following = words[j + 1] if j + 1 < len(words) else ""
        return words[j : j + 1] == ["من"] and following not in {"الان", "اليوم"}

    # -- weekdays ---------------------------------------------------------------------------------------------------

    def _weekday(self, words: Sequence[str], i: int, published: dt.date) -> Found | None:
        """Read "السبت", "السبت الماضي", "السبت المقبل" and lists: "السبت والأحد"."""
        weekday = self.weekday_at(words, i)
        if weekday is None:
            return None
        last, j = self._last_of_list(words, i, weekday)
        tense = self._words.at(words, j, "shift")
        end = _weekday_by_tense(last, tense[0] if tense is not None else None, published)
        j = tense[1] if tense is not None else j
        future = tense is not None and tense[0] == "future"
        start = cal.shift(end, -((last - weekday) % 7))
        return Span(start, end, cal.precision_of(start, end), "weekday" if start == end else "range", future), j

    def weekday_at(self, words: Sequence[str], i: int) -> int | None:
        """Return the ISO weekday named at token `i`; None for markets, family names and "the two"."""
        if i >= len(words):
            return None
        weekday = self._words.weekdays.get(words[i])
        if weekday is None or self._words.has(words, i - 1, "not_weekday_before"):
            return None
        named = words[i][0] != "و" and self._words.has(words, i - 1, "given_name")
        if named and not self._words.has(words, i + 1, "shift"):
            return None
        if weekday == 1 and (
            self._words.has(words, i - 1, "not_monday_before") or self._words.has(words, i + 1, "not_monday_after")
        ):
            return None
        return weekday

    def _last_of_list(self, words: Sequence[str], i: int, first: int) -> tuple[int, int]:
        """Return the last weekday of "الجمعة والسبت والأحد" and the token after it, as long as they ascend."""
        last, j, span = first, i + 1, 0
        while True:
            k = j + 1 if j < len(words) and words[j] in {"و", "الي"} else j
            following = self._words.weekdays.get(words[k]) if k < len(words) else None
            joined = k > j or (k < len(words) and words[k][0] == "و")
            step = (following - last) % 7 if following is not None else 0
            if not joined or following is None or step == 0 or span + step > _LONGEST_LIST:
                return last, j
            last, j, span = following, k + 1, span + step

    def night_between(self, words: Sequence[str], i: int, published: dt.date) -> Found | None:
        """Read "السبت الأحد" and "الأربعاء - الخميس" after "ليل": the night from the one day to the next."""
        first = self.weekday_at(words, i)
        if first is None:
            return None
        j = i + 2 if i + 1 < len(words) and words[i + 1] in _NIGHT_JOINTS else i + 1
        second = self._words.weekdays.get(words[j]) if j < len(words) else None
        if second is None or (second - first) % 7 != 1:
            return None
        end = cal.last_weekday(second, published)
        return Span(cal.shift(end, -1), end, cal.DAYS, "range"), j + 1

    # -- periods ----------------------------------------------------------------------------------------------------

    def _period(self, words: Sequence[str], i: int, published: dt.date) -> Found | None:
        """Read "الأسبوع الماضي", "هذا الشهر", "العام الجاري", "اليومين الماضيين", "الأيام الثلاثة الماضية"."""
        this = self._words.has(words, i, "this")
        j = i + 1 if this else i
        period = self._words.periods.get(words[j]) if j < len(words) else None
        if period is None:
            return None
        j += 1
        if this:
            return _named_period(period, "current", published, j)
        count, j = self._counted(words, period, j)
        tense = self._words.at(words, j, "shift")
        if tense is None:
            return None
        if count > 1:
            return (_back(period.unit, count, published), tense[1]) if tense[0] == "past" else None
        return _named_period(period, tense[0], published, tense[1])

    def _counted(self, words: Sequence[str], period: Period, j: int) -> tuple[int, int]:
        """Return how many units and the token after: "الأيام الثلاثة", "الساعات الـ24"."""
        k = j + 1 if j < len(words) and words[j] == _ARTICLE else j
        number = self._words.cardinals.read(words, k) if k < len(words) else None
        return (number.value, number.last) if number is not None and period.count == 1 else (period.count, j)

    def _ago(self, words: Sequence[str], i: int, published: dt.date) -> Found | None:
        """Read "قبل ثلاثة أيام", "قبل نحو شهر" as a date and "منذ ثلاثة أيام" as the time since then."""
        since = self._words.at(words, i, "since")
        cue = since or self._words.at(words, i, "ago")
        if cue is None:
            return None
        amount = self.amount(words, cue[1])
        if amount is None:
            return None
        unit, count, j = amount
        following = words[j] if j < len(words) else ""
        if since is None and self._is_more(words, cue[1]) and unit in _LONGER:
            return _longer_ago(unit, count, published), j
        if following in {"من", "علي", "عن"} and words[j + 1 : j + 2] not in (
            ["الان"],
            ["اليوم"],
            ("الان",),
            ("اليوم",),
        ):
            return None
        return (_back(unit, count, published) if since else at_distance(unit, count, published)), j

    def _is_more(self, words: Sequence[str], i: int) -> bool:
        """True for "أكثر من شهر", which lies before the month that "قبل شهر" names."""
        modifier = self._words.modifiers.match(words, i)
        return modifier is not None and modifier[0] == "at_least"

    def _during(self, words: Sequence[str], i: int, published: dt.date) -> Found | None:
        """Read "خلال 24 ساعة", "آخر 48 ساعة" and "الـ24 ساعة الماضية", "ثلاثة أيام الماضية"."""
        cue = self._words.at(words, i, "during")
        amount = self.amount(words, cue[1] if cue is not None else i)
        if amount is None:
            return None
        unit, count, j = amount
        if count == 1 and words[i].removeprefix("و") == "اخر":
            return None
        tense = self._words.at(words, j, "shift")
        if tense is not None and tense[0] != "past":
            return None
        if tense is None and (cue is None or not self._is_recent(words, i)) and not self._lasts(words, i, unit, count):
            return None
        return _back(unit, count, published), tense[1] if tense is not None else j

    def _lasts(self, words: Sequence[str], i: int, unit: str, count: int) -> bool:
        """True for a stretch that tells no day of its own: "على مدى عامين", "طوال ثلاثة أشهر"."""
        long = unit in {"year", "decade"} or (unit == "month" and count > 1)
        return long and words[i].removeprefix("و") in {"علي", "طوال", "طيله"}

    def _is_recent(self, words: Sequence[str], i: int) -> bool:
        """True for cues that look back from now by themselves: "خلال 24 ساعة", "آخر 24 ساعة"."""
        return words[i].removeprefix("و") in {"خلال", "اخر", "في", "غضون"}

    def amount(self, words: Sequence[str], i: int) -> tuple[str, int, int] | None:
        """Return (unit, count, token after) of "ثلاثة أيام", "يومين", "شهر", "نحو 3 أشهر", "الـ24 ساعة"."""
        modifier = self._words.modifiers.match(words, i)
        i = modifier[1] if modifier is not None else i
        i = i + 1 if i < len(words) and words[i] == _ARTICLE else i
        if i >= len(words):
            return None
        for kind, count in (("dual", 2), ("single", 1)):
            bare = self._words.at(words, i, kind)
            if bare is not None:
                named = bare[1] < len(words) and is_digits(words[bare[1]])
                named = named or (bare[0] == "month" and self._words.months.match(words, bare[1]) is not None)
                named = named or (bare[0] == "day" and self.weekday_at(words, bare[1]) is not None)
                return None if named else (bare[0], count, bare[1])
        number = self._words.cardinals.read(words, i)
        unit = self._words.at(words, number.last, "unit") if number is not None else None
        if number is None or unit is None or not 0 < number.value <= _MOST_UNITS:
            return None
        return unit[0], number.value, unit[1]


def _weekday_by_tense(weekday: int, tense: str | None, published: dt.date) -> dt.date:
    if tense == "future":
        return cal.next_weekday(weekday, published)
    day = cal.last_weekday(weekday, published, before=tense in {"past", "before_last"})
    return cal.shift(day, -7) if tense == "before_last" else day


def _named_period(period: Period, tense: str, published: dt.date, j: int) -> Found | None:
    """Return the week, month or year that a tense word names; of shorter units only the past hour."""
    steps = {"past": 1, "before_last": 2, "current": 0, "future": -1}[tense]
    if period.unit == "week":
        return cal.week_back(published, steps), j
    if period.unit == "month":
        month = cal.months_back(published, steps)
        return (_until(dataclasses.replace(month, future=steps < 0), published), j) if month is not None else None
    if period.unit == "year":
        year = cal.year_span(published.year - steps)
        return (_until(dataclasses.replace(year, future=steps < 0), published), j) if year is not None else None
    if period.unit == "hour" and steps == 1:
        return Span(cal.shift(published, -1), published, cal.DAYS, "relative"), j
    return None


def _until(span: Span, published: dt.date) -> Span:
    """Return a current period cut at the publication day."""
    return dataclasses.replace(span, end=min(span.end, published)) if span.start <= published else span


def _back(unit: str, count: int, published: dt.date) -> Span:
    """Return the time from `count` units ago to publication: 24 hours are the day before and the day."""
    if unit in {"hour", "minute"}:
        back = max(1, -(-count // _HOURS_A_DAY)) if unit == "hour" else 1
    else:
        back = count * _DAYS_BACK[unit]
    start = cal.shift(published, -back)
    kind: cal.Kind = "relative" if back <= 1 else "duration"
    return cal.days(start, published, kind)


def _longer_ago(unit: str, count: int, published: dt.date) -> Span:
    """Return the time between `count` units ago and one unit more: "قبل أكثر من شهر" is one to two months ago."""
    days = _DAYS_BACK[unit]
    return cal.days(cal.shift(published, -(count + 1) * days), cal.shift(published, -count * days), "relative")


def at_distance(unit: str, count: int, published: dt.date) -> Span:
    """Return the day, week, month or year that lies `count` units before publication."""
    if unit in {"hour", "minute"}:
        return cal.days(cal.shift(published, -max(1, count // _HOURS_A_DAY)), published, "relative")
    if unit in {"day", "night"}:
        day = cal.shift(published, -count)
        return Span(day, day, cal.DAY, "relative")
    if unit == "week":
        middle = cal.shift(published, -7 * count)
        return Span(cal.shift(middle, -3), cal.shift(middle, 3), cal.WEEK, "relative")
    if unit == "month":
        month = cal.months_back(published, count)
    else:
        month = cal.year_span(max(1000, published.year - count * (10 if unit == "decade" else 1)))
    return (
        dataclasses.replace(month, kind="relative") if month is not None else cal.days(published, published, "relative")
    )
