"""The flow `pipeline`: ingest, process, publish and report in order, under one lock and one run id.

Each part is a flow of its own; here is only their order.
"""

from typing import Any

from prefect import flow

from flows.artifacts import summary_artifact
from flows.ingest import ingest
from flows.process import process
from flows.publishing import publish_stage
from flows.report import report
from flows.session import open_session
from flows.settings import load_settings


@flow(name="pipeline", validate_parameters=False)
def pipeline(
    inputs: list[str] | None = None,
    warehouse: str | None = None,
    config: str | None = None,
    options: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Take raw articles all the way to the report; returns the run's id, counts and paths."""
    settings = load_settings(config, inputs=tuple(inputs or ()), warehouse=warehouse, **(options or {}))
    with open_session(settings) as session:
        ingested = ingest(inputs, warehouse, config, options, publish=False)
        processed = process(warehouse, config, options, publish=False)
        published = publish_stage(session, "pipeline")
        reported = report(warehouse, config, options)
        rows = summary_artifact(session)
        return {
            "run_id": session.run_id,
            "ingest": ingested,
            "process": processed,
            "published": str(published),
            "report": reported,
            "stages": rows,
        }
