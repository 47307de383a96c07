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
}
_DROPPED = (
    "\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff\u00ad"
)


def _fold_char(char: str) -> str:
    if char in _DROPPED or unicodedata.category(char) == "Mn":
        return ""
    folded = char if char == "\u2026" else normalize_unicode(char)
    folded = "".join(_LOOKALIKES.get(c, c) for c in folded if c not in _DROPPED)
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


@functools.cache
def normalize_name(name: str) -> str:
    """Return the matching form of a lexicon or gazetteer name, single spaces, no edge punctuation."""
    return " ".join(normalize(name).replace("-", " ").split()).strip(" .،\"'")
