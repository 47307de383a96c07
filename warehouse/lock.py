"""The lock that keeps two runs from writing to one warehouse at the same time.

It is the operating system's record lock: a killed process holds nothing, and neither do children that outlive it.
"""

import contextlib
import fcntl
import json
import os
from pathlib import Path
from typing import Any, Self

from warehouse.errors import WarehouseLockedError
from warehouse.layout import Layout

# A record lock does not keep a process from locking its own file twice; this set does.
_HELD: set[Path] = set()


class WarehouseLock:
    """The right to write to the warehouse at `root`, held by `run_id` while the `with` block runs."""

    def __init__(self, root: Path, *, run_id: str) -> None:
        self._file = Layout(root.resolve()).lock
        self._run_id = run_id
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        """Take the lock at once, or raise WarehouseLockedError naming the run and process that hold it."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if self._file in _HELD:
            raise WarehouseLockedError(self._refusal({"pid": os.getpid()}))
        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = _read_holder(descriptor)
            os.close(descriptor)
            raise WarehouseLockedError(self._refusal(holder)) from error
        _HELD.add(self._file)
        self._descriptor = descriptor
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "run_id": self._run_id}).encode(), 0)
        return self

    def __exit__(self, *_: object) -> None:
        """Give the lock back; the file stays, empty."""
        if self._descriptor is None:
            return
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, 0)
        os.close(self._descriptor)
        _HELD.discard(self._file)
        self._descriptor = None

    def _refusal(self, holder: dict[str, Any]) -> str:
        run = f"run {holder['run_id']}" if "run_id" in holder else "another run"
        process = f" (process {holder['pid']})" if "pid" in holder else ""
        return (
            f"{run}{process} is writing to {self._file.parent}. Wait for it to end or stop it; "
            "the published marsad.duckdb can be read meanwhile."
        )


def _read_holder(descriptor: int) -> dict[str, Any]:
    try:
        holder = json.loads(os.pread(descriptor, 4096, 0))
    except ValueError:
        return {}
    return holder if isinstance(holder, dict) else {}
