"""The actor registry: who is named by which words where and when, and the ACLED type that a country gives an actor.

Roles and mentions in a sentence belong to extract/actors; composing state forces is `actor_states`.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from transforms.contracts.errors import MarsadError
from transforms.lexicon import actor_states
from transforms.lexicon.actor_states import BranchHolder
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_PACKAGE = "transforms.lexicon"
_STATE_KINDS = frozenset({"state_forces", "police", "intelligence"})
_FOREIGN_TYPE = 8
_EVERYWHERE = "*"
_NON_WORD = re.compile(r"[^\w\s]+")
_BRANCH_TEMPLATE = "{cc}-"


class ActorTableError(MarsadError):
    """A row of an actor table points at an actor that does not exist."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor; `type` is its ACLED interaction code at home, `country` its home ('' = none), dates ISO ('' = open)."""

    actor_id: str
    name_ar: str
    name_en: str
    kind: str
    country: str
    type: int
    valid_from: str
    valid_to: str
    parent_id: str
    notes: str


@dataclass(frozen=True, slots=True)
class AliasSense:
    """One meaning of an alias: the actor, and the countries ('' = any) and ISO dates in which it is meant.

    kind: name, short, epithet, composed (noun and nationality), country (bare country name: an actor only as agent),
    generic (unnamed: "مسلحون مجهولون"; its `actor_id` may be a template such as `{cc}-police`).
    """

    actor_id: str
    countries: frozenset[str]
    valid_from: str
    valid_to: str
    partisan: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A definite short form ("التنظيم") and what an earlier mention must look like to be its antecedent."""

    form: str
    anaphor_kind: str
    heads: tuple[str, ...]
    kinds: frozenset[str]
    fallback: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ActorRegistry:
    """All actors, aliases and rules, compiled once; lookups take text already folded by `alias_key`."""

    actors: Mapping[str, Actor]
    aliases: Mapping[str, tuple[AliasSense, ...]]
    anaphors: Mapping[str, Anaphor]
    not_actors: Mapping[str, str]
    unit_words: Mapping[str, str]
    type_rules: Mapping[tuple[str, str], int]
    branches: Mapping[tuple[str, str], tuple[BranchHolder, ...]]

    def actor(self, actor_id: str) -> Actor:
        """Return the actor; KeyError when the id is unknown."""
        return self.actors[actor_id]

    def resolve(self, alias_norm: str, *, country: str | None, when: date | None) -> Actor | None:
        """Return the actor that the alias names in `country` at `when`, None when it names none or several.

        A sense bound to the country beats a sense that holds anywhere; dates decide between owners of the same words
        and are dropped when no sense holds on that day (background reports speak of what has ended).
        """
        senses = self.aliases.get(alias_norm, ())
        for tier in _tiers(senses, country):
            found = self._single(tier, country, when)
            if found is not None:
                return found
        return None

    def _single(self, senses: Sequence[AliasSense], country: str | None, when: date | None) -> Actor | None:
        current = [sense for sense in senses if _holds(sense.valid_from, sense.valid_to, when)]
        ids = {self._instantiate(sense.actor_id, country, when) for sense in current or senses}
        return self.actors.get(ids.pop()) if len(ids) == 1 else None

    def _instantiate(self, template: str, country: str | None, when: date | None) -> str:
        if not template.startswith(_BRANCH_TEMPLATE):
            return template
        branch = template.removeprefix(_BRANCH_TEMPLATE)
        return self.state_actor(country, branch, when).actor_id

    def state_actor(self, country: str | None, branch: str, when: date | None = None) -> Actor:
        """Return the actor of a state's branch (army, air, navy, police, intelligence, border, government).

        Without a known country it is the placeholder `unspecified-<branch>`.
        """
        holders = self.branches.get((country or "", branch), ())
        for holder in holders:
            if _holds(holder.valid_from, holder.valid_to, when):
                return self.actors[holder.actor_id]
        return self.actors[holders[-1].actor_id if holders else f"unspecified-{branch}"]

    def acled_type(self, actor_id: str, country: str | None) -> int:
        """Return the ACLED interaction code 1..8 of the actor in an incident that happens in `country`.

        Rules by actor and country come first (actor_types.tsv), then kind: state forces are 1 at home and 8 abroad,
        coalitions, UN and private forces 8, every other group keeps its own code.
        """
        actor = self.actors[actor_id]
        for place in (country or actor.country, _EVERYWHERE):
            rule = self.type_rules.get((actor_id, place))
            if rule is not None and not (place == _EVERYWHERE and country in (None, actor.country)):
                return rule
        if actor.kind in _STATE_KINDS and country and actor.country and country != actor.country:
            return _FOREIGN_TYPE
        return actor.type

    def resolve_anaphor(
        self,
        form_norm: str,
        mentioned: Sequence[tuple[str, str]],
        *,
        country: str | None,
    ) -> Actor | None:
        """Return what a short definite form points back to, None when nothing fits.

        `mentioned` holds (alias_norm, actor_id) of earlier mentions, nearest first. The nearest mention whose wording
        opens with a head of the form wins ("تنظيم داعش" for "التنظيم"), then the nearest of a fitting kind, then the
        settled meaning in the country.
        """
        anaphor = self.anaphors.get(form_norm)
        if anaphor is None:
            return None
        for alias, actor_id in mentioned:
            if alias != form_norm and _opens_with(alias, anaphor.heads):
                return self.actors[actor_id]
        for alias, actor_id in mentioned:
            if alias != form_norm and self.actors[actor_id].kind in anaphor.kinds:
                return self.actors[actor_id]
        settled = anaphor.fallback.get(country or "")
        return self.actors[settled] if settled else None


def alias_key(text: str) -> str:
    """Return the form in which aliases are looked up: folded, punctuation and quotes as spaces.

    >>> alias_key('تنظيم "داعش"')
    'تنظيم داعش'
    """
    return " ".join(_NON_WORD.sub(" ", normalize_name(text)).split())


def _tiers(senses: Sequence[AliasSense], country: str | None) -> Iterable[Sequence[AliasSense]]:
    named = [sense for sense in senses if sense.kind not in {"generic", "composed", "country"}]
    for group in (named, [s for s in senses if s.kind == "generic"], [s for s in senses if s.kind != "generic"]):
        yield [s for s in group if country and country in s.countries]
        yield [s for s in group if not s.countries]
        if not country:
            yield group


def _holds(valid_from: str, valid_to: str, when: date | None) -> bool:
    if when is None:
        return True
    day = when.isoformat()
    return (not valid_from or valid_from <= day) and (not valid_to or day <= valid_to)


def _opens_with(alias: str, heads: tuple[str, ...]) -> bool:
    bare = alias.removeprefix("ال")
    return any(alias == head or alias.startswith(f"{head} ") or bare.startswith(f"{head} ") for head in heads)


@functools.cache
def load_registry() -> ActorRegistry:
    """Return the registry compiled from the packaged tables; ActorTableError when they disagree."""
    nations = read_tsv(_PACKAGE, "actor_nationalities")
    branches = {
        (row["country"], branch): holders
        for row in nations
        for branch, holders in actor_states.branch_holders(row).items()
    }
    actors = _load_actors(nations, branches)
    aliases = _load_aliases(nations, branches)
    _check_ids(aliases, actors)
    return ActorRegistry(
        actors=MappingProxyType(actors),
        aliases=MappingProxyType(aliases),
        anaphors=MappingProxyType(_load_anaphors()),
        not_actors=MappingProxyType({alias_key(r["name_ar"]): r["kind"] for r in read_tsv(_PACKAGE, "actor_not")}),
        unit_words=MappingProxyType(_load_unit_words()),
        type_rules=MappingProxyType(
            {(r["actor_id"], r["country"]): int(r["type"]) for r in read_tsv(_PACKAGE, "actor_types")}
        ),
        branches=MappingProxyType(branches),
    )


def _load_actors(
    nations: list[dict[str, str]], branches: Mapping[tuple[str, str], tuple[BranchHolder, ...]]
) -> dict[str, Actor]:
    actors = {row["actor_id"]: _read_actor(row) for row in read_tsv(_PACKAGE, "actors")}
    for nation in nations:
        country = nation["country"]
        for branch in ("army", "air", "navy", "police", "intelligence", "border", "government"):
            for holder in branches[country, branch]:
                if holder.actor_id not in actors:
                    kind, name_ar, name_en = actor_states.describe_branch(nation, branch)
                    actors[holder.actor_id] = Actor(
                        holder.actor_id, name_ar, name_en, kind, country, 1, holder.valid_from, holder.valid_to, "", ""
                    )
    return actors


def _read_actor(row: dict[str, str]) -> Actor:
    return Actor(**{**row, "type": int(row["type"])})  # type: ignore[arg-type]


def _load_aliases(
    nations: list[dict[str, str]], branches: Mapping[tuple[str, str], tuple[BranchHolder, ...]]
) -> dict[str, tuple[AliasSense, ...]]:
    spellings = [(alias_key(r["spelling"]), alias_key(r["variant"])) for r in read_tsv(_PACKAGE, "actor_spellings")]
    table: dict[str, dict[AliasSense, None]] = {}

    def add(text: str, sense: AliasSense) -> None:
        for form in _spell(alias_key(text), spellings):
            table.setdefault(form, {})[sense] = None

    for row in read_tsv(_PACKAGE, "actor_aliases"):
        add(row["alias_ar"], _read_sense(row))
    for row in read_tsv(_PACKAGE, "actor_generic"):
        sense = AliasSense(row["actor_id"], _codes(row["country"]), "", "", partisan=False, kind="generic")
        add(row["alias_ar"], sense)
        if row["definite"] == "free":
            add(" ".join(f"ال{word}" for word in row["alias_ar"].split()), sense)
    nouns = read_tsv(_PACKAGE, "actor_force_nouns")
    for alias in actor_states.compose_aliases(nouns, nations):
        for holder in branches[alias.country, alias.branch]:
            kind = "country" if alias.is_country else "composed"
            add(alias.text, AliasSense(holder.actor_id, frozenset(), holder.valid_from, holder.valid_to, False, kind))
    return {form: tuple(senses) for form, senses in table.items()}


def _read_sense(row: dict[str, str]) -> AliasSense:
    return AliasSense(
        row["actor_id"],
        _codes(row["country"]),
        row["valid_from"],
        row["valid_to"],
        partisan=row["partisan"] == "yes",
        kind=row["kind"],
    )


def _codes(cell: str) -> frozenset[str]:
    return frozenset(code for code in cell.split(",") if code)


def _spell(form: str, spellings: Sequence[tuple[str, str]]) -> Iterable[str]:
    """Return the form and its variants by the spelling table, whole words only."""
    forms = [form]
    for spelling, variant in spellings:
        forms += [
            " ".join(variant if word == spelling else word for word in known.split())
            for known in forms
            if spelling in known.split()
        ]
    return dict.fromkeys(forms)


def _load_anaphors() -> dict[str, Anaphor]:
    anaphors = {}
    for row in read_tsv(_PACKAGE, "actor_anaphors"):
        heads = tuple(alias_key(head) for head in row["heads"].split(",") if head)
        fallback = dict(pair.split("=", 1) for pair in row["fallback"].split(",") if pair)
        form = alias_key(row["form"])
        anaphors[form] = Anaphor(form, row["anaphor_kind"], heads, _codes(row["kinds"]), MappingProxyType(fallback))
    return anaphors


def _load_unit_words() -> dict[str, str]:
    rows = read_tsv(_PACKAGE, "actor_unit_words")
    return {alias_key(row[column]): row["group"] for row in rows for column in ("word", "dual", "plural")}


def _check_ids(aliases: Mapping[str, tuple[AliasSense, ...]], actors: Mapping[str, Actor]) -> None:
    for form, senses in aliases.items():
        for sense in senses:
            if not sense.actor_id.startswith(_BRANCH_TEMPLATE) and sense.actor_id not in actors:
                message = f"actor tables: alias '{form}' points at unknown actor '{sense.actor_id}'; add it to actors.tsv"
                raise ActorTableError(message)
