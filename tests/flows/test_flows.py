"""One real Prefect run of each flow, against a server that starts as it does for `marsad run`."""

import asyncio

import pytest

from tests.flows.conftest import SAMPLE_ARTICLES, write_lines
from warehouse.lake import Lake
from warehouse.publish import Published

pytestmark = pytest.mark.usefixtures("prefect_server")
QUIET = {"quiet": True, "workers": 1}


def published(root, statement):
    with Published.open(root) as database:
        return database.query(statement).to_pylist()


def artifacts(key):
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey

    async def read():
        async with get_client() as client:
            return await client.read_artifacts(artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=[key])))

    return asyncio.run(read())


@pytest.fixture
def root(tmp_path):
    return tmp_path / "warehouse"


@pytest.fixture
def ingested(root, articles):
    from flows.ingest import ingest

    counts = ingest([str(articles)], str(root), None, QUIET)
    assert counts == {"n_in": 3, "n_out": 3, "n_rejected": 0, "n_edited": 0, "n_unchanged": 0}
    return root


def test_ingest_stores_articles_with_their_source_and_date(ingested):
    rows = published(ingested, "select * from articles order by source_article_id")
    assert [row["source_article_id"] for row in rows] == ["a-1", "a-2", "a-3"]
    assert [row["source_id"] for row in rows] == ["صوت-الجبل", "وكالة-زيتون", "وكالة-زيتون"]
    assert [row["published_precision"] for row in rows] == ["second", "day", "day"]
    assert rows[0]["canonical_url"] == "https://sawt.example/n/1"


def test_ingesting_again_adds_nothing(ingested, articles):
    from flows.ingest import ingest

    before = published(ingested, "from articles order by article_id")
    assert ingest([str(articles)], str(ingested), None, QUIET)["n_out"] == 0
    assert published(ingested, "from articles order by article_id") == before


def test_bad_records_are_in_rejects_once(root, articles):
    from flows.ingest import ingest

    articles.write_text(articles.read_text(encoding="utf-8") + "no json\n", encoding="utf-8")
    for _ in range(2):
        ingest([str(articles)], str(root), None, QUIET)
    rows = published(root, "select stage, reason, locator, sample from rejects")
    assert rows == [{"stage": "ingest", "reason": "broken-json", "locator": f"{articles}:4", "sample": "no json"}]


def test_process_extracts_what_waits_and_then_nothing(ingested):
    from flows.process import process

    first = process(str(ingested), None, QUIET)
    assert first["n_articles"] == 3
    told = published(
        ingested, "select distinct source_article_id id from incidents join articles using (article_id) order by id"
    )
    assert [row["id"] for row in told] == ["a-1", "a-2"]
    assert first["n_events"] == first["n_new_events"] > 0
    before = published(ingested, "from incidents order by incident_id")
    second = process(str(ingested), None, QUIET)
    assert (second["n_articles"], second["n_incidents"], second["n_new_events"]) == (0, 0, 0)
    assert published(ingested, "from incidents order by incident_id") == before


def test_pipeline_leaves_database_report_runs_and_artifacts(root, articles):
    from flows.artifacts import REPORT_KEY, SUMMARY_KEY
    from flows.pipeline import pipeline

    result = pipeline([str(articles)], str(root), None, QUIET)
    assert result["published"] == str(root / "marsad.duckdb")
    assert (root / "reports" / "index.html").exists()
    stages = published(root, "select flow, stage, status, n_out from runs order by finished_at")
    assert [(row["flow"], row["stage"]) for row in stages] == [
        ("ingest", "ingest"),
        ("process", "extract"),
        ("process", "link"),
    ]
    assert {row["status"] for row in stages} == {"completed"}
    assert any(result["run_id"] in (artifact.description or "") for artifact in artifacts(SUMMARY_KEY))
    assert artifacts(REPORT_KEY)


def test_report_writes_html_markdown_and_data(ingested, tmp_path):
    from flows.process import process
    from flows.report import report

    process(str(ingested), None, QUIET)
    written = report(str(ingested), period="month", until="2025-01-31", options={"report_dir": str(tmp_path / "out")})
    folder = tmp_path / "out" / "month-2025-01-01"
    assert written["html"] == str(folder / "report.html")
    assert {path.name for path in folder.iterdir()} >= {
        "report.html",
        "report.md",
        "events.csv",
        "reports.csv",
        "events.parquet",
    }
    assert "month-2025-01-01/report.html" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_maintain_compacts_checks_and_publishes(ingested):
    from flows.maintain import maintain

    counts = maintain(str(ingested), None, QUIET)
    assert counts["n_failed_checks"] == 0
    stages = published(ingested, "select stage from runs where flow = 'maintain' order by finished_at")
    assert [row["stage"] for row in stages] == ["compact", "expire", "check"]


def test_a_failed_stage_is_noted_and_leaves_the_lake_as_it_was(ingested, articles, monkeypatch):
    from flows import ingest as module
    from transforms.contracts.errors import MarsadError

    def fail(*_, **__):
        raise MarsadError("the disk is full")

    monkeypatch.setattr(module, "compute_in_order", fail)
    with pytest.raises(MarsadError, match="the disk is full"):
        module.ingest([str(articles)], str(ingested), None, QUIET)
    with Lake.open(ingested, read_only=True) as lake:
        assert lake.query("select count(*) n from articles").to_pylist() == [{"n": 3}]
        failed = lake.query("select message from runs where status = 'failed'").to_pylist()
    assert failed == [{"message": "MarsadError: the disk is full"}]


def test_rows_are_the_same_whatever_the_number_of_workers(tmp_path):
    from flows.pipeline import pipeline

    records = [
        {**article, "id": f"{article['id']}-{i}", "url": None, "text": f"{article['text']} {i}"}
        for i in range(10)
        for article in SAMPLE_ARTICLES
    ]
    source = write_lines(tmp_path / "many.jsonl", records)
    tables = []
    for workers in (1, 2):
        root = tmp_path / f"warehouse-{workers}"
        pipeline([str(source)], str(root), None, {"quiet": True, "workers": workers, "batch_size": 7})
        tables.append(
            [
                published(root, "select * exclude (fetched_at, run_id) from articles order by all"),
                published(root, "select * exclude (run_id) from incidents order by incident_id"),
                published(root, "select * exclude (run_id) from events order by event_id"),
            ]
        )
    assert tables[0] == tables[1]
    assert len(tables[0][0]) == 30
