"""A page that nobody can read in time is rejected, and so is one that ends its reader; its neighbours are read."""

import datetime as dt
import io
import os
import signal

from flows import time_limit
from flows.sources.feed import read_saved_feed
from flows.timed_records import build_timed
from tests.flows.newsroom_server import PARAGRAPH, page
from transforms.articles.assemble import Origin, build_articles
from transforms.articles.records import Payload, Unreadable

ORIGIN = Origin(dt.datetime(2025, 3, 1, tzinfo=dt.UTC), "run")


def payload(n, body=None):
    return Payload("page", body or page(n), f"p{n}.html", encoding="utf-8")


ATTRIBUTES = b"".join(b"a%d='x' " % n for n in range(300_000))
"""Parsers look each attribute up among those before it: minutes, on any machine."""


def test_a_page_that_takes_for_ever_costs_itself_only(monkeypatch):
    monkeypatch.setattr(time_limit, "LONGEST_SECONDS", 10)
    nasty = b"<html><body><div " + ATTRIBUTES + b">" + page(1)
    built = build_timed([payload(1), payload(2, nasty), payload(3)], ORIGIN)
    assert [row["reason"] for row in built.rejects] == ["too-slow"]
    assert len(built.articles) == 2


def test_a_page_of_countless_tags_is_refused_before_it_is_parsed():
    built = build_timed([payload(1, page(1) + b"<b>" * 1_000_000), payload(2)], ORIGIN)
    assert [(row["reason"], "tags" in row["detail"]) for row in built.rejects] == [("too-large", True)]
    assert len(built.articles) == 1


def test_a_record_full_of_markup_is_timed_too(monkeypatch):
    monkeypatch.setattr(time_limit, "LONGEST_SECONDS", 0.05)
    record = {"text": f"<p>{PARAGRAPH.format(n=1)}" + "<br>ن" * 200_000}
    built = build_timed(
        [Payload("cells", record, "a:1"), Payload("cells", {"text": PARAGRAPH.format(n=2)}, "a:2")], ORIGIN
    )
    assert ([row["locator"] for row in built.rejects], len(built.articles)) == (["a:1"], 1)


def test_a_reader_that_is_killed_is_replaced():
    build_timed([payload(1)], ORIGIN)
    os.kill(time_limit._reader._process.pid, signal.SIGKILL)
    time_limit._reader._process.join()
    built = build_timed([payload(2), payload(3)], ORIGIN)
    assert [row["reason"] for row in built.rejects] == ["reader-died"]
    assert len(built.articles) == 1


def test_rows_and_their_order_are_those_of_untimed_building():
    payloads = [
        payload(1),
        Payload("cells", {"text": PARAGRAPH.format(n=5)}, "a:1"),
        Unreadable("x", "y", "b"),
        payload(2),
    ]
    timed, plain = build_timed(payloads, ORIGIN), build_articles(payloads, ORIGIN)
    assert (timed.articles, timed.sources, timed.rejects) == (plain.articles, plain.sources, plain.rejects)


def test_a_feed_that_takes_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(time_limit, "LONGEST_SECONDS", 4)
    feed = b"<rss version='2.0'><channel><item " + ATTRIBUTES + b"/></channel></rss>"
    (found,) = read_saved_feed(io.BytesIO(feed), "a.xml")
    assert found.reason == "too-slow"
