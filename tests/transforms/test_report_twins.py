"""When the report says that two events may be one: kind, place and toll fit, a few days apart."""

import datetime as dt

import pytest

from tests.transforms.report_rows import MONDAY, event, report, tables, toll
from transforms.report import build_view, render_html
from transforms.report.twins import twin_of

BOMBING = {"sub_event_type": "Suicide bomb", "place_name_en": "Suruc", "killed_shared": 32, "n_outlets_shared": 2}
OTHERS = {
    "another kind": {"sub_event_type": "Armed clash"},
    "another town": {"place_name_en": "Urfa"},
    "no town": {"place_name_en": None},
    "another week": {"date_start": MONDAY - dt.timedelta(days=9)},
    "another toll": {"killed_shared": 12, **toll(12, 12, 12)},
}


def told(event_id="e2", **values):
    return event(event_id, **(BOMBING | toll(32, 32, 33) | {"date_start": MONDAY + dt.timedelta(days=3)} | values))


def views(*rows):
    return build_view(tables(rows, [report(row["event_id"], f"i-{row['event_id']}") for row in rows])).events


def test_a_bombing_dated_twice_may_be_one():
    first, again = views(told("e1", date_start=MONDAY), told())
    assert twin_of(first, (first, again)) is again
    view = build_view(tables([told("e1", date_start=MONDAY), told()], [report("e1"), report("e2", "i2")]))
    assert "may be the same event as that of 21 March 2024" in render_html(view, language="en")


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_differs_is_another_event(other):
    first, second = views(told("e1", date_start=MONDAY), told(**other))
    assert twin_of(first, (first, second)) is None


@pytest.mark.parametrize(("killed", "high"), [(20, 99), (4, 4)], ids=["dozens", "few"])
def test_equal_words_and_small_numbers_are_no_sign(killed, high):
    same = {"killed_shared": killed, **toll(killed, killed, high)}
    first, second = views(told("e1", **same), told(**same))
    assert twin_of(first, (first, second)) is None
