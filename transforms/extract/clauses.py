"""A sentence cut into clauses that may each tell an incident of their own.

Only where to cut and how a clause is joined to the one before; whether two clauses tell one incident is `drafts`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.extract.acts import Marks
from transforms.extract.phrase_table import PhraseTable
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_CUTS = frozenset({"\u060c", "\u061b", ":", "-", "(", ")"})
_HARD_CUTS = frozenset({"\u061b", ":"})
_MIN_TOKENS = 3
_WE = "نا"
"""Ending of a verb whose subject is who speaks."""
_SINCE = frozenset({"منذ", "مند"})
_SUM_REACH = 16


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens [first, last), joined as new, turn, background, result, cause, sum, subject, place, each, and, ''.

    and: و + act; each: one of several acts that were counted before (see `enumerated`).
    """

    first: int
    last: int
    joint: str


class ClauseSplitter:
    """Splits sentences at connectives; built once, then immutable."""

    __slots__ = ("_connectives", "_opening", "_says")

    def __init__(self) -> None:
        rows = read_tsv("transforms.lexicon", "connectives")
        self._says = frozenset(normalize_name(row["phrase"]) for row in rows if row["kind"] == "says")
        self._connectives: PhraseTable[str] = PhraseTable(
            ((row["phrase"], row["kind"]) for row in rows if row["kind"] != "says"), prefixes=("", "و")
        )
        self._opening = frozenset(self._connectives.starters())

    def split(
        self, words: Sequence[str], marks: Marks, first: int, last: int, *, subjects: Mapping[int, int]
    ) -> list[Clause]:
        """Return the clauses of the sentence [first, last), in order and without gaps.

        `subjects` gives the end of each actor's name by its start: و + actor + verb opens a clause of its own.
        """
        starts = [(first, self._joint(words, marks, first, start=True))]
        span = words[first + 1 : last]
        opening = self._opening
        for i in [
            i
            for i, word in enumerate(span, first + 1)
            if word[0] == "و" or word in opening or words[i - 1] in _HARD_CUTS
        ]:
            joint = self._cut_at(words, marks, i)
            if i in subjects and words[i].startswith("و"):
                verb = subjects[i]
                acts_or_says = _is_verb(marks, verb, last) or (verb < last and words[verb] in self._says)
                joint = "subject" if acts_or_says else joint
            if joint and i - starts[-1][0] >= _MIN_TOKENS:
                starts.append((i, joint))
        ends = [start for start, _ in starts[1:]] + [last]
        return [Clause(start, end, joint) for (start, joint), end in zip(starts, ends, strict=True)]

    def _joint(self, words: Sequence[str], marks: Marks, i: int, *, start: bool) -> str:
        found = self._connectives.match(words, i) if words[i] in self._connectives else None
        if found is not None and found[0] == "sum":
            # "ليرتفع إلى 300 عدد القتلى منذ بدء الحملة" sums up; "ليرتفع عدد قتلى التفجير إلى 12" is the blast's toll.
            return "" if start or _SINCE.isdisjoint(words[i : i + _SUM_REACH]) else "sum"
        if found is not None and found[0] == "more":
            return "new" if start or _names_act(marks, found[1]) else ""
        if found is not None:
            return found[0]
        if not start and any(t.kind == "cue" and t.value == "report" and t.conjunction == "و" for t in marks.tags[i]):
            return "and"
        if not start and words[i].startswith("و") and _opens_act(marks, i, after_mark=words[i - 1] in _CUTS):
            return "and"
        return ""

    def _cut_at(self, words: Sequence[str], marks: Marks, i: int) -> str:
        after_mark = words[i - 1] in _CUTS
        joint = self._joint(words, marks, i, start=False)
        if joint in {"new", "turn", "background", "sum"}:
            return joint if after_mark or joint != "background" else ""
        if words[i - 1] == ":" and words[i].endswith(_WE) and _is_verb(marks, i, i + 1):
            return ""  # "سرايا القدس: قصفنا الموقع": who speaks is the subject
        if words[i - 1] in _HARD_CUTS:
            return joint or "and"
        if after_mark and words[i] in {"وفي", "وب", "وعلي"}:
            return "place"
        return joint if after_mark and joint in {"and", "result"} else "and" if joint == "and" else ""


def _names_act(marks: Marks, i: int) -> bool:
    """Whether an act stands at token `i` or the next, and not only people: "إضافة إلى قصف القرية"."""
    near = [tag for tags in marks.tags[i : i + 2] for tag in tags]
    return any(tag.kind in {"ev", "light"} for tag in near) and not any(tag.kind == "person" for tag in near)


def _is_verb(marks: Marks, i: int, last: int) -> bool:
    return i < last and any(
        not tag.conjunction and ((tag.kind in {"ev", "light"} and tag.pos == "v") or tag.value == "report")
        for tag in marks.tags[i]
    )


def _opens_act(marks: Marks, i: int, *, after_mark: bool) -> bool:
    """Whether و + an act stands at token `i`; after a mark a noun opens a clause too, else a finite verb does."""
    kinds = {"v", "p", "m", "n"} if after_mark else {"v", "p"}
    return any(
        tag.kind in {"ev", "light"}
        and tag.conjunction == "و"
        and tag.pos in kinds
        and not tag.clitic.startswith(("ب", "ل"))
        and tag.value != "mutual"
        and (after_mark or tag.extra not in {"killed", "injured"})
        for tag in marks.tags[i]
    )
