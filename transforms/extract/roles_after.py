"""The part of a name that follows an act in its clause: subject and object of verbs, owner and patient of nouns.

What comes before an act, announcements and agent phrases are `roles`.
"""

from collections.abc import Sequence

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act
from transforms.extract.announcers import OWN_FORCES, STRIKES
from transforms.extract.firing import fires
from transforms.extract.sides import CLASHES, TERRITORY

_QUOTES = frozenset({'"', "(", ")", "-"})
HIT = frozenset(
    {
        "kill",
        "die",
        "injure",
        "casualty",
        "injury",
        "corpse",
        "abduct",
        "arrest",
        "capture",
        "assassinate",
        "execute",
        "captive",
        "hostage",
    }
)
_PATIENT_MASDARS = frozenset(
    {
        "target",
        "assassinate",
        "execute",
        "arrest",
        "abduct",
        "capture",
        "kill",
        "die",
        "injure",
        "defuse",
        "shootdown",
        "intercept",
        "repel",
        "siege",
        "stab",
        "expel",
    }
)
_WHILE = frozenset({"اثناء", "خلال", "لدي", "عند", "قيام", "وجود", "مرور", "استهداف", "استهدف", "استهدفت"})
_ACTIVE_HARM = frozenset({"اصاب", "اردي"})
_CAUSES = frozenset({"جراء", "اثر", "بسبب", "نتيجه", "عقب"})
_MEN = frozenset({"عناصر", "مقاتلو", "مقاتلي", "مسلحو", "مسلحي", "جنود", "قوات"})
_STRUCK = frozenset({"مواقع", "نقاط", "حاجز", "بلده", "قريه", "مدينه", "حي", "منطقه", "مقر", "منزل", "معسكر", "تجمعات"})
_SHORTEST = 3
_GROUNDS = frozenset({"معسكر", "معسكرات", "مناطق", "مطار", "مقر", "مقرات", "مقار", "مركز", "مراكز", "معاقل", "قواعد"})
"""Where men of a name are trained or held; what is done to people is not done to these."""
_MEANS_BETWEEN = 5
_COLLECTIVES = (
    "قوات", "القوات", "ميليشيا", "مليشيا", "ميليشيات", "مليشيات", "الميليشيات", "المليشيات", "كتايب", "كتاءب", "سرايا",
    "مدفعيه", "طايرات", "طاءرات", "شرطه", "الشرطه", "جماعه", "حركه",
)  # fmt: skip
"""Heads of names that kill and are not said to be killed as a whole: "قتلت قوات الاحتلال شابا"."""
_NOUNS = frozenset({"قصفا", "ضربا"})
"""Nouns in the accusative that look like a verb's dual: "شهدت المدينة قصفا من قوات النظام"."""
_SINCE = frozenset({"منذ", "بعد", "قبل", "عقب", "خلال", "اثر", "بينما", "فيما"})
_PAIR = 2
_FORCES = frozenset(
    {"قوات", "قوه", "وحدات", "وحده", "عناصر", "جنود", "مقاتلون", "مسلحون", "رجال", "افراد", "دوريات", "دوريه", "اليات"}
)
"""Nouns that a name behind "من" belongs to: "اقتحمت قوات كبيرة من الجيش البلدة"."""
_VEHICLES = frozenset(
    {"دبابه", "اليه", "جرافه", "ناقله", "عربه", "مدرعه", "سفينه", "حافله", "شاحنه", "رتل", "رتلا", "قافله", "دوريه"}
)
"""What is hit where it stands right behind a noun of striking: "استهداف دبابة", "تدمير آلية"."""
_AMOUNTS = frozenset({"عشرات", "مءات", "الاف", "بعض", "عدد", "عددا", "مجموعه", "مجموعات", "جموع"})
"""Words of quantity between a verb and its subject: "هاجم عشرات المستوطنين القرية"."""
_PLURALS = ("وا", "ون")
"""Endings of a verb that holds its subject: the name right behind it is what it does something to ("رشقوا الشرطة")."""
_TENS = ("عشرون", "ثلاثون", "اربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_INTRANSITIVE = frozenset({"die", "explode", "protest", "gather", "chant", "withdraw", "clash", "fight", "strike"})


def role_after(words: Sequence[str], mention: ActorMention, act: Act, cue: str) -> str:
    """Return the part of a mention that follows an act in its clause."""
    gap = list(words[act.last : mention.first])
    if any(word in {".", "?", "\n", "\u061b"} for word in gap) or len(gap) > 14:
        return ""
    if act.sense in CLASHES:
        return _clash_side(gap, mention, cue)
    if act.sense in TERRITORY and gap and gap[-1] in {"من", "قبضه", "ايدي", "يد"} and mention.first - act.last >= 2:
        return "target"
    bare = gap if act.suffixed_object else _without_amount(gap)
    direct = not [word for word in bare if word not in _QUOTES and not word.endswith("ا")] and not mention.clitic.strip(
        "وف"
    )
    if cue == "thing" and act.sense in HIT and words[mention.first - 1].removeprefix("ال") in _GROUNDS:
        cue = ""
    if act.is_verb and words[act.first].removeprefix("و") not in _NOUNS:
        return _after_verb(words, gap, mention, act, cue, direct=direct)
    described = not act.definite and not mention.clitic and _is_adjective(words[mention.first])
    direct = direct or (described and all(_is_adjective(word) for word in gap))
    return _after_noun(words, gap, mention, act, cue, direct=direct)


def _is_adjective(word: str) -> bool:
    """Whether an indefinite adjective of relation describes a noun with others: "قصف صاروخي حوثي"."""
    return word.endswith(("ي", "يه")) and len(word) > _SHORTEST and not word.startswith(("ال", "و", "ل", "ب"))


def acts_on(act: Act) -> bool:
    """Whether a verb of harm is active beyond doubt, its passive being written otherwise: "أصابت", "أردى"."""
    return act.pos == "v" and act.lemma in _ACTIVE_HARM


def _is_upon(gap: Sequence[str]) -> bool:
    """Whether "on" or "against" leads to a name: "هجوم على حاجز للجيش", not "هجوم على غزة وعملية للمقاومة"."""
    upon = max((i for i, word in enumerate(gap) if word in {"علي", "ضد", "وعلي"}), default=None)
    if upon is None:
        return False
    between = gap[upon + 1 :]
    return "راس" not in between[:1] and not any(word in _SINCE for word in between) and not _new_noun(between)


def _new_noun(between: Sequence[str]) -> bool:
    """Whether a name belongs to a noun joined on behind a place: "على قطاع غزة وعملية للمقاومة"."""
    return len(between) > _PAIR and between[-1].startswith("و") and not between[-1].startswith("وال")


def _without_amount(gap: list[str]) -> list[str]:
    """Return the words between a verb and a name without a quantity: "عشرات", "مجموعة من"."""
    if not gap or gap[0] not in _AMOUNTS:
        return gap
    return gap[2:] if gap[1:2] == ["من"] else gap[1:]


def _clash_side(gap: list[str], mention: ActorMention, cue: str) -> str:
    if "بين" in gap[-4:] or mention.clitic.endswith("ب"):
        return "initiator"
    if cue == "with" or "مع" in gap[-4:] or "ضد" in gap[-4:] or "بين" in gap or mention.clitic.startswith("و"):
        return "target"
    return "initiator" if len(gap) <= 2 else ""


def _after_verb(
    words: Sequence[str], gap: list[str], mention: ActorMention, act: Act, cue: str, *, direct: bool
) -> str:
    verb = words[act.last - 1]
    if direct and act.sense != "die" and (act.suffixed_object or acts_on(act)):
        return "initiator"
    if direct and act.pos == "v" and _has_had_subject(words, mention, act, verb):
        return "target"
    if act.pos == "p" or act.sense in {"die", "injure"} or act.lemma == "تعرض":
        return "target" if len(gap) <= 6 and cue != "with" and not _CAUSES.intersection(gap) else ""
    if direct and act.sense == "kill":
        return "initiator" if verb.endswith("ت") and mention.alias.startswith(_COLLECTIVES) else "subject"
    if direct or (cue == "thing" and _has_object(words, gap, mention, act)) or _are_loyal(gap, mention, act, cue):
        return "initiator"
    aimed = cue in {"thing", "target"} or mention.clitic.endswith("ل")
    forces = _subject_of_forces(gap, act, verb)
    if fires(words, mention, act) or (forces and (act.sense == "shoot" or not aimed)):
        return "initiator"
    if aimed:
        return "target"
    near = len(gap) <= 8 and "\u060c" not in gap
    vehicle = mention.clitic == "ب" and words[mention.first].removeprefix("ب") in _VEHICLES
    hit = near and (act.sense == "explode" if vehicle else mention.clitic != "ب" and act.sense != "explode")
    return "target" if hit and act.sense != "protest" else ""


def _are_loyal(gap: Sequence[str], mention: ActorMention, act: Act, cue: str) -> bool:
    """Whether those loyal to a name are the subject of a verb: "سيطر الموالون للحكومة على المطار"."""
    loyal = cue == "belongs" and mention.clitic.endswith("ل") and 0 < len(gap) <= _PAIR
    return loyal and act.pos == "v" and (gap[0].endswith("ون") or gap[0].removeprefix("ال") in {"قوات", "مسلحون"})


def _has_object(words: Sequence[str], gap: Sequence[str], mention: ActorMention, act: Act) -> bool:
    """Whether men of a name are the subject of a verb, as an object follows: "استهدفت عناصر الجيش عددا من النقاط"."""
    if act.pos != "v" or len(gap) != 1 or gap[0] not in _MEN or mention.last >= len(words):
        return False
    behind = words[mention.last]
    return (behind.endswith("ا") and len(behind) > _SHORTEST) or behind in _STRUCK


def _subject_of_forces(gap: Sequence[str], act: Act, verb: str) -> bool:
    """Whether forces "of" a name are the subject of an active verb: "اقتحمت قوات كبيرة من الجيش البلدة"."""
    if act.pos != "v" or not _PAIR <= len(gap) <= _PAIR + 1 or gap[-1] != "من":
        return False
    if act.sense == "shoot" and len(gap) == _PAIR:
        return True
    feminine = verb.endswith("ت") or verb.lstrip("وف").startswith("ت")
    if gap[0] in _FORCES and feminine and act.sense not in {"kill", "die", "injure"}:
        return True
    return len(gap) == _PAIR and gap[0].endswith("ون") and not gap[0].endswith(_TENS)


def _has_had_subject(words: Sequence[str], mention: ActorMention, act: Act, verb: str) -> bool:
    """Whether the subject of a verb is told by its ending or before it, so that a name right behind is its object."""
    if act.sense in _INTRANSITIVE:
        return False
    behind = words[mention.last] if mention.last < len(words) else ""
    driven_out = act.sense == "expel" and behind in {"من", "خارج", "باتجاه"}
    return verb.endswith(_PLURALS) or driven_out or _told_subject(act, words) or _destroyed(mention, act)


def _told_subject(act: Act, words: Sequence[str]) -> bool:
    """Whether a pronoun before a verb is its subject, so that the name behind is its object: "إنها دمرت دبابة"."""
    return (
        act.first > 0 and words[act.first - 1] in {"انها", "بانها", "انهم", "بانهم"} and act.sense not in _INTRANSITIVE
    )


def _destroyed(mention: ActorMention, act: Act) -> bool:
    """Whether a vehicle right behind a verb of destroying is what was destroyed: "دمر دبابة إسرائيلية"."""
    return act.sense == "destroy" and mention.alias.partition(" ")[0].removeprefix("ال") in _VEHICLES


def _after_noun(
    words: Sequence[str], gap: list[str], mention: ActorMention, act: Act, cue: str, *, direct: bool
) -> str:
    if act.sense in {"explode", "detonate", "suicide"} and _WHILE.intersection(gap):
        return "target" if {"مرور", "استهداف", "استهدف", "استهدفت"}.intersection(gap) else ""
    if act.sense in HIT:
        hit = direct or cue in {"thing", "target"} or "من" in gap[-3:] or "في" in gap[-3:] or len(gap) <= 2
        return "target" if hit else ""
    if direct and act.sense in {"take", "retake"} and words[act.first - 1] != "من":
        return "initiator"
    if act.sense in {"explode", "detonate"} and mention.clitic == "ب" and words[mention.first][1:] in _VEHICLES:
        return "target"
    if cue in {"thing", "target"} or _is_upon(gap) or "مواقع" in gap or _is_struck(words, mention, act, direct=direct):
        return "target"
    if act.sense == "deploy":
        return "initiator" if len(gap) < _PAIR and mention.clitic.endswith("ل") else ""
    if direct or (mention.clitic.endswith("ل") and len(gap) <= 4):
        return "target" if act.sense in _PATIENT_MASDARS - {"target"} else "initiator"
    by = bool(gap) and gap[-1] == "من" and len(gap) <= 4 and act.sense in STRIKES - TERRITORY
    return "initiator" if by or cue == "belongs" else ""


def _is_struck(words: Sequence[str], mention: ActorMention, act: Act, *, direct: bool) -> bool:
    """Whether a name is the object of a noun: "استهداف مقاتليها الجنود", "استهداف دبابة", "نصب كمينا للجماعة"."""
    if act.pos == "m" and OWN_FORCES.intersection(words[act.last : act.last + 1]):
        return not mention.clitic.strip("وف") and mention.first - act.last <= _MEANS_BETWEEN
    vehicle = mention.alias.partition(" ")[0].removeprefix("ال") in _VEHICLES
    return (direct and act.pos == "m" and vehicle and act.sense in {"target", "destroy", "burn", "detonate"}) or (
        act.sense == "ambush" and mention.clitic.endswith("ل") and _laid(words, act)
    )


def _laid(words: Sequence[str], act: Act) -> bool:
    """Whether somebody laid an ambush for the name behind it: "نصبت المقاومة كمينا للجماعة"."""
    before = words[max(0, act.first - 5) : act.first]
    return words[act.first].endswith("ا") or any(
        word.lstrip("و").startswith(("نصب", "تنصب", "ينصب")) for word in before
    )
