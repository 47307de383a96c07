"""Arithmetic of days: spans with a UCDP precision, "the last one up to publication", weeks, months, Hijri conversion.

No words and no tokens here; the grammar is in `dates_absolute`, `dates_relative` and `dates`.
"""

import calendar
import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from hijridate import Hijri

Kind = Literal["absolute", "relative", "weekday", "month", "year", "range", "duration", "anaphoric"]

DAY, DAYS, WEEK, MONTH, YEAR = 1, 2, 3, 4, 5
_ONE_DAY = dt.timedelta(days=1)
# Days between start and end up to which a span has the precision.
_LONGEST = ((0, DAY), (5, DAYS), (9, WEEK), (31, MONTH))
# The week of Arab news begins on Saturday.
_WEEK_BEGINS = calendar.SATURDAY
_DECEMBER = 12
_FIRST_YEAR, _LAST_YEAR = 1000, 2200


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a phrase means: first and last one, UCDP precision, how the text says it.

    `year_given`: the text itself names the year. `hijri`: converted, may be a day or two off.
    """

    start: dt.date
    end: dt.date
    precision: int
    kind: Kind
    future: bool = False
    year_given: bool = False
    hijri: bool = False


def days(start: dt.date, end: dt.date, kind: Kind, *, future: bool = False) -> Span:
    """Return the span with the precision that its length gives."""
    return Span(start, end, precision_of(start, end), kind, future=future)


def precision_of(start: dt.date, end: dt.date) -> int:
    """Return the UCDP precision of a span: 1 a day, 2 up to six days, 3 week, 4 month, 5 longer."""
    length = (end - start).days
    return next((precision for longest, precision in _LONGEST if length <= longest), YEAR)


def shift(day: dt.date, offset: int) -> dt.date:
    """Return `day` moved by `offset` days, held inside the calendar."""
    return dt.date.fromordinal(min(max(day.toordinal() + offset, 1), dt.date.max.toordinal()))


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, None when the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def last_weekday(weekday: int, published: dt.date, *, before: bool = False) -> dt.date:
    """Return the last such ISO weekday up to publication; `before` leaves the publication day itself out."""
    back = (published.isoweekday() - weekday) % 7
    return shift(published, -(back or 7) if before else -back)


def next_weekday(weekday: int, published: dt.date) -> dt.date:
    """Return the first such ISO weekday after publication."""
    return shift(published, (weekday - published.isoweekday()) % 7 or 7)


def last_day_of_year(month: int, day: int, published: dt.date) -> dt.date | None:
    """Return the last such day up to publication (29 February goes back to a leap year)."""
    for year in range(published.year, max(published.year - 9, 0), -1):
        found = make_date(year, month, day)
        if found is not None and found <= published:
            return found
    return None


def next_day_of_year(month: int, day: int, published: dt.date) -> dt.date | None:
    """Return the first such day from publication on."""
    for year in range(published.year, published.year + 9):
        found = make_date(year, month, day)
        if found is not None and found >= published:
            return found
    return None


def month_span(year: int, month: int) -> Span | None:
    """Return a calendar month."""
    start = make_date(year, month, 1)
    if start is None:
        return None
    return Span(start, start.replace(day=calendar.monthrange(year, month)[1]), MONTH, "month")


def year_span(year: int) -> Span | None:
    """Return a calendar year between 1000 and 2200."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return Span(dt.date(year, 1, 1), dt.date(year, _DECEMBER, 31), YEAR, "year", year_given=True)


def months_back(published: dt.date, months: int) -> Span | None:
    """Return the calendar month `months` before that of publication (negative: after)."""
    index = published.year * 12 + published.month - 1 - months
    return month_span(index // 12, index % 12 + 1) if index > 0 else None


def week_back(published: dt.date, weeks: int) -> Span:
    """Return the Saturday-to-Friday week `weeks` before that of publication; this week is the seven days up to it."""
    if weeks == 0:
        return Span(shift(published, -6), published, WEEK, "range")
    start = shift(published, -((published.weekday() - _WEEK_BEGINS) % 7) - 7 * weeks)
    return Span(start, shift(start, 6), WEEK, "range", future=weeks < 0)


def first_before(span: Span, last: Span) -> dt.date:
    """Return the first day of a range: a weekday before its end's, a day or month in the year that its end names."""
    start = span.start
    if span.kind == "weekday" and start > last.end:
        return shift(start, -7)
    if last.year_given and not span.year_given and not span.hijri and span.kind in {"absolute", "month"}:
        moved = make_date(last.end.year, start.month, start.day) or start
        return moved if moved <= last.end else make_date(moved.year - 1, moved.month, moved.day) or start
    return start


def narrowed(span: Span, phase: str, published: dt.date | None) -> Span:
    """Return the early, mid or late part of a span ("مطلع الشهر"): thirds of a week or month, quarters of a year."""
    start, end = span.start, _whole_end(span)
    part = ((end - start).days + 1) // (4 if span.precision == YEAR else 3)
    if phase == "early":
        end = shift(start, part - 1)
    elif phase == "late":
        start = shift(end, 1 - part)
    else:
        start, end = shift(start, part), shift(end, -part)
    precision = {MONTH: WEEK, WEEK: DAYS}.get(span.precision, span.precision)
    future = published is not None and start > published
    if published is not None and not future:
        end = min(end, published)
    return dataclasses.replace(span, start=start, end=end, precision=precision, future=future)


def _whole_end(span: Span) -> dt.date:
    """Return the end of the whole week, month or year of a span that may have been cut at publication."""
    if span.precision == WEEK:
        return shift(span.start, 6)
    if span.kind == "month" and not span.hijri:
        return span.start.replace(day=calendar.monthrange(span.start.year, span.start.month)[1])
    return dt.date(span.start.year, _DECEMBER, 31) if span.kind == "year" and not span.hijri else span.end


def hijri_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the Gregorian day of an Umm al-Qura date; None outside its table (1343-1500 AH) or for no such day."""
    try:
        converted = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return dt.date(converted.year, converted.month, converted.day)


def hijri_month(year: int, month: int) -> Span | None:
    """Return a Hijri month as Gregorian days."""
    start = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    if start is None or following is None:
        return None
    return Span(start, following - _ONE_DAY, MONTH, "month", hijri=True)


def last_hijri_year(published: dt.date, month: int, day: int = 1) -> int | None:
    """Return the Hijri year of the last such month and day up to publication."""
    estimate = int((published.year - 622) * 33 / 32) + 2
    for year in range(estimate, estimate - 4, -1):
        found = hijri_day(year, month, day)
        if found is not None and found <= published:
            return year
    return None


def snapped(span: Span, weekday: int, published: dt.date | None) -> Span:
    """Return a one-day span moved to the named weekday: by days if Hijri, by a year if its year was inferred."""
    if span.start != span.end or span.start.isoweekday() == weekday:
        return span
    if span.hijri:
        near = (shift(span.start, offset) for offset in (-1, 1, -2, 2))
        candidates = [day for day in near if day.isoweekday() == weekday]
    elif not span.year_given:
        years = (make_date(span.start.year + step, span.start.month, span.start.day) for step in (1, -1))
        latest = shift(published, 1) if published is not None else dt.date.max
        candidates = [day for day in years if day is not None and day <= latest and day.isoweekday() == weekday]
    else:
        candidates = []
    return dataclasses.replace(span, start=candidates[0], end=candidates[0]) if candidates else span
