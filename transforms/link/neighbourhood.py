"""The part of the lake that new tellings can change: windows of days to load, and the clusters that they touch.

A cluster depends on nothing outside its component, so linking a neighbourhood gives what linking everything would.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from transforms.link.block import LONGEST_PERIOD_DAYS, REACH_DAYS, Blocks
from transforms.link.cluster import Decided, Links, components, connects, decided_pairs, split_component
from transforms.link.score import score
from transforms.link.telling import Telling

_SLACK_DAYS = 4
Known = dict[tuple[str, str], float | None]


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Window:
    """Days of a country, as ordinals, both inclusive."""

    country: str
    first_day: int
    last_day: int


@dataclasses.dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What changed tellings reach: positions in `ordered`, the links they have, and the windows they need loaded."""

    ordered: Sequence[Telling]
    reached: Collection[int]
    links: Links
    needed: tuple[Window, ...]

    @property
    def incident_ids(self) -> set[str]:
        """The incidents whose events can have changed."""
        return {self.ordered[place].incident_id for place in self.reached}

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

    def clusters(self) -> tuple[tuple[Telling, ...], ...]:
        """Return the events, each as its tellings in order of publication."""
        parts = [part for part in components(self.ordered, self.links) if part[0] in self.reached]
        clusters = sorted(cluster for part in parts for cluster in split_component(part, self.ordered, self.links))
        return tuple(tuple(self.ordered[place] for place in cluster) for cluster in clusters)


def windows_around(days: Iterable[tuple[str, int, int]], *, slack: int = _SLACK_DAYS) -> list[Window]:
    """Return the windows to load around tellings given as country, first and last day; overlapping ones as one."""
    by_country: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for country, first, last in days:
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


def reach(
    tellings: Iterable[Telling],
    seeds: Collection[str],
    prior: Mapping[str, str],
    *,
    decided: Decided | None = None,
    known: Known | None = None,
) -> Neighbourhood:
    """Return what seeds reach through pairs that connect and through events; `prior` is each incident's event so far.

    `known` remembers scores by incident ids from one call to the next.
    """
    ordered = sorted(tellings, key=lambda telling: telling.order)
    place_of = {telling.incident_id: place for place, telling in enumerate(ordered)}
    fellows: dict[str, list[int]] = defaultdict(list)
    for incident, event in prior.items():
        if incident in place_of:
            fellows[event].append(place_of[incident])
    links = decided_pairs(ordered, decided or {})
    ties = _both_ways(links)
    blocks, reached, scores = Blocks(ordered), set[int](), {} if known is None else known
    waiting = [place_of[incident] for incident in seeds if incident in place_of]
    while waiting:
        place = waiting.pop()
        if place in reached:
            continue
        near = (other for other in blocks.near(place) if other not in reached)
        reached.add(place)
        waiting += _link(place, near, ordered, links, scores) + ties[place]
        waiting += fellows.pop(prior.get(ordered[place].incident_id, ""), [])
    linked = [t for t in (ordered[place] for place in reached) if t.last_day - t.first_day <= LONGEST_PERIOD_DAYS]
    needed = windows_around(((t.country, t.first_day, t.last_day) for t in linked), slack=0)
    return Neighbourhood(ordered, reached, links, tuple(needed))


def _link(place: int, near: Iterable[int], ordered: Sequence[Telling], links: Links, scores: Known) -> list[int]:
    """Add the links of a position to those near it; return those that connect."""
    close = []
    for other in near:
        pair = (min(place, other), max(place, other))
        value = links[pair] if pair in links else _known_score(ordered[pair[0]], ordered[pair[1]], scores)
        if value is not None:
            links[pair] = value
            if connects(ordered[place], ordered[other], value):
                close.append(other)
    return close


def _known_score(one: Telling, other: Telling, scores: Known) -> float | None:
    pair = (one.incident_id, other.incident_id)
    if pair not in scores:
        scores[pair] = score(one, other)
    return scores[pair]


def _both_ways(decided: Links) -> dict[int, list[int]]:
    ties: dict[int, list[int]] = defaultdict(list)
    for (one, other), value in decided.items():
        if value > 0:
            ties[one].append(other)
            ties[other].append(one)
    return ties


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined
