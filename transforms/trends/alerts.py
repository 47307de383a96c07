"""Series whose last count is higher than their own past explains, and how often that test cries wolf.

The test is stated here and measured on shuffled history; sentences about alerts are made in `transforms.report`.
"""

import dataclasses
import random
from collections.abc import Sequence

from transforms.trends.change import dispersion_of
from transforms.trends.series import Series
from transforms.trends.special import beta_share

LEVEL = 0.01
FEWEST_EVENTS = 4
SHORTEST_HISTORY = 6


@dataclasses.dataclass(frozen=True, slots=True)
class Alert:
    """A series that stands out: its last count, the mean before, and the chance of such a count without a change."""

    key: tuple[str | None, ...]
    current: int
    baseline: float
    n_baseline: int
    p_value: float


@dataclasses.dataclass(frozen=True, slots=True)
class FalseAlarms:
    """The measured share of false alarms: alarms among tests of shuffled histories, where nothing changes."""

    n_tests: int
    n_alarms: int
    n_series: int

    @property
    def rate(self) -> float | None:
        """Alarms per test; NULL when nothing could be tested."""
        return self.n_alarms / self.n_tests if self.n_tests else None

    @property
    def expected(self) -> float:
        """How many of this period's tests would alarm by chance alone."""
        return (self.rate or 0.0) * self.n_series


def spike_p_value(current: int, baseline: Sequence[int]) -> float:
    """Return the chance of `current` or more events when the rate of `baseline` goes on.

    Negative binomial predictive tail: the rate has a Gamma(1/2 + events seen, periods seen) posterior (Jeffreys),
    counts divided by the baseline's dispersion. 1.0 without a baseline or without events.
    """
    if not baseline or not current:
        return 1.0
    dispersion = dispersion_of(baseline)
    shape = sum(baseline) / dispersion + 0.5
    return beta_share(current / dispersion, shape, 1 / (len(baseline) + 1))


def is_alarming(current: int, baseline: Sequence[int]) -> bool:
    """Return whether the test alarms: enough events, enough history, p below the level."""
    if current < FEWEST_EVENTS or len(baseline) < SHORTEST_HISTORY:
        return False
    return spike_p_value(current, baseline) < LEVEL


def find_alerts(series: Sequence[Series], *, usable: Sequence[bool]) -> list[Alert]:
    """Return the alerts for the last period of each series, the surest first.

    `usable[i]` says whether period i may serve as baseline (complete, and articles were read in it).
    """
    alerts = []
    for one in series:
        baseline = _baseline(one, usable)
        current = one.events[-1]
        if is_alarming(current, baseline):
            mean = sum(baseline) / len(baseline)
            alerts.append(Alert(one.key, current, mean, len(baseline), spike_p_value(current, baseline)))
    return sorted(alerts, key=lambda alert: (alert.p_value, str(alert.key)))


def false_alarms(series: Sequence[Series], *, usable: Sequence[bool], rounds: int = 50, seed: int = 1) -> FalseAlarms:
    """Return how often the test alarms on the same histories in shuffled order, the reported period left out.

    Same `seed`, same answer. Series with fewer than `SHORTEST_HISTORY` + 1 usable periods cannot be tested.
    """
    draw = random.Random(seed)  # noqa: S311 - shuffling, no secret
    histories = [history for one in series if len(history := _baseline(one, usable)) > SHORTEST_HISTORY]
    n_alarms = 0
    for history in histories:
        for _ in range(rounds):
            shuffled = draw.sample(history, len(history))
            n_alarms += is_alarming(shuffled[-1], shuffled[:-1])
    return FalseAlarms(n_tests=rounds * len(histories), n_alarms=n_alarms, n_series=len(series))


def _baseline(series: Series, usable: Sequence[bool]) -> list[int]:
    return [count for count, is_usable in zip(series.events[:-1], usable[:-1], strict=True) if is_usable]
