"""The tables behind a report: which period it is, what counts in it, and what lies outside."""

import datetime as dt

import duckdb
import pytest

from tests.event_rows import store_events
from tests.rows import article_row, incident_row
from transforms.report import build_view
from warehouse.corrections import Decision, store_decisions
from warehouse.errors import NotPublishedError, WarehouseError
from warehouse.lake import Lake
from warehouse.publish import Published, publish
from warehouse.report_data import NothingToReportError, load_report_data

MONDAY = dt.date(2024, 3, 4)
NOW = dt.datetime(2024, 3, 20, tzinfo=dt.UTC)


def told(day, *, published=None, **values):
    """Return an article of `published` (the event's day by default) and its incident on `day`."""
    published = published or day
    article = article_row(f"خبر {day} {values}", published_at=dt.datetime.combine(published, dt.time(12), dt.UTC))
    return article, incident_row(article["article_id"], date_start=day, date_end=day, **values)


@pytest.fixture
def load(tmp_path):
    """Return a function that stores reports, publishes and loads the tables of a report."""

    def stored(reports, quiet_days=(), **asked):
        with Lake.open(tmp_path) as lake:
            with lake.transaction("run-1", "test"):
                quiet = [
                    article_row(f"هدوء {day}", published_at=dt.datetime.combine(day, dt.time(12), dt.UTC))
                    for day in quiet_days
                ]
                lake.upsert("articles", [article for article, _ in reports] + quiet)
                lake.upsert("incidents", [incident for _, incident in reports])
                store_events(lake, reports)
            publish(lake, tmp_path)
        with Published.open(tmp_path) as published:
            return load_report_data(published, **asked)

    return stored


def days(first, n):
    return [first + dt.timedelta(days=number) for number in range(n)]


PERIODS = {
    "last complete week up to the last publication": (
        {"period": "week"},
        (dt.date(2024, 3, 11), dt.date(2024, 3, 17), True),
    ),
    "a week that ends on the day asked for": (
        {"period": "week", "until": dt.date(2024, 3, 10)},
        (dt.date(2024, 3, 4), dt.date(2024, 3, 10), True),
    ),
    "the week before the day asked for": (
        {"period": "week", "until": dt.date(2024, 3, 16)},
        (dt.date(2024, 3, 4), dt.date(2024, 3, 10), True),
    ),
    "no complete month yet: the running one": (
        {"period": "month"},
        (dt.date(2024, 3, 1), dt.date(2024, 3, 31), False),
    ),
    "a day": ({"period": "day", "until": dt.date(2024, 3, 12)}, (dt.date(2024, 3, 12), dt.date(2024, 3, 12), True)),
}


@pytest.mark.parametrize(("asked", "expected"), PERIODS.values(), ids=PERIODS)
def test_the_period_is_the_last_complete_one(load, asked, expected):
    data = load([told(MONDAY)], days(MONDAY, 16), **asked)
    assert (data.period_start, data.period_end, data.is_complete) == expected


def test_an_event_counts_in_its_own_week_not_in_that_of_its_report(load):
    data = load([told(MONDAY, published=dt.date(2024, 3, 12))], days(MONDAY, 14))
    assert data.period_start == dt.date(2024, 3, 11)
    assert data.events.num_rows == 0
    assert data.series.to_pylist()[0]["period_start"] == MONDAY


def test_a_vague_date_counts_only_in_long_periods(load):
    reports = [told(MONDAY, date_precision=4)]
    week = load(reports, days(MONDAY, 7), period="week")
    assert (week.events.num_rows, week.n_vague_events) == (0, 1)
    assert load(reports, days(MONDAY, 7), period="month").events.num_rows == 1


def test_a_country_leaves_the_others_out_and_keeps_what_was_read(load):
    reports = [told(MONDAY), told(MONDAY, country="SY", admin1_pcode="SY02")]
    data = load(reports, days(MONDAY, 7), country="SY")
    assert data.events.column("country").to_pylist() == ["SY"]
    assert data.evidence.num_rows == 1
    assert data.coverage.to_pylist()[0]["n_articles"] == 9


def test_first_sightings_are_those_that_no_earlier_period_has(load):
    new = dt.date(2024, 3, 11)
    reports = [
        told(MONDAY, weapon="drone"),
        told(new, weapon="drone"),
        told(new, weapon="mortar", admin1_pcode="IQG07"),
    ]
    data = load(reports, days(MONDAY, 14))
    assert [row["seen_id"] for row in data.first_seen.to_pylist() if row["kind"] == "weapon"] == ["mortar"]


def test_the_gravest_event_comes_first(load):
    reports = [
        told(MONDAY, killed_low=2, killed_best=2, killed_high=2),
        told(MONDAY, admin1_pcode="IQG07", killed_low=9, killed_best=9),
    ]
    data = load(reports, days(MONDAY, 7))
    assert data.events.column("killed_low").to_pylist() == [9, 2]


def test_words_of_a_toll_outside_the_sentence_come_with_the_text_around_them(load):
    article, incident = told(MONDAY, killed_low=3, killed_best=3)
    text = "انفجرت عبوة في الموصل. وقالت الشرطة إن ثلاثة قتلوا."
    start = text.index("ثلاثة")
    article |= {"text": text}
    toll = {"outcome": "killed", "group": None, "low": 3, "best": 3, "high": 3, "quantity": "exact", "attributed_to": None, "text": "ثلاثة", "start": start, "end": start + 5}  # fmt: skip
    incident |= {"evidence_text": text[:21], "evidence_start": 0, "evidence_end": 21, "casualties": [toll]}
    (row,) = load([(article, incident)], days(MONDAY, 7)).evidence.to_pylist()
    assert row["tolls_elsewhere"] == [{"start": start, "before": text[:start], "words": "ثلاثة", "after": " قتلوا."}]


def test_a_toll_is_shared_where_two_outlets_reach_it_in_their_own_words(load):
    def telling(outlet, killed, copy_of=None):
        article, incident = told(MONDAY, weapon=outlet, killed_low=killed, killed_best=killed, killed_high=killed)
        return article | {"source_id": outlet, "duplicate_of": copy_of}, incident

    first = telling("agency", 9)
    copied = telling("mirror", 9, copy_of=first[0]["article_id"])
    alone = told(MONDAY, admin1_pcode="IQG07", killed_low=50, killed_best=50)
    events = load([first, telling("paper", 7), copied, alone], days(MONDAY, 7)).events.to_pylist()
    assert [(row["killed_shared"], row["n_outlets_shared"]) for row in events] == [(7, 2), (None, None)]


def test_injured_are_shared_apart_from_the_killed_and_trends_add_both_up(load, tmp_path):
    def telling(outlet, killed, injured):
        values = {"killed_low": killed, "killed_best": killed, "injured_low": injured, "injured_best": injured}
        article, incident = told(MONDAY, weapon=outlet, **values)
        return article | {"source_id": outlet}, incident

    data = load([telling("agency", 9, 4), telling("paper", None, 6)], days(MONDAY, 7))
    assert [(row["killed_shared"], row["injured_shared"]) for row in data.events.to_pylist()] == [(None, 4)]
    with Published.open(tmp_path) as published:
        sums = published.query("select sum(killed_shared)::int k, sum(injured_shared)::int i, sum(killed_best)::int b from trends_week")  # fmt: skip
    assert sums.to_pylist() == [{"k": 0, "i": 4, "b": 9}]


@pytest.mark.parametrize("table", ["events", "incidents"])
def test_what_a_person_settled_needs_no_second_outlet(tmp_path, table):
    article, incident = told(MONDAY, killed_low=9, killed_best=9)
    with Lake.open(tmp_path) as lake:
        with lake.transaction("run-1", "test"):
            lake.upsert("articles", [article])
            lake.upsert("incidents", [incident])
            store_events(lake, [(article, incident)])
        target = lake.query(f"select {table[:-1]}_id as id from {table}").to_pylist()[0]["id"]
        with lake.transaction("confirm"):
            store_decisions(lake, [Decision(target, "confirm", "seen", "amal", {})], corrected_at=NOW)
        publish(lake, tmp_path)
    with Published.open(tmp_path) as published:
        assert published.query("select killed_shared from counted.shared").to_pylist() == [{"killed_shared": 9}]


def test_a_database_of_an_older_version_says_what_to_do(load, tmp_path):
    load([told(MONDAY)], days(MONDAY, 7))
    with duckdb.connect(str(tmp_path / "marsad.duckdb")) as database:
        database.execute("drop table counted.shared")
    with Published.open(tmp_path) as published, pytest.raises(NotPublishedError, match="marsad process"):
        load_report_data(published)


def test_a_database_without_dates_says_what_to_do(load):
    with pytest.raises(NothingToReportError, match="marsad run"):
        load([])


def test_trends_have_no_gaps_and_mark_partial_periods(load, tmp_path):
    load([told(dt.date(2024, 3, 6)), told(dt.date(2024, 3, 20))])
    with Published.open(tmp_path) as published:
        rows = published.query(
            "select period_start, n_events, n_articles_read, is_partial from trends_week order by period_start"
        ).to_pylist()
    assert [tuple(row.values()) for row in rows] == [
        (dt.date(2024, 3, 4), 1, 1, True),
        (dt.date(2024, 3, 11), 0, 0, False),
        (dt.date(2024, 3, 18), 1, 1, True),
    ]


@pytest.mark.parametrize("view", ["trends_day", "trends_week", "trends_month", "trends_quarter"])
def test_trends_add_up_to_the_events(load, tmp_path, view):
    load([told(day) for day in days(MONDAY, 20)])
    with Published.open(tmp_path) as published:
        assert published.query(f"select sum(n_events)::int as n from {view}").to_pylist() == [{"n": 20}]


def test_a_period_before_everything_read_says_where_the_reading_begins(load):
    with pytest.raises(WarehouseError, match="begin on 2024-03-04"):
        load([told(MONDAY)], days(MONDAY, 7), until=dt.date(2020, 1, 5))


def test_a_period_before_all_reading_can_hold_events_that_later_texts_recall(load):
    recalled = told(dt.date(1995, 7, 11), published=MONDAY)
    data = load([recalled, told(MONDAY)], until=dt.date(1995, 7, 16))
    assert data.history_start == data.period_start == dt.date(1995, 7, 10)
    assert data.events.num_rows == 1
    assert build_view(data).coverage.n_articles == 0
