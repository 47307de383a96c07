"""One row an incident: retellings merged, two incidents kept apart, background, headlines, posts and broken spelling."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case

RETOLD = {
    "headline_gives_no_second_row": Case(
        "انفجرت سيارة مفخخة أمس في مدينة الصدر شرقي بغداد، ما أسفر عن مقتل أربعة أشخاص وإصابة تسعة.",
        {"killed": 4, "injured": 9},
        title="مقتل أربعة بتفجير في مدينة الصدر",
    ),
    "source_added_that_the_attack": Case(
        "هاجم مسلحون حاجزا للجيش في مدينة سبها أمس. وأضاف المصدر أن الهجوم أسفر عن مقتل جنديين.",
        {"kind": "Armed clash", "killed": 2},
    ),
    "toll_in_the_second_sentence": Case(
        "استهدف انفجار حافلة ركاب في مدينة عدن أمس. وقتل خمسة من ركاب الحافلة وأصيب سبعة.",
        {"killed": 5, "injured": 7},
    ),
    "claim_in_the_end": Case(
        "قتل ضابط بانفجار عبوة ناسفة في مدينة المكلا أمس. وتبنى تنظيم القاعدة العملية.",
        {"killed": 1},
    ),
}

APART = {
    "two_incidents_in_one_sentence": Case(
        "قتل مدني بقصف مدفعي على بلدة البارة جنوبي إدلب أمس، فيما أصيب ثلاثة أطفال بانفجار لغم في مدينة منبج.",
        [
            {"kind": "Shelling/artillery/missile attack", "killed": 1},
            {"kind": "Remote explosive/landmine/IED", "injured": 3},
        ],
    ),
    "arrest_and_bombing": Case(
        "انفجرت عبوة ناسفة في مدينة الرمادي أمس وأصابت شرطيين. وفي مدينة الموصل اعتقلت الشرطة أربعة عناصر من داعش أمس.",
        [{"kind": "Remote explosive/landmine/IED"}, {"kind": "Arrests", "detained": 4}],
    ),
    "same_town_same_day_is_one": Case(
        "شنت الطائرات ثلاث غارات على مدينة حرض أمس صباحا، ثم شنت غارتين على مدينة حرض مساء أمس.",
        {"kind": "Air/drone strike"},
    ),
    "background_with_older_date": Case(
        "قتل جنديان بانفجار لغم في مديرية ميدي أمس. وكان ثلاثة جنود قتلوا بانفجار مماثل في مدينة حرض في 2 أيار الجاري.",
        [{"killed": 2, "salience": "main"}, {"killed": 3, "date": "2024-05-02", "salience": "background"}],
    ),
    "background_without_place_or_date": Case(
        "قتل جنديان بانفجار لغم في مديرية ميدي أمس. وتشهد اليمن حربا قتل فيها عشرات الآلاف.",
        {"killed": 2},
    ),
    "two_towns_two_sentences": Case(
        "قصفت قوات النظام مدينة سرمين أمس وقتلت مدنيا. كما قصفت مدينة بنش وأصابت طفلين.",
        [{"place": "Sarmin", "killed": 1}, {"injured": 2}],
    ),
}

HEADLINES = {
    "nominal_killing": Case(
        "مقتل ثلاثة مدنيين بقصف على أم درمان أمس.", {"killed": 3, "kind": "Shelling/artillery/missile attack"}
    ),
    "nominal_targeting": Case(
        "استهداف رتل للتحالف بعبوة ناسفة على طريق مطار بغداد اليوم.", {"kind": "Remote explosive/landmine/IED"}
    ),
    "present_tense": Case(
        "الاحتلال يعتقل خمسة شبان في مدينة الخليل فجر اليوم.", {"kind": "Arrests", "detained": 5, "date": "2024-05-15"}
    ),
    "colon_after_place": Case("درعا: مقتل شاب برصاص مجهولين في مدينة نوى أمس.", {"killed": 1, "admin1": "Dar'a"}),
    "urgent": Case(
        "عاجل | انفجار سيارة مفخخة في مدينة مقديشو قبل قليل وسقوط قتلى.",
        {"kind": "Remote explosive/landmine/IED", "country": "SO"},
    ),
}

POSTS = {
    "dots_with_tatweel": Case(
        "قـ.ـتـ.ل ثلاثة مدنيين بقـ.ـصـ.ـف على بلدة معارة النعسان شمالي إدلب اليوم.", {"killed": 3}
    ),
    "spaced_letters": Case(
        "ق ص ف مدفعي على بلدة تفتناز شرقي إدلب اليوم وإصابة طفل.",
        {"kind": "Shelling/artillery/missile attack", "injured": 1},
    ),
    "dotted_explosion": Case(
        "ا.نـ.فجـ.ار عبوة ناسفة في مدينة الباب شرقي حلب اليوم وإصابة مدنيين اثنين.",
        {"kind": "Remote explosive/landmine/IED", "injured": 2},
    ),
    "broken_drone": Case(
        "مسيـ ـرة تستهدف سيارة في مدينة إدلب اليوم ومقـ ـتل شخص.", {"kind": "Air/drone strike", "killed": 1}
    ),
    "starred_letters": Case("ق*تل شاب برصاص مجهولين في مدينة طفس غربي درعا اليوم.", {"killed": 1}),
    "hashtags": Case(
        "#عاجل قصف مدفعي على #ريف_إدلب الجنوبي بلدة #البارة اليوم ومقتل مدني #سوريا", {"admin1": "Idleb", "killed": 1}
    ),
    "emoji": Case("🔴 استشهاد شابين برصاص الاحتلال في مخيم جنين اليوم 💔🇵🇸", {"killed": 2}),
    "persian_letters": Case("قتل مدنی بقصف علی مدینة سرمین شرقي إدلب اليوم.", {"killed": 1, "admin1": "Idleb"}),
    "zero_width": Case("قت\u200bل مدنيان بق\u200dصف مدفعي على بلدة النيرب شرقي إدلب اليوم.", {"killed": 2}),
    "right_to_left_marks": Case("\u202bقتل مدنيان بقصف مدفعي على بلدة النيرب شرقي إدلب اليوم.\u202c", {"killed": 2}),
    "presentation_forms": Case("\ufed7\ufe98\ufede مدنيان بقصف مدفعي على بلدة النيرب شرقي إدلب اليوم.", {"killed": 2}),
    "fully_vocalized": Case(
        "قُتِلَ مَدَنِيَّانِ وَأُصِيبَ ثَلَاثَةٌ آخَرُونَ بِقَصْفٍ مِدْفَعِيٍّ عَلَى مَدِينَةِ سَرْمِينَ شَرْقِيَّ إِدْلِبَ الْيَوْمَ.", {"killed": 2, "injured": 3}
    ),
    "without_hamza_and_dots": Case(
        "اصابة ثلاثة اشخاص بانفجار عبوة ناسفة في مدينه اعزاز شمالى حلب اليوم.", {"injured": 3}
    ),
    "missing_space_after_full_stop": Case(
        "قتل مدني بقصف على مدينة سرمين أمس.وأصيب طفلان بالقصف على المدينة.", {"killed": 1, "injured": 2}
    ),
    "dialect_today_and_now": Case("هلق قصف طيران ع مدينة سرمين وفي شهيدين و4 جرحى", {"killed": 2, "injured": 4}),
    "dialect_plane_hit": Case(
        "الطيران ضرب بلدة حاس من شوي وراح شهيد",
        {"kind": "Air/drone strike", "killed": 1},
        title="عاجل",
        published="2019-05-15",
    ),
    "egyptian_today": Case("النهارده الاحتلال قصف بيت في خان يونس واستشهد 3 اطفال", {"killed": 3}),
}

FURNITURE = {
    "related_headlines": Case(
        "قتل مدني بقصف مدفعي على مدينة سرمين شرقي إدلب أمس.\nوأضافت المصادر أن القصف استمر ساعة.\nاقرأ أيضا\nمقتل عشرة بتفجير في مدينة عفرين\nغارات على مدينة صعدة",
        {"killed": 1, "admin1": "Idleb"},
    ),
    "comments_tail": Case(
        "قتل مدني بقصف مدفعي على مدينة سرمين شرقي إدلب أمس.\nوأضافت المصادر أن القصف استمر ساعة.\nالتعليقات (2)\nالله يرحمه قتل خمسة في حلب أمس",
        {"killed": 1, "admin1": "Idleb"},
    ),
    "share_line": Case("شارك على فيسبوك\nقتل مدني بقصف مدفعي على مدينة سرمين شرقي إدلب أمس.", {"killed": 1}),
    "only_a_ticker": Case(
        "اتفقت الوزارة مع الشركات على خفض الأسعار في دمشق.\nمقالات ذات صلة\nانفجار في مدينة حمص يقتل خمسة", NOTHING
    ),
}

CASES = {**RETOLD, **APART, **HEADLINES, **POSTS, **FURNITURE}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_incident_is_one_row(case):
    assert case.differences() == []
