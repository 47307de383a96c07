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

from transforms.text.normalize import normalize_name

PERMUTATIONS = 128
BANDS = 32
"""Bands of four rows: two texts that share half of their word triples meet in one of them 87 times in 100."""
_SEED = 20150721
_SHINGLE = 3
_JUDGED_CHARS = 20_000
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 20

# Measured on tests/eval/near_duplicate_pairs.tsv: precision 0.90, recall 0.93 on pairs drawn evenly over all overlaps;
# 0.95 and 0.97 when weighted by how common each overlap is. Chosen on the same 102 pairs, so a best case.
# A wider window finds little more and takes in cables, weather bulletins and aid flights worded alike day after day.
LEAST_OVERLAP = 0.45
LEAST_CONTAINED = 0.55
LEAST_OVERLAP_WHEN_CONTAINED = 0.2
WINDOW = dt.timedelta(days=2, hours=2)


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
    return _WORD.findall(normalize_name(text[:_JUDGED_CHARS]))


def shingles_of(words: Sequence[str]) -> frozenset[str]:
    """Return the sequences of three words that stand in a text."""
    return frozenset(" ".join(words[start : start + _SHINGLE]) for start in range(max(len(words) - _SHINGLE + 1, 1)))


def likeness(one: str, other: str) -> tuple[float, float]:
    """Return overlap (shared of all word triples) and containment (shared of the shorter text's) of two texts.

    Short texts are alike only when their words are the same: (1, 1), else (0, 0).
    """
    first, second = _compared(one), _compared(other)
    if isinstance(first, str) or isinstance(second, str):
        return (1.0, 1.0) if first == second else (0.0, 0.0)
    shared = len(first & second)
    return shared / len(first | second), shared / min(len(first), len(second))


def is_copy(one: Told, other: Told) -> bool:
    """Tell whether two articles of about the same days are one text."""
    if one.published_at and other.published_at and abs(one.published_at - other.published_at) > WINDOW:
        return False
    overlap, contained = likeness(one.text, other.text)
    is_cut = contained >= LEAST_CONTAINED and overlap >= LEAST_OVERLAP_WHEN_CONTAINED
    return overlap >= LEAST_OVERLAP or is_cut


def place_articles(
    new: Iterable[Told], candidates: Mapping[str, Sequence[str]], known: Mapping[str, Told]
) -> list[Placed]:
    """Return the place of each new article: a copy of the known article most like it, else an original.

    `candidates` names for each article those that share a band with it; `known` holds all of them, stored ones and
    those of the batch. Articles are placed in the order of publication, so that a batch's order does not matter.
    """
    roots = {article_id: told.root for article_id, told in known.items()}
    waiting = sorted(new, key=_publication_order)
    settled = known.keys() - {told.article_id for told in waiting}
    placed = []
    for told in waiting:
        near = [known[name] for name in candidates.get(told.article_id, ()) if name in settled and name in known]
        copies = [other for other in near if is_copy(told, other)]
        best = max(copies, key=lambda other: (likeness(told.text, other.text), other.article_id), default=None)
        root = roots[best.article_id] if best else told.article_id
        roots[told.article_id] = root
        settled |= {told.article_id}
        placed.append(Placed(told.article_id, root if best else None, root))
    return placed


def _publication_order(told: Told) -> tuple[bool, dt.datetime, str]:
    at = told.published_at or dt.datetime.min.replace(tzinfo=dt.UTC)
    return told.published_at is None, at, told.article_id


@functools.lru_cache(maxsize=4096)
def _compared(text: str) -> frozenset[str] | str:
    """Return the word triples of a text, the whole of a short one."""
    words = words_of(text)
    return shingles_of(words) if len(words) >= _FEWEST_WORDS else " ".join(words)


def _hash64(raw: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), "little", signed=True)
