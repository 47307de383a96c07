"""The lake: transactions, idempotent upserts, what is still to be read, snapshots, evolving tables."""

import dataclasses
import datetime as dt

import pytest

from tests.rows import article_row, blank_row, extraction_row, incident_row
from transforms.contracts.errors import ContractError
from transforms.contracts.schema import TEXT, Column
from transforms.contracts.tables import TABLES, stored_tables
from warehouse.errors import QueryError, WarehouseError
from warehouse.extractions import store_extractions
from warehouse.lake import Lake


def count(lake, table):
    return lake.query(f"select count(*) as n from {table}").to_pylist()[0]["n"]


def test_tables_and_columns_carry_the_contracts_comments(lake):
    rows = lake.query("select table_name, comment from duckdb_tables() where database_name = 'lake'").to_pylist()
    assert {row["table_name"]: row["comment"] for row in rows} == {
        name: contract.grain for name, contract in stored_tables().items()
    }
    columns = lake.query(
        "select column_name, comment from duckdb_columns() where table_name = 'incidents' and database_name = 'lake'"
    ).to_pylist()
    assert {row["column_name"]: row["comment"] for row in columns} == {
        column.name: column.description for column in TABLES["incidents"].columns
    }


def test_stored_rows_come_back_as_they_were(lake):
    article = article_row("قصف\u200f على الحي، 😀")
    actor = {
        "role": "target",
        "actor_id": None,
        "name_ar": "مدنيون",
        "name_en": None,
        "type": 7,
        "text": "مدنيين",
        "start": 3,
        "end": 9,
    }
    incident = incident_row(article["article_id"], actors=[actor], killed_low=2, confidence=0.25)
    with lake.transaction("run-1"):
        lake.upsert("articles", [article])
        lake.upsert("incidents", [incident])
    assert lake.query("select text, published_at from articles").to_pylist() == [
        {"text": article["text"], "published_at": article["published_at"]}
    ]
    assert lake.query("select * from incidents").to_pylist() == [incident]


def test_a_rerun_adds_nothing_and_leaves_no_snapshot(lake):
    rows = [article_row(f"خبر {number}") for number in range(50)]
    with lake.transaction("run-1"):
        assert lake.upsert("articles", rows) == 50
    before = lake.snapshots()
    later = [row | {"run_id": "run-2", "fetched_at": row["fetched_at"] + dt.timedelta(days=1)} for row in rows]
    with lake.transaction("run-2"):
        assert lake.upsert("articles", later) == 0
    assert lake.snapshots() == before
    assert count(lake, "articles") == 50


def test_upsert_replaces_changed_rows_and_counts_new_ones(lake):
    old, other = article_row("أ"), article_row("ب")
    with lake.transaction("run-1"):
        lake.upsert("articles", [old])
        changed = old | {"title": "عنوان", "run_id": "run-2"}
        assert lake.upsert("articles", [changed, other]) == 1
    rows = lake.query("select article_id, title, run_id from articles order by title nulls last").to_pylist()
    assert [(row["title"], row["run_id"]) for row in rows] == [("عنوان", "run-2"), (None, "run-1")]


def test_insert_new_leaves_present_rows_alone(lake):
    old = article_row("أ", title="قديم")
    with lake.transaction("run-1"):
        lake.upsert("articles", [old])
        assert lake.insert_new("articles", [old | {"title": "جديد"}, article_row("ب")]) == 1
    assert lake.query("select title from articles where title is not null").to_pylist() == [{"title": "قديم"}]


def test_an_error_rolls_back_every_table_of_the_stage(lake):
    article = article_row()
    with pytest.raises(ContractError), lake.transaction("run-1"):
        lake.upsert("articles", [article])
        lake.upsert("incidents", [incident_row(article["article_id"], sub_event_type=None)])
    assert count(lake, "articles") == 0
    with lake.transaction("run-2"):
        assert lake.upsert("articles", [article]) == 1


def test_a_commit_carries_the_run(lake):
    with lake.transaction("run-7", "ingest"):
        lake.upsert("articles", [article_row()])
    last = lake.snapshots()[-1]
    assert (last.run_id, last.message) == ("run-7", "ingest")
    assert last.committed_at.tzinfo is not None


def test_writing_needs_a_transaction(lake):
    with pytest.raises(WarehouseError, match="outside a transaction"):
        lake.upsert("articles", [article_row()])


def test_transactions_do_not_nest(lake):
    with (
        pytest.raises(WarehouseError, match="run-2 began a transaction inside that of run run-1"),
        lake.transaction("run-1"),
        lake.transaction("run-2"),
    ):
        pass


def test_a_wrong_query_shows_the_engines_words(lake):
    with pytest.raises(QueryError, match="no_such_table"):
        lake.query("select * from no_such_table")


def test_articles_are_unprocessed_until_read_in_their_present_text_by_this_extractor(lake):
    article = article_row()
    with lake.transaction("run-1"):
        lake.upsert("articles", [article])
    assert lake.count_unprocessed("v1") == 1
    with lake.transaction("run-2"):
        store_extractions(lake, [extraction_row(article)], incidents=[], rejects=[])
    assert lake.count_unprocessed("v1") == 0
    assert lake.count_unprocessed("v2") == 1
    with lake.transaction("run-3"):
        lake.upsert("articles", [article | {"text": "نص معدل", "content_sha256": "0" * 64, "version": 2}])
    assert lake.count_unprocessed("v1") == 1


def test_unprocessed_articles_come_once_each_in_even_batches_while_others_are_stored(lake):
    rows = [article_row(f"خبر {number}") for number in range(7)]
    with lake.transaction("run-1"):
        lake.upsert("articles", rows)
    seen = []
    for batch in lake.unprocessed_articles("v1", batch_size=3):
        read = batch.to_pylist()
        seen.append(len(read))
        with lake.transaction("run-2"):
            store_extractions(lake, [extraction_row(article) for article in read], incidents=[], rejects=[])
    assert seen == [3, 3, 1]
    assert lake.count_unprocessed("v1") == 0


def test_reading_again_replaces_what_an_article_told(filled):
    article = article_row()
    told = incident_row(article["article_id"], trigger_start=5, extractor_version="v2")
    refused = blank_row(
        "rejects",
        reject_id="r1",
        stage="extract",
        reason="denied",
        article_id=article["article_id"],
        rejected_at=article["fetched_at"],
        run_id="run-2",
    )
    with filled.transaction("run-2"):
        assert (
            store_extractions(
                filled, [extraction_row(article, extractor_version="v2")], incidents=[told], rejects=[refused]
            )
            == 1
        )
    kept = filled.query(
        "select incident_id from incidents where article_id = $article_id", {"article_id": article["article_id"]}
    ).to_pylist()
    assert kept == [{"incident_id": told["incident_id"]}]
    assert count(filled, "incidents") == 2
    with filled.transaction("run-3"):
        store_extractions(filled, [extraction_row(article, extractor_version="v3")], incidents=[told], rejects=[])
    assert count(filled, "rejects") == 0


def test_the_lake_shows_what_was_believed_on_a_past_day(lake, root):
    with lake.transaction("run-1"):
        lake.upsert("articles", [article_row("أ")])
    then = lake.snapshots()[-1].committed_at
    with lake.transaction("run-2"):
        lake.upsert("articles", [article_row("ب")])
    lake.close()
    with Lake.open(root, as_of=then) as past:
        assert count(past, "articles") == 1
    with Lake.open(root, read_only=True) as present:
        assert count(present, "articles") == 2


def test_a_moved_warehouse_still_finds_its_files(lake, root, tmp_path):
    with lake.transaction("run-1"):
        lake.upsert("articles", [article_row(f"خبر {number}") for number in range(100)])
    lake.close()
    moved = root.rename(tmp_path / "moved")
    with Lake.open(moved) as opened:
        assert opened.query("select count(*) as n, min(length(text)) as shortest from articles").to_pylist() == [
            {"n": 100, "shortest": 5}
        ]


def test_a_column_that_a_contract_gained_is_added_to_an_existing_lake(lake, root, monkeypatch):
    with lake.transaction("run-1"):
        lake.upsert("articles", [article_row("أ")])
    lake.close()
    grown = dataclasses.replace(
        TABLES["articles"], columns=(*TABLES["articles"].columns, Column("author", TEXT, "Who wrote the article."))
    )
    monkeypatch.setitem(TABLES, "articles", grown)
    with Lake.open(root) as opened:
        with opened.transaction("run-2"):
            opened.upsert("articles", [article_row("ب", author="ليلى")])
        assert opened.query("select author from articles order by author nulls last").to_pylist() == [
            {"author": "ليلى"},
            {"author": None},
        ]
        comment = opened.query(
            "select comment from duckdb_columns() where column_name = 'author' and database_name = 'lake'"
        ).to_pylist()
    assert comment == [{"comment": "Who wrote the article."}]


def test_a_column_of_another_type_stops_at_once(lake, root, monkeypatch):
    lake.close()
    first, *others = TABLES["sources"].columns
    other = dataclasses.replace(
        TABLES["sources"], columns=(Column(first.name, TABLES["runs"].columns[3].type, first.description), *others)
    )
    monkeypatch.setitem(TABLES, "sources", other)
    with pytest.raises(WarehouseError, match="table sources: column source_id is stored as VARCHAR"):
        Lake.open(root)


def test_reading_a_warehouse_that_is_not_there_says_what_to_do(tmp_path):
    with pytest.raises(WarehouseError, match="marsad run --warehouse"):
        Lake.open(tmp_path / "nothing", read_only=True)


def test_a_new_lake_knows_the_codebook_and_the_countries(lake, root):
    assert (count(lake, "event_types"), count(lake, "countries")) == (25, 251)
    lake.close()
    with Lake.open(root) as again:
        assert [snapshot.run_id for snapshot in again.snapshots()].count("codebook") == 1
