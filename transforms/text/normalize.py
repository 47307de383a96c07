"""The matching form of Arabic: camel-tools' normalizations folded into one character table.

Character level only. Undoing spelling tricks and dropping page furniture is `clean`; offsets are `offsets`.
"""

import functools
import unicodedata

from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
    normalize_unicode,
)

# Letters that keyboards of neighbouring languages put in Arabic words, and hamza carriers, which
# careless spelling drops or swaps ("مسئول/مسؤول", "عائلة/عايلة").
_LOOKALIKES = {
    "\u06a9": "\u0643",  # ARABIC LETTER KEHEH -> KAF
    "\u06cc": "\u064a",  # ARABIC LETTER FARSI YEH -> YEH
    "\u06be": "\u0647",  # ARABIC LETTER HEH DOACHASHMEE -> HEH
    "\u06c1": "\u0647",  # ARABIC LETTER HEH GOAL -> HEH
    "\u06d5": "\u0647",  # ARABIC LETTER AE -> HEH
    "\u0624": "\u0648",  # ARABIC LETTER WAW WITH HAMZA ABOVE -> WAW
    "\u0626": "\u064a",  # ARABIC LETTER YEH WITH HAMZA ABOVE -> YEH
    "\u06a4": "\u0641",  # ARABIC LETTER VEH -> FEH
    "\u067e": "\u0628",  # ARABIC LETTER PEH -> BEH
    "\u06af": "\u063a",  # ARABIC LETTER GAF -> GHAIN
    "\u0686": "\u062a\u0634",  # ARABIC LETTER TCHEH -> TEH SHEEN
    "\u066e": "\u0628",  # ARABIC LETTER DOTLESS BEH -> BEH
    "\u066f": "\u0642",  # ARABIC LETTER DOTLESS QAF -> QAF
    "\u067a": "\u062a",  # ARABIC LETTER TTEHEH -> TEH
    "\u067c": "\u062a",  # ARABIC LETTER TEH WITH RING -> TEH
    "\u0689": "\u062f",  # ARABIC LETTER DAL WITH RING -> DAL
    "\u0693": "\u0631",  # ARABIC LETTER REH WITH RING -> REH
    "\u0695": "\u0631",  # ARABIC LETTER REH WITH SMALL V BELOW -> REH
    "\u069a": "\u0633",  # ARABIC LETTER SEEN WITH DOT BELOW AND DOT ABOVE -> SEEN
    "\u06a1": "\u0641",  # ARABIC LETTER DOTLESS FEH -> FEH
    "\u06a2": "\u0641",  # ARABIC LETTER FEH WITH DOT MOVED BELOW -> FEH
    "\u06a7": "\u0642",  # ARABIC LETTER QAF WITH DOT ABOVE -> QAF
    "\u06a8": "\u0642",  # ARABIC LETTER QAF WITH THREE DOTS ABOVE -> QAF
    "\u06aa": "\u0643",  # ARABIC LETTER SWASH KAF -> KAF
    "\u06ab": "\u0643",  # ARABIC LETTER KAF WITH RING -> KAF
    "\u06ad": "\u0643",  # ARABIC LETTER NG -> KAF
    "\u06b5": "\u0644",  # ARABIC LETTER LAM WITH SMALL V -> LAM
    "\u06ba": "\u0646",  # ARABIC LETTER NOON GHUNNA -> NOON
    "\u06bc": "\u0646",  # ARABIC LETTER NOON WITH RING -> NOON
    "\u06c4": "\u0648",  # ARABIC LETTER WAW WITH RING -> WAW
    "\u06c6": "\u0648",  # ARABIC LETTER OE -> WAW
    "\u06c7": "\u0648",  # ARABIC LETTER U -> WAW
    "\u06ca": "\u0648",  # ARABIC LETTER WAW WITH TWO DOTS ABOVE -> WAW
    "\u06cd": "\u064a",  # ARABIC LETTER YEH WITH TAIL -> YEH
    "\u06ce": "\u064a",  # ARABIC LETTER YEH WITH SMALL V -> YEH
    "\u06d0": "\u064a",  # ARABIC LETTER E -> YEH
    "\u06d2": "\u064a",  # ARABIC LETTER YEH BARREE -> YEH
}
_TATWEEL = "\u0640"
# Cf: zero-width characters, direction marks, soft hyphens. Mn: vowel signs.
_DROPPED = frozenset({"Cf", "Mn"})


def _is_dropped(char: str) -> bool:
    return char == _TATWEEL or unicodedata.category(char) in _DROPPED


def _fold_char(char: str) -> str:
    if _is_dropped(char):
        return ""
    folded = char if char == "\u2026" else normalize_unicode(char)
    folded = "".join(_LOOKALIKES.get(c, c) for c in folded if not _is_dropped(c))
    folded = normalize_alef_maksura_ar(normalize_alef_ar(dediac_ar(folded)))
    folded = normalize_teh_marbuta_ar(folded)
    folded = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in folded)
    return "".join(c for c in folded.lower() if unicodedata.category(c) != "Mn")


class _CharTable(dict[int, str]):
    """`str.translate` table that folds each character the first time it is met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        self[code] = folded
        return folded


CHAR_TABLE: dict[int, str] = _CharTable()


def normalize(text: str) -> str:
    """Return the matching form of `text`; its length may differ, `offsets` keeps the way back.

    >>> normalize("قُتِلَ ٣ أشخاصٍ فى مدرسةٍ")
    'قتل 3 اشخاص في مدرسه'
    """
    return text.translate(CHAR_TABLE)


@functools.lru_cache(maxsize=1 << 17)
def normalize_name(name: str) -> str:
    """Return the matching form of a lexicon or gazetteer name, single spaces, no edge punctuation.

    The latest answers are kept, so nothing as long as an article belongs here: `normalize` is for texts.
    """
    return " ".join(normalize(name).replace("-", " ").split()).strip(" .،\"'")
