"""The published database: the lake's tables, the views and all comments in one plain DuckDB file.

Built beside the old one and renamed into place, so a reader sees the old or the new database, never a part of it.
"""

import contextlib
import itertools
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import duckdb
import pyarrow as pa

from transforms.contracts.tables import TABLES
from warehouse.errors import NotPublishedError, WarehouseError
from warehouse.lake import Lake, fetch
from warehouse.layout import Layout
from warehouse.tables import comment_statements, literal, quoted
from warehouse.views import add_views, published_contract

_BUILD_PREFIX = ".publish-"
# The order in which rows are stored decides how much of a table a filter on time reads.
_ORDER = {
    "articles": "published_at, article_id",
    "incidents": "date_start, incident_id",
    "events": "date_start, event_id",
    "event_incidents": "event_id, incident_id",
}
# The column of time by which a table with long texts is copied, and how many rows at once.
_IN_SLICES = {"articles": "published_at"}
_SLICE = 20_000
# People's decisions hold in the published tables; memberships of what they rejected go with it.
_SOURCES = {
    "incidents": "from effective_incidents",
    "events": "from effective_events",
    "event_incidents": (
        "select event_incidents.* from event_incidents semi join draft.incidents using (incident_id) "
        "semi join draft.events using (event_id)"
    ),
}


def publish(lake: Lake, root: Path) -> Path:
    """Rebuild `marsad.duckdb` in `root` from the lake's present state; returns its path.

    A reader that has the old file open keeps it. Raises WarehouseError when the disk is full or a view is wrong;
    the old database is then still in place.
    """
    layout = Layout(root)
    with _build_folder(layout) as folder:
        # The file keeps its final name while it is built, since a DuckDB database is called after its file.
        draft = folder / layout.published.name
        try:
            _copy_tables(lake, draft)
            _add_views(draft)
        except duckdb.Error as error:
            raise WarehouseError(
                f"{layout.published} could not be rebuilt, the old one is in place: {error}"
            ) from error
        _sync(draft)
        draft.replace(layout.published)
        _sync(layout.root)
    return layout.published


class Published:
    """The published database, opened for reading; what `query`, `explain`, `report` and `export` ask."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, root: Path, *, memory_limit: str = "1GB") -> Self:
        """Open `marsad.duckdb` in `root`; raises NotPublishedError when no run has made it yet."""
        file = Layout(root).published
        if not file.exists():
            raise NotPublishedError(f"no database {file}: `marsad run --warehouse {root} --input PATH` makes one")
        connection = duckdb.connect(str(file), read_only=True, config={"memory_limit": memory_limit})
        connection.execute("set TimeZone = 'UTC'")
        return cls(connection)

    def __enter__(self) -> Self:
        """Return the database itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the database."""
        self.connection.close()

    def query(self, statement: str, params: Mapping[str, Any] | None = None) -> pa.Table:
        """Return the rows of an SQL statement; raises QueryError with DuckDB's words."""
        return fetch(self.connection, statement, params)


@contextlib.contextmanager
def _build_folder(layout: Layout) -> Iterator[Path]:
    """Give a folder on the warehouse's file system; what killed runs left behind is removed first."""
    layout.root.mkdir(parents=True, exist_ok=True)
    for leftover in layout.root.glob(f"{_BUILD_PREFIX}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    folder = layout.root / f"{_BUILD_PREFIX}{os.getpid()}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy_tables(lake: Lake, draft: Path) -> None:
    connection = lake.connection
    connection.execute(f"attach {literal(str(draft))} as draft")
    try:
        # One transaction: all tables are of the same snapshot.
        connection.execute("begin transaction")
        for contract in TABLES.values():
            name = quoted(contract.name)
            order = f" order by {_ORDER[contract.name]}" if contract.name in _ORDER else ""
            source = _SOURCES.get(contract.name, f"from {name}")
            if contract.name in _IN_SLICES:
                _copy_in_slices(connection, contract.name, order)
            else:
                connection.execute(f"create table draft.{name} as {source}{order}")
            for statement in comment_statements(published_contract(contract), "draft"):
                connection.execute(statement)
        connection.execute("commit")
    except duckdb.Error:
        with contextlib.suppress(duckdb.Error):
            connection.execute("rollback")
        raise
    finally:
        connection.execute("detach draft")


def _copy_in_slices(connection: duckdb.DuckDBPyConnection, name: str, order: str) -> None:
    """Fill a table of the draft slice of time by slice of time: to sort all texts at once takes memory without end."""
    time = _IN_SLICES[name]
    connection.execute(f"create table draft.{name} as from {name} limit 0")
    numbered = f"select {time}, row_number() over (order by {time}) as n from {name} where {time} is not null"
    found = connection.execute(f"select distinct {time} from ({numbered}) where n % {_SLICE} = 0 order by all")
    edges = [edge for (edge,) in found.fetchall()]
    for first, last in itertools.pairwise([None, *edges, None]):
        limits = [f"{time} >= $first"] * (first is not None) + [f"{time} < $last"] * (last is not None)
        given = {key: edge for key, edge in (("first", first), ("last", last)) if edge is not None}
        condition = " and ".join(limits) or f"{time} is not null"
        connection.execute(f"insert into draft.{name} from {name} where {condition}{order}", given)
    connection.execute(f"insert into draft.{name} from {name} where {time} is null{order}")


def _add_views(draft: Path) -> None:
    with duckdb.connect(str(draft), config={"autoinstall_known_extensions": "false"}) as connection:
        connection.execute("set TimeZone = 'UTC'")
        add_views(connection)
        connection.execute("checkpoint")


def _sync(path: Path) -> None:
    """Make sure that the disk has the file or folder before the next step, against a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
