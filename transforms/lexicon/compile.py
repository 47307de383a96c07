"""Lexicon tables compiled to one dictionary of surface forms, so that tagging is a look-up.

Which words there are is data; what a tag means in a sentence is decided in `extract`.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from transforms.lexicon.inflect import Form, expression_forms, noun_forms, verb_forms
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

_PACKAGE = "transforms.lexicon"


class Tag(NamedTuple):
    """What a lexicon says of a surface form.

    kind: ev (act), light (verb that needs a complement), weapon, cue, pw (place word), person.
    key: lemma; value and extra: the table's columns (sense and outcome, weapon and method, cue and scope, ...).
    pos: v, m (masdar), n, x (phrase); shape: past, pres, fut, sg, du, pl; clitic: preposition and article.
    """

    kind: str
    key: str
    value: str
    extra: str
    pos: str
    shape: str
    clitic: str
    conjunction: str
    suffixed: bool

    @property
    def definite(self) -> bool:
        """Whether article or possessive suffix makes the noun definite."""
        return self.suffixed or self.clitic.endswith(("ال", "لل"))

    @property
    def is_verb_with_object(self) -> bool:
        """Whether a verb carries an object pronoun, which looks like the ه of a verbal noun ("إصابة", "أصابه")."""
        return self.pos == "v" and self.suffixed


@dataclass(frozen=True, slots=True)
class Combo:
    """A head verb gets `sense` when one of the tails stands within `gap` tokens after it."""

    gap: int
    tails: dict[str, tuple[tuple[str, ...], ...]]
    sense: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Surface forms to tags: one word in `single`; phrases in `multi` under their first word, longest first."""

    single: dict[str, tuple[Tag, ...]]
    multi: dict[str, tuple[tuple[tuple[str, ...], Tag], ...]]
    combos: dict[str, tuple[Combo, ...]]
    act_words: frozenset[str]
    """Words that name an act or a verb that may carry one, alone or as the first word of a phrase."""
    starters: frozenset[str]
    """Words without which an article can hold no act: the prefilter."""


class _Builder:
    def __init__(self) -> None:
        self.single: dict[str, dict[Tag, None]] = defaultdict(dict)
        self.multi: dict[str, dict[tuple[tuple[str, ...], Tag], None]] = defaultdict(dict)
        self._shared: dict[Tag, Tag] = {}

    def add(self, forms: Iterable[Form], kind: str, key: str, value: str, extra: str, pos: str) -> None:
        for form in forms:
            tag = Tag(kind, key, value, extra, pos, form.shape, form.clitic, form.conjunction, form.suffixed)
            tag = self._shared.setdefault(tag, tag)
            first, *rest = form.surface.split()
            if rest:
                self.multi[first][(tuple(rest), tag)] = None
            else:
                self.single[first][tag] = None


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.replace(",", "|").split("|") if part.strip())


def _entry_forms(phrase: str, *, plurals: str = "", sound: str = "") -> Iterator[Form]:
    if " " in phrase:
        return expression_forms(phrase)
    return noun_forms(phrase, plurals=_split(plurals), sound=sound)


def _add_verbs(builder: _Builder, table: str, kind: str) -> None:
    for row in read_tsv(_PACKAGE, table):
        key, value, extra = normalize_name(row["past"]), row.get("sense", ""), row.get("outcome", "")
        builder.add(verb_forms(row["past"], row["imperfect"]), kind, key, value, extra, "v")
        if row["passive"]:
            passive = verb_forms(row["passive"], row["passive_imperfect"], passive=True)
            builder.add(passive, kind, key, value, extra, "p")
        for masdar in _split(row["masdars"]):
            builder.add(noun_forms(masdar, dual=False), kind, key, value, extra, "m")


def _add_nouns(builder: _Builder) -> None:
    for row in read_tsv(_PACKAGE, "nouns"):
        forms = noun_forms(row["singular"], plurals=_split(row["plurals"]), sound=row["sound"])
        builder.add(forms, "ev", normalize_name(row["singular"]), row["sense"], row["outcome"], "n")


def _add_phrases(builder: _Builder) -> None:
    for row in read_tsv(_PACKAGE, "phrases"):
        builder.add(
            expression_forms(row["phrase"]), "ev", normalize_name(row["phrase"]), row["sense"], row["outcome"], "x"
        )
    for row in read_tsv(_PACKAGE, "weapons"):
        forms = _entry_forms(row["phrase"], plurals=row["plurals"], sound=row["sound"])
        builder.add(forms, "weapon", normalize_name(row["phrase"]), row["weapon"], row["method"], "n")
    for row in read_tsv(_PACKAGE, "place_words"):
        forms = _entry_forms(row["phrase"], plurals=row["plurals"])
        builder.add(forms, "pw", normalize_name(row["phrase"]), row["value"], row["kind"], "n")


def _cue_forms(phrase: str, scope: str) -> Iterator[Form]:
    words = normalize_name(phrase)
    if scope in {"any", "article"}:
        yield from expression_forms(phrase)
        return
    for conjunction in ("", "و", "ف"):
        yield Form(conjunction + words, "sg", "", conjunction, False)


def _add_cues(builder: _Builder) -> None:
    for row in read_tsv(_PACKAGE, "cues"):
        builder.add(
            _cue_forms(row["phrase"], row["scope"]),
            "cue",
            normalize_name(row["phrase"]),
            row["kind"],
            row["scope"],
            "x",
        )


def _person_forms(row: dict[str, str]) -> Iterator[Form]:
    for column in ("singular", "singular_f"):
        for singular in _split(row[column]):
            yield from noun_forms(singular, dual=False)
            yield from _accusative(singular)
            if column == "singular_f" and singular.endswith("ة"):
                stem = normalize_name(singular)[:-1] + "ت"
                for ending in ("ان", "ين", "ا", "ي"):
                    yield from (form._replace(shape="du") for form in noun_forms(stem + ending, dual=False))
    for column, shape in (
        ("dual_nom", "du"),
        ("dual_obl", "du"),
        ("plural_nom", "pl"),
        ("plural_obl", "pl"),
        ("plural_f", "pl"),
    ):
        for word in _split(row[column]):
            yield from (form._replace(shape=shape) for form in noun_forms(word, dual=False))
            construct = normalize_name(word)
            if column.endswith(("nom", "obl")) and construct.endswith(("ان", "ين", "ون")):
                stem = construct[:-1]
                yield from (form._replace(shape=shape) for form in noun_forms(stem, dual=False))


def _accusative(singular: str) -> Iterator[Form]:
    """Yield the indefinite accusative of a noun in ي ("مدنيا", "شرطيا"), which the dual in construct looks like."""
    if singular.endswith("ي") and " " not in singular:
        for conjunction in ("", "و", "ف"):
            yield Form(f"{conjunction}{normalize_name(singular)}ا", "sg", "", conjunction, False)


def _add_persons(builder: _Builder) -> None:
    for row in read_tsv(_PACKAGE, "person_groups"):
        builder.add(_person_forms(row), "person", normalize_name(row["lemma"]), row["group"], row["acled_type"], "n")


def _tail_forms(tail: str) -> Iterator[str]:
    if " " in tail:
        yield from (form.surface for form in expression_forms(tail))
    else:
        yield from (form.surface for form in noun_forms(tail, sound="f" if tail.endswith("ة") else ""))


def _combos() -> dict[str, tuple[Combo, ...]]:
    combos: dict[str, list[Combo]] = defaultdict(list)
    for row in read_tsv(_PACKAGE, "combos"):
        tails: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
        for tail in _split(row["tail"]):
            for surface in _tail_forms(tail):
                first, *rest = surface.split()
                tails[first][tuple(rest)] = None
        frozen = {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in tails.items()}
        combos[normalize_name(row["head"])].append(Combo(int(row["gap"]), frozen, row["sense"], row["outcome"]))
    return {head: tuple(entries) for head, entries in combos.items()}


@functools.cache
def compile_lexicon() -> Lexicon:
    """Return the compiled lexicon of the packaged tables (about a second; keep the result)."""
    builder = _Builder()
    _add_verbs(builder, "verbs", "ev")
    _add_verbs(builder, "light_verbs", "light")
    _add_nouns(builder)
    _add_phrases(builder)
    _add_cues(builder)
    _add_persons(builder)
    single = {surface: tuple(tags) for surface, tags in builder.single.items()}
    multi = {
        first: tuple(sorted(entries, key=lambda entry: len(entry[0]), reverse=True))
        for first, entries in builder.multi.items()
    }
    acting = {surface for surface, tags in single.items() if any(tag.kind in {"ev", "light"} for tag in tags)}
    opening = {first for first, entries in multi.items() if any(tag.kind == "ev" for _, tag in entries)}
    naming = {surface for surface, tags in single.items() if any(tag.kind == "ev" for tag in tags)}
    combos = _combos()
    tails = {
        first for entries in combos.values() for combo in entries for first in combo.tails if combo.sense != "void"
    }
    return Lexicon(single, multi, combos, frozenset(acting | opening), frozenset(naming | opening | tails))
