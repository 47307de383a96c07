"""Who stands before a verb as its subject: "60 شخصا قتلوا", "أن شخصا آخر كان مرافقا له قتل", "12 مسلحا وخمسة مدنيين".

People phrases themselves are `people`; what happened to them is `casualties`.
"""

from transforms.extract.acts import Act
from transforms.extract.numbers import NumberReader
from transforms.extract.people import LIGHT_MARKS, PLURAL_VERB, STOPS, Clause, People, PeopleReader
from transforms.lexicon.compile import Tag

_THAT = frozenset({"ان", "بان", "وان", "فان"})
_WHO = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين"})


class SubjectReader:
    """Reads subjects before verbs; built once, then immutable."""

    __slots__ = ("_numbers", "_people")

    def __init__(self, numbers: NumberReader, people: PeopleReader) -> None:
        self._numbers = numbers
        self._people = people

    def before(self, clause: Clause, act: Act) -> People | None:
        """Return the subject before its verb: "60 شخصا قتلوا", "شرطيا قتل"."""
        counted = self._counted_subject(clause, act) or self._reported_subject(clause, act)
        if counted is not None:
            return counted
        for j in range(act.first - 1, max(act.first - 8, clause.first - 1), -1):
            word = clause.words[j]
            if word in STOPS or any(tag.kind == "ev" and tag.extra for tag in clause.marks.tags[j]):
                break
            people = self._people.people(clause, j)
            if clause.is_settled(j) and word.startswith("ال"):
                continue
            if people is None or people.named or self._people.cues.match(clause.words, j) is not None:
                continue
            if people.last < act.first - 4 or not _agrees(people, act):
                continue
            start = self._counted_from(clause, j)
            return start or people
        return None

    def all_groups(self, clause: Clause, act: Act) -> list[People]:
        """Return all groups of the subject before a verb: "12 مسلحا وخمسة مدنيين قتلوا" are two."""
        last = self.before(clause, act)
        if last is None or not clause.words[last.first].startswith("و"):
            return [last] if last is not None else []
        for k in range(max(last.first - 12, clause.first), last.first):
            told = any(tag.kind == "ev" and tag.extra for tag in clause.marks.tags[k - 1])
            person = clause.person(k)
            one = clause.words[k - 1] in _THAT and person is not None and person.shape in {"sg", "du"}
            if (one or self._numbers.may_start(clause.words[k])) and not told:
                groups = self._people.listed(clause, k, act)
                if any(people.first == last.first for people in groups):
                    return groups
                if groups and self._people.skip_attributes(clause, groups[-1].last) == last.first:
                    return [*groups, last]
        return [last]

    def _counted_subject(self, clause: Clause, act: Act) -> People | None:
        nearest: People | None = None
        in_parts = False
        for k in range(max(act.first - 16, clause.first), act.first):
            word = clause.words[k]
            if not self._numbers.may_start(word):
                continue
            people = self._people.people(clause, k)
            in_parts = in_parts or (nearest is not None and self._is_part(clause, k))
            if people is None or people.last > act.first or people.count.best == 1 or self._is_part(clause, k):
                continue
            if in_parts and word.startswith("و"):
                continue  # "57 مدنيا بينهم 12 طفلا وست نساء قتلوا"
            if people.count.quantity == "plural" and not people.group and people.last < act.first:
                continue
            between = range(people.last, act.first)
            blocked = any(
                clause.words[j] in STOPS
                or clause.words[j] == "\u060c"
                or any(t.kind == "ev" for t in clause.marks.tags[j])
                for j in between
            )
            plural = act.shape in {"past", "pres"} and clause.words[act.first].endswith(("وا", "ون", "ا", "ن"))
            if not blocked and (plural or people.last >= act.first - 3):
                inside = nearest is not None and people.first < nearest.last
                nearest = nearest if inside else people
        return nearest

    def _is_part(self, clause: Clause, k: int) -> bool:
        """Whether the people at token `k` are a part of those before: "عشرة مدنيين بينهم عدد من الأطفال قتلوا"."""
        j = k - 1
        while j > clause.first and clause.words[j] in LIGHT_MARKS:
            j -= 1
        cue = self._people.cues.match(clause.words, j)
        return cue is not None and cue[0] == "subset"

    def _reported_subject(self, clause: Clause, act: Act) -> People | None:
        """Return who stands right behind "that", far before the verb: "أن شخصا آخر كان مرافقا للقيادي قتل"."""
        for j in range(act.first - 1, max(act.first - 14, clause.first - 1), -1):
            word = clause.words[j]
            if word in STOPS or word in _WHO or any(_is_verb(tag) for tag in clause.marks.tags[j]):
                return None
            if word in _THAT:
                people = self._people.people(clause, self._people.skip(clause, j + 1))
                if people is None or people.last > act.first - 1 or clause.is_place(people.first):
                    return None
                return people if _agrees_strictly(people, clause.words[act.first]) else None
        return None

    def _counted_from(self, clause: Clause, j: int) -> People | None:
        """Return the phrase whose count stands before the person noun at `j`."""
        best = None
        for k in range(j - 1, max(j - 7, clause.first - 1), -1):
            if clause.words[k] in STOPS or not self._numbers.may_start(clause.words[k]):
                continue
            people = self._people.people(clause, k)
            if people is not None and people.last >= j + 1:
                best = people
        return best


def _is_verb(tag: Tag) -> bool:
    return tag.kind == "ev" and tag.pos in {"v", "p"}


def _agrees_strictly(people: People, verb: str) -> bool:
    """Whether a verb after its subject has its number: قتل one, قتلا two, قتلوا more."""
    if verb.endswith(PLURAL_VERB):
        return people.count.best not in {1, 2}
    return people.count.best == (2 if verb.endswith("ا") else 1)


def _agrees(people: People, act: Act) -> bool:
    """Whether a verb after its subject fits its number: قتلا after two, قتلوا after many, قتل after one."""
    surface_plural = act.shape in {"past", "pres"} and people.count.best != 1
    return surface_plural or people.count.best == 1
