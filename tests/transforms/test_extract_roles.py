"""Who did it and to whom: voice, agent phrases, prepositions, headline order, and those who only report it."""

import pytest

from tests.transforms.extract_cases import Case

VOICE = {
    "active_verb_before_subject": Case(
        "قصفت قوات النظام بلدة البارة جنوبي إدلب صباح اليوم.", {"by": "sy-regime-forces"}
    ),
    "active_verb_after_subject": Case(
        "قوات النظام تقصف بلدة البارة جنوبي إدلب صباح اليوم بالمدفعية.", {"by": "sy-regime-forces"}
    ),
    "passive_without_agent": Case(
        "قُتل ثلاثة مدنيين بانفجار عبوة ناسفة في مدينة الباب شرقي حلب أمس.", {"by": set(), "on": {7}}
    ),
    "passive_soldiers_are_the_hit": Case(
        "قتل خمسة جنود من الجيش العراقي بانفجار عبوة ناسفة في منطقة الطارمية شمال بغداد أمس.",
        {"by": set(), "on": "iq-army"},
    ),
    "killed_by_hand_of": Case(
        "قتل مدني على يد مسلحين مجهولين في مدينة الطبقة غربي الرقة أمس.", {"by": "unidentified-armed-group", "on": {7}}
    ),
    "killed_by_side_of": Case("اعتقل شابان من قبل قوات الاحتلال على حاجز حوارة جنوب نابلس أمس.", {"by": "il-army"}),
    "killed_by_fire_of": Case(
        "استشهد فتى بنيران الجيش الإسرائيلي شرق مدينة خان يونس أمس.", {"by": "il-army", "on": {7}}
    ),
    "killed_by_bullets_of": Case("أصيب ثلاثة شبان برصاص قوات الاحتلال في مخيم عسكر شرق نابلس أمس.", {"by": "il-army"}),
    "who_speaks_of_we": Case(
        "سرايا القدس: قصفنا بقذائف الهاون تجمعا لجنود الاحتلال في حي الشجاعية أمس.",
        {"by": "saraya-quds", "on": "il-army"},
    ),
    "who_reports_of_others": Case(
        "الدفاع المدني: قصفت قوات النظام بلدة البارة جنوبي إدلب أمس.", {"by": "sy-regime-forces"}
    ),
    "checkpoint_right_behind_a_verb": Case(
        "استهدفت عبوة ناسفة نقطة تفتيش في مدينة المكلا أمس وقتل شرطيان.", {"by": set(), "on": "ye-police"}
    ),
    "two_adjectives": Case("هجوم صاروخي إيراني على قاعدة عين الأسد أمس.", {"by": "ir-army"}),
    "raid_of_coalition": Case(
        "قتل سبعة حوثيين بغارة للتحالف العربي على مديرية حيدان في صعدة أمس.",
        {"by": "arab-coalition", "on": "houthi"},
        published="2016-05-15",
    ),
    "attack_that_they_carried_out": Case(
        "قتل أربعة جنود في هجوم نفذه تنظيم الدولة على نقطة للجيش العراقي في قضاء الحويجة أمس.",
        {"by": "isis", "on": "iq-army"},
    ),
    "shelling_that_they_launched": Case(
        "قتل طفل بقصف مدفعي شنته قوات الدعم السريع على مدينة الفاشر أمس.", {"by": "rsf"}
    ),
    "mines_laid_by": Case("قتل مدنيان بانفجار لغم زرعه الحوثيون في مديرية حيس جنوب الحديدة أمس.", {"by": "houthi"}),
    "missile_fired_by": Case("قتل مدني بصاروخ أطلقه الحوثيون على مدينة مأرب أمس.", {"by": "houthi"}),
    "after_preposition_on": Case(
        "هجوم على دورية للجيش اللبناني في مدينة عرسال أمس أسفر عن مقتل جنديين.", {"on": "lb-army"}
    ),
    "against_is_target": Case(
        "شن التحالف الدولي غارتين ضد تنظيم الدولة في قضاء مخمور أمس.", {"by": "us-coalition", "on": "isis"}
    ),
    "nationality_after_strike": Case("قصف تركي على قرى في ريف تل تمر شمال الحسكة أمس يوقع قتيلين.", {"by": "tr-army"}),
    "nationality_of_raid": Case(
        "غارة إسرائيلية استهدفت سيارة في بلدة الناقورة جنوب لبنان اليوم وقتلت شخصين.", {"by": {8}}
    ),
    "warplanes_of_a_state": Case(
        "شنت طائرات حربية روسية غارات على أطراف بلدة كنصفرة جنوبي إدلب أمس.",
        {"by": "ru-air-force"},
        published="2021-05-15",
    ),
    "headline_subject_first": Case(
        "داعش يهاجم حاجزا للبيشمركة جنوب قضاء مخمور أمس ويقتل ثلاثة منهم.", {"by": "isis", "on": "peshmerga"}
    ),
    "repelled_attack_is_by_the_other": Case(
        "تصدى الجيش السوداني لهجوم شنته قوات الدعم السريع على مدينة بابنوسة أمس.", {"kind": "Armed clash"}
    ),
    "settlers_attack": Case(
        "هاجم مستوطنون مزارعين في قرية قصرة جنوب نابلس أمس وأصابوا اثنين منهم.", {"by": "il-settlers", "on": {7}}
    ),
}

CLASHES = {
    "between_two_sides": Case(
        "اندلعت اشتباكات عنيفة بين الجيش السوداني وقوات الدعم السريع في مدينة بحري أمس.",
        {"kind": "Armed clash", "by": {"sd-saf"}, "on": {"rsf"}},
    ),
    "side_with_the_other": Case(
        "اشتبكت قوات سوريا الديمقراطية مع مسلحي العشائر في بلدة ذيبان شرقي دير الزور أمس.",
        {"kind": "Armed clash", "by": "sdf", "on": "sy-tribes"},
        published="2023-09-05",
    ),
    "clashes_against": Case(
        "خاض الجيش اليمني معارك ضد الحوثيين في مديرية عبس أمس.",
        {"kind": "Armed clash", "by": "ye-army", "on": "houthi"},
    ),
}

SUPPORT = {
    "with_support_of": Case(
        "شنت قوات سوريا الديمقراطية بدعم من التحالف الدولي حملة أمنية ضد خلايا تنظيم الدولة في بلدة الشحيل شرق دير الزور أمس.",
        {"by": "sdf", "support": "us-coalition", "on": "isis"},
    ),
    "with_air_cover_of": Case(
        "هاجمت القوات العراقية، بإسناد من طيران التحالف الدولي، أوكارا لداعش في جبال حمرين أمس.",
        {"support": "us-coalition", "on": "isis"},
    ),
}

CLAIMS = {
    "organisation_claims": Case(
        "قتل ثلاثة جنود بانفجار عبوة ناسفة في مدينة سبها أمس، وتبنى تنظيم الدولة الهجوم.", {"claimant": "isis"}
    ),
}

ONLY_REPORTING = {
    "hospital_that_received_the_dead": Case(
        "قال مستشفى ناصر إنه استقبل ستة شهداء بقصف إسرائيلي على مدينة خان يونس اليوم.", {"by": "il-army"}
    ),
    "health_ministry": Case(
        "أعلنت وزارة الصحة مقتل مدنيين اثنين بقصف لقوات الدعم السريع على حي الثورة في أم درمان أمس.", {"by": "rsf"}
    ),
    "police_source": Case(
        "قال مصدر في الشرطة العراقية إن ثلاثة مدنيين قتلوا بانفجار عبوة ناسفة في منطقة المدائن جنوب بغداد أمس.",
        {"by": set(), "on": {7}},
    ),
    "army_tells_of_others": Case(
        "أعلن الجيش اللبناني أن طائرة مسيرة إسرائيلية استهدفت دراجة نارية في بلدة مارون الراس أمس ما أدى إلى مقتل مدني.",
        {"by": {8}},
    ),
    "army_tells_its_own_act": Case(
        "أعلن الجيش السوداني أنه قصف بالمدفعية مواقع لقوات الدعم السريع في حي الشجرة جنوب الخرطوم أمس.",
        {"by": "sd-saf", "on": "rsf"},
    ),
    "observatory_is_no_actor": Case(
        "أفاد المرصد السوري لحقوق الإنسان بمقتل ثلاثة مدنيين بقصف لقوات النظام على مدينة سرمدا شمال إدلب أمس.",
        {"by": "sy-regime-forces", "on": {7}},
    ),
    "agency_is_no_actor": Case(
        "ذكرت وكالة الأنباء اللبنانية أن غارة إسرائيلية استهدفت بلدة عيتا الشعب جنوب لبنان أمس.", {"by": {8}}
    ),
    "civil_defence_rescues": Case(
        "انتشل الدفاع المدني جثتي امرأتين بعد قصف روسي على قرية بداما غربي إدلب أمس.",
        {"by": {8}},
        published="2021-05-15",
    ),
}

TYPES = {
    "regime_at_home": Case("قصفت قوات النظام السوري مدينة الأتارب غربي حلب أمس.", {"by": {1}}),
    "turkish_army_in_syria": Case("قصف الجيش التركي قرية في ريف تل رفعت شمال حلب أمس.", {"by": {8}}),
    "turkish_army_in_iraq": Case(
        "قصف الجيش التركي مواقع لحزب العمال الكردستاني في ناحية كاني ماسي بمحافظة دهوك أمس.", {"by": {8}, "on": {2}}
    ),
    "israel_in_palestine": Case("قصف الجيش الإسرائيلي منزلا في مدينة دير البلح وسط قطاع غزة أمس.", {"by": {8}}),
    "hizbullah_at_home": Case("استهدف حزب الله ثكنة زرعيت شمال إسرائيل بالصواريخ أمس.", {"by": "hizbullah"}),
    "hizbullah_abroad": Case(
        "قتل ستة من عناصر المعارضة بهجوم لحزب الله على بلدة مضايا في ريف دمشق أمس.", {"by": {8}}, published="2015-09-15"
    ),
    "popular_mobilization": Case("هاجم الحشد الشعبي أوكارا لداعش في ناحية جرف الصخر أمس.", {"by": {3}, "on": {2}}),
    "partisan_name_of_houthis": Case(
        "قصفت المليشيات الحوثية حيا سكنيا شرقي مدينة تعز أمس ما أدى إلى مقتل طفلة.", {"by": "houthi"}
    ),
    "partisan_name_of_isis": Case(
        "هاجم إرهابيو داعش نقطة للشرطة الاتحادية في ناحية الرياض جنوب كركوك أمس وقتلوا شرطيا.", {"by": "isis"}
    ),
    "occupation_is_israel": Case("اقتحمت قوات الاحتلال مخيم جنين فجر اليوم واعتقلت ستة شبان.", {"by": "il-army"}),
    "definite_short_form": Case(
        "هاجم تنظيم الدولة الإسلامية بلدة السخنة شرقي حمص أمس. وقتل التنظيم في الهجوم أربعة جنود من قوات النظام.",
        {"by": "isis", "on": "sy-regime-forces"},
        published="2017-10-15",
    ),
}

CASES = {**VOICE, **CLASHES, **SUPPORT, **CLAIMS, **ONLY_REPORTING, **TYPES}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_roles_are_read_from_the_clause(case):
    assert case.differences() == []
