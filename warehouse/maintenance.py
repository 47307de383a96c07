"""Upkeep of the lake: small files merged, old snapshots let go, files that nothing refers to removed.

When upkeep is due is decided in the flows; what is kept is stated here.
"""

import dataclasses
import datetime as dt

from warehouse.lake import DATABASE, Lake


@dataclasses.dataclass(frozen=True, slots=True)
class Compaction:
    """What `compact` did: rows moved from the catalogue into files, files read and files written in their place."""

    n_rows_flushed: int
    n_files_merged: int
    n_files_created: int


@dataclasses.dataclass(frozen=True, slots=True)
class Expiry:
    """What `expire` did: snapshots let go and files removed from disk."""

    n_snapshots: int
    n_files: int


def compact(lake: Lake) -> Compaction:
    """Move small writes from the catalogue into Parquet and merge small files; the data stays the same.

    Measured: after a hundred batches a table is a hundred files, and a scan opens each of them.
    """
    connection = lake.connection
    flushed = connection.execute(f"call ducklake_flush_inlined_data('{DATABASE}')").fetchall()
    rewritten = connection.execute(f"call ducklake_rewrite_data_files('{DATABASE}')").fetchall()
    merged = connection.execute(f"call ducklake_merge_adjacent_files('{DATABASE}')").fetchall()
    return Compaction(
        n_rows_flushed=sum(row[2] for row in flushed),
        n_files_merged=sum(row[2] for row in (*rewritten, *merged)),
        n_files_created=sum(row[3] for row in (*rewritten, *merged)),
    )


def expire(lake: Lake, older_than: dt.datetime) -> Expiry:
    """Let go of snapshots committed before `older_than` (UTC), and remove files that no kept snapshot refers to.

    The present state always stays. Files of a writer that was killed go once they are older than `older_than`.
    """
    connection = lake.connection
    expired = connection.execute(
        f"call ducklake_expire_snapshots('{DATABASE}', older_than => $1)", [older_than]
    ).fetchall()
    retired = connection.execute(f"call ducklake_cleanup_old_files('{DATABASE}', cleanup_all => true)").fetchall()
    orphaned = connection.execute(
        f"call ducklake_delete_orphaned_files('{DATABASE}', older_than => $1)", [older_than]
    ).fetchall()
    return Expiry(n_snapshots=len(expired), n_files=len(retired) + len(orphaned))
