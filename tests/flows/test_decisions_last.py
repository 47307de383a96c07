"""What people decided holds when every article is read again by a newer extractor and all events are linked anew."""

import datetime as dt
import json

import pytest

from flows.batches import build_batch, extract_batch
from flows.linking import link_incidents
from flows.session import open_session
from flows.settings import load_settings
from flows.sources.adapter import read_batches
from tests.flows.conftest import write_lines
from warehouse.extractions import store_extractions
from warehouse.publish import publish

NOW = dt.datetime(2025, 2, 1, tzinfo=dt.UTC)
SAID = ("--reason", "read it", "--by", "amal")
NEWS = [
    ("a-1", "صوت الجبل", "قتل ثلاثة مدنيين وأصيب خمسة آخرون، أمس الثلاثاء، بقصف مدفعي للحوثيين على حي سكني في مدينة تعز جنوب غربي اليمن."),
    ("a-2", "وكالة زيتون", "أسفر قصف مدفعي شنه الحوثيون أمس الثلاثاء على حي في مدينة تعز عن مقتل أربعة مدنيين وإصابة خمسة، بحسب مصدر طبي."),
    ("a-3", "وكالة زيتون", "استشهد سبعة فلسطينيين، فجر اليوم الأربعاء، في غارة جوية إسرائيلية استهدفت منزلا في مدينة خان يونس جنوب قطاع غزة."),
]  # fmt: skip


def read_articles(root):
    """Read the articles that wait, link and publish, as a run does."""
    settings = load_settings(environment={}, warehouse=str(root), quiet=True)
    with open_session(settings) as session:
        lake, run_id = session.lake, session.run_id
        for table in lake.unprocessed_articles("x"):
            staged = extract_batch(
                table, number=1, folder=session.staging, warehouse=root, run_id=run_id, rejected_at=NOW
            )
            with lake.transaction(run_id):
                store_extractions(
                    lake,
                    staged.table("extractions"),
                    incidents=staged.table("incidents"),
                    rejects=staged.table("rejects"),
                )
        with lake.transaction(run_id):
            link_incidents(lake, run_id)
        publish(lake, root)


def read_again(root):
    """Let everything be read anew, as after a change of the rules: no article is known to the present extractor."""
    settings = load_settings(environment={}, warehouse=str(root), quiet=True)
    with open_session(settings) as session, session.lake.transaction("older-rules"):
        session.lake.connection.execute("update extractions set extractor_version = 'older'")
        session.lake.connection.execute("update incidents set extractor_version = 'older', killed_best = 99")
    read_articles(root)


@pytest.fixture
def root(tmp_path):
    """A warehouse with two reports of one shelling and one of an air strike."""
    root = tmp_path / "warehouse"
    lines = [
        {"id": id_, "published_at": "2025-01-08T10:00:00", "title": "", "text": text, "source": source}
        for id_, source, text in NEWS
    ]
    source = write_lines(tmp_path / "a.jsonl", lines)
    settings = load_settings(environment={}, inputs=(str(source),), warehouse=str(root), quiet=True)
    with open_session(settings) as session:
        for batch in read_batches(settings.sources):
            staged = build_batch(batch, folder=session.staging, run_id=session.run_id, fetched_at=NOW)
            with session.lake.transaction(session.run_id):
                session.lake.insert_new("articles", staged.table("articles"))
                session.lake.insert_new("sources", staged.table("sources"))
    read_articles(root)
    return root


@pytest.fixture
def ask(call, root):
    """Return a function that asks the published database."""
    return lambda statement: json.loads(call("query", "--warehouse", root, "--json", statement)[1])


STATE = """
    select
        incidents.incident_id, incidents.killed_best, incidents.weapon, incidents.corrected_fields, incidents.review,
        event_incidents.event_id, events.killed_best as event_killed, events.corrected_fields as event_corrected
    from incidents
    inner join event_incidents using (incident_id)
    inner join events using (event_id)
    order by 1
"""


def ids(ask):
    shelling = ask("select incident_id, event_id from incidents join event_incidents using (incident_id) "
                   "where incidents.country = 'YE' order by killed_best")  # fmt: skip
    strike = ask("select incident_id, event_id from incidents join event_incidents using (incident_id) "
                 "where incidents.country = 'PS'")  # fmt: skip
    return shelling, strike[0]


def test_the_reports_of_the_shelling_are_one_event_before_anyone_decides(ask):
    shelling, strike = ids(ask)
    assert len(shelling) == 2
    assert len({row["event_id"] for row in shelling}) == 1
    assert strike["event_id"] != shelling[0]["event_id"]


DECISIONS = {
    "confirm": lambda shelling, _: (shelling[0]["incident_id"], "--confirm"),
    "reject": lambda shelling, _: (shelling[0]["incident_id"], "--reject"),
    "field of an incident": lambda shelling, _: (shelling[0]["incident_id"], "killed=5-6", "weapon=mortar"),
    "field of an event": lambda shelling, _: (shelling[0]["event_id"], "killed_best=11", "killed_high=11"),
    "field set to unknown": lambda _, strike: (strike["incident_id"], "killed_best=", "weapon="),
    "merge": lambda shelling, strike: (strike["event_id"], "--merge-into", shelling[0]["event_id"]),
    "split": lambda shelling, _: (shelling[1]["incident_id"], "--split"),
}


@pytest.mark.parametrize("decide", DECISIONS.values(), ids=DECISIONS)
def test_a_decision_survives_rereading_and_relinking(call, root, ask, decide):
    undecided = ask(STATE)
    code, _, err = call("correct", *decide(*ids(ask)), *SAID, "--warehouse", root)
    assert code == 0, err
    decided = ask(STATE)
    assert decided != undecided
    read_again(root)
    assert ask(STATE) == decided
    assert ask("select count(*) as n from incidents where extractor_version = 'older'") == [{"n": 0}]


def test_the_views_show_the_effective_value_and_say_what_was_corrected(call, root, ask):
    shelling, _ = ids(ask)
    event = shelling[0]["event_id"]
    call("correct", event, "killed=11", *SAID, "--warehouse", root)
    read_again(root)
    assert ask(f"select fatalities from v_acled where event_id_cnty like '%{event}%'") == [{"fatalities": 11}]
    assert ask("select sum(killed_best) as n from trends_month where country = 'YE'") == [{"n": 11}]
    row = ask(f"select killed_best, corrected_fields, review from events where event_id = '{event}'")[0]
    assert row["killed_best"] == 11
    assert "killed_best" in row["corrected_fields"]
    assert row["review"] == "corrected"
    told = ask("select field, previous_value, value, reason, corrected_by from corrections where field = 'killed_best'")
    assert [(one["value"], one["reason"], one["corrected_by"]) for one in told] == [("11", "read it", "amal")]
