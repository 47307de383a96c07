"""How the report speaks: phrases, counted nouns, numbers, dates and names in Arabic and English.

The words are data (data/*.tsv beside this module); which sentences are said is in `sentences`.
"""

import dataclasses
import datetime as dt
import functools
from collections.abc import Mapping
from typing import Any, Literal

from transforms.contracts.event_types import EVENT_TYPES
from transforms.lexicon.schema import read_tsv
from transforms.trends.series import Period

LanguageCode = Literal["ar", "en"]
Case = Literal["nominative", "oblique"]

# Arabic: the dual says two without a number; the last two digits ask for plural, accusative or singular.
_DUAL = 2
_PLURAL = range(3, 11)
_ARABIC_DIGITS = str.maketrans("0123456789.,%", "٠١٢٣٤٥٦٧٨٩٫٬٪")
_NEAR_ONE = 1.1
_MONTHS: Mapping[LanguageCode, tuple[str, ...]] = {
    "en": tuple(dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)),
    "ar": (
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيو",
        "تموز/يوليو",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
}


@functools.cache
def _table(name: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in read_tsv("transforms.report", name)}


@functools.cache
def _gazetteer_countries() -> dict[str, dict[str, str]]:
    return {row["iso2"]: row for row in read_tsv("transforms.gazetteer", "countries")}


@functools.cache
def _type_names(code: LanguageCode) -> dict[str, str]:
    if code == "en":
        return {}
    names = {row["event_type"]: row["event_type_ar"] for row in EVENT_TYPES}
    return names | {row["sub_event_type"]: row["sub_event_type_ar"] for row in EVENT_TYPES}


@dataclasses.dataclass(frozen=True, slots=True)
class Language:
    """One language of the report; every method returns text for readers of that language."""

    code: LanguageCode

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction of writing."""
        return "rtl" if self.code == "ar" else "ltr"

    @property
    def comma(self) -> str:
        """The comma between items, with its space."""
        return "، " if self.code == "ar" else ", "

    def phrase(self, key: str, **parts: str) -> str:
        """Return the phrase `key` with its named parts filled in; KeyError names an unknown key."""
        phrase = _table("phrases", "key")[key][self.code]
        return phrase.format(**parts) if parts else phrase

    def number(self, value: float | None) -> str:
        """Return a count or a rounded decimal in the digits of the language; unknown is a dash."""
        if value is None:
            return "–"
        text = f"{value:,}" if isinstance(value, int) else _decimal(value)
        return text.translate(_ARABIC_DIGITS) if self.code == "ar" else text

    def ratio(self, value: float | None) -> str:
        """Return a ratio with two digits that count, near one with three (1.04 is no 1.0); unknown is a dash."""
        if value is None:
            return "–"
        text = f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= _NEAR_ONE else f"{value:.2f}"
        return text.translate(_ARABIC_DIGITS) if self.code == "ar" else text

    def count(self, value: int, noun: str, *, case: Case = "nominative") -> str:
        """Return a number with its noun in the form that the number asks for."""
        forms = _table("nouns", "noun")[noun]
        if self.code == "en":
            return f"{self.number(value)} {forms['en_one' if value == 1 else 'en_many']}"
        return self._arabic_count(value, forms, case=case)

    def _arabic_count(self, value: int, forms: Mapping[str, str], *, case: Case) -> str:
        if value == 1:
            return _arabic_one(forms, case=case)
        if value == _DUAL:
            return forms["ar_dual_oblique" if case == "oblique" else "ar_dual"]
        rest = value % 100
        form = "ar_plural" if rest in _PLURAL else "ar_accusative" if rest > max(_PLURAL) else "ar_one"
        return f"{self.number(value)} {forms[form]}"

    def noun(self, noun: str, *, many: bool = False) -> str:
        """Return a noun without a number."""
        forms = _table("nouns", "noun")[noun]
        return forms[f"{self.code}_{'many' if many else 'one'}" if self.code == "en" else "ar_one"]

    def date(self, day: dt.date, *, with_year: bool = True) -> str:
        """Return a date in words; Arabic gives the Levantine and the common month name."""
        year = f" {day.year}" if with_year else ""
        text = f"{day.day} {_MONTHS[self.code][day.month - 1]}{year}"
        return text.translate(_ARABIC_DIGITS) if self.code == "ar" else text

    def instant(self, instant: dt.datetime) -> str:
        """Return an instant in UTC; midnight is the end of the day before it."""
        if instant.time() == dt.time():
            return self.phrase("end_of_day", day=self.date(instant.date() - dt.timedelta(days=1)))
        clock = f"{instant:%H:%M}".translate(_ARABIC_DIGITS) if self.code == "ar" else f"{instant:%H:%M}"
        return self.phrase("day_and_time", day=self.date(instant.date()), time=clock)

    def days(self, first: dt.date, last: dt.date) -> str:
        """Return a range of days in words, without saying month and year twice."""
        if (first.year, first.month) == (last.year, last.month):
            opening = self.number(first.day)
        else:
            opening = self.date(first, with_year=first.year != last.year)
        return self.phrase("days", first=opening, last=self.date(last))

    def short_date(self, day: dt.date) -> str:
        """Return day and month in digits, for axes and narrow columns."""
        text = f"{day.day}/{day.month}"
        return text.translate(_ARABIC_DIGITS) if self.code == "ar" else f"{day.day} {_MONTHS['en'][day.month - 1][:3]}"

    def month(self, day: dt.date, *, with_year: bool = True) -> str:
        """Return month and year in words."""
        text = _MONTHS[self.code][day.month - 1] + (f" {day.year}" if with_year else "")
        return text.translate(_ARABIC_DIGITS) if self.code == "ar" else text

    def period(self, period: Period, *, style: Literal["period", "title"] = "period") -> str:
        """Return a period in words, as part of a sentence or as a title."""
        return self.phrase(
            f"{style}_{period.kind}",
            days=self.days(period.start, period.end),
            last=self.date(period.end),
            month=self.month(period.start),
            first_month=self.month(period.start, with_year=False),
            last_month=self.month(period.end),
        )

    def country(self, code: str | None) -> str:
        """Return the name of a country: the report's own, else the gazetteer's, else the code."""
        if code is None:
            return self.phrase("unknown")
        row = _table("countries", "country").get(code) or _gazetteer_countries().get(code)
        return row[f"name_{self.code}"] if row else code

    def weapon(self, weapon: str) -> str:
        """Return the name of a weapon of the codebook."""
        row = _table("weapons", "weapon").get(weapon)
        return row[f"name_{self.code}"] if row else weapon

    def event_type(self, name: str) -> str:
        """Return the name of an ACLED event or sub-event type."""
        return _type_names(self.code).get(name, name)

    def act(self, sub_event_type: str) -> str:
        """Return how a sentence names one event of a sub-event type."""
        row = _table("acts", "sub_event_type").get(sub_event_type)
        return row[self.code] if row else self.event_type(sub_event_type)

    def name_of(self, row: Mapping[str, Any], column: str) -> str | None:
        """Return `<column>_ar` or `<column>_en` of a row, the other language's where this one has none."""
        names = {"ar": row.get(f"{column}_ar"), "en": row.get(f"{column}_en")}
        return names[self.code] or names["en"] or names["ar"]


def _arabic_one(forms: Mapping[str, str], *, case: Case) -> str:
    if forms["gender"] == "f":
        return f"{forms['ar_one']} واحدة"
    return f"{forms['ar_accusative']} واحدًا" if case == "oblique" else f"{forms['ar_one']} واحد"


def _decimal(value: float) -> str:
    if value >= 100:
        return f"{round(value):,}"
    return f"{value:.1f}".removesuffix(".0") if value >= 1 else f"{value:.2f}".rstrip("0").removesuffix(".")


ARABIC = Language("ar")
ENGLISH = Language("en")
