"""The flow `ingest`: records of the sources to rows of `articles`, `sources` and `rejects`.

Reading formats is the sources' work, judging records `transforms.articles`'s; here is order, batching and storing.
"""

import datetime as dt
import time
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.article_store import store_article_rows
from flows.artifacts import summary_artifact
from flows.batches import Group, Staged
from flows.publishing import publish_stage
from flows.reading import ingest_jobs
from flows.session import Session, open_session
from flows.settings import ConfigError, Settings, load_settings
from flows.sources.lake_memory import mark_row
from flows.stages import Stage, commit, run_stage
from flows.tasks import compute_in_order
from warehouse.reading_marks import store_marks

BATCHES_A_COMMIT = 12
"""Batches stored in one transaction and held in memory for it."""
SECONDS_A_COMMIT = 60.0
"""Seconds after which batches are stored though they are few: a killed run repeats at most what it read in these."""
_NOTHING_TO_READ = (
    "there is nothing to read: give files or folders with --input PATH (may be repeated), "
    "or write sources into marsad.toml (`marsad init` makes one with examples)"
)


@flow(name="ingest", validate_parameters=False)
def ingest(
    inputs: list[str] | None = None,
    warehouse: str | None = None,
    config: str | None = None,
    options: dict[str, Any] | None = None,
    publish: bool = True,
    names: list[str] | None = None,
) -> dict[str, int]:
    """Store the articles of the sources that are not in the lake yet; returns the counts of the stage.

    `names` are sources or schedule groups of the configuration; without them all are read.
    """
    settings = load_settings(
        config, inputs=tuple(inputs or ()), names=tuple(names or ()), warehouse=warehouse, **(options or {})
    )
    with open_session(settings) as session:
        counts = ingest_sources(session, settings)
        if publish:
            publish_stage(session, "ingest")
            summary_artifact(session)
    return counts


def ingest_sources(session: Session, settings: Settings) -> dict[str, int]:
    """Read, build and store all batches of the sources; raises ConfigError when there is no source."""
    if not settings.sources:
        raise ConfigError(_NOTHING_TO_READ)
    session.progress.begin("ingest")
    with run_stage(session, "ingest", "ingest") as stage:
        staged = compute_in_order(ingest_jobs(session, settings), session.engine, stage="ingest")
        for group in group_batches(staged):
            store_articles(session, stage, group)
    session.progress.end("ingest")
    return {
        "n_in": stage.n_in,
        "n_out": stage.n_out,
        "n_rejected": stage.n_rejected,
        "n_edited": stage.n_edited,
        "n_unchanged": session.n_unchanged,
    }


def group_batches(staged: Iterable[Staged], *, seconds: float = SECONDS_A_COMMIT) -> Iterator[Group]:
    """Yield batches in groups of BATCHES_A_COMMIT, fewer where a group has waited for `seconds`."""
    group: list[Staged] = []
    until = 0.0
    for batch in staged:
        until = until if group else time.monotonic() + seconds
        group.append(batch)
        if len(group) == BATCHES_A_COMMIT or time.monotonic() >= until:
            yield Group(tuple(group))
            group = []
    if group:
        yield Group(tuple(group))


@task(name="store-articles", retries=3, retry_delay_seconds=1, cache_policy=NO_CACHE, persist_result=False)
def store_articles(session: Session, stage: Stage, group: Group) -> int:
    """Store staged batches in one transaction; returns how many articles are new."""
    now = dt.datetime.now(dt.UTC)
    marks = [
        mark_row(mark, batch.source, fetched_at=now, run_id=session.run_id)
        for batch in group.batches
        for mark in batch.marks
        if batch.source is not None
    ]
    with commit(session, stage):
        stored = store_article_rows(session.lake, *_articles(group))
        for batch in group.batches:
            session.lake.insert_new("sources", batch.table("sources"))
            session.lake.insert_new("rejects", batch.table("rejects"))
        if marks:
            store_marks(session.lake, marks)
    for batch in group.batches:
        stage.n_in += batch.n_in
        stage.n_rejected += batch.n_rejected
        session.progress.advance("ingest", batch.n_in)
        batch.drop()
    stage.n_out += stored.n_new
    stage.n_edited += stored.n_edited
    return stored.n_new


def _articles(group: Group) -> tuple[pa.Table, pa.Table]:
    """Return the articles of a group in their order, and their bands with the place of their article."""
    tables, bands, n_before = [], [], 0
    for batch in group.batches:
        tables.append(batch.table("articles"))
        found = batch.table("article_bands")
        place = pc.add(found.column("place"), n_before)
        bands.append(found.set_column(found.schema.get_field_index("place"), "place", place))
        n_before += tables[-1].num_rows
    return pa.concat_tables(tables), pa.concat_tables(bands)
