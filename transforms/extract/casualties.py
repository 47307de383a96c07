"""Who was killed, injured, abducted or detained, and how many, as one clause tells it.

Reads people phrases next to acts that have an outcome; people phrases are `people`, sums over an incident `tolls`.
"""

import dataclasses
from collections.abc import Mapping, Sequence

from transforms.extract.acts import Act, Marks
from transforms.extract.numbers import COUNT_ONE, COUNT_TWO, Count, NumberReader
from transforms.extract.outcomes import (
    OWN_COUNT,
    ZERO,
    Casualty,
    by_object,
    by_suffix,
    is_joint,
    is_paired,
    joint_row,
    opened,
    shared_rows,
    unnamed,
    without_other_outcomes,
)
from transforms.extract.people import PLURAL, STOPS, Clause, People, PeopleReader, acled_type_of
from transforms.extract.subjects import SubjectReader
from transforms.extract.toll_figures import TollReader
from transforms.lexicon.compile import Tag

_REACH = 9


class CasualtyReader:
    """Reads casualties from tagged tokens; built once, then immutable."""

    __slots__ = ("_numbers", "_people", "_subjects", "_tolls")

    def __init__(self, numbers: NumberReader) -> None:
        self._numbers = numbers
        self._people = PeopleReader(numbers)
        self._subjects = SubjectReader(numbers, self._people)
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
        early = self._tolls.early(clause) if found else None
        return found if early is None else [dataclasses.replace(c, weak=c.weak or c.last > early) for c in found]

    def _seized(self, clause: Clause, act: Act) -> list[Casualty]:
        """Return people who were seized: "ضبط فردين مطلوبين" is an arrest, "ضبط أسلحة" is not."""
        people = self._people.listed(clause, self._people.skip(clause, act.last), act)
        return [Casualty("detained", p, act.first, p.last) for p in people if p.group]

    def _has_subject(self, clause: Clause, act: Act) -> bool:
        subject = self._subjects.before(clause, act) if act.is_verb else None
        return subject is not None and not _is_killer(subject, act)

    def _of_act(self, clause: Clause, act: Act, told: Sequence[Casualty]) -> list[Casualty]:
        if act.sense in OWN_COUNT:
            return self._of_casualty_noun(clause, act)
        if _tells_nobody(clause.words, act):
            return []
        if act.lemma in _WITH_COMPLEMENT:
            return self._of_complement(clause, act)
        people = self._after(clause, act)
        if act.suffixed_object and act.is_verb and not (people and people[0].count.best is not None):
            people = [] if any(row.outcome == act.outcome for row in told) else by_object(clause.words, act)
        if not people and act.is_verb:
            people = [p for p in self._subjects.all_groups(clause, act) if not _is_killer(p, act)]
            shared = self._people.companions(clause, act.last) if people else None
            people += [shared] if shared is not None else []
        if not people and act.pos == "m" and act.definite:
            people = by_suffix(clause.words, act)
        if not people and act.is_verb and act.shape == "past":
            people = unnamed(clause.words, act)
        if not people:
            return []
        rows = [
            Casualty(act.outcome, p, min(act.first, p.first), p.last, others=self._has_others(clause, p))
            for p in people
        ]
        return rows + self._subsets(clause, act.outcome, people[-1].last, people[-1])

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
            return rows + (self._subsets(clause, act.outcome, people[-1].last, people[-1]) if people else [])
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
        if len(people) == 1 and act.pos == "v" and _may_be_agent(clause.words, people[0]):
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
        return self._beyond(clause, j, act)

    def _beyond(self, clause: Clause, j: int, act: Act) -> list[People]:
        """Return the people behind adverbials: "قتل في انفجار سيارة أمس 12 شخصا", "أعدم التنظيم أمس 13 مدنيا"."""
        words = clause.words
        opens = j < clause.last and (words[j] in _ADVERBS or words[j - 1] in _TIMES)
        agent = j < clause.last and words[j].startswith("ال") and act.sense in {"kill", *_TRANSITIVE}
        if not (opens or agent):
            return []
        for k in range(j + 1, min(j + 16, clause.last)):
            if words[k] in STOPS or words[k] == "\u060c" or any(_is_finite(tag) for tag in clause.marks.tags[k]):
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
            if not people and act.sense in _TRANSITIVE and not clause.is_place(j):
                name = self._people.name(clause, j, act)
                people = [name] if name is not None else []
            if people:
                return people
        return []

    def _of_casualty_noun(self, clause: Clause, act: Act) -> list[Casualty]:
        """Return the dead or wounded named by a person noun: "3 قتلى", "قتيلان", "عشرات الجرحى", "قتلى".

        Figures of known ones are parts: "25 من القتلى"; "أحد الجرحى" and hits ("إصابات مباشرة") are nobody new.
        """
        following = clause.words[act.last] if act.last < clause.last else ""
        grave = act.sense == "injury" and following in _GRAVE
        nobody = (act.sense == "injury" and following in _HITS) or (grave and self._denied(clause, act.first))
        if nobody or clause.words[act.first - 1].removeprefix("ل") in _ONE_OF:
            return []
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
            if _counts_nobody(clause.words, act) or _is_unsaid(clause.words, act.first):
                return []
            group, acled_type = self._group_after(clause, act.last)
            count = {"sg": COUNT_ONE, "du": COUNT_TWO}.get(act.shape, PLURAL)
            if "بين" in clause.words[max(clause.first, act.first - 2) : act.first]:
                count = PLURAL
            if act.last < clause.last and clause.words[act.last] in {"اثنين", "اثنان"}:
                count = COUNT_TWO
            people = People(count, group, acled_type, act.first, act.last)
            if clause.words[act.first - 1] in _FELL:
                fell = dataclasses.replace(act, first=act.first - 1, last=act.first, pos="v", shape="past")
                return [
                    Casualty(act.outcome, p, p.first, act.last)
                    for p in self._subjects.all_groups(clause, fell) or [people]
                ]
        if self._denied(clause, people.first):
            people = dataclasses.replace(people, count=ZERO)
        known = counted is not None and counted.quantity == "exact" and counted.last < act.first and act.definite
        whole = counted is not None and clause.words[counted.first] in _OF_THE_KNOWN and act.definite
        known = known or whole or (named is not None and self._are_known(clause, named))
        row = Casualty(act.outcome, people, people.first, act.last, subset=known, weak=grave)
        return [row, *self._subsets(clause, act.outcome, act.last, people)]

    def _are_known(self, clause: Clause, people: People) -> bool:
        """Whether people are some of those told dead before: "جثامين 12 من القتلى"."""
        return people.count.quantity == "exact" and any(
            clause.words[i - 1] == "من"
            and clause.words[i].startswith("ال")
            and any(tag.kind == "ev" and tag.value == "casualty" for tag in clause.marks.tags[i])
            for i in range(people.first + 1, people.last)
        )

    def _denied(self, clause: Clause, i: int) -> bool:
        """Whether the words before say that there were none: "لم ترد أنباء عن قتلى", "لم يسفر الهجوم عن جرحى"."""
        for j in range(i - 1, max(clause.first, i - 12) - 1, -1):
            if clause.words[j] in STOPS or clause.words[j] == "\u060c":
                return False
            following = clause.words[j + 1]
            if (
                following in _LESS
                or clause.words[j] == _UNLIKE
                or not any(t.kind == "cue" and t.value == "neg" for t in clause.marks.tags[j])
            ):
                continue
            return i - j <= _NEAR or following in _YIELDS
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

    def _subsets(self, clause: Clause, outcome: str, j: int, whole: People) -> list[Casualty]:
        """Return the parts of a toll: "بينهم 3 أطفال وامرأة"."""
        for k in range(j, min(j + 7, clause.last)):
            if clause.words[k] in STOPS:
                break
            cue = self._people.cues.match(clause.words, k)
            if cue is not None and cue[0] == "subset":
                return self._subset_list(clause, outcome, cue[1], whole)
            if any(tag.kind == "ev" for tag in clause.marks.tags[k]):
                break
        return []

    def _subset_list(self, clause: Clause, outcome: str, j: int, whole: People) -> list[Casualty]:
        """Return the parts; one that is larger than the whole stands beside it ("17 جنديا بينهم 4 ضباط، و100 مسلح")."""
        rows: list[Casualty] = []
        people = self._people.people(clause, self._people.skip(clause, j))
        while people is not None:
            larger = bool(rows) and (people.count.low or 0) > (whole.count.best or _ANY)
            rows.append(Casualty(outcome, people, people.first, people.last, subset=not larger))
            people = self._people.continued(clause, people.last)
        return rows


_COUNTING = frozenset({"عدد", "حصيله", "اعداد", "العدد", "الحصيله"})
_WOUNDS = frozenset({"بجراح", "بجروح", "جراح", "جروح", "بجراحه", "باصابه"})
_WITH_COMPLEMENT = {
    "اودي": frozenset({"بحياه", "بحياتهم", "بارواح", "حياه", "ارواح"}),
    "راح": frozenset({"ضحيه", "ضحيته", "ضحيتها", "ضحيتهما"}),
    "قطع": frozenset({"راس", "راسي", "رووس", "رءوس"}),
    "احتز": frozenset({"راس", "راسي", "رووس", "رءوس"}),
}
_FALLS_VICTIM = frozenset({"راح", "راحت", "راحوا", "يروح", "وقع", "وقعت"})
_LESS = frozenset({"يقل", "تقل", "يزيد", "تزيد"})
_YIELDS = frozenset(
    {"يسفر", "تسفر", "يود", "تود", "يوقع", "توقع", "يخلف", "تخلف", "يتسبب", "تتسبب", "يودي", "تودي", "تسفرا", "يسفرا"}
)
_NEAR = 7
_UNSAID = frozenset({"ذكر", "الاشاره", "تحديد", "الكشف", "الافصاح"})
_UNLIKE = "غير"
"""It denies the adjective behind it, not the dead: "غير بعيد عن المكان سقط ثلاثة قتلى"."""
_ONE_OF = frozenset({"احد", "احدي", "باحد", "واحد"})
_OF_THE_KNOWN = frozenset({"معظم", "غالبيه", "اغلب", "جميع", "كافه"})
_HITS = frozenset({"مباشره", "دقيقه", "محققه", "موكده"})
_GRAVE = frozenset({"خطيره", "خطره", "بليغه", "بالغه", "حرجه", "خطيرتين", "خطيرتان", "بليغتين", "حرجتين", "خطرتين"})
_FELL = frozenset({"سقطوا", "سقطا"})
_ANSWERS = frozenset({"الرد", "ردا", "رد", "للرد", "كرد"})
_VENGEANCE = frozenset({"انتقاما", "ثارا", "انتقام"})
_ANY = 10**9
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


def _is_finite(tag: Tag) -> bool:
    return tag.kind == "ev" and tag.pos in {"v", "p"} and bool(tag.extra) and not tag.clitic


def _may_be_agent(words: Sequence[str], people: People) -> bool:
    """Whether armed people right after an active verb may be its subject: a nominative plural, or one gunman."""
    word = words[people.last - 1]
    nominative = word.endswith(("ون", "و")) or people.count.best == 1
    return people.group in _ARMED_GROUPS and nominative and people.last - people.first == 1


def _is_unsaid(words: Sequence[str], i: int) -> bool:
    """Whether casualties are left unmentioned, so neither told nor denied: "دون ذكر لأي ضحايا"."""
    return any(words[k] in _UNSAID and words[k - 1] == "دون" for k in range(max(1, i - 3), i))


def _counts_nobody(words: Sequence[str], act: Act) -> bool:
    """Whether a casualty noun without a number is no toll: "عدد القتلى", "الجرحى", "راح ضحية الهجوم"."""
    before = words[act.first - 1].removeprefix("و")
    return (
        before in _COUNTING
        or act.definite
        or (act.shape == "sg" and act.sense in {"injury", "captive"})
        or (act.lemma == "ضحيه" and before in _FALLS_VICTIM)
        or (act.shape == "pl" and act.sense in {"captive", "hostage", "displaced", "missing"})
    )
