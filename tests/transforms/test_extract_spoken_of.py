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
    "wounded_visited": Case(
        "زار مدير الشرطة المصابين في حادث تفجير المسجد في مدينة أبها. وقدم الورود للمصابين.", NOTHING
    ),
    "rumour_denied": Case("أكد المتحدث عدم تعرض أي مقر لمحاولة تفجير في مدينة الرياض.", NOTHING),
    "to_be_held_tomorrow": Case("إضراب عام غدا في مدينة مدريد دعما لغزة.", NOTHING),
    "what_goes_on_there": Case("قالت المقررة إن ما يجري في قطاع غزة من هجمات هو إرهاب نفسي.", NOTHING),
    "need_of_handing_over": Case("أكدت مصر اليوم تمسكها بضرورة تسليم معبر رفح إلى السلطة الفلسطينية.", NOTHING),
    "policy_of": Case("سياسة هدم المنازل في مدينة القدس تهدد آلاف السكان.", NOTHING),
    "a_visit": Case("تفقد الوزير موقع التفجير في مدينة أبها.", NOTHING),
    "pretext": Case("أمر الجيش سكان بلدة بيت حانون بإخلاء منازلهم بدعوى استخدامها لإطلاق الصواريخ.", NOTHING),
    "until_it_is_freed": Case("أكد القائد الاستمرار في القتال حتى تحرير مدينة تعز.", NOTHING),
    "not_at_the_head": Case("ما قصفت الطائرات مدينة إدلب أمس.", NOTHING),
    "exchange_of_captives_to_come": Case("بدأت عملية إطلاق سراح المحتجزين في مدينة غزة.", NOTHING),
    "verbal_attack": Case("هاجم زعيم الحزب سياسات الحكومة في مدينة بغداد أمس.", NOTHING),
    "political_bomb": Case("فجر النائب قنبلة سياسية في بيروت أمس.", NOTHING),
    "worry_takes_hold": Case("سيطر القلق على سكان مدينة بغداد أمس.", NOTHING),
    "fell_from_a_roof": Case("قتل عامل إثر سقوطه من سطح مبنى في مدينة جدة أمس.", NOTHING),
    "shot_whoever_enters": Case("تطلق القوات النار على كل من يدخل المنطقة في مدينة رفح.", NOTHING),
    "accused_of": Case("أفرجت المحكمة عن المتهمين بمهاجمة مزارعين في مدينة نابلس.", NOTHING),
    "threatens_to_blow_up": Case("قضيتان تهددان بنسف الهدنة في مدينة غزة.", NOTHING),
    "under_an_expert_s_headline": Case(
        "تواصل الفصائل نصب الكمائن في مخيم جباليا.", NOTHING, title="خبير عسكري: المقاومة تغير أساليبها"
    ),
    "died_of_the_cold": Case("توفي رضيع متأثرا بالبرد في مدينة خان يونس أمس.", NOTHING),
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
    "no_casualties_of_shelling": Case(
        "لم يسفر القصف على مدينة مأرب أمس عن إصابات.", {"kind": "Shelling/artillery/missile attack"}
    ),
    "link_denied_not_the_blast": Case("نفى التنظيم صلته بالتفجير الذي قتل ثمانية أشخاص في كابول أمس.", {"killed": 8}),
    "authorship_denied_not_the_attack": Case(
        "نفت حركة طالبان مسؤوليتها عن الهجوم الذي قتل فيه عشرة أشخاص في كابول أمس.", {"killed": 10, "by": set()}
    ),
    "refused_and_killed": Case("رفض الجنود الاستسلام فقتلهم المسلحون في بلدة عرسال أمس.", {"named": "عرسال"}),
    "raids_after_a_threat": Case(
        "بعد تهديد الوزير شنت الطائرات غارات على مدينة الحديدة أمس.", {"kind": "Air/drone strike"}
    ),
    "suspects_of_a_blast_that_killed": Case(
        "اعتقلت الشرطة ثلاثة من المشتبه بتورطهم في تفجير أسفر عن مقتل شرطيين في المنامة أمس.", {"killed": 2}
    ),
    "attack_under_opinion_told_anew": Case(
        "عبر الكاتب عن استيائه من تجاهل هجوم شنه مستوطنون مسلحون أمس على مزارعين فلسطينيين في بلدة ترمسعيا.",
        {"kind": "Attack"},
    ),
    "told_under_a_question": Case(
        "نفذ مسلحون فجر أمس هجوما على حي سكني في مدينة البيرة وأحرقوا سيارات.",
        {"place": "Al-Bireh"},
        title="كيف تجرأ المستوطنون على المدينة؟",
    ),
    "suspects_arrested": Case(
        "طوقت القوات أماكن المشتبه بهم أمس في مدينة القصرين وألقت القبض على 13 عنصرا.", {"kind": "Arrests"}
    ),
    "house_falls_by_shelling": Case("قتل طفل بانهيار منزل استهدفه قصف في مدينة غزة أمس.", {"killed": 1}),
}


@pytest.mark.parametrize("case", OPINION.values(), ids=OPINION.keys())
def test_what_is_only_spoken_of_is_no_incident(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD.keys())
def test_what_is_told_beside_it_is_one(case):
    assert case.differences() == []
