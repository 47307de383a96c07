"""How much a count changed against earlier periods, with an interval that fits counts.

Statistics of single series; which series deserve an alert is in `alerts`, what is worth saying in `findings`.
"""

import dataclasses
import itertools
from collections.abc import Sequence
from typing import Literal

from transforms.trends.special import beta_quantile, gamma_quantile

Verdict = Literal["rise", "fall", "no_clear_change", "too_few", "too_short"]

# Below this many events in both periods together no direction is claimed and no ratio is shown.
FEWEST_EVENTS = 10
# Fewer counts than this tell nothing about how they jump, and so nothing about what is a clear change.
SHORTEST_HISTORY = 5
# Periods in a moving average: a month of weeks.
AVERAGED = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """One count beside the mean of earlier ones: `ratio` = current / baseline with a 95 % interval.

    `ratio` and its bounds are NULL where the baseline is empty; `ratio_high` is NULL where it is unbounded.
    """

    current: int
    baseline: float
    n_baseline: int
    ratio: float | None
    ratio_low: float | None
    ratio_high: float | None
    verdict: Verdict


def dispersion_of(counts: Sequence[int]) -> float:
    """Return how much more the counts jump from period to period than a Poisson process would: 1.0 or more.

    Mean of the squared differences of neighbours, halved, over the mean (von Neumann), so that a slow trend does not
    pass for noise. Fewer than five counts tell nothing and give 1.0.
    """
    if len(counts) < SHORTEST_HISTORY or not any(counts):
        return 1.0
    jumps = [(after - before) ** 2 for before, after in itertools.pairwise(counts)]
    return max(1.0, sum(jumps) / len(jumps) / 2 / (sum(counts) / len(counts)))


def moving_averages(counts: Sequence[int], usable: Sequence[bool]) -> list[float | None]:
    """Return for each period the mean of the last four usable ones up to it.

    NULL before there are four, and where the period itself is not usable.
    """
    means: list[float | None] = []
    seen: list[int] = []
    for count, is_usable in zip(counts, usable, strict=True):
        seen = [*seen, count][-AVERAGED:] if is_usable else seen
        means.append(sum(seen) / AVERAGED if is_usable and len(seen) == AVERAGED else None)
    return means


def rate_change(current: int, baseline: Sequence[int], *, dispersion: float = 1.0, level: float = 0.95) -> Change:
    """Return the change of `current` against the mean of `baseline`, counts of periods of the same length.

    The exact conditional test of two Poisson rates (Przyborowski and Wilenski 1940; Clopper-Pearson bounds of the
    share current / total), on counts divided by `dispersion` where events come in clusters.
    """
    total_before, n_before = sum(baseline), len(baseline)
    if not n_before:
        return Change(current, 0.0, 0, None, None, None, "too_few")
    mean = total_before / n_before
    low, high = _ratio_bounds(current / dispersion, total_before / dispersion, n_before, 1 - level)
    ratio = current / mean if mean else None
    verdict = _verdict(low, high, current + mean, n_before=n_before)
    return Change(current, mean, n_before, ratio, low if mean else None, high, verdict)


def poisson_interval(count: int, *, dispersion: float = 1.0, level: float = 0.95) -> tuple[float, float]:
    """Return the exact (Garwood) interval for the rate behind `count`, widened by `dispersion`."""
    tail, effective = (1 - level) / 2, count / dispersion
    low = gamma_quantile(effective, tail) if count else 0.0
    high = gamma_quantile(effective + 1, 1 - tail)
    return low * dispersion, high * dispersion


def _ratio_bounds(current: float, before: float, n_before: int, error: float) -> tuple[float, float | None]:
    low_share = beta_quantile(current, before + 1, error / 2) if current else 0.0
    high_share = beta_quantile(current + 1, before, 1 - error / 2) if before else 1.0
    return _as_ratio(low_share, n_before) or 0.0, _as_ratio(high_share, n_before)


def _as_ratio(share: float, n_before: int) -> float | None:
    if share >= 1:
        return None
    return n_before * share / (1 - share)


def _verdict(low: float, high: float | None, seen: float, *, n_before: int) -> Verdict:
    if seen < FEWEST_EVENTS:
        return "too_few"
    if n_before < SHORTEST_HISTORY:
        return "too_short"
    if low > 1:
        return "rise"
    return "fall" if high is not None and high < 1 else "no_clear_change"
