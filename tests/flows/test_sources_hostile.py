"""Archives, exports and broken or hostile files: one bad record never costs its neighbours, and nothing gets out."""

import datetime as dt
import gzip
import io
import json
import os
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.errors import ConfigError
from flows.source_settings import SourceSettings
from flows.sources import unpack
from flows.sources.adapter import Mark, NoMemory, find_adapter, read_source_batches
from flows.sources.file import list_files, read_file
from tests.flows.newsroom_server import PARAGRAPH, page
from transforms.articles.assemble import Origin, build_articles
from transforms.articles.feeds import read_feed
from transforms.articles.records import RecordRefused
from transforms.articles.sitemaps import read_sitemap

NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
GOOD = {"id": "good", "title": "قصف على المدينة", "text": PARAGRAPH.format(n=1), "published_at": "2025-02-08"}


def built(found):
    return build_articles([record for record in found if not isinstance(record, Mark)], Origin(NOW, "run"))


def read(path):
    return built(record for file in list_files(path) for record in read_file(file))


def reasons(path):
    return [row["reason"] for row in read(path).rejects]


def line(**values):
    return json.dumps(GOOD | values, ensure_ascii=False).encode() + b"\n"


def warc(path, pages, *, packed=True, cut=0):
    from fastwarc.warc import WarcRecord, WarcRecordType

    buffer = io.BytesIO()
    for url, body, kind in pages:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.headers["WARC-Target-URI"] = url
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(
            b"HTTP/1.1 200 OK\r\nContent-Type: "
            + kind.encode()
            + b"\r\nContent-Length: "
            + str(len(body)).encode()
            + b"\r\n\r\n"
            + body
        )
        if packed:
            member = io.BytesIO()
            record.write(member)
            buffer.write(gzip.compress(member.getvalue()))
        else:
            record.write(buffer)
    path.write_bytes(buffer.getvalue()[: len(buffer.getvalue()) - cut])
    return path


HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_warc_gives_its_arabic_pages_and_counts_what_it_leaves_out(tmp_path, name):
    pages = [("https://a.example/1", page(1), HTML), ("https://a.example/en", b"<p>English only</p>" * 50, HTML),
             ("https://a.example/p.png", b"png", "image/png"), ("https://a.example/2", page(2), HTML)]  # fmt: skip
    rows = read(warc(tmp_path / name, pages, packed=name.endswith("gz")))
    assert [row["url"] for row in rows.articles] == ["https://a.example/1", "https://a.example/2"]
    (left_out,) = rows.rejects
    assert left_out["reason"] == "filtered"
    assert "1 not in Arabic" in left_out["detail"]


def test_a_warc_is_filtered_by_host_before_reading(tmp_path):
    path = warc(
        tmp_path / "a.warc.gz", [("https://a.example/1", page(1), HTML), ("https://www.b.example/2", page(2), HTML)]
    )
    (file,) = list_files(path)
    assert [row["url"] for row in built(read_file(file, hosts=("b.example",))).articles] == ["https://www.b.example/2"]


def test_a_truncated_warc_gives_what_stands_before_the_cut(tmp_path):
    path = warc(tmp_path / "a.warc.gz", [(f"https://a.example/{n}", page(n), HTML) for n in range(5)], cut=100)
    rows = read(path)
    assert [row["url"] for row in rows.articles] == [f"https://a.example/{n}" for n in range(4)]
    assert [row["reason"] for row in rows.rejects] == ["truncated"]


def test_telegram_exports_in_json_and_html_give_the_same_posts(tmp_path):
    text = PARAGRAPH.format(n=3)
    export = {"name": "راصد", "type": "public_channel", "id": 77, "messages": [
        {"id": 1, "type": "service", "date": "2025-02-08T10:00:00", "action": "create_channel"},
        {"id": 2, "type": "message", "date": "2025-02-08T10:00:00", "date_unixtime": "1738998000", "text": [text, {"type": "hashtag", "text": " #تعز"}]},
        {"id": 3, "type": "message", "date": "2025-02-08T10:05:00", "photo": "p.jpg", "text": ""},
    ]}  # fmt: skip
    (tmp_path / "result.json").write_text(json.dumps(export, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "messages.html").write_text(
        '<html><head><title>Exported Data</title></head><body><div class="page_header"><div class="text bold">راصد</div></div>'
        '<div class="message service" id="message1"><div class="body details">created</div></div>'
        '<div class="message default clearfix" id="message2"><div class="body"><div class="pull_right date details" title="08.02.2025 10:00:00 UTC+03:00">10:00</div>'
        f'<div class="from_name">راصد</div><div class="text">{text} <a href="">#تعز</a></div></div></div></body></html>', encoding="utf-8")  # fmt: skip
    page_row, json_row = read(tmp_path).articles
    assert json_row["url"] == "https://t.me/c/77/2"
    assert json_row["text"] == page_row["text"] == f"{text} #تعز"
    assert json_row["published_at"] == page_row["published_at"] == dt.datetime(2025, 2, 8, 7, tzinfo=dt.UTC)
    assert json_row["source_id"] == page_row["source_id"] == "راصد"


def test_a_zip_with_paths_that_lead_out_writes_nothing_and_is_read(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("../../evil.jsonl", line(id="1"))
        archive.writestr("/etc/evil.jsonl", line(id="2", text=PARAGRAPH.format(n=2)))
        archive.writestr("broken.jsonl.gz", gzip.compress(line() * 900)[:40])
        link = zipfile.ZipInfo("link.jsonl")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("b/page.html", page(4))
    rows = read(folder)
    assert len(rows.articles) == 3
    assert {row["reason"] for row in rows.rejects} == {"unreadable-file"}
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    assert not any(".." in row["locator"] for row in rows.rejects)


@pytest.mark.parametrize("kind", ["gz", "zip", "gz in zip"])
def test_a_bomb_is_cut_off_and_its_neighbours_are_read(tmp_path, monkeypatch, kind):
    monkeypatch.setattr(unpack, "FREE_BYTES", 2_000_000)
    bomb = bytes(40_000_000)
    if kind == "gz":
        (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(bomb))
    else:
        with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "a.jsonl" if kind == "zip" else "a.jsonl.gz", bomb if kind == "zip" else gzip.compress(bomb)
            )
    (tmp_path / "b.jsonl").write_bytes(line())
    rows = read(tmp_path)
    assert [row["source_article_id"] for row in rows.articles] == ["good"]
    assert rows.rejects
    assert all("BombError" in row["detail"] or row["reason"] == "too-large" for row in rows.rejects)


def test_folders_are_walked_without_following_links_or_reading_pipes(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(line())
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "outside").symlink_to("/etc")
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "README.md").write_text("about", encoding="utf-8")
    (tmp_path / ".hidden.jsonl").write_bytes(line(id="hidden"))
    rows = read(tmp_path)
    assert [row["source_article_id"] for row in rows.articles] == ["good"]
    assert rows.rejects == []


def test_very_many_tiny_files_are_read_in_one_stream(tmp_path):
    for number in range(1500):
        (tmp_path / f"{number:05}.txt").write_text(
            f"عنوان {number}\nقتل {number} في قصف على المدينة.\n", encoding="utf-8"
        )
    batches = list(read_source_batches(SourceSettings(name="t", path=str(tmp_path)), NoMemory(), records=400))
    assert [len(batch.payloads) for batch in batches] == [400, 400, 400, 300]


BROKEN = {
    "nul": (line(text="قتل\x00 ثلاثة في المدينة"), []),
    "lone surrogate": (
        b'{"id":"x","text":"\\ud800 \xd9\x82\xd8\xaa\xd9\x84 \xd8\xab\xd9\x84\xd8\xa7\xd8\xab\xd8\xa9"}\n',
        [],
    ),
    "object as text": (line(text={"html": "<p>x</p>"}), ["wrong-type"]),
    "number as text": (line(text=12345), ["wrong-type"]),
    "persian": (
        line(title="", text="در پی انفجار بمب در شهر کابل ده نفر کشته شدند و این حمله ادامه دارد که است"),
        ["not-arabic"],
    ),
    "english": (line(title="", text="Three people were killed in a shelling of the city on Monday."), ["not-arabic"]),
    "future": (line(published_at="2091-01-01"), ["unreadable-date"]),
    "epoch": (line(published_at="1970-01-01T00:00:00Z"), ["unreadable-date"]),
    "not utf-8": (line() + b'{"text": "\xff\xfe\xfa"}\n', ["broken-encoding"]),
    "deep": (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n" + line(), ["broken-json"]),
    "lost letters": (
        line(title="", text="".join(chr(byte) for byte in "قتل ثلاثة في قصف".encode() if byte > 0x9F) * 5),
        ["undecodable"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_record_is_kept_or_rejected_with_its_reason(tmp_path, name):
    content, expected = BROKEN[name]
    (tmp_path / "a.jsonl").write_bytes(content + line(id="neighbour", text=PARAGRAPH.format(n=9)))
    rows = read(tmp_path)
    assert [row["reason"] for row in rows.rejects] == expected
    assert "neighbour" in {row["source_article_id"] for row in rows.articles}
    assert all("\x00" not in row["text"] for row in rows.articles)


def test_mojibake_is_repaired_and_marked(tmp_path):
    text = GOOD["text"].encode().decode("latin-1")
    (tmp_path / "a.jsonl").write_bytes(line(text=text))
    (row,) = read(tmp_path).articles
    assert (row["text"], row["text_repair"]) == (GOOD["text"], "mojibake")


def test_markup_in_a_record_becomes_text_without_scripts(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(
        line(text=f"<p>{GOOD['text']}</p><script>alert(1)</script><p onclick='x'>خاتمة</p>")
    )
    (row,) = read(tmp_path).articles
    assert (row["text"], row["text_repair"]) == (f"{GOOD['text']}\nخاتمة", "markup")


def test_direction_tricks_stay_out_of_the_outlets_name(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(line(source="\u202eسانا\u202c"))
    rows = read(tmp_path)
    assert [source["name"] for source in rows.sources.values()] == ["سانا"]


def test_a_page_over_the_limit_is_refused_unread(tmp_path):
    (tmp_path / "a.html").write_bytes(page(1) + b"<!--" + b"x" * 50_000_000)
    (tmp_path / "b.html").write_bytes(page(2))
    rows = read(tmp_path)
    assert [row["reason"] for row in rows.rejects] == ["too-large"]
    assert len(rows.articles) == 1


def test_a_truncated_parquet_costs_itself_only(tmp_path):
    pq.write_table(pa.Table.from_pylist([GOOD]), tmp_path / "a.parquet")
    whole = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "b.parquet").write_bytes(whole[: len(whole) // 2])
    rows = read(tmp_path)
    assert (len(rows.articles), [row["reason"] for row in rows.rejects]) == (1, ["unreadable-file"])


def test_files_without_an_outlet_are_named_after_file_or_folder(tmp_path):
    (tmp_path / "sawt.jsonl").write_bytes(line())
    folder = tmp_path / "mizan"
    folder.mkdir()
    (folder / "m-1.html").write_bytes(page(3))
    assert {(row["source_id"], row["source_article_id"]) for row in read(tmp_path).articles} == {
        ("sawt", "good"),
        ("mizan", "m-1"),
    }


def test_a_page_of_menu_words_is_rejected(tmp_path):
    (tmp_path / "a.html").write_text(
        "<html><body><ul><li>الرئيسية</li><li>سياسة</li></ul><p>اتصل بنا</p></body></html>", encoding="utf-8"
    )
    assert reasons(tmp_path) == ["no-text"]


def test_standard_input_is_read_as_json_lines(monkeypatch):
    monkeypatch.setattr("flows.sources.file.standard_input", lambda: io.BytesIO(line()))
    found = find_adapter("file").read(SourceSettings(name="-", path="-"), NoMemory())
    assert len(built(found).articles) == 1


def test_a_plugin_of_the_users_own_is_found_by_its_file(tmp_path):
    plugin = tmp_path / "mine.py"
    plugin.write_text(
        f"def read(source, memory):\n    yield {GOOD!r}\n    raise ValueError('stop')\n", encoding="utf-8"
    )
    (batch,) = read_source_batches(SourceSettings(name="mine", plugin=str(plugin)), NoMemory())
    rows = built(batch.payloads)
    assert len(rows.articles) == 1
    assert [row["reason"] for row in rows.rejects] == ["source-failed"]


def test_a_plugin_without_a_reader_stops_at_once(tmp_path):
    (tmp_path / "mine.py").write_text("x = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="read"):
        find_adapter("file", plugin=str(tmp_path / "mine.py"))


def test_files_on_s3_are_read(tmp_path, monkeypatch):
    pytest.importorskip("s3fs")
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        port = server._server.server_port
        for name, value in {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1",
                            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}"}.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        import boto3

        client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}")
        client.create_bucket(Bucket="news")
        client.put_object(Bucket="news", Key="in/a.jsonl.gz", Body=gzip.compress(line()))
        pq.write_table(
            pa.Table.from_pylist([GOOD | {"id": "p", "text": PARAGRAPH.format(n=8)}]), tmp_path / "b.parquet"
        )
        client.put_object(Bucket="news", Key="in/b.parquet", Body=(tmp_path / "b.parquet").read_bytes())
        found = list(find_adapter("file").read(SourceSettings(name="s3", path="s3://news/in"), NoMemory()))
    finally:
        server.stop()
    assert {row["source_article_id"] for row in built(found).articles} == {"good", "p"}
    assert [record.is_done for record in found if isinstance(record, Mark)] == [True, True]


def test_the_real_page_gives_its_real_text(shared):
    folder = shared / "corpora" / "html"
    expected = (folder / "arabic.txt").read_text(encoding="utf-8")
    rows = read(folder / "arabic_article.html")
    assert len(rows.articles) == 1
    words = [word for word in rows.articles[0]["text"].split() if len(word) > 3]
    assert sum(word in expected for word in words) > 0.8 * len(words)


FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(
    raw=st.binary(max_size=400),
    name=st.sampled_from(
        ["a.jsonl", "a.json", "a.csv", "a.html", "a.txt", "a.warc", "a.warc.gz", "a.parquet", "a.zip", "a.jsonl.gz"]
    ),
)
def test_no_bytes_break_a_reader(tmp_path, raw, name):
    (tmp_path / name).write_bytes(raw)
    built(read_file(tmp_path / name))


@FUZZ
@given(raw=st.binary(max_size=300), cut=st.integers(0, 400), reader=st.sampled_from([read_feed, read_sitemap]))
def test_no_bytes_break_feeds_and_sitemaps(raw, cut, reader):
    for document in (raw, (b"<rss><channel><item><title>" + raw + b"</title></item></channel></rss>")[:cut]):
        try:
            reader(document)
        except RecordRefused as refused:
            assert refused.reason  # noqa: PT017 - most bytes are no feed, and then the reason is told


@FUZZ
@given(
    record=st.dictionaries(
        st.sampled_from(["title", "text", "url", "date", "source", "id"]),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.text(max_size=40),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
            max_leaves=5,
        ),
    )
)
def test_no_values_break_the_making_of_articles(tmp_path, record):
    rows = built(read_records(tmp_path, record))
    assert len(rows.articles) + len([row for row in rows.rejects if row["reason"] != "unreadable-date"]) == 1


def read_records(tmp_path, record):
    plain = json.dumps(record).encode() + b"\n"
    (tmp_path / "fuzz.jsonl").write_bytes(plain)
    return list(read_file(tmp_path / "fuzz.jsonl"))
