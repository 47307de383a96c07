"""Clusters of tellings by ties between clusters, whose outcome does not depend on the tellings' order.

Which tellings are compared and connect is `compared`'s; what becomes of vague ones, `settle`'s.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.link.compared import APART, OTHER, SAME, Links
from transforms.link.score import score
from transforms.link.telling import Telling

Cluster = tuple[int, ...]
Tie = tuple[float, float]
"""Between two clusters: sum over their pairs of log odds above `APART`, and the highest log odds of a pair."""

_CLOSEST_SHARE = 0.35
_MISREAD_SHARE = 0.1


def agglomerate(positions: Iterable[int], tellings: Sequence[Telling], links: Links) -> list[Cluster]:
    """Merge the two clusters of the strongest tie again and again, while it is above even odds.

    Then clusters that people called one are united, whole: who merges two events means all their reports. Returns them
    as positions in the order of telling, in which the work is done.
    """
    ordered = sorted(positions, key=lambda place: tellings[place].order)
    told = [tellings[place] for place in ordered]
    return [tuple(ordered[rank] for rank in part) for part in _agglomerate(told, _links_among(ordered, links))]


def _links_among(ordered: Sequence[int], links: Links) -> Links:
    """Return the links among positions, by their ranks."""
    found: Links = {}
    for rank, one in enumerate(ordered):
        for later, other in enumerate(ordered[rank + 1 :], rank + 1):
            value = links.get((one, other) if one < other else (other, one))
            if value is not None:
                found[rank, later] = value
    return found


def _agglomerate(tellings: Sequence[Telling], links: Links) -> list[Cluster]:
    decided = sorted(pair for pair, value in links.items() if value == SAME)
    work = _Agglomeration(tellings, {**links, **_own_links(decided, tellings)})
    while work.heap:
        _, one, other, sizes = heapq.heappop(work.heap)
        if work.is_current(one, other, sizes):
            work.merge(one, other)
    parts = [part for members in work.members.values() for part in _without_doubles(members, tellings, links)]
    return _united(parts, decided, links) if decided else parts


def _own_links(decided: Iterable[tuple[int, int]], tellings: Sequence[Telling]) -> Links:
    """Return how alike pairs are on which people decided, without the decision."""
    found = {(one, other): score(tellings[one], tellings[other]) for one, other in decided}
    return {pair: APART if value is None else value for pair, value in found.items()}


def _united(parts: Sequence[Cluster], decided: Sequence[tuple[int, int]], links: Links) -> list[Cluster]:
    """Return clusters of which those that a decided pair connects are one; who was kept apart from it leaves it."""
    cluster_of = {place: number for number, part in enumerate(parts) for place in part}
    members = {number: list(part) for number, part in enumerate(parts)}
    for one, other in decided:
        kept, gone = sorted((cluster_of[one], cluster_of[other]))
        if kept != gone:
            members[kept] += members.pop(gone)
            cluster_of |= dict.fromkeys(members[kept], kept)
    joined = {place for pair in decided for place in pair}
    clusters: list[Cluster] = []
    for part in members.values():
        leaving = _kept_apart(part, joined, links)
        clusters += [tuple(sorted(set(part) - leaving)), *((place,) for place in sorted(leaving))]
    return clusters


def _kept_apart(members: Iterable[int], joined: set[int], links: Links) -> set[int]:
    """Return the tellings of a cluster that people kept apart from another of it: rather one that nobody joined."""
    inside = set(members)
    pairs = (pair for pair, value in links.items() if value == OTHER and inside.issuperset(pair))
    leaving: set[int] = set()
    for one, other in sorted(pairs):
        if leaving.isdisjoint((one, other)):
            others = inside - {one, other}
            leaving.add(min((one, other), key=lambda place: (place in joined, _closeness(place, others, links))))
    return leaving


def _without_doubles(members: Iterable[int], tellings: Sequence[Telling], links: Links) -> list[Cluster]:
    """Return a cluster in which no article tells two events, and each telling that had to leave it by itself.

    Of two tellings of one article that are no recap of each other, the one closer to the other articles' stays.
    """
    kept: list[int] = []
    left: list[int] = []
    for positions in by_article(tuple(sorted(members)), tellings).values():
        staying: list[int] = []
        for position in sorted(positions, key=lambda place: (-_closeness(place, members, links), place)):
            is_apart = any((min(position, other), max(position, other)) not in links for other in staying)
            (left if is_apart else staying).append(position)
        kept += staying
    return [tuple(sorted(kept)), *((position,) for position in sorted(left))]


def _closeness(position: int, members: Iterable[int], links: Links) -> float:
    pairs = ((min(position, other), max(position, other)) for other in members if other != position)
    return sum(links.get(pair, APART) for pair in pairs)


class _Agglomeration:
    """Clusters named after their least position, ties between neighbours, and candidates to merge."""

    def __init__(self, tellings: Sequence[Telling], links: Links) -> None:
        self.members: dict[int, list[int]] = {position: [position] for position in range(len(tellings))}
        self.articles = {position: {told.article_id: [position]} for position, told in enumerate(tellings)}
        self.sums: dict[int, dict[int, Tie]] = {position: {} for position in range(len(tellings))}
        self.links = links
        self.heap: list[tuple[float, int, int, tuple[int, int]]] = []
        for (one, other), value in links.items():
            self._relate(one, other, (value - APART, value))

    def is_current(self, one: int, other: int, sizes: tuple[int, int]) -> bool:
        """Whether both clusters are as they were when the candidate was noted."""
        return (
            one in self.members
            and other in self.members
            and sizes == (len(self.members[one]), len(self.members[other]))
        )

    def merge(self, one: int, other: int) -> None:
        """Merge `other` into `one`, unless an article tells them as two."""
        total, closest = self.sums[one][other]
        tied = strength(total / (len(self.members[one]) * len(self.members[other])) + APART, closest)
        if told_apart(self.articles[one], self.articles[other], self.links, tied=tied):
            return
        self.members[one] += self.members.pop(other)
        for article, positions in self.articles.pop(other).items():
            self.articles[one].setdefault(article, []).extend(positions)
        moved = self.sums.pop(other)
        kept = self.sums[one]
        kept.pop(other)
        moved.pop(one)
        for neighbour, (total, closest) in moved.items():
            self.sums[neighbour].pop(other)
            known = kept.get(neighbour, (0.0, APART))
            kept[neighbour] = known[0] + total, max(known[1], closest)
        for neighbour in sorted(kept):
            self._relate(min(one, neighbour), max(one, neighbour), kept[neighbour])

    def _relate(self, one: int, other: int, tie: Tie) -> None:
        self.sums[one][other] = self.sums[other][one] = tie
        sizes = len(self.members[one]), len(self.members[other])
        tied = strength(tie[0] / (sizes[0] * sizes[1]) + APART, tie[1])
        if tied > 0:
            heapq.heappush(self.heap, (-tied, one, other, sizes))


def strength(average: float, closest: float) -> float:
    """Return how strongly two clusters belong together: mostly all pairs, in part the pair that says most.

    Reports that say little (no toll, few words) would otherwise keep apart what two full reports join.
    """
    return (1 - _CLOSEST_SHARE) * average + _CLOSEST_SHARE * closest


def told_apart(
    one: Mapping[str, Sequence[int]], other: Mapping[str, Sequence[int]], links: Links, *, tied: float
) -> bool:
    """Whether articles tell both clusters, not as a recap of each other.

    One of ten is taken for a misread one; the stronger the tie that all the others make, the more of them.
    """
    n_apart = sum(_tells_both(one[article], other[article], links) for article in one.keys() & other.keys())
    return n_apart > _MISREAD_SHARE * max(1.0, tied) * min(len(one), len(other))


def _tells_both(here: Sequence[int], there: Sequence[int], links: Links) -> bool:
    return any((min(place, other), max(place, other)) not in links for place in here for other in there)


def by_article(cluster: Cluster, tellings: Sequence[Telling]) -> dict[str, list[int]]:
    """Return the positions of a cluster by their article."""
    found: dict[str, list[int]] = defaultdict(list)
    for position in cluster:
        found[tellings[position].article_id].append(position)
    return found
