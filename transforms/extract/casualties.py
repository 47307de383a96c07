"""Who was killed, injured, abducted or detained, and how many, as one clause tells it.

Reads people phrases next to acts that have an outcome; people phrases are `people`, sums over an incident `tolls`.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.extract.acts import Act, Marks
from transforms.extract.numbers import COUNT_ONE, COUNT_TWO, Count, NumberReader
from transforms.extract.people import PLURAL, STOPS, Clause, People, PeopleReader, acled_type_of

ZERO = Count(0, 0, 0, "exact")
_OWN_COUNT = frozenset({"casualty", "corpse", "hostage", "captive", "missing", "displaced", "injury"})
_REACH = 9


@dataclass(frozen=True, slots=True)
class Casualty:
    """One outcome for one group; a `subset` is part of another row and never added."""

    outcome: str
    people: People
    first: int
    last: int
    subset: bool = False
    joint: bool = False
    total: bool = False
    others: bool = False


class CasualtyReader:
    """Reads casualties from tagged tokens; built once, then immutable."""

    __slots__ = ("_numbers", "_people")

    def __init__(self, numbers: NumberReader) -> None:
        self._numbers = numbers
        self._people = PeopleReader(numbers)

    def read(
        self, words: Sequence[str], marks: Marks, acts: Sequence[Act], first: int, last: int, actors: Mapping[int, int]
    ) -> list[Casualty]:
        """Return the casualties on tokens [first, last); `actors` gives the end of an actor name by its start."""
        clause = Clause(words, marks, first, last, actors)
        found: list[Casualty] = []
        joint: list[Act] = []
        for index, act in enumerate(acts):
            if act.sense == "seize":
                found += self._seized(clause, act)
            if not act.outcome:
                continue
            following = acts[index + 1] if index + 1 < len(acts) else None
            if following is not None and _is_joint(words, act, following) and not self._has_subject(clause, act):
                joint.append(act)
                continue
            rows = self._of_act(clause, act) or _shared_rows(found, act)
            found += rows
            for partner in joint:
                found += [_joint_row(partner, row) for row in rows if not row.subset][:1]
            if joint and rows:
                found = [_open(row) if row.outcome == act.outcome and row in rows else row for row in found]
            joint = []
        found += self._zeros(clause)
        found += self._tolls(clause)
        return found

    def _seized(self, clause: Clause, act: Act) -> list[Casualty]:
        """Return people who were seized: "ضبط فردين مطلوبين" is an arrest, "ضبط أسلحة" is not."""
        people = self._people.listed(clause, self._people.skip(clause, act.last), act)
        return [Casualty("detained", p, act.first, p.last) for p in people if p.group]

    def _has_subject(self, clause: Clause, act: Act) -> bool:
        return act.is_verb and self._people.before(clause, act) is not None

    def _of_act(self, clause: Clause, act: Act) -> list[Casualty]:
        if act.sense in _OWN_COUNT:
            return self._of_casualty_noun(clause, act)
        if act.pos == "n" and act.definite and act.sense == "die":
            return []
        people = self._after(clause, act)
        if not people and act.is_verb:
            before = self._people.before(clause, act)
            people = [before] if before is not None else []
        if not people and act.pos == "m" and act.definite:
            people = _by_suffix(clause.words, act)
        if not people and act.is_verb and act.sense in {"kill", "die"} and act.shape == "past":
            people = _unnamed(clause.words, act)
        if not people:
            return []
        rows = [
            Casualty(act.outcome, p, min(act.first, p.first), p.last, others=self._has_others(clause, p))
            for p in people
        ]
        return rows + self._subsets(clause, act.outcome, people[-1].last)

    def _has_others(self, clause: Clause, people: People) -> bool:
        matches = (
            self._people.cues.match(clause.words, j) for j in range(people.first, min(people.last + 1, clause.last))
        )
        return any(cue is not None and cue[0] == "others" for cue in matches)

    def _after(self, clause: Clause, act: Act) -> list[People]:
        """Return the people that follow an act, skipping the agent of an active verb."""
        j = self._people.skip(clause, act.last)
        if act.sense == "injure" and act.is_verb and clause.words[act.first - 1] in _WOUNDS:
            return []
        people = self._people.listed(clause, j, act)
        if people and act.pos == "v" and _may_be_agent(clause.words, people[0]):
            behind = self._behind_agent(clause, people[0], act)
            if behind or act.sense in _TRANSITIVE:
                return behind
        if people or not act.is_verb:
            return people
        for k in range(j, min(j + _REACH, clause.last)):
            if clause.words[k] in STOPS or clause.words[k] == "\u060c":
                break
            if k > j and clause.marks.tags[k] and any(t.kind == "ev" for t in clause.marks.tags[k]):
                break
            if k in clause.actors and clause.actors[k] < clause.last:
                people = self._people.listed(clause, self._people.skip(clause, clause.actors[k]), act)
                if people:
                    return people
        return []

    def _behind_agent(self, clause: Clause, agent: People, act: Act) -> list[People]:
        """Return the people behind an agent: "قتل مسلحون مجهولون شرطيين" kills two policemen, not the gunmen."""
        for j in range(agent.last, min(agent.last + 5, clause.last)):
            word = clause.words[j]
            if word in STOPS or word == "\u060c" or word in _PREPOSITIONS:
                break
            if any(tag.kind == "ev" for tag in clause.marks.tags[j]):
                break
            if word.endswith("ون") and not self._numbers.may_start(word):
                continue
            people = self._people.listed(clause, j, act)
            if not people and act.sense in _TRANSITIVE and not clause.is_place(j):
                name = self._people.name(clause, j, act)
                people = [name] if name is not None else []
            if people:
                return people
        return []

    def _of_casualty_noun(self, clause: Clause, act: Act) -> list[Casualty]:
        """Return the dead or wounded named by a person noun: "3 قتلى", "قتيلان", "عشرات الجرحى", "قتلى"."""
        counted = self._count_before(clause, act.first)
        named = self._people.people(clause, act.last) if act.sense == "corpse" and counted is None else None
        if counted is not None:
            group, acled_type = self._group_after(clause, act.last)
            bound = self._people.late_bound(clause, act.last) if counted.quantity == "exact" else None
            if bound is not None and bound[0] == "at_least":
                counted = dataclasses.replace(counted, high=None, quantity=bound[0])
            people = People(counted, group, acled_type, counted.first, act.last)
        elif named is not None and not named.named:
            people = dataclasses.replace(named, first=act.first)
        else:
            if clause.words[act.first - 1].removeprefix("و") in _COUNTING:
                return []
            if act.definite or (act.shape == "sg" and act.sense in {"injury", "captive"}):
                return []
            if act.sense in {"captive", "hostage", "displaced", "missing"} and act.shape == "pl":
                return []
            group, acled_type = self._group_after(clause, act.last)
            count = {"sg": COUNT_ONE, "du": COUNT_TWO}.get(act.shape, PLURAL)
            if "بين" in clause.words[max(clause.first, act.first - 2) : act.first]:
                count = PLURAL
            if act.last < clause.last and clause.words[act.last] in {"اثنين", "اثنان"}:
                count = COUNT_TWO
            people = People(count, group, acled_type, act.first, act.last)
        if self._denied(clause, people.first):
            people = dataclasses.replace(people, count=ZERO)
        row = Casualty(act.outcome, people, people.first, act.last)
        return [row, *self._subsets(clause, act.outcome, act.last)]

    def _denied(self, clause: Clause, i: int) -> bool:
        """Whether the words before say that there were none: "لم ترد أنباء عن قتلى", "دون سقوط جرحى"."""
        for j in range(i - 1, max(clause.first, i - 7) - 1, -1):
            if clause.words[j] in STOPS or clause.words[j] == "\u060c":
                return False
            if any(tag.kind == "cue" and tag.value == "neg" for tag in clause.marks.tags[j]):
                return True
        return False

    def _count_before(self, clause: Clause, i: int) -> Count | None:
        for j in range(max(i - 8, clause.first), i):
            if not self._numbers.may_start(clause.words[j]):
                continue
            count = self._numbers.read(clause.words, j)
            if count is None or count.last > i:
                continue
            gap = clause.words[count.last : i]
            if (count.last == i or gap == ["من"]) and self._numbers.noncount(clause.words, j, count.last) is None:
                return count
        return None

    def _group_after(self, clause: Clause, j: int) -> tuple[str, int | None]:
        for k in range(j, min(j + 3, clause.last)):
            tag = clause.person(k)
            if tag is not None and not tag.conjunction:
                return tag.value, acled_type_of(tag)
            if clause.words[k] not in {"من", "في", "بين", "صفوف"}:
                break
        return "", None

    def _subsets(self, clause: Clause, outcome: str, j: int) -> list[Casualty]:
        """Return the parts of a toll: "بينهم 3 أطفال وامرأة"."""
        for k in range(j, min(j + 7, clause.last)):
            if clause.words[k] in STOPS:
                break
            cue = self._people.cues.match(clause.words, k)
            if cue is not None and cue[0] == "subset":
                return self._subset_list(clause, outcome, cue[1])
            if any(tag.kind == "ev" for tag in clause.marks.tags[k]):
                break
        return []

    def _subset_list(self, clause: Clause, outcome: str, j: int) -> list[Casualty]:
        rows = []
        people = self._people.people(clause, self._people.skip(clause, j))
        while people is not None:
            rows.append(Casualty(outcome, people, people.first, people.last, subset=True))
            people = self._people.continued(clause, people.last)
        return rows

    def _zeros(self, clause: Clause) -> list[Casualty]:
        rows = []
        for i in range(clause.first, clause.last):
            if clause.words[i] not in self._people.cues:
                continue
            cue = self._people.cues.match(clause.words, i)
            if cue is not None and cue[0] == "zero" and cue[1] <= clause.last:
                people = People(ZERO, "", None, i, cue[1])
                rows += [Casualty("killed", people, i, cue[1]), Casualty("injured", people, i, cue[1])]
        return rows

    def _tolls(self, clause: Clause) -> list[Casualty]:
        """Return totals: "ارتفع عدد القتلى إلى 25", "بلغت حصيلة الضحايا 12 قتيلا"."""
        rows = []
        for i in range(clause.first, clause.last):
            cue = self._people.cues.match(clause.words, i) if clause.words[i] in self._people.cues else None
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
                        people = People(count, "", None, j, count.last)
                        rows.append(Casualty(outcome, people, i, count.last, total=True))
                    break
        return rows

    def _raised_to(self, clause: Clause, i: int) -> People | None:
        """Return the figure right before the word for a toll: "ارتفع إلى ستة عدد القتلى"."""
        for j in range(max(clause.first + 1, i - 5), i):
            if clause.words[j - 1] in {"الي", "ل"} and self._numbers.may_start(clause.words[j]):
                count = self._numbers.read(clause.words, j)
                if count is not None and count.best is not None and count.last == i:
                    return People(count, "", None, j, i)
        return None


def _is_joint(words: Sequence[str], act: Act, following: Act) -> bool:
    """Whether two outcomes share one figure: "مقتل وإصابة 20", "قتل وأصيب العشرات"."""
    return (
        following.first == act.last
        and act.is_verb == following.is_verb
        and following.conjunction == "و"
        and bool(following.outcome)
        and following.outcome != act.outcome
        and act.sense not in _OWN_COUNT
        and following.sense not in _OWN_COUNT
    ) or (following.first == act.last + 1 and words[act.last] == "او" and bool(following.outcome))


def _shared_rows(found: Sequence[Casualty], act: Act) -> list[Casualty]:
    """Return the row of a second noun under one vague quantity: "عدد من القتلى والجرحى"."""
    previous = found[-1] if found else None
    if previous is None or act.sense != "casualty" or act.conjunction != "و" or previous.last != act.first:
        return []
    if previous.outcome == act.outcome or previous.people.count.quantity in {"exact", "about", "at_least"}:
        return []
    people = dataclasses.replace(previous.people, first=act.first, last=act.last)
    return [Casualty(act.outcome, people, act.first, act.last)]


def _joint_row(partner: Act, row: Casualty) -> Casualty:
    people = dataclasses.replace(row.people, count=_joint_count(row.people.count))
    return Casualty(partner.outcome, people, partner.first, row.last, joint=True)


def _open(row: Casualty) -> Casualty:
    return dataclasses.replace(
        row, people=dataclasses.replace(row.people, count=_joint_count(row.people.count)), joint=True
    )


def _joint_count(count: Count) -> Count:
    """A figure for killed and injured together tells neither: both are open between a few and all."""
    if count.high == 0:
        return count
    if count.high is None or count.high <= 2:
        return dataclasses.replace(count, low=1 if count.high else 2, best=None)
    return dataclasses.replace(count, low=2 if count.high > 3 else 1, best=None, quantity=count.quantity)


_COUNTING = frozenset({"عدد", "حصيله", "اعداد", "العدد", "الحصيله"})
_WOUNDS = frozenset({"بجراح", "بجروح", "جراح", "جروح", "بجراحه", "باصابه"})
_TRANSITIVE = frozenset({"assassinate", "abduct", "execute", "stab", "arrest", "capture"})
_ARMED_GROUPS = frozenset(
    {"militants", "settlers", "soldiers", "police", "security_forces", "commanders", "suspects", "rioters"}
)
_PREPOSITIONS = frozenset(
    {"في", "علي", "من", "بعد", "خلال", "قرب", "الي", "عن", "مع", "جراء", "اثر", "برصاص", "داخل", "امام", "عند"}
)


def _may_be_agent(words: Sequence[str], people: People) -> bool:
    """Whether armed people right after an active verb may be its subject: a nominative plural, or one gunman."""
    word = words[people.last - 1]
    nominative = word.endswith(("ون", "و")) or people.count.best == 1
    return people.group in _ARMED_GROUPS and nominative and people.last - people.first == 1


_SUFFIXES = (("هما", COUNT_TWO), ("هم", PLURAL), ("هن", PLURAL), ("ها", COUNT_ONE), ("ه", COUNT_ONE))


_CAUSES = frozenset({"بعد", "جراء", "اثر", "متاثرا", "متاثره", "نتيجه", "بسبب", "قبل"})
_PASSIVE_ENDS = frozenset(
    {"في", "علي", "برصاص", "بعد", "جراء", "اثر", "اليوم", "امس", "بنيران", "خلال", "متاثرا", "مساء", "صباح", "فجر"}
)


def _unnamed(words: Sequence[str], act: Act) -> list[People]:
    """Return who a passive verb tells without naming him again: "وقتل في ضربة" one, "قتلوا في الغارة" several."""
    following = words[act.last] if act.last < len(words) else ""
    if following not in _PASSIVE_ENDS or act.suffixed_object:
        return []
    verb = words[act.first]
    count = PLURAL if verb.endswith("وا") else COUNT_TWO if verb.endswith("ا") else COUNT_ONE
    return [People(count, "", None, act.first, act.last)]


def _by_suffix(words: Sequence[str], act: Act) -> list[People]:
    """Return who a possessive suffix tells: "مقتله" one, "مقتلهما" two, "إصابتهم" several.

    After a cause it is the one who died of it ("بعد إصابته").
    """
    if act.clitic.endswith(("ال", "لل")) or (act.first and words[act.first - 1] in _CAUSES) or act.clitic == "ب":
        return []
    word = words[act.first]
    count = next((count for suffix, count in _SUFFIXES if word.endswith(suffix)), None)
    return [People(count, "", None, act.first, act.last)] if count is not None else []
