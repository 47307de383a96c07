"""The countries of ISO 3166-1 with the names and regions that ACLED uses, for codes, exports and reports.

The rows are data: they stand in data/countries.tsv beside this module.
"""

import difflib
import functools

import pyarrow as pa

from transforms.contracts.conform import conform
from transforms.contracts.dimensions import COUNTRIES as _CONTRACT
from transforms.contracts.errors import MarsadError
from transforms.lexicon.schema import read_tsv


@functools.cache
def countries_table() -> pa.Table:
    """Return the rows of the table `countries`."""
    rows = [
        {**cells, "iso_numeric": int(cells["iso_numeric"]), "acled_region": cells["acled_region"] or None}
        for cells in read_tsv("transforms.contracts", "countries")
    ]
    return conform(rows, _CONTRACT)


class UnknownCountryError(MarsadError):
    """Something given as a country is none."""


def country_code(text: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country given by code (two or three letters) or English name.

    Raises UnknownCountryError, which names the countries that are spelled most like it.
    """
    codes: dict[str, str] = {}
    for row in countries_table().to_pylist():
        codes |= {row[column].casefold(): row["country"] for column in ("country", "iso3", "name_en")}
    code = codes.get(text.strip().casefold())
    if code is None:
        like = {codes[name] for name in difflib.get_close_matches(text.strip().casefold(), codes, n=3)}
        hint = f" (did you mean {' or '.join(sorted(like))}?)" if like else ""
        raise UnknownCountryError(f"{text!r} is no country{hint}; write its ISO 3166-1 code, such as IQ")
    return code
