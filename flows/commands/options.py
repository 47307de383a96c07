"""The options that several commands share, and how settings are made from them.

What each option means to a run is in `flows.settings`.
"""

import datetime as dt
import decimal
import json
from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

warehouse_option = click.option(
    "--warehouse",
    metavar="DIR",
    help="Folder of the lake and the published database  [default: MARSAD_WAREHOUSE, else ./marsad-warehouse]",
)
config_option = click.option(
    "--config", metavar="FILE", help="Configuration file  [default: MARSAD_CONFIG, else ./marsad.toml if it exists]"
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")
workers_option = click.option("--workers", type=int, metavar="N", help="Processes that work  [default: one a core]")
quiet_option = click.option("-q", "--quiet", is_flag=True, help="No progress display and no summary.")


def _instant(_: click.Context, __: click.Parameter, text: str | None) -> dt.datetime | None:
    """Return a day as its end, and an instant as it is, in UTC where the text names no zone."""
    if text is None:
        return None
    try:
        if len(text) == len("2015-08-01"):
            return dt.datetime.combine(dt.date.fromisoformat(text) + dt.timedelta(days=1), dt.time(), dt.UTC)
        instant = dt.datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day or instant; write 2015-08-01 or 2015-08-01T12:00") from None
    return instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)


as_of_option = click.option(
    "--as-of",
    callback=_instant,
    metavar="DATE",
    help="What Marsad knew at the end of this day, or at this instant (UTC); corrections included.",
)
input_option = click.option(
    "--input",
    "inputs",
    multiple=True,
    metavar="PATH",
    help="File or folder to read, - for JSON lines on standard input; may be repeated. Takes the place of the sources "
    "in the configuration.",
)


def common(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Return a decorator that adds `options` in their order."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def print_json(value: object) -> None:
    """Print `value` as JSON with Arabic as Arabic, sums of counts as numbers."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> object:
    """Return a value that JSON does not know as its nearest: a number, else text."""
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
