"""Events from tellings: firm ones found them, vague ones join one of them or stay among themselves.

A vague telling never connects two events: it looks at the clusters that firm ones make, and joins the one that leads.
"""

import math
from collections.abc import Callable, Iterable, Sequence

from transforms.link.cluster import Cluster, agglomerate, strength
from transforms.link.compared import Compared, Decided
from transforms.link.telling import Telling

_MARGIN = 0.7
"""Log odds by which the best cluster for a vague telling must beat the next, and even odds."""
_FAME = 0.5
"""What a cluster's size is worth to a vague report, for each factor of e: it is likelier of a much told event."""


def cluster_tellings(tellings: Iterable[Telling], *, decided: Decided | None = None) -> list[tuple[Telling, ...]]:
    """Return the events, each as its tellings in order of publication; the same for any order of `tellings`."""
    compared = Compared(tellings, decided=decided)
    founded = clusters_of(compared, founded_components(compared, compared.firm))
    homes = Homes(compared, founded)
    joined = [list(cluster) for cluster in founded]
    left: list[int] = []
    for place in range(len(compared.tellings)):
        if place not in compared.firm:
            home = homes.find(place)
            (left if home is None else joined[home]).append(place)
    return in_order(compared, [*joined, *loose_clusters(compared, left)])


def in_order(compared: Compared, clusters: Iterable[Iterable[int]]) -> list[tuple[Telling, ...]]:
    """Return clusters as tellings, each and all of them in the order of telling."""
    told = [tuple(compared.tellings[place] for place in compared.ordered(cluster)) for cluster in clusters]
    return sorted(told, key=lambda cluster: cluster[0].order)


def founded_components(compared: Compared, firm: Iterable[int]) -> list[list[int]]:
    """Return the firm tellings at `firm` and all firm ones that they reach, by connection."""
    return _walk(firm, lambda place: compared.connected(place, firm=True))


def clusters_of(compared: Compared, components: Iterable[Sequence[int]]) -> list[Cluster]:
    """Return the clusters of each component; none while windows are wanted, since links are missing then."""
    if compared.wanted:
        return []
    clusters: list[Cluster] = []
    for component in components:
        key = frozenset(component)
        if key not in compared.clustered:
            compared.clustered[key] = agglomerate(component, compared.tellings, compared.links)
        clusters += compared.clustered[key]
    return clusters


def loose_clusters(
    compared: Compared, left: Iterable[int], *, is_left: Callable[[int], bool] | None = None
) -> list[Cluster]:
    """Return the clusters of the vague tellings at `left`, and of those that `is_left` and that they reach."""
    starts = set(left)
    joins = is_left or starts.__contains__

    def near(place: int) -> Iterable[int]:
        return (other for other in compared.connected(place, firm=False) if joins(other))

    return clusters_of(compared, _walk(starts, near))


def _walk(starts: Iterable[int], near: Callable[[int], Iterable[int]]) -> list[list[int]]:
    """Return all that is reached from `starts`, by connection with each other."""
    seen: set[int] = set()
    components = []
    for start in sorted(starts):
        if start in seen:
            continue
        seen.add(start)
        component = [start]
        for place in component:
            new = [other for other in dict.fromkeys(near(place)) if other not in seen]
            seen.update(new)
            component += new
        components.append(component)
    return components


class Homes:
    """The clusters of firm tellings that vague ones choose from."""

    def __init__(self, compared: Compared, clusters: Sequence[Cluster]) -> None:
        self.compared = compared
        self.clusters = clusters
        self._joined = {
            cluster: tuple(place for place in cluster if not compared.tellings[place].is_precise)
            for cluster in clusters
        }
        self.cluster_of = {place: number for number, cluster in enumerate(clusters) for place in cluster}

    def find(self, place: int) -> int | None:
        """Return the number of the cluster that a vague telling joins: the one that leads; None when none does."""
        near = {
            self.cluster_of[other] for other in self.compared.connected(place, firm=True) if other in self.cluster_of
        }
        fits = ((number, self._fit(place, self.clusters[number])) for number in near)
        ranked = sorted(
            (-fit - _FAME * math.log(len(self.clusters[number])), number)
            for number, fit in fits
            if fit > 0 and not self._is_taken(place, fit, self.clusters[number])
        )
        if not ranked:
            return None
        lead = (ranked[1][0] if len(ranked) > 1 else 0.0) - ranked[0][0]
        return ranked[0][1] if lead >= _MARGIN else None

    def _fit(self, place: int, cluster: Cluster) -> float:
        """Return how a vague telling fits a cluster, or those vague ones in it that people joined to it."""
        return max(self._fit_with(place, part) for part in (cluster, self._joined[cluster]) if part)

    def _fit_with(self, place: int, part: Cluster) -> float:
        values = [self.compared.link(place, other) for other in part]
        return strength(sum(values) / len(values), max(values))

    def _is_taken(self, place: int, fit: float, cluster: Cluster) -> bool:
        """Whether the telling's article tells the cluster already, otherwise than as recap, or fits it better so."""
        same_article = self.compared.by_article[self.compared.tellings[place].article_id]
        rivals = [other for other in same_article if other != place and not self.compared.is_recap(place, other)]
        order = self.compared.tellings[place].order
        return any(
            other in cluster
            if other in self.compared.firm
            else (-self._offer(other, cluster), self.compared.tellings[other].order) < (-fit, order)
            for other in rivals
        )

    def _offer(self, place: int, cluster: Cluster) -> float:
        """Return how a vague telling fits a cluster; nothing when it connects with none of its tellings."""
        near = self.compared.connected(place, firm=True)
        return self._fit(place, cluster) if not set(near).isdisjoint(cluster) else -math.inf
