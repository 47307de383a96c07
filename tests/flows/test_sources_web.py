"""The web is read politely, incrementally, and never where it may not be; what is broken there stays outside."""

import datetime as dt

import pytest

from flows.source_settings import SourceSettings
from flows.sources.adapter import Mark, NoMemory, find_adapter
from flows.sources.web import fetch
from flows.sources.web.fetch import Fetcher
from flows.sources.web.guard import is_public
from tests.flows import newsroom_server as newsroom
from transforms.articles.assemble import Origin, build_articles
from transforms.articles.records import Unreadable

NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)


class Remembered(NoMemory):
    def __init__(self, records):
        self.marks = {record.address: record for record in records if isinstance(record, Mark)}

    def recall(self, addresses):
        return {address: self.marks[address] for address in addresses if address in self.marks}


@pytest.fixture
def server():
    server = newsroom.Server()
    yield server
    server.close()


def source(address, kind="rss", **values):
    return SourceSettings(
        **{"name": "s", "kind": kind, "address": address, "allow_private": True, "requests_per_second": 500.0, **values}
    )


def records(settings, memory=None):
    return list(find_adapter(settings.kind).read(settings, memory or NoMemory()))


def built(found):
    return build_articles([record for record in found if not isinstance(record, Mark)], Origin(NOW, "run"))


@pytest.fixture
def fetcher():
    with Fetcher(allow_private=True, requests_per_second=500, first_pause=0.01) as fetcher:
        yield fetcher


def test_a_feed_with_summaries_gives_the_articles_of_its_pages(server):
    server.pages |= {
        "/feed.xml": newsroom.rss(server.base, [("/n/1", "أول"), ("/n/2", "ثان")]),
        "/n/1": newsroom.page(1),
        "/n/2": newsroom.page(2),
    }
    rows = built(records(source(f"{server.base}/feed.xml"))).articles
    assert [row["url"] for row in rows] == [f"{server.base}/n/1", f"{server.base}/n/2"]
    assert [row["title"] for row in rows] == ["أول", "ثان"]
    assert {row["published_basis"] for row in rows} == {"feed"}
    assert rows[0]["published_at"] == dt.datetime(2025, 2, 8, 7, tzinfo=dt.UTC)
    assert "ملخص" not in rows[0]["text"]


def test_a_feed_with_full_texts_fetches_no_page_and_drops_scripts(server):
    server.pages["/feed.xml"] = newsroom.rss(server.base, [("/n/1", "أول")], full=True)
    (row,) = built(records(source(f"{server.base}/feed.xml"))).articles
    assert server.paths() == ["/feed.xml"]
    assert "x()" not in row["text"]
    assert row["text"].count("\n") == 1


def test_an_unchanged_feed_is_asked_once_and_gives_nothing(server):
    server.pages |= {"/feed.xml": newsroom.rss(server.base, [("/n/1", "أول")]), "/n/1": newsroom.page(1)}
    first = records(source(f"{server.base}/feed.xml"))
    server.asked.clear()
    assert records(source(f"{server.base}/feed.xml"), Remembered(first)) == []
    assert server.paths() == ["/feed.xml"]


def test_only_new_entries_of_a_changed_feed_are_fetched(server):
    server.pages |= {
        "/feed.xml": newsroom.rss(server.base, [("/n/1", "أول")]),
        "/n/1": newsroom.page(1),
        "/n/2": newsroom.page(2),
    }
    first = records(source(f"{server.base}/feed.xml"))
    server.pages["/feed.xml"] = newsroom.rss(server.base, [("/n/1", "أول"), ("/n/2", "ثان")])
    server.asked.clear()
    records(source(f"{server.base}/feed.xml"), Remembered(first))
    assert server.paths() == ["/feed.xml", "/n/2"]


def test_a_feed_whose_page_failed_is_read_again(server):
    server.pages["/feed.xml"] = newsroom.rss(server.base, [("/n/1", "أول")])
    first = records(source(f"{server.base}/feed.xml"))
    assert [record.reason for record in first if isinstance(record, Unreadable)] == ["http-404"]
    server.pages["/n/1"] = newsroom.page(1)
    assert len(built(records(source(f"{server.base}/feed.xml"), Remembered(first))).articles) == 1


def test_sitemaps_and_news_sitemaps_are_followed_and_told_languages_respected(server):
    news = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
        f"<url><loc>{server.base}/n/1</loc><lastmod>2025-02-08</lastmod><n:news><n:publication><n:name>صحيفة</n:name><n:language>ar</n:language>"
        "</n:publication><n:publication_date>2025-02-08T10:00:00+03:00</n:publication_date><n:title>عنوان</n:title></n:news></url>"
        f"<url><loc>{server.base}/en/1</loc><n:news><n:publication><n:language>en</n:language></n:publication></n:news></url></urlset>"
    )
    index = f"<sitemapindex><sitemap><loc>{server.base}/news.xml</loc></sitemap></sitemapindex>"
    server.pages |= {"/sitemap.xml": index.encode(), "/news.xml": news.encode(), "/n/1": newsroom.page(1)}
    found = records(source(f"{server.base}/sitemap.xml", "sitemap"))
    (row,) = built(found).articles
    assert (row["title"], row["published_basis"]) == ("عنوان", "feed")
    server.asked.clear()
    assert not built(records(source(f"{server.base}/sitemap.xml", "sitemap"), Remembered(found))).articles
    assert server.paths() == ["/sitemap.xml", "/news.xml"]


def test_a_list_of_addresses_is_read_and_unchanged_pages_are_left_out(server, tmp_path):
    server.pages |= {"/n/1": newsroom.page(1), "/n/2": newsroom.page(2)}
    file = tmp_path / "urls.txt"
    file.write_text(f"# list\n{server.base}/n/1\n\n{server.base}/n/2\n{server.base}/n/1\n", encoding="utf-8")
    settings = source("", "urls", path=str(file))
    found = records(settings)
    assert len(built(found).articles) == 2
    assert built(records(settings, Remembered(found))).articles == []


def test_a_page_follows_redirects_and_is_known_by_where_it_ended(server):
    server.pages |= {"/short": newsroom.redirect("/n/1"), "/n/1": newsroom.page(1)}
    (row,) = built(records(source(f"{server.base}/short", "page"))).articles
    assert row["url"] == f"{server.base}/n/1"


def test_a_canonical_address_on_another_host_does_not_count(server):
    server.pages["/n/1"] = newsroom.page(1, head='<link rel="canonical" href="https://other.example/stolen">')
    (row,) = built(records(source(f"{server.base}/n/1", "page"))).articles
    assert row["url"] == f"{server.base}/n/1"


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (newsroom.redirect("/x"), "too-many-redirects"),
        (newsroom.redirect("file:///etc/passwd"), "bad-address"),
        (newsroom.endless, "too-large"),
        (newsroom.gzip_bomb, "too-large"),
        (lambda handler: handler.reply(500), "http-500"),
        (lambda handler: handler.reply(403), "http-403"),
        (lambda handler: handler.reply(200, b"x", Content_Encoding="br"), "wrong-encoding"),
        (lambda handler: handler.reply(200, b"no gzip", Content_Encoding="gzip"), "unreachable"),
        (lambda handler: handler.connection.shutdown(2), "unreachable"),
    ],
    ids=["loop", "scheme", "endless", "bomb", "500", "403", "brotli", "broken gzip", "cut off"],
)
def test_a_broken_answer_is_a_reason_and_no_error(server, fetcher, answer, failure):
    server.pages["/x"] = answer
    assert fetcher.fetch(f"{server.base}/x").failure == failure


def test_an_answer_that_only_drips_is_given_up(server, fetcher, monkeypatch):
    server.pages["/x"] = newsroom.dripping
    with pytest.raises(fetch._Refused, match="no end"):
        fetcher._answer(f"{server.base}/x", {}, [], 10_000, seconds=0.5)


def test_a_busy_server_is_asked_again(server, fetcher):
    server.pages["/x"] = newsroom.busy_once()
    assert fetcher.fetch(f"{server.base}/x").status == 200
    assert server.paths() == ["/x", "/x"]


def test_robots_txt_is_honoured(server, fetcher):
    server.pages |= {
        "/robots.txt": b"User-agent: marsad\nDisallow: /n/\n",
        "/n/1": newsroom.page(1),
        "/ok": newsroom.page(2),
    }
    assert fetcher.fetch(f"{server.base}/n/1").failure == "robots"
    assert fetcher.fetch(f"{server.base}/ok").status == 200
    assert server.paths() == ["/ok"]


def test_a_site_whose_robots_txt_fails_is_left_alone(server, fetcher):
    server.pages |= {"/robots.txt": lambda handler: handler.reply(503), "/n/1": newsroom.page(1)}
    assert fetcher.fetch(f"{server.base}/n/1").failure == "robots"


def test_a_site_that_cannot_be_reached_is_told_apart_from_one_that_forbids(fetcher):
    fetched = fetcher.fetch("http://newsroom.invalid/n/1")
    assert (fetched.failure, "newsroom.invalid" in fetched.detail) == ("unreachable", True)


def test_we_say_who_we_are(server, fetcher):
    server.pages["/n/1"] = newsroom.page(1)
    fetcher.fetch(f"{server.base}/n/1")
    assert all(headers["User-Agent"].startswith("marsad/") for _, headers in server.asked)


def test_requests_to_one_host_keep_their_distance(server):
    server.pages["/n/1"] = newsroom.page(1)
    began = dt.datetime.now(dt.UTC)
    with Fetcher(allow_private=True, requests_per_second=10) as fetcher:
        for _ in range(3):
            fetcher.fetch(f"{server.base}/n/1")
    assert dt.datetime.now(dt.UTC) - began >= dt.timedelta(seconds=0.3)


def test_private_networks_are_refused_unless_the_source_allows_them(server):
    server.pages["/n/1"] = newsroom.page(1)
    with Fetcher(requests_per_second=500) as fetcher:
        assert fetcher.fetch(f"{server.base}/n/1").failure == "private-address"
        assert fetcher.fetch(f"http://localhost:{server.base.rpartition(':')[2]}/n/1").failure == "private-address"
    assert server.asked == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "::1", "fe80::1%eth0", "fd00::1",  # noqa: S104
     "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1", "no address"],
)  # fmt: skip
def test_addresses_inside_a_network_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4"])
def test_what_is_no_page_is_refused_by_its_type(server, kind):
    server.pages["/n/1"] = lambda handler: handler.reply(200, newsroom.page(1), kind)
    assert [record.reason for record in records(source(f"{server.base}/n/1", "page"))] == ["wrong-type"]


def test_a_feed_that_unfolds_without_end_is_refused(server):
    bomb = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    server.pages["/feed.xml"] = bomb
    assert [record.reason for record in records(source(f"{server.base}/feed.xml"))] == ["xml-entities"]


@pytest.mark.parametrize("kind", ["rss", "sitemap"])
@pytest.mark.parametrize(
    "declared",
    ['<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>', '<!DOCTYPE r [<!ENTITY % d SYSTEM "{base}/x.dtd"> %d;]>', '<!DOCTYPE r SYSTEM "{base}/x.dtd">'],
    ids=["file", "parameter", "external subset"],
)  # fmt: skip
def test_nothing_outside_a_document_is_read_for_it(server, kind, declared):
    body = (
        "<rss><channel><item><title>قصف &a;</title></item></channel></rss>"
        if kind == "rss"
        else "<urlset><url><loc>&a;</loc></url></urlset>"
    )
    server.pages["/f.xml"] = f'<?xml version="1.0"?>{declared.format(base=server.base)}{body}'.encode()
    found = records(source(f"{server.base}/f.xml", kind))
    assert server.paths() == ["/f.xml"]
    assert not [row for row in built(found).articles if row["text"].replace("قصف", "").strip(" &a;")]


def test_scripts_of_a_page_are_no_part_of_its_text(server):
    server.pages["/n/1"] = newsroom.page(
        1,
        head="<script>steal()</script>",
        extra="<script>alert(1)</script><p onclick='run()'>خاتمة الخبر في هذه الفقرة الأخيرة من النص كله.</p>",
    )
    (row,) = built(records(source(f"{server.base}/n/1", "page"))).articles
    assert not [word for word in ("steal", "alert", "run()", "<") if word in row["text"]]


def test_a_page_that_calls_itself_a_feed_is_refused(server):
    server.pages["/feed.xml"] = newsroom.page(1)
    assert [record.reason for record in records(source(f"{server.base}/feed.xml"))] == ["not-a-feed"]
