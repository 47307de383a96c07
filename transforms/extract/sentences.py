"""How likely a draft of a text that is one lone sentence tells an incident: a quoted sentence, a headless post.

Nothing around it tells what it is about, so it is asked as a whole; weights by `python -m tests.eval.train_sentences`.
"""

import functools
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from transforms.extract import crowds
from transforms.extract.drafts import Draft
from transforms.extract.features import named_features
from transforms.extract.fields import Toll
from transforms.extract.kinds import EVENT_OF
from transforms.extract.logistic import Model
from transforms.extract.parties import ActorUse
from transforms.extract.reading import Reading
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_KNOWN = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots"})
_LENGTHS = ((14, "scrap"), (22, "short"), (35, "middle"), (50, "long"))
_OPENING = 4
_LEAST = 1e-6
_EARLY, _MIDDLE = 0.34, 0.67
_FEW = 10
_ENDS = frozenset('.\u061f?!\u2026\u00bb"\u201d)>')
_TRAILS = ("..", "\u2026", ")")
_LONGEST_HEADLINE = 30
_BEFORE, _BEHIND = 4, 6
ELSEWHERE = 0.4
"""Weight of the model of articles and posts beside that of sentences, which has seen but newspapers."""
SHOT_AT = 0.15
"""The same for protesters shot at, which are a crowd first."""
_PREFIXES = ("", "و", "ف", "ال", "وال", "بال", "ب", "ل")


@functools.cache
def sentence_words() -> dict[str, str]:
    """Return {normalized word: group} of `sentence_words.tsv`, the words with their clitics among them."""
    table: dict[str, str] = {}
    for row in read_tsv("transforms.lexicon", "sentence_words"):
        for word in row["words"].split():
            plain = normalize_name(word)
            for form in (*(prefix + plain for prefix in _PREFIXES), "لل" + plain.removeprefix("ال")):
                table.setdefault(form, row["group"])
    return table


def is_headline(text: str) -> bool:
    """Whether a text is a headline or a flash, written to tell one thing: a line or two that no full stop ends.

    A post shows itself by hashtags, by words that break off ("...") and by a bracket at its end ("(صور)", pictures).
    """
    told = text.strip()
    if not told or len(told.split()) > _LONGEST_HEADLINE:
        return False
    return told[-1] not in _ENDS or told.endswith(_TRAILS) or "#" in told


def is_judged(kind: str) -> bool:
    """Whether the models know a kind: violence, demonstrations and riots, but no brawl of clans."""
    return EVENT_OF[kind] in _KNOWN and kind != "Mob violence"


@functools.cache
def violence_model() -> Model:
    """Return the model of violence told in a lone sentence."""
    return Model.load("sentence_weights")


@functools.cache
def crowd_model() -> Model:
    """Return the model of demonstrations and riots told in a lone sentence."""
    return Model.load("sentence_crowd_weights")


def weigh(told: float, elsewhere: float, share: float) -> float:
    """Return the probability of violence from that of a model of sentences and, for its share, that of articles."""
    odds = (1 - share) * _log_odds(told) + share * _log_odds(elsewhere)
    return 1.0 / (1.0 + math.exp(-odds))


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


def violence_features(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> dict[str, float]:
    """Return the features of a draft of violence in a lone sentence, each 1.0; an absent name is 0."""
    names = [
        *(name for name in named_features(reading, draft, kind, uses, totals) if not name.startswith("lemma:")),
        *_shape_names(reading, draft),
        *_group_names(reading, draft),
        *_field_names(draft, uses, totals),
    ]
    return dict.fromkeys(names, 1.0)


def crowd_features(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> dict[str, float]:
    """Return the features of a crowd's draft in a lone sentence, each 1.0: those of any text, and how it opens."""
    names = crowds.crowd_features(reading, draft, kind, uses, totals)
    return {**names, **dict.fromkeys(_opening_names(reading, draft), 1.0)}


def _shape_names(reading: Reading, draft: Draft) -> Iterator[str]:
    """Yield how long the sentence is, where in it the act stands, and how much else it tells."""
    words, text = reading.document.words, reading.document.text
    count = len(words)
    yield f"length:{next((name for most, name in _LENGTHS if count < most), 'endless')}"
    if any(mark in text for mark in '\u00ab\u201c"'):
        yield "quote"
    if text.lstrip()[:1] in {"*", "-", "\u0640"}:
        yield "item"
    if ":" in text:
        yield "colon"
    if any(word.isdigit() for word in words):
        yield "digits"
    first = draft.main_act.first
    share = first / max(1, count)
    part = "opening" if first < _OPENING else "early" if share < _EARLY else "middle" if share < _MIDDLE else "late"
    yield f"act:{part}"
    yield f"sentence-acts:{min(5, len(reading.marks.acts))}"
    yield f"sentence-dates:{min(2, len(reading.dates))}"
    yield f"sentence-places:{min(3, len(reading.chains))}"
    yield from sorted({f"sentence-sense:{act.sense}" for act in reading.marks.acts})


def _group_names(reading: Reading, draft: Draft) -> Iterator[str]:
    """Yield the groups of words in the sentence, those met twice, and those beside the act."""
    table, words = sentence_words(), reading.document.words
    counts = Counter(table[word] for word in words if word in table)
    for group, count in counts.items():
        yield f"has:{group}"
        if count > 1:
            yield f"many:{group}"
    yield from _opening_names(reading, draft)
    act = draft.main_act
    yield from (f"before:{table[word]}" for word in words[max(0, act.first - _BEFORE) : act.first] if word in table)
    yield from (f"behind:{table[word]}" for word in words[act.last : act.last + _BEHIND] if word in table)


def _opening_names(reading: Reading, draft: Draft) -> Iterator[str]:
    """Yield the groups of the first two words of the draft's sentence."""
    table, document = sentence_words(), reading.document
    first = document.sentences[draft.first_piece.sentence].first
    yield from (f"opens{i}:{table.get(word, 'other')}" for i, word in enumerate(document.words[first : first + 2]))


def _field_names(draft: Draft, uses: Sequence[ActorUse], totals: Mapping[str, Toll]) -> Iterator[str]:
    """Yield who took part, how many were hit, by what, and which of day, place and toll are told together."""
    yield from (f"{use.role}:{use.acled_type}" for use in uses)
    for outcome, toll in totals.items():
        low = toll.low or 0
        yield f"{outcome}:{'one' if low == 1 else 'few' if low < _FEW else 'many'}"
    yield from sorted({f"method:{method}" for piece in draft.pieces for method in piece.methods})
    yield from (f"group:{row.people.group or 'people'}" for row in draft.casualties)
    if draft.own_date and draft.own_place:
        yield "day+place"
    if draft.own_date and totals:
        yield "day+toll"
    if draft.own_place and totals:
        yield "place+toll"
