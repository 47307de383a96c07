"""What a batch has to load: windows around its days, widened until all that its clusters depend on is there."""

from transforms.link.block import REACH_DAYS
from transforms.link.neighbourhood import Neighbourhood, Window, windows_around


def test_windows_of_one_country_that_meet_are_one():
    assert windows_around([("IQ", 100, 101), ("IQ", 104, 104), ("SY", 100, 100)], slack=0) == [
        Window("IQ", 100 - REACH_DAYS, 104 + REACH_DAYS),
        Window("SY", 100 - REACH_DAYS, 100 + REACH_DAYS),
    ]


def test_days_far_apart_are_loaded_apart():
    assert len(windows_around([("IQ", 100, 100), ("IQ", 500, 500)], slack=4)) == 2


def test_a_chain_of_days_longer_than_any_period_is_still_loaded_whole():
    needed = (Window("IQ", 100, 190),)
    windows = windows_around([(need.country, need.first_day, need.last_day) for need in needed])
    assert Neighbourhood((), needed).lies_within(windows)
