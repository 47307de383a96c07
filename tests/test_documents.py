import re
from pathlib import Path

import click
import pytest

from flows.commands import cli

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_the_project_lead_somewhere(document):
    links = re.findall(r"\]\(([^)#<\s]+)", document.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_that_are_named_exist(document):
    named = set(re.findall(r"`marsad ([a-z]+)|^marsad ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE))
    known = set(cli.list_commands(click.Context(cli)))
    assert {first or second for first, second in named} - known == set()
