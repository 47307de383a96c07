"""The files of a report: HTML, Markdown and data beside each other, and the index over all periods.

Files appear under their names only when they are whole. What they say is `transforms.report`'s.
"""

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from transforms.contracts.countries import country_code
from transforms.report import (
    IndexEntry,
    Languages,
    ReportView,
    build_view,
    column_meanings,
    flat_tables,
    render_earlier,
    render_html,
    render_index,
    render_markdown,
)
from transforms.report.edition import Edition
from transforms.report.words import ARABIC, ENGLISH
from transforms.trends.series import Period
from warehouse.as_of import open_published
from warehouse.data_package import write_data_files
from warehouse.report_data import PeriodKind, ReportData, load_report_data

_ENTRY_FILE = "entry.json"
_SHOWN_FINDINGS = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """A report on disk: its title, the paths of its files by kind, and its first findings as sentences."""

    title: str
    files: dict[str, str]
    findings: tuple[str, ...]


def write_report(
    warehouse: Path,
    *,
    period: str,
    until: dt.date | None,
    country: str | None,
    language: str,
    output: Path,
    as_of: dt.datetime | None = None,
) -> Written:
    """Write the report of a period under `output` and renew the index there.

    With `as_of` it tells what was known at that instant, in a folder of its own. Raises NotPublishedError or
    NothingToReportError where there is no data, WarehouseError where the lake's history does not reach back so far,
    UnknownCountryError where `country` is neither a code nor a name.
    """
    code = country_code(country) if country else None
    with open_published(warehouse, as_of=as_of) as published:
        data = load_report_data(published, period=cast("PeriodKind", period), until=until, country=code)
    view = build_view(data, as_of=as_of)
    folder = output / _folder_name(view)
    folder.mkdir(parents=True, exist_ok=True)
    tables = _write_tables(data, folder)
    languages = cast("Languages", language)
    earlier = _write_earlier(render_earlier(view, data.earlier, language=languages), folder)
    html = _write(folder / "report.html", render_html(view, language=languages, files=tables, earlier=earlier))
    markdown = _write(folder / "report.md", render_markdown(view, language=languages, files=tables))
    _write(folder / _ENTRY_FILE, json.dumps(_entry(view)))
    index = _write(output / "index.html", render_index(_entries(output), language=languages))
    edition = Edition(view, ARABIC if language == "ar" else ENGLISH)
    sentences = ("".join(part.text for part in sentence) for sentence in edition.sentences())
    files = {"html": str(html), "markdown": str(markdown), "index": str(index)}
    return Written(edition.title, files, tuple(sentences)[:_SHOWN_FINDINGS])


def _folder_name(view: ReportView) -> str:
    country = f"-{view.country}" if view.country else ""
    as_of = f"-as-of-{view.as_of:%Y-%m-%dT%H%M%S}" if view.as_of else ""
    return f"{view.period.kind}-{view.period.start}{country}{as_of}"


def _write_tables(data: ReportData, folder: Path) -> list[tuple[str, str]]:
    """Write the report's tables as CSV and Parquet with their dictionary; returns pairs of a label and an address."""
    files = write_data_files(folder, flat_tables(data), meanings=column_meanings())
    return [(file.name, file.name) for file in files]


def _write_earlier(pages: Mapping[str, str], folder: Path) -> list[str]:
    """Write the pages behind the numbers of earlier periods; returns their addresses."""
    for address, page in pages.items():
        (folder / address).parent.mkdir(exist_ok=True)
        _write(folder / address, page)
    return list(pages)


def _entry(view: ReportView) -> dict[str, Any]:
    return {
        "start": str(view.period.start),
        "kind": view.period.kind,
        "country": view.country,
        "is_partial": view.is_partial,
        "n_events": view.n_events,
        "killed": view.killed.counted,
        "as_of": view.as_of.isoformat() if view.as_of else None,
    }


def _entries(output: Path) -> list[IndexEntry]:
    """Return an index entry for each report under `output`; a folder whose entry is unreadable is left out."""
    entries = []
    for file in sorted(output.glob(f"*/{_ENTRY_FILE}")):
        try:
            entry = json.loads(file.read_text(encoding="utf-8"))
            period = Period(dt.date.fromisoformat(entry.pop("start")), entry.pop("kind"))
            as_of = entry.pop("as_of", None)
            entry["as_of"] = dt.datetime.fromisoformat(as_of) if as_of else None
            files = tuple((label, f"{file.parent.name}/{name}") for label, name in _INDEXED)
            # An older report tells a sum that is counted otherwise.
            entry = {"killed": None, **entry}
            entry.pop("killed_best", None)
            entries.append(IndexEntry(period=period, files=files, **entry))
        except (ValueError, KeyError, TypeError, OSError):
            continue
    return entries


_INDEXED = (("HTML", "report.html"), ("Markdown", "report.md"))


def _write(path: Path, content: str) -> Path:
    draft = path.with_name(f".{path.name}.part")
    draft.write_text(content, encoding="utf-8")
    draft.replace(path)
    return path
