"""The contract of `corrections`, which fields a person may correct, and how a written value becomes a typed one.

Finding the corrected row and storing the correction are the warehouse's.
"""

import datetime as dt
import difflib
import json
from collections.abc import Collection, Mapping
from typing import Any

import pyarrow as pa

from transforms.contracts.countries import UnknownCountryError, country_code
from transforms.contracts.errors import MarsadError
from transforms.contracts.event_types import EVENT_TYPE_OF
from transforms.contracts.events import EVENTS
from transforms.contracts.incidents import INCIDENTS
from transforms.contracts.schema import INSTANT, TEXT, TEXTS, Column, TableContract, required

ANCHOR = pa.struct(
    [
        pa.field("incident_id", TEXT),
        pa.field("article_id", TEXT),
        pa.field("evidence_text", TEXT),
        pa.field("trigger_text", TEXT),
        pa.field("siblings", TEXTS),
    ]
)

CORRECTIONS = TableContract(
    name="corrections",
    grain="One row per analyst's override of one field, or decision on one row; append-only.",
    key=("correction_id",),
    columns=(
        required("correction_id", TEXT, "Content hash of target, action, field, value, person and instant."),
        required("target_table", TEXT, "Table of the corrected row: incidents or events."),
        required("target_id", TEXT, "Id of the corrected row when it was corrected."),
        required("action", TEXT, "set, withdraw (back to the extracted value), confirm, reject, merge or split."),
        Column("field", TEXT, "Corrected column; NULL when the action is on the whole row."),
        Column(
            "value",
            TEXT,
            "New value as text, the other event's id for a merge, the left event's for a split; "
            "NULL sets the field to unknown.",
        ),
        Column("previous_value", TEXT, "Value as text that the person saw when correcting."),
        required("reason", TEXT, "Why, in the person's words."),
        required("corrected_by", TEXT, "Who corrected."),
        required("corrected_at", INSTANT, "Instant of the correction in UTC; the latest wins."),
        Column(
            "anchor",
            ANCHOR,
            "Report by which the row is found again when ids change: the incident itself or the event's best one, "
            "with its article, evidence, trigger, and the article's other incidents at that time.",
        ),
        Column(
            "other_anchor",
            ANCHOR,
            "Report of the other event in a merge, of the left event in a split; NULL for other actions.",
        ),
    ),
)

# Published beside the columns of the two tables that people correct.
REVIEW_COLUMNS = (
    required("corrected_fields", TEXTS, "Columns whose value is a person's; empty when nobody corrected the row."),
    Column("review", TEXT, "confirmed or corrected by a person; NULL when nobody has looked at the row."),
)

_FIXED = {
    "incident_id", "article_id", "evidence_text", "evidence_start", "evidence_end", "trigger_text", "trigger_start",
    "trigger_end", "confidence", "rule_id", "extractor_version", "run_id", "event_id", "merged_into",
    "best_incident_id", "n_reports", "n_sources", "evidence_grade", "first_reported_at", "last_reported_at",
    "contested",
}  # fmt: skip
CORRECTABLE: dict[str, dict[str, Column]] = {
    contract.name: {column.name: column for column in contract.columns if column.name not in _FIXED}
    for contract in (INCIDENTS, EVENTS)
}
_OUTCOMES = ("killed", "injured", "abducted", "detained")
_RANGES = {"date_precision": (1, 5), "where_precision": (1, 7), "latitude": (-90, 90), "longitude": (-180, 180)}
_SALIENCE = ("main", "background")
_FLAGS = {"true": True, "false": False}
WEAPONS = (
    "airstrike", "drone", "artillery", "rocket/missile", "mortar", "IED", "car bomb", "suicide vest",
    "suicide car bomb", "landmine", "grenade", "small arms", "sniper", "blade", "chemical", "arson", "other",
)  # fmt: skip
"""The codebook's weapons, by their codes in the column `weapon`."""


class CorrectionError(MarsadError):
    """A correction names no such field, or a value that the codebook does not allow."""


def expand_changes(changes: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return column values with the short forms written out.

    `killed=5` and `killed=5-7` set low, best and high; `date=2015-07-20` both days and an exact precision;
    `sub_event_type` its event type too.
    """
    expanded: dict[str, str | None] = {}
    for field, value in changes.items():
        if field in _OUTCOMES:
            low, high = _bounds(field, value)
            expanded |= {f"{field}_low": low, f"{field}_best": low, f"{field}_high": high}
        elif field == "date":
            expanded |= {"date_start": value, "date_end": value, "date_precision": "1"}
        else:
            expanded[field] = value
    sub_type = expanded.get("sub_event_type")
    if sub_type is not None and "event_type" not in expanded:
        code = _known(sub_type, "sub_event_type", EVENT_TYPE_OF)
        expanded |= {"sub_event_type": code, "event_type": EVENT_TYPE_OF[code]}
    return expanded


def _bounds(field: str, value: str | None) -> tuple[str | None, str | None]:
    if value is None:
        return None, None
    low, dash, high = value.partition("-")
    if not low.strip().isdigit() or (dash and not high.strip().isdigit()):
        raise CorrectionError(f"{field}={value!r} is no number of people; write {field}=5, {field}=5-7 or {field}=")
    return low.strip(), (high if dash else low).strip()


def parse_value(table: str, field: str, value: str | None) -> Any:
    """Return the written value of a field as its column holds it; None is unknown.

    Lists are JSON. Raises CorrectionError for an unknown field, a wrong type, or NULL where the column forbids it.
    """
    column = CORRECTABLE[table].get(field)
    if column is None:
        raise CorrectionError(f"{table} has no field {field!r} to correct; there are {', '.join(CORRECTABLE[table])}")
    if value is None:
        if not column.nullable:
            raise CorrectionError(f"{table}.{field} must have a value: {column.description}")
        return None
    if field == "weapon":
        return _known(value, field, WEAPONS)
    try:
        return country_code(value) if field == "country" else _read(column.type, value)
    except UnknownCountryError as error:
        raise CorrectionError(f"{field}={value!r}: {error}") from error
    except (KeyError, ValueError, TypeError, pa.ArrowException) as error:
        raise CorrectionError(
            f"{field}={value!r} is no {_in_words(column.type)}; {field} is: {column.description}"
        ) from error


def _known(value: str, field: str, known: Collection[str]) -> str:
    """Return a code of the codebook, in its own case; raises CorrectionError, which names the codes most like it."""
    codes = {code.casefold(): code for code in known}
    if (code := codes.get(value.strip().casefold())) is not None:
        return code
    like = [codes[name] for name in difflib.get_close_matches(value.strip().casefold(), codes, n=3, cutoff=0.3)]
    hint = f" (did you mean {' or '.join(like)}?)" if like else ""
    raise CorrectionError(f"{value!r} is no {field} of the codebook{hint}; there are {', '.join(known)}")


def _in_words(type_: pa.DataType) -> str:
    """Return what a value of a column's type is, and how it is written."""
    if pa.types.is_date(type_):
        return "day, such as 2015-07-20"
    if pa.types.is_integer(type_):
        return "whole number, such as 5"
    if pa.types.is_floating(type_):
        return "number, such as 36.2"
    if pa.types.is_boolean(type_):
        return "true or false"
    return f"list in JSON of {type_}"


def _read(type_: pa.DataType, text: str) -> Any:
    if pa.types.is_integer(type_):
        return pa.scalar(int(text), type_).as_py()
    if pa.types.is_floating(type_):
        return float(text)
    if pa.types.is_boolean(type_):
        return _FLAGS[text.lower()]
    if pa.types.is_date(type_):
        return dt.date.fromisoformat(text)
    if pa.types.is_list(type_):
        return pa.scalar(json.loads(text), type_).as_py()
    return text


def written(value: Any) -> str | None:
    """Return a column's value as text, the way `parse_value` reads it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else str(value)


def check_row(row: Mapping[str, Any]) -> None:
    """Raise CorrectionError when the corrected row would break the codebook."""
    faults = [fault for fault in (*_coding_faults(row), *_order_faults(row)) if fault]
    if faults:
        raise CorrectionError(f"the corrected row would be wrong: {'; '.join(faults)}. Nothing was stored.")


def _coding_faults(row: Mapping[str, Any]) -> list[str]:
    faults = []
    if EVENT_TYPE_OF.get(row["sub_event_type"]) != row["event_type"]:
        faults.append(f"{row['sub_event_type']} is no sub-event type of {row['event_type']}; see the table event_types")
    if row.get("salience", "main") not in _SALIENCE:
        faults.append(f"salience is {row['salience']}, not one of {', '.join(_SALIENCE)}")
    for field, (least, most) in _RANGES.items():
        if row[field] is not None and not least <= row[field] <= most:
            faults.append(f"{field} is {row[field]}, not between {least} and {most}")
    country = row["country"]
    if country is not None and not (len(country) == 2 and country.isalpha() and country.isupper()):
        faults.append(f"country is {country}, not an ISO 3166-1 alpha-2 code such as IQ")
    return faults


def _order_faults(row: Mapping[str, Any]) -> list[str]:
    faults = []
    if row["date_end"] < row["date_start"]:
        faults.append(f"date_end {row['date_end']} is before date_start {row['date_start']}")
    for outcome in _OUTCOMES:
        bounds = [row[f"{outcome}_{bound}"] for bound in ("low", "best", "high")]
        known = [bound for bound in bounds if bound is not None]
        if known != sorted(known) or any(bound < 0 for bound in known):
            faults.append(f"{outcome} low, best, high are {', '.join(str(bound) for bound in bounds)}: not in order")
    if (row["latitude"] is None) != (row["longitude"] is None):
        faults.append("latitude and longitude stand together")
    if row["latitude"] is not None and row["where_precision"] is None:
        faults.append("a point needs where_precision")
    return faults
