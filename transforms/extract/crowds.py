"""Which drafts of demonstrations and riots tell one that took place, and how likely that is.

A logistic model of its own over named features; weights are fitted by `python -m tests.eval.train_crowds`.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence

from transforms.extract.acts import Act
from transforms.extract.drafts import Draft
from transforms.extract.families import FAMILY
from transforms.extract.features import age_of, place_told
from transforms.extract.fields import Toll
from transforms.extract.logistic import Model
from transforms.extract.parties import ActorUse
from transforms.extract.reading import Reading
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

CROWD_KINDS = frozenset(
    {
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
        "Violent demonstration",
        "Mob violence",
    }
)
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللواتي"})
_PERFECT = frozenset({"كان", "كانت", "وكان", "وكانت"})
_AFTER = frozenset({"بعد", "اثر", "عقب", "خلال", "اثناء", "منذ", "قبل", "بسبب", "ان", "عن", "حول", "عندما", "حيث"})
_PROTESTED = "احتج"
_NOTES = frozenset({"لدي", "رسميا", "سفيرها"})
_NOTE_REACH = 6
_NEAR, _FAR = 5, 8
_SHORT, _LONG = 14, 34
_POST = 2


@functools.cache
def crowd_words() -> dict[str, str]:
    """Return {normalized word: group} of `crowd_words.tsv`, the words with و and ف among them."""
    table: dict[str, str] = {}
    for row in read_tsv("transforms.lexicon", "crowd_words"):
        for word in row["words"].split():
            plain = normalize_name(word)
            for form in (plain, f"و{plain}", f"ف{plain}"):
                table.setdefault(form, row["group"])
    return table


@functools.cache
def model() -> Model:
    """Return the model of demonstrations and riots told in articles and reports."""
    return Model.load("crowd_weights")


def crowd_features(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> dict[str, float]:
    """Return the features of a draft of a crowd kind, each 1.0; an absent name is 0."""
    names = [
        f"kind:{kind}",
        *_act_names(reading, draft),
        *_sentence_names(reading, draft),
        *_setting_names(reading, draft),
        *(f"toll:{outcome}" for outcome in totals),
        *(f"{use.role}:{use.acled_type}" for use in uses if use.role in {"initiator", "target"}),
    ]
    return dict.fromkeys(names, 1.0)


def is_shooting(kind: str, totals: Mapping[str, Toll]) -> bool:
    """Whether protesters were killed or hurt: told as violence is, and judged by the model of violence."""
    return kind == "Excessive force against protesters" and bool(totals.keys() & {"killed", "injured"})


def refused(draft: Draft, words: Sequence[str]) -> str:
    """Return why no crowd came together in a draft that seems to tell one, '' when one may have.

    "era": an uprising only names a time ("منذ انتفاضة 2011"); "diplomatic": a state protests with a state ("احتجت مصر
    رسميا لدى إيران").
    """
    if draft.senses <= {"uprising"}:
        return "era"
    act = leading_act(draft)
    behind = words[act.last : act.last + _NOTE_REACH]
    return "diplomatic" if act.lemma == _PROTESTED and act.is_verb and not _NOTES.isdisjoint(behind) else ""


def leading_act(draft: Draft) -> Act:
    """Return the first act of a crowd, else the first act."""
    return next((act for act in draft.acts if FAMILY.get(act.sense) in {"protest", "riot"}), draft.acts[0])


def _act_names(reading: Reading, draft: Draft) -> Iterator[str]:
    act, words = leading_act(draft), reading.document.words
    yield f"sense:{act.sense}"
    table = crowd_words()
    group = table.get(words[act.first], "")
    form = f"verb:{act.shape}" if act.is_verb else f"noun:{'def' if act.definite else 'bare'}"
    yield form
    if group:
        yield f"act:{group}"
    if act.clitic:
        yield "act:clitic"
    crowd = [other for other in draft.acts if FAMILY.get(other.sense) in {"protest", "riot"}]
    if crowd and all(words[other.first].endswith("احتجاجا") for other in crowd):
        yield "adverb"
    if crowd and all(other.shape == "pl" for other in crowd):
        yield "all-plural"
    sentence = reading.document.sentences[_home(reading, act)]
    before = [words[i] for i in range(max(sentence.first, act.first - 3), act.first)]
    if act.first - sentence.first <= 1:
        yield "opens"
        yield f"opens:{form.partition(':')[0]}"
        if group:
            yield f"opens:{group}"
    carriers = [table.get(word) for word in words[max(sentence.first, act.first - _FAR) : act.first]]
    if not act.is_verb and {"gather", "join"} & set(carriers):
        yield "carried"
    if any(word in _RELATIVES for word in before):
        yield "relative"
    if any(word.removeprefix("و") in _AFTER for word in before):
        yield "after"
    yield from _subject_names(words[act.last : act.last + _NEAR], table)


def _subject_names(following: Sequence[str], table: Mapping[str, str]) -> Iterator[str]:
    """Yield who stands after the act: the definite crowd that is known already, or a new one with its size."""
    for word in following:
        if word.startswith("ال") and table.get(word.removeprefix("ال")) == "people":
            yield "subject:known"
            return
        group = table.get(word)
        if group in {"many", "people"} or word.isdigit():
            yield f"subject:{group or 'many'}"
            return
        if word in {".", "\u060c"}:
            return


def _sentence_names(reading: Reading, draft: Draft) -> Iterator[str]:
    words, table = reading.document.words, crowd_words()
    sentence = reading.document.sentences[_home(reading, leading_act(draft))]
    span = words[sentence.first : sentence.last]
    groups = [table.get(word) or table.get(word.removeprefix("ال"), "") for word in span]
    yield from sorted({f"has:{group}" for group in groups if group})
    if groups.count("gather") + groups.count("join") > 1:
        yield "has:gatherings"
    if not {"gather", "join", "rough", "block"} & set(groups):
        yield "only-detail" if "detail" in groups else "no-crowd-verb"
    if any(group in {"say", "intend"} for group in groups[:2]):
        yield f"starts:{groups[0] or groups[1]}"
    if span and span[0] in _PERFECT:
        yield "starts:perfect"
    if len(span) < _SHORT:
        yield "short"
    if len(span) > _LONG:
        yield "long"
    if "?" in words[sentence.last - 1 : sentence.last + 1]:
        yield "question"


def _setting_names(reading: Reading, draft: Draft) -> Iterator[str]:
    place, date = place_told(draft), draft.date
    yield f"place:{'wide' if place == 'country' else place}"
    yield f"date:{age_of(reading, date)}" if date is not None and draft.own_date else "date:none"
    yield from sorted({f"cue:{cue}" for p in draft.pieces for verdict in p.verdicts for cue in verdict.cues})
    zones = {piece.zone for piece in draft.pieces}
    if "title" in zones:
        yield "in-title"
    body = [s.index for s in reading.document.sentences if s.zone == "body"]
    if len(body) <= _POST:
        yield "lone" if not reading.document.title else "brief"
    else:
        position = min(p.sentence for p in draft.pieces) - body[0]
        yield f"at:{'lead' if position <= 0 else 'early' if position <= 3 else 'late'}"
    if len({p.sentence for p in draft.pieces}) > 1:
        yield "told-again"


def _home(reading: Reading, act: Act) -> int:
    """Return the index of the sentence of an act."""
    return next(i for i, s in enumerate(reading.document.sentences) if s.first <= act.first < s.last)
