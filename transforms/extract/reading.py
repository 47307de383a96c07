"""What is read in a whole article before drafts are made: its places, actors and dates, and the readers themselves.

Clauses and drafts are `assemble`; where and when a draft happened is `placing`.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.extract.actors import ActorFinder, ActorMention
from transforms.extract.acts import Act, ActFinder, Marks
from transforms.extract.casualties import CasualtyReader
from transforms.extract.clauses import ClauseSplitter
from transforms.extract.dates import DateMention, DateReader
from transforms.extract.earlier import EarlierReader
from transforms.extract.location import LocationResolver
from transforms.extract.place_links import Mention
from transforms.extract.places import Chain, PlaceFinder
from transforms.extract.publication import publication_day
from transforms.extract.roles import RoleReader
from transforms.gazetteer.places import Place
from transforms.text.document import Document, Sentence
from transforms.text.normalize import normalize_name

_IBB = "\u0625\u0628"
"""إب: ALEF WITH HAMZA BELOW, BEH."""
_OPENING = 4
"""First sentences that are always read for places: headline, dateline and lead say where the article is."""
_OUTLET, _HOME = 0.5, 0.75
"""Where hardly a word but the outlet says of which country an article is, its armed groups do, with this weight."""


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of one extractor."""

    acts: ActFinder
    casualties: CasualtyReader
    clauses: ClauseSplitter
    dates: DateReader
    earlier: EarlierReader
    places: PlaceFinder
    locations: LocationResolver
    actors: ActorFinder
    roles: RoleReader


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that was read and did not count, with the reason."""

    act: Act
    reason: str


@dataclass(slots=True)
class Reading:
    """What is known of one article while it is read."""

    document: Document
    marks: Marks
    published: dt.date | None
    weights: dict[str, float]
    chains: list[Chain]
    actors: list[ActorMention]
    dates: list[DateMention]
    refusals: list[Refusal]
    recaps: set[tuple[str, int | None]] = field(default_factory=set)
    """(outcome, figure) of the sums over many incidents that the article tells."""
    recap_sentence: int = -1
    """The sentence that told a sum last."""
    recap_until: int = -1
    """Last sentence that may tell the parts of a monthly figure."""
    accident: bool = False
    """Whether headline and lead tell of an accident and of no violence."""


def read_article(
    readers: Readers,
    document: Document,
    marks: Marks,
    published_at: object,
    outlet_country: str | None,
    *,
    time_zone: str = "",
) -> Reading:
    """Return places, actors and dates of the whole article; `published_at` as `publication_day` takes it."""
    words = document.words
    told = [s for s in document.sentences if s.zone != "furniture"]
    acting = sentences_with_acts(marks, told)
    near = {s.index + step for s in acting for step in (-1, 0, 1)} | {s.index for s in told[:_OPENING]}
    mentions: list[Mention] = []
    actors: list[ActorMention] = []
    chains: list[Chain] = []
    for sentence in told:
        if sentence.index in near:
            found = readers.places.mentions(words, marks, sentence.first, sentence.last)
            mentions += found
            chains += readers.places.chains(words, found)
    for sentence in acting:
        actors += readers.actors.mentions(words, sentence.first, sentence.last)
    named = {i for actor in actors if not actor.country for i in range(actor.first, actor.last)}
    chains = [_outside(chain, named, readers.locations.gazetteer.places) for chain in chains]
    weights = readers.locations.country_weights(words, mentions, outlet_country=outlet_country)
    if len(told) > 1 and sum(weights.values()) - _OUTLET * bool(outlet_country) <= _OUTLET:
        for home in readers.actors.homes(actors):
            weights[home] = weights.get(home, 0.0) + _HOME
    spoken = max(weights, key=lambda code: weights[code], default="")
    published = publication_day(published_at, time_zone=time_zone, countries=(outlet_country or "", spoken))
    dated = _with_anchors(readers, words, acting, told)
    dates = readers.dates.find_in_sentences(_dated_words(document), dated, published=published)
    if published is not None:
        written = readers.dates.local_day(words, published)
        published = min(written or published, published)
    return Reading(document, marks, published, dict(weights), chains, actors, dates, [])


def _dated_words(document: Document) -> list[str]:
    """Return the words for dates: Ibb, written with a hamza below, is not the month آب, which it is folded to."""
    words = document.words
    if _IBB not in document.text and _IBB not in document.title:
        return words
    folded = normalize_name(_IBB)
    towns = [i for i, w in enumerate(words) if w.endswith(folded) and len(w) <= len(folded) + 1]
    towns = [i for i in towns if _IBB in document.quote(i, i + 1) and words[i + 1 : i + 2] != ["/"]]
    if not towns:
        return words
    dated = list(words)
    for i in towns:
        dated[i] = _IBB
    return dated


def _with_anchors(
    readers: Readers, words: Sequence[str], acting: Sequence[Sentence], told: Sequence[Sentence]
) -> list[tuple[int, int]]:
    """Return the acting sentences [first, last) and those before them to whose dates they point back."""
    before = {s.index - 1 for s in acting if readers.dates.points_back(words[s.first : s.last])}
    anchors = [s for s in told if s.index in before and s not in acting] if before else []
    return sorted((s.first, s.last) for s in (*acting, *anchors))


def _outside(chain: Chain, named: set[int], places: Sequence[Place]) -> Chain:
    """Return a chain without the country of an actor's name that it begins with: "قوات النظام وروسيا في قرية كذا"."""
    head = chain.head
    country = bool(head.candidates) and places[head.candidates[0]].kind == "country"
    if head.first not in named or len(chain.mentions) == 1 or not country:
        return chain
    return Chain(chain.mentions[1:], chain.siblings)


def sentences_with_acts(marks: Marks, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences in which an act is named."""
    positions = [act.first for act in marks.acts]
    return [s for s in sentences if bisect_left(positions, s.first) < bisect_left(positions, s.last)]
