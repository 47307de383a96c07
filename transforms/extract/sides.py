"""Parts that names take from each other: coordinated names, two sides of a clash, who withdrew, who repelled.

The part of a single name is `roles`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act

_STOPS = frozenset({".", "?", "\n", "\u061b", "\u060c", ":"})
TERRITORY = frozenset({"take", "retake", "expel"})
CLASHES = frozenset({"clash", "fight"})
_BESIDE = 6
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
