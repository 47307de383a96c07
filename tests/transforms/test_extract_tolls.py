"""How many were killed, injured, abducted, detained: number with people, bounds, subsets, totals, look-alikes."""

import pytest

from tests.transforms.extract_cases import Case

COUNTS = {
    "dual_subject": Case("قُتل مدنيان بقصف مدفعي لقوات النظام على بلدة سرمين شرقي إدلب اليوم.", {"killed": 2}),
    "dual_object_with_numeral": Case(
        "أسفر القصف المدفعي على بلدة سرمين شرق إدلب اليوم عن مقتل مدنيين اثنين وإصابة ثلاثة آخرين.",
        {"killed": 2, "injured": 3},
    ),
    "dual_in_construct": Case("مقتل جنديين في انفجار عبوة ناسفة قرب مدينة بعقوبة بمحافظة ديالى أمس.", {"killed": 2}),
    "dual_dead_noun": Case("قتيلان وجريح في انفجار عبوة ناسفة بمدينة الموصل اليوم.", {"killed": 2, "injured": 1}),
    "dual_feminine": Case("استشهدت فتاتان في غارة إسرائيلية على مدينة رفح صباح اليوم.", {"killed": 2}),
    "singular_person": Case("استشهد شاب برصاص قوات الاحتلال في مخيم بلاطة شرق نابلس فجر اليوم.", {"killed": 1}),
    "named_officer_after_masdar": Case(
        "مقتل العقيد فاضل السبتي برصاص مسلحين مجهولين في مدينة كركوك أمس.", {"killed": 1}
    ),
    "tens": Case("سقط عشرات القتلى في غارات جوية على مدينة صعدة أمس.", {"killed": (20, 20, 99)}),
    "tens_before_people": Case(
        "أصيب العشرات من المدنيين بقصف مدفعي على مدينة أم درمان أمس.", {"injured": (20, 20, 99)}
    ),
    "hundreds": Case("أصيب مئات المدنيين بانفجار شاحنة مفخخة وسط بغداد اليوم.", {"injured": (200, 200, 999)}),
    "plural_without_number": Case(
        "سقط قتلى وجرحى بانفجار سيارة مفخخة وسط مدينة عفرين شمالي حلب اليوم.",
        {"killed": (2, None, None), "injured": (2, None, None)},
    ),
    "a_number_of": Case(
        "قتل عدد من عناصر تنظيم الدولة بغارة للتحالف الدولي في بادية دير الزور أمس.", {"killed": (2, None, None)}
    ),
    "several": Case("أصيب بضعة متظاهرين برصاص قوات الأمن في مدينة الناصرية أمس.", {"injured": (2, None, None)}),
    "not_less_than": Case(
        "قتل ما لا يقل عن 14 شخصا في غارة جوية على سوق شعبي بمدينة نيالا غربي السودان أمس.", {"killed": (14, 14, None)}
    ),
    "at_least_after_people": Case(
        "قتل ستة أشخاص على الأقل بقصف مدفعي على مدينة الفاشر اليوم.", {"killed": (6, 6, None)}
    ),
    "at_least_before_number": Case(
        "أدى القصف على مدينة الفاشر اليوم إلى مقتل ما لا يقل عن ثلاثة أطفال.", {"killed": (3, 3, None)}
    ),
    "about": Case("قتل نحو 30 جنديا في هجوم لتنظيم الدولة على ثكنة للجيش العراقي غرب الرمادي أمس.", {"killed": 30}),
    "between": Case("قتل ما بين 5 و7 مدنيين بغارة جوية على مدينة تعز أمس.", {"killed": (5, 5, 7)}),
    "from_to": Case("قتل من 3 إلى 5 مسلحين في اشتباكات مع الجيش اليمني شرقي مدينة تعز أمس.", {"killed": (3, 3, 5)}),
    "dead_noun_after_digits": Case(
        "12 قتيلا و25 جريحا بانفجار مفخخة في مدينة تكريت اليوم.", {"killed": 12, "injured": 25}
    ),
    "eastern_digits": Case(
        "قتل ٧ مدنيين وجرح ١٢ آخرون بقصف على مدينة دوما في ريف دمشق اليوم.",
        {"killed": 7, "injured": 12},
        published="2018-03-15",
    ),
    "twenty_three_in_words": Case(
        "قتل ثلاثة وعشرون شخصا بتفجير انتحاري في مدينة الحلة اليوم.", {"killed": (23, 23, 24)}
    ),
    "eleven_in_words": Case("مقتل أحد عشر جنديا في كمين لحركة الشباب جنوب مقديشو أمس.", {"killed": 11}),
    "eleven_feminine": Case("قتلت إحدى عشرة امرأة بقصف مدفعي على سوق في مدينة الأبيض أمس.", {"killed": 11}),
    "eighteen_oblique": Case("أدى الانفجار في مدينة تلعفر اليوم إلى إصابة ثمانية عشر مدنيا.", {"injured": 18}),
    "hundred_and_fifty": Case("أوقع تفجير شاحنة مفخخة في مدينة الرقة أمس مئة وخمسين جريحا.", {"injured": 150}),
    "two_hundred": Case("أسفر القصف على مدينة حلب أمس عن إصابة مئتي مدني.", {"injured": 200}, published="2016-10-05"),
    "sum_of_two_groups": Case(
        "مقتل خمسة جنود وثلاثة مدنيين بهجوم انتحاري على حاجز في مدينة بيجي أمس.", {"killed": (8, 8, 9)}
    ),
    "sum_of_both_sides": Case(
        "قتل 4 من قوات النظام و7 من مقاتلي تنظيم الدولة باشتباكات في بادية تدمر أمس.",
        {"killed": 11},
        published="2018-03-15",
    ),
    "woman_and_child": Case("قتل طفل وامرأة بقصف مدفعي لقوات النظام على مدينة أريحا جنوبي إدلب اليوم.", {"killed": 2}),
    "subset_is_not_added": Case(
        "قتل 12 مدنيا بينهم ثلاثة أطفال وامرأة بغارة جوية على مدينة معرة النعمان أمس.",
        {"killed": 12, "groups": [("killed", "children", 3), ("killed", "women", 1)]},
        published="2019-11-05",
    ),
    "subset_after_from_among": Case(
        "أصيب تسعة أشخاص، من بينهم طفلان، بانفجار لغم في مدينة الحديدة أمس.",
        {"injured": 9, "groups": [("injured", "children", 2)]},
    ),
    "most_of_them_is_no_count": Case("قتل عشرة أشخاص معظمهم نساء بقصف على مخيم زمزم قرب الفاشر أمس.", {"killed": 10}),
    "one_of_them": Case("قتل جنديان أحدهما ضابط بانفجار عبوة ناسفة في مدينة شبام بحضرموت أمس.", {"killed": 2}),
    "joint_figure_leaves_both_open": Case(
        "مقتل وإصابة 20 شخصا بانفجار سيارة مفخخة في مدينة الباب شرقي حلب اليوم.",
        {"killed": (2, None, 20), "injured": (2, None, 20)},
    ),
    "joint_verbs": Case(
        "قتل وجرح العشرات بقصف جوي على مدينة زنجبار بأبين أمس.", {"killed": (2, None, 99), "injured": (2, None, 99)}
    ),
    "zero_without_injuries": Case(
        "سقطت ثلاث قذائف هاون على حي الوعر في مدينة حمص أمس دون وقوع إصابات.",
        {"killed": 0, "injured": 0},
        published="2015-05-15",
    ),
    "zero_nobody_hurt": Case(
        "انفجرت عبوة ناسفة قرب دورية للشرطة في مدينة كركوك أمس ولم يصب أحد بأذى.", {"killed": 0, "injured": 0}
    ),
    "untold_is_unknown": Case(
        "قصفت مدفعية النظام بلدة كفر عويد جنوبي إدلب صباح اليوم.",
        {"killed": (None, None, None), "injured": (None, None, None)},
    ),
    "others_are_added": Case(
        "قتل طفل وأصيب أربعة آخرون بانفجار لغم في بلدة الشيخ مسكين بدرعا اليوم.", {"killed": 1, "injured": 4}
    ),
    "another_one": Case("قتل شاب وأصيب آخر بإطلاق نار في مدينة درعا البلد اليوم.", {"killed": 1, "injured": 1}),
    "two_others": Case("قتل شرطي وأصيب اثنان آخران بانفجار عبوة في مدينة الفلوجة أمس.", {"killed": 1, "injured": 2}),
    "injured_with_vague_others": Case(
        "قتل ثلاثة مدنيين وأصيب آخرون بغارة على مدينة حرض في حجة أمس.", {"killed": 3, "injured": (2, None, None)}
    ),
    "families_are_not_persons": Case(
        "أصيب ثلاثة أفراد من عائلة واحدة بقصف مدفعي على بلدة تادف شرق حلب أمس.", {"injured": 3}
    ),
}

TOTALS = {
    "toll_reached": Case(
        "بلغت حصيلة التفجير الانتحاري في مدينة عدن أمس تسعة قتلى و20 جريحا.", {"killed": (9, 9, 10), "injured": 20}
    ),
    "later_toll_replaces": Case(
        "قتل خمسة مدنيين بانفجار سيارة مفخخة في مدينة رأس العين أمس. وارتفع عدد القتلى إلى ثمانية بعد وفاة ثلاثة جرحى.",
        {"killed": 8},
        published="2020-05-15",
    ),
    "injured_total": Case("انفجرت سيارة مفخخة في مدينة سبها أمس، وارتفع عدد الجرحى إلى 17.", {"injured": 17}),
}

NEVER_SWAPPED = {
    "injured_first": Case(
        "أصيب تسعة أشخاص وقتل اثنان بانفجار عبوة ناسفة في مدينة الرمادي أمس.", {"killed": 2, "injured": 9}
    ),
    "wounded_then_killed_verbs": Case(
        "جرح خمسة جنود وقتل ثلاثة في هجوم بقذائف الهاون على معسكر في مأرب أمس.", {"killed": 3, "injured": 5}
    ),
    "wounded_noun_first": Case(
        "6 جرحى و4 قتلى بقصف مدفعي على مدينة سراقب اليوم.", {"killed": 4, "injured": 6}, published="2019-05-15"
    ),
    "left_wounded_and_dead": Case(
        "خلف انفجار العبوة الناسفة في مدينة طوزخورماتو أمس أربعة جرحى وقتيلين.", {"killed": 2, "injured": 4}
    ),
    "masdars_reversed": Case(
        "إصابة ستة مدنيين ومقتل طفلة بقصف مدفعي على قرية البارة جنوبي إدلب اليوم.", {"killed": 1, "injured": 6}
    ),
    "killed_and_wounded_of_different_groups": Case(
        "مقتل ضابط وإصابة خمسة جنود بانفجار لغم في منطقة حيس جنوب الحديدة أمس.", {"killed": 1, "injured": 5}
    ),
    "martyrs_and_wounded": Case(
        "ثلاثة شهداء وعشرة مصابين في قصف إسرائيلي على حي الزيتون شرق مدينة غزة اليوم.", {"killed": 3, "injured": 10}
    ),
    "wounded_only": Case(
        "أصيب طفلان بجروح خطيرة بانفجار جسم من مخلفات الحرب في بلدة معرة مصرين شمالي إدلب اليوم.",
        {"killed": (None, None, None), "injured": 2},
    ),
    "not_a_wounding_of_things": Case(
        "أصابت القذائف ثلاثة منازل وقتلت رجلا في مدينة تعز أمس.", {"killed": 1, "injured": (None, None, None)}
    ),
}

FORMS = {
    "met_their_death": Case("لقي ثلاثة جنود مصرعهم بانفجار عبوة ناسفة شمال مدينة سرت أمس.", {"killed": 3}),
    "met_his_end": Case("لقي مدني حتفه برصاص قناص في حي باب الدريب بحمص أمس.", {"killed": 1}, published="2013-05-15"),
    "perished_in": Case(
        "قضى خمسة مدنيين في غارة جوية على قرية حاس جنوبي إدلب أمس.", {"killed": 5}, published="2019-05-15"
    ),
    "lost_his_life": Case("فقد شاب حياته بانفجار لغم أرضي في ريف حماة الشرقي أمس.", {"killed": 1}),
    "ascended_martyrs": Case(
        "ارتقى أربعة شهداء بقصف إسرائيلي على مخيم النصيرات وسط قطاع غزة فجر اليوم.", {"killed": 4}
    ),
    "fell_dead": Case(
        "سقط ثلاثة قتلى وخمسة جرحى باشتباكات بين فصيلين في مدينة جرابلس أمس.", {"killed": 3, "injured": 5}
    ),
    "killed_passive_after_subject": Case(
        "عشرة عناصر من حركة الشباب قتلوا بغارة أمريكية قرب مدينة كيسمايو أمس.", {"killed": 10}
    ),
    "shot_him_dead": Case("أطلق مسلحان النار على إمام مسجد في مدينة لودر بأبين أمس فأردياه قتيلا.", {"killed": 1}),
    "martyrdom_masdar": Case("استشهاد أربعة مواطنين في قصف الاحتلال شقة سكنية بمدينة غزة اليوم.", {"killed": 4}),
    "wounding_masdar_of": Case("جرح ثلاثة من عناصر الشرطة بانفجار قنبلة يدوية في مدينة الكوت أمس.", {"injured": 3}),
    "detained_count": Case("اعتقلت قوات الاحتلال 15 مواطنا من بلدة بيت أمر شمال الخليل فجر اليوم.", {"detained": 15}),
    "arrest_of_two_by_phrase": Case(
        "ألقت الشرطة القبض على مطلوبين اثنين بتهم إرهابية في مدينة العمارة أمس.", {"detained": 2}
    ),
}

NO_COUNTS = {
    "age_in_brackets": Case(
        "استشهد الفتى محمود سلامة (16 عاما) برصاص قوات الاحتلال في بلدة سلواد شرق رام الله أمس.", {"killed": 1}
    ),
    "age_in_words": Case("قتل رجل يبلغ من العمر 45 عاما برصاص مجهولين في مدينة الحسكة أمس.", {"killed": 1}),
    "distance": Case("قتل جندي بانفجار لغم على بعد 20 كيلومترا شرق مدينة تدمر أمس.", {"killed": 1}),
    "calibre": Case("قتل مدني بقصف بقذائف من عيار 155 ملم على بلدة الخيام جنوبي لبنان أمس.", {"killed": 1}),
    "unit_number": Case("قتل جنديان من اللواء 35 مدرع بقصف للحوثيين غربي تعز أمس.", {"killed": 2}),
    "clock": Case(
        "قتل مدني بقصف مدفعي استهدف بلدة عندان شمال حلب عند الساعة 10 من صباح اليوم.",
        {"killed": 1},
        published="2016-05-15",
    ),
    "number_of_strikes": Case(
        "شنت الطائرات الحربية 12 غارة على بلدة كفرنبل جنوبي إدلب أمس وقتلت رجلا.", {"killed": 1}, published="2019-05-15"
    ),
    "houses": Case("قصفت الطائرات 4 منازل في مدينة عمران أمس ما أدى إلى مقتل ستة مدنيين.", {"killed": 6}),
    "date_after_people": Case(
        "قتل ثلاثة جنود في 12 أيار الجاري بانفجار عبوة ناسفة في ناحية الرشاد جنوب كركوك.", {"killed": 3}
    ),
    "ordinal": Case("قتل القيادي الثاني في التنظيم بغارة أمريكية على بلدة باتبو غربي حلب أمس.", {"killed": 1}),
    "rockets_fired": Case(
        "أطلقت كتائب القسام 15 صاروخا على مدينة عسقلان اليوم دون وقوع إصابات.", {"killed": 0, "injured": 0}
    ),
}

CASES = {**COUNTS, **TOTALS, **NEVER_SWAPPED, **FORMS, **NO_COUNTS}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_tolls_follow_the_codebook(case):
    assert case.differences() == []
