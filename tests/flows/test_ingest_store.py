"""What ingest keeps: edits with their old text, copies in clusters found against the lake, and how far it read."""

import datetime as dt
import itertools
import json
import random

import pytest

from flows import article_store
from flows.article_store import store_article_rows
from flows.batches import build_batch
from flows.source_settings import SourceSettings
from flows.sources.adapter import Mark, read_source_batches
from flows.sources.lake_memory import LakeMemory, mark_row
from tests.eval import near_duplicates
from tests.flows.newsroom_server import PARAGRAPH
from transforms.articles.near_duplicates import Likeness, likeness
from warehouse.lake import Lake
from warehouse.reading_marks import store_marks

NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
PLACES = "تعز مأرب عدن صعدة حجة إب ذمار شبوة أبين لحج الجوف البيضاء ريمة عمران المهرة سقطرى".split()


def wire(n, *, lead="", cut=None):
    words = random.Random(n).choices(
        PLACES + "قصف غارة اشتباك انفجار قتلى جرحى مصدر بيان قوات مدينة بلدة طريق شارع سوق منزل".split(), k=120
    )
    return f"{lead} {' '.join(words[:cut])}".strip()


@pytest.fixture
def lake(tmp_path):
    with Lake.open(tmp_path / "warehouse") as lake:
        yield lake


@pytest.fixture
def ingest(lake, tmp_path):
    """Ingest records as one run does; returns what was stored."""
    runs = itertools.count(1)

    def run(records, *, again=False):
        number = next(runs)
        file = tmp_path / "in.jsonl"
        file.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
        return ingest_file(lake, file, tmp_path, run_id=f"run-{number}", again=again)

    return run


def ingest_file(lake, file, folder, *, run_id, again=False, batches=None):
    source = SourceSettings(name="s", path=str(file), outlet="وكالة")
    memory = LakeMemory(lake, source, again=again)
    n_read, stored = 0, None
    for batch in itertools.islice(read_source_batches(source, memory, records=500), batches):
        staged = build_batch(batch, folder=folder, run_id=run_id, fetched_at=NOW)
        n_read += staged.n_in
        with lake.transaction(run_id):
            stored = store_article_rows(lake, staged.table("articles"), staged.table("article_bands"))
            store_marks(lake, [mark_row(mark, source, fetched_at=NOW, run_id=run_id) for mark in batch.marks])
    return n_read, stored


def rows(lake, statement):
    return lake.query(statement).to_pylist()


def article(n, **values):
    return {"url": f"https://a.example/n/{n}", "text": wire(n), "published_at": "2025-02-08T10:00:00Z", **values}


def test_an_edited_article_gets_a_version_and_its_old_text_is_kept(lake, ingest):
    ingest([article(1)])
    _, stored = ingest([article(1, text=wire(1) + " ارتفعت الحصيلة")])
    assert (stored.n_new, stored.n_edited) == (0, 1)
    assert rows(lake, "select version, text from articles") == [{"version": 2, "text": wire(1) + " ارتفعت الحصيلة"}]
    assert rows(lake, "select version, text from article_versions") == [{"version": 1, "text": wire(1)}]


def test_an_old_text_that_comes_again_is_no_edit(lake, ingest):
    for text in ("أول", "ثان", "أول", "ثان"):
        ingest([article(1, text=f"{wire(1)} {text}")])
    assert rows(lake, "select version from articles") == [{"version": 2}]


def test_two_texts_under_one_address_in_one_file_are_an_edit(lake, ingest):
    ingest([article(1), article(1, text=wire(1) + " وأضاف"), article(1)])
    assert rows(lake, "select version from articles union all select version from article_versions order by 1") == [
        {"version": 1},
        {"version": 2},
    ]


def test_wire_copy_is_found_against_what_the_lake_holds_and_both_stay(lake, ingest):
    ingest([article(1)])
    ingest([article(2, text=wire(1, lead="وكالات - خاص بالصحيفة"), published_at="2025-02-08T12:00:00Z"), article(3)])
    found = rows(lake, "select url, duplicate_of is not null as is_copy, cluster_id from articles order by url")
    assert [row["is_copy"] for row in found] == [False, True, False]
    assert found[0]["cluster_id"] == found[1]["cluster_id"] != found[2]["cluster_id"]


def test_the_earliest_of_a_batch_is_the_original_whatever_the_order(lake, ingest):
    copies = [article(n, text=wire(1, lead=f"صحيفة {n}"), published_at=f"2025-02-08T1{n}:00:00Z") for n in range(5)]
    ingest(copies[::-1])
    originals = rows(lake, "select url from articles where duplicate_of is null")
    assert originals == [{"url": "https://a.example/n/0"}]
    assert rows(lake, "select count(distinct cluster_id) n from articles") == [{"n": 1}]


def test_the_same_words_a_week_later_are_another_report(lake, ingest):
    ingest([article(1), article(2, text=wire(1), published_at="2025-02-18")])
    assert rows(lake, "select count(*) n from articles where duplicate_of is not null") == [{"n": 0}]


def test_an_unchanged_file_is_left_out_and_read_again_on_demand(ingest):
    records = [article(n) for n in range(3)]
    assert ingest(records)[0] == 3


def test_a_finished_file_is_not_read_again(lake, tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(article(n), ensure_ascii=False) + "\n" for n in range(5)), encoding="utf-8")
    assert ingest_file(lake, file, tmp_path, run_id="1")[0] == 5
    assert ingest_file(lake, file, tmp_path, run_id="2")[0] == 0
    n_read, stored = ingest_file(lake, file, tmp_path, run_id="3", again=True)
    assert (n_read, stored.n_new, stored.n_edited) == (5, 0, 0)


def test_a_killed_run_goes_on_where_it_was_and_loses_nothing(lake, tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text(
        "".join(json.dumps(article(n, text=PARAGRAPH.format(n=n)), ensure_ascii=False) + "\n" for n in range(1700)),
        encoding="utf-8",
    )
    assert ingest_file(lake, file, tmp_path, run_id="killed", batches=2)[0] == 1000
    n_read, _ = ingest_file(lake, file, tmp_path, run_id="next")
    assert 700 <= n_read <= 1200
    assert rows(lake, "select count(*) n from articles") == [{"n": 1700}]


def test_a_mark_is_remembered_with_its_validators(lake):
    source = SourceSettings(name="s")
    mark = Mark("https://a.example/feed", "f", 3, etag='"1"', last_modified="Sat, 08 Feb 2025 10:00:00 GMT")
    with lake.transaction("run"):
        store_marks(lake, [mark_row(mark, source, fetched_at=NOW, run_id="run")])
    assert LakeMemory(lake, source).recall([mark.address, "other"]) == {mark.address: mark}
    assert LakeMemory(lake, source, again=True).recall([mark.address]) == {}


def test_likeness_is_the_same_both_ways_and_whole_for_one_text():
    one, other = wire(1), wire(1, lead="خاص", cut=80)
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == Likeness(1.0, 1.0, 1.0)


def test_judged_pairs_of_real_newspapers_keep_their_floor(shared):
    plain, weighted = near_duplicates.measure(shared / "corpora" / "saudinewsnet.jsonl.gz")
    assert (plain.precision >= 0.88, plain.recall >= 0.84) == (True, True)
    assert (weighted.precision >= 0.91, weighted.recall >= 0.88) == (True, True)


def test_a_report_cut_to_its_beginning_is_a_copy(lake, ingest):
    ingest([article(1, text=" ".join(wire(n) for n in range(4))), article(2, text=wire(0))])
    assert rows(lake, "select count(duplicate_of) n from articles") == [{"n": 1}]


def test_a_round_up_that_holds_a_report_among_others_is_no_copy(lake, ingest):
    ingest([article(1, text=" ".join(wire(n) for n in range(4))), article(2, text=wire(2))])
    assert rows(lake, "select count(duplicate_of) n from articles") == [{"n": 0}]


@pytest.mark.parametrize(("later", "is_copy"), [(wire(1), True), (f"{wire(1, cut=90)} {wire(3, cut=30)}", False)])
def test_five_days_later_only_the_same_text_is_a_copy(lake, ingest, later, is_copy):
    ingest([article(1), article(2, text=later, published_at="2025-02-13")])
    assert rows(lake, "select count(duplicate_of) n from articles") == [{"n": int(is_copy)}]


def test_clusters_do_not_depend_on_how_many_texts_are_compared_at_a_time(lake, ingest, monkeypatch):
    monkeypatch.setattr(article_store, "TEXTS_AT_ONCE", 2)
    copies = [
        article(n, text=wire(n // 3, lead=f"صحيفة {n}"), published_at=f"2025-02-08T1{n}:00:00Z") for n in range(9)
    ]
    ingest(copies[4:])
    ingest(copies[:4])
    assert rows(lake, "select count(distinct cluster_id) n, count(duplicate_of) copies from articles") == [
        {"n": 3, "copies": 6}
    ]
