"""Sides that the words tell without naming them as such: nationals, homes, arms, own forces, ground, protectors."""

import pytest

from tests.transforms.extract_cases import Case

NATIONALS = (
    Case("طعن مستوطنون فلسطينيا قرب مدينة بيت لحم أمس", {"by": "il-settlers", "on": "civilians"}),
    Case("هاجم مستوطنون إسرائيليون فلسطينيين في بلدة حوارة أمس", {"by": "il-settlers", "on": "civilians"}),
    Case("شن مستوطنون هجوما على الفلسطينيين في بلدة حوارة أمس", {"by": "il-settlers", "on": "civilians"}),
    Case("أطلقت قوات الاحتلال النار على فلسطيني قرب حاجز شعفاط أمس", {"by": "il-army", "on": "civilians"}),
    Case("خطف مسلحون لبنانيا في مدينة بعلبك أمس", {"by": "unidentified-armed-group", "on": "civilians"}),
    Case("احتجز الحوثيون يمنيين في مدينة إب أمس", {"by": "houthi", "on": "civilians"}),
    Case("اعتقلت القوات التركية سوريين قرب مدينة عفرين أمس", {"by": "tr-army", "on": "civilians"}),
    Case("قتل مسلحون جنديا إسرائيليا قرب مدينة نابلس أمس", {"on": "il-army"}),
    Case("استهدفت كتائب القسام جنودا إسرائيليين في رفح أمس", {"by": "qassam", "on": "il-army"}),
)
GOODS = (
    Case("هدمت قوات الاحتلال منزل أسير فلسطيني في بلدة قباطية أمس", {"by": "il-army", "on": "civilians"}),
    Case("أحرق مستوطنون مركبات فلسطينيين في بلدة حوارة أمس", {"by": "il-settlers", "on": "civilians"}),
    Case("هاجم مسلحون قافلة مساعدات في دارفور أمس", {"by": "unidentified-armed-group", "on": "civilians"}),
    Case("شنت قوات الاحتلال حملة اعتقالات في نابلس طالت 26 مواطنا أمس", {"by": "il-army", "on": "civilians"}),
    Case("اقتحم عشرات المستوطنين المسجد الأقصى أمس", {"by": "il-settlers", "on": set()}),
)
ARMS = (
    Case("قتل مدني بقذيفة تركية في ريف عين العرب أمس", {"by": "tr-army", "on": "civilians"}),
    Case("أصيب طبيب جراء قنابل إسرائيلية على مستشفى في مدينة غزة أمس", {"by": "il-army", "on": "civilians"}),
    Case("استشهاد جندي سعودي بمقذوف حوثي في منطقة جيزان أمس", {"by": "houthi", "on": "sa-army"}),
    Case("قتل الجيش السوري ثلاثة مدنيين بصواريخ روسية في مدينة إدلب أمس", {"by": "sy-regime-forces"}),
    Case("قتل مدني بصواريخ روسية الصنع في مدينة الباب أمس", {"by": set(), "on": "civilians"}),
    Case("أطلقت راجمات الحوثيين صواريخ على مدينة مأرب أمس", {"by": "houthi", "on": set()}),
    Case("فتح عناصر من حزب العمال الكردستاني النار على قافلة عسكرية في شرناق أمس وقتل ثلاثة جنود", {"by": "pkk"}),
    Case(
        "مقتل ثلاثة جنود أتراك أمس حين فتح عناصر من حزب العمال الكردستاني النار على قافلة في شرناق",
        {"by": "pkk", "on": "tr-army"},
    ),
    Case("شهدت مدينة خان يونس أمس قصفا مكثفا من قوات الاحتلال أسفر عن مقتل مدنيين اثنين", {"by": "il-army"}),
    Case("تعرضت بلدة كفرتخاريم لقصف من حواجز النظام أمس وأصيب طفل", {"by": "sy-regime-forces", "on": "civilians"}),
    Case("قصفت الطائرات الروسية عددا من مواقع التنظيم في تدمر أمس", {"by": "ru-air-force"}),
    Case("أسقطت الدفاعات الروسية طائرة مسيرة أوكرانية فوق بيلغورود أمس", {"by": "ru-army"}),
    Case("انفجار عبوة ناسفة بدورية للجيش العراقي قرب كركوك أمس", {"by": set(), "on": "iq-army"}),
)
OWNERS = (
    Case("أعلن الجيش الإسرائيلي أن قواته انسحبت من معبر رفح أمس", {"by": "il-army"}),
    Case("أعلن تنظيم داعش أن عناصره أعدموا خمسة مدنيين في الموصل أمس", {"by": "isis", "on": "civilians"}),
    Case("قال الجيش الإسرائيلي إن جنوده قتلوا في كمين بمدينة رفح أمس", {"by": set()}),
    Case("شهدت خان يونس عملية تبادل أسرى بين حركة حماس والجيش الإسرائيلي أمس", {"by": {"hamas", "il-army"}}),
    Case("اقتحم مستوطنون المسجد الأقصى أمس تحت حماية شرطة الاحتلال", {"by": "il-settlers", "on": set()}),
)


@pytest.mark.parametrize("case", NATIONALS, ids=lambda case: case.text[:40])
def test_a_nationality_in_the_case_of_an_object_names_civilians(case: Case) -> None:
    assert case.differences() == []


@pytest.mark.parametrize("case", GOODS, ids=lambda case: case.text[:40])
def test_homes_goods_and_relief_are_of_civilians(case: Case) -> None:
    assert case.differences() == []


@pytest.mark.parametrize("case", ARMS, ids=lambda case: case.text[:40])
def test_arms_and_the_ground_they_stand_on_tell_who_fired(case: Case) -> None:
    assert case.differences() == []


@pytest.mark.parametrize("case", OWNERS, ids=lambda case: case.text[:40])
def test_own_forces_act_for_who_names_them_and_protectors_do_not_act(case: Case) -> None:
    assert case.differences() == []


IMPLIED = (
    Case("قتلت قوات الاحتلال بدم بارد فلاح حمدي في بلدة بيت أمر أمس", {"by": "il-army", "on": "civilians"}),
    Case("قتلت مجموعة من مسلحي داعش في غارة على الموصل أمس", {"by": set()}, published="2015-08-15"),
    Case("انتشرت قوات الاحتلال في شوارع نابلس أمس واعتقلت فلسطينيين", {"by": "il-army", "on": "civilians"}),
    Case("أقر جيش الاحتلال الإسرائيلي الأربعاء بإطلاق النار على فلسطينيين في غزة أمس", {"by": "il-army"}),
    Case("أسقط الجيش الإسرائيلي مسيرتين قادمتين من لبنان فوق مدينة نهاريا أمس", {"by": "il-army", "on": "hizbullah"}),
    Case(
        "اشتبك الجيش اليمني والحوثيون في الضالع أمس. وتستمر المعارك بين الطرفين في مدينة الحوطة",
        ({"by": "ye-army", "on": "houthi"}, {"by": "ye-army", "on": "houthi"}),
    ),
    Case(
        "منعت قوات الاحتلال أمس دخول النساء إلى المسجد الأقصى، واعتدت عليهن واعتقلت امرأتين",
        {"by": "il-army", "on": "civilians"},
    ),
    Case(
        "جددت قوات الاحتلال اقتحاماتها لمدينة نابلس أمس واستخدمت الرصاص، مما أدى إلى وقوع إصابات",
        {"by": "il-army", "on": "civilians"},
    ),
    Case(
        "أعلن حزب الله أنه قتل جنودا إسرائيليين قرب بلدة عيترون أمس، وأطلق عشرات الصواريخ على مدينة حيفا",
        ({"by": "hizbullah", "on": "il-army"}, {"by": "hizbullah"}),
    ),
    Case("أطلق الجيش الإسرائيلي الرصاص صباح أمس تجاه مزارعين قرب بلدة قصرة", {"by": "il-army", "on": "civilians"}),
    Case(
        "قتل ثلاثة جنود في اشتباكات مع مسلحين في مدينة عرسال أمس", {"by": "unidentified-armed-group", "on": "lb-army"}
    ),
    Case("اعترض سلاح الجو الإسرائيلي صاروخا أطلق من اليمن فوق القدس أمس", {"by": "il-air-force", "on": "houthi"}),
    Case(
        "ففي وسط مدينة تعز تقدمت المقاومة الشعبية باتجاه إدارة الأمن أمس وسيطرت على حديقة في حي الروضة",
        {"by": "ye-popular-resistance"},
    ),
    Case("سقط صاروخ أطلق من قطاع غزة على مدينة سديروت أمس وأصيب شخصان", {"by": "ps-factions", "on": "civilians"}),
    Case("هاجمت طائرة حربية مواقع للمسلحين في مدينة أجدابيا أمس", {"by": set()}),
)


@pytest.mark.parametrize("case", IMPLIED, ids=lambda case: case.text[:40])
def test_sides_that_grammar_or_context_leaves_no_doubt_of_are_told(case: Case) -> None:
    assert case.differences() == []


def test_martyrs_of_gaza_fell_to_israel_where_the_article_speaks_of_it() -> None:
    text = "استشهد خمسون فلسطينيا في قطاع غزة أمس. وقالت فرق الإنقاذ إن الجيش الإسرائيلي يمنع وصولها."
    assert Case(text, {"by": "il-army"}).differences() == []
    assert Case("استشهد خمسون شخصا في مدينة تعز أمس.", {"by": set()}).differences() == []
