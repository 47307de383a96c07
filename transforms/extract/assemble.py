"""From an article's tokens to drafts with place and date: reading clauses, placing, dating, merging.

The order of the stages is `article`; the columns of the finished rows are `fields` and `rows`.
"""

import dataclasses
import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.actors import ActorFinder, ActorMention
from transforms.extract.acts import Act, ActFinder, Marks
from transforms.extract.casualties import CasualtyReader
from transforms.extract.clauses import ClauseSplitter
from transforms.extract.dates import DateMention, DateReader
from transforms.extract.drafts import Draft, Piece, group_pieces, same_incident, told_in_title, told_twice
from transforms.extract.kinds import FAMILY
from transforms.extract.location import Location, LocationResolver
from transforms.extract.places import Chain, Mention, PlaceFinder
from transforms.extract.realis import Verdict, judge
from transforms.gazetteer.places import Place
from transforms.text.document import Document, Sentence

_MERGE_FROM = 0.75
_OPENING = 4
"""First sentences that are always read for places: headline, dateline and lead say where the article is."""
_NOT_HERE = frozenset({"launch", "outlet", "source", "embassy", "hospital", "route", "origin", "birth", "near"})
_FAR_PREPOSITIONS = frozenset({"من", "الي", "نحو", "باتجاه", "صوب", "حتي", "عبر"})


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of one extractor."""

    acts: ActFinder
    casualties: CasualtyReader
    clauses: ClauseSplitter
    dates: DateReader
    places: PlaceFinder
    locations: LocationResolver
    actors: ActorFinder


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


def read_article(
    readers: Readers, document: Document, marks: Marks, published: dt.date | None, outlet_country: str | None
) -> Reading:
    """Return places, actors and dates of the whole article."""
    words = document.words
    told = [s for s in document.sentences if s.zone != "furniture"]
    acting = _sentences_with_acts(marks, told)
    near = {s.index + step for s in acting for step in (-1, 0, 1)} | {s.index for s in told[:_OPENING]}
    mentions: list[Mention] = []
    actors: list[ActorMention] = []
    for sentence in told:
        if sentence.index in near:
            mentions += readers.places.mentions(words, marks, sentence.first, sentence.last)
    for sentence in acting:
        actors += readers.actors.mentions(words, sentence.first, sentence.last)
    dates = readers.dates.find_in_sentences(words, [(s.first, s.last) for s in acting], published=published)
    weights = readers.locations.country_weights(words, mentions, outlet_country=outlet_country)
    chains = readers.places.chains(words, mentions)
    return Reading(document, marks, published, dict(weights), chains, actors, dates, [])


def _sentences_with_acts(marks: Marks, sentences: Sequence[Sentence]) -> list[Sentence]:
    positions = [act.first for act in marks.acts]
    return [s for s in sentences if bisect_left(positions, s.first) < bisect_left(positions, s.last)]


def draft_article(readers: Readers, reading: Reading) -> list[Draft]:
    """Return the drafts of the whole article, merged and in order of telling."""
    drafts: list[Draft] = []
    told = [sentence for sentence in reading.document.sentences if sentence.zone != "furniture"]
    for sentence in _sentences_with_acts(reading.marks, told):
        for draft in group_pieces(_pieces(readers, reading, sentence)):
            _place(readers, reading, draft, drafts, sentence)
            _date(reading, draft, drafts, sentence)
            if sentence.zone == "title":
                drafts.append(draft)
            else:
                _merge(drafts, draft)
    return _settle_titles(drafts)


def _settle_titles(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with each headline folded into the incident of the body that it tells."""
    body = [draft for draft in drafts if draft.first_piece.zone != "title"]
    alone: list[Draft] = []
    taken: set[int] = set()
    for title in (draft for draft in drafts if draft.first_piece.zone == "title"):
        scored = [(told_in_title(title, draft), -i) for i, draft in enumerate(body) if i not in taken]
        best = max(scored, default=(0.0, 0))
        if best[0] > 0 and not title.casualties:
            taken.add(-best[1])
        if best[0] > 0:
            _absorb(body[-best[1]], title)
        elif not any(told_twice(title, other) for other in alone):
            alone.append(title)
    return [*body, *alone]


def _pieces(readers: Readers, reading: Reading, sentence: Sentence) -> list[Piece]:
    words, marks = reading.document.words, reading.marks
    pieces = []
    sentence_acts = [act for act in marks.acts if sentence.first <= act.first < sentence.last]
    positions = [act.first for act in sentence_acts]
    subjects = {m.first: m.last for m in reading.actors if sentence.first <= m.first < sentence.last and not m.weak}
    for clause in readers.clauses.split(words, marks, sentence.first, sentence.last, subjects=subjects):
        inside = sentence_acts[bisect_left(positions, clause.first) : bisect_left(positions, clause.last)]
        acts: list[Act] = []
        verdicts: list[Verdict] = []
        for act in inside:
            verdict = judge(words, marks, act, first=sentence.first, last=sentence.last)
            if verdict.blocked or act.sense not in FAMILY:
                reading.refusals.append(Refusal(act, verdict.blocked or "no-incident"))
            else:
                acts.append(act)
                verdicts.append(verdict)
        mentions = [m for m in reading.actors if clause.first <= m.first < clause.last]
        spans = {mention.first: mention.last for mention in mentions if not mention.weak}
        methods, weapons, things = _weapons(words, marks, sentence_acts, clause.first, clause.last)
        pieces.append(
            Piece(
                first=clause.first,
                last=clause.last,
                joint=clause.joint,
                sentence=sentence.index,
                zone=sentence.zone,
                acts=acts,
                verdicts=verdicts,
                chains=[c for c in reading.chains if clause.first <= c.first < clause.last],
                dates=[d for d in reading.dates if clause.first <= d.first < clause.last],
                casualties=readers.casualties.read(words, marks, acts, clause.first, clause.last, spans),
                roles=readers.actors.roles(words, marks, acts, mentions, clause.first) if acts else [],
                methods=methods,
                weapons=weapons,
                things=things,
                objects=_objects(words, marks, acts, clause.last),
            )
        )
    return pieces


_AIMED = frozenset(
    {
        "attack",
        "target",
        "assault",
        "shoot",
        "shell",
        "air",
        "suicide",
        "detonate",
        "raid",
        "ambush",
        "stab",
        "ram",
        "operation",
    }
)
_POSTS = frozenset(
    {
        "دوريه",
        "حاجز",
        "حاجزا",
        "ثكنه",
        "موقع",
        "موقعا",
        "مقر",
        "نقطه",
        "رتل",
        "رتلا",
        "قاعده",
        "تمركز",
        "كمين",
        "مركز",
        "معسكر",
        "اليه",
        "مركبه",
        "نقطه",
    }
)
_ARMED_WORDS = {
    "عسكري": 1,
    "عسكريه": 1,
    "عسكريا": 1,
    "امني": 1,
    "امنيه": 1,
    "امنيا": 1,
    "للجيش": 1,
    "للشرطه": 1,
    "الجيش": 1,
    "الشرطه": 1,
}


def _objects(words: Sequence[str], marks: Marks, acts: Sequence[Act], last: int) -> set[int]:
    """Return the ACLED types of people or posts right behind an act: "هجوم على مزارعين", "استهدف نقطة عسكرية"."""
    found: set[int] = set()
    for act in acts:
        if act.sense not in _AIMED:
            continue
        for j in range(act.last, min(act.last + 7, last)):
            if words[j] in {"\u060c", ".", ":"}:
                break
            if words[j] in _POSTS and j + 1 < last and words[j + 1] in _ARMED_WORDS:
                found.add(_ARMED_WORDS[words[j + 1]])
            tag = next((tag for tag in marks.tags[j] if tag.kind == "person"), None)
            aimed = act.is_verb or "علي" in words[act.last : j] or "ضد" in words[act.last : j] or act.sense == "target"
            if (
                tag is not None
                and tag.extra.isdigit()
                and aimed
                and (tag.shape != "sg" or not tag.definite)
                and not tag.clitic.startswith("ب")
            ):
                found.add(int(tag.extra))
                break
    return found


_STORES = frozenset(
    {
        "مخزن",
        "مخازن",
        "مستودع",
        "مستودعات",
        "منصه",
        "منصات",
        "مصنع",
        "ورشه",
        "معمل",
        "شحنه",
        "مخبا",
        "وكر",
        "لاطلاق",
        "صناعه",
        "تصنيع",
    }
)


_SUPPORT = frozenset({"دعم", "اسناد", "غطاء", "ساند", "مساند"})
_FLYING = frozenset({"shell", "target", "shootdown", "intercept", "air", "drone", "explode", "strike_hit", "detonate"})


def _is_drone(words: Sequence[str], acts: Sequence[Act], i: int) -> bool:
    """Whether "مسيرة" is a drone and no march: an act of flying weapons stands near, or "طائرة" before it."""
    if words[i - 1].endswith(("طايره", "طايرات", "طيران")) or words[i].startswith(("ب", "بال")):
        return True
    near = {act.sense for act in acts if abs(act.first - i) <= 6}
    return bool(near & _FLYING) and not near & {"protest", "march"}


def _weapons(
    words: Sequence[str], marks: Marks, acts: Sequence[Act], first: int, last: int
) -> tuple[set[str], set[str], set[str]]:
    """Return methods, weapons, and weapons that are objects of an act (seized, shot down, stored, destroyed)."""
    methods: set[str] = set()
    weapons: set[str] = set()
    things: set[str] = set()
    inside = marks.weapons[bisect_left(marks.weapons, first) : bisect_left(marks.weapons, last)]
    if not inside:
        return methods, weapons, things
    handled = {
        act.first for act in acts if act.sense in {"seize", "shootdown", "intercept", "defuse", "destroy", "foil"}
    }
    for i in inside:
        tags = [tag for _, tag in marks.phrases.get(i, ()) if tag.kind == "weapon"][:1]
        tags = tags or [tag for tag in marks.tags[i] if tag.kind == "weapon"][:1]
        kept = any(j in handled for j in range(max(first, i - 4), i)) or any(
            word in _STORES for word in words[max(first, i - 3) : i]
        )
        if kept and tags:
            things.update(tag.value for tag in tags if tag.value)
            continue
        if tags and tags[0].extra == "drone?" and not _is_drone(words, acts, i):
            continue
        if tags and any(words[j].lstrip("بو") in _SUPPORT for j in range(max(first, i - 2), i)):
            continue
        for tag in tags:
            methods.add(tag.extra)
            if tag.value:
                weapons.add(tag.value)
    return methods, weapons, things


def _place(readers: Readers, reading: Reading, draft: Draft, drafts: Sequence[Draft], sentence: Sentence) -> None:
    """Set the location of a draft: its own best chain, else what the article said last."""
    chain = _best_chain(draft, readers.locations.gazetteer.places)
    if chain is not None:
        chain = _with_context(chain, draft, reading, sentence)
        location = readers.locations.resolve(chain, reading.weights)
        adopted = location is not None and location.country is None
        if location is not None and adopted:
            location = _adopt(location, drafts, reading, readers)
        if location is not None:
            draft.location = location
            draft.own_place = True
            draft.adopted = adopted
            draft.others = readers.locations.resolve_siblings(chain, reading.weights)
            return
    draft.location = _inherited(drafts, sentence) or _article_country(readers, reading)


def _best_chain(draft: Draft, places: Sequence[Place]) -> Chain | None:
    chains = [chain for piece in draft.pieces for chain in piece.chains]
    scored = [(score, -i, chain) for i, chain in enumerate(chains) if (score := _chain_score(chain, draft, places)) > 0]
    if scored:
        return max(scored, key=lambda item: item[:2])[2]
    return None


def _chain_score(chain: Chain, draft: Draft, places: Sequence[Place]) -> float:
    head = chain.head
    if head.relation in _NOT_HERE or _acts_itself(draft, head):
        return -1.0
    score = 3.0
    score += (
        1.0
        if head.cue
        in {"city", "town", "village", "camp", "neighbourhood", "admin3", "base", "airport", "site", "crossing"}
        else 0.0
    )
    score -= 2.2 if head.relation == "office" else 0.0
    score += 0.8 if head.preposition in {"ب", "في", "علي", "داخل"} else 0.0
    score -= 1.5 if head.preposition in _FAR_PREPOSITIONS and not head.direction else 0.0
    score -= 0.7 if head.parenthetical else 0.0
    if head.candidates and places[head.candidates[0]].kind == "country":
        score -= 1.5
    main = next((act for act in draft.acts if FAMILY.get(act.sense) != "harm"), draft.acts[0])
    distance = min((abs(chain.first - act.first) + 6 * (act is not main) for act in draft.acts), default=20)
    after = any(chain.first > act.first for act in draft.acts)
    return (
        score
        - distance / 12
        + (0.4 if after else 0.0)
        - 0.25 * (len(chain.mentions) == 1 and head.direction in {"border"})
    )


def _acts_itself(draft: Draft, mention: Mention) -> bool:
    """Whether a country's name is the author of the act ("إسرائيل قصفت"), so that it tells no place."""
    return any(
        role.mention.country and role.role in {"initiator", "support"} and role.mention.first == mention.first
        for piece in draft.pieces
        for role in piece.roles
    )


def _with_context(chain: Chain, draft: Draft, reading: Reading, sentence: Sentence) -> Chain:
    """Return a lone name with the governorate or country that the same sentence names as its surroundings."""
    if len(chain.mentions) > 1:
        return chain
    wider = [
        mention
        for other in reading.chains
        if sentence.first <= other.first < sentence.last and other is not chain
        for mention in other.mentions
        if mention.cue in {"admin1", "admin2"} or mention.direction == "countryside"
    ]
    wider = [mention for mention in wider if mention.relation not in _NOT_HERE and mention.name != chain.head.name]
    return Chain((*chain.mentions, wider[0]), chain.siblings) if len(wider) == 1 else chain


def _adopt(location: Location, drafts: Sequence[Draft], reading: Reading, readers: Readers) -> Location | None:
    """Give an unknown name the governorate that the article spoke of last."""
    if location.place is not None:
        country = _article_country(readers, reading)
        return dataclasses.replace(location, country=country.country if country else None)
    around = next((d.location for d in reversed(drafts) if d.location is not None and d.location.admin1_pcode), None)
    if around is None or around.admin1_pcode is None:
        around = _article_country(readers, reading)
        if around is None:
            return None
        return Location(
            around.country, None, None, location.text, None, around.latitude, around.longitude, 6, location.mention
        )
    unit = readers.locations.gazetteer.admin1(around.admin1_pcode)
    latitude, longitude = (unit.latitude, unit.longitude) if unit is not None and unit.has_point else (None, None)
    return Location(
        around.country, around.admin1_pcode, None, location.text, None, latitude, longitude, 4, location.mention
    )


def _inherited(drafts: Sequence[Draft], sentence: Sentence) -> Location | None:
    for draft in reversed(drafts):
        if draft.location is not None:
            near = sentence.index - draft.pieces[-1].sentence <= 2
            return draft.location if near else None
    return None


def _article_country(readers: Readers, reading: Reading) -> Location | None:
    """Return the country that the article speaks of most, when it clearly does."""
    weights = sorted(((w, c) for c, w in reading.weights.items() if c), reverse=True)
    if not weights or (len(weights) > 1 and weights[0][0] < 1.3 * weights[1][0]):
        return None
    place = readers.locations.gazetteer.country(weights[0][1])
    return readers.locations.locate(place, None) if place is not None else None


def _date(reading: Reading, draft: Draft, drafts: Sequence[Draft], sentence: Sentence) -> None:
    """Set the date of a draft: the nearest in its clauses, else in its sentence, else what the article said last."""
    own = [date for piece in draft.pieces for date in piece.dates if not date.future]
    if not own:
        inside = [d for d in reading.dates if sentence.first <= d.first < sentence.last and not d.future]
        lone = [d for d in inside if d.precision <= 2]
        own = lone if len(lone) == 1 else []
    if own:
        anchor = draft.acts[0].first
        draft.date = min(own, key=lambda date: (date.precision > 4, abs(date.first - anchor), date.precision))
        draft.own_date = True
        return
    recent = _recent_date(reading, drafts)
    if recent is not None:
        draft.date = recent
        draft.inherited_date = True
    elif reading.published is not None:
        draft.date = DateMention(0, 0, reading.published - dt.timedelta(days=1), reading.published, 2, "relative")


def _recent_date(reading: Reading, drafts: Sequence[Draft]) -> DateMention | None:
    """Return the day-level date told last in the article, if it is news at publication."""
    for draft in reversed(drafts):
        if draft.own_date and draft.date is not None and draft.date.precision <= 2:
            fresh = reading.published is None or 0 <= (reading.published - draft.date.end).days <= 3
            return draft.date if fresh else None
    return None


def _merge(drafts: list[Draft], draft: Draft) -> None:
    """Add a draft to the one whose incident it tells again, else to the list."""
    best, score = None, 0.0
    for earlier in drafts:
        if earlier.first_piece.zone == "title":
            continue
        gap = draft.first_piece.sentence - earlier.pieces[-1].sentence
        found = same_incident(earlier, draft, gap=min(gap, 8))
        if found >= score and found > 0:
            best, score = earlier, found
    if best is None or score < _MERGE_FROM:
        drafts.append(draft)
        return
    _absorb(best, draft)


def _absorb(earlier: Draft, later: Draft) -> None:
    earlier.pieces += later.pieces
    here, there = earlier.location, later.location
    weak = not earlier.own_place or here is None or (earlier.adopted and not later.adopted)
    if later.own_place and there is not None and (weak or (here is not None and there.precision < here.precision)):
        earlier.location, earlier.own_place, earlier.adopted = there, True, later.adopted
    if later.others and not earlier.others:
        earlier.others = later.others
    if later.own_date and (not earlier.own_date or _finer(later.date, earlier.date)):
        earlier.date, earlier.own_date = later.date, True


def _finer(a: DateMention | None, b: DateMention | None) -> bool:
    return a is not None and b is not None and a.precision < b.precision
