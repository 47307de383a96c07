"""With what: weapons of a clause, and weapons that are objects of an act.

Which weapon code an incident gets is `kinds`; against whom an act is directed is `objects`.
"""

from bisect import bisect_left
from collections.abc import Sequence

from transforms.extract.acts import Act, Marks
from transforms.lexicon.compile import Tag

_STORES = frozenset(
    {
        "مخزن",
        "مخازن",
        "مستودع",
        "مستودعات",
        "منصه",
        "منصات",
        "مصنع",
        "ورشه",
        "معمل",
        "شحنه",
        "مخبا",
        "وكر",
        "لاطلاق",
        "صناعه",
        "تصنيع",
        "حقل",
        "حقول",
    }
)


_RIGHT_BEHIND = 4
_PREPOSITIONS = frozenset(
    {"من", "في", "علي", "الي", "عن", "مع", "بعد", "خلال", "اثر", "بواسطه", "باستخدام", "عبر", "\u060c"}
)
_CREWS = frozenset({"طاقم", "اغتنام", "اغتنم", "اغتنمت", "اغتنموا", "غنم", "غنمت", "غنموا"})
"""Words before a tank that was hit or taken and struck nothing itself: "استهدفت طاقم دبابة"."""
_CEASED = frozenset({"وقف", "لوقف", "بوقف", "ووقف", "ايقاف"})
"""Words before fire that is not opened: "اتفاق وقف إطلاق النار"."""
_SUPPORT = frozenset({"دعم", "اسناد", "غطاء", "ساند", "مساند"})
_AIR_BODIES = frozenset(
    {"حظر", "معسكر", "مجال", "رحله", "جسر", "نقل", "كليه", "قاعده", "دفاع", "دفاعات", "انزال", "اسعاف", "حركه",
     "ملاحه", "خطوط", "رحلات"}
)  # fmt: skip
"""What is called of the air without striking from it: "القاعدة الجوية", "الدفاعات الجوية"."""
_FORCES = frozenset({"القوات", "قوات", "للقوات"})
_FLYING = frozenset({"shell", "target", "shootdown", "intercept", "air", "drone", "explode", "strike_hit", "detonate"})


def _is_drone(words: Sequence[str], acts: Sequence[Act], i: int) -> bool:
    """Whether "مسيرة" is a drone and no march: an act of flying weapons stands near, or "طائرة" before it."""
    if words[i - 1].endswith(("طايره", "طايرات", "طيران")) or words[i].startswith(("ب", "بال")):
        return True
    if words[i - 1] in {"نيران", "بنيران"}:
        return True
    near = {act.sense for act in acts if abs(act.first - i) <= 6}
    return bool(near & _FLYING) and not near & {"protest", "march"}


def _is_air_body(words: Sequence[str], acts: Sequence[Act], i: int, first: int) -> bool:
    """Whether a word of the air names no strike: "قاعدة العند العسكرية الجوية", "مقر لسلاح الجو"."""
    if words[i].startswith("لسلاح"):
        return True
    if not words[i].endswith(("جويه", "جوي")):
        return False
    begin = max((act.last for act in acts if act.last <= i), default=first)
    if words[i - 1] in _FORCES and not any(act.sense in _FLYING for act in acts):
        return True
    return any(word.removeprefix("ال") in _AIR_BODIES for word in words[max(first, begin, i - 5) : i])


def _is_aimed_at(words: Sequence[str], verb: Act | None, i: int) -> bool:
    """Whether an aircraft right behind a verb is hit: a masculine verb has no feminine subject ("استهدف مروحية")."""
    if verb is None or not words[i].endswith(("ه", "ات")):
        return False
    told = words[verb.first]
    return not told.endswith(("ت", "تا")) and not told.removeprefix("و").startswith("ت")


def _is_object(words: Sequence[str], acts: Sequence[Act], tags: Sequence[Tag], verb: int, i: int) -> bool:
    """Whether a weapon is what a verb handles: right behind it, or farther with no preposition between."""
    own = {"علي"} if any(act.first == verb and act.sense == "seize" for act in acts) else set()
    apart = words[i].startswith("ب") or (_PREPOSITIONS - own).intersection(words[verb + 1 : i])
    if i - verb > _RIGHT_BEHIND and apart:
        return False
    return not _strikes_itself(acts, tags, verb, i)


def _strikes_itself(acts: Sequence[Act], tags: Sequence[Tag], verb: int, i: int) -> bool:
    """Whether a weapon right behind a verb of destroying is its subject: "دمرت طائرات التحالف رتلا"."""
    act = next((act for act in acts if act.first == verb), None)
    by = bool(tags) and tags[0].extra in {"air", "drone", "artillery"}
    return act is not None and act.sense == "destroy" and act.pos == "v" and i == verb + 1 and by


def weapons_of(
    words: Sequence[str], marks: Marks, acts: Sequence[Act], first: int, last: int
) -> tuple[set[str], set[str], set[str]]:
    """Return methods, weapons, and weapons that are objects of an act (seized, shot down, stored, destroyed)."""
    methods: set[str] = set()
    weapons: set[str] = set()
    things: set[str] = set()
    inside = marks.weapons[bisect_left(marks.weapons, first) : bisect_left(marks.weapons, last)]
    if not inside:
        return methods, weapons, things
    aimed = {act.first: act for act in acts if act.sense in {"target", "attack"} and act.pos == "v"}
    handled = {
        act.first for act in acts if act.sense in {"seize", "shootdown", "intercept", "defuse", "destroy", "foil"}
    }
    for i in inside:
        tags = [tag for _, tag in marks.phrases.get(i, ()) if tag.kind == "weapon"][:1]
        tags = tags or [tag for tag in marks.tags[i] if tag.kind == "weapon"][:1]
        if tags and tags[0].extra in {"air", "drone"} and _is_aimed_at(words, aimed.get(i - 1), i):
            continue
        arms = bool(tags) and tags[0].extra == "arms"
        stored = any(word in _STORES for word in words[max(first, i - 3) : i])
        near = [j for j in handled if max(first, i - 7) <= j < i]
        if stored or (arms and near) or any(_is_object(words, acts, tags, j, i) for j in near):
            things.update(tag.value for tag in tags if tag.value or arms)
        elif tags and _is_means(words, acts, tags[0], i, first):
            methods.add(tags[0].extra)
            weapons.update([tags[0].value] if tags[0].value else [])
    return methods, weapons, things


def _is_means(words: Sequence[str], acts: Sequence[Act], tag: Tag, i: int, first: int) -> bool:
    """Whether a weapon word tells with what was struck: no arms in general, no march, no support, no air base."""
    if tag.extra == "artillery?" and words[i - 1] in _CREWS:
        return False
    if tag.extra == "arms" or (tag.extra == "drone?" and not _is_drone(words, acts, i)):
        return False
    if tag.extra == "gun" and words[i - 1] in _CEASED:
        return False
    if any(words[j].lstrip("بو") in _SUPPORT for j in range(max(first, i - 2), i)):
        return False
    return not _is_air_body(words, acts, i, first)
