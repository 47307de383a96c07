"""The report: quotations marked by offsets, findings that claim no more than they know, pages that cannot be misused."""

import dataclasses
import datetime as dt
import html.parser
import itertools
import json
import re

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.report_rows import MONDAY, event, report, tables, toll
from transforms.report import IndexEntry, build_view, flat_tables, render_html, render_index, render_markdown
from transforms.report.build import EVENTS_SHOWN, FURTHER_HELD
from transforms.report.edition import Edition
from transforms.report.events import safe_url
from transforms.report.markdown import escape_markdown
from transforms.report.quote import Piece, cut_quote, cut_tolls
from transforms.report.sentences import sentence_of
from transforms.report.words import ARABIC, ENGLISH
from transforms.trends.findings import ContestedTolls, Coverage, EventTotal, FirstSeen, Toll
from transforms.trends.losses import Losses
from transforms.trends.series import Period

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'>"


def casualty(words, start):
    return {"outcome": "killed", "group": None, "low": 3, "best": 3, "high": 3, "quantity": "exact", "attributed_to": None, "text": words, "start": start, "end": start + len(words)}  # fmt: skip


def finding(view, kind):
    return next(one for one in view.findings if isinstance(one, kind))


def said(view, language=ENGLISH):
    sentences = [sentence_of(one, period=view.period, language=language) for one in view.findings]
    return "\n".join("".join(part.text for part in sentence) for sentence in sentences)


# quotations


def test_claims_are_marked_at_their_offsets():
    told = report(
        evidence_text="قتل ثلاثة في حلب",
        evidence_start=100,
        trigger_start=100,
        trigger_end=103,
        casualties=[casualty("ثلاثة", 104)],
    )
    assert cut_quote(told) == (
        Piece("قتل", "trigger"),
        Piece(" ", None),
        Piece("ثلاثة", "toll"),
        Piece(" في حلب", None),
    )


def test_a_mark_whose_words_are_elsewhere_is_left_out():
    told = report(casualties=[casualty("خمسة", 4), casualty("ثلاثة", 400)])
    assert [piece.mark for piece in cut_quote(told)] == ["trigger", None]


def test_a_toll_told_outside_the_evidence_is_quoted_with_its_sentence():
    around = {
        "start": 90,
        "before": "وفي الموصل هدوء. وأعلنت الوزارة ",
        "words": "مقتل تسعة",
        "after": " في الهجوم. ثم انسحبوا",
    }
    told = report(tolls_elsewhere=[around])
    assert cut_tolls(told) == (
        Piece(" […] ", None),
        Piece("وأعلنت الوزارة ", None),
        Piece("مقتل تسعة", "toll"),
        Piece(" في الهجوم", None),
    )
    view = build_view(tables([event(**toll(9, 9, 9))], [told]))
    assert '<mark class="toll">مقتل تسعة</mark>' in render_html(view, language="ar")
    assert cut_tolls(report()) == ()


def test_tolls_of_one_sentence_are_quoted_once():
    killed = {"start": 60, "before": "هدوء. ", "words": "مقتل تسعة", "after": " وجرح ستة آخرين. ثم انسحبوا"}
    injured = {"start": 70, "before": "هدوء. مقتل تسعة ", "words": "وجرح ستة", "after": " آخرين. ثم انسحبوا"}
    told = cut_tolls(report(tolls_elsewhere=[injured, killed]))
    assert "".join(piece.text for piece in told) == " […] مقتل تسعة وجرح ستة آخرين"
    assert [piece.text for piece in told if piece.mark == "toll"] == ["مقتل تسعة", "وجرح ستة"]


def test_a_toll_keeps_its_mark_beside_the_trigger_and_against_an_actor():
    told = report(
        evidence_text="وقتل 39 متمردا في الحوطة",
        trigger_text="وقتل",
        trigger_start=0,
        trigger_end=4,
        casualties=[casualty("وقتل 39 متمردا", 0)],
        actors=[{"text": "39 متمردا", "start": 5, "end": 14}],
    )
    assert [(piece.text, piece.mark) for piece in cut_quote(told)] == [
        ("وقتل", "trigger"),
        (" ", None),
        ("39 متمردا", "toll"),
        (" في الحوطة", None),
    ]


def test_who_says_dozens_has_given_no_number():
    view = build_view(tables([event(killed_low=20, killed_best=20, killed_high=99)], [report(**toll(20, 20, 99))]))
    assert "dozens (20 to 99)" in render_html(view, language="en")
    assert "عشرات (من ٢٠ إلى ٩٩)" in render_html(view, language="ar")


def test_in_a_title_the_trigger_is_looked_for():
    told = report(evidence_start=None, evidence_end=None, trigger_start=None, trigger_end=None)
    assert cut_quote(told)[0] == Piece("قتل", "trigger")


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=6), st.integers(0, 50)
)
def test_pieces_always_join_to_the_evidence(text, spans, origin):
    claims = [{"text": None, "start": origin + start, "end": origin + end} for start, end in spans]
    told = report(evidence_text=text, evidence_start=origin, actors=claims, trigger_text=None)
    assert "".join(piece.text for piece in cut_quote(told)) == text


# findings


def test_small_numbers_are_no_rise():
    view = build_view(tables([event("e1"), event("e2"), event("e3")], history=[1] * 10))
    assert finding(view, EventTotal).usual.verdict == "too_few"
    assert "too few to speak of a rise or a fall" in said(view)
    assert "times the usual" not in said(view)


def test_a_clear_rise_is_said_with_its_interval():
    view = build_view(tables([event(f"e{n}") for n in range(40)], history=[10] * 10))
    assert (
        "40 events in the week of 18 to 24 March 2024: clearly more than the usual 10 a week (4.0 times the usual; 95% interval"
        in said(view)
    )
    assert "٤٠ حادثة" in said(view, ARABIC)


def test_silence_is_not_read_as_peace():
    silent = build_view(tables([], history=[10] * 10, articles=[50] * 10 + [0]))
    assert finding(silent, Coverage).level == "none"
    assert "its silence says nothing" in said(silent)
    thin = build_view(tables([event()], history=[10] * 10, articles=[50] * 10 + [12]))
    assert "Fewer events may only mean less reading" in said(thin)


def test_weeks_without_reading_are_no_baseline():
    view = build_view(
        tables([event(f"e{n}") for n in range(12)], history=[0] * 8 + [12, 12], articles=[0] * 8 + [50] * 3)
    )
    assert finding(view, EventTotal).usual.baseline == 12


def test_an_open_toll_is_said_to_be_open():
    view = build_view(tables([event(**toll(5, 5, None))], history=[1] * 10))
    assert finding(view, Toll).n_open == 1
    assert view.events[0].killed.high is None
    assert "at least 5" in render_html(view, language="en")


def test_reports_with_different_tolls_are_contested():
    reports = [
        report("e1", "i1", **toll(3, 3, 3)),
        report("e1", "i2", **toll(5, 5, 5)),
        report("e2", "i3", **toll(2, 2, 2)),
    ]
    claims = [{"field": "killed_best", "value": value, "incident_id": "i1"} for value in ("3", "5")]
    view = build_view(tables([event("e1", contested=claims, **toll(3, 5, 5)), event("e2", **toll(2, 2, 2))], reports))
    assert [one.event_id for one in view.contested] == ["e1"]
    assert finding(view, ContestedTolls).n_contested == 1


def test_a_toll_that_one_outlet_alone_gives_does_not_lead_the_report():
    lonely = event("alone", **toll(500, 500, 500))
    both = event("both", killed_shared=12, n_outlets_shared=2, **toll(12, 15, 15))
    view = build_view(tables([both, lonely], [report("both"), report("alone", "i2", **toll(500, 500, 500))]))
    assert [one.event_id for one in view.gravest] == ["both"]
    assert [one.event_id for one in view.alone] == ["alone"]
    assert "with 12 people killed according to 2 outlets. One outlet alone gives more: 15." in said(view)
    assert "Two outlets or more, each in its own words, tell of 12 people killed in 1 event." in said(view)
    assert "Single outlets add 503 people killed in 2 events that no other outlet read here repeats" in said(view)
    page = render_html(view, language="en")
    assert "High tolls that one outlet alone gives" in page
    assert "one outlet alone gives more than 12" in page


def test_where_one_outlet_was_read_its_own_tolls_stand():
    view = build_view(tables([event(**toll(5, 5, 5))], [report(**toll(5, 5, 5))], n_outlets=1))
    assert [one.event_id for one in view.gravest] == ["e1"]
    assert not view.alone
    assert "The deadliest event that the only outlet read tells was" in said(view)


def test_sums_of_a_report_count_what_two_outlets_reach_and_set_the_rest_apart():
    both = event("both", killed_shared=12, injured_shared=4, n_outlets_shared=2, **toll(12, 15, 15), injured_low=4)
    lonely = event("alone", **toll(500, 500, 500))
    view = build_view(tables([both, lonely], history=[2] * 10))
    assert (view.killed, view.injured) == (Losses(12, 503, 1, 2), Losses(4, 0, 1, 0))
    assert (view.countries[0].killed, view.points[0].killed) == (view.killed, view.killed)
    assert (view.trend[-1].killed_counted, view.trend[-1].killed_alone) == (12, 503)
    page = render_html(view, language="en")
    assert "not counted: <a" in page
    assert "515" not in said(view), "no sum of the findings adds single outlets to the counted ones"


def test_where_one_outlet_was_read_the_report_says_that_nobody_confirms_it():
    told = tables([event(**toll(5, 5, 5))], [report(**toll(5, 5, 5))], n_outlets=1)
    view = build_view(told)
    assert view.killed == Losses(5, 0, 1, 0)
    assert "The only outlet read tells of 5 people killed in 1 event; no second one was read" in said(view)
    assert "Killed, by two outlets" not in render_html(view, language="en")


def test_without_a_shared_toll_the_highest_is_said_to_stand_alone():
    view = build_view(tables([event(n_sources=3, **toll(500, 500, 500))]))
    assert "No number of people killed is told by two outlets" in said(view)
    assert "The highest toll comes from one outlet alone: an armed clash in Aleppo" in said(view)
    assert "according to 3 outlets" not in said(view)


def test_a_rise_that_new_outlets_bring_is_said_beside_the_panel():
    told = tables([event(f"e{n}") for n in range(40)], history=[10] * 10, n_panel=2)
    series = told.series.to_pylist()
    # Ten rows of history, then a row an event, of which the panel tells the first ten.
    on_panel = [row | ({"n_events_panel": 0} if n >= 20 else {}) for n, row in enumerate(series)]
    view = build_view(dataclasses.replace(told, series=pa.Table.from_pylist(on_panel)))
    assert "clearly more than the usual 10 a week" in said(view)
    assert "Counting only the 2 outlets read every week: 10, against a usual 10 (no clear change)." in said(view)


def test_unusual_reading_is_said_before_any_toll():
    both = event(killed_shared=3, n_outlets_shared=2, **toll(3, 3, 3))
    kinds = [type(one) for one in build_view(tables([both], history=[1] * 10, articles=[50] * 10 + [200])).findings]
    assert kinds.index(Coverage) < kinds.index(Toll)


def test_an_event_told_as_background_only_is_not_among_the_gravest():
    recalled = event(evidence_grade="D", killed_shared=30, n_outlets_shared=2, **toll(30, 30, 30))
    view = build_view(tables([recalled], [report(salience="background")]))
    assert view.gravest == ()
    assert "The deadliest event" not in said(view)


def test_a_report_as_of_an_earlier_instant_says_so():
    instant = dt.datetime(2024, 3, 21, tzinfo=dt.UTC)
    view = build_view(tables([event()], [report()]), as_of=instant)
    assert "what Marsad knew at the end of 20 March 2024 (UTC)" in render_html(view, language="en")
    assert "في نهاية ٢٠ آذار/مارس ٢٠٢٤" in render_markdown(view, language="ar")
    assert "what Marsad knew" not in render_html(build_view(tables([event()], [report()])), language="en")


def test_contested_tolls_stand_once_each_with_their_outlets():
    said_by = [("paper", 15), ("radio", 15), ("paper", 12), ("agency", None)]
    reports = [
        report("e1", f"i{n}", outlet=outlet, **toll(best or 2, best, best)) for n, (outlet, best) in enumerate(said_by)
    ]
    claim = {"field": "killed_best", "value": "15", "incident_id": "i0"}
    told = event(contested=[claim], killed_shared=15, n_outlets_shared=2, **toll(12, 15, 15))
    view = build_view(tables([told], reports))
    claims = Edition(view, ENGLISH).claims(view.contested[0])
    assert [(one.toll, one.outlets) for one in claims] == [("15", "paper, radio"), ("12", "paper")]


def test_a_card_shows_first_who_gives_its_toll():
    reports = [
        report("e1", "i1", evidence_text="قتل بعضهم", **toll(2, None, None)),
        report("e1", "i2", **toll(9, 9, 9)),
    ]
    view = build_view(tables([event(killed_shared=9, n_outlets_shared=2, **toll(2, 9, 9))], reports))
    assert Edition(view, ENGLISH).leading(view.events[0])[0].incident_id == "i2"


def test_long_lists_of_actors_are_cut_and_counted():
    actors = [
        {"role": "initiator", "actor_id": f"a{n}", "name_ar": f"جماعة {n}", "name_en": f"Group {n}", "type": 2, "text": "", "start": 0, "end": 0}
        for n in range(5)
    ]  # fmt: skip
    wording = {"role": "target", "actor_id": None, "name_ar": None, "name_en": None, "type": 7, "text": "40 مسلحا", "start": 0, "end": 0}  # fmt: skip
    named = wording | {"actor_id": "civilians", "name_ar": "مدنيون", "name_en": "Civilians"}
    view = build_view(tables([event(actors=[*actors, wording, named])], [report()]))
    assert Edition(view, ENGLISH).who(view.events[0]) == "Group 0, Group 1, Group 2 and 2 more → Civilians"


def test_the_map_is_framed_around_the_region_and_says_what_lies_outside():
    places = [(36.2, 37.1), (33.5, 36.3), (15.4, 44.2), (38.9, -77.0)]
    events = [
        event(f"e{n}", where_precision=1, latitude=latitude, longitude=longitude)
        for n, (latitude, longitude) in enumerate(places)
    ]
    edition = Edition(build_view(tables(events)), ENGLISH)
    assert edition.n_off_map == 1
    assert edition.map().count("<circle") == 3
    assert "Beyond the map&#39;s edge: 1 event" in render_html(edition.view, language="en")


def test_a_useless_interval_is_not_said():
    view = build_view(tables([event(f"e{n}") for n in range(8)], history=[1, 22, 2, 18, 1, 20, 2, 16]))
    assert "differs so much from the next" in said(view)
    assert "95% interval" not in said(view)


def test_the_line_of_events_has_a_gap_where_nothing_was_read():
    def lines(articles):
        view = build_view(tables([event()], history=[4] * 5 + [0] + [4] * 4, articles=articles))
        return Edition(view, ENGLISH).events_chart().count('class="line"')

    assert lines(50) == 1
    assert lines([*[50] * 5, 0, *[50] * 5]) == 2


def test_a_country_whose_points_run_together_has_a_map_of_its_own():
    def spread(country, n_places, latitude, longitude):
        return [
            event(f"{country}{n}", country=country, where_precision=1, latitude=latitude + n / 10, longitude=longitude)
            for n in range(n_places)
        ]

    wide = [*spread("YE", 14, 13.0, 44.0), *spread("SY", 13, 34.0, 37.0), *spread("LY", 3, 32.0, 13.0)]
    edition = Edition(build_view(tables(wide)), ENGLISH)
    assert [name for name, _ in edition.close_ups()] == ["Yemen", "Syria"]
    assert "Map of Yemen: 14 events by place" in render_html(edition.view, language="en")
    narrow = Edition(build_view(tables(spread("YE", 14, 13.0, 44.0))), ENGLISH)
    assert narrow.close_ups() == []


def test_nothing_is_called_usual_after_one_week():
    view = build_view(
        tables(
            [event("e1"), event("e2", admin1_pcode="SY01")],
            history=[3],
            articles=[*([0] * 9), 10, 50],
            data_start=MONDAY - dt.timedelta(weeks=1),
        )
    )
    assert "50 articles from 3 outlets, against 10 the week before." in said(view)
    assert "usual" not in said(view)


def test_governorates_are_drawn_in_the_countries_that_have_events():
    view = build_view(tables([event(where_precision=1)]))
    assert Edition(view, ENGLISH).map().count('class="inner"') > 10
    assert 'class="inner"' not in Edition(dataclasses.replace(view, countries=()), ENGLISH).map()


def test_the_page_lists_the_gravest_events_and_counts_all():
    view = build_view(tables([event(f"e{n}", **toll(1, 1, 1)) for n in range(1200)]))
    assert (len(view.events), view.n_events, view.killed.alone) == (1000, 1200, 1200)
    page = render_html(view, language="en")
    assert "The gravest 1,000 of 1,200 are listed; a number that is clicked shows all rows behind it." in page
    assert len(view.further) == 200
    held = json.loads(re.search(r'<script type="application/json" id="further">(.*?)</script>', page)[1])
    assert {row["facets"]["event"] for row in held} == {event.event_id for event in view.further}


def test_text_of_further_rows_cannot_leave_its_script_element():
    hostile = report("e1", evidence_text="</script><script>alert(1)</script>", title=HOSTILE, url="javascript:alert(1)")
    view = build_view(tables([event()], [hostile]))
    page = render_html(dataclasses.replace(view, events=(), further=view.events))
    assert Reader(page).elements.count("script") == 2
    assert "javascript:" not in page


def test_a_page_that_cannot_hold_all_events_says_how_many_it_holds():
    view = build_view(tables([event(f"e{n}") for n in range(EVENTS_SHOWN + FURTHER_HELD + 1)]))
    assert "The page holds the gravest 6,000; the rest are in the data files." in render_html(view, language="en")


def seen(kind, seen_id):
    return {
        "kind": kind,
        "country": "SY",
        "seen_id": seen_id,
        "name_ar": "اسم",
        "name_en": "Name",
        "first_date": MONDAY,
        "n_events": 1,
        "event_ids": ["e1"],
    }


def test_first_sightings_are_news_only_with_a_memory():
    rows = [seen("weapon", "drone")]
    assert finding(build_view(tables([event()], history=[1] * 10, first_seen=rows)), FirstSeen).n_all == 1
    young = build_view(tables([event()], first_seen=rows, articles=[0] * 9 + [50] * 2))
    assert not any(isinstance(one, FirstSeen) for one in young.findings)


def test_a_period_cut_by_the_data_is_marked_partial():
    view = build_view(tables([event()], data_end=MONDAY + dt.timedelta(days=3)))
    assert view.is_partial
    assert "Partial week" in render_html(view, language="en")
    assert "**Partial week.**" in render_markdown(view, language="en")


def test_the_same_tables_give_the_same_page():
    given_tables = tables(
        [event("e1"), event("e2", country="IQ")], [report("e1"), report("e2", "i2")], history=[3] * 10
    )
    assert render_html(build_view(given_tables)) == render_html(build_view(given_tables))


def test_an_empty_week_still_makes_a_report():
    view = build_view(tables())
    assert "Marsad found no event" in render_html(view, language="en")
    assert "لم يرصد مرصد أي حادثة" in render_markdown(view, language="ar")


def test_an_event_without_place_country_or_report_is_shown():
    bare = event(
        country=None,
        admin1_name_ar=None,
        admin1_name_en=None,
        admin1_pcode=None,
        latitude=None,
        longitude=None,
        where_precision=None,
    )
    view = build_view(tables([bare]))
    assert view.n_unmapped == 1
    assert "Place not stated" in render_html(view, language="en")


# pages


class Reader(html.parser.HTMLParser):
    """Collects elements, ids and links of a page."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.attributes = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def values(self, *names):
        return [value for _, name, value in self.attributes if name in names]


@pytest.fixture
def page():
    reports = [
        report(
            "e1", "i1", evidence_text=HOSTILE, title=HOSTILE, url="javascript:alert(1)", outlet=HOSTILE, **toll(3, 3, 3)
        ),
        report("e1", "i2", **toll(4, 4, 4)),
    ]
    hostile = event(
        "e1",
        weapon=HOSTILE,
        place_name_ar=HOSTILE,
        place_name_en=HOSTILE,
        admin1_name_en=HOSTILE,
        admin1_pcode=HOSTILE,
        where_precision=1,
        killed_shared=3,
        n_outlets_shared=2,
        **toll(3, 3, 4),
    )
    lonely = event("e2", **toll(9, 9, 9))
    reports.append(report("e2", "i3", evidence_text=HOSTILE, outlet=HOSTILE, **toll(9, 9, 9)))
    return render_html(
        build_view(tables([hostile, lonely], reports, history=[2] * 10, first_seen=[seen("place", HOSTILE)])),
        files=[("CSV", "events.csv")],
    )


def test_text_of_articles_never_becomes_markup(page):
    reader = Reader(page)
    assert reader.elements.count("script") == 1
    assert "img" not in reader.elements
    assert not [name for _, name, _ in reader.attributes if name.startswith("on")]
    assert "alert" not in "".join(reader.values("href", "src", "style"))


def test_a_page_asks_for_nothing_from_elsewhere(page):
    reader = Reader(page)
    assert not {"link", "iframe", "object", "embed", "video", "audio", "base", "form"} & set(reader.elements)
    assert reader.values("src", "srcset", "style") == []
    assert "@import" not in page
    assert "url(" not in page


def test_only_the_pages_own_script_may_run(page):
    policy = next(value for value in Reader(page).values("content") if "default-src" in value)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.search(r"script-src 'sha256-[^']+'", policy)


def test_every_link_in_the_page_has_its_target(page):
    reader = Reader(page)
    targets = set(reader.values("id"))
    assert len(targets) == len(reader.values("id")), "ids are unique"
    inner = [value[1:] for value in reader.values("href") if value.startswith("#")]
    assert set(inner) <= targets
    labelled = [name for value in reader.values("aria-labelledby") for name in value.split()]
    assert set(labelled) <= targets


def test_every_link_to_rows_selects_rows(page):
    reader = Reader(page)
    values = {
        name: set(reader.values(f"data-{name}"))
        for name in (
            "event",
            "country",
            "admin1",
            "type",
            "killed",
            "injured",
            "initiator",
            "target",
            "civilian",
            "contested",
            "point",
            "open",
        )
    }
    for query in filter(None, reader.values("data-rows")):
        for pair in query.split("&"):
            facet, wanted = pair.split("=")
            assert set(wanted.split("|")) & values[facet], pair


def test_both_editions_name_their_language_and_direction(page):
    assert '<html lang="ar" dir="rtl">' in page
    assert 'id="ar" lang="ar" dir="rtl"' in page
    assert 'id="en" lang="en" dir="ltr"' in page
    assert 'lang="en"' not in render_html(build_view(tables([event()])), language="ar")


def test_headings_do_not_skip_a_level(page):
    levels = [int(tag[1]) for tag in Reader(page).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


URLS = {
    "https": ("https://example.org/a?b=1", True),
    "http": ("http://example.org", True),
    "script": ("javascript:alert(1)", False),
    "script in disguise": (" JaVaScRiPt:alert(1)", False),
    "data": ("data:text/html,<script>", False),
    "file": ("file:///etc/passwd", False),
    "no host": ("https:///x", False),
    "broken": ("http://[::1", False),
    "none": (None, False),
}


@pytest.mark.parametrize(("url", "is_safe"), URLS.values(), ids=URLS)
def test_only_web_addresses_become_links(url, is_safe):
    assert (safe_url(url) is not None) == is_safe


def test_markdown_shows_article_text_as_it_is():
    assert escape_markdown("<b>*x*</b> [a](b) | c\nd") == "&lt;b&gt;\\*x\\*&lt;/b&gt; \\[a\\](b) \\| c d"
    view = build_view(
        tables([event(**toll(3, 3, 3))], [report(evidence_text=HOSTILE, title="[x](javascript:alert(1))")])
    )
    text = render_markdown(view)
    assert "<script" not in text
    assert "[x](javascript" not in text


def test_markdown_has_the_same_findings_and_evidence_as_the_page():
    told = event(killed_shared=3, n_outlets_shared=2, **toll(3, 3, 3))
    view = build_view(tables([told], [report(**toll(3, 3, 3))], history=[2] * 10))
    text = render_markdown(view, language="en")
    assert "> **قتل** ثلاثة في حلب" in text
    assert "https://example.org/1" in text
    for line in said(view).splitlines():
        assert escape_markdown(line) in text


def test_the_index_lists_reports_latest_first():
    entries = [
        IndexEntry(Period(dt.date(2024, 3, day), "week"), None, False, 3, 1, (("HTML", f"week-{day}.html"),))
        for day in (4, 18, 11)
    ]
    page = render_index(entries, language="en")
    assert list(dict.fromkeys(re.findall(r"week-(\d+)\.html", page))) == ["18", "11", "4"]
    assert page.count("week-18.html") == 2
    assert "No report has been written yet" in render_index([], language="en")


def test_flat_tables_have_no_nested_column_and_keep_actor_names():
    actor = {
        "role": "initiator",
        "actor_id": "x",
        "name_ar": "الجيش",
        "name_en": "Army",
        "type": 1,
        "text": "الجيش",
        "start": 0,
        "end": 5,
    }
    flat = flat_tables(tables([event(actors=[actor])], [report()]))
    assert flat["events"].column("initiators_en").to_pylist() == ["Army"]
    assert not any(str(field.type).startswith(("list", "struct")) for table in flat.values() for field in table.schema)


def test_measured_false_alarms_are_told_with_the_tests_they_were_measured_in():
    edition = Edition(build_view(tables([event()], history=[3, 4, 2, 3, 4, 3, 2, 4, 3, 3])), ENGLISH)
    line = next(line for line in edition.method() if line.startswith("Alerts"))
    assert line.endswith("it raised 0 false alarms in 50 tests; expect fewer than one in this report.")
