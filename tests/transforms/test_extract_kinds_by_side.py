"""Kinds that turn on who was hit and on what: residents or an armed side, houses or people, crowds or single men."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case

HOUSES_AND_FIELDS = {
    "bulldozers_destroy_streets": Case(
        "دمرت جرافات الاحتلال الشوارع وخطوط المياه في مخيم طولكرم أمس.", {"kind": "Looting/property destruction"}
    ),
    "destruction_after_a_raid": Case(
        "تدمير جرافات الاحتلال للبنية التحتية في مدينة جنين أمس بعد اقتحامها.", {"kind": "Looting/property destruction"}
    ),
    "cut_cables": Case(
        "تدمير الجيش الإسرائيلي خطوط الاتصالات في محافظة جنين أمس.", {"kind": "Looting/property destruction"}
    ),
    "house_of_a_prisoner_blown_up": Case(
        "فجر الجيش الإسرائيلي منزل شهيد فلسطيني في الخليل أمس.", {"kind": "Looting/property destruction"}
    ),
    "house_blown_up_by_a_group": Case(
        "فجر الحوثيون منزل شيخ قبلي في محافظة البيضاء أمس.", {"kind": "Looting/property destruction"}
    ),
    "temple_blown_up": Case(
        "فجر تنظيم داعش معبد بل في مدينة تدمر أمس.",
        {"kind": "Looting/property destruction"},
        published="2015-08-31",
    ),
    "windows_smashed": Case(
        "حطم مستوطنون زجاج مركبات المواطنين في بلدة حوارة أمس.", {"kind": "Looting/property destruction"}
    ),
    "sheep_stolen_by_settlers": Case(
        "سرق مستوطنون عشرات الأغنام من تجمع بدوي شمال أريحا أمس.", {"kind": "Looting/property destruction"}
    ),
    "estate_seized_by_settlers": Case(
        "استولى المستوطنون أمس على عقار في حي سلوان بالقدس.", {"kind": "Looting/property destruction"}
    ),
    "patrol_blown_up_is_a_bombing": Case(
        "فجر مسلحون عبوة بدورية للجيش في مدينة العريش أمس.", {"kind": "Remote explosive/landmine/IED"}
    ),
    "house_blown_up_over_people_is_a_bombing": Case(
        "فجر مسلحون منزل ضابط في مدينة الرمادي أمس وقتل ثلاثة من أفراد عائلته.",
        {"kind": "Remote explosive/landmine/IED"},
        published="2015-05-10",
    ),
    "thief_is_no_looter": Case("سرق لص هاتفا من متجر في مدينة جدة أمس.", NOTHING),
}

WHO_WAS_HIT = {
    "soldiers_fire_at_farmers": Case(
        "أطلق جنود الاحتلال النار على مزارعين شرق خان يونس جنوبي قطاع غزة أمس.", {"kind": "Attack"}
    ),
    "soldiers_beat_a_man": Case(
        "اعتدى جنود الاحتلال بالضرب على شاب عند حاجز قلنديا شمال القدس أمس.", {"kind": "Attack"}
    ),
    "settler_fires_at_a_man": Case(
        "أطلق مستوطن النار على شاب فلسطيني في قرية برقة شرق رام الله أمس فقتله.", {"kind": "Attack"}
    ),
    "settlers_are_shot": Case(
        "قتل سبعة مستوطنين في عملية إطلاق نار بمستوطنة راموت شمال القدس أمس.", {"kind": "Attack"}
    ),
    "young_man_hit_in_a_confrontation": Case(
        "أصيب شاب برصاص الجيش الإسرائيلي خلال مواجهات في بلدة بيت فوريك أمس.", {"kind": "Attack"}
    ),
    "confrontation_with_gunmen": Case(
        "دارت مواجهات عنيفة بين الجيش اللبناني ومسلحين في مدينة طرابلس أمس.", {"kind": "Armed clash"}
    ),
    "group_targets_soldiers": Case(
        "استهدف مقاتلو حركة الشباب قافلة للقوات الإثيوبية قرب مدينة بيدوا أمس وقتلوا ثمانية جنود.",
        {"kind": "Armed clash"},
    ),
    "fire_exchanged_at_a_border": Case(
        "تبادلت القوات الأرمينية والأذربيجانية إطلاق النار على الحدود في ناغورني قره باغ أمس.", {"kind": "Armed clash"}
    ),
    "tank_s_crew_is_hit": Case(
        "قتلت كتائب القسام جنديا باستهداف طاقم دبابة في مدينة جباليا شمالي قطاع غزة أمس.", {"kind": "Armed clash"}
    ),
    "abduction_called_an_operation": Case(
        "خطف أكثر من مئتي تلميذة من مدرسة في بلدة شيبوك بولاية بورنو أمس في عملية أثارت استنكارا.",
        {"kind": "Abduction/forced disappearance"},
    ),
    "truck_bomb_called_an_operation": Case(
        "أسفر هجوم بشاحنة مفخخة في حي سكني في كابول أمس عن سقوط 15 قتيلا في أكبر عملية تشهدها العاصمة.",
        {"kind": "Remote explosive/landmine/IED", "weapon": "car bomb"},
    ),
    "air_campaign": Case(
        "بدأت تركيا أمس حملة جوية على معسكرات حزب العمال الكردستاني في شمال العراق.", {"kind": "Air/drone strike"}
    ),
    "bomber_storms_a_checkpoint": Case(
        "اقتحم انتحاري بسيارة مفخخة نقطة تفتيش في مدينة الرمادي أمس.", {"kind": "Suicide bomb"}
    ),
    "two_women_blow_themselves_up": Case(
        "أقدمت امرأتان على تفجير نفسيهما في سوق بمدينة فوتوكول شمالي الكاميرون أمس.", {"kind": "Suicide bomb"}
    ),
    "sexual_assault_told_by_an_adverb": Case(
        "اعتدى مسلحون جنسيا على طالبات في مدرسة بولاية بورنو أمس.", {"kind": "Sexual violence", "killed": (None,) * 3}
    ),
    "victim_of_rape_is_not_dead": Case(
        "كانت ضحية اغتصاب جماعي ارتكبه ثلاثة مسلحين في مدينة القضارف أمس.", {"kind": "Sexual violence"}
    ),
}

CROWD_AS_A_SIDE = {
    "protesters_killed": Case(
        "قتلت قوات الأمن خمسة محتجين في مدينة أم درمان أمس.",
        {"kind": "Excessive force against protesters", "killed": 5},
        title="السودان",
    ),
    "fire_opened_on_protesters": Case(
        "فتحت قوات الأمن النار على المتظاهرين في مدينة زاهدان أمس فقتلت عشرين.",
        {"kind": "Excessive force against protesters"},
        title="إيران",
    ),
    "protesters_arrested": Case(
        "اعتقلت الشرطة عشرات المتظاهرين المؤيدين لفلسطين في لندن أمس.", {"kind": "Protest with intervention"}
    ),
    "prisoners_and_bodies_exchanged": Case(
        "أجريت في حلب أمس عملية تبادل لعشرات الجثث مع المعارضة تم بنتيجتها تسليم 30 جثة من قتلى النظام.",
        {"kind": "Agreement", "killed": (None, None, None)},
        published="2015-06-13",
    ),
    "weapons_laid_down": Case(
        "ألقى خمسون مقاتلا من حزب العمال الكردستاني أسلحتهم في مدينة السليمانية أمس.",
        {"kind": "Change to group/activity"},
    ),
    "allegiance_sworn": Case("بايعت جماعة مسلحة تنظيم داعش في مدينة درنة أمس.", {"kind": "Change to group/activity"}),
    "positions_left": Case(
        "أخلت قوات سوريا الديمقراطية مواقعها في منبج أمس.", {"kind": "Non-violent transfer of territory"}
    ),
}

TOLD_BESIDE = {
    "the_shelling_after_air_raids": Case(
        "شن طيران التحالف غارات على مدينة لحج جنوبي اليمن أمس. وقالت مصادر محلية إن القصف استهدف معسكر لبوزة شرقها.",
        ({"kind": "Air/drone strike"}, {"kind": "Air/drone strike"}),
    ),
    "dead_of_a_bombing_that_is_mourned": Case(
        "نقل الوزير تعازيه لأسر ضحايا التفجير الذي استهدف مسجدا للشرطة في مدينة أبها الخميس الماضي، "
        "ونتج عنه إصابة 33 من رجال الأمن.",
        {"kind": "Remote explosive/landmine/IED", "injured": 33},
    ),
    "killed_beside_arrests": Case(
        "استشهد شاب برصاص قوات الاحتلال على حاجز قلنديا شمال القدس أمس، في حين اعتقل الاحتلال 12 فلسطينيا.",
        {"kind": "Attack", "killed": 1},
    ),
    "enemy_s_tanks": Case(
        "أعلنت كتائب القسام أنها قتلت جنودا إسرائيليين واستهدفت دبابات وجرافات عسكرية في مدينة غزة أمس.",
        {"kind": "Armed clash"},
    ),
    "house_destroyed_by_blasts": Case(
        "دمرت القوات الإسرائيلية منزل عائلة فلسطينية في مدينة جنين أمس ضمن سلسلة تفجيرات.",
        {"kind": "Looting/property destruction"},
    ),
    "rocket_left_over": Case(
        "استشهد أربعة مواطنين في انفجار صاروخ من مخلفات الاحتلال وسط مدينة رفح جنوب قطاع غزة أمس.",
        {"kind": "Remote explosive/landmine/IED", "killed": 4},
    ),
    "tower_levelled": Case(
        "نسف الجيش الإسرائيلي برج السوسي غربي مدينة غزة أمس فيما يعاني النازحون من الجوع.",
        {"kind": "Looting/property destruction"},
    ),
    "fire_of_a_drone": Case(
        "أصيب فلسطيني بنيران مسيرة إسرائيلية في بلدة بني سهيلا شرقي مدينة خان يونس أمس.", {"kind": "Air/drone strike"}
    ),
    "reinforcements_for_an_operation": Case(
        "وصلت تعزيزات عسكرية إسرائيلية إلى مخيم جنين أمس في إطار عملية الجدار الحديدي.", {"kind": "Other"}
    ),
    "drones_taken": Case(
        "استولت كتائب القسام على مسيرتين إسرائيليتين شرقي مدينة رفح أمس.", {"kind": "Disrupted weapons use"}
    ),
    "dead_of_a_raid_beside_arrests": Case(
        "اقتحم الجيش الإسرائيلي مجمع الشفاء في مدينة غزة أمس، ما أسفر عن مقتل خمسة فلسطينيين واعتقال العشرات.",
        {"kind": {"Attack", "Armed clash"}, "killed": 5},
    ),
    "settlers_at_a_shrine": Case("اقتحم مئات المستوطنين باحات المسجد الأقصى في القدس أمس.", {"kind": "Other"}),
    "wounded_in_raids": Case(
        "أصيب فلسطيني برصاص الجيش الإسرائيلي في بلدة الرام شمال القدس أمس، وسط اقتحامات ومداهمة عشرات المنازل.",
        {"kind": "Attack"},
    ),
    "settlers_beside_soldiers": Case(
        "اقتحمت قوات الاحتلال أمس مدنا في الضفة الغربية، في حين هاجم المستوطنون قرية برقة شمالي مدينة رام الله.",
        ({"kind": "Armed clash"}, {"kind": "Attack"}),
        title="الاحتلال يشتبك مع مقاومين ويقتحم بلدات بالضفة",
    ),
    "ceasefire_is_no_gunfire": Case(
        "دخل اتفاق وقف إطلاق النار حيز التنفيذ في مدينة الفاشر أمس.", {"kind": "Agreement", "weapon": None}
    ),
    "water_cannon": Case(
        "فرقت الشرطة متظاهرين بمدافع المياه في مدينة أنقرة أمس.", {"kind": "Protest with intervention"}
    ),
    "strike_in_mourning": Case(
        "عم إضراب احتجاجي مدينة نابلس أمس حدادا على استشهاد شابين برصاص الجيش الإسرائيلي.",
        {"kind": "Peaceful protest", "killed": (None,) * 3},
        title="إضراب في نابلس",
    ),
}

NO_INCIDENT = {
    "famine": Case("استشهد ثلاثة أطفال جراء المجاعة في مدينة غزة أمس.", NOTHING),
    "labour_law": Case("ضبطت الشرطة أمس 120 مخالفا لنظام العمل والإقامة في حملة أمنية بمدينة الدمام.", NOTHING),
    "fear_of_an_attack": Case("يسود تخوف من هجوم على المستوطنات قرب مدينة جنين أمس.", NOTHING),
    "day_of_an_agreement": Case("زار الوزير مدينة غزة أمس في اليوم الثالث من اتفاق وقف إطلاق النار.", NOTHING),
    "battle_of_recovery": Case("نبدأ معركة التعافي في مدينة غزة اليوم.", NOTHING),
    "years_after_an_arrest": Case(
        "ما زال القيادي حاضرا رغم مرور أكثر من عقدين على اعتقاله في مدينة رام الله.", NOTHING
    ),
    "expert_speaks_of_an_operation": Case(
        "قال الخبير العسكري إن العملية في مدينة جنين أمس ترجمة لخطة الحكومة.", NOTHING
    ),
    "talks_on_a_truce": Case("بحث الوزيران في القاهرة أمس وقف إطلاق النار وتبادل الأسرى.", NOTHING),
    "bodies_handed_over": Case("سلمت كتائب القسام جثتي أسيرين إسرائيليين في مدينة خان يونس أمس.", NOTHING),
    "prisoners_set_free": Case("احتفالات بتحرير مئتي أسير في مدينة رام الله أمس.", NOTHING),
    "proposal_to_take": Case("جدد الرئيس أمس اقتراح السيطرة على مدينة غزة.", NOTHING),
    "failure_to_take": Case("فشل المسلحون في السيطرة على مدينة مأرب أمس.", NOTHING),
    "year_alone": Case("انسحبت القوات الإسرائيلية من بلدة القرارة جنوبي قطاع غزة عام 2005.", NOTHING),
    "still_holds": Case("الحركة التي لا تزال تفرض سيطرتها على مدينة رفح نفت ذلك أمس.", NOTHING),
    "passenger_bleeds": Case("نقل راكب أصيب بنزيف في طائرة إلى مستشفى في مدينة القاهرة أمس.", NOTHING),
    "facing_a_group": Case("بحث الوزير في بغداد أمس مواجهة داعش.", NOTHING),
    "burning_is_approved_of": Case("تقدمت الكنائس في القدس أمس بشكوى ضد متطرف أيد حرق الكنائس.", NOTHING),
    "driver_loses_control": Case("انقلبت مركبة بسبب فقدان السيطرة على مقودها في مدينة جازان أمس.", NOTHING),
    "name_of_a_coalition": Case("أعلن تحالف فجر ليبيا في مدينة مصراتة أمس تأييده للحوار.", NOTHING),
    "thieves_arrested": Case("ألقت الشرطة القبض على خمسة متهمين بسرقات في مدينة رابغ أمس.", NOTHING),
    "state_of_control": Case("ويسيطر المتطرفون على مناطق واسعة في محافظة الأنبار أمس.", NOTHING),
    "captives_set_free": Case("تم تحرير 101 طفل و67 امرأة قرب بلدة باما في ولاية بورنو أمس.", NOTHING),
    "workers_gather": Case("سيطرت الجهات الأمنية أمس على تجمعات لعمالة في مدينة الرياض.", NOTHING),
    "bodies_flown_home": Case("هبطت طائرة تقل جثماني الشهيدين في محافظة محايل عسير أمس.", NOTHING),
    "negatively": Case("أثر القرار سلبا على التجار في مدينة بيروت أمس.", NOTHING),
    "member_of_an_organisation": Case(
        "وصف عضو اللجنة التنفيذية لمنظمة التحرير لقاء مدينة رام الله أمس بالهام.", NOTHING
    ),
}

CASES = {**HOUSES_AND_FIELDS, **WHO_WAS_HIT, **CROWD_AS_A_SIDE, **TOLD_BESIDE, **NO_INCIDENT}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_kind_is_decided_by_who_or_what_was_hit(case):
    assert case.differences() == []
