"""Totals and denials that a clause tells apart from its acts: "ارتفع عدد القتلى إلى 25", "دون وقوع إصابات".

Who was hit by an act is `casualties`; which total stands for an incident is `fields`.
"""

from collections.abc import Sequence

from transforms.extract.acts import Act
from transforms.extract.numbers import Count, NumberReader, bounded
from transforms.extract.outcomes import ZERO, Casualty
from transforms.extract.people import STOPS, Clause, People
from transforms.extract.phrase_table import PhraseTable

_WAS = frozenset({"وكان", "وكانت"})


class TollReader:
    """Reads totals and zeros from a clause; built once, then immutable."""

    __slots__ = ("_cues", "_numbers", "_opening")

    def __init__(self, numbers: NumberReader, cues: PhraseTable[str]) -> None:
        self._numbers = numbers
        self._cues = cues
        self._opening = frozenset(cues.starters())

    def read(self, clause: Clause) -> list[Casualty]:
        """Return the zeros of a clause, then its totals."""
        opening = self._opening
        cues = [i for i, word in enumerate(clause.words[clause.first : clause.last], clause.first) if word in opening]
        return [*self._zeros(clause, cues), *self._totals(clause, cues)] if cues else []

    def early(self, clause: Clause, acts: Sequence[Act]) -> int | None:
        """Return where an earlier toll is told, that a later one replaces: "بعد أن كانت 5", "حصيلة أولية".

        "وكان قائد الشرطة صرح بأن الهجوم أسفر عن" goes back to what was said before of the same attack.
        """
        if clause.words[clause.first] in _WAS and any(act.definite and not act.outcome for act in acts):
            return clause.first if _is_reported(clause) else None
        for i, word in enumerate(clause.words[clause.first : clause.last], clause.first):
            if word in self._opening:
                cue = self._cues.match(clause.words, i)
                if cue is not None and cue[0] == "early":
                    return i
        return None

    def _zeros(self, clause: Clause, cues: Sequence[int]) -> list[Casualty]:
        """Return that nobody was killed or injured, where a clause says so."""
        rows = []
        for i in cues:
            cue = self._cues.match(clause.words, i)
            if cue is not None and cue[0] == "zero" and cue[1] <= clause.last:
                people = People(ZERO, "", None, i, cue[1])
                rows += [Casualty("killed", people, i, cue[1]), Casualty("injured", people, i, cue[1])]
        return rows

    def _totals(self, clause: Clause, cues: Sequence[int]) -> list[Casualty]:
        """Return totals: "ارتفع عدد القتلى إلى 25", "بلغت حصيلة الضحايا 12 قتيلا"."""
        rows = []
        for i in cues:
            cue = self._cues.match(clause.words, i)
            if cue is None or not cue[0].startswith("toll"):
                continue
            outcome = "injured" if cue[0].endswith("injured") else "killed"
            raised = self._raised_to(clause, i)
            if raised is not None:
                rows.append(Casualty(outcome, raised, raised.first, cue[1], total=True))
                continue
            for j in range(cue[1], min(cue[1] + 16, clause.last)):
                if clause.words[j] in STOPS:
                    break
                if clause.words[j] == "من" and "الي" in clause.words[j : j + 5]:
                    continue
                rising = "الي" in clause.words[j - 1 : j + 4] and clause.words[j - 1] != "الي"
                may = self._numbers.may_start(clause.words[j]) and not rising
                count = self._numbers.read(clause.words, j) if may else None
                if count is not None and count.best is not None:
                    if self._numbers.noncount(clause.words, j, count.last) is None:
                        people = People(self._with_bound(clause, count), "", None, j, count.last)
                        rows.append(Casualty(outcome, people, i, count.last, total=True))
                    break
        return rows

    def _with_bound(self, clause: Clause, count: Count) -> Count:
        """Return a figure with the bound behind its noun: "إلى مئة شهيد على الأقل"."""
        for j in range(count.last, min(count.last + 2, clause.last)):
            bound = self._numbers.postposed_bound(clause.words, j)
            if bound is not None and count.quantity == "exact":
                return bounded(count, bound[0])
        return count

    def _raised_to(self, clause: Clause, i: int) -> People | None:
        """Return the figure right before the word for a toll: "ارتفع إلى ستة عدد القتلى"."""
        for j in range(max(clause.first + 1, i - 5), i):
            if clause.words[j - 1] in {"الي", "ل"} and self._numbers.may_start(clause.words[j]):
                count = self._numbers.read(clause.words, j)
                if count is not None and count.best is not None and count.last == i:
                    return People(count, "", None, j, i)
        return None


def _is_reported(clause: Clause) -> bool:
    cues = clause.marks.cues
    return any(kind in {"report", "source"} for i in range(clause.first, clause.last) for kind, _ in cues.get(i, ()))
