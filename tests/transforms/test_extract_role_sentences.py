"""Who did it and to whom in sentences of many shapes: voice, nominal style, headlines, accusations, relative clauses."""

import pytest

from tests.transforms.extract_cases import Case

WAR = "2015-08-15"
LATER = "2019-05-15"
SENTENCES = (
    Case(
        "قتل ثلاثة مدنيين برصاص قوات النظام في درعا أمس", {"by": "sy-regime-forces", "on": "civilians"}, published=LATER
    ),
    Case("مقتل خمسة جنود عراقيين على يد تنظيم داعش في الرمادي أمس", {"by": "isis", "on": "iq-army"}, published=WAR),
    Case(
        "استهداف حافلة لقوات الأمن من قبل مسلحي حركة طالبان في قندهار أمس",
        {"by": "taliban", "on": "af-police"},
        published=LATER,
    ),
    Case(
        "تعرضت دورية للجيش اللبناني لإطلاق نار من مسلحين في بعلبك أمس",
        {"by": "unidentified-armed-group", "on": "lb-army"},
        published=LATER,
    ),
    Case(
        "تعرض موقع للجيش المصري لهجوم من قبل مسلحين في العريش أمس",
        {"by": "unidentified-armed-group", "on": "eg-army"},
        published=LATER,
    ),
    Case(
        "هجوم للحوثيين على موقع للجيش في مأرب أمس أسفر عن مقتل جنديين",
        {"by": "houthi", "on": "ye-army"},
        published=LATER,
    ),
    Case(
        "قتل شرطيان في هجوم لحزب العمال الكردستاني على مركز للشرطة في مدينة ديار بكر أمس",
        {"by": "pkk", "on": "tr-police"},
        published=LATER,
    ),
    Case(
        "قتل ستة أشخاص في هجوم نفذته حركة الشباب على فندق في مقديشو أمس",
        {"by": "al-shabaab", "on": {7}},
        published=LATER,
    ),
    Case(
        "تبنى تنظيم داعش التفجير الذي وقع في بغداد أمس وأدى إلى مقتل 10 أشخاص", {"by": "isis", "on": {7}}, published=WAR
    ),
    Case(
        "أعلنت كتائب القسام استهداف دبابة إسرائيلية في حي الشجاعية بغزة أمس",
        {"by": "qassam", "on": "il-army"},
        published=LATER,
    ),
    Case("أعلن الجيش الإسرائيلي مقتل جندي في معارك جنوب قطاع غزة أمس", {"by": set(), "on": "il-army"}, published=LATER),
    Case(
        "اندلعت اشتباكات بين الجيش اليمني والحوثيين في الضالع أمس", {"by": "ye-army", "on": "houthi"}, published=LATER
    ),
    Case(
        "دارت اشتباكات عنيفة بين فصائل المعارضة وقوات النظام في ريف حماة أمس",
        {"by": "sy-opposition", "on": "sy-regime-forces"},
        published=LATER,
    ),
    Case(
        "قصفت طائرات التحالف العربي مواقع للحوثيين وقوات صالح في تعز أمس",
        {"by": "arab-coalition", "on": "houthi-saleh"},
        published=LATER,
    ),
    Case(
        "شنت مقاتلات التحالف غارات على تجمعات الحوثيين في صعدة أمس",
        {"by": "arab-coalition", "on": "houthi"},
        published=LATER,
    ),
    Case(
        "اغتال مسلحون مجهولون ضابطا في الاستخبارات في عدن أمس",
        {"by": "unidentified-armed-group", "on": {1}},
        published=LATER,
    ),
    Case(
        "اغتيل قيادي في حركة حماس في مدينة صيدا أمس بغارة إسرائيلية",
        {"by": "il-air-force", "on": "hamas"},
        published=LATER,
    ),
    Case(
        "قتل قيادي في تنظيم القاعدة بغارة لطائرة أمريكية بدون طيار في شبوة أمس",
        {"by": "us-air-force", "on": "aqap"},
        published=LATER,
    ),
    Case(
        "مقتل القيادي في حماس صالح العلي في غارة إسرائيلية على غزة أمس",
        {"by": "il-air-force", "on": "hamas"},
        published=LATER,
    ),
    Case("اعتقلت الشرطة الفرنسية ثلاثة أشخاص في باريس أمس بتهمة الإرهاب", {"by": "fr-police"}, published=LATER),
    Case(
        "ألقت الأجهزة الأمنية القبض على خلية تابعة لتنظيم داعش في الكويت أمس",
        {"by": "kw-police", "on": "isis"},
        published=WAR,
    ),
    Case("هاجم مستوطنون قرية بورين جنوب نابلس أمس وأحرقوا مركبات", {"by": "il-settlers"}, published=LATER),
    Case("أصيب فلسطيني برصاص مستوطن في الخليل أمس", {"by": "il-settlers", "on": {7}}, published=LATER),
    Case("أقدم مسلحون على خطف مهندس في كركوك أمس", {"by": "unidentified-armed-group", "on": {7}}, published=LATER),
    Case("خطف صحافيان على يد مجهولين في تعز أمس", {"by": "unidentified-armed-group", "on": {7}}, published=LATER),
    Case(
        "سيطر مقاتلو المعارضة على بلدة في ريف إدلب أمس بعد معارك مع قوات النظام",
        {"by": "sy-opposition", "on": "sy-regime-forces"},
        published=LATER,
    ),
    Case("استعاد الجيش العراقي السيطرة على بيجي أمس بعد طرد داعش منها", {"by": "iq-army", "on": "isis"}, published=WAR),
    Case("سقطت مدينة الموصل أمس بيد تنظيم داعش", {"by": "isis"}, published=WAR),
    Case("صدت قوات البيشمركة هجوما لداعش على سنجار أمس", {"by": "isis", "on": "peshmerga"}, published=WAR),
    Case("فجر انتحاري نفسه في نقطة تفتيش للشرطة في كابول أمس", {"by": set(), "on": "af-police"}, published=LATER),
    Case("انفجرت عبوة ناسفة بدورية للجيش المصري في سيناء أمس", {"by": set(), "on": "eg-army"}, published=LATER),
    Case("انفجرت سيارة مفخخة قرب مقر للشرطة في بغداد أمس", {"by": set()}, published=LATER),
    Case("داهمت قوات الاحتلال مخيم جنين فجر اليوم واعتقلت أربعة شبان", {"by": "il-army", "on": {7}}, published=LATER),
    Case("اقتحمت قوات كبيرة من جيش الاحتلال بلدة يعبد أمس", {"by": "il-army"}, published=LATER),
    Case("استشهد فلسطيني وأصيب آخران برصاص الاحتلال في مخيم بلاطة أمس", {"by": "il-army", "on": {7}}, published=LATER),
    Case("قتل أربعة من عناصر الشرطة في انفجار لغم في تركيا أمس", {"by": set(), "on": "tr-police"}, published=LATER),
    Case("قتل جندي سعودي بقذيفة أطلقها الحوثيون على نجران أمس", {"by": "houthi", "on": "sa-army"}, published=LATER),
    Case("سقط صاروخ أطلق من اليمن على مدينة جازان أمس فأصيب شخصان", {"by": "houthi", "on": {7}}, published=LATER),
    Case("تظاهر مئات العراقيين في بغداد أمس احتجاجا على الفساد", {"by": "protesters"}, published=LATER),
    Case(
        "فرقت الشرطة المصرية متظاهرين في القاهرة أمس بالغاز المسيل للدموع",
        {"by": "eg-police", "on": "protesters"},
        published=LATER,
    ),
    Case("قتل متظاهر برصاص قوات الأمن في الخرطوم أمس", {"by": "sd-police", "on": "protesters"}, published=LATER),
    Case(
        "نفذت المقاتلات الروسية غارات على مواقع المعارضة في ريف إدلب أمس",
        {"by": "ru-air-force", "on": "sy-opposition"},
        published=LATER,
    ),
    Case(
        "أسقطت الدفاعات الجوية السعودية صاروخا أطلقه الحوثيون على الرياض أمس",
        {"by": "sa-army", "on": "houthi"},
        published=LATER,
    ),
    Case("اعترض التحالف طائرة مسيرة حوثية فوق جازان أمس", {"by": "arab-coalition", "on": "houthi"}, published=LATER),
    Case(
        "قال مسؤول في وزارة الصحة إن 5 مدنيين قتلوا بقصف للنظام على دوما أمس",
        {"by": "sy-regime-forces", "on": "civilians"},
        published=LATER,
    ),
    Case(
        "وقالت مصادر طبية إن ثلاثة أطفال قتلوا في قصف مدفعي على خان يونس أمس", {"by": set(), "on": {7}}, published=LATER
    ),
    Case(
        "ذكرت وزارة الداخلية العراقية أن ستة من عناصرها قتلوا في تفجير ببعقوبة أمس",
        {"by": set(), "on": "iq-police"},
        published=LATER,
    ),
    Case(
        "أعلنت وزارة الداخلية السعودية استشهاد رجل أمن برصاص مجهولين في القطيف أمس",
        {"by": "unidentified-armed-group", "on": "sa-police"},
        published=LATER,
    ),
    Case("هجوم مسلح على كنيسة في طنطا أمس يودي بحياة خمسة أشخاص", {"by": set(), "on": {7}}, published=LATER),
    Case("غارة أمريكية تقتل قياديا في داعش بسوريا أمس", {"by": "us-air-force", "on": "isis"}, published=WAR),
    Case("مسلحون يغتالون قاضيا في بنغازي أمس", {"by": "unidentified-armed-group", "on": {7}}, published=LATER),
    Case(
        "الجيش السوري يستعيد بلدة صوران بريف حماة من المعارضة أمس",
        {"by": "sy-regime-forces", "on": "sy-opposition"},
        published=LATER,
    ),
    Case(
        "المقاومة تقصف بالهاون تجمعا لجنود الاحتلال في رفح أمس", {"by": "ps-factions", "on": "il-army"}, published=LATER
    ),
    Case("حزب الله يقصف موقعا إسرائيليا في مزارع شبعا أمس", {"by": "hizbullah", "on": "il-army"}, published=LATER),
    Case("مصر: مقتل 15 مسلحا في عملية للجيش بشمال سيناء أمس", {"by": "eg-army", "on": {3}}, published=LATER),
    Case("العراق: داعش يعدم 20 مدنيا في الموصل أمس", {"by": "isis", "on": "civilians"}, published=WAR),
    Case(
        "قتل وزير الدفاع الصومالي في تفجير انتحاري نفذته حركة الشباب في مقديشو أمس",
        {"by": "al-shabaab", "on": {7}},
        published=LATER,
    ),
    Case(
        "أطلق الجيش التركي قذائف على مواقع وحدات حماية الشعب في تل أبيض أمس",
        {"by": "tr-army", "on": "ypg"},
        published=LATER,
    ),
    Case(
        "توغلت قوات تركية في شمال العراق أمس واشتبكت مع مقاتلي حزب العمال",
        {"by": "tr-army", "on": "pkk"},
        published=LATER,
    ),
    Case(
        "هاجمت قوات الدعم السريع قرية في ولاية الجزيرة أمس وقتلت 20 من سكانها",
        {"by": "sd-rsf-state", "on": {7}},
        published=LATER,
    ),
    Case(
        "قصف الجيش السوداني بالطيران مواقع الدعم السريع في الخرطوم أمس",
        {"by": "sd-saf", "on": "sd-rsf-state"},
        published=LATER,
    ),
    Case("اشتبكت قوات فجر ليبيا مع قوات حفتر قرب طرابلس أمس", {"by": "ly-dawn", "on": "ly-lna"}, published=LATER),
    Case(
        "لقي ثلاثة جنود مصرعهم في كمين نصبه مسلحون من طالبان في هلمند أمس",
        {"by": "taliban", "on": "af-army"},
        published=LATER,
    ),
    Case(
        "لم تتبن أي جهة الهجوم الذي وقع في كابول أمس وقتل فيه ستة مدنيين",
        {"by": set(), "on": "civilians"},
        published=LATER,
    ),
    Case(
        "اتهمت السلطات التركية حزب العمال الكردستاني بتنفيذ التفجير الذي قتل فيه شرطيان في ديار بكر أمس",
        {"by": "pkk", "on": "tr-police"},
        published=LATER,
    ),
    Case(
        "اتهمت المعارضة السورية قوات النظام بقصف حلب بالغازات السامة أمس", {"by": "sy-regime-forces"}, published=LATER
    ),
    Case(
        "حمّل ناشطون قوات النظام مسؤولية القصف الذي طال مدينة إدلب أمس وأدى لمقتل ثلاثة أطفال",
        {"by": "sy-regime-forces", "on": {7}},
        published=LATER,
    ),
    Case(
        "قتل جندي وأصيب ثلاثة آخرون في الجيش اللبناني بانفجار عبوة في عرسال أمس",
        {"by": set(), "on": "lb-army"},
        published=LATER,
    ),
    Case(
        "نصبت المقاومة الشعبية كمينا لميليشيات الحوثي وصالح في لحج أمس",
        {"by": "ye-popular-resistance", "on": "houthi-saleh"},
        published=LATER,
    ),
    Case(
        "دمرت طائرات التحالف رتلا عسكريا للحوثيين في عقبة ثرة أمس",
        {"by": "arab-coalition", "on": "houthi"},
        published=LATER,
    ),
    Case("فجر الحوثيون منزل قيادي في المقاومة في إب أمس", {"by": "houthi"}, published=LATER),
    Case("اختطف مسلحون حوثيون ثلاثة ناشطين في ذمار أمس", {"by": "houthi", "on": {7}}, published=LATER),
    Case(
        "اقتحم مسلحون من قبيلة في مأرب مقرا للأمن أمس وقتلوا شرطيا",
        {"by": "unidentified-tribal-militia", "on": "ye-police"},
        published=LATER,
    ),
    Case(
        "قتل مدير شرطة المدينة برصاص مسلحين في كركوك أمس",
        {"by": "unidentified-armed-group", "on": "iq-police"},
        published=LATER,
    ),
    Case("مقتل شرطيين تركيين برصاص مسلحين أكراد في ديار بكر أمس", {"by": "pkk", "on": "tr-police"}, published=LATER),
    Case(
        "هاجم انفصاليون موالون لروسيا مواقع الجيش الأوكراني قرب دونيتسك أمس",
        {"by": "ua-dnr", "on": "ua-army"},
        published=LATER,
    ),
    Case(
        "أحرق مستوطنون متطرفون منزلا في قرية دوما جنوب نابلس أمس فقتل رضيع",
        {"by": "il-settlers", "on": {7}},
        published=LATER,
    ),
    Case(
        "شنت طائرات إسرائيلية فجر أمس غارات على جنوب لبنان، وقال حزب الله إن مقاتليه ردوا بقصف صاروخي",
        {"by": "il-air-force"},
        published=LATER,
    ),
    Case(
        "استهدفت المقاومة الإسلامية في العراق بطائرات مسيرة قاعدة أمريكية في دير الزور أمس",
        {"by": "iq-islamic-resistance", "on": "us-army"},
        published=LATER,
    ),
    Case(
        "حاصرت قوات الاحتلال مخيم بلاطة أمس وخاضت اشتباكات مع مقاومين",
        {"by": "il-army", "on": "ps-factions"},
        published=LATER,
    ),
    Case("أصابت قوات الاحتلال شابا خلال مواجهات في بيت أمر أمس", {"by": "il-army", "on": {7}}, published=LATER),
    Case("دفع الجيش الإسرائيلي بتعزيزات عسكرية إلى مدينة طولكرم أمس", {"by": "il-army", "on": set()}, published=LATER),
    Case(
        "أطلق سائق شاحنة أردني النار على حراس إسرائيليين عند معبر الكرامة أمس فقتل ثلاثة منهم",
        {"by": set(), "on": "il-army"},
        published=LATER,
    ),
    Case(
        "قتل جنديان إسرائيليان في كمين للمقاومة بخان يونس أمس", {"by": "ps-factions", "on": "il-army"}, published=LATER
    ),
    Case("طعن شاب فلسطيني جنديا إسرائيليا في القدس أمس", {"on": "il-army"}, published=LATER),
    Case("احتجزت السلطات الإيرانية ناقلة نفط في مضيق هرمز أمس", {"by": "ir-government"}, published=LATER),
    Case("أعدم تنظيم داعش أربعة من عناصر الحشد الشعبي في الأنبار أمس", {"by": "isis", "on": "pmf"}, published=WAR),
    Case("مقتل ثلاثة من مقاتلي حزب الله في معارك الزبداني أمس", {"by": set(), "on": "hizbullah"}, published=LATER),
    Case(
        "لقي قيادي حوثي مصرعه في مواجهات مع المقاومة الشعبية بتعز أمس",
        {"by": "ye-popular-resistance", "on": "houthi"},
        published=LATER,
    ),
    Case(
        "قتل عشرون من الحوثيين في غارات للتحالف على معسكر في صنعاء أمس",
        {"by": "arab-coalition", "on": "houthi"},
        published=LATER,
    ),
    Case(
        "كبدت المقاومة الحوثيين خسائر في كمين بمنطقة الضباب بتعز أمس، وقتلت ستة منهم",
        {"by": "ye-popular-resistance", "on": "houthi"},
        published=LATER,
    ),
    Case("اغتالت إسرائيل مراسلا صحفيا في غارة على مدينة غزة أمس", {"by": "il-government", "on": {7}}, published=LATER),
    Case(
        "أكد مصدر طبي اغتيال قوات الاحتلال ثلاثة فلسطينيين في جنين أمس", {"by": "il-army", "on": {7}}, published=LATER
    ),
    Case(
        "أعلنت حركة حماس اغتيال رئيس مكتبها السياسي في غارة إسرائيلية على بيروت أمس",
        {"by": "il-air-force", "on": "hamas"},
        published=LATER,
    ),
    Case(
        "بثت سرايا القدس مشاهد من استهداف مقاتليها جنود الاحتلال في مدينة رفح أمس",
        {"by": "saraya-quds", "on": "il-army"},
        published=LATER,
    ),
    Case(
        "ألقت الشرطة القبض على شخصين للاشتباه بعلاقتهما بإطلاق النار على دورية أمنية في مدينة القطيف أمس",
        {"by": "sa-police"},
        published=LATER,
    ),
    Case(
        "قام المسلحون الحوثيون باعتقال عشرة ناشطين في مدينة الحديدة أمس", {"by": "houthi", "on": {7}}, published=LATER
    ),
    Case("فجر مجرم داعشي نفسه في المصلين بمسجد في مدينة بغداد أمس", {"by": "isis"}, published=WAR),
    Case("الهجوم الذي نسبته السلطات إلى تنظيم داعش أوقع عشرة قتلى في مدينة أنقرة أمس", {"by": "isis"}, published=WAR),
    Case(
        "أعلن الجيش الإسرائيلي إصابة ضابط وجنديين بانفجار عبوة ناسفة في مدينة رفح أمس",
        {"by": set(), "on": "il-army"},
        published=LATER,
    ),
    Case(
        "اعترف الجيش الإسرائيلي بمقتل جندي في معارك في مدينة خان يونس أمس",
        {"by": set(), "on": "il-army"},
        published=LATER,
    ),
    Case(
        "أعلن الجيش التركي مقتل ثلاثة من جنوده في هجوم لحزب العمال الكردستاني في محافظة شرناق أمس",
        {"by": "pkk", "on": "tr-army"},
        published=LATER,
    ),
    Case("أعلنت القسام قتل ثلاثة جنود في كمين بمخيم جباليا أمس", {"by": "qassam", "on": "il-army"}, published=LATER),
    Case(
        "قصفت المقاتلات التركية مواقع لحزب العمال الكردستاني في شمال العراق أمس",
        {"by": "tr-air-force", "on": "pkk"},
        published=LATER,
    ),
    Case(
        "حاول الحوثيون اقتحام مدينة مأرب أمس لكن القوات الحكومية صدت الهجوم",
        {"by": "houthi", "on": "ye-army"},
        published=LATER,
    ),
    Case(
        "خمسة عناصر من تنظيم القاعدة قتلوا أمس في غارة لطائرة أمريكية بدون طيار في محافظة شبوة",
        {"by": "us-air-force", "on": "aqap"},
        published=LATER,
    ),
    Case(
        "هجوم الحوثيين على قرية في الضالع أمس أوقع خمسة قتلى من المدنيين",
        {"by": "houthi", "on": "civilians"},
        published=LATER,
    ),
    Case(
        "جرح ثلاثة من عناصر الشرطة العراقية في اشتباك مع مسلحين في مدينة كركوك أمس",
        {"by": "unidentified-armed-group", "on": "iq-police"},
        published=LATER,
    ),
    Case(
        "تجددت الاشتباكات بين قوات حفتر ومجلس شورى ثوار بنغازي في مدينة بنغازي أمس",
        {"by": "ly-lna", "on": "ly-bsrc"},
        published=LATER,
    ),
    Case("القوات المناهضة للحوثيين سيطرت على مطار عدن أمس", {"by": set()}, published=LATER),
    Case(
        "نصبت القوات الخاصة كمينا لمجموعة مسلحة في جبل سمامة بمحافظة القصرين أمس وقتلت اثنين منها",
        {"by": "tn-army", "on": "unidentified-armed-group"},
        published=LATER,
    ),
    Case("متظاهرون يرشقون الشرطة بالحجارة في مدينة الخليل أمس", {"by": "rioters"}, published=LATER),
    Case(
        "طردت المقاومة الشعبية الحوثيين من مدينة زنجبار أمس",
        {"by": "ye-popular-resistance", "on": "houthi"},
        published=LATER,
    ),
    Case(
        "تعرضت قاعدة أمريكية في دير الزور أمس لقصف صاروخي من قبل ميليشيات موالية لإيران",
        {"on": "us-army"},
        published=LATER,
    ),
    Case("استولى مسلحون على شاحنات إغاثة في مدينة الفاشر أمس", {"by": "unidentified-armed-group"}, published=LATER),
    Case(
        "دمرت قوات التحالف زورقا مفخخا للحوثيين قبالة الحديدة أمس",
        {"by": "arab-coalition", "on": "houthi"},
        published=LATER,
    ),
    Case("أصيب مستوطنان بعملية طعن نفذها فلسطيني في مدينة القدس أمس", {"on": "il-settlers"}, published=LATER),
    Case("إسقاط مسيرة أطلقها حزب الله فوق مدينة حيفا أمس", {"on": "hizbullah"}, published=LATER),
    Case(
        "قصفت طائرات النظام قرى واقعة تحت سيطرة المعارضة في ريف درعا أمس",
        {"by": "sy-air-force", "on": set()},
        published=LATER,
    ),
    Case("العراق: مقتل ثلاثة مدنيين في قصف على مدينة الفلوجة أمس", {"by": set(), "on": "civilians"}, published=LATER),
    Case(
        "تركيا: انفجار عبوة ناسفة في مدينة ديار بكر أمس يقتل شرطيين", {"by": set(), "on": "tr-police"}, published=LATER
    ),
    Case(
        "مقتل خمسة مدنيين في هجوم مسلح على حافلة في مدينة كويتا أمس", {"by": set(), "on": "civilians"}, published=LATER
    ),
    Case(
        "أعلنت وزارة الصحة التابعة لحكومة اليمن مقتل خمسة مدنيين في قصف للحوثيين على مدينة تعز أمس",
        {"by": "houthi", "on": "civilians"},
        published=LATER,
    ),
    Case(
        "حملت وزارة الخارجية التركية النظام مسؤولية القصف الذي قتل عشرة مدنيين في مدينة إدلب أمس",
        {"by": "sy-regime-forces", "on": "civilians"},
        published=LATER,
    ),
    Case(
        "تحمل قوات التحالف أسلحة حديثة، وقد قصفت مواقع الحوثيين في صعدة أمس",
        {"by": "arab-coalition", "on": "houthi"},
        published=LATER,
    ),
    Case("قصفت كتائب القسام، الجناح العسكري لحركة حماس، مستوطنة سديروت أمس", {"by": "qassam"}, published=LATER),
    Case(
        "قتل ستة مدنيين في قصف من مناطق سيطرة قسد على مدينة عفرين أمس",
        {"by": "sdf", "on": "civilians"},
        published=LATER,
    ),
    Case(
        "نعت حركة حماس ثلاثة من مقاتليها قتلوا في غارة إسرائيلية على مدينة رفح أمس",
        {"by": "il-air-force", "on": "hamas"},
        published=LATER,
    ),
    Case("هدم الجيش الإسرائيلي منزل أسير فلسطيني في مدينة نابلس أمس", {"by": "il-army"}, published=LATER),
    Case(
        "قتل ثلاثة من الحشد الشعبي بانفجار عبوة زرعها تنظيم داعش في مدينة تكريت أمس",
        {"by": "isis", "on": "pmf"},
        published=WAR,
    ),
    Case(
        "شهدت مدينة تعز أمس اشتباكات بين المقاومة الشعبية والحوثيين أسفرت عن مقتل عشرة من الحوثيين",
        {"by": "ye-popular-resistance", "on": "houthi"},
        published=LATER,
    ),
    Case(
        "استعادت قوات سوريا الديمقراطية بدعم من التحالف الدولي بلدة هجين من تنظيم داعش أمس",
        {"by": "sdf", "on": "isis"},
        published=WAR,
    ),
    Case(
        "أعلن المتحدث باسم القوات المسلحة المصرية مقتل أربعة إرهابيين في حملة بمدينة الشيخ زويد أمس",
        {"by": "eg-army"},
        published=LATER,
    ),
    Case(
        "أفرجت قوات الاحتلال أمس عن ثلاثة فلسطينيين اعتقلتهم في مدينة جنين قبل أسبوع",
        {"by": "il-army"},
        published=LATER,
    ),
)


@pytest.mark.parametrize("case", SENTENCES, ids=[f"{i:03}" for i in range(len(SENTENCES))])
def test_both_sides_of_a_sentence_are_read(case: Case) -> None:
    assert case.differences() == []
