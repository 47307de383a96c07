"""`marsad run`, `ingest` and `process`: the writing flows, started with or without a Prefect server.

What the flows do is in their own modules; here is what a person sees before and after.
"""

from typing import Any

import click

from flows.commands.options import (
    common,
    config_option,
    input_option,
    json_option,
    print_json,
    quiet_option,
    warehouse_option,
    workers_option,
)
from flows.commands.report import show_report
from flows.launch import run_flow
from flows.settings import ConfigError, Settings, load_settings

_NOTHING_TO_READ = (
    "there is nothing to read. Give files or folders: marsad run --input PATH (may be repeated), "
    "or write sources into marsad.toml: `marsad init` makes one with examples"
)


@click.command()
@common(input_option, warehouse_option, config_option, workers_option, quiet_option, json_option)
def run(inputs: tuple[str, ...], as_json: bool, **given: Any) -> int:
    """Read articles, extract incidents, group events, publish the database, write the report.

    \b
    marsad run --input news/ --input more.jsonl.gz
    marsad run                                          the sources of marsad.toml
    PREFECT_API_URL=http://127.0.0.1:4200/api marsad run --input news/
    """
    settings = _settings(inputs, given)
    result = run_flow("flows.pipeline:pipeline", settings, reads=True, inputs=list(inputs) or None, **_passed(given))
    if as_json:
        print_json(result)
    elif not settings.quiet:
        _summary(result, settings)
    return 0


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--again", "read_again", is_flag=True, help="Read files and pages again that have not changed.")
@common(input_option, warehouse_option, config_option, workers_option, quiet_option, json_option)
def ingest(names: tuple[str, ...], inputs: tuple[str, ...], as_json: bool, **given: Any) -> int:
    """Read articles into the lake and publish; nothing is extracted yet.

    NAME is a source of the configuration or a schedule group of it; without one, all are read. Files and pages that
    have not changed since the last run are left out.

    \b
    marsad ingest --input archive.parquet --input pages/
    marsad ingest enab-baladi hourly
    """
    settings = _settings(inputs, given, names=names)
    result = run_flow(
        "flows.ingest:ingest",
        settings,
        reads=True,
        inputs=list(inputs) or None,
        names=list(names) or None,
        **_passed(given),
    )
    if as_json:
        print_json(result)
    elif not settings.quiet:
        click.echo(_ingested(result))
    return 0


@click.command()
@common(warehouse_option, config_option, workers_option, quiet_option, json_option)
def process(as_json: bool, **given: Any) -> int:
    """Extract the articles that this version has not read yet, group events and publish.

    \b
    marsad process --workers 8
    """
    settings = load_settings(given["config"], **_options(given))
    result = run_flow("flows.process:process", settings, **_passed(given))
    if as_json:
        print_json(result)
    elif not settings.quiet:
        click.echo(_processed(result))
    return 0


def _settings(inputs: tuple[str, ...], given: dict[str, Any], *, names: tuple[str, ...] = ()) -> Settings:
    settings = load_settings(given["config"], inputs=inputs, names=names, **_options(given))
    if not settings.sources:
        raise ConfigError(_NOTHING_TO_READ)
    return settings


def _options(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name != "config" and value not in (None, False)}


def _passed(given: dict[str, Any]) -> dict[str, Any]:
    """Return a flow's parameters: the options that are no parameters of their own go together."""
    options = {name: value for name, value in _options(given).items() if name != "warehouse"}
    return {"warehouse": given["warehouse"], "config": given["config"], "options": options or None}


def _ingested(counts: dict[str, int]) -> str:
    n_known = counts["n_in"] - counts["n_out"] - counts.get("n_edited", 0) - counts["n_rejected"]
    known = f", {n_known} known already" if n_known > 0 else ""
    edited = f", {counts['n_edited']} edited" if counts.get("n_edited") else ""
    unchanged = f"; {counts['n_unchanged']} files or pages unchanged" if counts.get("n_unchanged") else ""
    read = f"articles   {counts['n_in']} records read: {counts['n_out']} new{edited}{known}"
    return f"{read}, {counts['n_rejected']} rejected{unchanged}"


def _processed(counts: dict[str, int]) -> str:
    return (
        f"incidents  {counts['n_incidents']} new from {counts['n_articles']} articles read\n"
        f"events     {counts['n_events']}, {counts['n_new_events']} of them new"
    )


def _summary(result: dict[str, Any], settings: Settings) -> None:
    click.echo(_ingested(result["ingest"]))
    click.echo(_processed(result["process"]))
    show_report(result["report"])
    click.echo(f"database   {result['published']}")
    where = "" if str(settings.warehouse) == "marsad-warehouse" else f" --warehouse {settings.warehouse}"
    click.echo("\nAsk it:")
    for statement in _HINTS:
        click.echo(f'  marsad query{where} "{statement}"')


_HINTS = (
    "select country, sum(n_events) n, sum(killed_shared) killed from trends_month group by all order by n desc",
    "select date_start, sub_event_type, place_name_ar, evidence_text from incidents order by 1 desc limit 20",
    "select stage, reason, count(*) n from rejects group by all order by n desc",
)
