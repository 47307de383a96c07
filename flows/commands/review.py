"""`marsad review`: lists of rows that a person should look at, out and back in.

Which rows, and how answers are read, is the warehouse's; what follows from them is in `flows.decisions`.
"""

from pathlib import Path

import click

from flows.commands.options import common, config_option, json_option, print_json, warehouse_option


@click.group()
def review() -> None:
    """Write a list of unsure and contested rows, and read it back with decisions.

    \b
    marsad review export review.xlsx
    marsad review import review.xlsx --by amal
    """


@review.command("export")
@click.argument("file", metavar="FILE")
@click.option("--below", type=float, default=0.5, show_default=True, help="List incidents less sure than this.")
@click.option("--limit", type=int, default=500, show_default=True, metavar="N", help="List no more rows than this.")
@common(warehouse_option, config_option)
def export_list(file: str, below: float, limit: int, warehouse: str | None, config: str | None) -> int:
    """Write the rows to FILE, a .csv or .xlsx: unsure incidents, then events on which reports differ.

    Rows that somebody confirmed or corrected are not listed again. Fill in `decision` (confirm, reject, correct, merge,
    split), `corrections` (killed=5; weapon=drone) and `reason`, leave the other columns, and import the file.
    """
    from flows.settings import load_settings
    from warehouse.publish import Published
    from warehouse.review import write_review

    with Published.open(load_settings(config, warehouse=warehouse).warehouse) as published:
        n_rows = write_review(published, Path(file), below=below, n_most=limit)
    click.echo(f"{n_rows} rows to look at in {file}")
    return 0


@review.command("import")
@click.argument("file", metavar="FILE")
@click.option("--by", metavar="NAME", help="Who decided, where the column `by` is empty.")
@common(warehouse_option, config_option, json_option)
def import_list(file: str, by: str | None, warehouse: str | None, config: str | None, as_json: bool) -> int:
    """Store the decisions of FILE, all or nothing; rows without a decision are left for another time.

    Importing a file again stores only what was added to it.
    """
    from flows.decisions import decide
    from flows.settings import load_settings
    from warehouse.review import read_review

    settings = load_settings(config, warehouse=warehouse)
    decisions = read_review(Path(file), corrected_by=by)
    decided = decide(settings.warehouse, decisions)
    if as_json:
        print_json(decided.corrections)
        return 0
    click.echo(
        f"{len(decisions)} decisions read, {len(decided.corrections)} corrections stored, "
        f"{decided.n_events_changed} events linked anew"
    )
    return 0
