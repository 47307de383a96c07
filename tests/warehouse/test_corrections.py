"""People's corrections: checked, appended, in force in every table, found again after a new reading."""

import datetime as dt

import pytest

from tests.event_rows import store_events
from tests.rows import article_row, blank_row, extraction_row, incident_row
from transforms.contracts.corrections import (
    WEAPONS,
    CorrectionError,
    check_row,
    expand_changes,
    parse_value,
    written,
)
from transforms.lexicon.schema import read_tsv
from warehouse.corrections import Decision, link_constraints, lost_corrections, store_decisions
from warehouse.extractions import store_extractions
from warehouse.publish import Published, publish

TEXT = "قتل ثلاثة في الموصل. وأصيب خمسة في كركوك."
NOW = dt.datetime(2024, 3, 5, tzinfo=dt.UTC)


def decision(target, action="set", /, **values):
    changes = values.pop("changes", {})
    return Decision(target, action, values.pop("reason", "seen"), values.pop("by", "amal"), changes, **values)


@pytest.fixture
def told(lake):
    """Two incidents of one article and one of another, each an event of its own."""
    articles = [article_row(TEXT), article_row("مقتل أربعة في البصرة")]
    incidents = [
        incident_row(articles[0]["article_id"], incident_id="aaaa-mosul", evidence_text="قتل ثلاثة في الموصل", trigger_text="قتل", killed_low=3, killed_best=3, killed_high=3),
        incident_row(articles[0]["article_id"], incident_id="bbbb-kirkuk", evidence_text="وأصيب خمسة في كركوك", trigger_text="أصيب", admin1_pcode="IQG13"),
        incident_row(articles[1]["article_id"], incident_id="cccc-basra", evidence_text="مقتل أربعة في البصرة", trigger_text="مقتل", admin1_pcode="IQG02"),
    ]  # fmt: skip
    with lake.transaction("run-1"):
        lake.upsert("articles", articles)
        store_extractions(lake, [extraction_row(article) for article in articles], incidents=incidents, rejects=[])
        store_events(lake, [(articles[0], incidents[0]), (articles[0], incidents[1]), (articles[1], incidents[2])])
    lake.articles, lake.incidents = articles, incidents
    return lake


def correct(lake, *decisions, at=NOW):
    with lake.transaction("correct"):
        return store_decisions(lake, decisions, corrected_at=at)


def read_again(lake, *incidents):
    """Store a new reading of the first article, as a new version of the extractor does."""
    article = lake.articles[0]
    with lake.transaction("run-2"):
        extraction = extraction_row(article, extractor_version="v2")
        store_extractions(lake, [extraction], incidents=list(incidents), rejects=[])


def effective(lake, columns, table="incidents"):
    return lake.query(f"select {columns} from effective_{table} order by all").to_pylist()


def test_a_correction_is_in_force_and_named(told):
    correct(told, decision("aaaa", changes={"killed_best": "4", "killed_high": "5", "weapon": "IED"}))
    row = effective(told, "incident_id, killed_low, killed_best, killed_high, weapon, corrected_fields, review")[0]
    assert tuple(row.values()) == (
        "aaaa-mosul", 3, 4, 5, "IED", ["killed_best", "killed_high", "weapon"], "corrected",
    )  # fmt: skip


def test_the_extracted_row_stays_as_it_is(told):
    correct(told, decision("aaaa", changes={"killed": "9"}))
    assert told.query("select killed_best from incidents where incident_id = 'aaaa-mosul'").to_pylist() == [
        {"killed_best": 3}
    ]
    stored = told.query("select field, previous_value, value from corrections order by field").to_pylist()
    assert stored[0] == {"field": "killed_best", "previous_value": "3", "value": "9"}


def test_the_latest_correction_wins(told):
    correct(told, decision("aaaa", changes={"weapon": "IED"}))
    correct(told, decision("aaaa", changes={"weapon": "mortar"}), at=NOW + dt.timedelta(hours=1))
    assert effective(told, "weapon")[0]["weapon"] == "mortar"


def test_a_field_can_be_set_to_unknown(told):
    correct(told, decision("aaaa", changes={"killed": None}))
    row = effective(told, "incident_id, killed_low, killed_best, killed_high")[0]
    assert list(row.values())[1:] == [None, None, None]


def test_a_withdrawn_correction_gives_the_extracted_value_back(told):
    correct(told, decision("aaaa", changes={"killed_high": "8"}))
    correct(told, decision("aaaa", "withdraw", changes={"killed_high": None}), at=NOW + dt.timedelta(hours=1))
    assert effective(told, "incident_id, killed_high, corrected_fields, review")[0] == {
        "incident_id": "aaaa-mosul", "killed_high": 3, "corrected_fields": [], "review": None,
    }  # fmt: skip


def test_lists_are_corrected_as_json(told):
    correct(told, decision("aaaa", changes={"actors": '[{"role": "initiator", "name_ar": "داعش", "type": 2}]'}))
    actors = effective(told, "incident_id, actors")[0]["actors"]
    assert [(actor["role"], actor["name_ar"], actor["type"], actor["start"]) for actor in actors] == [
        ("initiator", "داعش", 2, None)
    ]


def test_a_rejected_incident_leaves_and_a_confirmation_brings_it_back(told):
    correct(told, decision("aaaa", "reject"))
    assert len(effective(told, "incident_id")) == 2
    correct(told, decision("aaaa", "confirm"), at=NOW + dt.timedelta(hours=1))
    assert effective(told, "incident_id, review")[0] == {"incident_id": "aaaa-mosul", "review": "confirmed"}


def test_an_event_all_of_whose_reports_are_rejected_is_no_event(told, root):
    correct(told, decision("aaaa", "reject"))
    publish(told, root)
    with Published.open(root) as published:
        counts = published.query(
            "select (select count(*) from incidents) i, (select count(*) from events) e, (select count(*) from event_incidents) m"
        )
    assert counts.to_pylist() == [{"i": 2, "e": 2, "m": 2}]


WRONG = {
    "no such row": (decision("ffff", changes={"weapon": "IED"}), "no incident or event"),
    "no such field": (decision("aaaa", changes={"colour": "red"}), "no field 'colour'"),
    "no number": (decision("aaaa", changes={"killed_low": "many"}), "no whole number"),
    "order of the toll": (decision("aaaa", changes={"killed_low": "9"}), "not in order"),
    "unknown type": (decision("aaaa", changes={"sub_event_type": "Quarrel"}), "no sub_event_type of the codebook"),
    "no country": (decision("aaaa", changes={"country": "Atlantis"}), "no country"),
    "no weapon": (decision("aaaa", changes={"weapon": "flying pig"}), "no weapon of the codebook"),
    "no day": (decision("aaaa", changes={"date": "2024-13-01"}), "no day, such as"),
    "short id": (decision("aa", changes={"weapon": "IED"}), "too short"),
    "merge with itself": (decision("aaaa", "merge", other_id="aaaa"), "two events"),
    "days in order": (decision("aaaa", changes={"date_end": "2024-02-01"}), "before date_start"),
    "required": (decision("aaaa", changes={"date_start": None}), "must have a value"),
    "point without precision": (decision("aaaa", changes={"latitude": "36", "longitude": "43", "where_precision": None}), "where_precision"),
    "nothing": (decision("aaaa"), "no field to correct"),
    "no reason": (decision("aaaa", "reject", reason=" "), "needs a reason"),
    "nothing to withdraw": (decision("aaaa", "withdraw", changes={"weapon": None}), "no correction of weapon"),
    "split of an event alone": (decision("aaaa", "split"), "nothing to split"),
    "merge of an incident": (decision("aaaa", "merge", other_id="bbbb"), "two events"),
}  # fmt: skip


@pytest.mark.parametrize(("wrong", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_decision_is_refused_and_nothing_is_stored(told, wrong, message):
    with pytest.raises(CorrectionError, match=message):
        correct(told, decision("bbbb", changes={"weapon": "IED"}), wrong)
    assert told.query("from corrections").num_rows == 0


def test_the_same_decision_again_is_not_stored_again(told):
    assert len(correct(told, decision("aaaa", changes={"weapon": "IED"}))) == 1
    assert correct(told, decision("aaaa", changes={"weapon": "IED"}), at=NOW + dt.timedelta(days=1)) == []


REREAD = {
    "the trigger moved": {"incident_id": "new-1", "evidence_text": "قتل ثلاثة في الموصل", "trigger_text": "ثلاثة"},
    "the evidence grew": {"incident_id": "new-2", "evidence_text": TEXT, "trigger_text": "قتل"},
    "the evidence shrank": {"incident_id": "new-3", "evidence_text": "ثلاثة في الموصل", "trigger_text": "ثلاثة"},
}


@pytest.mark.parametrize("moved", REREAD.values(), ids=REREAD)
def test_a_correction_survives_reading_the_article_again(told, moved):
    correct(told, decision("aaaa", changes={"weapon": "IED"}))
    read_again(told, told.incidents[1], incident_row(told.articles[0]["article_id"], **moved))
    rows = {row["incident_id"]: row["weapon"] for row in effective(told, "incident_id, weapon")}
    assert rows == {moved["incident_id"]: "IED", "bbbb-kirkuk": None, "cccc-basra": None}


def test_a_correction_never_moves_to_an_incident_that_stood_beside_the_corrected_one(told):
    correct(told, decision("aaaa", changes={"weapon": "IED"}))
    read_again(told, told.incidents[1] | {"evidence_text": "قتل ثلاثة في الموصل", "trigger_text": "قتل"})
    assert {row["weapon"] for row in effective(told, "weapon")} == {None}
    assert [row["target_id"] for row in lost_corrections(told)] == ["aaaa-mosul"]


def test_a_correction_is_not_guessed_between_two_incidents(told):
    correct(told, decision("aaaa", changes={"weapon": "IED"}))
    article = told.articles[0]["article_id"]
    twins = [incident_row(article, incident_id=name, evidence_text="قتل ثلاثة في الموصل", trigger_text="قتل") for name in ("t1", "t2")]  # fmt: skip
    read_again(told, *twins)
    assert len(lost_corrections(told)) == 1


def event_of(lake, incident):
    return lake.query("select event_id from event_incidents where incident_id = $i", {"i": incident}).to_pylist()[0]["event_id"]  # fmt: skip


def test_an_events_correction_follows_its_best_report_to_another_event(told):
    event = event_of(told, "aaaa-mosul")
    correct(told, decision(event, changes={"weapon": "IED"}))
    new = told.query("from events where event_id = $id", {"id": event}).to_pylist()[0] | {"event_id": "another"}
    with told.transaction("relink"):
        told.upsert("events", [new])
        told.connection.execute("delete from events where event_id = $1", [event])
        told.connection.execute("update event_incidents set event_id = 'another' where event_id = $1", [event])
    assert {"event_id": "another", "weapon": "IED"} in effective(told, "event_id, weapon", "events")


def test_a_merge_binds_the_best_reports_of_both_events(told):
    correct(told, decision(event_of(told, "aaaa-mosul"), "merge", other_id=event_of(told, "cccc-basra")))
    assert link_constraints(told).to_pylist() == [{"kind": "must_link", "a": "aaaa-mosul", "b": "cccc-basra"}]


def test_a_merge_read_again_from_the_same_list_is_not_stored_again(told):
    merge = decision(event_of(told, "aaaa-mosul"), "merge", other_id=event_of(told, "cccc-basra"))
    correct(told, merge)
    with told.transaction("link"):
        told.connection.execute(
            f"update lake.events set merged_into = '{merge.other_id}' where event_id = '{merge.target_id}'"
        )
    assert correct(told, merge, at=NOW + dt.timedelta(hours=1)) == []


def test_a_split_keeps_an_incident_from_the_rest_of_its_event_until_a_merge(told):
    event = event_of(told, "aaaa-mosul")
    with told.transaction("join"):
        told.upsert("event_incidents", [blank_row("event_incidents", event_id=event, incident_id="cccc-basra", reason="test", run_id="run-1")])  # fmt: skip
        told.connection.execute("delete from event_incidents where incident_id = 'cccc-basra' and event_id <> $1", [event])  # fmt: skip
    correct(told, decision("cccc", "split"))
    assert link_constraints(told).to_pylist() == [{"kind": "cannot_link", "a": "aaaa-mosul", "b": "cccc-basra"}]
    other = {**told.query("from events where event_id = $id", {"id": event}).to_pylist()[0], "event_id": "ffff-new", "best_incident_id": "cccc-basra"}  # fmt: skip
    with told.transaction("leave"):
        told.upsert("events", [other])
    correct(told, decision(event, "merge", other_id="ffff-new"), at=NOW + dt.timedelta(hours=1))
    assert link_constraints(told).column("kind").to_pylist() == ["must_link"]


def test_constraints_survive_reading_the_article_again(told):
    correct(told, decision(event_of(told, "aaaa-mosul"), "merge", other_id=event_of(told, "cccc-basra")))
    again = incident_row(told.articles[0]["article_id"], incident_id="new-1", evidence_text="قتل ثلاثة في الموصل", trigger_text="ثلاثة")  # fmt: skip
    read_again(told, told.incidents[1], again)
    assert link_constraints(told).to_pylist() == [{"kind": "must_link", "a": "cccc-basra", "b": "new-1"}]


SHORT_FORMS = {
    "one number": ({"killed": "5"}, {"killed_low": "5", "killed_best": "5", "killed_high": "5"}),
    "two numbers": ({"injured": "3-7"}, {"injured_low": "3", "injured_best": "3", "injured_high": "7"}),
    "a day": ({"date": "2015-07-20"}, {"date_start": "2015-07-20", "date_end": "2015-07-20", "date_precision": "1"}),
    "a kind in another case": (
        {"sub_event_type": "attack"},
        {"sub_event_type": "Attack", "event_type": "Violence against civilians"},
    ),
    "a kind": ({"sub_event_type": "Attack"}, {"sub_event_type": "Attack", "event_type": "Violence against civilians"}),
}


@pytest.mark.parametrize(("short", "long"), SHORT_FORMS.values(), ids=SHORT_FORMS)
def test_short_forms_are_written_out(short, long):
    assert expand_changes(short) == long


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("killed_low", 5),
        ("latitude", 36.5),
        ("civilian_targeting", True),
        ("date_start", dt.date(2024, 3, 1)),
        ("weapon", "IED"),
        ("weapon", None),
    ],
)
def test_values_read_back_as_they_were_written(field, value):
    assert parse_value("incidents", field, written(value)) == value


def test_a_country_may_be_named():
    assert parse_value("events", "country", "Iraq") == "IQ"


def test_the_weapons_that_may_be_set_are_those_with_a_name_in_reports():
    assert {row["weapon"] for row in read_tsv("transforms.report", "weapons")} == set(WEAPONS)


def test_every_extracted_row_of_the_builders_passes_the_codebook():
    check_row(incident_row("a"))
