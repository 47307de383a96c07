"""One stage of a flow: its counts, its row in `runs`, and one transaction for all that it writes.

What a stage does is in the flows' own modules.
"""

import contextlib
import datetime as dt
import importlib.metadata
from collections.abc import Iterator
from typing import Any

from flows.session import Session
from warehouse.runs import run_stages


class Stage:
    """Counts of one stage while it runs: records read, new rows, refusals."""

    def __init__(self, flow: str, name: str, *, extractor_version: str | None = None) -> None:
        self.flow, self.name, self.extractor_version = flow, name, extractor_version
        self.started_at = dt.datetime.now(dt.UTC)
        self.n_in = self.n_out = self.n_rejected = self.n_edited = 0
        self.message: str | None = None


def marsad_version() -> str:
    """Return the version of the installed program."""
    try:
        return importlib.metadata.version("marsad")
    except importlib.metadata.PackageNotFoundError:
        return "0+unknown"


@contextlib.contextmanager
def run_stage(session: Session, flow: str, name: str, *, extractor_version: str | None = None) -> Iterator[Stage]:
    """Note the stage in `runs` when it ends, completed or failed; its own writes are in `commit`s."""
    stage = Stage(flow, name, extractor_version=extractor_version)
    try:
        yield stage
    except BaseException as error:
        stage.message = f"{type(error).__name__}: {error}"[:1000]
        with contextlib.suppress(Exception):  # the error that stopped the stage is the one to show
            _note(session, stage, status="failed")
        raise
    _note(session, stage, status="completed")


@contextlib.contextmanager
def commit(session: Session, stage: Stage) -> Iterator[None]:
    """Write all or nothing of what the block writes, as one snapshot of the lake."""
    with session.lake.transaction(session.run_id, f"{stage.flow} {stage.name}"):
        yield


def run_rows(session: Session) -> list[dict[str, Any]]:
    """Return the stages of this run as rows of `runs`, in the order in which they ended."""
    return run_stages(session.lake, session.run_id)


def _note(session: Session, stage: Stage, *, status: str) -> None:
    finished_at = dt.datetime.now(dt.UTC)
    row = {
        "run_id": session.run_id,
        "flow": stage.flow,
        "stage": stage.name,
        "started_at": stage.started_at,
        "finished_at": finished_at,
        "seconds": (finished_at - stage.started_at).total_seconds(),
        "n_in": stage.n_in,
        "n_out": stage.n_out,
        "n_rejected": stage.n_rejected,
        "status": status,
        "marsad_version": marsad_version(),
        "extractor_version": stage.extractor_version,
        "message": stage.message,
    }
    with commit(session, stage):
        session.lake.upsert("runs", [row])
