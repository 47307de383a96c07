"""How likely a draft is a real incident that its words report, and which drafts are refused.

A logistic model over `features`; its weights are fitted by `python -m tests.eval.train_confidence`.
"""

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.extract import crowds
from transforms.extract.drafts import Draft
from transforms.extract.features import features_of
from transforms.extract.fields import Toll
from transforms.extract.parties import ActorUse
from transforms.extract.reading import Reading
from transforms.lexicon.schema import read_tsv

_WEAK = frozenset(
    {"operation", "campaign", "fight", "destroy", "siege", "strike_hit", "target", "assault", "attack", "expel"}
)
_LONG_TOTAL = 1000
_POST = 2
"""Sentences of a text that is read as a post: written to tell one thing, it has a threshold of its own."""
_SPAN_TOTAL = 30
_COUNTED_UP = 20
_STATISTIC_REACH = 20
_STATISTICS = frozenset({"احصاييه", "احصاءيه", "احصاييات", "يونامي", "وثق", "وثقت", "توثيق", "اجمالي", "اجماليه"})
_BEGINNINGS = frozenset(
    {"بدء", "بدايه", "مطلع", "انطلاق", "اندلاع", "تنصيب", "اعلان", "توقيع", "تولي", "توليه", "تسلم", "تسلمه", "انتخاب"}
)
_SUPERLATIVES = frozenset({"اعنف", "اكبر", "اسوا", "اول", "الاولي", "اعلي", "الاعنف", "الاكبر", "الاسوا", "اشد"})
"""The worst since something began is one attack."""
_IN_YEAR = frozenset({"في", "عام", "سنه", "العام"})
_SPAN_REACH = 12
_DURING = frozenset({"خلال", "في", "منذ", "غضون", "مدي", "طوال"})
_WEEKS = frozenset(
    {
        "شهر",
        "النصف",
        "اسبوعين",
        "اسابيع",
        "شهرين",
        "اشهر",
        "شهور",
        "عامين",
        "سنتين",
        "اعوام",
        "سنوات",
        "الحرب",
        "حربه",
        "حربها",
    }
)
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
    score = table.get("bias", 0.0) + sum(table.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-score))


def refused(draft: Draft, uses: Sequence[ActorUse], totals: Mapping[str, Toll], words: Sequence[str]) -> str:
    """Return why a draft can be no incident whatever its features, '' when it may be one."""
    if any((toll.low or 0) >= _LONG_TOTAL for toll in totals.values()):
        return "total"
    killed = totals.get("killed")
    if killed is not None and (killed.low or 0) >= _SPAN_TOTAL and _over_weeks(draft, words):
        return "total"
    if killed is not None and (killed.low or 0) >= _COUNTED_UP and _is_statistic(draft, words):
        return "total"
    if draft.senses <= {"ceasefire", "truce"}:
        return "no-agreement-told"
    if crowds.is_era(draft):
        return "era"
    if draft.senses <= {"expel"} and not any(use.acled_type in {1, 2, 3, 8} for use in uses if use.role == "target"):
        return "no-armed-side"
    if draft.senses <= _WEAK and not (uses or totals or any(piece.methods for piece in draft.pieces)):
        return "too-vague"
    return ""


def _is_statistic(draft: Draft, words: Sequence[str]) -> bool:
    """Whether the dead are those that somebody has counted up: "إحصائية يونامي", "وثقت 214 ضحية", "منذ بدء الحرب"."""
    for piece in draft.pieces:
        if not any(row.outcome == "killed" and not row.subset for row in piece.casualties):
            continue
        first = piece.first
        while first > max(0, piece.first - _STATISTIC_REACH) and words[first - 1] not in {".", "\n"}:
            first -= 1
        for j in range(first, min(len(words) - 1, piece.last)):
            bare = words[j].removeprefix("و").removeprefix("ال")
            since = bare == "منذ" and words[j + 1].removeprefix("ال") in _BEGINNINGS
            since = since and not _SUPERLATIVES.intersection(words[max(0, j - 4) : j])
            if since or words[j] in _STATISTICS or bare in _STATISTICS:
                return True
    return False


def _of_a_past_year(reading: Reading, draft: Draft) -> bool:
    """Whether an act without a day stands beside a bare year that is over: "في 1998 هجوما أوقع 224 قتيلا"."""
    if draft.own_date or reading.published is None:
        return False
    words = reading.document.words
    for piece in draft.pieces:
        for j in range(piece.first, min(piece.last, len(words) - 1)):
            year = words[j + 1]
            if words[j] in _IN_YEAR and len(year) == 4 and year.isdecimal() and year.startswith(("19", "20")):
                return int(year) < reading.published.year
    return False


def _over_weeks(draft: Draft, words: Sequence[str]) -> bool:
    """Whether the dead are those of weeks or more: "مقتل 390 مقاتلا خلال أسبوعين", "قتل 800 شخص في ثلاثة أشهر"."""
    for piece in draft.pieces:
        for row in piece.casualties:
            if row.outcome != "killed" or row.subset:
                continue
            for j in range(max(0, row.first - _SPAN_REACH), min(len(words) - 2, row.last + _SPAN_REACH)):
                if words[j] in _DURING and (words[j + 1] in _WEEKS or words[j + 2] in _WEEKS):
                    return True
                if words[j] == "." and j >= row.last:
                    break
    return False


def confidence_of(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> Confidence:
    """Return the confidence of a draft, or why it is refused."""
    reason = refused(draft, uses, totals, reading.document.words)
    reason = reason or ("history" if _of_a_past_year(reading, draft) else "")
    if reason:
        return Confidence(0.0, reason)
    body = sum(sentence.zone == "body" for sentence in reading.document.sentences)
    length = "" if body > _POST else "short" if reading.document.title else "one"
    if kind in crowds.CROWD_KINDS and not crowds.is_shooting(kind, totals):
        value = crowds.probability(crowds.crowd_features(reading, draft, kind, uses, totals))
        return Confidence(value, "" if value >= crowds.threshold(length) else "unlikely")
    value = probability(features_of(reading, draft, kind, uses, totals))
    return Confidence(value, "" if value >= threshold(length) else "unlikely")


def threshold(length: str) -> float:
    """Return the least probability that is kept: lower for posts ("one") and short reports ("short")."""
    table = weights()
    return table.get(f"threshold:{length}" if length else "threshold", 0.0)
