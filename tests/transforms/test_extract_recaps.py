"""Sums over weeks, months and countries are no incident's toll; one attack in a month, and one battle of a week, keep theirs."""

import pytest

from tests.transforms.extract_cases import told

SUMS = {
    "week_of_raids": "قتل 260 متمردا خلال أسبوع من الغارات التركية، بحسب وكالة الأنباء.",
    "this_month_alone": "ويعد الانفجاران الأحدث في سلسلة الهجمات التي أودت بحياة 300 شخص في نيجيريا الشهر الحالي وحده.",
    "monthly_figure": "قتل 844 مدنيا في أعمال العنف في العراق خلال شهر نيسان الماضي.",
    "half_year": "وبين الأول من كانون الثاني و30 حزيران 2023 قتل 920 شخصا في أعمال العنف في أفغانستان.",
    "fourth_month_running": "تتواصل المعارك للشهر الرابع على التوالي في اليمن، وقد خلفت معارك مأرب للشهر الرابع 170 قتيلا.",
    "day_of_the_statement": "ذكرت وكالة الأنباء أمس الأحد أن 390 متمردا قتلوا خلال أسبوعين من الغارات الجوية التركية.",
    "in_the_next_clause": "ومن الجدير ذكره أن 260 متمردا قتلوا، وأصيب 400 آخرون، خلال أسبوع من الغارات التركية.",
    "wave_of_attacks": "ويعد الانفجار الأحدث في موجة هجمات استهدفت أسواقا في نيجيريا وأدت إلى مقتل 130 شخصا هذا الشهر.",
    "raids_so_far": "أوقعت الغارات التركية على مواقع للمتمردين في شمال العراق حتى الآن أكثر من 400 قتيل.",
    "attacks_of_another_year": "أعدمت السلطات الهندية الخميس أحد المخططين للاعتداءات التي أوقعت 257 قتيلا في بومباي في 1993.",
    "hundreds_of_raids_in_a_week": "نفذ سلاح الجو 300 غارة على لبنان خلال الأسبوع الماضي وقتل 90 شخصا.",
    "few_since_a_war_began": "أعلنت الوزارة مقتل 12 صحفيا في قصف إسرائيلي على مدينة غزة منذ بدء العدوان.",
    "several_countries": "قتل 60 شخصا في هجمات لمسلحين في الكاميرون ونيجيريا.",
}

INCIDENTS = {
    "one_attack_of_last_month": ("قتل 38 سائحا في هجوم على فندق في مدينة سوسة الشهر الماضي.", 38),
    "battle_of_a_week": ("قتل 40 شخصا في اشتباكات مستمرة منذ أسبوع بين قبيلتين في مدينة سبها.", 40),
    "battle_of_two_weeks": ("قتل 25 مسلحا في معارك مستمرة منذ أسبوعين في مدينة مأرب.", 25),
    "attack_in_a_wave": ("قتل 32 شخصا في تفجير انتحاري في مدينة سروج، وتشهد تركيا موجة هجمات هذا الشهر.", 32),
    "two_days": ("قتل 54 مسلحا في معارك مدينة الحوطة خلال اليومين الماضيين.", 54),
    "one_blast_so_far": ("أوقع الانفجار في مدينة أكرا حتى الآن 90 قتيلا.", 90),
    "rises_to_a_sum": (
        "قتل خمسة مدنيين في قصف على مدينة إدلب اليوم، ليرتفع إلى 300 عدد القتلى منذ بداية الحملة.",
        5,
    ),
    "rises_to_its_own_toll": ("قتل شخص متأثرا بجراحه في مدينة تعز أمس ليرتفع عدد قتلى التفجير إلى 12.", 12),
    "siege_since_a_war_began": ("قتل ستة جنود في كمين في مدينة رفح التي يحاصرها الجيش منذ بدء الحرب.", 6),
    "heaviest_since_a_war_began": ("قتل سبعة مدنيين في أعنف قصف على مدينة إدلب منذ بدء الحملة.", 7),
    "day": ("قتل 85 مسلحا في غارات على معسكر في مدينة الضالع أمس.", 85),
}


def killed(text, title=""):
    return [
        row["killed_best"] for row in told(text + "\nوأكد شهود عيان ذلك للصحفيين.", title=title) if row["killed_best"]
    ]


@pytest.mark.parametrize("text", SUMS.values(), ids=SUMS.keys())
def test_a_sum_is_no_incident_s_toll(text):
    assert killed(text) == []


@pytest.mark.parametrize(("text", "toll"), INCIDENTS.values(), ids=INCIDENTS.keys())
def test_an_incident_keeps_its_toll(text, toll):
    assert killed(text) == [toll]


def test_a_headline_that_repeats_a_sum_has_no_toll_either():
    text = "قالت وكالة الأنباء إن 260 متمردا قتلوا خلال أسبوع من الغارات التركية على قواعد للمتمردين."
    assert killed(text, title="تركيا: مقتل 260 متمردا في غارات جوية") == []


def test_governorates_of_a_monthly_figure_have_no_incidents():
    text = (
        "قتل 844 مدنيا في أعمال العنف في العراق خلال شهر نيسان الماضي. "
        "وسجلت محافظة صلاح الدين مقتل 64 شخصا. وانفجرت سيارة مفخخة في مدينة الموصل أمس وقتلت خمسة جنود."
    )
    assert killed(text) == [5]
