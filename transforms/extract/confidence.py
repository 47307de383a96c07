"""How likely a draft is a real incident that its words report, and which drafts are refused.

A logistic model over `features`; its weights are fitted by `python -m tests.eval.train_confidence`.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.extract import crowds, sentences
from transforms.extract.background import BEGINNINGS, counts_over_time, is_history, is_told_aside
from transforms.extract.drafts import Draft, Piece
from transforms.extract.earlier import RELATIVES
from transforms.extract.features import features_of
from transforms.extract.fields import Toll
from transforms.extract.logistic import Model
from transforms.extract.parties import ActorUse
from transforms.extract.reading import Reading
from transforms.extract.spoken_of import is_only_spoken_of

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
_WARS = frozenset(
    {"الحرب", "العدوان", "الازمه", "الثوره", "النزاع", "الصراع", "الحمله", "العمليه", "العمليات", "الاجتياح",
     "الانتفاضه", "طوفان", "حرب", "عدوان", "عمليه"}
)  # fmt: skip
_NAMED_WARS = frozenset({"طوفان", "الحرب", "العدوان"})
_FEW = 5
_TO_SINCE = 8
"""Words from a toll to the beginning from which it is counted."""
_PAUSES = frozenset({"،", ".", "(", "\n"})
_SUPERLATIVES = frozenset({"اعنف", "اكبر", "اسوا", "اول", "الاولي", "اعلي", "الاعنف", "الاكبر", "الاسوا", "اشد"})
"""The worst since something began is one attack."""
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
def model() -> Model:
    """Return the model of acts in articles, reports and posts."""
    return Model.load("confidence_weights")


def refused(draft: Draft, uses: Sequence[ActorUse], totals: Mapping[str, Toll], words: Sequence[str]) -> str:
    """Return why a draft can be no incident whatever its features, '' when it may be one."""
    if _is_total(draft, totals, words):
        return "total"
    if is_told_aside(draft, words):
        return "told-aside"
    if draft.senses <= {"ceasefire", "truce"}:
        return "no-agreement-told"
    if no_crowd := crowds.refused(draft, words):
        return no_crowd
    if draft.senses <= {"expel"} and not any(use.acled_type in {1, 2, 3, 8} for use in uses if use.role == "target"):
        return "no-armed-side"
    if draft.senses <= _WEAK and not (uses or totals or any(piece.methods for piece in draft.pieces)):
        return "too-vague"
    return ""


def _is_total(draft: Draft, totals: Mapping[str, Toll], words: Sequence[str]) -> bool:
    """Whether a draft tells what a war, a stretch of time or somebody's count adds up."""
    if any((toll.high or toll.low or 0) >= _LONG_TOTAL for toll in totals.values()):
        return True
    dead = totals["killed"].low or 0 if "killed" in totals else 0
    if (dead >= _SPAN_TOTAL and _over_weeks(draft, words)) or (dead >= _COUNTED_UP and _is_statistic(draft, words)):
        return True
    since = any(_is_since_a_war_began(piece, words) for piece in draft.pieces)
    return since or counts_over_time(draft, words)


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
            since = bare == "منذ" and words[j + 1].removeprefix("ال") in BEGINNINGS
            since = since and not _SUPERLATIVES.intersection(words[max(0, j - 4) : j])
            if since or words[j] in _STATISTICS or bare in _STATISTICS:
                return True
    return False


def _is_since_a_war_began(piece: Piece, words: Sequence[str]) -> bool:
    """Whether a toll runs from the beginning of a war: "مقتل 12 صحفيا منذ بدء العدوان", not "محاصرة منذ بدء الحرب"."""
    rows = [row for row in piece.casualties if row.outcome == "killed" and (row.people.count.low or 0) >= _FEW]
    for row in rows:
        after = words[row.last : min(piece.last, row.last + _TO_SINCE + 2)]
        for j, word in enumerate(after[:-2]):
            if word in _PAUSES or word in RELATIVES or word in _SUPERLATIVES or word.startswith("وال"):
                break
            if word == "منذ" and (
                after[j + 1] in _NAMED_WARS or (after[j + 1] in BEGINNINGS and after[j + 2] in _WARS)
            ):
                return True
    return False


def _over_weeks(draft: Draft, words: Sequence[str]) -> bool:
    """Whether the dead are those of weeks or more: "مقتل 390 مقاتلا خلال أسبوعين", "قتل 800 شخص في ثلاثة أشهر"."""
    for piece in draft.pieces:
        for row in piece.casualties:
            if row.outcome != "killed" or row.subset:
                continue
            for j in range(max(0, row.first - _SPAN_REACH), min(len(words) - 2, row.last + _SPAN_REACH)):
                span = words[j + 1 : j + 3]
                during = words[j].removeprefix("و") in _DURING
                worst = during and not _SUPERLATIVES.isdisjoint(words[max(0, j - 4) : j])
                if during and not worst and any(_WEEKS & {w, w.removeprefix("ال")} for w in span):
                    return True
                if words[j] == "." and j >= row.last:
                    break
    return False


def confidence_of(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> Confidence:
    """Return the confidence of a draft, or why it is refused."""
    reason = refused(draft, uses, totals, reading.document.words)
    reason = reason or ("history" if is_history(draft, reading.document.words, reading.published) else "")
    reason = reason or ("spoken-of" if is_only_spoken_of(reading, draft) else "")
    if reason:
        return Confidence(0.0, reason)
    body = sum(sentence.zone == "body" for sentence in reading.document.sentences)
    length = "" if body > _POST else "short" if reading.document.title else "one"
    crowd = kind in crowds.CROWD_KINDS and not crowds.is_shooting(kind, totals)
    if length == "one" and sentences.is_judged(kind) and not sentences.is_headline(reading.document.text):
        value, least = _judge_sentence(reading, draft, kind, uses, totals)
    elif crowd:
        value = crowds.model().probability(crowds.crowd_features(reading, draft, kind, uses, totals))
        least = crowds.model().threshold(length)
    else:
        value = model().probability(features_of(reading, draft, kind, uses, totals))
        least = model().threshold(length)
    return Confidence(value, "" if value >= least else "unlikely")


def _judge_sentence(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> tuple[float, float]:
    """Return the probability of a draft of a lone sentence, and the least that is kept.

    Protesters shot at are a crowd and violence both: the model of crowds judges, that of articles has its say.
    """
    crowd = kind in crowds.CROWD_KINDS
    judge = sentences.crowd_model() if crowd else sentences.violence_model()
    name_features = sentences.crowd_features if crowd else sentences.violence_features
    told = judge.probability(name_features(reading, draft, kind, uses, totals))
    if crowd and not crowds.is_shooting(kind, totals):
        return told, judge.threshold()
    elsewhere = model().probability(features_of(reading, draft, kind, uses, totals))
    share = sentences.SHOT_AT if crowd else sentences.ELSEWHERE
    return sentences.weigh(told, elsewhere, share), judge.threshold()
