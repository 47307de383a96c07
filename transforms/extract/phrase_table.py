"""Token sequences as data: the longest known phrase that begins at a token.

For the closed word groups of numbers and dates ("ما لا يقل عن"); the big lexicons have their own compiler.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from transforms.text.normalize import normalize_name

Meaning = TypeVar("Meaning")


class PhraseTable(Generic[Meaning]):
    """Phrases with a meaning each, found by their first token, longest first."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], *, prefixes: Sequence[str] = ("",)) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in phrases:
            tokens = tuple(normalize_name(phrase).split())
            for prefix in prefixes:
                self._by_first.setdefault(prefix + tokens[0], []).append((tokens[1:], meaning))
        for rests in self._by_first.values():
            rests.sort(key=lambda entry: -len(entry[0]))

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def starters(self) -> Iterable[str]:
        """Return every token that can open a phrase."""
        return self._by_first.keys()

    def alone(self) -> set[str]:
        """Return every token that is a phrase by itself."""
        return {word for word, rests in self._by_first.items() if any(not rest for rest, _ in rests)}

    def seconds(self) -> set[str]:
        """Return every token that can follow the first one of a phrase."""
        return {rest[0] for rests in self._by_first.values() for rest, _ in rests if rest}

    def match(self, words: Sequence[str], i: int) -> tuple[Meaning, int] | None:
        """Return (meaning, token after the phrase) of the longest phrase at token `i`."""
        if not 0 <= i < len(words):
            return None
        entries = self._by_first.get(words[i])
        if entries is None:
            return None
        following = words[i + 1] if i + 1 < len(words) else ""
        for rest, meaning in entries:
            if not rest:
                return meaning, i + 1
            end = i + 1 + len(rest)
            if rest[0] == following and tuple(words[i + 1 : end]) == rest:
                return meaning, end
        return None
