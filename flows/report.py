"""The flow `report`: one period of the published database to HTML, Markdown and data files.

What the report says and how it looks is `transforms.report`'s; here it is fetched, written and shown.
"""

import datetime as dt
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.artifacts import report_artifact
from flows.report_files import Written, write_report
from flows.settings import load_settings
from warehouse.report_data import NothingToReportError


@flow(name="report", validate_parameters=False)
def report(
    warehouse: str | None = None,
    config: str | None = None,
    options: dict[str, Any] | None = None,
    period: str | None = None,
    until: str | None = None,
    country: str | None = None,
    language: str = "both",
    as_of: str | None = None,
) -> dict[str, Any]:
    """Write the report of the last complete period up to `until`; returns the files by kind, what is missing without.

    `as_of` is an instant in ISO format: what was known then. `options` are other settings, such as `report_dir`.
    """
    settings = load_settings(config, warehouse=warehouse, period=period, **(options or {}))
    day = dt.date.fromisoformat(until) if until else None
    try:
        written = render(
            str(settings.warehouse),
            settings.period,
            day,
            country,
            language,
            str(settings.report_folder),
            dt.datetime.fromisoformat(as_of) if as_of else None,
        )
    except NothingToReportError as nothing:
        return {"nothing": str(nothing)}
    report_artifact(Path(written.files["markdown"]).read_text(encoding="utf-8"), description=written.title)
    return {"title": written.title, **written.files, "findings": list(written.findings)}


@task(name="render-report", cache_policy=NO_CACHE, persist_result=False)
def render(
    warehouse: str,
    period: str,
    until: dt.date | None,
    country: str | None,
    language: str,
    output: str,
    as_of: dt.datetime | None,
) -> Written:
    """Read the period's tables, write the files of its report."""
    return write_report(
        Path(warehouse),
        period=period,
        until=until,
        country=country,
        language=language,
        output=Path(output),
        as_of=as_of,
    )
