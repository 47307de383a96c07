"""What a text only speaks of gives no incident: opinion, review, question, forecast; beside it the same act told."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case

OPINION = {
    "thought_to_be": Case("اعتبرت الحركة اليوم أن العملية العسكرية في مدينة جنين جزء من خطة للضم.", NOTHING),
    "seen_as": Case("يرى باحثون أن استهداف مدينة الحديدة يمهد لمرحلة جديدة.", NOTHING),
    "described_as": Case("وصف الوزير الهجوم على مدينة نابلس بأنه تجاوز لكل الحدود.", NOTHING),
    "praised": Case("أشادت الفصائل باستهداف مدينة تل أبيب ورأت فيه تطورا نوعيا.", NOTHING),
    "reviewed": Case("سلطت صحف عالمية الضوء على الهجوم على مدينة جنين وعلى المفاوضات.", NOTHING),
    "discussed_on_air": Case("تناولت حلقة البرنامج تداعيات الهجوم على مدينة الحديدة.", NOTHING),
    "caused_talk": Case("أثار اقتحام مدينة رام الله جدلا واسعا على المنصات.", NOTHING),
    "judged_behind": Case("قال السفير إن الهجوم على مدينة الحديدة قد يقود إلى تصعيد كبير.", NOTHING),
    "to_be_done_later": Case("قالت صحيفة إن انسحاب الجيش من مدينة رفح سيكون في المرحلة الثانية.", NOTHING),
    "refused": Case("أكد رئيس الوزراء رفضه الانسحاب من مدينة رفح.", NOTHING),
    "vowed_to_free": Case("تعهد القائد بتحرير مدينة تعز.", NOTHING),
    "expected": Case("يتوقع السكان اقتحام مدينة رفح.", NOTHING),
    "awaited": Case("عائلات فلسطينية تترقب هدم منازلها في مدينة القدس.", NOTHING),
    "asked": Case("كيف تعمل المستشفيات في مدينة غزة؟", NOTHING, title="لماذا يهاجم الجيش مدينة غزة؟"),
    "goes_on_around": Case("قال المتحدث إن الوضع الصحي يتفاقم بسبب العمليات العسكرية في مدينة غزة.", NOTHING),
}

TOLD = {
    "toll_under_opinion": Case("اعتبرت الحركة أن الغارة التي قتلت خمسة مدنيين في مدينة جنين أمس جريمة.", {"killed": 5}),
    "day_of_the_act": Case(
        "وصف الوزير بالخطير الهجوم الذي شنه مسلحون على حاجز للجيش في مدينة سبها أمس.", {"named": "سبها"}
    ),
    "told_beside_opinion": Case(
        "اعتبرت الحركة ذلك تصعيدا بعدما شن الجيش غارات على مدينة جنين أمس.", {"kind": "Air/drone strike"}
    ),
    "inflicts_is_no_forecast": Case(
        "القسام توقع قوة للجيش الإسرائيلي في كمين بمدينة رفح أمس وتقتل ثلاثة جنود.",
        {"kind": "Armed clash", "killed": 3},
    ),
    "clashes_described_as_fierce": Case(
        "دارت فجر اليوم اشتباكات وصفت بالعنيفة بين الجيش ومسلحين في مدينة سبها.", {"kind": "Armed clash"}
    ),
    "damage_by_shelling": Case(
        "تضررت منازل عدة في مدينة صور جراء القصف الإسرائيلي مساء أمس.", {"kind": "Shelling/artillery/missile attack"}
    ),
}


@pytest.mark.parametrize("case", OPINION.values(), ids=OPINION.keys())
def test_what_is_only_spoken_of_is_no_incident(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD.keys())
def test_what_is_told_beside_it_is_one(case):
    assert case.differences() == []
