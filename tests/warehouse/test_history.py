"""What was believed and when: changes by run, people's decisions, earlier states of the whole database."""

import datetime as dt

import pytest

from tests.event_rows import store_events
from tests.rows import article_row, incident_row
from warehouse.as_of import open_published
from warehouse.corrections import Decision, store_decisions
from warehouse.errors import WarehouseError
from warehouse.history import read_history
from warehouse.maintenance import compact, expire


@pytest.fixture
def changed(lake):
    """An incident of which a second run says more, and that a person then corrects."""
    article = article_row()
    for run, killed in (("run-1", 3), ("run-2", 5)):
        incident = incident_row(article["article_id"], incident_id="aaaa-1", killed_low=killed, killed_best=killed)
        with lake.transaction(run, f"told {killed}"):
            lake.upsert("articles", [article])
            lake.upsert("incidents", [incident])
            store_events(lake, [(article, incident)])
    with lake.transaction("correct"):
        decision = Decision("aaaa", "set", "counted", "amal", {"killed_best": "6"})
        store_decisions(lake, [decision], corrected_at=dt.datetime.now(dt.UTC))
    return lake


def story(lake, id_, field):
    return [(b.what, b.before, b.after, b.who) for b in read_history(lake, id_)[1] if b.field == field]


def test_runs_and_people_stand_in_one_story(changed):
    assert story(changed, "aaaa", "killed_best") == [
        ("told", None, "3", "run run-1"),
        ("changed", "3", "5", "run run-2"),
        ("set", "5", "6", "amal"),
    ]


def test_an_incident_tells_which_event_it_joined(changed):
    assert [what for what, *_ in story(changed, "aaaa", "event")] == ["joined"]


def test_an_event_has_a_history_of_its_own(changed):
    event = changed.query("select event_id from events").to_pylist()[0]["event_id"]
    assert [what for what, *_ in story(changed, event, "killed_low")] == ["told", "changed"]
    assert story(changed, event, "incident") == [("joined", None, "aaaa-1", "run run-1")]


def test_a_row_that_is_gone_is_still_known(changed):
    with changed.transaction("run-3"):
        changed.connection.execute("delete from incidents")
    assert story(changed, "aaaa-1", "killed_low")[-1][:3] == ("gone", "5", None)


def test_upkeep_keeps_the_story(changed):
    before = read_history(changed, "aaaa")
    compact(changed)
    assert read_history(changed, "aaaa") == before


def test_after_expiry_the_story_begins_with_what_is_kept(changed):
    expire(changed, dt.datetime.now(dt.UTC))
    told = story(changed, "aaaa", "killed_low")
    assert [(what, after) for what, _, after, _ in told] == [("told", "5")]


def test_an_unknown_id_says_so(changed):
    with pytest.raises(WarehouseError, match="no incident or event has ever had"):
        read_history(changed, "zzzz")


def test_the_database_as_of_an_instant_has_that_instants_rows_and_views(changed, root):
    first, second, third = (s.committed_at for s in changed.snapshots() if s.run_id in {"run-1", "run-2", "correct"})
    changed.close()
    question = "select killed_best, len(corrected_fields) as n from incidents"
    for instant, expected in ((first, (3, 0)), (second, (5, 0)), (third, (6, 1))):
        with open_published(root, as_of=instant) as published:
            assert tuple(published.query(question).to_pylist()[0].values()) == expected
            assert published.query("select count(*) as n from v_acled").to_pylist() == [{"n": 1}]


def test_no_more_than_three_earlier_states_are_kept(changed, root):
    instants = [snapshot.committed_at for snapshot in changed.snapshots()]
    changed.close()
    assert len(instants) > 3
    for instant in instants[-4:]:
        open_published(root, as_of=instant).connection.close()
    assert len(list((root / ".as-of").iterdir())) == 3


def test_before_the_first_state_nothing_is_known(changed, root):
    changed.close()
    with pytest.raises(WarehouseError, match="is not kept"):
        open_published(root, as_of=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
