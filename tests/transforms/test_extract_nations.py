"""Nationalities as victims and authors, aircraft by their model, and streets that are named for other places."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case

NATIONS = {
    "two_of_a_nation_killed": Case("قتل فلسطينيان برصاص الجيش الإسرائيلي في مدينة نابلس أمس.", {"killed": 2}),
    "two_of_a_nation_injured": Case("أصيب سوريان بانفجار لغم في بلدة عرسال أمس.", {"injured": 2}),
    "one_of_each_nation": Case("قتل سعودي وأصيب يمنيان بسقوط قذيفة على نجران أمس.", {"killed": 1, "injured": 2}),
    "two_by_word": Case("إصابة لبنانيين اثنين بنيران إسرائيلية في بلدة كفركلا أمس.", {"injured": (2, 2, 2)}),
    "a_man_is_not_his_state": Case(
        "قتل جنديان إسرائيليان أمس في عملية دهس نفذها فلسطيني قرب مدينة الخليل.", {"killed": 2, "by": set()}
    ),
    "nationality_of_a_victim": Case(
        "أقدم مستوطن على دهس طفلة فلسطينية شرق بيت لحم أمس ما أدى إلى إصابتها بكسور.", {"by": {"il-settlers"}}
    ),
    "aircraft_by_model": Case(
        "قتل أربعة إرهابيين بضربة جوية نفذتها طائرات F16 العراقية في محافظة كركوك أمس.", {"by": {"iq-air-force"}}
    ),
    "aircraft_of_a_side": Case(
        "قصفت طائرة ميغ تابعة لقوات النظام السوري مدينة دوما أمس.",
        {"by": {"sy-regime-forces"}},
        published="2014-05-15",
    ),
    "what_belongs_to_a_side_is_hit": Case(
        "قصفت طائرة حربية مواقع تابعة لقوات النظام السوري قرب مدينة حماة أمس.",
        {"on": {"sy-regime-forces"}},
        published="2014-05-15",
    ),
}
STREETS = {
    "street_named_for_a_city": Case(
        "انفجرت عبوة في شارع حيفا وسط بغداد أمس وأصيب ثلاثة أشخاص.", {"country": "IQ", "admin1": "Baghdad"}
    ),
    "street_named_for_a_country": Case("اندلعت اشتباكات في شارع السودان بالجيزة أمس وقتل شرطي.", {"country": "EG"}),
    "roundabout_named_for_a_town": Case(
        "انفجرت سيارة مفخخة أمس عند دوار الراعي في مدينة الباب شرق حلب وقتل أربعة مدنيين.",
        {"country": "SY", "where": 1, "place": "Al-Bab"},
    ),
    "protesters_stand_at_home": Case(
        "تظاهر المئات من أهالي مدينة السويداء في ساحة الكرامة أمس.", {"country": "SY", "place": "As-Suwayda"}
    ),
    "at_the_door_of_a_station": Case(
        "اغتيل صحفي رميا بالرصاص أمام مقر إذاعته في مدينة الزاوية أمس.", {"country": "LY"}
    ),
}
NAMES = {
    "church_of_a_saint": Case(
        "قتل تسعة مدنيين أمس في تفجير انتحاري استهدف كنيسة مار إلياس بحي الدويلعة في دمشق.",
        {"country": "SY", "admin1": "Damascus"},
    ),
    "at_sea": Case(
        "قتل بحار أمس في هجوم للحوثيين بزورق مسير على سفينة تجارية في البحر الأحمر.", {"admin1": None, "killed": 1}
    ),
    "on_the_shore_of_sudan": Case(
        "قتل خمسة من الشرطة السودانية أمس في اشتباكات بولاية البحر الأحمر.", {"country": "SD", "killed": 5}
    ),
    "nation_after_a_number": Case(
        "شنت قوات الاحتلال حملة اعتقالات طالت 15 فلسطينيا في مدينة بيت لحم أمس.", {"by": {"il-army"}}
    ),
    "side_of_a_country": Case("هاجم مسلحون مركز شرطة في مدينة غاو شمالي مالي أمس.", {"country": "ML"}),
    "town_behind_a_preposition": Case(
        "قتل ثلاثة مدنيين في قصف على دوما بريف دمشق أمس.", {"country": "SY", "place": "Douma"}
    ),
}
ARRESTS = {
    "journalist_stopped": Case(
        "أوقفت قوات الأمن الجزائرية الصحفي في منزله بمدينة بومرداس أمس.", {"kind": "Arrests", "by": {"dz-police"}}
    ),
    "held_until_now": Case("أفرجت حركة طالبان أمس عن 20 جنديا كانت تحتجزهم في ولاية بادغيس.", NOTHING),
    "announcer_took_it": Case(
        "أعلنت هيئة تحرير الشام سيطرتها على بلدة خان العسل غرب حلب أمس.", {"by": {"hts"}}, published="2024-11-29"
    ),
}
COUNTED = {
    "wounds_are_wounded": Case("خلف القصف على جنين أمس 10 شهداء وقرابة 40 إصابة.", {"killed": 10, "injured": 40}),
    "wounds_after_a_number": Case(
        "أدى القصف على بلدة كفركلا أمس إلى سقوط شهيدين و6 إصابات.", {"killed": 2, "injured": 6}
    ),
    "towards_a_place": Case("أعلن الجيش الإسرائيلي أمس اعتراض صاروخ أطلق من اليمن نحو وسط إسرائيل.", {"country": "IL"}),
    "headline_south_of_a_city": Case(
        "قتلت شابة متضامنة أمس برصاص جيش الاحتلال في بلدة بيتا جنوب نابلس.",
        {"killed": 1, "place": "Beita"},
        title="الاحتلال يقتل متضامنة أجنبية جنوب نابلس",
    ),
    "striving": Case("قال المتحدث أمس إن الاستراتيجية هي السعي إلى أسر جنود الاحتلال في غزة.", NOTHING),
}
VICTIMS = {
    "object_without_a_case_ending": Case(
        "أردى جنود الاحتلال فتاة في مدينة رام الله أمس.", {"killed": 1, "by": {"il-army"}}
    ),
    "a_part_is_no_object": Case("قتل جنود النظام بينهم ضابط في كمين قرب مدينة درعا أمس.", {"killed": (2, None, None)}),
    "name_that_ends_in_a_sacred_word": Case(
        "بوكو حرام تقتل 20 قرويا في هجوم على مدينة مايدوغوري أمس.", {"killed": 20, "by": {"boko-haram"}}
    ),
    "arrest_far_from_its_verb": Case(
        "أوقفت قوى الأمن في تونس أمس خمسة عناصر من تنظيم أنصار الشريعة.", {"kind": "Arrests", "detained": 5}
    ),
}
MISHAPS = {
    "heat": Case("وقع انفجار في مستودع للذخيرة أمس بسبب ارتفاع درجات الحرارة وقتل عامل.", NOTHING),
    "bad_storage": Case("قتل خمسة أشخاص أمس في انفجار نجم عن سوء تخزين ذخائر في مصراتة.", NOTHING),
}
CASES = NATIONS | STREETS | NAMES | ARRESTS | COUNTED | VICTIMS | MISHAPS


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_nations_aircraft_and_streets(case):
    assert case.differences() == []
