"""Which language in Arabic script a text is written in: Arabic, Persian, Urdu, Sorani Kurdish or Pashto.

The marks are data (data/language_marks.tsv); texts in other scripts are told apart by `script`.
"""

import collections
import dataclasses
import functools
import re

from transforms.articles.script import arabic_share
from transforms.lexicon.schema import read_tsv

ARABIC = "ar"
OTHER = "und"
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"(?<!\w)(?:[وفبك]?ال|لل)[\u0621-\u064a]{2,}(?!\w)")
_BEYOND_ARABIC = re.compile("[\u0671-\u06d5]")
_JUDGED_CHARS = 1000
_LEAST_SCRIPT = 0.2
_LEAST_FOREIGN = 0.12


@dataclasses.dataclass(frozen=True, slots=True)
class _Marks:
    letters: dict[str, str]
    words: dict[str, tuple[str, ...]]


def identify_language(text: str) -> str:
    """Return the ISO 639 code of a text in Arabic script: ar, fa, ur, ckb or ps; `und` where hardly a letter is Arabic.

    A text without any mark is Arabic: short posts have none. Words of another language count when there are more of
    them than Arabic ones, so that an Arabic report with a Persian quotation stays Arabic.
    """
    head = text[:_JUDGED_CHARS]
    if arabic_share(_BEYOND_ARABIC.sub("\u0643", head)) < _LEAST_SCRIPT:
        return OTHER
    words = _WORD.findall(head)
    counts = _counts(words)
    arabic = counts.pop(ARABIC, 0) + len(_ARTICLE.findall(head))
    language, foreign = max(counts.items(), key=lambda item: item[1], default=(ARABIC, 0))
    return language if foreign > arabic and foreign >= _LEAST_FOREIGN * len(words) else ARABIC


def _counts(words: list[str]) -> collections.Counter[str]:
    """Return for each language how many words are its own or hold a letter of its own."""
    marks = _marks()
    counts: collections.Counter[str] = collections.Counter()
    for word in words:
        told = set(marks.words.get(word, ()))
        if found := marks.letters.keys() & set(word):
            told |= {marks.letters[char] for char in found}
        if told & {"ur", "ckb", "ps"}:
            told.discard("fa")  # these alphabets have the four Persian letters too
        counts.update(told)
    return counts


@functools.cache
def _marks() -> _Marks:
    letters: dict[str, str] = {}
    words: dict[str, tuple[str, ...]] = {}
    for row in read_tsv("transforms.articles", "language_marks"):
        if row["kind"] == "letter":
            letters[row["mark"]] = row["language"]
        else:
            words[row["mark"]] = (*words.get(row["mark"], ()), row["language"])
    return _Marks(letters, words)
