"""Fit the confidence model of demonstrations and riots: `python -m tests.eval.train_crowds [--write]`.

Data: crowd drafts of the annotated articles, the bundled sample, the judged sentences and of corpus articles with verdicts
by reading. Folds by article, repeated; prints held-out precision and recall over all sentences of the judges
(`transforms/extract/data/crowd_weights.tsv`).
"""

import json
import pathlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from tests.eval import fitting
from tests.eval import train_confidence as base
from tests.eval.fitting import Example
from tests.eval.recording import corpus_articles, index_of, recording_extractor
from tests.eval.suites import CASES
from tests.golden.answer_key import gold_articles
from transforms.extract import article as extraction
from transforms.extract.crowds import CROWD_KINDS, crowd_features, is_shooting
from transforms.extract.drafts import Draft
from transforms.extract.fields import Toll
from transforms.extract.parties import ActorUse
from transforms.extract.reading import Reading

ROUNDS = 10
RIDGE = 3.0
THRESHOLDS = {
    "threshold": (0.50, "drafts of articles"),
    "threshold:one": (0.22, "drafts of posts and lone sentences"),
    "threshold:short": (0.40, "drafts of short reports with a title"),
}
SENTENCE_CUTS = (0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.2, 0.25, 0.3, 0.35)
LABEL_WEIGHTS = {"yes": 1.0, "easy no": 0.5, "difficult no": 0.5}
"""Judges disagreed on the "no" sentences, many of which tell a demonstration plainly."""
VERDICTS = pathlib.Path(__file__).with_name("crowd_verdicts.tsv")
WEIGHTS = pathlib.Path(extraction.__file__).parent / "data" / "crowd_weights.tsv"


def describe(
    reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
) -> dict[str, float]:
    """Return the features of a crowd's draft, {} for others."""
    mine = kind in CROWD_KINDS and not is_shooting(kind, totals)
    return crowd_features(reading, draft, kind, uses, totals) if mine else {}


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
    for art in corpus_articles(folder, verdicts):
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
    extractor = recording_extractor(seen, describe)
    sentences, labels = sentence_examples(CASES / "gsr_protest.jsonl", extractor, seen)
    return [*sentences, *article_examples(extractor, seen)], labels


def report(
    examples: Sequence[Example], rounds: Sequence[np.ndarray], fitted: np.ndarray, labels: dict[str, str]
) -> None:
    """Print fitted and held-out scores by threshold, for the sentences and for whole articles."""
    groups = [group for group, *_ in examples]
    y = np.array([label for _, _, label, _ in examples])
    whole = np.array([group not in labels for group in groups])
    print(f"{len(examples)} drafts, {int(whole.sum())} of whole articles ({int(y[whole].sum())} right)")
    fitting.report_cuts(groups, labels, rounds, fitted, SENTENCE_CUTS)
    for cut in (0.2, 0.3, 0.4, 0.5, 0.6):
        kept = [whole & (p >= cut) for p in rounds]
        precision = np.mean([y[k].mean() if k.any() else 0.0 for k in kept])
        recall = np.mean([y[k].sum() / max(1, y[whole].sum()) for k in kept])
        print(f"articles  cut {cut:.2f}  held out recall {recall:.3f} precision {precision:.3f}")
    fitting.report_reliability(np.mean(rounds, axis=0), y, 0.2, "drafts")


def main() -> None:
    """Fit, print, and with --write store the weights."""
    options = fitting.read_options(__doc__, THRESHOLDS)
    examples, labels = gather_examples([])
    table = fitting.tabulate(examples)
    rounds = [fitting.held_out(table, RIDGE, seed) for seed in range(ROUNDS)]
    beta = fitting.fit(table.x, table.y, table.w, RIDGE)
    report(examples, rounds, fitting.probabilities(table.x, beta), labels)
    if options.write:
        origin = "crowds.py, fitted by `python -m tests.eval.train_crowds`"
        fitting.write_weights(WEIGHTS, origin, table.names, beta, options.thresholds)


if __name__ == "__main__":
    main()
