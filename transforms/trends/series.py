"""Periods of the calendar and series of counts over them, without gaps.

Weeks are ISO weeks and start on Monday. What a change between two periods means is in `change`.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

PeriodKind = Literal["day", "week", "month", "quarter"]
Measure = Literal[
    "n_events",
    "n_events_panel",
    "killed_shared",
    "killed_low",
    "killed_best",
    "killed_high",
    "injured_shared",
    "injured_best",
    "n_civilian_targeting",
]
MEASURES: tuple[Measure, ...] = get_args(Measure)


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Period:
    """A day, ISO week, month or quarter, from its first to its last local day."""

    start: dt.date
    kind: PeriodKind = "week"

    @property
    def end(self) -> dt.date:
        """The last day that belongs to the period."""
        return self.next.start - dt.timedelta(days=1)

    @property
    def next(self) -> "Period":
        """The period that follows without a gap."""
        if self.kind in ("day", "week"):
            return Period(self.start + dt.timedelta(days=1 if self.kind == "day" else 7), self.kind)
        months = 1 if self.kind == "month" else 3
        year, month = divmod(self.start.year * 12 + self.start.month - 1 + months, 12)
        return Period(dt.date(year, month + 1, 1), self.kind)

    def is_within(self, first: dt.date, last: dt.date) -> bool:
        """Return whether every day of the period lies in `first`..`last`; if not, the period is partial."""
        return first <= self.start and self.end <= last


@dataclasses.dataclass(frozen=True, slots=True)
class Series:
    """Counts of one key over consecutive periods: `values[measure][i]` belongs to `periods[i]`."""

    key: tuple[str | None, ...]
    periods: tuple[Period, ...]
    values: Mapping[Measure, tuple[int, ...]]

    @property
    def events(self) -> tuple[int, ...]:
        """The number of events in each period."""
        return self.values["n_events"]


def period_containing(day: dt.date, kind: PeriodKind) -> Period:
    """Return the period that `day` belongs to.

    >>> period_containing(dt.date(2019, 7, 20), "week").start.isoformat()
    '2019-07-15'
    """
    match kind:
        case "day":
            return Period(day, kind)
        case "week":
            return Period(day - dt.timedelta(days=day.weekday()), kind)
        case "month":
            return Period(day.replace(day=1), kind)
        case "quarter":
            return Period(dt.date(day.year, (day.month - 1) // 3 * 3 + 1, 1), kind)


def periods_between(first: dt.date, last: dt.date, *, kind: PeriodKind) -> tuple[Period, ...]:
    """Return all periods from the one that contains `first` to the one that contains `last`, oldest first."""
    periods = []
    period = period_containing(first, kind)
    while period.start <= last:
        periods.append(period)
        period = period.next
    return tuple(periods)


def fill_series(
    rows: Iterable[Mapping[str, Any]], *, periods: tuple[Period, ...], by: tuple[str, ...] = ()
) -> dict[tuple[str | None, ...], Series]:
    """Return one series for each combination of the columns `by`, zeros where no row stands.

    `rows` have `period_start`, the columns `by` and the measures; several rows of one cell are added up,
    rows outside `periods` are left out. With `by` empty there is exactly one series, under the key ().
    """
    position = {period.start: index for index, period in enumerate(periods)}
    sums: dict[tuple[str | None, ...], dict[Measure, list[int]]] = {}
    if not by:
        sums[()] = _zeros(len(periods))
    for row in rows:
        index = position.get(row["period_start"])
        if index is None:
            continue
        cells = sums.setdefault(tuple(row[column] for column in by), _zeros(len(periods)))
        for measure in MEASURES:
            cells[measure][index] += int(row.get(measure) or 0)
    return {
        key: Series(key=key, periods=periods, values={measure: tuple(cells[measure]) for measure in MEASURES})
        for key, cells in sums.items()
    }


def _zeros(length: int) -> dict[Measure, list[int]]:
    return {measure: [0] * length for measure in MEASURES}
