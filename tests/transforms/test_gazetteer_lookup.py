"""Names lead to places: spellings, namesakes, cues, merging."""

import math
import os
import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.gazetteer_cases import a_place, default_gazetteer
from transforms.gazetteer.build import build_gazetteer, merge_duplicates
from transforms.gazetteer.lookup import PlaceContext, choose, rank
from transforms.gazetteer.spelling import spellings
from transforms.text.normalize import normalize_name


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("الموصل", "IQ", "IQG15"),
        ("حلب", "SY", "SY02"),
        ("أبو ظبي", "AE", "AE01"),
        ("أبوظبي", "AE", "AE01"),
        ("دير الزور", "SY", "SY09"),
        ("ديرالزور", "SY", "SY09"),
        ("تل ابيب", "IL", "IL-TA"),
        ("صنعا", "YE", "YE13"),
        ("داريه", "SY", "SY03"),
        ("حلفاية", "SY", "SY05"),
        ("اسطنبول", "TR", "TUR034"),
        ("كوباني", "SY", "SY02"),
        ("خانيونس", "PS", "PS02"),
        ("رام الله", "PS", "PS0130"),
        ("طولكرم", "PS", "PS0110"),
        ("مأرب", "YE", "YE26"),
        ("الفاشر", "SD", "SD02"),
        ("أجدابيا", "LY", "LY0105"),
        ("كابول", "AF", "AF01"),
        ("لندن", "GB", "GB-ENG"),
    ],
)
def test_spellings_lead_to_the_place(name, country, admin1):
    place = default_gazetteer().lookup(name)[0]
    assert (place.country, place.admin1_pcode) == (country, admin1)


@pytest.mark.parametrize(
    ("name", "context", "country", "admin1"),
    [
        ("طرابلس", {}, "LY", "LY0211"),
        ("طرابلس", {"countries": {"LB": 1.0}}, "LB", "LB5"),
        ("طرابلس", {"outlet_country": "LB", "countries": {"LB": 0.5}}, "LB", "LB5"),
        ("دوما", {}, "SY", "SY03"),
        ("دوما", {"countries": {"PS": 1.0}}, "PS", "PS0115"),
        ("دوما", {"admin1": frozenset({"PS0115"})}, "PS", "PS0115"),
        ("رفح", {}, "PS", "PS02"),
        ("رفح", {"admin1": frozenset({"EG34"})}, "EG", "EG34"),
        ("الزاوية", {"countries": {"LY": 1.0}}, "LY", "LY0213"),
        ("المحمودية", {"countries": {"IQ": 1.0}}, "IQ", "IQG08"),
        ("القائم", {"countries": {"IQ": 1.0}}, "IQ", "IQG01"),
        ("الجنينة", {"countries": {"SD": 1.0}}, "SD", "SD04"),
        ("معان", {"countries": {"JO": 1.0}}, "JO", "JO-MN"),
        ("الحسكة", {}, "SY", "SY08"),
        ("درعا", {}, "SY", "SY12"),
        ("القدس", {"countries": {"PS": 1.0}}, "PS", "PS0140"),
        ("القاهرة", {}, "EG", "EG01"),
        ("القاهرة", {"admin1": frozenset({"YE15"})}, "YE", "YE15"),
        ("الشرقية", {"countries": {"EG": 1.0}, "kinds": frozenset({"admin1"})}, "EG", "EG13"),
        ("البيضاء", {"countries": {"YE": 1.0}}, "YE", "YE14"),
        ("البيضاء", {"countries": {"LY": 1.0}}, "LY", "LY0106"),
        ("أريحا", {"countries": {"SY": 1.0}}, "SY", "SY07"),
        ("أريحا", {"countries": {"PS": 1.0}}, "PS", "PS0135"),
    ],
)
def test_context_decides_between_namesakes(name, context, country, admin1):
    best = rank(default_gazetteer(), name, context=PlaceContext(**context))[0]
    assert (best.place.country, best.place.admin1_pcode) == (country, admin1), best.reasons


def test_other_places_of_the_article_decide_between_namesakes():
    gazetteer = default_gazetteer()
    nablus = gazetteer.lookup("نابلس")[0]
    assert choose(gazetteer, "دوما", context=PlaceContext(places=[nablus], countries={"PS": 0.5})).country == "PS"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("البيضاء", "city"),
        ("الديوانية", "city"),
        ("أجدابيا", "city"),
        ("غزة", "admin1"),
        ("الأنبار", "admin1"),
        ("البحر الأحمر", "sea"),
        ("واشنطن", "city"),
        ("سوريا", "country"),
    ],
)
def test_without_context_the_usual_meaning_comes_first(name, kind):
    assert default_gazetteer().lookup(name)[0].kind == kind


def test_a_cue_announces_the_kind():
    gazetteer = default_gazetteer()
    governorate = choose(gazetteer, "حلب", context=PlaceContext(kinds=frozenset({"admin1"})))
    city = choose(gazetteer, "حلب", context=PlaceContext(kinds=frozenset({"city", "town"})))
    assert (governorate.kind, city.kind) == ("admin1", "city")


def test_reasons_say_what_spoke_for_a_candidate():
    best = rank(default_gazetteer(), "طرابلس", context=PlaceContext(countries={"LB": 1.0}))[0]
    assert any("the text speaks of LB" in reason for reason in best.reasons)
    assert best.consistent


def test_a_place_elsewhere_is_inconsistent_with_a_named_country():
    ranked = rank(default_gazetteer(), "نابلس", context=PlaceContext(countries={"YE": 1.0}))
    assert not any(candidate.consistent for candidate in ranked)


def test_choose_agrees_with_rank():
    gazetteer = default_gazetteer()
    context = PlaceContext(countries={"SY": 1.0}, outlet_country="SY")
    for name in list(gazetteer.names)[::97]:
        assert choose(gazetteer, name, context=context) == rank(gazetteer, name, context=context)[0].place


def test_an_unknown_name_has_no_candidates():
    assert rank(default_gazetteer(), "بلدة لا وجود لها") == []
    assert choose(default_gazetteer(), "بلدة لا وجود لها") is None


@pytest.mark.parametrize("name", ["السلام", "الجديد", "مالي", "حديثة", "إب", "القطاع", "بلد", "ناصر", "الخبر"])
def test_common_words_need_a_cue(name):
    assert normalize_name(name) in default_gazetteer().needs_cue


@pytest.mark.parametrize("name", ["الموصل", "عدن", "تعز", "غزة", "حلب", "درنة", "نيالا", "الفلوجة", "عرسال", "جنين"])
def test_plain_place_names_need_no_cue(name):
    assert normalize_name(name) not in default_gazetteer().needs_cue


@pytest.mark.parametrize("name", ["ليبية", "سورية", "تركية", "روسية", "ألمانية", "بريطانية", "برازيلية"])
def test_an_adjective_is_no_country(name):
    kinds = {place.kind for place in default_gazetteer().lookup(name)}
    assert "country" not in kinds or name == "سورية"  # "سورية" is a spelling of the country as well


def test_merging_folds_rows_of_one_settlement():
    first = a_place(place_id="a", name_ar="تل رفعت", latitude=36.47, longitude=37.10, population=0)
    near = a_place(
        place_id="b", name_ar="تلّ رفعت", variants=("تل رفعات",), latitude=36.48, longitude=37.09, population=9
    )
    far = a_place(place_id="c", name_ar="تل رفعت", latitude=35.0, longitude=39.0)
    merged = merge_duplicates([first, near, far])
    assert [place.place_id for place in merged] == ["a", "c"]
    assert (merged[0].variants, merged[0].population) == (("تل رفعات",), 9)


def test_a_camp_is_no_twin_of_the_town_beside_it():
    town, camp = a_place(place_id="a", name_ar="جنين", kind="town"), a_place(place_id="b", name_ar="جنين", kind="camp")
    assert len(merge_duplicates([town, camp])) == 2


def test_an_imported_place_wins_over_the_default_one():
    mine = a_place(place_id="mine", name_ar="سراقب", latitude=35.866, longitude=36.800)
    gazetteer = build_gazetteer([mine])
    found = [place for place in gazetteer.lookup("سراقب") if place.kind in {"village", "town", "city"}]
    assert [place.place_id for place in found] == ["mine"]
    assert (found[0].latitude, found[0].admin1_pcode) == (35.866, "SY07")
    assert found[0].population > 0


def test_units_are_found_by_code():
    gazetteer = default_gazetteer()
    assert gazetteer.admin1("SY03").name_ar == "ريف دمشق"
    assert gazetteer.admin2("PS0270").name_ar == "خان يونس"
    assert gazetteer.admin1("PS0270") is None
    assert gazetteer.country("YE").name_en == "Yemen"


def test_gazetteer_survives_pickling():
    gazetteer = default_gazetteer()
    again = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301 - our own bytes
    assert again.names == gazetteer.names
    assert [p.place_id for p in again.places] == [p.place_id for p in gazetteer.places]


def test_the_gazetteer_does_not_depend_on_hash_seeds():
    script = "from transforms.gazetteer.build import build_gazetteer as b; g = b(); print(hash_of(repr((g.names, g.places))))"
    script = "import hashlib; hash_of = lambda s: hashlib.sha256(s.encode()).hexdigest(); " + script
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ -ًٌ", max_size=20))
def test_spellings_are_normalized_and_distinct(name):
    forms = list(spellings(name, levantine=True))
    assert len(forms) == len(set(forms))
    assert all(form == normalize_name(form) for form in forms)


def test_a_place_without_a_point_has_no_distance():
    assert not a_place(latitude=math.nan, longitude=math.nan).has_point
