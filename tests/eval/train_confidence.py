"""Fit the confidence model: `python -m tests.eval.train_confidence [--write]`.

Data: drafts of the annotated articles and the bundled sample (right when matched with an annotated incident), of corpus
articles with verdicts, and of researched reports (drafts that fit). Five folds by article; prints their scores and the
reliability table. Judged sentences have models of their own (`train_sentences`), fitted after this one.
"""

import argparse
import datetime as dt
import gzip
import importlib.util
import json
import pathlib
import random
import types
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from tests.eval.suites import CASES
from tests.golden.answer_key import gold_articles
from transforms.extract import article as extraction
from transforms.extract import confidence
from transforms.extract.features import features_of

FOLDS = 5
RIDGE = 2.0
VERDICTS = pathlib.Path(__file__).with_name("corpus_verdicts.tsv")
WEIGHTS = pathlib.Path(extraction.__file__).parent / "data" / "confidence_weights.tsv"
Example = tuple[str, dict[str, float], int, float]
"""(group, features, label, weight)."""


def recording_extractor(seen: list[dict[str, float]]) -> extraction.Extractor:
    """Return an extractor that accepts every draft and records its features in order of its rows."""

    def accept(reading, draft, kind, uses, totals):  # type: ignore[no-untyped-def]
        reason = confidence.refused(draft, uses, totals, reading.document.words)
        if reason:
            return confidence.Confidence(0.0, reason)
        seen.append(features_of(reading, draft, kind, uses, totals))
        return confidence.Confidence(float(len(seen) - 1) + 1e6, "")

    extraction.confidence_of = accept  # type: ignore[attr-defined]
    return extraction.build_extractor()


def load_scorer(path: pathlib.Path) -> types.ModuleType:
    """Return the scorer of the annotated articles, which stays beside the project."""
    spec = importlib.util.spec_from_file_location("article_scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article_examples(
    articles: Iterable[dict[str, Any]],
    scorer: types.ModuleType,
    extractor: extraction.Extractor,
    seen: list[dict[str, float]],
) -> Iterator[Example]:
    """Yield examples of annotated articles."""
    for art in articles:
        rows = extractor.extract({**art, "article_id": art["id"]}).incidents
        rows = json.loads(json.dumps(rows, default=str))
        matched = {j for _, j, _ in scorer.assign(art, art["gold"]["incidents"], rows)}
        verdicts: dict[int, int] = defaultdict(int)
        for j, row in enumerate(rows):
            verdicts[int(row["confidence"] - 1e6)] |= j in matched
        for index, label in verdicts.items():
            yield art["id"], seen[index], label, 1.5


def corpus_examples(
    folder: pathlib.Path, extractor: extraction.Extractor, seen: list[dict[str, float]]
) -> Iterator[Example]:
    """Yield drafts of corpus articles with their verdicts by reading: that on the draft's words, else on the article."""
    verdicts: dict[str, list[tuple[int, int, int, str]]] = defaultdict(list)
    for line in VERDICTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "article_id")):
            article_id, start, end, verdict, by = line.split("\t")
            verdicts[article_id].append((int(start), int(end), int(verdict == "y"), by))
    for name in ("saudinewsnet", "aljazeera_briefs"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for art in (row for row in map(json.loads, lines) if row["id"] in verdicts):
                told = verdicts.pop(art["id"])
                drafts: dict[int, tuple[int, float]] = {}
                for row in extractor.extract({**art, "article_id": art["id"]}).incidents:
                    found = _verdict_on(row, told)
                    if found is not None:
                        drafts.setdefault(int(row["confidence"] - 1e6), found)
                for index, (label, weight) in drafts.items():
                    yield f"co-{art['id']}", seen[index], label, weight


def _verdict_on(row: Any, told: list[tuple[int, int, int, str]]) -> tuple[int, float] | None:
    """Return (label, weight) of the verdict on the words of a row; an article's verdict counts half."""
    if told[0][3] == "article":
        return told[0][2], 0.5
    start, end = row["evidence_start"], row["evidence_end"]
    start, end = (-1, 0) if start is None else (start, end)
    for first, last, label, by in told:
        shared = min(end, last) - max(start, first)
        if (start == first == -1) or shared > 0.6 * min(end - start, last - first):
            return label, 0.5 if by == "half" else 1.0
    return None


def researched_examples(
    folder: pathlib.Path, extractor: extraction.Extractor, seen: list[dict[str, float]]
) -> Iterator[Example]:
    """Yield the drafts of researched reports that fit their incident in governorate and day; of others nothing is known."""
    incidents = {
        row["incident"]: row for row in map(json.loads, (folder / "airwars_incidents.jsonl").open(encoding="utf-8"))
    }
    for line in (folder / "airwars_articles.jsonl").open(encoding="utf-8"):
        art = json.loads(line)
        truth = incidents[art["incident"]]
        for row in extractor.extract({**art, "article_id": art["id"]}).incidents:
            near = abs((row["date_start"] - dt.date.fromisoformat(truth["date"])).days) <= 1
            if near and truth["admin1_ar"] and row["admin1_name_ar"] == truth["admin1_ar"]:
                yield art["id"], seen[int(row["confidence"] - 1e6)], 1, 0.4
                break


def fit(features: np.ndarray, labels: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return ridge-penalized logistic weights (Newton steps); the first column is the bias and not penalized."""
    beta = np.zeros(features.shape[1])
    penalty = np.full(features.shape[1], RIDGE)
    penalty[0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-features @ beta))
        gradient = features.T @ (weight * (labels - p)) - penalty * beta
        hessian = (features * (weight * p * (1 - p))[:, None]).T @ features + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def main() -> None:
    """Fit, print, and with --write store the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store the weights")
    parser.add_argument("--threshold", type=float, default=0.5, help="drafts below are refused")
    parser.add_argument("--threshold-one", type=float, default=0.33, help="the same for posts")
    parser.add_argument("--threshold-short", type=float, default=0.40, help="the same for short reports with a title")
    arguments = parser.parse_args()
    folder = CASES
    seen: list[dict[str, float]] = []
    scorer = load_scorer(folder / "score.py")
    annotated = map(json.loads, (folder / "articles.jsonl").open(encoding="utf-8"))
    extractor = recording_extractor(seen)
    examples = [
        *article_examples(annotated, scorer, extractor, seen),
        *article_examples(gold_articles(), scorer, extractor, seen),
        *corpus_examples(folder.parent / "corpora", extractor, seen),
        *researched_examples(folder, extractor, seen),
    ]
    counts: dict[str, int] = defaultdict(int)
    for _, features, _, _ in examples:
        for name in features:
            counts[name] += 1
    least = {"word:": 8, "lemma": 5}
    names = ["bias", *sorted(name for name, count in counts.items() if count >= least.get(name[:5], 5))]
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    x[:, 0] = 1
    for i, (_, features, _, _) in enumerate(examples):
        for name, value in features.items():
            if name in column:
                x[i, column[name]] = value
    y = np.array([label for _, _, label, _ in examples], dtype=float)
    w = np.array([weight for *_, weight in examples])
    held_out = cross_validate(x, y, w, [group for group, *_ in examples])
    report(examples, held_out, arguments.threshold)
    if arguments.write:
        thresholds = {
            "threshold": arguments.threshold,
            "threshold:one": arguments.threshold_one,
            "threshold:short": arguments.threshold_short,
        }
        origin = "features.py, fitted by `python -m tests.eval.train_confidence`"
        write_weights(WEIGHTS, origin, names, fit(x, y, w), thresholds)


def cross_validate(x: np.ndarray, y: np.ndarray, w: np.ndarray, groups: list[str]) -> np.ndarray:
    """Return held-out probabilities, five folds by article."""
    order = sorted(set(groups))
    random.Random(7).shuffle(order)
    fold = {group: i % FOLDS for i, group in enumerate(order)}
    folds = np.array([fold[group] for group in groups])
    out = np.zeros(len(y))
    for k in range(FOLDS):
        beta = fit(x[folds != k], y[folds != k], w[folds != k])
        out[folds == k] = 1 / (1 + np.exp(-x[folds == k] @ beta))
    return out


def report(examples: list[Example], p: np.ndarray, threshold: float) -> None:
    """Print held-out precision and recall of each source and the reliability table."""
    named = {"annotated": ("aj-", "snn-", "seed"), "corpus": ("co-",)}
    known = tuple(prefix for prefixes in named.values() for prefix in prefixes)
    y = np.array([label for _, _, label, _ in examples])
    for source, prefixes in {**named, "sample": ()}.items():
        chosen = [
            group.startswith(prefixes) if prefixes else not group.startswith((*known, "aw-")) for group, *_ in examples
        ]
        mine = np.array(chosen)
        for cut in (0.2, 0.3, threshold, 0.5, 0.6):
            kept = mine & (p >= cut)
            right = y[kept].sum()
            print(
                f"{source:9} cut {cut:.2f}  kept {kept.sum():4}  precision {right / max(1, kept.sum()):.3f}  of right ones {right / max(1, y[mine].sum()):.3f}"
            )
    print("reliability (held out): confidence, rows, right")
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.sum():
            print(f"  {low:.1f}-{low + 0.1:.1f}  {inside.sum():4}  {y[inside].mean():.2f}")


def write_weights(
    path: pathlib.Path, origin: str, names: Sequence[str], beta: np.ndarray, thresholds: dict[str, float]
) -> None:
    """Write a weights file; `origin` tells in its first line what was fitted and by which command."""
    head = f"# Weights of the logistic model over {origin}; do not edit by hand.\n"
    rows = "".join(f"{name}\t{value:.3f}\n" for name, value in zip(names, beta, strict=True))
    cuts = "".join(f"{name}\t{value}\n" for name, value in thresholds.items())
    path.write_text(f"{head}feature\tweight\n{rows}{cuts}", encoding="utf-8")


if __name__ == "__main__":
    main()
