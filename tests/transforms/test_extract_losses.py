"""Losses told beside an incident: the battle's in the next sentence, the other side's, companions, kin, dead and hurt together."""

import pytest

from tests.transforms.extract_cases import Case

BATTLES = {
    "losses_in_the_next_sentence": Case(
        "اندلعت معارك عنيفة بين الجيش اليمني والحوثيين في مدينة حرض أمس. وذكرت المصادر أن 17 حوثيا قتلوا فضلا عن احتجاز تسعة آخرين.",
        {"kind": "Armed clash", "killed": 17},
    ),
    "operation_goes_on_with_dead_and_prisoners": Case(
        "قال الجيش إن عمليته العسكرية متواصلة في مدينة طوباس أمس. وأعلن عن قتل 11 مسلحا واعتقال 35.",
        {"kind": "Armed clash", "killed": 11},
    ),
    "losses_of_the_other_side": Case(
        "دارت مواجهات عنيفة في مدينة مأرب أمس، أدت إلى مقتل نحو 20 مسلحا حوثيا، فيما قتل من جانب المقاومة ستة أشخاص.",
        {"kind": "Armed clash", "killed": 26},
    ),
    "captured_after_a_town_was_taken": Case(
        "سيطرت المقاومة على مدينة زنجبار في أبين أمس بعد معارك مع الحوثيين. وقال مصدر إن 12 حوثيا قتلوا.",
        {"killed": 12},
    ),
    "each_side_in_its_own_clause": Case(
        "أكدت مصادر طبية مقتل 19 من الحوثيين، في حين قتل ستة وجرح 31 من المقاومة الشعبية في مدينة تعز أمس.",
        {"killed": 25, "injured": 31},
    ),
    "another_killed_in_another_way": Case(
        "قتل مدني برصاص مجهولين في مدينة بعقوبة أمس، فيما قتل مدني آخر بانفجار عبوة ناسفة.",
        [{"kind": "Attack", "killed": 1}, {"kind": "Remote explosive/landmine/IED", "killed": 1}],
    ),
    "a_prisoner's_home_is_no_arrest": Case(
        "هدم الجيش الإسرائيلي أمس منزل عائلة أسيرين فلسطينيين في بلدة بروقين غرب مدينة سلفيت.",
        {"kind": "Looting/property destruction"},
    ),
    "an_arrest_stands_for_itself": Case(
        "اندلعت اشتباكات بين عشيرتين في مدينة البصرة أمس وقتل ثلاثة مسلحين. واعتقلت الشرطة سبعة مطلوبين في المدينة.",
        [{"kind": "Armed clash", "killed": 3}, {"kind": "Arrests"}],
    ),
    "a_killing_elsewhere_is_no_loss": Case(
        "اندلعت اشتباكات عنيفة بين الجيش ومسلحي داعش في مدينة بيجي أمس، فيما قتل تاجر برصاص مجهولين في مدينة كركوك.",
        [{"kind": "Armed clash", "killed": (None, None, None)}, {"kind": "Attack", "killed": 1}],
    ),
}

PEOPLE = {
    "companions_in_a_second_clause": Case(
        "قتل القيادي في الحركة أبو سالم أمس في غارة على مدينة الرقة، وقتل معه أربعة من مرافقيه.", {"killed": 5}
    ),
    "plural_with_numeral_behind": Case(
        "استشهد المواطن سالم خليل وزوجته وأطفالهما الأربعة في قصف مدفعي على مدينة رفح أمس.", {"killed": 6}
    ),
    "man_and_wife": Case("قتل رجل وزوجته وطفلاهما في غارة على مدينة حجة أمس.", {"killed": 4}),
    "kin_killed_by_kin": Case("قتل رجل زوجته في مدينة حجة أمس بعد خلاف بينهما.", ()),
    "father_and_mother": Case("قتل أب وأم وطفلان في غارة على مدينة حجة أمس.", {"killed": 4}),
    "sons_of_his": Case("قتل المزارع سعيد وأبناؤه الثلاثة بقذيفة على مدينة تعز أمس.", {"killed": 4}),
    "unknown_gunmen_and_their_victims": Case("اغتال مسلحون مجهولون الشيخ سعد ونجليه في مدينة عدن أمس.", {"killed": 3}),
    "gunmen_abduct_an_engineer": Case(
        "خطف مسلحون المهندس وليد سمير وشقيقيه في مدينة كركوك أمس.", {"abducted": 3, "killed": (None, None, None)}
    ),
    "shells_kill": Case("قتلت قذائف المدفعية عشرات المدنيين في مدينة عدن أمس.", {"killed": (20, 20, 99)}),
    "between_dead_and_hurt": Case(
        "سقط 18 شخصا بين قتيل وجريح في قصف على مدينة تعز أمس.", {"killed": (2, None, 18), "injured": (2, None, 18)}
    ),
    "his_own_death_and_those_hurt": Case(
        "فجر انتحاري نفسه وسط سوق في مدينة مايدوغوري أمس، ما أدى إلى مقتله وإصابة 7 أشخاص.",
        {"killed": 1, "injured": 7},
    ),
    "killed_and_injured_together": Case(
        "أدى قصف على مدينة تعز أمس إلى مقتل وإصابة 9 أشخاص.", {"killed": (2, None, 9), "injured": (2, None, 9)}
    ),
    "two_ranks_before_the_wounded": Case(
        "قتل نقيب شرطة ومجند وأصيب أربعة آخرون إثر انفجار عبوة ناسفة بمدينة العريش أمس.", {"killed": 2, "injured": 4}
    ),
    "his_wound_is_not_his_companions'": Case(
        "قالت مصادر إن النائب سالم خليل أصيب في كمين بمدينة شقرة أمس أدى لاستشهاد أربعة من مرافقيه وإصابته بجروح خطيرة.",
        {"killed": 4, "injured": 1},
    ),
    "victim_of_shelling_is_nobody_counted": Case(
        "قصف الجيش أمس مدينة الزبداني وقال ناشطون إن أهلها تركوا ضحية لقصف النظام.", {"killed": (None, None, None)}
    ),
    "many_whom_a_verb_goes_back_to": Case(
        "قال المرصد إن مصير 230 مواطنا من أهالي مدينة القريتين اختطفهم تنظيم داعش أمس ما زال مجهولا.", {"abducted": 230}
    ),
    "besides_one_of_the_others": Case(
        "أدت الاشتباكات في مدينة مأرب أمس إلى مقتل 14 من الحوثيين وقوات صالح بالإضافة إلى أحد أفراد المقاومة.",
        {"killed": 15},
    ),
    "parts_stand_before_the_verb": Case(
        "قال مدير الصحة إن 48 مدنيا بينهم 11 طفلا وسبع نساء قتلوا في قصف على مدينة عدن أمس.", {"killed": 48}
    ),
    "army_and_police": Case(
        "قتل ثلاثة عناصر من الجيش والشرطة وجرح تسعة في تفجير سيارة مفخخة في منطقة الطارمية أمس.",
        {"killed": 3, "injured": 9},
    ),
    "who_fell_for_the_other_side": Case(
        "ذكر المصدر أن 30 حوثيا قتلوا في مواجهات بمدينة تعز أمس، فيما سقط خمسة من رجال المقاومة.", {"killed": 35}
    ),
    "freed_hostages_are_not_abducted": Case(
        "حرر الجيش النيجيري أمس 120 رهينة من أيدي بوكو حرام في بلدة باما وقتل سبعة مسلحين.",
        {"abducted": (None, None, None), "killed": 7},
    ),
    "more_of_those_arrested": Case(
        "تم اعتقال اثنين من المطلوبين، وكذا ثمانية من المشتبه بهم، في حملة للجيش جنوب مدينة رفح أمس.",
        {"kind": "Arrests"},
    ),
    "whoever_was_inside": Case(
        "دمرت غارات للتحالف أمس رتلا عسكريا في مدينة رداع ما أدى إلى مقتل من فيه.", {"killed": (2, None, None)}
    ),
    "victims_told_by_their_nation": Case(
        "أدى القصف على مدينة غزة أمس إلى إصابة فلسطيني واستشهاد آخر.", {"killed": 1, "injured": 1}
    ),
    "two_of_a_nation": Case("إصابة فلسطينيين، أحدهما طفل، برصاص الاحتلال في مدينة نابلس أمس.", {"injured": 2}),
    "several_of_a_nation": Case("أصيب فلسطينيون برصاص الاحتلال في مدينة نابلس أمس.", {"injured": (2, None, None)}),
    "settlers_and_their_victim": Case("قتل المستوطنون فلسطينيا في مدينة نابلس أمس.", {"killed": 1}),
    "soldiers_of_a_force_and_their_victim": Case("قتل جنود الاحتلال الشاب سمير في مدينة نابلس أمس.", {"killed": 1}),
    "hours_are_no_wounded": Case(
        "قتل جندي وأصيب 14 في قصف على مدينة ماريوبول في الساعات الأربع والعشرين الماضية.", {"killed": 1, "injured": 14}
    ),
    "who_mourns_is_not_dead": Case("نعى الأزهر الشريف ثلاثة أطباء قتلوا في غارة على مدينة رفح أمس.", {"killed": 3}),
    "more_dead": Case(
        "أحصت الطواقم الطبية مزيدا من القتلى جراء الغارات الجوية على مدينة غزة أمس.", {"killed": (2, None, None)}
    ),
}

TOLD_AGAIN = {
    "the_other_side_in_the_next_sentence": Case(
        "أعلن الجيش مقتل أربعة جنود في كمين في مدينة العريش أمس. وأضاف أن ستة مسلحين قتلوا في الاشتباك.", {"killed": 10}
    ),
    "members_may_be_anybody": Case(
        "قتل خمسة من عناصر الجيش في تفجير عبوة ناسفة بمدينة رفح أمس. وأضافت المصادر أن ضابطا وأربعة جنود قتلوا في التفجير.",
        {"killed": 5},
    ),
    "a_part_is_not_at_odds_with_the_sum": Case(
        "ذكرت مصادر أن 13 مسلحا قتلوا في اشتباكات في مدينة تعز أمس، مشيرة إلى سقوط 4 قتلى من أفراد المقاومة.",
        {"killed": 17},
        title="مقتل 13 مسلحا في تعز",
    ),
    "dozens_and_a_figure_add_up": Case(
        "أفادت مصادر بمقتل 18 من الحوثيين وإصابة العشرات ومقتل 4 من المقاومة وإصابة 11 آخرين في اشتباكات بمدينة تعز أمس.",
        {"killed": 22, "injured": (31, 31, 110)},
    ),
    "a_denial_beside_the_dead": Case(
        "انفجر لغم بسيارة في مدينة لامو أمس وقتل خمسة أشخاص. وكان مسؤول محلي ذكر أن الهجوم لم يسفر عن ضحايا.",
        {"killed": 5},
    ),
    "two_sources_on_one_raid": Case(
        "قال مصدر طبي إن 9 مدنيين قتلوا بغارة على سوق مدينة صعدة أمس. وذكرت مصادر محلية أن الغارة على سوق صعدة قتلت 11 مدنيا.",
        {"killed": (9, 9, 11)},
    ),
    "a_round_figure_in_the_headline": Case(
        "أفادت مصادر طبية بسقوط 102 شهيد في غارات على مدينة غزة منذ فجر اليوم.",
        {"killed": 102},
        title="أكثر من 100 شهيد في غارات على مدينة غزة",
    ),
    "a_headline_that_sums_up": Case(
        "قتل ثلاثة جنود بقذيفة على مدينة نجران أمس.\nوفي حادث منفصل قتل جنديان بقذيفة على مدينة جازان أمس.",
        [{"killed": 3}, {"killed": 2}],
        title="مقتل 5 جنود سعوديين بقذائف",
    ),
    "a_lead_that_sums_up": Case(
        "أفادت مصادر أمنية أمس بمقتل 24 مدنيا وإصابة 37 آخرين في مدينة بعقوبة. وقالت إن عبوة ناسفة انفجرت في بلدة بهرز "
        "ما أدى إلى مقتل ستة مدنيين وإصابة 11 آخرين. وأشارت إلى مقتل 18 مدنيا وإصابة 26 آخرين بسقوط قذائف على ناحية هبهب.",
        [{"killed": 6, "injured": 11}, {"killed": 18, "injured": 26}],
    ),
    "the_wounded_beside_a_raised_toll": Case(
        "انفجرت سيارة مفخخة في مدينة بعقوبة أمس وقتل 40 شخصا وأصيب 50. وارتفعت حصيلة التفجير لاحقا إلى 58 قتيلا و71 جريحا.",
        {"killed": 58, "injured": 71},
    ),
    "soldiers_are_not_the_civilians_left_uncounted": Case(
        "واصل الجيش قصف مدينة رفح أمس، حيث استشهد فلسطينيون وأصيب آخرون، في حين أقر بمقتل جنديين.",
        {"killed": (2, None, None), "injured": (2, None, None)},
    ),
    "captives_killed_are_not_taken": Case(
        "أعلنت كتائب القسام مقتل أسيرين لديها بقصف إسرائيلي على مدينة رفح أمس.", {"killed": 2}
    ),
    "hours_after_another_killing": Case(
        "استشهد 5 فلسطينيين اليوم في قصف على مدينة جنين، وذلك بعد ساعات من استشهاد 4 آخرين برصاص الجيش في بلدة طمون.",
        [{"killed": 5}, {"killed": 4}],
    ),
    "the_vague_dead_are_those_counted_next": Case(
        "واصل الجيش قصفه مدينة نيالا أمس مخلفا قتلى ومصابين، وأكدت وزارة الصحة أن القصف أوقع 17 قتيلا و56 مصابا.",
        {"killed": 17, "injured": 56},
    ),
    "a_speaker_opens_a_clause_of_the_headline": Case(
        "أفادت مصادر طبية بمقتل 25 مدنيا في غارات على مدينة رفح أمس، في حين أعلن الجيش إصابة عدد من جنوده في معارك بمدينة خان يونس.",
        [{"killed": 25, "injured": (None, None, None)}, {"injured": 8}],
        title="25 قتيلا في غارات على رفح والاحتلال يعلن 8 إصابات بصفوفه",
    ),
    "others_hurt_in_the_same_raid": Case(
        "استشهد 3 فلسطينيين بينهم طفل بينما أصيب آخرون في قصف استهدف متجرا في مخيم النصيرات أمس.",
        {"killed": 3, "injured": (2, None, None)},
    ),
    "bodies_of_those_killed": Case(
        "انتشلت الطواقم جثماني فلسطينيين استشهدا إثر استهداف منزل في بلدة جباليا شمالي قطاع غزة أمس.", {"killed": 2}
    ),
    "another_attack_keeps_its_own_dead": Case(
        "قتل ثلاثة جنود في هجوم على حاجز بمدينة العريش أمس.\nوفي حادث منفصل قتل خمسة مسلحين في غارة على مدينة رفح.",
        [{"killed": 3}, {"killed": 5}],
    ),
}


@pytest.mark.parametrize("case", TOLD_AGAIN.values(), ids=TOLD_AGAIN.keys())
def test_figures_of_one_incident_settle_into_one_toll(case: Case) -> None:
    assert case.differences() == []


@pytest.mark.parametrize("case", BATTLES.values(), ids=BATTLES.keys())
def test_losses_belong_to_the_battle_told_before(case: Case) -> None:
    assert case.differences() == []


@pytest.mark.parametrize("case", PEOPLE.values(), ids=PEOPLE.keys())
def test_everybody_who_shared_a_fate_is_counted(case: Case) -> None:
    assert case.differences() == []
