"""Fit the confidence model: `python -m tests.eval.train_confidence [--write]`.

Data: drafts of the annotated articles and the bundled sample (right when matched with an annotated incident), of corpus
articles with verdicts, and of researched reports (drafts that fit). Five folds by article; prints their scores and the
reliability table. Judged sentences have models of their own (`train_sentences`), fitted after this one.
"""

import datetime as dt
import importlib.util
import json
import pathlib
import types
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from tests.eval import fitting
from tests.eval.fitting import Example
from tests.eval.recording import corpus_articles, index_of, recording_extractor
from tests.eval.suites import CASES
from tests.golden.answer_key import gold_articles
from transforms.extract import article as extraction
from transforms.extract.features import features_of

RIDGE = 2.0
SEED = 7
LEAST, LEAST_WORDS = 5, 8
THRESHOLDS = {
    "threshold": (0.5, "drafts"),
    "threshold:one": (0.33, "drafts of posts"),
    "threshold:short": (0.40, "drafts of short reports with a title"),
}
VERDICTS = pathlib.Path(__file__).with_name("corpus_verdicts.tsv")
WEIGHTS = pathlib.Path(extraction.__file__).parent / "data" / "confidence_weights.tsv"


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
            verdicts[index_of(row)] |= j in matched
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
    for art in corpus_articles(folder, verdicts):
        told = verdicts.pop(art["id"])
        drafts: dict[int, tuple[int, float]] = {}
        for row in extractor.extract({**art, "article_id": art["id"]}).incidents:
            found = _verdict_on(row, told)
            if found is not None:
                drafts.setdefault(index_of(row), found)
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
                yield art["id"], seen[index_of(row)], 1, 0.4
                break


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
    fitting.report_reliability(p, y, 0.1, "rows")


def main() -> None:
    """Fit, print, and with --write store the weights."""
    options = fitting.read_options(__doc__, THRESHOLDS)
    seen: list[dict[str, float]] = []
    scorer = load_scorer(CASES / "score.py")
    annotated = map(json.loads, (CASES / "articles.jsonl").open(encoding="utf-8"))
    extractor = recording_extractor(seen, features_of)
    examples = [
        *article_examples(annotated, scorer, extractor, seen),
        *article_examples(gold_articles(), scorer, extractor, seen),
        *corpus_examples(CASES.parent / "corpora", extractor, seen),
        *researched_examples(CASES, extractor, seen),
    ]
    table = fitting.tabulate(examples, least=LEAST, words=LEAST_WORDS)
    report(examples, fitting.held_out(table, RIDGE, SEED), options.thresholds["threshold"])
    if options.write:
        origin = "features.py, fitted by `python -m tests.eval.train_confidence`"
        beta = fitting.fit(table.x, table.y, table.w, RIDGE)
        fitting.write_weights(WEIGHTS, origin, table.names, beta, options.thresholds)


if __name__ == "__main__":
    main()
