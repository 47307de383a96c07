import datetime as dt

import pytest

from flows.sources.file import list_files, read_file
from tests.golden.answer_key import SAMPLE, find_id, load_articles, load_key
from transforms.articles.assemble import Origin, build_articles

FETCHED_AT = dt.datetime(2025, 4, 2, tzinfo=dt.UTC)
SPOILT = {
    "broken/bad-lines.jsonl:1": "broken-json",
    "broken/bad-lines.jsonl:4": "no-text",
    "broken/bad-lines.jsonl:5": "not-an-object",
    "broken/empty.txt": "no-text",
    "broken/truncated.jsonl.gz": "unreadable-file",
    "broken/truncated.parquet": "unreadable-file",
}


@pytest.fixture(scope="module")
def built():
    payloads = (payload for path in list_files(SAMPLE) for payload in read_file(path))
    return build_articles(payloads, Origin(FETCHED_AT, "run"))


@pytest.fixture(scope="module")
def read(built):
    rows = {}
    for row in built.articles:
        key = find_id(source_article_id=row["source_article_id"], url=row["url"], title=row["title"])
        rows.setdefault(key, row)
    return rows


def test_every_article_of_the_sample_is_read_on_its_local_day(read):
    for key, article in load_articles().items():
        published = dt.datetime.fromisoformat(article["published_at"])
        expected = published.replace(tzinfo=published.tzinfo or dt.UTC)
        assert read[key]["published_at"] == expected, key


def test_evidence_survives_the_reading(read):
    for key, gold in load_key().items():
        for incident in gold["incidents"]:
            assert incident["evidence"] in f"{read[key]['title'] or ''}\n{read[key]['text']}", key


def test_menus_and_tickers_stay_outside_the_articles(read):
    for key, article in load_articles().items():
        if article["file"].startswith("mizan-daily/"):
            for furniture in ("انفجار في معمل للألعاب النارية", "مقتل 12 شخصاً بهجوم مسلح", "شارك على فيسبوك"):
                assert furniture not in read[key]["text"], key


@pytest.mark.parametrize(("place", "reason"), SPOILT.items())
def test_spoilt_records_are_rejected_with_their_reason(built, place, reason):
    reasons = {row["locator"].removeprefix(f"{SAMPLE}/"): row["reason"] for row in built.rejects}
    found = [told for locator, told in reasons.items() if locator == place or locator.startswith(f"{place}:")]
    assert found == [reason]
