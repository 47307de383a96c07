"""Periods and series: no gaps, no double counting, weeks from Monday."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.trends import Period, fill_series, period_containing, periods_between

KINDS = ("day", "week", "month", "quarter")
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))

CONTAINING = {
    "a Saturday's week starts on Monday": (dt.date(2019, 7, 20), "week", dt.date(2019, 7, 15), dt.date(2019, 7, 21)),
    "Monday starts its own week": (dt.date(2024, 1, 1), "week", dt.date(2024, 1, 1), dt.date(2024, 1, 7)),
    "week over the new year": (dt.date(2025, 1, 1), "week", dt.date(2024, 12, 30), dt.date(2025, 1, 5)),
    "leap February": (dt.date(2024, 2, 10), "month", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
    "last quarter": (dt.date(2023, 11, 5), "quarter", dt.date(2023, 10, 1), dt.date(2023, 12, 31)),
    "a day": (dt.date(2023, 11, 5), "day", dt.date(2023, 11, 5), dt.date(2023, 11, 5)),
}


@pytest.mark.parametrize(("day", "kind", "start", "end"), CONTAINING.values(), ids=CONTAINING)
def test_a_day_belongs_to_one_calendar_period(day, kind, start, end):
    period = period_containing(day, kind)
    assert (period.start, period.end) == (start, end)


@given(DAYS, DAYS, st.sampled_from(KINDS))
def test_periods_follow_each_other_without_gap_or_overlap(one, other, kind):
    first, last = min(one, other), min(max(one, other), min(one, other) + dt.timedelta(days=800))
    periods = periods_between(first, last, kind=kind)
    assert periods[0].start <= first <= periods[0].end
    assert periods[-1].start <= last <= periods[-1].end
    assert all(a.end + dt.timedelta(days=1) == b.start for a, b in itertools.pairwise(periods))


def row(start, country="SY", n=1, **values):
    return {"period_start": start, "country": country, "n_events": n, **values}


WEEKS = periods_between(dt.date(2024, 1, 1), dt.date(2024, 1, 28), kind="week")


def test_silent_periods_are_zero():
    series = fill_series([row(WEEKS[2].start, n=3)], periods=WEEKS)[()]
    assert series.events == (0, 0, 3, 0)


def test_a_series_without_any_row_is_all_zero():
    assert fill_series([], periods=WEEKS)[()].events == (0, 0, 0, 0)


def test_rows_of_one_cell_add_up_and_keys_stay_apart():
    rows = [row(WEEKS[0].start, n=2, killed_best=5), row(WEEKS[0].start, n=1, killed_best=1), row(WEEKS[1].start, "IQ")]
    series = fill_series(rows, periods=WEEKS, by=("country",))
    assert series[("SY",)].events == (3, 0, 0, 0)
    assert series[("SY",)].values["killed_best"] == (6, 0, 0, 0)
    assert series[("IQ",)].events == (0, 1, 0, 0)


def test_rows_outside_the_periods_are_left_out():
    assert fill_series([row(dt.date(2023, 12, 25))], periods=WEEKS)[()].events == (0, 0, 0, 0)


@given(st.permutations([row(week.start, country, n) for week in WEEKS for country in ("SY", "IQ") for n in (1, 2)]))
def test_the_order_of_rows_does_not_matter(rows):
    assert fill_series(rows, periods=WEEKS)[()].events == (6, 6, 6, 6)


def test_a_period_that_the_data_do_not_cover_is_partial():
    week = Period(dt.date(2024, 1, 1), "week")
    assert week.is_within(dt.date(2024, 1, 1), dt.date(2024, 1, 7))
    assert not week.is_within(dt.date(2024, 1, 2), dt.date(2024, 1, 31))
    assert not week.is_within(dt.date(2023, 1, 1), dt.date(2024, 1, 6))
