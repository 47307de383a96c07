"""Where a draft happened: its own place, else what the article said last.

Namesakes are told apart in `location`; when it happened is `dating`.
"""

import dataclasses
from collections.abc import Sequence

from transforms.extract.drafts import Draft
from transforms.extract.families import FAMILY
from transforms.extract.location import Location
from transforms.extract.modes import mode
from transforms.extract.place_links import Mention
from transforms.extract.place_shares import is_of_some
from transforms.extract.places import PLACE_HEADS, Chain
from transforms.extract.reading import Readers, Reading
from transforms.gazetteer.places import Place, km_between
from transforms.text.document import Sentence

_NOT_HERE = frozenset(
    {"launch", "outlet", "source", "embassy", "hospital", "route", "origin", "birth", "near", "distance"}
)
_QUARTERS = frozenset({"neighbourhood", "street", "site"})
_LEVELS = {"country": 0, "region": 1, "admin1": 1, "admin2": 2, "city": 3, "town": 3, "village": 3}
_CROWDS = frozenset({"protest", "riot"})
_CAUSES = frozenset(
    {
        "ضد",
        "احتجاجا",
        "تنديدا",
        "تضامنا",
        "دعما",
        "تاييدا",
        "رفضا",
        "نصره",
        "مطالبين",
        "للمطالبه",
        "للتنديد",
        "للاحتجاج",
    }
)
_SPOTS = 3  # words from "مناطق عدة" to the place
_OBJECT, _OF_SOME, _OF_SPEAKER = 1.5, 3.0, 1.2
_SPEAKING = frozenset({"report", "source"})
_PLANS = frozenset({"aim", "hypo", "future"})
_WISHES = frozenset({"لاحتلال", "لاجتياح", "لغزو", "باحتلال", "باجتياح", "بغزو"})  # "توعد باحتلال الرياض"
_AIMED = frozenset({"نحو", "باتجاه", "صوب", "تجاه"})  # rockets fly there
_LEAVING = frozenset({"transfer", "territory"})
_FINEST = 4  # quarters, camps, sites, bases
_NEARLY = 2.0
_WITHIN_KM = 25.0
_NEXT, _RECENT = 2, 4  # sentences
_FAR_PREPOSITIONS = frozenset({"من", "الي", "نحو", "باتجاه", "صوب", "حتي", "عبر", "عن"})


def place_draft(readers: Readers, reading: Reading, draft: Draft, drafts: Sequence[Draft], sentence: Sentence) -> None:
    """Set the location of a draft: its own best chain, else what the article said last."""
    ranked = _ranked_chains(draft, readers.locations.gazetteer.places, reading)
    if ranked:
        chain = _finest(ranked, draft, reading, readers)
        location = readers.locations.resolve(
            _with_context(chain, reading, sentence, readers.locations.gazetteer.places), reading.weights
        )
        adopted = location is not None and location.country is None
        if location is not None and adopted:
            location = _adopt(location, drafts, reading, readers)
        if location is not None:
            draft.location = location
            draft.own_place = True
            draft.adopted = adopted
            draft.others = [
                other if other.country else _beside(other, location)
                for other in readers.locations.resolve_siblings(chain, reading.weights)
            ]
            return
    draft.location = (
        _inherited(draft, drafts, sentence)
        or _of_headline(draft, reading, readers)
        or _article_country(readers, reading)
    )


def _of_headline(draft: Draft, reading: Reading, readers: Readers) -> Location | None:
    """Return the one place that a headline names beside an act told without any: "الحرب على غزة.. تفجير آليات"."""
    fired = any(chain.head.relation == "launch" for piece in draft.pieces for chain in piece.chains)
    if draft.first_piece.zone != "title" or fired:
        return None
    end = max(sentence.last for sentence in reading.document.sentences if sentence.zone == "title")
    heads = [chain for chain in reading.chains if chain.first < end]
    heads = [chain for chain in heads if not chain.siblings and chain.head.relation not in _NOT_HERE]
    found = readers.locations.resolve(heads[0], reading.weights) if len(heads) == 1 else None
    return found if found is not None and found.place is not None and found.place.kind != "country" else None


def _beside(other: Location, first: Location) -> Location:
    """Give an unknown place of a list the governorate of the first one."""
    return dataclasses.replace(
        first, admin2_pcode=None, text=other.text, place=None, precision=max(first.precision, 4), mention=other.mention
    )


def _ranked_chains(draft: Draft, places: Sequence[Place], reading: Reading) -> list[tuple[float, Chain]]:
    """Return (score, chain) of the chains that may tell where a draft happened, the best first."""
    chains = [chain for piece in draft.pieces for chain in piece.chains]
    words = reading.document.words
    scored = [
        (_chain_score(chain, draft, places) - _borrowed(chain, draft, reading), -i, chain)
        for i, chain in enumerate(chains)
    ]
    if len(scored) > 1 and draft.families <= _CROWDS:
        scored = [(score - _OBJECT * _is_cause(chain, draft, words), i, chain) for score, i, chain in scored]
    planned = {refusal.act.last for refusal in reading.refusals if refusal.reason in _PLANS}
    scored = [
        item
        for item in scored
        if item[0] > 0 and item[2].first not in planned and words[item[2].first - 1] not in _WISHES
    ]
    scored.sort(key=lambda item: item[:2], reverse=True)
    return [(score, chain) for score, _, chain in scored]


def _finest(ranked: Sequence[tuple[float, Chain]], draft: Draft, reading: Reading, readers: Readers) -> Chain:
    """Return the best chain, or one nearly as good that names a town inside the governorate or country which it tells.

    "في محافظة شبوة قتل 20 متمردا بقصف في منطقة بيحان" happened in Bayhan.
    """
    best_score, best = ranked[0]
    acts = draft.acts
    wide = readers.locations.resolve(best, reading.weights)
    if wide is None or wide.place is None or best.siblings or _is_of_many_spots(reading, best):
        return best
    for score, chain in ranked[1:]:
        head = chain.head
        if score < best_score - _NEARLY or chain.siblings or head.relation or head.preposition in _FAR_PREPOSITIONS:
            continue
        if is_of_some(reading.document.words, chain, best.first):
            continue
        if any(act.conjunction and chain.first < act.first < best.first for act in acts):
            continue  # "توسيع نتساريم ومجازر في قطاع غزة"
        if _is_of_next_act(draft, best, chain):
            continue
        found = readers.locations.resolve(chain, reading.weights)
        if found is not None and found.place is not None and _refines(found.place, wide.place):
            return chain
    return best


def _is_of_next_act(draft: Draft, wide: Chain, fine: Chain) -> bool:
    """Whether a town is that of a second act and the dead of a later clause are those of both.

    "واصلت غاراتها على القطاع والقصف لمنطقة جباليا، فيما أفادت مصادر باستشهاد 61" tells 61 dead of the Strip.
    """
    summed = any(p.casualties and not p.chains and all(act.outcome for act in p.acts) for p in draft.pieces[1:])
    return summed and any(
        act.conjunction and not act.outcome and wide.first < act.first < fine.first for act in draft.acts
    )


def _refines(fine: Place, wide: Place) -> bool:
    """Whether a place is a smaller one inside another: a town of a governorate, a quarter of a town."""
    level = _LEVELS.get(wide.kind, _FINEST)
    if fine.country != wide.country or _LEVELS.get(fine.kind, _FINEST) <= level or fine.kind in {"river", "mountain"}:
        return False
    if not level:
        return True
    if fine.admin1_pcode != wide.admin1_pcode:
        return False
    return wide.kind == "admin1" or km_between(fine, wide) <= _WITHIN_KM


def _chain_score(chain: Chain, draft: Draft, places: Sequence[Place]) -> float:
    head = chain.head
    at_home = head.relation == "origin" and draft.families <= _CROWDS  # "تظاهر أهالي السويداء" did so there
    if (head.relation in _NOT_HERE and not at_home) or _acts_itself(draft, head):
        return -1.0
    score = 1.5 if at_home else 3.0
    score += (
        1.0
        if head.cue
        in {"city", "town", "village", "camp", "neighbourhood", "admin3", "base", "airport", "site", "crossing"}
        else 0.0
    )
    score -= 2.2 if head.relation == "office" else 0.0
    score += 1.0 if not head.cue and head.name.partition(" ")[0] in PLACE_HEADS else 0.0
    score += 0.8 if head.preposition in {"ب", "في", "علي", "داخل"} else 0.0
    score -= 1.0 if head.preposition == "بين" else 0.0
    aimed = head.preposition in _AIMED and not draft.families.isdisjoint({"strike", "intercept", "disrupt"})
    score += 0.5 if aimed else 0.0
    left = head.preposition == "من" and not draft.families.isdisjoint(_LEAVING)
    score -= 1.5 if head.preposition in _FAR_PREPOSITIONS and not (head.direction or left or aimed) else 0.0
    score -= 1.5 * _inside_a_name(draft, head)
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
        - 0.25 * (len(chain.mentions) == 1 and head.direction == "border")
    )


def _borrowed(chain: Chain, draft: Draft, reading: Reading) -> float:
    """Return what a place loses that is a speaker's or that of some of the victims.

    "قال متحدث في صنعاء إن غارة استهدفت مأرب"; "قتل 95 في القطاع، بينهم 52 بمدينة غزة".
    """
    words, marks = reading.document.words, reading.marks
    if is_of_some(words, chain, min(other.first for piece in draft.pieces for other in piece.chains)):
        return _OF_SOME
    first = min(act.first for act in draft.acts)
    piece = next((piece for piece in draft.pieces if piece.first <= chain.first < piece.last), None)
    if (
        chain.first > first
        or piece is None
        or chain.head.cue == "front"
        or not any(other.first > first for other in piece.chains)
    ):
        return 0.0
    told = any(kind in _SPEAKING for i in range(piece.first, chain.first) for kind, _ in marks.cues.get(i, ()))
    return _OF_SPEAKER if told else 0.0


def _is_of_many_spots(reading: Reading, chain: Chain) -> bool:
    """Whether a larger place is told of many spots in it: "مناطق عدة بقطاع غزة"."""
    near = range(max(chain.first - _SPOTS, 0), chain.first)
    return any(kind == "widespread" for i in near for kind, _ in reading.marks.cues.get(i, ()))


def _is_cause(chain: Chain, draft: Draft, words: Sequence[str]) -> bool:
    """Whether a crowd's cause stands between its act and a place: "تظاهروا ضد الحرب في فيتنام"."""
    act = next((act for act in draft.acts if act.first < chain.first), None)
    return act is not None and not _CAUSES.isdisjoint(words[act.first : chain.first])


def _acts_itself(draft: Draft, mention: Mention) -> bool:
    """Whether a country's name is the author of the act ("إسرائيل قصفت"), so that it tells no place."""
    return any(
        role.mention.country and role.role in {"initiator", "support"} and role.mention.first == mention.first
        for piece in draft.pieces
        for role in piece.roles
    )


def _inside_a_name(draft: Draft, mention: Mention) -> bool:
    """Whether the place is a word of an actor's name: "قوات سوريا الديمقراطية"."""
    return any(
        role.mention.first <= mention.first < role.mention.last and not role.mention.country
        for piece in draft.pieces
        for role in piece.roles
    )


def _with_context(chain: Chain, reading: Reading, sentence: Sentence, places: Sequence[Place]) -> Chain:
    """Return a lone name with the governorate that its sentence names around it, a quarter with the only city."""
    if len(chain.mentions) > 1 or chain.head.cue == "admin1":
        return chain
    beside = [
        mention
        for other in reading.chains
        if sentence.first <= other.first < sentence.last and other is not chain and not other.siblings
        for mention in other.mentions
        if mention.relation not in _NOT_HERE and mention.name != chain.head.name
    ]
    wider = [m for m in beside if m.cue in {"admin1", "admin2"} or m.direction == "countryside"]
    if not wider and chain.head.cue in _QUARTERS:
        towns = {m.name: m for m in beside if m.candidates and places[m.candidates[0]].kind == "city"}
        wider = list(towns.values())
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


def _inherited(draft: Draft, drafts: Sequence[Draft], sentence: Sentence) -> Location | None:
    """Return where the article is: at the incident of the same kind told shortly before, else at the last one."""
    placed = [other for other in reversed(drafts) if other.location is not None]
    near = [other for other in placed if sentence.index - other.pieces[-1].sentence <= _RECENT]
    how = mode(draft)
    alike = next((other for other in near if how and mode(other) == how), None)
    if alike is not None:
        return alike.location
    return near[0].location if near and near[0] is placed[0] and _is_near(near[0], sentence) else None


def _is_near(draft: Draft, sentence: Sentence) -> bool:
    return sentence.index - draft.pieces[-1].sentence <= _NEXT


def _article_country(readers: Readers, reading: Reading) -> Location | None:
    """Return the country that the article speaks of most, when it clearly does."""
    weights = sorted(((w, c) for c, w in reading.weights.items() if c), reverse=True)
    if not weights or (len(weights) > 1 and weights[0][0] < 1.3 * weights[1][0]):
        return None
    place = readers.locations.gazetteer.country(weights[0][1])
    return readers.locations.locate(place, None) if place is not None else None
