"""The process of Prefect's server for one run: `python -m flows.server_process FD MODE`.

Its database starts from the schema file in data/ instead of a hundred migrations; it stops when its parent is gone.
"""

import gc
import importlib.metadata
import importlib.resources
import os
import socket
import sqlite3
import sys
import threading
from pathlib import Path

_LARGEST_DATABASE = 300_000_000
"""Bytes above which the history of runs is started anew; `runs` in the lake is the lasting one."""


def main(descriptor: int, *, schedules: bool) -> None:
    """Serve Prefect's API on the socket `descriptor` until the parent closes our standard input."""
    gc.disable()  # loading makes a million lasting objects; looking through them takes a tenth of the time
    threading.Thread(target=_end_with_parent, daemon=True).start()
    listener = socket.socket(fileno=descriptor)
    _configure(Path(os.environ["PREFECT_HOME"]), schedules=schedules)
    import uvicorn
    from prefect.server.api.server import create_app

    config = uvicorn.Config(create_app(), log_level="error", lifespan="on", access_log=False)
    gc.freeze()
    gc.enable()
    uvicorn.Server(config).run(sockets=[listener])


def _configure(home: Path, *, schedules: bool) -> None:
    """Leave out what a server of ours does not need: pages, block types, schedules of a single run, migrations."""
    os.environ.update(
        {
            "PREFECT_UI_ENABLED": "false",
            "PREFECT__SERVER_FINAL": "1",
            "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
        }
    )
    if not schedules:
        os.environ["PREFECT__SERVER_EPHEMERAL"] = "1"
    os.environ.pop("PREFECT_API_URL", None)
    if "PREFECT_API_DATABASE_CONNECTION_URL" in os.environ or "PREFECT_SERVER_DATABASE_CONNECTION_URL" in os.environ:
        return
    database = home / "prefect.db"
    if database.exists() and database.stat().st_size > _LARGEST_DATABASE:
        for part in home.glob("prefect.db*"):
            part.unlink()
    if not database.exists():
        lay_ground(database)
    if _revision(database) == _known_revision():
        os.environ["PREFECT_API_DATABASE_MIGRATE_ON_START"] = "false"


def lay_ground(database: Path) -> None:
    """Make the database with the schema of the installed Prefect where we have it; else migrations make it."""
    schema = _schema()
    if schema is None:
        return
    draft = database.with_suffix(f".{os.getpid()}")
    connection = sqlite3.connect(draft)
    try:
        connection.executescript(f"pragma journal_mode=wal;\nbegin;\n{schema}\ncommit;")
    finally:
        connection.close()
    draft.replace(database)


def _schema() -> str | None:
    version = importlib.metadata.version("prefect")
    source = importlib.resources.files("flows").joinpath("data", f"prefect-{version}.sql")
    return source.read_text(encoding="utf-8") if source.is_file() else None


def _known_revision() -> str | None:
    """Return the schema's revision that the installed Prefect wants, when we know it."""
    marker = "insert into alembic_version values ('"
    schema = _schema()
    return schema.partition(marker)[2].partition("'")[0] if schema and marker in schema else None


def _revision(database: Path) -> str | None:
    try:
        connection = sqlite3.connect(database)
        try:
            row = connection.execute("select version_num from alembic_version").fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return row[0] if row else None


def _end_with_parent() -> None:
    """Exit as soon as standard input ends: it is a pipe that only the parent holds open."""
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), schedules=sys.argv[2:] == ["serve"])
