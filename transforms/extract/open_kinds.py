"""What a sub-event type that one clause tells may turn out to be by the other clauses of its incident.

Which type the words of a clause carry is `kinds`; which clauses are asked in which order is `fields`.
"""

from transforms.extract.evidence import Evidence
from transforms.extract.kinds import EVENT_OF

_OPEN_SENSES = frozenset(
    {"attack", "assault", "target", "operation", "campaign", "kill", "die", "injure", "casualty", "corpse", "injury",
     "massacre", "strike_hit", "destroy", "attempt", "siege", "foil", "missing", "displaced"}
)  # fmt: skip
_BLASTS = frozenset(
    {"Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
     "Remote explosive/landmine/IED", "Grenade"}
)  # fmt: skip
_CROWDS = frozenset(
    {"Peaceful protest", "Protest with intervention", "Excessive force against protesters", "Violent demonstration",
     "Mob violence"}
)  # fmt: skip
_HELD = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
_OF_RAIDS = frozenset({"Arrests", "Attack", "Abduction/forced disappearance"})
_MEANS = frozenset({"air", "drone", "artillery", "rocket", "mortar", "ied", "vbied", "suicide", "mine", "grenade",
                    "gun", "sniper", "blade", "chemical", "cluster"})  # fmt: skip

_CAR_BOMB = frozenset({"ied", "vbied"})
_BY_ITS_DRIVER = frozenset({"Suicide bomb"})
"""A car bomb may prove to have had a driver: "فجر سيارته المفخخة"."""


def open_kinds(kind: str, evidence: Evidence) -> frozenset[str]:
    """Return what a kind read in one clause may turn out to be by the other clauses of its incident.

    "قتل خمسة" leaves open how; "تفجير" may prove to be a suicide bombing and "قصف" to come from the air, but an
    ambush, an arrest or a captured town stay what their clause says, whatever is bombed beside them.
    """
    means = evidence.methods & _MEANS
    settled = evidence.settlers or ("assassinate" in evidence.senses and not means)
    if kind == "Attack" and settled:
        return frozenset({"Looting/property destruction"}) if evidence.settlers else _BLASTS
    if kind in {"Armed clash", "Attack"} and evidence.senses <= _OPEN_SENSES and not means:
        return frozenset(EVENT_OF)
    if kind == "Armed clash":
        crowd = (evidence.initiator_types | evidence.target_types) & {5, 6}
        return _HELD | (_CROWDS if crowd else _OF_RAIDS if evidence.senses <= {"raid"} else frozenset())
    if kind in _BLASTS and means:
        return _BY_ITS_DRIVER if means <= _CAR_BOMB else frozenset()
    if kind in _BLASTS:
        return _BLASTS
    if kind in _CROWDS:
        return _CROWDS
    if kind == "Looting/property destruction":
        return frozenset(EVENT_OF) if evidence.killed else _CROWDS
    return _HELD if kind == "Non-violent transfer of territory" else frozenset()
