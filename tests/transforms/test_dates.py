"""Date mentions: every way the codebook names, look-alikes, ranges, and the laws of resolution."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.dates import DateMention, DateReader
from transforms.text.normalize import normalize

READER = DateReader()
SATURDAY = dt.date(2019, 7, 20)
_TOKEN = re.compile(r"\d+(?:[.,٬٫]\d+)*|[^\W\d_]+|\n|[^\w\s]|_")


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(normalize(text))


def find(text: str, published: dt.date | None = SATURDAY) -> list[DateMention]:
    return READER.find(tokens(text), published=published)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


# text: (start, end, precision, kind), published on Saturday 20 July 2019
DATES = {
    "today": ("أعلنت اليوم", ("2019-07-20", "2019-07-20", 1, "relative")),
    "today_at_dawn": ("فجر اليوم", ("2019-07-20", "2019-07-20", 1, "relative")),
    "this_day": ("صباح هذا اليوم", ("2019-07-20", "2019-07-20", 1, "relative")),
    "today_with_weekday": ("فجر اليوم السبت", ("2019-07-20", "2019-07-20", 1, "weekday")),
    "today_weekday_in_brackets": ("اليوم (السبت)", ("2019-07-20", "2019-07-20", 1, "weekday")),
    "yesterday": ("قتل مدني أمس", ("2019-07-19", "2019-07-19", 1, "relative")),
    "yesterday_evening": ("مساء أمس", ("2019-07-19", "2019-07-19", 1, "relative")),
    "by_yesterday": ("قتل بالأمس", ("2019-07-19", "2019-07-19", 1, "relative")),
    "last_evening": ("قصفت البارحة", ("2019-07-19", "2019-07-19", 1, "relative")),
    "yesterday_with_comma_weekday": ("أمس، الجمعة، قصفت", ("2019-07-19", "2019-07-19", 1, "weekday")),
    "day_before_yesterday": ("أول أمس", ("2019-07-18", "2019-07-18", 1, "relative")),
    "day_before_yesterday_saudi": ("أمس الأول", ("2019-07-18", "2019-07-18", 1, "relative")),
    "day_before_yesterday_lebanese": ("أول من أمس", ("2019-07-18", "2019-07-18", 1, "relative")),
    "two_days_ago": ("قبل يومين", ("2019-07-18", "2019-07-18", 1, "relative")),
    "three_days_ago": ("قبل ثلاثة أيام", ("2019-07-17", "2019-07-17", 1, "relative")),
    "days_ago": ("قبل أيام", ("2019-07-14", "2019-07-19", 2, "relative")),
    "hours_ago": ("منذ ساعات", ("2019-07-19", "2019-07-20", 2, "relative")),
    "first_morning_hours": ("منذ ساعات الصباح الأولى", ("2019-07-20", "2019-07-20", 1, "relative")),
    "for_three_days": ("منذ ثلاثة أيام", ("2019-07-17", "2019-07-20", 2, "duration")),
    "a_week_ago": ("قبل أسبوع", ("2019-07-10", "2019-07-16", 3, "relative")),
    "a_month_ago": ("قبل شهر", ("2019-06-01", "2019-06-30", 4, "relative")),
    "about_a_month_ago": ("قبل نحو شهر", ("2019-06-01", "2019-06-30", 4, "relative")),
    "two_years_ago": ("قبل عامين", ("2017-01-01", "2017-12-31", 5, "relative")),
    "last_night": ("الليلة الماضية", ("2019-07-19", "2019-07-20", 2, "relative")),
    "past_hours": ("خلال الساعات الماضية", ("2019-07-19", "2019-07-20", 2, "relative")),
    "past_24_hours": ("خلال الـ24 ساعة الماضية", ("2019-07-19", "2019-07-20", 2, "relative")),
    "past_24_hours_turned": ("خلال الساعات الـ24 الماضية", ("2019-07-19", "2019-07-20", 2, "relative")),
    "past_three_days": ("خلال الأيام الثلاثة الماضية", ("2019-07-17", "2019-07-20", 2, "duration")),
    "past_two_days": ("خلال اليومين الماضيين", ("2019-07-18", "2019-07-20", 2, "duration")),
    "recent_days": ("في الأيام الأخيرة", ("2019-07-14", "2019-07-20", 3, "duration")),
    "weekday_is_the_last_one": ("قصفت الطائرات الأحد", ("2019-07-14", "2019-07-14", 1, "weekday")),
    "weekday_of_publication_is_today": ("قتل مدني السبت", ("2019-07-20", "2019-07-20", 1, "weekday")),
    "past_weekday_is_not_today": ("السبت الماضي", ("2019-07-13", "2019-07-13", 1, "weekday")),
    "weekday_with_part_of_day": ("صباح يوم الأحد", ("2019-07-14", "2019-07-14", 1, "weekday")),
    "weekday_with_preposition": ("للأحد", ("2019-07-14", "2019-07-14", 1, "weekday")),
    "night_between_weekdays": ("ليل الجمعة السبت", ("2019-07-19", "2019-07-20", 2, "range")),
    "night_between_weekdays_hyphen": ("ليلة الأربعاء - الخميس", ("2019-07-17", "2019-07-18", 2, "range")),
    "two_weekdays": ("يومي الخميس والجمعة", ("2019-07-18", "2019-07-19", 2, "range")),
    "between_weekdays": ("بين الخميس والسبت", ("2019-07-18", "2019-07-20", 2, "range")),
    "this_months_day": ("7 من تموز الحالي", ("2019-07-07", "2019-07-07", 1, "absolute")),
    "last_months_day_with_month_pair": ("1 من حزيران/يونيو الماضي", ("2019-06-01", "2019-06-01", 1, "absolute")),
    "month_told_twice_without_a_stroke": ("في آب أغسطس 2013", ("2013-08-01", "2013-08-31", 4, "month")),
    "two_months_in_a_row": ("في 5 يونيو تموز", ("2019-06-05", "2019-06-05", 1, "absolute")),
    "then_is_no_day_of_news": ("قتل مدني أمس. وقال حينها شهود", ("2019-07-19", "2019-07-19", 1, "relative")),
    "day_of_the_current": ("في 12 الجاري", ("2019-07-12", "2019-07-12", 1, "absolute")),
    "day_of_past_month": ("في الثامن من الشهر الماضي", ("2019-06-08", "2019-06-08", 1, "absolute")),
    "weekday_and_date": ("الثلاثاء 16 تموز", ("2019-07-16", "2019-07-16", 1, "absolute")),
    "glued_day": ("16تشرين الأول", ("2018-10-16", "2018-10-16", 1, "absolute")),
    "ordinal_day": ("الثالث والعشرين من نيسان", ("2019-04-23", "2019-04-23", 1, "absolute")),
    "ordinal_teen_day": ("الخامس عشر من أيار", ("2019-05-15", "2019-05-15", 1, "absolute")),
    "maghreb_month": ("25 جانفي 2016", ("2016-01-25", "2016-01-25", 1, "absolute")),
    "short_levant_month": ("5 كانون2", ("2019-01-05", "2019-01-05", 1, "absolute")),
    "father_month_with_day": ("15 آب الماضي", ("2018-08-15", "2018-08-15", 1, "absolute")),
    "month_in_brackets": ("3 أكتوبر (تشرين الأول) 2018", ("2018-10-03", "2018-10-03", 1, "absolute")),
    "last_years_day": ("5 آذار من العام الماضي", ("2018-03-05", "2018-03-05", 1, "absolute")),
    "hyphen_figures": ("في 22-11-2018", ("2018-11-22", "2018-11-22", 1, "absolute")),
    "slash_figures": ("9/9/2018", ("2018-09-09", "2018-09-09", 1, "absolute")),
    "year_first_figures": ("2018/11/22", ("2018-11-22", "2018-11-22", 1, "absolute")),
    "dotted_figures": ("22.11.2018", ("2018-11-22", "2018-11-22", 1, "absolute")),
    "underscore_figures": ("20_11_2018", ("2018-11-20", "2018-11-20", 1, "absolute")),
    "american_figures": ("11/22/2018", ("2018-11-22", "2018-11-22", 1, "absolute")),
    "hijri_figures": ("الأربعاء 20/ 10/ 1436هـ", ("2015-08-05", "2015-08-05", 1, "absolute")),
    "hijri_month": ("5 شوال 1436هـ", ("2015-07-21", "2015-07-21", 1, "absolute")),
    "hijri_and_gregorian": ("26 شوال 1436 هـ الموافق 11 أغسطس 2015 م", ("2015-08-11", "2015-08-11", 1, "absolute")),
    "hijri_moves_to_its_weekday": ("الخميس 20/10/1436هـ", ("2015-08-06", "2015-08-06", 1, "absolute")),
    "month": ("في مارس الماضي", ("2019-03-01", "2019-03-31", 4, "month")),
    "month_and_year": ("في يوليو عام 2014", ("2014-07-01", "2014-07-31", 4, "month")),
    "current_month_ends_today": ("خلال شهر تموز", ("2019-07-01", "2019-07-20", 4, "month")),
    "month_pair_alone": ("شهر نيسان/أبريل الماضي", ("2019-04-01", "2019-04-30", 4, "month")),
    "day_652_of_the_war": ("في اليوم الـ652 للحرب", ("2019-07-20", "2019-07-20", 1, "relative")),
    "for_the_201st_day": ("يواصل القصف لليوم الـ201 على التوالي", ("2019-07-20", "2019-07-20", 1, "relative")),
    "more_than_a_month_ago": ("قبل أكثر من شهر", ("2019-05-21", "2019-06-20", 4, "relative")),
    "past_month": ("الشهر الماضي", ("2019-06-01", "2019-06-30", 4, "month")),
    "early_month": ("مطلع الشهر الجاري", ("2019-07-01", "2019-07-10", 3, "month")),
    "late_month": ("أواخر حزيران الماضي", ("2019-06-21", "2019-06-30", 3, "month")),
    "past_week": ("الأسبوع الماضي", ("2019-07-13", "2019-07-19", 3, "range")),
    "this_week": ("خلال الأسبوع الجاري", ("2019-07-14", "2019-07-20", 3, "range")),
    "year": ("عام 2013", ("2013-01-01", "2013-12-31", 5, "year")),
    "year_in_words": ("عام ألفين وأربعة عشر", ("2014-01-01", "2014-12-31", 5, "year")),
    "past_year": ("العام الماضي", ("2018-01-01", "2018-12-31", 5, "year")),
    "year_after_preposition": ("في 2013", ("2013-01-01", "2013-12-31", 5, "year")),
    "two_years": ("عامي 2013 و2014", ("2013-01-01", "2014-12-31", 5, "range")),
    "since_year": ("منذ عام 2011", ("2011-01-01", "2019-07-20", 5, "duration")),
    "since_month": ("منذ مارس 2015", ("2015-03-01", "2019-07-20", 5, "duration")),
    "since_weekday": ("منذ الخميس", ("2019-07-18", "2019-07-20", 2, "range")),
    "since_the_weekday_of_publication": ("منذ يوم السبت", ("2019-07-13", "2019-07-20", 3, "duration")),
    "since_the_morning_of_that_weekday": ("منذ صباح السبت", ("2019-07-20", "2019-07-20", 1, "weekday")),
    "since_dawn": ("منذ فجر اليوم", ("2019-07-20", "2019-07-20", 1, "relative")),
    "since_until": ("منذ مساء الجمعة وحتى صباح السبت", ("2019-07-19", "2019-07-20", 2, "range")),
    "two_days_of_a_month": ("6 و7 تموز", ("2019-07-06", "2019-07-07", 2, "range")),
    "between_days": ("بين 3 و7 آذار", ("2019-03-03", "2019-03-07", 2, "range")),
    "from_to_days": ("من 5 إلى 8 يوليو", ("2019-07-05", "2019-07-08", 2, "range")),
    "range_over_new_year": ("من 20 ديسمبر إلى 5 يناير", ("2018-12-20", "2019-01-05", 4, "range")),
    "first_day_of_the_feast": ("أول أيام عيد الفطر", ("2019-06-04", "2019-06-04", 1, "absolute")),
    "counted_day_of_the_feast": ("اليوم الثالث من عيد الأضحى الماضي", ("2018-08-23", "2018-08-23", 1, "absolute")),
    "morning_of_the_feast": ("فجر عيد الفطر", ("2019-06-04", "2019-06-04", 1, "absolute")),
    "during_the_feast": ("خلال عيد الفطر الماضي", ("2019-06-04", "2019-06-06", 2, "range")),
    "days_of_the_feast": ("أيام عيد الفطر", ("2019-06-04", "2019-06-06", 2, "range")),
    "feast_of_a_year": ("أول أيام عيد الأضحى عام 2015", ("2015-09-23", "2015-09-23", 1, "absolute")),
    "night_of_decree": ("ليلة القدر", ("2019-05-31", "2019-05-31", 1, "absolute")),
    "day_of_mourning": ("يوم عاشوراء", ("2018-09-20", "2018-09-20", 1, "absolute")),
    "new_year_s_eve": ("ليلة رأس السنة", ("2018-12-31", "2018-12-31", 1, "absolute")),
    "range_takes_the_year_of_its_end": ("من 14 حزيران إلى 15 تموز 2018", ("2018-06-14", "2018-07-15", 4, "range")),
}


@pytest.mark.parametrize(("text", "expected"), DATES.values(), ids=DATES.keys())
def test_date_resolves_against_publication(text, expected):
    found = find(text)
    assert [(str(m.start), str(m.end), m.precision, m.kind) for m in found] == [expected]


NO_DATES = {
    "feast_as_an_occasion": "هنأ الرئيس مواطنيه بمناسبة عيد الفطر المبارك",
    "truce_of_the_feast": "هدنة عيد الفطر",
    "before_the_feast": "قبل عيد الفطر",
    "feast_to_come": "خلال عيد الأضحى المقبل",
    "newspaper_today": "قالت صحيفة اليوم",
    "newspaper_egypt_today": "ذكرت المصري اليوم",
    "first_day": "في اليوم الأول للمعركة",
    "day_15": "في اليوم الـ15 للحملة",
    "for_the_third_day": "يواصل القصف لليوم الثالث على التوالي",
    "street_named_for_a_day": "في شارع 26 سبتمبر",
    "coalition_named_for_a_day": "قوى 14 آذار",
    "until_today": "لا تزال مفقودة حتى اليوم",
    "secretary_general": "قال أمين عام الحزب",
    "one_of": "قتل أحد عناصر الشرطة",
    "two_killed": "مقتل اثنين",
    "the_two": "قتل هؤلاء الاثنين معا",
    "friday_market": "في سوق الجمعة",
    "family_name": "قال محمد الخميس",
    "practised": "مارس ضغوطا على",
    "father": "قال أب لأطفال",
    "july_war": "حرب تموز",
    "nissan_car": "سيارة نيسان",
    "zero": "صفر إصابات",
    "person_ramadan": "قال رمضان شلح",
    "killed_count": "قتل 5 مدنيين",
    "score": "فاز 3-1",
    "before_an_event": "قبل يومين من الهجوم",
    "future_period_word_alone": "الأسبوع",
    "last_day_of_judgement": "بالله واليوم الآخر",
}


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES.keys())
def test_look_alikes_are_no_dates(text):
    assert find(text) == []


FUTURE = {
    "tomorrow": ("تنطلق غدا", "2019-07-21"),
    "next_weekday": ("السبت المقبل", "2019-07-27"),
    "next_month_day": ("في 5 آب المقبل", "2019-08-05"),
    "figures_to_come": ("22-11-2021", "2021-11-22"),
}


@pytest.mark.parametrize(("text", "start"), FUTURE.values(), ids=FUTURE.keys())
def test_coming_days_are_marked_future(text, start):
    (mention,) = find(text)
    assert mention.future
    assert mention.start == day(start)


def test_the_following_day_counts_from_the_date_before_it():
    mentions = find("قتل مدني الثلاثاء. وفي اليوم التالي قصفت البلدة")
    assert [(m.kind, m.start) for m in mentions] == [("weekday", day("2019-07-16")), ("anaphoric", day("2019-07-17"))]


def test_words_that_point_back_need_a_date_before_them():
    assert find("وفي اليوم نفسه قصفت البلدة") == []


def test_the_day_after_the_war_is_no_date():
    assert [m.kind for m in find("قال أمس إن اليوم التالي للحرب غير واضح")] == ["relative"]


def test_weekday_is_surer_than_today():
    (mention,) = find("في بيان اليوم الاثنين")
    assert mention.start == day("2019-07-15")


def test_local_day_one_ahead_of_utc_publication_moves_the_article():
    mentions = find("قصفت ليلة الأربعاء - الخميس البلدة، وقصفت صباح اليوم الخميس", dt.date(2021, 9, 8))
    assert [(m.start, m.end) for m in mentions] == [
        (day("2021-09-08"), day("2021-09-09")),
        (day("2021-09-09"), day("2021-09-09")),
    ]


def test_weekday_chooses_the_year_of_a_day_and_month():
    (mention,) = find("الأحد 16 تشرين الأول", dt.date(2022, 10, 20))
    assert mention.start == day("2022-10-16")


def test_attack_of_7_october_keeps_its_year():
    (mention,) = find("هجوم السابع من أكتوبر", dt.date(2025, 3, 1))
    assert mention.start == day("2023-10-07")


def test_without_publication_only_dates_with_a_year_come_out():
    mentions = find("اليوم السبت وأمس وفي تموز ويوم 5 أيار، ثم 5 أيار 2015 وعام 2013", None)
    assert [str(m.start) for m in mentions] == ["2015-05-05", "2013-01-01"]


def test_mentions_lie_between_start_and_stop():
    words = tokens("أمس قصفت البلدة السبت ثم الأحد")
    found = READER.find(words, published=SATURDAY, start=1, stop=4)
    assert [(m.first, m.last) for m in found] == [(3, 4)]


def test_default_is_publication_day_or_the_day_before():
    mention = READER.default(SATURDAY)
    assert (mention.start, mention.end, mention.precision) == (day("2019-07-19"), SATURDAY, 2)


@given(
    published=st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)),
    weekday=st.sampled_from(["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]),
)
def test_weekday_lies_within_the_seven_days_up_to_publication(published, weekday):
    (mention,) = find(f"قصفت يوم {weekday}", published)
    assert 0 <= (published - mention.start).days <= 6
    assert mention.precision == 1


@given(published=st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)), back=st.integers(0, 364))
def test_day_and_month_without_year_is_the_last_up_to_publication(published, back):
    told = published - dt.timedelta(days=back)
    month = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول"]
    month += ["تشرين الأول", "تشرين الثاني", "كانون الأول"]
    if (told.month, told.day) in {(2, 29), (10, 7)}:
        return
    (mention,) = find(f"في {told.day} {month[told.month - 1]} قصفت", published)
    assert mention.start == told


_WORDS = [
    "اليوم",
    "امس",
    "السبت",
    "والاحد",
    "7",
    "31",
    "2015",
    "1436",
    "ه",
    "من",
    "الى",
    "بين",
    "و",
    "تموز",
    "اب",
    "مارس",
]
_WORDS += [
    "الماضي",
    "المقبل",
    "قبل",
    "منذ",
    "ثلاثه",
    "ايام",
    "شهر",
    "عام",
    "/",
    "-",
    "(",
    ")",
    "،",
    "ليل",
    "مطلع",
    "خلال",
]
_WORDS += ["ال", "24", "ساعه", "العاشر", "والعشرين", "الشهر", "هذا", "التالي", "99999999", "9.9.2021", "0", "شوال"]


@given(
    words=st.lists(st.one_of(st.sampled_from(_WORDS), st.text(min_size=1, max_size=4)), max_size=14),
    published=st.one_of(st.none(), st.dates()),
)
def test_finding_is_total_and_mentions_do_not_overlap(words, published):
    mentions = READER.find(words, published=published)
    position = 0
    for mention in mentions:
        assert position <= mention.first < mention.last <= len(words)
        assert mention.start <= mention.end
        assert 1 <= mention.precision <= 5
        position = mention.last
