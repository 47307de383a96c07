"""One outcome for one group of people, and what several words of a clause share of it.

Reading people phrases is `people`, tying them to acts is `casualties`.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.acts import Act
from transforms.extract.numbers import COUNT_ONE, COUNT_TWO, Count
from transforms.extract.people import PLURAL, People

ZERO = Count(0, 0, 0, "exact")
OWN_COUNT = frozenset({"casualty", "corpse", "hostage", "captive", "missing", "displaced", "injury"})


@dataclass(frozen=True, slots=True)
class Casualty:
    """One outcome for one group; a `subset` is part of another row and never added.

    A `weak` row stands only where nothing else tells its outcome: an earlier toll, the badly hurt among the wounded.
    """

    outcome: str
    people: People
    first: int
    last: int
    subset: bool = False
    joint: bool = False
    total: bool = False
    others: bool = False
    weak: bool = False


def without_other_outcomes(words: Sequence[str], found: Sequence[Casualty], acts: Sequence[Act]) -> list[Casualty]:
    """Return the rows without those whose noun tells another outcome: "أربعة قتلى وسبعة مصابين" after one verb.

    Of known people a verb tells more: "استشهاد أحد الجرحى" (one of the wounded died).
    """
    own = {act.first: act.outcome for act in acts if act.sense == "casualty" and act.outcome}
    own = {i: outcome for i, outcome in own.items() if words[i - 1] not in _OF_THEM}
    return [
        row
        for row in found
        if row.joint
        or not any(own.get(i, row.outcome) != row.outcome for i in range(row.people.first, row.people.last))
    ]


_ALSO_NOUNS = frozenset({"وجرح", "وقتل"})
_OF_THEM = frozenset({"من", "احد", "احدي"})


def is_joint(words: Sequence[str], act: Act, following: Act) -> bool:
    """Whether two outcomes share one figure: "مقتل وإصابة 20", "قتل وأصيب العشرات", not "مقتله وإصابة 5"."""
    return (
        following.first == act.last
        and (act.is_verb == following.is_verb or (words[following.first] in _ALSO_NOUNS and not act.definite))
        and following.conjunction == "و"
        and bool(following.outcome)
        and following.outcome != act.outcome
        and act.sense not in OWN_COUNT
        and following.sense not in OWN_COUNT
        and not (act.pos == "m" and act.definite and not following.definite)
    ) or (following.first == act.last + 1 and words[act.last] == "او" and bool(following.outcome))


def shared_rows(found: Sequence[Casualty], act: Act) -> list[Casualty]:
    """Return the row of a second noun under one vague quantity: "عدد من القتلى والجرحى"."""
    previous = found[-1] if found else None
    if previous is None or act.sense != "casualty" or act.conjunction != "و" or previous.last != act.first:
        return []
    if previous.outcome == act.outcome or previous.people.count.quantity in {"exact", "about", "at_least"}:
        return []
    people = dataclasses.replace(previous.people, first=act.first, last=act.last)
    return [Casualty(act.outcome, people, act.first, act.last)]


def joint_row(partner: Act, row: Casualty) -> Casualty:
    """Return the row of the first of two outcomes that share one figure."""
    people = dataclasses.replace(row.people, count=joint_count(row.people.count))
    return Casualty(partner.outcome, people, partner.first, row.last, joint=True)


def opened(row: Casualty) -> Casualty:
    """Return a row whose figure tells another outcome as well: between a few and all."""
    return dataclasses.replace(
        row, people=dataclasses.replace(row.people, count=joint_count(row.people.count)), joint=True
    )


def joint_count(count: Count) -> Count:
    """A figure for killed and injured together tells neither: both are open between a few and all."""
    if count.high == 0:
        return count
    if count.high is None or count.high <= 2:
        return dataclasses.replace(count, low=1 if count.high else 2, best=None)
    return dataclasses.replace(count, low=2 if count.high > 3 else 1, best=None, quantity=count.quantity)


_SUFFIXES = (("هما", COUNT_TWO), ("هم", PLURAL), ("هن", PLURAL), ("ها", COUNT_ONE), ("ه", COUNT_ONE))


_CAUSES = frozenset({"بعد", "جراء", "اثر", "متاثرا", "متاثره", "نتيجه", "بسبب", "قبل"})
_PASSIVE_ENDS = frozenset(
    {"في", "علي", "برصاص", "بعد", "جراء", "اثر", "اليوم", "امس", "بنيران", "خلال", "متاثرا", "مساء", "صباح", "فجر",
     "نتيجه", "بسبب", "بشظايا", "بقصف", "بقذيفه", "بانفجار", "بغاره", "داخل", "اثناء", "قرب"}
)  # fmt: skip


def unnamed(words: Sequence[str], act: Act) -> list[People]:
    """Return whom a verb tells without naming him: "وقتل في ضربة" one, "قتلوا في الغارة" several, "اغتال" one."""
    if act.sense == "assassinate":
        return [People(COUNT_ONE, "", None, act.first, act.last)]
    if act.sense not in {"kill", "die"}:
        return []
    following = words[act.last] if act.last < len(words) else ""
    if following not in _PASSIVE_ENDS or act.suffixed_object:
        return []
    verb = words[act.first]
    count = PLURAL if verb.endswith("وا") else COUNT_TWO if verb.endswith("ا") else COUNT_ONE
    return [People(count, "", None, act.first, act.last)]


_WHOEVER = frozenset({"فيه", "فيها", "فيهما", "بداخله", "بداخلها", "كان", "كانوا", "بها", "به"})


def whoever(words: Sequence[str], act: Act) -> list[People]:
    """Return all who were in what was struck: "تدمير العربة ومقتل من فيها", "وقتل من كان بداخلها"."""
    j = act.last + 1 if words[act.last : act.last + 1] in (["جميع"], ["كل"]) else act.last
    if act.outcome != "killed" or words[j : j + 1] != ["من"] or words[j + 1 : j + 2] == []:
        return []
    return [People(PLURAL, "", None, j, j + 2)] if words[j + 1] in _WHOEVER else []


def by_suffix(words: Sequence[str], act: Act) -> list[People]:
    """Return who a possessive suffix tells: "مقتله" one, "مقتلهما" two, "إصابتهم" several.

    After a cause it is the one who died of it ("بعد إصابته").
    """
    if act.clitic.endswith(("ال", "لل")) or (act.first and words[act.first - 1] in _CAUSES) or act.clitic == "ب":
        return []
    word = words[act.first]
    count = next((count for suffix, count in _SUFFIXES if word.endswith(suffix)), None)
    return [People(count, "", None, act.first, act.last)] if count is not None else []


def by_object(words: Sequence[str], act: Act) -> list[People]:
    """Return whom a verb's object pronoun tells: "قتله مجهولون" one; the noun behind is the killer."""
    word = words[act.first]
    count = next((count for suffix, count in _SUFFIXES if word.endswith(suffix)), None)
    return [People(count, "", None, act.first, act.last)] if count is not None else []


def is_paired(words: Sequence[str], found: Sequence[Casualty], act: Act) -> bool:
    """Whether one figure counts two nouns: "50 قتيلا وجريحا" are fifty dead and wounded together."""
    if not found or act.sense != "casualty" or act.conjunction != "و" or act.shape != "sg":
        return False
    previous = found[-1]
    many = previous.people.count.best is not None and previous.people.count.best > 2
    return many and previous.last == act.first and previous.outcome != act.outcome and words[act.first].endswith("ا")
