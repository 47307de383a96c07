"""All table contracts by name, in the order of the data's way.

A table's columns are in the file named after it; what a contract is made of is in `schema`.
"""

from transforms.contracts.articles import ARTICLES
from transforms.contracts.corrections import CORRECTIONS
from transforms.contracts.dimensions import ACTORS, COUNTRIES, EVENT_TYPES, PLACES, SOURCES
from transforms.contracts.events import EVENT_INCIDENTS, EVENTS
from transforms.contracts.incidents import INCIDENTS
from transforms.contracts.reading import ARTICLE_BANDS, ARTICLE_VERSIONS, READING_MARKS
from transforms.contracts.runs import EXTRACTIONS, REJECTS, RUNS
from transforms.contracts.schema import Column, TableContract

__all__ = ["TABLES", "WORKING_TABLES", "Column", "TableContract", "stored_tables"]

TABLES: dict[str, TableContract] = {
    contract.name: contract
    for contract in (
        ARTICLES,
        ARTICLE_VERSIONS,
        INCIDENTS,
        EVENTS,
        EVENT_INCIDENTS,
        CORRECTIONS,
        EXTRACTIONS,
        REJECTS,
        RUNS,
        SOURCES,
        PLACES,
        ACTORS,
        EVENT_TYPES,
        COUNTRIES,
    )
}

WORKING_TABLES: dict[str, TableContract] = {contract.name: contract for contract in (READING_MARKS, ARTICLE_BANDS)}
"""Tables of the lake that only the program itself reads; they are not published."""


def stored_tables() -> dict[str, TableContract]:
    """Return the contracts of all tables of the lake by name."""
    return TABLES | WORKING_TABLES
