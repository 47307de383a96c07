"""Sides that the sentence leaves to its context: told just before, referred to by a definite noun, or by who is at war.

Sides that a sentence names are `parties`; a verb that goes on without its subject is `carried`.
"""

import dataclasses
from collections.abc import Sequence

from transforms.extract.drafts import Draft
from transforms.extract.parties import YEMENS_RANGE, ActorUse, Spoken
from transforms.lexicon.actors import ActorRegistry

_THEY_DID = frozenset({"قاموا", "شنوه", "شنوها", "نفذوه", "نفذوها"})
_STRUCK = frozenset({"shell", "air", "drone", "strike_hit"})
_STOPPED = frozenset({"intercept", "shootdown"})
_FROM_AFAR = _STRUCK | _STOPPED
_FIRED = frozenset({"artillery", "rocket", "mortar"})
_FLOWN = frozenset({"air", "drone"})
_AIRCRAFT = frozenset({"الطيران", "الطايرات", "الطاءرات", "المقاتلات", "المروحيات"})
"""Aircraft that were told before: "واستهدف الطيران مواقع أخرى"."""
_YEMEN = frozenset({"اليمن", "اليمنيه", "اليمني"})
_GAZA = frozenset({"غزه"})
_LEBANON = frozenset({"لبنان", "اللبنانيه"})
_ISRAELS_RANGE = frozenset({"PS", "LB"})
_ISRAEL = "IL"
_PALESTINE = "PS"
_MARTYRS = frozenset({"استشهد", "شهيد", "مجزره"})
"""Words for the dead of Gaza and the West Bank, who fell to Israel's forces where no other author is told."""
_DEADLY = frozenset(
    {"Attack", "Armed clash", "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"}
)
_FIGHTS = frozenset({"clash", "fight"})
_FOUGHT = frozenset({"clash", "territory"})
_VIOLENT = frozenset({"strike", "clash", "attack", "territory"})
_BRANCHES = frozenset({"state_forces", "police", "government"})
_ARMED = frozenset({1, 2, 3, 4, 8})
_THESE = frozenset({"هذه", "هذا", "تلك", "ذلك"})
_BOTH_SIDES = frozenset({"الطرفين", "الطرفان", "الجانبين", "الجانبان"})
_NEAR = 3
_NEXT = 2
_TWO = 2
Told = Sequence[tuple[Draft, list[ActorUse]]]


def inherited_author(draft: Draft, uses: Sequence[ActorUse], authors: Told, words: Sequence[str]) -> list[ActorUse]:
    """Return the author of the strikes told just before, for a strike of the same country that names none."""
    if any(use.role == "initiator" for use in uses) or "strike" not in draft.families:
        return []
    flown = any(not _AIRCRAFT.isdisjoint(words[piece.first : piece.last]) for piece in draft.pieces)
    for earlier, earlier_uses in reversed(authors):
        found = _initiators(earlier_uses)
        near = draft.first_piece.sentence - earlier.pieces[-1].sentence <= _NEAR
        if not found or not near or not earlier.families & {"strike", "attack"} or not _same_country(draft, earlier):
            continue
        hit = {use.actor for use in uses if use.role == "target"}
        if found[0].actor is not None and found[0].actor.kind == "police" and draft.senses & _FLOWN:
            return []
        if found[0].acled_type not in {1, 8} and ("air" in draft.senses or flown):
            return []
        if len(found) == 1 and found[0].actor not in hit and (flown or draft.senses & _STRUCK):
            return [_implied(found[0])]
        return []
    return []


def referred_sides(draft: Draft, uses: Sequence[ActorUse], authors: Told, words: Sequence[str]) -> list[ActorUse]:
    """Return the sides of the incident before that a definite noun takes up: "هذه الغارات", "المعارك بين الطرفين".

    Fighting that names nobody is of the sides who fought for the same governorate just before it.
    """
    roles = {use.role for use in uses}
    if {"initiator", "target"} <= roles or not draft.families & _VIOLENT:
        return []
    these = _takes_up(draft, words)
    fights = bool(draft.senses & _FIGHTS) and not roles & {"initiator", "target"}
    if not (these or fights or draft.main_act.definite):
        return []
    for earlier, earlier_uses in reversed(authors):
        apart = draft.first_piece.sentence - earlier.pieces[-1].sentence
        if not 0 <= apart <= (_NEAR if fights else _NEXT) or not _same_country(draft, earlier):
            continue
        by, on = _initiators(earlier_uses), _armed_targets(earlier_uses)
        if len(by) > (_TWO if these else 1):
            return []
        if (these or (fights and earlier.families & _FOUGHT and _beside(draft, earlier))) and by and on:
            hurt = any(row.people.acled_type for row in draft.casualties)
            return _both(uses, by, [] if hurt or draft.senses & {"die"} else on)
        if draft.families & earlier.families & _VIOLENT and by and _beside(draft, earlier) and draft.main_act.definite:
            return _both(uses, by, [])
    return []


def _takes_up(draft: Draft, words: Sequence[str]) -> bool:
    """Whether "these" stands before the act, or "both sides" behind it."""
    act = draft.main_act
    piece = draft.first_piece
    return words[act.first - 1] in _THESE or not _BOTH_SIDES.isdisjoint(words[piece.first : piece.last])


def _both(uses: Sequence[ActorUse], by: Sequence[ActorUse], on: Sequence[ActorUse]) -> list[ActorUse]:
    """Return the sides that are missing among the uses, if none of them would stand on both."""
    roles = {use.role for use in uses}
    known = {use.actor for use in uses}
    states = {_state(use) for use in uses} - {""}
    if any(use.actor in known for use in (*by, *on)) or any(_state(use) in states for use in by):
        return []
    missing = [*(by if "initiator" not in roles else ()), *(on if "target" not in roles else ())]
    return [_implied(use) for use in missing]


def _state(use: ActorUse) -> str:
    """Return the country whose branch an actor is, '' where he is none: "il-air-force"."""
    actor = use.actor
    return actor.country or "" if actor is not None and actor.kind in _BRANCHES else ""


def _beside(draft: Draft, earlier: Draft) -> bool:
    """Whether a draft lies in the governorate of an earlier one, or names no place of its own."""
    here, there = draft.location, earlier.location
    if not draft.own_place or here is None or there is None:
        return True
    return here.admin1_pcode is not None and here.admin1_pcode == there.admin1_pcode


def _initiators(uses: Sequence[ActorUse]) -> list[ActorUse]:
    return [use for use in uses if use.role == "initiator" and use.actor is not None]


def _armed_targets(uses: Sequence[ActorUse]) -> list[ActorUse]:
    return [use for use in uses if use.role == "target" and use.actor is not None and use.acled_type in _ARMED]


def _implied(use: ActorUse) -> ActorUse:
    """Return a use that no words of this incident name."""
    return dataclasses.replace(use, first=0, last=0)


def author_from_context(
    draft: Draft,
    uses: Sequence[ActorUse],
    words: Sequence[str],
    spoken: Spoken,
    registry: ActorRegistry,
    country: str | None,
) -> list[ActorUse]:
    """Return the author that only the context tells, [] where the sentence names one or the context is open.

    Missiles from Yemen are the Houthis' and those from Gaza its factions' (no other side there fires abroad); air
    strikes and shells on Gaza, the West Bank and Lebanon are Israel's where the article speaks of Israel; who died in
    an attack "that they carried out" are its authors.
    """
    if any(use.role in {"initiator", "claimant"} for use in uses):
        return []
    spans = [words[piece.first : piece.last] for piece in draft.pieces]
    if any(_THEY_DID.intersection(span) for span in spans):
        return [dataclasses.replace(use, role="initiator") for use in uses if use.role == "target" and use.actor][:1]
    afar = bool(draft.senses & _FROM_AFAR)
    fired = afar or any(piece.methods & _FIRED for piece in draft.pieces)
    author = None
    if fired and country in YEMENS_RANGE and any(_comes_from(_YEMEN, span) for span in spans):
        author = "houthi"
    elif fired and country == _ISRAEL and any(_comes_from(_GAZA, span) for span in spans):
        author = "ps-factions"
    elif afar and country in _ISRAELS_RANGE and not _hits_soldiers(draft) and spoken.names(registry, _ISRAEL):
        author = "il-army"
    return _of(author, "initiator", uses, registry, country)


def mourned_author(
    kind: str, draft: Draft, uses: Sequence[ActorUse], spoken: Spoken, registry: ActorRegistry, country: str | None
) -> list[ActorUse]:
    """Return Israel's army for the martyrs and massacres of Gaza and the West Bank whose author nobody tells.

    Only where the article speaks of Israel; what the dead are called says no more of whether it happened than before.
    """
    told = any(use.role in {"initiator", "claimant"} for use in uses)
    if told or country != _PALESTINE or kind not in _DEADLY or _hits_soldiers(draft):
        return []
    if not any(act.lemma in _MARTYRS for act in draft.acts) or not spoken.names(registry, _ISRAEL):
        return []
    return _of("il-army", "initiator", uses, registry, country)


def launcher_from_context(
    draft: Draft,
    uses: Sequence[ActorUse],
    authors: Told,
    words: Sequence[str],
    registry: ActorRegistry,
    country: str | None,
) -> list[ActorUse]:
    """Return who launched what was shot down, from the ground that it came from or the strike told just before."""
    if not draft.senses & _STOPPED or any(use.role == "target" for use in uses):
        return []
    if any(row.people.count.low for row in draft.casualties):
        return []  # it hit somebody as well: the attack is the incident
    spans = [words[piece.first : piece.last] for piece in draft.pieces]
    if country in YEMENS_RANGE and any(_comes_from(_YEMEN, span) for span in spans):
        return _of("houthi", "target", uses, registry, country)
    if country == _ISRAEL and any(_comes_from(_LEBANON, span) for span in spans):
        return _of("hizbullah", "target", uses, registry, country)
    for earlier, earlier_uses in reversed(authors):
        found = _initiators(earlier_uses)
        near = 0 <= draft.first_piece.sentence - earlier.pieces[-1].sentence <= 1
        if near and len(found) == 1 and "strike" in earlier.families and _same_country(draft, earlier):
            return _both(
                [use for use in uses if use.role == "initiator"], [], [dataclasses.replace(found[0], role="target")]
            )
    return []


def _of(
    author: str | None, role: str, uses: Sequence[ActorUse], registry: ActorRegistry, country: str | None
) -> list[ActorUse]:
    actor = registry.actors.get(author) if author else None
    if actor is None or any(use.actor is actor for use in uses):
        return []
    return [ActorUse(role, actor, registry.acled_type(actor.actor_id, country), 0, 0)]


def _hits_soldiers(draft: Draft) -> bool:
    return any(row.people.group == "soldiers" for row in draft.casualties)


def _comes_from(ground: frozenset[str], span: Sequence[str]) -> bool:
    return any(word == "من" and any(other in ground for other in span[i + 1 : i + 4]) for i, word in enumerate(span))


def _same_country(a: Draft, b: Draft) -> bool:
    return a.location is not None and b.location is not None and a.location.country == b.location.country
