"""People's decisions on incidents and events: found, checked, and appended to the table `corrections`.

What may be corrected is `transforms.contracts.corrections`'s; the corrected tables are `effective`'s views.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pyarrow as pa

from transforms.contracts.corrections import CorrectionError, check_row, expand_changes, parse_value, written
from transforms.contracts.ids import content_id
from warehouse import sql
from warehouse.lake import Lake

Action = Literal["set", "withdraw", "confirm", "reject", "merge", "split"]
Row = dict[str, Any]
SHORTEST_ID = 4
"""Characters of an id that name a row at the least."""
_KEYS = {"incidents": "incident_id", "events": "event_id"}


@dataclasses.dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one row.

    `changes` are the new values of `set` (None: unknown) and the fields of `withdraw`; `other_id` the event that a
    merged one belongs to. `target_id` may be the beginning of an id.
    """

    target_id: str
    action: Action
    reason: str
    corrected_by: str
    changes: Mapping[str, str | None] = dataclasses.field(default_factory=dict)
    other_id: str | None = None


def store_decisions(lake: Lake, decisions: Sequence[Decision], *, corrected_at: dt.datetime) -> list[Row]:
    """Append decisions inside the open transaction; returns the rows of `corrections` that they became.

    A decision that repeats the last word on its matter, by the same person for the same reason, is not stored again.
    All or nothing: raises CorrectionError at the first decision that names no row or breaks the codebook.
    """
    rows = [row for decision in decisions for row in _correction_rows(lake, decision, corrected_at)]
    stored = sorted(lake.query("from corrections").to_pylist(), key=lambda row: row["corrected_at"])
    latest = {_matter(row): _saying(row) for row in stored}
    new = [row for row in rows if latest.get(_matter(row)) != _saying(row)]
    lake.insert_new("corrections", new)
    return new


def link_constraints(lake: Lake) -> pa.Table:
    """Return what people decided about events as pairs of incidents that are told now: kind, a, b.

    kind must_link: both belong to one event; cannot_link: they never do, whatever else connects them. a < b.
    """
    return lake.query("from link_constraints")


def lost_corrections(lake: Lake) -> list[Row]:
    """Return the corrections whose row is no longer told, so that they have no effect."""
    rows: list[Row] = lake.query(sql.load("corrections/lost_corrections")).to_pylist()
    return rows


def find_target(lake: Lake, id_: str) -> tuple[str, Row]:
    """Return the table and the row, as corrected so far, that an id or its beginning names.

    Raises CorrectionError when none or several rows are meant.
    """
    if len(id_) < SHORTEST_ID:
        raise CorrectionError(f"{id_!r} is too short: give at least the first {SHORTEST_ID} characters of an id")
    found = lake.query(sql.load("corrections/targets"), {"id": id_}).to_pylist()
    if len(found) != 1:
        what = "no incident or event" if not found else f"{len(found)} rows"
        raise CorrectionError(
            f"{what} with an id that begins with {id_}; give the whole id of an incident or event: the columns "
            "incident_id and event_id of `marsad query 'from incidents'` and `'from events'`"
        )
    table, row_id = found[0]["target_table"], found[0]["row_id"]
    rows = lake.query(f"from effective_{table} where {_KEYS[table]} = $id", {"id": row_id}).to_pylist()
    # A rejected row is not in the view; it can still be confirmed.
    return table, (rows or lake.query(f"from {table} where {_KEYS[table]} = $id", {"id": row_id}).to_pylist())[0]


def _correction_rows(lake: Lake, decision: Decision, at: dt.datetime) -> list[Row]:
    table, row = find_target(lake, decision.target_id)
    anchor = _anchor(lake, row["incident_id"] if table == "incidents" else row["best_incident_id"])
    common = {
        "target_table": table,
        "target_id": row[_KEYS[table]],
        "action": decision.action,
        "reason": _stated(decision.reason, "reason"),
        "corrected_by": _stated(decision.corrected_by, "name of who corrects"),
        "corrected_at": at,
        "anchor": anchor,
        "other_anchor": None,
    }
    return [_with_id(common | part) for part in _PARTS[decision.action](lake, decision, table, row)]


def _set(_: Lake, decision: Decision, table: str, row: Row) -> list[Row]:
    changes = expand_changes(decision.changes)
    if not changes:
        raise CorrectionError(f"no field to correct in {row[_KEYS[table]]}; write them as killed_best=5")
    values = {field: parse_value(table, field, value) for field, value in changes.items()}
    try:
        check_row(row | values)
    except CorrectionError as error:
        raise CorrectionError(f"{row[_KEYS[table]]}: {error}") from error
    return [
        {"field": field, "value": written(values[field]), "previous_value": written(row[field])} for field in changes
    ]


def _withdraw(_: Lake, decision: Decision, table: str, row: Row) -> list[Row]:
    corrected = row.get("corrected_fields") or []
    unknown = sorted(set(decision.changes) - set(corrected))
    if unknown or not decision.changes:
        raise CorrectionError(
            f"{row[_KEYS[table]]} has no correction of {', '.join(unknown) or 'an unnamed field'} to withdraw; "
            f"corrected are: {', '.join(corrected) or 'none'}"
        )
    return [{"field": field, "value": None, "previous_value": written(row[field])} for field in decision.changes]


def _judge(*_: Any) -> list[Row]:
    return [{"field": None, "value": None, "previous_value": None}]


def _merge(lake: Lake, decision: Decision, table: str, row: Row) -> list[Row]:
    other_table, other = find_target(lake, decision.other_id or "")
    are_events = table == other_table == "events"
    is_one = are_events and other["event_id"] == row["event_id"]
    if is_one and not row["event_id"].startswith(decision.target_id):
        return []  # The same list read again: they are one event already.
    if is_one:
        raise CorrectionError(f"{decision.target_id} and {decision.other_id} are one event already, {row['event_id']}")
    if not are_events:
        raise CorrectionError(
            f"a merge wants two events, and {decision.target_id if table != 'events' else decision.other_id} is an "
            "incident; `marsad explain` of its id tells its event"
        )
    anchor = _anchor(lake, other["best_incident_id"])
    return [{"field": None, "value": other["event_id"], "previous_value": None, "other_anchor": anchor}]


def _split(lake: Lake, _: Decision, table: str, row: Row) -> list[Row]:
    if table != "incidents":
        raise CorrectionError(
            f"{row['event_id']} is an event; name the incident that does not "
            f"belong to it; `marsad explain {row['event_id']}` lists its incidents"
        )
    fellows = lake.query(sql.load("corrections/fellows"), {"incident_id": row["incident_id"]}).to_pylist()
    if not fellows:
        raise CorrectionError(
            f"incident {row['incident_id']} shares its event with no other; there is nothing to split"
        )
    anchor = _anchor(lake, fellows[0]["incident_id"])
    return [{"field": None, "value": fellows[0]["event_id"], "previous_value": None, "other_anchor": anchor}]


_PARTS = {
    "set": _set, "withdraw": _withdraw, "confirm": _judge, "reject": _judge, "merge": _merge, "split": _split,
}  # fmt: skip


def _anchor(lake: Lake, incident_id: str) -> Row | None:
    found = lake.query(sql.load("corrections/anchor"), {"incident_id": incident_id}).to_pylist()
    return found[0]["anchor"] if found else None


def _with_id(row: Row) -> Row:
    parts = (row["target_id"], row["action"], row["field"], row["value"], row["corrected_by"])
    return {"correction_id": content_id(*parts, row["corrected_at"].isoformat()), **row}


def _matter(row: Row) -> tuple[Any, ...]:
    """Return what a correction is about: a field, whether the row is right, or what it belongs to."""
    about = "membership" if row["action"] in {"merge", "split"} else "row"
    return row["target_id"], row["field"] or about


def _saying(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("action", "value", "reason", "corrected_by"))


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise CorrectionError(f"a correction needs a {what}, so that a reader can judge it later")
    return text.strip()
