"""The recipes of docs/sql.md on a hundred thousand incidents: they run, and their counts add up. No test is timed."""

import duckdb
import pytest

from tests.event_rows import store_events
from tests.resampled import build, recipes
from tests.rows import article_row, incident_row
from warehouse.lake import Lake
from warehouse.publish import publish

N = 100_000
KINDS = (
    ("YE", "YE11", {"killed_low": 3, "killed_best": 4, "killed_high": 6}),
    ("SY", "SY02", {"civilian_targeting": True, "killed_low": 1, "killed_best": 1, "killed_high": 1}),
    ("IQ", None, {"weapon": "IED"}),
    ("SY", "SY07", {"event_type": "Protests", "sub_event_type": "Peaceful protest"}),
)


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    """Return the open database of a hundred thousand incidents."""
    root = tmp_path_factory.mktemp("scale")
    article = article_row()
    incidents = [
        incident_row(article["article_id"], incident_id=f"i{number}", country=country, admin1_pcode=pcode, **values)
        for number, (country, pcode, values) in enumerate(KINDS)
    ]
    with Lake.open(root) as lake:
        with lake.transaction("run-1"):
            lake.upsert("articles", [article])
            lake.upsert("incidents", incidents)
            store_events(lake, [(article, incident) for incident in incidents])
        source = publish(lake, root)
    build(root / "big.duckdb", source=source, n=N)
    with duckdb.connect(str(root / "big.duckdb"), read_only=True) as database:
        yield database


def count(database, question):
    return database.execute(question).fetchone()[0]


@pytest.mark.parametrize("title", recipes())
def test_every_recipe_runs(big, title):
    big.execute(recipes()[title]).fetchall()


@pytest.mark.parametrize("kind", ["day", "week", "month", "quarter"])
def test_trends_add_up_and_have_no_gaps(big, kind):
    n_events = count(big, "select count(*) from events")
    assert count(big, "select count(*) from incidents") == N
    assert count(big, f"select sum(n_events) from trends_{kind}") == n_events
    rows, periods, combinations = big.execute(
        "select count(*), count(distinct period_start), count(distinct (country, admin1_pcode, event_type)) "
        f"from trends_{kind}"
    ).fetchone()
    assert rows == periods * combinations


def test_views_of_events_have_each_event_once(big):
    n_events = count(big, "select count(*) from events")
    assert count(big, "select count(distinct event_id_cnty) from v_acled") == n_events
    assert count(big, "select count(*) from v_acled") == n_events
    assert count(big, "select sum(events) from v_hapi where event_type <> 'civilian_targeting'") == n_events
