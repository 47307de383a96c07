"""One run on one warehouse: its id, its lock, the open lake, and where its batches wait to be stored.

A flow inside another flow joins the session that is open; nothing is decided here.
"""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from flows.batches import Job
from flows.engines import LocalEngine
from flows.progress import Progress
from flows.run_ids import new_run_id
from flows.settings import Settings
from warehouse.lake import Lake
from warehouse.lock import WarehouseLock

_STAGING = "staging"
_open: "dict[Path, Session]" = {}


class Session:
    """What all stages of a run share; `staging` holds the batches that are not stored yet.

    Not a dataclass: task runners look into the fields of dataclasses that tasks are called with.
    """

    def __init__(
        self, run_id: str, *, settings: Settings, lake: Lake, staging: Path, engine: LocalEngine, progress: Progress
    ) -> None:
        self.run_id, self.settings, self.lake = run_id, settings, lake
        self.staging, self.engine, self.progress = staging, engine, progress
        self.begun: Iterator[Job] | None = None
        """Jobs of the ingest stage that were begun before its flow, followed by the others."""
        self.n_unchanged = 0
        """Files and addresses that ingest left out because nothing about them has changed."""


@contextlib.contextmanager
def open_session(settings: Settings) -> Iterator[Session]:
    """Hold the warehouse's lock and lake while the block runs; joins the session of an outer flow.

    Raises WarehouseLockedError at once when another run writes there.
    """
    root = settings.warehouse.resolve()
    if root in _open:
        yield _open[root]
        return
    run_id = new_run_id()
    with WarehouseLock(root, run_id=run_id), locked_session(settings, run_id=run_id) as session:
        yield session


@contextlib.contextmanager
def locked_session(settings: Settings, *, run_id: str) -> Iterator[Session]:
    """Open the session of a run that holds the warehouse's lock already."""
    root = settings.warehouse.resolve()
    staging = _fresh_staging(root, run_id)
    with (
        LocalEngine(settings.workers) as engine,
        Lake.open(root) as lake,
        Progress(quiet=settings.quiet) as progress,
    ):
        session = Session(run_id, settings=settings, lake=lake, staging=staging, engine=engine, progress=progress)
        _open[root] = session
        try:
            yield session
        finally:
            del _open[root]
            shutil.rmtree(staging.parent, ignore_errors=True)


def _fresh_staging(root: Path, run_id: str) -> Path:
    """Return an empty folder for this run's batches; what killed runs left is dropped, for the lock is ours."""
    shutil.rmtree(root / _STAGING, ignore_errors=True)
    folder = root / _STAGING / run_id
    folder.mkdir(parents=True)
    return folder
