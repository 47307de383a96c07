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
REGIONS = {
    "the_south_of_lebanon_is_more_than_its_governorate": Case(
        "قتل شخصان أمس بغارة إسرائيلية على سيارة في بلدة الخيام جنوب لبنان.",
        {"country": "LB", "admin1": "El Nabatieh", "where": 1},
    ),
    "a_sea_is_where_a_ship_was_hit_whatever_countries_are_named": Case(
        "أصيب ثلاثة بحارة أمس في هجوم شنه الحوثيون في البحر الأحمر على سفينة إسرائيلية متجهة إلى إسرائيل.", {"where": 7}
    ),
    "an_island_of_the_philippines": Case(
        "قتل أربعة جنود أمس في هجوم مسلح في جزيرة مينداناو جنوب الفلبين.", {"country": "PH", "where": 5}
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
BEHIND_A_PREPOSITION = {
    "a_governorate_that_is_a_month_too": Case(
        "قتل ثلاثة مسلحين من الحوثيين أمس في كمين للمقاومة الشعبية اليمنية في إب.", {"country": "YE", "admin1": "Ibb"}
    ),
    "a_governorate_that_is_a_hollow_too": Case(
        "أكد المتحدث باسم الجيش اليمني في صنعاء مقتل خمسة جنود أمس في الجوف.", {"country": "YE", "admin1": "Al Jawf"}
    ),
    "a_town_that_is_an_argument_too": Case(
        "قتل مدنيان أمس بقصف على مدينة نابلس بحجة وجود مسلحين.", {"country": "PS", "place": "Nablus"}
    ),
    "a_corner_of_a_house_is_no_town": Case(
        "قتل مدني أمس بقصف على مدينة طرابلس الليبية أصاب غرفة في الزاوية الشرقية من المنزل.",
        {"country": "LY", "place": "Tripoli"},
    ),
}
LISTS = {
    "towns_and_governorates_of_a_list_one_row_each": Case(
        "شنت طائرات التحالف غارات أمس على مواقع الحوثيين في صعدة وحجة والجوف.",
        [{"admin1": "Sa'dah"}, {"admin1": "Hajjah"}, {"admin1": "Al Jawf"}],
    ),
    "governorates_called_so_are_one_vague_area": Case(
        "شنت طائرات التحالف غارات أمس على مواقع الحوثيين في محافظات عمران وتعز ولحج.", {"country": "YE", "where": 5}
    ),
    "a_quarter_of_a_list_is_in_the_city_told_behind_it": Case(
        "قتل مدنيان أمس بقصف على أحياء الأشرفية والميدان في حلب.", [{"admin1": "Aleppo"}, {"admin1": "Aleppo"}]
    ),
    "an_unknown_village_of_two_words": Case(
        "قصفت مدفعية الجيش التركي أمس قرى الكوزلية وتل اللبن غرب تل تمر بريف الحسكة.",
        [{"admin1": "Al-Hasakeh"}, {"admin1": "Al-Hasakeh", "named": "تل اللبن"}],
    ),
}
WHOSE = {
    "a_speaker_in_the_capital": Case(
        "قال متحدث باسم الجيش في صنعاء إن غارة جوية استهدفت مأرب أمس وقتلت خمسة جنود.", {"admin1": "Ma'rib"}
    ),
    "a_speaker_where_no_other_place_is_told": Case(
        "قال مصدر أمني في بغداد إن عشرة مدنيين قتلوا أمس بانفجار سيارة مفخخة.", {"admin1": "Baghdad"}
    ),
    "the_place_of_a_part_of_the_victims": Case(
        "قتل 95 فلسطينيا أمس في قصف إسرائيلي على قطاع غزة، بينهم 52 بمدينة غزة.", {"admin1": "Gaza Strip", "where": 4}
    ),
    "many_spots_of_the_strip_are_not_the_town_of_another_clause": Case(
        "قتل 33 مدنيا أمس في قصف الجيش الإسرائيلي على مناطق عديدة في قطاع غزة، في حين بثت الفصائل صورا لعملية في مدينة غزة.",
        {"admin1": "Gaza Strip", "where": 4},
    ),
    "what_is_spoken_of_is_no_place": Case(
        "قتل اثنا عشر شخصا أمس بإطلاق نار في مدينة دنفر الأمريكية خلال عرض فيلم عن باتمان.", {"country": "US"}
    ),
    "a_town_told_by_its_distance_from_another_state": Case(
        "قتل عشرون شخصا أمس في انفجار في بلدة سروج التركية، ولم يتضح سبب الانفجار في البلدة التي تقع على بعد نحو عشرة "
        "كيلومترات من بلدة كوباني السورية.",
        {"country": "TR"},
    ),
    "where_a_victim_lived": Case(
        "قتل طالب يسكن قرية المعش أمس بتفجير انتحاري استهدف مسجدا في مدينة أبها السعودية.",
        {"country": "SA", "place": "Abha"},
    ),
    "who_defends_a_city_is_in_it": Case(
        "قتل ثلاثة من المقاومة الشعبية اليمنية أمس في اشتباكات عنيفة مع الحوثيين دفاعا عن عدن.",
        {"country": "YE", "place": "Aden"},
    ),
    "notables_of_another_governorate": Case(
        "قتل خمسة عشر من رجال الأمن أمس بتفجير انتحاري استهدف مسجدا في منطقة عسير، وقال وجهاء محافظة القطيف إن التفجير جريمة.",
        {"country": "SA", "admin1": "`Asir"},
    ),
    "two_governorates_named_around_a_front_say_nothing_of_it": Case(
        "قال قائد في جبهة كرش اليمنية أمس إن مواقع بين محافظتي تعز ولحج طهرت من الحوثيين في هجوم قتل فيه عشرة منهم.",
        {"country": "YE", "admin1": "Lahj"},
    ),
}
HEADLINES = {
    "a_headline_without_a_place_beside_its_act": Case(
        "قالت مصادر طبية إن المستشفيات استقبلت المصابين.",
        {"country": "PS", "admin1": "Gaza Strip"},
        title="الحرب على غزة.. مقتل 12 فلسطينيا بقصف إسرائيلي عنيف",
    ),
    "a_headline_of_another_governorate_makes_no_place_finer": Case(
        "قتل ستة جنود أمس بانفجار سيارة مفخخة في محافظة الأنبار العراقية.",
        {"country": "IQ", "admin1": "Al-Anbar", "where": 4},
        title="أهالي الموصل ينددون بتفجير الأنبار",
    ),
}
GROUPS = {
    "a_group_says_the_country_where_nothing_else_does": Case(
        "قتل عشرون شخصا أمس في هجوم لبوكو حرام على قرية غولام. وفر مئات السكان من القرية.",
        {"country": "NG", "named": "غولام"},
    ),
    "a_named_country_outweighs_the_group": Case(
        "قتل عشرون شخصا أمس في هجوم لبوكو حرام على قرية في الكاميرون. وفر مئات السكان.", {"country": "CM"}
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


@pytest.mark.parametrize("case", BEHIND_A_PREPOSITION.values(), ids=BEHIND_A_PREPOSITION)
def test_everyday_words_are_places_behind_a_preposition(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", LISTS.values(), ids=LISTS)
def test_each_place_of_a_list_is_told(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", WHOSE.values(), ids=WHOSE)
def test_the_place_of_another_is_not_lent_to_an_incident(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", GROUPS.values(), ids=GROUPS)
def test_armed_groups_tell_the_country_of_last_resort(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", HEADLINES.values(), ids=HEADLINES)
def test_headlines_lend_their_place_with_care(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", REGIONS.values(), ids=REGIONS)
def test_regions_and_seas_are_wider_than_units(case):
    assert case.differences() == []
