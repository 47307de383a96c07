"""`marsad extract`: the same output whatever the workers, ids as given, bad lines reported and survived."""

import json
import subprocess
import sys

import pytest

from tests.flows.conftest import SAMPLE_ARTICLES, write_lines
from transforms.contracts.tables import TABLES


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    records = [{**article, "id": f"{article['id']}-{i}"} for i in range(60) for article in SAMPLE_ARTICLES]
    return write_lines(tmp_path_factory.mktemp("many") / "many.jsonl", records)


def test_output_is_the_same_whatever_the_number_of_workers(many, tmp_path, call):
    outputs = []
    for workers in (1, 2):
        target, refused = tmp_path / f"{workers}.jsonl", tmp_path / f"{workers}.rejects"
        code, _, _ = call("extract", many, "--output", target, "--rejects", refused, "--workers", workers)
        assert code == 0
        outputs.append((target.read_bytes(), refused.read_bytes()))
    assert outputs[0] == outputs[1]
    assert outputs[0][0]


def test_incidents_have_the_columns_of_the_table_and_the_given_id(articles, tmp_path, call):
    target = tmp_path / "out.jsonl"
    call("extract", articles, "-o", target, "--workers", 1)
    incidents = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert {incident["article_id"] for incident in incidents} == {"a-1", "a-2"}
    assert all(tuple(incident) == TABLES["incidents"].names for incident in incidents)
    assert all(incident["run_id"] is None for incident in incidents)


def test_evidence_is_found_at_its_offsets(articles, tmp_path, call):
    target = tmp_path / "out.jsonl"
    call("extract", articles, "-o", target, "--workers", 1)
    texts = {article["id"]: article["text"] for article in SAMPLE_ARTICLES}
    for line in target.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["evidence_start"] is not None:
            assert texts[row["article_id"]][row["evidence_start"] : row["evidence_end"]] == row["evidence_text"]


def test_bad_lines_are_reported_and_counted(tmp_path, call):
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps(SAMPLE_ARTICLES[0], ensure_ascii=False) + '\n{"id": 1\n{"id": 2}\n', encoding="utf-8")
    code, out, err = call("extract", source, "--workers", 1)
    assert code == 0
    assert {json.loads(row)["article_id"] for row in out.splitlines()} == {"a-1"}
    assert f"{source}:2: broken-json" in err
    assert f"{source}:3: no-text" in err
    assert "2 of them bad lines" in err


def test_a_file_without_any_article_is_a_failure(tmp_path, call):
    source = tmp_path / "a.jsonl"
    source.write_text("nothing\n", encoding="utf-8")
    assert call("extract", source, "--workers", 1)[0] == 1


def test_a_failed_extraction_leaves_no_half_file(tmp_path, call):
    target = tmp_path / "out.jsonl"
    assert call("extract", tmp_path / "missing.jsonl", "-o", target)[0] == 2
    assert not list(tmp_path.iterdir())


def test_standard_input_to_standard_output_needs_no_prefect(articles):
    program = (
        "import sys\nfrom flows.commands import main\n"
        "try:\n    main()\nfinally:\n    assert 'prefect' not in sys.modules and 'duckdb' not in sys.modules\n"
    )
    with articles.open("rb") as stream:
        done = subprocess.run(
            [sys.executable, "-c", program, "extract", "-", "--workers", "1", "-q"],
            stdin=stream, capture_output=True, check=True,
        )  # fmt: skip
    assert {json.loads(row)["article_id"] for row in done.stdout.splitlines()} == {"a-1", "a-2"}
    assert done.stderr == b""
