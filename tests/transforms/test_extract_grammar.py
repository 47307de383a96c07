"""Small grammar that decides a row: what "ل" leads to, subjects held in verbs, amounts, adjectives, names inside names."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case

RESULTS = {
    "led_to_with_lam": Case(
        "انفجرت عبوة ناسفة بسيارة عسكرية شرق مدينة درعا أمس ما أدى لمقتل ضابط وإصابة عنصرين.",
        {"kind": "Remote explosive/landmine/IED", "killed": 1, "injured": 2},
    ),
    "caused_with_a_word_between": Case(
        "قصفت المدفعية حي المطار في مدينة الحديدة أمس وهو ما أدى بحسب السكان لمقتل أربعة مدنيين.", {"killed": 4}
    ),
    "purpose_stays_no_act": Case("توجهت وحدات الجيش إلى مدينة تعز لقتل المسلحين.", NOTHING),
    "brought_about": Case("أفضى انفجار عبوة ناسفة في بعقوبة أمس إلى مقتل شرطيين.", {"killed": 2}),
    "shot_after_it": Case("طعن شاب جنديا إسرائيليا في مدينة الخليل أمس فأصابه قبل أن تقتله قوات الجيش.", {"killed": 1}),
    "before_he_could": Case(
        "اعتقلت الشرطة انتحاريا قبل أن يفجر نفسه في كركوك أمس.", {"kind": "Arrests", "on": {2}, "killed": (None,) * 3}
    ),
}

AUTHORS = {
    "subject_inside_a_plural_verb": Case(
        "خرج شبان في مدينة صفاقس أمس في مظاهرة ورشقوا قوات الأمن بالحجارة.",
        {"kind": "Violent demonstration", "on": {1}},
    ),
    "amount_before_the_subject": Case(
        "هاجم عشرات المستوطنين منازل المواطنين في قرية برقة أمس ما أدى إلى إصابة أربعة مواطنين.", {"by": {4}, "on": {7}}
    ),
    "amount_of_the_target": Case(
        "أعلنت المعارضة مواصلة تقدمها في سهل الغاب بريف حماة أمس وقتلها عشرات من عناصر قوات النظام.",
        {"killed": (20, 20, 99), "on": {1}},
        published="2016-05-15",
    ),
    "nationality_after_another_adjective": Case("أصيب طفل أمس في قصف مدفعي تركي على بلدة تل رفعت.", {"by": "tr-army"}),
    "missiles_by_nationality": Case("طال قصف صاروخي إسرائيلي محيط مطار دمشق الدولي أمس.", {"by": "il-army"}),
    "ambush_of": Case(
        "مقتل سبعة جنود أمس بكمين لداعش قرب بلدة السخنة.", {"by": "isis", "on": {1}}, published="2021-05-15"
    ),
    "sniper_of": Case(
        "أطلق قناص من مليشيا الحوثي النار على طفل في مديرية صالة بمدينة تعز أمس فأصابه.", {"by": "houthi", "injured": 1}
    ),
    "two_of_a_unit_stay_victims": Case("اغتال مجهولون عنصرين من الفرقة الرابعة في درعا البلد أمس.", {"by": {3}}),
    "accused_of_helping": Case(
        "أعدم تنظيم الدولة 15 شخصا رميا بالرصاص في مدينة الموصل أمس بتهمة التعاون مع الحكومة.",
        {"by": "isis", "on": {7}},
    ),
    "together_with": Case(
        "نفذت المخابرات عملية بالتعاون مع الشرطة في كركوك أمس واعتقلت ثلاثة مطلوبين.", {"by": {"iq-inis", "iq-police"}}
    ),
    "used_gas": Case(
        "استخدم الجيش السوري غاز الكلور في قصف بلدة سراقب أمس.",
        {"kind": "Chemical weapon", "by": {1}},
        published="2018-02-05",
    ),
}

PLACES = {
    "country_of_a_name_is_no_place": Case(
        "أصيب أربعة أطفال أمس بقصف مدفعي لقوات النظام وروسيا في قرية كنصفرة.", {"country": "SY", "named": "كنصفرة"}
    ),
    "withdrew_from": Case(
        "انسحبت قوات سوريا الديمقراطية أمس من حي الشيخ مقصود في حلب.", {"named": {"حي الشيخ مقصود", "الشيخ مقصود"}}
    ),
    "before_an_embassy": Case("احتشد مئات المتظاهرين أمس أمام السفارة السويدية ببغداد.", {"named": "بغداد"}),
}

SEIZED = {
    "weapons": Case(
        "ضبطت الأجهزة الأمنية أمس كمية من الأسلحة والذخائر في مدينة المخا.",
        {"kind": "Disrupted weapons use", "weapon": None},
    ),
    "cache_found": Case(
        "عثرت القوات الأمنية أمس على مخبأ للأسلحة والعتاد في قضاء هيت غربي الأنبار.", {"kind": "Disrupted weapons use"}
    ),
    "drugs": Case("ضبطت الشرطة أمس عشرين كيلوغراما من المخدرات في عمان.", NOTHING),
}

PEOPLE = {
    "farmers_are_no_farms": Case("هاجم مسلحون قرية في ولاية بورنو أمس وذبحوا 12 مزارعا.", {"killed": 12}),
    "stoned": Case("رجم تنظيم الدولة امرأة حتى الموت في مدينة الرقة أمس.", {"kind": "Attack", "killed": 1}),
    "beheaded": Case("قطع تنظيم الدولة رأس صحفي أجنبي في مدينة الرقة أمس.", {"kind": "Attack", "killed": 1}),
}

SPEAKERS = {
    "our_fighters": Case(
        "أعلنت كتائب القسام أن مقاتليها استهدفوا قوة إسرائيلية شرق مدينة رفح أمس.", {"by": "qassam", "on": {8}}
    ),
    "that_it_killed": Case(
        "قال الجيش المصري في بيان إنه قتل 12 متشددا في حملة بمدينة الشيخ زويد أمس.", {"by": "eg-army", "killed": 12}
    ),
    "that_he_was_killed": Case(
        "قال الجيش المصري عن القيادي في تنظيم ولاية سيناء إنه قتل في غارة على مدينة الشيخ زويد أمس.",
        {"kind": "Air/drone strike"},
    ),
    "said_in_a_statement_that_others": Case(
        "قال الجيش التركي في بيان إن حزب العمال الكردستاني قتل ثلاثة جنود أتراك في مدينة شرناق أمس.",
        {"by": "pkk", "killed": 3},
    ),
    "gendarmes_of_the_country": Case(
        "أطلقت قوات الدرك النار أمس على مسلحين في مدينة شرناق وقتلت اثنين منهم.", {"by": "tr-gendarmerie"}
    ),
    "own_dead": Case(
        "أعلن الجيش النيجري مقتل 29 جنديا أمس في كمين نصبه مسلحون قرب مدينة تيلابيري.", {"by": {3}, "on": "ne-army"}
    ),
    "others_after_that": Case(
        "أعلن متحدث باسم الشرطة الليبية أن مسلحين خطفوا أمس أربعة عمال في مدينة الزاوية.", {"by": {3}, "abducted": 4}
    ),
    "according_to": Case(
        "قتل 30 شخصا أمس في اشتباكات بين مسلحين دروز وعشائر في مدينة السويداء حسب وزارة الداخلية السورية.",
        {"on": {7}, "killed": 30},
        published="2025-07-14",
    ),
    "policemen_killed": Case(
        "قالت مصادر إن ثلاثة من رجال الشرطة قتلوا أمس في انفجار قنبلة بمدينة العريش.", {"by": set(), "on": {1}}
    ),
    "army_of_liberation_takes_nothing": Case(
        "هاجم مسلحون قافلة عسكرية في إقليم بلوشستان أمس وقتلوا ثمانية جنود، وتبنى جيش تحرير بلوش الهجوم.",
        {"kind": "Armed clash", "killed": 8},
    ),
    "rebels_fly_no_aircraft": Case(
        "سقطت قذائف أطلقتها فصائل معارضة على مدينة نبل أمس ما أدى إلى مقتل خمسة مدنيين. وفي ريف إدلب نفذت طائرات حربية"
        " غارات على بلدة سلقين أمس.",
        [{"by": {2}, "killed": 5}, {"kind": "Air/drone strike", "by": set()}],
        published="2016-05-15",
    ),
}

SUFFERED = {
    "came_under_fire": Case(
        "تعرضت دورية من حرس الحدود في منطقة جازان أمس لمقذوف عسكري من داخل الأراضي اليمنية.",
        {"kind": "Shelling/artillery/missile attack", "by": "houthi", "on": {1}},
        published="2017-05-15",
    ),
    "rain": Case("تعرضت منطقة جازان أمس لأمطار غزيرة.", NOTHING),
}

HEADLINES = {
    "unknown_quarter_of_the_headlines_town": Case(
        "قتل ثلاثون شخصا يوم الأحد في اشتباكات بين مسلحين في حي المقوس بمدينة السويداء.",
        {"killed": 30},
        title="اشتباكات في السويداء",
        published="2025-07-14",
    ),
}

CASES = {**SUFFERED, **SPEAKERS, **HEADLINES, **RESULTS, **AUTHORS, **PLACES, **SEIZED, **PEOPLE}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_small_words_decide(case):
    assert case.differences() == []
