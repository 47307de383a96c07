"""The codebook's 25 sub-event types with ACLED's disorder types and the PLOVER and UCDP crosswalks.

The rows are data: they stand in data/event_types.tsv beside this module.
"""

import functools
from typing import Any

import pyarrow as pa

from transforms.contracts.conform import conform
from transforms.contracts.dimensions import EVENT_TYPES as _CONTRACT
from transforms.lexicon.schema import read_tsv


def _row(cells: dict[str, str]) -> dict[str, Any]:
    violence = [int(code) for code in cells["ucdp_violence"].split(",") if code]
    return {**cells, "plover": cells["plover"] or None, "ucdp_violence": violence}


EVENT_TYPES: tuple[dict[str, Any], ...] = tuple(
    _row(cells) for cells in read_tsv("transforms.contracts", "event_types")
)
"""One dict a sub-event type, with the columns of the table `event_types`."""

EVENT_TYPE_OF: dict[str, str] = {row["sub_event_type"]: row["event_type"] for row in EVENT_TYPES}
"""The event type of each sub-event type."""


@functools.cache
def event_types_table() -> pa.Table:
    """Return the rows of the table `event_types`."""
    return conform(EVENT_TYPES, _CONTRACT)
