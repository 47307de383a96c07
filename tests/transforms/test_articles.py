"""From one raw record to one row: names of fields, addresses, dates, identity."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.assemble import Origin, build_articles
from transforms.articles.dates import parse_published
from transforms.articles.fields import map_fields
from transforms.articles.identity import article_id, source_slug
from transforms.articles.records import Payload
from transforms.articles.urls import canonical_url
from transforms.contracts.conform import conform
from transforms.contracts.tables import TABLES

ORIGIN = Origin(dt.datetime(2025, 4, 1, tzinfo=dt.UTC), "run-1")
TEXT = "قتل ثلاثة مدنيين في قصف على المدينة."


def build(*records):
    return build_articles((Payload("cells", record, f"f:{n}") for n, record in enumerate(records, 1)), ORIGIN)


@pytest.mark.parametrize(
    ("cell", "expected", "precision"),
    [
        pytest.param("2019-07-20", "2019-07-20T00:00:00", "day", id="iso day"),
        pytest.param("2015-07-21T02:51:32", "2015-07-21T02:51:32", "second", id="iso without zone"),
        pytest.param("2015-07-21T02:51+03:00", "2015-07-20T23:51:00", "minute", id="iso with zone"),
        pytest.param("Sat, 20 Jul 2019 10:00:00 +0300", "2019-07-20T07:00:00", "second", id="mail"),
        pytest.param("السبت 20 تموز/يوليو 2019 - 14:30", "2019-07-20T14:30:00", "minute", id="Levantine and Gulf name"),
        pytest.param("٢٠ جويلية ٢٠١٩", "2019-07-20T00:00:00", "day", id="Maghreb name, Arabic digits"),
        pytest.param("12 كانون الثاني 2019 3:15 م", "2019-01-12T15:15:00", "minute", id="two-word name, afternoon"),
        pytest.param("20/07/2019 10:00", "2019-07-20T10:00:00", "minute", id="day first"),
        pytest.param("1563580800", "2019-07-20T00:00:00", "second", id="epoch"),
        pytest.param("2019-07", "2019-07-01T00:00:00", "month", id="month"),
    ],
)
def test_dates_are_read_in_all_notations(cell, expected, precision):
    published = parse_published(cell)
    assert (published.at.replace(tzinfo=None).isoformat(), published.precision) == (expected, precision)


@pytest.mark.parametrize("cell", ["", "قريبا", "31/31/2019", "2019-13-01", "0", "99999999999999999"])
def test_what_is_no_date_is_none(cell):
    assert parse_published(cell) is None


def test_times_without_a_zone_are_local_to_the_outlet():
    published = parse_published("2019-07-20T01:00:00", time_zone="Asia/Baghdad")
    assert published.at == dt.datetime(2019, 7, 19, 22, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(
            "HTTPS://Example.org:443/a/?utm_source=x&b=2&a=1#top", "https://example.org/a?a=1&b=2", id="all at once"
        ),
        pytest.param("http://example.org/خبر", "http://example.org/%D8%AE%D8%A8%D8%B1", id="Arabic path"),
        pytest.param(
            "http://example.org/%d8%ae%d8%a8%d8%b1", "http://example.org/%D8%AE%D8%A8%D8%B1", id="encoded path"
        ),
        pytest.param("example.org/a", "https://example.org/a", id="without scheme"),
        pytest.param("https://example.org/", None, id="front page"),
        pytest.param("javascript:alert(1)", None, id="no web address"),
        pytest.param("http://[broken", None, id="broken"),
        pytest.param(None, None, id="none"),
    ],
)
def test_an_address_has_one_canonical_form(url, expected):
    assert canonical_url(url) == expected


@given(st.text())
def test_canonical_addresses_stay_as_they_are(text):
    canonical = canonical_url(f"https://example.org/{text}")
    assert canonical is None or canonical_url(canonical) == canonical


def test_names_of_fields_are_known_in_english_and_arabic():
    record = {"العنوان": "ا", "Body": "ب", "pubDate": "2019-07-20", "Outlet": {"name": "ج"}, "post_id": 7, "x": "y"}
    assert map_fields(record) == {"id": "7", "title": "ا", "text": "ب", "published_at": "2019-07-20", "source": "ج"}


def test_the_first_name_of_a_field_wins_whatever_the_order_of_columns():
    assert map_fields({"summary": "موجز", "text": "نص"})["text"] == "نص"
    assert map_fields({"text": None, "summary": "موجز"})["text"] == "موجز"


def test_rows_conform_to_the_contract():
    built = build({"id": "1", "title": "ت", "text": TEXT, "date": "2025-01-02", "source": "صحيفة"}, {"text": TEXT})
    assert conform(built.articles, TABLES["articles"]).num_rows == 2
    assert conform(list(built.sources.values()), TABLES["sources"]).num_rows == 2


def test_a_missing_date_stays_unknown_and_is_never_the_time_of_fetching():
    (row,) = build({"text": TEXT}).articles
    assert (row["published_at"], row["published_precision"], row["published_basis"]) == (None, None, "unknown")


@pytest.mark.parametrize("date", ["غير معروف", "2099-01-01"], ids=["no date", "a wrong clock"])
def test_an_unreadable_date_costs_the_date_and_is_told(date):
    built = build({"text": TEXT, "date": date})
    assert built.articles[0]["published_at"] is None
    assert [row["reason"] for row in built.rejects] == ["unreadable-date"]


def test_one_address_is_one_article_whatever_way_a_reader_came():
    one, two = build(
        {"text": TEXT, "url": "https://e.org/a?utm_medium=x"}, {"text": "غيره " + TEXT, "url": "https://e.org/a#b"}
    ).articles
    assert one["article_id"] == two["article_id"]
    assert one["content_sha256"] != two["content_sha256"]


def test_without_an_address_the_content_is_the_identity():
    assert (
        article_id(None, title="ا", text="ب")
        == article_id(None, title="ا", text="ب")
        != article_id(None, title="اب", text="")
    )


def test_text_is_kept_as_published_but_for_what_no_database_keeps():
    (row,) = build({"text": f"  {TEXT}\x00\n\u200f"}).articles
    assert row["text"] == f"  {TEXT}\n\u200f"


def test_rejects_have_the_same_id_on_every_reading():
    first, again = build({"title": ""}).rejects, build({"title": ""}).rejects
    assert [row["reject_id"] for row in first] == [row["reject_id"] for row in again]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Enab Baladi", "enab-baladi"),
        ("عنب بلدي", "عنب-بلدي"),
        ("قَناة العربيّة!", "قناة-العربية"),
        ("...", None),
        (None, None),
    ],
)
def test_an_outlet_has_a_short_name(name, slug):
    assert source_slug(name) == slug
