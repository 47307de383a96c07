"""The options that several commands share, and how settings are made from them.

What each option means to a run is in `flows.settings`.
"""

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
    """Print `value` as JSON with Arabic as Arabic."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))
