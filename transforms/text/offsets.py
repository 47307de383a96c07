"""The way back from a matching copy to the text as published.

Only positions live here: which characters were dropped or replaced is decided in `clean` and `normalize`.
"""

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass

from transforms.text.normalize import CHAR_TABLE

Edit = tuple[int, int]
"""(start, end) of a span of the original that the matching copy does not have."""


def _changes_length(code: int) -> bool:
    return len(CHAR_TABLE[code]) != 1


def _length_changing_class() -> str:
    ranges = [
        (0x0300, 0x0370),
        (0x0480, 0x0488),
        (0x0600, 0x0700),
        (0x08A0, 0x0900),
        (0x200B, 0x2070),
        (0xFB00, 0xFE30),
    ]
    codes = [code for low, high in ranges for code in range(low, high) if _changes_length(code)]
    codes += [code for code in (0x00AD, 0xFEFF, 0x2026) if _changes_length(code)]
    ligatures = [code for code in (*range(0xFE70, 0xFF00), *range(0x2100, 0x2150)) if _changes_length(code)]
    return "".join(re.escape(chr(code)) for code in codes + ligatures if code <= sys.maxunicode)


_LENGTH_CHANGING = re.compile(f"[{_length_changing_class()}]")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A matching copy and, for every place where its length departs from the original, the new distance."""

    text: str
    points: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, position: int) -> int:
        """Return the offset in the original of the character at `position` of the copy."""
        if not self.points:
            return position
        index = bisect_right(self.points, position) - 1
        return position if index < 0 else position + self.shifts[index]

    def origin_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that produced copy[start:end] (end exclusive, not empty)."""
        return self.origin(start), self.origin(end - 1) + 1


def fold(text: str, dropped: list[Edit] | None = None) -> Mapped:
    """Return the normalized copy of `text` without the `dropped` spans (sorted, disjoint)."""
    found = {(m.start(), m.end()) for m in _LENGTH_CHANGING.finditer(text)}
    edits = sorted(found | set(dropped or ()), key=lambda edit: (edit[0], -edit[1]))
    if not edits:
        return Mapped(text.translate(CHAR_TABLE), (), ())
    return _splice(text, edits, set(dropped or ()))


def _splice(text: str, edits: list[Edit], dropped: set[Edit]) -> Mapped:
    pieces: list[str] = []
    points: list[int] = []
    shifts: list[int] = []
    at = length = 0
    for start, end in edits:
        if start < at:
            continue
        piece = text[at:start].translate(CHAR_TABLE)
        replacement = "" if (start, end) in dropped else text[start:end].translate(CHAR_TABLE)
        pieces += (piece, replacement)
        length += len(piece)
        for extra in range(1, len(replacement)):
            points.append(length + extra)
            shifts.append(start - length - extra)
        length += len(replacement)
        points.append(length)
        shifts.append(end - length)
        at = end
    pieces.append(text[at:].translate(CHAR_TABLE))
    return Mapped("".join(pieces), tuple(points), tuple(shifts))
