"""Who was killed, injured, abducted or detained, and how many, as one clause tells it.

Reads people phrases next to acts that have an outcome; people phrases are `people`, sums over an incident `tolls`.
"""

import dataclasses
from collections.abc import Collection, Mapping, Sequence

from transforms.extract.acts import Act, Marks
from transforms.extract.casualty_nouns import CasualtyNounReader
from transforms.extract.numbers import NumberReader
from transforms.extract.outcomes import (
    OWN_COUNT,
    Casualty,
    by_object,
    by_suffix,
    is_joint,
    is_paired,
    joint_row,
    opened,
    shared_rows,
    unnamed,
    whoever,
    without_other_outcomes,
)
from transforms.extract.parts import PartReader
from transforms.extract.people import MOURNS, STOPS, Clause, People, PeopleReader
from transforms.extract.subjects import SubjectReader
from transforms.extract.toll_figures import TollReader
from transforms.lexicon.compile import Tag

_REACH = 9


class CasualtyReader:
    """Reads casualties from tagged tokens; built once, then immutable."""

    __slots__ = ("_nouns", "_numbers", "_parts", "_people", "_subjects", "_tolls")

    def __init__(self, numbers: NumberReader, nationalities: Collection[str] = ()) -> None:
        """`nationalities` are the surface forms of "Palestinian" and the like, which may stand for people."""
        self._numbers = numbers
        self._people = PeopleReader(numbers, nationalities)
        self._subjects = SubjectReader(numbers, self._people)
        self._parts = PartReader(self._people)
        self._nouns = CasualtyNounReader(numbers, self._people, self._subjects, self._parts)
        self._tolls = TollReader(numbers, self._people.cues)

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
            if following is not None and is_joint(words, act, following) and not self._has_subject(clause, act):
                joint.append(act)
                continue
            rows = self._of_act(clause, act, found) or shared_rows(found, act)
            if rows and is_paired(clause.words, found, act):
                found[-1], rows = opened(found[-1]), [joint_row(act, found[-1])]
            found += rows
            for partner in joint:
                found += [joint_row(partner, row) for row in rows if not row.subset][:1]
            if joint and rows:
                found = [opened(row) if row.outcome == act.outcome and row in rows else row for row in found]
            joint = []
        found = without_other_outcomes(words, found, acts) + self._tolls.read(clause)
        found = _with_total(found)
        early = self._tolls.early(clause, acts) if found else None
        return found if early is None else [dataclasses.replace(c, weak=c.weak or c.last > early) for c in found]

    def _seized(self, clause: Clause, act: Act) -> list[Casualty]:
        """Return people who were seized: "ضبط فردين مطلوبين" is an arrest, "ضبط أسلحة" is not."""
        people = self._people.listed(clause, self._people.skip(clause, act.last), act)
        return [Casualty("detained", p, act.first, p.last) for p in people if p.group]

    def _has_subject(self, clause: Clause, act: Act) -> bool:
        subject = self._subjects.before(clause, act) if act.is_verb else None
        return subject is not None and not _is_killer(subject, act)

    def _of_act(self, clause: Clause, act: Act, told: Sequence[Casualty]) -> list[Casualty]:
        counts_itself = act.pos == "m" and act.sense == "injure" and not act.definite  # "40 إصابة"
        if act.sense in OWN_COUNT or (counts_itself and self._nouns.is_counted(clause, act)):
            return self._nouns.read(clause, act)
        if _tells_nobody(clause.words, act):
            return []
        if act.lemma in _WITH_COMPLEMENT:
            return self._of_complement(clause, act)
        people = self._after(clause, act)
        if act.suffixed_object and act.is_verb and not (people and people[0].count.best is not None):
            known = any(row.outcome == act.outcome for row in told)
            people = [] if known else self._antecedent(clause, act) or by_object(clause.words, act)
            if known:
                return []  # "وأصابته" or "وإصابته" of one told before
        if not people and act.is_verb:
            people = [p for p in self._subjects.all_groups(clause, act) if not _is_killer(p, act)]
            shared = self._people.companions(clause, act.last) if people else None
            people += [shared] if shared is not None else []
        if not people and act.pos == "m" and act.definite:
            people = by_suffix(clause.words, act)
        if not people and act.is_verb and act.shape == "past":
            people = [p for p in unnamed(clause.words, act) if not _was_told(p, act, told)]
        people = people or whoever(clause.words, act)
        if not people:
            return []
        beside = self._is_beside(clause, act)
        known = act.pos == "m" and people[0].first == act.first and people[0].count.quantity == "plural"
        rows = [
            Casualty(
                act.outcome,
                p,
                min(act.first, p.first),
                p.last,
                others=beside or self._has_others(clause, p),
                weak=known,  # "مقتلهم": of those told before
            )
            for p in people
        ]
        return rows + self._parts.read(clause, act.outcome, people[-1].last, people[-1])

    def _of_complement(self, clause: Clause, act: Act) -> list[Casualty]:
        """Return the dead of a verb whose complement leads to them: "أودى الهجوم بحياة سبعة", "راح ضحيته سبعة"."""
        ends = _WITH_COMPLEMENT[act.lemma]
        for j in range(act.last, min(act.last + 16, clause.last)):
            if clause.words[j] in STOPS:
                break
            if clause.words[j] not in ends:
                continue
            people = self._people.listed(clause, self._people.skip(clause, j + 1), act)
            for k in range(j + 1, min(j + 10, clause.last)):
                if people or clause.words[k] in STOPS:
                    break
                if self._numbers.may_start(clause.words[k]) and clause.words[k - 1] not in _GOVERNING:
                    people = [p for p in self._people.listed(clause, k, act) if p.group]
            before = self._subjects.before(clause, act) if not people else None
            people = people or ([before] if before is not None else [])
            rows = [Casualty(act.outcome, p, min(act.first, p.first), p.last) for p in people]
            return rows + (self._parts.read(clause, act.outcome, people[-1].last, people[-1]) if people else [])
        return []

    def _is_beside(self, clause: Clause, act: Act) -> bool:
        """Whether an act tells who shared a fate told before: "وقتل معه ثلاثة من مرافقيه"."""
        cue = self._people.cues.match(clause.words, act.last) if act.last < clause.last else None
        return cue is not None and cue[0] == "with"

    def _antecedent(self, clause: Clause, act: Act) -> list[People]:
        """Return the many that an object pronoun goes back to: "مصير 230 مواطنا اختطفهم التنظيم"."""
        if act.conjunction or not clause.words[act.first].endswith(("هم", "هن")):
            return []
        for k in range(act.first - 1, max(act.first - 12, clause.first) - 1, -1):
            if clause.words[k] in STOPS or clause.words[k] == "\u060c" or any(map(_is_finite, clause.marks.tags[k])):
                return []
            people = self._people.people(clause, k) if self._numbers.may_start(clause.words[k]) else None
            if people is not None and people.group and (people.count.best or 0) > 2:
                return [people]
        return []

    def _has_others(self, clause: Clause, people: People) -> bool:
        matches = (
            self._people.cues.match(clause.words, j) for j in range(people.first, min(people.last + 1, clause.last))
        )
        return any(cue is not None and cue[0] == "others" for cue in matches)

    def _after(self, clause: Clause, act: Act) -> list[People]:
        """Return the people that follow an act, skipping the agent of an active verb."""
        j = self._people.skip(clause, act.last)
        people = self._people.listed(clause, j, act)
        behind = self._behind_killer(clause, act, people) if people and act.pos == "v" else None
        if behind is not None:
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
        return self._beyond(clause, j, act)

    def _behind_killer(self, clause: Clause, act: Act, people: Sequence[People]) -> list[People] | None:
        """Return whom the first of `people` killed as its subject, None when they may be the victims themselves."""
        first, transitive = people[0], act.sense in _TRANSITIVE
        further = len(people) > 1 and people[1].first == first.last
        if not further and _may_be_agent(clause.words, first):
            several = transitive and first.count.best is None
            behind = self._behind_agent(clause, first, act) if len(people) == 1 or several else []
            if behind or (transitive and len(people) == 1):
                return behind
        if len(people) == 1 and self._of_a_force(clause, first):
            behind = self._behind_agent(clause, first, act)
            right_behind = bool(behind) and behind[0].first == clause.actors.get(first.first, first.last + 1)
            alone = behind and behind[0].count.best == 1
            if alone and (right_behind or _is_object(clause.words[behind[0].first])):
                return behind  # "قتل جنود الاحتلال فتاة": no case ending, but nothing else can stand there
            if behind and behind[0].count.best == _TWO and clause.words[behind[0].first].endswith("ين"):
                return behind  # "قتل جنود الاحتلال شابين": an object by its ending
        return None

    def _of_a_force(self, clause: Clause, people: People) -> bool:
        """Whether an uncounted plural is of a force, which kills or is killed: "قتل جنود الاحتلال الشاب"."""
        owned = people.last < clause.last and clause.words[people.last].startswith("ال")
        return owned and people.count.best is None and people.group in _ARMED_GROUPS

    def _beyond(self, clause: Clause, j: int, act: Act) -> list[People]:
        """Return the people behind adverbials: "قتل في انفجار سيارة أمس 12 شخصا", "أعدم التنظيم أمس 13 مدنيا"."""
        words = clause.words
        opens = j < clause.last and (words[j] in _ADVERBS or words[j - 1] in _TIMES)
        deadly = act.sense in {"kill", "injure", *_TRANSITIVE} or act.lemma == MOURNS
        agent = j < clause.last and deadly and _is_agent(clause, j)
        if not (opens or agent):
            return []
        for k in range(j + 1, min(j + 16, clause.last)):
            if words[k] in STOPS or words[k] == "\u060c" or any(map(_harms, clause.marks.tags[k])):
                return []
            if words[k - 1] in _GOVERNING or words[k - 1] in _PREPOSITIONS:
                continue
            tag = clause.person(k)
            settled = words[k - 1].startswith("ال") or words[k - 1] in _TIMES or clause.is_settled(k)
            bare = tag is not None and not tag.definite and not tag.conjunction and not tag.clitic and settled
            if bare or self._numbers.may_start(words[k]):
                people = self._people.listed(clause, k, act)
                if people and people[0].group:
                    return people
        return []

    def _behind_agent(self, clause: Clause, agent: People, act: Act) -> list[People]:
        """Return the people behind an agent: "قتل مسلحون مجهولون شرطيين" kills two policemen, not the gunmen."""
        past = clause.actors.get(agent.first, agent.last)
        for j in range(agent.last, min(agent.last + 8, clause.last)):
            word = clause.words[j]
            if word == "من" and j + 1 in clause.actors:
                past = clause.actors[j + 1]
            if j < past:
                continue
            if word in STOPS or word == "\u060c" or (word in _PREPOSITIONS and clause.person(j) is None):
                break
            if any(tag.kind == "ev" for tag in clause.marks.tags[j]):
                break
            if word.endswith("ون") and not self._numbers.may_start(word):
                continue
            people = self._people.listed(clause, j, act)
            national = self._people.national(clause, j) if not people and word.endswith("يا") else None
            if national is not None:
                return [national]
            if not people and act.sense in _TRANSITIVE and not clause.is_place(j):
                name = self._people.name(clause, j, act)
                people = [name] if name is not None else []
            if people:
                return people
        return []


_TWO = 2
_BESIDE = 2
"""Tokens from the figure of a total to the wounded beside it: "58 قتيلا و71 جريحا"."""
_WOUNDS = frozenset({"بجراح", "بجروح", "جراح", "جروح", "بجراحه", "باصابه"})
_WITH_COMPLEMENT = {
    "اودي": frozenset({"بحياه", "بحياتهم", "بارواح", "حياه", "ارواح"}),
    "راح": frozenset({"ضحيه", "ضحيته", "ضحيتها", "ضحيتهما"}),
    "قطع": frozenset({"راس", "راسي", "رووس", "رءوس"}),
    "احتز": frozenset({"راس", "راسي", "رووس", "رءوس"}),
}
_ANSWERS = frozenset({"الرد", "ردا", "رد", "للرد", "كرد"})
_VENGEANCE = frozenset({"انتقاما", "ثارا", "انتقام"})
_TIMES = frozenset(
    {"امس", "اليوم", "مساء", "صباح", "فجر", "ليل", "ظهر", "الماضي", "الماضيه", "السبت", "الاحد", "الاثنين", "الثلاثاء",
     "الاربعاء", "الخميس", "الجمعه", "مساءا", "صباحا", "ليلا", "فجرا"}
)  # fmt: skip
_ADVERBS = frozenset(
    {"في", "خلال", "جراء", "اثر", "نتيجه", "بسبب", "برصاص", "بنيران", "بقصف", "بانفجار", "بهجوم", "بغاره"}
)
_GOVERNING = frozenset(
    {"تقل", "يقل", "تضم", "يضم", "تحمل", "يحمل", "يقلون", "استهدف", "استهدفت", "طول", "بطول", "قبل", "منذ"}
)
_TRANSITIVE = frozenset({"assassinate", "abduct", "execute", "stab", "arrest", "capture"})
_ARMED_GROUPS = frozenset(
    {"militants", "settlers", "soldiers", "police", "security_forces", "commanders", "suspects", "rioters"}
)
_PREPOSITIONS = frozenset(
    {"في", "علي", "من", "بعد", "خلال", "قرب", "الي", "عن", "مع", "جراء", "اثر", "برصاص", "داخل", "امام", "عند"}
)


def _tells_nobody(words: Sequence[str], act: Act) -> bool:
    """Whether an act with an outcome tells no victim of its own: "الوفاة", "بجراح أصيب بها", "ردا على مقتل جندي"."""
    if act.pos == "n" and act.definite and act.sense == "die":
        return True
    his_wounds = act.sense == "injure" and act.is_verb and words[act.first - 1] in _WOUNDS
    return his_wounds or _is_answered(words, act)


def _is_answered(words: Sequence[str], act: Act) -> bool:
    """Whether an act is the one that another answers: "ردا على مقتل جندي", "انتقاما لمقتل قائدهم"."""
    before, earlier = words[act.first - 1], words[act.first - 2]
    return (before == "علي" and earlier in _ANSWERS) or (act.clitic == "ل" and before in _VENGEANCE)


def _is_killer(people: People, act: Act) -> bool:
    """Whether the subject of a present verb kills: "مسلح يقتل ويصيب 9 أشخاص"."""
    return act.shape == "pres" and act.sense in {"kill", "injure", *_TRANSITIVE} and people.group in _ARMED_GROUPS


def _with_total(found: Sequence[Casualty]) -> list[Casualty]:
    """Return the rows with what stands beside a total as a total: "ارتفعت حصيلة التفجير إلى 58 قتيلا و71 جريحا"."""
    ends = [row.last for row in found if row.total and row.outcome == "killed"]
    return [
        dataclasses.replace(row, total=True)
        if row.outcome == "injured" and any(0 <= row.first - end <= _BESIDE for end in ends)
        else row
        for row in found
    ]


def _was_told(people: People, act: Act, told: Sequence[Casualty]) -> bool:
    """Whether a verb says once more of those named before it what befell them: "جثماني فلسطينيين استشهدا"."""
    best, outcome = people.count.best, act.outcome
    return any(row.outcome == outcome and row.people.count.best == best and act.first - row.last < 3 for row in told)


def _is_object(word: str) -> bool:
    return word.startswith("ال") or word.endswith("ا")


def _is_agent(clause: Clause, j: int) -> bool:
    """Whether what stands behind an active verb acts: a definite noun, a weapon or a raid ("قتلت قذائف الهاون")."""
    fires = clause.words[j - 1].endswith("ت") and any(
        tag.kind == "weapon" or (tag.kind == "ev" and tag.pos == "n" and not tag.extra) for tag in clause.marks.tags[j]
    )
    return clause.words[j].startswith("ال") or fires


def _is_finite(tag: Tag) -> bool:
    return tag.kind == "ev" and tag.pos in {"v", "p"} and bool(tag.extra) and not tag.clitic


def _harms(tag: Tag) -> bool:
    """Whether a verb or verbal noun tells of people of its own."""
    return _is_finite(tag) or (tag.kind == "ev" and tag.pos == "m" and tag.extra in {"killed", "injured"})


def _may_be_agent(words: Sequence[str], people: People) -> bool:
    """Whether armed people right after an active verb may be its subject: a nominative plural, or one gunman."""
    word = words[people.last - 1]
    nominative = word.endswith(("ون", "و")) or people.count.best == 1
    return people.group in _ARMED_GROUPS and nominative and people.last - people.first == 1
