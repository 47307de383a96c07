"""Fit the confidence model of demonstrations and riots: `python -m tests.eval.train_crowds [--write]`.

Data: crowd drafts of the annotated articles, the bundled sample, the judged sentences and of corpus articles with verdicts
by reading. Folds by article, repeated; prints held-out precision and recall over all sentences of the judges
(`transforms/extract/data/crowd_weights.tsv`).
"""

import argparse
import gzip
import json
import pathlib
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from tests.eval import train_confidence as base
from tests.eval.suites import CASES
from tests.golden.answer_key import gold_articles
from transforms.extract import article as extraction
from transforms.extract import confidence
from transforms.extract.crowds import CROWD_KINDS, crowd_features, is_shooting

FOLDS, ROUNDS = 5, 10
RIDGE = 3.0
LEAST = 4
LABEL_WEIGHTS = {"yes": 1.0, "easy no": 0.5, "difficult no": 0.5}
"""Judges disagreed on the "no" sentences, many of which tell a demonstration plainly."""
VERDICTS = pathlib.Path(__file__).with_name("crowd_verdicts.tsv")
WEIGHTS = pathlib.Path(extraction.__file__).parent / "data" / "crowd_weights.tsv"
Example = base.Example


def recording_extractor(seen: list[dict[str, float]]) -> extraction.Extractor:
    """Return an extractor that accepts every draft and records the features of crowd drafts ({} for others)."""

    def accept(reading, draft, kind, uses, totals):  # type: ignore[no-untyped-def]
        reason = confidence.refused(draft, uses, totals, reading.document.words)
        if reason:
            return confidence.Confidence(0.0, reason)
        mine = kind in CROWD_KINDS and not is_shooting(kind, totals)
        seen.append(crowd_features(reading, draft, kind, uses, totals) if mine else {})
        return confidence.Confidence(float(len(seen) - 1) + 1e6, "")

    extraction.confidence_of = accept  # type: ignore[attr-defined]
    return extraction.build_extractor()


def index_of(row: extraction.Row) -> int:
    """Return the place in the record that the recording extractor wrote for confidence."""
    return int(str(row["confidence"]).partition(".")[0]) - 10**6


def sentence_examples(
    path: pathlib.Path, extractor: extraction.Extractor, seen: list[dict[str, float]]
) -> tuple[list[Example], dict[str, str]]:
    """Return the examples of judged sentences and {id: label} of all of them, those without a draft too."""
    examples: list[Example] = []
    labels: dict[str, str] = {}
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        if row["label"] == "ambiguous":
            continue
        labels[row["id"]] = row["label"]
        found = extractor.extract({**row, "article_id": row["id"]}).incidents
        crowd = [row for row in found if row["sub_event_type"] in CROWD_KINDS]
        drafts = {index for index in map(index_of, crowd) if seen[index]}
        weight = LABEL_WEIGHTS[row["label"]]
        examples += [(row["id"], seen[index], int(row["label"] == "yes"), weight / len(drafts)) for index in drafts]
    return examples, labels


def read_examples(
    folder: pathlib.Path, extractor: extraction.Extractor, seen: list[dict[str, float]]
) -> Iterator[Example]:
    """Yield crowd drafts of corpus articles with the verdicts of `crowd_verdicts.tsv`, found again by their words."""
    verdicts: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for line in VERDICTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "article_id")):
            article_id, start, end, verdict = line.split("\t")
            verdicts[article_id].append((int(start), int(end), int(verdict == "y")))
    for name in ("saudinewsnet", "aljazeera_briefs"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for art in (row for row in map(json.loads, lines) if row["id"] in verdicts):
                told = verdicts.pop(art["id"])
                for row in extractor.extract({**art, "article_id": art["id"]}).incidents:
                    label = _label_of(row["evidence_start"], row["evidence_end"], told)
                    if label is not None and row["sub_event_type"] in CROWD_KINDS:
                        yield f"cv-{art['id']}", seen[index_of(row)], label, 0.7


def _label_of(start: object, end: object, told: Sequence[tuple[int, int, int]]) -> int | None:
    """Return the verdict on the words [start, end) of a row (None, None: the headline)."""
    if not isinstance(start, int) or not isinstance(end, int):
        return next((label for first, _, label in told if first == -1), None)
    for first, last, label in told:
        if min(end, last) - max(start, first) > 0.6 * min(end - start, last - first):
            return label
    return None


def article_examples(extractor: extraction.Extractor, seen: list[dict[str, float]]) -> list[Example]:
    """Return the crowd drafts of annotated articles, of the bundled sample and of corpus articles with verdicts."""
    scorer = base.load_scorer(CASES / "score.py")
    annotated = map(json.loads, (CASES / "articles.jsonl").open(encoding="utf-8"))
    found = [
        *base.article_examples(annotated, scorer, extractor, seen),
        *base.article_examples(gold_articles(), scorer, extractor, seen),
        *base.corpus_examples(CASES.parent / "corpora", extractor, seen),
        *read_examples(CASES.parent / "corpora", extractor, seen),
    ]
    return [example for example in found if example[1]]


def gather_examples(seen: list[dict[str, float]]) -> tuple[list[Example], dict[str, str]]:
    """Return the crowd drafts of all sources and the labels of the judged sentences."""
    extractor = recording_extractor(seen)
    sentences, labels = sentence_examples(CASES / "gsr_protest.jsonl", extractor, seen)
    return [*sentences, *article_examples(extractor, seen)], labels


def matrix(examples: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    """Return examples x names, the bias first."""
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    x[:, 0] = 1
    for i, (_, features, _, _) in enumerate(examples):
        for name, value in features.items():
            if name in column:
                x[i, column[name]] = value
    return x


def held_out(x: np.ndarray, y: np.ndarray, w: np.ndarray, groups: Sequence[str], seed: int) -> np.ndarray:
    """Return held-out probabilities of one round of folds by article."""
    order = sorted(set(groups))
    random.Random(seed).shuffle(order)
    fold = {group: i % FOLDS for i, group in enumerate(order)}
    folds = np.array([fold[group] for group in groups])
    out = np.zeros(len(y))
    for k in range(FOLDS):
        beta = base.fit(x[folds != k], y[folds != k], w[folds != k])
        out[folds == k] = 1 / (1 + np.exp(-x[folds == k] @ beta))
    return out


def sentence_scores(groups: Sequence[str], p: np.ndarray, labels: dict[str, str], cut: float) -> tuple[float, float]:
    """Return (recall, precision) over the judged sentences when drafts from `cut` on are kept."""
    kept = {group for group, value in zip(groups, p, strict=True) if value >= cut and group in labels}
    right = sum(labels[group] == "yes" for group in kept)
    return right / sum(label == "yes" for label in labels.values()), right / max(1, len(kept))


def report(
    examples: Sequence[Example], rounds: Sequence[np.ndarray], fitted: np.ndarray, labels: dict[str, str]
) -> None:
    """Print fitted and held-out scores by threshold, for the sentences and for whole articles."""
    groups = [group for group, *_ in examples]
    y = np.array([label for _, _, label, _ in examples])
    whole = np.array([group not in labels for group in groups])
    print(f"{len(examples)} drafts, {int(whole.sum())} of whole articles ({int(y[whole].sum())} right)")
    for cut in (0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.2, 0.25, 0.3, 0.35):
        out = np.array([sentence_scores(groups, p, labels, cut) for p in rounds])
        mine = sentence_scores(groups, fitted, labels, cut)
        print(
            f"sentences cut {cut:.2f}  held out recall {out[:, 0].mean():.3f} precision {out[:, 1].mean():.3f}"
            f" (sd {out[:, 1].std():.3f})  fitted {mine[0]:.3f} {mine[1]:.3f}"
        )
    for cut in (0.2, 0.3, 0.4, 0.5, 0.6):
        kept = [whole & (p >= cut) for p in rounds]
        precision = np.mean([y[k].mean() if k.any() else 0.0 for k in kept])
        recall = np.mean([y[k].sum() / max(1, y[whole].sum()) for k in kept])
        print(f"articles  cut {cut:.2f}  held out recall {recall:.3f} precision {precision:.3f}")
    mean = np.mean(rounds, axis=0)
    print("reliability (held out): confidence, drafts, right")
    for low in np.arange(0, 1, 0.2):
        inside = (mean >= low) & (mean < low + 0.2)
        if inside.sum():
            print(f"  {low:.1f}-{low + 0.2:.1f}  {inside.sum():4}  {y[inside].mean():.2f}")


def main() -> None:
    """Fit, print, and with --write store the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store the weights")
    parser.add_argument("--threshold", type=float, default=0.50, help="drafts of articles below are refused")
    parser.add_argument("--threshold-one", type=float, default=0.22, help="the same for posts and lone sentences")
    parser.add_argument("--threshold-short", type=float, default=0.40, help="the same for short reports with a title")
    arguments = parser.parse_args()
    base.RIDGE = RIDGE
    examples, labels = gather_examples([])
    counts: dict[str, int] = defaultdict(int)
    for _, features, _, _ in examples:
        for name in features:
            counts[name] += 1
    names = ["bias", *sorted(name for name, count in counts.items() if count >= LEAST)]
    x = matrix(examples, names)
    y = np.array([label for _, _, label, _ in examples], dtype=float)
    w = np.array([weight for *_, weight in examples])
    groups = [group for group, *_ in examples]
    rounds = [held_out(x, y, w, groups, seed) for seed in range(ROUNDS)]
    beta = base.fit(x, y, w)
    report(examples, rounds, 1 / (1 + np.exp(-x @ beta)), labels)
    if arguments.write:
        cuts = {
            "threshold": arguments.threshold,
            "threshold:one": arguments.threshold_one,
            "threshold:short": arguments.threshold_short,
        }
        origin = "crowds.py, fitted by `python -m tests.eval.train_crowds`"
        base.write_weights(WEIGHTS, origin, names, beta, cuts)


if __name__ == "__main__":
    main()
