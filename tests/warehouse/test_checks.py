"""The checks: a sound lake passes all of them, and each finds the fault that it is there for."""

import datetime as dt

import pytest

from flows.linking import link_incidents
from tests.rows import article_row, incident_row
from warehouse.checks import check_names, run_checks
from warehouse.publish import Published, publish

ARTICLE = article_row("قتل ثلاثة في الموصل")
ACTOR = {
    "role": "target",
    "actor_id": None,
    "name_ar": "س",
    "name_en": None,
    "type": 7,
    "text": "س",
    "start": 0,
    "end": 1,
}
TOLL = {
    "outcome": "killed",
    "group": None,
    "low": 1,
    "best": 1,
    "high": 1,
    "quantity": "exact",
    "attributed_to": None,
    "text": "س",
    "start": 0,
    "end": 1,
}
FAULTS = {
    "evidence_round_trips": {"evidence_start": 1, "evidence_end": 10},
    "trigger_round_trips": {"trigger_text": "قتل", "trigger_start": 1, "trigger_end": 4},
    "tolls_are_ordered": {"killed_low": 5, "killed_best": 5, "killed_high": 3},
    "coordinates_are_placed": {"latitude": 36.0, "longitude": 43.0, "where_precision": None},
    "precisions_are_coded": {"date_precision": 6},
    "types_are_in_the_codebook": {"sub_event_type": "Armed Clash"},
    "dates_are_ordered": {"date_end": dt.date(2024, 2, 1)},
    "dates_are_not_after_publication": {"date_start": dt.date(2024, 3, 4), "date_end": dt.date(2024, 3, 4)},
    "incidents_have_their_article": {"article_id": "0000000000000000"},
    "confidence_is_a_chance": {"confidence": 80.0},
    "actors_are_coded": {"actors": [ACTOR | {"role": "victim"}]},
    "casualties_are_coded": {"casualties": [TOLL | {"outcome": "wounded"}]},
    "unknown_is_null": {"place_text": ""},
    "salience_is_coded": {"salience": "minor"},
}


def failing(lake):
    return {check.name for check in run_checks(lake) if not check.passed}


def plant(lake, **values):
    with lake.transaction("run-2"):
        lake.upsert("articles", [ARTICLE])
        lake.upsert("incidents", [incident_row(ARTICLE["article_id"], **values)])


def test_a_sound_lake_passes_every_check(filled, root):
    with filled.transaction("run-1"):
        link_incidents(filled, "run-1")
    assert failing(filled) == set()
    publish(filled, root)
    with Published.open(root) as database:
        assert [check.name for check in run_checks(database)] == list(check_names())
        assert failing(database) == set()


@pytest.mark.parametrize(("check", "fault"), FAULTS.items(), ids=FAULTS)
def test_a_planted_fault_is_found(filled, check, fault):
    plant(filled, **fault)
    assert check in failing(filled)


def test_a_doubled_key_is_found_and_shown(filled):
    filled.connection.execute("insert into articles select * from articles")
    (result,) = run_checks(filled, names=["articles_key_is_unique"])
    assert result.n_failing == 3
    assert result.sample[0]["n_rows"] == 2


@pytest.mark.parametrize(
    ("check", "statement"),
    [
        ("members_exist", "insert into event_incidents values ('e', 'i', 1, 'test', null, 'run-1')"),
        ("events_have_members", "delete from event_incidents"),
        ("forwarding_leads_to_an_event", "update events set merged_into = 'nowhere'"),
        ("duplicates_have_an_original", "update articles set duplicate_of = article_id"),
    ],
)
def test_a_broken_reference_is_found(filled, check, statement):
    with filled.transaction("run-1"):
        link_incidents(filled, "run-1")
    filled.connection.execute(statement)
    assert check in failing(filled)


def test_an_arabic_offset_counts_code_points(filled):
    text = "🔴 قُتِلَ ثلاثة 👨‍👩‍👧 في الموصل"
    start = text.index("ثلاثة")
    article = article_row(text)
    with filled.transaction("run-2"):
        filled.upsert("articles", [article])
        filled.upsert(
            "incidents",
            [
                incident_row(
                    article["article_id"],
                    evidence_text=text[start : start + 14],
                    evidence_start=start,
                    evidence_end=start + 14,
                )
            ],
        )
    assert failing(filled) == set()
