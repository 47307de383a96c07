"""`marsad history`: what was believed of an incident or event, and since when.

What changed is read from the lake by the warehouse; here it is put into words.
"""

import dataclasses
import json
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from flows.commands.options import common, config_option, json_option, print_json, warehouse_option

if TYPE_CHECKING:
    from warehouse.history import Belief

_SHOWN = 160
# What an analyst asks first of a row; `--all` shows every field.
_CHIEF_FIELDS = (
    "sub_event_type", "date_start", "date_end", "country", "admin1_name_en", "place_name_en", "place_text", "actors",
    "killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high", "weapon", "confidence",
    "n_reports", "n_sources", "merged_into",
)  # fmt: skip
_HEADINGS = {
    "told": "Marsad first told it",
    "changed": "Marsad changed what it tells",
    "gone": "Marsad no longer tells it",
    "set": "{who} corrected it",
    "withdraw": "{who} took a correction back",
    "confirm": "{who} confirmed it",
    "reject": "{who} rejected it",
    "merge": "{who} merged it into another event",
    "split": "{who} took it out of its event",
}
_STEPS = {"process extract": "an article was read", "process link": "reports were grouped", "correct": "a correction"}


@click.command(no_args_is_help=True)
@click.argument("id_", metavar="ID")
@click.option("--all", "show_all", is_flag=True, help="Show every field, also those that few ask for.")
@common(warehouse_option, config_option, json_option)
def history(id_: str, show_all: bool, warehouse: str | None, config: str | None, as_json: bool) -> int:
    """Show what Marsad believed of the incident or event ID and when: runs, reports that joined, people's corrections.

    The history reaches as far back as `marsad maintain` keeps the lake's states. ID may be the beginning of an id.

    \b
    marsad history 3f2a9c01
    """
    from flows.settings import load_settings
    from warehouse.history import read_history
    from warehouse.lake import Lake

    with Lake.open(load_settings(config, warehouse=warehouse).warehouse, read_only=True) as lake:
        row_id, beliefs = read_history(lake, id_)
    if as_json:
        print_json([dataclasses.asdict(belief) for belief in beliefs])
        return 0
    click.secho(row_id, bold=True)

    def moment(belief: "Belief") -> tuple[str, str, str]:
        return f"{belief.since:%Y-%m-%d %H:%M:%S} UTC", belief.what, belief.who

    for (since, what, who), found in groupby(beliefs, key=moment):
        changes = list(found)
        click.echo(f"{since}  {_heading(changes, what=what, who=who)}")
        for line in _lines(changes, show_all=show_all):
            click.echo(f"    {line}")
    return 0


def _heading(changes: "Sequence[Belief]", *, what: str, who: str) -> str:
    """Return in words what happened at one moment, with the reason or the run."""
    if what in {"joined", "left"}:
        n = len(changes)
        if changes[0].field == "event":
            return f"it {what} an event ({who})"
        return f"{n} report{'' if n == 1 else 's'} {what} ({who})"
    why = changes[0].why
    if what in {"told", "changed", "gone"}:
        step = _STEPS.get(why or "", why)
        return f"{_HEADINGS[what]} ({f'{step}; ' if step else ''}{who})"
    return _HEADINGS[what].format(who=who) + (f": {why}" if why else "")


def _lines(changes: "Sequence[Belief]", *, show_all: bool) -> list[str]:
    shown = [one for one in changes if show_all or one.field in _CHIEF_FIELDS or not _is_of_the_row(one)]
    lines = [line for one in shown if (line := _line(one))]
    n_hidden = len(changes) - len(shown)
    return [*lines, f"and {n_hidden} more fields (--all shows them)"] if n_hidden else lines


def _is_of_the_row(belief: "Belief") -> bool:
    return belief.what in {"told", "changed", "gone"}


def _line(belief: "Belief") -> str:
    """Return one change in words: what a field said and says, or which report came or went and why."""
    if belief.what in {"joined", "left"}:
        source = f" ({belief.source})" if belief.source else ""
        why = f": {belief.why}" if belief.why else ""
        return f"{belief.field} {belief.after or belief.before}{source}{why}"
    if belief.field is None:
        return f"event {belief.after}" if belief.after else ""
    before, after = (_in_words(belief.field, value) for value in (belief.before, belief.after))
    if belief.what == "told":
        return f"{belief.field}: {after}" if after else ""
    if belief.what == "gone":
        return f"{belief.field} was {before}" if before else ""
    if after is None:
        return f"{belief.field}: {before} before, now unknown"
    if before is None:
        return f"{belief.field}: now {after}, unknown before"
    return f"{belief.field}: {before} -> {after}"


def _in_words(field: str, value: str | None) -> str | None:
    """Return a stored value as a person would write it; None is unknown."""
    if value is None or value == "[]":
        return None
    text = _list_in_words(field, json.loads(value)) if value.startswith("[") else value
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _list_in_words(field: str, items: list[Any]) -> str:
    if field == "actors":
        return ", ".join(f"{one['name_en'] or one['name_ar'] or one['text']} ({one['role']})" for one in items)
    if field == "casualties":
        return ", ".join(f"{one['low']} {one['group'] or 'people'} {one['outcome']}" for one in items)
    if field == "contested":
        return f"reports differ on {', '.join(sorted({one['field'] for one in items}))}"
    return ", ".join(map(str, items))
