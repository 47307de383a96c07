"""The data dictionary beside exported files, and data files that are written with it.

Its form is Frictionless' data package. Which rows are exported is `export`'s, how a format is written,
`export_formats`'.
"""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from warehouse.errors import WarehouseError
from warehouse.export_formats import FORMATS, Columns

PACKAGE_FILE = "datapackage.json"
EXTENSIONS = {"geoparquet": "parquet"}
"""The endings of files whose format is not named as they end."""
_PACKAGE_NAME = "marsad-export"
_MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "geoparquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class PackageError(WarehouseError):
    """The data dictionary in a folder is another's."""


def write_data_files(
    folder: Path, tables: Mapping[str, pa.Table], *, meanings: Mapping[str, tuple[str, Mapping[str, str]]]
) -> list[Path]:
    """Write each table as CSV and Parquet into a folder, with their dictionary; returns all files, it last.

    `meanings` has each table's grain and what its columns mean. A file appears under its name when it is whole.
    """
    return [*_written(folder, tables, meanings), folder / PACKAGE_FILE]


def _written(
    folder: Path, tables: Mapping[str, pa.Table], meanings: Mapping[str, tuple[str, Mapping[str, str]]]
) -> Iterator[Path]:
    for name, table in tables.items():
        grain, columns_mean = meanings[name]
        for format_ in ("csv", "parquet"):
            columns = Columns(table=name, grain=grain, meanings=dict(columns_mean))
            path = folder / f"{name}.{format_}"
            draft = path.with_name(f".{path.name}.part")
            FORMATS[format_](table.to_reader(), draft, columns)
            draft.replace(path)
            describe(path, name, format_, columns=columns, n_rows=table.num_rows)
            yield path


def describe(path: Path, table: str, format_: str, *, columns: Columns, n_rows: int, where: str | None = None) -> Path:
    """Write or bring up to date the data dictionary beside the file, in Frictionless' form."""
    package = path.with_name(PACKAGE_FILE)
    known = _known_resources(package)
    resource = _resource(path, table, format_, columns=columns, n_rows=n_rows, where=where)
    resources = [other for other in known if other["path"] != path.name] + [resource]
    text = {
        "profile": "data-package",
        "name": _PACKAGE_NAME,
        "title": "Conflict incidents read by Marsad",
        "description": "Unknown is an empty cell, never 0. Lists stand as JSON in formats that know no lists. "
        "In CSV a text that begins with =, +, -, @ or a tab has an apostrophe before it, "
        "which keeps spreadsheets from running it.",
        "resources": sorted(resources, key=lambda one: str(one["name"])),
    }
    draft = package.with_name(f".{package.name}.part")
    draft.write_text(json.dumps(text, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    draft.replace(package)
    return package


def _known_resources(package: Path) -> list[dict[str, Any]]:
    """Return the resources of an earlier export in the folder that are still there; another's dictionary is kept."""
    if not package.exists():
        return []
    try:
        known = json.loads(package.read_text(encoding="utf-8"))
        ours = known["name"] == _PACKAGE_NAME
        resources = [one for one in known["resources"] if (package.parent / one["path"]).exists()]
    except (ValueError, KeyError, TypeError):
        ours = False
    if not ours:
        raise PackageError(f"{package} is not of Marsad's making; give another folder with --output")
    return resources


def _resource(
    path: Path, table: str, format_: str, *, columns: Columns, n_rows: int, where: str | None
) -> dict[str, Any]:
    content = path.read_bytes() if path.stat().st_size < 1 << 26 else None
    digest = hashlib.sha256(content).hexdigest() if content is not None else _digest(path)
    chosen = f" Rows where {where}." if where else ""
    written_at = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    return {
        "name": _name(path, table, format_),
        "path": path.name,
        "title": table,
        "description": f"{columns.grain}{chosen} {n_rows} rows, written {written_at:%Y-%m-%d %H:%M} UTC.",
        "format": EXTENSIONS.get(format_, format_),
        "mediatype": _MEDIA_TYPES[format_],
        # Only CSV's cells are for a validator to read; the other formats carry their types themselves.
        **({"encoding": "utf-8", "profile": "tabular-data-resource"} if format_ == "csv" else {"type": "file"}),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": {"fields": columns.fields(), "missingValues": [""]},
    }


def _name(path: Path, table: str, format_: str) -> str:
    """Return a resource's name, unlike that of the same rows in another format."""
    stem = re.sub(r"[^a-z0-9._-]+", "-", path.stem.lower()).strip("-") or table
    return stem if format_ == "csv" else f"{stem}-{format_}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
