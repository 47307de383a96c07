"""How Prefect is set up before it is imported: quiet, without telemetry, with a server of our own when there is none.

The server starts while this process still imports and prepares; its address answers from the first moment, because
the listening socket is made here and handed over.
"""

import atexit
import contextlib
import os
import socket
import subprocess
import sys
from pathlib import Path

_QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_SERVER_LEVEL": "ERROR",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_API_REQUEST_TIMEOUT": "120",
}
HOME_FOLDER = ".prefect"
LOG_FILE = "server.log"
_process: "list[subprocess.Popen[bytes]]" = []


def has_server() -> bool:
    """Tell whether the user named a running Prefect server."""
    return bool(os.environ.get("PREFECT_API_URL"))


def prepare_prefect(warehouse: Path, *, serves: bool = False) -> None:
    """Set Prefect's environment and see that an API answers; must run before Prefect is imported.

    With PREFECT_API_URL set, that server is used. Settings that the user made in the environment stay. A process that
    `serves` schedules shows Prefect's log, and its server schedules too.
    """
    if serves:
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "INFO")
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    home = Path(os.environ.setdefault("PREFECT_HOME", str(warehouse.resolve() / HOME_FOLDER)))
    home.mkdir(parents=True, exist_ok=True)
    if not has_server():
        os.environ["PREFECT_API_URL"] = _start_server(home, serves=serves)


def stop_server() -> None:
    """Stop the server that `prepare_prefect` started; does nothing when there is none."""
    while _process:
        process = _process.pop()
        os.environ.pop("PREFECT_API_URL", None)
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _start_server(home: Path, *, serves: bool) -> str:
    """Start the server on a socket that already listens; returns the address of its API."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        listener.set_inheritable(True)
        port = listener.getsockname()[1]
        with (home / LOG_FILE).open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "flows.server_process", str(listener.fileno()), "serve" if serves else "run"],
                stdin=subprocess.PIPE,  # closed by our end, however that comes; then the server stops
                stdout=log,
                stderr=log,
                pass_fds=(listener.fileno(),),
                start_new_session=True,  # Ctrl-C is ours; the server still has to hear how the run ended
                env={**os.environ, "PREFECT_HOME": str(home), "PYTHONPATH": _import_path()},
            )
    _process.append(process)
    atexit.register(stop_server)
    return f"http://127.0.0.1:{port}/api"


def _import_path() -> str:
    return os.pathsep.join(
        dict.fromkeys([str(Path(__file__).parent.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    )


def server_log(warehouse: Path) -> str:
    """Return the last lines that the server wrote, for an error message."""
    home = Path(os.environ.get("PREFECT_HOME") or warehouse / HOME_FOLDER)
    with contextlib.suppress(OSError):
        return (home / LOG_FILE).read_text(encoding="utf-8", errors="replace")[-2000:]
    return ""
