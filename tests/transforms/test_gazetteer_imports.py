"""Places that users bring: every format is read, every bad row is told of."""

import io
import json
import pathlib
import zipfile

import pytest

from tests.transforms.gazetteer_cases import default_gazetteer
from transforms.contracts.errors import MarsadError
from transforms.gazetteer.build import build_gazetteer
from transforms.gazetteer.centroid import centroid
from transforms.gazetteer.imports import import_places, is_alternate_names, names_in, parse_alternate_names, unpack

SHARED = pathlib.Path(__file__).parents[3] / "shared" / "gazetteer"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="check data ../shared/gazetteer is missing")


def imported(name, content, **options):
    raw = content.encode("utf-8") if isinstance(content, str) else content
    return import_places(name, raw, gazetteer=default_gazetteer(), **options)


def geonames_row(geonameid="901", name="Kafr Test", alternates="", point=("35.90", "36.70"), feature="P", code="PPL"):
    cells = [
        geonameid,
        name,
        name,
        alternates,
        *point,
        feature,
        code,
        "SY",
        "",
        "12",
        "",
        "",
        "",
        "0",
        "",
        "",
        "Asia/Damascus",
        "2020-01-01",
    ]
    return "\t".join(cells) + "\n"


def test_plain_csv_with_other_column_names():
    found = imported("mine.csv", "place,governorate,lat,lng\nقرية المثال,إدلب,35.90,36.70\n")
    (place,) = found.places
    assert (place.name_ar, place.country, place.admin1_pcode) == ("المثال", "SY", "SY07")
    assert found.rejects == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_delimiters(delimiter):
    text = (
        delimiter.join(["name_ar", "latitude", "longitude"]) + "\n" + delimiter.join(["تجربة", "15.4", "44.2"]) + "\n"
    )
    assert imported("f.csv", text).places[0].country == "YE"


def test_windows_1256_is_read():
    text = "name_ar,lat,lon\nخربة الجوز,35.89,36.16\n"
    assert imported("f.csv", text.encode("cp1256")).places[0].name_ar == "خربة الجوز"


def test_a_governorate_named_for_its_countryside_goes_to_the_nearest():
    found = imported(
        "f.csv", "name_ar,admin1_ar,latitude,longitude\nبلدة ما,دمشق,33.57,36.40\nحي ما,دمشق,33.51,36.30\n"
    )
    assert [place.admin1_pcode for place in found.places] == ["SY03", "SY01"]


def test_a_named_governorate_settles_the_country_at_a_border():
    found = imported("f.csv", "name_ar,admin1_ar,latitude,longitude\nقرية حدودية,الحسكة,36.40,41.35\n")
    assert (found.places[0].country, found.places[0].admin1_pcode) == ("SY", "SY08")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Kafr,35.9,36.7", "no_arabic_name"),
        ("كفر,,", "bad_coordinates"),
        ("كفر,شمال,شرق", "bad_coordinates"),
        ("كفر,95.1,36.7", "bad_coordinates"),
        ("كفر,0,0", "bad_coordinates"),
        ("كفر,35.9", "malformed_row"),
        ("كفر,-60.0,-140.0", "country_unknown"),
        ("كفر,44.2,15.3", "coordinates_swapped"),
    ],
)
def test_bad_rows_are_refused_with_line_and_reason(row, reason):
    found = imported("bad.csv", f"name_ar,latitude,longitude\n{row}\n")
    assert found.places == ()
    assert [(reject.file, reject.line, reject.reason) for reject in found.rejects] == [("bad.csv", 2, reason)]


@pytest.mark.parametrize(
    ("country", "point", "reason"),
    [
        ("YE", "44.2,15.3", "coordinates_swapped"),
        ("LY", "13.2,32.1", "coordinates_swapped"),
        ("SY", "36.7,35.1", "coordinates_swapped"),
        ("YE", "52.5,13.4", "far_from_country"),
        ("YE", "15.3,44.2", ""),
        ("SY", "36.2,36.4", ""),  # its mirror image lies in the country too
        ("FR", "48.8,2.3", ""),  # nothing is known of the country's places
    ],
)
def test_a_point_outside_the_named_country_is_refused(country, point, reason):
    found = imported("f.csv", f"name_ar,country,latitude,longitude\nقرية,{country},{point}\n")
    assert [reject.reason for reject in found.rejects] == ([reason] if reason else [])
    assert len(found.places) == (not reason)


@pytest.mark.parametrize(
    ("header", "missing"),
    [("name_ar,note", "latitude, longitude"), ("code,latitude,longitude", "name"), ("", "name, latitude, longitude")],
)
def test_a_table_without_a_needed_column_is_an_error_that_names_it(header, missing):
    with pytest.raises(MarsadError, match=f"f.csv: no column for {missing} among"):
        imported("f.csv", f"{header}\nكفر,35.9,36.7\n" if header else "")


@pytest.mark.parametrize(
    "header",
    ["village;governorate;lat;lng", "القرية;المحافظة;خط العرض;خط الطول", "Location;Province;Y;X"],
)
def test_other_column_names_and_decimal_commas_are_read(header):
    (place,) = imported("f.csv", f"{header}\nكفر تجريب;إدلب;35,9;36,7\n").places
    assert (place.latitude, place.longitude, place.admin1_pcode) == (35.9, 36.7, "SY07")


def test_utf_16_of_spreadsheets_is_read():
    text = "name_ar\tlatitude\tlongitude\nخربة الجوز\t35.89\t36.16\n"
    assert imported("f.csv", text.encode("utf-16")).places[0].name_ar == "خربة الجوز"


def test_windows_1256_is_seen_after_a_long_plain_beginning():
    text = "name_ar,name_en,lat,lon\n" + ",Kafr,35.9,36.7\n" * 6000 + "خربة الجوز,Khirbat,35.89,36.16\n"
    assert [place.name_ar for place in imported("f.csv", text.encode("cp1256")).places] == ["خربة الجوز"]


def test_alternate_names_are_known_by_their_rows_not_by_their_folder():
    assert is_alternate_names("SY.txt", "1\t901\tar\tكفر\t\t\t\t\t\t\n".encode())
    assert not is_alternate_names("alternate/SY.txt", geonames_row().encode())


@pytest.mark.parametrize("content", [b"PK\x03\x04junk", b"PK\x05\x06" + bytes(18)], ids=["damaged", "empty"])
def test_a_zip_without_readable_tables_is_an_error(content):
    with pytest.raises(MarsadError, match=r"SY\.zip"):
        list(unpack("SY.zip", content))


def test_geonames_country_file_takes_arabic_names_from_its_own_column():
    found = imported("SY.txt", geonames_row(alternates="Kafr Test,كفر تجربة,Кафр"))
    (place,) = found.places
    assert (place.place_id, place.name_ar, place.admin1_pcode) == ("gn901", "كفر تجربة", "SY07")


def test_geonames_alternate_names_are_joined_and_preferred():
    names = parse_alternate_names(
        "1\t901\ten\tKafr\t\t\t\t\n2\t901\tar\tكفر قديم\t\t\t\t1\n3\t901\tar\tكفر جديد\t1\t\t\t\n".encode()
    )
    (place,) = imported("SY.txt", geonames_row(), alternates=names).places
    assert (place.name_ar, place.variants) == ("كفر جديد", ("كفر قديم",))


def test_geonames_rows_without_arabic_or_of_other_features_are_refused():
    text = geonames_row() + geonames_row("902", alternates="فندق", feature="S", code="HTL") + "broken\trow\n"
    assert [reject.reason for reject in imported("SY.txt", text).rejects] == [
        "no_arabic_name",
        "feature_not_used",
        "malformed_row",
    ]


@pytest.mark.parametrize(
    ("feature", "code", "kind"),
    [("P", "PPLX", "neighbourhood"), ("S", "AIRB", "base"), ("S", "DAM", "dam"), ("P", "PPL", "village")],
)
def test_geonames_features_become_kinds(feature, code, kind):
    text = geonames_row(alternates="مثال", feature=feature, code=code)
    assert imported("SY.txt", text).places[0].kind == kind


def test_alternate_names_alone_are_an_error_that_says_what_to_do():
    with pytest.raises(MarsadError, match="together with the GeoNames country file"):
        imported("alternateNamesV2.txt", "1\t901\tar\tكفر\t\t\t\t\n")


def test_cod_table_gives_its_deepest_level():
    text = "ADM0_PCODE,ADM1_PCODE,ADM2_PCODE,ADM3_PCODE,ADM3_EN,ADM3_AR,lon,lat\nYE,YE11,YE1101,YE110199,Bani X,بني مثال,44.14,14.25\n"
    (place,) = imported("cod.csv", text).places
    assert (place.place_id, place.kind, place.admin1_pcode, place.admin2_pcode) == (
        "YE110199",
        "town",
        "YE11",
        "YE1101",
    )


def test_geojson_outline_gives_its_centre():
    square = [[36.0, 35.0], [36.2, 35.0], [36.2, 35.2], [36.0, 35.2], [36.0, 35.0]]
    feature = {
        "type": "Feature",
        "properties": {"name_ar": "مربع"},
        "geometry": {"type": "Polygon", "coordinates": [square]},
    }
    (place,) = imported("x.geojson", json.dumps({"type": "FeatureCollection", "features": [feature]})).places
    assert (round(place.latitude, 6), round(place.longitude, 6)) == (35.1, 36.1)


def test_centre_of_a_point_is_the_point():
    assert centroid({"type": "Point", "coordinates": [44.2, 15.3]}) == (44.2, 15.3)


def test_json_list_of_towns():
    rows = [
        {
            "name": "Test",
            "native": "قضاء تجربة",
            "country_code": "IQ",
            "latitude": "33.3",
            "longitude": "44.4",
            "population": 60000,
        },
        "x",
    ]
    found = imported("IQ.json", json.dumps(rows))
    assert [(p.name_ar, p.kind, p.country, p.admin1_pcode) for p in found.places] == [("تجربة", "city", "IQ", "IQG08")]
    assert [(r.line, r.reason) for r in found.rejects] == [(2, "malformed_row")]


def test_broken_json_is_an_error():
    with pytest.raises(MarsadError, match="not readable as json"):
        imported("x.json", '[{"name": ')


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("قضاء أبو غريب (الحصوة)", ["أبو غريب", "الحصوة"]),
        ("العبيسة+العبادله", ["العبيسة", "العبادله"]),
        ("الرستن\u202c", ["الرستن"]),
        ("تل  رفعت", ["تل رفعت"]),
        ("ﺟﺎﻣﻊ ﺍﻟﺒﺼﺮﺍﻭﻱ", ["جامع البصراوي"]),
        ("شارع 23 شباط", ["شارع 23 شباط"]),
        ("شارع ال ١٦", ["شارع ال 16"]),
        ("كۆبانی", ["كوباني"]),
        ("Kafr", []),
    ],
)
def test_names_are_cleaned(cell, names):
    assert list(names_in(cell)) == names


def test_a_zip_is_unpacked_without_its_readme():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("SY.txt", geonames_row())
    assert [name for name, _ in unpack("SY.zip", packed.getvalue())] == ["SY.txt"]


def test_streams_are_read_as_bytes_are():
    text = "name_ar,lat,lon\nتجربة,15.4,44.2\n".encode()
    assert import_places("f.csv", io.BytesIO(text), gazetteer=default_gazetteer()) == imported("f.csv", text)


@needs_shared
@pytest.mark.parametrize(
    "path", sorted(SHARED.glob("*.*")) + sorted(SHARED.glob("dr5hn/*.json")), ids=lambda path: path.name
)
def test_every_check_file_is_read_and_no_row_is_lost(path):
    if path.suffix not in {".csv", ".json", ".geojson"}:
        pytest.skip("no table")
    if path.name.startswith("download-global"):  # names without points
        with pytest.raises(MarsadError, match="no column for latitude, longitude"):
            imported(path.name, path.read_bytes())
        return
    found = imported(path.name, path.read_bytes())
    assert len(found.places) > 10
    assert len(found.rejects) <= 0.02 * len(found.places) + 4


@needs_shared
def test_imported_villages_keep_their_governorate_and_can_be_looked_up():
    found = imported("syria.csv", (SHARED / "syria_places_pre2023.csv").read_bytes())
    gazetteer = build_gazetteer(found.places)
    assert {place.country for place in found.places} <= {"SY", "TR", "IQ"}
    assert all(place.admin1_pcode for place in found.places)
    assert sum(bool(gazetteer.lookup(place.name_ar)) for place in found.places) == len(found.places)
