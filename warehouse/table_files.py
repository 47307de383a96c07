"""Arrow tables as files for other programs; the lake and the published database are elsewhere."""

import csv
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# What makes a spreadsheet take a cell of a CSV file for a formula.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def inert(value: object) -> object:
    """Return a text that a spreadsheet would run with an apostrophe before it, other values as they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_SIGNS) else value


def write_csv(table: pa.Table, path: Path) -> None:
    """Write a table as CSV with a header; nested values are JSON, NULL is empty. The file appears when it is whole."""
    draft = path.with_name(f".{path.name}.part")
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.column_names)
        for batch in table.to_batches():
            writer.writerows([_cell(value) for value in row.values()] for row in batch.to_pylist())
    draft.replace(path)


def write_parquet(table: pa.Table, path: Path) -> None:
    """Write a table as Parquet. The file appears when it is whole."""
    draft = path.with_name(f".{path.name}.part")
    pq.write_table(table, draft, compression="zstd")
    draft.replace(path)


def _cell(value: object) -> object:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return inert(value)
