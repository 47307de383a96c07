"""An extractor that keeps every draft and records its features; the corpus articles that verdicts speak of.

Shared by the training commands; which features a draft has is told by each.
"""

import gzip
import json
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from transforms.extract import article as extraction
from transforms.extract import confidence
from transforms.extract.drafts import Draft
from transforms.extract.fields import Toll
from transforms.extract.parties import ActorUse
from transforms.extract.reading import Reading

Describe = Callable[[Reading, Draft, str, Sequence[ActorUse], Mapping[str, Toll]], dict[str, float]]
CORPORA = ("saudinewsnet", "aljazeera_briefs")
_BASE = 10**6
"""The record of a draft is numbered in its confidence, from here on, above every real one."""


def recording_extractor(seen: list[dict[str, float]], describe: Describe) -> extraction.Extractor:
    """Return an extractor that accepts every draft but those refused whatever the model says, and records features."""

    def accept(
        reading: Reading, draft: Draft, kind: str, uses: Sequence[ActorUse], totals: Mapping[str, Toll]
    ) -> confidence.Confidence:
        reason = confidence.refused(draft, uses, totals, reading.document.words)
        if reason:
            return confidence.Confidence(0.0, reason)
        seen.append(describe(reading, draft, kind, uses, totals))
        return confidence.Confidence(float(_BASE + len(seen) - 1), "")

    extraction.confidence_of = accept  # type: ignore[attr-defined]
    return extraction.build_extractor()


def index_of(row: Mapping[str, Any]) -> int:
    """Return the place in the record that the recording extractor wrote for confidence."""
    return int(float(row["confidence"])) - _BASE


def corpus_articles(folder: Path, wanted: Container[str]) -> Iterator[dict[str, Any]]:
    """Yield the articles of the corpora whose ids are wanted."""
    for name in CORPORA:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from (row for row in map(json.loads, lines) if row["id"] in wanted)
