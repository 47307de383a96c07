"""Parts of a toll: "بينهم 3 أطفال وامرأة", recorded under their group and never added.

The whole toll is `casualties`.
"""

from transforms.extract.outcomes import Casualty
from transforms.extract.people import STOPS, Clause, People, PeopleReader


class PartReader:
    """Reads the parts of a toll; built once, then immutable."""

    __slots__ = ("_people",)

    def __init__(self, people: PeopleReader) -> None:
        self._people = people

    def read(self, clause: Clause, outcome: str, j: int, whole: People) -> list[Casualty]:
        """Return the parts of a toll: "بينهم 3 أطفال وامرأة"."""
        for k in range(j, min(j + 7, clause.last)):
            if clause.words[k] in STOPS:
                break
            cue = self._people.cues.match(clause.words, k)
            if cue is not None and cue[0] == "subset":
                return self._listed(clause, outcome, cue[1], whole)
            if any(tag.kind == "ev" for tag in clause.marks.tags[k]):
                break
        return []

    def _listed(self, clause: Clause, outcome: str, j: int, whole: People) -> list[Casualty]:
        """Return the parts; one that is larger than the whole stands beside it ("17 جنديا بينهم 4 ضباط، و100 مسلح")."""
        rows: list[Casualty] = []
        people = self._people.people(clause, self._people.skip(clause, j))
        while people is not None:
            larger = bool(rows) and (people.count.low or 0) > (whole.count.best or _ANY)
            rows.append(Casualty(outcome, people, people.first, people.last, subset=not larger))
            people = self._people.continued(clause, people.last)
        return rows


_ANY = 10**9
