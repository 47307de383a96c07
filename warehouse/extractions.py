"""Storing what the extractor made of articles: incidents, refusals, and the fact that they were read.

Reading an article again replaces what it told before; the extraction itself is in `transforms`.
"""

import pyarrow as pa

from transforms.contracts.conform import Rows, conform
from transforms.contracts.tables import TABLES
from warehouse.lake import Lake


def store_extractions(
    lake: Lake, extractions: pa.Table | Rows, *, incidents: pa.Table | Rows, rejects: pa.Table | Rows
) -> int:
    """Store a batch inside the open transaction; returns how many incidents are new.

    Each table holds rows of its contract; `extractions` names every article of the batch, those without incidents too.
    """
    read = conform(extractions, TABLES["extractions"])
    told = conform(incidents, TABLES["incidents"])
    refused = conform(rejects, TABLES["rejects"])
    lake.change("models/delete_stale_incidents", {"read": read, "told": told})
    lake.change("models/delete_stale_rejects", {"read": read, "refused": refused})
    n_new = lake.upsert("incidents", told)
    lake.upsert("rejects", refused)
    lake.upsert("extractions", read)
    return n_new
