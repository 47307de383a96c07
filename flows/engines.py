"""How batches are computed: here, or in processes of their own; results always in the order of the batches.

What is computed for a batch is the caller's function; an engine only decides where.
"""

import collections
import multiprocessing
import multiprocessing.context
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Self

_AHEAD = 3  # batches in flight per worker: enough that none waits, few enough that memory stays flat


class LocalEngine:
    """Computes on this machine: with one worker in this process, with more in as many processes."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._renewing = threading.Lock()

    def __enter__(self) -> Self:
        """Return the engine itself; processes start with the first batch or with `warm_up`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the processes; batches that have not begun are dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    @property
    def window(self) -> int:
        """Number of batches that may be in flight."""
        return self.workers * _AHEAD if self.workers > 1 else 1

    def warm_up(self, function: Callable[[], None]) -> None:
        """Start the processes now and let each call `function`, while the caller does something else."""
        if self.workers > 1:
            for _ in range(self.workers):
                self._submit_to_pool(function, ())

    def submit(self, function: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Return the future result of `function(*arguments)`; with one worker it is there at once."""
        if self.workers > 1:
            return self._submit_to_pool(function, arguments)
        future: Future[Any] = Future()
        try:
            future.set_result(function(*arguments))
        except Exception as error:  # noqa: BLE001 - handed to whoever asks for the result
            future.set_exception(error)
        return future

    def map(self, function: Callable[..., Any], items: Iterable[Any]) -> Iterator[Any]:
        """Yield `function(item)` for each item in their order; items are taken only as far ahead as `window`."""
        flying: collections.deque[Future[Any]] = collections.deque()
        for item in items:
            flying.append(self.submit(function, item))
            if len(flying) >= self.window:
                yield flying.popleft().result()
        while flying:
            yield flying.popleft().result()

    def _submit_to_pool(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> "Future[Any]":
        """Submit to the processes; when one of them died, to new ones."""
        try:
            return self._executor().submit(function, *arguments)
        except BrokenProcessPool:
            with self._renewing:
                self._pool = None
            return self._executor().submit(function, *arguments)

    def _executor(self) -> ProcessPoolExecutor:
        with self._renewing:
            if self._pool is None:
                self._pool = self._new_pool()
            return self._pool

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.workers, mp_context=process_context())


def process_context() -> multiprocessing.context.BaseContext:
    """Return how processes start: from a clean server where there is one, since a fork would copy locks of threads."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["flows.batches"])
    return context
