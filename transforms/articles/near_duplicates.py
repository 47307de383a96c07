"""Whether two articles are one text: wire copy that outlets reprint with another lead, a cut end or a changed headline.

Candidates come from MinHash bands, which the warehouse keeps; the decision is made on the texts themselves.
"""

import dataclasses
import datetime as dt
import functools
import hashlib
import re
import struct
from collections.abc import Iterable, Mapping, Sequence

from rensa import RMinHash

from transforms.text.normalize import normalize

PERMUTATIONS = 128
BANDS = 64
"""Bands of two rows: texts that share an eighth of their word triples meet in one 64 times in 100, a fifth 93 times."""
_SEED = 20150721
_SHINGLE = 3
_JUDGED_CHARS = 20_000
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 20
_LEAD_WORDS = 40
_COMPARED_AT_ONCE = 2048  # texts whose triples are kept, some forty megabytes

# Chosen on tests/eval/near_duplicate_pairs.tsv; what they are worth is in docs/ingest.md.
LEAST_OVERLAP = 0.45
LEAST_CONTAINED, LEAST_LEAD_WHEN_CONTAINED = 0.55, 0.45
"""A text that holds most of a shorter one is the same report when it begins with it; a round-up begins with another."""
LEAST_OVERLAP_WITH_LEAD, LEAST_LEAD = 0.3, 0.2
LEAST_REWORDED = 0.44
LEAST_OVERLAP_WHEN_REWORDED, LEAST_LEAD_WHEN_REWORDED = 0.2, 0.3
LEAST_OVERLAP_OF_ANY = 0.1
WINDOW = dt.timedelta(days=2, hours=2)
LONG_WINDOW, LEAST_OVERLAP_WHEN_LATE = dt.timedelta(days=7), 0.85
"""Cables, weather bulletins and aid flights are worded alike day after day: later ones must be nearly the same."""


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """An article as the comparison sees it; `root` is the original that it was found to be a copy of, or itself."""

    article_id: str
    text: str
    published_at: dt.datetime | None
    root: str


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """The cluster of an article; `duplicate_of` is None for an original."""

    article_id: str
    duplicate_of: str | None
    cluster_id: str


def bands_of(text: str) -> list[int]:
    """Return the band values of a text as 64-bit signed integers; texts that are alike share at least one.

    A short text has one value, for it is a copy only of a text with the same words.
    """
    words = words_of(text)
    if len(words) < _FEWEST_WORDS:
        return [_hash64(" ".join(words).encode())]
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    sketch.update(sorted(shingles_of(words)))
    digest = sketch.digest()
    rows = PERMUTATIONS // BANDS
    return [_hash64(struct.pack(f"<B{rows}I", band, *digest[band * rows : (band + 1) * rows])) for band in range(BANDS)]


def words_of(text: str) -> list[str]:
    """Return the words of a text in their matching form, in order."""
    return _WORD.findall(normalize(text[:_JUDGED_CHARS]))


def shingles_of(words: Sequence[str]) -> frozenset[str]:
    """Return the sequences of three words that stand in a text."""
    return frozenset(" ".join(words[start : start + _SHINGLE]) for start in range(max(len(words) - _SHINGLE + 1, 1)))


@dataclasses.dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are, each from 0 to 1.

    `overlap` is shared of all word triples, `contained` shared of the shorter text's, `lead` how much of the longer
    one's beginning stands in the shorter.
    """

    overlap: float
    contained: float
    lead: float


def likeness(one: str, other: str) -> Likeness:
    """Return how alike two texts are; short ones only when their words are the same: 1, else 0."""
    first, second = _compared(one), _compared(other)
    if isinstance(first, str) or isinstance(second, str):
        same = float(first == second)
        return Likeness(same, same, same)
    shared = len(first.triples & second.triples)
    n_first, n_second = len(first.triples), len(second.triples)
    leads = [(n_first, _lead(first, second)), (n_second, _lead(second, first))]
    longer = max(n_first, n_second)
    return Likeness(
        shared / (n_first + n_second - shared),
        shared / min(n_first, n_second),
        max(lead for size, lead in leads if size == longer),
    )


def is_copy(one: Told, other: Told) -> bool:
    """Tell whether two articles of about the same days are one text."""
    apart = abs(one.published_at - other.published_at) if one.published_at and other.published_at else dt.timedelta(0)
    if apart > LONG_WINDOW:
        return False
    alike = likeness(one.text, other.text)
    if apart > WINDOW:
        return alike.overlap >= LEAST_OVERLAP_WHEN_LATE
    return (
        alike.overlap >= LEAST_OVERLAP
        or (alike.overlap >= LEAST_OVERLAP_WITH_LEAD and alike.lead >= LEAST_LEAD)
        or _is_held(alike)
        or _is_reworded(alike)
    )


def _is_held(alike: Likeness) -> bool:
    return (
        alike.contained >= LEAST_CONTAINED
        and alike.lead >= LEAST_LEAD_WHEN_CONTAINED
        and alike.overlap >= LEAST_OVERLAP_OF_ANY
    )


def _is_reworded(alike: Likeness) -> bool:
    return (
        alike.contained >= LEAST_REWORDED
        and alike.lead >= LEAST_LEAD_WHEN_REWORDED
        and alike.overlap >= LEAST_OVERLAP_WHEN_REWORDED
    )


def place_articles(
    new: Iterable[Told], candidates: Mapping[str, Sequence[str]], known: Mapping[str, Told]
) -> list[Placed]:
    """Return the place of each new article: a copy of the known article most like it, else an original.

    `candidates` names for each article those that share a band with it; `known` holds all of them, stored ones and
    those of the batch. Articles are placed in the order of publication, so that a batch's order does not matter.
    """
    roots = {article_id: told.root for article_id, told in known.items()}
    waiting = sorted(new, key=lambda told: publication_order(told.published_at, told.article_id))
    settled = known.keys() - {told.article_id for told in waiting}
    placed = []
    for told in waiting:
        near = [known[name] for name in candidates.get(told.article_id, ()) if name in settled and name in known]
        copies = [other for other in near if is_copy(told, other)]
        best = max(copies, key=lambda other: _nearness(told, other), default=None)
        root = roots[best.article_id] if best else told.article_id
        roots[told.article_id] = root
        settled |= {told.article_id}
        placed.append(Placed(told.article_id, root if best else None, root))
    return placed


def publication_order(published_at: dt.datetime | None, article_id: str) -> tuple[bool, dt.datetime, str]:
    """Return the key by which articles are placed: the earliest first, those without a date last."""
    at = published_at or dt.datetime.min.replace(tzinfo=dt.UTC)
    return published_at is None, at, article_id


def _nearness(told: Told, other: Told) -> tuple[float, float, str]:
    alike = likeness(told.text, other.text)
    return alike.overlap, alike.contained, other.article_id


@dataclasses.dataclass(frozen=True, slots=True)
class _Compared:
    """The hashes of a text's word triples, and of those at its beginning; good within one process only."""

    triples: frozenset[int]
    lead: frozenset[int]


def _lead(one: _Compared, other: _Compared) -> float:
    """Return how much of the beginning of `one` stands in `other`."""
    return len(one.lead & other.triples) / len(one.lead)


@functools.lru_cache(maxsize=_COMPARED_AT_ONCE)
def _compared(text: str) -> _Compared | str:
    """Return the word triples of a text, the whole of a short one."""
    words = words_of(text)
    if len(words) < _FEWEST_WORDS:
        return " ".join(words)
    return _Compared(_hashed(words), _hashed(words[:_LEAD_WORDS]))


def _hashed(words: Sequence[str]) -> frozenset[int]:
    return frozenset(map(hash, shingles_of(words)))


def _hash64(raw: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), "little", signed=True)
