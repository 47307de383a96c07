"""Events for tests that are not about linking: incidents of one kind, place and day are one event."""

from collections import defaultdict
from typing import Any

from tests.rows import blank_row
from transforms.contracts.ids import content_id
from transforms.contracts.tables import TABLES
from warehouse.lake import Lake

_KEY = ("event_type", "sub_event_type", "date_start", "country", "admin1_pcode", "place_id")


def store_events(lake: Lake, told: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Store events and members for pairs of article and incident, inside the open transaction."""
    groups = defaultdict(list)
    for article, incident in told:
        groups[tuple(incident[column] for column in _KEY)].append((article, incident))
    events = [_event(key, members) for key, members in groups.items()]
    members = [
        {"event_id": event["event_id"], "incident_id": incident["incident_id"], "score": 1.0, "reason": "test"}
        for event, group in zip(events, groups.values(), strict=True)
        for _, incident in group
    ]
    lake.upsert("events", events)
    lake.upsert("event_incidents", [blank_row("event_incidents", run_id="run-1", **member) for member in members])


def _event(key, members):
    articles, incidents = zip(*members, strict=True)
    first = incidents[0]
    shared = {name: first[name] for name in TABLES["events"].names if name in first}
    values = shared | _tolls(incidents)
    return blank_row(
        "events",
        **(
            values
            | {
                "event_id": content_id(*map(str, key)),
                "best_incident_id": first["incident_id"],
                "casualties": [],
                "contested": _contested(incidents),
                "n_reports": len(incidents),
                "n_sources": len({article["source_id"] for article in articles}),
                "evidence_grade": "C" if len(incidents) == 1 else "B" if _contested(incidents) else "A",
                "run_id": "run-1",
            }
        ),
    )


def _tolls(incidents):
    tolls = {}
    for outcome in ("killed", "injured"):
        lows = [row[f"{outcome}_low"] for row in incidents if row[f"{outcome}_low"] is not None]
        bests = [row[f"{outcome}_best"] for row in incidents if row[f"{outcome}_best"] is not None]
        highs = [row[f"{outcome}_high"] for row in incidents if row[f"{outcome}_low"] is not None]
        tolls |= {f"{outcome}_low": min(lows, default=None), f"{outcome}_best": max(bests, default=None)}
        tolls[f"{outcome}_high"] = None if None in highs else max(highs, default=None)
    return tolls


def _contested(incidents):
    told = {row["incident_id"]: row["killed_best"] for row in incidents if row["killed_best"] is not None}
    if len(set(told.values())) < 2:
        return []
    return [{"field": "killed_best", "value": str(value), "incident_id": key} for key, value in told.items()]
