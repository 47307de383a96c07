"""The published database as it would have been at an earlier instant, made from the lake's snapshots.

Which states are kept is decided by upkeep; how a database is built is `publish`'s.
"""

import datetime as dt
import shutil
from pathlib import Path

from transforms.contracts.ids import content_id
from warehouse import sql
from warehouse.errors import WarehouseError
from warehouse.lake import Lake, Snapshot
from warehouse.layout import Layout
from warehouse.publish import Published, publish

_KEPT = 3
_BUILT_FROM = ("corrections", "counted", "macros", "views")


def open_published(root: Path, *, as_of: dt.datetime | None = None, catalog: str | None = None) -> Published:
    """Open the published database, or with `as_of` what it would have shown then, articles and corrections included.

    The first question about a state builds its database, which takes as long as publishing; the last three are kept.
    Raises WarehouseError when the lake's history does not reach back so far, WarehouseLockedError while a run writes.
    """
    if as_of is None:
        return Published.open(root)
    snapshot = _snapshot_at(root, as_of, catalog)
    folder = Layout(root).past / _state_name(snapshot)
    if not Layout(folder).published.exists():
        _make_room(folder.parent)
        with Lake.open(root, as_of=as_of, catalog=catalog) as lake:
            publish(lake, folder)
    return Published.open(folder)


def _snapshot_at(root: Path, as_of: dt.datetime, catalog: str | None) -> Snapshot:
    with Lake.open(root, read_only=True, catalog=catalog) as lake:
        snapshots = lake.snapshots()
    before = [snapshot for snapshot in snapshots if snapshot.committed_at <= as_of]
    if not before:
        first = f"{snapshots[0].committed_at:%Y-%m-%d %H:%M:%S} UTC" if snapshots else "nowhere"
        raise WarehouseError(
            f"what Marsad knew on {as_of:%Y-%m-%d %H:%M:%S} UTC is not kept: the history of {root} begins {first}"
        )
    return before[-1]


def _state_name(snapshot: Snapshot) -> str:
    """Return a name that changes with the state and with the SQL that shows it."""
    files = [sql.load(name) for folder in _BUILT_FROM for name in sql.names(folder)]
    return f"{snapshot.snapshot_id}-{content_id(snapshot.committed_at.isoformat(), *files)}"


def _make_room(folder: Path) -> None:
    """Drop the oldest kept states, so that with a new one there are not too many."""
    kept = sorted(folder.glob("*/"), key=lambda path: path.stat().st_mtime, reverse=True) if folder.exists() else []
    for path in kept[_KEPT - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
