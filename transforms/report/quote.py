"""Quotations: a sentence as published, cut into plain and marked pieces by the offsets of its claims.

Pure cutting. What a mark looks like is the templates'; which sentence is quoted was decided at extraction.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

MarkKind = Literal["trigger", "toll", "actor"]
_TOLLS_SHOWN = 2
# As many characters stand on each side as the warehouse hands over.
_CONTEXT = 120
_SENTENCE_END = re.compile(r"[.!\u061f]\s|[\n\r]+")  # \u061f: ARABIC QUESTION MARK


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


def cut_tolls(report: Mapping[str, Any]) -> tuple[Piece, ...]:
    """Return the words of tolls that stand outside the evidence, each in its own sentence, after a sign of omission.

    Two at most, the earliest first; none where all tolls are in the evidence.
    """
    pieces: list[Piece] = []
    for toll in (report["tolls_elsewhere"] or ())[:_TOLLS_SHOWN]:
        before, after = _SENTENCE_END.split(toll["before"])[-1], _SENTENCE_END.split(toll["after"])[0]
        # A text cut in the middle loses its outermost word, which may be a part of one.
        if before == toll["before"] and len(before) >= _CONTEXT:
            before = before.partition(" ")[2]
        if after == toll["after"] and len(after) >= _CONTEXT:
            after = after.rpartition(" ")[0]
        pieces += [Piece(f" […] {before.lstrip()}", None), Piece(toll["words"], "toll"), Piece(after.rstrip(), None)]
    return tuple(piece for piece in pieces if piece.text)


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
