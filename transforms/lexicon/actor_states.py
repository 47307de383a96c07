"""State actors composed from tables: nationality x branch gives actors, force noun x nationality gives their aliases.

Named groups, resolution and types belong to `actors`; Arabic words belong to the tables.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.lexicon.actor_model import Actor

_BRANCHES: dict[str, tuple[str, str, str]] = {
    "army": ("state_forces", "القوات المسلحة", "Military Forces of"),
    "air": ("state_forces", "القوات الجوية", "Air Force of"),
    "navy": ("state_forces", "القوات البحرية", "Navy of"),
    "police": ("police", "قوات الأمن", "Police Forces of"),
    "intelligence": ("intelligence", "المخابرات", "Intelligence Service of"),
    "border": ("police", "قوات حرس الحدود", "Border Guard of"),
    "government": ("state_forces", "السلطات", "Government of"),
}
BRANCH_NAMES = tuple(_BRANCHES)
_STATE_TYPE = 1
_AGREEMENT_COLUMN = {"pl_nom": "adj_pl_nom", "pl_obl": "adj_pl_obl", "m": "adj_m", "f": "adj_f"}
_DUAL_SUFFIX = {"dual_m_nom": "ان", "dual_m_obl": "ين", "dual_f_nom": "تان", "dual_f_obl": "تين"}


@dataclass(frozen=True, slots=True)
class BranchHolder:
    """The actor that is a country's branch during a span of ISO dates ('' = open)."""

    actor_id: str
    valid_from: str
    valid_to: str


Branches = Mapping[tuple[str, str], tuple[BranchHolder, ...]]


@dataclass(frozen=True, slots=True)
class ComposedAlias:
    """An alias made of a force noun and a country's adjective or name; `is_country` when it is the bare country."""

    text: str
    country: str
    branch: str
    is_country: bool


def read_branches(nations: Sequence[dict[str, str]]) -> dict[tuple[str, str], tuple[BranchHolder, ...]]:
    """Return the holders of each branch of each country, `<cc>-<branch>` where the table's cell is empty."""
    return {
        (row["country"], branch): _parse_holders(row[branch] or f"{row['country'].lower()}-{branch}")
        for row in nations
        for branch in BRANCH_NAMES
    }


def _parse_holders(cell: str) -> tuple[BranchHolder, ...]:
    holders: list[BranchHolder] = []
    for part in cell.split(";"):
        actor_id, _, span = part.partition("@")
        valid_from, _, valid_to = span.partition("..")
        holders.append(BranchHolder(actor_id, valid_from, valid_to))
    return tuple(holders)


def build_branch_actor(nation: dict[str, str], branch: str, holder: BranchHolder) -> Actor:
    """Return the actor of a state's branch that no row of actors.tsv describes."""
    kind, noun, english = _BRANCHES[branch]
    adjective = define(nation["adj_f"])
    return Actor(
        actor_id=holder.actor_id,
        name_ar=f"{noun} {adjective}" if adjective else f"{noun} في {nation['name_ar']}",
        name_en=f"{english} {nation['name_en']}",
        kind=kind,
        country=nation["country"],
        type=_STATE_TYPE,
        valid_from=holder.valid_from,
        valid_to=holder.valid_to,
        parent_id="",
        notes="",
    )


def compose_aliases(nouns: Sequence[dict[str, str]], nations: Sequence[dict[str, str]]) -> Iterator[ComposedAlias]:
    """Yield every noun with every nationality in agreement, noun with country name, and the country names."""
    for nation in nations:
        country = nation["country"]
        names = [nation["name_ar"], *(name for name in nation["other_names"].split(",") if name)]
        for name in names:
            yield ComposedAlias(name, country, "government", is_country=True)
        for noun in nouns:
            for text in _agree(noun, nation):
                yield ComposedAlias(text, country, noun["branch"], is_country=False)
            for name in names if _takes_country(noun) else ():
                yield ComposedAlias(f"{noun['noun']} {name}", country, noun["branch"], is_country=False)


def national_forms(row: dict[str, str]) -> Iterator[str]:
    """Yield the nationality as a person noun: both genders, duals, plurals, each with and without the article."""
    stem, feminine = row["adj_m"], row["adj_f"]
    if not stem or " " in stem:
        return
    duals = [f"{stem}{suffix}" for suffix in _DUAL_SUFFIX.values()]
    for form in (stem, feminine, row["adj_pl_nom"], row["adj_pl_obl"], f"{stem}ات", *duals):
        yield form
        yield define(form)


def _agree(noun: dict[str, str], nation: dict[str, str]) -> Iterator[str]:
    adjective = _adjective(nation, noun["agreement"])
    if not adjective:
        return
    if noun["definite"] != "fixed":
        yield f"{noun['noun']} {adjective}"
    if noun["definite"] in {"free", "adjective"}:
        yield f"{define(noun['noun'])} {define(adjective)}"
    if noun["definite"] == "fixed":
        yield f"{noun['noun']} {define(adjective)}"


def _adjective(nation: dict[str, str], agreement: str) -> str:
    if agreement in _AGREEMENT_COLUMN:
        return nation[_AGREEMENT_COLUMN[agreement]]
    stem = nation["adj_m"]
    return f"{stem}{_DUAL_SUFFIX[agreement]}" if stem and " " not in stem else ""


def define(phrase: str) -> str:
    """Put the article on every word of an indefinite phrase."""
    return " ".join(f"ال{word}" for word in phrase.split())


def _takes_country(noun: dict[str, str]) -> bool:
    """Say whether the noun is one bare word that can be in construct with a country ("جيش إسرائيل")."""
    word = noun["noun"]
    return noun["definite"] == "free" and " " not in word and not word.endswith(("ان", "ين", "ون"))
