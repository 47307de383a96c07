"""The sample's events by its hand-written key: floors of linking, which only rise."""

import pytest

from flows.extractor_cache import load_extractor
from tests.golden.answer_key import load_events
from tests.golden.link_scores import score_events
from tests.golden.sample_rows import sample_rows
from transforms.link.consensus import merge_reports
from transforms.link.identity import event_id_of
from transforms.link.settle import cluster_tellings
from transforms.link.telling import read_telling

FLOORS = {"found": 0.9, "precision": 0.95, "f1": 0.9}


@pytest.fixture(scope="module")
def rows():
    return sample_rows(load_extractor())


@pytest.fixture(scope="module")
def clusters(rows):
    return cluster_tellings(read_telling(row) for row in rows)


@pytest.fixture(scope="module")
def scores(rows, clusters):
    by_id = {row["incident_id"]: row for row in rows}
    told = {}
    for cluster in clusters:
        for telling in cluster:
            row = by_id[telling.incident_id]
            told.setdefault(row["key"], []).append((row, event_id_of(cluster[0].incident_id)))
    return score_events(load_events()["events"], told)


@pytest.mark.parametrize("name", FLOORS)
def test_events_agree_with_the_key(scores, name):
    assert getattr(scores, name) >= FLOORS[name], scores


def test_confusable_events_stay_apart(scores):
    assert scores.merged == frozenset()


def test_every_event_has_a_consensus(rows, clusters):
    by_id = {row["incident_id"]: row for row in rows}
    for cluster in clusters:
        members = [by_id[telling.incident_id] for telling in cluster]
        event = merge_reports("event", members, run_id="run")
        assert (
            event["killed_low"] is None or event["killed_best"] is None or event["killed_low"] <= event["killed_best"]
        )
        assert event["date_start"] <= event["date_end"]
        assert 1 <= event["n_sources"] <= event["n_reports"]
