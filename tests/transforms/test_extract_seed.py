"""The article that the project grew from: what it tells, and what it does not."""

import datetime as dt

import pytest

from tests.transforms.extract_cases import shared_extractor
from transforms.extract.article import Extraction

PUBLISHED = dt.date(2019, 7, 20)


@pytest.fixture(scope="module")
def seed() -> Extraction:
    from tests.conftest import SHARED

    files = sorted((SHARED / "seeds").glob("*.txt")) if SHARED.is_dir() else []
    if not files:
        pytest.skip("the seed article is not beside the project")
    text = files[0].read_text(encoding="utf-8")
    return shared_extractor().extract(
        {"article_id": "seed", "title": "", "text": text, "published_at": PUBLISHED, "source": "Enab Baladi"}
    )


def on(seed: Extraction, day: dt.date) -> dict:
    found = [row for row in seed.incidents if row["date_start"] <= day <= row["date_end"] and row["country"] == "IQ"]
    assert len(found) == 1, [(row["trigger_text"], row["date_start"], row["date_end"]) for row in seed.incidents]
    return found[0]


def actors(row: dict, role: str) -> set[str]:
    return {actor["actor_id"] for actor in row["actors"] if actor["role"] == role}


def test_the_second_phase_is_a_clash_of_the_day(seed):
    row = on(seed, PUBLISHED)
    assert (row["event_type"], row["sub_event_type"]) == ("Battles", "Armed clash")
    assert (row["date_start"], row["date_precision"], row["salience"]) == (PUBLISHED, 1, "main")


def test_the_second_phase_spans_several_governorates(seed):
    row = on(seed, PUBLISHED)
    assert (row["country"], row["where_precision"]) == ("IQ", 5)


def test_the_second_phase_is_of_army_security_and_mobilization(seed):
    row = on(seed, PUBLISHED)
    assert {"iq-army", "pmf"} <= actors(row, "initiator")
    assert actors(row, "support") >= {"us-coalition"}
    assert actors(row, "target") == {"isis"}


def test_the_first_phase_is_background(seed):
    row = on(seed, dt.date(2019, 7, 7))
    assert (row["sub_event_type"], row["salience"]) == ("Armed clash", "background")


def test_the_oil_minister_was_killed_in_syria(seed):
    (row,) = [row for row in seed.incidents if row["country"] == "SY"]
    assert row["admin1_name_en"] == "Deir-ez-Zor"
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == (1, 1, 1)
    assert actors(row, "initiator") == {"iq-inis"}


@pytest.mark.parametrize("words", ["تنوعت", "تزايدت", "غزوة", "فتح معبر", "مماثلة"])
def test_generalities_and_plans_give_nothing(seed, words):
    assert not [row for row in seed.incidents if words in (row["trigger_text"] or "")]


def test_nothing_happens_in_june(seed):
    assert not [row for row in seed.incidents if row["date_start"] < dt.date(2019, 7, 1)]
