"""What of a told figure counts: parts of a toll, earlier tolls, known victims, subjects far from their verb."""

import pytest

from tests.transforms.extract_cases import Case

PARTS = {
    "gravely_hurt_are_among_the_hurt": Case(
        "أصيب سبعة مدنيين بقصف مدفعي على بلدة سرمين في ريف إدلب أمس، وقال مسعف إن هناك إصابتين خطيرتين.",
        {"injured": 7},
    ),
    "gravely_hurt_alone_count": Case(
        "أدى القصف المدفعي على بلدة سرمين في ريف إدلب أمس إلى إصابتين خطيرتين.",
        {"injured": 2},
    ),
    "some_of_the_known_dead_add_nothing": Case(
        "قتل 32 شخصا بتفجير سيارة مفخخة وسط مدينة بعقوبة أمس، وسلمت جثامين 12 من القتلى لذويهم.",
        {"killed": 32},
    ),
    "tens_of_the_dead_are_counted": Case(
        "أسفر تفجير سيارة مفخخة وسط مدينة بعقوبة أمس عن سقوط العشرات من القتلى.",
        {"killed": (20, 20, 99)},
    ),
    "one_of_the_wounded_is_nobody_new": Case(
        "أطلق مسلحون النار على أحد الجرحى في مدينة عدن أمس فأردوه قتيلا.",
        {"killed": 1, "injured": (None, None, None)},
    ),
    "one_of_the_wounded_died": Case(
        "استشهد أحد الجرحى متأثرا بإصابته في قصف إسرائيلي على مدينة رفح أمس.",
        {"killed": 1},
    ),
    "direct_hits_are_no_wounded": Case(
        "قصفت المعارضة ثكنة للجيش قرب مدينة السويداء أمس وحققت إصابات مباشرة.",
        {"injured": (None, None, None)},
    ),
    "preliminary_toll_is_replaced": Case(
        "قتل تسعة أشخاص بانفجار سيارة مفخخة في مدينة صنعاء أمس، وكانت حصيلة أولية أشارت إلى مقتل سبعة.",
        {"killed": 9},
    ),
    "preliminary_toll_stands_alone": Case(
        "أفادت حصيلة أولية بمقتل سبعة أشخاص بانفجار سيارة مفخخة في مدينة صنعاء أمس.",
        {"killed": 7},
    ),
    "all_of_them_are_several": Case(
        "اشتبك الجيش مع مسلحين شرق مدينة الرمادي أمس وأعلن مقتل جميع المهاجمين.",
        {"killed": (2, None, None)},
    ),
    "most_of_them_are_several": Case(
        "قضى معظم عناصر الحاجز في غارة جوية على مدينة اعزاز بريف حلب أمس.",
        {"killed": (2, None, None)},
    ),
    "innocent_people_are_several": Case(
        "أدى القصف على مدينة تعز أمس إلى قتل الأبرياء وتدمير منازلهم.",
        {"killed": (2, None, None)},
    ),
    "injured_of_a_blast_are_several": Case(
        "استقبل المستشفى مصابي التفجير الانتحاري الذي وقع أمس في مدينة الدمام.",
        {"injured": (2, None, None)},
        title="استقبال المصابين",
    ),
    "death_answered_by_a_strike_is_another_incident": Case(
        "ردا على مقتل جندي قصفت الطائرات الإسرائيلية مدينة غزة أمس فقتلت ستة فلسطينيين.",
        {"killed": 6},
    ),
    "not_far_denies_no_dead": Case(
        "في سوق غير بعيدة عن مركز مدينة بعقوبة قتل ستة مدنيين بانفجار عبوة ناسفة أمس وسقط 12 جريحا.",
        {"killed": 6, "injured": 12},
    ),
    "subject_behind_that": Case(
        "ذكر الجيش أن أربعة جنود بينهم اثنان من الشرطة العسكرية، قتلوا أمس بانفجار لغم قرب مدينة ماردين.",
        {"killed": 4},
    ),
    "person_behind_that_and_not_the_one_beside_the_verb": Case(
        "ذكر شهود أن مدنيين اثنين كانا قرب سيارة القيادي قتلا في هجوم على مدينة عدن أمس.",
        {"killed": 2},
    ),
    "officer_of_its_citizens": Case(
        "أعلنت الإمارات أن ضابطا من مواطنيها استشهد أمس في معارك مدينة عدن.",
        {"killed": 1},
    ),
    "attacker_behind_that_is_no_victim": Case(
        "قالت الشرطة إن ثلاثة مسلحين هاجموا حاجزا في مدينة درنة أمس وقتلوا جنديا.",
        {"killed": 1},
    ),
    "plural_verb_has_had_its_subject": Case(
        "شيع الأهالي أمس في مدينة نجران الجنود الذين استشهدوا أول من أمس بقصف على الحدود.",
        {"killed": (2, None, None)},
        title="قصف على الحدود",
    ),
    "people_of_a_nation_are_several": Case(
        "استشهد فلسطينيون بقصف إسرائيلي على بلدة زيتا شمالي الضفة الغربية أمس.",
        {"killed": (2, None, None)},
    ),
}

ACROSS = {
    "another_person_died_too": Case(
        "اغتال مسلحون أمس ضابطا في مدينة عدن. وذكر شهود أن شخصا آخر كان مرافقا للضابط، قتل أيضا في الهجوم.",
        {"killed": 2},
    ),
    "same_further_dead_told_twice": Case(
        "قتل جندي بهجوم على حاجز في مدينة درنة أمس. وقتل آخر في الهجوم، بحسب مصدر طبي. وقتل آخر في الهجوم كما ذكر شاهد.",
        {"killed": 2},
    ),
    "sides_of_one_sentence_add_up": Case(
        "أسفرت المعارك في مدينة الضالع أمس عن مقتل 42 مسلحا من الحوثيين وإصابة 93 آخرين، بينما قتل 9 من عناصر المقاومة وأصيب 15 آخرون.",
        {"killed": 51, "injured": 108},
    ),
    "another_source_does_not_add": Case(
        "أدى تفجير سيارة مفخخة في مدينة الموصل أمس إلى مقتل 14 شخصا، فيما قالت مصادر طبية إن 16 شخصا قتلوا.",
        {"killed": (14, 14, 16)},
    ),
    "tens_are_told_exactly_later": Case(
        "طرد الجيش المتمردين من مدينة زنجبار أمس بعد معارك سقط فيها عشرات القتلى. وأسفرت المعارك عن مقتل 37 متمردا.",
        {"killed": 37},
    ),
    "child_and_family": Case(
        "وقتل الطفل، علي السامر، كما أصيب والداه في الهجوم على منزل في قرية دوما بالضفة الغربية أمس.",
        {"killed": 1, "injured": 2},
    ),
    "his_own_wound": Case(
        "اغتيل قيادي في مخيم عين الحلوة أمس. وأسفر إطلاق النار عن إصابته بجراح توفي متأثرا بها.",
        {"killed": 1, "injured": (None, None, None)},
    ),
    "one_dead_and_one_wounded": Case(
        "سقط قتيل وجريح بانفجار لغم قرب مدينة البوكمال أمس.",
        {"killed": 1, "injured": 1},
    ),
    "other_matter_takes_no_toll_along": Case(
        "نفذ التحالف أمس غارة جوية على مدينة الرمادي. من جهة أخرى، قتل سبعة عراقيين وأصيب عشرة في العراق.",
        ({"kind": "Air/drone strike", "killed": (None, None, None)}, {"killed": 7, "injured": 10}),
    ),
    "supposed_bomber_is_not_counted": Case(
        "قتل 27 شخصا بانفجار في مدينة بعقوبة أمس. ورجحت الشرطة أن هجوما انتحاريا وراء الانفجار.",
        {"killed": 27},
    ),
    "bomber_in_his_own_car": Case(
        "قتل سبعة أشخاص بانفجار سيارة ملغومة في مدينة درنة أمس. وقال التنظيم إن أحد عناصره فجر سيارته المفخخة.",
        {"kind": "Suicide bomb", "killed": (7, 7, 8)},
    ),
    "aim_of_a_strike_is_nobody_killed": Case(
        "قصفت الطائرات الإسرائيلية الضاحية الجنوبية لبيروت أمس، وقالت وسائل إعلام إن هدف الغارات اغتيال قيادي.",
        {"kind": "Air/drone strike", "killed": (None, None, None)},
    ),
}

SUBJECTS = {
    "two_groups_before_the_verb": Case(
        "ذكرت مصادر أن 14 مسلحا وستة مدنيين قتلوا أمس باشتباكات في مدينة العريش.",
        {"killed": 20},
    ),
    "fell_dead": Case(
        "أفاد سكان بأن 35 متمردا وعشرة من رجال المقاومة سقطوا قتلى في معارك مدينة عدن أمس.",
        {"killed": 45},
    ),
    "part_of_the_subject": Case(
        "أفادت مصادر أن عشرة مدنيين بينهم عدد كبير من الأطفال قتلوا بقصف على بلدة سرمين أمس.",
        {"killed": 10},
    ),
    "dead_man_was_wounded": Case(
        "ذكرت مصادر أن شابا توفي متأثرا بجروح أصيب بها خلال مواجهات مع الاحتلال في مدينة جنين أمس.",
        {"killed": 1, "injured": (None, None, None)},
    ),
    "died_of_wounds_with_a_long_name": Case(
        "وفاة الطفلة هدى عمر ابنة المعلم صالح عمر متأثرة بجراحها جراء قصف على بلدة كفرنوران أمس.",
        {"killed": 1, "injured": (None, None, None)},
    ),
    "family_is_several": Case(
        "قتلت غارة إسرائيلية عائلة في مخيم النصيرات أمس.",
        {"killed": (2, None, None)},
    ),
    "many_dead_and_tens_of_wounded": Case(
        "قصف الاحتلال مواصي رفح أمس في مجزرة راح ضحيتها أكثر من 20 شهيدا وعشرات الجرحى.",
        {"killed": (20, 20, None), "injured": (20, 20, 99)},
    ),
}

HEADLINES = {
    "numbered_headline_over_plural": Case(
        "قالت مصادر إن قوات خاصة إسرائيلية اغتالت شبانا فلسطينيين داخل مركبة في نابلس أمس.",
        {"killed": 5},
        title="قوات إسرائيلية تغتال 5 فلسطينيين في نابلس",
    ),
    "plural_headline_over_one_dead": Case(
        "استشهد فلسطيني بنيران قوات الاحتلال شرقي مدينة دير البلح صباح اليوم.",
        {"killed": 1, "injured": (None, None, None)},
        title="شهداء وجرحى في مجازر للاحتلال بقطاع غزة",
    ),
    "headline_of_two_incidents": Case(
        "استشهد جندي بقذيفة سقطت في مدينة نجران أمس.\nوسقطت مقذوفات على حي في محافظة الحرث بجازان أمس، ونتج عنها إصابة 4 مواطنين.",
        ({"killed": 1, "injured": (None, None, None)}, {"killed": (None, None, None), "injured": 4}),
        title="استشهاد جندي وإصابة 4 بمقذوفات",
    ),
    "headline_adds_the_wounded": Case(
        "قتل ستة أشخاص بانفجار سيارة مفخخة وسط مدينة بعقوبة أمس.",
        {"killed": 6, "injured": 20},
        title="6 قتلى و20 جريحا بانفجار مفخخة في بعقوبة",
    ),
}

FURTHER = {
    "besides_them_three_workers": Case(
        "نتج عن تفجير مسجد في مدينة أبها أمس استشهاد 12 من منسوبي القوات إضافة إلى ثلاثة من العاملين وإصابة تسعة آخرين.",
        {"killed": 15, "injured": 9},
        title="استشهاد 12 من منسوبي القوات في تفجير بأبها",
    ),
    "besides_them_the_wounded": Case(
        "أدى القصف على مدينة حرستا أمس إلى مقتل ستة مدنيين بالإضافة إلى 20 جريحا.",
        {"killed": 6, "injured": 20},
    ),
    "besides_it_another_act": Case(
        "قتل ستة مدنيين بقصف على مدينة حرستا أمس، إضافة إلى تدمير ثلاثة منازل.",
        {"killed": 6},
    ),
    "militants_counted_before": Case(
        "قالت مصادر أمنية إن 14 مسلحا قتلوا أمس في مدينة رفح بشمال سيناء. وأضافت أن المسلحين لقوا حتفهم عندما قصفت طائرات سياراتهم.",
        {"kind": "Air/drone strike", "killed": 14},
    ),
    "militants_never_counted": Case(
        "قالت مصادر أمنية إن المسلحين لقوا حتفهم عندما قصفت طائرات سياراتهم في مدينة رفح بشمال سيناء أمس.",
        {"killed": (2, None, None)},
    ),
    "headline_a_little_off": Case(
        "كبدت المقاومة قوات الاحتلال 4 قتلى في اشتباكات بمنطقة بيت حانون شمالي قطاع غزة أمس.",
        {"killed": (3, 3, 4)},
        title="مقتل 3 جنود إسرائيليين باشتباكات في بيت حانون",
    ),
    "toll_of_several_areas_is_no_towns": Case(
        "استشهد 29 فلسطينيا في غارات على مناطق عدة بقطاع غزة أمس، في حين كثف الاحتلال غاراته على بيت لاهيا.",
        ({"killed": 29, "place": {"Gaza Strip", None}}, {"killed": (None, None, None), "named": "بيت لاهيا"}),
        title="العدوان على القطاع",
    ),
}

WORDS = {
    "two_of_a_nation": Case(
        "استشهد فلسطينيان وأصيب طفلان برصاص الاحتلال في مدينة جنين أمس.", {"killed": 2, "injured": 2}
    ),
    "occupier_kills_fighters": Case(
        "أدى اغتيال الاحتلال مقاومين في مدينة نابلس أمس إلى اشتباكات.", {"killed": (2, None, None)}
    ),
    "secretary_general_is_one": Case(
        "قصفت الطائرات الإسرائيلية الضاحية الجنوبية لبيروت أمس في عملية اغتيال الأمين العام للحزب.",
        {"killed": 1},
    ),
    "observatory_of_rights_is_no_victim": Case(
        "أفاد المرصد السوري لحقوق الإنسان بأن ثلاثة جنود قتلوا بقصف على مدينة تدمر أمس.",
        {"killed": 3},
    ),
    "armed_forces_are_no_gunwoman": Case(
        "قصفت القوات المسلحة مواقع في مدينة صعدة أمس وهي ترد على مصادر النيران وقتلت اثنين من المسلحين.",
        {"killed": 2},
    ),
    "object_behind_a_place": Case("أعدمت المقاومة الفلسطينية في مدينة غزة 3 عملاء أمس.", {"killed": 3}),
    "one_of_the_two": Case(
        "أدى سقوط قذيفة على مدينة نجران أمس إلى إصابة مقيمين أحدهما باكستاني والآخر هندي.",
        {"injured": 2},
    ),
    "wounded_written_like_two": Case(
        "قصف الاحتلال منزلا في مدينة رفح أمس وأوقع القصف مصابين.",
        {"injured": (2, None, None)},
    ),
    "most_of_the_victims": Case(
        "أسفر قصف جوي على قضاء الرطبة أمس عن مقتل 16 مدنيا وإصابة 19 آخرين، وكان معظم الضحايا من النساء.",
        {"killed": 16, "injured": 19},
    ),
    "unmentioned_casualties": Case(
        "صد المقاتلون هجوما على مدينة اعزاز بريف حلب أمس، دون ذكر لأي ضحايا في صفوفهم.",
        {"killed": (None, None, None)},
    ),
    "two_verbal_nouns_of_citizens": Case(
        "شن جيش الاحتلال غارات على مدينة رفح أمس وأسفر القصف عن استشهاد وجرح مواطنين.",
        {"killed": (2, None, None), "injured": (2, None, None)},
    ),
}

MORE = {
    "died_with_his_comrades": Case(
        "يذكر أن الجندي استشهد مع عشرة من زملائه في تفجير بمدينة أبها أمس.",
        {"killed": 11},
    ),
    "no_grave_injuries_says_nothing": Case(
        "اندلعت اشتباكات في مدينة القدس أمس، ولم ترد أنباء عن إصابات خطيرة.",
        {"injured": (None, None, None)},
    ),
    "figure_before_today": Case(
        "قالت وزارة الصحة إن 43 شخصا قتلوا وأصيب 173 اليوم عندما قصفت جماعة الحوثي مدينة عدن.",
        {"killed": 43, "injured": 173},
    ),
    "large_number_hurt": Case(
        "أفادت مصادر بمقتل 46 مدنيا وجرح عدد كبير في قصف جوي على مدينة الرطبة أمس.",
        {"killed": 46, "injured": (2, None, None)},
    ),
    "both_sides_and_tens_besides": Case(
        "قتل 9 من مسلحي الحوثيين و6 من مقاتلي المقاومة، إضافة إلى عشرات الجرحى، في اشتباكات مدينة لودر أمس.",
        {"killed": 15, "injured": (20, 20, 99)},
    ),
    "killer_before_a_present_verb": Case(
        "مسلح يقتل ثلاثة أشخاص في مدينة كركوك أمس.",
        {"killed": 3},
    ),
    "two_women_of_a_nation": Case("استشهدت فلسطينيتان برصاص الاحتلال في مخيم نور شمس أمس.", {"killed": 2}),
    "raised_to_at_least": Case(
        "ارتفع عدد شهداء القصف الإسرائيلي على مدينة رفح أمس إلى مئة شهيد على الأقل.",
        {"killed": (100, 100, None)},
    ),
    "survivor_of_her_family": Case(
        "استشهد أفراد من عائلتها في قصف إسرائيلي على مواصي خان يونس أمس وأدى القصف إلى إصابتها.",
        {"killed": (2, None, None), "injured": 1},
    ),
}

NO_ACT = {
    "describing_is_no_killing": "وصفت الحركة عودة النازحين إلى شمال قطاع غزة صباح اليوم بالانتصار.",
    "report_describes": "ويصف التقرير حياة النازحين في مدينة غزة أمس.",
    "rules_of_engagement": "تغيرت قواعد الاشتباك في جنوب لبنان أمس كما قال محلل.",
}


CASES = PARTS | ACROSS | SUBJECTS | HEADLINES | FURTHER | WORDS | MORE


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_figure_counts_once_and_as_told(case: Case) -> None:
    assert case.differences() == []


@pytest.mark.parametrize("text", NO_ACT.values(), ids=NO_ACT)
def test_words_like_acts_tell_nothing(text: str) -> None:
    assert Case(text, ()).differences() == []
