"""Tellings to events: clustering by ties between clusters, whose outcome does not depend on the tellings' order.

Precise tellings are clustered first, then vague ones among themselves; a vague cluster joins a precise one when
exactly one fits. Only pairs well above even odds connect, and each component of such pairs is clustered on its own.
"""

import dataclasses
import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.link.block import paired
from transforms.link.score import score
from transforms.link.telling import Telling

Links = dict[tuple[int, int], float]
Cluster = tuple[int, ...]
Decided = Mapping[tuple[str, str], bool]
"""What people decided about pairs of incidents: True when both are one event, False when they are two."""
Tie = tuple[float, float]
"""Between two clusters: sum over their pairs of log odds above `_APART`, and the highest log odds of a pair."""

_APART = -5.0
"""Log odds of a pair that cannot be of one event or shares no block."""
_SAME, _OTHER = 1000.0, float("-inf")
"""Log odds of pairs on which people decided; one pair kept apart keeps its clusters apart, whatever else joins them."""
_CLEAR = 1.0
"""Log odds above which a pair with a vague telling connects; even odds are enough between precise ones."""
_CLOSEST_SHARE = 0.35
_MARGIN = 0.7
"""Log odds by which the best cluster for a vague one must beat the next, and even odds."""
_MISREAD_SHARE = 0.1
_FAME = 0.5
"""What a cluster's size is worth to a vague report, for each factor of e: it is likelier of a much told event."""


def cluster_tellings(tellings: Iterable[Telling], *, decided: Decided | None = None) -> list[tuple[Telling, ...]]:
    """Return the events, each as its tellings in order of publication; the same for any order of `tellings`."""
    ordered = sorted(tellings, key=lambda telling: telling.order)
    links = score_pairs(ordered, decided=decided)
    parts = components(ordered, links)
    events = [cluster for part in parts for cluster in split_component(part, ordered, links)]
    return [tuple(ordered[position] for position in cluster) for cluster in sorted(events)]


def score_pairs(tellings: Sequence[Telling], *, decided: Decided | None = None) -> Links:
    """Return the log odds of each comparable pair of positions, the lesser first; what people decided is certain."""
    scored = (((one, other), score(tellings[one], tellings[other])) for one, other in paired(tellings))
    links = {pair: value for pair, value in scored if value is not None}
    return links | decided_pairs(tellings, decided or {})


def decided_pairs(tellings: Sequence[Telling], decided: Decided) -> Links:
    """Return the pairs of positions on which people decided, the lesser first."""
    places = {telling.incident_id: place for place, telling in enumerate(tellings)} if decided else {}
    links: Links = {}
    for (one, other), is_same in decided.items():
        if one in places and other in places:
            least, most = sorted((places[one], places[other]))
            links[least, most] = _SAME if is_same else _OTHER
    return links


def connects(one: Telling, other: Telling, value: float) -> bool:
    """Whether a pair's log odds connect; a vague telling, which half a country resembles, needs clearer ones."""
    return value > (0 if one.is_precise and other.is_precise else _CLEAR)


def components(tellings: Sequence[Telling], links: Links) -> list[Cluster]:
    """Return the positions of `tellings` by connection through pairs that connect."""
    n = len(tellings)
    parent = list(range(n))

    def root(position: int) -> int:
        while parent[position] != position:
            parent[position] = parent[parent[position]]
            position = parent[position]
        return position

    for (one, other), value in links.items():
        if connects(tellings[one], tellings[other], value):
            least, most = sorted((root(one), root(other)))
            parent[most] = least
    found: dict[int, list[int]] = defaultdict(list)
    for position in range(n):
        found[root(position)].append(position)
    return [tuple(members) for members in found.values()]


def split_component(component: Cluster, tellings: Sequence[Telling], links: Links) -> list[Cluster]:
    """Return the clusters of one component."""
    if len(component) == 1:
        return [component]
    precise = [position for position in component if tellings[position].is_precise]
    vague = [position for position in component if not tellings[position].is_precise]
    founded = _agglomerate(precise, tellings, links)
    loose = _agglomerate(vague, tellings, links)
    return _attach(loose, founded, tellings, links)


def _agglomerate(positions: Sequence[int], tellings: Sequence[Telling], links: Links) -> list[Cluster]:
    """Merge the two clusters of the strongest tie again and again, while it is above even odds."""
    work = _Agglomeration(positions, tellings, links)
    while work.heap:
        _, one, other, sizes = heapq.heappop(work.heap)
        if work.is_current(one, other, sizes):
            work.merge(one, other)
    return [part for members in work.members.values() for part in _without_doubles(members, tellings, links)]


def _without_doubles(members: Iterable[int], tellings: Sequence[Telling], links: Links) -> list[Cluster]:
    """Return a cluster in which no article tells two events, and each telling that had to leave it by itself.

    Of two tellings of one article that are no recap of each other, the one closer to the other articles' stays.
    """
    kept: list[int] = []
    left: list[int] = []
    for positions in _by_article(tuple(sorted(members)), tellings).values():
        staying: list[int] = []
        for position in sorted(positions, key=lambda place: (-_closeness(place, members, links), place)):
            is_apart = any((min(position, other), max(position, other)) not in links for other in staying)
            (left if is_apart else staying).append(position)
        kept += staying
    return [tuple(sorted(kept)), *((position,) for position in sorted(left))]


def _closeness(position: int, members: Iterable[int], links: Links) -> float:
    pairs = ((min(position, other), max(position, other)) for other in members if other != position)
    return sum(links.get(pair, _APART) for pair in pairs)


class _Agglomeration:
    """Clusters named after their least position, ties between neighbours, and candidates to merge."""

    def __init__(self, positions: Sequence[int], tellings: Sequence[Telling], links: Links) -> None:
        self.members: dict[int, list[int]] = {position: [position] for position in positions}
        self.articles = {position: {tellings[position].article_id: [position]} for position in positions}
        self.sums: dict[int, dict[int, Tie]] = {position: {} for position in positions}
        self.links = links
        self.heap: list[tuple[float, int, int, tuple[int, int]]] = []
        for number, one in enumerate(positions):
            for other in positions[number + 1 :]:
                if (one, other) in links:
                    self._relate(one, other, (links[one, other] - _APART, links[one, other]))

    def is_current(self, one: int, other: int, sizes: tuple[int, int]) -> bool:
        """Whether both clusters are as they were when the candidate was noted."""
        return (
            one in self.members
            and other in self.members
            and sizes == (len(self.members[one]), len(self.members[other]))
        )

    def merge(self, one: int, other: int) -> None:
        """Merge `other` into `one`, unless an article tells them as two and no person as one."""
        is_decided = self.sums[one][other][1] >= _SAME
        if not is_decided and _told_apart(self.articles[one], self.articles[other], self.links):
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
            known = kept.get(neighbour, (0.0, _APART))
            kept[neighbour] = known[0] + total, max(known[1], closest)
        for neighbour in sorted(kept):
            self._relate(min(one, neighbour), max(one, neighbour), kept[neighbour])

    def _relate(self, one: int, other: int, tie: Tie) -> None:
        self.sums[one][other] = self.sums[other][one] = tie
        sizes = len(self.members[one]), len(self.members[other])
        strength = _strength(tie[0] / (sizes[0] * sizes[1]) + _APART, tie[1])
        if strength > 0:
            heapq.heappush(self.heap, (-strength, one, other, sizes))


def _strength(average: float, closest: float) -> float:
    """Return how strongly two clusters belong together: mostly all pairs, in part the pair that says most.

    Reports that say little (no toll, few words) would otherwise keep apart what two full reports join.
    """
    return (1 - _CLOSEST_SHARE) * average + _CLOSEST_SHARE * closest


def _told_apart(one: Mapping[str, Sequence[int]], other: Mapping[str, Sequence[int]], links: Links) -> bool:
    """Whether articles tell both clusters, not as a recap of each other: one of ten is taken for a misread one."""
    n_apart = sum(_tells_both(one[article], other[article], links) for article in one.keys() & other.keys())
    return n_apart > _MISREAD_SHARE * min(len(one), len(other))


def _tells_both(here: Sequence[int], there: Sequence[int], links: Links) -> bool:
    return any((min(place, other), max(place, other)) not in links for place in here for other in there)


@dataclasses.dataclass(frozen=True, slots=True)
class _Offer:
    """How well a vague cluster fits a founded one: lead over the next best, both by their number."""

    lead: float
    loose: int
    founded: int


def _attach(
    loose: Sequence[Cluster], founded: Sequence[Cluster], tellings: Sequence[Telling], links: Links
) -> list[Cluster]:
    """Join each vague cluster to the founded one that it fits, when exactly one does; the surest go first."""
    offers = sorted(_offers(loose, founded, links), key=lambda offer: (-offer.lead, loose[offer.loose]))
    joined = [list(cluster) for cluster in founded]
    articles = [_by_article(cluster, tellings) for cluster in founded]
    left = dict(enumerate(loose))
    for offer in offers:
        newcomers = _by_article(loose[offer.loose], tellings)
        decided = _decisions(loose[offer.loose], joined[offer.founded], links)
        if _OTHER in decided or (not decided and _told_apart(articles[offer.founded], newcomers, links)):
            continue
        joined[offer.founded] += left.pop(offer.loose)
        for article, positions in newcomers.items():
            articles[offer.founded].setdefault(article, []).extend(positions)
    whole = [part for cluster in joined for part in _without_doubles(cluster, tellings, links)]
    return [*whole, *left.values()]


def _offers(loose: Sequence[Cluster], founded: Sequence[Cluster], links: Links) -> Iterable[_Offer]:
    for number, cluster in enumerate(loose):
        fits = ((_fit(cluster, other, links), place) for place, other in enumerate(founded))
        ranked = sorted((-value - _FAME * math.log(len(founded[place])), place) for value, place in fits if value > 0)
        if not ranked:
            continue
        lead = (ranked[1][0] if len(ranked) > 1 else 0.0) - ranked[0][0]
        if lead >= _MARGIN:
            yield _Offer(lead, number, ranked[0][1])


def _decisions(one: Cluster, other: Sequence[int], links: Links) -> set[float]:
    """Return what people decided about pairs between two clusters."""
    return {links.get((min(here, there), max(here, there)), 0.0) for here in one for there in other} & {_SAME, _OTHER}


def _fit(one: Cluster, other: Cluster, links: Links) -> float:
    values = [links.get((min(here, there), max(here, there)), _APART) for here in one for there in other]
    return _strength(sum(values) / len(values), max(values))


def _by_article(cluster: Cluster, tellings: Sequence[Telling]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for position in cluster:
        found[tellings[position].article_id].append(position)
    return found
