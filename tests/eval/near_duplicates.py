"""Scores the index of near-duplicates on judged pairs: `python -m tests.eval.near_duplicates`.

A pair counts as found when its texts share a band and are judged copies, as in a run; the corpus is read where it lies.
"""

import collections
import dataclasses
import datetime as dt
import gzip
import json
import re
from collections.abc import Sequence
from pathlib import Path

from transforms.articles.near_duplicates import Told, bands_of, is_copy

PAIRS = Path(__file__).with_name("near_duplicate_pairs.tsv")
CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "saudinewsnet.jsonl.gz"


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    one: str
    other: str
    stratum: str
    is_copy: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Score:
    precision: float
    recall: float


def read_pairs() -> tuple[list[Pair], dict[str, int]]:
    """Return the judged pairs, and how many pairs of the corpus each stratum has."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    sizes = next(line.partition(": ")[2] for line in lines if line.startswith("# pairs of the corpus"))
    population = {name: int(size) for name, size in re.findall(r"(\S+) (\d+)", sizes)}
    cells = [line.split("\t") for line in lines if not line.startswith(("#", "one\t"))]
    return [Pair(one, other, stratum, label == "copy") for one, other, stratum, label in cells], population


def read_articles(names: set[str], corpus: Path = CORPUS) -> dict[str, Told]:
    """Return those articles of the corpus, each as its own original."""
    told = {}
    with gzip.open(corpus) as lines:
        for raw in lines:
            row = json.loads(raw)
            if row["id"] in names:
                at = dt.datetime.fromisoformat(row["published_at"])
                told[row["id"]] = Told(row["id"], row["text"], at.replace(tzinfo=at.tzinfo or dt.UTC), row["id"])
    return told


def is_found(one: Told, other: Told) -> bool:
    """Tell whether the index proposes two articles and calls them copies."""
    return bool(set(bands_of(one.text)) & set(bands_of(other.text))) and is_copy(one, other)


def score_pairs(pairs: Sequence[Pair], found: Sequence[bool], weights: dict[str, float] | None = None) -> Score:
    """Return precision and recall; with `weights` each pair stands for as many of the corpus as its stratum says."""
    share = [weights.get(pair.stratum, 0.0) if weights else 1.0 for pair in pairs]
    hits = sum(w for w, pair, said in zip(share, pairs, found, strict=True) if said and pair.is_copy)
    said = sum(w for w, said in zip(share, found, strict=True) if said)
    copies = sum(w for w, pair in zip(share, pairs, strict=True) if pair.is_copy)
    return Score(hits / said, hits / copies)


def measure(corpus: Path = CORPUS) -> tuple[Score, Score]:
    """Return the score of the drawn pairs as they are, and weighted to the corpus."""
    pairs, population = read_pairs()
    told = read_articles({name for pair in pairs for name in (pair.one, pair.other)}, corpus)
    found = [is_found(told[pair.one], told[pair.other]) for pair in pairs]
    drawn = collections.Counter(pair.stratum for pair in pairs)
    weights = {name: size / drawn[name] for name, size in population.items()}
    return score_pairs(pairs, found), score_pairs(pairs, found, weights)


if __name__ == "__main__":
    plain, weighted = measure()
    print(f"as drawn: precision {plain.precision:.3f} recall {plain.recall:.3f}")
    print(f"weighted: precision {weighted.precision:.3f} recall {weighted.recall:.3f}")
