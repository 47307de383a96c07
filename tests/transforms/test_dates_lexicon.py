"""Every example in the number and date tables yields what its row says."""

import datetime as dt
import re

import pytest

from transforms.extract.dates import DateReader
from transforms.extract.numbers import NumberReader
from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize, normalize_name

LEXICON = "transforms.lexicon"
DATES, NUMBERS = DateReader(), NumberReader()
SATURDAY = dt.date(2019, 7, 20)
_TOKEN = re.compile(r"\d+(?:[.,٬٫]\d+)*|[^\W\d_]+|\n|[^\w\s]|_")


def tokens(text):
    return _TOKEN.findall(normalize(text))


def rows(name, key="phrase"):
    return [pytest.param(row, id=f"{name}:{row[key]}") for row in read_tsv(LEXICON, name)]


@pytest.mark.parametrize("row", rows("date_relative"))
def test_relative_phrase_lies_so_many_days_from_publication(row):
    mentions = DATES.find(tokens(row["example"]), published=SATURDAY)
    offsets = [((m.start - SATURDAY).days, (m.end - SATURDAY).days, m.precision) for m in mentions]
    assert offsets == [(int(row["start"]), int(row["end"]), int(row["precision"]))]
    assert mentions[0].future == (row["kind"] == "future")


@pytest.mark.parametrize("row", rows("date_anaphors"))
def test_anaphor_counts_from_the_date_before_it(row):
    words = tokens("قتل مدني الثلاثاء. " + row["phrase"] + " جرح آخر")
    anchor, mention = DATES.find(words, published=SATURDAY)
    assert (mention.start - anchor.start).days == int(row["offset"])
    assert mention.kind == "anaphoric"


@pytest.mark.parametrize("row", rows("date_months", key="form"))
def test_month_name_after_a_day_and_before_a_year(row):
    year = "1436 هـ" if row["calendar"] == "hijri" else "2014"
    (mention,) = DATES.find(tokens(f"قتل مدني في 5 {row['form']} {year}"), published=SATURDAY)
    assert mention.precision == 1
    assert row["calendar"] == "hijri" or (mention.start.month, mention.start.year) == (int(row["month"]), 2014)


@pytest.mark.parametrize("row", rows("date_named", key="example"))
def test_named_day_needs_no_year(row):
    (mention,) = DATES.find(tokens(row["example"]), published=dt.date(2025, 12, 20))
    assert str(mention.start) == row["date"]


@pytest.mark.parametrize("row", rows("date_feasts", key="form"))
def test_feast_is_the_last_one_up_to_publication(row):
    (mention,) = DATES.find(tokens(row["example"]), published=SATURDAY)
    assert mention.start < mention.end + dt.timedelta(days=1) <= SATURDAY
    assert (mention.end - mention.start).days < max(int(days) for days in row["days"].split("|"))


@pytest.mark.parametrize("row", rows("date_weekdays", key="form"))
def test_weekday_name(row):
    (mention,) = DATES.find(tokens(f"قصفت يوم {row['form']}"), published=SATURDAY)
    assert mention.start.isoweekday() == int(row["weekday"])


@pytest.mark.parametrize("row", rows("number_modifiers"))
def test_modifier_gives_its_quantity(row):
    words = tokens(row["example"])
    counts = [count for i in range(len(words)) if (count := NUMBERS.read(words, i)) is not None]
    assert counts[0].quantity == row["quantity"]


@pytest.mark.parametrize("row", rows("number_vague"))
def test_vague_quantity_has_the_codebook_bounds(row):
    words = tokens(row["example"])
    counts = [count for i in range(len(words)) if (count := NUMBERS.read(words, i)) is not None]
    high = int(row["high"]) if row["high"] else None
    assert (counts[0].low, counts[0].high, counts[0].quantity) == (int(row["low"]), high, row["quantity"])


@pytest.mark.parametrize("row", rows("number_nouns", key="form"))
def test_counted_noun_tells_what_its_number_measures(row):
    words = ["وصلت", "17", *normalize_name(row["form"]).split(), "من"]
    kind = NUMBERS.noncount(words, 1, 2)
    expected = {"people": {None}, "years": {"duration", "age"}}.get(row["kind"], {row["kind"]})
    assert kind in expected
