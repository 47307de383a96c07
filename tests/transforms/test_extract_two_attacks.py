"""Two attacks told in one sentence or one after the other give two rows, each with its own day, place and toll."""

import pytest

from tests.transforms.extract_cases import Case

# The day of publication is Wednesday 15 May 2024.
CAME_BEFORE = {
    "hours_after_another": Case(
        "فجر انتحاري نفسه أمام أكاديمية الشرطة في مدينة عدن اليوم وقتل تسعة طلاب، بعد ساعات من تفجير سيارة مفخخة في حي سكني أدى إلى مقتل ستة أشخاص.",
        [
            {"kind": "Suicide bomb", "date": "2024-05-15", "killed": (9, 9, 10)},
            {"kind": "Remote explosive/landmine/IED", "date": "2024-05-15", "killed": 6},
        ],
    ),
    "twenty_hours_after_another": Case(
        "قتل جندي في هجوم على حاجز في مدينة العريش أمس، بعد عشرين ساعة من تفجير عبوة ناسفة في مدينة رفح قتل فيه ضابطان.",
        [
            {"date": "2024-05-14", "killed": 1},
            {"date": "2024-05-13/2024-05-14", "kind": "Remote explosive/landmine/IED", "killed": 2},
        ],
    ),
    "came_in_the_wake_of": Case(
        "قتل ستة جنود في هجوم على معسكر للجيش في مدينة عدن أمس. وقال ضابط إن الهجوم على المعسكر جاء في أعقاب تفجير انتحاري في مدينة المكلا مساء السبت أدى إلى مقتل 12 شخصا.",
        [{"date": "2024-05-14", "killed": 6}, {"kind": "Suicide bomb", "date": "2024-05-11", "killed": (12, 12, 13)}],
    ),
    "which_followed": Case(
        "أعلن التنظيم مسؤوليته عن الهجوم على الثكنة، الذي أعقب تفجيرا انتحاريا في سوق بمدينة كركوك أمس أسفر عن مقتل 11 شخصا.",
        {"kind": "Suicide bomb", "date": "2024-05-14", "killed": (11, 11, 12)},
    ),
    "in_the_town_that_saw_another": Case(
        "قتل سبعة أشخاص في هجوم انتحاري استهدف فندقا في مدينة مقديشو أمس. وهذا الهجوم هو الثاني خلال أيام في مقديشو التي شهدت يوم السبت تفجيرا بشاحنة أسفر عن مقتل 18 شخصا.",
        [
            {"kind": "Suicide bomb", "date": "2024-05-14", "killed": (7, 7, 8)},
            {"kind": "Remote explosive/landmine/IED", "date": "2024-05-11", "killed": 18},
        ],
    ),
}
ONE_BY_ONE = {
    "first_and_second": Case(
        "هز انفجاران العاصمة بغداد أمس، الأول بسيارة مفخخة في الكرادة أسفر عن مقتل عشرة، والثاني بعبوة ناسفة في حي الشعلة وأدى إلى مقتل ثلاثة.",
        [
            {"named": "الكرادة", "killed": 10, "weapon": "car bomb", "date": "2024-05-14"},
            {"named": "الشعلة", "killed": 3, "weapon": "IED", "date": "2024-05-14"},
        ],
    ),
    "one_and_the_other": Case(
        "قتل 35 شخصا في هجومين منفصلين في كابول أمس، أحدهما بشاحنة مفخخة استهدف حيا سكنيا وأوقع 15 قتيلا، والآخر انتحاري استهدف فندقا وأوقع 20 قتيلا.",
        [{"killed": 15, "weapon": "car bomb"}, {"killed": (20, 20, 21), "kind": "Suicide bomb"}],
    ),
    "verb_before_the_ordinal": Case(
        "قال الجيش إن غارتين جويتين استهدفت الأولى مخزنا في مدينة الرقة أمس وقتل فيها ستة مسلحين، واستهدفت الثانية حاجزا في مدينة الطبقة وقتل فيها مسلحان.",
        [{"place": "Raqqa", "killed": 6}, {"killed": 2}],
    ),
    "the_sum_before_two_sentences": Case(
        "قتل 22 شخصا في هجومين بمدينة مايدوجوري أمس. واستهدف الهجوم الأول سوقا وقتل فيه 15 شخصا، بينما استهدف الثاني مسجدا وقتل سبعة.",
        [{"killed": 15}, {"killed": 7}],
    ),
    "one_toll_for_both_stays_with_the_first": Case(
        "قتل عشرون شخصا في تفجيرين في كركوك أمس، الأول أمام مركز للشرطة والثاني بسيارة مفخخة قرب سوق شعبي.",
        [{"killed": 20}, {"killed": (None, None, None), "weapon": "car bomb"}],
    ),
}
ONE = {
    "one_of_two_dead": Case(
        "قتل جنديان في هجومين بمدينة العريش أمس، أحدهما ضابط والآخر مجند.",
        {"killed": 2},
    ),
    "one_of_two_wounded": Case(
        "أصيب شرطيان في هجومين بمدينة العريش أمس، أحدهما في حالة خطيرة والآخر إصابته طفيفة.", {"injured": 2}
    ),
    "first_of_its_kind": Case(
        "قتل خمسة أشخاص في تفجيرين بسوق في مدينة العريش أمس، الأول من نوعه منذ شهر والثاني خلال عام.", {"killed": 5}
    ),
    "clashes_after_an_attack": Case(
        "اندلعت اشتباكات في مدينة العريش أمس عقب هجوم على حاجز للجيش قتل فيه جنديان.", {"killed": 2}
    ),
    "claimed_no_attack_that_cost_lives": Case(
        "لم تعلن أي جهة مسؤوليتها عن هجوم أوقع ستة قتلى في مدينة كابول أمس.", {"killed": 6}
    ),
}
CASES = {**CAME_BEFORE, **ONE_BY_ONE, **ONE}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_attack_has_its_own_row(case):
    assert case.differences() == []
