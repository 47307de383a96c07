"""What a number measures when it counts no people: age, distance, money, time, date, calibre, a unit's name, a list.

Decided from the words around the number (number_nouns.tsv, number_cues.tsv); the number itself is read elsewhere.
"""

from collections.abc import Sequence

from transforms.extract.numbers_words import LEXICON, CardinalReader, is_digits
from transforms.extract.phrase_table import PhraseTable
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_NOUN_CLITICS = ("", "ال")
_HYPHENS = frozenset("-–—_")
_SEPARATORS = frozenset("/\\-–—_")
_BREAKS = frozenset("\n.•؛")
_PAUSES = frozenset("،,()")
_ARTICLES = frozenset({"ال", "رقم", "الرقم", "(", '"', "-"})
_YEARS = range(1900, 2040)
_AGE_REACH = 5
_YEAR_DIGITS = 4
_DOTS_OF_A_DATE, _PARTS_OF_A_DATE = 2, 5
_ARTICLE_AND_FIGURE = 2
_ARTICLE_REACH = 3
_LONGEST_STEM = 3
_ONE = frozenset({"واحد", "واحده", "واحدا"})
# "قرار مجلس الأمن الدولي 2216": the decree may stand some words before its number, which has three figures or more.
# "وأصيب 173 اليوم": what follows the number is when, not what is counted.
_NOW = frozenset({"اليوم", "الليله"})
_DECREES = frozenset({"قرار", "القرار", "وقرار", "بقرار"})
_DECREE_REACH, _DECREES_FROM = 5, 100


class NonCounts:
    """Tells numbers that are no count of people from those that may be."""

    __slots__ = ("_cardinals", "_cues", "_months", "_nouns")

    def __init__(self, cardinals: CardinalReader) -> None:
        self._cardinals = cardinals
        self._nouns: PhraseTable[str] = PhraseTable(
            (entry for row in read_tsv(LEXICON, "number_nouns") for entry in _forms(row["form"], row["kind"])),
            prefixes=_NOUN_CLITICS,
        )
        self._cues: dict[str, set[str]] = {}
        for row in read_tsv(LEXICON, "number_cues"):
            self._cues.setdefault(row["kind"], set()).add(normalize_name(row["form"]))
        self._months: PhraseTable[str] = PhraseTable(
            (row["form"], row["month"]) for row in read_tsv(LEXICON, "date_months")
        )

    def kind(self, words: Sequence[str], first: int, last: int) -> str | None:
        """Return the kind of the number on [first, last), None when it may count people."""
        around = self._kind_by_figures(words, first, last)
        if around is not None:
            return around
        noun = self._nouns.match(words, last) if "".join(words[last : last + 1]) not in _NOW else None
        measure = noun[0] if noun is not None else None
        if measure == "people":
            return None
        if noun is not None and measure == "years":
            measure = "age" if self._is_age(words, first, noun[1]) else "duration"
        if measure is not None and measure not in {"things", "duration"}:
            return "date" if measure == "time" and _is_year(words, first, last) else measure
        return self._kind_by_cue(words, first, last) or measure

    def _kind_by_figures(self, words: Sequence[str], first: int, last: int) -> str | None:
        """Return date or time where figures, months or "الساعة" beside the number show it, name in "&#34;" and "M4"."""
        if self._is_date_part(words, first, last):
            return "date"
        if self._is_clock(words, first, last):
            return "time"
        latin = any(
            word.isascii() and word.isalpha() for word in (*words[max(0, first - 1) : first], *words[last : last + 1])
        )
        return "name" if latin or tuple(words[max(0, first - 2) : first]) == ("&", "#") else None

    def _kind_by_cue(self, words: Sequence[str], first: int, last: int) -> str | None:
        if self._is_list_mark(words, first, last):
            return "list"
        before, counted = self._word_before(words, first), self._counted(words, last)
        if before in self._cues["calibre"]:
            return "calibre"
        if not counted and (before in self._cues["age"] or self._is_years_of_life(words, last)):
            return "age"
        if not counted and last - first <= _ARTICLE_AND_FIGURE and self._is_name(words, first, before):
            return "name"
        if words[last - 1] in _ONE and first > 0 and words[first - 1] in self._cues["one_thing"]:
            return "things"
        return "date" if _is_year(words, first, last) and not counted else None

    def _is_name(self, words: Sequence[str], first: int, before: str) -> bool:
        """True for "اللواء 15", "ميغ 29", "في يومها الـ309", "قرار مجلس الأمن الدولي 2216"."""
        if before in self._cues["name"] or before in self._cues["model"]:
            return True
        if words[first] == "ال":
            return not self._is_person(before)
        earlier = words[max(0, first - _DECREE_REACH) : first]
        return words[first].isdecimal() and int(words[first]) >= _DECREES_FROM and any(w in _DECREES for w in earlier)

    def _is_years_of_life(self, words: Sequence[str], last: int) -> bool:
        """True before "من عمره" and "من العمر"."""
        return last + 1 < len(words) and words[last] == "من" and words[last + 1] in self._cues["age"]

    def _word_before(self, words: Sequence[str], first: int) -> str:
        """Return the word that the number follows, the article and "رقم" skipped; clitics و, ب, ل stripped."""
        if first > 0 and words[first - 1] in {"رقم", "الرقم", "برقم"}:
            return "رقم"
        j = first - 1
        while j > 0 and words[j] in _ARTICLES and first - j < _ARTICLE_REACH:
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
        return self._nouns.match(words, last) is not None or (
            len(word) > _LONGEST_STEM and word.isalpha() and word[-1] == "ا"
        )

    def _is_date_part(self, words: Sequence[str], first: int, last: int) -> bool:
        """True inside 12/3/2015, before a month name ("7 من تموز"), and for years after a month or "عام"."""
        if self._is_before_month(words, last):
            return True
        if not is_digits(words[last - 1]):
            return self._cue_before(words, first, "year") and last - first > 1
        if words[last - 1].count(".") == _DOTS_OF_A_DATE or self._is_year_beside(words, first, last):
            return True
        after = last + 1 < len(words) and words[last] in {"/", "\\"} and is_digits(words[last + 1])
        before = first > 1 and words[first - 1] in {"/", "\\"} and is_digits(words[first - 2])
        return after or before or _is_hyphenated(words, first)

    def _is_before_month(self, words: Sequence[str], last: int) -> bool:
        """True before "تموز", "من تموز" and "و8 من تموز"."""
        paired = tuple(words[last : last + 1]) == ("و",) and is_digits("".join(words[last + 1 : last + 2]))
        j = last + 2 if paired else last
        return self._months.match(words, j + 1 if tuple(words[j : j + 1]) == ("من",) else j) is not None

    def _is_year_beside(self, words: Sequence[str], first: int, last: int) -> bool:
        """True for a year of four figures after "عام", after a month or before "هـ"."""
        if last - first != 1 or len(words[first]) != _YEAR_DIGITS or not words[first].isdecimal():
            return False
        month = self._months.match(words, first - 1) or self._months.match(words, first - 2)
        era = last < len(words) and words[last] == "ه"
        return era or (month is not None and month[1] == first) or self._cue_before(words, first, "year")

    def _is_clock(self, words: Sequence[str], first: int, last: int) -> bool:
        if self._cue_before(words, first, "time"):
            return True
        after = last + 1 < len(words) and words[last] == ":" and words[last + 1].isdecimal()
        return after or (first > 1 and words[first - 1] == ":" and words[first - 2].isdecimal())

    def _cue_before(self, words: Sequence[str], first: int, kind: str) -> bool:
        cues = self._cues[kind]
        return first > 0 and (words[first - 1] in cues or (words[first - 1] in _ARTICLES and words[first - 2] in cues))

    def _is_age(self, words: Sequence[str], first: int, end: int) -> bool:
        """True for "الطفل أحمد، 12 عاما", "(4 أعوام)" and "عمره 18 شهرا"; `end` is the token after the unit."""
        start = max(0, first - _AGE_REACH)
        if first > 0 and words[first - 1] == "في":
            return False
        for j in range(first - 1, start - 1, -1):
            if words[j] in _HYPHENS and j > 0 and words[j - 1].isdecimal():
                return True
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
        if words[first] == "(":
            return first == 0 or words[first - 1] in _BREAKS
        if last - first != 1 or not words[first].isdecimal() or last + 1 >= len(words):
            return False
        opened = first == 0 or words[first - 1] in _BREAKS
        if words[last] in _HYPHENS:
            return words[last + 1].isalpha() and (first == 0 or words[first - 1] not in _HYPHENS)
        return opened and words[last] in {")", ".", "/"} and words[last + 1].isalpha()


def _is_hyphenated(words: Sequence[str], first: int) -> bool:
    """True in 22-11-2021: two hyphens between three figures, at each of the three."""
    for start in (first, first - 2, first - 4):
        parts = words[start : start + 5] if start >= 0 else ()
        if len(parts) == _PARTS_OF_A_DATE and all(is_digits(part) for part in parts[::2]):
            return all(part in _SEPARATORS for part in parts[1::2])
    return False


def _is_year(words: Sequence[str], first: int, last: int) -> bool:
    if last - first != 1 or len(words[first]) != _YEAR_DIGITS or not words[first].isdecimal():
        return False
    return int(words[first]) in _YEARS


def _forms(form: str, kind: str) -> list[tuple[str, str]]:
    """Return the noun as listed and its accusative after 11-99 ("رأسا")."""
    inflected = kind not in {"people", "time"} and form.isalpha() and form[-1] not in "ةاىين" and len(form) > 1
    return [(form, kind), (form + "ا", kind)] if inflected else [(form, kind)]
