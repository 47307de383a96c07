"""Quotations: a sentence as published, cut into plain and marked pieces by the offsets of its claims.

Pure cutting. What a mark looks like is the templates'; which sentence is quoted was decided at extraction.
"""

import dataclasses
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

MarkKind = Literal["trigger", "toll", "actor"]
_PRECEDENCE: tuple[MarkKind, ...] = ("actor", "toll", "trigger")
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

    Marks that do not lie within the evidence or whose words are not found at their offsets are left out: a wrong mark
    is worse than none. Where marks share words the trigger has them before a toll, a toll before an actor.
    """
    text = report["evidence_text"] or ""
    # In a title there are no offsets into the text; then the trigger's words are looked for.
    origin = report["evidence_start"]
    spans = _title_spans(report, text) if origin is None else _text_spans(report, text, origin)
    return tuple(_painted(text, sorted(spans, key=lambda span: _PRECEDENCE.index(span[2]))))


def cut_tolls(report: Mapping[str, Any]) -> tuple[Piece, ...]:
    """Return the words of tolls that stand outside the evidence, each in its own sentence, after a sign of omission.

    The earliest first, two at most, with those of the same sentence; none where all tolls are in the evidence.
    """
    quoted: list[_Passage] = []
    for toll in sorted(report["tolls_elsewhere"] or (), key=lambda one: int(one["start"])):
        passage = _passage(toll)
        if quoted and passage.start <= quoted[-1].end:
            quoted[-1] = quoted[-1].joined(passage)
        elif len(quoted) < _TOLLS_SHOWN:
            quoted.append(passage)
    pieces: list[Piece] = []
    for one in quoted:
        pieces += [Piece(" […] ", None), *_painted(one.text, [(*span, "toll") for span in one.tolls])]
    return tuple(pieces)


@dataclasses.dataclass(frozen=True, slots=True)
class _Passage:
    """A part of an article with the spans of its tolls, counted from the passage's beginning."""

    start: int
    text: str
    tolls: tuple[tuple[int, int], ...]

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def joined(self, later: "_Passage") -> "_Passage":
        """Return this passage with a later one that begins within it."""
        shift = later.start - self.start
        tolls = ((start + shift, end + shift) for start, end in later.tolls)
        return _Passage(self.start, self.text + later.text[max(self.end - later.start, 0) :], (*self.tolls, *tolls))


def _passage(toll: Mapping[str, Any]) -> _Passage:
    """Return the sentence around a toll, as far as its surroundings were handed over."""
    before, after = _SENTENCE_END.split(toll["before"])[-1], _SENTENCE_END.split(toll["after"])[0]
    # A text cut in the middle loses its outermost word, which may be a part of one.
    if before == toll["before"] and len(before) >= _CONTEXT:
        before = before.partition(" ")[2]
    if after == toll["after"] and len(after) >= _CONTEXT:
        after = after.rpartition(" ")[0]
    before, words = before.lstrip(), toll["words"]
    return _Passage(
        toll["start"] - len(before), before + words + after.rstrip(), ((len(before), len(before) + len(words)),)
    )


def _painted(text: str, spans: Sequence[tuple[int, int, MarkKind]]) -> Iterator[Piece]:
    """Yield the pieces of a text; of spans that share words a later one paints over, blanks at its ends stay plain."""
    marks: list[MarkKind | None] = [None] * len(text)
    for start, end, kind in spans:
        marks[start:end] = [kind] * (end - start)
    for mark, run in itertools.groupby(range(len(text)), key=marks.__getitem__):
        words = "".join(text[index] for index in run)
        bare = words.strip()
        if mark is None or not bare:
            yield Piece(words, None)
            continue
        before, _, after = words.partition(bare)
        yield from (Piece(part, kind) for part, kind in ((before, None), (bare, mark), (after, None)) if part)


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
