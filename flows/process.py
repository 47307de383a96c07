"""The flow `process`: articles that this extractor has not read yet to incidents, and incidents to events.

How an article is read is `transforms.extract`'s; which incidents are one event, `linking`'s.
"""

import datetime as dt
import functools
import itertools
from collections.abc import Iterator
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.artifacts import summary_artifact
from flows.batches import Group, Job, extract_batch
from flows.extractor_cache import extractor_version
from flows.linking import link_incidents
from flows.places import imported_places
from flows.publishing import publish_stage
from flows.session import Session, open_session
from flows.settings import load_settings
from flows.stages import Stage, commit, run_stage
from flows.tasks import compute_in_order
from warehouse.extractions import store_extractions

BATCHES_A_COMMIT = 50
"""Batches stored in one transaction: a killed run loses at most these."""


@flow(name="process", validate_parameters=False)
def process(
    warehouse: str | None = None,
    config: str | None = None,
    options: dict[str, Any] | None = None,
    publish: bool = True,
) -> dict[str, int]:
    """Extract what has not been read with this extractor, then link events; returns counts of both stages."""
    settings = load_settings(config, warehouse=warehouse, **(options or {}))
    with open_session(settings) as session:
        counts = extract_stage(session) | link_stage(session)
        if publish:
            publish_stage(session, "process")
            summary_artifact(session)
    return counts


def extract_stage(session: Session) -> dict[str, int]:
    """Extract all articles that wait; returns articles read, new incidents and rejects."""
    places = imported_places(session.settings.warehouse.resolve())
    version = extractor_version(places)
    waiting = session.lake.count_unprocessed(version)
    session.progress.begin("extract", total=waiting)
    with run_stage(session, "process", "extract", extractor_version=version) as stage:
        staged = compute_in_order(_jobs(session, version), session.engine, stage="extract")
        while group := tuple(itertools.islice(staged, BATCHES_A_COMMIT)):
            store_incidents(session, stage, Group(group))
    session.progress.end("extract")
    return {"n_articles": stage.n_in, "n_incidents": stage.n_out, "n_rejected": stage.n_rejected}


def link_stage(session: Session) -> dict[str, int]:
    """Link new and changed incidents into events; returns how many events there are and how many are new."""
    with run_stage(session, "process", "link") as stage, commit(session, stage):
        linking = link_incidents(session.lake, session.run_id)
        stage.n_in, stage.n_out = linking.n_incidents, linking.n_new
    return {"n_events": linking.n_events, "n_new_events": linking.n_new}


@task(name="store-incidents", retries=3, retry_delay_seconds=1, cache_policy=NO_CACHE, persist_result=False)
def store_incidents(session: Session, stage: Stage, group: Group) -> int:
    """Store staged batches in one transaction; returns how many incidents are new."""
    n_new = 0
    with commit(session, stage):
        for batch in group.batches:
            n_new += store_extractions(
                session.lake,
                batch.table("extractions"),
                incidents=batch.table("incidents"),
                rejects=batch.table("rejects"),
            )
    for batch in group.batches:
        stage.n_in += batch.n_in
        stage.n_rejected += batch.n_rejected
        session.progress.advance("extract", batch.n_in)
        batch.drop()
    stage.n_out += n_new
    return n_new


def _jobs(session: Session, version: str) -> Iterator[Job]:
    compute = functools.partial(
        extract_batch,
        folder=session.staging,
        warehouse=session.settings.warehouse.resolve(),
        run_id=session.run_id,
        rejected_at=dt.datetime.now(dt.UTC),
    )
    tables = session.lake.unprocessed_articles(version, batch_size=session.settings.batch_size)
    for number, table in enumerate(tables, 1):
        yield Job(functools.partial(compute, number=number), table)
