"""Imported places are kept whole, by import."""

import pytest

from tests.rows import blank_row
from transforms.contracts.errors import ContractError
from warehouse.gazetteer import read_imported_places, store_imported_places


def place(name, **values):
    return blank_row("places", place_id=f"x-{name}", name_ar=name, variants=[], kind="village", **values)


def test_imports_come_back_as_they_were(tmp_path):
    rows = [place("كفر نبل", country="SY", latitude=35.6, longitude=36.6), place("الحاضر")]
    store_imported_places(tmp_path, rows, name="syria.csv")
    store_imported_places(tmp_path, [place("زبيد")], name="../yemen/admin 3.geojson")
    assert sorted(row["name_ar"] for row in read_imported_places(tmp_path).to_pylist()) == sorted(
        ["كفر نبل", "الحاضر", "زبيد"]
    )
    assert sorted(file.name for file in (tmp_path / "gazetteer").iterdir()) == ["admin-3.parquet", "syria.parquet"]


def test_importing_again_takes_the_place_of_the_first_import(tmp_path):
    store_imported_places(tmp_path, [place("قديم")], name="syria.csv")
    store_imported_places(tmp_path, [place("جديد")], name="syria.csv")
    assert [row["name_ar"] for row in read_imported_places(tmp_path).to_pylist()] == ["جديد"]


def test_without_imports_there_is_no_place(tmp_path):
    assert read_imported_places(tmp_path).num_rows == 0


def test_rows_that_are_no_places_are_refused(tmp_path):
    with pytest.raises(ContractError):
        store_imported_places(tmp_path, [place("بلا") | {"kind": None}], name="bad")
