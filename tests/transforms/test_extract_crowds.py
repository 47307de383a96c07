"""Demonstrations and riots: what tells one that took place, and the talk of protest that tells none."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case, told

HELD = {
    "crowd_gathers": Case(
        "تجمع مئات المعلمين أمام مبنى المحافظة في مدينة السليمانية أمس للمطالبة برواتبهم.", {"kind": "Peaceful protest"}
    ),
    "crowd_before_court": Case(
        "تجمع عشرات المحتجين أمام المحكمة في مدينة صيدا أمس مطالبين بالإفراج عن موقوفين.", {"kind": "Peaceful protest"}
    ),
    "went_out_to_the_streets": Case(
        "نزل آلاف العمال إلى شوارع مدينة طرابلس أمس احتجاجا على الغلاء.", {"kind": "Peaceful protest"}
    ),
    "city_saw_a_demonstration": Case(
        "شهدت مدينة عدن أمس مظاهرة حاشدة شارك فيها آلاف المواطنين تنديدا بانقطاع الكهرباء.",
        {"kind": "Peaceful protest"},
    ),
    "sit_in": Case("اعتصم عشرات الموظفين أمام البرلمان في بغداد أمس.", {"kind": "Peaceful protest"}),
    "stones_at_police": Case(
        "رشق مئات المتظاهرين قوات الشرطة بالحجارة في شوارع مدينة الناصرية أمس.", {"kind": "Violent demonstration"}
    ),
    "prisoners_are_no_arrest": Case(
        "نظمت عائلات الأسرى أمس وقفة احتجاجية أمام مقر الصليب الأحمر في مدينة رام الله.", {"kind": "Peaceful protest"}
    ),
}
SPOKEN_OF = {
    "called_for": Case("دعت النقابة إلى إضراب عام ومظاهرات في بيروت يوم الجمعة المقبل.", NOTHING),
    "banned": Case("قررت السلطات منع المظاهرات في مدينة بنغازي.", NOTHING),
    "era": Case("تشهد البلاد صعوبات اقتصادية منذ انتفاضة عام 2011 في تونس.", NOTHING),
    "name_of_a_ruler": Case("عاد إلى بغداد بعد سقوط نظام صدام حسين وعمل في وزارة النفط.", NOTHING),
    "stand_of_a_state": Case("شكر الوزير السعودية على هذه الوقفة الأخوية مع اليمن.", NOTHING),
    "opposition_talks": Case("رأى زعيم المعارضة أن المظاهرات السلمية حق كفله الدستور في العراق.", NOTHING),
}


@pytest.mark.parametrize("case", HELD.values(), ids=HELD.keys())
def test_a_crowd_that_acts_is_an_incident(case: Case) -> None:
    assert case.differences() == []


@pytest.mark.parametrize("case", SPOKEN_OF.values(), ids=SPOKEN_OF.keys())
def test_protest_that_is_spoken_of_is_none(case: Case) -> None:
    assert case.differences() == []


def test_banners_alone_tell_less_than_a_gathering() -> None:
    gathered = told("تجمع مئات المتظاهرين أمام السفارة في بيروت أمس احتجاجا على القرار ورفعوا لافتات.")
    assert [row["sub_event_type"] for row in gathered] == ["Peaceful protest"]
    assert told("ورفع المتظاهرون لافتات ملونة.") == []
