"""The part of the lake that new tellings can change: windows of days to load, and the clusters that they touch.

A cluster depends on nothing outside its component, so linking a neighbourhood gives what linking everything would.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from transforms.link.block import LONGEST_PERIOD_DAYS, REACH_DAYS
from transforms.link.cluster import Cluster
from transforms.link.compared import Compared, Decided, Known
from transforms.link.settle import Homes, clusters_of, founded_components, loose_clusters
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
    """The events that changed tellings can have changed, and the windows that have to be loaded to be sure of them.

    An event is its tellings in order of publication.
    """

    clusters: Sequence[tuple[Telling, ...]]
    needed: Sequence[Window]

    @property
    def incident_ids(self) -> set[str]:
        """The incidents whose events can have changed."""
        return {telling.incident_id for cluster in self.clusters for telling in cluster}

    def lies_within(self, windows: Sequence[Window]) -> bool:
        """Whether all that the clusters depend on was loaded."""
        return lie_within(self.needed, windows)


def lie_within(needed: Iterable[Window], windows: Sequence[Window]) -> bool:
    """Whether each window that is needed lies in one of `windows`."""
    return all(
        any(
            window.country == need.country and window.first_day <= need.first_day and need.last_day <= window.last_day
            for window in windows
        )
        for need in needed
    )


def not_yet_loaded(windows: Iterable[Window], loaded: Sequence[Window]) -> list[Window]:
    """Return the parts of `windows` before and after what was loaded of their country."""
    missing = []
    for window in windows:
        known = sorted(other for other in loaded if other.country == window.country)
        day = window.first_day
        for other in known:
            if day < other.first_day and other.first_day <= window.last_day:
                missing.append(Window(window.country, day, other.first_day - 1))
            day = max(day, other.last_day + 1) if other.first_day <= window.last_day else day
        if day <= window.last_day:
            missing.append(Window(window.country, day, window.last_day))
    return missing


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
    windows: Sequence[Window] | None = None,
) -> Neighbourhood:
    """Return the events that seeds can have changed; `prior` is each incident's event so far.

    Whoever was in one event with a telling of these events is looked at as well. `known` remembers scores by incident
    ids from one call to the next. Where more is needed than lies in `windows`, no events are returned.
    """
    compared = Compared(tellings, decided=decided, known=known)
    before = _Before(compared, prior)
    place_of = {telling.incident_id: place for place, telling in enumerate(compared.tellings)}
    changed = {place_of[incident] for incident in seeds if incident in place_of}
    while True:
        components = founded_components(compared, compared.firm.intersection(changed))
        if windows is not None and not lie_within(_needed(compared), windows):
            return Neighbourhood((), _needed(compared))
        clusters = _reached(compared, before, changed, clusters_of(compared, components))
        reached = {place for cluster in clusters for place in cluster}
        absent = {fellow for place in reached | changed for fellow in before.fellows(place)} - reached
        if not absent:
            break
        changed |= absent
    ordered = compared.tellings
    return Neighbourhood([tuple(ordered[place] for place in cluster) for cluster in clusters], _needed(compared))


class _Before:
    """The events so far, as positions."""

    def __init__(self, compared: Compared, prior: Mapping[str, str]) -> None:
        events: dict[str, list[int]] = defaultdict(list)
        for place, telling in enumerate(compared.tellings):
            if telling.incident_id in prior:
                events[prior[telling.incident_id]].append(place)
        wholes = [tuple(places) for places in events.values()]
        self._events = {place: whole for whole in wholes for place in whole}
        founders = [(whole, tuple(place for place in whole if place in compared.firm)) for whole in wholes]
        self._founders = {place: firm for whole, firm in founders for place in whole}
        self._firm = compared.firm

    def fellows(self, place: int) -> Cluster:
        """Return the event that a telling was in; itself alone when it is new."""
        return self._events.get(place, (place,))

    def founders(self, place: int) -> Cluster:
        """Return the firm tellings of the event that a telling was in."""
        return self._founders.get(place, (place,) if place in self._firm else ())


def _reached(compared: Compared, before: _Before, changed: Collection[int], made: Sequence[Cluster]) -> list[Cluster]:
    """Return the events, as positions, that change with the tellings at `changed`.

    Clusters of firm tellings are `made` anew where a changed one reaches. Vague tellings choose anew when they changed
    or see a cluster that did; the clusters that they choose from, and the other vague ones, are as they were.
    """
    fresh = [cluster for cluster in made if _is_fresh(cluster, before, changed)]
    choosing = _vague_of_articles(compared, set(changed) - compared.firm)
    choosing |= {vague for cluster in fresh for place in cluster for vague in compared.connected(place, firm=False)}
    offered = _offered(compared, before, made, choosing)
    homes = Homes(compared, offered)
    home_of = {place: homes.find(place) for place in sorted(choosing)}
    joined = {number: [*cluster] for number, cluster in enumerate(offered)}
    for place, home in home_of.items():
        if home is not None:
            joined[home].append(place)
    left_or_gained = {*home_of.values()} | {
        homes.cluster_of.get(founder) for place in choosing for founder in before.founders(place)
    }
    events = []
    for number, cluster in enumerate(offered):
        is_fresh = _is_fresh(cluster, before, changed)
        if is_fresh or number in left_or_gained:
            stayed = () if is_fresh else before.fellows(cluster[0])
            joined[number] += [p for p in stayed if p not in compared.firm and p not in choosing]
            events.append(tuple(sorted(joined[number])))

    def is_left(place: int) -> bool:
        return home_of[place] is None if place in home_of else not before.founders(place)

    around = choosing | {other for place in choosing for other in compared.connected(place, firm=False)}
    loose = loose_clusters(compared, filter(is_left, around), is_left=is_left)
    return sorted(events + loose)


def _is_fresh(cluster: Cluster, before: _Before, changed: Collection[int]) -> bool:
    """Whether the firm tellings of a cluster are others than before, or tell something else."""
    return before.founders(cluster[0]) != cluster or any(place in changed for place in cluster)


def _vague_of_articles(compared: Compared, vague: Iterable[int]) -> set[int]:
    """Return vague tellings and the other vague ones of their articles, which they compete with for an event."""
    articles = {compared.tellings[place].article_id for place in vague}
    return {place for article in articles for place in compared.by_article[article] if place not in compared.firm}


def _offered(compared: Compared, before: _Before, made: Sequence[Cluster], choosing: Iterable[int]) -> list[Cluster]:
    """Return the clusters of firm tellings: those made anew, and as they were those that vague ones choose from."""
    anew = {place for cluster in made for place in cluster}
    near = {other for place in choosing for other in compared.connected(place, firm=True)}
    near |= {founder for place in choosing for founder in before.founders(place)}
    return [*made, *sorted({before.founders(place) for place in near - anew})]


def _needed(compared: Compared) -> list[Window]:
    """Return the windows in which all lies that the compared tellings were compared with."""
    linked = (compared.tellings[place] for place in compared.compared)
    days = ((t.country, t.first_day, t.last_day) for t in linked if t.last_day - t.first_day <= LONGEST_PERIOD_DAYS)
    return windows_around(days, slack=0)


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined
