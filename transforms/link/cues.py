"""What the words of a report say on whether it tells one attack, another one beside it, or several as one.

Words and senses are in cues.tsv; what they are worth for linking is `score`'s.
"""

import functools
from collections.abc import Sequence

from transforms.lexicon.schema import read_tsv
from transforms.link.words import stem_words

_REACH = 2
"""Words within which "other" follows what it is said of, and "attacks" the word for several: "سلسلة من الهجمات"."""
_LOOK_BACK, _LOOK_AHEAD = 4, 15


def tells_another(stems: Sequence[str]) -> bool:
    """Whether an attack is told as another one: "وفي انفجار آخر" (in another blast), "انفجار ثالث" (a third)."""
    return _follow(stems, "attack", "other") is not None


def tells_many(stems: Sequence[str]) -> bool:
    """Whether several attacks are told as one, with one toll: "قتل 51 في سلسلة من الهجمات" (51 in a wave of attacks).

    Not so where they went before what is told ("عقب سلسلة من الهجمات", following a wave of attacks) or one is told of
    them ("سلسلة تفجيرات بما في ذلك هجوم كبير", a wave of blasts including a great attack).
    """
    place = _follow(stems, "many", "plural")
    return (
        place is not None
        and _words("after").isdisjoint(stems[max(0, place - _LOOK_BACK) : place])
        and _words("one").isdisjoint(stems[place : place + _LOOK_AHEAD])
    )


def tells_earlier_toll(stems: Sequence[str]) -> bool:
    """Whether the number is one of several of it: "حصيلة سابقة" (an earlier toll), "غير نهائية" (not final)."""
    return _follow(stems, "toll", "earlier") is not None


def _follow(stems: Sequence[str], sense: str, then: str) -> int | None:
    """Return where a word of one sense is that a word of the other soon follows."""
    first, second = _words(sense), _words(then)
    if second.isdisjoint(stems):
        return None
    for place, stem in enumerate(stems):
        if stem in first and not second.isdisjoint(stems[place + 1 : place + 1 + _REACH]):
            return place
    return None


@functools.cache
def _words(sense: str) -> frozenset[str]:
    rows = read_tsv(__package__, "cues")
    return frozenset(stem for row in rows if row["sense"] == sense for stem in stem_words(row["word"]))
