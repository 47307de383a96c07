"""How the contracts become DuckDB tables: types, creation, comments, and the adding of columns that are new.

Rows are written in `lake`; what the columns mean is in the contracts.
"""

import duckdb
import pyarrow as pa

from transforms.contracts.tables import TableContract, stored_tables
from warehouse.errors import WarehouseError

_TYPES: dict[pa.DataType, str] = {
    pa.string(): "varchar",
    pa.int32(): "integer",
    pa.int64(): "bigint",
    pa.float64(): "double",
    pa.bool_(): "boolean",
    pa.date32(): "date",
    pa.timestamp("us", tz="UTC"): "timestamp with time zone",
}


def quoted(name: str) -> str:
    """Return `name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return `text` as an SQL string, for statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def sql_type(type_: pa.DataType) -> str:
    """Return DuckDB's name of an Arrow type of the contracts."""
    if pa.types.is_list(type_):
        return f"{sql_type(type_.value_type)}[]"
    if pa.types.is_struct(type_):
        return "struct(" + ", ".join(f"{quoted(field.name)} {sql_type(field.type)}" for field in type_) + ")"
    return _TYPES[type_]


def create_tables(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """Bring the tables of `database` up to the contracts: create what is missing, add new columns, set comments."""
    found = _found_columns(connection, database)
    statements = [
        statement
        for contract in stored_tables().values()
        for statement in _migration(contract, database, found.get(contract.name))
    ]
    if not statements:
        return
    connection.execute("begin transaction")
    for statement in statements:
        connection.execute(statement)
    connection.execute("commit")


def comment_statements(contract: TableContract, database: str) -> list[str]:
    """Return the statements that set the comments of a table and of all its columns."""
    table = f"{quoted(database)}.{quoted(contract.name)}"
    return [
        f"comment on table {table} is {literal(contract.grain)}",
        *(
            f"comment on column {table}.{quoted(column.name)} is {literal(column.description)}"
            for column in contract.columns
        ),
    ]


def _found_columns(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, dict[str, tuple[str, str]]]:
    """Return type and comment of each column of each table that exists."""
    rows = connection.execute(
        "select table_name, column_name, data_type, coalesce(comment, '') "
        "from duckdb_columns() where database_name = $1",
        [database],
    ).fetchall()
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for table, column, type_, comment in rows:
        found.setdefault(table, {})[column] = (type_, comment)
    return found


def _migration(contract: TableContract, database: str, found: dict[str, tuple[str, str]] | None) -> list[str]:
    table = f"{quoted(database)}.{quoted(contract.name)}"
    if found is None:
        columns = ", ".join(f"{quoted(column.name)} {sql_type(column.type)}" for column in contract.columns)
        return [f"create table {table} ({columns})", *comment_statements(contract, database)]
    _check_types(contract, found)
    statements = []
    for column in contract.columns:
        name = quoted(column.name)
        if column.name not in found:
            statements.append(f"alter table {table} add column {name} {sql_type(column.type)}")
        if found.get(column.name, ("", ""))[1] != column.description:
            statements.append(f"comment on column {table}.{name} is {literal(column.description)}")
    return statements


def _check_types(contract: TableContract, found: dict[str, tuple[str, str]]) -> None:
    for column in contract.columns:
        wanted = _plain(sql_type(column.type))
        if column.name in found and _plain(found[column.name][0]) != wanted:
            raise WarehouseError(
                f"table {contract.name}: column {column.name} is stored as {found[column.name][0]}, this version of "
                f"Marsad wants {wanted}. Use the version that wrote the warehouse, or start another with --warehouse."
            )


def _plain(type_: str) -> str:
    return type_.lower().replace('"', "")
