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
}


@pytest.mark.parametrize("case", BATTLES.values(), ids=BATTLES.keys())
def test_losses_belong_to_the_battle_told_before(case: Case) -> None:
    assert case.differences() == []


@pytest.mark.parametrize("case", PEOPLE.values(), ids=PEOPLE.keys())
def test_everybody_who_shared_a_fate_is_counted(case: Case) -> None:
    assert case.differences() == []
