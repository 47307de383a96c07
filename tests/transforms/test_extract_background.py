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

COUNTED = {
    "raids_of_a_month": Case("قال الجيش الإسرائيلي إنه نفذ أكثر من 1400 غارة على قطاع غزة خلال شهر أبريل.", NONE),
    "demolitions_of_that_time": Case(
        "وسجل المركز 310 عمليات اعتقال في القدس منذ مطلع العام، إضافة إلى 75 عملية هدم خلال الفترة نفسها.", NONE
    ),
    "taken_since_a_war_began": Case(
        "استولت سلطات الاحتلال على أراض واسعة في مدينة نابلس منذ بدء الحرب على غزة في 7 أكتوبر 2023.", NONE
    ),
}

NEWS = {
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


@pytest.mark.parametrize("case", (RECALLED | COUNTED).values(), ids=(RECALLED | COUNTED).keys())
def test_what_is_only_recalled_or_counted_is_no_incident(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", NEWS.values(), ids=NEWS.keys())
def test_news_beside_background_stays(case):
    assert case.differences() == []
