"""Events and their members in the lake: what linking has still to look at, and its results written.

Which incidents are one event is `transforms.link`'s; the statements are in sql/models/.
"""

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from transforms.contracts.conform import Rows
from warehouse import sql
from warehouse.lake import Lake

_WINDOW = pa.schema([("country", pa.string()), ("first_day", pa.date32()), ("last_day", pa.date32())])
Window = tuple[str, dt.date, dt.date]
"""Country ('' where it is unknown) and the first and last day."""


@dataclasses.dataclass(frozen=True, slots=True)
class Relinked:
    """What linking decided about a neighbourhood: rows to store, ids that lead elsewhere, events without a member.

    `moved` is the event of each incident whose membership changed, None for an incident that is gone.
    """

    events: Rows
    members: Rows
    moved: Mapping[str, str | None]
    merged_into: Mapping[str, str]
    emptied: Collection[str]


@contextlib.contextmanager
def told_incidents(lake: Lake, linker_version: str) -> Iterator[None]:
    """Keep what linking compares of all incidents in a temporary table, which `read_...` below look at."""
    lake.query(sql.load("models/link_told"), {"linker_version": linker_version})
    try:
        yield
    finally:
        lake.query(sql.load("models/link_told_end"))


def read_link_changes(lake: Lake) -> list[dict[str, Any]]:
    """Return the incidents that are not linked as they stand, and the memberships whose incident is gone.

    Keys: incident_id, told_sha256 (None: gone), event_id (None: new), country, date_start, date_end.
    """
    return _rows(lake.query(sql.load("models/link_changes")))


def read_fellows(lake: Lake, event_ids: Collection[str]) -> list[dict[str, Any]]:
    """Return incident_id, country, date_start and date_end of the members of those events."""
    wanted = _column("event_id", event_ids)
    return _rows(lake.query(sql.load("models/link_fellows"), tables={"wanted": wanted}))


def read_neighbourhood(lake: Lake, windows: Sequence[Window]) -> list[dict[str, Any]]:
    """Return what linking compares of the incidents whose country and days meet one of `windows`."""
    rows = [dict(zip(_WINDOW.names, window, strict=True)) for window in windows]
    table = pa.Table.from_pylist(rows, schema=_WINDOW)
    return _rows(lake.query(sql.load("models/link_neighbourhood"), tables={"windows": table}))


def read_decided(lake: Lake) -> list[dict[str, Any]]:
    """Return the pairs of incidents on which people decided.

    Keys: kind (must_link, cannot_link), a, b, and of both country, date_start and date_end, as in a_country.
    """
    return _rows(lake.query(sql.load("models/link_decided")))


def read_members(lake: Lake, incident_ids: Collection[str]) -> list[dict[str, Any]]:
    """Return the full rows of those incidents with their article's source, publication and copies."""
    wanted = _column("incident_id", incident_ids)
    return _rows(lake.query(sql.load("models/link_members"), tables={"wanted": wanted}))


def store_linked(lake: Lake, linked: Relinked, *, run_id: str) -> int:
    """Store what linking decided, inside the open transaction; returns how many events are new."""
    moved = pa.table(
        {
            "incident_id": pa.array(list(linked.moved), pa.string()),
            "event_id": pa.array(list(linked.moved.values()), pa.string()),
        }
    )
    forwarding = pa.table(
        {
            "event_id": pa.array(list(linked.merged_into), pa.string()),
            "merged_into": pa.array(list(linked.merged_into.values()), pa.string()),
        }
    )
    n_new = lake.upsert("events", linked.events)
    if moved.num_rows:
        lake.change("models/delete_left_memberships", {"moved": moved})
    lake.upsert("event_incidents", linked.members)
    if forwarding.num_rows:
        lake.change("models/forward_events", {"forwarding": forwarding}, {"run_id": run_id})
    if linked.emptied:
        lake.change("models/delete_empty_events", {"emptied": _column("event_id", linked.emptied)})
    return n_new


def count_events(lake: Lake) -> int:
    """Return how many living events there are."""
    return int(lake.query(sql.load("models/count_events")).column(0)[0].as_py())


def _rows(table: pa.Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def _column(name: str, values: Collection[str]) -> pa.Table:
    return pa.table({name: pa.array(sorted(values), pa.string())})
