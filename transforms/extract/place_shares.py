"""Places that belong to a part of the victims: "قتل 79 في القطاع، منهم 53 شخصا في خان يونس".

Which of a draft's places wins is `placing`.
"""

from collections.abc import Sequence

from transforms.extract.place_links import Mention
from transforms.extract.places import Chain

_OF_THEM = frozenset({"منهم", "بينهم", "منها", "بينها"})
_THERE = frozenset({"ب", "في", "علي"})
_PEOPLE = frozenset(
    {"شخصا", "اشخاص", "فلسطينيا", "فلسطينيين", "شهيدا", "شهداء", "قتيلا", "قتلي", "مواطنا", "مواطنين", "مدنيا",
     "مدنيين", "ضحيه", "ضحايا", "اخرون", "اخرين"}
)  # fmt: skip
"""Who are counted by place; "بينهم 3 أطفال" counts children of the whole."""
_STATES = frozenset({"حاله", "حال", "العنايه", "وضع"})
"""How the wounded are, no place: "بينهم 6 في حالة خطيرة"."""
_STOPS = frozenset({"\u060c", ".", "\n", ")", "\u061b"})
_REACH = 14


def is_of_some(words: Sequence[str], chain: Chain, earlier: int) -> bool:
    """Whether a place is that of a counted part of the victims, another place standing before the count.

    `earlier` is the first token of the draft's places. "20 منهم في رفح" needs no place before it.
    """
    if _follows_share(words, chain.first, chain.head):
        return True
    for j in range(chain.first - 1, max(earlier, chain.first - _REACH), -1):
        if words[j] in _STOPS:
            return False
        if words[j] in _OF_THEM:
            return _counts_people(words[j + 1 : chain.first])
    return False


def _follows_share(words: Sequence[str], first: int, head: Mention) -> bool:
    """Whether a count of some stands right before a place: "بينهم 52 بمدينة غزة", "20 منهم في رفح"."""
    if head.preposition not in {"ب", "في"}:
        return False
    near = [word for word in words[max(first - 3, 0) : first] if word != "في"][-2:]
    return len(near) == 2 and not _OF_THEM.isdisjoint(near) and any(word.isdigit() for word in near)


def _counts_people(behind: Sequence[str]) -> bool:
    """Whether what follows "among them" is a count of people and then where or how: "53 شخصا في", "شهداء في قصف"."""
    j = 1 if behind and behind[0].isdecimal() else 0
    named = j < len(behind) and behind[j] in _PEOPLE
    j += named
    if not j:
        return False
    return j >= len(behind) or (behind[j] in _THERE and _STATES.isdisjoint(behind[j + 1 : j + 2]))
