"""The SQL files, loaded by name: `load("views/events")` reads views/events.sql beside this module.

One statement a file, `$name` parameters, a header comment that states the grain; no SQL is built here.
"""

import functools
import importlib.resources

from transforms.contracts.errors import MarsadError

_HERE = importlib.resources.files("warehouse.sql")


class UnknownSqlError(MarsadError):
    """There is no SQL file of that name."""


@functools.cache
def load(name: str) -> str:
    """Return the statement of the file `name` (folder/file, without .sql)."""
    path = _HERE.joinpath(*f"{name}.sql".split("/"))
    if not path.is_file():
        raise UnknownSqlError(
            f"no SQL file {name!r} in warehouse/sql; its folders hold views, counted, macros, models, checks and others"
        )
    return path.read_text(encoding="utf-8")


@functools.cache
def names(folder: str) -> tuple[str, ...]:
    """Return the names of the files in `folder`, sorted, each as `load` takes it."""
    files = (path.name for path in _HERE.joinpath(folder).iterdir())
    return tuple(sorted(f"{folder}/{file.removesuffix('.sql')}" for file in files if file.endswith(".sql")))


def headline(name: str) -> str:
    """Return the header comment of a file as one line, without its `@column` lines: what its rows are."""
    lines: list[str] = []
    for line in load(name).splitlines():
        if not line.startswith("--"):
            break
        if not line.startswith("-- @"):
            lines.append(line.removeprefix("--").strip())
    return " ".join(lines)
