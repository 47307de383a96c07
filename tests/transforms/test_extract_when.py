"""When it happened: relative words, weekdays, month traditions, Hijri dates, and which date belongs to which act."""

import pytest

from tests.transforms.extract_cases import Case


def shelling(when: str) -> str:
    return f"قصفت قوات النظام بلدة كفر تعال غربي حلب {when} وقتلت مدنيا."


SINGLE = {
    "today": Case(shelling("اليوم"), {"date": "2024-05-15", "when": 1}),
    "today_at_dawn": Case(shelling("فجر اليوم"), {"date": "2024-05-15", "when": 1}),
    "today_with_weekday": Case(shelling("اليوم الأربعاء"), {"date": "2024-05-15", "when": 1}),
    "yesterday": Case(shelling("أمس"), {"date": "2024-05-14", "when": 1}),
    "date_of_the_attack_not_of_the_funeral": Case(
        "شيع الأهالي اليوم الأربعاء جثامين سبعة جنود استشهدوا في التفجير الذي استهدف أمس الثلاثاء نقطة للجيش في مدينة عدن.",
        {"date": "2024-05-14", "when": 1},
    ),
    "funeral_follows_within_days": Case(
        "شيع الأهالي اليوم الأربعاء جثامين سبعة شبان استشهدوا برصاص الاحتلال في مدينة طولكرم.",
        {"date": "2024-05-12/2024-05-15", "when": 2, "killed": 7},
    ),
    "yesterday_evening": Case(shelling("مساء أمس الثلاثاء"), {"date": "2024-05-14", "when": 1}),
    "day_before_yesterday": Case(shelling("أول أمس"), {"date": "2024-05-13", "when": 1}),
    "weekday_is_the_last_one": Case(shelling("يوم السبت"), {"date": "2024-05-11", "when": 1}),
    "weekday_past": Case(shelling("الجمعة الماضي"), {"date": "2024-05-10", "when": 1}),
    "same_weekday_is_publication": Case(shelling("الأربعاء"), {"date": "2024-05-15", "when": 1}),
    "two_days_ago": Case(shelling("قبل يومين"), {"date": "2024-05-13", "when": 1}),
    "last_week": Case(shelling("الأسبوع الماضي"), {"when": 3, "salience": "background"}),
    "levant_month": Case(shelling("في 3 أيار"), {"date": "2024-05-03", "when": 1}),
    "levant_month_with_of": Case(shelling("في 7 من أيار الحالي"), {"date": "2024-05-07", "when": 1}),
    "egyptian_month": Case(shelling("في 28 أبريل"), {"date": "2024-04-28", "when": 1}),
    "maghreb_month": Case(shelling("يوم 2 ماي"), {"date": "2024-05-02", "when": 1}),
    "pair_of_months": Case(shelling("في 30 نيسان/أبريل الماضي"), {"date": "2024-04-30", "when": 1}),
    "second_kanun_last_year": Case(shelling("في 20 كانون الأول الماضي"), {"date": "2023-12-20", "when": 1}),
    "full_date": Case(shelling("بتاريخ 12 كانون الثاني 2024"), {"date": "2024-01-12", "when": 1}),
    "numeric_date": Case(shelling("بتاريخ 10/5/2024"), {"date": "2024-05-10", "when": 1}),
    "hijri_date": Case(shelling("في 3 ذي القعدة 1445"), {"date": "2024-05-11"}),
    "month_only": Case(shelling("في شهر آذار الماضي"), {"date": "2024-03-01/2024-03-31", "when": 4}),
    "last_month": Case(shelling("الشهر الماضي"), {"date": "2024-04-01/2024-04-30", "when": 4}),
    "night_between": Case(
        shelling("ليل الاثنين الثلاثاء"), {"date": {"2024-05-13/2024-05-14", "2024-05-14", "2024-05-13"}}
    ),
    "no_date_is_news": Case(shelling(""), {"date": "2024-05-14/2024-05-15", "when": 2}),
    "last_feast": Case(shelling("خلال عيد الفطر الماضي"), {"date": "2024-04-10/2024-04-12", "when": 2, "killed": 1}),
    "town_that_is_spelled_like_a_month": Case(
        "قتل ثلاثة أشخاص في مدينة تعز وخمسة في إب برصاص مسلحين مجهولين يوم الثلاثاء.", {"date": "2024-05-14"}
    ),
    "year_boundary": Case(shelling("في 29 كانون الأول"), {"date": "2023-12-29"}, published="2024-01-03"),
}

SEVERAL = {
    "yesterday_beside_last_month": Case(
        "قتل ثلاثة مدنيين بانفجار سيارة مفخخة في مدينة عفرين أمس. وكانت سيارة مفخخة انفجرت في مدينة جرابلس الشهر الماضي وقتلت سبعة.",
        [
            {"date": "2024-05-14", "killed": 3, "salience": "main"},
            {"date": "2024-04-01/2024-04-30", "killed": 7, "salience": "background"},
        ],
    ),
    "lead_today_background_dated": Case(
        "هاجم مسلحون حاجزا للجيش في مدينة العريش اليوم وقتلوا جنديين. وفي 2 أيار/مايو الجاري قتل أربعة جنود بهجوم مماثل في مدينة الشيخ زويد.",
        [{"date": "2024-05-15", "killed": 2}, {"date": "2024-05-02", "killed": 4, "salience": "background"}],
    ),
    "year_of_a_statement_is_not_the_date": Case(
        "قتل جنديان بانفجار لغم في مدينة حرض أمس. وتشهد اليمن حربا منذ عام 2014.",
        {"date": "2024-05-14", "killed": 2},
    ),
    "two_sentences_same_day": Case(
        "قصفت طائرات مسيرة مستودعا للوقود في مدينة كوستي صباح أمس. وأدى القصف إلى مقتل عامل.",
        {"date": "2024-05-14", "killed": 1},
    ),
}

OTHER_DATES = {
    "day_of_a_source": Case(
        "قتل خمسة مدنيين الاثنين بانفجار عبوة ناسفة في مدينة بعقوبة، بحسب ما أفادت مصادر طبية أمس الثلاثاء، في هجوم لم تتبنه أي جهة.",
        {"date": "2024-05-13", "killed": 5},
    ),
    "day_of_a_statement_when_the_act_has_its_own": Case(
        "أعلنت الوزارة اليوم الأربعاء أن جنديين قتلا بانفجار لغم في مدينة حرض يوم الأحد.",
        {"date": "2024-05-12", "killed": 2},
    ),
    "only_the_day_of_a_statement": Case(
        "أعلن الجيش اليوم الأربعاء مقتل جنديين بانفجار لغم في مدينة حرض.", {"date": "2024-05-15", "killed": 2}
    ),
    "month_in_a_relative_clause": Case(
        "قتل مدنيان بانفجار سيارة مفخخة في مدينة عفرين قرب المدرسة التي بنيت في آذار الماضي.",
        {"date": "2024-05-14/2024-05-15", "killed": 2},
    ),
    "month_in_a_relative_clause_of_the_act": Case(
        "نشرت الشرطة صور منفذي التفجير الذي وقع في مدينة طرطوس في آذار الماضي وقتل فيه سبعة مدنيين.",
        {"date": "2024-03-01/2024-03-31", "killed": 7},
    ),
    "month_of_what_was_before": Case(
        "قتل أربعة مدنيين بانفجار سيارة مفخخة في بلدة مندلي. وكانت السلطات أعلنت في يناير تحرير محافظة ديالى.",
        [{"date": "2024-05-14/2024-05-15", "killed": 4}, {"date": "2024-01-01/2024-01-31"}],
    ),
    "article_written_the_day_before": Case(
        "قتل مدنيان بانفجار سيارة مفخخة في مدينة عفرين أمس. وأعلنت الشرطة اليوم الثلاثاء أن التحقيق بدأ.",
        {"date": "2024-05-13", "killed": 2},
    ),
    "day_of_the_war": Case(
        "في اليوم الـ222 للحرب على غزة، قتل أربعة فلسطينيين في غارة على مدينة رفح.", {"date": "2024-05-15", "when": 1}
    ),
    "fighting_under_way": Case(
        "وصلت تعزيزات إلى مدينة تعز الأحد، وقال شهود إن اشتباكات تدور بين الجيش والحوثيين في حي الضباب.",
        {"date": "2024-05-14/2024-05-15"},
    ),
    "fighting_that_was_under_way": Case(
        "وصلت تعزيزات إلى مدينة تعز الأحد، وكانت اشتباكات تدور بين الجيش والحوثيين في حي الضباب.",
        {"date": "2024-05-12"},
    ),
    "fighting_under_way_for_months": Case(
        "قال مصدر عسكري إن معارك تدور منذ شهرين بين الجيش والحوثيين في حي الضباب بمدينة تعز.",
        {"date": "2024-05-14/2024-05-15"},
    ),
    "bombing_that_is_investigated": Case(
        "كشفت التحقيقات في عملية التفجير التي استهدفت سوقا في مدينة بعقوبة وسقط فيها عشرة قتلى تورط رجال شرطة.",
        {"date": "2024-05-08/2024-05-15", "when": 3},
    ),
    "bombing_that_is_news": Case(
        "سقط عشرة قتلى في عملية التفجير التي استهدفت سوقا في مدينة بعقوبة.",
        {"date": "2024-05-14/2024-05-15", "killed": 10},
    ),
    "what_followed_is_not_of_the_day_before": Case(
        "قصفت طائرات تركية أمس مواقع للتنظيم في مدينة جرابلس، غداة هجوم على حاجز في مدينة كلس. "
        "وقالت مصادر طبية إن غارة على بلدة الراعي قتلت تسعة مدنيين.",
        [{"date": "2024-05-14"}, {"date": "2024-05-14", "killed": 9}],
    ),
    "day_of_what_had_happened_beside_it": Case(
        "قصف التحالف رتلا للحوثيين قرب مدينة الضالع وقتل ستة منهم حيث كانت تعزيزات قد وصلت أول أمس.",
        {"date": "2024-05-14/2024-05-15", "killed": 6},
    ),
    "names_of_the_dead_are_announced": Case(
        "أعلنت الوزارة اليوم أسماء الشهداء الذين قضوا في التفجير الانتحاري الذي استهدف مسجدا تابعا للجيش في مدينة أبها وقتل فيه خمسة جنود.",
        {"date": "2024-05-08/2024-05-15", "when": 3},
    ),
    "friday_prayer_of_a_date": Case(
        "وأسفر التفجير الذي تعرض له المسجد في مدينة الكويت خلال صلاة الجمعة في 26 نيسان الماضي عن مقتل 27 شخصا.",
        {"date": "2024-04-26", "killed": 27},
    ),
    "rising_toll": Case(
        "ارتفع عدد قتلى تفجير السوق في مدينة بعقوبة إلى 57 قتيلا، بحسب الشرطة.",
        {"date": "2024-05-08/2024-05-15", "killed": 57},
    ),
    "rising_toll_of_today": Case(
        "ارتفع عدد قتلى تفجير السوق في مدينة بعقوبة اليوم إلى 57 قتيلا.", {"date": "2024-05-15", "killed": 57}
    ),
    "since_then": Case(
        "فجر انتحاري نفسه في بلدة سروج التركية في 20 نيسان. وقصفت تركيا منذ ذلك الحين مواقع في مدينة عين العرب وقتلت ثمانية.",
        [{"date": "2024-04-20"}, {"date": "2024-04-20/2024-05-15", "killed": 8}],
    ),
    "back_then_in_a_month_told_before": Case(
        "ويذكر ذلك بما جرى في آذار 2023 قرب مدينة تعز. وقد قتل آنذاك خمسة جنود بصاروخ في المدينة نفسها.",
        {"date": "2023-03-01/2023-03-31", "killed": 5},
    ),
    "street_named_for_a_day": Case(
        "قصف الحوثيون أمس أحياء في مدينة تعز وقتلوا ثلاثة مدنيين في شارع 26 سبتمبر.",
        {"date": "2024-05-14", "killed": 3},
    ),
    "headline_has_the_day_of_the_body": Case(
        "قصفت دبابات تركية الأحد مواقع للتنظيم في مدينة جرابلس وقتلت خمسة مسلحين.",
        {"date": "2024-05-12", "killed": 5},
        title="الجيش التركي يقصف مواقع للتنظيم في جرابلس",
    ),
}

CASES = {**SINGLE, **SEVERAL, **OTHER_DATES}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_dates_belong_to_their_act(case):
    assert case.differences() == []
