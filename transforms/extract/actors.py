"""Actor names in an article, as the registry knows them.

The part each plays in an act is `roles`; which id and ACLED type a name means in a country is the registry's business.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.lexicon.actors import ActorRegistry

_QUOTES = frozenset({'"', "(", ")", "-"})
_NEW: tuple[tuple[str, str], ...] = ()
AIRCRAFT = frozenset({"طايره", "طايرات", "مقاتله", "مقاتلات", "مروحيه", "مروحيات", "قاذفه", "قاذفات"})
MODEL = re.compile(r"[a-z]*[0-9]+|[a-z]+|اف|ميغ|ميج|سوخوي|اباتشي|بيرقدار|ميراج|رافال|هيرميس|طراز|نوع|من|-")
"""Between an aircraft and its nationality: "طائرات F16 العراقية", "مقاتلات من طراز إف-16 تركية"."""
LOOSE = frozenset(
    {"التنظيم", "التنظيم المتطرف", "التنظيم الارهابي", "التنظيم المتشدد", "الجماعه", "المتمردون", "المتمردين",
     "الانقلابيون", "المليشيا", "الميليشيا", "الميليشيات", "المليشيات", "الحركه", "الحزب"}
)  # fmt: skip
"""Short forms whose antecedent may stand anywhere before them in the article; other ones are everyday words as well."""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor's name on tokens [first, last): alias as the registry knows it, with the preposition on or before it.

    The alias of a nationality is its country's ISO code.
    """

    first: int
    last: int
    alias: str
    clitic: str
    weak: bool
    """A nationality alone ("قصف تركي")."""
    country: bool
    """A bare country name, an actor only as the author of an act."""


_ARMED_GROUPS = frozenset({"rebel", "political_militia", "identity_militia"})


class ActorFinder:
    """Finds actor names; built once, then immutable but for a bounded memo."""

    __slots__ = ("_adjectives", "_first", "_memo", "_names", "_registry")

    def __init__(self, registry: ActorRegistry, adjectives: dict[str, str]) -> None:
        self._registry = registry
        self._adjectives = adjectives
        self._first: dict[str, int] = {}
        self._names = frozenset((*registry.aliases, *(form for form in registry.anaphors if form in LOOSE)))
        for alias in self._names:
            head, _, rest = alias.partition(" ")
            self._first[head] = max(self._first.get(head, 0), rest.count(" ") + 1 + bool(rest))
        self._memo: dict[str, tuple[tuple[str, str], ...] | None] = {}

    def mentions(self, words: Sequence[str], first: int, last: int) -> list[ActorMention]:
        """Return the actor names on tokens [first, last), longest first, not overlapping."""
        found: list[ActorMention] = []
        memo = self._memo
        past = first
        for i in [i for i, word in enumerate(words[first:last], first) if memo.get(word, _NEW) is not None]:
            word = words[i]
            options = memo[word] if word in memo else self._options(word)
            if i < past or options is None:
                continue
            mention = self._mention_at(words, i, last, options)
            if mention is not None:
                clitic = mention.clitic or _loose_clitic(words, i, first)
                found.append(mention if clitic == mention.clitic else replace(mention, clitic=clitic))
                past = mention.last
        return found

    def homes(self, mentions: Sequence[ActorMention]) -> set[str]:
        """Return the countries (ISO alpha-2) of which the armed groups among `mentions` are: the Houthis', Yemen."""
        named = {mention.alias for mention in mentions if not mention.weak and not mention.country}
        return {home for alias in named if (home := self._home(alias))}

    def _home(self, alias: str) -> str:
        actors = self._registry.actors
        own = [actors[s.actor_id] for s in self._registry.aliases.get(alias, ()) if s.actor_id in actors]
        homes = {actor.country for actor in own if actor.kind in _ARMED_GROUPS}
        return homes.pop() if len(homes) == 1 and all(actor.kind in _ARMED_GROUPS for actor in own) else ""

    def _options(self, word: str) -> tuple[tuple[str, str], ...] | None:
        """Return the splits of a word that may open a name, None when no mention begins with it at all."""
        if len(self._memo) > 200_000:
            self._memo.clear()
        options = tuple([(c, s) for c, s in _splits(word) if s in self._first])
        self._memo[word] = known = options if options or word in self._adjectives else None
        return known

    def _mention_at(
        self, words: Sequence[str], i: int, last: int, options: Sequence[tuple[str, str]]
    ) -> ActorMention | None:
        word = words[i]
        for clitic, stem in options:
            match = self._longest(words, stem, i, last)
            if match is not None:
                senses = self._registry.aliases.get(match[0], ())
                country = bool(senses) and all(sense.kind == "country" for sense in senses)
                return ActorMention(i, match[1], match[0], clitic, weak=False, country=country)
        if word in self._adjectives:
            return ActorMention(i, i + 1, self._adjectives[word], "", weak=True, country=False)
        return None

    def _longest(self, words: Sequence[str], stem: str, i: int, last: int) -> tuple[str, int] | None:
        span = [stem]
        j = i + 1
        quoted = 0
        best = (stem, j) if stem in self._names else None
        if stem.removeprefix("ال") in AIRCRAFT:
            while j < last and MODEL.fullmatch(words[j]):
                j += 1
            if j > i + 1 and j < last and words[j].startswith("ال") and not stem.startswith("ال"):
                span = ["ال" + stem]
        while j < last and len(span) < self._first[stem]:
            if words[j] in _QUOTES:
                quoted += 1
                j += 1
                if quoted > 2:
                    break
                continue
            span.append(words[j])
            j += 1
            name = " ".join(span)
            if name in self._names:
                best = (name, j)
        return best


def _loose_clitic(words: Sequence[str], i: int, first: int) -> str:
    """Return the preposition that quotes part from a name: "هجوم لـ «الكردستاني»"."""
    j = i - 1
    while j >= first and words[j] in _QUOTES:
        j -= 1
    return words[j] if j >= first and words[j] in {"ل", "ب"} else ""


def _splits(word: str) -> list[tuple[str, str]]:
    options = [("", word)]
    body, lead = word, ""
    for _ in range(2):
        prefixes = [letter for letter in ("ب", "ل", "ك") if body.startswith(letter) and len(body) > 3]
        options.extend((lead + letter, body[1:]) for letter in prefixes)
        if body.startswith("لل") and len(body) > 4:
            options.append((lead + "ل", "ال" + body[2:]))
        if lead or body[:1] not in {"و", "ف"} or len(body) < 4:
            break
        lead, body = body[0], body[1:]
        options.append((lead, body))
    return options
