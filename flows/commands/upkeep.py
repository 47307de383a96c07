"""`marsad check` and `marsad maintain`: is the data sound, and is the lake tidy.

Checks and upkeep are the warehouse's; here is how they are asked for and shown.
"""

from pathlib import Path
from typing import Any

import click

from flows.commands.options import common, config_option, json_option, print_json, quiet_option, warehouse_option

_SHOWN_ROWS = 3


@click.command()
@common(warehouse_option, config_option, json_option)
@click.option("--only", multiple=True, metavar="NAME", help="Run only this check; may be repeated.")
def check(warehouse: str | None, config: str | None, as_json: bool, only: tuple[str, ...]) -> int:
    """Check the published data; prints the rules that rows break. Exit code 1 when any is broken.

    \b
    marsad check
    marsad check --only evidence_round_trips --json
    """
    from flows.settings import ConfigError, load_settings
    from warehouse.checks import check_names, run_checks
    from warehouse.publish import Published

    if unknown := sorted(set(only) - set(check_names())):
        raise ConfigError(f"no check called {', '.join(unknown)}; there are {', '.join(check_names())}")
    settings = load_settings(config, warehouse=warehouse)
    with Published.open(Path(settings.warehouse)) as published:
        results = run_checks(published, names=only)
    failed = [result for result in results if not result.passed]
    if as_json:
        print_json([_as_dict(result) for result in results])
    else:
        for result in failed:
            _show(result)
        click.echo(f"{len(results)} checks, {len(failed)} failed")
    return 1 if failed else 0


@click.command()
@common(warehouse_option, config_option, quiet_option, json_option)
def maintain(warehouse: str | None, config: str | None, quiet: bool, as_json: bool) -> int:
    """Merge small files, let go of old states of the lake, check the data, publish.

    Exit code 1 when a check fails.

    \b
    marsad maintain
    """
    from flows.launch import run_flow
    from flows.settings import load_settings

    settings = load_settings(config, warehouse=warehouse, quiet=quiet or None)
    counts = run_flow("flows.maintain:maintain", settings, warehouse=warehouse, config=config)
    if as_json:
        print_json(counts)
    elif not quiet:
        click.echo(
            f"{counts['n_files_merged']} files merged into {counts['n_files_created']}, "
            f"{counts['n_snapshots_expired']} old states let go, {counts['n_files_removed']} files removed, "
            f"{counts['n_failed_checks']} checks failed"
        )
    return 1 if counts["n_failed_checks"] else 0


def _as_dict(result: Any) -> dict[str, Any]:
    return {
        "name": result.name,
        "description": result.description,
        "passed": result.passed,
        "n_failing": result.n_failing,
        "sample": list(result.sample),
    }


def _show(result: Any) -> None:
    click.echo(f"{result.name}: {result.n_failing} rows. {result.description}")
    for row in result.sample[:_SHOWN_ROWS]:
        click.echo("   " + ", ".join(f"{name}={str(value)[:80]}" for name, value in row.items()))
