"""Sides that a sentence only seems to give: who speaks, who struck before, whom a pronoun takes up, who shares a name."""

import pytest

from tests.transforms.extract_cases import Case

WAR = "2015-08-15"

OTHER_ACTS = {
    "attack_told_behind_after": Case(
        "قصف الجيش الإسرائيلي بلدات في جنوب لبنان أمس بعد هجوم لحزب الله على ثكنة.", {"by": "il-army"}
    ),
    "own_losses_in_a_strike": Case(
        "أعلن الجيش اللبناني إصابة جندي في قصف إسرائيلي استهدف موقعا في بلدة الخيام أمس.",
        {"by": "il-army", "on": "lb-army"},
    ),
    "who_laid_what_is_defused": Case(
        "فككت القوات العراقية عبوة زرعها تنظيم داعش قرب مدينة الفلوجة أمس.",
        {"by": "iq-army", "on": "isis"},
        published=WAR,
    ),
    "attack_that_was_foiled": Case(
        "أحبطت المقاومة الشعبية هجوما شنه مسلحون حوثيون في مدينة مأرب اليمنية أمس.",
        {"by": "houthi", "on": "ye-popular-resistance"},
        WAR,
    ),
    "coalition_named_by_its_foe": Case(
        "نفذت قوات التحالف الدولي ضد تنظيم داعش تسع غارات جوية على مواقع للتنظيم في مدينة الرقة السورية أمس.",
        {"by": "us-coalition", "on": "isis"},
        WAR,
    ),
}
TAKEN_UP = {
    "object_of_a_relative_clause": Case(
        "المهاجمون الذين قتلتهم الشرطة الأفغانية في مدينة كابل أمس كانوا ثلاثة.",
        {"by": "af-police", "on": "unidentified-armed-group"},
        published=WAR,
    ),
    "object_first": Case(
        "ثلاثة جنود عراقيين يقتلهم داعش قرب مدينة الفلوجة أمس.", {"by": "isis", "on": "iq-army"}, published=WAR
    ),
    "object_first_far": Case(
        "دبابة إسرائيلية من نوع ميركافا استهدفتها كتائب القسام بقذيفة في مدينة رفح أمس.",
        {"by": "qassam", "on": "il-army"},
    ),
    "subject_with_a_pronoun_verb": Case(
        "القرية التي قصفها الجيش الإسرائيلي أمس هي بلدة مركبا جنوبي لبنان.", {"by": "il-army"}
    ),
    "object_behind_a_verbal_noun": Case(
        "استهداف كتائب القسام جنود الاحتلال في حي الزيتون بغزة أمس.", {"by": "qassam", "on": "il-army"}
    ),
}


@pytest.mark.parametrize("case", OTHER_ACTS.values(), ids=OTHER_ACTS.keys())
def test_who_did_another_act_is_no_author(case: Case) -> None:
    assert case.differences() == []


@pytest.mark.parametrize("case", TAKEN_UP.values(), ids=TAKEN_UP.keys())
def test_what_a_pronoun_takes_up_is_hit(case: Case) -> None:
    assert case.differences() == []
