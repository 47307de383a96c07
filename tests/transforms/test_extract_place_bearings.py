"""Places told from other places: bearings, distances, roads, capitals by their country; and words that only look so."""

import pytest

from tests.transforms.extract_cases import Case

BESIDE = {
    "a_governorate_south_of_a_city_is_not_the_city": Case(
        "قتل ستة جنود بتفجير انتحاري في ولاية لوغر جنوب كابل أمس.", {"country": "AF", "admin1": "Logar", "where": 4}
    ),
    "a_town_in_brackets_beside_the_capital": Case(
        "قتل شرطيان أمس بانفجار سيارة مفخخة في مدينة الرمادي (غرب بغداد).",
        {"country": "IQ", "admin1": "Al-Anbar", "place": "Ramadi", "where": 1},
    ),
    "kilometres_north_of_the_capital": Case(
        "أصيب ثلاثة جنود بهجوم مسلح أمس في بلدة الضلوعية (90 كلم شمال بغداد).",
        {"country": "IQ", "admin1": "Salah Al-Din", "where": 1},
    ),
    "a_road_lies_in_none_of_its_ends": Case(
        "قتل سائق أمس في هجوم مسلح على طريق (المنيا - القاهرة).", {"country": "EG", "admin1": "Menia"}
    ),
    "a_site_far_from_the_capital_is_not_there": Case(
        "قتل خمسة عسكريين أمس في هجوم على ثكنة للجيش المالي تقع على بعد 400 كيلومتر شمال العاصمة باماكو.",
        {"country": "ML", "where": 6},
    ),
    "twenty_kilometres_from_a_city_is_near_it": Case(
        "قتل جندي أمس بانفجار لغم على بعد 20 كيلومترا من مدينة بنغازي.",
        {"country": "LY", "admin1": "Benghazi", "where": 2},
    ),
    "an_unknown_area_keeps_its_name_where_its_place_is_told": Case(
        "قتل راعيان أمس بقصف مدفعي على منطقة الجدعاوية شمال غربي بعقوبة.",
        {"country": "IQ", "admin1": "Diyala", "named": "الجدعاوية", "where": 4},
    ),
}
CAPITALS = {
    "by_the_adjective_of_its_country": Case(
        "قتل أربعة مدنيين أمس بتفجير انتحاري في العاصمة الأفغانية.", {"country": "AF", "place": "Kabul", "where": 1}
    ),
    "alone_in_an_article_on_one_country": Case(
        "شنت قوات يمنية حملة دهم في اليمن. وقتل ثلاثة جنود يمنيين أمس في انفجار عبوة ناسفة وسط العاصمة.",
        {"country": "YE", "place": "Sanaa"},
    ),
    "another_city_called_a_capital": Case(
        "قتل جندي أمس برصاص مسلحين في العاصمة المؤقتة عدن.", {"country": "YE", "place": "Aden"}
    ),
    "governorate_of_that_name": Case(
        "أصيب شرطي أمس بانفجار عبوة ناسفة في محافظة العاصمة بالبحرين.", {"country": "BH", "admin1": "Capital"}
    ),
}
FINEST = {
    "the_town_of_a_governorate": Case(
        "في محافظة شبوة التي تشهد معارك متقطعة، قتل عشرة مسلحين بقصف جوي على تجمع لهم في منطقة بيحان أمس.",
        {"country": "YE", "place": "Bayhan"},
    ),
    "the_quarter_of_a_city": Case(
        "قتل شخصان أمس بانفجار عبوة قرب محطة وقود في حي المنصور المزدحم في العاصمة العراقية.",
        {"country": "IQ", "place": "Mansour"},
    ),
    "a_journey_to_a_town_is_no_finer_place": Case(
        "قتل أربعة جنود بتفجير في اليمن أمس، وتوجه فريق من المحققين إلى مأرب.", {"country": "YE", "where": 6}
    ),
}
EVERYDAY = {
    "a_central_market": Case(
        "قتل ستة أشخاص أمس بتفجير انتحاري في سوق مركزي بمدينة كانو.", {"country": "NG", "place": "Kano"}
    ),
    "a_market_where_people_were": Case(
        "قتل ستة أشخاص أمس بتفجير في مدينة كانو في سوق كان الناس يقصدونه.", {"country": "NG", "place": "Kano"}
    ),
    "an_arrival_is_no_town_of_somalia": Case(
        "قتل خمسة مدنيين أمس بقصف إسرائيلي على مدينة رفح، وأكدت مصادر طبية وصول الجثامين إلى المشفى.",
        {"country": "PS", "place": "Rafah"},
    ),
    "what_is_generous_or_of_a_brigade_is_no_town": Case(
        "قتل جنديان أمس في هجوم على كتيبة للجيش قرب بلدة سرمين، وكانت المعاملة كريمة.", {"place": "Sarmin"}
    ),
    "a_village_by_nationality": Case(
        "قتل ثلاثة مدنيين أمس بهجوم لبوكو حرام على قرية تشادية قرب بحيرة تشاد.", {"country": "TD"}
    ),
    "a_governorate_by_its_hills": Case(
        "قتل جنديان أمس بقصف في محافظة إب، وتواصلت الاشتباكات في المحافظة الجبلية.", {"country": "YE", "admin1": "Ibb"}
    ),
    "villages_are_no_village": Case(
        "قصفت طائرات حربية أمس بلدات وقرى في ريف إدلب وقتلت مدنيين اثنين.", {"country": "SY", "admin1": "Idleb"}
    ),
}


NAMES = {
    "quarter_of_taiz_not_of_hama": Case(
        "قتل ثلاثة مسلحين حوثيين أمس في اشتباكات بشارع الأربعين شمالي مدينة تعز اليمنية.",
        {"country": "YE", "admin1": "Ta'iz"},
    ),
    "town_of_logar": Case(
        "قتل ستة أشخاص أمس بتفجير شاحنة أمام مركز للشرطة في مدينة بولي علم شرقي أفغانستان.",
        {"country": "AF", "admin1": "Logar", "where": 1},
    ),
    "a_state_shared_by_two_countries": Case(
        "قتل شرطيان أمس بهجوم مسلح في ولاية البنجاب شمالي الهند.", {"country": "IN", "admin1": "Punjab"}
    ),
    "town_of_the_far_north": Case(
        "قتل عشرة أشخاص أمس بتفجيرين في مروة بأقصى شمال الكاميرون.", {"country": "CM", "place": "Maroua"}
    ),
}


ELSEWHERE = {
    "what_a_crowd_is_against_is_not_where_it_stands": Case(
        "تظاهر مئات الطلاب في جامعة بيروت أمس ضد الحرب في السودان.", {"country": "LB"}
    ),
    "a_crowd_may_name_its_cause_first": Case(
        "تظاهر مئات الأهالي أمس احتجاجا على انقطاع الكهرباء في مدينة البصرة.", {"country": "IQ", "place": "Basra"}
    ),
    "the_blast_told_again_stays_where_it_was": Case(
        "انفجرت عبوة ناسفة أمس في سوق مدينة بعقوبة. وشنت طائرات الجيش غارات على مواقع للتنظيم في مدينة هيت. "
        "وقتل خمسة أشخاص في الانفجار.",
        (
            {"place": "Baqubah", "kind": "Remote explosive/landmine/IED"},
            {"place": "Hit", "kind": "Air/drone strike"},
        ),
    ),
    "rockets_fly_from_here_to_there": Case(
        "أطلقت المقاومة الفلسطينية أمس صواريخ من شمال قطاع غزة نحو مدينة عسقلان.",
        {"country": "IL", "place": "Ashkelon"},
    ),
    "a_brigade_is_not_the_town_on_its_banner": Case(
        "أعلنت سرايا القدس أنها قصفت أمس بقذائف الهاون جنودا إسرائيليين في خان يونس.", {"place": "Khan Yunis"}
    ),
    "the_part_of_a_list_that_is_no_town": Case(
        "سيطرت القوات الحكومية أمس على مدينتي الضالع وعدن، بدعم من التحالف العربي.",
        ({"place": "Dhale"}, {"place": "Aden"}),
    ),
    "jerusalem_of_palestinians": Case(
        "اعتقلت قوات الاحتلال الإسرائيلي أمس أربعة فلسطينيين في القدس.", {"country": "PS", "place": "Jerusalem"}
    ),
    "a_namesake_abroad_needs_more_than_its_name": Case(
        "سيطرت المقاومة الشعبية اليمنية أمس على منطقة المحلة في محافظة لحج جنوبي اليمن بعد اشتباكات مع الحوثيين.",
        {"country": "YE", "admin1": "Lahj"},
    ),
    "a_barrier_of_silence": Case(
        "قتل جنديان يمنيان أمس في اشتباكات بمدينة الضالع، ودعا الأهالي إلى كسر حاجز الصمت.", {"admin1": "Ad Dali'"}
    ),
    "a_square_of_the_city_in_the_same_sentence": Case(
        "شهد وسط بغداد أمس إجراءات أمنية مشددة، وخرجت تظاهرات حاشدة في ساحة التحرير للمطالبة بإصلاحات.",
        {"country": "IQ", "admin1": "Baghdad"},
    ),
    "a_quarter_north_of_the_city_is_near_it": Case(
        "استولت المقاومة أمس على حي صبر في شمال عدن وقتل 25 حوثيا.", {"country": "YE", "admin1": "Aden"}
    ),
    "a_blow_from_the_air_is_no_town_of_lebanon": Case(
        "تعرضت بلدة سرمين في ريف إدلب أمس لقصف جويا وبرا، ونفذت الطائرات قصفا جويا مكثفا.", {"place": "Sarmin"}
    ),
    "but_the_town_of_that_name_is": Case(
        "قتل شخصان أمس بغارة إسرائيلية على بلدة جويا جنوبي لبنان.", {"country": "LB", "admin1": "South"}
    ),
    "a_capital_that_speaks": Case(
        "قتل أربعة جنود أوكرانيين أمس في معارك مع الانفصاليين، كما أعلنت كييف.", {"country": "UA", "where": 6}
    ),
    "a_capital_where_somebody_speaks": Case(
        "قتل أربعة جنود أوكرانيين أمس بقصف صاروخي في كييف.", {"country": "UA", "place": "Kyiv"}
    ),
    "a_city_that_was_only_threatened": Case(
        "تمكنت المقاومة الشعبية اليمنية أمس في مدينة عدن من أسر قيادي حوثي كان توعد باحتلال الرياض.",
        {"country": "YE", "place": "Aden"},
    ),
    "fighters_leave_the_town_they_held": Case(
        "انسحب الحوثيون أمس من مدينة زنجبار.", {"country": "YE", "place": "Zinjibar"}
    ),
    "a_governorate_of_saudi_arabia": Case(
        "أصيب جندي سعودي أمس بمقذوف عسكري سقط في منطقة نجران.", {"country": "SA", "admin1": "Najran", "where": 4}
    ),
}


@pytest.mark.parametrize("case", ELSEWHERE.values(), ids=ELSEWHERE)
def test_where_it_happened_is_told_from_what_else_is_named(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", NAMES.values(), ids=NAMES)
def test_names_of_the_news_are_in_the_tables(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", BESIDE.values(), ids=BESIDE)
def test_what_lies_beside_a_place_is_not_inside_it(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", CAPITALS.values(), ids=CAPITALS)
def test_capitals_are_known_by_their_country(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", FINEST.values(), ids=FINEST)
def test_the_finest_place_told_for_an_incident_is_taken(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", EVERYDAY.values(), ids=EVERYDAY)
def test_everyday_words_are_no_places(case):
    assert case.differences() == []
