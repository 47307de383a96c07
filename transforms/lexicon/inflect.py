"""From a lexicon entry to the surface forms that news writes: person, number, voice, clitics.

Morphology of words only, on the normalized script (ا for all alefs, ه for teh marbuta, ي for alef maksura).
"""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from transforms.text.normalize import normalize_name

_CONJUNCTIONS = ("", "و", "ف")
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني")
_POSSESSIVES = ("ه", "ها", "هم", "هما", "نا")
_WEAK = ("ي", "ا")
_WEAK_ENDINGS = ("ى", "ا", "ي")
"""As written: the hamza of "بدأ" is a sound letter, the ى of "ألقى" is not."""


class Form(NamedTuple):
    """A surface form: `shape` is past, pres, fut, masdar, sg, du or pl; `clitic` the preposition and article."""

    surface: str
    shape: str
    clitic: str
    conjunction: str
    suffixed: bool


def verb_forms(past: str, imperfect: str, *, passive: bool = False) -> Iterator[Form]:
    """Yield the third-person forms of a verb given by its past and imperfect 3ms ("قتل", "يقتل").

    >>> sorted({f.surface for f in verb_forms("شن", "يشن")})[:3]
    ['تشن', 'تشنان', 'تشنه']
    """
    for stem, suffixed in _past_stems(normalize_name(past), weak=past[-1] in _WEAK_ENDINGS, passive=passive):
        yield from _with_conjunction(stem, "past", suffixed=suffixed)
    if imperfect:
        for stem, suffixed in _imperfect_stems(normalize_name(imperfect), passive=passive):
            yield from _with_conjunction(stem, "pres", suffixed=suffixed)
            yield from _with_conjunction("س" + stem, "fut", suffixed=suffixed)


def _with_conjunction(stem: str, shape: str, *, suffixed: bool) -> Iterator[Form]:
    for conjunction in _CONJUNCTIONS:
        yield Form(conjunction + stem, shape, "", conjunction, suffixed)


def _past_stems(past: str, *, weak: bool, passive: bool) -> Iterator[tuple[str, bool]]:
    base = past[:-1] if weak and len(past) > 2 else past
    weak = base != past
    feminine = base + "ت"
    plain = [past, feminine, base + "وا", base + "تا", base + ("يا" if weak else "ا"), *([] if weak else [base + "ن"])]
    for stem in plain:
        yield stem, False
    if passive:
        return
    bearer = base + "ا" if weak else past
    for suffix in _OBJECTS:
        yield bearer + suffix, True
        yield feminine + suffix, True
        yield base + "و" + suffix, True


def _imperfect_stems(imperfect: str, *, passive: bool) -> Iterator[tuple[str, bool]]:
    body = imperfect[1:]
    weak = body[-1] in _WEAK
    core = body[:-1] if weak else body
    for person in ("ي", "ت", "ن"):
        yield person + body, False
        if person != "ن":
            yield person + core + "ون", False
            yield person + core + "وا", False
            yield person + body.rstrip("ا") + "ان", False
        if not passive:
            for suffix in _OBJECTS:
                yield person + body + suffix, True
    yield "ي" + core + "ن", False
    if weak:
        yield "ي" + core, False
        yield "ت" + core, False


def noun_forms(singular: str, *, plurals: tuple[str, ...] = (), sound: str = "", dual: bool = True) -> Iterator[Form]:
    """Yield singular, dual and plural with proclitics and possessive suffixes.

    `sound` adds the sound plural: "m" (ون/ين), "f" (ات), "mf" both.
    """
    base = normalize_name(singular)
    yield from _clitic_forms(base, "sg")
    stem = base[:-1] + "ت" if base.endswith("ه") else base
    if dual:
        yield from _clitic_forms(stem + "ان", "du", suffixes=False)
        # "مصابين" and "مصابي الهجوم" are written alike for two and for many, and newspapers mean many.
        alike = "pl" if "m" in sound else "du"
        yield from _clitic_forms(stem + "ين", alike, suffixes=False)
        yield from _clitic_forms(stem + "ا", "du", suffixes=False, article=False, tanwin=False)
        yield from _clitic_forms(stem + "ي", alike, suffixes=False, article=False, tanwin=False)
    if "m" in sound:
        yield from _clitic_forms(base + "ون", "pl", suffixes=False)
        yield from _clitic_forms(base + "ين", "pl", suffixes=False)
        yield from _clitic_forms(base + "و", "pl", suffixes=False, article=False, tanwin=False)
    if "f" in sound:
        yield from _clitic_forms((base.removesuffix("ه")) + "ات", "pl")
    for plural in plurals:
        yield from _clitic_forms(normalize_name(plural), "pl")


def _clitic_forms(
    word: str, shape: str, *, suffixes: bool = True, article: bool = True, tanwin: bool = True
) -> Iterator[Form]:
    bare = word.removeprefix("ال") if word.startswith("ال") and len(word) > 4 else word
    for conjunction in _CONJUNCTIONS:
        for preposition in ("", "ب", "ل", "ك"):
            yield Form(conjunction + preposition + word, shape, preposition, conjunction, False)
            if suffixes:
                for stem, suffix in product(_bearers(word), _POSSESSIVES):
                    yield Form(conjunction + preposition + stem + suffix, shape, preposition, conjunction, True)
            if article and bare == word:
                defined = "لل" + bare if preposition == "ل" else preposition + "ال" + bare
                clitic = "لل" if preposition == "ل" else preposition + "ال"
                yield Form(conjunction + defined, shape, clitic, conjunction, False)
        if tanwin and shape in {"sg", "pl"} and not word.endswith(("ه", "اء", "ا", "ي")):
            yield Form(conjunction + word + "ا", shape, "", conjunction, False)


def _bearers(word: str) -> tuple[str, ...]:
    """Return how a noun is written before a suffix: "زوجته", and by case "أبناءه", "أبنائه", "أبناؤه"."""
    if word.endswith("ه"):
        return (word[:-1] + "ت",)
    return (word, word[:-1] + "ي", word[:-1] + "و") if word.endswith("اء") else (word,)


def expression_forms(phrase: str) -> Iterator[Form]:
    """Yield a fixed phrase with conjunctions and prepositions before its first word."""
    words = normalize_name(phrase)
    for conjunction in _CONJUNCTIONS:
        for preposition in ("", "ب", "ل", "ك"):
            if words.startswith("ال") and preposition == "ل":
                yield Form(conjunction + "لل" + words[2:], "sg", "لل", conjunction, False)
            else:
                yield Form(conjunction + preposition + words, "sg", preposition, conjunction, False)
