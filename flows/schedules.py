"""The flows as deployments that a process of our own serves.

When they run is given on the command line; what they do is in the flows.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prefect import flow, serve
from prefect.schedules import Cron

from flows.settings import Settings

_ROOT = Path(__file__).parent.parent
_ENTRYPOINTS = {
    "pipeline": "flows/pipeline.py:pipeline",
    "maintain": "flows/maintain.py:maintain",
    "report": "flows/report.py:report",
}


def serve_flows(
    crons: Mapping[str, str | None], *, settings: Settings, inputs: tuple[str, ...], config: str | None, timezone: str
) -> None:
    """Wait for the schedules and run their flows, until interrupted."""
    deployments = [
        _load(name).to_deployment(
            name=f"marsad-{name}",
            schedule=Cron(cron, timezone=timezone),
            parameters=_parameters(name, settings, inputs, config),
            tags=["marsad"],
        )
        for name, cron in crons.items()
        if cron
    ]
    serve(*deployments, limit=1, print_starting_message=False)


def _load(name: str) -> Any:
    return flow.from_source(source=str(_ROOT), entrypoint=_ENTRYPOINTS[name])


def _parameters(name: str, settings: Settings, inputs: tuple[str, ...], config: str | None) -> dict[str, Any]:
    """Return a deployment's parameters; paths are absolute, since runs start elsewhere."""
    parameters: dict[str, Any] = {"warehouse": str(settings.warehouse.resolve())}
    if config:
        parameters["config"] = str(Path(config).resolve())
    if name == "pipeline":
        parameters["inputs"] = [str(Path(path).resolve()) for path in inputs] or None
        parameters["options"] = {"workers": settings.workers}
    return parameters
