"""The incidents of the bundled sample as linking sees them, with their article's columns and its id in the answer key."""

import datetime as dt
from typing import Any

from flows.sources.file import list_files, read_file
from tests.golden.answer_key import SAMPLE, find_id
from transforms.articles.assemble import Origin, build_articles
from transforms.extract.article import Extractor

_ARTICLE = ("published_at", "source_id", "duplicate_of", "cluster_id")


def sample_rows(extractor: Extractor) -> list[dict[str, Any]]:
    """Return the rows of all articles; `key` is the article's id in the answer key."""
    payloads = (payload for path in list_files(SAMPLE) for payload in read_file(path))
    articles = build_articles(payloads, Origin(dt.datetime(2025, 4, 2, tzinfo=dt.UTC), "run")).articles
    return [
        incident | _article_columns(article)
        for article in articles
        for incident in extractor.extract(article).incidents
    ]


def _article_columns(article: dict[str, Any]) -> dict[str, Any]:
    key = find_id(source_article_id=article["source_article_id"], url=article["url"], title=article["title"])
    return {"key": key} | {name: article[name] for name in _ARTICLE}
