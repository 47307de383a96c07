"""Whether one who tells of an act tells of his own: "أعلن الجيش قصف", "أعلن مقتل قائد العدو بغارة".

The parts of names in their clause are `roles`; verbs of telling are in role_cues.tsv.
"""

from collections.abc import Sequence

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act, Marks

STRIKES = frozenset(
    {"shell", "air", "drone", "strike_hit", "attack", "assault", "explode", "detonate", "suicide", "raid", "ambush",
     "operation",
     "campaign", "shoot", "stab", "ram", "massacre", "take", "retake", "demolish", "loot", "burn", "destroy",
     "target", "snipe", "arrests", "expel"}
)  # fmt: skip
OWN_ACTS = (
    STRIKES | {"shootdown", "intercept", "defuse", "foil", "seize", "arrest", "repel", "fight", "assassinate"}
) - {"explode"}
_BEGINNINGS = frozenset(
    {"انطلاق", "بدء", "بدايه", "اطلاق", "تنفيذ", "انتهاء", "استمرار", "استئناف", "استيناف", "مواصله"}
)
_ADMITS = ("اقر", "اعترف", "يقر", "تقر", "يعترف", "تعترف")
_THAT_THEY = frozenset({"انه", "انها", "انهم", "بانه", "بانها", "بانهم"})
_ADJUNCTS = frozenset({"في", "برصاص", "بنيران", "خلال", "اثر", "جراء", "بعد", "اثناء", "علي", "قرب", "امس", "اليوم"})
OWN_FORCES = frozenset(
    noun + suffix
    for noun in ("مقاتلي", "مقاتلو", "عناصر", "مجاهدي", "مجاهدو", "قوات", "طايرات", "مدفعيت", "مسلحي", "رجال", "جنود",
                 "مقاتلات", "افراد", "كتايب", "وحدات", "سرايا", "طيران", "طاءرات", "كتاءب")
    for suffix in ("ها", "ه", "هم")
)  # fmt: skip
"""Those who act for who speaks: "مقاتليها", "طائراته"."""
_OWN_MEN = ("جنوده", "جنودها", "عناصره", "عناصرها", "افراده", "افرادها", "مقاتليه", "مقاتليها", "ضباطه", "ضباطها",
            "قواته", "قواتها", "عناصرهم", "مقاتليهم", "قادته", "قادتها", "جندييه")  # fmt: skip


def claims(words: Sequence[str], mention: ActorMention) -> bool:
    """Whether a name is followed by its claim: "أعلنت الجماعة مسؤوليتها عن التفجير"."""
    return any(word.startswith("مسووليت") for word in words[mention.last : mention.last + 3])


def tells_own_losses(
    words: Sequence[str], marks: Marks, acts: Sequence[Act], mentions: Sequence[ActorMention], index: int
) -> bool:
    """Whether a force tells that its own men were hit: "أعلن الجيش مقتل ثلاثة من جنوده", "أعلن الجيش مقتل جندي"."""
    mention = mentions[index]
    act = next((act for act in acts if act.first >= mention.last and act.sense in _HARM), None)
    if act is None or act.first - mention.last > _TOLD_WITHIN or (act.suffixed_object and act.pos == "v"):
        return False
    begin, end = max(mention.last, act.first - 3), min(act.last + 5, len(words))
    others = [other.first for other in mentions[index + 1 :] if other.first < end and other.last > begin]
    if others:
        return any(_is_own(word) for word in words[begin : min(others)])
    if any(_is_own(word) for word in words[begin:end]):
        return True
    if not mention.alias.removeprefix("ال").startswith(_STATE_NOUNS) or act.pos not in {"m", "p"}:
        return False
    return any(
        tag.kind == "person" and tag.value in _UNIFORMED and not tag.clitic.endswith("ب")
        for j in range(act.last, min(act.last + 6, len(words)))
        for tag in marks.tags[j]
    )


def _is_own(word: str) -> bool:
    """Whether a word names men of who speaks: "جنوده", "رئيس مكتبها"."""
    bare = word.lstrip("وب")
    return bare in _OWN_MEN or bare.removesuffix("ها") in _OWN_OFFICES or bare.removesuffix("ه") in _OWN_OFFICES


def shows_own_act(words: Sequence[str], acts: Sequence[Act], mention: ActorMention) -> bool:
    """Whether a group shows pictures of what it did: "بثت الجماعة مشاهد من استهداف السفينة"."""
    act = next((act for act in acts if act.first >= mention.last), None)
    if act is None or act.pos != "m" or act.sense not in OWN_ACTS or act.first - mention.last > _SHOWN_WITHIN:
        return False
    return bool(_PICTURES.intersection(words[mention.last : act.first]))


def tells_own_act(words: Sequence[str], acts: Sequence[Act], mention: ActorMention) -> bool:
    """Whether one who reports reports an act of his own: "أعلن الجيش قصف", "قال اللواء إنه سيطر"."""
    for act in acts:
        if act.first < mention.last or act.first - mention.last > 22 or act.lemma == "تعرض":
            continue
        gap = words[mention.last : act.first]
        if act.is_verb and (_says_we(words, act) or _kills_terrorists(words, mention, act)):
            return True
        if (
            any(word in {"انه", "انها", "انهم", "بانه", "بانها", "عن"} for word in gap)
            and len(gap) <= 9
            and act.sense in OWN_ACTS
        ):
            return act.is_verb or "عن" in gap or any(word.startswith(("تمكن", "نجح")) for word in gap)
        took = act.lemma == "سيطر" and act.suffixed_object and len(gap) <= _RIGHT_BEFORE  # "أعلن الجيش سيطرته على"
        if took or (act.sense in OWN_ACTS | {"campaign"} and _BEGINNINGS.intersection(gap)):
            return True
        if _tells_killing(words, act, gap):
            return True
        if _names_own_act(act, gap, admits=words[mention.first - 1].startswith(_ADMITS)):
            return True
    return False


def _names_own_act(act: Act, gap: Sequence[str], *, admits: bool) -> bool:
    """Whether an act's noun is what who speaks tells of: "أعلن الجيش قصف المواقع", "أقر الجيش أمس بإطلاق النار"."""
    if act.pos not in {"m", "x", "n"} or act.sense not in OWN_ACTS:
        return False
    if act.clitic == "ال" and act.sense == "repel":
        return len(gap) <= _RIGHT_BEFORE  # "أعلنت المقاومة التصدي لقوة"
    if act.clitic:
        return act.clitic == "ب" and len(gap) <= (_RIGHT_BEFORE if admits else 0)
    if gap[-1:] == ["في"]:
        return False  # "أعلن الجيش إصابة جندي في قصف"
    return len(gap) <= _RIGHT_BEFORE or bool(act.conjunction)


def _tells_killing(words: Sequence[str], act: Act, gap: Sequence[str]) -> bool:
    """Whether who speaks tells whom he killed: "أعلنت الكتائب قتل جندي", "أعلن الجيش مقتل مسلحين في عملية"."""
    if words[act.first] == "قتل" and len(gap) <= (_RIGHT_BEFORE if act.pos == "m" else 0):
        return True
    if act.pos != "m" or act.sense != "kill":
        return False
    if gap[-2:-1] and gap[-2].startswith(("تمكن", "نجح")):
        return True
    if act.definite and not act.clitic.endswith("ال"):
        return True
    announces = len(gap) <= _RIGHT_BEFORE and not act.clitic
    return announces and (act.lemma == "حيد" or _kills_others(words, act))


def _says_we(words: Sequence[str], act: Act) -> bool:
    """Whether the subject is who speaks: "أعلنت الكتائب أن مقاتليها استهدفوا", "قال الجيش إنه قتل 12 متشددا"."""
    if act.suffixed_object and act.sense == "kill" and words[act.first].endswith(("ها", "ه")):
        return True
    if act.pos != "v":
        return False
    before = words[act.first - 1]
    if before in OWN_FORCES and act.sense in OWN_ACTS | {"kill"}:
        return True
    behind = words[act.last] if act.last < len(words) else ""
    return before in _THAT_THEY and act.sense == "kill" and behind not in _ADJUNCTS


def _kills_terrorists(words: Sequence[str], mention: ActorMention, act: Act) -> bool:
    """Whether an army tells that its foes fell: "قال المتحدث باسم الجيش إن 88 إرهابيا قتلوا"."""
    near = words[max(mention.last, act.first - 5) : act.last + 4]
    return act.sense in {"kill", "die"} and any(word.lstrip("و").startswith(("ارهابي", "تكفيري")) for word in near)


def _kills_others(words: Sequence[str], act: Act) -> bool:
    """Whether the dead that a force announces are its enemy's: a means is named and they are not its own men.

    "أعلن الجيش مقتل قائد في حماس بغارة" tells who struck; "أعلن الجيش مقتل ثلاثة من جنوده" who was struck.
    """
    behind = words[act.last : act.last + 16]
    end = next((i for i, word in enumerate(behind) if word in {".", "?", "\n"}), len(behind))
    span = behind[:end]
    if any(_is_own(word) for word in span) or not span:
        return False
    foe = any(word.lstrip("و").startswith(_FOES) for word in span[:_RIGHT_BEHIND])
    return foe and any(word.startswith(_MEANS) for word in span)


_RIGHT_BEHIND = 5
_FOES = ("ارهابي", "مسلح", "عناصر", "عنصر", "قياد", "قاءد", "قايد", "مقاتل", "مخرب", "متطرف", "متمرد", "حوثي", "متشدد")
_MEANS = (
    "حمل",
    "بحمل",
    "مداهم",
    "تبادل",
    "بغار",
    "غار",
    "بقصف",
    "قصف",
    "بضرب",
    "ضرب",
    "عملي",
    "بعملي",
    "كمين",
    "اشتباك",
    "بنيران",
    "هجوم",
)
_HARM = frozenset({"kill", "die", "injure", "injury", "casualty", "capture", "abduct", "assassinate"})
_OWN_OFFICES = frozenset({"مكتب", "قايد", "قاءد", "زعيم", "رءيس", "امين", "ناطق", "قيادي", "مسوول", "نايب", "امير"})
_RIGHT_BEFORE = 3
_TOLD_WITHIN = 12
_SHOWN_WITHIN = 18
_PICTURES = frozenset({"صورا", "صور", "مشاهد", "لقطات", "فيديو", "فيديوهات", "تسجيلا", "مقطعا"})
_STATE_NOUNS = ("جيش", "قوات المسلحه", "قوات مسلحه", "وزار", "شرط", "حرس", "احتلال", "قياده الجيش", "جيش الاحتلال")
_UNIFORMED = frozenset({"soldiers", "police", "security_forces", "commanders"})
