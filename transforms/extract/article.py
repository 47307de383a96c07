"""One article to its incidents, as the seven stages: clean, normalize, segment, tag, read, judge, assemble.

Each stage lives in a module of its own; here is their order, and the extractor that holds the compiled readers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.extract import context_sides, fields, parties, rows
from transforms.extract.actors import ActorFinder
from transforms.extract.acts import ActFinder
from transforms.extract.assemble import draft_article
from transforms.extract.carried import carried_author
from transforms.extract.casualties import CasualtyReader
from transforms.extract.clauses import ClauseSplitter
from transforms.extract.confidence import confidence_of
from transforms.extract.dates import DateMention, DateReader
from transforms.extract.draft_kind import as_told_before, kind_of
from transforms.extract.drafts import Draft
from transforms.extract.earlier import EarlierReader
from transforms.extract.kinds import EVENT_OF
from transforms.extract.location import UNKNOWN_PLACE, Location, LocationResolver, adjective_forms
from transforms.extract.numbers import NumberReader
from transforms.extract.parties import ActorUse
from transforms.extract.place_lists import spread_out
from transforms.extract.places import PlaceFinder
from transforms.extract.reading import Readers, Reading, read_article
from transforms.extract.realis import article_genre
from transforms.extract.roles import RoleReader
from transforms.extract.version import resources_version
from transforms.gazetteer.build import Gazetteer, build_gazetteer
from transforms.gazetteer.places import Place
from transforms.lexicon.actors import ActorRegistry, load_registry
from transforms.lexicon.compile import Lexicon, compile_lexicon
from transforms.lexicon.schema import read_tsv
from transforms.text.document import Document, read_document
from transforms.text.normalize import normalize_name

Row = dict[str, object]
_SHORT = 2
"""Sentences of a text that may tell an incident without naming any country (a post, a quoted sentence)."""

_MONTH = 4
"""The coarsest date of an incident (codebook: a month at least); a year alone tells history."""
_HARMLESS = "Agreement"
"""The kind by which nobody comes to harm: those who are exchanged were taken, or died, before."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article gave: incident rows (columns of `incidents` but run_id) and refused acts with their reasons."""

    incidents: list[Row]
    rejects: list[Row]


class Extractor:
    """Reads articles; built by `build_extractor`, picklable, safe to use from one thread at a time."""

    __slots__ = ("_gazetteer", "_lexicon", "_readers", "_registry", "_vocabulary", "version")

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer, registry: ActorRegistry, version: str) -> None:
        numbers = NumberReader()
        adjectives = adjective_forms(read_tsv("transforms.gazetteer", "countries"))
        self._lexicon = lexicon
        self._gazetteer = gazetteer
        self._registry = registry
        self._vocabulary = _spelled_words(lexicon, gazetteer, registry)
        dates = DateReader(numbers.cardinals)
        self._readers = Readers(
            acts=ActFinder(lexicon, adjectives),
            casualties=CasualtyReader(numbers, adjectives),
            clauses=ClauseSplitter(),
            dates=dates,
            earlier=EarlierReader(dates.amount),
            places=PlaceFinder(gazetteer),
            locations=LocationResolver(gazetteer, adjectives),
            actors=ActorFinder(registry, adjectives),
            roles=RoleReader(),
        )
        self.version = version

    def extract(self, article: Mapping[str, object]) -> Extraction:
        """Return the incidents and refused acts of one article.

        `article` has article_id, title, text, published_at (date, datetime, ISO text or None), and may have country
        (ISO alpha-2 of the outlet) and time_zone (IANA name, of the outlet).
        """
        title, text = str(article.get("title") or ""), str(article.get("text") or "")
        document = read_document(title, text, vocabulary=self._vocabulary)
        if self._lexicon.starters.isdisjoint(document.words):
            return Extraction([], [])
        marks = self._readers.acts.mark(document.words)
        if not marks.acts:
            return Extraction([], [])
        genre = article_genre(marks, len(document.words))
        if genre:
            return Extraction([], [_article_reject(article, document, genre)])
        outlet_country = str(article["country"]) if article.get("country") else None
        reading = read_article(
            self._readers,
            document,
            marks,
            article.get("published_at"),
            outlet_country,
            time_zone=str(article.get("time_zone") or ""),
        )
        drafts = draft_article(self._readers, reading)
        return self._finish(article, reading, drafts)

    def _finish(self, article: Mapping[str, object], reading: Reading, drafts: Sequence[Draft]) -> Extraction:
        incidents: list[Row] = []
        rejects = [_act_reject(article, reading.document, r.act.first, r.act.last, r.reason) for r in reading.refusals]
        known: list[tuple[str, str]] = []
        authors: list[tuple[Draft, list[ActorUse]]] = []
        told: list[tuple[Draft, str]] = []
        for draft in drafts:
            made = list(self._rows(article, reading, draft, known, authors, told))
            if isinstance(made[0], str):
                act = draft.acts[0]
                rejects.append(_act_reject(article, reading.document, act.first, act.last, made[0]))
            else:
                incidents += [row for row in made if not isinstance(row, str)]
        return Extraction(incidents, rejects)

    def _rows(
        self,
        article: Mapping[str, object],
        reading: Reading,
        draft: Draft,
        known: list[tuple[str, str]],
        authors: list[tuple[Draft, list[ActorUse]]],
        told: list[tuple[Draft, str]],
    ) -> Iterator[Row | str]:
        """Yield the rows of a draft, one a place of its list; a single text is the reason why there is none."""
        location, date = draft.location, draft.date
        short = sum(sentence.zone == "body" for sentence in reading.document.sentences) <= _SHORT
        if date is None and (reading.published is not None or not short):
            yield "no-date"
            return
        if date is not None and date.precision > _MONTH:
            yield "no-month"
            return
        if location is None and short and not (reading.document.title and any(reading.weights.values())):
            location = UNKNOWN_PLACE
        if location is None:
            yield "no-place"
            return
        country = location.country
        spoken = sorted(reading.weights, key=lambda code: -reading.weights[code])[:2]
        named = parties.Spoken(spoken, reading.actors, reading.weights.keys())
        day = date.end if date is not None else None
        uses = parties.actor_uses(draft, self._registry, country, day, known, named)
        uses += carried_author(draft, uses, authors, reading.document.words, reading.marks)
        words = reading.document.words
        uses += context_sides.inherited_author(draft, uses, authors, words)
        uses += context_sides.referred_sides(draft, uses, authors, words)
        uses += context_sides.author_from_context(draft, uses, words, named, self._registry, country)
        uses += context_sides.launcher_from_context(draft, uses, authors, words, self._registry, country)
        authors.append((draft, uses))
        known[:0] = [(normalize_name(use.actor.name_ar), use.actor.actor_id) for use in uses if use.actor is not None]
        totals = fields.tolls(draft)
        kind = kind_of(draft, uses, totals, reading.document)
        if kind == _HARMLESS:
            totals = {}
        kind = as_told_before(kind, draft, told)
        if kind is None:
            yield "no-kind"
            return
        confidence = confidence_of(reading, draft, kind, uses, totals)
        if confidence.reject:
            yield confidence.reject
            return
        targets = parties.target_types(draft, uses)
        targets |= parties.civilians_by_kind(kind, draft, targets)
        if kind == "Suicide bomb":
            totals = fields.with_bomber(totals, draft)
        uses = parties.with_crowd(kind, uses, self._registry)
        uses += context_sides.mourned_author(kind, draft, uses, named, self._registry, country)
        uses += parties.implied_targets(draft, uses, targets, self._registry, country, day)
        base = self._base(article, reading, draft, date, kind, uses, totals, targets)
        base["confidence"] = round(confidence.value, 3)
        for order, place in enumerate(spread_out((location, *draft.others))):
            yield {**base, **self._placed(article, reading, draft, place, order)}

    def _base(
        self,
        article: Mapping[str, object],
        reading: Reading,
        draft: Draft,
        date: DateMention | None,
        kind: str,
        uses: Sequence[ActorUse],
        totals: Mapping[str, fields.Toll],
        targets: set[int],
    ) -> Row:
        document = reading.document
        act = draft.acts[0]
        claimant = next((use.actor.actor_id for use in uses if use.role == "claimant" and use.actor), None)
        return {
            "article_id": str(article["article_id"]),
            "event_type": EVENT_OF[kind],
            "sub_event_type": kind,
            "salience": fields.salience_of(draft, date, reading.published),
            "date_start": date.start if date is not None else None,
            "date_end": date.end if date is not None else None,
            "date_precision": date.precision if date is not None else None,
            "actors": rows.actor_rows(uses, document),
            "casualties": rows.casualty_rows([] if kind == _HARMLESS else draft.casualties, document),
            **rows.toll_columns(totals),
            "civilian_targeting": fields.is_civilian_target(draft, targets, kind),
            "weapon": fields.weapon_of(draft, kind),
            "claimed_by": claimant,
            **rows.span_columns("evidence", document, *fields.evidence_piece(draft, document)),
            **rows.span_columns("trigger", document, act.first, act.last),
            "rule_id": f"{act.sense}.{act.pos}",
            "extractor_version": self.version,
        }

    def _placed(
        self, article: Mapping[str, object], reading: Reading, draft: Draft, place: Location, order: int
    ) -> Row:
        columns = rows.place_columns(place, self._gazetteer, reading.document)
        columns["incident_id"] = rows.incident_id(str(article["article_id"]), draft.acts[0].first, order)
        if order:
            columns |= {"casualties": [], **rows.toll_columns({})}
        return columns


def _spelled_words(lexicon: Lexicon, gazetteer: Gazetteer, registry: ActorRegistry) -> frozenset[str]:
    """Return the words by which broken spelling is known: of acts and people, of actors, and of one-word places."""
    words = {word for word in lexicon.starters if len(word) > 2}
    words.update(word for alias in registry.aliases for word in alias.split() if len(word) > 3)
    words.update(name for name in gazetteer.names if len(name) > 4 and " " not in name)
    return frozenset(words)


def _article_reject(article: Mapping[str, object], document: Document, reason: str) -> Row:
    return {
        "stage": "extract",
        "reason": reason,
        "article_id": str(article["article_id"]),
        "detail": None,
        "sample": (document.title or document.text)[:120],
    }


def _act_reject(article: Mapping[str, object], document: Document, first: int, last: int, reason: str) -> Row:
    return {
        "stage": "extract",
        "reason": reason,
        "article_id": str(article["article_id"]),
        "detail": document.quote(first, last),
        "sample": document.quote(max(0, first - 6), min(len(document.words), last + 8))[:160],
    }


def build_extractor(extra_places: Sequence[Place] = ()) -> Extractor:
    """Return the extractor over the packaged lexicons and gazetteer, `extra_places` added (takes seconds)."""
    gazetteer = build_gazetteer(extra_places)
    return Extractor(compile_lexicon(), gazetteer, load_registry(), resources_version(extra_places))
