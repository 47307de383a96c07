"""Parts that names take from each other: coordinated names, two sides of a clash, who withdrew, who repelled.

The part of a single name is `roles`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act
from transforms.extract.announcers import OWN_FORCES

_STOPS = frozenset({".", "?", "\n", "\u061b", "\u060c", ":"})
TERRITORY = frozenset({"take", "retake", "expel"})
CLASHES = frozenset({"clash", "fight"})
_BESIDE = 6
_HARM = frozenset({"killed", "injured"})
_AGREED = frozenset({"agree", "truce", "ceasefire", "exchange"})
_UNDERGONE = frozenset({"kill", "die", "injure", "casualty", "explode"})
_CERTAIN = 3
_LAUNCHES = ("اطلق", "اطلقت", "يطلق", "تطلق")
_PLANTS = ("زرع", "نصب", "لغم", "فخخ", "اخف", "خبا", "خلف", "خطط", "تركه", "تركت", "هرب")
"""What who laid or hid a thing did with it: "أبطلت الشرطة عبوة زرعها التنظيم"."""
_AGENT_PHRASES = frozenset({("من", "قبل"), ("من", "جانب"), ("من", "طرف"), ("علي", "يد"), ("علي", "ايدي")})


@dataclass(frozen=True, slots=True)
class Role:
    """The part of one mention: initiator, target, support, claimant, reports or ''."""

    mention: ActorMention
    role: str
    certainty: int


def spread_pairs(words: Sequence[str], acts: Sequence[Act], roles: list[Role]) -> list[Role]:
    """Give a coordinated name ("الجيش والمقاومة") the part of the one before it; in clashes the second is target."""
    clash = any(act.sense in CLASHES for act in acts)
    out: list[Role] = []
    for role in roles:
        previous = out[-1] if out else None
        if previous is not None and previous.role and role.mention.first - previous.mention.last <= 2:
            between = words[previous.mention.last : role.mention.first]
            if between and between[0].removeprefix("ال").startswith(("تابع", "موال", "ينتم", "تنتم")):
                out.append(Role(role.mention, previous.role, previous.certainty))
                continue
        linked = role.mention.clitic.startswith("و") or (
            previous is not None and list(words[previous.mention.last : role.mention.first]) == ["من"]
        )
        if previous is not None and linked and role.certainty < 3:
            gap = words[previous.mention.last : role.mention.first]
            if gap and gap[0] == "من" and len(gap) == 1 and previous.role:
                out.append(Role(role.mention, previous.role, previous.certainty))
                continue
            adjacent = len(gap) <= 1 and not any(word in _STOPS for word in gap)
            paired = "بين" in words[max(0, previous.mention.first - 2) : previous.mention.first]
            if clash and paired and previous.role == "initiator":
                out.append(Role(role.mention, "target", 2))
                continue
            if adjacent and previous.role and not role.mention.weak:
                out.append(Role(role.mention, previous.role, previous.certainty))
                continue
        out.append(role)
    return out


def withdrawn(acts: Sequence[Act], roles: list[Role]) -> list[Role]:
    """Give who withdrew from ground that another took the target's part: "سيطر X على المدينة بعد انسحاب Y"."""
    left = next((act for act in acts if act.sense == "withdraw" and not act.is_verb), None)
    if left is None or not any(act.sense in TERRITORY | {"fall"} and act.first < left.first for act in acts):
        return roles
    return [
        Role(role.mention, "target", role.certainty)
        if role.role == "initiator" and 0 <= role.mention.first - left.last <= 1
        else role
        for role in roles
    ]


def _answers(words: Sequence[str], act: Act, authors: Sequence[Role]) -> bool:
    """Whether what is repelled was told before with its author: "هاجم المسلحون الحاجز لكن القوات صدت الهجوم"."""
    definite = act.last < len(words) and words[act.last].startswith(("ال", "لل"))
    return definite and any(act.last - role.mention.first > _BESIDE for role in authors)


def repelled(words: Sequence[str], acts: Sequence[Act], roles: list[Role]) -> list[Role]:
    """Give who repelled an attack the target's part where its author is named: "صدت البيشمركة هجوما لداعش"."""
    act = next((act for act in acts if act.sense == "repel" or (act.sense == "foil" and act.pos == "v")), None)
    authors = [role for role in roles if role.role == "initiator"]
    if act is None or not (any(role.mention.first > act.last + 1 for role in authors) or _answers(words, act, authors)):
        return roles
    return [
        Role(role.mention, "target", role.certainty)
        if role in authors and -_BESIDE <= role.mention.first - act.last <= 1
        else role
        for role in roles
    ]


def launched(words: Sequence[str], acts: Sequence[Act], roles: list[Role]) -> list[Role]:
    """Give who launched what was shot down the target's part: "أسقطت الدفاعات صاروخا أطلقه الحوثيون"."""
    act = next((act for act in acts if act.sense in {"shootdown", "intercept", "defuse", "seize"}), None)
    if act is None:
        return roles
    return [
        Role(role.mention, "target", role.certainty)
        if role.role == "initiator" and role.mention.first > act.last and _is_launcher(words, act, role.mention)
        else role
        for role in roles
    ]


def _is_launcher(words: Sequence[str], act: Act, mention: ActorMention) -> bool:
    verbs = _LAUNCHES + _PLANTS if act.sense in {"defuse", "seize"} else _LAUNCHES
    return any(word.removeprefix("و").startswith(verbs) for word in words[max(0, mention.first - 2) : mention.first])


def done_by(words: Sequence[str], acts: Sequence[Act], roles: list[Role]) -> list[Role]:
    """Give the owner of a noun that has its agent behind it the target's part: "استهداف قوات الأمن من قبل مسلحين"."""
    by = next((role for role in roles if role.role == "initiator" and _has_agent_phrase(words, role.mention)), None)
    if by is None:
        return roles
    named = [act for act in acts if act.last <= by.mention.first and act.pos == "m"]
    if not named:
        return roles
    return [
        Role(role.mention, "target", role.certainty)
        if role.role == "initiator"
        and role.certainty < by.certainty
        and named[-1].last <= role.mention.first < by.mention.first
        else role
        for role in roles
    ]


def _has_agent_phrase(words: Sequence[str], mention: ActorMention) -> bool:
    return tuple(words[max(0, mention.first - 2) : mention.first]) in _AGENT_PHRASES


def fought_against(words: Sequence[str], acts: Sequence[Act], roles: list[Role]) -> list[Role]:
    """Give whom the dead fought the author's part: "مقتل ثلاثة جنود في اشتباكات مع مسلحين"."""
    if any(role.role not in {"target", "reports", ""} for role in roles):
        return roles
    hurt = next((act for act in acts if act.outcome in _HARM), None)
    clash = next((act for act in acts if act.sense in CLASHES and not act.is_verb), None)
    if hurt is None or clash is None or clash.first < hurt.first:
        return roles
    foe = next((role for role in roles if role.role == "target" and words[role.mention.first - 1] == "مع"), None)
    if foe is None or not 0 < foe.mention.first - clash.last <= _BESIDE:
        return roles
    return [Role(foe.mention, "initiator", foe.certainty) if role is foe else role for role in roles]


def by_own_forces(words: Sequence[str], acts: Sequence[Act], roles: list[Role]) -> list[Role]:
    """Give the name that men or arms belong to the part of who acts: "أعلنت تركيا أن طائراتها قصفت معسكرات"."""
    if any(role.role == "initiator" for role in roles):
        return roles
    for act in acts:
        if act.pos != "v" or act.sense in _UNDERGONE or not act.first:
            continue
        forces = next((j for j in (act.first - 1, act.last) if j < len(words) and words[j] in OWN_FORCES), None)
        if forces is None:
            continue
        owner = next((role for role in reversed(roles) if _may_own(role, words[forces], forces)), None)
        if owner is not None:
            done = Role(owner.mention, "initiator", _CERTAIN)
            return [done if role is owner else role for role in roles]
    return roles


def _may_own(role: Role, forces: str, at: int) -> bool:
    """Whether a name before "قواته" or "طائراتها" may be what the pronoun means."""
    mention = role.mention
    if mention.last > at or mention.weak or mention.clitic.strip("وف") or role.role not in {"", "reports"}:
        return False
    return mention.country == forces.endswith("ها") if mention.country else True


def parties_to(words: Sequence[str], acts: Sequence[Act], roles: list[Role]) -> list[Role]:
    """Give both sides of an agreement the author's part, who announces it none: "الهدنة بين حماس وإسرائيل"."""
    if not acts or any(act.sense not in _AGREED for act in acts):
        return roles
    pair = next(
        (i for i, role in enumerate(roles[:-1]) if "بين" in words[max(0, role.mention.first - 2) : role.mention.first]),
        None,
    )
    if pair is None or not _joined(words, roles[pair].mention, roles[pair + 1].mention):
        return roles
    return [
        Role(role.mention, "initiator", _CERTAIN)
        if pair <= i <= pair + 1
        else Role(role.mention, "" if role.role in {"initiator", "target"} else role.role, role.certainty)
        for i, role in enumerate(roles)
    ]


def _joined(words: Sequence[str], first: ActorMention, second: ActorMention) -> bool:
    """Whether "and" joins a second name to one behind "between"."""
    gap = words[first.last : second.first]
    return second.clitic.startswith("و") or (len(gap) <= _BESIDE and "وبين" in gap) or (gap[-1:] == ["و"])
