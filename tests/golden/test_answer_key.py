import datetime as dt
import re
from collections import Counter
from itertools import pairwise

import pytest
from hijridate import Gregorian

from tests.golden.answer_key import GOOD_AMONG_BROKEN, SAMPLE, load_articles, load_events, load_key
from transforms.contracts.event_types import EVENT_TYPES

ARTICLES = load_articles()
KEY = load_key()
CODED = [(key, incident) for key, gold in KEY.items() for incident in gold["incidents"]]
REQUIRED = [(key, incident) for key, incident in CODED if not incident["optional"]]

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            ("الإثنين", "الاثنين"),
            ("الثلاثاء", "الثلثاء"),
            ("الأربعاء",),
            ("الخميس",),
            ("الجمعة",),
            ("السبت",),
            ("الأحد",),
        ]
    )
    for name in names
}
MONTHS = {
    name: number
    for number, names in {
        1: ("كانون الثاني", "يناير", "جانفي"),
        2: ("شباط", "فبراير", "فيفري"),
        3: ("آذار", "مارس"),
        11: ("تشرين الثاني",),
        12: ("كانون الأول", "ديسمبر"),
    }.items()
    for name in names
}
HIJRI_MONTHS = {"شعبان": 8, "رمضان": 9}
WEAPONS = {
    "airstrike", "drone", "artillery", "rocket/missile", "mortar", "IED", "car bomb", "suicide vest", "suicide car bomb",
    "landmine", "grenade", "small arms", "sniper", "blade", "chemical", "arson", "other",
}  # fmt: skip
SUB_EVENT_TYPES = {
    "Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Air/drone strike",
    "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade", "Attack",
    "Abduction/forced disappearance", "Peaceful protest", "Protest with intervention", "Excessive force against protesters",
    "Violent demonstration", "Agreement", "Arrests", "Disrupted weapons use", "Looting/property destruction",
    "Non-violent transfer of territory",
}  # fmt: skip

_day_names = "|".join(WEEKDAYS)
_month_names = "|".join(MONTHS)
DATED_WEEKDAY = re.compile(rf"({_day_names})(?: الموافق)? (\d{{1,2}}) (?:من )?({_month_names})")
RELATIVE_WEEKDAY = re.compile(rf"(اليوم|أمس) ({_day_names})(?! الماضي)")
HIJRI_WEEKDAY = re.compile(rf"({_day_names}) (\d{{1,2}}) ({'|'.join(HIJRI_MONTHS)})")
ANY_WEEKDAY = re.compile(rf"({_day_names})(?! (?:المقبل|القادم))")


def published_day(key: str) -> dt.date:
    return dt.date.fromisoformat(ARTICLES[key]["published_at"][:10])


def full_text(key: str) -> str:
    return f"{ARTICLES[key]['title'] or ''}\n{ARTICLES[key]['text']}"


def test_every_article_has_an_answer_and_every_answer_an_article():
    assert set(KEY) == set(ARTICLES)


@pytest.mark.parametrize(("key", "incident"), CODED)
def test_evidence_stands_in_its_article(key, incident):
    assert incident["evidence"] in ARTICLES[key]["text"] or incident["evidence"] in (ARTICLES[key]["title"] or "")


@pytest.mark.parametrize(("key", "incident"), CODED)
def test_answer_is_coded_by_the_codebook(key, incident):
    known = {row["sub_event_type"]: row["event_type"] for row in EVENT_TYPES}
    assert known[incident["sub_event_type"]] == incident["event_type"]
    assert set(incident.get("also", ())) <= known.keys() - {incident["sub_event_type"]}
    start, end = (dt.date.fromisoformat(incident[name]) for name in ("date_start", "date_end"))
    assert start <= end <= published_day(key)
    assert (incident["date_precision"] == 1) == (start == end)
    assert 1 <= incident["where_precision"] <= 7
    assert (incident["lat"] is None) == (incident["lon"] is None)
    assert incident["weapon"] in WEAPONS | {None}
    assert all(1 <= actor["type"] <= 8 for role in ("initiators", "targets") for actor in incident[role])
    for outcome in ("killed", "injured", "abducted", "detained"):
        low, high = incident[outcome] or (0, 0)
        assert low is not None
        assert high is None or low <= high


@pytest.mark.parametrize("key", ARTICLES)
def test_weekdays_agree_with_the_calendar(key):
    text, published = full_text(key), published_day(key)
    for name, day, month in DATED_WEEKDAY.findall(text):
        number = MONTHS[month]
        year = published.year if number <= published.month else published.year - 1
        assert dt.date(year, number, int(day)).weekday() == WEEKDAYS[name], (name, day, month)
    for word, name in RELATIVE_WEEKDAY.findall(text):
        day = published - dt.timedelta(days=word == "أمس")
        assert day.weekday() == WEEKDAYS[name], (word, name, published)
    for name, day, month in HIJRI_WEEKDAY.findall(text):
        weekday = WEEKDAYS[name]
        date = published - dt.timedelta(days=(published.weekday() - weekday) % 7)
        hijri = Gregorian(date.year, date.month, date.day).to_hijri()
        assert (hijri.day, hijri.month) == (int(day), HIJRI_MONTHS[month]), (name, day, month, hijri)


@pytest.mark.parametrize(("key", "incident"), CODED)
def test_weekday_in_the_evidence_is_the_day_of_the_incident(key, incident):
    named = {WEEKDAYS[name] for name in ANY_WEEKDAY.findall(incident["evidence"])}
    if len(named) == 1 and incident["date_precision"] == 1:
        assert named == {dt.date.fromisoformat(incident["date_start"]).weekday()}


def test_sample_is_as_large_and_as_mixed_as_promised():
    days = [published_day(key) for key in ARTICLES]
    assert len(ARTICLES) >= 90
    assert len({article["source"] for article in ARTICLES.values()}) >= 9
    assert max(days) - min(days) >= dt.timedelta(days=7 * 11)
    assert {incident["country"] for _, incident in REQUIRED} == {"IQ", "SY", "YE", "LY", "SD", "PS", "LB"}
    assert sum(not gold["relevant"] for gold in KEY.values()) >= 20
    assert {incident["sub_event_type"] for _, incident in REQUIRED} >= SUB_EVENT_TYPES
    assert Counter(incident["salience"] for _, incident in REQUIRED)["background"] >= 8


def test_every_week_of_the_twelve_has_articles():
    days = sorted(published_day(key) for key in ARTICLES)
    assert max(later - earlier for earlier, later in pairwise(days)) < dt.timedelta(days=7)


@pytest.mark.parametrize(
    "words", ["كانون الثاني", "يناير", "جانفي", "فيفري", "شباط/فبراير", "يناير/كانون الثاني", "1446هـ"]
)
def test_sample_holds_every_tradition_of_dates(words):
    assert any(words in article["text"] for article in ARTICLES.values())


def test_comma_separated_file_is_windows_1256():
    raw = (SAMPLE / "sawt-aljabal-windows1256.csv").read_bytes()
    assert "المليشيا" in raw.decode("cp1256")
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")


def test_good_record_among_broken_ones_is_in_the_key():
    assert KEY[GOOD_AMONG_BROKEN] == {"relevant": False, "incidents": []}


def test_events_agree_with_the_incidents_that_report_them():
    for event in load_events()["events"]:
        figures = [member["killed"] for member in event["articles"] if member["killed"]]
        stated = [low for low, _ in figures] + [high for _, high in figures if high is not None]
        assert event["killed_range"] == ([min(stated), max(stated)] if stated else None)
        for member in event["articles"]:
            told = [i for i in KEY[member["id"]]["incidents"] if i["killed"] == member["killed"]]
            assert any(event["date"] == incident["date_start"] for incident in told), (event["event_key"], member["id"])


def test_confusable_events_are_named_by_both():
    events = {event["event_key"]: event for event in load_events()["events"]}
    for key, event in events.items():
        assert all(key in events[other]["confusable_with"] for other in event["confusable_with"])


def test_enough_events_are_told_by_several_articles_with_different_tolls():
    events = load_events()["events"]
    several = [event for event in events if len(event["articles"]) >= 2 and event["killed_range"]]
    assert sum(event["killed_range"][0] < event["killed_range"][1] for event in several) >= 8


def test_raised_tolls_come_later_and_higher():
    members = {
        event["event_key"]: {m["id"]: m["killed"] for m in event["articles"]} for event in load_events()["events"]
    }
    corrected = load_events()["corrected_tolls"]
    assert len(corrected) >= 3
    for row in corrected:
        known = members[row["event_key"]]
        assert known[row["to"]][0] == row["killed"][0]
        for earlier in row["from"]:
            assert known[earlier][0] < row["killed"][0]
            assert ARTICLES[earlier]["published_at"][:16] < ARTICLES[row["to"]]["published_at"][:16] or (
                published_day(earlier) <= published_day(row["to"])
            )


def test_reprints_share_most_words():
    for pair in load_events()["reprints"]:
        copy, original = (set(ARTICLES[pair[name]]["text"].split()) for name in ("id", "of"))
        assert len(copy & original) / len(copy | original) >= 0.8
