"""Attacks of one town and day told apart by the kind of site, and what is one attack for all its sites."""

import pytest

from tests.transforms.extract_cases import extract
from transforms.extract.sites import lie_apart

TWO = {
    "two with their wounded": (
        "أصيب شرطي بجروح في هجوم مسلح على القنصلية الأميركية في إسطنبول يوم الاثنين. "
        "وأصيب سبعة أشخاص بجروح في هجوم مسلح استهدف مركزا للشرطة في إسطنبول يوم الاثنين."
    ),
    "one with its dead, one with its wounded": (
        "هاجم مسلحون القنصلية الأميركية في إسطنبول يوم الاثنين وقتلوا حارسا. "
        "وأصيب سبعة أشخاص بجروح في هجوم مسلح استهدف مركزا للشرطة في إسطنبول يوم الاثنين."
    ),
}
ONE = {
    "one site, told again": (
        "قتل ثلاثة أشخاص في تفجير استهدف فندقا في مقديشو أمس. وأصيب تسعة أشخاص في التفجير الذي استهدف الفندق."
    ),
    "a market in a quarter": (
        "قتل ثلاثة أشخاص في تفجير انتحاري وقع في سوق في بغداد أمس. "
        "وأصيب تسعة أشخاص في التفجير الانتحاري الذي وقع في حي سكني في بغداد أمس."
    ),
    "one toll": (
        "قتل عشرون شخصا في هجوم على فندق في مقديشو أمس. وقال شهود إن عشرين شخصا قتلوا في الهجوم قرب السفارة في مقديشو."
    ),
    "the wounded are carried to a hospital": (
        "قتل ثلاثة أشخاص في تفجير استهدف فندقا في مقديشو أمس. ونقل تسعة جرحى أصيبوا في التفجير إلى مستشفى في مقديشو."
    ),
}


@pytest.mark.parametrize("text", TWO.values(), ids=TWO)
def test_attacks_on_two_sites_of_a_town_are_two(text):
    assert len(extract(text).incidents) == 2


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_attack_stays_one(text):
    assert len(extract(text).incidents) == 1


def test_sites_that_reports_take_for_each_other_do_not_lie_apart():
    base, station, hotel = frozenset({"base"}), frozenset({"police station"}), frozenset({"hotel"})
    assert lie_apart(base, hotel)
    assert not lie_apart(base, station)
    assert not lie_apart(base, frozenset())
    assert not lie_apart(base | hotel, hotel)
