"""What the gazetteer's own tables promise: complete units, sound points, names that match."""

import collections
import csv
import json
import math
import pathlib

import pytest

from tests.transforms.gazetteer_cases import default_gazetteer
from transforms.gazetteer.places import KINDS, distance_km
from transforms.gazetteer.tables import read_nationalities, read_own_places, read_place_types
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

PACKAGE = "transforms.gazetteer"
SHARED = pathlib.Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(
    not (SHARED / "gazetteer").is_dir(), reason="check data ../shared/gazetteer is missing"
)

N_ADMIN1 = {
    "DZ": 58, "BH": 4, "KM": 3, "DJ": 6, "EG": 27, "IQ": 18, "JO": 12, "KW": 6, "LB": 8, "LY": 22, "MR": 15, "MA": 12,
    "OM": 11, "PS": 12, "QA": 8, "SA": 13, "SO": 18, "SD": 19, "SY": 14, "TN": 24, "AE": 7, "YE": 22,
    "TR": 81, "IR": 31, "IL": 6, "TD": 23, "NE": 8, "NG": 37, "CM": 10, "ML": 10, "AF": 34, "PK": 7,
}  # fmt: skip
N_ADMIN2 = {"IQ": 101, "SY": 62, "YE": 335, "SD": 189, "LB": 26, "PS": 5}


@pytest.mark.parametrize(("country", "n"), N_ADMIN1.items(), ids=N_ADMIN1)
def test_every_first_level_unit_is_there(country, n):
    rows = [row for row in read_tsv(PACKAGE, "admin1") if row["country"] == country]
    assert len(rows) == n
    assert len({row["name_ar"] for row in rows}) == n


@pytest.mark.parametrize(("country", "n"), N_ADMIN2.items(), ids=N_ADMIN2)
def test_every_second_level_unit_is_there(country, n):
    assert sum(row["country"] == country for row in read_tsv(PACKAGE, "admin2")) == n


def test_unit_codes_are_unique():
    codes = [row["admin1_pcode"] for row in read_tsv(PACKAGE, "admin1")]
    codes += [row["admin2_pcode"] for row in read_tsv(PACKAGE, "admin2")]
    assert [code for code, n in collections.Counter(codes).items() if n > 1] == []


def test_each_district_lies_in_a_known_governorate_of_its_country():
    countries = {row["admin1_pcode"]: row["country"] for row in read_tsv(PACKAGE, "admin1")}
    wrong = [row for row in read_tsv(PACKAGE, "admin2") if countries.get(row["admin1_pcode"]) != row["country"]]
    assert wrong == []


def test_each_district_is_near_its_governorate():
    gazetteer = default_gazetteer()
    for place in read_own_places():
        if place.kind == "admin2":
            unit = gazetteer.admin1(place.admin1_pcode)
            km = distance_km(place.latitude, place.longitude, unit.latitude, unit.longitude)
            assert km < 420, (place.name_ar, unit.name_ar, km)


def test_each_country_of_a_unit_is_in_the_country_table():
    countries = {row["iso2"] for row in read_tsv(PACKAGE, "countries")}
    assert len(countries) >= 200
    assert {row["country"] for row in read_tsv(PACKAGE, "admin1")} <= countries


def test_countries_have_their_adjectives():
    rows = {row["iso2"]: row for row in read_tsv(PACKAGE, "countries")}
    assert rows["SY"]["adjective_f"] == "سورية"
    assert "أتراك" in rows["TR"]["people"].split("|")
    assert rows["US"]["adjective_m"].split("|") == ["أمريكي", "أميركي"]


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("السوري", "SY"),
        ("سورية", "SY"),
        ("الأتراك", "TR"),
        ("أميركية", "US"),
        ("الروس", "RU"),
        ("الألمان", "DE"),
        ("كوري جنوبي", "KR"),
        ("الكوري الجنوبي", "KR"),
        ("الجنوب أفريقي", None),
    ],
)
def test_nationalities_lead_to_countries(word, country):
    assert read_nationalities().get(normalize_name(word)) == country


def test_doubtful_nationalities_are_kept_apart():
    assert normalize_name("المالي") not in read_nationalities()
    assert read_nationalities(doubtful=True)[normalize_name("المالي")] == "ML"


def test_every_own_place_has_a_point_on_earth_and_a_known_kind():
    for place in read_own_places():
        assert place.kind in KINDS
        assert abs(place.latitude) <= 90, place
        assert abs(place.longitude) <= 180, place


def test_place_type_words_announce_known_kinds():
    types = read_place_types()
    assert types[normalize_name("مخيم")] == ("camp",)
    assert {kind for kinds in types.values() for kind in kinds} <= KINDS


def test_stop_names_have_reasons_and_need_a_cue():
    rows = read_tsv(PACKAGE, "place_stopwords")
    assert all(row["reason"] for row in rows)
    gazetteer = default_gazetteer()
    known = {normalize_name(row["name"]) for row in rows} & gazetteer.names.keys()
    assert len(known) > 800
    assert known <= gazetteer.needs_cue


@needs_shared
def test_syrian_governorates_lie_in_their_outlines():
    features = json.loads((SHARED / "gazetteer" / "syr_admin1.geojson").read_text("utf-8"))["features"]
    for feature in features:
        unit = default_gazetteer().admin1(feature["properties"]["ADM1_PCODE"])
        assert normalize_name(unit.name_ar) == normalize_name(feature["properties"]["ADM1_AR"])
        assert _contains(feature["geometry"], unit.longitude, unit.latitude), unit.name_ar


@needs_shared
@pytest.mark.parametrize("level", [1, 2])
def test_yemeni_units_agree_with_the_check_data(level):
    gazetteer = default_gazetteer()
    with (SHARED / "gazetteer" / f"yem_adm{level}_pcode_ar.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            unit = (gazetteer.admin1 if level == 1 else gazetteer.admin2)(row[f"ADM{level}_PCODE"])
            km = distance_km(unit.latitude, unit.longitude, float(row["lat"]), float(row["lon"]))
            assert km < (250 if level == 1 else 5), unit


@needs_shared
def test_codes_exist_in_the_global_table():
    isos = {"IQ": "IRQ", "SY": "SYR", "YE": "YEM", "SD": "SDN", "LB": "LBN", "PS": "PSE", "LY": "LBY"}
    with (SHARED / "gazetteer" / "download-global-pcodes-adm-1-2.csv").open(encoding="utf-8-sig") as file:
        known = {row["P-Code"] for row in csv.DictReader(file)}
    for table, column in (("admin1", "admin1_pcode"), ("admin2", "admin2_pcode")):
        codes = {row[column] for row in read_tsv(PACKAGE, table) if row["country"] in isos}
        assert codes <= known, codes - known


def _contains(geometry, x, y):
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    rings = [polygon[0] for polygon in polygons]
    on_shore = any(distance_km(y, x, point[1], point[0]) < 5 for ring in rings for point in ring)
    return on_shore or any(_in_ring(ring, x, y) for ring in rings)


def _in_ring(ring, x, y):
    inside = False
    for (ax, ay, *_), (bx, by, *_) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def test_distances_are_in_kilometres():
    assert math.isclose(distance_km(33.51, 36.29, 36.20, 37.16), 310, rel_tol=0.02)  # Damascus to Aleppo
    assert math.isclose(distance_km(0.0, 179.9, 0.0, -179.9), 22.2, rel_tol=0.02)


BELT = {
    "NG": "مايدوغوري داماتورو غومبي غمبورو غايدام غوسو شيبوك باما",
    "CM": "ماروا موكولو كولوفاتا فوتوكول بامندا كومبا",
    "TD": "نجامينا بول أبشي",
    "NE": "ديفا نيامي مارادي نغيغمي بانكيلاري",
    "ML": "باماكو غاو تمبكتو كيدال ميناكا سيفاري بندياغارا لابيزانغا",
    "BF": "واغادوغو دجيبو سيتنغا سولهان ديباغا أربيندا",
    "SO": "مقديشو كيسمايو بيدوا بلدوين بورعو هودن هلواداغ يقشيد زوبي",
    "KE": "نيروبي مانديرا لامو داداب مبيكيتوني توركانا كيسومو ويستغيت",
    "ET": "مقلي غوندر بحر دار ألاماتا لاليبيلا",
    "UG": "كمبالا كاسيسي مبوندوي",
    "SS": "جوبا ملكال رومبيك كودوك",
    "CD": "غوما بوكافو بونيا روتشورو ماسيسي",
    "MZ": "بالما موسيمبوا_دا_برايا ماكوميا",
    "AF": "كابول قندهار هراة كرديز بولي_خمري دشت_برشي خير_خانه شهر_نو",
    "PK": "بيشاور كويتا سيالكوت ماردان أوركزاي لكي_مروت مهمند",
}


@pytest.mark.parametrize("country", BELT)
def test_towns_of_the_neighbouring_belt_are_known(country):
    gazetteer = default_gazetteer()
    for name in BELT[country].replace("بحر دار", "بحر_دار").split():
        found = gazetteer.names.get(normalize_name(name.replace("_", " ")), ())
        assert country in {gazetteer.places[index].country for index in found}, name
