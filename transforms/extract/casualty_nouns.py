"""The dead and wounded that a noun names: "3 قتلى", "قتيلان", "عشرات الجرحى", "12 من القتلى".

Verbs and verbal nouns with an outcome are `casualties`; people phrases are `people`.
"""

import dataclasses
from collections.abc import Sequence

from transforms.extract.acts import Act
from transforms.extract.numbers import COUNT_ONE, COUNT_TWO, Count, NumberReader
from transforms.extract.outcomes import ZERO, Casualty, joint_count
from transforms.extract.parts import PartReader
from transforms.extract.people import PLURAL, STOPS, Clause, People, PeopleReader, acled_type_of
from transforms.extract.subjects import SubjectReader


class CasualtyNounReader:
    """Reads casualty nouns; built once, then immutable."""

    __slots__ = ("_numbers", "_parts", "_people", "_subjects")

    def __init__(self, numbers: NumberReader, people: PeopleReader, subjects: SubjectReader, parts: PartReader) -> None:
        self._numbers = numbers
        self._people = people
        self._subjects = subjects
        self._parts = parts

    def read(self, clause: Clause, act: Act) -> list[Casualty]:
        """Return the dead or wounded named by a person noun: "3 قتلى", "قتيلان", "عشرات الجرحى", "قتلى".

        Figures of known ones are parts: "25 من القتلى"; "أحد الجرحى" and hits ("إصابات مباشرة") are nobody new.
        """
        following = clause.words[act.last] if act.last < clause.last else ""
        grave = act.sense == "injury" and following in _GRAVE
        freed = act.sense == "hostage" and _are_freed(clause.words, act.first, clause.first)
        freed = freed or (act.sense == "captive" and self._befell(clause, act.first))
        nobody = freed or (act.sense == "injury" and following in _HITS) or (grave and self._denied(clause, act.first))
        one_of = not act.conjunction and clause.words[act.first - 1].removeprefix("ل") in _ONE_OF
        if nobody or one_of:
            return []
        counts_other = bool(act.conjunction) and clause.words[act.first - 1] in _BEHIND_THEIRS
        counted = None if counts_other else self._count_before(clause, act.first)
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
            count = (self._count_behind(clause, act.last) if act.shape == "pl" else None) or count
            if _AMONG in clause.words[max(clause.first, act.first - 2) : act.first]:
                count = self._count_of_both(clause, act.first)
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
        return [row, *self._parts.read(clause, act.outcome, act.last, people)]

    def _befell(self, clause: Clause, i: int) -> bool:
        """Whether captives at token `i` are those killed or hurt, not taken: "مقتل أسيرين", "إصابة أسيرتين"."""
        return any(tag.kind == "ev" and tag.extra in {"killed", "injured"} for tag in clause.marks.tags[i - 1])

    def _count_behind(self, clause: Clause, j: int) -> Count | None:
        """Return the definite number behind what the dead belong to: "شهداء الإمارات الثلاثة"."""
        for k in range(j, min(j + 3, clause.last)):
            word = clause.words[k]
            if not word.startswith("ال"):
                return None
            count = self._numbers.read(clause.words, k) if self._numbers.may_start(word) else None
            if count is not None and count.last == k + 1 and 2 < (count.best or 0) < _COUNTABLE:
                return count
        return None

    def _count_of_both(self, clause: Clause, i: int) -> Count:
        """Return the count that dead and wounded share: "سقط 25 شخصا بين قتيل وجريح"."""
        among = i - 1 if clause.words[i - 1] == _AMONG else i - 2
        for j in range(max(among - 6, clause.first), among):
            if self._numbers.may_start(clause.words[j]):
                people = self._people.people(clause, j)
                if people is not None and among - 1 <= people.last <= among and people.count.best is not None:
                    return joint_count(people.count)
        return PLURAL

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
            if _has_cost(clause, j):
                return False
            if (
                following in _LESS
                or clause.words[j] == _UNLIKE
                or not any(t.kind == "cue" and t.value == "neg" for t in clause.marks.tags[j])
            ):
                continue
            return i - j <= _NEAR or following in _YIELDS
        return False

    def is_counted(self, clause: Clause, act: Act) -> bool:
        """Whether a number stands right before an act's noun: "40 إصابة"."""
        return not (act.clitic or act.conjunction) and self._count_before(clause, act.first) is not None

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


def _has_cost(clause: Clause, j: int) -> bool:
    """Whether what stands at token `j` tells a toll for itself: "لم تتبن هجوما أوقع 15 قتيلا", not "لم يوقع"."""
    past = clause.words[j][0] not in "يتن"
    return past and any(tag.kind == "light" and tag.pos == "v" for tag in clause.marks.tags[j])


_AMONG = "بين"
_FREED = frozenset({"حرر", "حررت", "تحرير", "سراح", "افراج", "الافراج", "افرج", "افرجت", "انقاذ", "انقذت", "انقذ"})
_MY_INJURY = "اصابتي"
_COUNTABLE = 11
"""Definite numbers behind a noun go up to ten: "الشهداء العشرة"."""
_COUNTING = frozenset({"عدد", "حصيله", "اعداد", "العدد", "الحصيله"})
_FALLING = frozenset({"سقوط", "وقوع", "سقطت"})
"""Before a single "ضحية" that is told; "راح ضحية الهجوم" and "تركوا ضحية لقصف" have their people elsewhere."""
_LESS = frozenset({"يقل", "تقل", "يزيد", "تزيد"})
_YIELDS = frozenset(
    {"يسفر", "تسفر", "يود", "تود", "يوقع", "توقع", "يخلف", "تخلف", "يتسبب", "تتسبب", "يودي", "تودي", "تسفرا", "يسفرا"}
)
_NEAR = 7
_UNSAID = frozenset({"ذكر", "الاشاره", "تحديد", "الكشف", "الافصاح"})
_UNLIKE = "غير"
"""It denies the adjective behind it, not the dead: "غير بعيد عن المكان سقط ثلاثة قتلى"."""
_ONE_OF = frozenset({"احد", "احدي", "باحد", "واحد"})
"""Before a noun without "and": "وأحد الجرحى" (and one of the wounded), not "قتيل واحد وجريحان" (one, and two)."""
_BEHIND_THEIRS = frozenset({"واحد", "واحده", "واحدا", "اثنان", "اثنين", "اثنتان", "اثنتين"})
"""Numbers that follow what they count: "قتيل واحد وجريحان", "قتيلان اثنان وجرحى"."""
_OF_THE_KNOWN = frozenset({"معظم", "غالبيه", "اغلب", "جميع", "كافه"})
_HITS = frozenset({"مباشره", "دقيقه", "محققه", "موكده"})
_GRAVE = frozenset({"خطيره", "خطره", "بليغه", "بالغه", "حرجه", "خطيرتين", "خطيرتان", "بليغتين", "حرجتين", "خطرتين"})
_FELL = frozenset({"سقطوا", "سقطا"})


def _are_freed(words: Sequence[str], i: int, first: int) -> bool:
    """Whether hostages are let go and not taken: "حرر الجيش 178 رهينة"."""
    return any(word.lstrip("و").removeprefix("ب") in _FREED for word in words[max(first, i - 6) : i])


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
        or words[act.first] == _MY_INJURY
        or (act.lemma == "ضحيه" and act.shape == "sg" and before not in _FALLING)
        or (act.shape == "pl" and act.sense in {"captive", "hostage", "displaced", "missing"})
    )
