"""What the lake knows about runs; rows are written by the flows' stages."""

from typing import Any

from warehouse import sql
from warehouse.lake import Lake


def run_stages(lake: Lake, run_id: str) -> list[dict[str, Any]]:
    """Return the stages of a run as rows of `runs`, in the order in which they ended."""
    rows: list[dict[str, Any]] = lake.query(sql.load("models/run_stages"), {"run_id": run_id}).to_pylist()
    return rows
