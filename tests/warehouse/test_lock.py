"""One run writes at a time; a killed one blocks nobody and loses nothing that was committed."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest

from tests.rows import article_row
from warehouse.checks import run_checks
from warehouse.errors import WarehouseLockedError
from warehouse.lake import Lake
from warehouse.lock import WarehouseLock
from warehouse.publish import publish

HOLD = """
    import sys, time
    from pathlib import Path
    from warehouse.lock import WarehouseLock
    with WarehouseLock(Path(sys.argv[1]), run_id="run-a"):
        print("ready", flush=True)
        time.sleep(60)
"""
# Writes one committed batch, then batch after batch inside a transaction that never ends.
WRITE = """
    import itertools, sys
    from pathlib import Path
    from tests.rows import article_row
    from warehouse.lake import Lake
    from warehouse.lock import WarehouseLock
    root = Path(sys.argv[1])
    with WarehouseLock(root, run_id="run-a"), Lake.open(root) as lake:
        with lake.transaction("run-a", "first"):
            lake.upsert("articles", [article_row(f"خبر {number}") for number in range(100)])
        with lake.transaction("run-a", "second"):
            for number in itertools.count():
                lake.upsert("articles", [article_row(f"خبر {number}/{row}") for row in range(500)])
                print("ready", flush=True)
"""
FORK = """
    import os, sys, time
    from pathlib import Path
    from warehouse.lock import WarehouseLock
    with WarehouseLock(Path(sys.argv[1]), run_id="run-a"):
        child = os.fork()
        if child == 0:
            time.sleep(60)
            os._exit(0)
        print(child, flush=True)
        time.sleep(60)
"""


@pytest.fixture
def started(root):
    """Return a function that starts a script and waits for its first line."""
    processes = []

    def start(script):
        process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script), str(root)], stdout=subprocess.PIPE, text=True
        )
        processes.append(process)
        return process, process.stdout.readline().strip()

    yield start
    for process in processes:
        process.kill()
        process.wait()


def test_a_second_run_is_told_who_holds_the_lock(root, started):
    holder, _ = started(HOLD)
    with (
        pytest.raises(WarehouseLockedError, match=rf"run run-a \(process {holder.pid}\) is writing to .*Wait"),
        WarehouseLock(root, run_id="run-b"),
    ):
        pass


def test_the_same_process_cannot_take_the_lock_twice(root):
    with WarehouseLock(root, run_id="run-a"), pytest.raises(WarehouseLockedError), WarehouseLock(root, run_id="run-b"):
        pass
    with WarehouseLock(root, run_id="run-c"):
        pass


def test_a_killed_run_leaves_no_lock(root, started):
    holder, _ = started(HOLD)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with WarehouseLock(root, run_id="run-b"):
        pass


def test_a_worker_that_outlives_its_killed_run_holds_no_lock(root, started):
    holder, child = started(FORK)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    try:
        with WarehouseLock(root, run_id="run-b"):
            pass
    finally:
        os.kill(int(child), signal.SIGKILL)


def test_a_lake_that_another_process_has_open_is_refused_clearly(root, started):
    started(WRITE)
    with pytest.raises(WarehouseLockedError, match="open in another process"):
        Lake.open(root)


def test_a_run_killed_while_writing_loses_nothing_committed_and_is_rerun_cleanly(root, started):
    writer, _ = started(WRITE)
    writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    rows = [article_row(f"خبر {number}") for number in range(200)]
    with WarehouseLock(root, run_id="run-b"), Lake.open(root) as lake:
        assert lake.query("select count(*) as n, min(n_chars) as shortest from articles").to_pylist() == [
            {"n": 100, "shortest": 5}
        ]
        with lake.transaction("run-b"):
            assert lake.upsert("articles", rows) == 100
        assert lake.query("select count(*) as n from articles").to_pylist() == [{"n": 200}]
        assert [check.name for check in run_checks(lake) if not check.passed] == []
        assert publish(lake, root).exists()
