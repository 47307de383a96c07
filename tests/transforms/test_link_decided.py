"""What people decide about events: a merge takes all their reports along, a split one out, whatever else is alike."""

import itertools

import pytest

from tests.transforms.test_link_rules import VAGUE, ids, killed, telling
from transforms.link.neighbourhood import reach
from transforms.link.settle import cluster_tellings

BASRA = {"place_id": "IQ-basra", "latitude": 30.5, "longitude": 47.8, "admin1_pcode": "IQG02"}
CENTRE = [telling(number, **killed(9)) for number in range(1, 7)]
ELSEWHERE = [telling(number, **killed(9), **BASRA) for number in range(7, 11)]
MERGED = {("i1", "i8"): True}


def names(tellings):
    return sorted(told.incident_id for told in tellings)


def test_two_towns_are_two_events_before_anyone_decides():
    assert ids(cluster_tellings([*CENTRE, *ELSEWHERE])) == sorted([names(CENTRE), names(ELSEWHERE)])


def test_a_merge_takes_all_reports_of_both_events_along():
    assert ids(cluster_tellings([*CENTRE, *ELSEWHERE], decided=MERGED)) == [names([*CENTRE, *ELSEWHERE])]


def test_a_merge_holds_though_one_article_tells_both_events():
    both = [telling(1, **killed(9)), telling(2, **killed(4), **BASRA, article_id="a1")]
    assert len(cluster_tellings(both)) == 2
    assert ids(cluster_tellings(both, decided={("i1", "i2"): True})) == [["i1", "i2"]]


def test_who_is_split_from_a_merged_event_leaves_it_alone():
    decided = {**MERGED, ("i1", "i9"): False}
    rest = [told for told in [*CENTRE, *ELSEWHERE] if told.incident_id != "i9"]
    assert ids(cluster_tellings([*CENTRE, *ELSEWHERE], decided=decided)) == sorted([names(rest), ["i9"]])


def test_a_merged_vague_report_takes_along_those_like_it():
    vague = [telling(number, **killed(9), **(BASRA | VAGUE)) for number in range(7, 10)]
    assert len(cluster_tellings([*CENTRE, *vague])) == 2
    assert ids(cluster_tellings([*CENTRE, *vague], decided={("i1", "i7"): True})) == [names([*CENTRE, *vague])]


@pytest.mark.parametrize("order", [0, 7, 40, 311], ids=str)
def test_the_order_of_rows_does_not_matter_to_a_merge(order):
    rows = next(itertools.islice(itertools.permutations([*CENTRE[:3], *ELSEWHERE[:3]]), order, None))
    assert ids(cluster_tellings(rows, decided=MERGED)) == [names(rows)]


def test_a_merge_of_linked_events_gives_what_linking_all_at_once_gives():
    prior = {told.incident_id: "e1" if told in CENTRE else "e2" for told in [*CENTRE, *ELSEWHERE]}
    events = reach([*CENTRE, *ELSEWHERE], {"i1", "i8"}, prior, decided=MERGED)
    assert ids(events) == [names([*CENTRE, *ELSEWHERE])]
