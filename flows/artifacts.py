"""What a run leaves for people in Prefect: a table of its stages and the report as Markdown.

Artifacts are shown by a Prefect server; a run never fails because one could not be made.
"""

from typing import Any

from prefect import get_run_logger
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.session import Session
from flows.stages import run_rows

SUMMARY_KEY = "marsad-run-summary"
REPORT_KEY = "marsad-report"
_LONGEST_MARKDOWN = 500_000
_COLUMNS = ("flow", "stage", "status", "n_in", "n_out", "n_rejected", "seconds")


def summary_artifact(session: Session) -> list[dict[str, Any]]:
    """Make the table artifact of the run's stages; returns its rows."""
    rows = [{name: row[name] for name in _COLUMNS} for row in run_rows(session)]
    for row in rows:
        row["seconds"] = round(row["seconds"] or 0, 2)
    try:
        create_table_artifact(table=rows, key=SUMMARY_KEY, description=f"Run {session.run_id}")
    except Exception as error:  # noqa: BLE001 - the data is stored; only its display is missing
        get_run_logger().warning("The run summary could not be shown: %s", error)
    return rows


def report_artifact(markdown: str, *, description: str) -> None:
    """Make the Markdown artifact of a report."""
    try:
        create_markdown_artifact(markdown[:_LONGEST_MARKDOWN], key=REPORT_KEY, description=description)
    except Exception as error:  # noqa: BLE001 - the report lies on disk; only its display is missing
        get_run_logger().warning("The report could not be shown: %s", error)
