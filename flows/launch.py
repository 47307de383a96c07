"""Starting a flow from the command line with the least wait: everything that can begin at once does.

The lock is taken first; then Prefect's server starts on its own while Prefect is imported here.
"""

import importlib
import warnings
from collections.abc import Callable
from typing import Any, cast

from flows.orchestrator import prepare_prefect, stop_server
from flows.session import open_session
from flows.settings import Settings


def run_flow(target: str, settings: Settings, **parameters: Any) -> Any:
    """Run the flow `module:attribute` on the warehouse of `settings`; returns its result, raises its error."""
    with open_session(settings):
        prepare_prefect(settings.warehouse)
        try:
            return _load(target)(**parameters)
        finally:
            stop_server()


def _load(target: str) -> Callable[..., Any]:
    module, _, attribute = target.partition(":")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Prefect's dependencies announce their own deprecations
        return cast("Callable[..., Any]", getattr(importlib.import_module(module), attribute))
