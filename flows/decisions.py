"""Decisions of people on the lake: stored, linked anew where they touch linking, and published.

What a decision may say is the warehouse's and the contracts'; how it is given, the commands'.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flows.linking import link_incidents
from flows.run_ids import new_run_id
from warehouse.corrections import Decision, find_target, lost_corrections, store_decisions
from warehouse.lake import Lake
from warehouse.lock import WarehouseLock
from warehouse.publish import publish


@dataclasses.dataclass(frozen=True, slots=True)
class Decided:
    """The rows of `corrections` that were written, events that changed by them, and decisions without effect now.

    `merged` has the event that each merged event is now: the one of the two that was told first.
    """

    corrections: list[dict[str, Any]]
    merged: dict[str, str]
    n_events_changed: int
    n_lost: int


def decide(root: Path, decisions: Sequence[Decision]) -> Decided:
    """Store decisions, all or nothing, bring the events in step with them, and publish.

    Raises CorrectionError when one of them is wrong, WarehouseLockedError while another run writes.
    """
    run_id = new_run_id()
    with WarehouseLock(root, run_id=run_id), Lake.open(root) as lake:
        with lake.transaction(run_id, "correct"):
            rows = store_decisions(lake, decisions, corrected_at=dt.datetime.now(dt.UTC))
            n_changed = link_incidents(lake, run_id).n_changed if rows else 0
        if rows:
            publish(lake, root)
        events = dict.fromkeys(row["target_id"] for row in rows if row["action"] == "merge")
        merged = {event: find_target(lake, event)[1]["event_id"] for event in events}
        return Decided(rows, merged, n_changed, len(lost_corrections(lake)))
