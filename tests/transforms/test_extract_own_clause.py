"""The kind of an incident comes from the clause that names its act, not from a word that stands beside it."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case

OWN_CLAUSE = {
    "arrest_of_plotters": Case(
        "اعتقلت الشرطة في مدينة فاس أمس خمسة أشخاص للاشتباه في إعدادهم متفجرات تستهدف مقرات أمنية.",
        {"kind": "Arrests", "detained": 5},
    ),
    "sweep_with_arrests": Case(
        "اعتقل 40 شخصا خلال مداهمات نفذتها الشرطة أمس في مدينة أضنة ضمن حملة أمنية.",
        {"kind": "Arrests", "detained": 40},
    ),
    "raid_with_arrests": Case(
        "اقتحمت قوات الاحتلال بلدة سعير شمال الخليل أمس واعتقلت ثلاثة شبان.", {"kind": "Arrests", "detained": 3}
    ),
    "raid_that_shoots_a_villager": Case(
        "قتل فلاح برصاص جنود الاحتلال الإسرائيلي أثناء اقتحامهم قرية بيتا جنوب نابلس أمس.",
        {"kind": "Attack", "killed": 1},
    ),
    "store_of_car_bombs_explodes": Case(
        "قتل عاملان أمس في تفجير مستودع لتجهيز المفخخات داخل مدينة الباب.", {"kind": "Remote explosive/landmine/IED"}
    ),
    "bare_blast_told_as_suicide_later": Case(
        "هز تفجير سوقا في مدينة كانو أمس وقتل تسعة أشخاص. وقال شهود إن انتحاريا فجر نفسه وسط السوق.",
        {"kind": "Suicide bomb"},
    ),
    "town_held_by_others_is_bombed": Case(
        "قتل سبعة مدنيين أمس في غارة على سوق مدينة الحويجة التي يسيطر عليها تنظيم داعش.",
        {"kind": "Air/drone strike", "killed": 7},
        published="2016-05-15",
    ),
    "base_named_for_the_air_is_fought_for": Case(
        "هاجم مقاتلو المعارضة قاعدة أبو الظهور العسكرية الجوية شرق إدلب أمس وقتلوا ستة جنود.",
        {"kind": "Armed clash"},
        published="2015-05-15",
    ),
    "car_bombs_destroyed_before_use": Case(
        "دمرت قوات الجيش العراقي خمس سيارات مفخخة شرق مدينة هيت أمس.",
        {"kind": "Disrupted weapons use"},
        published="2016-03-15",
    ),
    "column_destroyed_by_aircraft": Case(
        "دمرت طائرات التحالف رتلا عسكريا للحوثيين في مديرية مكيراس أمس.",
        {"kind": "Air/drone strike"},
        published="2015-08-05",
    ),
    "missiles_captured_in_battle": Case(
        "صدت الشرطة العراقية هجوما لداعش شرق الرمادي أمس وقتلت ثمانية مسلحين واستولت على سبعة صواريخ.",
        {"kind": "Armed clash", "killed": 8},
        published="2015-08-05",
    ),
    "houses_taken_over": Case(
        "استولى مستوطنون على منزلين في حي الشيخ جراح بالقدس أمس.", {"kind": "Looting/property destruction"}
    ),
    "murder_after_a_rally": Case(
        "اغتال متطرف النائب في مدينة بيشاور أمس في ختام تظاهرة لحزبه.", {"kind": "Attack", "killed": 1}
    ),
    "operation_named_for_its_aim": Case(
        "خاضت القوات العراقية أمس معارك تحرير مدينة الحويجة وقتلت عشرة من مسلحي داعش.",
        {"kind": "Armed clash"},
        published="2017-09-25",
    ),
    "operation_of_shelling_is_shelling": Case(
        "نفذت المدفعية التركية عمليات قصف على مواقع لحزب العمال قرب مدينة زاخو أمس.",
        {"kind": "Shelling/artillery/missile attack"},
    ),
    "blows_of_fighters_come_from_no_aircraft": Case(
        "وجهت المقاومة الشعبية ضربات موجعة للحوثيين في مدينة تعز أمس وقتلت خمسة منهم.",
        {"kind": "Armed clash"},
        published="2015-08-05",
    ),
    "driven_out_by_nobody_named": Case(
        "تم دحر الحوثيين من مديرية المسيمير في لحج أمس.",
        {"kind": "Government regains territory", "on": {2}, "by": set()},
        title="أخبار لحج",
        published="2015-08-05",
    ),
    "militia_of_the_government_takes": Case(
        "سيطرت المقاومة الشعبية على بلدة الوهط بمحافظة لحج أمس.",
        {"kind": "Government regains territory"},
        published="2015-08-05",
    ),
    "isis_retakes": Case(
        "استعاد تنظيم داعش السيطرة على الحي العصري في مدينة بيجي أمس.",
        {"kind": "Non-state actor overtakes territory"},
        published="2015-08-05",
    ),
}

FURTHER = {
    "helicopter_is_hit": Case(
        "قتل جندي في إطلاق نار استهدف مروحية عسكرية قرب مدينة هكاري جنوب شرق تركيا أمس.", {"kind": "Armed clash"}
    ),
    "fighters_have_no_air_force": Case(
        "شن تنظيم داعش هجوما على مواقع للقوات الكردية في بلدة صرين شمال سوريا أمس. وساندت غارات جوية المدافعين عن البلدة.",
        {"kind": "Armed clash"},
        published="2015-08-05",
    ),
    "hand_grenades_burst": Case(
        "انفجرت القنابل اليدوية في ساحة بمدينة بوجمبورا أمس وقتل شرطي.", {"kind": "Grenade", "killed": 1}
    ),
    "settlers_walk_in": Case("اقتحم عشرات المستوطنين باحات المسجد الأقصى في القدس أمس.", {"kind": "Other", "by": {4}}),
    "weapons_smuggled": Case(
        "أحبط الجيش اللبناني تهريب أسلحة وذخائر قرب بلدة عرسال أمس.", {"kind": "Disrupted weapons use"}
    ),
    "arms_depot_freed_of_a_charge": Case(
        "أبطلت قوات الأمن مفعول عبوة ناسفة في مدينة كركوك أمس.", {"kind": "Disrupted weapons use"}
    ),
    "crowd_clashes_at_a_protest": Case(
        "تظاهر مئات الشبان في مدينة البصرة أمس ووقعت اشتباكات بين المتظاهرين والشرطة.",
        {"kind": "Violent demonstration"},
    ),
    "isis_takes_beside_gunmen": Case(
        "سيطر مسلحو تنظيم داعش على قرى قرب مدينة مارع شمال حلب أمس بعد معارك مع الجيش السوري الحر.",
        {"kind": "Non-state actor overtakes territory"},
        published="2015-08-11",
    ),
    "drone_taken_over": Case(
        "أعلنت سرايا القدس أمس سيطرتها على مسيرة إسرائيلية في خان يونس جنوبي القطاع.", {"kind": "Disrupted weapons use"}
    ),
    "brother_shot_by_soldiers": Case(
        "قتل شاب وأصيب شقيقه برصاص قوات الاحتلال في مدينة جنين أمس.", {"kind": "Attack", "killed": 1, "injured": 1}
    ),
    "command_post_is_no_capture": Case(
        "قصفت المقاومة مركز قيادة وسيطرة للجيش الإسرائيلي في مدينة رفح أمس بقذائف الهاون.",
        {"kind": "Shelling/artillery/missile attack"},
    ),
    "storm_of_words_aside_an_offensive_is_a_clash": Case(
        "شنت القوات الموالية للحكومة اليمنية أمس هجوما واسعا لاستعادة قاعدة العند في محافظة لحج.",
        {"kind": "Armed clash"},
        published="2015-08-04",
    ),
    "what_a_sentence_adds_later_is_not_its_kind": Case(
        "قتل خمسة جنود أمس عندما هاجم مسلحون نقطة تفتيش قرب مدينة أجدابيا.\n"
        "ويسعى المسلحون إلى استغلال الفوضى والسيطرة على المدينة.",
        {"kind": "Armed clash", "killed": 5},
    ),
}

NO_EVENT = {
    "kin_shot": Case("أطلق مواطن النار على شقيقه في مدينة الطائف أمس وأصابه.", NOTHING),
    "wife_killed": Case("قتل رجل زوجته في مدينة عمان أمس.", NOTHING),
    "wounded_flown_out": Case("وصلت طائرة تقل 79 جريحا إلى مدينة عمان أمس.", NOTHING),
    "detention_extended": Case("مددت سلطات الاحتلال اعتقال طبيب من مدينة غزة ستة أشهر أمس.", NOTHING),
    "any_strikes": Case("قال الوزير في مدينة موسكو أمس إن أي ضربات أمريكية ستعقد الأزمة.", NOTHING),
    "feared": Case("تخشى إسرائيل أسر جنودها في مدينة رفح، كما قال مسؤول أمس.", NOTHING),
    "heroes": Case("كرم المحافظ أبطال المقاومة في مدينة الضالع أمس.", NOTHING),
    "bodies_recovered": Case("أعلن الجيش أمس استعادة جثث ستة رهائن من نفق في مدينة رفح.", NOTHING),
    "food_smuggled": Case("أحبطت إدارة الجمارك أمس محاولة تهريب أغذية فاسدة إلى مدينة مكة.", NOTHING),
    "since_the_war_began": Case("رست سفينة مساعدات أمس في ميناء عدن بعد أربعة أشهر على بدء المعارك.", NOTHING),
    "resolved_to": Case("قوات التحالف عاقدة العزم على تطهير مدينة صنعاء، كما قال الوزير أمس.", NOTHING),
    "storms": Case("قتل ثلاثة أشخاص نتيجة للعواصف في مدينة أنتوفاغاستا أمس.", NOTHING),
    "accident_told_on": Case(
        "لقي شخصان مصرعهما في حادث مروري على طريق الدمام أمس.\nوقال المتحدث إن فرق الإسعاف نقلت أربعة مصابين بإصابات "
        "خطيرة إلى مستشفى في مدينة الدمام، وتوفي أحدهم متأثرا بجراحه.",
        NOTHING,
    ),
    "long_condemnation": Case(
        "استنكر مدير التعليم في المحافظة وأعضاء المجلس البلدي فيها وعدد كبير من شيوخ القبائل ورجال الأعمال والأهالي "
        "التفجير الآثم الذي وقع في مسجد بمدينة القطيف أمس وراح ضحيته عشرون مصليا.",
        NOTHING,
    ),
    "held_by_others": Case("زار الوزير مدينة القائم التي كان يسيطر عليها تنظيم داعش أمس.", NOTHING),
    "ethnic_cleansing": Case("ندد النائب أمس في مدينة رام الله بعملية تطهير عرقي.", NOTHING),
    "flights": Case("استأنف مطار عدن أمس عمليات الرحلات التجارية بعد وصول طائرة من جيبوتي.", NOTHING),
    "out_of_a_dialogue": Case("انسحب وفد الحركة من جلسة الحوار في مدينة جنيف أمس.", NOTHING),
    "fire_put_out": Case("سيطر الدفاع المدني أمس على حريق في مصنع بمدينة جدة وأصيب ثلاثة عمال بالاختناق.", NOTHING),
    "burial": Case("شيعت مدينة الطائف أمس جثمان الجندي الشهيد.", NOTHING),
    "bodies_handed_over": Case("سلم الصليب الأحمر أمس جثامين أربعة قتلى إلى ذويهم في مدينة غزة.", NOTHING),
    "permission": Case("سمحت تركيا أمس للتحالف بشن غارات من قاعدة إنجرليك.", NOTHING),
    "habit_of_weeks": Case("تشن تركيا في الأسابيع الأخيرة غارات على جبال قنديل شمال العراق.", NOTHING),
    "aircraft_crash": Case("تحطمت طائرة عسكرية في مدينة تبوك أمس وقتل قائدها.", NOTHING),
}


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in (OWN_CLAUSE | FURTHER).items()])
def test_the_kind_is_that_of_the_act_s_own_clause(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in NO_EVENT.items()])
def test_what_is_held_buried_allowed_or_burnt_by_chance_is_no_event(case):
    assert case.differences() == []
