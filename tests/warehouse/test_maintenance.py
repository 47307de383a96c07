"""Upkeep: many small writes become few files, old snapshots and dead files go, the data stays."""

import datetime as dt

from tests.rows import article_row
from warehouse.maintenance import compact, expire

FUTURE = dt.datetime(2999, 1, 1, tzinfo=dt.UTC)


def data_files(root):
    return sorted(path for path in (root / "lake" / "data" / "main" / "articles").glob("*.parquet"))


def write_batches(lake, n_batches):
    for batch in range(n_batches):
        with lake.transaction(f"run-{batch}"):
            lake.upsert("articles", [article_row(f"خبر {batch}/{row}") for row in range(20)])


def test_compaction_and_expiry_keep_the_data_and_shrink_the_files(lake, root):
    write_batches(lake, 8)
    before = lake.query("select * from articles order by article_id")
    n_files = len(data_files(root))
    compaction = compact(lake)
    expiry = expire(lake, FUTURE)
    assert n_files >= 8
    assert compaction.n_files_created >= 1
    assert expiry.n_snapshots > 8
    assert len(data_files(root)) == 1
    assert lake.query("select * from articles order by article_id").equals(before)


def test_snapshots_younger_than_the_limit_stay(lake):
    write_batches(lake, 2)
    before = lake.snapshots()
    assert expire(lake, dt.datetime(2000, 1, 1, tzinfo=dt.UTC)).n_snapshots == 0
    assert lake.snapshots() == before


def test_files_of_a_killed_writer_are_removed(lake, root):
    write_batches(lake, 1)
    orphan = data_files(root)[0].with_name("ducklake-orphan.parquet")
    orphan.write_bytes(data_files(root)[0].read_bytes())
    assert expire(lake, FUTURE).n_files == 1
    assert not orphan.exists()
    assert lake.query("select count(*) as n from articles").to_pylist() == [{"n": 20}]


def test_the_lake_can_be_written_after_upkeep(lake):
    write_batches(lake, 3)
    compact(lake)
    expire(lake, FUTURE)
    with lake.transaction("run-x"):
        assert lake.upsert("articles", [article_row("خبر 0/0"), article_row("بعد الصيانة")]) == 1
