"""The part of the lake that new tellings can change: windows of days to load, and the clusters that they touch.

A cluster depends on nothing outside its component, so linking a neighbourhood gives what linking everything would.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from transforms.link.block import LONGEST_PERIOD_DAYS, REACH_DAYS
from transforms.link.cluster import Cluster, Decided, components, score_pairs, split_component
from transforms.link.telling import Telling

_SLACK_DAYS = 4


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Window:
    """Days of a country, as ordinals, both inclusive."""

    country: str
    first_day: int
    last_day: int


@dataclasses.dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The clusters that changed tellings can have changed, and the windows they need to have been loaded."""

    clusters: tuple[tuple[Telling, ...], ...]
    needed: tuple[Window, ...]

    def lies_within(self, windows: Sequence[Window]) -> bool:
        """Whether all that the clusters depend on was loaded."""
        return all(
            any(
                window.country == need.country
                and window.first_day <= need.first_day
                and need.last_day <= window.last_day
                for window in windows
            )
            for need in self.needed
        )


def windows_around(days: Iterable[tuple[str, int, int]], *, slack: int = _SLACK_DAYS) -> list[Window]:
    """Return the windows to load around tellings given as country, first and last day; overlapping ones as one."""
    by_country: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for country, first, last in days:
        if last - first <= LONGEST_PERIOD_DAYS:
            by_country[country].append((first - REACH_DAYS - slack, last + REACH_DAYS + slack))
    return [
        Window(country, first, last)
        for country, spans in sorted(by_country.items())
        for first, last in _joined(sorted(spans))
    ]


def lying_in(tellings: Iterable[Telling], windows: Sequence[Window]) -> set[str]:
    """Return the incidents whose country and days meet one of `windows`."""
    by_country: dict[str, list[Window]] = defaultdict(list)
    for window in windows:
        by_country[window.country].append(window)
    return {
        telling.incident_id
        for telling in tellings
        if any(
            telling.first_day <= window.last_day and telling.last_day >= window.first_day
            for window in by_country.get(telling.country, ())
        )
    }


def touched_clusters(
    tellings: Sequence[Telling], seeds: Collection[str], prior: Mapping[str, str], *, decided: Decided | None = None
) -> Neighbourhood:
    """Return the clusters of the components that hold a seed, or a member of an event that such a component holds."""
    ordered = sorted(tellings, key=lambda telling: telling.order)
    links = score_pairs(ordered, decided=decided)
    parts = components(len(ordered), links)
    chosen = _closure(parts, ordered, set(seeds), prior)
    clusters = [cluster for part in chosen for cluster in split_component(part, ordered, links)]
    needed = windows_around(
        ((t.country, t.first_day, t.last_day) for part in chosen for t in (ordered[place] for place in part)), slack=0
    )
    return Neighbourhood(
        tuple(tuple(ordered[place] for place in cluster) for cluster in sorted(clusters)), tuple(needed)
    )


def _closure(
    parts: Sequence[Cluster], ordered: Sequence[Telling], seeds: set[str], prior: Mapping[str, str]
) -> list[Cluster]:
    """Return the components that hold seeds, widened until no event lies in a chosen and in another component."""
    part_of = {ordered[place].incident_id: number for number, part in enumerate(parts) for place in part}
    fellows: dict[str, list[str]] = defaultdict(list)
    for incident, event in prior.items():
        if incident in part_of:
            fellows[event].append(incident)
    chosen: set[int] = set()
    waiting = [incident for incident in seeds if incident in part_of]
    while waiting:
        number = part_of[waiting.pop()]
        if number in chosen:
            continue
        chosen.add(number)
        for place in parts[number]:
            held = prior.get(ordered[place].incident_id)
            waiting += fellows.pop(held, []) if held is not None else []
    return [parts[number] for number in sorted(chosen)]


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined
