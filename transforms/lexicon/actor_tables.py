"""Reads the actor tables of `data/` into the shapes of `actor_model`, spelling variants and compositions expanded.

Resolution and types belong to `actors`; the forms of composed names to `actor_states`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from transforms.lexicon import actor_states
from transforms.lexicon.actor_model import Actor, ActorTableError, AliasSense, Anaphor, alias_key
from transforms.lexicon.actor_states import Branches
from transforms.lexicon.schema import read_tsv

_PACKAGE = "transforms.lexicon"


def read_nations() -> list[dict[str, str]]:
    """Return the rows of the nationality table."""
    return read_tsv(_PACKAGE, "actor_nationalities")


def read_actors(nations: Sequence[dict[str, str]], branches: Branches) -> dict[str, Actor]:
    """Return all actors by id: the rows of actors.tsv, then every state branch that has no row of its own."""
    rows = read_tsv(_PACKAGE, "actors")
    actors = {row["actor_id"]: Actor(type=int(row.pop("type")), **row) for row in rows}
    for nation in nations:
        for branch in actor_states.BRANCH_NAMES:
            for holder in branches[nation["country"], branch]:
                if holder.actor_id not in actors:
                    actors[holder.actor_id] = actor_states.build_branch_actor(nation, branch, holder)
    return actors


def read_aliases(nations: Sequence[dict[str, str]], branches: Branches) -> dict[str, tuple[AliasSense, ...]]:
    """Return the senses of every alias key: written names, generic words, nouns joined with nationalities."""
    spellings = [(alias_key(r["spelling"]), alias_key(r["variant"])) for r in read_tsv(_PACKAGE, "actor_spellings")]
    spelled = frozenset(spelling for spelling, _ in spellings)
    table: dict[str, dict[AliasSense, None]] = {}
    for key, sense in (*_written(), *_generic(), *_composed(nations, branches)):
        forms = (key,) if spelled.isdisjoint(key.split()) else _spell(key, spellings)
        for form in forms:
            table.setdefault(form, {})[sense] = None
    return {form: tuple(senses) for form, senses in table.items()}


def _written() -> Iterator[tuple[str, AliasSense]]:
    for row in read_tsv(_PACKAGE, "actor_aliases"):
        span = row["valid_from"], row["valid_to"]
        partisan = row["partisan"] == "yes"
        yield (
            alias_key(row["alias_ar"]),
            AliasSense(row["actor_id"], _set(row["country"]), *span, partisan, row["kind"]),
        )


def _generic() -> Iterator[tuple[str, AliasSense]]:
    for row in read_tsv(_PACKAGE, "actor_generic"):
        sense = AliasSense(row["actor_id"], _set(row["country"]), "", "", partisan=False, kind="generic")
        key = alias_key(row["alias_ar"])
        yield key, sense
        if row["definite"] == "free":
            yield actor_states.define(key), sense


def _composed(nations: Sequence[dict[str, str]], branches: Branches) -> Iterator[tuple[str, AliasSense]]:
    nouns = [{**row, "noun": alias_key(row["noun"])} for row in read_tsv(_PACKAGE, "actor_force_nouns")]
    for alias in actor_states.compose_aliases(nouns, [_fold_nation(row) for row in nations]):
        kind = "country" if alias.is_country else "composed"
        for holder in branches[alias.country, alias.branch]:
            span = holder.valid_from, holder.valid_to
            yield alias.text, AliasSense(holder.actor_id, frozenset(), *span, partisan=False, kind=kind)


def _fold_nation(row: dict[str, str]) -> dict[str, str]:
    folded = {column: alias_key(row[column]) for column in row if column.startswith("adj_") or column == "name_ar"}
    others = ",".join(alias_key(name) for name in row["other_names"].split(","))
    return {**row, **folded, "other_names": others}


def _spell(key: str, spellings: Sequence[tuple[str, str]]) -> Iterable[str]:
    """Return the key and its variants by the spelling table, whole words only."""
    forms = [key]
    for spelling, variant in spellings:
        for known in forms[:]:
            words = known.split()
            if spelling in words:
                forms.append(" ".join(variant if word == spelling else word for word in words))
    return dict.fromkeys(forms)


def read_anaphors() -> dict[str, Anaphor]:
    """Return the definite short forms by key."""
    anaphors = {}
    for row in read_tsv(_PACKAGE, "actor_anaphors"):
        heads = tuple(alias_key(head) for head in row["heads"].split(",") if head)
        fallback = dict(pair.split("=", 1) for pair in row["fallback"].split(",") if pair)
        form = alias_key(row["form"])
        anaphors[form] = Anaphor(form, row["anaphor_kind"], heads, _set(row["kinds"]), MappingProxyType(fallback))
    return anaphors


def read_unit_words() -> dict[str, str]:
    """Return the words that open a unit's name, in all numbers, with their group."""
    rows = read_tsv(_PACKAGE, "actor_unit_words")
    return {alias_key(row[column]): row["group"] for row in rows for column in ("word", "dual", "plural")}


def read_not_actors() -> dict[str, str]:
    """Return the bodies that only report, rescue or judge, with their kind."""
    return {alias_key(row["name_ar"]): row["kind"] for row in read_tsv(_PACKAGE, "actor_not")}


def read_ambiguous() -> dict[str, str]:
    """Return the aliases that are also everyday words, with what they need to be read as actors (mention, role)."""
    return {alias_key(row["alias_ar"]): row["needs"] for row in read_tsv(_PACKAGE, "actor_ambiguous")}


def read_type_rules() -> dict[tuple[str, str], int]:
    """Return the ACLED codes that a kind does not give, by actor and country ('*' = abroad)."""
    return {(row["actor_id"], row["country"]): int(row["type"]) for row in read_tsv(_PACKAGE, "actor_types")}


def read_nationals(nations: Sequence[dict[str, str]]) -> dict[str, str]:
    """Return the country of every person noun of nationality."""
    return {
        form: nation["country"] for nation in map(_fold_nation, nations) for form in actor_states.national_forms(nation)
    }


def check_ids(aliases: Mapping[str, tuple[AliasSense, ...]], actors: Mapping[str, Actor]) -> None:
    """Raise ActorTableError when an alias points at an actor that no table has."""
    missing = {
        sense.actor_id: form
        for form, senses in aliases.items()
        for sense in senses
        if not sense.actor_id.startswith("{cc}-") and sense.actor_id not in actors
    }
    if missing:
        actor_id, form = next(iter(missing.items()))
        message = f"actor_aliases: {len(missing)} unknown actors, as '{actor_id}' for '{form}'; add them to actors.tsv"
        raise ActorTableError(message)


def _set(cell: str) -> frozenset[str]:
    return frozenset(code for code in cell.split(",") if code)
