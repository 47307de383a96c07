"""Review lists: rows that a person should look at, written as CSV or XLSX, and read back with the decisions.

What a decision does is `corrections`'s; which rows need a look is sql/corrections/review_rows.sql.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from transforms.contracts.corrections import CorrectionError
from warehouse import sql
from warehouse.corrections import Action, Decision
from warehouse.errors import WarehouseError
from warehouse.export_formats import cell, cell_value, inert, text
from warehouse.publish import Published

ANSWERS = ("decision", "corrections", "other_event", "reason", "by")
DECISIONS = ("confirm", "reject", "correct", "merge", "split")
_HOW = {
    "decision": f"One of {', '.join(DECISIONS)}; empty: not looked at.",
    "corrections": "New values as field=value; field=value. Short forms: killed=5, injured=3-7, date=2015-07-20. "
    "`field=` sets it to unknown.",
    "other_event": "The event that this one belongs to, for merge.",
    "reason": "Why; needed for every decision but confirm.",
    "by": "Who decided, where it is not the one who imports.",
}


class ReviewError(WarehouseError):
    """A review list cannot be read."""


def write_review(published: Published, path: Path, *, below: float, n_most: int) -> int:
    """Write the rows to look at, with empty columns for the answers; returns how many rows there are."""
    rows = published.query(sql.load("corrections/review_rows"), {"below": below, "n_most": n_most})
    names = [*rows.column_names[:3], *ANSWERS, *rows.column_names[3:]]
    lines = [[cell_value(row.get(name)) for name in names] for row in rows.to_pylist()]
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        _WRITERS[_suffix(path)](draft, names, lines)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return len(lines)


def read_review(path: Path, *, corrected_by: str | None) -> list[Decision]:
    """Return the decisions that a list came back with; rows without an answer say nothing.

    Raises ReviewError for a file that is no list, CorrectionError naming the row whose answer is not understood.
    """
    if not path.is_file():
        raise ReviewError(f"{path} is no file; `marsad review export` writes a list to fill in")
    decisions: list[Decision] = []
    for number, row in enumerate(_READERS[_suffix(path)](path), start=2):
        try:
            decisions += _decisions(row, corrected_by)
        except CorrectionError as error:
            raise CorrectionError(f"{path}, row {number} ({row.get('id')}): {error} Nothing was stored.") from error
    return decisions


def parse_changes(parts: Sequence[str]) -> dict[str, str | None]:
    """Return field=value texts as changes; nothing behind the sign is unknown (None)."""
    changes: dict[str, str | None] = {}
    for part in parts:
        field, sign, value = part.partition("=")
        if not sign or not field.strip():
            raise CorrectionError(f"{part!r} is no correction; write it as killed_best=5, or weapon= for unknown.")
        changes[field.strip()] = value.strip() or None
    return changes


def _decisions(row: Mapping[str, str], corrected_by: str | None) -> list[Decision]:
    answers = {name: (row.get(name) or "").strip() for name in ANSWERS}
    decision, corrections = answers["decision"].lower(), answers["corrections"]
    if not decision and not corrections:
        return []
    if decision and decision not in DECISIONS:
        raise CorrectionError(f"{decision!r} is no decision; there are {', '.join(DECISIONS)}.")
    by, reason = answers["by"] or corrected_by or "", answers["reason"] or ("reviewed" if decision == "confirm" else "")
    made = []
    if corrections:
        changes = parse_changes([part for part in corrections.split(";") if part.strip()])
        made.append(Decision(row["id"], "set", reason, by, changes))
    elif decision == "correct":
        raise CorrectionError("correct wants new values in the column corrections.")
    if decision not in {"", "correct"}:
        made.append(Decision(row["id"], cast("Action", decision), reason, by, other_id=answers["other_event"] or None))
    return made


def _suffix(path: Path) -> str:
    if path.suffix.lower() not in _WRITERS:
        raise ReviewError(f"{path.name} is neither .csv nor .xlsx; give the list one of these endings")
    return path.suffix.lower()


def _write_csv(path: Path, names: list[str], lines: list[list[Any]]) -> None:
    # With a mark of UTF-8, without which spreadsheets show Arabic as something else.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows(
            [names, *([inert(text(value)) for value in line] for line in lines)]
        )


def _read_csv(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, dialect=_dialect(file.readline()))
            file.seek(0)
            _check_header(path, reader.fieldnames or ())
            yield from ({name: value or "" for name, value in row.items() if name} for row in reader)
    except UnicodeDecodeError as error:
        raise ReviewError(f"{path} is not UTF-8 ({error}); save it as 'CSV UTF-8', or as .xlsx") from error


def _dialect(header: str) -> type[csv.Dialect]:
    """Return the dialect of a list: spreadsheets of many countries save CSV with semicolons or tabs."""

    class Found(csv.excel):
        delimiter = max(",;\t", key=header.count)

    return Found


def _write_xlsx(path: Path, names: list[str], lines: list[list[Any]]) -> None:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    sheet.title = "review"
    sheet.freeze_panes = "D2"
    choice = DataValidation(type="list", formula1=f'"{",".join(DECISIONS)}"', allow_blank=True)
    letter = chr(ord("A") + names.index("decision"))
    choice.add(f"{letter}2:{letter}{len(lines) + 2}")
    sheet.add_data_validation(choice)
    for line in [names, *lines]:
        sheet.append([cell(sheet, value) for value in line])
    manual = book.create_sheet("how to")
    for name, how in _HOW.items():
        manual.append([name, how])
    book.save(path)


def _read_xlsx(path: Path) -> Iterator[dict[str, str]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:
        raise ReviewError(f"{path} cannot be read as a workbook ({error}); save it as .xlsx anew") from error
    lines = book.worksheets[0].iter_rows(values_only=True)
    names = [str(value or "") for value in next(lines, ())]
    _check_header(path, names)
    for line in lines:
        yield {name: _as_text(value) for name, value in zip(names, line, strict=False)}


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return str(text(value)) if not isinstance(value, float) or not value.is_integer() else str(int(value))


def _check_header(path: Path, names: Sequence[str]) -> None:
    if missing := [name for name in ("id", "decision", "corrections") if name not in names]:
        raise ReviewError(f"{path} has no column {', '.join(missing)}; keep the first row as it was exported")


_WRITERS = {".csv": _write_csv, ".xlsx": _write_xlsx}
_READERS = {".csv": _read_csv, ".xlsx": _read_xlsx}
