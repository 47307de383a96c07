"""How likely a draft is a real incident that its words report, and which drafts are refused.

A logistic model over `features`; its weights are fitted by `python -m tests.eval.train_confidence`.
"""

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.extract.drafts import Draft
from transforms.extract.features import features_of
from transforms.extract.fields import ActorUse, Toll
from transforms.extract.reading import Reading
from transforms.lexicon.schema import read_tsv

_WEAK = frozenset(
    {"operation", "campaign", "fight", "destroy", "siege", "strike_hit", "target", "assault", "attack", "expel"}
)
_CROWDS = frozenset(
    {
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
        "Violent demonstration",
        "Mob violence",
    }
)
_LONG_TOTAL = 1000
"""A toll of thousands is a war's, not an incident's."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """A probability in 0..1 and, for a draft that is no incident, the reason."""

    value: float
    reject: str


@functools.cache
def weights() -> dict[str, float]:
    """Return {feature: weight}, "bias" and "threshold" among them."""
    return {row["feature"]: float(row["weight"]) for row in read_tsv("transforms.extract", "confidence_weights")}


def probability(features: Mapping[str, float]) -> float:
    """Return the logistic model's probability for a set of features."""
    table = weights()
    score = table.get("bias", 0.0) + sum(table.get(name, 0.0) for name in features)
    return 1.0 / (1.0 + math.exp(-score))


def refused(draft: Draft, uses: Sequence[ActorUse], totals: Mapping[str, Toll]) -> str:
    """Return why a draft can be no incident whatever its features, '' when it may be one."""
    if any((toll.low or 0) >= _LONG_TOTAL for toll in totals.values()):
        return "total"
    if draft.senses <= {"ceasefire", "truce"}:
        return "no-agreement-told"
    if draft.senses <= {"expel"} and not any(use.acled_type in {1, 2, 3, 8} for use in uses if use.role == "target"):
        return "no-armed-side"
    if draft.senses <= _WEAK and not (uses or totals or any(piece.methods for piece in draft.pieces)):
        return "too-vague"
    return ""


def confidence_of(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> Confidence:
    """Return the confidence of a draft, or why it is refused."""
    reason = refused(draft, uses, totals)
    if reason:
        return Confidence(0.0, reason)
    value = probability(features_of(reading, draft, kind, uses, totals))
    body = sum(sentence.zone == "body" for sentence in reading.document.sentences)
    lone = body <= 1 and not reading.document.title
    return Confidence(value, "" if value >= threshold(kind, lone=lone) else "unlikely")


def threshold(kind: str, *, lone: bool) -> float:
    """Return the least probability that is kept: lower for a lone sentence, which is written to tell one thing."""
    table = weights()
    if kind in _CROWDS:
        return table.get("threshold:crowd", 0.0)
    return table.get("threshold:one" if lone else "threshold", 0.0)
