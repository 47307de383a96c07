"""How likely a draft is a real incident that its words report, and which drafts are refused.

Features of a draft and the weights over them; the weights are fitted on labelled texts (docs/extraction.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.extract.assemble import Reading
from transforms.extract.drafts import Draft
from transforms.extract.fields import ActorUse, Toll

_WEAK = frozenset({"operation", "campaign", "attack", "fight", "destroy", "burn", "siege", "strike_hit", "target", "assault"})
_LONG_TOTAL = 1000
"""A toll of thousands is a war's, not an incident's."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """A probability in 0..1 and, for a draft that is no incident, the reason."""

    value: float
    reject: str


def features_of(reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]) -> dict[str, float]:
    """Return the named features of a draft."""
    acts = draft.acts
    cues = {cue for piece in draft.pieces for verdict in piece.verdicts for cue in verdict.cues}
    verbs = [act for act in acts if act.is_verb]
    plural_nouns = [act for act in acts if act.pos == "n" and act.shape == "pl" and not act.definite]
    found: dict[str, float] = {
        "verb": float(bool(verbs)),
        "past": float(any(act.shape == "past" for act in verbs)),
        "definite_only": float(all(act.definite for act in acts)),
        "plural_only": float(len(plural_nouns) == len(acts)),
        "own_place": float(draft.own_place),
        "own_date": float(draft.own_date),
        "killed": float("killed" in totals),
        "injured": float("injured" in totals),
        "initiator": float(any(use.role == "initiator" for use in uses)),
        "target": float(any(use.role == "target" for use in uses)),
        "title": float(any(piece.zone == "title" for piece in draft.pieces)),
        "lead": float(draft.first_piece.sentence <= 2),
        "pieces": float(min(len(draft.pieces), 4)),
        "weapon": float(any(piece.weapons for piece in draft.pieces)),
        f"kind:{kind}": 1.0,
        f"sense:{acts[0].sense}": 1.0,
    }
    found |= {f"cue:{cue}": 1.0 for cue in cues}
    return found


def confidence_of(reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]) -> Confidence:
    """Return the confidence of a draft, or why it is refused."""
    features = features_of(reading, draft, kind, uses, totals)
    detailed = bool(totals) or features["own_date"]
    if features["definite_only"] and not (features["own_place"] and detailed):
        return Confidence(0.0, "reference")
    if "cue:total" in features and not features["own_place"]:
        return Confidence(0.0, "total")
    if "cue:condemn" in features and not (features["killed"] and features["own_place"]):
        return Confidence(0.0, "condemned")
    if draft.senses <= {"ceasefire", "truce"}:
        return Confidence(0.0, "too-vague")
    if draft.senses <= {"casualty", "corpse", "injury"} and not any(row.people.count.best for row in draft.casualties):
        if not any(piece.methods for piece in draft.pieces):
            return Confidence(0.0, "no-act")
    if "cue:total" in features and totals and (draft.date is None or not draft.own_date or draft.date.precision > 2):
        return Confidence(0.0, "total")
    if any((toll.low or 0) >= _LONG_TOTAL for toll in totals.values()):
        return Confidence(0.0, "total")
    if draft.senses <= {"expel"} and not any(use.acled_type in {1, 2, 3, 8} for use in uses if use.role == "target"):
        return Confidence(0.0, "too-vague")
    if draft.senses <= _WEAK and not (features["own_place"] and (uses or totals)):
        return Confidence(0.0, "too-vague")
    return Confidence(0.5, "")
