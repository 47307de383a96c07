"""Rows of one table or view of the published database as a file for other programs, with a data dictionary beside it.

How each format is written is in `export_formats`; what columns mean comes from the database's comments.
"""

import dataclasses
import json
from pathlib import Path

import duckdb

from warehouse import sql
from warehouse.data_package import EXTENSIONS, describe
from warehouse.errors import QueryError, WarehouseError
from warehouse.export_formats import FORMATS, Columns
from warehouse.publish import Published
from warehouse.tables import quoted

_BATCH = 20_000


class ExportError(WarehouseError):
    """A table cannot be exported as asked."""


@dataclasses.dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the file, its data dictionary, its rows, and cells that had to be cut to fit the format."""

    path: Path
    package: Path
    n_rows: int
    n_cut: int


def export_table(
    published: Published, table: str, *, format_: str, output: Path | None = None, where: str | None = None
) -> Exported:
    """Write the rows of a table or view for which `where` holds; the file appears under its name when it is whole.

    `where` is an SQL expression over the table's own columns, without subqueries. Raises ExportError when table,
    format or expression are not to be had, or the rows do not fit the format.
    """
    columns = _columns(published, table)
    path = output or Path(f"{table}.{EXTENSIONS.get(format_, format_)}")
    if format_ not in FORMATS:
        raise ExportError(f"no format {format_!r}; there are {', '.join(FORMATS)}")
    if format_.startswith("geo") and not {"latitude", "longitude"} <= set(columns.names):
        raise ExportError(f"{table} has no points (latitude, longitude); export it as csv, parquet or xlsx")
    statement = f"select * from {quoted(table)}" + (f" where ({_checked(published, table, where)})" if where else "")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    try:
        # A cursor of its own, for the reader holds it until the last row.
        with published.connection.cursor() as cursor:
            reader = cursor.execute(statement).to_arrow_reader(_BATCH)
            n_rows, n_cut = FORMATS[format_](reader, draft, columns)
        draft.replace(path)
    except duckdb.Error as error:
        raise ExportError(_cannot(table, where, error)) from error
    finally:
        draft.unlink(missing_ok=True)
    package = describe(path, table, format_, columns=columns, n_rows=n_rows, where=where)
    return Exported(path, package, n_rows, n_cut)


def exportable(published: Published) -> tuple[str, ...]:
    """Return the names of the tables and views that can be exported, sorted."""
    return tuple(published.query(sql.load("export/relations")).column("name").to_pylist())


def _columns(published: Published, table: str) -> Columns:
    if table not in exportable(published):
        raise ExportError(f"no table or view {table!r}; there are {', '.join(exportable(published))}")
    grain = published.query(sql.load("export/grain"), {"name": table}).to_pylist()[0]["comment"]
    rows = published.query(sql.load("export/columns"), {"name": table}).to_pylist()
    return Columns(table=table, grain=grain or "", meanings={row["column_name"]: row["comment"] or "" for row in rows})


def _checked(published: Published, table: str, where: str) -> str:
    """Return the expression when it is one expression over the table's rows; raises ExportError otherwise."""
    statement = f"select * from {quoted(table)} where ({where}\n)"
    parsed = published.query(sql.load("export/parsed"), {"statement": statement}).to_pylist()
    tree = json.loads(parsed[0]["tree"])
    if tree.get("error"):
        raise ExportError(f"--where {where!r} is no SQL expression: {tree.get('error_message', 'not understood')}")
    nodes = [part["node"] for part in tree["statements"]]
    plain = (
        len(nodes) == 1
        and nodes[0]["type"] == "SELECT_NODE"
        and not nodes[0]["modifiers"]
        and not nodes[0]["group_expressions"]
        and nodes[0]["from_table"]["type"] == "BASE_TABLE"
        and '"class": "SUBQUERY"' not in json.dumps(nodes[0])
    )
    if not plain:
        raise ExportError(
            f"--where {where!r} is more than one expression over {table}; write it as country = 'SY', "
            "and use `marsad query` for joins and subqueries"
        )
    try:
        published.query(f"explain {statement}")  # names that are not there are told before a file is begun
    except QueryError as error:
        raise ExportError(_cannot(table, where, error)) from error
    return f"{where}\n"


def _cannot(table: str, where: str | None, error: Exception) -> str:
    """Return what is wrong with an expression in one line; DuckDB's picture of the statement is left out."""
    reason = str(error).split("\n\nLINE")[0].replace("\n", " ").strip()
    return f"{table} cannot be exported{f' --where {where!r}' if where else ''}: {reason}. Nothing was written."
