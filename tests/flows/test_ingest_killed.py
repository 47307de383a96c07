"""A run that is killed in the middle of a folder goes on where it was: nothing lost, nothing twice, little read again."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.flows.conftest import write_lines
from tests.flows.newsroom_server import PARAGRAPH
from warehouse.lake import Lake

FILES, A_FILE = 30, 60


def start(folder):
    return subprocess.Popen(
        [sys.executable, "-c", "from flows.commands import main; main()", "ingest", "--input", "news", "--warehouse", "w"],
        cwd=folder, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "MARSAD_BATCH_SIZE": "20", "MARSAD_WORKERS": "2"},
        stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def stored_files(folder):
    """Return how many files of the folder are finished, as the lake of a dead run knows it."""
    with Lake.open(folder / "w", read_only=True) as lake:
        return lake.query("select count(*) as n from reading_marks where is_done").to_pylist()[0]["n"]


def commits_begun(folder):
    """Return how many times articles were written; all but the last are committed."""
    return len(list((folder / "w" / "lake").rglob("articles/*.parquet")))


@pytest.mark.slow
def test_a_killed_run_goes_on_where_it_was(tmp_path):
    (tmp_path / "news").mkdir()
    for number in range(FILES):
        records = [{"id": f"{number}-{n}", "text": PARAGRAPH.format(n=number * A_FILE + n)} for n in range(A_FILE)]
        write_lines(tmp_path / "news" / f"{number:02}.jsonl", records)
    run = start(tmp_path)
    until = time.monotonic() + 240
    while commits_begun(tmp_path) < 3 and time.monotonic() < until and run.poll() is None:
        time.sleep(0.02)
    assert run.poll() is None, "the run ended before it could be killed"
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    finished = stored_files(tmp_path)
    assert 0 < finished < FILES
    out, _ = start(tmp_path).communicate(timeout=400)
    assert f"{finished} files or pages unchanged" in out
    with Lake.open(tmp_path / "w", read_only=True) as lake:
        (found,) = lake.query("select count(*) n, count(distinct text) texts from articles").to_pylist()
    assert found == {"n": FILES * A_FILE, "texts": FILES * A_FILE}
