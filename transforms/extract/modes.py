"""How an act was done (bomb, air, shell, clash ...), by which drafts of one place and day are told apart.

Sub-event types are `kinds`; whether two drafts are one incident is `drafts`.
"""

from typing import TYPE_CHECKING

from transforms.extract.families import families

if TYPE_CHECKING:
    from transforms.extract.drafts import Draft

_MODES = (
    ("bomb", {"explode", "detonate", "suicide", "rig", "grenade"}, {"ied", "vbied", "mine", "suicide", "grenade"}),
    ("air", {"air", "drone"}, {"air", "drone"}),
    ("shell", {"shell"}, {"artillery", "rocket", "mortar", "cluster"}),
)
_FAMILY_MODES = (
    "territory",
    "clash",
    "abduct",
    "arrest",
    "protest",
    "riot",
    "agree",
    "transfer",
    "disrupt",
    "sexual",
    "destroy",
    "attack",
)
_VIOLENT_MODES = frozenset(
    {"bomb", "air", "shell", "shell?", "clash", "attack", "territory", "destroy", "protest", "riot"}
)
_HELD = frozenset({"captive", "hostage"})
_GENERIC = frozenset({"operation", "campaign", "massacre", "attempt", "kill"})


def mode(draft: "Draft") -> str:
    """Return how the act was done, '' when the words leave it open ("هجوم", "استهداف")."""
    size = len(draft.pieces)
    if draft.known_mode is not None and draft.known_mode[0] == size:
        return draft.known_mode[1]
    found = _mode(draft)
    draft.known_mode = (size, found)
    return found


def _mode(draft: "Draft") -> str:
    senses = draft.senses
    methods = {method.rstrip("?") for piece in draft.pieces for method in piece.methods}
    strike = "strike" in draft.families or draft.families <= {"harm"}
    for name, told, by in _MODES:
        if senses & told and name != "shell":
            return name
        if strike and methods & by:
            return name
    if "shell" in senses:
        return "shell?"
    open_senses = {
        act.sense for act in draft.acts if act.sense in _GENERIC and not (act.sense == "operation" and act.pos == "x")
    }
    if "harm" in draft.families:
        open_senses |= _HELD  # "شهداء ... تسجيل لأسير": a known captive is no arrest
    found = families(senses - open_senses)
    return next((name for name in _FAMILY_MODES if name in found), "")


def modes_agree(a: str, b: str) -> bool:
    """Whether two modes may tell one incident; "قصف" alone may be from the air or the ground."""
    if not a or not b:
        return (a or b or "attack") in _VIOLENT_MODES
    return a == b or {a, b} in ({"shell?", "air"}, {"shell?", "shell"}, {"protest", "riot"}, {"protest", "arrest"})
