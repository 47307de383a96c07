"""Fit the models of lone sentences: `python -m tests.eval.train_sentences [--write]`.

Data: the judged sentences, which the model of articles must not have seen (fit that one first); for demonstrations, of
which they tell few, also the crowd drafts of articles, with less weight. Folds by sentence, repeated; sentences of the
corpora with a verdict by reading only test.
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
ARTICLES = 0.5
"""Weight of a crowd told in an article beside one told in a sentence."""
LABEL_WEIGHTS = {"yes": 0.6, "easy no": 0.5, "difficult no": 0.2}
"""Judges disagreed most on "difficult no", which holds many plain reports of attacks."""
ELSEWHERE = "articles"
"""Beside the features of a draft of violence: what the model of articles thinks of it. No weight is fitted to it."""
VERDICTS = pathlib.Path(__file__).with_name("sentence_verdicts.tsv")
READ = "read"
"""How the groups of sentences with a verdict by reading begin."""
CUTS = (0.14, 0.18, 0.22, 0.26, 0.275, 0.3, 0.34, 0.36, 0.38, 0.4, 0.42, 0.46)
THRESHOLDS = {"threshold": (0.38, "drafts of violence"), "threshold:crowds": (0.275, "drafts of crowds")}
Labels = dict[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """One model: its suite of sentences, weights file, threshold, how strongly weights are held down, label weights."""

    suite: str
    weights: str
    threshold: str
    ridge: float
    label_weights: Mapping[str, float]


VIOLENCE = Task("gsr_assault", "sentence_weights", "threshold", 3.3, LABEL_WEIGHTS)
CROWDS = Task("gsr_protest", "sentence_crowd_weights", "threshold:crowds", 16.0, train_crowds.LABEL_WEIGHTS)


def describing(task: Task) -> Describe:
    """Return what names the features of a draft of a task, {} for a draft of the other model."""

    def describe(
        reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
    ) -> dict[str, float]:
        crowd = kind in CROWD_KINDS and not is_shooting(kind, totals)
        if not sentences.is_judged(kind):
            return {}
        if task is CROWDS:
            return sentences.crowd_features(reading, draft, kind, uses, totals) if crowd else {}
        if kind in CROWD_KINDS:
            return {}
        articles = confidence.model().probability(features_of(reading, draft, kind, uses, totals))
        return {**sentences.violence_features(reading, draft, kind, uses, totals), ELSEWHERE: articles}

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
        examples += [(group, seen[index], int(label == "yes"), 0.0) for index in _drafts_of(alone, extractor, seen)]
    return examples, labels


def gather(task: Task) -> tuple[list[Example], Labels, list[Example], Labels]:
    """Return the examples of a model, the labels of its sentences, and those of the corpus sentences that only test."""
    seen: list[dict[str, float]] = []
    extractor = recording_extractor(seen, describing(task))
    examples, labels = sentence_examples(task, extractor, seen)
    if task is CROWDS:
        others = train_crowds.article_examples(extractor, seen)
        examples += [(group, features, label, weight * ARTICLES) for group, features, label, weight in others]
    return examples, labels, *corpus_examples(task, extractor, seen)


def fit(task: Task, options: fitting.Options) -> None:
    """Fit a model, print its held-out and fitted scores, and with `write` store it."""
    examples, labels, read, read_labels = gather(task)
    plain = [(group, _without(features), label, weight) for group, features, label, weight in examples]
    table = fitting.tabulate(plain)
    beta = fitting.fit(table.x, table.y, table.w, task.ridge)
    rounds = [fitting.held_out(table, task.ridge, seed) for seed in range(ROUNDS)]
    elsewhere = [features.get(ELSEWHERE) for _, features, _, _ in examples]
    rounds = [_weighed(p, elsewhere) for p in rounds]
    fitted = _weighed(fitting.probabilities(table.x, beta), elsewhere)
    print(f"{task.suite}: {len(examples)} drafts, {len(labels)} sentences, {len(read_labels)} of the corpora")
    fitting.report_cuts(table.groups, labels, rounds, fitted, CUTS)
    report_read(beta, table.names, read, read_labels, options.thresholds[task.threshold])
    if options.write:
        path = pathlib.Path(extraction.__file__).parent / "data" / f"{task.weights}.tsv"
        origin = "sentences.py, fitted by `python -m tests.eval.train_sentences`"
        fitting.write_weights(path, origin, table.names, beta, {"threshold": options.thresholds[task.threshold]})


def report_read(
    beta: np.ndarray, names: Sequence[str], read: Sequence[Example], labels: Labels, threshold: float
) -> None:
    """Print recall and precision over the corpus sentences, from which nothing was learned."""
    weights = dict(zip(names, beta, strict=True))
    score = [weights["bias"] + sum(weights.get(n, 0.0) * v for n, v in f.items()) for _, f, _, _ in read]
    p = _weighed(1 / (1 + np.exp(-np.array(score))), [f.get(ELSEWHERE) for _, f, _, _ in read])
    recall, precision = fitting.sentence_scores([group for group, *_ in read], p, labels, threshold)
    print(f"  corpus sentences, cut {threshold:.3f}: recall {recall:.3f} precision {precision:.3f}")


def _without(features: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in features.items() if name != ELSEWHERE}


def _weighed(told: np.ndarray, elsewhere: Sequence[float | None]) -> np.ndarray:
    pairs = zip(told, elsewhere, strict=True)
    return np.array([p if other is None else sentences.weigh(float(p), other) for p, other in pairs])


def main() -> None:
    """Fit both models, print, and with --write store the weights."""
    options = fitting.read_options(__doc__, THRESHOLDS)
    fit(VIOLENCE, options)
    fit(CROWDS, options)


if __name__ == "__main__":
    main()
