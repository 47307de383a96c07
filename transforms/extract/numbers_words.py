"""Cardinal numbers: digits with separators, Arabic number words, and both mixed ("3 آلاف", "1.5 مليون").

Values only. Bounds, ranges, vague quantities and what a number counts are `numbers` and `numbers_noncount`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

LEXICON = "transforms.lexicon"
# Proclitics that may stand before a number word that opens a phrase: and, so, with, for, and their pairs.
_PROCLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب")
_ARTICLE = "ال"
_TEN, _TWENTY, _THOUSAND = 10, 20, 1000
_THOUSANDS_GROUP = 3
# The dual of a hundred is one word, so that a unit before it begins with three.
_DUAL = 2
_NUMBER = re.compile(r"\d+(?:[.,٬٫]\d+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """One number word: its value and its part in the grammar (`kind` of number_words.tsv)."""

    value: int
    kind: str


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A whole number that ends before token `last`; `digits` when it begins with figures."""

    value: int
    last: int
    digits: bool = False


def digits_value(word: str) -> float | None:
    """Return what a number token says: 1,500 and 1.500 are thousands, 3.5 a decimal; None when it is neither.

    >>> digits_value("1,500"), digits_value("3.5"), digits_value("22.11.2021")
    (1500, 3.5, None)
    """
    if word.isdecimal():
        return int(word)
    if not _NUMBER.fullmatch(word):
        return None
    groups = re.split(r"[.,٬٫]", word)
    if all(len(group) == _THOUSANDS_GROUP for group in groups[1:]) and len(groups[0]) <= _THOUSANDS_GROUP:
        return int("".join(groups)) if groups[0] != "0" else float("0." + "".join(groups[1:]))
    return float(".".join(groups)) if len(groups) == len(("whole", "fraction")) else None


def is_digits(word: str) -> bool:
    """True for a token of figures, separators included."""
    return word[:1].isdecimal()


@dataclass(slots=True)
class CardinalReader:
    """Reads the cardinal number that begins at a token; built once from number_words.tsv."""

    first: dict[str, Term] = field(default_factory=dict)
    plain: dict[str, Term] = field(default_factory=dict)
    fronted: dict[str, Term] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    people: frozenset[str] = frozenset()

    @classmethod
    def from_lexicon(cls) -> "CardinalReader":
        """Return a reader over all surface forms of the packaged number words."""
        people = (row["form"] for row in read_tsv(LEXICON, "number_nouns") if row["kind"] == "people")
        reader = cls(people=frozenset(map(normalize_name, people)))
        for row in read_tsv(LEXICON, "number_words"):
            reader._add(normalize_name(row["form"]), Term(int(row["value"]), row["kind"]), row["flags"].split())
        return reader

    def _add(self, form: str, term: Term, flags: list[str]) -> None:
        if term.kind == "ordinal":
            self.ordinals.setdefault(form, term.value)
            return
        forms = [form] if "indefinite" in flags or term.kind == "compound" else [form, _ARTICLE + form]
        for bare in forms:
            self.plain.setdefault(bare, term)
            for clitic in _PROCLITICS:
                if clitic.endswith("ل") and ("no_l" in flags or bare != form):
                    continue
                if "before_scale" in flags:
                    self.fronted.setdefault(clitic + bare, term)
                else:
                    self.first.setdefault(clitic + bare, term)
        if len(forms) > 1:
            for clitic in ("لل", "ولل"):
                self.first.setdefault(clitic + form, term)

    def read(self, words: Sequence[str], i: int) -> Cardinal | None:
        """Return the longest number that begins at token `i`; None for ordinals and decimals without a scale."""
        word = words[i]
        if word[:1].isdecimal():
            return self._read_digits(words, i)
        term = self.first.get(word) or self._before_scale(words, i)
        if term is None or (term.kind in {"teen", "ten"} and self._follows_ordinal(words, i)):
            return None
        return self._read_groups(words, term, i + 1)

    def read_short(self, words: Sequence[str], i: int) -> Cardinal | None:
        """Return only the unit at token `i`: the other reading of "بين خمسة وعشرين" (five to twenty)."""
        term = self.first.get(words[i])
        return Cardinal(term.value, i + 1) if term is not None and term.kind == "unit" else None

    def _before_scale(self, words: Sequence[str], i: int) -> Term | None:
        """Return a number that is one only before a scale or people: "مئتا ألف", "مئتا جندي"; else it may be a name."""
        term = self.fronted.get(words[i])
        if term is None or i + 1 >= len(words):
            return None
        following = self.plain.get(words[i + 1])
        counts = words[i + 1] in self.people or (following is not None and following.kind == "scale")
        return term if counts else None

    def _follows_ordinal(self, words: Sequence[str], i: int) -> bool:
        if i == 0:
            return False
        before = words[i - 1]
        return before in self.ordinals or before[1:] in self.ordinals

    def _read_digits(self, words: Sequence[str], i: int) -> Cardinal | None:
        value = digits_value(words[i])
        if value is None:
            return None
        j = i + 1
        if j < len(words) and words[j] == "000" and value < _THOUSAND:
            value, j = value * _THOUSAND, j + 1
        scale = self._scale_at(words, j)
        if scale:
            total = round(value * scale)
            rest, j = self._rest(words, j + 1, scale) if value == int(value) else (0, j + 1)
            return Cardinal(total + rest, j, digits=True)
        return Cardinal(int(value), j, digits=True) if value == int(value) else None

    def _read_groups(self, words: Sequence[str], term: Term, j: int) -> Cardinal | None:
        """Read [group scale] و [group scale] و group after the first `term` (token j - 1)."""
        group = self._group(words, term, j)
        if group is None:
            return None
        value, j, limit = group
        rest, j = self._rest(words, j, limit)
        return Cardinal(value + rest, j)

    def _rest(self, words: Sequence[str], j: int, limit: int) -> tuple[int, int]:
        """Return the value of the lower groups joined by و after a group of scale `limit`, and where they end."""
        part = self._part_after(words, j, limit)
        if part is not None:
            return part
        total = 0
        while limit >= _THOUSAND:
            found = self._joined(words, j)
            group = self._group(words, *found) if found else self._joined_digits(words, j)
            if group is None or group[2] >= limit or group[0] >= limit:
                break
            total, j, limit = total + group[0], group[1], group[2]
        return total, j

    def _joined_digits(self, words: Sequence[str], j: int) -> tuple[int, int, int] | None:
        """Read "و 500" or "و 200 ألف" after a thousand or a million."""
        if j + 1 >= len(words) or words[j] != "و" or not words[j + 1].isdecimal() or int(words[j + 1]) >= _THOUSAND:
            return None
        value, j = int(words[j + 1]), j + 2
        scale = self._scale_at(words, j)
        return (value * scale, j + 1, scale) if scale else (value, j, 1)

    def _group(self, words: Sequence[str], term: Term, j: int) -> tuple[int, int, int] | None:
        """Return (value, end, scale) of one group: "ثلاثمئة ألف" is (300000, end, 1000)."""
        if term.kind in {"scale", "scales"}:
            return (term.value, j, term.value) if term.kind == "scale" else None
        if term.kind == "part":
            scale = self._scale_at(words, j)
            return (scale // term.value, j + 1, 1) if scale else None
        if term.kind == "dual":
            return term.value, j, term.value // 2
        under = self._under_thousand(words, term, j)
        if under is None:
            return None
        value, j = under
        scale = self._scale_at(words, j)
        return (value * scale, j + 1, scale) if scale else (value, j, 1)

    def _under_thousand(self, words: Sequence[str], term: Term, j: int) -> tuple[int, int] | None:
        following = self._plain_at(words, j)
        if term.kind == "unit" and following is not None and following.kind == "hundred" and term.value > _DUAL:
            term, j = Term(term.value * 100, "hundreds"), j + 1
        if term.kind not in {"hundred", "hundreds"}:
            return self._under_hundred(words, term, j)
        joined = self._joined(words, j)
        if joined is None or joined[0].kind not in {"unit", "compound", "teen", "ten"}:
            return term.value, j
        rest = self._under_hundred(words, *joined)
        return (term.value + rest[0], rest[1]) if rest else (term.value, j)

    def _under_hundred(self, words: Sequence[str], term: Term, j: int) -> tuple[int, int] | None:
        if term.kind in {"teen", "ten"}:
            return term.value, j
        following = self._plain_at(words, j)
        if following is not None and following.kind == "teen" and words[j] in self.plain and term.value < _TEN:
            return _TEN + term.value, j + 1
        joined = self._joined(words, j)
        if joined is not None and joined[0].kind == "ten" and joined[0].value >= _TWENTY:
            return term.value + joined[0].value, joined[1]
        return (term.value, j) if term.kind == "unit" else None

    def _part_after(self, words: Sequence[str], j: int, limit: int) -> tuple[int, int] | None:
        """Read "ونصف", "وربع" and "ونصف المليون" after a scale word."""
        joined = self._joined(words, j) if limit >= _THOUSAND else None
        if joined is None or joined[0].kind != "part":
            return None
        return limit // joined[0].value, joined[1] + (self._scale_at(words, joined[1]) == limit)

    def _scale_at(self, words: Sequence[str], j: int) -> int:
        """Return the thousand or million that multiplies the number before token `j`, else 0."""
        term = self._plain_at(words, j)
        return term.value if term is not None and term.kind in {"scale", "scales"} else 0

    def _plain_at(self, words: Sequence[str], j: int) -> Term | None:
        return self.plain.get(words[j]) if j < len(words) else None

    def _joined(self, words: Sequence[str], j: int) -> tuple[Term, int] | None:
        """Return the term that و joins at token `j`, glued ("وعشرين") or apart, and the token after it."""
        if j >= len(words):
            return None
        word = words[j]
        if word == "و":
            term = self._plain_at(words, j + 1)
            return (term, j + 2) if term is not None else None
        term = self.plain.get(word[1:]) if word[0] == "و" else None
        return (term, j + 1) if term is not None else None
