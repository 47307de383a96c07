"""`marsad serve`: the flows on a schedule, with a Prefect server that shows them.

A deployment for a work pool is in `prefect.yaml`; here a process of our own waits for the hour.
"""

from typing import Any

import click

from flows.commands.options import common, config_option, warehouse_option, workers_option

_DEFAULT_PIPELINE = "0 */6 * * *"
_DEFAULT_MAINTAIN = "30 3 * * 0"


@click.command()
@click.option("--cron", metavar="CRON", default=_DEFAULT_PIPELINE, show_default=True, help="When to run the pipeline.")
@click.option("--maintain-cron", metavar="CRON", default=_DEFAULT_MAINTAIN, show_default=True, help="When to maintain.")
@click.option("--report-cron", metavar="CRON", help="When to write a report besides those of the pipeline.")
@click.option("--timezone", metavar="ZONE", default="UTC", show_default=True, help="Time zone of the schedules.")
@click.option("--input", "inputs", multiple=True, metavar="PATH", help="File or folder to read; may be repeated.")
@common(warehouse_option, config_option, workers_option)
def serve(inputs: tuple[str, ...], **given: Any) -> int:
    """Run pipeline and upkeep on a schedule until stopped with Ctrl-C.

    With PREFECT_API_URL the runs are those of that server; without it, a server is started for as long as this command
    runs.

    \b
    marsad serve --cron "0 6 * * *" --timezone Asia/Baghdad
    PREFECT_API_URL=http://127.0.0.1:4200/api marsad serve
    """
    import zoneinfo

    from flows.orchestrator import prepare_prefect
    from flows.settings import ConfigError, load_settings

    settings = load_settings(given["config"], inputs=inputs, warehouse=given["warehouse"], workers=given["workers"])
    if not settings.sources:
        raise ConfigError("there is nothing to read on a schedule: give --input PATH or sources in marsad.toml")
    try:
        zoneinfo.ZoneInfo(given["timezone"])
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        raise ConfigError(f"--timezone {given['timezone']!r} is unknown; write one like Asia/Baghdad") from None
    crons = {"pipeline": given["cron"], "maintain": given["maintain_cron"], "report": given["report_cron"]}
    _check_crons(crons)
    prepare_prefect(settings.warehouse, serves=True)
    from flows.schedules import serve_flows  # only now: it imports Prefect, which reads its settings then

    for name, cron in crons.items():
        if cron:
            click.echo(f"{name:<9} {cron}  ({given['timezone']})", err=True)
    serve_flows(crons, settings=settings, inputs=inputs, config=given["config"], timezone=given["timezone"])
    return 0


def _check_crons(crons: dict[str, str | None]) -> None:
    import datetime as dt

    from cronsim import CronSim, CronSimError

    from flows.settings import ConfigError

    for name, cron in crons.items():
        try:
            if cron:
                CronSim(cron, dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        except CronSimError as error:
            raise ConfigError(
                f"schedule {cron!r} of {name} is no cron line: {error}; write one like '0 6 * * *'"
            ) from None
