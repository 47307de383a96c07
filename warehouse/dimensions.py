"""Loading the dimensions: outlets, places, actors, countries and event types.

Where their rows come from is decided by the caller; the codebook's and ISO's own rows are always there.
"""

from collections.abc import Mapping

import pyarrow as pa

from transforms.contracts.conform import Rows
from transforms.contracts.countries import countries_table
from transforms.contracts.event_types import event_types_table
from warehouse.lake import Lake


def store_dimensions(lake: Lake, tables: Mapping[str, pa.Table | Rows]) -> dict[str, int]:
    """Upsert dimension rows by table name inside the open transaction; returns the number of new rows of each."""
    own = {"event_types": event_types_table(), "countries": countries_table()}
    return {name: lake.upsert(name, rows) for name, rows in {**own, **tables}.items()}
