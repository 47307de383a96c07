"""Laws of the extractor on any text: no error, offsets that lead to the quoted words, order without effect, the contract."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.extract_cases import PUBLISHED, shared_extractor
from tests.transforms.test_extract_incidents import CASES as TOLD
from tests.transforms.test_text_offsets import anything
from transforms.contracts.conform import conform
from transforms.contracts.tables import TABLES

LAW = settings(max_examples=60, deadline=None)
PIECES = (
    "قتل ثلاثة مدنيين", "وأصيب 7 آخرون", "بقصف مدفعي", "لقوات النظام", "على مدينة سرمين", "في ريف إدلب الجنوبي", "أمس", "اليوم الأربعاء",
    "في 3 أيار الجاري", "قـ.ـتـ.ل شاب", "مسـ ـيرة تستهدف", "ا.نـ.فجار عبوة ناسفة", "اعتقلت قوات الاحتلال", "15 مواطنا", "بينهم طفلان",
    "ما لا يقل عن", "نحو 20", "بين 5 و7", "تظاهر المئات", "فيما", "كما", "وكان", "نفى الجيش", "هدد", "جراء", "،", ".", "\n", ":", "«", "»", "(",
    ")", "🔴", "#عاجل", "ISIS", "الجيش السوداني", "وقوات الدعم السريع", "في الفاشر", "بغارة إسرائيلية", "خان يونس", "انتحاري", "فجر نفسه",
    "ارتفاع حصيلة القتلى إلى 11", "دون إصابات", "التحالف الدولي", "داعش", "بدعم من", "تبنى", "\u202b", "\u200f", "١٢ شخصاً", "قُتِلَ",
)  # fmt: skip
news = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(max_size=6)), max_size=45).map(
    " ".join
)


def articles_of(*texts: tuple[str, str]) -> list[dict]:
    return [
        {"article_id": f"a{i}", "title": title, "text": text, "published_at": PUBLISHED}
        for i, (title, text) in enumerate(texts)
    ]


def assert_offsets_hold(article: dict, row: dict) -> None:
    text = article["text"]
    for name in ("evidence", "trigger"):
        start, end = row[f"{name}_start"], row[f"{name}_end"]
        assert (start is None) == (end is None)
        if start is not None:
            assert text[start:end] == row[f"{name}_text"]
    for part in (*row["actors"], *row["casualties"]):
        if part["start"] is not None:
            assert text[part["start"] : part["end"]] == part["text"]


@LAW
@given(st.one_of(news, anything), st.one_of(news, anything))
def test_any_text_gives_rows_whose_offsets_hold(title, text):
    (article,) = articles_of((title, text))
    for row in shared_extractor().extract(article).incidents:
        assert_offsets_hold(article, row)


@LAW
@given(news, st.sampled_from([None, "", "2024-05-15", "2024-02-29T23:59:00Z", "no date"]))
def test_any_publication_date_is_borne(text, published):
    shared_extractor().extract({"article_id": "a", "title": "", "text": text, "published_at": published})


@LAW
@given(st.lists(st.tuples(news, news), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_order_of_articles_does_not_matter(texts, order: random.Random):
    articles = articles_of(*texts)
    before = {a["article_id"]: shared_extractor().extract(a) for a in articles}
    order.shuffle(articles)
    assert {a["article_id"]: shared_extractor().extract(a) for a in articles} == before


@LAW
@given(st.lists(st.tuples(news, news), min_size=1, max_size=4))
def test_rows_conform_to_the_contract(texts):
    rows = [row for article in articles_of(*texts) for row in shared_extractor().extract(article).incidents]
    conform([{**row, "run_id": "r1"} for row in rows], TABLES["incidents"])


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD.keys())
def test_told_incidents_are_in_the_contract_with_offsets(case):
    (article,) = articles_of((case.title, case.text))
    rows = shared_extractor().extract(article).incidents
    for row in rows:
        assert_offsets_hold(article, row)
    table = conform([{**row, "run_id": "r1"} for row in rows], TABLES["incidents"])
    assert table.num_rows == len(rows)


def test_an_article_extracts_alike_twice():
    (article,) = articles_of(("مقتل شخصين", "قتل شخصان بغارة على مدينة صور أمس. وأصيب ثلاثة بقصف على بلدة الخيام."))
    assert shared_extractor().extract(article) == shared_extractor().extract(article)
