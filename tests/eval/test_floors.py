import pytest

from tests.eval.scores import FLOORS, Result, Score, below_floor, raised, read_table
from tests.eval.suites import SUITES, run_suite

FLOOR = {"sample": {"recall": 0.8}}


def result(value: float | None, n: int = 100) -> Result:
    return Result("sample", (Score("recall", value, n),))


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_no_score_falls_below_its_floor(suite, tmp_path):
    if why := suite.missing():
        pytest.skip(why)
    assert below_floor(run_suite(suite, tmp_path), read_table(FLOORS)) == []


@pytest.mark.parametrize(("value", "expected"), [(0.9, 0.9), (0.7, 0.8), (None, 0.8)], ids=["better", "worse", "none"])
def test_floors_only_rise(value, expected):
    assert raised(FLOOR, [result(value)]) == {"sample": {"recall": expected}}


def test_few_cases_make_no_floor():
    assert raised({}, [result(1.0, n=5)]) == {"sample": {}}


@pytest.mark.parametrize("value", [0.79, None], ids=["lower", "not measured"])
def test_a_score_below_its_floor_is_told(value):
    assert below_floor(result(value), FLOOR) == [f"sample recall is {value}, its floor 0.8"]


def test_a_score_at_its_floor_passes():
    assert below_floor(result(0.8), FLOOR) == []
