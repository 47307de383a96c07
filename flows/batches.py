"""Batches at work: built or extracted in a worker, written to the run's staging folder, known by path and counts.

The functions here run in worker processes: no Prefect, no lake.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from flows.engines import LocalEngine
from flows.extraction import EXTRACTOR_ERROR, extract_articles, loaded_extractor, reject_row, split_by_day
from flows.source_settings import SourceSettings
from flows.sources.adapter import Batch, Mark
from flows.timed_records import build_timed
from transforms.articles.assemble import Origin
from transforms.articles.near_duplicates import bands_of
from transforms.contracts.conform import conform
from transforms.contracts.tables import TABLES


@dataclasses.dataclass(frozen=True, slots=True)
class Staged:
    """A batch that waits to be stored: a Parquet file a table, how many records it was made of, and their marks."""

    number: int
    paths: dict[str, str]
    n_in: int
    n_rejected: int
    source: SourceSettings | None = None
    marks: tuple[Mark, ...] = ()

    def table(self, name: str) -> pa.Table:
        """Return the batch's rows of table `name`."""
        return pq.read_table(self.paths[name])

    def drop(self) -> None:
        """Remove the batch's files."""
        for path in self.paths.values():
            Path(path).unlink(missing_ok=True)


class Group:
    """Staged batches that are stored together. Opaque, like `Job`."""

    def __init__(self, batches: tuple[Staged, ...]) -> None:
        self.batches = batches


class Job:
    """A batch with what its worker needs. Opaque on purpose: a task runner must not look into its rows."""

    def __init__(self, compute: Callable[..., Staged], *arguments: Any) -> None:
        self._compute, self._arguments = compute, arguments
        self._begun: Future[Staged] | None = None

    def begin(self, engine: LocalEngine) -> None:
        """Start the work now; `result` will wait for it."""
        self._begun = engine.submit(self._compute, *self._arguments)

    def result(self, engine: LocalEngine) -> Staged:
        """Return the staged batch; asked again after a failure, the work is done again."""
        begun, self._begun = self._begun, None
        staged: Staged = (begun or engine.submit(self._compute, *self._arguments)).result()
        return staged


def origin_of(source: SourceSettings, fetched_at: dt.datetime, run_id: str) -> Origin:
    """Return what is known about a source before its records are read."""
    return Origin(
        fetched_at=fetched_at,
        run_id=run_id,
        kind=source.kind if source.kind.isidentifier() else "other",
        address=source.location or None,
        outlet=source.outlet,
        country=source.country,
        lean=source.lean,
        time_zone=source.time_zone,
        schedule_group=source.schedule_group,
    )


def build_batch(batch: Batch, *, folder: Path, run_id: str, fetched_at: dt.datetime) -> Staged:
    """Stage the articles, outlets and rejects that a batch of records makes."""
    source = batch.source
    origin = origin_of(source, fetched_at, run_id)
    built = build_timed(batch.payloads, origin)
    rows = {"sources": list(built.sources.values()), "rejects": _first_of_each(built.rejects, "reject_id")}
    n_refused = len(batch.payloads) - len(built.articles)
    base = folder / f"ingest-{batch.number:06}"
    staged = _stage(base, rows, batch.number, len(batch.payloads), n_refused)
    paths = staged.paths | _stage_articles(base, built.articles)
    return dataclasses.replace(staged, paths=paths, source=source, marks=batch.marks)


def _stage_articles(base: Path, articles: list[dict[str, Any]]) -> dict[str, str]:
    """Write articles and their bands; an id may come several times, and `place` numbers the article of a band."""
    found = [
        (article["article_id"], place, dict.fromkeys(bands_of(article["text"])))
        for place, article in enumerate(articles)
    ]
    bands = {
        "article_id": pa.array([article_id for article_id, _, values in found for _ in values], pa.string()),
        "band": pa.array([band for _, _, values in found for band in values], pa.int64()),
        "place": pa.array([place for _, place, values in found for _ in values], pa.int64()),
    }
    tables = {
        "articles": pa.Table.from_pylist(articles, schema=TABLES["articles"].schema),
        "article_bands": pa.table(bands),
    }
    paths = {name: f"{base}-{name}.parquet" for name in tables}
    for name, table in tables.items():
        pq.write_table(table, paths[name], compression="zstd")
    return paths


def extract_batch(
    table: pa.Table, *, number: int, folder: Path, warehouse: Path, run_id: str, rejected_at: dt.datetime
) -> Staged:
    """Stage the incidents, rejects and extractions of a batch of articles."""
    articles = table.to_pylist()
    extractor = loaded_extractor(warehouse)
    version = extractor.version
    found = extract_articles([_as_read(article) for article in articles], extractor=extractor)
    dated, undated = split_by_day(found.incidents)
    incidents = [{**row, "run_id": run_id} for row in dated]
    rejects = [
        reject_row(row, extractor_version=version, run_id=run_id, rejected_at=rejected_at)
        for row in (*found.rejects, *undated)
    ]
    rejects = _first_of_each(rejects, "reject_id")
    failed = {row["article_id"] for row in rejects if row["reason"] == EXTRACTOR_ERROR}
    read = [article for article in articles if article["article_id"] not in failed]  # the others keep what they told
    rows = {
        "incidents": incidents,
        "rejects": rejects,
        "extractions": list(_extractions(read, incidents, rejects, version, run_id)),
    }
    return _stage(folder / f"extract-{number:06}", rows, number, len(articles), len(rejects))


def _as_read(article: dict[str, Any]) -> dict[str, Any]:
    """Return an article of the lake as the extractor takes it."""
    names = ("article_id", "published_at", "title", "text", "source", "url")
    published_at = article["published_at"]
    if published_at and article["published_precision"] in ("day", "month", "year"):
        published_at = published_at.date()
    return {name: article[name] for name in names} | {
        "published_at": published_at,
        "country": article["source_country"],
        "time_zone": article["source_time_zone"],
    }


def _extractions(
    articles: list[dict[str, Any]],
    incidents: list[dict[str, Any]],
    rejects: list[dict[str, Any]],
    version: str,
    run_id: str,
) -> Iterator[dict[str, Any]]:
    told, refused = _count(incidents), _count(rejects)
    for article in articles:
        yield {
            "article_id": article["article_id"],
            "content_sha256": article["content_sha256"],
            "extractor_version": version,
            "n_incidents": told.get(article["article_id"], 0),
            "n_rejected": refused.get(article["article_id"], 0),
            "run_id": run_id,
        }


def _count(rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["article_id"]] = counts.get(row["article_id"], 0) + 1
    return counts


def _first_of_each(rows: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """Return the rows without those whose key came before."""
    first: dict[str, dict[str, Any]] = {}
    for row in rows:
        first.setdefault(row[key], row)
    return list(first.values())


def _stage(base: Path, rows: dict[str, list[dict[str, Any]]], number: int, n_in: int, n_rejected: int) -> Staged:
    paths = {}
    for name, table_rows in rows.items():
        path = f"{base}-{name}.parquet"
        pq.write_table(conform(table_rows, TABLES[name]), path, compression="zstd")
        paths[name] = path
    return Staged(number, paths, n_in, n_rejected)
