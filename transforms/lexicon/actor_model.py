"""The shapes of the actor registry: an actor, a sense of an alias, a short definite form, and the look-up key.

No reading of tables (`actor_tables`) and no resolution (`actors`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from transforms.contracts.errors import MarsadError
from transforms.text.normalize import normalize

_NON_WORD = re.compile(r"[\W_]+")


class ActorTableError(MarsadError):
    """A row of an actor table points at an actor that does not exist."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor; `type` is its ACLED interaction code at home, `country` its home ('' = none).

    kind: state_forces, police, intelligence, rebel, political_militia, identity_militia, external, coalition, un,
    private_military, party, unknown_armed, protesters, rioters, civilian. Dates are ISO, '' = open.
    """

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
    """One meaning of an alias: the actor, and the countries (none = any) and ISO dates in which it is meant.

    kind: name, short, epithet, composed (noun and nationality), country (bare country name: an actor only as agent),
    generic (unnamed: "مسلحون مجهولون"; its `actor_id` may be a template such as `{cc}-police`).
    """

    actor_id: str
    countries: frozenset[str]
    valid_from: str
    valid_to: str
    partisan: bool
    kind: str

    def holds(self, when: date | None) -> bool:
        """Say whether the words mean this actor on that day; an unknown day holds always."""
        return within(self.valid_from, self.valid_to, when)


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A definite short form ("التنظيم") and what an earlier mention must look like to be its antecedent.

    `heads` are words that the mention may open with, `kinds` actor kinds that fit otherwise, `fallback` the settled
    meaning by country.
    """

    form: str
    anaphor_kind: str
    heads: tuple[str, ...]
    kinds: frozenset[str]
    fallback: Mapping[str, str]


def alias_key(text: str) -> str:
    """Return the form in which aliases are looked up: folded, punctuation and quotes as spaces.

    >>> alias_key('تنظيم "داعش"')
    'تنظيم داعش'
    """
    return _NON_WORD.sub(" ", normalize(text)).strip()


def within(valid_from: str, valid_to: str, when: date | None) -> bool:
    """Say whether a day lies in a span of ISO dates that may be open at either end."""
    if when is None:
        return True
    day = when.isoformat()
    return (not valid_from or valid_from <= day) and (not valid_to or day <= valid_to)
