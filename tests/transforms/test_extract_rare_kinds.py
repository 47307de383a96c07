"""Kinds that are told seldom: mobs, exchanges, bases handed over, mergers, columns; beside each what only looks like it."""

import pytest

from tests.transforms.extract_cases import NOTHING, Case

TOLD = {
    "mob_beats_to_death": Case(
        "هاجم حشد غاضب شابا متهما بالسرقة في مدينة بغداد أمس وضربوه حتى الموت.", {"kind": "Mob violence"}
    ),
    "mob_between_families": Case(
        "وقع شجار بالعصي والحجارة بين عائلتين في مدينة عكار أمس وأصيب خمسة أشخاص.", {"kind": "Mob violence"}
    ),
    "mob_burns_a_shop": Case("أحرق حشد غاضب متجرا في مدينة لاهور أمس.", {"kind": "Mob violence"}),
    "tribes_brawl": Case(
        "اندلعت مشاجرة بين عشيرتين في مدينة العمارة أمس وجرح ثلاثة أشخاص.", {"kind": "Mob violence", "injured": 3}
    ),
    "party_office_burnt_by_crowd": Case(
        "اقتحم متظاهرون مقر حزب في مدينة العمارة أمس وأضرموا فيه النار.",
        {"kind": "Violent demonstration"},
        published="2019-10-26",
    ),
    "prisoner_exchange": Case("تبادل الجيش الوطني والحوثيون عشرين أسيرا في محافظة تعز أمس.", {"kind": "Agreement"}),
    "exchange_operation": Case(
        "جرت عملية تبادل أسرى بين قوات النظام وفصائل المعارضة قرب مدينة الباب أمس.", {"kind": "Agreement"}
    ),
    "handed_over_base": Case(
        "سلمت القوات الأمريكية قاعدة القيارة الجوية إلى الجيش العراقي أمس.",
        {"kind": "Non-violent transfer of territory"},
        published="2020-03-27",
    ),
    "base_taken_over_in_peace": Case(
        "تسلم الجيش اللبناني أمس معسكرا من الفصائل الفلسطينية قرب مدينة صور.",
        {"kind": "Non-violent transfer of territory"},
    ),
    "factions_merge": Case(
        "أعلنت خمسة فصائل معارضة اندماجها في تشكيل عسكري واحد في ريف حلب الشمالي أمس.",
        {"kind": "Change to group/activity"},
        published="2017-05-15",
    ),
    "reinforcements_arrive": Case(
        "دخل رتل عسكري تركي مؤلف من أربعين آلية من معبر كفرلوسين إلى ريف إدلب أمس.",
        {"kind": "Other"},
        published="2020-05-15",
    ),
    "reinforcements_sent": Case("أرسل الجيش السوداني تعزيزات عسكرية إلى مدينة الأبيض أمس.", {"kind": "Other"}),
    "abduction_led_away": Case(
        "اقتاد مسلحون مدير مدرسة من منزله في مدينة تعز إلى جهة مجهولة أمس.",
        {"kind": "Abduction/forced disappearance"},
    ),
    "trees_uprooted": Case(
        "اقتلع مستوطنون خمسين شجرة زيتون في قرية ترمسعيا شمال رام الله أمس.", {"kind": "Looting/property destruction"}
    ),
    "trees_cut_down": Case("قطع مستوطنون أشجار زيتون في قرية بورين أمس.", {"kind": "Looting/property destruction"}),
    "stabbing": Case("طعن مستوطن فلسطينيا في مدينة الخليل أمس وأصابه بجروح.", {"kind": "Attack", "weapon": "blade"}),
    "claims_responsibility": Case(
        "انفجرت سيارة مفخخة في مدينة العريش أمس وقتلت أربعة، وأعلنت ولاية سيناء مسؤوليتها عن التفجير.",
        {"claimant": "wilayat-sinai"},
    ),
    "intercepted_missile_that_hit_is_an_attack": Case(
        "اعترضت الدفاعات صاروخا فوق مدينة الرياض أمس، لكن شظاياه أصابت حيا سكنيا وقتلت عاملا.",
        {"kind": "Shelling/artillery/missile attack", "killed": 1},
    ),
    "town_falls_to": Case(
        "سقطت مدينة الرمادي بيد تنظيم داعش أمس بعد انسحاب الجيش العراقي.",
        {"kind": "Non-state actor overtakes territory"},
        published="2015-05-18",
    ),
    "executed_by_a_group": Case(
        "نفذ تنظيم داعش حكم الإعدام بحق عشرة مدنيين في مدينة الموصل أمس.",
        {"kind": "Attack"},
        title="أخبار الموصل",
        published="2016-05-15",
    ),
}

NOT_TOLD = {
    "brothers_quarrel": Case("وقعت مشاجرة بين شقيقين في مدينة جدة أمس وأصيب أحدهما.", NOTHING),
    "talks_on_an_exchange": Case("تتواصل المفاوضات حول صفقة تبادل الأسرى في مدينة القاهرة أمس.", NOTHING),
    "prize_handed_over": Case("سلم الوزير جائزة إلى الفائزين في مدينة عمان أمس.", NOTHING),
    "companies_merge": Case("أعلنت شركتان اندماجهما في كيان واحد في مدينة دبي أمس.", NOTHING),
    "column_of_smoke": Case("شوهد عمود دخان فوق مدينة إدلب أمس.", NOTHING),
    "reinforcements_awaited": Case("لا تزال القوات بانتظار تعزيزات عسكرية في مدينة عدن أمس.", NOTHING),
    "executed_by_a_court_s_order": Case(
        "نفذت السلطات العراقية حكم الإعدام بحق عشرة من عناصر داعش في مدينة الناصرية أمس.", NOTHING
    ),
    "views_exchanged": Case("تبادل الوزيران وجهات النظر حول أوضاع الأسرى في مدينة رام الله أمس.", NOTHING),
}


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in TOLD.items()])
def test_kinds_that_are_told_seldom(case):
    assert case.differences() == []


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in NOT_TOLD.items()])
def test_what_only_looks_like_a_seldom_kind_is_none(case):
    assert case.differences() == []
