"""What did not happen, or is no conflict: each must give no incident; beside it the act that did happen."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case

UNREAL = {
    "square_named_for_a_court": Case(
        "انفجرت قنبلة أمس في ميدان المحكمة بحي مصر الجديدة في القاهرة وأصابت شخصين.", {"injured": 2}
    ),
    "condemned_and_told": Case(
        "دان رئيس الوزراء الهجوم الذي وقع في مدينة ماروا أمس، حيث انفجرت سيارة مفخخة في السوق وقتل 13 شخصا.",
        {"kind": "Remote explosive/landmine/IED", "killed": 13},
    ),
    "denied": Case("نفى الجيش السوداني قصف مستشفى في مدينة الفاشر أمس.", NOTHING),
    "denied_by_spokesman": Case("نفى المتحدث باسم الحركة صحة الأنباء عن اغتيال أحد قادتها في مدينة صيدا أمس.", NOTHING),
    "negated_verb": Case("لم تقصف الطائرات مدينة صنعاء أمس.", NOTHING),
    "negated_masdar": Case("أكد المحافظ عدم وقوع أي هجوم في مدينة كركوك أمس.", NOTHING),
    "threatened": Case("هدد الحوثيون بقصف منشآت نفطية في مدينة جدة.", NOTHING),
    "vowed": Case("توعدت الجماعة بشن هجمات على السفن في البحر الأحمر.", NOTHING),
    "will_future": Case("ستشن القوات العراقية هجوما على بلدة الحويجة خلال الأيام المقبلة.", NOTHING),
    "planned": Case("يخطط التنظيم لشن هجمات على مدينة سامراء.", NOTHING),
    "intends": Case("يعتزم الجيش اقتحام مدينة رفح خلال أيام.", NOTHING),
    "preparing": Case("تستعد قوات حفتر لاقتحام مدينة سرت.", NOTHING),
    "conditional": Case("إذا هاجمت القوات مدينة الحديدة فإن الوضع الإنساني سيتدهور.", NOTHING),
    "in_case_of": Case("في حال قصف مدينة طرابلس سترد الحكومة بقوة.", NOTHING),
    "may": Case("قد تشن إسرائيل غارات على بيروت إذا فشلت المفاوضات.", NOTHING),
    "wished": Case("تمنى الخطيب أن تحرر القوات مدينة الموصل قريبا.", NOTHING),
    "called_for": Case("دعا ناشطون إلى التظاهر في مدينة السويداء يوم الجمعة المقبل.", NOTHING),
    "asked_to_stop": Case("طالبت الأمم المتحدة بوقف القصف على مدينة الفاشر.", NOTHING),
    "warned_of": Case("حذرت السفارة رعاياها من هجمات محتملة في مدينة إسطنبول.", NOTHING),
    "feared": Case("أعرب السكان عن خشيتهم من قصف مدينة رفح.", NOTHING),
    "condemned": Case("أدانت جامعة الدول العربية الهجوم الذي استهدف مدينة العريش.", NOTHING),
    "condemned_with_toll": Case("دانت السعودية التفجير الإرهابي الذي وقع في مقديشو وأودى بحياة العشرات.", NOTHING),
    "condolences": Case("بعث الملك برقية عزاء إلى الرئيس العراقي في ضحايا التفجير الذي وقع في بغداد.", NOTHING),
    "accused_generally": Case("اتهمت المعارضة الحكومة بقتل المدنيين في السودان.", NOTHING),
    "plot_foiled_without_act": Case("ناقش المجلس خطة لاقتحام مدينة الحديدة.", NOTHING),
    "purpose": Case("وصلت تعزيزات إلى مدينة مأرب بهدف استعادة مديرية صرواح.", NOTHING),
    "question": Case("هل تقصف إسرائيل المنشآت الإيرانية في مدينة أصفهان؟", NOTHING),
}

GENERAL = {
    "generic_habit": Case("تقصف قوات النظام قرى جبل الزاوية بشكل يومي.", NOTHING),
    "trend": Case("تزايدت هجمات تنظيم الدولة في العراق خلال الآونة الأخيرة.", NOTHING),
    "long_total": Case("قتل أكثر من 2000 مدني في السودان منذ بداية العام.", NOTHING),
    "war_total": Case("بلغ عدد ضحايا الحرب على قطاع غزة 35 ألف شهيد منذ السابع من أكتوبر.", NOTHING),
    "monthly_report": Case("وثقت الشبكة السورية مقتل 97 مدنيا في سوريا خلال شهر نيسان الماضي.", NOTHING),
    "analysis": Case("يرى محللون أن استهداف المدن يعكس تحولا في استراتيجية الجماعة.", NOTHING),
    "meeting": Case("بحث الوزيران مكافحة الإرهاب ومواجهة التنظيمات المسلحة في المنطقة.", NOTHING),
    "policy": Case("أكد الوزير أهمية محاربة الإرهاب ووقف القتال في ليبيا.", NOTHING),
}

OTHER_WORLDS = {
    "cultural_demonstration": Case("شهدت مدينة أربيل أمس تظاهرة ثقافية كبيرة بمشاركة عشرات الكتاب.", NOTHING),
    "funeral": Case("شارك الآلاف أمس في تشييع جثمان الجندي في مدينة الطائف.", NOTHING),
    "court_sentence": Case("قضت محكمة الجنايات في بغداد بالسجن المؤبد على متهم بتنفيذ تفجير.", NOTHING),
    "judicial_execution": Case("نفذت وزارة الداخلية حكم القتل تعزيرا بأحد الجناة في مدينة الرياض أمس.", NOTHING),
    "trial": Case("بدأت محاكمة المتهمين باغتيال الناشط في مدينة البصرة أمس.", NOTHING),
    "football": Case(
        "شن مهاجم الفريق هجوما قويا على مرمى الخصم في مباراة الدوري وأطلق قذيفة استقرت في المرمى.",
        NOTHING,
        title="الهلال يقصف شباك النصر",
    ),
    "football_injury": Case(
        "أصيب لاعب المنتخب في مباراة أمس وسيغيب عن بطولة كأس العرب، وقال مدرب الفريق إن الإصابة طفيفة.", NOTHING
    ),
    "metaphor_market": Case("انفجرت أسعار الخضار في أسواق دمشق أمس.", NOTHING),
    "metaphor_battle": Case("يخوض الحزب معركة انتخابية في مدينة البصرة.", NOTHING),
    "metaphor_words": Case("شن النائب هجوما عنيفا على الحكومة في جلسة البرلمان أمس.", NOTHING),
    "film": Case(
        "يروي الفيلم قصة جندي قتل في معركة، ويشارك المسلسل والفيلم في مهرجان القاهرة، وقال ممثل إن الفيلم يصور الحرب.",
        NOTHING,
    ),
    "drill": Case("نفذت القوات البحرية مناورات عسكرية شملت قصف أهداف وهمية قرب مدينة الإسكندرية أمس.", NOTHING),
    "anniversary": Case("أحيا الأهالي الذكرى السنوية لمجزرة حماة أمس.", NOTHING),
    "traffic_accident": Case("قتل أربعة أشخاص وأصيب ستة بحادث سير على طريق بغداد كركوك أمس.", NOTHING),
    "gas_cylinder": Case("أصيبت عائلة بانفجار أسطوانة غاز في منزل بمدينة حماة أمس.", NOTHING),
    "drowned_boat": Case("لقي 12 مهاجرا مصرعهم غرقا قبالة سواحل مدينة زوارة أمس.", NOTHING),
    "fire_by_short_circuit": Case("قتل ثلاثة أطفال بحريق اندلع بسبب ماس كهربائي في مخيم قرب مدينة إعزاز أمس.", NOTHING),
    "earthquake": Case("قتل عشرات الأشخاص بزلزال ضرب مدينة الحسيمة أمس.", NOTHING),
    "illness": Case("سجلت وزارة الصحة 20 إصابة بفيروس كورونا في مدينة أربيل أمس.", NOTHING),
    "family_crime": Case("قتل رجل زوجته بسبب خلافات عائلية في مدينة المنصورة أمس.", NOTHING),
    "drug_smuggler": Case(
        "ألقت الشرطة القبض على مهرب مخدرات وبحوزته خمسة كيلوغرامات من الحشيش في مدينة عمان أمس.", NOTHING
    ),
    "training_course": Case("اختتمت الشرطة دورة تدريب على تفكيك العبوات الناسفة في مدينة النجف أمس.", NOTHING),
    "peace_process": Case("ناقش المبعوث الأممي عملية السلام في اليمن مع وزير الخارجية في الرياض أمس.", NOTHING),
    "editor_in_chief": Case("عين الكاتب رئيس تحرير لصحيفة في مدينة بيروت أمس.", NOTHING),
    "hostage_of_words": Case("وصف الوزير القرار بأنه ضربة قوية للسوق في دبي أمس.", NOTHING),
}

REAL = {
    "threat_after_a_real_attack": Case(
        "هدد الحوثيون بالرد بعد غارة أمريكية قتلت ثلاثة من عناصرهم في مدينة الحديدة أمس.",
        {"kind": "Air/drone strike", "killed": 3},
    ),
    "condemned_after_telling": Case(
        "قتل خمسة مصلين بتفجير في مسجد بمدينة بعقوبة أمس. وأدان المحافظ التفجير.", {"killed": 5}
    ),
    "denied_toll_but_real_act": Case(
        "انفجرت عبوة ناسفة في مدينة الحلة أمس، ونفت الشرطة سقوط قتلى.", {"kind": "Remote explosive/landmine/IED"}
    ),
    "called_to_stop_after_telling": Case(
        "قصفت طائرات حربية سوقا في مدينة كبكابية أمس وقتلت 12 مدنيا. ودعت الأمم المتحدة إلى وقف القصف.", {"killed": 12}
    ),
    "protest_over_shelling_is_a_protest": Case(
        "تظاهر العشرات في مدينة إعزاز أمس احتجاجا على قصف مدينة إدلب.", {"kind": "Peaceful protest"}
    ),
    "protest_calling_for_freedom": Case(
        "نظم الأهالي وقفة في مدينة القامشلي أمس للمطالبة بالإفراج عن المعتقلين.", {"kind": "Peaceful protest"}
    ),
    "accused_of_a_named_act": Case(
        "قتل مدنيان بقصف على بلدة طفس غربي درعا أمس، واتهم الأهالي قوات النظام.", {"killed": 2}
    ),
    "attempted_assassination_counts": Case(
        "نجا قائد شرطة من محاولة اغتيال بانفجار عبوة ناسفة استهدفت موكبه في مدينة الفلوجة أمس.",
        {"kind": {"Remote explosive/landmine/IED", "Attack", "Armed clash"}},
    ),
    "bodies_recovered": Case(
        "انتشلت فرق الدفاع المدني جثامين أربعة مدنيين من تحت الأنقاض بعد غارة على مدينة النبطية أمس.", {"killed": 4}
    ),
    "demonstration_in_a_cultural_town": Case(
        "خرجت تظاهرة احتجاجية في مدينة الناصرية أمس.", {"kind": "Peaceful protest"}
    ),
    "dispute_with_guns": Case(
        "قتل شخصان باشتباكات مسلحة بين عشيرتين في ناحية العز جنوب محافظة ميسان أمس.",
        {"kind": "Armed clash", "killed": 2},
    ),
}

CASES = {**UNREAL, **GENERAL, **OTHER_WORLDS, **REAL}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_only_what_happened_becomes_an_incident(case):
    assert case.differences() == []


COUNTED_UP = {
    "since_taking_office": "قتل أكثر من 700 شخص في ولاية بورنو منذ تولي الرئيس السلطة في 29 مايو الماضي.",
    "in_a_month_and_a_half": "قتل 120 شخصا في مدينة كانو خلال شهر ونصف الشهر.",
    "somebody_documented": "وثقت الشبكة مقتل 214 مدنيا في مدينة درعا.",
}


@pytest.mark.parametrize("text", COUNTED_UP.values(), ids=COUNTED_UP.keys())
def test_what_somebody_has_counted_up_is_no_incident(text):
    assert Case(text, NOTHING).differences() == []


def test_a_toll_of_one_attack_is_kept_beside_a_beginning():
    case = Case("قتل 25 مدنيا بغارة جوية على سوق في مدينة صعدة أمس، في أعنف غارة منذ بدء الهدنة.", {"killed": 25})
    assert case.differences() == []
