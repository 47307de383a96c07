"""Events that may be one told twice: near in time, alike in kind and place, and each toll within the other's range.

A hint for readers, who see both; whether they are one is `transforms.link`'s and people's to decide.
"""

from collections.abc import Sequence

from transforms.report.view import Count, EventView

_DAYS = 7
_LEAST = 10
"""Of smaller tolls two attacks on one town in a week have the same ones by chance."""
_OF_WORDS = frozenset({20, 200, 2000})
"""What the codebook counts for "dozens", "hundreds" and "thousands": equal words are no equal tolls."""


def twin_of(event: EventView, others: Sequence[EventView]) -> EventView | None:
    """Return the first of other events that may be the same one, NULL where none is."""
    return next((other for other in others if other is not event and _may_be_one(event, other)), None)


def _may_be_one(one: EventView, other: EventView) -> bool:
    return (
        one.sub_event_type == other.sub_event_type
        and one.country == other.country
        and bool(one.place.ar or one.place.en)
        and (one.place, one.admin1) == (other.place, other.admin1)
        and abs((one.date_start - other.date_start).days) <= _DAYS
        and _holds(one.killed, _number(other))
        and _holds(other.killed, _number(one))
    )


def _number(event: EventView) -> int:
    return event.killed_shared or event.killed_stated


def _holds(toll: Count, number: int) -> bool:
    if toll.low is None or number < _LEAST or number in _OF_WORDS:
        return False
    return toll.low <= number and (toll.high is None or number <= toll.high)
