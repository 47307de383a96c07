"""The data checks: SQL files that return the rows which break a rule.

The rules are in sql/checks/, one a file; its header says what its rows are.
"""

import dataclasses
from collections.abc import Sequence
from typing import Any, Protocol

import pyarrow as pa

from transforms.contracts.tables import TABLES
from warehouse import sql
from warehouse.tables import quoted

_SAMPLE = 5


class Database(Protocol):
    """What answers SQL over the contracts' tables: the lake or the published database."""

    def query(self, statement: str) -> pa.Table:
        """Return the rows of an SQL statement."""


@dataclasses.dataclass(frozen=True, slots=True)
class CheckResult:
    """One rule's outcome: how many rows break it, and the first few of them."""

    name: str
    description: str
    n_failing: int
    sample: tuple[dict[str, Any], ...]

    @property
    def passed(self) -> bool:
        """Whether no row breaks the rule."""
        return self.n_failing == 0


def run_checks(database: Database, *, names: Sequence[str] = ()) -> list[CheckResult]:
    """Run the named checks, or all of them, and return a result each, in order of their names."""
    wanted = [name for name in check_names() if not names or name in names]
    return [_run(database, name) for name in wanted]


def check_names() -> tuple[str, ...]:
    """Return the names of all checks: the files' and a key check for each table."""
    files = (name.split("/")[1] for name in sql.names("checks"))
    return tuple(sorted((*files, *(f"{table}_key_is_unique" for table in TABLES))))


def _run(database: Database, name: str) -> CheckResult:
    table = name.removesuffix("_key_is_unique")
    if table in TABLES:
        description, statement = f"Rows of {table} that share a key: there must be one each.", _doubled_keys(table)
    else:
        description, statement = sql.headline(f"checks/{name}"), sql.load(f"checks/{name}")
    # Two queries: the count stays exact while the sample stays small, however many rows fail.
    n_failing = int(database.query(f"select count(*) from ({statement})").column(0)[0].as_py())
    sample = database.query(f"select * from ({statement}) limit {_SAMPLE}").to_pylist() if n_failing else []
    return CheckResult(name=name, description=description, n_failing=n_failing, sample=tuple(sample))


def _doubled_keys(table: str) -> str:
    key = ", ".join(quoted(column) for column in TABLES[table].key)
    return f"select {key}, count(*) as n_rows from {quoted(table)} group by {key} having count(*) > 1"
