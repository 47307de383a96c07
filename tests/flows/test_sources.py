"""What stands in files comes out as records in order; what is broken costs nothing but itself."""

import gzip
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.settings import ConfigError, SourceSettings
from flows.sources.adapter import find_adapter, read_batches
from flows.sources.file import read_file
from flows.sources.json_objects import read_objects
from flows.sources.lines import read_lines
from transforms.articles.records import RecordRefused, Unreadable, read_payload

RECORDS = [{"title": "عنوان أول", "text": "نص الخبر الأول"}, {"title": "عنوان ثان", "text": "نص\nفي سطرين"}]


def read(path):
    return [read_payload(payload).values for payload in read_file(path)]


def as_csv(delimiter=","):
    return 'title,text\nعنوان أول,نص الخبر الأول\nعنوان ثان,"نص\nفي سطرين"\n'.replace(",", delimiter)


def parquet():
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(RECORDS), buffer)
    return buffer.getvalue()


def lines():
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in RECORDS)


FORMS = {
    "news.jsonl": lines().encode(),
    "blank lines.jsonl": ("\n" + lines().replace("\n", "\r\n\r\n")).encode(),
    "windows.jsonl": lines().encode("cp1256"),
    "bom.jsonl": lines().encode("utf-8-sig"),
    "array.json": json.dumps(RECORDS, ensure_ascii=False).encode(),
    "held.json": json.dumps({"total": 2, "articles": RECORDS}).encode(),
    "lines.json": lines().encode(),
    "news.csv": as_csv().encode(),
    "news.tsv": as_csv("\t").encode(),
    "semicolon.csv": as_csv(";").encode("utf-8-sig"),
    "windows.csv": as_csv().encode("cp1256"),
    "news.parquet": parquet(),
}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzipped"])
@pytest.mark.parametrize("name", FORMS)
def test_every_format_gives_the_same_records(tmp_path, name, packed):
    path = tmp_path / (f"{name}.gz" if packed else name)
    path.write_bytes(gzip.compress(FORMS[name]) if packed else FORMS[name])
    assert read(path) == RECORDS


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16", "utf-16-le"])
def test_a_text_file_is_one_article_with_its_short_first_line_as_title(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes("قصف على المدينة\n\nقتل ثلاثة مدنيين في قصف على المدينة.\n".encode(encoding))
    assert read(path) == [{"id": "a", "title": "قصف على المدينة", "text": "قتل ثلاثة مدنيين في قصف على المدينة."}]


def test_a_text_that_begins_with_a_sentence_has_no_title(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("قتل ثلاثة مدنيين في قصف على المدينة.\nوقالت مصادر إن القصف مستمر.", encoding="utf-8")
    assert sorted(read(path)[0]) == ["id", "text"]


def test_one_bad_line_never_costs_its_neighbours(tmp_path):
    path = tmp_path / "a.jsonl"
    good = json.dumps(RECORDS[0], ensure_ascii=False).encode()
    path.write_bytes(b"\n".join([good, b'{"text": "cut', b"[1]", b"\xff\xfe\x00", good]))
    outcomes = []
    for payload in read_file(path):
        try:
            read_payload(payload)
            outcomes.append("read")
        except RecordRefused as refused:
            outcomes.append((payload.locator.rpartition(":")[2], refused.reason))
    assert outcomes == ["read", ("2", "broken-json"), ("3", "not-an-object"), ("4", "broken-encoding"), "read"]


def test_a_row_with_too_many_cells_is_refused_alone(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("title,text\nا,ب\nا,ب,ج\nا,د\n", encoding="utf-8")
    kinds = [type(payload).__name__ for payload in read_file(path)]
    assert kinds == ["Payload", "Unreadable", "Payload"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param(
            "a.jsonl.gz", gzip.compress(lines().encode() * 500)[:-200], "unreadable-file", id="truncated gzip"
        ),
        pytest.param("a.parquet", parquet()[:-20], "unreadable-file", id="truncated parquet"),
        pytest.param("a.json", b'[{"text": "a"}, {"text": ', "truncated", id="truncated json"),
        pytest.param("a.json", b"[]", "no-record", id="no record"),
        pytest.param("a.txt", b" \n ", "no-text", id="empty text"),
        pytest.param("a.csv", b"number,date\n1,2\n", "no-header", id="no known column"),
        pytest.param("a.docx", b"PK", "unknown-format", id="unknown format"),
    ],
)
def test_what_cannot_be_read_ends_its_file_with_a_reason(tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)
    last = list(read_file(path))[-1]
    assert isinstance(last, Unreadable)
    assert last.reason == reason


def test_an_endless_line_is_skipped(monkeypatch):
    monkeypatch.setattr("flows.sources.lines.LONGEST_LINE", 100)
    found = list(read_lines(io.BytesIO(b'{"a":1}\n' + b"x" * 1000 + b'\n{"b":2}\n'), "f"))
    assert [getattr(payload, "reason", payload.data) for payload in found] == [b'{"a":1}', "too-large", b'{"b":2}']


VALUES = st.recursive(
    st.none() | st.text() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.dictionaries(st.text(), VALUES), min_size=1, max_size=5), st.integers(1, 40), st.booleans())
def test_objects_are_cut_out_of_any_json_array(records, chunk, is_ascii):
    class Slow(io.BytesIO):
        def read(self, size=-1):
            return super().read(min(size, chunk) if size > 0 else size)

    content = json.dumps(records, ensure_ascii=is_ascii).encode("utf-8", "surrogatepass")
    found = [
        json.loads(payload.data) for payload in read_objects(Slow(content), "f") if not isinstance(payload, Unreadable)
    ]
    assert found == records


def test_batches_are_bounded_and_in_order(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.jsonl").write_text(
            "".join(f'{{"text": "{number}{i}"}}\n' for i in range(3)), encoding="utf-8"
        )
    batches = list(read_batches((SourceSettings("all", path=str(tmp_path)),), records=4))
    assert [len(batch.payloads) for batch in batches] == [4, 4, 4, 3]
    texts = [json.loads(payload.data)["text"] for batch in batches for payload in batch.payloads]
    assert texts == sorted(texts)


def test_a_user_adds_an_adapter_in_a_file_of_his_own(tmp_path, monkeypatch):
    (tmp_path / "my_source.py").write_text(
        "class Mine:\n    def read(self, source):\n        yield source.path\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert list(find_adapter("my_source:Mine").read(SourceSettings("a", path="x"))) == ["x"]
    with pytest.raises(ConfigError, match="use one of file"):
        find_adapter("carrier-pigeon")
