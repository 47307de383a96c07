"""The words of a report in the form in which linking compares them: matching form, clitics and article off.

What they tell is read in `telling` and `cues`.
"""

import functools
import re

from transforms.text.normalize import normalize

PROCLITICS = ("و", "ف", "ب", "ل", "ك")
_WORD = re.compile(r"[^\W_]+")


def stem_words(text: str) -> list[str]:
    """Return the words of a text in their order, each as its stem."""
    return [stem_word(token) for token in _WORD.findall(normalize(text))]


@functools.lru_cache(maxsize=100_000)
def stem_word(token: str) -> str:
    """Return a word in matching form without its article and what is written to it."""
    for clitic in PROCLITICS:
        if token.startswith((clitic + "ال", clitic + "لل")) and len(token) > 5:
            return token[3:]
    if token.startswith(("ال", "لل")) and len(token) > 4:
        return token[2:]
    return token
