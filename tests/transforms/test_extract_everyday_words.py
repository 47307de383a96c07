"""Everyday words that look like places, captives, authors, violence or crowds in the script without vowels."""

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

FREED = {
    "hostages_let_go": Case("أفرج الخاطفون عن ثلاثة مخطوفين في السويداء أمس.", NOTHING),
    "captives_freed": Case("تحرير 3 مختطفين في السويداء أمس.", NOTHING),
    "taken_and_let_go": Case("اختطف مسلحون ثلاثة مدنيين ثم أفرجوا عنهم في السويداء أمس.", {"abducted": 3}),
    "killed_while_freeing": Case("قتل جنديان خلال عملية تحرير ثلاثة مختطفين في السويداء أمس.", {"killed": 2}),
}

LOOKS_LIKE_VIOLENCE = {
    "town_named_she_destroys": Case("انفجار لغم قرب مدينة تدمر أمس أدى لمقتل شخصين.", {"killed": 2}),
    "aircraft_destroy": Case("طائرات تدمر منزلا في رفح فجر أمس.", {"kind": "Air/drone strike"}),
    "burst_tyre": Case("انفجار إطار شاحنة في عمان أمس أصاب سائقا.", NOTHING),
    "shelled_with_words": Case("قصف إعلامي متبادل بين الحزبين في بغداد أمس.", NOTHING),
    "hit_by_rockets": Case("ضرب موقع للجيش بصاروخين قرب الرقة أمس.", {"kind": "Shelling/artillery/missile attack"}),
}

LOOKS_LIKE_A_CROWD = {
    "aspects": Case("مكافحة الفساد بشتى صوره ومظاهره ما طالب به المؤتمر في بغداد أمس.", NOTHING),
    "cultural_event": Case("انطلقت في تونس أمس تظاهرة سينمائية بمشاركة مخرجين عرب.", NOTHING),
    "note_of_protest": Case("سلمت الخارجية السفير في المنامة أمس مذكرة احتجاج رسمية على التصريحات.", NOTHING),
    "troops_mass": Case("احتشدت قوات من الجيش أمس جنوب مدينة زنجبار.", NOTHING),
    "pretends": Case("تظاهر بأنه ميت فتركوه في شوارع المدينة أمس.", NOTHING),
    "stands_by_somebody": Case("وقف أهالي نجران أمس وقفة رجل واحد خلف القيادة.", NOTHING),
    "holds_fast": Case("دعا الخطيب في القاهرة أمس إلى الاعتصام بحبل الله.", NOTHING),
    "crowd_beaten": Case("ضربت قوات الأمن متظاهرين في الخرطوم أمس.", {"kind": "Protest with intervention"}),
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

CASES = {
    **LOOKS_LIKE_A_PLACE,
    **LOOKS_LIKE_A_CAPTIVE,
    **LOOKS_LIKE_AN_AUTHOR,
    **FREED,
    **LOOKS_LIKE_VIOLENCE,
    **LOOKS_LIKE_A_CROWD,
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_everyday_words_are_read_as_such(case):
    assert case.differences() == []
