"""The folder of a report: data files with a dictionary that holds, and pages behind the numbers of earlier periods."""

import json
import re
import urllib.parse

import frictionless
import pytest

from flows.report_files import write_report
from tests.report_browser.newsroom import build_newsroom
from transforms.report import column_meanings


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("newsroom")
    build_newsroom(root / "warehouse")
    write_report(root / "warehouse", period="week", until=None, country=None, language="both", output=root / "reports")
    return next((root / "reports").glob("week-*"))


def test_the_dictionary_of_a_reports_data_files_holds(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert {one["path"] for one in resources} == {
        f"{name}.{format_}" for name in column_meanings() for format_ in ("csv", "parquet")
    }
    assert len({one["name"] for one in resources}) == len(resources)
    undescribed = [(one["name"], field["name"]) for one in resources for field in one["schema"]["fields"] if not field["description"]]  # fmt: skip
    assert undescribed == []


def test_numbers_of_earlier_weeks_lead_to_their_rows(folder):
    page = (folder / "report.html").read_text(encoding="utf-8")
    addresses = {urllib.parse.unquote(address) for address in re.findall(r'href="(earlier/[^"]+)"', page)}
    assert addresses
    assert {f"earlier/{file.name}" for file in (folder / "earlier").iterdir()} == addresses
    for address in addresses:
        earlier = (folder / address).read_text(encoding="utf-8")
        assert "<blockquote" in earlier
        assert "../report.html#" in earlier
        assert "<script" not in earlier
