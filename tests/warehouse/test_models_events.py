"""Events in the lake: incidents linked and stored, whose toll is a range over their reports."""

import datetime as dt

import pytest

from flows.linking import link_incidents
from tests.rows import NOON, article_row, incident_row


def store(lake, told):
    """Store one article per (article values, incident values) pair, group, and return the events."""
    with lake.transaction("run-1"):
        for number, (article_values, incident_values) in enumerate(told):
            article = article_row(f"خبر {number}", **article_values)
            lake.upsert("articles", [article])
            lake.upsert("incidents", [incident_row(article["article_id"], **incident_values)])
        link_incidents(lake, "run-1")
    return lake.query("select * from events order by date_start, event_id").to_pylist()


def toll(low, best, high):
    return {"killed_low": low, "killed_best": best, "killed_high": high}


def test_reports_of_one_clash_are_one_event(filled):
    with filled.transaction("run-1"):
        linking = link_incidents(filled, "run-1")
    assert (linking.n_events, linking.n_new) == (1, 1)
    (event,) = filled.query("select * from events").to_pylist()
    assert (event["n_reports"], event["n_sources"], event["evidence_grade"]) == (2, 2, "B")
    assert [claim["value"] for claim in event["contested"]] in (["3", "5"], ["5", "3"])


@pytest.mark.parametrize(
    "difference",
    [
        {"sub_event_type": "Peaceful protest", "event_type": "Protests"},
        {"country": "SY"},
        {"place_id": "IQ-sinjar", "latitude": 36.32, "longitude": 41.86},
        {"date_start": dt.date(2024, 2, 26), "date_end": dt.date(2024, 2, 26)},
    ],
    ids=["type", "country", "place", "day"],
)
def test_another_type_place_or_day_is_another_event(lake, difference):
    assert len(store(lake, [({}, {}), ({}, difference)])) == 2


TOLLS = {
    "one report": ([toll(3, 3, 3)], (3, 3, 3)),
    "least and most over reports": ([toll(3, 3, 3), toll(7, 7, 7)], (3, 7, 7)),
    "untold tolls are no zeros": ([toll(None, None, None), toll(4, 4, 4)], (4, 4, 4)),
    "at least five stays open": ([toll(5, 5, None)], (5, 5, None)),
    "a later exact number closes an open one": ([toll(5, 5, None), toll(8, 8, 8)], (5, 8, 8)),
    "an open toll above every stated high stays open": ([toll(4, 4, 4), toll(10, 10, None)], (4, 10, None)),
    "nothing told": ([toll(None, None, None)], (None, None, None)),
}


@pytest.mark.parametrize(("tolls", "expected"), TOLLS.values(), ids=TOLLS)
def test_tolls_are_a_range_and_the_latest_is_best(lake, tolls, expected):
    told = [({"published_at": NOON + dt.timedelta(hours=hour)}, values) for hour, values in enumerate(tolls)]
    (event,) = store(lake, told)
    assert (event["killed_low"], event["killed_best"], event["killed_high"]) == expected


def test_the_articles_own_news_outranks_a_later_background_mention(lake):
    later = NOON + dt.timedelta(days=30)
    bombing = {"event_type": "Explosions/Remote violence", "sub_event_type": "Suicide bomb"}
    retold = toll(7, 7, 7) | {"salience": "background"} | bombing
    (event,) = store(lake, [({}, toll(9, 9, 9) | bombing), ({"published_at": later}, retold)])
    assert event["killed_best"] == 9
    assert event["evidence_grade"] == "C"


def test_a_word_for_a_number_holds_where_nobody_counts(lake):
    bombing = {"event_type": "Explosions/Remote violence", "sub_event_type": "Suicide bomb"}
    later = {"published_at": NOON + dt.timedelta(hours=5), "source_id": "paper"}
    (event,) = store(lake, [({}, toll(42, 42, None) | bombing), (later, toll(20, 20, 99) | bombing)])
    assert event["killed_best"] == 42
    assert event["killed_low"] == 20


def test_the_most_precise_report_gives_place_and_date(lake):
    nowhere = dict.fromkeys(("place_id", "place_text", "place_name_ar", "latitude", "longitude"))
    vague = nowhere | {"where_precision": 4, "date_start": dt.date(2024, 2, 29), "date_precision": 2} | toll(14, 14, 14)
    exact = toll(14, 14, 14)
    (event,) = store(lake, [({}, vague), ({}, exact)])
    assert (event["date_start"], event["date_precision"]) == (dt.date(2024, 3, 1), 1)
    assert (event["where_precision"], event["latitude"], event["place_name_ar"]) == (1, 36.34, "الموصل")


def test_actors_and_group_tolls_are_gathered_once(lake):
    actor = {
        "role": "initiator",
        "actor_id": "isis",
        "name_ar": "تنظيم الدولة",
        "name_en": "Islamic State",
        "type": 2,
        "text": "داعش",
        "start": 0,
        "end": 4,
    }
    women = {
        "outcome": "killed",
        "group": "women",
        "low": 1,
        "best": 1,
        "high": 1,
        "quantity": "exact",
        "attributed_to": None,
        "text": "امرأة",
        "start": 5,
        "end": 10,
    }
    told = [
        ({}, {"actors": [actor], "casualties": [women]}),
        ({}, {"actors": [actor | {"text": "التنظيم"}], "casualties": [women | {"low": 2, "best": 2, "high": 2}]}),
    ]
    (event,) = store(lake, told)
    assert [found["actor_id"] for found in event["actors"]] == ["isis"]
    assert event["casualties"] == [{"outcome": "killed", "group": "women", "low": 1, "best": 2, "high": 2}]


def test_reprints_are_reports_but_not_sources(lake):
    (event,) = store(lake, [({"source_id": "agency"}, {}), ({"source_id": "paper", "duplicate_of": "x"}, {})])
    assert (event["n_reports"], event["n_sources"]) == (2, 1)


def test_linking_again_changes_nothing(filled):
    with filled.transaction("run-1"):
        link_incidents(filled, "run-1")
    before = filled.snapshots()
    with filled.transaction("run-2"):
        assert link_incidents(filled, "run-2").n_new == 0
    assert filled.snapshots() == before


def test_an_event_keeps_its_id_when_members_join_and_goes_when_they_all_go(lake):
    (first,) = store(lake, [({}, {})])
    (second,) = store(lake, [({}, {}), ({}, {})])
    assert first["event_id"] == second["event_id"]
    assert second["n_reports"] == 2
    with lake.transaction("run-2"):
        lake.connection.execute("delete from incidents")
        assert link_incidents(lake, "run-2").n_events == 0
    for table in ("events", "event_incidents"):
        assert lake.query(f"select count(*) as n from {table}").to_pylist() == [{"n": 0}]


def test_a_member_that_is_told_otherwise_moves_to_an_event_of_its_own_and_says_so(lake):
    (before,) = store(lake, [({}, {}), ({}, {})])
    elsewhere = {"country": "SY", "place_id": "SY-aleppo", "latitude": 36.2, "longitude": 37.16}
    stayed, moved = sorted(store(lake, [({}, {}), ({}, elsewhere)]), key=lambda event: event["country"])
    assert before["event_id"] in (stayed["event_id"], moved["event_id"])
    reasons = lake.query("select reason from event_incidents order by reason").to_pylist()
    assert any(row["reason"].startswith(f"moved from {before['event_id']}") for row in reasons)


def test_events_that_a_new_report_joins_become_one_and_the_younger_leads_to_the_older(lake):
    apart = {"place_id": "IQ-a", "latitude": 36.34, "longitude": 43.0}
    store(lake, [({}, apart), ({}, {"place_id": "IQ-b", "latitude": 36.34, "longitude": 43.3})])
    events = store(lake, [({}, apart), ({}, apart)])
    assert [event["merged_into"] is None for event in sorted(events, key=lambda e: e["merged_into"] or "")] == [
        True,
        False,
    ]
    (living,) = (event for event in events if event["merged_into"] is None)
    (retired,) = (event for event in events if event["merged_into"] is not None)
    assert retired["merged_into"] == living["event_id"]
    assert living["n_reports"] == 2
