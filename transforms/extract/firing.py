"""Who fired: by the arms that are named with him ("بقذيفة تركية", "راجمات الحوثيين") or the ground that they stand on.

The order of the rules is `roles`; voice and word order are `roles_before` and `roles_after`.
"""

from collections.abc import Sequence

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act

_HARM = frozenset({"kill", "die", "injure", "casualty", "injury"})
_FIRE = frozenset({"shell", "shoot", "strike_hit", "snipe"})
_MISSILES = (
    "نيران ", "رصاص ", "قذيفه ", "قذايف ", "قذاءف ", "صاروخ ", "صواريخ ", "قنبله ", "قنابل ", "مسيره ", "مسيرات ",
    "مقذوف ", "مقذوفات ", "لغم ", "الغام ",
)  # fmt: skip
"""First words of names that a weapon and a nationality make up: "صواريخ روسية"."""
_SMALL_ARMS = ("نيران ", "رصاص ")
_THROUGH = frozenset({"جراء", "اثر", "نتيجه", "بفعل", "بسبب"})
_MADE = frozenset({"الصنع", "الطراز", "المنشا"})
"""Behind a nationality that tells who made a weapon, not who fired it: "صواريخ روسية الصنع"."""
_GROUND = frozenset(
    {"مواقع", "موقع", "حواجز", "حاجز", "ثكنات", "ثكنه", "قواعد", "قاعده", "نقاط", "معسكر", "معسكرات", "مراكز",
     "مرابض", "مناطق", "مقرات", "تمركزات", "اماكن", "معاقل"}
)  # fmt: skip
_SOME = frozenset({"عدد", "عددا", "العديد", "كثير", "الكثير", "اكثر", "بعض", "اي", "مجموعه", "عشرات", "بالقرب"})
"""Words of quantity before "من", so that the ground is what was hit: "قصفت الطائرات عددا من مواقع التنظيم"."""
_ARMS = frozenset(
    {"راجمات", "راجمه", "مدفعيه", "مدافع", "دبابات", "طايرات", "طاءرات", "مقاتلات", "زوارق", "بوارج", "مروحيات",
     "رشاشات", "قناصه", "منصات", "هاونات", "مسيرات"}
)  # fmt: skip


def has_author(earlier: Sequence[ActorMention]) -> bool:
    """Whether a name of an actor stands before another in its clause."""
    return any(not (mention.weak or mention.country) for mention in earlier)


def is_fired(words: Sequence[str], mention: ActorMention, before: Act | None, *, named: bool) -> bool:
    """Whether a weapon with a nationality is what hit people: "قتل مدني بقذيفة تركية", "جراء قنابل إسرائيلية".

    `named`: whether another actor stands before it, who may have fired what others made.
    """
    by = mention.clitic.endswith("ب")
    if by and mention.alias.startswith(_SMALL_ARMS):
        return True
    if before is None or before.sense not in _HARM or not mention.alias.startswith(_MISSILES):
        return False
    if named and before.pos == "v" and before.sense == "kill":
        return False
    made = mention.last < len(words) and words[mention.last] in _MADE
    return not made and (by or words[mention.first - 1] in _THROUGH)


def fired_from(words: Sequence[str], mention: ActorMention, before: Act | None) -> bool:
    """Whether shells came from the ground of a name: "تعرضت البلدة لقصف من حواجز النظام"."""
    if before is None or before.sense not in _FIRE:
        return False
    ground = next((j for j in (mention.first, mention.first - 1) if words[j].removeprefix("ال") in _GROUND), None)
    if ground is None or ground - 2 < before.first or words[ground - 1] != "من":
        return False
    return words[ground - 2] not in _SOME and not words[ground - 2].isdecimal()


def fires(words: Sequence[str], mention: ActorMention, act: Act) -> bool:
    """Whether the arms of a name are the subject of a verb: "أطلقت راجمات الحوثيين صواريخ"."""
    if act.pos != "v" or act.sense not in _FIRE | {"air", "target", "attack", "destroy"} or mention.clitic:
        return False
    return (
        mention.first - act.last == 1 and words[act.last].removeprefix("ال") in _ARMS and words[act.last - 1][-1] == "ت"
    )
