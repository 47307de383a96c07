"""The lake: DuckLake opened in one place, read by SQL, written in transactions that carry a run's id.

What is stored is decided by the callers; the tables' shape in `tables`, the analysts' database in `publish`.
"""

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import duckdb
import pyarrow as pa

from transforms.contracts.conform import Rows, conform
from transforms.contracts.countries import countries_table
from transforms.contracts.event_types import event_types_table
from transforms.contracts.tables import TableContract, stored_tables
from warehouse import sql, statements
from warehouse.effective import add_effective_views
from warehouse.errors import QueryError, WarehouseError, WarehouseLockedError
from warehouse.extensions import load_extension
from warehouse.layout import Layout
from warehouse.tables import create_tables, literal

AUTHOR = "marsad"
DATABASE = "lake"


@dataclasses.dataclass(frozen=True, slots=True)
class Snapshot:
    """One commit of the lake: `run_id` and `message` as given to `Lake.transaction`."""

    snapshot_id: int
    committed_at: dt.datetime
    run_id: str | None
    message: str | None


class Lake:
    """The open lake of one warehouse; one thread at a time. Made by `Lake.open`, closed by `with` or `close`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, layout: Layout, read_only: bool) -> None:
        self.connection = connection
        self.layout = layout
        self.read_only = read_only
        self._run_id: str | None = None

    @classmethod
    def open(
        cls,
        root: Path,
        *,
        read_only: bool = False,
        catalog: str | None = None,
        as_of: dt.datetime | None = None,
        memory_limit: str = "1GB",
    ) -> Self:
        """Open the lake under `root`, made on first use; tables are brought up to the contracts.

        `catalog` is a PostgreSQL catalogue ("postgres:dbname=marsad host=..."), by default a file in the warehouse.
        `as_of` shows the lake as it was at that instant and implies `read_only`.
        Raises WarehouseLockedError when another process has the catalogue file open.
        """
        layout = Layout(root)
        read_only = read_only or as_of is not None
        if not read_only:
            layout.data.mkdir(parents=True, exist_ok=True)
        elif catalog is None and not layout.catalog.exists():
            raise WarehouseError(f"no lake in {root}: `marsad run --warehouse {root} --input PATH` makes one")
        connection = _connect(layout, memory_limit=memory_limit)
        try:
            _attach(connection, layout, catalog=catalog, read_only=read_only, as_of=as_of)
            lake = cls(connection, layout=layout, read_only=read_only)
            if not read_only:
                create_tables(connection, DATABASE)
                lake._store_codebook()
            add_effective_views(connection, DATABASE)
        except BaseException:
            connection.close()
            raise
        return lake

    def __enter__(self) -> Self:
        """Return the lake itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the lake."""
        self.close()

    def close(self) -> None:
        """Close the connection; an unfinished transaction is rolled back."""
        self.connection.close()

    @contextlib.contextmanager
    def transaction(self, run_id: str, message: str = "") -> Iterator[None]:
        """Write all or nothing: one snapshot with the run's id as commit message; an error rolls back."""
        if self._run_id is not None:
            raise WarehouseError(f"run {run_id} began a transaction inside that of run {self._run_id}; end one first")
        self.connection.execute("begin transaction")
        self._run_id = run_id
        try:
            yield
            self.connection.execute(
                f"call {DATABASE}.set_commit_message($1, $2, extra_info => $3)", [AUTHOR, run_id, message]
            )
            self.connection.execute("commit")
        except BaseException:
            with contextlib.suppress(duckdb.Error):
                self.connection.execute("rollback")
            raise
        finally:
            self._run_id = None

    def upsert(self, name: str, rows: pa.Table | Rows) -> int:
        """Insert new rows and replace changed ones by the table's key; returns how many keys were new.

        A row that differs only in bookkeeping (run and time of reading) stays as it is, so that a rerun writes nothing.
        """
        contract = self._writable(name)
        incoming = conform(rows, contract)
        if not incoming.num_rows:
            return 0
        with self._registered(incoming):
            n_new = int(self._scalar(statements.count_new(contract)))
            if n_new == incoming.num_rows:
                self.connection.execute(statements.insert_all(contract))
            else:
                self.connection.execute(statements.merge(contract))
        return n_new

    def insert_new(self, name: str, rows: pa.Table | Rows) -> int:
        """Insert the rows whose key is not there yet, leave the others as they are; returns how many were new."""
        contract = self._writable(name)
        incoming = conform(rows, contract)
        with self._registered(incoming):
            n_new = int(self._scalar(statements.count_new(contract))) if incoming.num_rows else 0
            if n_new:
                self.connection.execute(statements.insert_new(contract))
        return n_new

    def change(self, name: str, tables: Mapping[str, pa.Table], params: Mapping[str, Any] | None = None) -> int:
        """Run the changing SQL file `name` over `tables` by their names; returns how many rows changed."""
        self._check_writing(name)
        with contextlib.ExitStack() as stack:
            for table, rows in tables.items():
                stack.enter_context(self._registered(rows, name=table))
            row = self.connection.execute(sql.load(name), dict(params) if params else None).fetchone()
        return int(row[0]) if row else 0

    def query(
        self,
        statement: str,
        params: Mapping[str, Any] | None = None,
        *,
        tables: Mapping[str, pa.Table] | None = None,
    ) -> pa.Table:
        """Return the rows of an SQL statement over the lake's tables and `tables` by their names.

        Raises QueryError with DuckDB's words.
        """
        with contextlib.ExitStack() as stack:
            for table, rows in (tables or {}).items():
                stack.enter_context(self._registered(rows, name=table))
            return fetch(self.connection, statement, params)

    def unprocessed_articles(self, extractor_version: str, *, batch_size: int = 2000) -> Iterator[pa.Table]:
        """Yield the articles that this extractor has not read in their present text, in tables of `batch_size` rows.

        All batches are of one snapshot, so writing between them neither repeats nor skips an article.
        """
        with self.connection.cursor() as cursor:
            cursor.execute(f"use {DATABASE}")
            result = cursor.execute(sql.load("models/unprocessed_articles"), {"extractor_version": extractor_version})
            yield from _rebatched(result.to_arrow_reader(batch_size), batch_size)

    def count_unprocessed(self, extractor_version: str) -> int:
        """Return how many articles this extractor has still to read."""
        rows = self.query(sql.load("models/count_unprocessed"), {"extractor_version": extractor_version})
        return int(rows.column(0)[0].as_py())

    def snapshots(self) -> list[Snapshot]:
        """Return the commits of the lake that are kept, oldest first."""
        rows = self.query(sql.load("models/snapshots")).to_pylist()
        return [Snapshot(**row) for row in rows]

    def _store_codebook(self) -> None:
        """Bring the dimensions that Marsad itself knows up to this version; writes nothing when they are."""
        with self.transaction("codebook", "event types and countries"):
            self.upsert("event_types", event_types_table())
            self.upsert("countries", countries_table())

    def _writable(self, name: str) -> TableContract:
        tables = stored_tables()
        if name not in tables:
            raise WarehouseError(f"no table {name!r}; tables are {', '.join(tables)}")
        self._check_writing(name)
        return tables[name]

    def _check_writing(self, name: str) -> None:
        if self._run_id is None:
            raise WarehouseError(
                f"{name} was to be written outside a transaction; use `with lake.transaction(run_id):`"
            )

    @contextlib.contextmanager
    def _registered(self, rows: pa.Table, *, name: str = statements.INCOMING) -> Iterator[None]:
        self.connection.register(name, rows)
        try:
            yield
        finally:
            self.connection.unregister(name)

    def _scalar(self, statement: str) -> Any:
        row = self.connection.execute(statement).fetchone()
        return row[0] if row else 0


def fetch(connection: duckdb.DuckDBPyConnection, statement: str, params: Mapping[str, Any] | None = None) -> pa.Table:
    """Return the result of one statement as Arrow; raises QueryError with DuckDB's words."""
    try:
        return connection.execute(statement, dict(params) if params else None).to_arrow_table()
    except duckdb.Error as error:
        raise QueryError(f"{error}".strip()) from error


def _rebatched(reader: pa.RecordBatchReader, size: int) -> Iterator[pa.Table]:
    """Yield tables of exactly `size` rows (the last one shorter), whatever batches the engine hands out."""
    held: list[pa.RecordBatch] = []
    n_held = 0
    for batch in reader:
        held.append(batch)
        n_held += batch.num_rows
        while n_held >= size:
            table = pa.Table.from_batches(held, reader.schema)
            yield table.slice(0, size)
            held = table.slice(size).to_batches()
            n_held -= size
    if n_held:
        yield pa.Table.from_batches(held, reader.schema)


def _connect(layout: Layout, *, memory_limit: str) -> duckdb.DuckDBPyConnection:
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "memory_limit": memory_limit,
        "temp_directory": str(layout.spill),
        "preserve_insertion_order": "false",
    }
    connection = duckdb.connect(config=config)
    connection.execute("set TimeZone = 'UTC'")
    load_extension(connection, "ducklake")
    return connection


def _attach(
    connection: duckdb.DuckDBPyConnection,
    layout: Layout,
    *,
    catalog: str | None,
    read_only: bool,
    as_of: dt.datetime | None,
) -> None:
    if catalog is not None and catalog.startswith("postgres:"):
        load_extension(connection, "postgres_scanner")
    # The data path is given anew each time: a warehouse that was moved or copied still finds its files.
    options = [f"data_path {literal(str(layout.data))}", "override_data_path true"]
    options += ["read_only"] if read_only else []
    options += [f"snapshot_time {literal(as_of.isoformat())}"] if as_of else []
    address = literal(f"ducklake:{catalog or layout.catalog}")
    try:
        connection.execute(f"attach {address} as {DATABASE} ({', '.join(options)})")
    except duckdb.Error as error:
        if "lock" in str(error).lower():
            raise WarehouseLockedError(
                f"the lake in {layout.root} is open in another process. Wait for its run to end; "
                f"{layout.published.name} beside it can be read meanwhile."
            ) from error
        raise WarehouseError(f"the lake in {layout.root} cannot be opened: {error}") from error
    connection.execute(f"use {DATABASE}")
