"""Everyday words that look like places, captives or authors in the script without vowels."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case

LOOKS_LIKE_A_PLACE = {
    "newspaper_that_was_told": Case(
        "وقال سكان محليون لـ«الشرق الأوسط» إن ثلاثة مدنيين قتلوا بقصف مدفعي على مدينة تعز أمس.", {"admin1": "Ta'iz"}
    ),
    "paper_named_like_a_city": Case(
        'وقال مصدر محلي لـ"الرياض" إن أربعة مسلحين قتلوا في اشتباكات بمدينة مأرب أمس.', {"country": "YE"}
    ),
    "quarters_of_a_city": Case(
        "قصفت المدفعية الأحياء الشمالية والشرقية لمدينة الفاشر أمس وقتل خمسة مدنيين.", {"place": "El Fasher"}
    ),
    "ministry_of_the_interior": Case(
        "قالت وزارة الداخلية إن أربعة من عناصر الشرطة قتلوا بانفجار عبوة ناسفة في بغداد أمس.", {"country": "IQ"}
    ),
    "hotel_with_a_citys_name": Case(
        "قتل ثلاثة أشخاص في هجوم مسلح على فندق بيبلوس في مدينة سيفاري وسط مالي أمس.", {"country": "ML"}
    ),
    "province_that_was_freed": Case(
        "حررت المقاومة الشعبية محافظة لحج أمس، وستكون وجهتها المقبلة محافظة أبين.", {"admin1": "Lahj"}
    ),
}

LOOKS_LIKE_A_CAPTIVE = {
    "families_helped": Case("سلمت الجمعية 100 أسرة منتجة مساعدات مالية في بغداد أمس.", NOTHING),
    "family_visited": Case("زار المحافظ أسرة الشهيد في مدينة كركوك أمس.", NOTHING),
    "soldiers_captured": Case("أسر مقاتلو الجيش الحر ثلاثة جنود قرب مدينة درعا أمس.", {"detained": 3}),
    "fighters_captured": Case("تمكنت المقاومة الشعبية من أسر 35 حوثيا في مديرية لودر أمس.", {"detained": 35}),
}

LOOKS_LIKE_AN_AUTHOR = {
    "terrorist_as_adjective": Case("قتل 15 شخصا بتفجير إرهابي استهدف سوقا في مدينة بعقوبة أمس.", {"by": set()}),
    "bomber_of_nobody": Case("فجر انتحاري نفسه وسط سوق في مدينة الحلة أمس وقتل تسعة مدنيين.", {"by": set()}),
    "freed_from_whom": Case(
        "أصبحت مدينة زنجبار محررة بالكامل من سيطرة المتمردين الحوثيين أمس.",
        {"kind": "Government regains territory", "by": set()},
        title="أخبار أبين",
    ),
}

CASES = {**LOOKS_LIKE_A_PLACE, **LOOKS_LIKE_A_CAPTIVE, **LOOKS_LIKE_AN_AUTHOR}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_everyday_words_are_read_as_such(case):
    assert case.differences() == []
