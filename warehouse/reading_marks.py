"""What ingest noted about files and addresses: how far it read them, and how to ask whether they have changed.

A mark is stored in the transaction that stores the records before it.
"""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from transforms.contracts.conform import Rows
from warehouse import sql
from warehouse.lake import Lake


def read_marks(lake: Lake, source_name: str, addresses: Sequence[str]) -> list[dict[str, Any]]:
    """Return the marks of those `addresses` of a source that have one, as rows of `reading_marks`."""
    if not addresses:
        return []
    asked = pa.table({"address": pa.array(list(dict.fromkeys(addresses)), pa.string())})
    statement = sql.load("reading/marks")
    rows: list[dict[str, Any]] = lake.query(
        statement, {"source_name": source_name}, tables={"asked": asked}
    ).to_pylist()
    return rows


def store_marks(lake: Lake, marks: Rows) -> None:
    """Store marks inside the open transaction; the last one of an address counts."""
    last = {(mark["source_name"], mark["address"]): mark for mark in marks}
    lake.upsert("reading_marks", list(last.values()))


def forget_marks(lake: Lake, source_name: str) -> int:
    """Drop the marks of a source inside the open transaction, so that it is read anew; returns how many there were."""
    return lake.change("reading/forget_marks", {}, {"source_name": source_name})
