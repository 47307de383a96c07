"""What a batch has to load: windows around its days, widened until all that its clusters depend on is there."""

from transforms.link.block import REACH_DAYS
from transforms.link.windows import LoadedWindows, Window, windows_around


def test_windows_of_one_country_that_meet_are_one():
    assert windows_around([("IQ", 100, 101), ("IQ", 104, 104), ("SY", 100, 100)], slack=0) == [
        Window("IQ", 100 - REACH_DAYS, 104 + REACH_DAYS),
        Window("SY", 100 - REACH_DAYS, 100 + REACH_DAYS),
    ]


def test_days_far_apart_are_loaded_apart():
    assert len(windows_around([("IQ", 100, 100), ("IQ", 500, 500)], slack=4)) == 2


def test_windows_loaded_one_after_the_other_are_one():
    loaded = LoadedWindows([Window("IQ", 10, 20), Window("IQ", 31, 40)])
    assert not loaded.cover(Window("IQ", 15, 35))
    loaded.add([Window("IQ", 21, 30)])
    assert loaded.cover(Window("IQ", 15, 35))
    assert not loaded.cover(Window("SY", 15, 15))


def test_only_what_is_missing_is_loaded():
    loaded = LoadedWindows([Window("IQ", 10, 20), Window("IQ", 30, 40)])
    assert loaded.missing_of([Window("IQ", 5, 45), Window("SY", 1, 2)]) == [
        Window("IQ", 5, 9),
        Window("IQ", 21, 29),
        Window("IQ", 41, 45),
        Window("SY", 1, 2),
    ]
    assert loaded.missing_of([Window("IQ", 12, 18)]) == []
