import pytest

from tests.eval.score_sample import compare, pair_up, score_sample

TEXT = "قتل ثلاثة أشخاص في حمص. وأصيب خمسة في حلب."
FIRST, SECOND = TEXT.split(". ")


def gold(**changes):
    return {
        "evidence": FIRST, "salience": "main", "optional": False, "event_type": "Battles", "sub_event_type": "Armed clash",
        "date_start": "2025-01-01", "date_end": "2025-01-01", "country": "SY", "admin1_ar": "حمص", "place_ar": "حمص",
        "lat": 34.73, "lon": 36.72, "where_precision": 1, "initiators": [], "targets": [{"type": 7}], "killed": [3, 3],
        "injured": None, "abducted": None, "detained": None, "weapon": None,
    } | changes  # fmt: skip


def row(**changes):
    tolls = {f"{toll}_{end}": None for toll in ("injured", "abducted", "detained") for end in ("low", "high")}
    return {
        "article_id": "a", "event_type": "Battles", "sub_event_type": "Armed clash", "salience": "main",
        "date_start": "2025-01-01", "date_end": "2025-01-02", "country": "SY", "admin1_name_ar": "محافظة حمص",
        "latitude": 34.73, "longitude": 36.72, "actors": [{"role": "target", "type": 7}], "killed_low": 3,
        "killed_high": 3, "weapon": None, "evidence_text": FIRST, "evidence_start": 0, "evidence_end": len(FIRST),
    } | tolls | changes  # fmt: skip


def scores(key, rows):
    article = {"id": "a", "text": TEXT, "gold": {"incidents": key}}
    return {score.name: score.value for score in score_sample([article], rows)[0]}


def test_a_right_row_is_right_in_every_measure():
    assert set(scores([gold()], [row()]).values()) == {1.0}


WRONG = {
    "sub_event_type": {"sub_event_type": "Attack"},
    "date": {"date_start": "2025-02-01", "date_end": "2025-02-01"},
    "country": {"country": "IQ"},
    "admin1": {"admin1_name_ar": "حماة"},
    "within_25km": {"latitude": 36.2, "longitude": 37.16},
    "killed": {"killed_high": None},
    "initiators": {"actors": [{"role": "target", "type": 7}, {"role": "initiator", "type": 1}]},
    "targets": {"actors": []},
    "weapon": {"weapon": "sniper"},
}


@pytest.mark.parametrize(("measure", "changes"), WRONG.items(), ids=WRONG)
def test_each_wrong_field_is_wrong_in_its_measure_only(measure, changes):
    verdicts = compare(gold(), row(**changes))
    assert [name for name, ok in verdicts.items() if not ok] == [measure]


def test_unknown_on_both_sides_is_no_case():
    assert "injured" not in compare(gold(), row())


def test_a_row_is_paired_with_the_incident_of_its_own_sentence():
    other = row(evidence_text=SECOND, evidence_start=len(FIRST) + 2, evidence_end=len(TEXT), killed_low=None)
    assert pair_up(TEXT, [gold(), gold(evidence=SECOND, killed=None)], [other, row()]) == {0: 1, 1: 0}


def test_a_row_of_other_words_kind_day_and_place_is_a_false_alarm():
    stray = row(
        evidence_start=len(FIRST) + 2, evidence_end=len(TEXT), sub_event_type="Attack", event_type="Riots",
        date_start="2024-01-01", date_end="2024-01-01", country="IQ", latitude=None, admin1_name_ar=None,
    )  # fmt: skip
    measured = scores([gold()], [stray])
    assert (measured["precision"], measured["recall"], measured["usable"]) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("rows", [[], [row()]], ids=["silent", "told"])
def test_optional_incidents_are_neither_rewarded_nor_punished(rows):
    assert scores([gold(optional=True)], rows) == {}


def test_silence_is_scored_on_articles_without_incidents():
    assert scores([], [row()])["silence"] == 0.0
    assert scores([], [])["silence"] == 1.0


def test_evidence_in_the_title_is_compared_by_its_words():
    in_title = row(evidence_start=None, evidence_end=None)
    assert pair_up("نص آخر", [gold()], [in_title]) == {0: 0}
