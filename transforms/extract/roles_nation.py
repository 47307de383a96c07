"""The part of a nationality alone: whose strike ("قصف تركي"), whose soldier ("ضابط تركي").

Names of actors are `roles`; people that a nationality names are `objects`.
"""

from collections.abc import Sequence

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act, Marks
from transforms.extract.announcers import STRIKES
from transforms.extract.roles_after import HIT
from transforms.extract.roles_before import LAUNCHED, PLACING
from transforms.extract.sides import Role

_SOLDIERS = frozenset({"soldiers", "police", "security_forces", "commanders", "officials", "militants"})
_NEAR = 7
_STOPS = frozenset({".", "?", "\n", "\u061b", "\u060c", ":"})
_HEADS_OF_STATE = ("رءيس", "رييس", "وزير", "وزراء", "ملك")
"""Whose nationality names no side: "القوات الموالية للرئيس اليمني"."""
_PEOPLE = ("يين", "يون", "يان", "يات")
"""Endings of a nationality that names people and no author: "المجازر بحق الفلسطينيين"."""
_NO_OWNER = PLACING | {"ضد", "بحق", "التي", "الذي", "الاراضي", "اراضي", "الحدود", "حدود"}
FIXED = frozenset(
    {"نقطه", "نقاط", "حاجز", "حاجزا", "حواجز", "موقع", "موقعا", "مواقع", "مقر", "مقرا", "مقرات", "مقار", "مركز",
     "مراكز", "قاعده", "قواعد", "معسكر", "معسكرا", "معسكرات", "ثكنه", "ثكنات", "رتل", "رتلا", "تجمع", "تجمعا", "تجمعات"}
)  # fmt: skip
"""What stays where it is and is hit, while "آليات الاحتلال" may strike."""
_VEHICLES = frozenset(
    {"دبابه", "دبابات", "اليه", "اليات", "جرافه", "جرافات", "ناقله", "عربه", "عربات", "دوريه", "رتل", "رتلا", "قاعده",
     "قافله", "موكب", "سفينه", "حاجز", "حاجزا", "معسكر", "معسكرا"}
)  # fmt: skip


def nationality_role(
    words: Sequence[str], marks: Marks, mention: ActorMention, before: Act | None, *, behind_thing: bool
) -> Role:
    """A nationality after an act's noun is its author ("قصف تركي"), after a soldier's his army's ("ضابط تركي").

    `behind_thing`: whether what can be hit stands right before it.
    """
    person = marks.has(mention.first - 1, "person") if mention.first else None
    if person is not None and (words[mention.first - 1].endswith(_HEADS_OF_STATE) or _is_new_noun(words, mention)):
        return Role(mention, "", 0)
    if person is not None and person.value in _SOLDIERS and before is not None and before.sense in HIT | STRIKES:
        return Role(mention, "target", 2)
    if before is not None and before.sense in LAUNCHED and 1 <= mention.first - before.last <= 3:
        return Role(mention, "target", 2)
    if mention.first and words[mention.first - 1].isdigit():
        return Role(mention, "", 0)  # "اعتقالات طالت 15 فلسطينيا"
    if mention.first and words[mention.first - 1].startswith(("بنيران", "برصاص")):
        return Role(mention, "initiator", 3)  # "برصاص إسرائيلي"
    aimed = before is not None and mention.first - before.last <= _NEAR
    if behind_thing and aimed and words[mention.first - 1] in _VEHICLES | FIXED:
        return Role(mention, "target", 2)
    return Role(mention, "initiator", 2) if _owns_act(words, marks, mention, before) else Role(mention, "", 0)


def _is_new_noun(words: Sequence[str], mention: ActorMention) -> bool:
    """Whether case parts a nationality from the person before it: "خطف مسلحون لبنانيا", "احتجز الحوثيون يمنيين"."""
    word, before = words[mention.first], words[mention.first - 1]
    if word.endswith("يا"):
        return not before.endswith("ا")
    return word.endswith("يين") and before.endswith("ون")


def _owns_act(words: Sequence[str], marks: Marks, mention: ActorMention, before: Act | None) -> bool:
    """Whether a nationality tells whose act stands before it: "قصف تركي", not "دهس طفلة فلسطينية"."""
    if before is None or before.is_verb or before.sense not in STRIKES | {"arrest"}:
        return False
    if before.sense == "stab" or mention.first - before.last > 3 or words[mention.first].endswith(_PEOPLE):
        return False  # "طعن فلسطيني مستوطنا": a man's deed
    gap = words[before.last : mention.first]
    if any(word in _STOPS or word in _NO_OWNER or word.startswith("نفذ") for word in gap):
        return False  # "عملية دهس نفذها فلسطيني": a man, not his state
    return not any(marks.has(j, "person") is not None for j in range(before.last, mention.first))
