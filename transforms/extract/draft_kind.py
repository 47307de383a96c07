"""The sub-event type of a draft: which of its clauses are asked, in which order, and who took what was taken.

What the words of a clause carry is `kinds`; what a type may become by other clauses is `open_kinds`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from transforms.extract.acts import Act
from transforms.extract.drafts import Draft, Piece
from transforms.extract.evidence import Evidence
from transforms.extract.families import FAMILY, families
from transforms.extract.fields import Toll
from transforms.extract.kinds import sub_event_type
from transforms.extract.open_kinds import open_kinds
from transforms.extract.parties import ActorUse, target_types
from transforms.text.document import Document

_SHELLING, _AIR = "Shelling/artillery/missile attack", "Air/drone strike"
_OF_GUNS = frozenset({"artillery", "mortar", "cluster", "ied", "mine"})
_JUST_BEFORE = 2
"""Sentences in which an incident is still what "the shelling" means."""
_DEADLY = frozenset({"kill", "die", "attack", "target", "casualty", "injure", "assault"})
_SETTLERS = frozenset({"il-settlers", "il-extremists"})
_FATES = frozenset({"displaced", "missing"})
_SCUFFLES = frozenset({"مواجهه", "مواجهات"})
_SIDES = frozenset({"الجانبين", "الطرفين"})
_OF = frozenset({"من", "صفوف", "لدي", "كلا"})
_MILITIA, _CIVILIANS = 4, 7
_STATE_MILITIAS = frozenset({"SY", "IQ", "YE", "IR", "TR"})
"""Where the registry's militias fight on the government's side, so that what they take the government regains."""


def kind_of(draft: Draft, uses: Sequence[ActorUse], totals: Mapping[str, Toll], document: Document) -> str | None:
    """Return the sub-event type of a draft: of the clause that names the act, and of the others where it is open."""
    lone = not document.title and sum(sentence.zone == "body" for sentence in document.sentences) == 1
    told: str | None = None
    open_to: frozenset[str] | None = None
    for pieces in _from_the_act_outwards(draft):
        evidence = replace(_evidence(draft, pieces, uses, totals, document.words), lone=lone)
        kind = sub_event_type(evidence)
        if kind is None or (
            open_to is not None and (kind not in open_to or _is_of_others(kind, evidence, pieces, draft))
        ):
            continue
        told, open_to = kind, open_kinds(kind, evidence)
    return told


def as_told_before(kind: str | None, draft: Draft, told: list[tuple[Draft, str]]) -> str | None:
    """Return the kind of a draft that goes back to air raids told just before as "the shelling" ("القصف").

    `told` holds the drafts before and their kinds, and takes this one.
    """
    acts = [act for act in draft.acts if act.sense == "shell"]
    methods = {method.rstrip("?") for piece in draft.pieces for method in piece.methods}
    if kind == _SHELLING and acts and all(act.definite for act in acts) and not methods & _OF_GUNS:
        here = draft.first_piece.sentence
        near = [known for other, known in told if 0 <= here - other.pieces[-1].sentence <= _JUST_BEFORE]
        bombing = [known for known in near if known in {_SHELLING, _AIR}]
        kind = _AIR if bombing and bombing[-1] == _AIR else kind
    if kind is not None:
        told.append((draft, kind))
    return kind


def _is_of_others(kind: str, evidence: Evidence, pieces: Sequence[Piece], draft: Draft) -> bool:
    """Whether a kind read in wider clauses is another incident's: fighters' aircraft, ground taken sentences later."""
    if kind == "Air/drone strike" and "drone" not in evidence.methods:
        return bool(evidence.initiator_types) and evidence.initiator_types <= {2, 3, 4}
    own = draft.main_act.sense
    if kind == "Arrests" and evidence.killed and own == "operation":
        return True  # "العملية مستمرة ... وأعلن عن قتل 140 واعتقال 600": those taken in the fighting
    return kind.endswith("territory") and own in _DEADLY and len({piece.sentence for piece in pieces}) > 1


def _from_the_act_outwards(draft: Draft) -> Iterator[list[Piece]]:
    """Yield the clause of the main act, the clauses of its sentence, those of each other sentence, and all of them."""
    own = next(piece for piece in draft.pieces if _main_act(draft) in piece.acts)
    yield [own]
    sentences: dict[int, list[Piece]] = {}
    for piece in draft.pieces:
        sentences.setdefault(piece.sentence, []).append(piece)
    beside = sentences.pop(own.sentence)
    if len(beside) > 1:
        yield beside
    for pieces in sentences.values():
        if any(piece.acts for piece in pieces):
            yield pieces
    if sentences:
        yield draft.pieces


def _main_act(draft: Draft) -> Act:
    """Return the act that decides: that of the dead where people are arrested beside it ("قتل شاب واعتقل آخران")."""
    main = draft.main_act
    if FAMILY.get(main.sense) == "arrest":
        dead = {row.first for row in draft.casualties if row.outcome == "killed" and not row.subset}
        return next((act for act in draft.acts if act.first in dead and act.first < main.first), main)
    return main


def _evidence(
    draft: Draft, pieces: Sequence[Piece], uses: Sequence[ActorUse], totals: Mapping[str, Toll], words: Sequence[str]
) -> Evidence:
    initiators = frozenset(use.acled_type for use in uses if use.role == "initiator")
    acts = [act for piece in pieces for act in piece.acts]
    fighting = [act.lemma for act in acts if act.sense == "clash"]
    authors = [use for use in uses if use.role == "initiator"]
    senses = frozenset(act.sense for act in acts)
    if families(senses) <= {"harm"}:
        senses = senses.union(*(piece.aside for piece in pieces))
    return Evidence(
        senses=senses,
        methods=_methods(pieces, senses, authors),
        initiator_types=initiators,
        target_types=_hit(draft, uses),
        state_taker=_state_taker(draft, uses),
        killed=bool(totals.get("killed") and totals["killed"].low),
        injured=bool(totals.get("injured") and totals["injured"].low),
        weapons_target=any(piece.weapons or piece.things for piece in pieces),
        things=frozenset(code for piece in pieces for code in piece.things),
        detained="detained" in totals,
        first=next((act.sense for act in acts if act.sense not in _FATES), acts[0].sense),
        by_air=any(
            use.actor is not None and (use.actor.kind == "coalition" or "air-force" in use.actor.actor_id)
            for use in uses
            if use.role == "initiator"
        ),
        known=acts[0].definite,
        settlers=bool(authors or senses <= {"raid"}) and all(_are_settlers(use) for use in authors or uses),
        hurt_types=frozenset(
            row.people.acled_type
            for row in draft.casualties
            if row.outcome in {"killed", "injured"} and not row.subset and row.people.acled_type is not None
        ),
        scuffle=bool(fighting) and all(lemma in _SCUFFLES for lemma in fighting),
        both_sides=any(_tells_sides(words, piece) for piece in pieces),
    )


def _hit(draft: Draft, uses: Sequence[ActorUse]) -> frozenset[int]:
    """Return the ACLED types of who was hit; settlers, who carry no arms as a group, count as civilians."""
    types = target_types(draft, uses)
    named = any(_are_settlers(use) for use in uses if use.role == "target")
    if _MILITIA in types and (named or any(row.people.group == "settlers" for row in draft.casualties)):
        types = types - {_MILITIA} | {_CIVILIANS}
    return frozenset(types)


def _methods(pieces: Sequence[Piece], senses: frozenset[str], authors: Sequence[ActorUse]) -> frozenset[str]:
    """Return with what an act was done; tanks that a group without an army "targets" or "destroys" are its enemy's."""
    found = {method for piece in pieces for method in piece.methods}
    groups = bool(authors) and all(use.acled_type in {2, 3} for use in authors)
    if groups and senses & {"target", "destroy", "detonate"} and not senses & {"shell"}:
        found.discard("artillery?")
    return frozenset(method.rstrip("?") for method in found)


def _tells_sides(words: Sequence[str], piece: Piece) -> bool:
    """Whether a clause tells the dead of both sides: "قتل ثمانية من الجانبين"."""
    if not piece.casualties:
        return False
    return any(words[i] in _SIDES and words[i - 1] in _OF for i in range(piece.first + 1, piece.last))


def _are_settlers(use: ActorUse) -> bool:
    return use.actor is not None and use.actor.actor_id in _SETTLERS


def _state_taker(draft: Draft, uses: Sequence[ActorUse]) -> bool | None:
    """Whether the side that took ground is a state's (1 or 8), None when nobody is named."""
    takers = [use for use in uses if use.role == "initiator"]
    if "fall" in draft.senses and not takers:
        takers = [use for use in uses if use.role == "target"]
    if not takers:
        return None
    hit = {use.acled_type for use in uses if use.role == "target"}
    types = {use.acled_type for use in takers}
    beside_state = any(
        use.actor is not None and use.actor.kind == "political_militia" and use.actor.country in _STATE_MILITIAS
        for use in takers
    )
    return bool(types & {1, 8}) or (3 in types and 2 not in types and (2 in hit or (beside_state and not hit & {1, 8})))
