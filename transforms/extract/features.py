"""Features of a draft that tell a reported incident from a reference, a generality or an opinion.

Named features only; their weights are `data/confidence_weights.tsv`, the decision is `confidence`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from transforms.extract.dates import DateMention
from transforms.extract.drafts import Draft
from transforms.extract.fields import Toll
from transforms.extract.modes import mode
from transforms.extract.parties import ActorUse
from transforms.extract.reading import Reading

_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين"})
_AFTER = frozenset({"بعد", "اثر", "عقب", "جراء", "نتيجه", "بسبب", "غداه", "بعيد", "علي"})
_ABOUT = frozenset(
    {
        "حول",
        "بشان",
        "عن",
        "قضيه",
        "ملف",
        "جريمه",
        "حادث",
        "حادثه",
        "تداعيات",
        "ذكري",
        "التحقيق",
        "ضلوع",
        "تورط",
        "مسووليه",
        "خلفيه",
    }
)
_SINCE = frozenset({"منذ", "قبل", "قبيل", "ايام", "خلال", "ابان", "اثناء"})
_GENERIC = frozenset({"كل", "اي", "جميع", "مثل", "كافه", "احيانا", "بعض", "تلك", "هذه", "هذا", "مختلف"})
_QUESTIONS = frozenset({"هل", "لماذا", "كيف", "متي", "ماذا", "من هو", "الي متي"})
_SELF = frozenset({"انا", "نحن", "اننا", "انني", "اني", "لنا", "علينا", "بلادنا", "عندنا"})
_ARMED = frozenset({1, 2, 3, 4, 8})
_BELT = frozenset({"IQ", "SY", "YE", "LY", "SD", "PS", "LB", "SO", "AF", "IL", "ML", "NG", "TD", "CM", "NE", "BF"})
"""Countries at war or beside one since 2011 in Arabic news; elsewhere words of violence mostly tell crime."""
_MOST, _HALF, _FEW = 0.8, 0.4, 0.2
_MANY = 6
WORD = 0.3
"""A word counts less than a feature that grammar has made sure of."""
_LONG = 45
_COUNTRY_ONLY = 6
_FRESH_DAYS, _MONTH_DAYS = 4, 45
_PLACED = 3
"""Sentences from which on the place of a sentence in its article tells something."""


def features_of(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> dict[str, float]:
    """Return the features of a draft, each 1.0 but words (`WORD`); an absent name is 0."""
    names = named_features(reading, draft, kind, uses, totals)
    return {**dict.fromkeys(_words_of(reading, draft), WORD), **dict.fromkeys(names, 1.0)}


def named_features(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> list[str]:
    """Return the features that grammar has named, without the words."""
    return [
        *_act_features(reading, draft),
        *_people_features(draft, totals),
        *_where_when_features(reading, draft),
        *_telling_features(reading, draft),
        *_actor_features(uses),
        *_article_features(reading, draft),
        f"kind:{kind}",
        f"mode:{mode(draft).rstrip('?') or 'open'}",
    ]


def _words_of(reading: Reading, draft: Draft) -> Iterator[str]:
    """Yield the words of the first two clauses of a draft, of which many together tell what its text is about."""
    for piece in draft.pieces[:2]:
        for word in reading.document.words[piece.first : piece.last]:
            if len(word) > 2 and word.isalpha():
                yield f"word:{word}"


def _act_features(reading: Reading, draft: Draft) -> Iterator[str]:
    act = draft.main_act
    yield f"sense:{act.sense}"
    yield f"lemma:{act.lemma}"
    if act.is_verb:
        yield f"verb:{act.pos}:{act.shape}"
    else:
        number = "pl" if act.shape == "pl" else "sg"
        yield f"noun:{'def' if act.definite else 'indef'}:{number}"
    yield f"acts:{min(len(draft.acts), 4)}"
    if any(other.is_verb and other.shape == "past" for other in draft.acts):
        yield "past-verb"
    if all(other.definite for other in draft.acts):
        yield "all-definite"
    if all(other.shape == "pl" for other in draft.acts if not other.is_verb) and not any(o.is_verb for o in draft.acts):
        yield "all-plural"
    words = reading.document.words
    before = [words[i] for i in range(max(0, act.first - 2), act.first)]
    for name, group in (
        ("relative", _RELATIVES),
        ("after", _AFTER),
        ("about", _ABOUT),
        ("since", _SINCE),
        ("generic", _GENERIC),
    ):
        if any(word.removeprefix("و") in group for word in before):
            yield f"before:{name}"
    if act.clitic in {"ب", "بال"}:
        yield "before:with"
    if act.clitic in {"ل", "لل"}:
        yield "before:for"


def _people_features(draft: Draft, totals: Mapping[str, Toll]) -> Iterator[str]:
    rows = [row for row in draft.casualties if not row.subset]
    exact = [row for row in rows if row.people.count.best is not None and not row.people.named]
    numbered = [row for row in exact if (row.people.count.best or 0) > 1]
    if numbered:
        yield "people:numbered"
    elif exact:
        yield "people:one"
    elif any(row.people.named for row in rows):
        yield "people:named"
    elif rows:
        yield "people:vague"
    else:
        yield "people:none"
    for outcome in ("killed", "injured"):
        if outcome in totals:
            yield outcome
    if "killed" in totals and "injured" in totals:
        yield "killed+injured"


def place_told(draft: Draft) -> str:
    """Return how the place of a draft is told: "none", "inherited", "country", "wide" or "site"."""
    location = draft.location
    if location is None or location.country is None:
        return "none"
    if not draft.own_place:
        return "inherited"
    at_sea = location.place is not None and location.place.kind == "sea"
    return "site" if location.specific or at_sea else "wide" if location.precision < _COUNTRY_ONLY else "country"


def age_of(reading: Reading, date: DateMention) -> str:
    """Return how long before publication a day lies: "fresh", "month" or "old"; "fresh" when publication is unknown."""
    age = (reading.published - date.end).days if reading.published else 0
    return "fresh" if age <= _FRESH_DAYS else "month" if age <= _MONTH_DAYS else "old"


def _where_when_features(reading: Reading, draft: Draft) -> Iterator[str]:
    place, location, date = place_told(draft), draft.location, draft.date
    yield f"place:{place}"
    if location is not None and location.mention is not None and place not in {"none", "inherited"}:
        if location.mention.preposition in {"ب", "في"}:
            yield "place:in"
        if location.mention.relation:
            yield "place:related"
    if date is None or not draft.own_date:
        yield "date:inherited" if draft.inherited_date else "date:none"
        return
    size = "day" if date.precision <= 2 else "span" if date.precision <= 4 else "year"
    yield f"date:{size}:{age_of(reading, date)}"


def _telling_features(reading: Reading, draft: Draft) -> Iterator[str]:
    words, document = reading.document.words, reading.document
    piece = draft.first_piece
    cues = {cue for p in draft.pieces for verdict in p.verdicts for cue in verdict.cues}
    yield from (f"cue:{cue}" for cue in sorted(cues))
    sentence = document.sentences[piece.sentence]
    span = words[sentence.first : sentence.last]
    if any(word in _QUESTIONS for word in span) or (sentence.last < len(words) and words[sentence.last] == "?"):
        yield "question"
    if any(word in _SELF for word in span):
        yield "self"
    if len(span) > _LONG:
        yield "long-sentence"
    if any(p.zone == "title" for p in draft.pieces):
        yield "in-title"
    body = [s.index for s in document.sentences if s.zone == "body"]
    if len(body) >= _PLACED:
        position = min(p.sentence for p in draft.pieces) - body[0]
        yield f"at:{'lead' if position <= 0 else 'early' if position <= 3 else 'late'}"
    if len(draft.pieces) > 1:
        yield "told-again" if len({p.sentence for p in draft.pieces}) > 1 else "two-clauses"
    if any(p.methods for p in draft.pieces):
        yield "weapon"
    if piece.joint == "background":
        yield "background"


def _article_features(reading: Reading, draft: Draft) -> Iterator[str]:
    """Yield how much of the article is about such acts, and where it plays."""
    told = [s for s in reading.document.sentences if s.zone == "body"]
    positions = [act.first for act in reading.marks.acts]
    acting = sum(bisect_left(positions, s.first) < bisect_left(positions, s.last) for s in told)
    if len(told) >= _PLACED:
        share = acting / len(told)
        yield f"acting:{'all' if share > _MOST else 'half' if share > _HALF else 'few' if share > _FEW else 'hardly'}"
        yield f"acts-told:{'many' if acting >= _MANY else 'some' if acting >= _PLACED else 'one'}"
    if draft.location is not None and draft.location.country:
        yield "belt" if draft.location.country in _BELT else "calm"


def _actor_features(uses: Sequence[ActorUse]) -> Iterator[str]:
    roles = {use.role for use in uses}
    for role in ("initiator", "target"):
        kinds = {use.acled_type for use in uses if use.role == role}
        if kinds & _ARMED:
            yield f"armed-{role}"
        if any(use.actor is not None and use.actor.kind in {"rebel", "political_militia"} for use in uses):
            yield "non-state"
    if "initiator" in roles:
        yield "initiator"
    if "target" in roles:
        yield "target"
    if "initiator" in roles and "target" in roles:
        yield "both-sides"
