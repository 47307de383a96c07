"""Who did it and to whom: the actors of one incident from the parts that its clauses give to names and people.

Parts of names in a clause are `roles`; which id a name means is the registry's business.
"""

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from transforms.extract.actors import LOOSE, ActorMention
from transforms.extract.drafts import Draft, Piece
from transforms.extract.people import People
from transforms.extract.sides import Role
from transforms.lexicon.actors import Actor, ActorRegistry

_UNKNOWN = frozenset({"unknown_armed"})
_MEANS_ONLY = frozenset({"انتحاري", "انتحاريان", "انتحاريين", "انتحاريون", "انتحاريه", "مهاجم انتحاري", "ارهابي"})
"""A bomber tells how, not whose attack it was: "فجر انتحاري نفسه", "التفجير الإرهابي"."""
_UNTOLD = frozenset({"unidentified-aircraft"})
"""What says no more than the weapon does (codebook: no stated attacker, no initiator)."""
_BOTH = 2
_MOURNS = frozenset({"نعي", "زف"})
_HURT = frozenset({"killed", "injured"})
_MEMBERS = frozenset({"officials", "commanders", "unspecified", "suspects", "militants"})
"""Groups whose people belong to the side named with them ("وزير النفط لدى التنظيم")."""


@dataclass(frozen=True, slots=True)
class ActorUse:
    """An actor with its part in one incident and the tokens that name it (first = last for one that groups imply)."""

    role: str
    actor: Actor | None
    acled_type: int
    first: int
    last: int
    dual: bool = False
    """Whether the name is of two sides: "اشتباكات بين عشيرتين"."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an article names around its incidents: the countries it speaks of most, and its actor names in order."""

    countries: Sequence[str]
    mentions: Sequence[ActorMention]
    told: Collection[str] = ()
    """Every country that the article speaks of."""

    def before(
        self, registry: ActorRegistry, position: int, country: str | None, when: dt.date | None
    ) -> list[tuple[str, str]]:
        """Return (alias, id) of the names before a token, nearest first."""
        found: list[tuple[str, str]] = []
        for mention in reversed(self.mentions):
            if mention.first < position and not mention.weak and not mention.country:
                actor = registry.resolve(mention.alias, country=country, when=when)
                if actor is not None and actor.kind not in _UNKNOWN:
                    found.append((mention.alias, actor.actor_id))
        return found

    def names(self, registry: ActorRegistry, country: str) -> bool:
        """Whether the article names a force or the people of a country: its army, "إسرائيلي", "الاحتلال"."""
        if country in self.told:
            return True
        for mention in self.mentions:
            senses = registry.aliases.get(mention.alias, ())
            if any(sense.actor_id.startswith(f"{country.lower()}-") for sense in senses):
                return True
        return False


_YEMENI = "YE"
"""A nationality that names the Houthis where missiles come from Yemen: "الصاروخ اليمني"."""
YEMENS_RANGE = frozenset({"SA", "IL", "AE"})


def actor_uses(
    draft: Draft,
    registry: ActorRegistry,
    country: str | None,
    when: dt.date | None,
    known: Sequence[tuple[str, str]],
    spoken: Spoken,
) -> list[ActorUse]:
    """Return initiators, targets, supporters and claimants.

    `known` lists (alias, id) of incidents told earlier, nearest first; `spoken` is what the article names around them.
    """
    uses: list[ActorUse] = []
    seen: set[tuple[str, str]] = set()
    mentioned = list(known)
    for piece in sorted(draft.pieces, key=lambda piece: piece.zone == "title"):
        settled = {use.role for use in uses} if piece.zone == "title" else set()
        for role in piece.roles:
            actor = _meant(registry, role, mentioned, country, when, spoken)
            if actor is None:
                continue
            mention = role.mention
            if not mention.country:
                mentioned.insert(0, (mention.alias, actor.actor_id))
            part = _subject_part(piece, mention.first) if role.role == "subject" else role.role
            if (actor.actor_id, part) in seen or part in settled or not _may_be(actor, part, uses):
                continue
            seen.add((actor.actor_id, part))
            acled = registry.acled_type(actor.actor_id, country)
            dual = mention.alias.endswith(("تين", "تان"))
            uses.append(ActorUse(part, actor, acled, mention.first, mention.last, dual))
    return _sides(draft, _repelled(draft, _authors_by_claim(_without_generic(uses))))


def _repelled(draft: Draft, uses: list[ActorUse]) -> list[ActorUse]:
    """Return the uses with who repelled the attack that an earlier clause tells as hit: "لكن القوات صدت الهجوم"."""
    spans = [(piece.first, piece.last) for piece in draft.pieces if piece.senses == {"repel"}]
    spans += [(piece.first, piece.last) for piece in draft.pieces if piece.senses == {"repel", "attack"}]
    inside = [use for use in uses if use.role == "initiator" and any(a <= use.first < b for a, b in spans)]
    others = [use for use in uses if use.role == "initiator" and use not in inside]
    if not inside or not others:
        return uses
    return [dataclasses.replace(use, role="target") if use in inside else use for use in uses]


def _meant(
    registry: ActorRegistry,
    role: Role,
    mentioned: Sequence[tuple[str, str]],
    country: str | None,
    when: dt.date | None,
    spoken: Spoken,
) -> Actor | None:
    """Return the actor that a mention means here: by its words, by earlier names, by the article's countries."""
    alias = role.mention.alias
    if role.mention.weak and alias == _YEMENI and country in YEMENS_RANGE:
        return registry.actors["houthi"] if role.role else None
    if role.mention.weak:
        return _state_of(registry, alias, when) if role.role else None
    if alias.removeprefix("ال") in _MEANS_ONLY and role.role in {"initiator", "target"}:
        return None
    actor = registry.resolve(alias, country=country, when=when) or _elsewhere(registry, alias, spoken.countries, when)
    if alias in registry.anaphors and role.role:
        before = spoken.before(registry, role.mention.first, country, when) if alias in LOOSE else []
        earlier = [pair for pair in (*mentioned, *before) if not pair[1].endswith("-government")]
        settled = actor is not None and (country or "") in registry.anaphors[alias].fallback
        actor = actor if settled else registry.resolve_anaphor(alias, earlier, country=country) or actor
    named_before = actor is not None and any(known_id == actor.actor_id for _, known_id in mentioned)
    return None if registry.ambiguous.get(alias) == "mention" and not named_before else actor


def _may_be(actor: Actor, part: str, uses: Sequence[ActorUse]) -> bool:
    if part not in {"initiator", "target", "support", "claimant"}:
        return False
    if part == "initiator" and (actor.kind == "civilian" or actor.actor_id in _UNTOLD):
        return False
    other = {"target": "initiator", "initiator": "target"}.get(part)
    return other is None or not any(use.actor is actor and use.role == other for use in uses)


def _without_generic(uses: list[ActorUse]) -> list[ActorUse]:
    """Return the uses without the gunmen that a name behind them explains: "مسلحون من تنظيم داعش"."""
    named = {use.first: use.role for use in uses if use.actor is not None and use.actor.kind not in _UNKNOWN}

    def explained(use: ActorUse) -> bool:
        unknown = use.actor is not None and use.actor.kind in _UNKNOWN
        return unknown and any(named.get(use.last + gap) == use.role for gap in (0, 1, 2, 3))

    return [use for use in uses if not explained(use)]


def _authors_by_claim(uses: list[ActorUse]) -> list[ActorUse]:
    """Return the uses with the claimant as author where no other is named: who claims an attack says that he did it."""
    known = any(use.role == "initiator" and use.actor is not None and use.actor.kind not in _UNKNOWN for use in uses)
    claims = [use for use in uses if use.role == "claimant"]
    return [*uses, *(dataclasses.replace(use, role="initiator") for use in claims)] if claims and not known else uses


def _sides(draft: Draft, uses: list[ActorUse]) -> list[ActorUse]:
    """Return the uses of a clash with a side for each: of two that only met, the one whose dead are told was hit."""
    pair = next((use for use in uses if use.role == "initiator" and use.dual), None)
    if pair is not None and draft.senses & {"clash", "fight"} and len(uses) == 1:
        return [*uses, dataclasses.replace(pair, role="target")]
    met = [use for use in uses if use.role == "initiator"]
    targets = [use for use in uses if use.role == "target"]
    if draft.main_act.sense in {"clash", "fight"} and not targets and len(met) == _BOTH and _are_foes(*met):
        return [dataclasses.replace(use, role="target") if use is met[1] else use for use in uses]
    told = draft.senses & {"clash", "fight"} and not draft.senses & {"take", "retake", "expel"}
    if not told or any(use.role == "initiator" for use in uses) or len(targets) != _BOTH:
        return uses
    first, last = sorted(targets, key=lambda use: use.first)
    hit = any(row.people.first <= first.first <= row.last + 3 and row.outcome in _HURT for row in draft.casualties)
    mourned = any(act.lemma in _MOURNS and act.last <= first.first <= act.last + 2 for act in draft.acts)
    author = last if hit or mourned else first
    return [dataclasses.replace(use, role="initiator") if use is author else use for use in uses]


def _are_foes(one: ActorUse, other: ActorUse) -> bool:
    """Whether two who met are an army and rebels: "اشتبك الجيش والحوثيون"."""
    pair = {one.acled_type, other.acled_type}
    return bool(pair & {1, 8}) and 2 in pair


_STATE = 1
_OCCUPIED = "PS"
"""Where soldiers without a nationality are Israel's; its own side has policemen and fighters."""
_RIOTERS = 5
_CROWDS = {5: "rioters", 6: "protesters", 7: "civilians"}
_CROWD_OF = {"Peaceful protest": 6, "Protest with intervention": 6, "Violent demonstration": 5, "Mob violence": 5}
_BRANCH = {"soldiers": "army", "police": "police", "security_forces": "police", "commanders": "army"}


def implied_targets(
    draft: Draft,
    uses: Sequence[ActorUse],
    targets: set[int],
    registry: ActorRegistry,
    country: str | None,
    when: dt.date | None,
) -> list[ActorUse]:
    """Return targets that only the people hit tell: soldiers their army, fighters no one by name, others civilians."""
    found: list[ActorUse] = []
    have = {use.acled_type for use in uses if use.role == "target"}
    harmed = [row.people for row in draft.casualties if row.people.count.low]
    for people in harmed:
        kind = people.acled_type
        if kind is None or kind in have or kind not in targets:
            continue
        if kind == 1 and 8 in have and people.group in _BRANCH:
            continue
        have.add(kind)
        actor = _implied(people, kind, registry, country, when)
        code = registry.acled_type(actor.actor_id, country) if actor is not None else kind
        if actor is not None and any(use.actor is actor and _names(use, people.first) for use in uses):
            continue
        found.append(ActorUse("target", actor, code, people.first, people.last))
    for kind in sorted(targets - have):
        have.add(kind)
        found.append(ActorUse("target", registry.actors.get(_CROWDS.get(kind, "")), kind, 0, 0))
    if harmed and not have:
        found.append(ActorUse("target", registry.actors.get("civilians"), 7, harmed[0].first, harmed[0].last))
    return found


def _implied(
    people: People, kind: int, registry: ActorRegistry, country: str | None, when: dt.date | None
) -> Actor | None:
    """Return whose people those hit are: the state's by branch, the crowd by type, None for fighters without a name."""
    branch = _BRANCH.get(people.group) if kind == _STATE else None
    if branch == "army" and country == _OCCUPIED:
        return registry.actors["il-army"]
    return registry.state_actor(country, branch, when) if branch else registry.actors.get(_CROWDS.get(kind, ""))


def _names(use: ActorUse, first: int) -> bool:
    """Whether a use is of a target, or of the very words that tell the people at token `first`."""
    return use.role == "target" or use.first <= first < use.last


def with_crowd(kind: str, uses: Sequence[ActorUse], registry: ActorRegistry) -> list[ActorUse]:
    """Return the uses with who protests or riots: "تظاهر المئات" is of protesters, who riots is a rioter."""
    crowd = _CROWD_OF.get(kind)
    if crowd is None:
        return list(uses)
    actor = registry.actors[_CROWDS[crowd]]
    named = [
        dataclasses.replace(use, actor=actor, acled_type=crowd)
        if crowd == _RIOTERS and use.role == "initiator" and use.actor is registry.actors["protesters"]
        else use
        for use in uses
    ]
    if any(use.role == "initiator" or use.acled_type in {5, 6} for use in uses):
        return named
    return [*named, ActorUse("initiator", actor, crowd, 0, 0)]


def _elsewhere(registry: ActorRegistry, alias: str, countries: Sequence[str], when: dt.date | None) -> Actor | None:
    for country in countries:
        actor = registry.resolve(alias, country=country, when=when)
        if actor is None and alias in registry.anaphors:
            actor = registry.resolve_anaphor(alias, (), country=country)
        if actor is not None and actor.kind != "unknown_armed":
            return actor
    return None


def _state_of(registry: ActorRegistry, alias: str, when: dt.date | None) -> Actor | None:
    return registry.state_actor(alias, "army", when)


_DONE_TO_CIVILIANS = frozenset(
    {"kill", "assassinate", "execute", "massacre", "stab", "ram", "abduct", "torture", "assault", "rape", "hostage"}
)
_ON_CIVILIANS = frozenset({"Attack", "Abduction/forced disappearance", "Sexual violence"})


def civilians_by_kind(kind: str, draft: Draft, targets: Collection[int]) -> set[int]:
    """Return civilians where a kind that is violence against civilians tells nobody who was hit (codebook)."""
    done = bool(draft.senses & _DONE_TO_CIVILIANS)
    return {7} if kind in _ON_CIVILIANS and done and not targets else set()


def _subject_part(piece: Piece, position: int) -> str:
    """After "قتل" an armed name is the killer when somebody is counted behind it, else the killed."""
    behind = any(row.people.first > position for row in piece.casualties if row.outcome == "killed")
    return "initiator" if behind else "target"


def target_types(draft: Draft, uses: Iterable[ActorUse]) -> set[int]:
    """Return the ACLED types of those who were hit: named targets and the groups of the dead and wounded."""
    types = {use.acled_type for use in uses if use.role == "target"}
    if not types and not any(row.people.acled_type for row in draft.casualties):
        types |= {kind for piece in draft.pieces for kind in piece.objects}
    armed = bool(types & {1, 2, 3, 8})
    named = set(types)
    harmed = [row for row in draft.casualties if row.outcome in {"killed", "injured", "abducted", "detained"}]
    for row in harmed:
        if row.people.acled_type == 7 and armed and row.people.group in _MEMBERS:
            continue
        if row.people.acled_type == 1 and 8 in types and 1 not in named:
            continue
        if row.people.acled_type is not None:
            types.add(row.people.acled_type)
    return types
