"""Renews data/prefect-VERSION.sql after Prefect was upgraded: `python -m flows.prefect_schema`.

Lets Prefect's own migrations make a database and writes down the schema that came out.
"""

import importlib.metadata
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path


def main() -> None:
    """Write the schema file of the installed Prefect and remove those of other versions."""
    folder = Path(__file__).parent / "data"
    version = importlib.metadata.version("prefect")
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "PREFECT_HOME": home, "DO_NOT_TRACK": "1"}
        upgrade = [sys.executable, "-m", "prefect", "server", "database", "upgrade", "-y"]
        subprocess.run(upgrade, env=environment, check=True, stdout=subprocess.DEVNULL)
        content = "\n".join(schema_lines(Path(home) / "prefect.db", version))
    for old in folder.glob("prefect-*.sql"):
        old.unlink()
    target = folder / f"prefect-{version}.sql"
    target.write_text(content + "\n", encoding="utf-8")
    sys.stdout.write(f"{target}\n")


def schema_lines(database: Path, version: str) -> Iterator[str]:
    """Yield the statements that make a database like `database`, tables before indexes."""
    yield f"-- The schema of Prefect {version}'s SQLite database after all its migrations: a first start needs none."
    yield "-- Made by `python -m flows.prefect_schema`; belongs to this version of Prefect only."
    connection = sqlite3.connect(database)
    statement = (
        "select sql from sqlite_master where sql is not null and name not like 'sqlite_%' "
        "order by type <> 'table', rowid"
    )
    for (sql,) in connection.execute(statement):
        yield f"{sql.rstrip()};"
    revision = connection.execute("select version_num from alembic_version").fetchone()[0]
    yield f"insert into alembic_version values ('{revision}');"  # noqa: S608 - written to a file of ours
    connection.close()


if __name__ == "__main__":
    main()
