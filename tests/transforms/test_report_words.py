"""Words of the report: Arabic counts take the form that their number asks for; every phrase is in both languages."""

import datetime as dt
import string

import pytest

from transforms.lexicon.schema import read_tsv
from transforms.report.charts.map import country_outlines
from transforms.report.words import ARABIC, ENGLISH
from transforms.trends.series import Period

COUNTS = {
    "one, feminine": (1, "event", "nominative", "حادثة واحدة"),
    "one, masculine": (1, "killed", "nominative", "قتيل واحد"),
    "one after a verb": (1, "killed", "oblique", "قتيلًا واحدًا"),
    "two": (2, "event", "nominative", "حادثتان"),
    "two after a verb": (2, "event", "oblique", "حادثتين"),
    "three to ten take the plural": (7, "killed", "nominative", "٧ قتلى"),
    "eleven to ninety-nine take the accusative": (34, "killed", "nominative", "٣٤ قتيلًا"),
    "hundreds take the singular": (100, "killed", "nominative", "١٠٠ قتيل"),
    "a hundred and three": (103, "event", "nominative", "١٠٣ حوادث"),
    "thousands": (1250, "event", "nominative", "١٬٢٥٠ حادثة"),
    "none": (0, "event", "nominative", "٠ حادثة"),
}


@pytest.mark.parametrize(("value", "noun", "case", "text"), COUNTS.values(), ids=COUNTS)
def test_arabic_nouns_agree_with_their_number(value, noun, case, text):
    assert ARABIC.count(value, noun, case=case) == text


def test_english_nouns_agree_with_their_number():
    assert (ENGLISH.count(1, "killed"), ENGLISH.count(1250, "event")) == ("1 person killed", "1,250 events")


PERIODS = {
    "week in one month": (
        Period(dt.date(2015, 7, 20), "week"),
        "in the week of 20 to 26 July 2015",
        "في الأسبوع من ٢٠ إلى ٢٦ تموز/يوليو ٢٠١٥",
    ),
    "week over two years": (
        Period(dt.date(2024, 12, 30), "week"),
        "in the week of 30 December 2024 to 5 January 2025",
        "في الأسبوع من ٣٠ كانون الأول/ديسمبر ٢٠٢٤ إلى ٥ كانون الثاني/يناير ٢٠٢٥",
    ),
    "month": (Period(dt.date(2015, 7, 1), "month"), "in July 2015", "في تموز/يوليو ٢٠١٥"),
    "quarter": (
        Period(dt.date(2015, 7, 1), "quarter"),
        "from July to September 2015",
        "في الفترة من تموز/يوليو إلى أيلول/سبتمبر ٢٠١٥",
    ),
    "day": (Period(dt.date(2015, 7, 20), "day"), "on 20 July 2015", "في ٢٠ تموز/يوليو ٢٠١٥"),
}


@pytest.mark.parametrize(("period", "english", "arabic"), PERIODS.values(), ids=PERIODS)
def test_periods_are_said_in_words(period, english, arabic):
    assert (ENGLISH.period(period), ARABIC.period(period)) == (english, arabic)


@pytest.mark.parametrize("row", read_tsv("transforms.report", "phrases"), ids=lambda row: row["key"])
def test_a_phrase_names_the_same_parts_in_both_languages(row):
    def parts(text):
        # "the" unit may be left to one language; cases of a noun are told apart by _obj.
        names = {name.removesuffix("_obj") for _, name, _, _ in string.Formatter().parse(text) if name}
        return names - {"unit", "units"}

    assert row["en"]
    assert row["ar"]
    assert parts(row["en"]) == parts(row["ar"])


def test_ratios_have_two_digits_that_count():
    assert [ENGLISH.ratio(value) for value in (0.456, 3.16, 31.6)] == ["0.46", "3.2", "32"]


def test_unknown_is_a_dash_and_an_unknown_country_its_code():
    assert (ENGLISH.number(None), ENGLISH.country("ZZ"), ENGLISH.country(None)) == ("–", "ZZ", "unknown")


@pytest.mark.parametrize("country", ["Iraq", "Syria", "Yemen", "Libya", "Sudan", "Palestine", "Lebanon"])
def test_countries_of_the_region_have_outlines(country):
    for ring in country_outlines()[country]:
        assert len(ring) > 3
        assert all(-20 <= longitude <= 70 and -10 <= latitude <= 56 for longitude, latitude in ring)


def test_a_country_has_its_name_wherever_it_lies():
    assert (ENGLISH.country("MM"), ARABIC.country("IN"), ENGLISH.country("SY")) == ("Myanmar", "الهند", "Syria")
    assert ENGLISH.country("ZZ") == "ZZ"
