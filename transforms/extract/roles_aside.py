"""Names that no act around them concerns as it seems: told behind "after", a foe by name, taken up by a pronoun.

The part of a single name is `roles`; parts that names take from each other are `sides`.
"""

from collections.abc import Sequence

from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act
from transforms.extract.announcers import STRIKES
from transforms.extract.sides import CLASHES, TERRITORY, Role

_AFTER = frozenset({"بعد", "عقب", "غداه", "بعيد"})
_ANSWERS = frozenset({"ردا", "رد", "وردا"})
_AGAINST = frozenset({"ضد", "لمحاربه", "لمكافحه", "لقتال"})
_TAKING_UP = frozenset({"به", "بها", "بهم", "فيه", "فيها", "عليه", "عليها", "عليهم", "ضدها", "ضدهم"})
_TOPIC_WITHIN = 5
_WITHIN = 4
_CERTAIN = 2


def told_behind(words: Sequence[str], acts: Sequence[Act], roles: list[Role]) -> list[Role]:
    """Take the author's part from who did an earlier act: "قصف الجيش بلدات بعد هجوم للحزب على ثكنة"."""
    main = next((act for act in acts if act.is_verb and act.sense in STRIKES - TERRITORY), None)
    if main is None or len(acts) == 1:
        return roles
    own = [r for r in roles if r.role == "initiator" and r.certainty >= _CERTAIN and r.mention.first - main.last <= 1]
    if not own:
        return roles
    return [
        Role(role.mention, "", 0)
        if role.role == "initiator" and role is not own[0] and _is_behind(words, acts, main, role.mention)
        else role
        for role in roles
    ]


def _is_behind(words: Sequence[str], acts: Sequence[Act], main: Act, mention: ActorMention) -> bool:
    """Whether the noun that a name is the author of stands behind "after" or "in answer to"."""
    act = next((act for act in reversed(acts) if act.first < mention.first), None)
    if act is None or act.first <= main.last or act.is_verb or act.sense in CLASHES | TERRITORY:
        return False
    if mention.first - act.last > _WITHIN:
        return False
    near = words[max(main.last, act.first - 3) : act.first]
    return bool(near) and (near[-1] in _AFTER or (near[-1] == "علي" and not _ANSWERS.isdisjoint(near)))


def names_foe(words: Sequence[str], mentions: Sequence[ActorMention], index: int) -> bool:
    """Whether a name only tells against whom the force before it was formed: "نفذ التحالف الدولي ضد التنظيم غارات"."""
    mention = mentions[index]
    if not index or mentions[index - 1].weak or mentions[index - 1].last != mention.first - 1:
        return False
    force = words[mentions[index - 1].first : mentions[index - 1].last]
    return words[mention.first - 1] in _AGAINST and any("تحالف" in word or "ائتلاف" in word for word in force)


def is_taken_up(words: Sequence[str], act: Act, mentions: Sequence[ActorMention], index: int) -> bool:
    """Whether a pronoun behind a verb takes up a name before it, as the verb's subject follows.

    "المهاجمون الذين قتلتهم الشرطة", "دبابة إسرائيلية استهدفتها الكتائب", "قوة فجرت بها السرايا عبوة".
    """
    mention = mentions[index]
    if act.pos != "v" or not 0 <= act.first - mention.last <= _TOPIC_WITHIN or mention.clitic.strip("وف"):
        return False
    subject = subject_behind(words, act)
    if subject is None or any(mention.last <= other.first < act.first for other in mentions if other is not mention):
        return False
    return any(other.first == subject and not other.clitic and not other.weak for other in mentions)


def subject_behind(words: Sequence[str], act: Act) -> int | None:
    """Return the token where the subject of a verb with a pronoun begins, None where the verb has no pronoun."""
    if act.suffixed_object:
        return act.last
    return act.last + 1 if act.last < len(words) and words[act.last] in _TAKING_UP else None
