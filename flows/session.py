"""One run on one warehouse: its id, its lock, the open lake, and where its batches wait to be stored.

A flow inside another flow joins the session that is open; nothing is decided here.
"""

import contextlib
import datetime as dt
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from flows.progress import Progress
from flows.settings import Settings
from warehouse.lake import Lake
from warehouse.lock import WarehouseLock

_STAGING = "staging"
_open: "dict[Path, Session]" = {}


class Session:
    """What all stages of a run share; `staging` holds the batches that are not stored yet.

    Not a dataclass: task runners look into the fields of dataclasses that tasks are called with.
    """

    def __init__(self, run_id: str, *, settings: Settings, lake: Lake, staging: Path, progress: Progress) -> None:
        self.run_id, self.settings, self.lake = run_id, settings, lake
        self.staging, self.progress = staging, progress


def new_run_id() -> str:
    """Return an id that sorts by time and is never given twice."""
    return f"{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"


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
    with WarehouseLock(root, run_id=run_id), Lake.open(root) as lake, Progress(quiet=settings.quiet) as progress:
        staging = _fresh_staging(root, run_id)
        session = Session(run_id, settings=settings, lake=lake, staging=staging, progress=progress)
        _open[root] = session
        try:
            yield session
        finally:
            del _open[root]
            shutil.rmtree(session.staging.parent, ignore_errors=True)


def _fresh_staging(root: Path, run_id: str) -> Path:
    """Return an empty folder for this run's batches; what killed runs left is dropped, for the lock is ours."""
    shutil.rmtree(root / _STAGING, ignore_errors=True)
    folder = root / _STAGING / run_id
    folder.mkdir(parents=True)
    return folder
