"""From the clauses of an article to drafts of incidents: reading each clause, grouping, merging, headlines last.

The order of the stages is `article`; where is `placing`, when is `dating`; the columns of rows are `fields` and `rows`.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from transforms.extract import dates_calendar as cal
from transforms.extract.actors import ActorMention
from transforms.extract.acts import Act, Marks
from transforms.extract.carried import carry_subject
from transforms.extract.clauses import Clause
from transforms.extract.dates import DateMention
from transforms.extract.dating import date_draft
from transforms.extract.drafts import (
    Draft,
    Piece,
    group_pieces,
    same_incident,
    surely_same,
    told_in_title,
    told_twice,
)
from transforms.extract.earlier import Earlier
from transforms.extract.enumerated import are_parts_of_one_count, enumeration_of, told_apart
from transforms.extract.everyday import is_mishap, tells_accident
from transforms.extract.families import FAMILY
from transforms.extract.kinds import FROM_AFAR
from transforms.extract.location import Location
from transforms.extract.losses import is_contrast
from transforms.extract.means import weapons_of
from transforms.extract.modes import mode
from transforms.extract.objects import objects_of
from transforms.extract.outcomes import Casualty
from transforms.extract.places import Chain
from transforms.extract.placing import place_draft
from transforms.extract.reading import Readers, Reading, Refusal, sentences_with_acts
from transforms.extract.realis import Verdict, judge
from transforms.extract.recaps import (
    BREAKDOWN,
    HARM,
    LEAST_IN_DAYS,
    OPENING,
    REPEATED,
    is_open_sum,
    is_part,
    span_of_recap,
)
from transforms.extract.retold import dates_better, sums_up, tolls_agree
from transforms.extract.sides import Role
from transforms.extract.sites import sites_of
from transforms.extract.surroundings import place_by_surroundings
from transforms.extract.toll_agreement import KnownCounts, counted_figures, fills, with_known_counts
from transforms.text.document import Sentence

_MERGE_FROM = 0.75
_CERTAIN = 3
_TOLD_ALONE = frozenset({"initiator", "claimant"})
"""Parts that a clause may give without naming the act again: "وتبناه التنظيم", "الذي قامت به القوات"."""
_MOST_DIGITS = 3
_NEAR_TOWN, _GOVERNORATE = 2, 4  # where_precision


def draft_article(readers: Readers, reading: Reading) -> list[Draft]:
    """Return the drafts of the whole article, merged and in order of telling."""
    drafts: list[Draft] = []
    told = [sentence for sentence in reading.document.sentences if sentence.zone != "furniture"]
    lead = next((i for i, sentence in enumerate(told) if sentence.zone != "title"), len(told))
    reading.accident = tells_accident(reading.marks, [(s.first, s.last) for s in told[: lead + 1]])
    known: KnownCounts = {}
    for sentence in sentences_with_acts(reading.marks, told):
        pieces = _pieces(readers, reading, sentence)
        for piece in pieces:
            piece.casualties = with_known_counts(reading.document.words, piece.casualties, known)
        for draft in told_apart(group_pieces(pieces)):
            place_draft(readers, reading, draft, drafts, sentence)
            date_draft(readers, reading, draft, drafts, sentence)
            if sentence.zone == "title":
                drafts.append(draft)
            else:
                _merge(drafts, draft)
    _without_recaps(reading, drafts)
    settled = _settle_titles(drafts)
    place_by_surroundings(readers, reading, settled)
    return settled


def _settle_titles(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with each headline folded into the incident of the body that it tells."""
    body = [draft for draft in drafts if draft.first_piece.zone != "title"]
    if body and _opens_with_sum(body[0], body):
        body = [_as_part(draft, body[0]) for draft in body[1:]]
    drafts = [draft for draft in drafts if draft.first_piece.zone != "title" or not sums_up(draft, body)]
    alone: list[Draft] = []
    taken: set[int] = set()
    for title in (draft for draft in drafts if draft.first_piece.zone == "title"):
        free = [(i, draft) for i, draft in enumerate(body) if i not in taken or tolls_agree(title, draft) > 0]
        scored = [(told_in_title(title, draft), -i) for i, draft in free]
        best = max(scored, default=(0.0, 0))
        if best[0] > 0 and not title.casualties:
            taken.add(-best[1])
        if best[0] > 0:
            told = body[-best[1]]
            _keep_own_figures(title, told, [draft for draft in body if draft is not told])
            _absorb(told, title)
        elif not any(told_twice(title, other) for other in alone):
            _leave_dead(title, body)
            _place_title(title, body)
            _date_title(title, body)
            alone.append(title)
    return [*body, *alone]


def _opens_with_sum(draft: Draft, body: Sequence[Draft]) -> bool:
    """Whether the lead adds up dead and wounded of incidents that are told one by one behind it, each placed.

    Of two attacks ("في هجومين") the dead alone may be added up, and one place may hold for all.
    """
    if any(act.shape in {"du", "pl"} and not act.is_verb and not act.outcome for act in draft.acts):
        return sums_up(draft, body)
    outcomes = {row.outcome for row in draft.casualties if row.outcome in HARM}
    return len(outcomes) == len(HARM) and sums_up(draft, [part for part in body if part.own_place])


def _as_part(draft: Draft, whole: Draft) -> Draft:
    """Return an incident of several with the place and day that the lead tells of all, where it has none of its own."""
    if not draft.own_place and draft.location is whole.location:
        draft.own_place = whole.own_place
    if not draft.own_date and draft.date is whole.date:
        draft.own_date = whole.own_date
    return draft


def _leave_dead(title: Draft, body: Sequence[Draft]) -> None:
    """Take from a headline the vague toll that an incident of the body fills: "عشرات الشهداء ومعارك ضارية", 54 dead."""
    told = [row for draft in body for row in draft.casualties if row.people.count.best is not None and not row.subset]
    kills = title.families & {"strike", "attack"}
    for piece in title.pieces:
        if not kills and any(act.outcome not in HARM for act in piece.acts):
            piece.casualties = [row for row in piece.casualties if not any(fills(other, row) for other in told)]


def _place_title(title: Draft, body: Sequence[Draft]) -> None:
    """Give a headline that names no place the place of the first incident of its kind in the body."""
    if not title.own_place:
        alike = next((draft for draft in body if draft.own_place and mode(draft) == mode(title)), None)
        title.location = alike.location if alike is not None else title.location


def _date_title(title: Draft, body: Sequence[Draft]) -> None:
    """Give a headline that names no day the day of the first incident of its kind in the body."""
    if not title.own_date:
        alike = next((draft for draft in body if draft.own_date and mode(draft) == mode(title)), None)
        recent = alike is not None and alike.date is not None and alike.date.precision <= cal.DAYS
        title.date = alike.date if alike is not None and recent else title.date


def _keep_own_figures(title: Draft, told: Draft, others: Sequence[Draft]) -> None:
    """Take from a headline the figures that belong to other incidents of the article.

    "شهيد في نابلس و7 جرحى في غزة" tells two; "شهداء وجرحى" over one who was shot sums up more than that incident.
    """
    own = counted_figures(told.casualties)
    elsewhere = counted_figures([row for draft in others for row in draft.casualties])
    for piece in title.pieces:
        counts = [(row, row.people.count.best) for row in piece.casualties]
        foreign = {
            row.people.first
            for row, best in counts
            if best is not None and best in elsewhere.get(row.outcome, ()) and best not in own.get(row.outcome, ())
        }
        sums_up = any(row.people.count.quantity == "plural" and own.get(row.outcome) == {1} for row in piece.casualties)
        piece.casualties = [
            row
            for row, best in counts
            if row.people.first not in foreign and not (sums_up and best not in own.get(row.outcome, ()))
        ]


_TOLD_ASIDE = frozenset({"condemn", "condolence", "trend", "protest_over", "accident"})


def _pieces(readers: Readers, reading: Reading, sentence: Sentence) -> list[Piece]:
    words, marks = reading.document.words, reading.marks
    acts = [act for act in marks.acts if sentence.first <= act.first < sentence.last]
    subjects = {m.first: m.last for m in reading.actors if sentence.first <= m.first < sentence.last and not m.weak}
    clauses = readers.clauses.split(words, marks, sentence.first, sentence.last, subjects=subjects)
    listed = enumeration_of(words, marks, acts, sentence.first, sentence.last)
    if listed is not None:
        acts, clauses = listed.acts(acts, sentence.last), listed.clauses(clauses)
    pieces = [
        _piece(readers, reading, sentence, part, earlier, acts)
        for clause in clauses
        for part, earlier in _parts(readers, reading, clause, _within(acts, clause))
    ]
    if pieces:
        carry_subject(pieces, words, marks, reading.actors)
    if reading.recap_sentence == sentence.index:
        for piece in pieces:
            # "قتل 260 مقاتلا، وأصيب 400 خلال أسبوع من الغارات": both are sums.
            many = any((row.people.count.low or 0) >= LEAST_IN_DAYS for row in piece.casualties)
            if many and not piece.dates and all(act.outcome in HARM for act in piece.acts):
                _take_sum(reading, piece)
    return pieces


def _take_sum(reading: Reading, piece: Piece) -> None:
    """Take a toll that adds up many incidents, and what only tells it, from a clause."""
    reading.refusals += [Refusal(act, "total") for act in piece.acts if act.outcome in HARM]
    reading.recaps |= {(row.outcome, row.people.count.best) for row in piece.casualties}
    told = reading.document.words[piece.first : piece.last]
    reading.recaps |= {("killed", int(word)) for word in told if word.isdecimal() and len(word) <= _MOST_DIGITS}
    kept = [(a, v) for a, v in zip(piece.acts, piece.verdicts, strict=True) if a.outcome not in HARM]
    piece.acts, piece.verdicts = [act for act, _ in kept], [verdict for _, verdict in kept]
    piece.casualties = [row for row in piece.casualties if row.outcome not in HARM]
    piece.roles = piece.roles if piece.acts else []


def _within(acts: Sequence[Act], clause: Clause) -> list[Act]:
    return [act for act in acts if clause.first <= act.first < clause.last]


def _parts(
    readers: Readers, reading: Reading, clause: Clause, acts: Sequence[Act]
) -> Iterator[tuple[Clause, Earlier | None]]:
    """Yield a clause as what it tells for itself and the earlier incident that it refers to."""
    words, marks = reading.document.words, reading.marks
    earlier = readers.earlier.find(words, marks, acts, clause.first, clause.last) if acts else None
    if earlier is None:
        yield clause, None
        return
    if clause.first < earlier.first:
        yield Clause(clause.first, earlier.first, clause.joint), None
    yield Clause(earlier.first, earlier.last, "background"), earlier
    if earlier.last < clause.last:
        yield Clause(earlier.last, clause.last, "apart"), None


def _piece(
    readers: Readers,
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    earlier: Earlier | None,
    sentence_acts: Sequence[Act],
) -> Piece:
    words, marks = reading.document.words, reading.marks
    acts: list[Act] = []
    verdicts: list[Verdict] = []
    aside: set[str] = set()
    for act in _within(sentence_acts, clause):
        verdict = judge(words, marks, act, first=sentence.first, last=sentence.last)
        mishap = reading.accident and is_mishap(marks, act, sentence.first, sentence.last)
        if verdict.blocked or mishap or act.sense not in FAMILY:
            reason = verdict.blocked or ("accident" if mishap else "no-incident")
            reading.refusals.append(Refusal(act, reason))
            aside |= {act.sense} if reason in _TOLD_ASIDE and act.sense in FROM_AFAR else set()
        else:
            acts.append(act)
            verdicts.append(verdict)
    mentions = [m for m in reading.actors if clause.first <= m.first < clause.last]
    spans = {mention.first: mention.last for mention in mentions if not mention.weak}
    methods, weapons, things = weapons_of(words, marks, sentence_acts, clause.first, clause.last)
    inside = [c for c in reading.chains if clause.first <= c.first < clause.last]
    dates = [d for d in reading.dates if clause.first <= d.first < clause.last]
    casualties = readers.casualties.read(words, marks, acts, clause.first, clause.last, spans)
    roles = _roles(readers, reading, acts, mentions, clause.first)
    piece = Piece(
        first=clause.first,
        last=clause.last,
        joint=clause.joint,
        sentence=sentence.index,
        zone=sentence.zone,
        acts=acts,
        verdicts=verdicts,
        chains=inside,
        dates=dates,
        casualties=casualties,
        roles=roles,
        methods=methods,
        weapons=weapons,
        things=things,
        objects=objects_of(words, marks, acts, clause.last, mentions=mentions, roles=roles),
        sites=sites_of(words, acts, clause.last),
        earlier=earlier,
        aside=frozenset(aside),
        reported=_has_cue(marks, clause.first, clause.last, {"report", "source"}),
        contrast=is_contrast(words, clause.first),
        widespread=_has_cue(marks, clause.first, clause.last, {"widespread"}),
    )
    named = _within(sentence_acts, clause)
    if clause.joint == "sum":
        piece.dates = []
    if clause.joint == "sum" or _is_recap(readers, reading, sentence, clause, named, inside, dates, casualties):
        _take_sum(reading, piece)
    return piece


def _roles(
    readers: Readers, reading: Reading, acts: Sequence[Act], mentions: Sequence[ActorMention], first: int
) -> list[Role]:
    """Return the parts of names; of a clause without an act only who claims or did what stands before it."""
    if not mentions:
        return []
    roles = readers.roles.roles(reading.document.words, reading.marks, acts, mentions, first)
    return roles if acts else [role for role in roles if role.role in _TOLD_ALONE and role.certainty == _CERTAIN]


def _has_cue(marks: Marks, first: int, last: int, kinds: Collection[str]) -> bool:
    positions = marks.cue_positions
    inside = positions[bisect_left(positions, first) : bisect_left(positions, last)]
    return any(kind in kinds for i in inside for kind, _ in marks.cues[i])


def _is_recap(
    readers: Readers,
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    acts: Sequence[Act],
    chains: Sequence[Chain],
    dates: Sequence[DateMention],
    casualties: Sequence[Casualty],
) -> bool:
    """Whether the toll of a clause is a sum over weeks or part of one; remembers where its parts may follow."""
    words, places = reading.document.words, readers.locations.gazetteer.places
    span = span_of_recap(words, acts, chains, dates, casualties, places, first=clause.first, last=clause.last)
    if span >= cal.WEEK:
        reading.recap_sentence = sentence.index
    if span == cal.MONTH:
        reading.recap_until = sentence.index + BREAKDOWN
    if sentence.zone == "body" and sentence.index > OPENING and is_open_sum(acts, chains, dates, casualties, places):
        return True
    return span > 0 or (sentence.index <= reading.recap_until and is_part(acts, chains, dates, casualties, places))


def _without_recaps(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Take the figures of sums from the clauses that repeat them, such as headlines."""
    sums = {figure for figure in reading.recaps if (figure[1] or 0) >= REPEATED and figure[0] in HARM}
    for piece in (piece for draft in drafts for piece in draft.pieces) if sums else ():
        piece.casualties = [row for row in piece.casualties if (row.outcome, row.people.count.best) not in sums]


def _merge(drafts: list[Draft], draft: Draft) -> None:
    """Add a draft to the one whose incident it tells again, else to the list."""
    best, score = None, 0.0
    for earlier in drafts:
        if earlier.first_piece.zone == "title" or _answers(draft, earlier):
            continue
        gap = draft.first_piece.sentence - earlier.pieces[-1].sentence
        found = same_incident(earlier, draft, gap=min(gap, 8))
        if found >= score and found > 0:
            best, score = earlier, found
    if best is None or score < _MERGE_FROM:
        drafts.append(draft)
        return
    _absorb(best, draft)


def _answers(draft: Draft, other: Draft) -> bool:
    """Whether one of two drafts is what the other answers or comes after: of one sentence, or with nothing shared."""
    if are_parts_of_one_count(draft, other):
        return True
    if (draft.earlier is None) == (other.earlier is None):
        return False
    if draft.first_piece.sentence == other.first_piece.sentence:
        return True
    return not draft.own_date and not surely_same(other, draft)


def _absorb(earlier: Draft, later: Draft) -> None:
    spread = _is_spread(earlier)
    earlier.pieces += later.pieces
    here, there = earlier.location, later.location
    weak = not earlier.own_place or here is None or (earlier.adopted and not later.adopted)
    finer = here is not None and there is not None and not spread and _is_finer_place(there, here)
    beside = here is None or there is None or not here.country or there.country in {here.country, None}
    if later.own_place and there is not None and (weak or finer) and (beside or not earlier.own_place):
        earlier.location, earlier.own_place, earlier.adopted = there, True, later.adopted
    if later.others and not earlier.others and (there is None or earlier.location is there or not later.own_place):
        earlier.others = later.others
    if later.own_date and dates_better(later, earlier):
        earlier.date, earlier.own_date = later.date, True


def _is_spread(draft: Draft) -> bool:
    """Whether the place of a draft is told of many spots in it: "قصف مناطق عدة في القطاع" is not of one town."""
    mention = draft.location.mention if draft.location is not None else None
    if mention is None:
        return False
    return any(piece.widespread and piece.first <= mention.first < piece.last for piece in draft.pieces)


def _is_finer_place(place: Location, than: Location) -> bool:
    """Whether a place is told more exactly: by its precision, or as a quarter of the governorate told before."""
    if place.precision == than.precision == _GOVERNORATE:
        return place.specific and not than.specific and place.admin1_pcode == than.admin1_pcode
    apart = place.admin1_pcode and than.admin1_pcode and place.admin1_pcode != than.admin1_pcode
    return not apart and place.precision < than.precision and than.precision > _NEAR_TOWN
