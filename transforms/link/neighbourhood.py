"""The events that new tellings can change: the clusters that they touch, in a part of the lake that grows as needed.

A cluster depends on nothing outside its component, so linking a neighbourhood gives what linking everything would.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from transforms.link.cluster import Cluster
from transforms.link.compared import Compared, Decided
from transforms.link.settle import Homes, clusters_of, founded_components, in_order, loose_clusters
from transforms.link.telling import Telling
from transforms.link.windows import LoadedWindows, Window

Event = tuple[Telling, ...]
"""Tellings of one event, in order of telling."""


class _Before:
    """The events so far, as positions."""

    def __init__(self, compared: Compared) -> None:
        self._compared = compared
        self._members: dict[str, list[int]] = defaultdict(list)
        self._event_of: dict[int, str] = {}
        self._whole: dict[str, Cluster] = {}
        self._firm: dict[str, Cluster] = {}

    def add(self, prior: Mapping[str, str]) -> None:
        """Add members of events, each event with all its members at once."""
        for incident, event in prior.items():
            place = self._compared.position_of.get(incident)
            if place is not None and place not in self._event_of:
                self._members[event].append(place)
                self._event_of[place] = event

    def fellows(self, place: int) -> Cluster:
        """Return the event that a telling was in; itself alone when it is new."""
        event = self._event_of.get(place)
        if event is None:
            return (place,)
        if event not in self._whole:
            self._whole[event] = self._compared.ordered(self._members[event])
        return self._whole[event]

    def founders(self, place: int) -> Cluster:
        """Return the firm tellings of the event that a telling was in."""
        event = self._event_of.get(place)
        if event is None:
            return (place,) if place in self._compared.firm else ()
        if event not in self._firm:
            self._firm[event] = tuple(member for member in self.fellows(place) if member in self._compared.firm)
        return self._firm[event]


class Neighbourhood:
    """Tellings loaded so far and the events that they were in, looked at from those that changed.

    What was compared is kept when more is loaded.
    """

    def __init__(self, *, decided: Decided | None = None) -> None:
        self.loaded = LoadedWindows()
        self.prior: dict[str, str] = {}
        self._compared = Compared(decided=decided, loaded=self.loaded)
        self._before = _Before(self._compared)

    @property
    def wanted(self) -> set[Window]:
        """The windows that the last look did not find loaded: its events are to be had when they are."""
        return self._compared.wanted

    @property
    def tellings(self) -> Sequence[Telling]:
        """All tellings loaded."""
        return self._compared.tellings

    def load(self, tellings: Iterable[Telling], prior: Mapping[str, str], windows: Iterable[Window]) -> None:
        """Add all tellings of `windows` and the fellows of their events; those that are there stay as they are."""
        self._compared.add(telling for telling in tellings if not self.has(telling.incident_id))
        self._before.add(prior)
        self.prior |= prior
        self.loaded.add(windows)

    def has(self, incident_id: str) -> bool:
        """Whether an incident was loaded."""
        return incident_id in self._compared.position_of

    def reach(self, seeds: Collection[str]) -> list[Event]:
        """Return the events that the incidents `seeds` can have changed; none where more is `wanted`."""
        self._compared.wanted.clear()
        clusters = _changed_clusters(self._compared, self._before, seeds)
        return [] if self._compared.wanted else in_order(self._compared, clusters)


def reach(
    tellings: Iterable[Telling], seeds: Collection[str], prior: Mapping[str, str], *, decided: Decided | None = None
) -> list[Event]:
    """Return the events that `seeds` can have changed among all `tellings`; `prior` is each one's event so far."""
    compared = Compared(tellings, decided=decided)
    before = _Before(compared)
    before.add(prior)
    return in_order(compared, _changed_clusters(compared, before, seeds))


def _changed_clusters(compared: Compared, before: _Before, seeds: Collection[str]) -> list[Cluster]:
    """Return the clusters that seeds can have changed, and those of whoever was in one event with one of these."""
    changed = {compared.position_of[incident] for incident in seeds if incident in compared.position_of}
    while True:
        components = founded_components(compared, compared.firm.intersection(changed))
        if compared.wanted:
            return []
        clusters = _reached(compared, before, changed, clusters_of(compared, components))
        reached = {place for cluster in clusters for place in cluster}
        absent = {fellow for place in reached | changed for fellow in before.fellows(place)} - reached
        if not absent or compared.wanted:
            return clusters
        changed |= absent


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
            events.append(tuple(joined[number]))

    def is_left(place: int) -> bool:
        return home_of[place] is None if place in home_of else not before.founders(place)

    around = choosing | {other for place in choosing for other in compared.connected(place, firm=False)}
    loose = loose_clusters(compared, filter(is_left, around), is_left=is_left)
    return events + loose


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
    return [*made, *dict.fromkeys(before.founders(place) for place in compared.ordered(near - anew))]
