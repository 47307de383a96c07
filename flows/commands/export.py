"""`marsad export`: a table or view as a file for other programs.

Formats and data dictionary are the warehouse's.
"""

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import click

from flows.commands.options import as_of_option, common, config_option, json_option, print_json, warehouse_option


@click.command(no_args_is_help=True)
@click.argument("table", metavar="TABLE")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["csv", "parquet", "geoparquet", "geojson", "xlsx"]),
    default="csv",
    show_default=True,
    help="Format of the file.",
)
@click.option("--where", metavar="SQL", help="Only rows for which this expression holds.")
@click.option("--output", "-o", metavar="PATH", help="File to write  [default: TABLE with the format's ending]")
@common(as_of_option, warehouse_option, config_option, json_option)
def export(table: str, format_: str, as_of: dt.datetime | None, as_json: bool, **given: Any) -> int:
    """Write TABLE, a table or view of the published database, to a file.

    Beside it stands datapackage.json, which says what each column means. geoparquet and geojson want a table with
    points.

    \b
    marsad export events --format xlsx --where "country = 'YE' and killed_best > 10"
    marsad export v_acled --output acled.csv
    marsad export events --format geojson --as-of 2015-08-01 -o events.geojson
    """
    from flows.settings import load_settings
    from warehouse.as_of import open_published
    from warehouse.export import export_table

    settings = load_settings(given["config"], warehouse=given["warehouse"])
    output = Path(given["output"]) if given["output"] else None
    with open_published(settings.warehouse, as_of=as_of) as published:
        exported = export_table(published, table, format_=format_, output=output, where=given["where"])
    if as_json:
        print_json(dataclasses.asdict(exported))
        return 0
    click.echo(f"{exported.n_rows} rows in {exported.path}, columns explained in {exported.package}")
    if exported.n_cut:
        click.echo(f"{exported.n_cut} texts were cut to the length that a spreadsheet's cell can hold", err=True)
    return 0
