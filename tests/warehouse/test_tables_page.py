from pathlib import Path

import pytest

from transforms.contracts.tables import TABLES
from warehouse.tables_page import render

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


@pytest.fixture(scope="module")
def page():
    return render()


def test_the_page_in_docs_is_up_to_date(page):
    assert PAGE.read_text(encoding="utf-8") == page, "run `make docs`"


def test_every_table_and_column_is_told(page):
    sections = dict(part.split("\n", 1) for part in page.split("\n## ")[1:])
    for contract in TABLES.values():
        for column in contract.columns:
            assert f"| `{column.name}` |" in sections[contract.name]


def test_no_column_of_a_table_is_without_meaning(page):
    tables = page.partition("A view.")[0]
    assert [line for line in tables.splitlines() if line.startswith("| `") and line.endswith("|  |")] == []
