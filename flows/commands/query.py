"""`marsad query`: SQL over the published database, printed as a table, JSON or CSV.

The database is opened by the warehouse, read-only.
"""

import csv
import datetime as dt
import io
import sys
from pathlib import Path
from typing import Any

import click

from flows.commands.options import as_of_option, common, config_option, json_option, print_json, warehouse_option

_SHOWN_ROWS = 1000


@click.command(no_args_is_help=True)
@click.argument("statement", metavar="SQL")
@common(as_of_option, warehouse_option, config_option, json_option)
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV with a header.")
def query(
    statement: str, as_of: dt.datetime | None, warehouse: str | None, config: str | None, as_json: bool, as_csv: bool
) -> int:
    """Answer SQL on the published database; - reads the statement from standard input.

    A running `marsad run` is not in the way: the answer comes from the last published state.

    \b
    marsad query "select country, admin1_name_en, sum(n_events) n, sum(killed_shared) killed
                  from trends_month group by all order by n desc"
    marsad query --csv "from events where country = 'SY'" > syria.csv
    marsad query "show tables"
    marsad query --as-of 2015-08-01 "select count(*) from events"
    """
    from flows.settings import load_settings
    from warehouse.as_of import open_published

    settings = load_settings(config, warehouse=warehouse)
    with open_published(Path(settings.warehouse), as_of=as_of) as published:
        answer = published.query(sys.stdin.read() if statement == "-" else statement)
    if as_json:
        print_json(answer.to_pylist())
    elif as_csv:
        click.echo(_as_csv(answer.column_names, answer.to_pylist()), nl=False)
    else:
        _print_table(answer.column_names, answer.slice(0, _SHOWN_ROWS).to_pylist(), answer.num_rows)
    return 0


def _as_csv(names: list[str], rows: list[dict[str, Any]]) -> str:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([row[name] for name in names] for row in rows)
    return output.getvalue()


def _print_table(names: list[str], rows: list[dict[str, Any]], n_rows: int) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in names:
        is_number = bool(rows) and all(isinstance(row[name], int | float | None) for row in rows)
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_cell(row[name]) for name in names))
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        console.width = 10_000  # a file or pipe has no edge at which cells would have to wrap
    console.print(table)
    more = f" (the first {len(rows)} shown; --csv or --json prints all)" if n_rows > len(rows) else ""
    click.echo(f"{n_rows} row{'' if n_rows == 1 else 's'}{more}")


def _cell(value: object) -> str:
    return "" if value is None else str(value)
