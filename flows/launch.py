"""Starting a flow from the command line with the least wait: everything that can begin at once does.

The lock is taken first; then Prefect's server starts in its own process while the first batches are read and Prefect
is imported here.
"""

import contextlib
import importlib
import warnings
from collections.abc import Callable
from typing import Any, cast

from flows.orchestrator import prepare_prefect, stop_server
from flows.run_ids import new_run_id
from flows.settings import Settings
from warehouse.lock import WarehouseLock


def run_flow(target: str, settings: Settings, *, reads: bool = False, **parameters: Any) -> Any:
    """Run the flow `module:attribute` on the warehouse of `settings`; returns its result, raises its error.

    With `reads`, the reading of the sources begins before the flow does.
    """
    run_id = new_run_id()
    with WarehouseLock(settings.warehouse.resolve(), run_id=run_id):
        prepare_prefect(settings.warehouse)
        from flows.session import locked_session  # only now: its libraries load beside the server

        try:
            with locked_session(settings, run_id=run_id) as session:
                if reads:
                    from flows.reading import begin_reading

                    begin_reading(session, settings)
                return _load(target)(**parameters)
        finally:
            _flush()
            stop_server()


def _load(target: str) -> Callable[..., Any]:
    module, _, attribute = target.partition(":")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Prefect's dependencies announce their own deprecations
        return cast("Callable[..., Any]", getattr(importlib.import_module(module), attribute))


def _flush() -> None:
    """Send what Prefect still holds back, logs and events, before the server goes."""
    with contextlib.suppress(Exception):
        from prefect.events.worker import EventsWorker
        from prefect.logging.handlers import APILogWorker

        APILogWorker.drain_all(timeout=5)
        EventsWorker.drain_all(timeout=5)
