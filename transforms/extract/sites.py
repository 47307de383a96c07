"""On what kind of site an attack was: the words behind an act that name a mosque, a base, a police academy.

Only what tells attacks of one town apart; where a place lies is `placing`'s.
"""

import functools
from collections.abc import Sequence

from transforms.extract.acts import Act
from transforms.extract.families import FAMILY
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize

_FAMILIES = frozenset({"strike", "clash", "attack", "harm"})
_NO_SITES: frozenset[str] = frozenset()
_WINDOW = 10
_STOPS = frozenset({".", "؛", ":"})
_PREFIXES = ("", "ال", "ب", "بال", "ل", "لل", "وال", "و")
_ENDINGS = ("", "ا")
_AT = frozenset({"في", "علي", "ضد", "امام", "قرب", "عند", "داخل", "خارج", "وسط", "بين", "مدخل", "من", "قبالة", "قباله"})
_LOOSE = frozenset(
    map(
        frozenset,
        (
            ("base", "police station"),
            ("police academy", "police station"),
            ("base", "airport"),
            ("market", "quarter"),
            ("market", "bus station"),
        ),
    )
)
"""Sites that reports take for each other, or of which one lies in the other."""


def sites_of(words: Sequence[str], acts: Sequence[Act], last: int) -> frozenset[str]:
    """Return the kinds of site that stand behind the acts of a clause ending at `last`, if they tell attacks apart.

    "تفجير أمام أكاديمية الشرطة" (a blast at the police academy); what is carried to a hospital is not behind "في".
    """
    single, double, first_words = _forms()
    if not acts or first_words.isdisjoint(words[acts[0].last : last]):
        return _NO_SITES
    found: set[str] = set()
    for act in acts:
        if FAMILY.get(act.sense) not in _FAMILIES:
            continue
        end = min(act.last + _WINDOW, last)
        for i in range(act.last, end):
            word = words[i]
            if word in _STOPS:
                break
            seconds = double.get(word)
            site = seconds.get(words[i + 1]) if seconds is not None and i + 1 < last else None
            site = site or single.get(word)
            if site is not None and _is_at(words, act, i):
                found.add(site)
    return frozenset(found)


def lie_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether an attack on one of these sites is none on the other: both are told, and no report takes them for one."""
    return bool(one and other) and not one & other and one | other not in _LOOSE


def _is_at(words: Sequence[str], act: Act, i: int) -> bool:
    """Whether a site is where the act happened: its object, or behind a preposition of place."""
    if i - act.last <= 1 and (act.is_verb or act.sense == "target"):
        return True
    return words[i].startswith(("ب", "ل")) or any(word in _AT for word in words[act.last : i])


@functools.cache
def _forms() -> tuple[dict[str, str], dict[str, dict[str, str]], frozenset[str]]:
    """Return the site of each form of a single word, of each first word by its second, and all that begin a site."""
    single: dict[str, str] = {}
    double: dict[str, dict[str, str]] = {}
    for row in read_tsv("transforms.lexicon", "sites"):
        if row["apart"]:
            first, *rest = normalize(row["word"]).split()
            for form in _spelled(first):
                if rest:
                    double.setdefault(form, {}).update(dict.fromkeys(_spelled(rest[0]), row["site"]))
                else:
                    single[form] = row["site"]
    return single, double, frozenset((*single, *double))


def _spelled(word: str) -> list[str]:
    return [prefix + word + ending for prefix in _PREFIXES for ending in _ENDINGS]
