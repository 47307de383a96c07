"""The way back from a matching copy to the text as published.

Only positions live here: which characters were dropped or replaced is decided in `clean` and `normalize`.
"""

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass

from transforms.text.normalize import CHAR_TABLE

Edit = tuple[int, int]
"""(start, end) of a span of the original that the matching copy does not have."""


def _changes_length(code: int) -> bool:
    return len(CHAR_TABLE[code]) != 1


_UNCOMMON = re.compile(
    r"[^\n\x20-\x7e\xa0\xab\xbb\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u0669"
    r"\u2013\u2014\u2018-\u201f\u2022]"
)
"""All but the characters that Arabic news is made of; each of those is one character of the copy too."""


_PLAIN = "\0" + "".join(chr(code) for code in range(1, 0x2030) if _UNCOMMON.match(chr(code)) is None)
_PLAIN_FOLDED = _PLAIN.translate(CHAR_TABLE)
_PLAIN_BYTES = codecs.charmap_build(_PLAIN.ljust(256, "\ufffe"))
"""Common characters and their folded forms as a code page each: through two code pages a text folds fastest."""


def _folded(text: str) -> str:
    """Return `text.translate(CHAR_TABLE)`, by the code pages where every character is a common one."""
    try:
        return codecs.charmap_decode(codecs.charmap_encode(text, "strict", _PLAIN_BYTES)[0], "strict", _PLAIN_FOLDED)[0]
    except UnicodeEncodeError:
        return text.translate(CHAR_TABLE)


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
    found = {m.span() for m in _UNCOMMON.finditer(text) if _changes_length(ord(m.group()))}
    edits = sorted(found | set(dropped or ()), key=lambda edit: (edit[0], -edit[1]))
    if not edits:
        return Mapped(_folded(text), (), ())
    return _splice(text, edits, set(dropped or ()))


def _splice(text: str, edits: list[Edit], dropped: set[Edit]) -> Mapped:
    pieces: list[str] = []
    points: list[int] = []
    shifts: list[int] = []
    at = length = 0
    for start, end in edits:
        if start < at:
            continue
        piece = _folded(text[at:start])
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
    pieces.append(_folded(text[at:]))
    return Mapped("".join(pieces), tuple(points), tuple(shifts))
