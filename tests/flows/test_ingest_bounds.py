"""What ingest holds at a time does not grow with what it reads."""

import itertools

from flows.ingest import BATCHES_A_COMMIT, group_batches
from flows.source_settings import SourceSettings
from flows.sources import adapter
from flows.sources.adapter import Mark, NoMemory, read_source_batches
from flows.sources.file import read_file
from tests.flows.newsroom_server import PARAGRAPH
from transforms.articles import near_duplicates
from transforms.articles.near_duplicates import bands_of, likeness
from transforms.text.normalize import normalize_name


class Endless:
    """A source without an end that counts how far it was read."""

    def __init__(self, make):
        self.n_read, self._make = 0, make

    def read(self, _source, _memory):
        for n in itertools.count():
            self.n_read = n + 1
            yield self._make(n)


def batches(monkeypatch, source, **limits):
    monkeypatch.setattr(adapter, "find_adapter", lambda _kind, **_: source)
    return read_source_batches(SourceSettings("s", path="x"), NoMemory(), **limits)


def test_a_batch_is_handed_on_before_more_of_its_source_is_read(monkeypatch):
    source = Endless(lambda n: {"text": PARAGRAPH.format(n=n)})
    for number, batch in enumerate(itertools.islice(batches(monkeypatch, source, records=10), 5), 1):
        assert (len(batch.payloads), source.n_read) == (10, 10 * number)


def test_marks_without_records_do_not_pile_up(monkeypatch):
    source = Endless(lambda n: Mark(f"file {n}"))
    first = next(batches(monkeypatch, source))
    assert len(first.marks) == source.n_read <= 2000


def test_a_batch_that_waits_is_handed_on_though_it_is_small(monkeypatch):
    monkeypatch.setattr(adapter, "LONGEST_WAIT", 0.0)
    source = Endless(lambda _: {"text": "x"})
    assert len(next(batches(monkeypatch, source, records=1000)).payloads) == 1


def test_a_commit_holds_a_few_batches_and_fewer_when_they_come_slowly():
    counted = itertools.count()
    staged = (next(counted) for _ in itertools.count())
    next(group_batches(staged))
    assert next(counted) == BATCHES_A_COMMIT
    assert next(group_batches(iter([1, 2, 3]), seconds=0.0)).batches == (1,)


def test_a_file_of_lines_is_read_as_it_is_asked_for(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "x"}\n' * 3 + b"\xff" * 10)
    records = read_file(path)
    assert next(records).locator.endswith(":1")
    with path.open("ab") as file:
        file.write(b'\n{"text": "late"}\n' * 10_000)
    assert sum(1 for _ in records) > 10_000  # what was written after the first record was asked for is read too


def test_no_cache_keeps_the_texts_of_articles():
    before = normalize_name.cache_info().currsize
    for n in range(30):
        text = PARAGRAPH.format(n=n)
        bands_of(text)
        likeness(text, PARAGRAPH.format(n=n + 1))
    assert normalize_name.cache_info().currsize == before
    assert normalize_name.cache_info().maxsize
    assert near_duplicates._compared.cache_info().maxsize <= 2048
