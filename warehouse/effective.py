"""The tables as people corrected them: temporary views over the lake's tables, on every connection to the lake.

The views' rules are in sql/corrections/; here is only what follows from the contracts, column by column.
"""

import duckdb

from transforms.contracts.corrections import CORRECTABLE
from transforms.contracts.tables import TABLES, TableContract
from warehouse import sql
from warehouse.tables import literal, quoted, sql_type

_FOUND = ("found_incidents", "found_corrections", "decided_fields", "link_constraints")


def add_effective_views(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """Give the connection the views `effective_incidents` and `effective_events`, and those that they read.

    `effective_<table>` has the table's columns with people's values in place of the extracted ones, then
    `corrected_fields` and `review`; rows that a person rejected are not in it.
    A past state of the lake may lack tables and columns of this version: they are empty there.
    """
    _fill_gaps(connection, database)
    for name in _FOUND:
        connection.execute(f"create or replace temp view {name} as {sql.load(f'corrections/{name}')}")
    for table in CORRECTABLE:
        connection.execute(f"create or replace temp view effective_{table} as {_effective(TABLES[table])}")


def _fill_gaps(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    rows = connection.execute(
        "select table_name, column_name from duckdb_columns() where database_name = $1", [database]
    ).fetchall()
    found = set(rows)
    for contract in TABLES.values():
        missing = [column for column in contract.columns if (contract.name, column.name) not in found]
        if not missing:
            continue
        columns = ", ".join(
            quoted(column.name) if column not in missing else f"null::{sql_type(column.type)} as {quoted(column.name)}"
            for column in contract.columns
        )
        source = f"from {database}.{quoted(contract.name)}" if len(missing) < len(contract.columns) else "limit 0"
        connection.execute(f"create or replace temp view {quoted(contract.name)} as select {columns} {source}")


def _effective(contract: TableContract) -> str:
    """Return the select of a table's rows as people corrected them.

    Rows that nobody touched pass through as they are, so that the many do not pay for the few.
    """
    key = contract.key[0]
    decided = f"(select * from decided_fields where target_table = {literal(contract.name)})"
    columns = ", ".join(_effective_column(contract, name) for name in contract.names)
    source = f"from {quoted(contract.name)} as told"
    gone = f"and told.{key} not in (select event_id from emptied)" if contract.name == "events" else ""
    emptied = f"with emptied as ({sql.load('corrections/emptied_events')}) " if gone else ""
    return (
        f"{emptied}select told.*, []::varchar[] as corrected_fields, null::varchar as review "
        f"{source} where told.{key} not in (select row_id from {decided}) {gone} "
        f"union all by name select {columns}, decided_rows.corrected_fields, decided_rows.review "
        f"{source} inner join {decided} as decided_rows on told.{key} = decided_rows.row_id "
        f"where not decided_rows.is_rejected {gone}"
    )


def _effective_column(contract: TableContract, name: str) -> str:
    column = CORRECTABLE[contract.name].get(name)
    if column is None:
        return f"told.{quoted(name)}"
    value = f"decided_rows.decided[{literal(name)}]"
    type_ = sql_type(column.type)
    typed = f"{value}::json::{type_}" if type_.endswith("[]") else f"{value}::{type_}"
    return (
        f"case when map_contains(decided_rows.decided, {literal(name)}) then {typed} "
        f"else told.{quoted(name)} end as {quoted(name)}"
    )
