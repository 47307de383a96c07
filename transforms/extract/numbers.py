"""Quantity phrases: how many, between which bounds, told how ("ما لا يقل عن خمسة", "بين 5 و7", "عشرات").

What the number counts is not read here (a noun's business); `noncount` names the ages, distances, dates and unit
names that are no count of people. Dual and singular nouns are a noun's form: `COUNT_TWO`, `COUNT_ONE`.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.numbers_noncount import NonCounts
from transforms.extract.numbers_words import LEXICON, Cardinal, CardinalReader
from transforms.extract.phrase_table import PhraseTable
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_CLITICS = ("", "و", "ف")
_VAGUE_CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول")
_ARTICLE_TOKENS = frozenset({"ال", "لل", "بال", "وال", "ولل"})
_HYPHENS = frozenset("-–—")
# A range grows at most so much: "5-10" is one, "1-300" and scores such as "3-1" are not.
_RANGE_RATIO = 10


@dataclass(frozen=True, slots=True)
class Count:
    """A stated quantity on tokens [first, last): low, best and high by the codebook, None = not stated (open)."""

    low: int | None
    best: int | None
    high: int | None
    quantity: str
    first: int = 0
    last: int = 0


COUNT_ONE = Count(1, 1, 1, "exact")
COUNT_TWO = Count(2, 2, 2, "exact")


def bounded(count: Count, quantity: str) -> Count:
    """Return `count` as a bound word makes it: at_least opens it above, at_most below, about keeps the figure."""
    if quantity == "at_least":
        return dataclasses.replace(count, high=None, quantity=quantity)
    if quantity == "at_most":
        return dataclasses.replace(count, low=1, quantity=quantity)
    return dataclasses.replace(count, quantity=quantity) if count.quantity == "exact" else count


class NumberReader:
    """Reads quantity phrases from normalized tokens; built once from the number_*.tsv tables, then immutable."""

    __slots__ = ("_after", "_before", "_between", "_cardinals", "_noncounts", "_not_one", "_starters", "_vague")

    def __init__(self) -> None:
        self._cardinals = CardinalReader.from_lexicon()
        modifiers = read_tsv(LEXICON, "number_modifiers")
        self._before: PhraseTable[str] = PhraseTable(
            ((row["phrase"], row["quantity"]) for row in modifiers if row["place"] == "before"), prefixes=_CLITICS
        )
        self._after: PhraseTable[str] = PhraseTable(
            (row["phrase"], row["quantity"]) for row in modifiers if row["place"] == "after"
        )
        self._vague: PhraseTable[Count] = PhraseTable(
            ((row["phrase"], _vague_count(row)) for row in read_tsv(LEXICON, "number_vague")), prefixes=_VAGUE_CLITICS
        )
        self._between: PhraseTable[str] = PhraseTable([("بين", "و"), ("ما بين", "و"), ("من", "الي")], prefixes=_CLITICS)
        cues = read_tsv(LEXICON, "number_cues")
        self._not_one = frozenset(normalize_name(row["form"]) for row in cues if row["kind"] == "not_one")
        self._noncounts = NonCounts(self._cardinals)
        self._starters = frozenset(
            {*self._before.starters(), *self._vague.starters(), *self._between.starters(), *_ARTICLE_TOKENS, "("}
            | {*self._cardinals.first, *self._cardinals.fronted}
        ) - frozenset(normalize_name(row["form"]) for row in cues if row["kind"] == "not_number")

    @property
    def cardinals(self) -> CardinalReader:
        """The reader of bare numbers, for dates and durations."""
        return self._cardinals

    def may_start(self, word: str) -> bool:
        """True when a quantity phrase can begin with `word`."""
        return word in self._starters or word[:1].isdecimal()

    def read(self, words: Sequence[str], i: int) -> Count | None:
        """Return the quantity phrase that begins at token `i`, its modifiers included; None when there is none."""
        word = words[i]
        if word not in self._starters and not word[:1].isdecimal():
            return None
        count = self._read_modified(words, i) or self._read_between(words, i) or self._read_core(words, i)
        return dataclasses.replace(count, first=i) if count is not None else None

    def noncount(self, words: Sequence[str], first: int, last: int) -> str | None:
        """Return what the number on [first, last) measures when it counts no people; None when it may count people.

        Kinds: age, distance, money, percent, time, duration, date, calibre, name, list, things.
        """
        return self._noncounts.kind(words, first, last)

    def postposed_bound(self, words: Sequence[str], j: int) -> tuple[str, int] | None:
        """Return (quantity, token after) of a bound that follows its noun: "5 أشخاص على الأقل"; see `bounded`."""
        return self._after.match(words, j)

    def _read_modified(self, words: Sequence[str], i: int) -> Count | None:
        modifier = self._before.match(words, i)
        if modifier is None or modifier[1] >= len(words):
            return None
        quantity, j = modifier
        nested = self._before.match(words, j)
        if nested is not None and nested[1] < len(words):
            j = nested[1]
        count = self._read_between(words, j) or self._read_core(words, j)
        if count is None or count.quantity == "plural":
            return None
        return bounded(count, quantity)

    def _read_between(self, words: Sequence[str], i: int) -> Count | None:
        """Read "بين 5 و7" and "من 5 إلى 7"."""
        cue = self._between.match(words, i)
        if cue is None or cue[1] >= len(words):
            return None
        joint, j = cue
        low = self._cardinals.read(words, j)
        if low is None:
            return None
        high = self._upper(words, low.last, joint)
        if high is None and joint == "و":
            low = self._cardinals.read_short(words, j)
            high = self._upper(words, low.last, joint) if low is not None else None
        return _range(low, high) if low is not None and high is not None else None

    def _upper(self, words: Sequence[str], j: int, joint: str) -> Cardinal | None:
        """Return the number that `joint` (و, الي) ties to the one that ends before token `j`."""
        if j >= len(words):
            return None
        if words[j] == joint or (joint == "و" and words[j] in {"الي", "وحتي"}):
            return self._cardinals.read(words, j + 1) if j + 1 < len(words) else None
        return self._cardinals.read(words, j) if joint == "و" and words[j][0] == "و" else None

    def _read_core(self, words: Sequence[str], i: int) -> Count | None:
        """Read a number with what may follow it (second figure, bound), else a vague quantity."""
        if words[i] == "(":
            return self._read_parenthesized(words, i)
        j = i + 1 if words[i] in _ARTICLE_TOKENS and i + 1 < len(words) and words[i + 1].isdecimal() else i
        number = self._cardinals.read(words, j)
        if number is None:
            return self._read_vague(words, i) or self._read_one_of(words, i)
        count = self._read_alternative(words, number) or _exact(number)
        count = _skip_repetition(self._cardinals, words, count)
        bound = self._after.match(words, count.last)
        return dataclasses.replace(bounded(count, bound[0]), last=bound[1]) if bound is not None else count

    def _read_alternative(self, words: Sequence[str], low: Cardinal) -> Count | None:
        """Read "5-7", "5 إلى 7" and "ثلاثة أو أربعة" after their first number."""
        j = low.last
        if j + 1 >= len(words) or (words[j] not in _HYPHENS and words[j] not in {"الي", "او"}):
            return None
        if words[j] in _HYPHENS and not (low.digits and words[j + 1].isdecimal() and _closed(words, j)):
            return None
        high = self._cardinals.read(words, j + 1)
        return _range(low, high) if high is not None else None

    def _read_vague(self, words: Sequence[str], i: int) -> Count | None:
        found = self._vague.match(words, i)
        if found is None:
            return None
        count, j = found
        scale = self._scale_at(words, j)
        if scale and count.high is not None and count.low is not None:
            low, high = count.low * scale, (count.high + 1) * scale - 1
            j = j + 2 if j + 1 < len(words) and words[j + 1] == "من" else j + 1
            return Count(low, low, high, "hundreds", i, j)
        return dataclasses.replace(count, last=j)

    def _scale_at(self, words: Sequence[str], j: int) -> int:
        term = self._cardinals.plain.get(words[j]) if j < len(words) else None
        return term.value if term is not None and term.kind == "scales" else 0

    def _read_one_of(self, words: Sequence[str], i: int) -> Count | None:
        """Read "أحد المدنيين" (one of the civilians) as one."""
        term = self._cardinals.first.get(words[i])
        if term is None or term.kind != "compound" or term.value != 1 or i + 1 >= len(words):
            return None
        if (i > 0 and words[i - 1] in self._not_one) or not words[i + 1].isalpha():
            return None
        return Count(1, 1, 1, "exact", i, i + 1)

    def _read_parenthesized(self, words: Sequence[str], i: int) -> Count | None:
        """Read "(5) مواطنين": the figure in brackets before its noun."""
        if i + 3 >= len(words) or not (words[i + 1].isdecimal() and words[i + 2] == ")" and words[i + 3].isalpha()):
            return None
        number = int(words[i + 1])
        return Count(number, number, number, "exact", i, i + 3)


def _vague_count(row: dict[str, str]) -> Count:
    low, high = int(row["low"]), int(row["high"]) if row["high"] else None
    return Count(low, low if high is not None else None, high, row["quantity"])


def _exact(number: Cardinal) -> Count:
    return Count(number.value, number.value, number.value, "exact", 0, number.last)


def _range(low: Cardinal, high: Cardinal) -> Count | None:
    """Return the range of two figures, "20 إلى 25 ألفا" sharing its scale; None when they do not rise plausibly."""
    first = low.value
    for scale in (1_000_000, 1_000):
        if high.value >= scale > first and high.value % scale == 0 and first * scale < high.value:
            first *= scale
    if not first < high.value <= max(first, 1) * _RANGE_RATIO:
        return None
    return Count(first, first, high.value, "exact", 0, high.last)


def _closed(words: Sequence[str], j: int) -> bool:
    """True when the hyphen at `j` stands between two figures alone, as in "5-7" and not in "7-10-2023"."""
    before = words[j - 2] if j > 1 else ""
    after = words[j + 2] if j + 2 < len(words) else ""
    return before not in _HYPHENS and after not in _HYPHENS and before != "/" and after != "/"


def _skip_repetition(cardinals: CardinalReader, words: Sequence[str], count: Count) -> Count:
    """Return `count` with the repeated figure of "خمسة (5)" taken in."""
    j = count.last
    if j + 2 >= len(words) or words[j] != "(" or words[j + 2] != ")":
        return count
    again = cardinals.read(words, j + 1)
    return dataclasses.replace(count, last=j + 3) if again is not None and again.value == count.best else count
