"""Which of several namesakes is meant: by what stands around the name; short forms, states and capitals of the world."""

import pytest

from tests.transforms.extract_cases import Case

NAMESAKES = {
    "the_village_nearest_to_the_town_of_the_bearing": Case(
        "قتل شاب أمس برصاص مستوطنين هاجموا قرية برقة شمال رام الله.",
        {"country": "PS", "admin1": "Ramallah and Al-Bireh"},
    ),
    "and_the_other_one_of_that_name": Case(
        "قتل شاب أمس برصاص مستوطنين هاجموا قرية برقة شمال غربي نابلس.", {"country": "PS", "admin1": "Nablus"}
    ),
    "a_named_governorate_outweighs_the_only_known_namesake": Case(
        "قتل مدنيان أمس بقصف مدفعي على قرية العتمانية في ريف إدلب.", {"country": "SY", "admin1": "Idleb"}
    ),
    "a_hill_of_jerusalem_is_no_quarter_of_gaza": Case(
        "أصيب شرطي إسرائيلي أمس بعملية طعن في جبل الزيتون بالقدس المحتلة.", {"country": "PS", "admin1": "Jerusalem"}
    ),
    "a_town_that_is_an_everyday_word_beside_its_city": Case(
        "قتل متظاهر أمس برصاص الجيش الإسرائيلي في بيتا جنوب نابلس.", {"country": "PS", "place": "Beita"}
    ),
    "north_west_of_the_country_not_of_its_capital": Case(
        "قتل مسلح أمس برصاص الحرس الوطني في جبل ورغة شمال غرب تونس.", {"country": "TN", "admin1": "Le Kef"}
    ),
    "the_sea_before_the_state_of_its_name": Case(
        "أعلن الحوثيون أمس قصف سفينة شحن بصاروخ في البحر الأحمر، وأصيب ثلاثة بحارة.", {"where": 7}
    ),
    "the_state_of_that_name_where_it_is_called_one": Case(
        "قتل أربعة مدنيين أمس بقصف طائرة مسيرة على ولاية البحر الأحمر السودانية.", {"country": "SD", "where": 4}
    ),
}
SHORT_FORMS = {
    "the_strip_alone_in_an_article_on_gaza": Case(
        "قالت وزارة الصحة في غزة إن 12 مدنيا قتلوا أمس في غارات على القطاع.", {"country": "PS", "admin1": "Gaza Strip"}
    ),
    "a_sector_of_the_economy_is_no_strip": Case(
        "قتل خمسة مدنيين أمس بقصف على مدينة حلب، وتضررت منشآت في القطاع الصحي.", {"country": "SY", "admin1": "Aleppo"}
    ),
    "quarters_of_the_city_are_no_list": Case(
        "قتل خمسة مدنيين أمس بقصف عنيف على أحياء المدينة ويخشى الأهالي المزيد، وفق مصادر في تعز.", {"country": "YE"}
    ),
}
WORLD = {
    "a_capital_of_few_people": Case(
        "أصيب ثلاثة متظاهرين أمس خلال اشتباكات مع الشرطة في العاصمة برن.", {"country": "CH", "where": 1}
    ),
    "a_state_of_central_asia": Case(
        "قتل سبعة مسلحين أمس في اشتباك مع الشرطة الطاجيكستانية في العاصمة دوشنبه.", {"country": "TJ", "where": 1}
    ),
    "a_town_of_france": Case("قتل شرطي أمس طعنا بسكين على يد مهاجم في مدينة غرونوبل.", {"country": "FR", "where": 1}),
    "a_town_of_india": Case(
        "قتل ستة أشخاص أمس في هجوم مسلح على محطة في مدينة باثانكوت.", {"country": "IN", "where": 1}
    ),
    "money_is_no_capital_of_the_maldives": Case(
        "قتل ثلاثة جنود أمس بتفجير في الموصل وسط أزمة مالية خانقة.", {"country": "IQ", "place": "Mosul"}
    ),
}


@pytest.mark.parametrize("case", NAMESAKES.values(), ids=NAMESAKES)
def test_a_name_means_the_place_that_its_surroundings_tell(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", SHORT_FORMS.values(), ids=SHORT_FORMS)
def test_a_short_form_is_a_place_only_where_it_stands_as_one(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", WORLD.values(), ids=WORLD)
def test_states_and_cities_of_the_world_are_known(case):
    assert case.differences() == []
