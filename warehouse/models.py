"""Tables that are computed from other tables of the lake and kept in step with them.

The computation is in sql/models/; here its rows take the place of the old ones.
"""

import dataclasses

from warehouse import sql
from warehouse.lake import Lake


@dataclasses.dataclass(frozen=True, slots=True)
class Grouping:
    """What `group_events` did: events there are now, and how many of them are new."""

    n_events: int
    n_new: int


def group_events(lake: Lake, run_id: str) -> Grouping:
    """Group incidents of the same type, place and day into events, inside the open transaction.

    An event's id is a hash of type, place and day, so it stays when members join.
    """
    members = lake.query(sql.load("models/group_event_incidents"), {"run_id": run_id})
    lake.change("models/delete_stale_memberships", {"members": members})
    lake.upsert("event_incidents", members)
    events = lake.query(sql.load("models/group_events"), {"run_id": run_id})
    lake.change("models/delete_stale_events", {"grouped": events})
    return Grouping(n_events=events.num_rows, n_new=lake.upsert("events", events))
