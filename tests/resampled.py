"""A published database of any size, by resampling the incidents of another one.

`python -m tests.resampled marsad.duckdb big.duckdb 1000000` makes it and prints how long the recipes of docs/sql.md take.
"""

import re
import resource
import sys
import time
from pathlib import Path

import duckdb

from transforms.contracts.tables import TABLES
from warehouse.tables import quoted, sql_type
from warehouse.views import add_views, published_contract

RECIPES = Path(__file__).resolve().parent.parent / "docs" / "sql.md"
_DIMENSIONS = ("sources", "places", "actors", "event_types", "countries")
_STEPS = (
    # Each draw takes an incident with all its fields; its event gives the day, two draws share an article.
    """
    create temp table pool as
    select row_number() over (order by incident_id) - 1 as place, * from source.incidents
    """,
    """
    create temp table drawn as
    select i, floor(random() * (select count(*) from pool))::bigint as place, (i / 2.5)::bigint as e
    from range($n) numbers(i)
    """,
    """
    create temp table days as
    select e, date '2018-01-01' + floor(random() * 2900)::int as day from (select distinct e from drawn order by e)
    """,
    """
    create temp table told as
    select drawn.i, drawn.e, format('{:016x}', drawn.i) as incident_id, format('a{:015x}', drawn.i // 2) as article_id,
        days.day as date_start, days.day as date_end,
        pool.* exclude (place, incident_id, article_id, date_start, date_end)
    from drawn inner join pool using (place) inner join days using (e)
    """,
    "insert into incidents by name select * exclude (i, e) from told order by date_start, incident_id",
    """
    insert into articles by name
    select article_id, 'source-' || (hash(article_id) % 40) as source_id, any_value(evidence_text) as text,
        min(date_start)::timestamptz + interval 12 hour as published_at, now() as fetched_at,
        'resampled' as content_sha256, 1 as version, 1 as n_chars, 'resampled' as run_id
    from told group by article_id order by published_at, article_id
    """,
    """
    insert into events by name
    select format('e{:015x}', e) as event_id, first(incident_id) as best_incident_id,
        first(columns('event_type|date_.*|country|admin._.*|place_.*|latitude|longitude|where_precision|actors|weapon')),
        first(civilian_targeting) as civilian_targeting, [] as casualties, [] as contested, [] as corrected_fields,
        min(killed_low) as killed_low, max(killed_best) as killed_best, max(killed_high) as killed_high,
        min(injured_low) as injured_low, max(injured_best) as injured_best, max(injured_high) as injured_high,
        max(confidence) as confidence, count(*)::int as n_reports, count(*)::int as n_sources, 'B' as evidence_grade,
        'resampled' as run_id
    from (select * exclude (place_text) from told) group by e order by date_start, event_id
    """,
    """
    insert into event_incidents by name
    select format('e{:015x}', e) as event_id, incident_id, 1.0 as score, 'resampled' as reason, 'resampled' as run_id
    from told order by event_id, incident_id
    """,
)


def build(path: Path, *, source: Path, n: int) -> None:
    """Write a database of `n` incidents to `path`, the same for the same source."""
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path), config={"memory_limit": "2GB"}) as database:
        database.execute("set TimeZone = 'UTC'")
        # One thread draws, so that the draws are always the same.
        database.execute("set threads = 1")
        database.execute("select setseed(0.5)")
        database.execute(f"attach '{source}' as source (read_only)")
        for contract in map(published_contract, TABLES.values()):
            columns = ", ".join(f"{quoted(column.name)} {sql_type(column.type)}" for column in contract.columns)
            database.execute(f"create table {quoted(contract.name)} ({columns})")
        for name in _DIMENSIONS:
            database.execute(f"insert into {name} by name from source.{name}")
        for number, step in enumerate(_STEPS):
            database.execute(step, {"n": n} if "$n" in step else None)
            if number == 2:
                database.execute("reset threads")
        add_views(database)


def recipes() -> dict[str, str]:
    """Return the questions of docs/sql.md with their SQL, by their headings."""
    found = re.findall(
        r"^### (.+?)\n.*?```sql\n(.*?)```", RECIPES.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return {title: statement.strip().removesuffix(";") for title, statement in found}


def _measure(path: Path) -> None:
    with duckdb.connect(str(path), read_only=True, config={"memory_limit": "1GB"}) as database:
        database.execute("set TimeZone = 'UTC'")
        for title, statement in recipes().items():
            before, start = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
            n_rows = database.execute(statement).to_arrow_table().num_rows
            seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(f"{seconds:6.2f} s {cpu:6.2f} s of work {n_rows:8} rows  {title}")


if __name__ == "__main__":
    build(Path(sys.argv[2]), source=Path(sys.argv[1]), n=int(sys.argv[3]))
    _measure(Path(sys.argv[2]))
