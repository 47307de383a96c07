"""Exports: each format as its readers expect it, a data dictionary that holds, no way around the expression."""

import csv
import json
import struct

import frictionless
import openpyxl
import pyarrow.parquet as pq
import pytest

from tests.event_rows import store_events
from tests.rows import article_row, incident_row
from warehouse.data_package import PackageError
from warehouse.export import ExportError, export_table, exportable
from warehouse.publish import Published, publish

FORMULA = '=HYPERLINK("http://x")\x07'


@pytest.fixture
def published(lake, root):
    article = article_row('قتل ثلاثة, في "الموصل"\nأمس')
    incidents = [
        incident_row(article["article_id"], incident_id="a", latitude=36.3, longitude=43.1, killed_low=3, civilian_targeting=True),
        incident_row(article["article_id"], incident_id="b", evidence_text=FORMULA, weapon="IED", admin1_pcode="IQG02", latitude=None, longitude=None),
    ]  # fmt: skip
    with lake.transaction("run-1"):
        lake.upsert("articles", [article])
        lake.upsert("incidents", incidents)
        store_events(lake, [(article, incident) for incident in incidents])
    publish(lake, root)
    with Published.open(root) as database:
        yield database


def test_csv_has_a_header_and_unknown_as_nothing(published, tmp_path):
    exported = export_table(published, "incidents", format_="csv", output=tmp_path / "out.csv")
    with exported.path.open(encoding="utf-8", newline="") as file:
        rows = {row["incident_id"]: row for row in csv.DictReader(file)}
    assert exported.n_rows == len(rows) == 2
    assert (rows["a"]["killed_low"], rows["b"]["killed_low"], rows["a"]["civilian_targeting"]) == ("3", "", "true")
    assert (rows["a"]["date_start"], rows["a"]["actors"]) == ("2024-03-01", "[]")


def test_the_data_dictionary_of_all_csv_tables_holds(published, tmp_path):
    for table in exportable(published):
        export_table(published, table, format_="csv", output=tmp_path / f"{table}.csv")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    fields = next(one for one in package["resources"] if one["name"] == "incidents")["schema"]["fields"]
    assert all(field["description"] for field in fields)
    assert {field["name"]: field["type"] for field in fields}["date_start"] == "date"


def test_a_second_export_joins_the_dictionary_and_a_repeated_one_replaces_its_entry(published, tmp_path):
    for name, format_ in (("a.csv", "csv"), ("a.parquet", "parquet"), ("a.csv", "csv")):
        export_table(published, "events", format_=format_, output=tmp_path / name)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert sorted(one["path"] for one in package["resources"]) == ["a.csv", "a.parquet"]


def test_anothers_dictionary_is_left_alone(published, tmp_path):
    (tmp_path / "datapackage.json").write_text('{"name": "mine", "resources": []}', encoding="utf-8")
    with pytest.raises(PackageError, match="not of Marsad's making"):
        export_table(published, "events", format_="csv", output=tmp_path / "a.csv")


def test_geoparquet_says_what_its_geometry_is(published, tmp_path):
    path = export_table(published, "incidents", format_="geoparquet", output=tmp_path / "a.parquet").path
    file = pq.ParquetFile(path)
    geo = json.loads(file.metadata.metadata[b"geo"])
    assert geo == {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"], "bbox": [43.1, 36.3, 43.1, 36.3]}},
    }
    rows = {row["incident_id"]: row["geometry"] for row in file.read().to_pylist()}
    assert rows["b"] is None
    assert struct.unpack("<BIdd", rows["a"]) == (1, 1, 43.1, 36.3)
    assert file.schema_arrow.field("killed_low").metadata[b"description"].startswith(b"Least number")


def test_geojson_keeps_rows_without_a_point(published, tmp_path):
    path = export_table(published, "events", format_="geojson", output=tmp_path / "a.geojson").path
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    points = [feature["geometry"] for feature in features]
    assert sorted(points, key=str) == [None, {"type": "Point", "coordinates": [43.1, 36.3]}]
    assert {feature["type"] for feature in features} == {"Feature"}


def test_a_workbooks_text_is_never_a_formula(published, tmp_path):
    path = export_table(published, "incidents", format_="xlsx", output=tmp_path / "a.xlsx").path
    sheet = openpyxl.load_workbook(path)["incidents"]
    names = [cell.value for cell in sheet[1]]
    cells = {row[0].value: row[names.index("evidence_text")] for row in sheet.iter_rows(min_row=2)}
    assert (cells["b"].data_type, cells["b"].value) == ("s", FORMULA.rstrip("\x07"))


def test_long_texts_are_cut_in_a_workbook_and_counted(lake, root, tmp_path):
    with lake.transaction("run-1"):
        lake.upsert("articles", [article_row("خبر " * 10_000)])
    publish(lake, root)
    with Published.open(root) as published:
        assert export_table(published, "articles", format_="xlsx", output=tmp_path / "a.xlsx").n_cut == 1


def test_where_chooses_rows(published, tmp_path):
    choose = {"format_": "csv", "output": tmp_path / "a.csv"}
    assert export_table(published, "incidents", where="weapon = 'IED' -- only these", **choose).n_rows == 1


WRONG_WHERE = {
    "no such column": ("nosuch = 1", 'column "nosuch" not found'),
    "a text where a number is": ("killed_best > 'many'", "Could not convert string 'many'"),
}


@pytest.mark.parametrize(("where", "message"), WRONG_WHERE.values(), ids=WRONG_WHERE)
def test_a_wrong_expression_is_told_in_one_line(published, tmp_path, where, message):
    with pytest.raises(ExportError, match="Nothing was written") as told:
        export_table(published, "events", format_="csv", output=tmp_path / "a.csv", where=where)
    assert message in str(told.value)
    assert "\n" not in str(told.value)
    assert list(tmp_path.glob("*.csv")) == []


def test_a_text_in_csv_is_never_a_formula(published, tmp_path):
    path = export_table(published, "incidents", format_="csv", output=tmp_path / "a.csv").path
    with path.open(encoding="utf-8", newline="") as file:
        texts = {row["incident_id"]: row["evidence_text"] for row in csv.DictReader(file)}
    assert texts["b"] == f"'{FORMULA}"
    assert not texts["a"].startswith("'")


EVASIONS = {
    "union": "1=1) union all select * from incidents where (1=1",
    "second statement": "1=1); drop table incidents; select (1",
    "subquery": "incident_id in (select article_id from articles)",
    "reading a file": "exists (from read_text('/etc/passwd'))",
    "order and limit": "1=1) order by 1 limit (1",
    "not SQL": "weapon is is",
    "nothing": "",
}


@pytest.mark.parametrize("where", [where for where in EVASIONS.values() if where], ids=[name for name in EVASIONS if name != "nothing"])  # fmt: skip
def test_where_is_one_expression_over_the_table(published, tmp_path, where):
    with pytest.raises(ExportError):
        export_table(published, "incidents", format_="csv", output=tmp_path / "a.csv", where=where)
    assert list(tmp_path.glob("*.csv")) == []


def test_an_unknown_column_is_told_before_a_file_is_begun(published, tmp_path):
    with pytest.raises(ExportError, match="colour"):
        export_table(published, "incidents", format_="csv", output=tmp_path / "a.csv", where="colour = 1")
    assert list(tmp_path.glob("*.csv")) == []


def test_what_cannot_be_exported_says_why(published):
    with pytest.raises(ExportError, match="no table or view 'nothing'"):
        export_table(published, "nothing", format_="csv")
    with pytest.raises(ExportError, match="no table or view 'cells'"):
        export_table(published, "cells", format_="csv")
    with pytest.raises(ExportError, match="has no points"):
        export_table(published, "runs", format_="geojson")
