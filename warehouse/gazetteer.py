"""Places that users import, kept in the warehouse: one Parquet file an import under gazetteer/.

Parsing of the imported formats is `transforms.gazetteer`'s; built-in places are packaged with it.
"""

import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.contracts.conform import Rows, conform
from transforms.contracts.tables import TABLES
from warehouse.layout import Layout


def store_imported_places(root: Path, places: pa.Table | Rows, *, name: str) -> Path:
    """Keep rows of the table `places` under the import's name, in place of an earlier import of that name."""
    table = conform(places, TABLES["places"])
    folder = Layout(root).gazetteer
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{_file_stem(name)}.parquet"
    draft = file.with_suffix(".part")
    pq.write_table(table, draft, compression="zstd")
    draft.replace(file)
    return file


def read_imported_places(root: Path) -> pa.Table:
    """Return all imported rows of the table `places`, by import and as they stood in it; empty where none is."""
    files = sorted(Layout(root).gazetteer.glob("*.parquet"))
    contract = TABLES["places"]
    tables = [pq.read_table(file).select(contract.names).cast(contract.schema) for file in files]
    return pa.concat_tables([contract.schema.empty_table(), *tables])


def imported_ids(root: Path) -> frozenset[str]:
    """Return the ids of all imported places."""
    return frozenset(read_imported_places(root).column("place_id").to_pylist())


def _file_stem(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", Path(name).stem).strip("-.") or "places"
