"""Change and alerts: intervals that fit counts, no claim on small numbers, a false-alarm rate that is measured."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.trends import dispersion_of, false_alarms, fill_series, find_alerts, periods_between, rate_change
from transforms.trends.alerts import LEVEL, is_alarming, spike_p_value
from transforms.trends.change import moving_averages, poisson_interval
from transforms.trends.special import beta_quantile, beta_share, gamma_quantile, gamma_share

COUNTS = st.integers(0, 300)

# Reference values: SciPy 1.17, beta.cdf, gamma.cdf, beta.ppf, gamma.ppf.
SPECIAL = {
    "beta share": (beta_share(2, 5, 0.3), 0.579825),
    "gamma share": (gamma_share(4.5, 3), 0.26008171),
    "beta quantile": (beta_quantile(3, 5, 0.025), 0.0989883),
    "gamma quantile": (gamma_quantile(11, 0.975), 18.390356),
}


@pytest.mark.parametrize(("value", "reference"), SPECIAL.values(), ids=SPECIAL)
def test_special_functions_agree_with_reference_values(value, reference):
    assert value == pytest.approx(reference, rel=2e-6)


@given(st.floats(0.5, 500), st.floats(0.5, 500), st.floats(0.001, 0.999))
def test_a_quantile_undoes_the_share(a, b, share):
    # From half a count upwards, the least that counts give; below it a share hangs on the last bits of its quantile.
    assert beta_share(a, b, beta_quantile(a, b, share)) == pytest.approx(share, abs=1e-6)
    assert gamma_share(a, gamma_quantile(a, share)) == pytest.approx(share, abs=1e-6)


VERDICTS = {
    "a clear rise": (60, [20] * 8, "rise"),
    "a clear fall": (5, [30] * 8, "fall"),
    "noise": (22, [20] * 8, "no_clear_change"),
    "three instead of one is too few": (3, [1] * 8, "too_few"),
    "no history": (40, [], "too_few"),
    "four earlier periods are no measure": (60, [20] * 4, "too_short"),
    "everything new": (40, [0] * 8, "rise"),
}


@pytest.mark.parametrize(("current", "baseline", "verdict"), VERDICTS.values(), ids=VERDICTS)
def test_a_direction_is_claimed_only_when_the_interval_excludes_one(current, baseline, verdict):
    assert rate_change(current, baseline).verdict == verdict


def test_a_moving_average_is_of_four_complete_periods():
    counts, complete = [90, 1, 2, 3, 4, 70, 5], [False, True, True, True, True, False, True]
    assert moving_averages(counts, complete) == [None, None, None, None, 2.5, None, 3.5]


def test_an_empty_baseline_has_no_ratio():
    change = rate_change(40, [0] * 8)
    assert (change.ratio, change.ratio_low, change.ratio_high) == (None, None, None)


@given(COUNTS, st.lists(COUNTS, min_size=1, max_size=8))
def test_the_interval_holds_the_ratio(current, baseline):
    change = rate_change(current, baseline)
    if change.ratio is not None:
        assert change.ratio_low <= change.ratio + 1e-9
        assert change.ratio_high is None or change.ratio <= change.ratio_high + 1e-9


@given(st.integers(10, 200), st.integers(10, 200))
def test_clustered_events_widen_the_interval(current, before):
    narrow, wide = rate_change(current, [before]), rate_change(current, [before], dispersion=3.0)
    assert wide.ratio_low <= narrow.ratio_low
    assert wide.ratio_high >= narrow.ratio_high


def test_the_interval_covers_an_unchanged_rate_19_times_in_20():
    draw = random.Random(11)
    n_covered = 0
    for _ in range(600):
        current, *baseline = [poisson(draw, 12.0) for _ in range(9)]
        change = rate_change(current, baseline)
        n_covered += change.ratio_low <= 1 <= (change.ratio_high or 1)
    assert n_covered / 600 >= 0.94


def test_the_interval_of_a_count_is_garwoods():
    assert poisson_interval(0) == pytest.approx((0.0, 3.6889), abs=1e-3)
    assert poisson_interval(10) == pytest.approx((4.7954, 18.3904), abs=1e-3)


def test_steady_counts_are_not_overdispersed_and_a_trend_is_no_noise():
    assert dispersion_of([20, 21, 19, 20, 22, 20]) == 1.0
    assert dispersion_of(list(range(10, 60, 5))) < 1.2
    assert dispersion_of([1, 40, 2, 38, 1, 45]) > 10


def test_a_spike_alarms_and_noise_does_not():
    assert is_alarming(14, [2, 3, 1, 2, 4, 2, 3, 2])
    assert not is_alarming(5, [2, 3, 1, 2, 4, 2, 3, 2])
    assert not is_alarming(3, [0] * 10), "fewer than four events never alarm"
    assert not is_alarming(50, [2, 2, 2]), "too short a history never alarms"


@given(st.lists(st.integers(0, 20), min_size=1, max_size=12))
def test_more_events_are_never_less_surprising(baseline):
    values = [spike_p_value(current, baseline) for current in range(12)]
    assert values == sorted(values, reverse=True)


def poisson(draw, rate):
    count, left = 0, draw.expovariate(1)
    while left < rate:
        count, left = count + 1, left + draw.expovariate(1)
    return count


def steady_series(rate, n_series=40, n_weeks=26):
    draw = random.Random(5)
    weeks = periods_between(dt.date(2024, 1, 1), dt.date(2024, 1, 1) + dt.timedelta(weeks=n_weeks - 1), kind="week")
    rows = [
        {"period_start": week.start, "country": f"C{number}", "n_events": poisson(draw, rate)}
        for week in weeks
        for number in range(n_series)
    ]
    return list(fill_series(rows, periods=weeks, by=("country",)).values()), [True] * len(weeks)


@pytest.mark.parametrize("rate", [0.5, 3.0, 15.0])
def test_false_alarms_on_shuffled_history_keep_near_the_stated_level(rate):
    series, usable = steady_series(rate)
    alarms = false_alarms(series, usable=usable)
    assert alarms.n_tests == 40 * 50
    assert alarms.rate <= 2 * LEVEL


def test_false_alarms_are_the_same_on_every_run():
    series, usable = steady_series(3.0)
    assert false_alarms(series, usable=usable) == false_alarms(series, usable=usable)


def test_periods_without_reading_are_no_baseline():
    weeks = periods_between(dt.date(2024, 1, 1), dt.date(2024, 3, 31), kind="week")
    rows = [{"period_start": week.start, "country": "SY", "n_events": 9} for week in weeks[6:]]
    series = list(fill_series(rows, periods=weeks, by=("country",)).values())
    read = [index >= 6 for index in range(len(weeks))]
    assert find_alerts(series, usable=read) == []
    assert find_alerts(series, usable=[True] * len(weeks)) == []
