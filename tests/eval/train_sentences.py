"""Fit the models of lone sentences: `python -m tests.eval.train_sentences [--write]`.

Data: the judged sentences, which the model of articles must not have seen (fit that one first); for demonstrations, of
which they tell few, also the crowd drafts of articles and the corpus sentences with a verdict by reading, with less
weight; those on violence only test. Folds by sentence, repeated.
"""

import json
import pathlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tests.eval import fitting, train_crowds
from tests.eval.fitting import Example
from tests.eval.recording import Describe, corpus_articles, index_of, recording_extractor
from tests.eval.suites import CASES
from transforms.extract import article as extraction
from transforms.extract import confidence, sentences
from transforms.extract.crowds import CROWD_KINDS, is_shooting
from transforms.extract.drafts import Draft
from transforms.extract.features import features_of
from transforms.extract.fields import Toll
from transforms.extract.parties import ActorUse
from transforms.extract.reading import Reading

ROUNDS = 5
ARTICLES = 0.25
"""Weight of a crowd told in an article beside one told in a sentence."""
LABEL_WEIGHTS = {"yes": 0.6, "easy no": 0.5, "difficult no": 0.2}
"""Judges disagreed most on "difficult no", which holds many plain reports of attacks."""
ELSEWHERE = "articles"
"""Beside the features of a draft of violence, protesters shot at among them: what the model of articles thinks of it. No weight is fitted to it."""
VERDICTS = pathlib.Path(__file__).with_name("sentence_verdicts.tsv")
READ = "read"
"""How the groups of sentences with a verdict by reading begin."""
CUTS = (0.22, 0.26, 0.28, 0.29, 0.305, 0.32, 0.34, 0.36, 0.38, 0.4, 0.42, 0.46)
THRESHOLDS = {"threshold": (0.38, "drafts of violence"), "threshold:crowds": (0.305, "drafts of crowds")}
Labels = dict[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """One model: its suite of sentences, weights file, threshold, how strongly weights are held down, label weights.

    `corpus` is the weight of a corpus sentence with a verdict, 0 when it only tests.
    """

    suite: str
    weights: str
    threshold: str
    ridge: float
    label_weights: Mapping[str, float]
    corpus: float


VIOLENCE = Task("gsr_assault", "sentence_weights", "threshold", 3.3, LABEL_WEIGHTS, 0.0)
CROWDS = Task("gsr_protest", "sentence_crowd_weights", "threshold:crowds", 16.0, train_crowds.LABEL_WEIGHTS, 0.15)


def describing(task: Task) -> Describe:
    """Return what names the features of a draft of a task, {} for a draft of the other model."""

    def describe(
        reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
    ) -> dict[str, float]:
        if not sentences.is_judged(kind) or (kind in CROWD_KINDS) != (task is CROWDS):
            return {}
        name_features = sentences.crowd_features if task is CROWDS else sentences.violence_features
        told = name_features(reading, draft, kind, uses, totals)
        if task is CROWDS and not is_shooting(kind, totals):
            return told
        return {**told, ELSEWHERE: confidence.model().probability(features_of(reading, draft, kind, uses, totals))}

    return describe


def _drafts_of(
    article: Mapping[str, object], extractor: extraction.Extractor, seen: list[dict[str, float]]
) -> set[int]:
    """Return the numbers of the drafts of a sentence that belong to the task."""
    found = extractor.extract(dict(article)).incidents
    return {index for index in map(index_of, found) if seen[index]}


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
        drafts = _drafts_of({**row, "article_id": row["id"]}, extractor, seen)
        weight = task.label_weights[row["label"]] / max(1, len(drafts))
        examples += [(row["id"], seen[index], int(row["label"] == "yes"), weight) for index in drafts]
    return examples, labels


def read_verdicts(suite: str) -> dict[str, list[tuple[int, int, str]]]:
    """Return {article: (start, end, label)} of the corpus sentences with a verdict of a suite."""
    told: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in VERDICTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "article_id")):
            article_id, start, end, name, verdict = line.split("\t")
            if f"gsr_{name}" == suite:
                told[article_id].append((int(start), int(end), "yes" if verdict == "y" else "easy no"))
    return told


def corpus_sentences(suite: str) -> Iterator[tuple[str, dict[str, object], str]]:
    """Yield (group, the sentence as a text of its own, label) of the corpus sentences with a verdict."""
    told = read_verdicts(suite)
    for article in corpus_articles(CASES.parent / "corpora", told):
        for start, end, label in told.pop(article["id"]):
            text = article["text"][start:end]
            stopped = text if text.endswith((".", "?", "!", "\u061f")) else f"{text}."
            group = f"{READ}-{article['id']}-{start}"
            alone = {"id": group, "article_id": group, "title": "", "text": stopped, "published_at": None}
            yield group, alone, label


def corpus_examples(
    task: Task, extractor: extraction.Extractor, seen: list[dict[str, float]]
) -> tuple[list[Example], Labels]:
    """Return the examples of corpus sentences with a verdict and {group: label} of all of them."""
    examples: list[Example] = []
    labels: Labels = {}
    for group, alone, label in corpus_sentences(task.suite):
        labels[group] = label
        drafts = _drafts_of(alone, extractor, seen)
        weight = task.corpus / max(1, len(drafts))
        examples += [(group, seen[index], int(label == "yes"), weight) for index in drafts]
    return examples, labels


def gather(task: Task) -> tuple[list[Example], Labels, Labels]:
    """Return the examples of a model, the labels of the judged sentences, and those of the corpus sentences."""
    seen: list[dict[str, float]] = []
    extractor = recording_extractor(seen, describing(task))
    examples, labels = sentence_examples(task, extractor, seen)
    if task is CROWDS:
        others = train_crowds.article_examples(extractor, seen)
        examples += [(group, features, label, weight * ARTICLES) for group, features, label, weight in others]
    read, read_labels = corpus_examples(task, extractor, seen)
    return [*examples, *read], labels, read_labels


def fit(task: Task, options: fitting.Options) -> None:
    """Fit a model, print its held-out and fitted scores, and with `write` store it."""
    examples, labels, read = gather(task)
    plain = [(group, _without(features), label, weight) for group, features, label, weight in examples]
    table = fitting.tabulate(plain)
    beta = fitting.fit(table.x, table.y, table.w, task.ridge)
    elsewhere = [features.get(ELSEWHERE) for _, features, _, _ in examples]
    rounds = [_weighed(task, fitting.held_out(table, task.ridge, seed), elsewhere) for seed in range(ROUNDS)]
    fitted = _weighed(task, fitting.probabilities(table.x, beta), elsewhere)
    print(f"{task.suite}: {len(examples)} drafts, {len(labels)} judged sentences")
    fitting.report_cuts(table.groups, labels, rounds, fitted, CUTS)
    threshold = options.thresholds[task.threshold]
    print(f"  {len(read)} corpus sentences:")
    fitting.report_cuts(table.groups, read, rounds, fitted, (threshold,))
    if options.write:
        path = pathlib.Path(extraction.__file__).parent / "data" / f"{task.weights}.tsv"
        origin = "sentences.py, fitted by `python -m tests.eval.train_sentences`"
        fitting.write_weights(path, origin, table.names, beta, {"threshold": threshold})


def _without(features: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in features.items() if name != ELSEWHERE}


def _weighed(task: Task, told: np.ndarray, elsewhere: Sequence[float | None]) -> np.ndarray:
    share = sentences.SHOT_AT if task is CROWDS else sentences.ELSEWHERE
    pairs = zip(told, elsewhere, strict=True)
    return np.array([p if other is None else sentences.weigh(float(p), other, share) for p, other in pairs])


def main() -> None:
    """Fit both models, print, and with --write store the weights."""
    options = fitting.read_options(__doc__, THRESHOLDS)
    fit(VIOLENCE, options)
    fit(CROWDS, options)


if __name__ == "__main__":
    main()
