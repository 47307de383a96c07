"""The dead of a whole area are not those of the town in which some of them were killed."""

import pytest

from tests.transforms.extract_cases import Case

WHOLE = {
    "counted_people_there": Case(
        "ارتفع عدد شهداء المجازر في قطاع غزة منذ فجر اليوم إلى 79 شهيدا منهم 53 شخصا في خان يونس.",
        {"killed": 79, "where": 4},
    ),
    "dead_of_one_raid": Case(
        "استشهد 40 فلسطينيا في غارات على قطاع غزة منذ فجر اليوم، بينهم شهداء في قصف استهدف مدرسة بجباليا.",
        {"killed": 40, "where": 4},
    ),
    "count_alone": Case(
        "استشهد 35 فلسطينيا في قطاع غزة اليوم بينهم 12 في غارة على منزل في حي الزيتون.", {"killed": 35, "where": 4}
    ),
    "dead_of_two_acts": Case(
        "واصلت إسرائيل غاراتها على قطاع غزة والقصف المكثف لمنطقة جباليا اليوم، فيما أفادت مصادر طبية باستشهاد 61 فلسطينيا.",
        {"killed": 61, "where": 4},
    ),
}

TOWN = {
    "children_among_them": Case(
        "قتل عشرة مدنيين في محافظة إدلب أمس بينهم أربعة أطفال في قصف على مدينة أريحا.", {"killed": 10, "where": 1}
    ),
    "no_other_place": Case("استشهد تسعة فلسطينيين اليوم بينهم 3 في غارة على مخيم جباليا.", {"killed": 9, "where": 1}),
    "badly_hurt": Case(
        "أصيب 13 جنديا بينهم 6 في حالة خطيرة خلال معارك في مدينة رفح جنوب قطاع غزة أمس.", {"injured": 13, "where": 1}
    ),
    "raid_in_the_governorate": Case(
        "شنت الطائرات غارات في محافظة شبوة وقتل 20 متمردا بقصف في مدينة بيحان أمس.", {"killed": 20, "where": 1}
    ),
}


@pytest.mark.parametrize("case", WHOLE.values(), ids=WHOLE.keys())
def test_the_town_of_some_takes_not_the_dead_of_the_whole(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", TOWN.values(), ids=TOWN.keys())
def test_the_town_of_all_is_the_place(case):
    assert case.differences() == []
