"""The `marsad` command: one file a command group, each loaded only when it is called.

Commands parse, call, print and exit; what they call lives in flows, warehouse and transforms.
"""

import sys

import click

from flows.commands.group import MarsadGroup
from transforms.contracts.errors import MarsadError

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_LOCKED = 3
EXIT_INTERRUPTED = 130

_COMMANDS = {
    "run": "flows.commands.run:run",
    "ingest": "flows.commands.run:ingest",
    "process": "flows.commands.run:process",
    "sources": "flows.commands.sources:sources",
    "report": "flows.commands.report:report",
    "maintain": "flows.commands.upkeep:maintain",
    "check": "flows.commands.upkeep:check",
    "extract": "flows.commands.extract:extract",
    "query": "flows.commands.query:query",
    "export": "flows.commands.export:export",
    "correct": "flows.commands.correct:correct",
    "review": "flows.commands.review:review",
    "history": "flows.commands.history:history",
    "explain": "flows.commands.explain:explain",
    "serve": "flows.commands.serve:serve",
    "init": "flows.commands.init:init",
    "gazetteer": "flows.commands.gazetteer:gazetteer",
}


def _version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from flows.stages import marsad_version

        click.echo(f"marsad {marsad_version()}")
        context.exit()


@click.group(cls=MarsadGroup, commands_by_name=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version.",
)
def cli() -> None:
    """Raw Arabic news in, a table of conflict incidents and trend reports out.

    \b
    marsad run --input news/                  all the way, from articles to the report
    marsad query "select * from incidents"    ask the published database
    marsad explain INCIDENT_ID                the sentence behind a row

    Exit codes: 0 done; 1 failed, or checks found something; 2 wrong use or configuration; 3 another run holds the
    warehouse; 130 interrupted.
    """


def main() -> None:
    """Run the command line; errors meant for the user come as one message without a traceback."""
    try:
        result = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(EXIT_INTERRUPTED)
    except KeyboardInterrupt:
        click.echo("interrupted; what was stored stays stored, run the command again to go on", err=True)
        sys.exit(EXIT_INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except MarsadError as error:
        click.echo(f"marsad: {error}", err=True)
        sys.exit(exit_code_of(error))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        if error.filename is None:
            raise
        click.echo(f"marsad: {error.filename}: {error.strerror}", err=True)
        sys.exit(EXIT_FAILED)
    sys.exit(result if isinstance(result, int) else 0)


def exit_code_of(error: MarsadError) -> int:
    """Return the exit code that tells a script what kind of error it was."""
    names = {kind.__name__ for kind in type(error).__mro__}
    if "ConfigError" in names:
        return EXIT_USAGE
    return EXIT_LOCKED if "WarehouseLockedError" in names else EXIT_FAILED
