"""The last stage of every flow that writes: the analysts' database is rebuilt and put in place.

How it is built is the warehouse's.
"""

from pathlib import Path

from flows.session import Session
from flows.stages import run_stage
from warehouse.publish import publish


def publish_stage(session: Session, flow: str) -> Path:
    """Publish the lake's present state; returns the path of `marsad.duckdb`."""
    with run_stage(session, flow, "publish"):
        return publish(session.lake, session.settings.warehouse)
