"""All table contracts by name, in the order of the data's way.

A table's columns are in the file named after it; what a contract is made of is in `schema`.
"""

from transforms.contracts.articles import ARTICLES
from transforms.contracts.corrections import CORRECTIONS
from transforms.contracts.dimensions import ACTORS, COUNTRIES, EVENT_TYPES, PLACES, SOURCES
from transforms.contracts.events import EVENT_INCIDENTS, EVENTS
from transforms.contracts.incidents import INCIDENTS
from transforms.contracts.runs import EXTRACTIONS, REJECTS, RUNS
from transforms.contracts.schema import Column, TableContract

__all__ = ["TABLES", "Column", "TableContract"]

TABLES: dict[str, TableContract] = {
    contract.name: contract
    for contract in (
        ARTICLES,
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
