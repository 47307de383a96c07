"""The actor registry: who is named by which words where and when, and the ACLED type that a country gives an actor.

Roles and mentions in a sentence belong to extract/actors; reading the tables is `actor_tables`.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from transforms.lexicon import actor_tables
from transforms.lexicon.actor_model import Actor, AliasSense, Anaphor, alias_key, within
from transforms.lexicon.actor_states import Branches, read_branches

__all__ = ["Actor", "ActorRegistry", "AliasSense", "Anaphor", "alias_key", "load_registry"]

_STATE_KINDS = frozenset({"state_forces", "police", "intelligence"})
_FOREIGN_TYPE = 8
_ABROAD = "*"
_BRANCH_TEMPLATE = "{cc}-"
# Words written for one actor beat words composed from a nationality, which beat generic ones.
_KIND_RANKS = (
    frozenset({"name", "short", "epithet"}),
    frozenset({"composed", "country"}),
    frozenset({"generic"}),
)


@dataclass(frozen=True, slots=True)
class ActorRegistry:
    """All actors, aliases and rules, compiled once; lookups take text already folded by `alias_key`.

    `not_actors` maps a body that only reports to its kind, `unit_words` a word that opens a unit's name to its group,
    `nationals` a person noun of nationality ("فلسطينيان") to the country, `ambiguous` an alias that is also an everyday
    word ("فتح", "القاعدة") to what makes it an actor: `mention` (full name earlier) or `role` (agent or victim).
    """

    actors: Mapping[str, Actor]
    aliases: Mapping[str, tuple[AliasSense, ...]]
    anaphors: Mapping[str, Anaphor]
    not_actors: Mapping[str, str]
    unit_words: Mapping[str, str]
    type_rules: Mapping[tuple[str, str], int]
    branches: Branches
    nationals: Mapping[str, str]
    ambiguous: Mapping[str, str]

    def actor(self, actor_id: str) -> Actor:
        """Return the actor; KeyError when the id is unknown."""
        return self.actors[actor_id]

    def resolve(self, alias_norm: str, *, country: str | None, when: date | None) -> Actor | None:
        """Return the actor that the alias names in `country` at `when`, None when it names none or several.

        A sense bound to the country beats a sense that holds anywhere; dates decide between owners of the same words
        and are dropped when no sense holds on that day (background reports speak of what has ended). Without a day the
        latest owner is meant.
        """
        senses = self.aliases.get(alias_norm, ())
        for tier in _tiers(senses, country):
            found = self._single(tier, country, when)
            if found is not None:
                return found
        return None

    def _single(self, senses: Sequence[AliasSense], country: str | None, when: date | None) -> Actor | None:
        current = [sense for sense in senses if sense.holds(when)]
        if when is None and senses:
            latest = max(sense.valid_from for sense in senses)
            current = [sense for sense in senses if sense.valid_from == latest]
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
            if within(holder.valid_from, holder.valid_to, when):
                return self.actors[holder.actor_id]
        return self.actors[holders[-1].actor_id if holders else f"unspecified-{branch}"]

    def acled_type(self, actor_id: str, country: str | None) -> int:
        """Return the ACLED interaction code 1..8 of the actor in an incident that happens in `country`.

        Rules by actor and country come first (actor_types.tsv), then kind: state forces are 1 at home and 8 abroad,
        every other group keeps its own code. An unknown country counts as home.
        """
        actor = self.actors[actor_id]
        place = country or actor.country
        abroad = place != actor.country
        rule = self.type_rules.get((actor_id, place))
        if rule is None and abroad:
            rule = self.type_rules.get((actor_id, _ABROAD))
        if rule is not None:
            return rule
        return _FOREIGN_TYPE if abroad and actor.country and actor.kind in _STATE_KINDS else actor.type

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


def _tiers(senses: Sequence[AliasSense], country: str | None) -> Iterator[Sequence[AliasSense]]:
    """Yield the senses that compete with each other, strongest first: by kind, then bound to the country, then free."""
    for kinds in _KIND_RANKS:
        group = [sense for sense in senses if sense.kind in kinds]
        yield [sense for sense in group if country and country in sense.countries]
        yield [sense for sense in group if not sense.countries]
        if not country:
            yield group


def _opens_with(alias: str, heads: tuple[str, ...]) -> bool:
    bare = alias.removeprefix("ال")
    return any(alias == head or alias.startswith(f"{head} ") or bare.startswith(f"{head} ") for head in heads)


@functools.cache
def load_registry() -> ActorRegistry:
    """Return the registry compiled from the packaged tables; ActorTableError when they disagree."""
    nations = actor_tables.read_nations()
    branches = read_branches(nations)
    actors = actor_tables.read_actors(nations, branches)
    aliases = actor_tables.read_aliases(nations, branches)
    actor_tables.check_ids(aliases, actors)
    return ActorRegistry(
        actors=MappingProxyType(actors),
        aliases=MappingProxyType(aliases),
        anaphors=MappingProxyType(actor_tables.read_anaphors()),
        not_actors=MappingProxyType(actor_tables.read_not_actors()),
        unit_words=MappingProxyType(actor_tables.read_unit_words()),
        type_rules=MappingProxyType(actor_tables.read_type_rules()),
        branches=MappingProxyType(branches),
        nationals=MappingProxyType(actor_tables.read_nationals(nations)),
        ambiguous=MappingProxyType(actor_tables.read_ambiguous()),
    )
