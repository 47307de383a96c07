"""Spellings under which one place name may be written, beyond what normalization folds.

Rules of orthography only; which names exist is data. Prefix clitics belong to the extractor.
"""

import re
from collections.abc import Iterator

from transforms.text.normalize import normalize_name

# First words of compound names that writers join to the next word ("ديرالزور", "ابوظبي", "عبدالله").
_JOINED = frozenset(
    "ابو ابي عبد تل دير بيت راس خان عين ام بني باب كفر بو ود ال جبل برج سيدي سبع قره".split()  # noqa: SIM905
)
_SHORT_WORD = 4
_FINAL_HAMZA = "\u0621"  # ARABIC LETTER HAMZA
_EDGE = re.compile(r"^\W+|\W+$")


def spellings(name: str, *, levantine: bool = False) -> Iterator[str]:
    """Yield the normalized form of `name` first, then its other spellings, each once.

    `levantine` adds the Aramaic ending that is written both ways ("داريا/داريه"); elsewhere it would make
    adjectives of country names ("ليبيا/ليبية").

    >>> list(spellings("أبو ظبي"))
    ['ابو ظبي', 'ابوظبي']
    >>> list(spellings("صنعاء"))
    ['صنعاء', 'صنعا']
    >>> list(spellings("داريا", levantine=True))
    ['داريا', 'داريه']
    """
    seen: set[str] = set()
    base = _EDGE.sub("", normalize_name(name))
    for form in (base, *_joined(base), *_endings(base, levantine=levantine)):
        if form and form not in seen:
            seen.add(form)
            yield form


def _joined(name: str) -> Iterator[str]:
    first, space, rest = name.partition(" ")
    if space and first in _JOINED:
        yield first + rest
    if " و" in name:
        yield " ".join(name.replace(" و", " و ").split())


def _endings(name: str, *, levantine: bool) -> Iterator[str]:
    """Yield spellings of the last syllable: "صنعا" for "صنعاء", "داريه" for "داريا" and the way back."""
    last = name.rpartition(" ")[2]
    if name.endswith("ا" + _FINAL_HAMZA) and len(last) > _SHORT_WORD:
        yield name[:-1]
    elif levantine and name.endswith("يا") and len(last) > _SHORT_WORD:
        yield name[:-1] + "ه"
    elif levantine and name.endswith("ايه") and len(last) > _SHORT_WORD:
        yield name[:-1] + "ا"
