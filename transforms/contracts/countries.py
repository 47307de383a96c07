"""The countries of ISO 3166-1 with the names and regions that ACLED uses, for codes, exports and reports.

The rows are data: they stand in data/countries.tsv beside this module.
"""

import functools

import pyarrow as pa

from transforms.contracts.conform import conform
from transforms.contracts.dimensions import COUNTRIES as _CONTRACT
from transforms.lexicon.schema import read_tsv


@functools.cache
def countries_table() -> pa.Table:
    """Return the rows of the table `countries`."""
    rows = [
        {**cells, "iso_numeric": int(cells["iso_numeric"]), "acled_region": cells["acled_region"] or None}
        for cells in read_tsv("transforms.contracts", "countries")
    ]
    return conform(rows, _CONTRACT)
