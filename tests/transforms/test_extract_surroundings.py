"""Incidents told of a whole country, placed by the sentences around them; and those that must stay where they are."""

import pytest

from tests.transforms.extract_cases import Case

AROUND = {
    "the_police_of_a_governorate_speak": Case(
        "قتل خمسة أشخاص أمس في هجوم مسلح على مركز للشرطة في الهند. وقال متحدث باسم شرطة ولاية غوجارات إن المهاجمين فروا.",
        {"country": "IN", "admin1": "Gujarat", "where": 4},
    ),
    "the_town_stands_in_the_next_sentence": Case(
        "قتل ثلاثة مدنيين أمس بانفجار عبوة ناسفة في ليبيا. وكانت السيارة متوقفة في مدينة درنة منذ الصباح.",
        {"country": "LY", "place": "Derna"},
    ),
}
STAYING = {
    "two_governorates_decide_nothing": Case(
        "قتل ثلاثة مدنيين أمس بانفجار عبوة ناسفة في ليبيا. وتوجهت فرق من الهلال الأحمر في درنة وفي مصراتة إلى المكان.",
        {"country": "LY", "where": 6},
    ),
    "the_place_of_another_incident": Case(
        "قتل جندي أمس بغارة جوية في اليمن. وفي مدينة عدن قتل شرطيان أمس بانفجار عبوة ناسفة.",
        ({"country": "YE", "where": 6}, {"country": "YE", "place": "Aden"}),
    ),
    "a_town_of_another_country": Case(
        "قتل جندي أمس بغارة جوية في اليمن. وأعلن ذلك متحدث في مدينة جدة.", {"country": "YE", "where": 6}
    ),
}


@pytest.mark.parametrize("case", AROUND.values(), ids=AROUND)
def test_a_country_alone_gives_way_to_the_one_governorate_around(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", STAYING.values(), ids=STAYING)
def test_surroundings_that_do_not_decide_change_nothing(case):
    assert case.differences() == []
