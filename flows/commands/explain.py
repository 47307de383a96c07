"""`marsad explain`: an incident's sentence with the words behind each field marked.

What the words mean was decided at extraction; here they are only shown.
"""

import dataclasses
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from flows.commands.options import common, config_option, json_option, print_json, warehouse_option
from transforms.contracts.errors import MarsadError

_COLOURS = {"trigger": "yellow", "actor": "cyan", "toll": "red", "place": "green"}
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_SHORTEST_ID = 4


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words of the evidence, by offsets into it, with the field that they gave."""

    start: int
    end: int
    kind: str
    field: str


@click.command(no_args_is_help=True)
@click.argument("id_", metavar="ID")
@common(warehouse_option, config_option, json_option)
def explain(id_: str, warehouse: str | None, config: str | None, as_json: bool) -> int:
    """Show the sentence behind an incident, event or article, each field's words marked.

    ID is an incident_id, event_id, article_id, or the beginning of one. Words are coloured on a terminal, in [brackets]
    otherwise.

    \b
    marsad explain 3f2a9c01d4e5b677
    marsad explain 3f2a --json
    """
    from flows.settings import ConfigError, load_settings
    from warehouse.evidence import find_incidents
    from warehouse.publish import Published

    if len(id_) < _SHORTEST_ID:
        raise ConfigError(f"{id_!r} is too short: give at least the first {_SHORTEST_ID} characters of an id")
    with Published.open(Path(load_settings(config, warehouse=warehouse).warehouse)) as published:
        rows = find_incidents(published, id_)
    if not rows:
        raise MarsadError(
            f"no incident, event or article {id_}; the table incidents lists them: `marsad query 'from incidents'`"
        )
    if as_json:
        print_json([_as_dict(row) for row in rows])
        return 0
    for row in rows:
        _show(row)
    return 0


def marks_of(row: Mapping[str, Any]) -> list[Mark]:
    """Return the marks of an incident that lie in its evidence, in order, the longer of overlapping ones kept."""
    kept: list[Mark] = []
    for mark in sorted(_found(row), key=lambda found: (found.start, -found.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _found(row: Mapping[str, Any]) -> Iterator[Mark]:
    evidence, origin = row["evidence_text"] or "", row["evidence_start"]
    claims: list[tuple[str, str, Mapping[str, Any]]] = [
        ("trigger", row["sub_event_type"], {name: row[f"trigger_{name}"] for name in ("text", "start", "end")}),
        *(("actor", actor["role"], actor) for actor in row["actors"] or ()),
        *(("toll", toll["outcome"], toll) for toll in row["casualties"] or ()),
    ]
    for kind, field, claim in claims:
        if span := _span(claim, evidence, origin):
            yield Mark(*span, kind, field)
    place = row["place_text"]
    if place and (start := evidence.find(place)) >= 0:
        yield Mark(start, start + len(place), "place", "place")


def _span(claim: Mapping[str, Any], evidence: str, origin: int | None) -> tuple[int, int] | None:
    """Return where a claim's words stand in the evidence: by its offsets, in a title by its words."""
    text = claim["text"] or ""
    if origin is None or claim["start"] is None:
        start = evidence.find(text) if text else -1
        return (start, start + len(text)) if start >= 0 else None
    start, end = claim["start"] - origin, claim["end"] - origin
    return (start, end) if 0 <= start < end <= len(evidence) else None


def _as_dict(row: dict[str, Any]) -> dict[str, Any]:
    marks = [dataclasses.asdict(mark) | {"text": row["evidence_text"][mark.start : mark.end]} for mark in marks_of(row)]
    return {name: value for name, value in row.items() if name != "text"} | {"marks": marks}


def _show(row: dict[str, Any]) -> None:
    marks = marks_of(row)
    click.secho(f"{row['sub_event_type']} ({row['event_type']}), {row['salience']}", bold=True)
    click.echo(f"  {_marked(row['evidence_text'] or '', marks)}\n")
    for mark in marks:
        words = (row["evidence_text"] or "")[mark.start : mark.end]
        click.echo(f"  {click.style(f'{mark.field:<22}', fg=_COLOURS[mark.kind])} {_isolated(words)}")
    for label, value in _facts(row):
        click.echo(f"  {label:<22} {value}")
    click.echo()


def _marked(text: str, marks: list[Mark]) -> str:
    """Return the sentence with its marks; click takes the colours out where there is no terminal."""
    in_colour = sys.stdout.isatty()
    pieces, position = [], 0
    for mark in marks:
        words = text[mark.start : mark.end]
        pieces.append(text[position : mark.start])
        pieces.append(click.style(words, fg=_COLOURS[mark.kind], bold=True) if in_colour else f"[{words}]")
        position = mark.end
    return _isolated("".join([*pieces, text[position:]]).replace("\n", " "))


def _facts(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    days = row["date_start"] if row["date_start"] == row["date_end"] else f"{row['date_start']} to {row['date_end']}"
    yield "date", f"{days} (precision {row['date_precision']})"
    names = (row["place_name_en"] or row["place_text"], row["admin2_name_en"], row["admin1_name_en"], row["country"])
    place = ", ".join(dict.fromkeys(name for name in names if name))
    yield "where", f"{place} (precision {row['where_precision']})"
    for outcome in ("killed", "injured", "abducted", "detained"):
        low, best, high = (row[f"{outcome}_{bound}"] for bound in ("low", "best", "high"))
        if low is not None or best is not None:
            yield outcome, f"{_number(best)} (low {_number(low)}, high {_number(high)})"
    for actor in row["actors"] or ():
        yield actor["role"], f"{actor['name_en'] or actor['name_ar'] or actor['text']} (type {_number(actor['type'])})"
    yield "weapon", row["weapon"] or "unknown"
    confidence = row["confidence"]
    yield "confidence", "unknown" if confidence is None else f"{confidence:.2f}"
    yield "rule", f"{row['rule_id']} ({row['extractor_version']})"
    yield "ids", f"incident {row['incident_id']}, event {row['event_id']}, article {row['article_id']}"
    yield "told by", _isolated(f"{row['outlet']}, {row['published_at'] or 'undated'}: {row['title'] or ''}")
    yield "address", row["url"] or "none"


def _number(value: int | None) -> str:
    return "?" if value is None else str(value)


def _isolated(text: str) -> str:
    """Return text in an isolate of its own direction on a terminal, so that Arabic does not reorder its neighbours."""
    if not sys.stdout.isatty():
        return text
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
