"""Articles to measure on: the bundled sample, repeated, and what lies in the folder of shared corpora.

Ids are made distinct, so that every copy is an article of its own.
"""

import dataclasses
import gzip
import itertools
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.golden.answer_key import gold_articles

_ROOT = Path(__file__).resolve().parents[2]
_CORPORA = Path(os.environ.get("MARSAD_SHARED") or _ROOT.parent / "shared") / "corpora"
_FIELDS = ("id", "title", "text", "published_at", "source")


@dataclasses.dataclass(frozen=True, slots=True)
class Corpus:
    """Articles in a file of JSON lines; `megabytes` counts their text in UTF-8."""

    name: str
    path: Path
    articles: tuple[dict[str, Any], ...]
    megabytes: float


def corpora(folder: Path, *, most: int) -> Iterator[Corpus]:
    """Yield the sample and each corpus that is there, at most `most` articles each, written into `folder`."""
    yield _write("sample", itertools.islice(_repeated_sample(), most), folder)
    for path in sorted(_CORPORA.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield _write(path.name.removesuffix(".jsonl.gz"), map(json.loads, itertools.islice(lines, most)), folder)


def _repeated_sample() -> Iterator[dict[str, Any]]:
    for turn in itertools.count():
        for article in gold_articles():
            text = f"{article['text']}\n\n({turn})" if turn else article["text"]  # else it were a reprint
            yield {**article, "id": f"{article['id']}-{turn}", "text": text}


def _write(name: str, rows: Iterator[dict[str, Any]], folder: Path) -> Corpus:
    articles = tuple({field: row.get(field) for field in _FIELDS} for row in rows)
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in articles), encoding="utf-8")
    size = sum(len(f"{row['title'] or ''}{row['text'] or ''}".encode()) for row in articles)
    return Corpus(name, path, tuple({**row, "article_id": row["id"]} for row in articles), size / 1e6)
