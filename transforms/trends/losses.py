"""How many people were killed and injured as two outlets tell it, and what single outlets add.

The rule of which figure counts is here; sums over series are in `series`, words for them in `transforms.report`.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, Literal

Row = Mapping[str, Any]
Outcome = Literal["killed", "injured"]


@dataclasses.dataclass(frozen=True, slots=True)
class Losses:
    """People killed or injured over some events: `counted` is supported, `alone` what one outlet says beyond that.

    `n_events` are the events with a counted figure, `n_alone` those in which one outlet alone says more.
    """

    counted: int = 0
    alone: int = 0
    n_events: int = 0
    n_alone: int = 0


def stated(event: Row, outcome: Outcome) -> int:
    """Return what the reports of an event say at best, its lowest figure where there is no best, 0 for none."""
    best = event[f"{outcome}_best"]
    number: int | None = best if best is not None else event[f"{outcome}_low"]
    return number or 0


def with_counted(event: Row, *, needs_second: bool) -> dict[str, Any]:
    """Return an event with `killed_counted` and `injured_counted`: what two outlets reach of it.

    Where a single outlet was read (`needs_second` is False), nothing can be reached twice and what it says counts.
    """
    counted = {
        f"{outcome}_counted": (event[f"{outcome}_shared"] or 0) if needs_second else stated(event, outcome)
        for outcome in ("killed", "injured")
    }
    return {**event, **counted}


def alone(event: Row, outcome: Outcome) -> int:
    """Return how many more than counted one outlet alone says."""
    return max(stated(event, outcome) - int(event[f"{outcome}_counted"]), 0)


def losses_of(events: Iterable[Row], outcome: Outcome) -> Losses:
    """Return the sums over events that went through `with_counted`."""
    pairs = [(int(event[f"{outcome}_counted"]), alone(event, outcome)) for event in events]
    return Losses(
        counted=sum(one for one, _ in pairs),
        alone=sum(more for _, more in pairs),
        n_events=sum(one > 0 for one, _ in pairs),
        n_alone=sum(more > 0 for _, more in pairs),
    )
