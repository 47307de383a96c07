"""One of each kind, really run: every article arrives once, what is broken lands in `rejects`, a second run adds nothing."""

import collections
import gzip
import os
import re
import subprocess
import sys

import duckdb
import pytest

from tests.flows import newsroom_server as newsroom
from tests.flows import one_of_each

KEYS = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1"}
NUMBER = re.compile(r"المدينة رقم (\d+)")


@pytest.fixture
def server():
    server = newsroom.Server()
    yield server
    server.close()


@pytest.fixture
def bucket(monkeypatch):
    """A bucket of a real S3 endpoint with a file in it; returns the endpoint's address."""
    pytest.importorskip("s3fs")
    import boto3
    from moto.server import ThreadedMotoServer

    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    endpoint = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    endpoint.start()
    address = f"http://127.0.0.1:{endpoint._server.server_port}"
    client = boto3.client("s3", endpoint_url=address)
    client.create_bucket(Bucket="news")
    client.put_object(Bucket="news", Key="in/a.jsonl.gz", Body=gzip.compress(one_of_each.lines(40)))
    client.put_object(Bucket="news", Key="in/b.parquet", Body=one_of_each.parquet(41))
    yield address
    endpoint.stop()


def marsad(*arguments, folder, **environment):
    """Run the command as a person does; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", "from flows.commands import main; main()", *map(str, arguments)],
        cwd=folder, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def stored(warehouse):
    """Return how often each number stands in an article, the reasons by file, and how many rows there are."""
    with duckdb.connect(str(warehouse / "marsad.duckdb"), read_only=True) as database:
        texts = database.execute("select text from articles").fetchall()
        rejects = database.execute("select locator, reason from rejects where stage = 'ingest'").fetchall()
    numbers = collections.Counter(int(NUMBER.search(text).group(1)) for (text,) in texts)
    return numbers, {locator.rpartition("/")[2]: reason for locator, reason in rejects}, (len(texts), len(rejects))


@pytest.mark.slow
def test_a_folder_with_one_of_each_kind(tmp_path, server):
    one_of_each.write(tmp_path / "news", server.base)
    marsad("run", "--input", "news", "--warehouse", "w", folder=tmp_path)
    numbers, reasons, rows = stored(tmp_path / "w")
    saved_feed = numbers.pop(0) + numbers.pop(50, 0)  # its two entries are numbered 0 and 1
    assert {number: n for number, n in numbers.items() if n != 1} == {1: 2}
    assert (numbers.keys(), saved_feed) == (one_of_each.GOOD, 1)
    assert reasons.items() >= one_of_each.REFUSED.items()
    assert [reason for place, reason in reasons.items() if place.startswith("x3.warc.gz@")] == ["truncated"]
    assert server.asked == []
    again = marsad("run", "--input", "news", "--warehouse", "w", folder=tmp_path)
    assert "0 records read: 0 new" in again
    assert stored(tmp_path / "w")[2] == rows


CONFIG = """
[[sources]]
name = "summaries"
kind = "rss"
address = "{base}/feed.xml"
{web}
[[sources]]
name = "full texts"
kind = "atom"
address = "{base}/atom.xml"
{web}
[[sources]]
name = "site"
kind = "sitemap"
address = "{base}/sitemap.xml"
{web}
[[sources]]
name = "list"
kind = "urls"
path = "urls.txt"
{web}
[[sources]]
name = "one page"
kind = "page"
address = "{base}/n/36"
{web}
[[sources]]
name = "file behind an address"
path = "{base}/export.jsonl.gz"
{web}
[[sources]]
name = "bucket"
path = "s3://news/in"
[[sources]]
name = "crawl"
kind = "warc"
path = "crawl"
hosts = ["a.example"]
[[sources]]
name = "channel"
kind = "telegram"
path = "export"
[[sources]]
name = "mine"
plugin = "mine.py"
"""


@pytest.mark.slow
def test_a_configuration_with_every_remote_kind(tmp_path, server, bucket):
    one_of_each.publish_site(server)
    web = "allow_private = true\nrequests_per_second = 500.0\n"
    (tmp_path / "marsad.toml").write_text(CONFIG.format(base=server.base, web=web), encoding="utf-8")
    (tmp_path / "urls.txt").write_text(
        f"{server.base}/n/34\n{server.base}/n/35\n{server.base}/n/34\n", encoding="utf-8"
    )
    for folder, name, content in (
        ("crawl", "c.warc.gz", one_of_each.warc([("https://a.example/1", newsroom.page(42)), ("https://b.example/1", newsroom.page(96))], packed=True)),
        ("export", "result.json", one_of_each.telegram_json(43)),
        (".", "mine.py", f"def read(source, memory):\n    yield {one_of_each.record(44)!r}\n".encode()),
    ):  # fmt: skip
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_bytes(content)
    keys = {"AWS_ENDPOINT_URL": bucket}
    assert marsad("sources", "check", folder=tmp_path).startswith("10 sources, 0 with a fault")
    marsad("run", folder=tmp_path, **keys)
    numbers, reasons, rows = stored(tmp_path / "marsad-warehouse")
    assert numbers == dict.fromkeys(one_of_each.SITE | {40, 41, 42, 43, 44}, 1)
    assert reasons == {"gone": "http-404", "c.warc.gz": "filtered"}
    server.asked.clear()
    marsad("run", folder=tmp_path, **keys)
    assert stored(tmp_path / "marsad-warehouse")[2] == rows
    assert "/n/34" in server.paths()  # asked whether it has changed
    assert "/n/33" not in server.paths()  # its sitemap says that it has not
