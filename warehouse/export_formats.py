"""The formats of exported tables, each a function from batches to a file.

What is exported and how it is described is `export`'s.
"""

import csv
import dataclasses
import datetime as dt
import json
import re
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.errors import WarehouseError

_EXCEL_ROWS, _EXCEL_CELL = 1_048_576, 32_767
# What makes a spreadsheet take a cell of a CSV file for a formula.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
# What XML 1.0 cannot hold, and with it no cell of a spreadsheet.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WKB_POINT = struct.Struct("<BIdd")  # little endian, type 1, x, y


class TooLargeError(WarehouseError):
    """The rows do not fit the format."""


# No slots: `schema` is noted when the first batch is there.
@dataclasses.dataclass
class Columns:
    """The exported table and what its columns mean, by name; `schema` is known once it is read."""

    table: str
    grain: str
    meanings: dict[str, str]
    schema: pa.Schema | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(self.meanings)

    def described(self, schema: pa.Schema) -> pa.Schema:
        """Return the schema with each column's meaning in its metadata, and keep it for the dictionary."""
        self.schema = pa.schema(
            [field.with_metadata({b"description": self.meanings.get(field.name, "").encode()}) for field in schema],
            metadata={b"description": self.grain.encode()},
        )
        return self.schema

    def fields(self) -> list[dict[str, str]]:
        """Return the columns as fields of a Frictionless table schema."""
        return [
            {"name": field.name, **_field_type(field.type), "description": self.meanings.get(field.name, "")}
            for field in self.schema or ()
        ]


def inert(value: object) -> object:
    """Return a text that a spreadsheet would run with an apostrophe before it, other values as they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_SIGNS) else value


Writer = Callable[[pa.RecordBatchReader, Path, Columns], tuple[int, int]]
"""Writes all rows; returns how many they were, and how many cells had to be cut."""


def write_csv(reader: pa.RecordBatchReader, path: Path, columns: Columns) -> tuple[int, int]:
    """Write CSV: UTF-8, a header, NULL as an empty cell, instants as ISO 8601 in UTC, lists as JSON.

    A text that begins like a formula has an apostrophe before it, which the data dictionary says.
    """
    columns.described(reader.schema)
    n_rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(reader.schema.names)
        for row in _rows(reader):
            writer.writerow([inert(text(value)) for value in row.values()])
            n_rows += 1
    return n_rows, 0


def write_parquet(reader: pa.RecordBatchReader, path: Path, columns: Columns) -> tuple[int, int]:
    """Write Parquet with each column's meaning in its metadata."""
    schema = columns.described(reader.schema)
    return _write_parquet(schema, (pa.Table.from_batches([batch]).cast(schema) for batch in reader), path), 0


def write_geoparquet(reader: pa.RecordBatchReader, path: Path, columns: Columns) -> tuple[int, int]:
    """Write GeoParquet 1.1: a column `geometry` with points as WKB in WGS 84, longitude first; NULL without a point."""
    columns.described(reader.schema)
    assert columns.schema is not None  # noqa: S101 - described() has just set it
    columns.meanings = {**columns.meanings, "geometry": "Point of the place as WKB, WGS 84, longitude first."}
    bare = pa.schema([*columns.schema, pa.field("geometry", pa.binary())])
    schema = columns.described(bare)
    bounds = _Bounds()

    def tables() -> Iterator[pa.Table]:
        for batch in reader:
            points = list(zip(batch["longitude"].to_pylist(), batch["latitude"].to_pylist(), strict=True))
            bounds.widen(batch["longitude"], batch["latitude"])
            geometry = pa.array([_wkb(point) for point in points], pa.binary())
            yield pa.Table.from_batches([batch]).append_column("geometry", geometry).cast(schema)

    return _write_parquet(schema, tables(), path, geo=bounds.geo), 0


def write_geojson(reader: pa.RecordBatchReader, path: Path, columns: Columns) -> tuple[int, int]:
    """Write a GeoJSON FeatureCollection (RFC 7946); a row without a point is a feature with a null geometry."""
    columns.described(reader.schema)
    key = reader.schema.names[0]
    n_rows = 0
    with path.open("w", encoding="utf-8") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for row in _rows(reader):
            longitude, latitude = row["longitude"], row["latitude"]
            point = {"type": "Point", "coordinates": [longitude, latitude]}
            feature = {
                "type": "Feature",
                "id": row[key],
                "geometry": None if longitude is None or latitude is None else point,
                "properties": row,
            }
            file.write(("," if n_rows else "") + "\n" + json.dumps(feature, ensure_ascii=False, default=_plain))
            n_rows += 1
        file.write("\n]}\n")
    return n_rows, 0


def write_xlsx(reader: pa.RecordBatchReader, path: Path, columns: Columns) -> tuple[int, int]:
    """Write a workbook: the rows, and a sheet with what the columns mean. Text is text, never a formula.

    A spreadsheet holds 1,048,576 rows and 32,767 characters a cell; longer texts are cut and counted.
    """
    from openpyxl import Workbook

    columns.described(reader.schema)
    book = Workbook(write_only=True)
    sheet, n_rows, n_cut = book.create_sheet(columns.table[:31]), 0, 0
    sheet.freeze_panes = "A2"
    sheet.append(reader.schema.names)
    for row in _rows(reader):
        n_rows += 1
        if n_rows >= _EXCEL_ROWS:
            raise TooLargeError(f"a spreadsheet holds {_EXCEL_ROWS - 1} rows; choose some with --where, or use csv")
        values = [cell_value(value) for value in row.values()]
        n_cut += sum(len(value) > _EXCEL_CELL for value in values if isinstance(value, str))
        sheet.append([cell(sheet, value) for value in values])
    dictionary = book.create_sheet("columns")
    dictionary.append(["column", "meaning"])
    for name, meaning in columns.meanings.items():
        dictionary.append([name, cell(dictionary, meaning)])
    book.save(path)
    return n_rows, n_cut


FORMATS: dict[str, Writer] = {
    "csv": write_csv,
    "parquet": write_parquet,
    "geoparquet": write_geoparquet,
    "geojson": write_geojson,
    "xlsx": write_xlsx,
}


class _Bounds:
    """The box around all points, as GeoParquet's metadata wants it."""

    def __init__(self) -> None:
        self._box: list[float] = []

    def widen(self, longitude: pa.Array, latitude: pa.Array) -> None:
        x, y = pc.min_max(longitude).as_py(), pc.min_max(latitude).as_py()
        if x["min"] is None or y["min"] is None:
            return
        old = self._box or [x["min"], y["min"], x["max"], y["max"]]
        self._box = [min(old[0], x["min"]), min(old[1], y["min"]), max(old[2], x["max"]), max(old[3], y["max"])]

    def geo(self) -> dict[str, str]:
        column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"]}
        if self._box:
            column["bbox"] = self._box
        geo = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
        return {"geo": json.dumps(geo)}


def _write_parquet(
    schema: pa.Schema, tables: Iterator[pa.Table], path: Path, *, geo: Callable[[], dict[str, str]] | None = None
) -> int:
    n_rows = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for table in tables:
            writer.write_table(table)
            n_rows += table.num_rows
        if geo:
            writer.add_key_value_metadata(geo())
    return n_rows


def _rows(reader: pa.RecordBatchReader) -> Iterator[dict[str, Any]]:
    for batch in reader:
        yield from batch.to_pylist()


def _wkb(point: tuple[float | None, float | None]) -> bytes | None:
    longitude, latitude = point
    return None if longitude is None or latitude is None else _WKB_POINT.pack(1, 1, longitude, latitude)


def _plain(value: object) -> object:
    """Return a value that JSON does not know as JSON's nearest."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def text(value: object) -> object:
    """Return a value as CSV has it: lists as JSON, instants as ISO 8601 in UTC, yes and no as true and false."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    return _plain(value) if isinstance(value, dt.date) else value


def cell_value(value: object) -> object:
    """Return a value as a spreadsheet can hold it; what it cannot is text."""
    if isinstance(value, bool | int | float | dt.date) and not isinstance(value, dt.datetime):
        return value
    written = text(value)
    return _UNWRITABLE.sub("", written) if isinstance(written, str) else written


def cell(sheet: Any, value: object) -> object:
    """Return a text as a cell that stays text, whatever it begins with; other values as they are."""
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=value[:_EXCEL_CELL])
    cell.data_type = "s"
    return cell


def _field_type(type_: pa.DataType) -> dict[str, str]:
    """Return Frictionless' name of an Arrow type."""
    if pa.types.is_boolean(type_):
        return {"type": "boolean"}
    if pa.types.is_integer(type_):
        return {"type": "integer"}
    if pa.types.is_floating(type_) or pa.types.is_decimal(type_):
        return {"type": "number"}
    if pa.types.is_timestamp(type_):
        return {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%SZ"}
    if pa.types.is_date(type_):
        return {"type": "date"}
    return (
        {"type": "array"}
        if pa.types.is_list(type_)
        else {"type": "object"}
        if pa.types.is_struct(type_)
        else {"type": "string"}
    )
