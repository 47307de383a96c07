"""What a number measures when it counts no people: age, distance, money, time, date, calibre, a unit's name, a list mark.

Decided from the words around the number (number_nouns.tsv, number_cues.tsv); the number itself is read elsewhere.
"""

from collections.abc import Sequence

from transforms.extract.numbers_words import LEXICON, CardinalReader, is_digits
from transforms.extract.phrase_table import PhraseTable
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_NOUN_CLITICS = ("", "ال")
_HYPHENS = frozenset("-–—_")
_SEPARATORS = frozenset("/\\-–—")
_BREAKS = frozenset("\n.•؛")
_PAUSES = frozenset("،,()")
_ARTICLES = frozenset({"ال", "رقم", "الرقم", "(", '"', "-"})
_YEARS = range(1900, 2040)
_AGE_REACH = 5
_YEAR_DIGITS = 4


class NonCounts:
    """Tells numbers that are no count of people from those that may be."""

    __slots__ = ("_cardinals", "_cues", "_months", "_nouns")

    def __init__(self, cardinals: CardinalReader) -> None:
        self._cardinals = cardinals
        self._nouns: PhraseTable[str] = PhraseTable(
            ((row["form"], row["kind"]) for row in read_tsv(LEXICON, "number_nouns")), prefixes=_NOUN_CLITICS
        )
        self._cues: dict[str, set[str]] = {}
        for row in read_tsv(LEXICON, "number_cues"):
            self._cues.setdefault(row["kind"], set()).add(normalize_name(row["form"]))
        self._months: PhraseTable[str] = PhraseTable(
            (row["form"], row["month"]) for row in read_tsv(LEXICON, "date_months")
        )

    def kind(self, words: Sequence[str], first: int, last: int) -> str | None:
        """Return the kind of the number on [first, last), None when it may count people."""
        if self._is_date_part(words, first, last):
            return "date"
        if self._is_clock(words, first, last):
            return "time"
        noun = self._nouns.match(words, last)
        if noun is not None and noun[0] == "people":
            return None
        if noun is not None and noun[0] == "duration" and self._is_age(words, first, noun[1]):
            return "age"
        if noun is not None and noun[0] not in {"things", "duration"}:
            return noun[0]
        return self._kind_by_cue(words, first, last) or (noun[0] if noun is not None else None)

    def _kind_by_cue(self, words: Sequence[str], first: int, last: int) -> str | None:
        if self._is_list_mark(words, first, last):
            return "list"
        before = self._word_before(words, first)
        for kind in ("calibre", "model"):
            if before in self._cues[kind]:
                return kind if kind == "calibre" else "name"
        if before in self._cues["age"] and not self._counted(words, last):
            return "age"
        if before in self._cues["name"] and last - first <= 2 and not self._counted(words, last):
            return "name"
        return "date" if self._is_year(words, first, last) else None

    def _word_before(self, words: Sequence[str], first: int) -> str:
        """Return the word that the number follows, the article and "رقم" skipped; clitics و, ب, ل stripped."""
        if first > 0 and words[first - 1] in {"رقم", "الرقم", "برقم"}:
            return "رقم"
        j = first - 1
        while j > 0 and words[j] in _ARTICLES and first - j < 3:
            j -= 1
        word = words[j] if j >= 0 else ""
        known = self._cues["name"] | self._cues["model"]
        if word not in known and word[:1] in {"و", "ب", "ل", "ف"} and word[1:] in known:
            return word[1:]
        return word

    def _counted(self, words: Sequence[str], last: int) -> bool:
        """True when the next word is a counted noun: known as one, or an accusative singular ("15 مقاتلا")."""
        if last >= len(words):
            return False
        word = words[last]
        return self._nouns.match(words, last) is not None or (len(word) > 3 and word.isalpha() and word[-1] == "ا")

    def _is_date_part(self, words: Sequence[str], first: int, last: int) -> bool:
        """True inside 12/3/2015, before a month name ("7 من تموز"), and for years after a month or "عام"."""
        if self._months.match(words, last + 1 if last < len(words) and words[last] == "من" else last):
            return True
        if not is_digits(words[last - 1]):
            return self._cue_before(words, first, "year") and last - first > 1
        if any(c in words[last - 1] for c in ".") and words[last - 1].count(".") == 2:
            return True
        after = last + 1 < len(words) and words[last] in {"/", "\\"} and is_digits(words[last + 1])
        before = first > 1 and words[first - 1] in {"/", "\\"} and is_digits(words[first - 2])
        return after or before or self._is_hyphenated(words, first, last)

    def _is_hyphenated(self, words: Sequence[str], first: int, last: int) -> bool:
        """True in 22-11-2021: two hyphens between three figures, and at each of the three."""
        for start in (first, first - 2, first - 4):
            parts = words[start : start + 5] if start >= 0 else ()
            if len(parts) == 5 and all(is_digits(p) for p in parts[::2]) and all(p in _SEPARATORS for p in parts[1::2]):
                return True
        return False

    def _is_clock(self, words: Sequence[str], first: int, last: int) -> bool:
        if self._cue_before(words, first, "time"):
            return True
        after = last + 1 < len(words) and words[last] == ":" and words[last + 1].isdecimal()
        return after or (first > 1 and words[first - 1] == ":" and words[first - 2].isdecimal())

    def _cue_before(self, words: Sequence[str], first: int, kind: str) -> bool:
        cues = self._cues[kind]
        return first > 0 and (words[first - 1] in cues or (words[first - 1] in _ARTICLES and words[first - 2] in cues))

    def _is_year(self, words: Sequence[str], first: int, last: int) -> bool:
        if last - first != 1 or len(words[first]) != _YEAR_DIGITS or not words[first].isdecimal():
            return False
        return int(words[first]) in _YEARS and not self._counted(words, last)

    def _is_age(self, words: Sequence[str], first: int, end: int) -> bool:
        """True for "الطفل أحمد، 12 عاما", "(4 أعوام)" and "عمره 18 شهرا"; `end` is the token after the unit."""
        start = max(0, first - _AGE_REACH)
        for j in range(first - 1, start - 1, -1):
            if words[j] in _BREAKS or words[j] in self._cues["duration"]:
                return False
            if words[j] in self._cues["age"]:
                return True
            if j < first - 1 and words[j] in {"،", ","}:
                break
        before = words[first - 1] if first > 0 else ""
        after = words[end] if end < len(words) else "\n"
        if before in _PAUSES and (after in _PAUSES or after in _BREAKS or before == "("):
            return True
        return any(self._is_person(words[j]) for j in range(start, first))

    def _is_person(self, word: str) -> bool:
        return self._nouns.match((word,), 0) == ("people", 1)

    def _is_list_mark(self, words: Sequence[str], first: int, last: int) -> bool:
        """True for "1- محمد", "2_ فاطمة", "3) علي" and "(4) حسن", at the line's start or in a running list."""
        if last - first == 3 and words[first] == "(":
            return first == 0 or words[first - 1] in _BREAKS
        if last - first != 1 or not words[first].isdecimal() or last + 1 >= len(words):
            return False
        opened = first == 0 or words[first - 1] in _BREAKS
        if words[last] in _HYPHENS:
            return words[last + 1].isalpha() and (first == 0 or words[first - 1] not in _HYPHENS)
        return opened and words[last] in {")", ".", "/"} and words[last + 1].isalpha()
