"""Which sub-event type a text tells: two phrasings and more for each, and the weapon that goes with it."""

import pytest

from tests.transforms.extract_cases import Case

BATTLES = {
    "clash_noun": Case(
        "اندلعت اشتباكات عنيفة بين قوات النظام وفصائل المعارضة في محيط بلدة كباني بريف اللاذقية أمس.",
        {"kind": "Armed clash"},
        published="2019-05-15",
    ),
    "clash_verb": Case(
        "اشتبك الجيش السوداني مع قوات الدعم السريع في حي المهندسين بأم درمان أمس.", {"kind": "Armed clash"}
    ),
    "ambush": Case(
        "وقعت دورية للجيش العراقي في كمين نصبه مسلحو داعش قرب قضاء الحضر أمس وقتل جندي.", {"kind": "Armed clash"}
    ),
    "attack_on_soldiers": Case(
        "هاجم مسلحون مجهولون نقطة للجيش الليبي جنوب مدينة سبها أمس وقتلوا جنديين.", {"kind": "Armed clash"}
    ),
    "sniper_between_sides": Case(
        "قتل جندي من قوات النظام برصاص قناص من فصائل المعارضة على محور قرية الفطيرة جنوبي إدلب أمس.",
        {"kind": "Armed clash", "weapon": "sniper"},
    ),
    "operation_announced": Case(
        "أطلقت القوات العراقية عملية عسكرية ضد خلايا داعش في وادي حوران بمحافظة الأنبار أمس.", {"kind": "Armed clash"}
    ),
    "exchange_of_fire": Case(
        "قتل مسلح خلال تبادل لإطلاق النار مع الشرطة في مدينة البصرة أمس.", {"kind": "Armed clash"}
    ),
    "government_regains_verb": Case(
        "استعادت القوات العراقية بلدة القيارة جنوب الموصل من تنظيم داعش أمس.",
        {"kind": "Government regains territory"},
        published="2016-08-26",
    ),
    "government_regains_control": Case(
        "سيطر الجيش السوداني على حي الفتيحاب في أم درمان بعد معارك مع الدعم السريع أمس.",
        {"kind": "Government regains territory"},
    ),
    "government_liberates": Case(
        "حررت القوات العراقية حي الجزائر شرقي الموصل من قبضة داعش أمس.",
        {"kind": "Government regains territory"},
        published="2017-01-10",
    ),
    "rebels_take_verb": Case(
        "سيطر مقاتلو المعارضة على قرية قبتان الجبل غربي حلب بعد اشتباكات مع قوات النظام أمس.",
        {"kind": "Non-state actor overtakes territory"},
        published="2015-05-15",
    ),
    "rebels_seize_town": Case(
        "استولت قوات الدعم السريع على مدينة ود مدني بولاية الجزيرة أمس.",
        {"kind": "Non-state actor overtakes territory"},
        published="2023-12-19",
    ),
}

EXPLOSIONS = {
    "chemical_gas": Case(
        "قصفت قوات النظام بلدة خان العسل في ريف حلب بغاز السارين أمس ما أدى إلى مقتل عشرين مدنيا.",
        {"kind": "Chemical weapon", "weapon": "chemical"},
        published="2013-03-20",
    ),
    "chemical_noun": Case(
        "أسفر هجوم كيماوي لقوات النظام على مدينة دوما في الغوطة الشرقية أمس عن مقتل أربعين مدنيا.",
        {"kind": "Chemical weapon", "weapon": "chemical"},
        published="2018-04-08",
    ),
    "chemical_chlorine_barrels": Case(
        "ألقت مروحيات النظام براميل تحوي غاز الكلور على بلدة سرمين أمس وأصيب عشرات المدنيين بحالات اختناق.",
        {"kind": "Chemical weapon"},
        published="2015-03-17",
    ),
    "air_raid": Case(
        "شنت طائرات التحالف العربي ثلاث غارات على معسكر الحفا شرق صنعاء أمس.",
        {"kind": "Air/drone strike", "weapon": "airstrike"},
    ),
    "air_shelling_by_aircraft": Case(
        "قصف الطيران الحربي الروسي قرية الشيخ يوسف غربي إدلب أمس.", {"kind": "Air/drone strike", "weapon": "airstrike"}
    ),
    "drone": Case(
        "استهدفت طائرة مسيرة سيارة في مدينة القامشلي أمس وقتلت شخصين.", {"kind": "Air/drone strike", "weapon": "drone"}
    ),
    "barrel_bombs": Case(
        "ألقى الطيران المروحي براميل متفجرة على بلدة الهبيط جنوبي إدلب أمس.",
        {"kind": "Air/drone strike"},
        published="2019-05-15",
    ),
    "suicide_blew_himself_up": Case(
        "فجر انتحاري نفسه وسط مصلين في مسجد بمدينة كركوك أمس وقتل ستة.",
        {"kind": "Suicide bomb", "weapon": "suicide vest"},
    ),
    "suicide_car": Case(
        "هاجم انتحاري بسيارة مفخخة حاجزا للشرطة في مدينة بيجي أمس ما أدى إلى مقتل أربعة شرطيين.",
        {"kind": "Suicide bomb", "weapon": "suicide car bomb"},
    ),
    "suicide_noun": Case("قتل عشرة أشخاص في هجوم انتحاري استهدف مطعما في مقديشو أمس.", {"kind": "Suicide bomb"}),
    "shelling_artillery": Case(
        "قصفت مدفعية الجيش السوداني سوق ليبيا غربي أم درمان أمس.",
        {"kind": "Shelling/artillery/missile attack", "weapon": "artillery"},
    ),
    "shells_fell": Case(
        "سقطت قذائف هاون على حي الجديدة بمدينة حلب أمس وجرح خمسة مدنيين.",
        {"kind": "Shelling/artillery/missile attack", "weapon": "mortar"},
        published="2015-05-15",
    ),
    "rockets": Case(
        "أطلق الحوثيون صاروخا باليستيا على مدينة مأرب أمس وقتل ثلاثة مدنيين.",
        {"kind": "Shelling/artillery/missile attack", "weapon": "rocket/missile"},
    ),
    "bare_qasf": Case("قتل مدني بقصف على بلدة زردنا شمالي إدلب أمس.", {"kind": "Shelling/artillery/missile attack"}),
    "car_bomb": Case(
        "انفجرت سيارة مفخخة في سوق بمدينة تل أبيض أمس وقتلت خمسة مدنيين.",
        {"kind": "Remote explosive/landmine/IED", "weapon": "car bomb"},
    ),
    "ied": Case(
        "انفجرت عبوة ناسفة بدورية للشرطة في مدينة درعا أمس وأصيب عنصران.",
        {"kind": "Remote explosive/landmine/IED", "weapon": "IED"},
    ),
    "landmine": Case(
        "قتل راع بانفجار لغم أرضي في بادية السخنة شرقي حمص أمس.",
        {"kind": "Remote explosive/landmine/IED", "weapon": "landmine"},
    ),
    "bare_tafjir": Case(
        "تفجير يستهدف مقر حزب في مدينة السليمانية أمس ويصيب حارسا.", {"kind": "Remote explosive/landmine/IED"}
    ),
    "grenade_thrown": Case(
        "ألقى مجهولون قنبلة يدوية على منزل مدير ناحية في مدينة الناصرية أمس دون إصابات.",
        {"kind": "Grenade", "weapon": "grenade"},
    ),
    "grenade_masdar": Case(
        "أصيب ثلاثة أشخاص بإلقاء قنبلة يدوية على مقهى في مدينة الزبير جنوبي البصرة أمس.",
        {"kind": "Grenade", "weapon": "grenade"},
    ),
}

ONE_SIDED = {
    "rape_verb": Case(
        "اغتصب مسلحون من قوات الدعم السريع أربع نساء في قرية بولاية الجزيرة أمس.", {"kind": "Sexual violence"}
    ),
    "rape_passive_and_assault": Case(
        "تعرضت ثلاث نازحات لاعتداء جنسي على يد مسلحين قرب مخيم كلمة في جنوب دارفور أمس.", {"kind": "Sexual violence"}
    ),
    "assassination": Case("اغتال مسلحون مجهولون ناشطا مدنيا في مدينة البصرة أمس.", {"kind": "Attack"}),
    "execution": Case("أعدم تنظيم داعش خمسة مدنيين في قضاء الشرقاط أمس.", {"kind": "Attack"}, published="2015-08-05"),
    "shooting_of_civilian": Case(
        "أطلق مسلحون النار على تاجر في مدينة درعا أمس وقتلوه.", {"kind": "Attack", "weapon": "small arms"}
    ),
    "tortured_to_death": Case(
        "توفي معتقل تحت التعذيب في سجون الأمن السوري بمدينة حماة أمس.", {"kind": "Attack"}, published="2014-05-15"
    ),
    "body_found_with_bullets": Case(
        "عثر أهال على جثة شاب قتله مجهولون بالرصاص في ريف درعا الغربي أمس.", {"kind": "Attack", "killed": 1}
    ),
    "abduction": Case(
        "اختطف مسلحون مجهولون مهندسا من منزله في مدينة بنغازي أمس.",
        {"kind": "Abduction/forced disappearance", "abducted": 1},
    ),
    "beating_by_settlers": Case(
        "اعتدى مستوطنون بالضرب على راعيين فلسطينيين في مسافر يطا جنوب الخليل أمس.", {"kind": "Attack"}
    ),
}

CROWDS = {
    "peaceful_demonstration": Case(
        "تظاهر مئات الأشخاص في مدينة السويداء أمس مطالبين بتحسين الخدمات.", {"kind": "Peaceful protest"}
    ),
    "peaceful_vigil": Case(
        "نظم صحفيون وقفة احتجاجية أمام مبنى المحافظة في مدينة تعز أمس.", {"kind": "Peaceful protest"}
    ),
    "strike": Case("نفذ معلمون إضرابا في مدينة السليمانية أمس احتجاجا على تأخر الرواتب.", {"kind": "Peaceful protest"}),
    "road_block": Case("قطع محتجون الطريق الدولي في مدينة طرابلس شمالي لبنان أمس.", {"kind": "Peaceful protest"}),
    "dispersed_by_gas": Case(
        "فرقت الشرطة متظاهرين بالغاز المسيل للدموع في مدينة الناصرية أمس.", {"kind": "Protest with intervention"}
    ),
    "demonstrators_arrested": Case(
        "خرج عشرات الشبان في مظاهرة وسط الخرطوم أمس واعتقلت الشرطة خمسة منهم.",
        {"kind": "Protest with intervention"},
        published="2022-05-15",
    ),
    "demonstrators_shot": Case(
        "قتل ثلاثة متظاهرين برصاص قوات الأمن خلال مظاهرة في مدينة الخرطوم أمس.",
        {"kind": "Excessive force against protesters"},
        published="2022-01-18",
    ),
    "fire_opened_on_demonstration": Case(
        "أطلقت قوات الأمن الرصاص الحي على مظاهرة في مدينة النجف أمس وأصابت ستة متظاهرين.",
        {"kind": "Excessive force against protesters"},
        published="2019-11-29",
    ),
    "riot_stones_and_tyres": Case(
        "أحرق محتجون إطارات ورشقوا الشرطة بالحجارة خلال مظاهرة في مدينة صيدا أمس.", {"kind": "Violent demonstration"}
    ),
}

STRATEGIC = {
    "agreement_truce": Case("وقع الطرفان اتفاق هدنة في مدينة الحديدة أمس.", {"kind": "Agreement"}),
    "agreement_ceasefire_starts": Case(
        "دخل وقف إطلاق النار بين الجيش السوداني والدعم السريع حيز التنفيذ في الخرطوم أمس.",
        {"kind": "Agreement"},
        published="2023-05-23",
    ),
    "agreement_reached": Case(
        "توصلت فصائل المعارضة وقوات النظام إلى اتفاق لوقف إطلاق النار في مدينة الزبداني أمس.",
        {"kind": "Agreement"},
        published="2015-08-13",
    ),
    "arrests_verb": Case("اعتقلت قوات الاحتلال سبعة فلسطينيين في مدينة قلقيلية فجر اليوم.", {"kind": "Arrests"}),
    "arrests_raids": Case(
        "شنت الأجهزة الأمنية حملة مداهمات في مدينة الموصل أمس وألقت القبض على أربعة عناصر من داعش.", {"kind": "Arrests"}
    ),
    "arrests_security_campaign": Case("أوقف الجيش اللبناني ثلاثة مطلوبين في مدينة بعلبك أمس.", {"kind": "Arrests"}),
    "disrupted_drone_shot_down": Case(
        "أسقطت الدفاعات الجوية السعودية طائرة مسيرة أطلقها الحوثيون باتجاه مدينة جازان أمس.",
        {"kind": "Disrupted weapons use"},
    ),
    "disrupted_ied_defused": Case(
        "فككت وحدات الهندسة عبوة ناسفة كانت مزروعة قرب جسر في مدينة بعقوبة أمس.", {"kind": "Disrupted weapons use"}
    ),
    "disrupted_weapons_seized": Case(
        "ضبطت القوات العراقية مخبأ للأسلحة والصواريخ لداعش في قضاء راوة غربي الأنبار أمس.",
        {"kind": "Disrupted weapons use"},
    ),
    "looting": Case(
        "نهب مسلحون من الدعم السريع مستودعات برنامج الأغذية العالمي في مدينة ود مدني أمس.",
        {"kind": "Looting/property destruction"},
    ),
    "demolition": Case(
        "هدمت جرافات الاحتلال منزلا في بلدة سلوان بالقدس أمس.", {"kind": "Looting/property destruction"}
    ),
    "withdrawal": Case(
        "انسحبت قوات النظام من بلدة معردس شمال حماة أمس دون قتال.",
        {"kind": "Non-violent transfer of territory"},
        published="2017-03-22",
    ),
    "headquarters_established": Case(
        "أنشأت القوات التركية نقطة عسكرية جديدة في قرية بسنقول غربي إدلب أمس.",
        {"kind": "Headquarters or base established"},
        published="2020-05-15",
    ),
    "base_set_up": Case(
        "أقامت القوات الأمريكية قاعدة عسكرية في منطقة رميلان بالحسكة أمس.",
        {"kind": "Headquarters or base established"},
        published="2016-05-15",
    ),
    "group_defects": Case(
        "انشق قائد في قوات الدعم السريع مع عشرين من مقاتليه وانضم إلى الجيش السوداني في ولاية الجزيرة أمس.",
        {"kind": "Change to group/activity"},
    ),
}

NEIGHBOURS = {
    "bomb_planted_in_a_car_is_no_suicide": Case(
        "قتل مدير ناحية بانفجار عبوة لاصقة بسيارته في مدينة الفلوجة أمس.", {"kind": "Remote explosive/landmine/IED"}
    ),
    "arrest_with_weapons_stays_arrest": Case(
        "اعتقلت الشرطة العراقية ثلاثة إرهابيين بحوزتهم أسلحة في مدينة الرمادي أمس.", {"kind": "Arrests"}
    ),
    "march_is_not_a_drone": Case("خرجت مسيرة حاشدة في مدينة صنعاء أمس تضامنا مع غزة.", {"kind": "Peaceful protest"}),
    "drone_is_not_a_march": Case(
        "استهدفت مسيرة إسرائيلية دراجة نارية في مدينة بنت جبيل أمس وقتلت سائقها.",
        {"kind": "Air/drone strike", "weapon": "drone"},
    ),
    "dawn_is_no_bombing": Case("اعتقل الجيش الإسرائيلي شابين فجر الثلاثاء في مدينة طولكرم.", {"kind": "Arrests"}),
}

CASES = {**BATTLES, **EXPLOSIONS, **ONE_SIDED, **CROWDS, **STRATEGIC, **NEIGHBOURS}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_kinds_follow_the_codebook(case):
    assert case.differences() == []
