"""Where it happened: chains, directions, lists, unknown villages, namesakes, and names that are no places."""

import pytest

from tests.transforms.extract_cases import Case

CHAINS = {
    "subdistrict_district_governorate": Case(
        "انفجرت عبوة ناسفة في ناحية بهرز جنوب قضاء بعقوبة بمحافظة ديالى أمس وقتلت شرطيا.",
        {"country": "IQ", "admin1": "Diyala"},
    ),
    "village_district_governorate": Case(
        "قتل جندي بانفجار لغم في مديرية المخا غربي محافظة تعز أمس.", {"country": "YE", "admin1": "Ta'iz"}
    ),
    "town_in_state": Case(
        "قصفت طائرات حربية مدينة الفاشر عاصمة ولاية شمال دارفور أمس وقتلت ثلاثة مدنيين.",
        {"country": "SD", "admin1": "North Darfur", "where": 1},
    ),
    "camp_in_city": Case(
        "استشهد شابان بقصف إسرائيلي على مخيم النصيرات وسط قطاع غزة أمس.",
        {"country": "PS", "admin1": "Gaza Strip", "where": 1},
    ),
    "neighbourhood_of_a_city": Case(
        "انفجرت سيارة مفخخة في حي المنصور غربي بغداد أمس وقتلت خمسة مدنيين.", {"country": "IQ", "admin1": "Baghdad"}
    ),
    "southern_countryside": Case(
        "قصف مدفعي لقوات النظام على قرية الفطيرة في ريف إدلب الجنوبي أمس يقتل مدنيا.",
        {"country": "SY", "admin1": "Idleb"},
    ),
    "countryside_alone_is_governorate": Case(
        "انفجر لغم أرضي في ريف دير الزور الشرقي أمس وقتل راعيا.",
        {"country": "SY", "admin1": "Deir-ez-Zor", "where": {3, 4, 5}},
    ),
    "north_of_city": Case(
        "قتل جندي بانفجار عبوة ناسفة شمال الرقة أمس.", {"country": "SY", "admin1": "Ar-Raqqa", "where": {2, 3, 4, 5}}
    ),
    "near_a_town": Case(
        "استهدفت عبوة ناسفة رتلا عسكريا قرب مدينة الشدادي جنوب الحسكة أمس وقتلت جنديين.",
        {"country": "SY", "admin1": "Al-Hasakeh", "where": 2},
    ),
    "outskirts": Case(
        "اشتباكات بين الجيش الليبي ومسلحين على أطراف مدينة سبها أمس أسفرت عن مقتل ثلاثة.",
        {"country": "LY", "admin1": "Sebha"},
    ),
    "governorate_only": Case(
        "قتل خمسة من عناصر داعش بضربة جوية عراقية في محافظة الأنبار أمس.",
        {"country": "IQ", "admin1": "Al-Anbar", "where": 4},
    ),
    "district_only": Case("قتل شرطيان بهجوم مسلح في قضاء الحويجة أمس.", {"country": "IQ", "admin1": "Kirkuk"}),
    "country_only": Case("قتل قيادي في تنظيم القاعدة بغارة أمريكية في اليمن أمس.", {"country": "YE", "where": 6}),
    "several_governorates": Case(
        "أطلق الجيش العراقي أمس عملية عسكرية في محافظات ديالى وصلاح الدين وكركوك ضد خلايا داعش.",
        {"country": "IQ", "where": 5},
    ),
    "border_area": Case("قتل ثلاثة مهربين بقصف للجيش الأردني على الحدود السورية الأردنية أمس.", {"where": {2, 5, 6}}),
    "at_sea": Case("استهدف الحوثيون سفينة تجارية بصاروخ في البحر الأحمر أمس.", {"where": 7}),
    "airport": Case(
        "سقطت ثلاثة صواريخ كاتيوشا قرب مطار بغداد الدولي أمس دون إصابات.", {"country": "IQ", "admin1": "Baghdad"}
    ),
    "crossing": Case("قصفت طائرات إسرائيلية معبر المصنع الحدودي بين لبنان وسوريا أمس.", {"country": "LB"}),
    "street_in_city": Case(
        "انفجرت دراجة مفخخة في شارع الستين بمدينة الحديدة أمس وأصابت أربعة أشخاص.",
        {"country": "YE", "admin1": "Al Hodeidah"},
    ),
}

LISTS = {
    "three_villages": Case(
        "قصفت قوات النظام بالمدفعية قرى الفطيرة وسفوهن وفليفل جنوبي إدلب أمس.",
        [{"admin1": "Idleb"}, {"admin1": "Idleb"}, {"admin1": "Idleb"}],
    ),
    "two_towns_with_commas": Case(
        "شنت طائرات إسرائيلية غارات على بلدات عيترون، ومارون الراس جنوبي لبنان أمس.",
        [{"country": "LB"}, {"country": "LB"}],
    ),
    "toll_goes_to_the_first": Case(
        "غارات روسية على بلدتي كفرنبل وحاس جنوبي إدلب أمس تقتل أربعة مدنيين.",
        [{"killed": 4}, {"killed": (None, None, None)}],
        published="2019-05-15",
    ),
}

UNKNOWN_VILLAGES = {
    "name_kept_governorate_taken": Case(
        "قتل مدني بقصف مدفعي على قرية الزعفورية في ريف إدلب الجنوبي أمس.",
        {"named": "الزعفورية", "admin1": "Idleb", "where": 4},
    ),
    "village_of_a_district": Case(
        "فجر مسلحون منزل شيخ عشيرة في قرية البوطليحة التابعة لقضاء الدور بمحافظة صلاح الدين أمس.",
        {"named": "البوطليحة", "country": "IQ", "admin1": "Salah Al-Din"},
    ),
}

NAMESAKES = {
    "tripoli_of_lebanon": Case(
        "قتل شاب بإشكال مسلح استخدمت فيه قنبلة يدوية في مدينة طرابلس شمالي لبنان أمس.", {"country": "LB"}
    ),
    "tripoli_of_libya": Case(
        "اندلعت اشتباكات بين مجموعات مسلحة في العاصمة الليبية طرابلس أمس وقتل مدني.",
        {"country": "LY", "admin1": "Tripoli"},
    ),
    "tripoli_by_its_actors": Case(
        "قصفت قوات حفتر حي أبو سليم في طرابلس أمس وقتلت ثلاثة مدنيين.",
        {"country": "LY", "admin1": "Tripoli"},
        published="2019-11-15",
    ),
    "duma_of_damascus": Case(
        "قصفت طائرات النظام مدينة دوما في الغوطة الشرقية أمس وقتلت ستة مدنيين.",
        {"country": "SY", "admin1": "Rural Damascus"},
        published="2018-03-15",
    ),
    "duma_of_nablus": Case(
        "أحرق مستوطنون منزلا في قرية دوما جنوب نابلس أمس وأصابوا فلسطينيين.", {"country": "PS", "admin1": "Nablus"}
    ),
    "rafah_of_gaza": Case(
        "قصفت المدفعية الإسرائيلية شرق مدينة رفح جنوبي قطاع غزة أمس وقتلت طفلا.",
        {"country": "PS", "admin1": "Gaza Strip"},
    ),
    "rafah_of_sinai": Case(
        "قتل ثلاثة جنود مصريين بانفجار عبوة ناسفة في مدينة رفح بشمال سيناء أمس.",
        {"country": "EG", "admin1": "North Sinai"},
        published="2015-08-05",
    ),
    "hatra_of_nineveh": Case(
        "قتل شرطيان بهجوم لداعش على نقطة تفتيش في قضاء الحضر جنوب نينوى أمس.", {"country": "IQ", "admin1": "Ninewa"}
    ),
    "bayda_of_yemen": Case(
        "قتل قيادي حوثي بانفجار عبوة ناسفة في مدينة رداع بمحافظة البيضاء أمس.", {"country": "YE", "admin1": "Al Bayda"}
    ),
    "bayda_of_libya": Case("خرجت مظاهرة ضد الحكومة في مدينة البيضاء شرقي ليبيا أمس.", {"country": "LY"}),
    "zawiya_of_libya": Case(
        "اشتباكات مسلحة في مدينة الزاوية غربي ليبيا أمس تقتل شخصين.", {"country": "LY", "admin1": "Azzawya"}
    ),
    "taybeh_of_south_lebanon": Case(
        "استهدفت مسيرة إسرائيلية سيارة في بلدة الطيبة جنوبي لبنان أمس وقتلت شخصا.", {"country": "LB"}
    ),
    "ariha_of_idlib": Case(
        "قتل أربعة مدنيين بقصف مدفعي على مدينة أريحا في ريف إدلب أمس.", {"country": "SY", "admin1": "Idleb"}
    ),
    "jericho": Case("استشهد شاب برصاص الاحتلال في مخيم عقبة جبر بمدينة أريحا في الضفة الغربية أمس.", {"country": "PS"}),
    "governorate_and_town_of_one_name": Case(
        "قصفت قوات النظام مدينة إدلب أمس بصواريخ وقتلت ثلاثة مدنيين.", {"admin1": "Idleb", "where": 1}
    ),
}

NO_PLACES = {
    "distance_from_town": Case(
        "قتل راع بانفجار لغم على بعد 20 كيلومترا من مدينة تدمر في بادية حمص أمس.",
        {"country": "SY", "admin1": "Homs", "where": 2},
    ),
    "brigades_named_for_jerusalem": Case(
        "قصفت سرايا القدس موقعا عسكريا إسرائيليا شرق خان يونس أمس بقذائف الهاون.",
        {"country": "PS", "admin1": "Gaza Strip"},
    ),
    "person_named_for_a_city": Case(
        "قتل أبو محمد الحلبي القيادي في هيئة تحرير الشام بانفجار عبوة ناسفة في مدينة سلقين غربي إدلب أمس.",
        {"admin1": "Idleb"},
    ),
    "outlet_named_for_a_city": Case(
        "ذكرت شبكة أخبار حلب أن انفجار عبوة ناسفة في مدينة اعزاز أمس أصاب طفلين.", {"country": "SY", "admin1": "Aleppo"}
    ),
    "battalions_named_for_aqsa": Case(
        "اشتبك مقاتلو كتائب شهداء الأقصى مع قوات الاحتلال في مخيم بلاطة أمس.", {"country": "PS", "admin1": "Nablus"}
    ),
    "hospital_in_another_city": Case(
        "قتل طفل وأصيبت والدته بانفجار لغم في بلدة قباسين ونقلت الأم إلى مستشفى مدينة الباب أمس.", {"admin1": "Aleppo"}
    ),
    "origin_of_the_dead": Case(
        "قتل شاب من أبناء مدينة حمص برصاص مجهولين في مدينة عفرين شمال حلب أمس.", {"admin1": "Aleppo"}
    ),
    "launch_place_of_a_missile": Case(
        "أصاب صاروخ أطلق من اليمن مبنى في مدينة إيلات أمس وجرح شخصين.", {"country": "IL"}
    ),
    "capital_that_speaks": Case(
        "قالت واشنطن إن قواتها قتلت قياديا في تنظيم الدولة بغارة على مدينة الباب شرقي حلب أمس.",
        {"country": "SY", "admin1": "Aleppo"},
    ),
    "place_of_a_statement": Case(
        "من دمشق، قال ناشطون إن طائرات النظام قصفت بلدة خان شيخون في إدلب أمس وقتلت مدنيين اثنين.",
        {"admin1": "Idleb"},
        published="2019-05-15",
    ),
}

NAME_OR_WORD = {
    "two_letter_head_after_a_conjunction": Case(
        "قصفت المقاومة عسقلان وتل أبيب أمس بالصواريخ.", ({"place": "Ashkelon"}, {"place": "Tel Aviv"})
    ),
    "two_letter_head_after_a_preposition": Case(
        "قتل جنديان إسرائيليان بكمين للقسام بتل الهوى جنوب مدينة غزة أمس.", {"place": "Tal al-Hawa"}
    ),
    "scattered_areas_are_no_list": Case(
        "قصفت المدفعية مناطق عدة، مما أدى إلى مقتل مدنيين اثنين في بلدة سرمين بريف إدلب أمس.", {"admin1": "Idleb"}
    ),
    "an_adjective_is_no_town": Case(
        "استهدف انتحاري حاجزا أمنيا في مدينة الرمادي أمس وقتل خمسة من الشرطة.", {"admin1": "Al-Anbar", "where": 1}
    ),
    "quarters_of_one_city_stand_apart": Case(
        "انفجرت عبوة ناسفة في حي هودن بمقديشو أمس وقتلت جنديين. وفي حي يقشيد بمقديشو قتل مسلحون مسؤولا محليا أمس.",
        ({"place": "Hodan"}, {"place": "Yaqshid"}),
    ),
    "a_large_prison_is_no_name": Case(
        "فجر مسلحون عبوة ناسفة قرب سجن كبير في مدينة الناصرية أمس وقتلوا شرطيا.",
        {"country": "IQ", "place": "Nasiriyah"},
    ),
    "province_of_a_neighbour": Case(
        "قتل عشرة أشخاص بهجوم انتحاري نفذته بوكو حرام في مدينة ماروا شمال الكاميرون أمس.",
        {"country": "CM", "place": "Maroua"},
    ),
    "kabul_quarter": Case(
        "قتل 20 شخصا بتفجير استهدف مركزا تعليميا في حي دشت برشي غربي العاصمة كابول أمس.",
        {"country": "AF", "place": "Dasht-e Barchi"},
    ),
}
CASES = {**NAME_OR_WORD, **CHAINS, **LISTS, **UNKNOWN_VILLAGES, **NAMESAKES, **NO_PLACES}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_places_are_read_in_their_surroundings(case):
    assert case.differences() == []
