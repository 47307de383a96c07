"""An extractor that fails costs the article, or stops the run, but never what was found before."""

import types

import pytest

from flows.extraction import ExtractionError, extract_articles, split_by_day


class Failing:
    """Fails on the articles of which `fails` says so."""

    def __init__(self, fails):
        self.fails = fails

    def extract(self, article):
        if self.fails(article):
            raise ValueError("a fault")
        return types.SimpleNamespace(incidents=[{"article_id": article["article_id"]}], rejects=[])


ARTICLES = [{"article_id": str(number), "title": "عنوان", "text": "نص"} for number in range(40)]


def test_an_article_on_which_the_extractor_fails_becomes_a_reject():
    found = extract_articles(ARTICLES, extractor=Failing(lambda article: article["article_id"] == "7"))
    assert len(found.incidents) == 39
    assert [(row["article_id"], row["reason"]) for row in found.rejects] == [("7", "extractor-error")]


def test_an_extractor_that_fails_on_most_articles_stops_the_run():
    with pytest.raises(ExtractionError, match=r"failed on 40 of 40 articles .*ValueError: a fault"):
        extract_articles(ARTICLES, extractor=Failing(lambda _: True))


def test_an_incident_without_a_day_is_refused_by_the_warehouse():
    told = {"article_id": "7", "trigger_text": "اعتصم", "evidence_text": "اعتصم العشرات مساء أمس."}
    dated, undated = split_by_day([{**told, "date_start": "2024-05-14"}, {**told, "date_start": None}])
    assert [row["date_start"] for row in dated] == ["2024-05-14"]
    assert [(row["article_id"], row["reason"], row["detail"]) for row in undated] == [("7", "no-date", "اعتصم")]
