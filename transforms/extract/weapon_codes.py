"""The weapon code of an incident: of the weapons that its clauses name, the one that fits its sub-event type.

Which words name a weapon, and which are objects of an act, is `means`.
"""

from collections.abc import Collection

_WEAPON_ORDER = (
    "suicide vest", "car bomb", "chemical", "drone", "airstrike", "mortar", "landmine", "IED", "grenade", "sniper",
    "rocket/missile", "artillery", "blade", "arson", "small arms", "other",
)  # fmt: skip


_FITTING = {
    "Remote explosive/landmine/IED": ("car bomb", "landmine", "IED"),
    "Shelling/artillery/missile attack": ("mortar", "rocket/missile", "artillery"),
}
_OF_SENSE = {"stab": "blade", "snipe": "sniper"}


def main_weapon(
    weapons: Collection[str], methods: Collection[str], kind: str | None, senses: Collection[str]
) -> str | None:
    """Return the weapon code that fits the sub-event type best, None when none is told."""
    if kind == "Suicide bomb":
        return "suicide car bomb" if "car bomb" in weapons or "vbied" in methods else "suicide vest"
    by_sense = next((code for sense, code in _OF_SENSE.items() if sense in senses), None)
    if by_sense is not None:
        return by_sense
    if kind == "Air/drone strike":
        return "drone" if "drone" in weapons else "airstrike"
    if kind in _FITTING:
        if (
            "artillery" in weapons
            and "mortar" not in weapons
            and "artillery" in methods
            and kind.startswith("Shelling")
        ):
            return "artillery"
        return next((code for code in _FITTING[kind] if code in weapons), None)
    if kind == "Attack" and "shoot" in senses:
        return "small arms"
    return next((weapon for weapon in _WEAPON_ORDER if weapon in weapons), None)
