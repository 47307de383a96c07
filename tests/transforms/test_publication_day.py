"""The day that an article calls today: the source's local day, not that of the UTC clock."""

import datetime as dt

import pytest

from transforms.extract.publication import country_zones, publication_day

LATE = dt.datetime(2024, 5, 14, 22, 30, tzinfo=dt.UTC)
"""Half past one on Wednesday 15 May in Damascus, Baghdad and Riyadh; still Tuesday in London and Casablanca."""
TUESDAY, WEDNESDAY = dt.date(2024, 5, 14), dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    ("time_zone", "countries", "day"),
    [
        pytest.param("Asia/Damascus", (), WEDNESDAY, id="the source's zone"),
        pytest.param("Asia/Damascus", ("MA",), WEDNESDAY, id="the zone before the country"),
        pytest.param("UTC", ("", "IQ"), WEDNESDAY, id="the article's country where the source has no zone"),
        pytest.param("", ("MA", "IQ"), TUESDAY, id="the outlet's country before the article's"),
        pytest.param("UTC", ("ZZ",), TUESDAY, id="no zone known"),
        pytest.param("Mars/Olympus", ("IQ",), WEDNESDAY, id="a zone that does not exist"),
    ],
)
def test_an_instant_in_utc_falls_on_the_local_day(time_zone, countries, day):
    assert publication_day(LATE, time_zone=time_zone, countries=countries) == day
    assert publication_day(LATE.isoformat(), time_zone=time_zone, countries=countries) == day


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2024-05-14T23:30:00", TUESDAY),
        ("2024-05-14T23:30:00-05:00", TUESDAY),
        ("2024-05-14", TUESDAY),
        (TUESDAY, TUESDAY),
        (dt.datetime(2024, 5, 14, 23, 30), TUESDAY),
        ("2024-05-14 10:00 local", TUESDAY),
        ("yesterday", None),
        ("0001-01-01", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_and_a_time_of_its_own_zone_stay_as_stated(stated, day):
    assert publication_day(stated, time_zone="Asia/Baghdad", countries=("IQ",)) == day


def test_every_listed_zone_exists():
    assert all(publication_day(LATE, countries=(country,)) for country in country_zones())
