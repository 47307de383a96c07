"""`marsad report`: the trend report of one period from the published database.

The files are made in `flows.report_files`; here is what a person asks and sees.
"""

import datetime as dt
from typing import Any

import click

from flows.commands.options import as_of_option, common, config_option, json_option, print_json, warehouse_option


@click.command()
@click.option(
    "--period", type=click.Choice(["day", "week", "month", "quarter"]), help="Length of the period  [default: week]"
)
@click.option(
    "--until", metavar="DATE", help="Last complete period up to this day, YYYY-MM-DD  [default: latest article]"
)
@click.option("--country", metavar="CODE", help="One country only, by its ISO 3166-1 code or English name, such as IQ.")
@click.option(
    "--language",
    type=click.Choice(["ar", "en", "both"]),
    default="both",
    show_default=True,
    help="Language of the report.",
)
@click.option("--output", metavar="DIR", help="Folder of the reports  [default: reports in the warehouse]")
@common(as_of_option, warehouse_option, config_option, json_option)
def report(as_json: bool, as_of: dt.datetime | None, **given: Any) -> int:
    """Write a period's report as HTML, Markdown and CSV, and the index over all reports.

    Reads the published database, so it works while a run is going on.

    \b
    marsad report
    marsad report --period month --until 2015-08-11 --country YE --output reports/
    marsad report --as-of 2015-08-01          what Marsad would have reported at the end of that day
    """
    from flows.orchestrator import has_server, prepare_prefect
    from flows.settings import load_settings

    settings = load_settings(
        given["config"], warehouse=given["warehouse"], period=given["period"], report_dir=given["output"]
    )
    until = _day(given["until"])
    if has_server():
        prepare_prefect(settings.warehouse)
        from flows.report import report as report_flow

        choice = {name: given[name] for name in ("config", "warehouse", "period", "until", "country", "language")}
        result: dict[str, Any] = report_flow(
            **choice, options={"report_dir": given["output"]}, as_of=as_of.isoformat() if as_of else None
        )
    else:
        result = _without_prefect(
            settings, until=until, country=given["country"], language=given["language"], as_of=as_of
        )
    if as_json:
        print_json(result)
    else:
        show_report(result)
    return 0


def show_report(result: dict[str, Any]) -> None:
    """Print where a report lies and what it found."""
    if "nothing" in result:
        click.echo(f"report     {result['nothing']}")
        return
    click.echo(f"report     {result['title']}")
    for finding in result["findings"]:
        click.echo(f"           - {finding}")
    for kind in ("html", "markdown", "index"):
        click.echo(f"           {result[kind]}")


def _without_prefect(settings: Any, **choice: Any) -> dict[str, Any]:
    """Write the report here: without a server to show it, Prefect would only be waited for."""
    from flows.report_files import write_report
    from warehouse.report_data import NothingToReportError

    try:
        written = write_report(settings.warehouse, period=settings.period, output=settings.report_folder, **choice)
    except NothingToReportError as nothing:
        return {"nothing": str(nothing)}
    return {"title": written.title, **written.files, "findings": list(written.findings)}


def _day(text: str | None) -> dt.date | None:
    from flows.settings import ConfigError

    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise ConfigError(f"--until {text!r} is no day; write it as 2015-08-11") from None
