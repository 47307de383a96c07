"""Rules of linking, one a test: what speaks for one event, and what a vague report may not do."""

import datetime as dt

import pytest

from transforms.contracts.event_types import EVENT_TYPE_OF
from transforms.lexicon.schema import read_tsv
from transforms.link.score import compare, score
from transforms.link.settle import cluster_tellings
from transforms.link.telling import read_telling
from transforms.link.words import stem_words

DAY = dt.date(2024, 3, 1)
ACADEMY = "انتحاري فجر نفسه عند مدخل أكاديمية الشرطة فسقط قتلى"
HOTEL = "سيارة مفخخة انفجرت أمام فندق وسط العاصمة فسقط قتلى"


def telling(number, **values):
    row = {
        "incident_id": f"i{number}",
        "article_id": f"a{number}",
        "sub_event_type": "Suicide bomb",
        "salience": "main",
        "date_start": DAY,
        "date_end": DAY,
        "date_precision": 1,
        "country": "IQ",
        "admin1_pcode": "IQG15",
        "admin1_name_en": None,
        "admin2_pcode": None,
        "place_id": "IQ-mosul",
        "place_text": None,
        "latitude": 36.34,
        "longitude": 43.13,
        "where_precision": 1,
        "actors": [],
        **{f"{o}_{b}": None for o in ("killed", "injured", "detained") for b in ("low", "best", "high")},
        "weapon": None,
        "evidence_text": ACADEMY,
        "published_at": dt.datetime(2024, 3, 1, 8, tzinfo=dt.UTC) + dt.timedelta(hours=number),
    }
    return read_telling(row | values)


def killed(number):
    return {"killed_low": number, "killed_best": number, "killed_high": number}


def ids(clusters):
    return sorted(sorted(telling.incident_id for telling in cluster) for cluster in clusters)


VAGUE = {"place_id": None, "latitude": None, "longitude": None, "where_precision": 4}


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("هجوم على مركز للشرطة", {"police station"}),
        ("أمام أكاديمية الشرطة", {"police academy"}),
        ("بالقرب من المسجد", {"mosque"}),
        ("في مدينة الموصل", set()),
    ],
    ids=["two words with a preposition", "two words", "one word with its article", "none"],
)
def test_a_site_is_named_by_one_word_or_two(text, sites):
    assert telling(1, evidence_text=text).wording.sites == sites


@pytest.mark.parametrize("row", read_tsv("transforms.lexicon", "sites"), ids=lambda row: row["word"])
def test_every_site_word_is_found_in_its_example(row):
    assert row["site"] in telling(1, evidence_text=row["example"]).wording.sites


@pytest.mark.parametrize("row", read_tsv("transforms.link", "everyday_kinds"), ids=lambda row: row["kind"])
def test_everyday_kinds_are_of_the_codebook(row):
    assert row["kind"] in EVENT_TYPE_OF


def test_attacks_on_two_sites_of_a_town_on_one_day_stay_two_where_their_tolls_differ():
    academy = [telling(1, **killed(26)), telling(2, **killed(27))]
    hotel = [telling(3, evidence_text=HOTEL, **killed(8)), telling(4, evidence_text=HOTEL, **killed(8))]
    assert ids(cluster_tellings(academy + hotel)) == [["i1", "i2"], ["i3", "i4"]]


def test_a_clash_at_one_place_and_day_says_less_than_a_bombing():
    clash = [telling(number, sub_event_type="Armed clash") for number in (1, 2)]
    bombing = [telling(number) for number in (1, 2)]
    assert "kind everyday" in compare(*clash)
    assert score(*clash) < score(*bombing)


def test_what_a_war_has_daily_is_likelier_one_event_when_published_on_one_day():
    clash, same_day, next_day = (
        telling(hours, sub_event_type="Armed clash", date_precision=2, date_start=DAY - dt.timedelta(days=1))
        for hours in (1, 9, 25)
    )
    assert "news same day" in compare(clash, same_day)
    assert "news other day" in compare(clash, next_day)
    assert score(clash, same_day) > score(clash, next_day)


def test_a_bombing_is_news_for_days():
    assert not any(finding.startswith("news") for finding in compare(telling(1), telling(25)))


def test_a_massacre_is_not_of_every_day():
    few, many = (
        [telling(number, sub_event_type="Shelling/artillery/missile attack", **killed(toll)) for number in (1, 2)]
        for toll in (4, 40)
    )
    assert "toll both many" in compare(*many)
    assert "toll both many" not in compare(*few)


NEXT_DAY = {"date_start": DAY + dt.timedelta(days=1), "date_end": DAY + dt.timedelta(days=1)}
AIRPORT = {"place_id": "IQ-mosul-airport", "latitude": 36.31, "longitude": 43.15}
DETAILS = {
    "a site of the town, without a toll": (AIRPORT, True),
    "the same in another word for the kind": (AIRPORT | {"sub_event_type": "Remote explosive/landmine/IED"}, True),
    "a site of the town with its own toll": (AIRPORT | killed(4), False),
    "another kind": ({"sub_event_type": "Abduction/forced disappearance"}, False),
    "the day after, without a toll": (NEXT_DAY, True),
    "the day after, with the same toll of many": (NEXT_DAY | killed(26), True),
    "the day after, with its own toll": (NEXT_DAY | killed(24), False),
    "another site": ({"evidence_text": HOTEL}, False),
    "an attack that is told as another": ({"evidence_text": "وفي هجوم آخر فجر انتحاري نفسه وسط المدينة"}, False),
}


@pytest.mark.parametrize(("detail", "is_recap"), DETAILS.values(), ids=DETAILS)
def test_an_article_tells_an_event_again_with_a_detail(detail, is_recap):
    one, other = telling(1, article_id="a", **killed(26)), telling(2, article_id="a", **detail)
    assert (compare(one, other) is not None) == is_recap


def test_two_kinds_told_by_one_article_are_less_likely_one_event_than_told_by_two():
    attack = {"sub_event_type": "Attack", "evidence_text": "هجوم على رجال الشرطة وسط المدينة"}
    one, two = telling(1, article_id="a"), telling(1)
    assert "article again" in compare(one, telling(2, article_id="a", **attack))
    assert score(one, telling(2, article_id="a", **attack)) < score(two, telling(2, **attack))


def test_clashes_and_shelling_of_one_article_are_two_unless_many_died():
    clash, shelling = {"sub_event_type": "Armed clash"}, {"sub_event_type": "Shelling/artillery/missile attack"}
    assert compare(telling(1, article_id="a", **clash), telling(2, article_id="a", **shelling)) is None
    again = compare(telling(1, article_id="a", **clash, **killed(40)), telling(2, article_id="a", **shelling))
    assert again is not None


SEVERAL = {
    "a wave of attacks": ("قتل خمسون شخصا في سلسلة من الهجمات ضربت العاصمة", True),
    "a wave of attacks before": ("قتل ثلاثة في انفجار جاء عقب سلسلة من الهجمات", False),
    "one of a wave of attacks": ("سلسلة تفجيرات بما في ذلك هجوم كبير على السوق", False),
    "a chain of raids": ("شنت الطائرات سلسلة من الغارات على المعسكر", False),
    "one attack": (ACADEMY, False),
}


@pytest.mark.parametrize(("text", "is_many"), SEVERAL.values(), ids=SEVERAL)
def test_several_attacks_told_as_one_are_no_single_one_of_them(text, is_many):
    assert ("attacks many" in compare(telling(1), telling(2, evidence_text=text))) == is_many


ANOTHER = {
    "another blast": ("وفي انفجار آخر قتل سبعة", True),
    "a second attack": ("الهجوم الثاني استهدف الفندق", True),
    "a separate incident": ("وفي حادث منفصل أصيب شرطي", True),
    "other people": ("انفجار قتل فيه رجل وأصيب آخرون", False),
}


@pytest.mark.parametrize(("text", "is_another"), ANOTHER.values(), ids=ANOTHER)
def test_an_attack_is_told_as_another_one(text, is_another):
    assert telling(1, evidence_text=text).wording.another == is_another


@pytest.mark.parametrize("row", read_tsv("transforms.link", "cues"), ids=lambda row: row["word"])
def test_every_cue_stands_in_its_example(row):
    assert set(stem_words(row["word"])) <= set(stem_words(row["example"]))


COPIED = "انتحاري فجر نفسه عند مدخل أكاديمية الشرطة وقت خروج الطلاب فسقط قتلى"
HOW_MANY_APART = {"one of six": (1, [1, 11]), "most of six": (5, [6, 6])}


@pytest.mark.parametrize(("n_apart", "sizes"), HOW_MANY_APART.values(), ids=HOW_MANY_APART)
def test_strong_ties_outvote_a_few_articles_that_give_two_tolls(n_apart, sizes):
    first = [telling(n, evidence_text=COPIED, **killed(26)) for n in range(6)]
    second = [
        telling(10 + n, article_id=f"a{n if n < n_apart else 10 + n}", evidence_text=COPIED, **killed(27))
        for n in range(6)
    ]
    assert sorted(map(len, cluster_tellings(first + second))) == sizes


QUARTER = {"place_id": "IQ-quarter", "place_name_ar": "حي النور", "latitude": 36.36, "longitude": 43.2}
SUBURB = {"place_id": "IQ-suburb", "place_name_ar": "حمام العليل", "latitude": 36.33, "longitude": 43.05}
CITY = {"place_name_ar": "الموصل", "admin1_name_ar": "الموصل"}
NEARBY = {
    "two quarters": (QUARTER, SUBURB, "place other nearby"),
    "a quarter and the capital": (QUARTER | {"longitude": 43.25}, CITY, "place within 15 km"),
    "a quarter that the other names": (
        QUARTER,
        SUBURB | {"evidence_text": "انفجار في حي النور وآخر في حمام العليل"},
        "place within 15 km",
    ),
}


@pytest.mark.parametrize(("one", "other", "finding"), NEARBY.values(), ids=NEARBY)
def test_two_quarters_of_a_city_are_two_places_unless_one_report_names_both(one, other, finding):
    assert finding in compare(telling(1, **one), telling(2, **other))


def test_a_weapon_that_the_kind_says_already_says_little():
    raids = [telling(n, sub_event_type="Air/drone strike", weapon="airstrike") for n in (1, 2)]
    assert "weapon of kind" in compare(*raids)
    bombs = [telling(n, sub_event_type="Remote explosive/landmine/IED", weapon="car bomb") for n in (1, 2)]
    assert "weapon same" in compare(*bombs)


@pytest.mark.parametrize("row", read_tsv("transforms.link", "kind_weapons"), ids=lambda row: row["kind"])
def test_kinds_with_a_weapon_of_their_own_are_of_the_codebook(row):
    assert row["kind"] in EVENT_TYPE_OF


def test_what_a_war_has_daily_under_another_kind_is_half_of_every_day():
    told = [telling(1, sub_event_type="Armed clash"), telling(2, sub_event_type="Attack")]
    assert "kind half everyday" in compare(*told)
    assert "kind half everyday" not in compare(telling(1), telling(2))


def test_an_earlier_toll_is_of_the_same_incident():
    latest = telling(1, article_id="a", **killed(19))
    earlier = {"evidence_text": "وكانت حصيلة سابقة للتفجير أفادت بمقتل 17 شخصا"}
    assert compare(latest, telling(2, article_id="a", **killed(17))) is None
    assert "article recap" in compare(latest, telling(2, article_id="a", **earlier, **killed(17)))


def test_at_least_ten_twice_is_one_number_of_many():
    at_least = {"killed_low": 14, "killed_best": 14, "killed_high": None}
    assert "toll equal many" in compare(telling(1, **at_least), telling(2, **killed(14)))
    dozens = {"killed_low": 20, "killed_best": 20, "killed_high": 99}
    assert "toll compatible" in compare(telling(1, **dozens), telling(2, **dozens))


@pytest.mark.parametrize(("days", "finding"), [(1, "date near period"), (2, "date near period"), (3, None)])
def test_the_ends_of_a_week_are_not_meant_exactly(days, finding):
    start = DAY + dt.timedelta(days=days)
    week = telling(2, date_start=start, date_end=start + dt.timedelta(days=6), date_precision=3)
    found = compare(telling(1), week)
    assert found is None if finding is None else finding in found


def test_an_article_that_tells_clashes_in_two_towns_tells_two():
    told = [telling(1, article_id="a", sub_event_type="Armed clash")]
    told += [telling(2, article_id="a", sub_event_type="Armed clash", **AIRPORT)]
    assert compare(*told) is None


GOVERNORATE = {"place_id": "IQG15", "where_precision": 4}
UNKNOWN = {"place_id": None, "where_precision": 4}


@pytest.mark.parametrize(
    ("one", "other", "finding"),
    [
        (GOVERNORATE, GOVERNORATE, "place only governorate"),
        (UNKNOWN | {"place_text": "تل الرمان"}, UNKNOWN | {"place_text": "تل الرمان"}, "place same name"),
        (UNKNOWN | {"place_text": "تل الرمان"}, GOVERNORATE, "place in governorate"),
    ],
    ids=["no more than the governorate", "a village that the gazetteer does not know", "one of each"],
)
def test_a_governorate_is_no_place_that_two_reports_share(one, other, finding):
    assert finding in compare(telling(1, **one), telling(2, **other))


def test_a_vague_report_joins_the_one_event_that_it_fits():
    vague = telling(3, **VAGUE, **killed(26))
    assert ids(cluster_tellings([telling(1, **killed(26)), vague])) == [["i1", "i3"]]


def test_a_vague_report_never_connects_two_events():
    west, east = {"place_id": "IQ-a", "longitude": 42.2}, {"place_id": "IQ-b", "longitude": 43.9}
    vague = telling(3, **VAGUE, **killed(26))
    clusters = ids(cluster_tellings([telling(1, **west, **killed(26)), telling(2, **east, **killed(26)), vague]))
    assert not any({"i1", "i2"} <= set(cluster) for cluster in clusters)
