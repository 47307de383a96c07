"""Quantity phrases, number words and the numbers that count no people."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.numbers import COUNT_ONE, COUNT_TWO, Count, NumberReader, bounded
from transforms.text.normalize import normalize

READER = NumberReader()
_TOKEN = re.compile(r"\d+(?:[.,٬٫]\d+)*|[^\W\d_]+|\n|[^\w\s]|_")


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(normalize(text))


def first_count(text: str) -> Count | None:
    words = tokens(text)
    return next((count for i in range(len(words)) if (count := READER.read(words, i)) is not None), None)


def kind_of(text: str) -> str | None:
    """Return the kind of the only number of `text`, or of the first one."""
    words = tokens(text)
    count = first_count(text)
    assert count is not None
    return READER.noncount(words, count.first, count.last)


BOUNDS = {
    "digits": ("قتل 5 أشخاص", (5, 5, 5, "exact")),
    "arabic_indic_digits": ("قتل ٥ أشخاص", (5, 5, 5, "exact")),
    "two_hundred_of_people": ("قتل مئتا جندي", (200, 200, 200, "exact")),
    "thousands_separator": ("نزوح 1,500 شخص", (1500, 1500, 1500, "exact")),
    "arabic_thousands_separator": ("نزوح 1٬500 شخص", (1500, 1500, 1500, "exact")),
    "space_thousands": ("نزوح 10 000 شخص", (10000, 10000, 10000, "exact")),
    "digits_and_scale": ("نزوح 3 آلاف شخص", (3000, 3000, 3000, "exact")),
    "digits_and_singular_scale": ("نزوح 20 ألفا", (20000, 20000, 20000, "exact")),
    "decimal_million": ("نزوح 1.5 مليون شخص", (1500000, 1500000, 1500000, "exact")),
    "million_and_half": ("مليون ونصف المليون لاجئ", (1500000, 1500000, 1500000, "exact")),
    "quarter_million": ("ربع مليون نازح", (250000, 250000, 250000, "exact")),
    "half_million": ("نصف مليون نازح", (500000, 500000, 500000, "exact")),
    "digits_scale_and_rest": ("3 آلاف و500 نازح", (3500, 3500, 3500, "exact")),
    "word_with_conjunction": ("وسبعة جرحى", (7, 7, 7, "exact")),
    "word_with_preposition": ("بخمسة صواريخ", (5, 5, 5, "exact")),
    "definite_word": ("القتلى الثلاثة", (3, 3, 3, "exact")),
    "definite_digits": ("الـ25 معتقلا", (25, 25, 25, "exact")),
    "compound": ("ثلاثة وعشرين قتيلا", (23, 23, 23, "exact")),
    "compound_apart": ("ثلاثة و عشرين قتيلا", (23, 23, 23, "exact")),
    "hundred_and_tens": ("مئة وخمسين قتيلا", (150, 150, 150, "exact")),
    "hundred_in_two_words": ("ثلاث مئة قتيل", (300, 300, 300, "exact")),
    "eleven": ("أحد عشر قتيلا", (11, 11, 11, "exact")),
    "twelve_feminine": ("اثنتي عشرة امرأة", (12, 12, 12, "exact")),
    "two_hundred_construct": ("مئتي ألف نازح", (200000, 200000, 200000, "exact")),
    "two_hundred_nominative": ("مئتا ألف نازح", (200000, 200000, 200000, "exact")),
    "repeated_in_brackets": ("خمسة (5) جرحى", (5, 5, 5, "exact")),
    "bracketed": ("استشهاد (7) مواطنين", (7, 7, 7, "exact")),
    "one_of": ("مقتل أحد المدنيين", (1, 1, 1, "exact")),
    "not_less_than": ("قتل ما لا يقل عن 5", (5, 5, None, "at_least")),
    "more_than": ("إصابة أكثر من عشرين مدنيا", (20, 20, None, "at_least")),
    "exceeds": ("ما يزيد على مئة قتيل", (100, 100, None, "at_least")),
    "surpasses": ("عدد يفوق 30", (30, 30, None, "at_least")),
    "at_least_after": ("قتل 5 على الأقل", (5, 5, None, "at_least")),
    "or_more": ("قتل 5 أو أكثر", (5, 5, None, "at_least")),
    "about": ("نحو عشرة قتلى", (10, 10, 10, "about")),
    "around": ("حوالي 10 قتلى", (10, 10, 10, "about")),
    "nearly": ("قرابة 185 مقاتلا", (185, 185, 185, "about")),
    "conjoined_about": ("ونحو 20 جريحا", (20, 20, 20, "about")),
    "less_than": ("أقل من 10 جرحى", (1, 10, 10, "at_most")),
    "between_digits": ("بين 5 و7 قتلى", (5, 5, 7, "exact")),
    "between_words": ("بين خمسة وسبعة قتلى", (5, 5, 7, "exact")),
    "between_unit_and_ten": ("بين خمسة وعشرين قتيلا", (5, 5, 20, "exact")),
    "between_shared_scale": ("بين 20 و25 ألف نازح", (20000, 20000, 25000, "exact")),
    "from_to": ("من 5 إلى 7 قتلى", (5, 5, 7, "exact")),
    "hyphen_range": ("5-7 قتلى", (5, 5, 7, "exact")),
    "or": ("ثلاثة أو أربعة جرحى", (3, 3, 4, "exact")),
    "tens": ("مقتل عشرات المدنيين", (20, 20, 99, "tens")),
    "by_tens": ("سقطوا بالعشرات", (20, 20, 99, "tens")),
    "hundreds": ("اعتقال مئات الشبان", (200, 200, 999, "hundreds")),
    "tens_of_thousands": ("عشرات الآلاف من النازحين", (20000, 20000, 99999, "hundreds")),
    "a_number_of": ("إصابة عدد من المدنيين", (2, None, None, "plural")),
    "several": ("إصابة عدة أشخاص", (2, None, None, "plural")),
    "a_few": ("وبضعة جرحى", (2, None, None, "plural")),
    "many": ("مقتل العديد من المدنيين", (2, None, None, "plural")),
}


@pytest.mark.parametrize(("text", "expected"), BOUNDS.values(), ids=BOUNDS.keys())
def test_quantity_phrase_reads_as_the_codebook_says(text, expected):
    count = first_count(text)
    assert count is not None
    assert (count.low, count.best, count.high, count.quantity) == expected


NOT_NUMBERS = {
    "name_like_two_hundred": "أعلنت شركة ميتا عن برنامج",
    "i_am_not": "لست مسؤولا",
    "monday": "يوم الاثنين",
    "fifteenth": "الخامس عشر من",
    "twenty_third": "الثالث والعشرين من",
    "nobody": "لا أحد هناك",
    "found_dead": "عثر عليه ميتا",
    "percent_word": "في المئة",
    "after_him": "قبله وبعده",
    "decimal_alone": "3.5",
}


@pytest.mark.parametrize("text", NOT_NUMBERS.values(), ids=NOT_NUMBERS.keys())
def test_look_alikes_are_no_quantity(text):
    assert first_count(text) is None


KINDS = {
    "killed": ("مقتل 5 مدنيين", None),
    "unit_nouns_do_not_hide_people": ("خسرت الفرقة 15 عنصرا", None),
    "family_is_no_age": ("6 جرحى من عائلة", None),
    "age_after_name": ("الطفل أحمد، 12 عاما، من سكان البلدة", "age"),
    "age_in_brackets": ("وشقيقه (4 أعوام)", "age"),
    "age_with_cue": ("عمره 18 شهرا", "age"),
    "years_spent_are_a_duration": ("أسير محرر أمضى 22 عاما بسجون الاحتلال", "duration"),
    "billions": ("تبلغ 5 مليارات شيكل", "money"),
    "anti_aircraft_model": ("صاروخ سام 7", "name"),
    "prison_years_are_a_duration": ("حكم عليه بالسجن 5 سنوات", "duration"),
    "kilometres": ("على بعد 20 كم من", "distance"),
    "kilometres_word": ("بعد نحو عشرة كيلومترات", "distance"),
    "tons": ("30 طنا من المواد", "distance"),
    "money": ("خمسة آلاف دولار", "money"),
    "percent": ("43 بالمئة من السكان", "percent"),
    "percent_sign": ("43% من السكان", "percent"),
    "clock_hour": ("الساعة 8 مساء", "time"),
    "clock_minutes": ("10:30 صباحا", "time"),
    "hour_word": ("الساعة الواحدة", "time"),
    "days": ("خلال ثلاثة أيام", "duration"),
    "day_of_month": ("7 تموز", "date"),
    "day_of_month_with_from": ("7 من تموز", "date"),
    "year": ("عام 2015 انطلاقا من", "date"),
    "bare_year": ("منذ 2011", "date"),
    "numeric_date": ("12/3/2021", "date"),
    "hyphen_date": ("22-11-2021", "date"),
    "underscore_date": ("20_11_2022", "date"),
    "first_of_two_days": ("7 و8 من تموز", "date"),
    "latin_road_name": ("طريق m 4 قرب", "name"),
    "hijri_year": ("شوال 1436 هـ", "date"),
    "calibre": ("مدفع عيار 23", "calibre"),
    "millimetres": ("رشاش 14 ملم", "calibre"),
    "brigade": ("اللواء 15 مشاة", "name"),
    "division": ("الفرقة 17 في الرقة", "name"),
    "resolution": ("القرار 2254", "name"),
    "resolution_words_apart": ("قرار مجلس الأمن الدولي 2216", "name"),
    "aircraft": ("طائرة ميغ 29", "name"),
    "channel": ("القناة 13 الإسرائيلية", "name"),
    "day_of_war": ("في اليوم الـ652 للحرب", "name"),
    "list_mark": ("1- محمد علي", "list"),
    "list_underscore": ("1_ فاطمة", "list"),
    "rockets": ("ثلاثة صواريخ", "things"),
    "raids": ("33 غارة جوية", "things"),
    "houses": ("عدد من المنازل", "things"),
    "tens_of_shells": ("عشرات القذائف", "things"),
    "cars_after_weapon_model": ("أباتشي ثلاث سيارات", "things"),
    "one_family": ("عائلة واحدة", "things"),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS.keys())
def test_numbers_that_count_no_people_are_told_apart(text, kind):
    assert kind_of(text) == kind


def test_age_in_a_numbered_list_is_an_age():
    words = tokens("1- أحمد علي 30 سنة\n")
    assert READER.noncount(words, 4, 5) == "age"


@pytest.mark.parametrize("text", ["بين 3 قتلى و7 جرحى", "7-10-2023", "خسر 3-1"], ids=["nouns", "date", "score"])
def test_two_figures_apart_are_no_range(text):
    count = first_count(text)
    assert count is not None
    assert count.low == count.high


def test_postposed_bound_opens_the_count_before_it():
    words = tokens("5 أشخاص على الأقل")
    count = READER.read(words, 0)
    bound = READER.postposed_bound(words, 2)
    assert count is not None
    assert bound == ("at_least", 4)
    assert bounded(count, bound[0]) == Count(5, 5, None, "at_least", 0, 1)


def test_tokens_are_first_and_one_past_last():
    words = tokens("مقتل ما لا يقل عن خمسة وعشرين مدنيا")
    count = READER.read(words, 1)
    assert count is not None
    assert words[count.first : count.last] == tokens("ما لا يقل عن خمسة وعشرين")


def test_noun_forms_have_their_own_counts():
    assert (COUNT_ONE.best, COUNT_TWO.best) == (1, 2)


_UNITS = {
    "masculine": ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"],
    "feminine": ["", "واحدة", "اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"],
}
_TEENS = {
    "masculine": ["عشرة", "أحد عشر", "اثنا عشر"],
    "feminine": ["عشر", "إحدى عشرة", "اثنتي عشرة"],
}
_TENS = {
    "nominative": ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"],
    "oblique": ["", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"],
}
_HUNDREDS = ["", "مئة", "مئتين", "ثلاثمئة", "أربعمائة", "خمسمئة", "ستمئة", "سبعمائة", "ثمانمئة", "تسعمئة"]


def spelled(number: int, *, gender: str, case: str) -> str:
    """Return the number in words; thousands as the news counts them (ثلاثة آلاف, أحد عشر ألفا)."""
    thousands, rest = divmod(number, 1000)
    parts = []
    if thousands == 1:
        parts.append("ألف")
    elif thousands == 2:
        parts.append("ألفين")
    elif thousands:
        noun = "آلاف" if 3 <= thousands % 100 <= 10 else "ألفا"
        parts.append(f"{_below_thousand(thousands, 'masculine', case)} {noun}")
    if rest:
        parts.append(_below_thousand(rest, gender, case))
    return " و".join(parts)


def _below_thousand(number: int, gender: str, case: str) -> str:
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    parts = [_HUNDREDS[hundreds]] if hundreds else []
    if 10 <= rest < 13:
        parts.append(_TEENS[gender][rest - 10])
    elif 13 <= rest < 20:
        parts.append(_UNITS[gender][unit] + (" عشر" if gender == "masculine" else " عشرة"))
    else:
        parts += [word for word in (_UNITS[gender][unit], _TENS[case][tens]) if word]
    return " و".join(parts)


@given(
    number=st.integers(1, 99_999),
    gender=st.sampled_from(["masculine", "feminine"]),
    case=st.sampled_from(["nominative", "oblique"]),
)
def test_number_words_read_back(number, gender, case):
    words = tokens(spelled(number, gender=gender, case=case) + " شخصا")
    count = READER.read(words, 0)
    assert count is not None
    assert (count.best, count.last) == (number, len(words) - 1)


_WORDS = [
    "و",
    "بين",
    "من",
    "الى",
    "3",
    "20",
    "1.5",
    "الف",
    "الاف",
    "عشر",
    "ثلاثه",
    "وعشرين",
    "ميه",
    "نصف",
    "ونصف",
    "(",
    ")",
]
_WORDS += [
    "-",
    "على",
    "الاقل",
    "احد",
    "عشرات",
    "اكثر",
    "نحو",
    "12/3",
    "2015",
    ":",
    "/",
    "الساعه",
    "ال",
    "\n",
    "شخصا",
    "عاما",
]


@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(min_size=1, max_size=4)), max_size=12))
def test_reading_is_total(words):
    for i in range(len(words)):
        count = READER.read(words, i)
        if count is not None:
            assert count.first == i < count.last <= len(words)
            assert READER.may_start(words[i])
            READER.noncount(words, count.first, count.last)
