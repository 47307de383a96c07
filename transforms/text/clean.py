"""Spans of a text that writing tricks put between the letters of a word, found so that matching can drop them.

Posts break words against moderation ("قـ.ـتـ.ل", "قـ صـ ف", "ا.نـ.فجـ.ار"). Nothing is deleted here: the text
as published stays; `offsets.fold` leaves the spans out of the matching copy.
"""

import re
from collections.abc import Set as AbstractSet

from transforms.text.normalize import normalize
from transforms.text.offsets import Edit

_TATWEEL = "\u0640"
_LETTER = "[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]"
_MARKS = "[\u064b-\u0652\u0670]*"
_INSIDE = "[.\\-*_/\u00b7\u2022'`~|+=^\u060c,!@$&\u2026]"
# A separator between two letters, with tatweel on one of its sides: "قـ.ـتل", "مسـ ـيرة".
_STRETCHED = re.compile(
    f"(?<={_LETTER}){_TATWEEL}+{_MARKS}(?:{_INSIDE}{{1,3}}|[ \u00a0]){_TATWEEL}*(?={_LETTER})"
    f"|(?<={_LETTER})(?:{_INSIDE}{{1,3}}|[ \u00a0]){_TATWEEL}+(?={_LETTER})"
)
# Dots and the like between letters, no tatweel: "ق.ت.ل", "غار.ة", "ا.ستهدفت".
_RUN = f"[{_LETTER[1:-1]}{_TATWEEL}]+"
_DOTTED = re.compile(f"{_RUN}(?:[.*/\u00b7\u2022'`~|+^@]{{1,2}}{_RUN})+")
_DOT = re.compile("[.*/\u00b7\u2022'`~|+^@]{1,2}")
_BETWEEN = re.compile(f"[.*/\u00b7\u2022'`~|+^@](?<=[{_LETTER[1:-1]}{_TATWEEL}].)[.*/\u00b7\u2022'`~|+^@]?(?={_RUN})")
# Letters set apart by single spaces: "ق ص ف".
_SPACED = re.compile(f"(?<!\\S)(?:{_LETTER} ){{2,}}{_LETTER}(?!\\S)")
_CLITICS = frozenset({"ال", "ل", "ب", "ك", "و", "ف", "لل", "وال", "بال", "ول", "وب"})


def trick_spans(text: str, vocabulary: AbstractSet[str] = frozenset()) -> list[Edit]:
    """Return the spans to leave out so that broken words match, sorted and disjoint.

    `vocabulary` holds normalized words; a dotted string is joined when the joined word is one of them or when
    its pieces are too short to be words. "الرياض.وقال" (a missing space) stays as it is.
    """
    spans = [*_stretched_spans(text)] if _TATWEEL in text else []
    spans += _dotted_spans(text, vocabulary)
    spans += _spaced_spans(text, vocabulary)
    return sorted(set(spans))


def _stretched_spans(text: str) -> list[Edit]:
    spans = []
    for match in _STRETCHED.finditer(text):
        gap = match.group()
        head = _word_before(text, match.start())
        if " " in gap.replace("\u00a0", " ") and not gap.endswith(_TATWEEL) and head in _CLITICS:
            continue
        spans.append(match.span())
    return spans


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] == _TATWEEL):
        start -= 1
    return text[start:end].replace(_TATWEEL, "")


def _dotted_spans(text: str, vocabulary: AbstractSet[str]) -> list[Edit]:
    spans: list[Edit] = []
    if _BETWEEN.search(text) is None:
        return spans
    for match in _DOTTED.finditer(text):
        pieces = _DOT.split(match.group().replace(_TATWEEL, ""))
        joined = normalize("".join(pieces))
        short = sum(len(piece) == 1 for piece in pieces[1:]) and pieces[-1] not in {"و", "م", "د", "ه", "أ", "ا", "ص"}
        broken = len(pieces) > 2 and max(map(len, pieces)) <= 3
        if joined in vocabulary or ((short or broken) and len(joined) >= 3):
            spans += [(match.start() + dot.start(), match.start() + dot.end()) for dot in _DOT.finditer(match.group())]
    return spans


def _spaced_spans(text: str, vocabulary: AbstractSet[str]) -> list[Edit]:
    spans: list[Edit] = []
    for match in _SPACED.finditer(text):
        if normalize(match.group().replace(" ", "")) in vocabulary:
            spans += [(match.start() + i, match.start() + i + 1) for i, char in enumerate(match.group()) if char == " "]
    return spans
