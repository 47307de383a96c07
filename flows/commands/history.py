"""`marsad history`: what was believed of an incident or event, and since when.

What changed is read from the lake by the warehouse; here it is shown.
"""

import dataclasses
from itertools import groupby

import click

from flows.commands.options import common, config_option, json_option, print_json, warehouse_option

_SHOWN = 120


@click.command(no_args_is_help=True)
@click.argument("id_", metavar="ID")
@click.option("--all", "show_all", is_flag=True, help="Show also what the first telling said, field by field.")
@common(warehouse_option, config_option, json_option)
def history(id_: str, show_all: bool, warehouse: str | None, config: str | None, as_json: bool) -> int:
    """Show what Marsad believed of the incident or event ID and when: runs, reports that joined, people's corrections.

    The history reaches as far back as `marsad maintain` keeps the lake's states. ID may be the beginning of an id.

    \b
    marsad history 3f2a9c01
    """
    from flows.settings import load_settings
    from warehouse.history import Belief, read_history
    from warehouse.lake import Lake

    with Lake.open(load_settings(config, warehouse=warehouse).warehouse, read_only=True) as lake:
        row_id, beliefs = read_history(lake, id_)
    if as_json:
        print_json([dataclasses.asdict(belief) for belief in beliefs])
        return 0
    click.secho(row_id, bold=True)

    def moment(belief: Belief) -> tuple[str, str, str]:
        return f"{belief.since:%Y-%m-%d %H:%M:%S}", belief.what, belief.who

    for (since, what, who), found in groupby(beliefs, key=moment):
        changes = list(found)
        click.echo(f"{since}  {what}  by {who}" + (f": {changes[0].why}" if changes[0].why else ""))
        if what == "told" and not show_all:
            click.echo(f"    {len(changes)} fields")
            continue
        for change in changes:
            if change.field:
                click.echo(f"    {change.field}: {_short(change.before)} -> {_short(change.after)}")
            elif change.after:
                click.echo(f"    {change.after}")
    return 0


def _short(value: str | None) -> str:
    if value is None:
        return "unknown"
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}..."
