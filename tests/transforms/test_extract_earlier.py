"""Earlier incidents that a text refers to: what others answer, follow or count from keeps its own day."""

import pytest

from tests.transforms.extract_cases import Case, told
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

# The day of publication is Wednesday 15 May 2024.
COUNTED = {
    "days_after_an_attack": Case(
        "شنت طائرات تركية غارات على مواقع للمسلحين في مدينة الباب أمس الثلاثاء، وذلك بعد أربعة أيام على تفجير انتحاري في مدينة سروج أوقع 12 قتيلا.",
        [
            {"date": "2024-05-14", "kind": "Air/drone strike"},
            {"date": "2024-05-10", "kind": "Suicide bomb", "killed": (12, 12, 13)},
        ],
    ),
    "two_days_after_at_the_beginning": Case(
        "انتشر الجيش في الشوارع اليوم. وبعد يومين من الهجوم الذي أوقع سبعة قتلى في مدينة سروج، اعتقلت الشرطة ثلاثة أشخاص في مدينة أنقرة اليوم.",
        [{"date": "2024-05-13", "killed": 7}, {"date": "2024-05-15", "kind": "Arrests"}],
    ),
    "the_day_before": Case(
        "قتل جندي برصاص قناص في مدينة تعز اليوم غداة هجوم على حاجز في مدينة عدن أسفر عن مقتل ستة جنود.",
        [{"date": "2024-05-15", "killed": 1}, {"date": "2024-05-14", "killed": 6}],
    ),
    "days_left_open": Case(
        "فتح مسلحون النار على حافلة في مدينة كركوك أمس وقتلوا راكبا، بعد أيام من تفجير سيارة مفخخة في مدينة بعقوبة قتل فيه تسعة مدنيين.",
        [{"date": "2024-05-14", "killed": 1}, {"date": "2024-05-08/2024-05-13", "when": 2, "killed": 9}],
    ),
}

UNTOLD = {
    "an_answer": Case(
        "قصفت مقاتلات مواقع للمتمردين في مدينة قنديل أمس ردا على هجوم انتحاري في مدينة سروج قتل فيه 12 شخصا.",
        [
            {"date": "2024-05-14", "kind": "Air/drone strike"},
            {"kind": "Suicide bomb", "killed": (12, 12, 13), "date": {"2024-05-07/2024-05-14"}},
        ],
    ),
    "raids_after_a_dated_bombing": Case(
        "بدأت الغارات التركية أمس باستهداف مواقع للمسلحين في مدينة الباب، بعد تفجير انتحاري استهدف مدينة سروج في 2 أيار وقتل 12 شخصا.",
        [{"date": "2024-05-14", "kind": "Air/drone strike"}, {"date": "2024-05-02", "kind": "Suicide bomb"}],
    ),
    "visit_to_the_wounded": Case(
        "زار محافظ عدن اليوم المصابين في الهجوم الإرهابي الذي استهدف نقطة للجيش في مدينة عدن وأدى إلى إصابة ستة جنود.",
        {"date": "2024-05-08/2024-05-15", "when": 3, "injured": 6},
    ),
    "visit_with_the_day_of_the_attack": Case(
        "زار محافظ عدن اليوم المصابين في الهجوم الإرهابي الذي استهدف يوم الجمعة الماضي نقطة للجيش في مدينة عدن وأدى إلى إصابة ستة جنود.",
        {"date": "2024-05-10", "when": 1},
    ),
    "welcomed_today_carried_out_days_ago": Case(
        "رحب المتحدث اليوم الأربعاء بالعملية التي نفذتها المقاومة في مدينة الخليل قبل أيام وقتل فيها جنديان.",
        {"date": "2024-05-09/2024-05-14", "when": 2},
    ),
    "condemned_in_the_opening": Case(
        "أعرب رئيس البرلمان عن أسفه لحادث التفجير الإرهابي الذي استهدف مسجدا في مدينة أبها، وأسفر عن سقوط 15 قتيلا.",
        {"date": "2024-05-08/2024-05-15", "when": 3, "killed": 15},
        title="كلمة رئيس البرلمان",
    ),
    "arrests_after_a_bombing": Case(
        "وكانت أجهزة الأمن وعقب وقوع التفجير الإرهابي الذي أوقع تسعة قتلى في مدينة أبها ألقت القبض على خمسة أشخاص في مدينة نجران أمس.",
        [{"kind": "Arrests", "date": "2024-05-14"}, {"date": "2024-05-07/2024-05-14", "killed": 9}],
    ),
    "what_happened_then": Case(
        "قال الوزير إن المعركة كانت صعبة. وقتل خمسة جنود حينها في هجوم على معسكر للجيش في مدينة العند.",
        {"date": "2024-04-15/2024-05-15", "when": 4, "killed": 5},
    ),
    "some_friday_prayer_before": Case(
        "قتل جندي بانفجار لغم في مدينة حرض أمس. وسبق أن استهدف التنظيم المصلين خلال صلاة الجمعة في مدينة الدمام وقتل أربعة.",
        [{"date": "2024-05-14", "killed": 1}, {"when": 4, "killed": 4}],
    ),
    "what_came_before": Case(
        "قتل جندي بانفجار لغم في مدينة حرض أمس. وسبق أن هاجم مسلحون معسكرا للجيش في مدينة سيئون وقتلوا تسعة جنود.",
        [{"date": "2024-05-14", "killed": 1}, {"when": 4, "killed": 9}],
    ),
}

FRESH = {
    "shelling_that_goes_on": Case(
        "قصفت قوات النظام بلدة كفر تعال غربي حلب اليوم. وأدى القصف على بلدة كفر عمة إلى مقتل طفل.",
        [{"date": "2024-05-15"}, {"date": "2024-05-15", "killed": 1}],
    ),
    "attack_told_by_its_toll": Case(
        "أسفر الهجوم على حاجز للجيش في مدينة العريش اليوم عن مقتل ثلاثة جنود.", {"date": "2024-05-15", "killed": 3}
    ),
    "killed_after_a_bomb_went_off": Case(
        "قتل ثلاثة مدنيين بعد انفجار عبوة ناسفة في مدينة الموصل أمس.", {"date": "2024-05-14", "killed": 3}
    ),
    "after_hours_of_fighting": Case(
        "سيطرت قوات الحكومة على مدينة الحوطة أمس بعد ساعات من الاشتباكات مع الحوثيين.", {"date": "2024-05-14"}
    ),
}

RETOLD = {
    "years_that_have_passed": Case("صادف أمس مرور خمس سنوات على الهجوم الذي قتل فيه 51 مصليا في مدينة كركوك.", ()),
    "footage_shown_later": Case(
        "بثت الكتائب اليوم مشاهد لعملية قنص جندي إسرائيلي نفذت يوم السبت في حي الزيتون في مدينة غزة.",
        {"date": "2024-05-11"},
    ),
    "fighting_that_is_named_goes_on": Case(
        "زار وزير الصحة مدينة مأرب اليوم.\nوقال مدير المستشفى إن المساعدات وصلت.\n"
        "وأضاف أن المعارك ما زالت محتدمة بين الجيش اليمني والحوثيين في مدينة صرواح.",
        {"date": {"2024-05-14/2024-05-15", "2024-05-15"}},
    ),
    "managed_to_take": Case(
        "التقى المحافظ الأهالي.\nوقال إن الأوضاع جيدة.\nونجحت القوات اليمنية، مدعومة بالمقاومة، في السيطرة على مدينة زنجبار.",
        {"date": "2024-05-14/2024-05-15"},
    ),
    "this_attack_is_the_one_told": Case(
        "هاجم انتحاري موكبا في مدينة كابل الجمعة وقتل 15 شخصا.\nوأعلنت حركة طالبان مسؤوليتها عن هذا التفجير الانتحاري.",
        {"date": "2024-05-10", "killed": (15, 15, 16)},
    ),
    "his_detention_is_news": Case(
        "ضرب فلسطينيون سائحا في القدس.\nوأشارت المتحدثة إلى علاجه.\nوأضافت أنه تم احتجازه في مدينة القدس.", {"when": 2}
    ),
    "newspaper_in_the_dateline": Case(
        "سبق- أبها: أطلق مسلح النار السبت على دورية للشرطة في مدينة أبها وقتل شرطيا.",
        {"date": "2024-05-11", "killed": 1},
    ),
    "what_an_attack_led_to": Case(
        "أثارت عملية إطلاق نار نفذها مسلح عند معبر الكرامة وأسفرت عن مقتل ثلاثة جنود إسرائيليين ردود فعل واسعة.",
        {"date": "2024-05-08/2024-05-15", "when": 3, "killed": 3},
    ),
    "blast_that_suspects_are_tied_to": Case(
        "وألقت الشرطة القبض على خمسة أشخاص في مدينة غزة يشتبه بضلوعهم في التفجيرات التي وقعت صباح السبت في مدينة رفح.",
        [
            {"date": "2024-05-14/2024-05-15", "kind": "Arrests", "detained": 5},
            {"date": "2024-05-11", "place": "Rafah"},
        ],
    ),
    "town_that_was_taken_before": Case(
        "سيطرت القوات الصومالية على بلدة دينسور أمس.\nوتأتي السيطرة على دينسور بعد استعادة قوات الاتحاد الأفريقي مدينة بارديري يوم السبت.",
        [{"date": "2024-05-14", "place": "Dinsor"}, {"date": "2024-05-11"}],
    ),
    "day_of_a_later_statement": Case(
        "أعلنت الشرطة هوية منفذ تفجير مسجد الصادق في مدينة الكويت في 26 أبريل.\n"
        "وأضافت الوزارة في بيان صدر في 10 مايو أن التفجير أسفر عن مقتل 27 شخصا.",
        {"date": "2024-04-26", "killed": 27},
    ),
}

CASES = {**COUNTED, **UNTOLD, **FRESH, **RETOLD}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_an_earlier_incident_keeps_its_own_day(case):
    assert case.differences() == []


def test_a_family_name_takes_no_weekday_but_one_with_last_is_a_day():
    rows = told("قتل جندي بانفجار لغم في بلدة خان بني سعد الجمعة الماضي.\nوقال شهود إن الانفجار كان قويا.")
    assert [str(row["date_start"]) for row in rows] == ["2024-05-10"]


@pytest.mark.parametrize("row", read_tsv("transforms.lexicon", "reference_words"), ids=lambda row: row["form"])
def test_each_reference_word_stands_in_its_example(row):
    assert normalize_name(row["form"]) in normalize_name(row["example"])
