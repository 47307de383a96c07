"""Fit the weights of linking: `python -m tests.eval.train_links [--write]`.

Data: pairs of newspaper rows judged by reading (link_pairs.tsv) and the pairs of the sample's answer key. The weights are
those of a logistic regression whose prior is normal around the weights set by hand. Five folds by governorate, so that no
event is on both sides; prints held-out log loss, area under the curve and pair scores of hand, present and fitted
weights, and with --write stores the fitted ones in `transforms/link/data/weights.tsv`.
"""

import argparse
import csv
import dataclasses
import datetime as dt
import gzip
import itertools
import json
import pathlib
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from tests.eval.suites import SHARED
from tests.golden.answer_key import load_events
from tests.golden.link_scores import find_row
from tests.golden.sample_rows import sample_rows
from transforms.extract.article import Extractor, build_extractor
from transforms.lexicon.schema import read_tsv
from transforms.link import score as scoring
from transforms.link.telling import Telling, read_telling

FOLDS = 5
PRIOR_DEVIATION = 0.15
"""How far a weight may well lie from the one set by hand, in log odds; wider priors were worse held out."""
PAIRS = pathlib.Path(__file__).with_name("link_pairs.tsv")
WEIGHTS = pathlib.Path(scoring.__file__).parent / "data" / "weights.tsv"
CORPORA = ("saudinewsnet", "aljazeera_briefs")
RANKED = (
    ("words copied", "words close", "words alike", "words some", "words few", "words none"),
    ("toll equal many", "toll equal few", "toll compatible", "toll updated", "toll differs", "toll conflicts"),
    ("toll updated", "toll jumps"),
    ("injured equal many", "injured equal few", "injured compatible", "injured updated", "injured differs"),
    ("injured differs", "injured conflicts"),
    ("injured updated", "injured jumps"),
    ("detained equal many", "detained equal few", "detained compatible", "detained updated", "detained differs"),
    ("place within 3 km", "place within 15 km", "place within 40 km"),
    ("place same", "place in district", "place in governorate", "place only governorate", "place only country"),
    ("date same day", "date overlap", "date next day", "date two days"),
    ("initiator same", "initiator differs"),
    ("target same", "target differs"),
    ("site same", "site differs"),
    ("weapon same", "weapon differs"),
)
"""Findings in an order that their weights keep: the first says no less for one event than the next."""
Row = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Example:
    """Two tellings with their findings; `offset` is what their kinds say, where they differ."""

    source: str
    group: str
    findings: tuple[str, ...]
    offset: float
    label: bool


def make_example(source: str, one: Telling, other: Telling, *, label: bool) -> Example | None:
    """Return an example, None when the two cannot be of one event and no weight would change that."""
    findings = scoring.compare(one, other)
    if findings is None:
        return None
    kind = scoring.kind_weight(one.kind, other.kind) or 0.0
    known = ("bias", "kind same", *findings) if one.kind == other.kind else ("bias", *findings)
    group = f"{one.country} {min(one.admin1 or '', other.admin1 or '')}"
    return Example(source, group, known, 0.0 if one.kind == other.kind else kind, label)


def judged_examples(extractor: Extractor, folder: pathlib.Path) -> Iterator[Example]:
    """Yield the judged pairs of newspaper rows; pairs whose rows are no longer extracted are left out."""
    lines = (line for line in PAIRS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    pairs = list(csv.DictReader(lines, delimiter="\t"))
    rows = _extract(extractor, folder, {pair[f"article_{side}"] for pair in pairs for side in "ab"})
    n_lost = 0
    for pair in pairs:
        found = [_find(pair, side, rows[pair[f"article_{side}"]]) for side in "ab"]
        example = None
        if found[0] is not None and found[1] is not None:
            one, other = map(read_telling, found)
            example = make_example("judged", one, other, label=pair["verdict"] == "y")
        if example is None:
            n_lost += 1
        else:
            yield example
    print(
        f"judged pairs: {len(pairs)}, of which {n_lost} have a row no longer or cannot be linked whatever the weights"
    )


def _extract(extractor: Extractor, folder: pathlib.Path, wanted: set[str]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for name in CORPORA:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for article in (art for art in map(json.loads, lines) if art["id"] in wanted):
                at = dt.datetime.fromisoformat(article["published_at"])
                told = {"published_at": at if at.tzinfo else at.replace(tzinfo=dt.UTC)}
                found = extractor.extract({**article, "article_id": article["id"]}).incidents
                rows[article["id"]] = [{**row, **told} for row in found]
    return rows


def _find(pair: Mapping[str, str], side: str, rows: Sequence[Row]) -> Row | None:
    """Return the row of an article that was judged: it holds the evidence, else is of the same kind, place and day.

    Of several the one of the same kind and place, then the one of the nearest day. What the evidence tells was judged,
    so the extractor may since have read another day or place in it.
    """
    start, day = int(pair[f"start_{side}"]), dt.date.fromisoformat(pair[f"day_{side}"])
    kind, place = pair[f"kind_{side}"], pair[f"place_{side}"]

    def unlike(row: Row) -> tuple[int, int, int]:
        return (
            (row["sub_event_type"] != kind) + ((row["place_id"] or "") != place),
            abs((row["date_start"] - day).days),
            0,
        )

    same = [row for row in rows if _holds(row, start)] or [r for r in rows if not unlike(r)[0] and unlike(r)[1] <= 1]
    return min(same, key=unlike, default=None)


def _holds(row: Row, start: int) -> bool:
    if row["evidence_start"] is None or start < 0:
        return row["evidence_start"] is None and start < 0
    return bool(row["evidence_start"] - 60 <= start <= row["evidence_end"])


def sample_examples(extractor: Extractor) -> Iterator[Example]:
    """Yield the pairs of rows by which the sample's articles tell the events of its key."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in sample_rows(extractor):
        rows[row["key"]].append(row)
    told = [
        (event["event_key"], row)
        for event in load_events()["events"]
        for member in event["articles"]
        if (row := find_row(event, member, rows.get(member["id"], ()))) is not None
    ]
    for (key, one), (other_key, other) in itertools.combinations(told, 2):
        if one["article_id"] != other["article_id"]:
            example = make_example("sample", read_telling(one), read_telling(other), label=key == other_key)
            if example is not None:
                yield example


def fit(x: np.ndarray, y: np.ndarray, offset: np.ndarray, hand: np.ndarray) -> np.ndarray:
    """Return the weights that are likeliest given the labels and the prior around `hand` (Newton steps)."""
    weights, precision = hand.copy(), 1 / PRIOR_DEVIATION**2
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ weights + offset)))
        gradient = x.T @ (y - p) - precision * (weights - hand)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + precision * np.eye(len(hand))
        step = np.linalg.solve(hessian, gradient)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def rank(weights: dict[str, float]) -> dict[str, float]:
    """Return weights that keep the order of `RANKED`: neighbours out of order get their mean."""
    ranked = dict(weights)
    for _ in range(20):
        for first, second in (pair for chain in RANKED for pair in itertools.pairwise(chain)):
            if ranked[first] < ranked[second]:
                ranked[first] = ranked[second] = (ranked[first] + ranked[second]) / 2
    return ranked


def folds_of(examples: Sequence[Example]) -> np.ndarray:
    """Return the fold of each example, by its group."""
    groups = sorted({example.group for example in examples})
    random.Random(11).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    return np.array([fold[example.group] for example in examples])


def area_under_curve(value: np.ndarray, y: np.ndarray) -> float:
    """Return how often a pair of one event has a higher value than a pair of two."""
    same, other = value[y == 1], value[y == 0]
    return (
        float(((same[:, None] > other).mean() + (same[:, None] >= other).mean()) / 2) if len(same) * len(other) else 1.0
    )


def report(name: str, examples: Sequence[Example], value: np.ndarray) -> None:
    """Print log loss, area under the curve, and precision and recall above even odds, by source."""
    y = np.array([example.label for example in examples], dtype=float)
    for source in ("judged", "sample"):
        mine = np.array([example.source == source for example in examples])
        p, label, odds = 1 / (1 + np.exp(-value[mine])), y[mine], value[mine]
        loss = -np.mean(label * np.log(p) + (1 - label) * np.log(1 - p))
        right = label[odds > 0].sum()
        print(
            f"{name:8} {source:7} pairs {mine.sum():5}  log loss {loss:.3f}  area {area_under_curve(odds, label):.3f}  "
            f"precision {right / max(1, (odds > 0).sum()):.3f}  recall {right / max(1, label.sum()):.3f}"
        )


def write_weights(weights: Mapping[str, float]) -> None:
    """Write the weights back to their table, rounded to a tenth; all else stays."""
    lines = []
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0] in weights:
            cells[1] = f"{weights[cells[0]]:.1f}"
        lines.append("\t".join(cells))
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, print, and with --write store the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store the weights")
    arguments = parser.parse_args()
    extractor = build_extractor()
    examples = [*judged_examples(extractor, SHARED / "corpora"), *sample_examples(extractor)]
    table = {row["finding"]: row for row in read_tsv("transforms.link", "weights")}
    names = list(table)
    column = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    for number, example in enumerate(examples):
        x[number, [column[name] for name in example.findings]] = 1
    y = np.array([example.label for example in examples], dtype=float)
    offset = np.array([example.offset for example in examples])
    hand, present = (np.array([float(table[name][kind]) for name in names]) for kind in ("hand", "weight"))
    folds, held_out = folds_of(examples), np.zeros(len(examples))
    for k in range(FOLDS):
        kept = folds != k
        fitted = rank(dict(zip(names, fit(x[kept], y[kept], offset[kept], hand), strict=True)))
        held_out[~kept] = x[~kept] @ np.array([fitted[name] for name in names]) + offset[~kept]
    report("hand", examples, x @ hand + offset)
    report("present", examples, x @ present + offset)
    report("held out", examples, held_out)
    fitted = rank(dict(zip(names, fit(x, y, offset, hand), strict=True)))
    for name in sorted(names, key=lambda name: -abs(fitted[name] - float(table[name]["hand"]))):
        n = int(x[:, column[name]].sum())
        print(f"  {name:22} hand {float(table[name]['hand']):5.1f}  fitted {fitted[name]:5.2f}  in {n} pairs")
    if arguments.write:
        write_weights(fitted)


if __name__ == "__main__":
    main()
