"""`marsad correct`: what a person knows better about an incident or event.

Checking and storing are the warehouse's; events and the published database follow in `flows.decisions`.
"""

from typing import Any

import click

from flows.commands.options import common, config_option, json_option, print_json, warehouse_option


@click.command(no_args_is_help=True)
@click.argument("id_", metavar="ID")
@click.argument("changes", metavar="[FIELD=VALUE]...", nargs=-1)
@click.option("--reason", required=True, metavar="TEXT", help="Why; stands in the table corrections.")
@click.option("--by", required=True, metavar="NAME", help="Who corrects.")
@click.option("--confirm", "action", flag_value="confirm", help="The row is right; takes back a rejection.")
@click.option("--reject", "action", flag_value="reject", help="The row is wrong; it leaves all tables and counts.")
@click.option("--split", "action", flag_value="split", help="The incident ID does not belong to its event.")
@click.option(
    "--merge-into",
    metavar="EVENT",
    help="The event ID is the same as EVENT; the id that was told first stays, the other leads to it.",
)
@click.option("--withdraw", multiple=True, metavar="FIELD", help="Take a correction of FIELD back; may be repeated.")
@common(warehouse_option, config_option, json_option)
def correct(id_: str, changes: tuple[str, ...], as_json: bool, **given: Any) -> int:
    """Correct fields of the incident or event ID, or decide on the whole row.

    ID may be the beginning of an id. Nothing is overwritten: a correction is a row of its own, it survives reading the
    article again and linking anew, and the tables show its value with the field's name in corrected_fields.

    \b
    marsad correct 3f2a9c01 killed=5-7 weapon="car bomb" --reason "ministry, 21 July" --by amal
    marsad correct 3f2a9c01 injured_best= --reason "no source gives a number" --by amal
    marsad correct 3f2a9c01 --reject --reason "a film, not an attack" --by amal
    marsad correct 77d0c2ee --merge-into 10be44f1 --reason "one bombing" --by amal
    """
    from flows.decisions import decide
    from flows.settings import ConfigError, load_settings

    decisions = _decisions(id_, changes, **given)
    if not decisions:
        raise ConfigError(
            "nothing to correct; give FIELD=VALUE, --confirm, --reject, --split, --merge-into or --withdraw"
        )
    settings = load_settings(given["config"], warehouse=given["warehouse"])
    decided = decide(settings.warehouse, decisions)
    if as_json:
        print_json(decided.corrections)
        return 0
    for row in decided.corrections:
        click.echo(f"{row['target_id']} {row['action']} {_saying(row)}".rstrip())
    for event in decided.merged.values():
        click.echo(f"one event now: {event}")
    click.echo(
        f"{len(decided.corrections)} corrections stored, {decided.n_events_changed} events linked anew, published"
    )
    return 0


def _saying(row: dict[str, Any]) -> str:
    """Return what a stored correction changes; a value that is not there is unknown."""
    if not row["field"]:
        return row["value"] or ""
    before, after = ("unknown" if value is None else value for value in (row["previous_value"], row["value"]))
    return f"{row['field']}: {before} -> {after}"


def _decisions(id_: str, changes: tuple[str, ...], **given: Any) -> list[Any]:
    from warehouse.corrections import Decision
    from warehouse.review import parse_changes

    said = {"reason": given["reason"], "corrected_by": given["by"]}
    decisions = [Decision(id_, "set", changes=parse_changes(changes), **said)] if changes else []
    if given["withdraw"]:
        decisions.append(Decision(id_, "withdraw", changes=dict.fromkeys(given["withdraw"]), **said))
    if given["merge_into"]:
        decisions.append(Decision(id_, "merge", other_id=given["merge_into"], **said))
    if given["action"]:
        decisions.append(Decision(id_, given["action"], **said))
    return decisions
