"""What stands beside the tables in the published database: counted tables, macros, views, and all their comments.

Their SQL is in sql/counted, sql/macros and sql/views; the tables themselves are copied in `publish`.
"""

import dataclasses
import re

import duckdb

from transforms.contracts.corrections import CORRECTABLE, REVIEW_COLUMNS
from transforms.contracts.tables import TABLES, TableContract
from warehouse import sql
from warehouse.tables import literal, quoted

COUNTED = "counted"
"""Schema of what the views count from: made anew with each publication, for speed, not for analysts."""
_PARAMETER = "asked_kind"  # a macro's parameter must not be called like a column


def published_contract(contract: TableContract) -> TableContract:
    """Return a table's contract as it is published: with what people said of each row, where they can correct it."""
    if contract.name not in CORRECTABLE:
        return contract
    return dataclasses.replace(contract, columns=(*contract.columns, *REVIEW_COLUMNS))


def add_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Add everything that follows from the tables of a database that is being published."""
    connection.execute(f"create schema {COUNTED}")
    for name in sql.names("counted"):
        table = f"{COUNTED}.{name.split('/')[1].split('_', 1)[1]}"
        connection.execute(f"create table {table} as {sql.load(name)}")
        connection.execute(f"comment on table {table} is {literal(sql.headline(name))}")
    for name in sql.names("macros"):
        body = sql.load(name).replace("$kind", _PARAMETER)
        connection.execute(f"create macro {quoted(name.split('/')[1])}({_PARAMETER}) as table {body}")
    for name in view_files():
        _add_view(connection, name)


def view_files() -> tuple[str, ...]:
    """Return the SQL files that become views, each view after those it reads."""
    return sql.names("views")


def _add_view(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    view = quoted(name.split("/")[1])
    connection.execute(f"create view {view} as {sql.load(name)}")
    connection.execute(f"comment on view {view} is {literal(sql.headline(name))}")
    for column, comment in _column_comments(connection, name).items():
        connection.execute(f"comment on column {view}.{quoted(column)} is {literal(comment)}")


def _column_comments(connection: duckdb.DuckDBPyConnection, name: str) -> dict[str, str]:
    """Return a view's column comments: `-- @column meaning` in its file or its macro's, else the event column's."""
    described = connection.execute(f"describe {quoted(name.split('/')[1])}").fetchall()
    inherited = {column.name: column.description for column in published_contract(TABLES["events"]).columns}
    return {row[0]: meaning for row in described if (meaning := (inherited | _stated(name)).get(row[0]))}


def _stated(name: str) -> dict[str, str]:
    text = sql.load(name)
    macros = (macro for macro in sql.names("macros") if f"from {macro.split('/')[1]}(" in text)
    texts = (*(sql.load(macro) for macro in macros), text)
    return {
        column: meaning for part in texts for column, meaning in re.findall(r"^-- @(\w+) (.+)$", part, re.MULTILINE)
    }
