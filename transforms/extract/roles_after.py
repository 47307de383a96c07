"""The part of a name that follows an act in its clause: subject and object of verbs, owner and patient of nouns.

What comes before an act, announcements and agent phrases are `roles`.
"""

from collections.abc import Sequence

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act
from transforms.extract.announcers import STRIKES
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
_AMOUNTS = frozenset({"عشرات", "مءات", "الاف", "بعض", "عدد", "عددا", "مجموعه", "مجموعات", "جموع"})
"""Words of quantity between a verb and its subject: "هاجم عشرات المستوطنين القرية"."""
_PLURALS = ("وا", "ون")
"""Endings of a verb that holds its subject: the name right behind it is what it does something to ("رشقوا الشرطة")."""
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
    if act.is_verb:
        return _after_verb(gap, mention, act, cue, words[act.last - 1], direct=direct)
    return _after_noun(words, gap, mention, act, cue, direct=direct)


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


def _after_verb(gap: list[str], mention: ActorMention, act: Act, cue: str, verb: str, *, direct: bool) -> str:
    if act.suffixed_object and direct and act.sense != "die":
        return "initiator"
    if direct and act.pos == "v" and act.sense not in _INTRANSITIVE and verb.endswith(_PLURALS):
        return "target"
    if act.pos == "p" or act.sense in {"die", "injure"} or act.lemma == "تعرض":
        return "target" if len(gap) <= 6 and cue != "with" else ""
    if direct and act.sense == "kill":
        return "subject"
    if direct:
        return "initiator"
    if cue in {"thing", "target"} or mention.clitic.endswith("ل"):
        return "target"
    if act.pos == "v" and len(gap) == 2 and gap[1] == "من" and (act.sense == "shoot" or gap[0].endswith("ون")):
        return "initiator"
    near = len(gap) <= 8 and "\u060c" not in gap
    return "target" if near and mention.clitic != "ب" and act.sense not in {"explode", "protest"} else ""


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
    if cue in {"thing", "target"} or "علي" in gap or "ضد" in gap or "مواقع" in gap:
        return "target"
    if direct or (mention.clitic.endswith("ل") and len(gap) <= 4):
        return "target" if act.sense in _PATIENT_MASDARS - {"target"} else "initiator"
    by = bool(gap) and gap[-1] == "من" and len(gap) <= 4 and act.sense in STRIKES - TERRITORY
    return "initiator" if by or cue == "belongs" else ""
