"""Where things lie in a warehouse folder; nothing is opened here."""

import dataclasses
from pathlib import Path


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """The paths of the warehouse at `root`."""

    root: Path

    @property
    def lake(self) -> Path:
        """Folder of the lake: catalogue and data files."""
        return self.root / "lake"

    @property
    def catalog(self) -> Path:
        """DuckDB file with DuckLake's catalogue."""
        return self.lake / "catalog.ducklake"

    @property
    def data(self) -> Path:
        """Folder of the Parquet files."""
        return self.lake / "data"

    @property
    def spill(self) -> Path:
        """Folder for what does not fit in memory; may be deleted when nothing runs."""
        return self.lake / "spill"

    @property
    def gazetteer(self) -> Path:
        """Folder of the places that the user imported."""
        return self.root / "gazetteer"

    @property
    def published(self) -> Path:
        """Database for analysts, replaced after each run."""
        return self.root / "marsad.duckdb"

    @property
    def past(self) -> Path:
        """Folder of databases of earlier states; may be deleted when nothing reads them."""
        return self.root / ".as-of"

    @property
    def lock(self) -> Path:
        """File whose lock says that a run writes."""
        return self.root / ".lock"
