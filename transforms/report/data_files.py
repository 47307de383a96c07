"""The report's rows as flat tables for CSV and Parquet files: lists become text, one column a fact.

Tables only; the warehouse's callers write them to files.
"""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from transforms.contracts.corrections import REVIEW_COLUMNS
from transforms.contracts.tables import TABLES
from transforms.lexicon.schema import read_tsv
from transforms.report.source import ReportTables

_ROLES = ("initiator", "target", "support", "claimant")


def flat_tables(tables: ReportTables) -> dict[str, pa.Table]:
    """Return the tables beside a report by file name: `events`, `reports` (who says what), `trend`, `coverage`.

    Actors become one column a role and language, names apart by "; "; offsets and nested tolls stay in the database.
    """
    return {
        "events": _with_actors(tables.events),
        "reports": _without_nested(tables.evidence),
        "trend": tables.series,
        "coverage": tables.coverage,
    }


def column_meanings() -> dict[str, tuple[str, dict[str, str]]]:
    """Return the grain of each flat table and what its columns mean: by the contracts, else by data/columns.tsv."""
    known = {
        "events": [*TABLES["events"].columns, *REVIEW_COLUMNS],
        "reports": [*TABLES["articles"].columns, *TABLES["incidents"].columns],
    }
    meanings: dict[str, tuple[str, dict[str, str]]] = {}
    for row in read_tsv("transforms.report", "columns"):
        name, column = row["table"], row["column"]
        if not column:
            contracted = {one.name: one.description for one in known.get(name, ())}
            meanings[name] = row["meaning"], contracted
        else:
            meanings[name][1][column] = row["meaning"]
    return meanings


def _with_actors(events: pa.Table) -> pa.Table:
    flat = _without_nested(events)
    actors = events.column("actors").to_pylist()
    for role in _ROLES:
        for language in ("ar", "en"):
            names = [_names(each or [], role=role, language=language) for each in actors]
            flat = flat.append_column(f"{role}s_{language}", pa.array(names, pa.string()))
    return flat


def _names(actors: list[Mapping[str, Any]], *, role: str, language: str) -> str | None:
    names = [actor[f"name_{language}"] or actor["text"] for actor in actors if actor["role"] == role]
    return "; ".join(dict.fromkeys(name for name in names if name)) or None


def _without_nested(table: pa.Table) -> pa.Table:
    return table.select([field.name for field in table.schema if not pa.types.is_nested(field.type)])
