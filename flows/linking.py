"""The stage `link`: incidents that are new or told otherwise, and their neighbourhood, to events.

Which tellings are one event is `transforms.link`'s; reading and writing the lake, the warehouse's.
"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flows.collector import without_gc
from transforms.link.block import LONGEST_PERIOD_DAYS
from transforms.link.consensus import merge_reports
from transforms.link.identity import explain_membership, identify
from transforms.link.neighbourhood import Event, Neighbourhood
from transforms.link.telling import Telling, read_telling
from transforms.link.version import linker_version
from transforms.link.windows import LoadedWindows, Window, windows_around
from warehouse.lake import Lake
from warehouse.models import (
    Relinked,
    count_events,
    read_decided,
    read_fellows,
    read_link_changes,
    read_members,
    read_neighbourhood,
    store_linked,
    told_incidents,
)

Days = tuple[str, int, int]
_EVENTS_A_WRITE = 2000
_DIRTY_DAYS = 3
"""Days around the members of changed events beyond those that reports may differ by."""


@dataclasses.dataclass(frozen=True, slots=True)
class Linking:
    """What linking did: living events there are, how many are new, how many changed, incidents looked at anew."""

    n_events: int
    n_new: int
    n_changed: int
    n_incidents: int


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """What is not linked as it stands: `told` has the hash of what each new or changed incident tells.

    `gone` are members without their incident; `event_ids` the events that changed or gone members were in;
    `days` where the incidents lie, `dirty` where those events' members lie.
    """

    told: Mapping[str, str]
    gone: frozenset[str]
    event_ids: frozenset[str]
    days: tuple[Days, ...]
    dirty: tuple[Days, ...]


def link_incidents(lake: Lake, run_id: str) -> Linking:
    """Bring the events of the lake in step with its incidents, inside the open transaction."""
    with told_incidents(lake, linker_version()), without_gc():
        change = _read_change(lake)
        if not change.told and not change.gone:
            return Linking(count_events(lake), 0, 0, 0)
        events, prior = _load(lake, change)
    n_new = n_changed = 0
    for linked in _relink(lake, events, prior, change, run_id=run_id):
        n_new += store_linked(lake, linked, run_id=run_id)
        n_changed += len(linked.events)
    return Linking(count_events(lake), n_new, n_changed, len(change.told))


def _read_change(lake: Lake) -> Change:
    rows = read_link_changes(lake)
    events = frozenset(row["event_id"] for row in rows if row["event_id"])
    return Change(
        told={row["incident_id"]: row["told_sha256"] for row in rows if row["told_sha256"]},
        gone=frozenset(row["incident_id"] for row in rows if row["told_sha256"] is None),
        event_ids=events,
        days=tuple(_days(row) for row in rows if row["told_sha256"]),
        dirty=tuple(_days(row) for row in (read_fellows(lake, events) if events else ())),
    )


def _load(lake: Lake, change: Change) -> tuple[list[Event], dict[str, str]]:
    """Return the events that have to be made anew and those that their incidents were in, loading what is wanted.

    Members that changed or went may have held others together: all that lies around their events is looked at.
    """
    dirty = LoadedWindows(windows_around(change.dirty, slack=_DIRTY_DAYS))
    pairs = read_decided(lake)
    around = Neighbourhood(decided={(pair["a"], pair["b"]): pair["kind"] == "must_link" for pair in pairs})
    missing = windows_around([*change.days, *change.dirty])
    events: list[Event] = []
    while missing:
        rows = read_neighbourhood(lake, [_as_dates(window) for window in missing])
        prior = {row["incident_id"]: row["event_id"] for row in rows if row["event_id"]}
        around.load((read_telling(row) for row in rows), prior, missing)
        seeds = {t.incident_id for t in around.tellings if t.incident_id in change.told or dirty.meet(t)}
        events = around.reach(seeds)
        wider = [(need.country, need.first_day, need.last_day) for need in around.wanted]
        wider += _absent_partners(pairs, events, around)
        missing = around.loaded.missing_of(windows_around(wider))
    return events, around.prior


def _absent_partners(pairs: Sequence[Mapping[str, Any]], events: Sequence[Event], around: Neighbourhood) -> list[Days]:
    """Return the days of incidents that people joined to one of the events and that were not loaded."""
    here = {telling.incident_id for event in events for telling in event}
    return [
        _days({name: pair[f"{other}_{name}"] for name in ("country", "date_start", "date_end")})
        for pair in pairs
        for one, other in (("a", "b"), ("b", "a"))
        if pair["kind"] == "must_link" and pair[one] in here and not around.has(pair[other])
    ]


def _relink(
    lake: Lake, clusters: Sequence[Event], prior: Mapping[str, str], change: Change, *, run_id: str
) -> Iterator[Relinked]:
    """Yield what is to be stored, some thousand events at a time; traces of ended events come last."""
    identities = identify(clusters, prior)
    n_members = Counter(prior.values())
    changed = [
        (event, cluster)
        for event, cluster in zip(identities.event_ids, clusters, strict=True)
        if _is_changed(event, cluster, prior, change, n_members=n_members[event])
    ]
    for start in range(0, len(changed), _EVENTS_A_WRITE):
        yield _rows_to_store(lake, changed[start : start + _EVENTS_A_WRITE], prior, change, run_id=run_id)
    touched = {prior[t.incident_id] for cluster in clusters for t in cluster if t.incident_id in prior}
    yield Relinked(
        events=[],
        members=[],
        moved=dict.fromkeys(change.gone),
        merged_into=identities.merged_into,
        emptied=(touched | change.event_ids) - set(identities.event_ids) - identities.merged_into.keys(),
    )


def _is_changed(event: str, cluster: Event, prior: Mapping[str, str], change: Change, *, n_members: int) -> bool:
    ids = [telling.incident_id for telling in cluster]
    return (
        event in change.event_ids
        or n_members != len(ids)
        or any(incident in change.told or prior.get(incident) != event for incident in ids)
    )


def _rows_to_store(
    lake: Lake, changed: Sequence[tuple[str, Event]], prior: Mapping[str, str], change: Change, *, run_id: str
) -> Relinked:
    wanted = {telling.incident_id for _, cluster in changed for telling in cluster}
    reports = {row["incident_id"]: row for row in read_members(lake, wanted)}
    events, members, moved = [], [], {}
    for event, cluster in changed:
        told = [reports[telling.incident_id] for telling in cluster]
        events.append(merge_reports(event, told, run_id=run_id))
        for telling in cluster:
            before = prior.get(telling.incident_id)
            if before != event or telling.incident_id in change.told:
                sha256 = change.told.get(telling.incident_id)
                members.append(_member_row(event, telling, cluster, before=before, told_sha256=sha256, run_id=run_id))
            if before not in (None, event):
                moved[telling.incident_id] = event
    return Relinked(events=events, members=members, moved=moved, merged_into={}, emptied=())


def _member_row(
    event: str, telling: Telling, cluster: Event, *, before: str | None, told_sha256: str | None, run_id: str
) -> dict[str, Any]:
    came_from = before if before not in (None, event) else None
    why = explain_membership(telling, cluster, came_from=came_from)
    return {
        "event_id": event,
        "incident_id": telling.incident_id,
        "score": why.score,
        "reason": why.reason,
        "told_sha256": told_sha256,
        "run_id": run_id,
    }


def _days(row: Mapping[str, Any]) -> Days:
    """Return country and days as ordinals; a period too long to be linked is loaded for itself alone, by its start."""
    first, last = row["date_start"].toordinal(), row["date_end"].toordinal()
    return row["country"] or "", first, last if last - first <= LONGEST_PERIOD_DAYS else first


def _as_dates(window: Window) -> tuple[str, dt.date, dt.date]:
    return window.country, dt.date.fromordinal(window.first_day), dt.date.fromordinal(window.last_day)
