"""Acts that a text only recalls or counts over time are no incidents; those told beside them with a day stay."""

import pytest

from tests.transforms.extract_cases import Case

NONE: tuple[dict[str, object], ...] = ()

RECALLED = {
    "house_that_was_destroyed": Case(
        "أقام المعلم فصلا دراسيا في خيمة على أنقاض منزله الذي دمرته الطائرات الإسرائيلية في مدينة خان يونس.", NONE
    ),
    "prisoner_who_was_arrested": Case(
        "يعيش الطبيب محمد سالم الذي اعتقلته قوات الاحتلال في مدينة جنين أوضاعا صحية قاسية.", NONE
    ),
    "villages_that_fell": Case(
        "ويعيش سكان القرى التي سيطر عليها تنظيم الدولة في محافظة الأنبار بلا كهرباء منذ شهور.", NONE
    ),
}

OF_ANOTHER_AGE = {
    "crusaders": Case("وحاصرها الصليبيون وقصفوا أسوارها ثم استعادها السلطان بعد معركة كبيرة في مدينة دمشق.", NONE),
    "last_century": Case("وفي ثمانينيات القرن الماضي خطف مسلحون في مدينة بيروت عشرات الأجانب وقتلوا بعضهم.", NONE),
    "bare_year": Case("وتعيد الحادثة إلى الأذهان تفجير مجمع المحيا في مدينة الرياض 2003، أو مبنى الأمن العام.", NONE),
    "almanac": Case(
        "1996 - عملية تفجير في حديقة في مدينة أتلانتا تسفر عن سقوط قتيلين.", NONE, title="هذا اليوم في التاريخ"
    ),
    "intifada_of_2000": Case("ويشهد مخيم جنين أكبر عملية منذ الانتفاضة الثانية، فماذا لدى إسرائيل ضده؟", NONE),
    "struck_during_the_war": Case("زار المصور ميناء مدينة غزة للمرة الأولى بعد استهدافه خلال الحرب.", NONE),
    "once_in_five_days": Case("استهدف الحوثيون مدينة إيلات مرة كل خمسة أيام، بحسب تحليل نشرته الوكالة.", NONE),
    "attack_of_weeks": Case(
        "تحدث جندي عن أهوال الهجوم الذي يشنه الجيش الإسرائيلي على مدينة غزة منذ نحو ثلاثة أشهر.", NONE
    ),
    "over_two_years": Case("استهدف الجيش الإسرائيلي 65 مستشفى في مدينة غزة على مدار عامين من العدوان.", NONE),
}

COUNTED = {
    "raids_of_a_month": Case("قال الجيش الإسرائيلي إنه نفذ أكثر من 1400 غارة على قطاع غزة خلال شهر أبريل.", NONE),
    "demolitions_of_that_time": Case(
        "وسجل المركز 310 عمليات اعتقال في القدس منذ مطلع العام، إضافة إلى 75 عملية هدم خلال الفترة نفسها.", NONE
    ),
    "seized_since_an_undated_beginning": Case(
        "سيطر الجيش الإسرائيلي على 40 ألف دونم في مدينة نابلس منذ بدء الحرب، بحسب تقرير للهيئة.", NONE
    ),
    "taken_since_a_war_began": Case(
        "استولت سلطات الاحتلال على أراض واسعة في مدينة نابلس منذ بدء الحرب على غزة في 7 أكتوبر 2023.", NONE
    ),
}

REFUSED = RECALLED | OF_ANOTHER_AGE | COUNTED

NEWS = {
    "old_mosque": Case("قصف الجيش المسجد العمري الذي يعود إلى القرن السابع في مدينة غزة أمس.", {"date": "2024-05-14"}),
    "in_a_country_at_war_since": Case(
        "قتل خمسة جنود في هجوم على حاجز في مدينة حلب السورية التي تشهد حربا منذ 2011، بحسب المرصد.", {"killed": 5}
    ),
    "resolution_by_its_number": Case(
        "قتل جندي في هجوم على حاجز في مدينة بنغازي، في خرق للقرار 1973، بحسب البعثة.", {"killed": 1}
    ),
    "attacked_before_in_the_war": Case(
        "قصفت الطائرات الإسرائيلية مدرسة في مدينة غزة تعرضت لأكثر من هجوم خلال الحرب وقتلت سبعة نازحين.", {"killed": 7}
    ),
    "relative_with_its_day": Case(
        "زار الوزير المدينة التي قصفتها الطائرات أمس. وكانت طائرات حربية قصفت سوقا في مدينة تعز أمس وقتلت خمسة مدنيين.",
        {"date": "2024-05-14", "killed": 5},
    ),
    "who_died_is_news": Case(
        "شيع الأهالي جثمان الشاب أحمد سالم الذي استشهد برصاص الاحتلال في مدينة جنين.", {"killed": 1}
    ),
    "while_settlers_stormed": Case(
        "أغلق الجيش المدينة في الوقت الذي اقتحم فيه مئات المستوطنين المسجد الأقصى.", {"date": "2024-05-14/2024-05-15"}
    ),
    "eleven_raids_in_a_night": Case(
        "شنت طائرات التحالف 25 غارة على مدينة صعدة ليل الثلاثاء.", {"date": "2024-05-14", "kind": "Air/drone strike"}
    ),
    "worst_day_since_the_war_began": Case(
        "قتل 40 مدنيا بقصف على مدينة الخرطوم أمس في أعنف هجوم منذ بدء الحرب في أبريل 2023.",
        {"date": "2024-05-14", "killed": 40},
    ),
    "sixth_since_the_war_began": Case(
        "قتل خمسة فلسطينيين في عملية عسكرية إسرائيلية في مدينة جنين هي السادسة من نوعها منذ بدء الحرب.", {"killed": 5}
    ),
    "camp_where_they_are_held_since_then": Case(
        "اقتحم مئات المستوطنين معسكر سدي تيمان حيث يحتجز الجيش أسرى منذ بداية الحرب، وأصيب حارس في مدينة بئر السبع.", {}
    ),
    "day_of_a_war_that_is_counted": Case(
        "في اليوم الـ221 منذ بدء الحرب على قطاع غزة في 7 أكتوبر 2023 قصفت الطائرات الإسرائيلية مخيم جباليا وقتلت تسعة.",
        {"date": {"2024-05-14/2024-05-15", "2024-05-15"}, "killed": 9},
    ),
    "battle_that_goes_on_beside_an_earlier_one": Case(
        "استعاد الجيش العراقي السيطرة على مدينة الرمادي أواخر يناير الماضي، إلا أن التنظيم لا يزال يشن هجمات فيها.",
        {"date": "2024-01-22/2024-01-31"},
    ),
    "dozens_of_the_dead_are_news": Case(
        "سقطت أمس قذائف على سوق في مدينة تعز مما أدى إلى سقوط عشرات القتلى والجرحى.", {"date": "2024-05-14"}
    ),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_only_recalled_or_counted_is_no_incident(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", NEWS.values(), ids=NEWS.keys())
def test_news_beside_background_stays(case):
    assert case.differences() == []
