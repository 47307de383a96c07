"""The views that analysts count with: no gaps, a panel that new outlets do not move, what reports differ on."""

import datetime as dt
import itertools

import pytest

from tests.event_rows import store_events
from tests.rows import article_row, incident_row
from warehouse.lake import Lake
from warehouse.publish import Published, publish

MONDAY = dt.date(2024, 3, 4)


def noon(day):
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


@pytest.fixture
def ask(root):
    """Publish pairs of article and incident and return their answers to a question."""

    def answers(told, question, *, read=()):
        with Lake.open(root) as lake:
            with lake.transaction("run-1"):
                lake.upsert("articles", [*read, *{article["article_id"]: article for article, _ in told}.values()])
                lake.upsert("incidents", [incident for _, incident in told])
                store_events(lake, told)
            publish(lake, root)
        with Published.open(root) as published:
            return [tuple(row.values()) for row in published.query(question).to_pylist()]

    return answers


def report(day, source="old", /, **values):
    text = f"{day} {source} {sorted(values.items())}"
    article = article_row(text, source_id=source, published_at=noon(day))
    return article, incident_row(article["article_id"], **({"date_start": day, "date_end": day} | values))


def quiet(day, source="old"):
    return article_row(f"quiet {day} {source}", source_id=source, published_at=noon(day))


def days(n):
    return [MONDAY + dt.timedelta(days=number) for number in range(n)]


PANEL = "select period_start, n_events, n_events_panel, killed_best_panel, n_sources_panel from trends_week order by period_start"


def test_a_new_outlet_does_not_look_like_a_rise(ask):
    told = [
        report(MONDAY, killed_low=2, killed_best=2),
        report(MONDAY + dt.timedelta(days=7), killed_low=3, killed_best=3),
    ]
    told += [
        report(MONDAY + dt.timedelta(days=7), "new", admin1_pcode=f"IQG0{number}", place_id=None)
        for number in range(1, 5)
    ]
    rows = ask(told, f"select period_start, sum(n_events), sum(n_events_panel), sum(killed_best_panel), any_value(n_sources_panel) from ({PANEL}) group by 1 order by 1", read=[quiet(day) for day in days(14)])  # fmt: skip
    assert rows == [(MONDAY, 1, 1, 2, 1), (MONDAY + dt.timedelta(days=7), 5, 1, 3, 1)]


def test_an_event_that_a_panel_outlet_tells_too_counts_on_the_panel(ask):
    told = [report(MONDAY, "new"), report(MONDAY, "old")]
    assert ask(told, PANEL, read=[quiet(day) for day in days(7)])[0][1:3] == (1, 1)


def test_without_an_outlet_in_every_period_there_are_no_counts_on_the_panel(ask):
    told = [report(MONDAY, "one"), report(MONDAY + dt.timedelta(days=7), "two")]
    read = [quiet(MONDAY + dt.timedelta(days=6), "one"), quiet(MONDAY + dt.timedelta(days=13), "two")]
    assert [row[2:] for row in ask(told, PANEL, read=read)] == [(None, None, 0)] * 2


def test_a_week_in_which_nothing_was_read_does_not_empty_the_panel(ask):
    read = [quiet(day) for day in days(28) if not 7 <= (day - MONDAY).days < 14]
    rows = ask([report(MONDAY)], PANEL, read=read)
    assert [(n_events, on_panel, outlets) for _, n_events, on_panel, _, outlets in rows] == [
        (1, 1, 1),
        (0, 0, 1),
        (0, 0, 1),
        (0, 0, 1),
    ]


@pytest.mark.parametrize("view", ["trends_day", "trends_week", "trends_month", "trends_quarter"])
def test_trends_have_a_row_for_every_period_and_combination(ask, view):
    told = [report(MONDAY), report(MONDAY + dt.timedelta(days=120), country="SY", admin1_pcode=None, admin1_name_en=None, admin1_name_ar=None)]  # fmt: skip
    rows = ask(told, f"select period_start, country, n_events from {view}")
    periods, countries = {row[0] for row in rows}, {row[1] for row in rows}
    assert sorted((row[0], row[1]) for row in rows) == sorted(itertools.product(periods, countries))
    assert sum(row[2] for row in rows) == 2


def test_coverage_shows_silent_days(ask):
    rows = ask([report(MONDAY)], "select published_date, source_id, n_articles, n_incidents from coverage order by all", read=[quiet(MONDAY + dt.timedelta(days=2), "b")])  # fmt: skip
    assert [row[2:] for row in rows if row[1] == "old"] == [(1, 1), (0, 0), (0, 0)]
    assert [row[2] for row in rows if row[1] == "b"] == [0, 0, 1]


def actor(role, name, type_, /):
    return {
        "role": role,
        "actor_id": name,
        "name_ar": name,
        "name_en": name,
        "type": type_,
        "text": name,
        "start": 0,
        "end": 1,
    }


def test_actors_count_in_each_role_and_deaths_for_who_attacked(ask):
    actors = [actor("initiator", "isis", 2), actor("target", "army", 1)]
    told = [report(MONDAY, killed_low=4, killed_best=4, actors=actors)]
    rows = ask(told, "select actor_id, n_events, n_initiated, n_targeted, killed_best, first_date from actors_month order by actor_id")  # fmt: skip
    assert rows == [("army", 1, 0, 1, 0, MONDAY), ("isis", 1, 1, 0, 4, MONDAY)]


HAPI = {
    "a bombing of civilians counts twice": ({"event_type": "Violence against civilians", "sub_event_type": "Attack", "civilian_targeting": True}, [("civilian_targeting", 1, 2), ("political_violence", 1, 2)]),
    "a clash is political violence": ({}, [("political_violence", 1, 2)]),
    "a protest has no fatalities": ({"event_type": "Protests", "sub_event_type": "Peaceful protest"}, [("demonstration", 1, None)]),
    "arrests are none of them": ({"event_type": "Strategic developments", "sub_event_type": "Arrests"}, []),
}  # fmt: skip


@pytest.mark.parametrize(("values", "expected"), HAPI.values(), ids=HAPI)
def test_hapi_kinds_overlap_as_hapis_do(ask, values, expected):
    told = [report(MONDAY, killed_low=2, killed_best=2, **values)]
    rows = ask(told, "select event_type, events, fatalities, location_code, admin_level, reference_period_start, reference_period_end from v_hapi order by 1")  # fmt: skip
    assert [row[:3] for row in rows] == expected
    assert {row[3:] for row in rows} <= {("IRQ", 1, dt.date(2024, 3, 1), dt.date(2024, 3, 31)), ("IRQ", 2, dt.date(2024, 3, 1), dt.date(2024, 3, 31))}  # fmt: skip


TENS = {"outcome": "killed", "group": "total", "low": 20, "best": 20, "high": 99, "quantity": "tens", "attributed_to": None, "text": "عشرات", "start": 0, "end": 5}  # fmt: skip


def test_acled_counts_tens_as_ten_and_the_most_conservative_report(ask):
    told = [report(MONDAY, killed_low=20, killed_best=20, casualties=[TENS]), report(MONDAY, "b", killed_low=13, killed_best=13)]  # fmt: skip
    assert ask(told, "select fatalities, source from v_acled") == [(10, "b; old")]
