"""Families of senses: what kind of act a word tells, and which kinds may be told of one incident.

Which sub-event type the senses of a clause carry is `kinds`.
"""

from collections.abc import Collection

FAMILY: dict[str, str] = {
    **dict.fromkeys(
        (
            "shell", "air", "drone", "strike_hit", "target", "attack", "assault", "explode", "detonate",
            "suicide", "chemical", "rig",
        ),
        "strike",
    ),
    **dict.fromkeys(
        (
            "clash", "fight", "ambush", "repel", "raid", "operation", "campaign",
        ),
        "clash",
    ),
    **dict.fromkeys(
        (
            "kill", "assassinate", "execute", "massacre", "shoot", "stab", "ram", "snipe", "torture", "attempt",
            "grenade",
        ),
        "attack",
    ),
    **dict.fromkeys(
        (
            "die", "injure", "casualty", "corpse", "injury",
        ),
        "harm",
    ),
    **dict.fromkeys(
        (
            "abduct", "hostage", "vanish",
        ),
        "abduct",
    ),
    **dict.fromkeys(
        (
            "arrest", "capture", "captive", "arrests",
        ),
        "arrest",
    ),
    **dict.fromkeys(
        (
            "take", "retake", "fall", "expel",
        ),
        "territory",
    ),
    **dict.fromkeys(
        (
            "withdraw",
        ),
        "transfer",
    ),
    **dict.fromkeys(
        (
            "agree", "truce", "ceasefire", "exchange",
        ),
        "agree",
    ),
    **dict.fromkeys(
        (
            "protest", "strike", "vigil", "march", "gather", "chant", "uprising", "disperse", "block",
        ),
        "protest",
    ),
    **dict.fromkeys(
        (
            "riot", "pelt", "scuffle", "mob",
        ),
        "riot",
    ),
    **dict.fromkeys(
        (
            "loot", "demolish", "destroy", "burn",
        ),
        "destroy",
    ),
    **dict.fromkeys(
        (
            "seize", "shootdown", "intercept", "defuse", "foil",
        ),
        "disrupt",
    ),
    "hq": "base",
    "deploy": "deploy",
    "change": "change",
    "rape": "sexual",
    "siege": "siege",
    "missing": "harm",
    "displaced": "harm",
}  # fmt: skip

_VIOLENT = frozenset({"strike", "clash", "attack", "harm", "destroy"})
_COMPATIBLE = {
    "strike": _VIOLENT | {"disrupt"},
    "clash": _VIOLENT | {"territory", "siege", "arrest"},
    "attack": _VIOLENT | {"abduct", "arrest", "protest", "riot"},
    "harm": frozenset({"strike", "clash", "attack", "harm", "territory", "riot", "protest", "abduct", "sexual",
    "destroy", "arrest"}),
    "territory": frozenset({"territory", "clash", "harm", "transfer", "strike"}),
    "protest": frozenset({"protest", "riot", "harm", "attack", "arrest"}),
    "riot": frozenset({"protest", "riot", "harm", "attack", "destroy", "arrest"}),
    "destroy": frozenset({"destroy", "strike", "clash", "attack", "riot", "harm"}),
    "disrupt": frozenset({"disrupt", "strike"}),
    "arrest": frozenset({"arrest", "clash", "abduct", "disrupt"}),
    "abduct": frozenset({"abduct", "attack", "harm", "arrest"}),
    "agree": frozenset({"agree"}),
    "transfer": frozenset({"transfer", "territory"}),
    "sexual": frozenset({"sexual", "attack", "harm"}),
    "siege": frozenset({"siege", "clash"}),
    "base": frozenset({"base"}),
    "change": frozenset({"change"}),
    "deploy": frozenset({"deploy"}),
}  # fmt: skip


def families(senses: Collection[str]) -> frozenset[str]:
    """Return the families of some senses."""
    return frozenset(FAMILY[sense] for sense in senses if sense in FAMILY)


def compatible(a: Collection[str], b: Collection[str]) -> bool:
    """Whether acts of families `a` and `b` may be one incident."""
    if not a or not b:
        return True
    return any(second in _COMPATIBLE.get(first, ()) for first in a for second in b)
