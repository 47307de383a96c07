"""An article as the extractor reads it: tokens and sentences over the matching copy, with the way back.

Tokens are words, numbers and single punctuation marks; meaning is given to them elsewhere.
"""

import re
from bisect import insort
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from transforms.text.clean import restore_letters, trick_spans
from transforms.text.furniture import furniture_lines
from transforms.text.offsets import Mapped, fold

TOKEN = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*|[^\W\d_]+|\n|[^\w\s#@\u00a0]")
_MARK = {
    "!": ".", "\u061f": "?", "\u2026": ".", "\u06d4": ".",
    ",": "\u060c", ";": "\u061b",
    "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"', "\u2018": '"', "\u2019": '"', "'": '"', "\u201e": '"',
    "[": "(", "{": "(", "]": ")", "}": ")",
    "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2010": "-", "\u2015": "-", "\u066a": "%",
}  # fmt: skip
_ENDS = frozenset({".", "?", "\n"})
_CUTS = _ENDS | {"\u060c"}
_MAX_SENTENCE = 160
"""Tokens; a longer run without a full stop is cut at the next comma, so that one sentence stays local."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Token range [first, last) of one sentence; `zone` is title, lead, body or furniture."""

    first: int
    last: int
    zone: str
    index: int


@dataclass(frozen=True, slots=True)
class Document:
    """Title and text of an article with the tokens of both; title tokens come first."""

    title: str
    text: str
    words: list[str]
    n_title: int
    title_map: Mapped
    text_map: Mapped
    sentences: list[Sentence]
    _found: list[str]
    """Tokens as they stand in the matching copies, for their positions."""
    _starts: list[int]
    """Filled as far as positions were asked for: most articles tell nothing and need none."""

    def position(self, token: int) -> int:
        """Return the offset of a token in its matching copy (title or text)."""
        if token >= len(self._starts):
            self._locate(token)
        return self._starts[token]

    def _locate(self, token: int) -> None:
        """Add the offsets of the tokens up to `token`, each in its copy, to those that are known."""
        found, starts = self._found, self._starts
        copies = (0, self.n_title, self.title_map.text), (self.n_title, len(found), self.text_map.text)
        for first, last, copy in copies:
            begun = max(first, len(starts))
            if begun >= last or begun > token:
                continue
            position = starts[-1] + len(found[begun - 1]) if begun > first else 0
            for word in found[begun : min(last, token + 1)]:
                position = copy.find(word, position)
                starts.append(position)
                position += len(word)

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the offsets in `text` of tokens [first, last); None where they stand in the title."""
        if first < self.n_title:
            return None
        return self.text_map.origin_span(*self._copy_span(first, last))

    def quote(self, first: int, last: int) -> str:
        """Return tokens [first, last) as published."""
        if first < self.n_title:
            start, end = self.title_map.origin_span(*self._copy_span(first, min(last, self.n_title)))
            return self.title[start:end]
        start, end = self.text_map.origin_span(*self._copy_span(first, last))
        return self.text[start:end]

    def _copy_span(self, first: int, last: int) -> tuple[int, int]:
        return self.position(first), self.position(last - 1) + len(self._found[last - 1])


def read_document(title: str, text: str, *, vocabulary: AbstractSet[str] = frozenset()) -> Document:
    """Return the tokenized article; `vocabulary` (normalized words) serves to undo broken spelling."""
    title_map, text_map = _matching_copy(title, vocabulary), _matching_copy(text, vocabulary)
    found = TOKEN.findall(title_map.text)
    n_title = len(found)
    found += TOKEN.findall(text_map.text)
    words = [_MARK.get(word, word) if len(word) == 1 else word for word in found]
    sentences = _split_sentences(words, n_title)
    furniture = furniture_lines(words, n_title=n_title)
    if furniture:
        sentences = [_mark_furniture(sentence, furniture) for sentence in sentences]
    return Document(title, text, words, n_title, title_map, text_map, sentences, found, [])


def _matching_copy(text: str, vocabulary: AbstractSet[str]) -> Mapped:
    return fold(restore_letters(text, vocabulary), trick_spans(text, vocabulary))


def _is_end(words: list[str], i: int) -> bool:
    word = words[i]
    if word in {"\n", "?"}:
        return True
    if word != ".":
        return False
    before = words[i - 1] if i else ""
    abbreviated = len(before) == 1 and before.isalpha() and before not in {"و", "م", "ه"}
    return not abbreviated


def _split_sentences(words: list[str], n_title: int) -> list[Sentence]:
    sentences: list[Sentence] = []
    first = 0
    cuts = [i for i, word in enumerate(words) if word in _CUTS]
    if n_title > 0 and words[n_title - 1] not in _CUTS:
        insort(cuts, n_title - 1)
    for i in cuts:
        word = words[i]
        if word == "\u060c" and i + 1 != n_title and i - first <= _MAX_SENTENCE:
            continue
        if word == "." and i + 1 != n_title and not _is_end(words, i):
            continue
        _add_sentence(sentences, words, first, i if word in _ENDS else i + 1, n_title)
        first = i + 1
    _add_sentence(sentences, words, first, len(words), n_title)
    return sentences


def _add_sentence(sentences: list[Sentence], words: list[str], first: int, last: int, n_title: int) -> None:
    while first < last and words[first] in {"\n", ".", "?", "-", "*", "\u060c", ")", ":", "|", "_"}:
        first += 1
    if last - first < 2:
        return
    zone = "title" if first < n_title else "body"
    sentences.append(Sentence(first, last, zone, len(sentences)))


def _mark_furniture(sentence: Sentence, furniture: list[tuple[int, int]]) -> Sentence:
    for first, last in furniture:
        if first <= sentence.first < last:
            return Sentence(sentence.first, sentence.last, "furniture", sentence.index)
    return sentence
