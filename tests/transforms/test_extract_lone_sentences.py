"""Sentences that stand alone, without headline, neighbours or date: what of them is an incident, and when it was."""

import pytest

from tests.transforms.extract_cases import told

TOLD = {
    "bomb": "وفي الموصل، قتل ثلاثة أشخاص وأصيب سبعة بجروح في انفجار سيارة مفخخة أمس قرب سوق شعبية.",
    "protesters_shot": "وقتل ثلاثة متظاهرين برصاص قوات الأمن في بغداد أمس خلال احتجاجات على الفساد.",
    "gathering": "تظاهر مئات الطلاب أمس أمام مبنى البرلمان في وسط العاصمة للمطالبة بإقالة الوزير.",
    "clashes": "اندلعت اشتباكات عنيفة بين الجيش والمتمردين في محيط مدينة الضالع أمس.",
    "bomb_beside_a_court": "وقتل شرطيان وأصيب خمسة أشخاص في انفجار سيارة مفخخة بالقرب من محكمة مدينة كركوك أمس.",
    "raid_on_a_camp": "شنت الطائرات الإسرائيلية غارة أمس على معسكر تدريب تابع للحركة في البقاع وقتلت ثلاثة مقاتلين.",
    "many_words_to_the_missile": "وأطلقت طائرة من دون طيار تابعة للجيش الأميركي فجر أمس عدة صواريخ على منزل في باجور.",
    "burst": "تفجرت سيارة مفخخة أمس في شارع تجاري وسط بغداد وقتلت أربعة مدنيين.",
    "road_closed": "قام عشرات المحتجين أمس بإقفال طريق المطار في بيروت احتجاجا على انقطاع الكهرباء.",
}
UNTOLD = {
    "opinion": "وأعتقد أن الهجمات الانتحارية هي نتيجة طبيعية لسياسة الاحتلال في المنطقة كلها.",
    "investigation": "ولم تكشف التحقيقات في جريمة اغتيال الرئيس الأسبق بعد عن هوية المتورطين فيها.",
    "trial": "وتنظر المحكمة غدا في قضية المتهمين بتفجير السيارة المفخخة في الرياض.",
    "state_protests": "احتجت الحكومة رسميا لدى السفير على تصريحات الوزير بشأن الحدود.",
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD.keys())
def test_a_lone_sentence_that_reports_is_an_incident(text):
    assert told(text)


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD.keys())
def test_a_lone_sentence_that_only_speaks_of_violence_is_none(text):
    assert not told(text)


POSTS = {
    "no_stop": "مقتل طفل جراء قصف روسي شمالي سوريا",
    "pictures": "شهداء مدنيون بغارات روسية على ريف إدلب (صور)",
    "hashtag": "غارات جوية على محيط بلدة #كنصفرة بريف إدلب اليوم.",
}


@pytest.mark.parametrize("text", POSTS.values(), ids=POSTS.keys())
def test_a_post_is_judged_as_posts_are(text):
    assert told(text)


def test_without_publication_date_the_day_is_unknown_and_the_incident_stays():
    (row,) = told(TOLD["gathering"], published=None)
    assert (row["date_start"], row["date_end"], row["date_precision"]) == (None, None, None)
    assert row["salience"] == "main"


def test_an_own_date_needs_no_publication_date():
    (row,) = told("تظاهر مئات الطلاب في 14 أيار 2024 أمام البرلمان في بيروت للمطالبة بإقالة الوزير.", published=None)
    assert str(row["date_start"]) == "2024-05-14"


def test_an_article_without_any_date_tells_no_incident():
    assert not told("\n".join([TOLD["gathering"], *["وعاد الهدوء إلى الشوارع."] * 4]), published=None)


FLASHES = {
    "shelling": "مدفعية الاحتلال تستهدف شرق مدينة غزة بعدة قذائف",
    "attack": "قوات درع السودان تهاجم ارتكازات للدعم السريع شرق مدينة ود مدني",
    "commander": "مقتل قائد كتيبة في الجيش السوداني خلال معارك في مدينة بابنوسة",
}


@pytest.mark.parametrize("text", FLASHES.values(), ids=FLASHES.keys())
def test_a_flash_without_full_stop_is_read_as_a_headline(text):
    assert told(text)


def test_a_headline_that_asks_tells_nothing():
    assert not told("ما انعكاسات اغتيال القائد على مسار الحرب في غزة؟")
