"""The Prefect tasks that all flows share, and how many of them fly at once.

A task is a batch of about a thousand articles; between tasks travel paths and counts, never tables.
"""

import collections
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.batches import Job, Staged
from flows.engines import LocalEngine

if TYPE_CHECKING:
    from prefect.futures import PrefectFuture


@task(
    name="compute-batch",
    task_run_name="{stage}-batch-{number}",
    retries=2,
    retry_delay_seconds=1,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def compute_batch(job: Job, engine: LocalEngine, stage: str, number: int) -> Staged:  # noqa: ARG001 - for the name
    """Compute one batch in a worker; a worker that died costs a retry of its batch."""
    return job.result(engine)


def compute_in_order(jobs: Iterable[Job], engine: LocalEngine, *, stage: str) -> Iterator[Staged]:
    """Yield the staged batches in the order of `jobs`, which are taken only as far ahead as the engine's window.

    What is done is handed out while the next job is still being read, so that a slow source's articles do not wait.
    """
    flying: collections.deque[PrefectFuture[Staged]] = collections.deque()
    for number, job in enumerate(jobs, 1):
        flying.append(compute_batch.submit(job, engine, stage, number))
        while flying and (len(flying) >= engine.window or _is_done(flying[0])):
            yield flying.popleft().result()
    while flying:
        yield flying.popleft().result()


def _is_done(future: "PrefectFuture[Staged]") -> bool:
    """Tell whether a future has its result; False where its runner cannot tell."""
    done = getattr(getattr(future, "wrapped_future", None), "done", None)
    return bool(done and done())
