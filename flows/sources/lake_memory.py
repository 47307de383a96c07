"""What earlier runs noted about a source, asked from the lake.

What is noted is decided by the adapters; storing marks is the ingest flow's.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flows.source_settings import SourceSettings
from flows.sources.adapter import Mark
from warehouse.lake import Lake
from warehouse.reading_marks import read_marks

_FIELDS = ("address", "fingerprint", "n_records", "is_done", "etag", "last_modified")


class LakeMemory:
    """The memory of one source; with `again` it remembers nothing, so that all is read anew."""

    def __init__(self, lake: Lake, source: SourceSettings, *, again: bool = False) -> None:
        self._lake, self._name, self._again = lake, source.name, again
        self.n_skipped = 0

    def recall(self, addresses: Sequence[str]) -> Mapping[str, Mark]:
        """Return the marks of those `addresses` that have one."""
        if self._again:
            return {}
        rows = read_marks(self._lake, self._name, addresses)
        return {row["address"]: Mark(**{name: row[name] for name in _FIELDS}) for row in rows}

    def skip(self, address: str) -> None:  # noqa: ARG002 - the interface
        """Count an address that is left out because nothing about it has changed."""
        self.n_skipped += 1


def mark_row(mark: Mark, source: SourceSettings, *, fetched_at: Any, run_id: str) -> dict[str, Any]:
    """Return a mark as a row of `reading_marks`."""
    row = {name: getattr(mark, name) for name in _FIELDS}
    return {**row, "source_name": source.name, "fetched_at": fetched_at, "run_id": run_id}
