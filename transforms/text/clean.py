"""Spans of a text that writing tricks put between the letters of a word, found so that matching can drop them.

Posts break words against moderation ("قـ.ـتـ.ل", "قـ صـ ف", "ا.نـ.فجـ.ار"). Nothing is deleted here: the text
as published stays; `offsets.fold` leaves the spans out of the matching copy.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from transforms.text.normalize import normalize
from transforms.text.offsets import Edit

_TATWEEL = "\u0640"
_LETTERS = "\u0621-\u063a\u0641-\u064a\u066e\u066f\u0671-\u06d3"
_LETTER = f"[{_LETTERS}]"
_MARKS = "[\u064b-\u0652\u0670]*"
_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_SIGNS = "\u00b0\u00d7\u2022\u2217\u2219\u22c5\u25a0-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
"""Bullets, stars and emoji, which writers put between letters."""
# Whatever is no letter, no space and no bracket: "قـ.ـتل", "تفجـ💔ـير".
_INSIDE = f'(?:_|[^\\w\\s()\\[\\]{{}}«»"\u201c\u201d:؛؟{_UNSEEN}])'
_GAP = f"[{_UNSEEN}]*[ \u00a0][{_UNSEEN}]*"
# A separator between two letters, with tatweel on one of its sides ("قـ.ـتل", "مسـ ـيرة"), any on both ("قـ(ـتل").
_STRETCHED = re.compile(
    f"(?<={_LETTER}){_TATWEEL}+{_MARKS}(?:{_INSIDE}{{1,3}}|{_GAP}){_TATWEEL}*(?={_LETTER})"
    f"|(?<={_LETTER})(?:{_INSIDE}{{1,3}}|{_GAP}){_TATWEEL}+(?={_LETTER})"
    f"|(?<={_LETTER}){_TATWEEL}+{_MARKS}(?:_|[^\\w\n]){{1,3}}{_TATWEEL}+(?={_LETTER})"
)
_A_LETTER = re.compile(_LETTER)
_EDGED = re.compile(f"{_TATWEEL}(?:(?=[\\W_])|(?<=[\\W_].))")
# Dots and the like between letters, no tatweel: "ق.ت.ل", "غار.ة", "ا.ستهدفت", "ق🔴تل".
_FREE = f".*/\u00b7'`~|+^@{_SIGNS}"
# Marks that join words of their own as well ("#ريف_دمشق", "الجيش-الوطني"): only where a lone letter stands between.
_BINDING = "_\\-!$&%=\u060c,"
_RUN = f"[{_LETTERS}{_TATWEEL}]+"
_VOWELLED = f"[{_LETTERS}{_TATWEEL}\u064b-\u0652\u0670]"
_VOWELS = re.compile("[\u064b-\u0652\u0670]")
_MARK = re.compile(f"[{_FREE}{_BINDING}]{{1,2}}")
_BROKEN = re.compile(f"{_VOWELLED}+(?:[{_FREE}{_BINDING}]{{1,2}}{_VOWELLED}+)+")
_BETWEEN = re.compile(f"[{_FREE}{_BINDING}](?<={_VOWELLED}.)[{_FREE}{_BINDING}]?(?=[{_LETTERS}{_TATWEEL}])")
_BOUND = re.compile(f"[{_BINDING}{_SIGNS}]")
# Letters set apart by single spaces: "ق ص ف", "ال ق ص ف".
_SPACED = re.compile(f"(?<!\\S)(?:[وبفل]?ال )?(?:{_LETTER}{_TATWEEL}* {_TATWEEL}*){{2,}}{_LETTER}(?![{_LETTERS}])")
_LONE_LETTERS = re.compile(f" {_TATWEEL}*{_LETTER}{_TATWEEL}* {_TATWEEL}*{_LETTER}{_TATWEEL}*(?![{_LETTERS}])")
_WORD = re.compile(_RUN)
_SPACE = re.compile("[ \u00a0]")
_HIJRI = "ه"
_LONGEST = 12
_CLITICS = frozenset({"ال", "ل", "ب", "ك", "و", "ف", "لل", "وال", "بال", "ول", "وب"})
_NO_LAST_PIECES = frozenset({"و", "م", "د", "ه", "أ", "ا", "ص"})
# Latin letters and figures that stand for an Arabic one: "د1عش", "الا7تلال".
_STAND_INS = {"l": "ا", "I": "ا", "1": "ا", "١": "ا", "o": "ه", "O": "ه", "0": "ه", "٥": "ه", "3": "ع", "7": "ح"}
_MIXED = re.compile(f"{_RUN}(?:[{''.join(_STAND_INS)}]{_RUN})+")
_STAND_IN = re.compile(f"[{''.join(_STAND_INS)}](?<={_LETTER}.)(?={_LETTER})")


def restore_letters(text: str, vocabulary: AbstractSet[str] = frozenset()) -> str:
    """Return `text`, as long as before, with Arabic letters for the Latin ones and figures inside a known word.

    >>> restore_letters("د1عش", {"داعش"}), restore_letters("قتل7مدنيين", {"قتل"})
    ('داعش', 'قتل7مدنيين')
    """
    if _STAND_IN.search(text) is None:
        return text

    def respelled(match: re.Match[str]) -> str:
        word = "".join(_STAND_INS.get(char, char) for char in match.group())
        return word if normalize(word) in vocabulary else match.group()

    return _MIXED.sub(respelled, text)


def trick_spans(text: str, vocabulary: AbstractSet[str] = frozenset()) -> list[Edit]:
    """Return the spans to leave out so that broken words match, sorted and disjoint.

    `vocabulary` holds normalized words; a dotted string is joined when the joined word is one of them or when
    its pieces are too short to be words. "الرياض.وقال" (a missing space) stays as it is.
    """
    spans = _stretched_spans(text, vocabulary) if _EDGED.search(text) is not None else []
    spans += _broken_spans(text, vocabulary)
    spans += _spaced_spans(text, vocabulary)
    return _disjoint(sorted(set(spans), key=lambda span: (span[0], -span[1])))


def _disjoint(spans: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _stretched_spans(text: str, vocabulary: AbstractSet[str]) -> list[Edit]:
    """Return the gaps beside tatweel; on one side only it may end a word ("1436هـ الموافق", "الله ــرجل")."""
    spans: list[Edit] = []
    head, joined_at = "", -1
    for match in _stretched(text):
        gap, start = match.group(), _word_start(text, match.start())
        piece = text[start : match.start()].replace(_TATWEEL, "")
        head = head + piece if start == joined_at else piece
        if not (gap[0] == gap[-1] == _TATWEEL) and (
            head == _HIJRI or (_SPACE.search(gap) and not _continues(head, text, match.end(), vocabulary))
        ):
            continue
        spans.append(match.span())
        joined_at = match.end()
    return spans


def _stretched(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_STRETCHED` finds: each begins right behind a letter, in a run without letters that has tatweel."""
    at, tried = text.find(_TATWEEL), -1
    while at >= 0:
        begin = at
        while begin > 0 and _A_LETTER.match(text[begin - 1]) is None:
            begin -= 1
        if begin > tried:
            tried = begin
            if match := _STRETCHED.match(text, begin):
                yield match
        at = text.find(_TATWEEL, at + 1)


def _word_start(text: str, end: int) -> int:
    start = end
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] == _TATWEEL):
        start -= 1
    return start


def _continues(head: str, text: str, start: int, vocabulary: AbstractSet[str]) -> bool:
    """Whether `head` and the pieces from `start` on, each but the last broken off by tatweel, make a known word."""
    tail = ""
    while head not in _CLITICS and len(tail) < _LONGEST and (piece := _WORD.match(text, start)) is not None:
        tail += piece.group()
        if normalize(head + tail) in vocabulary:
            return True
        start = piece.end() + 1
        edges = text[piece.end() - 1 : start + 1]
        if len(edges) < 3 or _SPACE.match(edges[1]) is None or _TATWEEL not in edges:
            return False
    return False


def _broken_spans(text: str, vocabulary: AbstractSet[str]) -> list[Edit]:
    spans: list[Edit] = []
    if _BETWEEN.search(text) is None:
        return spans
    for match in _BROKEN.finditer(text):
        if _is_one_word(match.group(), vocabulary):
            spans += [(match.start() + m.start(), match.start() + m.end()) for m in _MARK.finditer(match.group())]
    return spans


def _is_one_word(broken: str, vocabulary: AbstractSet[str]) -> bool:
    pieces = _MARK.split(_VOWELS.sub("", broken.replace(_TATWEEL, "")))
    joined = normalize("".join(pieces))
    lengths = [len(piece) for piece in pieces]
    if _BOUND.search(broken) is not None:
        return joined in vocabulary and (min(lengths) == 1 or max(lengths) <= 3)
    lone = 1 in lengths[1:] and pieces[-1] not in _NO_LAST_PIECES
    fragments = len(pieces) > 2 and max(lengths) <= 3
    return joined in vocabulary or ((lone or fragments) and len(joined) >= 3)


def _spaced_spans(text: str, vocabulary: AbstractSet[str]) -> list[Edit]:
    spans: list[Edit] = []
    if _LONE_LETTERS.search(text) is None:
        return spans
    for match in _SPACED.finditer(text):
        if normalize(match.group().replace(" ", "")) in vocabulary:
            spans += [(match.start() + i, match.start() + i + 1) for i, char in enumerate(match.group()) if char == " "]
    return spans
