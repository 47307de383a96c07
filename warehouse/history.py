"""What was believed of an incident or event, and since when: read from the lake's snapshots and the corrections.

How it is shown is the command's; how far back the snapshots reach is upkeep's.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from transforms.contracts.corrections import written
from transforms.contracts.tables import TABLES
from warehouse import sql
from warehouse.errors import WarehouseError
from warehouse.lake import Lake, Snapshot
from warehouse.statements import BOOKKEEPING

Row = dict[str, Any]
_KEYS = {"incidents": "incident_id", "events": "event_id"}
_SILENT = BOOKKEEPING


@dataclasses.dataclass(frozen=True, slots=True)
class Belief:
    """One thing that changed: `field` from `before` to `after`, in words; None where there is no such side.

    `what` is told, changed, gone, joined, left, or a person's action: set, withdraw, confirm, reject, merge, split.
    `since` is the commit's instant in UTC, for a person's action that of the decision. `source` is the outlet, day and
    title of a report that joined or left.
    """

    since: dt.datetime
    what: str
    field: str | None
    before: str | None
    after: str | None
    who: str
    why: str | None
    source: str | None = None


def read_history(lake: Lake, id_: str) -> tuple[str, list[Belief]]:
    """Return the full id of an incident or event, and all that was believed of it, oldest first.

    `id_` may be the beginning of an id. Raises WarehouseError when nothing or several rows bear it.
    """
    snapshots = {snapshot.snapshot_id: snapshot for snapshot in lake.snapshots()}
    span = {"first": min(snapshots), "last": max(snapshots)}
    table, row_id, changes = _find(lake, id_, span)
    beliefs = [*_row_beliefs(changes, snapshots, table), *_member_beliefs(lake, row_id, span, snapshots)]
    beliefs += _decisions(lake, row_id)
    return row_id, sorted(beliefs, key=lambda belief: belief.since)


def _find(lake: Lake, id_: str, span: dict[str, int]) -> tuple[str, str, list[Row]]:
    rows_of: dict[tuple[str, str], list[Row]] = {}
    for table, key in _KEYS.items():
        for row in [*_kept_before(lake, table, id_, span), *_rows(lake, table, id=id_, **span)]:
            rows_of.setdefault((table, row[key]), []).append(row)
    exact = [found for found in rows_of if found[1] == id_]
    found = exact or list(rows_of)
    if len(found) != 1:
        what = f"{len(found)} rows have" if found else "no incident or event has ever had"
        raise WarehouseError(f"{what} an id that begins with {id_}; give the whole id of an incident or event")
    return *found[0], rows_of[found[0]]


def _kept_before(lake: Lake, table: str, id_: str, span: dict[str, int]) -> Iterator[Row]:
    """Yield the rows that the oldest kept snapshot has from earlier ones, as if it had brought them."""
    statement = f"from {table} at (version => {span['first']}) where starts_with({_KEYS[table]}, $id)"
    try:
        rows = lake.query(f"from lake.{statement.removeprefix('from ')}", {"id": id_}).to_pylist()
    except WarehouseError:  # the oldest snapshot is older than the table
        return
    brought = {row[_KEYS[table]] for row in _rows(lake, table, id=id_, first=span["first"], last=span["first"])}
    yield from (
        {"snapshot_id": span["first"], "change_type": "insert"} | row
        for row in rows
        if row[_KEYS[table]] not in brought
    )


def _row_beliefs(changes: Iterable[Row], snapshots: dict[int, Snapshot], table: str) -> Iterator[Belief]:
    by_snapshot: dict[int, dict[str, Row]] = {}
    for row in changes:
        side = "before" if row["change_type"] in {"delete", "update_preimage"} else "after"
        by_snapshot.setdefault(row["snapshot_id"], {})[side] = row
    for number, sides in sorted(by_snapshot.items()):
        before, after = sides.get("before"), sides.get("after")
        what = "changed" if before and after else "told" if after else "gone"
        for field in TABLES[table].names:
            if field in _SILENT or field == _KEYS[table]:
                continue
            old, new = (written(row[field]) if row else None for row in (before, after))
            if old != new:
                snapshot = snapshots[number]
                yield Belief(snapshot.committed_at, what, field, old, new, f"run {snapshot.run_id}", snapshot.message)


def _member_beliefs(lake: Lake, row_id: str, span: dict[str, int], snapshots: dict[int, Snapshot]) -> Iterator[Belief]:
    for row in _rows(lake, "members", id=row_id, **span):
        snapshot = snapshots[row["snapshot_id"]]
        joined = row["change_type"] == "insert"
        field = "incident" if row["event_id"] == row_id else "event"
        other = row["incident_id"] if field == "incident" else row["event_id"]
        yield Belief(
            since=snapshot.committed_at,
            what="joined" if joined else "left",
            field=field,
            before=None if joined else other,
            after=other if joined else None,
            who=f"run {snapshot.run_id}",
            why=row["reason"],
            source=_source(row),
        )


def _source(row: Row) -> str | None:
    published = row["published_at"]
    parts = (row["outlet"], f"{published:%Y-%m-%d}" if published else None, row["title"])
    return ", ".join(part for part in parts if part) or None


def _decisions(lake: Lake, row_id: str) -> Iterator[Belief]:
    for row in _rows(lake, "corrections", id=row_id):
        yield Belief(
            since=row["corrected_at"],
            what=row["action"],
            field=row["field"],
            before=row["previous_value"],
            after=row["value"],
            who=row["corrected_by"],
            why=row["reason"],
        )


def _rows(lake: Lake, name: str, **params: Any) -> list[Row]:
    rows: list[Row] = lake.query(sql.load(f"history/{name}"), params).to_pylist()
    return rows
