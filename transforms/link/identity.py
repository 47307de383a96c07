"""Which event a cluster of tellings is: ids that stay when members join, and traces of merges and splits.

An id is the hash of the event's founding member, the first told one at its birth; whoever joins later changes nothing.
"""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from transforms.contracts.ids import content_id
from transforms.link.score import chance, compare, decisive, weigh
from transforms.link.telling import Telling

Cluster = tuple[Telling, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Identities:
    """Event id of each cluster, in their order, and for each id that lost its cluster the event it leads to."""

    event_ids: tuple[str, ...]
    merged_into: Mapping[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class Membership:
    """Why an incident belongs to an event: strength of the link (0-1) when it joined, and the findings."""

    score: float
    reason: str


def event_id_of(founder: str) -> str:
    """Return the id of the event that the incident `founder` begins."""
    return content_id("event", founder)


def identify(clusters: Sequence[Cluster], prior: Mapping[str, str]) -> Identities:
    """Return the events that clusters are; `prior` is the event of each incident that had one.

    An id stays with the cluster that holds its founding member, else with the most of its members. Where several ids
    meet in one cluster, the one that was told first stays and the others lead to it.
    """
    homes = _homes(clusters, prior)
    arrivals: dict[int, list[str]] = defaultdict(list)
    for event, place in homes.items():
        arrivals[place].append(event)
    founders = {event_id_of(telling.incident_id): telling for cluster in clusters for telling in cluster}
    ids: list[str] = []
    merged: dict[str, str] = {}
    for place, cluster in enumerate(clusters):
        claims = sorted(arrivals[place], key=lambda event: _age(event, founders))
        kept = claims[0] if claims else event_id_of(cluster[0].incident_id)
        ids.append(kept)
        merged |= dict.fromkeys(claims[1:], kept)
    return Identities(tuple(ids), merged)


def _homes(clusters: Sequence[Cluster], prior: Mapping[str, str]) -> dict[str, int]:
    """Return the cluster in which each prior event lives on."""
    homes: dict[str, int] = {}
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for place, cluster in enumerate(clusters):
        for telling in cluster:
            event = prior.get(telling.incident_id)
            if event is None:
                continue
            votes[event][place] += 1
            if event == event_id_of(telling.incident_id):
                homes[event] = place
    for event, places in votes.items():
        homes.setdefault(event, min(places, key=lambda place: (-places[place], place)))
    return homes


def _age(event: str, founders: Mapping[str, Telling]) -> tuple[bool, float, str]:
    founder = founders.get(event)
    return (True, 0.0, event) if founder is None else (False, *founder.order)


def explain_membership(telling: Telling, cluster: Cluster, *, came_from: str | None) -> Membership:
    """Return score and reason of a member by its closest fellow; `came_from` is the event that it leaves."""
    moved = f"moved from {came_from}: " if came_from else ""
    if telling is cluster[0]:
        return Membership(1.0, f"{moved}first told")
    closest = _closest(telling, cluster)
    if closest is None:
        return Membership(0.5, f"{moved}by the cluster as a whole")
    value, fellow = closest
    findings = compare(telling, fellow) or ()
    return Membership(round(chance(value), 4), f"{moved}with {fellow.incident_id}: {decisive(findings)}")


def _closest(telling: Telling, cluster: Cluster) -> tuple[float, Telling] | None:
    best: tuple[float, Telling] | None = None
    for fellow in cluster:
        if fellow is telling:
            continue
        findings = compare(telling, fellow)
        if findings is not None and (best is None or weigh(telling, fellow, findings) > best[0]):
            best = weigh(telling, fellow, findings), fellow
    return best
