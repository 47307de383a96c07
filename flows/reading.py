"""The reading side of ingest: records of the sources as jobs for the workers.

Needs no Prefect, so that a run reads its first batches while Prefect is still on its way.
"""

import datetime as dt
import functools
import itertools
from collections.abc import Iterator

from flows.batches import Job, build_batch
from flows.session import Session
from flows.settings import Settings
from flows.sources.adapter import read_source_batches
from flows.sources.lake_memory import LakeMemory


def ingest_jobs(session: Session, settings: Settings) -> Iterator[Job]:
    """Yield a job a batch of records, those begun before first."""
    if session.begun is not None:
        begun, session.begun = session.begun, None
        return begun
    return _jobs(session, settings)


def begin_reading(session: Session, settings: Settings) -> None:
    """Read the first batches and let the workers build them now; `ingest_jobs` hands them out."""
    jobs = _jobs(session, settings)
    first = list(itertools.islice(jobs, session.engine.window))
    for job in first:
        job.begin(session.engine)
    session.begun = itertools.chain(first, jobs)


def _jobs(session: Session, settings: Settings) -> Iterator[Job]:
    compute = functools.partial(
        build_batch, folder=session.staging, run_id=session.run_id, fetched_at=dt.datetime.now(dt.UTC)
    )
    number = 1
    for source in settings.sources:
        memory = LakeMemory(session.lake, source, again=settings.read_again)
        for batch in read_source_batches(source, memory, records=settings.batch_size, first=number):
            number = batch.number + 1
            yield Job(compute, batch)
        session.n_unchanged += memory.n_skipped
