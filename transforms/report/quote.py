"""Quotations: a sentence as published, cut into plain and marked pieces by the offsets of its claims.

Pure cutting. What a mark looks like is the templates'; which sentence is quoted was decided at extraction.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

MarkKind = Literal["trigger", "toll", "actor"]


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a quotation; `mark` tells which claim its words carry, NULL for none."""

    text: str
    mark: MarkKind | None


def cut_quote(report: Mapping[str, Any]) -> tuple[Piece, ...]:
    """Return the evidence of an incident report as pieces that join to exactly `evidence_text`.

    Marks that do not lie within the evidence, overlap an earlier one, or whose words are not found at their offsets
    are left out: a wrong mark is worse than none.
    """
    text = report["evidence_text"] or ""
    # In a title there are no offsets into the text; then the trigger's words are looked for.
    origin = report["evidence_start"]
    spans = _title_spans(report, text) if origin is None else _text_spans(report, text, origin)
    pieces, position = [], 0
    for start, end, kind in _without_overlap(sorted(spans)):
        if position < start:
            pieces.append(Piece(text[position:start], None))
        pieces.append(Piece(text[start:end], kind))
        position = end
    if position < len(text):
        pieces.append(Piece(text[position:], None))
    return tuple(pieces)


def _text_spans(report: Mapping[str, Any], text: str, origin: int) -> Iterator[tuple[int, int, MarkKind]]:
    claims: list[tuple[MarkKind, Sequence[Mapping[str, Any]]]] = [
        ("toll", report["casualties"] or ()),
        ("actor", report["actors"] or ()),
        (
            "trigger",
            [{"text": report["trigger_text"], "start": report["trigger_start"], "end": report["trigger_end"]}],
        ),
    ]
    for kind, items in claims:
        for item in items:
            if item["start"] is None or item["end"] is None:
                continue
            start, end = item["start"] - origin, item["end"] - origin
            if 0 <= start < end <= len(text) and (item["text"] is None or text[start:end] == item["text"]):
                yield start, end, kind


def _title_spans(report: Mapping[str, Any], text: str) -> Iterator[tuple[int, int, MarkKind]]:
    trigger = report["trigger_text"]
    start = text.find(trigger) if trigger else -1
    if start >= 0:
        yield start, start + len(trigger), "trigger"


def _without_overlap(spans: list[tuple[int, int, MarkKind]]) -> Iterator[tuple[int, int, MarkKind]]:
    position = 0
    for start, end, kind in spans:
        if start >= position:
            yield start, end, kind
            position = end
