"""Against whom: the people and posts that an act is directed at, as types of actors.

With what is `means`; who was hurt is `casualties`; actors that the text names are `roles`.
"""

from collections.abc import Collection, Sequence

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act, Marks
from transforms.extract.sides import Role

_AIMED = frozenset(
    {"attack", "target", "assault", "shoot", "shell", "air", "suicide", "detonate", "raid", "ambush", "stab", "ram",
     "snipe", "operation", "grenade"}
)  # fmt: skip
_DONE_TO_PEOPLE = frozenset(
    {"attack", "target", "assault", "shoot", "stab", "ram", "snipe", "arrest", "abduct", "capture", "execute",
     "assassinate", "kill", "injure", "torture"}
)  # fmt: skip
_DONE_TO_GOODS = frozenset({"demolish", "burn", "destroy", "loot"})
_ROUNDED_UP = frozenset({"arrests", "campaign"})
_TOOK_IN = ("طالت", "طال", "شملت", "شمل")
"""Verbs behind a campaign of arrests that tell whom it took: "حملة اعتقالات طالت 26 مواطنا"."""
_POSTS = frozenset(
    {"دوريه", "حاجز", "حاجزا", "ثكنه", "موقع", "موقعا", "مقر", "نقطه", "رتل", "رتلا", "قاعده", "تمركز", "كمين",
     "مركز", "معسكر", "اليه", "مركبه"}
)  # fmt: skip
_TOWARDS = frozenset({"علي", "ضد", "باتجاه", "نحو", "صوب", "تجاه"})
_AMOUNTS = frozenset({"عدد", "عددا", "عشرات", "مءات", "العشرات", "العديد", "مجموعه", "الاف"})
_UPON = _TOWARDS | {"بحق"}
_AT = frozenset({"shoot", "assault"})
"""Acts whose verb takes a preposition; who stands right behind it does them: "أطلق جنود النار على مزارعين"."""
_NOMINATIVE = ("ون", "ان")
"""Endings of a subject: "اعتدى مستوطنون على مزارعين" aims at the farmers."""
_HOMES = frozenset(
    {"احياء", "الاحياء", "للاحياء", "المنازل", "منازل", "منزل", "منزلا", "بيوت", "سكنيه", "السكنيه", "سكني", "السكني",
     "المدنيين", "الاهالي", "السكان", "مدرسه", "مدارس", "مستشفي", "مستشفيات", "سوق", "سوقا", "اسواق", "مخبز", "مسجد",
     "مسجدا", "كنيسه", "معبد", "معبدا", "ضريح", "ضريحا", "مزار", "مزارع", "مخيما", "خيام", "خيمه", "ممتلكات", "محال",
     "حافله", "عشوائي", "عشواييا"}
)  # fmt: skip
"""Where civilians live and gather; shells that fall on them are aimed at civilians (codebook: who was hit)."""
_RELIEF = frozenset({"اسعاف", "مساعدات", "اغاثه", "اغاثيه", "انسانيه"})
_CARS = frozenset({"سياره", "سيارات", "مركبه", "قافله", "قوافل", "شاحنه", "شاحنات"})
"""Cars that help civilians by the word behind them: "سيارة إسعاف", "قافلة مساعدات"."""
DWELLINGS = frozenset(
    {"منزل", "منزلا", "منازل", "منزلي", "منزلين", "بيت", "بيتا", "بيوت", "مسكن", "مساكن", "سكنيه", "سكني", "مسجد",
     "مسجدا", "كنيسه", "مدرسه", "مدارس", "خيام", "خيمه", "ممتلكات", "محال", "متاجر"}
)  # fmt: skip
_GOODS = frozenset(
    {"مركبه", "مركبات", "سياره", "سيارات", "ارض", "اراضي", "محاصيل", "اشجار", "حقول", "مزرعه", "مزارع", "منشاه",
     "منشات", "محل", "غرفه", "حظيره"}
)  # fmt: skip
"""What civilians own where its owner is told: "مركبات فلسطينيين", "أراضي المواطنين"."""
_ARMED_WORDS = {
    "عسكري": 1,
    "عسكريه": 1,
    "عسكريا": 1,
    "امني": 1,
    "امنيه": 1,
    "امنيا": 1,
    "للجيش": 1,
    "للشرطه": 1,
    "الجيش": 1,
    "الشرطه": 1,
}
_CIVILIANS = 7
_WITHIN = 7
_FAR = 11
"""Words between a shot and whom it was aimed at: "أطلق الجيش الرصاص صباح اليوم تجاه مزارعين"."""
_OWNED_WITHIN = 4
_SHORTEST = 3
_ENDS = frozenset({"\u060c", ".", ":", "\u061b", "\n"})


def objects_of(
    words: Sequence[str],
    marks: Marks,
    acts: Sequence[Act],
    last: int,
    *,
    mentions: Sequence[ActorMention] = (),
    roles: Sequence[Role] = (),
) -> set[int]:
    """Return the ACLED types of people or posts right behind an act: "هجوم على مزارعين", "استهدف نقطة عسكرية".

    Nationalities among `mentions` that name people are civilians: "طعن مستوطن فلسطينيا". Who acts by `roles` is no
    object: "اقتحم عشرات المستوطنين القرية".
    """
    nationals = [mention.first for mention in mentions if mention.weak]
    doers = {i for role in roles if role.role == "initiator" for i in range(role.mention.first, role.mention.last)}
    found: set[int] = set()
    for act in acts:
        if act.sense in _AIMED:
            found |= _aimed_at(words, marks, act, last, doers)
        if act.sense in _DONE_TO_GOODS and _takes_from_civilians(words, marks, act, last, nationals):
            found.add(_CIVILIANS)
        if act.sense in _ROUNDED_UP and _takes_people(words, marks, act, last):
            found.add(_CIVILIANS)
        if nationals and act.sense in _DONE_TO_PEOPLE and _hits_nationals(words, act, last, nationals):
            found.add(_CIVILIANS)
    return found


def _aimed_at(words: Sequence[str], marks: Marks, act: Act, last: int, doers: Collection[int]) -> set[int]:
    """Return the types of what stands behind an act that aims at something."""
    found: set[int] = set()
    within = _FAR if act.sense == "shoot" else _WITHIN
    for j in range(act.last, min(act.last + within, last)):
        if words[j] in {"\u060c", ".", ":"} and "تجاه" not in words[j + 1 : j + 2]:
            break
        relief = words[j].removeprefix("ال") in _RELIEF and words[j - 1] in _CARS
        if relief or words[j].lstrip("بل") in _HOMES or words[j] in _HOMES:
            return found | {_CIVILIANS}
        if words[j] in _POSTS and j + 1 < last and words[j + 1] in _ARMED_WORDS:
            found.add(_ARMED_WORDS[words[j + 1]])
        if j in doers:
            continue
        tag = next((tag for tag in marks.tags[j] if tag.kind == "person"), None)
        if act.is_verb and (words[j].endswith(_NOMINATIVE) or _has_object_behind(words, act, j, last)):
            continue
        pointed = not _TOWARDS.isdisjoint(words[act.last : j])
        aimed = pointed or act.sense == "target" or (act.is_verb and act.sense not in _AT)
        if (
            tag is not None
            and tag.extra.isdigit()
            and aimed
            and (tag.shape != "sg" or not tag.definite)
            and not tag.clitic.startswith("ب")
        ):
            return found | {int(tag.extra)}
    return found


def _has_object_behind(words: Sequence[str], act: Act, j: int, last: int) -> bool:
    """Whether one person right behind a verb is its subject, as an accusative follows: "طعن مستوطن فلسطينيا"."""
    behind = j + 1 < last and words[j + 1].endswith(("يا", "ا")) and len(words[j + 1]) > _SHORTEST
    return act.pos == "v" and j == act.last and not words[j].endswith("ا") and behind


def _takes_from_civilians(words: Sequence[str], marks: Marks, act: Act, last: int, nationals: Collection[int]) -> bool:
    """Whether homes, or goods whose civilian owners are told, are destroyed: "هدم منزلا", "أحرق مركبات فلسطينيين"."""
    for j in range(act.last, min(act.last + _WITHIN, last)):
        if words[j] in _ENDS:
            return False
        bare = words[j].removeprefix("ال")
        if bare in DWELLINGS:
            return True
        if bare in _GOODS:
            owners = range(j + 1, min(j + _OWNED_WITHIN, last))
            return any(k in nationals and words[k].endswith("يين") for k in owners) or any(
                _is_civilian(marks, k) for k in owners
            )
    return False


def _is_civilian(marks: Marks, k: int) -> bool:
    tag = marks.has(k, "person")
    return tag is not None and tag.extra == str(_CIVILIANS) and not tag.clitic.startswith("ب")


def _takes_people(words: Sequence[str], marks: Marks, act: Act, last: int) -> bool:
    """Whether a campaign of arrests took civilians: "حملة اعتقالات طالت 26 مواطنا"."""
    verb = next((j for j in range(act.last, min(act.last + 12, last)) if words[j] in _TOOK_IN), None)
    if verb is None:
        return False
    return any(_is_civilian(marks, j) for j in range(verb + 1, min(verb + _OWNED_WITHIN, last)))


def _hits_nationals(words: Sequence[str], act: Act, last: int, nationals: Collection[int]) -> bool:
    """Whether a nationality behind an act names people and stands for no other noun: "هاجم مستوطنون فلسطينيين"."""
    end = min(act.last + _WITHIN, last)
    stop = next((j for j in range(act.last, end) if words[j] in _ENDS), end)
    return any(act.last <= i < stop and _names_people(words, act, i) for i in nationals)


def _names_people(words: Sequence[str], act: Act, i: int) -> bool:
    """Whether the nationality at token `i` is a noun in the case of an object, not an adjective of the word before."""
    word, before = words[i], words[i - 1]
    if before in _UPON:
        return not act.is_verb or act.sense in _AT | {"attack"}
    if before == "من" and words[i - 2] in _AMOUNTS:
        return word.endswith("يين")
    if before.isdecimal() or (i == act.last and not act.is_verb):
        return act.sense not in {"attack", "assault"} and not word.endswith(("ي", "يه", "ون"))
    if not word.endswith(("يين", "يا")) or before.endswith(("ا", "ين")):
        return False
    return not word.startswith("ال") or before.endswith("ون")
