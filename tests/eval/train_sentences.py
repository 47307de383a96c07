"""Fit the models of lone sentences: `python -m tests.eval.train_sentences [--write]`.

Data: the judged sentences, which the model of articles must not have seen (fit that one first); for demonstrations, of
which they tell few, also the crowd drafts of articles, with less weight. Folds by sentence, repeated.
"""

import argparse
import json
import pathlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tests.eval import train_confidence as base
from tests.eval import train_crowds
from tests.eval.suites import CASES
from tests.eval.train_confidence import Example
from transforms.extract import article as extraction
from transforms.extract import confidence, sentences
from transforms.extract.crowds import CROWD_KINDS, is_shooting
from transforms.extract.drafts import Draft
from transforms.extract.features import features_of
from transforms.extract.fields import Toll
from transforms.extract.parties import ActorUse
from transforms.extract.reading import Reading

ROUNDS = 10
LEAST = 4
ARTICLES = 0.5
"""Weight of a crowd told in an article beside one told in a sentence."""
LABEL_WEIGHTS = {"yes": 0.6, "easy no": 0.5, "difficult no": 0.2}
"""Judges disagreed most on "difficult no", which holds many plain reports of attacks."""
ELSEWHERE = "articles"
"""Beside the features of a draft of violence: what the model of articles thinks of it. No weight is fitted to it."""
CUTS = (0.14, 0.18, 0.22, 0.26, 0.27, 0.28, 0.3, 0.34, 0.36, 0.38, 0.4, 0.42, 0.46)
Labels = dict[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """One model: its suite of sentences, its weights file, how strongly weights are held down, and what labels count."""

    suite: str
    weights: str
    ridge: float
    label_weights: Mapping[str, float]


VIOLENCE = Task("gsr_assault", "sentence_weights", 3.3, LABEL_WEIGHTS)
CROWDS = Task("gsr_protest", "sentence_crowd_weights", 16.0, train_crowds.LABEL_WEIGHTS)


def recording_extractor(seen: list[dict[str, float]], task: Task) -> extraction.Extractor:
    """Return an extractor that accepts every draft and records its features, {} for a draft of the other model."""

    def accept(
        reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
    ) -> confidence.Confidence:
        reason = confidence.refused(draft, uses, totals, reading.document.words)
        if reason:
            return confidence.Confidence(0.0, reason)
        crowd = kind in CROWD_KINDS and not is_shooting(kind, totals)
        features: dict[str, float] = {}
        if task is CROWDS and crowd and sentences.is_judged(kind):
            features = sentences.crowd_features(reading, draft, kind, uses, totals)
        elif task is VIOLENCE and kind not in CROWD_KINDS and sentences.is_judged(kind):
            articles = confidence.model().probability(features_of(reading, draft, kind, uses, totals))
            features = {**sentences.violence_features(reading, draft, kind, uses, totals), ELSEWHERE: articles}
        seen.append(features)
        return confidence.Confidence(float(len(seen) - 1) + 1e6, "")

    extraction.confidence_of = accept  # type: ignore[attr-defined]
    return extraction.build_extractor()


def sentence_examples(
    task: Task, extractor: extraction.Extractor, seen: list[dict[str, float]]
) -> tuple[list[Example], Labels]:
    """Return the examples of judged sentences and {id: label} of all of them, those without a draft too."""
    examples: list[Example] = []
    labels: Labels = {}
    for line in (CASES / f"{task.suite}.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["label"] == "ambiguous":
            continue
        labels[row["id"]] = row["label"]
        found = extractor.extract({**row, "article_id": row["id"]}).incidents
        drafts = {index for index in map(train_crowds.index_of, found) if seen[index]}
        weight = task.label_weights[row["label"]] / max(1, len(drafts))
        examples += [(row["id"], seen[index], int(row["label"] == "yes"), weight) for index in drafts]
    return examples, labels


def gather(task: Task) -> tuple[list[Example], Labels]:
    """Return the examples of a model and the labels of its sentences."""
    seen: list[dict[str, float]] = []
    extractor = recording_extractor(seen, task)
    examples, labels = sentence_examples(task, extractor, seen)
    if task is CROWDS:
        others = train_crowds.article_examples(extractor, seen)
        examples += [(group, features, label, weight * ARTICLES) for group, features, label, weight in others]
    return examples, labels


def fit(task: Task, *, write: bool, threshold: float) -> None:
    """Fit a model, print its held-out and fitted scores, and with `write` store it."""
    examples, labels = gather(task)
    counts = Counter(name for _, features, _, _ in examples for name in features if name != ELSEWHERE)
    names = ["bias", *sorted(name for name, count in counts.items() if count >= LEAST)]
    x = train_crowds.matrix(examples, names)
    y = np.array([label for _, _, label, _ in examples], dtype=float)
    w = np.array([weight for *_, weight in examples])
    groups = [group for group, *_ in examples]
    base.RIDGE = task.ridge
    rounds = [train_crowds.held_out(x, y, w, groups, seed) for seed in range(ROUNDS)]
    beta = base.fit(x, y, w)
    fitted = 1 / (1 + np.exp(-x @ beta))
    elsewhere = [features.get(ELSEWHERE) for _, features, _, _ in examples]
    rounds, fitted = [_weighed(p, elsewhere) for p in rounds], _weighed(fitted, elsewhere)
    report(task, groups, labels, rounds, fitted)
    if write:
        path = pathlib.Path(extraction.__file__).parent / "data" / f"{task.weights}.tsv"
        origin = "sentences.py, fitted by `python -m tests.eval.train_sentences`"
        base.write_weights(path, origin, names, beta, {"threshold": threshold})


def _weighed(told: np.ndarray, elsewhere: Sequence[float | None]) -> np.ndarray:
    pairs = zip(told, elsewhere, strict=True)
    return np.array([p if other is None else sentences.weigh(float(p), other) for p, other in pairs])


def report(task: Task, groups: list[str], labels: Labels, rounds: list[np.ndarray], fitted: np.ndarray) -> None:
    """Print recall and precision over all judged sentences by threshold, held out and fitted."""
    print(f"{task.suite}: {len(groups)} drafts, {len(labels)} sentences")
    for cut in CUTS:
        out = np.array([train_crowds.sentence_scores(groups, p, labels, cut) for p in rounds])
        mine = train_crowds.sentence_scores(groups, fitted, labels, cut)
        print(
            f"  cut {cut:.2f}  held out recall {out[:, 0].mean():.3f} precision {out[:, 1].mean():.3f}"
            f" (sd {out[:, 1].std():.3f})  fitted {mine[0]:.3f} {mine[1]:.3f}"
        )


def main() -> None:
    """Fit both models, print, and with --write store the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store the weights")
    parser.add_argument("--threshold", type=float, default=0.38, help="drafts of violence below are refused")
    parser.add_argument("--threshold-crowds", type=float, default=0.275, help="drafts of crowds below are refused")
    arguments = parser.parse_args()
    fit(VIOLENCE, write=arguments.write, threshold=arguments.threshold)
    fit(CROWDS, write=arguments.write, threshold=arguments.threshold_crowds)


if __name__ == "__main__":
    main()
