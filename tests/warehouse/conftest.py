"""A real lake in a temporary folder, empty or with articles and incidents."""

import pytest

from tests.rows import article_row, extraction_row, incident_row
from warehouse.extractions import store_extractions
from warehouse.lake import Lake


@pytest.fixture
def root(tmp_path):
    return tmp_path / "warehouse"


@pytest.fixture
def lake(root):
    with Lake.open(root) as opened:
        yield opened


@pytest.fixture
def filled(lake):
    """Return the lake with three articles, two of which tell the same clash."""
    articles = [article_row(text) for text in ("قتل ثلاثة في الموصل", "مقتل خمسة في الموصل", "فوز الفريق")]
    articles[1]["source_id"] = "paper"
    incidents = [
        incident_row(
            articles[0]["article_id"], evidence_start=0, evidence_end=9, killed_low=3, killed_best=3, killed_high=3
        ),
        incident_row(articles[1]["article_id"], evidence_text="مقتل خمسة", killed_low=5, killed_best=5, killed_high=5),
    ]
    with lake.transaction("run-1", "fill"):
        lake.upsert("articles", articles)
        store_extractions(lake, [extraction_row(article) for article in articles], incidents=incidents, rejects=[])
    return lake
