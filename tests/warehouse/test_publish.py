"""The published database: plain, commented, replaced whole under open readers."""

import datetime as dt

import duckdb
import pytest

from flows.linking import link_incidents
from tests.rows import article_row
from transforms.contracts.tables import TABLES
from warehouse import publish as publishing
from warehouse import sql
from warehouse.errors import NotPublishedError, QueryError, WarehouseError
from warehouse.publish import Published, publish
from warehouse.views import view_files

ACLED = """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2
    inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source
    source_scale notes fatalities tags timestamp
""".split()


@pytest.fixture
def published(filled, root):
    with filled.transaction("run-1"):
        link_incidents(filled, "run-1")
    return publish(filled, root)


def plain(path):
    """Open the database as an analyst does, with no extension to be had."""
    return duckdb.connect(
        str(path),
        read_only=True,
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"},
    )


def test_the_plain_client_reads_every_table_and_view(published):
    with plain(published) as database:
        for name in (*TABLES, *(view.split("/")[1] for view in view_files())):
            database.execute(f"select * from {name}").fetchall()
        question = "select country, admin1_name_en, count(*) n, sum(killed_best) killed from incidents group by all order by n desc"
        assert database.execute(question).fetchall() == [("IQ", "Ninewa", 2, 8)]


def test_tables_views_and_columns_are_commented(published):
    with plain(published) as database:
        tables = dict(
            database.execute("select table_name, comment from duckdb_tables() where schema_name = 'main'").fetchall()
        )
        views = dict(database.execute("select view_name, comment from duckdb_views() where not internal").fetchall())
        silent = database.execute(
            "select table_name, column_name from duckdb_columns() where comment is null and schema_name = 'main' and not internal"
        ).fetchall()
        acled = dict(
            database.execute(
                "select column_name, comment from duckdb_columns() where table_name = 'v_acled'"
            ).fetchall()
        )
    assert tables == {name: contract.grain for name, contract in TABLES.items()}
    assert all(comment and "one row per " in comment.lower() for comment in views.values())
    assert silent == []
    assert acled["fatalities"].startswith("Most conservative report")
    assert acled["latitude"] == next(
        column.description for column in TABLES["events"].columns if column.name == "latitude"
    )


def test_an_open_reader_keeps_its_copy_while_a_new_one_is_published(filled, root, published):
    with plain(published) as reader:
        assert reader.execute("select count(*) from articles").fetchone() == (3,)
        with filled.transaction("run-2"):
            filled.upsert("articles", [article_row("خبر جديد")])
        publish(filled, root)
        assert reader.execute("select count(*) from articles").fetchone() == (3,)
        assert reader.execute("select count(*) from v_acled").fetchone() == (1,)
    with Published.open(root) as database:
        assert database.query("select count(*) as n from articles").to_pylist() == [{"n": 4}]


def test_a_failed_publication_leaves_the_old_database_and_no_debris(filled, root, published, monkeypatch):
    before = published.read_bytes()

    def broken(_draft):
        message = "disk full"
        raise duckdb.IOException(message)

    monkeypatch.setattr(publishing, "_add_views", broken)
    with pytest.raises(WarehouseError, match="the old one is in place"):
        publish(filled, root)
    assert published.read_bytes() == before
    assert list(root.glob(".publish-*")) == []
    with filled.transaction("run-3"):
        assert filled.upsert("articles", [article_row("بعد الفشل")]) == 1


def test_debris_of_a_killed_publication_is_removed(filled, root):
    (root / ".publish-1").mkdir()
    publish(filled, root)
    assert sorted(path.name for path in root.iterdir() if path.name != ".lock") == ["lake", "marsad.duckdb"]


def test_a_database_that_is_not_there_says_what_to_do(root):
    with pytest.raises(NotPublishedError, match="marsad run --warehouse"):
        Published.open(root)


def test_readers_cannot_write(published, root):
    with Published.open(root) as database, pytest.raises(QueryError, match="read-only"):
        database.query("delete from articles")


def test_acled_view_has_the_31_columns_in_order(published):
    with plain(published) as database:
        row = database.execute("select * from v_acled").to_arrow_table()
    assert row.column_names == ACLED
    values = row.to_pylist()[0]
    assert (values["country"], values["region"], values["iso"], values["admin1"]) == (
        "Iraq",
        "Middle East",
        368,
        "Ninewa",
    )
    assert (values["time_precision"], values["geo_precision"], values["fatalities"]) == (1, 1, 3)


def test_ucdp_view_counts_deaths_by_type_of_violence(published):
    with plain(published) as database:
        row = database.execute("select type_of_violence, low, best, high, number_of_sources from v_ucdp").fetchone()
    assert row == (2, 3, 5, 5, 2)


def test_trends_count_events_not_reports(published):
    with plain(published) as database:
        week = database.execute(
            "select period_start, period_end, n_events, killed_low, killed_best, killed_high, n_reports, n_sources from trends_week where n_events > 0"
        ).fetchall()
        month = database.execute(
            "select period_start, period_end, n_events from trends_month where n_events > 0"
        ).fetchall()
    assert week == [(dt.date(2024, 2, 26), dt.date(2024, 3, 3), 1, 3, 5, 5, 2, 2)]
    assert month == [(dt.date(2024, 3, 1), dt.date(2024, 3, 31), 1)]


@pytest.mark.parametrize(
    "name",
    [
        name
        for folder in ("views", "models", "checks", "report", "corrections", "counted", "history")
        for name in sql.names(folder)
    ],
)
def test_every_sql_file_is_one_statement_with_a_header(name):
    text = sql.load(name)
    assert len(sql.headline(name)) > 20
    assert len(duckdb.extract_statements(text)) == 1
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("--"))
    assert not any(keyword in code for keyword in ("SELECT", "FROM", "WHERE", "GROUP BY", "JOIN"))


def test_an_unknown_sql_file_is_named():
    with pytest.raises(sql.UnknownSqlError, match="views/nothing"):
        sql.load("views/nothing")


def test_texts_are_copied_slice_by_slice_in_the_order_of_time_and_none_is_lost(lake, root, monkeypatch):
    monkeypatch.setattr(publishing, "_SLICE", 2)
    days = [3, 1, None, 2, 2, 2, 2, 1, None, 5]
    rows = [
        article_row(f"خبر {n}", published_at=dt.datetime(2025, 1, day, tzinfo=dt.UTC) if day else None)
        for n, day in enumerate(days)
    ]
    with lake.transaction("run-1"):
        lake.upsert("articles", rows)
    with plain(publish(lake, root)) as database:
        found = database.execute("select article_id, day(published_at) from articles order by rowid").fetchall()
    assert [day for _, day in found] == [1, 1, 2, 2, 2, 2, 3, 5, None, None]
    assert {name for name, _ in found} == {row["article_id"] for row in rows}
