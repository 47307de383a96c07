"""`marsad correct`, `review`, `history` and `export`, from the command line to the published tables."""

import csv
import json
import pathlib
import re

import openpyxl
import pytest

from tests.event_rows import store_events
from tests.rows import article_row, incident_row
from warehouse.lake import Lake
from warehouse.publish import publish


@pytest.fixture
def root(tmp_path):
    """A warehouse with two unsure incidents of one place and day, and a sure one elsewhere."""
    root = tmp_path / "warehouse"
    articles = [article_row(f"قتل ثلاثة في الموصل {number}", source_id=f"s{number}") for number in range(3)]
    incidents = [
        incident_row(
            article["article_id"],
            incident_id=f"{letter * 4}-{letter}",
            evidence_text=article["text"],
            killed_low=3,
            killed_best=3,
            killed_high=3,
            confidence=confidence,
            **where,
        )
        for article, letter, confidence, where in zip(
            articles, "abc", (0.3, 0.4, 0.9), ({}, {}, {"country": "SY", "admin1_pcode": "SY02"}), strict=True
        )
    ]
    with Lake.open(root) as lake:
        with lake.transaction("run-1"):
            lake.upsert("articles", articles)
            lake.upsert("incidents", incidents)
            store_events(lake, list(zip(articles, incidents, strict=True)))
        publish(lake, root)
    return root


def ask(call, root, statement):
    return json.loads(call("query", "--warehouse", root, "--json", statement)[1])


def test_a_correction_reaches_the_incident_and_its_event(call, root):
    code, out, _ = call("correct", "aaaa", "killed=5-7", "--reason", "ministry", "--by", "amal", "--warehouse", root)
    assert code == 0
    assert "killed_high: 3 -> 7" in out
    row = ask(
        call, root, "select killed_low, killed_high, corrected_fields from incidents where incident_id = 'aaaa-a'"
    )
    assert row == [
        {"killed_low": 5, "killed_high": 7, "corrected_fields": ["killed_best", "killed_high", "killed_low"]}
    ]
    event = ask(call, root, "select max(events.killed_high) as most from events where country = 'IQ'")
    assert event == [{"most": 7}]


def test_a_split_and_a_merge_change_the_events(call, root):
    said = ("--reason", "read both", "--by", "amal", "--warehouse", root)
    call("correct", "cccc", "weapon=IED", *said)  # links everything once
    events = ask(call, root, "select incident_id, event_id from event_incidents")
    event_of = {row["incident_id"]: row["event_id"] for row in events}
    together = event_of["aaaa-a"] == event_of["bbbb-b"]
    if together:
        assert call("correct", "bbbb", "--split", *said)[0] == 0
    else:
        assert call("correct", event_of["aaaa-a"], "--merge-into", event_of["bbbb-b"], *said)[0] == 0
    events = ask(call, root, "select incident_id, event_id from event_incidents")
    event_of = {row["incident_id"]: row["event_id"] for row in events}
    assert (event_of["aaaa-a"] == event_of["bbbb-b"]) is not together
    code, out, _ = call("correct", event_of["cccc-c"], "--merge-into", event_of["aaaa-a"], *said)
    assert code == 0
    events = ask(call, root, "select incident_id, event_id from event_incidents")
    event_of = {row["incident_id"]: row["event_id"] for row in events}
    assert event_of["aaaa-a"] == event_of["cccc-c"]
    assert f"one event now: {event_of['aaaa-a']}" in out


def test_a_rejected_incident_leaves_the_counts(call, root):
    call("correct", "cccc", "--reject", "--reason", "a film", "--by", "amal", "--warehouse", root)
    assert ask(call, root, "select count(*) as n from events where country = 'SY'") == [{"n": 0}]
    assert ask(call, root, "select count(*) as n from incidents") == [{"n": 2}]


def test_wrong_use_is_told_in_one_line(call, root):
    assert call("correct", "aaaa", "--reason", "x", "--by", "y", "--warehouse", root)[0] == 2
    code, _, err = call("correct", "aaaa", "killed", "--reason", "x", "--by", "y", "--warehouse", root)
    assert code == 1
    assert "write it as killed_best=5" in err


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_review_list_comes_back_with_decisions(call, root, tmp_path, ending):
    path = tmp_path / f"list.{ending}"
    assert "2 rows to look at" in call("review", "export", path, "--warehouse", root)[1]
    fill(path, {"aaaa-a": ("confirm", "", ""), "bbbb-b": ("correct", "killed=4; weapon=IED", "second report")})
    assert (
        "2 decisions read, 5 corrections stored"
        in call("review", "import", path, "--by", "amal", "--warehouse", root)[1]
    )
    rows = ask(call, root, "select incident_id, review, weapon, killed_best from incidents order by 1 limit 2")
    assert [tuple(row.values()) for row in rows] == [
        ("aaaa-a", "confirmed", None, 3),
        ("bbbb-b", "corrected", "IED", 4),
    ]
    assert "0 corrections stored" in call("review", "import", path, "--by", "amal", "--warehouse", root)[1]
    # What is left is their event, on whose toll the two reports now differ.
    assert "1 rows to look at" in call("review", "export", path, "--warehouse", root)[1]


def fill(path, answers):
    """Fill in decision, corrections and reason, as a person does in a spreadsheet."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book["review"]
        place = {cell.value: cell.column for cell in sheet[1]}
        for row in sheet.iter_rows(min_row=2):
            for name, value in zip(
                ("decision", "corrections", "reason"), answers[row[place["id"] - 1].value], strict=True
            ):
                sheet.cell(row[0].row, place[name], value)
        book.save(path)
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["decision"], row["corrections"], row["reason"] = answers[row["id"]]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


WRONG_LISTS = {
    "no list": ("a,b\n1,2\n", "has no column id"),
    "unknown decision": ("id,decision,corrections,reason\naaaa,maybe,,x\n", "row 2 .aaaa.: 'maybe' is no decision"),
    "nothing to correct": ("id,decision,corrections,reason\naaaa,correct,,x\n", "wants new values"),
    "not UTF-8": ("id,decision,corrections\nقتل,,\n".encode("cp1256"), "is not UTF-8"),
}


@pytest.mark.parametrize(("content", "message"), WRONG_LISTS.values(), ids=WRONG_LISTS)
def test_a_wrong_list_stores_nothing(call, root, tmp_path, content, message):
    path = tmp_path / "list.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    code, _, err = call("review", "import", path, "--by", "amal", "--warehouse", root)
    assert code == 1
    assert re.search(message, err)
    assert ask(call, root, "select count(*) as n from corrections") == [{"n": 0}]


def test_history_tells_in_words_what_was_believed_and_when(call, root):
    call("correct", "aaaa", "weapon=IED", "killed_high=", "--reason", "photo", "--by", "amal", "--warehouse", root)
    out = call("history", "aaaa", "--warehouse", root)[1]
    assert re.search(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC  Marsad first told it \(run run-1\)", out)
    assert "    killed_best: 3\n" in out
    assert "amal corrected it: photo" in out
    assert "    weapon: now IED, unknown before\n" in out
    assert "    killed_high: 3 before, now unknown\n" in out
    assert re.search(r"    event \w+ \(s0, 20\d\d-", out), "which report joined which event, by outlet and day"
    assert "None" not in out


def test_history_shows_every_field_when_asked(call, root):
    assert "more fields (--all shows them)" in call("history", "aaaa", "--warehouse", root)[1]
    out = call("history", "aaaa", "--all", "--warehouse", root)[1]
    assert "evidence_text: قتل ثلاثة في الموصل 0" in out
    assert "more fields" not in out


def test_query_and_export_as_of_show_what_was_known_then(call, root, tmp_path):
    with Lake.open(root, read_only=True) as lake:
        before = next(s.committed_at for s in lake.snapshots() if s.run_id == "run-1").isoformat()
    call("correct", "cccc", "--reject", "--reason", "a film", "--by", "amal", "--warehouse", root)
    count = "select count(*) as n from incidents"
    assert json.loads(call("query", "--warehouse", root, "--json", "--as-of", before, count)[1]) == [{"n": 3}]
    assert ask(call, root, count) == [{"n": 2}]
    exported = call("export", "incidents", "--as-of", before, "-o", tmp_path / "a.csv", "--warehouse", root)[1]
    assert exported.startswith("3 rows in")


def test_a_report_as_of_an_earlier_instant_knows_no_later_correction(call, root, tmp_path):
    with Lake.open(root, read_only=True) as lake:
        before = next(s.committed_at for s in lake.snapshots() if s.run_id == "run-1").isoformat()
    call("correct", "cccc", "--reject", "--reason", "a film", "--by", "amal", "--warehouse", root)

    def report(*options):
        out = call("report", "--warehouse", root, "--output", tmp_path / "r", "--language", "en", "--json", *options)[1]
        result = json.loads(out)
        return result, pathlib.Path(result["html"]).read_text(encoding="utf-8")

    (then, page_then), (now, page_now) = report("--as-of", before), report()
    assert "SY" in re.findall(r'data-country="(\w+)"', page_then)
    assert "SY" not in re.findall(r'data-country="(\w+)"', page_now)
    assert "An earlier state of knowledge" in page_then
    assert "An earlier state of knowledge" not in page_now
    assert then["html"] != now["html"], "a report on the past overwrites no other"
    index = pathlib.Path(now["index"]).read_text(encoding="utf-8")
    assert len(re.findall(r"as known on", index)) == 1


@pytest.mark.parametrize(
    "command", [("query", "select 1"), ("export", "events"), ("report",)], ids=["query", "export", "report"]
)
def test_before_the_first_state_every_command_says_where_history_begins(call, root, command):
    code, _, err = call(*command, "--warehouse", root, "--as-of", "2000-01-01")
    assert code == 1
    assert re.search(r"what Marsad knew on 2000-01-02 .* is not kept: the history of .* begins 20\d\d-", err)


def test_as_of_wants_a_day(call, root):
    assert call("query", "--warehouse", root, "--as-of", "yesterday", "select 1")[0] == 2
