"""The part of a name that precedes an act in its clause: subject of its verb, author of its noun, who was accused.

What follows an act is `roles_after`; cues and the order of the rules are `roles`.
"""

from collections.abc import Sequence

from transforms.extract.actors import AIRCRAFT, MODEL, ActorMention
from transforms.extract.acts import Act, Marks
from transforms.extract.announcers import STRIKES
from transforms.extract.roles_after import acts_on

_AIRCRAFT_KINDS = frozenset({"حربيه", "مسيره", "مروحيه", "عسكريه", "استطلاع", "مقاتله", "هليكوبتر"})
_CHARGE_WITHIN = 9
_CHARGES = ("بالوقوف", "بالمسووليه", "بتنفيذ", "بارتكاب", "بشن", "بانها", "بانه", "بالتورط")
_HELD = ("مسووليه", "المسووليه")
_ENDS = frozenset({".", "?", "\n", "\u061b"})
LAUNCHED = frozenset({"intercept", "shootdown", "defuse", "foil", "seize", "repel"})
_NOMINAL = frozenset({"attack", "detonate", "explode", "shell", "air", "drone", "strike_hit", "suicide", "operation"})
_SUFFERS = ("تكبد", "يتكبد", "تتكبد", "منيت")
"""Verbs whose subject was hit: "الحوثيون تكبدوا خسائر في غارات"."""
PLACING = frozenset({"في", "من", "الي", "علي", "داخل", "خارج", "قرب", "شمال", "جنوب", "شرق", "غرب", "عبر", "نحو"})
_STATES = frozenset({"die", "injure", "casualty", "explode"})
_ADJUNCTS = frozenset(
    {"في", "برصاص", "بنيران", "خلال", "اثر", "جراء", "بعد", "اثناء", "علي", "قرب", "امس", "اليوم", "."}
)
_SELF = frozenset({"نفسه", "نفسها", "نفسيهما", "انفسهم"})
_OWNED_ACTS = frozenset({"operation", "attack", "air", "shell", "raid", "campaign", "drone"})
_HIS = ("قصفه", "هجومه", "توغله", "اقتحامه", "عدوانه")
_MOVING = ("دباب", "الي", "عرب", "زوارق", "طاي", "طاء", "دوري", "قو", "مدفع", "عناصر", "جنود", "مسلح", "مقاتل")
"""What acts for its owner as well: "دبابات الاحتلال قصفت"."""
_DONE_TO_PEOPLE = frozenset({"arrest", "abduct", "execute", "assassinate", "capture", "kill"})
_DONE_TO = _DONE_TO_PEOPLE | {"target", "shell", "snipe", "attack", "stab", "shoot"}
_DOERS = ("منفذ", "مرتكب", "متهم", "مشتبه")
"""Those who did an act, which is not what the clause tells: "سلمت منفذة عملية الطعن"."""
_DOING = frozenset({"does", "mutual"})
_CHARGED = ("للاشتباه", "بتهم", "لاتهام", "لتورط", "لعلاقت", "بشبه", "لضلوع", "لصلت", "لارتباط")
_MEMBERS_OF = frozenset({"افراد", "منسوبي", "من", "عناصر", "رجال", "ضباط", "جنود", "في"})
"""Words that make a man one of a force: "أحد أفراد حرس الحدود بالقطاع الذي استشهد"."""
_LETTERS = 3
_NO_VERBS = frozenset({"تجاه", "تابع", "تابعه", "تابعين", "تلك", "يومين", "يوميا", "تقريبا", "تحديدا"})
_FAR = 12
_BESIDE = 2


def role_before(
    words: Sequence[str], marks: Marks, mention: ActorMention, act: Act, later: Sequence[ActorMention] = ()
) -> str:
    """Return the part of a mention that precedes an act: subject of its verb, or who announces it.

    `later` are the names behind the mention in its clause.
    """
    gap = list(words[mention.last : act.first])
    if _undergoes(marks, mention, act, later) or any(word.lstrip("و").startswith(_SUFFERS) for word in gap):
        return "target"
    if len(gap) > _FAR or any(word in {".", "?", "\n", "\u061b"} for word in gap) or mention.clitic.strip("وف"):
        return ""
    if act.is_verb and act.pos == "v" and act.sense == "kill" and words[act.first].endswith("وا"):
        return "target" if words[act.last : act.last + 1] and _is_adjunct(words[act.last]) else "subject"
    if act.is_verb and act.pos == "v" and (act.sense not in _STATES or (acts_on(act) and len(gap) <= _BESIDE)):
        return "" if len(gap) > _BESIDE and _has_own_subject(act, later) else "initiator"
    if act.pos == "p" or (act.is_verb and act.sense in {"die", "injure"}):
        member = gap[-1:] in (["الذي"], ["الذين"], ["والذي"]) and words[mention.first - 1] in _MEMBERS_OF
        return "target" if len(gap) <= (_FAR if member else _BESIDE + 2) else ""
    return "initiator" if _does_noun(marks, mention, act, gap) else ""


def _undergoes(marks: Marks, mention: ActorMention, act: Act, later: Sequence[ActorMention]) -> bool:
    """Whether "was exposed to" stands beside a name, or before the act with no other name between."""
    end = act.first if not any(other.first < act.first for other in later) else min(mention.last + 3, act.first)
    beside = range(max(0, mention.first - 5), end)
    return any(tag.kind == "light" and tag.key == "تعرض" and tag.pos == "v" for j in beside for tag in marks.tags[j])


def _has_own_subject(act: Act, later: Sequence[ActorMention]) -> bool:
    """Whether another name stands right behind a verb: "لوقف زحف القوات فجر التنظيم الجسر"."""
    return any(other.first == act.last and not other.clitic and not other.weak for other in later)


def _does_noun(marks: Marks, mention: ActorMention, act: Act, gap: Sequence[str]) -> bool:
    """Whether a name before an act's noun is its author: announced, carried out by a verb, or right before it."""
    if act.sense == "deploy":
        return len(gap) <= _BESIDE
    if act.pos not in {"m", "n", "x"} or (gap and gap[-1].removeprefix("ال").startswith(_DOERS)):
        return False
    if act.sense in _DONE_TO_PEOPLE:
        return any(
            tag.kind == "light" and tag.value == "does" and tag.pos == "v"
            for j in range(max(mention.last, act.first - 2), act.first)
            for tag in marks.tags[j]
        )
    if act.sense not in STRIKES | LAUNCHED:
        return False
    announced = any(
        tag.kind == "cue" and tag.value == "report"
        for j in range(max(0, mention.first - 2), act.first)
        for tag in marks.tags[j]
    )
    carried = any(
        tag.kind == "light" and (tag.value or tag.pos == "v")
        for j in range(mention.last, act.first)
        for tag in marks.tags[j]
    )
    return announced or carried or (len(gap) <= _BESIDE and not act.clitic)


def does(
    words: Sequence[str], marks: Marks, mention: ActorMention, first: int, earlier: Sequence[ActorMention] = ()
) -> bool:
    """Whether a verb such as "شن", "نفذ", "رد" has the mention as its subject: right before or right after it.

    A name that another one of `earlier` parts from the verb is its object: "كبدت المقاومة الحوثيين خسائر".
    """
    if mention.clitic.strip("وف") or (mention.first > first and words[mention.first - 1] in PLACING):
        return False
    if mention.first > first and any(
        tag.kind == "light" and tag.value == "does" and tag.pos == "m" for tag in marks.tags[mention.first - 1]
    ):
        return True
    near = [
        j
        for j in (mention.first - 1, mention.first - 2, mention.last, mention.last + 1)
        if first <= j < len(marks.tags) and not any(j < other.first < mention.first for other in earlier)
    ]
    return any(tag.kind == "light" and tag.value in _DOING and tag.pos == "v" for j in near for tag in marks.tags[j])


def is_hit_by(acts: Sequence[Act], verb: Act) -> bool:
    """Whether an attack is the subject of a verb, so that the name behind it is hit: "هجومان استهدفا القنصلية"."""
    if verb.sense != "target":
        return False
    nouns = [act for act in acts if act.last <= verb.first and not act.is_verb and act.sense in _NOMINAL]
    return bool(nouns) and verb.first - nouns[-1].last <= 2


def does_behind(marks: Marks, mention: ActorMention) -> bool:
    """Whether a verb such as "شنت" follows the owner of its subject: "طائرات تابعة للتحالف شنت غارات"."""
    tags = marks.tags[mention.last] if mention.last < len(marks.tags) else ()
    return any(tag.kind == "light" and tag.value == "does" and tag.pos == "v" for tag in tags)


def has_subject(earlier: Sequence[ActorMention], act: Act) -> bool:
    """Whether a name stands right before a verb as its subject, so that the name behind it is its object."""
    return any(
        m.last <= act.first and act.first - m.last <= 2 and not m.clitic.strip("وف") and not m.weak for m in earlier
    )


def opens_clause(words: Sequence[str], mentions: Sequence[ActorMention], index: int, act: Act) -> bool:
    """Whether و + a name + a present verb begin a clause of their own: "قصف على غزة والمقاومة تكثف عملياتها"."""
    mention = mentions[index]
    if not mention.clitic.startswith("و") or mention.last >= len(words) or act.is_verb:
        return False
    if "بين" in words[act.last : mention.first] or (index and mentions[index - 1].last == mention.first):
        return False
    word = words[mention.last]
    return word.startswith(("ي", "ت")) and len(word) > _LETTERS and word not in _NO_VERBS


def is_object(marks: Marks, acts: Sequence[Act], mentions: Sequence[ActorMention], index: int) -> bool:
    """Whether a name behind a verb or its noun and the subject is the object: "كبدت المقاومة الحوثيين خسائر"."""
    mention, before = mentions[index], mentions[index - 1]
    if not index or mention.clitic or before.last != mention.first or not before.first:
        return False
    if not before.weak and any(act.last == before.first and act.pos == "m" and act.sense in _DONE_TO for act in acts):
        return True  # "استهداف الكتائب جنود الاحتلال"
    return any(tag.kind == "light" and tag.value == "does" and tag.pos == "v" for tag in marks.tags[before.first - 1])


def _is_adjunct(word: str) -> bool:
    """Whether a word behind a verb is no object, so that the verb is passive: "عناصر التنظيم قتلوا في غارة"."""
    return word in _ADJUNCTS or word.startswith(("بغار", "بقصف", "بانفجار", "بعملي", "بهجوم", "بكمين"))


def takes_part(words: Sequence[str], mention: ActorMention, first: int) -> bool:
    """Whether a name only tells in whose campaign others take part: "القوة المشاركة في عمليات التحالف"."""
    near = words[max(first, mention.first - 4) : mention.first]
    return any(word.lstrip("و").removeprefix("ال").startswith("مشارك") for word in near)


def is_apposed(words: Sequence[str], mention: ActorMention, first: int) -> bool:
    """Whether a name only explains the one before it: "سرايا القدس، الجناح العسكري لحركة الجهاد"."""
    near = words[max(first, mention.first - 3) : mention.first + 1]
    return any(word.removeprefix("ال").startswith(("جناح", "ذراع")) for word in near)


def blows_up_self(words: Sequence[str], acts: Sequence[Act], mention: ActorMention) -> bool:
    """Whether a name stands between a verb and "himself": "فجر عنصر من التنظيم نفسه"."""
    act = next((act for act in reversed(acts) if act.first < mention.first), None)
    if act is None or not act.is_verb or act.sense not in {"detonate", "suicide", "explode"}:
        return False
    return mention.first - act.last <= _BESIDE and bool(_SELF.intersection(words[mention.last : mention.last + 2]))


def does_own(words: Sequence[str], acts: Sequence[Act], mentions: Sequence[ActorMention], index: int) -> bool:
    """Whether an act behind a name is called its own: "تواصل قوات الاحتلال بعمليتها في المخيم"."""
    mention = mentions[index]
    act = next((act for act in acts if act.first >= mention.last), None)
    if act is None or act.is_verb or act.sense not in _OWNED_ACTS or act.first - mention.last > _BESIDE + 1:
        return False
    if mention.clitic.strip("وف") or any(mention.last <= other.first < act.first for other in mentions):
        return False
    return words[act.last - 1].endswith(("ها", "ته", "هم")) or words[act.last - 1].endswith(_HIS)


def is_object_of_clause(words: Sequence[str], acts: Sequence[Act], mention: ActorMention) -> bool:
    """Whether a verb right behind an indefinite name has it as object: "دبابة إسرائيلية استهدفتها الكتائب"."""
    act = next((act for act in acts if act.first >= mention.last), None)
    if act is None or act.first != mention.last or not act.suffixed_object or not act.is_verb:
        return False
    return not words[mention.first].removeprefix("و").startswith("ال")


def is_struck_subject(words: Sequence[str], acts: Sequence[Act], mention: ActorMention, distance: int) -> bool:
    """Whether what belongs to a name is the subject of a passive: "سيارات تعود للحركة دمرت في انفجار"."""
    act = next((act for act in acts if act.first >= mention.last), None)
    if act is None or not act.is_verb or act.sense not in {"destroy", "burn", "target", "shell", "detonate"}:
        return False
    own = words[mention.first - distance].removeprefix("و").removeprefix("ال").startswith(_MOVING)
    return not own and act.first - mention.last <= _BESIDE and not act.suffixed_object


def is_charge(words: Sequence[str], acts: Sequence[Act], mention: ActorMention) -> bool:
    """Whether a name belongs to what arrested men are charged with: "اعتقلت شخصين للاشتباه بإطلاق النار على دورية"."""
    arrest = next(
        (act for act in acts if act.sense in {"arrest", "arrests", "seize"} and act.last <= mention.first), None
    )
    if arrest is None:
        return False
    return any(word.startswith(_CHARGED) for word in words[arrest.last : mention.first])


def takes_object(words: Sequence[str], marks: Marks, mention: ActorMention, act: Act) -> bool:
    """Whether people stand right behind a verbal noun and its subject: "اغتيال قوات الاحتلال مراسل القناة"."""
    if act.pos != "m" or act.last != mention.first or mention.clitic or mention.last >= len(words):
        return False
    behind = words[mention.last]
    if behind.isdecimal():
        return True
    if behind in PLACING or behind.startswith(("و", "ال", "ب", "ل")):
        near = range(mention.last, mention.last + 1)
    else:
        near = range(mention.last, min(mention.last + 2, len(words)))
    people = [marks.has(j, "person") for j in near]
    counted = len(near) > 1 and words[near[-1]].endswith(("يين", "ينا"))
    return not behind.startswith("و") and (counted or any(tag is not None and not tag.clitic for tag in people))


def by_aircraft(words: Sequence[str], act: Act, mention: ActorMention) -> bool:
    """Whether the owner of the aircraft that is a verb's subject is told: "قصفت طائرة ميغ تابعة لقوات النظام"."""
    between = words[act.last : mention.first]
    owned = bool(between) and between[-1].removeprefix("ال").startswith("تابع")
    flown = bool(between) and between[0].removeprefix("ال") in AIRCRAFT
    described = (word.removeprefix("ال") in _AIRCRAFT_KINDS or MODEL.fullmatch(word) for word in between[1:-1])
    return owned and act.pos == "v" and flown and all(described)


def charge_at(words: Sequence[str], acts: Sequence[Act], i: int, *, held: bool) -> int | None:
    """Return where the charge against an accused begins behind token `i`: "بقصف البلدة", "مسؤولية الهجوم"."""
    for j in range(i, min(i + _CHARGE_WITHIN, len(words))):
        if words[j] in _ENDS:
            return None
        if words[j].startswith(_HELD):
            return j
        if held:
            continue
        if words[j].startswith(_CHARGES) or any(act.first == j and act.clitic.startswith("ب") for act in acts):
            return j
    return None
