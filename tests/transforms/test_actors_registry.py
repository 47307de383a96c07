"""The actor registry: aliases, owners of the same words, ACLED types by country, short forms, composed state forces."""

import collections
import datetime as dt
import itertools
import json
import re
from pathlib import Path

import pytest

from transforms.lexicon.actors import alias_key, load_registry
from transforms.lexicon.schema import read_tsv

PACKAGE = "transforms.lexicon"
REGISTRY = load_registry()
ALIASES = read_tsv(PACKAGE, "actor_aliases")
GENERIC = read_tsv(PACKAGE, "actor_generic")
NOUNS = read_tsv(PACKAGE, "actor_force_nouns")
GOLD = Path(__file__).parents[3] / "shared" / "eval" / "articles.jsonl"
PROCLITIC = r"(?:[وفبلك]|ال|وال|بال|لل)?"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def contains(example: str, alias: str) -> bool:
    return re.search(rf"(?<!\w){PROCLITIC}{re.escape(alias_key(alias))}(?!\w)", alias_key(example)) is not None


def resolve(alias: str, country: str | None, when: str = "2020-01-01") -> str | None:
    actor = REGISTRY.resolve(alias_key(alias), country=country, when=day(when))
    return actor.actor_id if actor else None


def inside(row: dict[str, str]) -> dt.date:
    return day(row["valid_from"] or row["valid_to"] or "2016-06-01")


def test_registry_is_large_enough() -> None:
    assert len(read_tsv(PACKAGE, "actors")) >= 350
    assert len(ALIASES) >= 1500


def test_every_alias_example_holds_its_alias() -> None:
    lost = [row["alias_ar"] for row in ALIASES + GENERIC if not contains(row["example"], _definite_free(row))]
    assert lost == []


def _definite_free(row: dict[str, str]) -> str:
    alias = row["alias_ar"]
    definite = " ".join(f"ال{word}" for word in alias.split())
    if row.get("definite") and not contains(row["example"], alias) and contains(row["example"], definite):
        return definite
    return alias if contains(row["example"], alias) else f"{alias}ا" if " " not in alias else _accusative(alias)


def _accusative(alias: str) -> str:
    return " ".join(f"{word}ا" for word in alias.split())


def test_every_alias_resolves_to_its_actor_where_and_when_it_holds() -> None:
    wrong = [
        (row["alias_ar"], country, row["actor_id"], found.actor_id if found else None)
        for row in ALIASES
        for country in (row["country"].split(",") if row["country"] else [_country_without_own_sense(row)])
        if (found := REGISTRY.resolve(alias_key(row["alias_ar"]), country=country or None, when=inside(row))) is None
        or found.actor_id != row["actor_id"]
    ]
    assert wrong == []


def _country_without_own_sense(row: dict[str, str]) -> str:
    taken = {code for sense in REGISTRY.aliases[alias_key(row["alias_ar"])] for code in sense.countries}
    home = REGISTRY.actor(row["actor_id"]).country
    return home if home and home not in taken else "ZZ"


def test_no_alias_has_two_owners_in_one_country_and_time() -> None:
    clashes = []
    for form, senses in REGISTRY.aliases.items():
        for one, other in itertools.combinations(senses, 2):
            same_kind = (one.kind in {"composed", "country"}) == (other.kind in {"composed", "country"})
            generic = "generic" in (one.kind, other.kind)
            same_place = one.countries & other.countries or not (one.countries or other.countries)
            overlap = (one.valid_from or "0") <= (other.valid_to or "9") and (other.valid_from or "0") <= (
                one.valid_to or "9"
            )
            if one.actor_id != other.actor_id and same_kind and not generic and same_place and overlap:
                clashes.append((form, one.actor_id, other.actor_id))
    assert clashes == []


def test_parents_and_types_are_sound() -> None:
    for actor in REGISTRY.actors.values():
        assert 1 <= actor.type <= 8, actor
        assert not actor.parent_id or actor.parent_id in REGISTRY.actors, actor
        assert not (actor.valid_from and actor.valid_to) or actor.valid_from <= actor.valid_to, actor
        assert re.fullmatch(r"[a-z0-9-]+", actor.actor_id), actor
    for actor_id, _ in REGISTRY.type_rules:
        assert actor_id in REGISTRY.actors
    for anaphor in REGISTRY.anaphors.values():
        assert all(actor_id in REGISTRY.actors for actor_id in anaphor.fallback.values()), anaphor


@pytest.mark.parametrize(
    ("alias", "country", "when", "expected"),
    [
        ("داعش", "SY", "2015-07-01", "isis"),
        ('تنظيم "داعش"', "IQ", "2015-07-01", "isis"),
        ("الحوثيين", "YE", "2015-07-01", "houthi"),
        ("المليشيات الانقلابية", "YE", "2015-08-01", "houthi"),
        ("أنصار الله", "YE", "2024-01-15", "houthi"),
        ("مليشيات الحوثي", "SA", "2015-08-01", "houthi"),
        ("قوات سورية الديموقراطية", "SY", "2018-03-01", "sdf"),
        ("مليشيا قسد", "SY", "2022-01-01", "sdf"),
        ("المقاومة", "YE", "2015-08-01", "ye-popular-resistance"),
        ("المقاومة", "PS", "2024-02-01", "ps-factions"),
        ("المقاومة", "LB", "2024-02-01", "hizbullah"),
        ("المقاومة", "IQ", "2005-02-01", "iq-resistance-2003"),
        ("الجيش الوطني", "YE", "2015-08-01", "ye-army"),
        ("الجيش الوطني", "SY", "2021-08-01", "sna"),
        ("الجيش الوطني", "LY", "2019-08-01", "ly-lna"),
        ("التحالف", "YE", "2015-08-01", "arab-coalition"),
        ("التحالف", "SY", "2016-08-01", "us-coalition"),
        ("الجيش السوري", "SY", "2015-08-01", "sy-regime-forces"),
        ("الجيش السوري", "SY", "2025-03-01", "sy-army-new"),
        ("الأمن العام", "SY", "2025-03-01", "sy-general-security"),
        ("الأمن العام", "LB", "2025-03-01", "lb-gs"),
        ("الدعم السريع", "SD", "2019-06-03", "sd-rsf-state"),
        ("قوات الدعم السريع", "SD", "2024-06-03", "rsf"),
        ("طالبان", "PK", "2015-01-01", "ttp"),
        ("طالبان", "AF", "2015-01-01", "taliban"),
        ("القوات الحكومية", "LY", "2015-01-01", "ly-lna"),
        ("القوات الحكومية", "LY", "2020-01-01", "ly-gna-forces"),
        ("القوات الحكومية", "SY", "2014-01-01", "sy-regime-forces"),
        ("أنصار الشريعة", "LY", "2014-01-01", "ly-ansar-sharia"),
        ("أنصار الشريعة", "YE", "2012-01-01", "aqap"),
        ("الاحتلال", "PS", "2024-01-01", "il-army"),
        ("المرتزقة الروس", "LY", "2020-01-01", "wagner"),
        ("القوات الأفغانية", "AF", "2023-01-01", "taliban"),
        ("الجيش الليبي", "LY", "2011-05-01", "ly-army-pre"),
        ("الجيش الليبي", "LY", "2015-05-01", "ly-lna"),
        ("الطيران الحربي", "YE", "2015-05-01", "arab-coalition"),
        ("الطيران الحربي", "SY", "2015-05-01", "sy-air-force"),
        ("الجيش", "PS", "2024-05-01", "il-army"),
    ],
)
def test_country_and_time_decide_whose_name_it_is(alias: str, country: str, when: str, expected: str) -> None:
    assert resolve(alias, country, when) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الطائرات الحربية الروسية", "ru-air-force"),
        ("المقاتلات الحربية الروسية", "ru-air-force"),
        ("مسيّرة تركية", "tr-air-force"),
        ("المدفعية التركية", "tr-army"),
        ("جنود أتراك", "tr-army"),
        ("جنديان تركيان", "tr-army"),
        ("جنود أميركيين", "us-army"),
        ("طائرة بدون طيار أميركية", "us-air-force"),
        ("زوارق حربية إيرانية", "ir-navy"),
        ("الاستخبارات التركية", "tr-mit"),
        ("الشرطة الفرنسية", "fr-police"),
        ("قوات صهيونية", "il-army"),
        ("جيش إسرائيل", "il-army"),
        ("السلطات الإسرائيلية", "il-government"),
        ("القنصلية الأمريكية", "us-government"),
    ],
)
def test_force_noun_and_nationality_name_the_state(text: str, expected: str) -> None:
    assert resolve(text, "SY", "2019-01-01") == expected


@pytest.mark.parametrize("text", ["قصف اليمن", "هجوم سوريا", "احتلال العراق", "أمن مصر", "الوحدة اليمنية"])
def test_a_noun_before_its_victim_names_no_force(text: str) -> None:
    assert alias_key(text) not in REGISTRY.aliases


@pytest.mark.parametrize(
    ("form", "country"), [("فلسطينيون", "PS"), ("الأتراك", "TR"), ("سوريتان", "SY"), ("العراقيين", "IQ")]
)
def test_nationality_nouns_know_their_country(form: str, country: str) -> None:
    assert REGISTRY.nationals[alias_key(form)] == country


def test_every_force_noun_example_names_a_state_force() -> None:
    keys = REGISTRY.aliases
    for row in NOUNS:
        words = alias_key(row["example"]).split()
        found = [
            " ".join(words[i:j])
            for i in range(len(words))
            for j in range(i + 1, len(words) + 1)
            if " ".join(words[i:j]) in keys
        ]
        assert found, row["example"]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("قوات الأمن", "EG", "eg-police"),
        ("الشرطة", "IQ", "iq-police"),
        ("الجيش", "LB", "lb-army"),
        ("حرس الحدود", "TR", "tr-gendarmerie"),
        ("سلاح الجو", "IL", "il-air-force"),
        ("مسلحون مجهولون", "LY", "unidentified-armed-group"),
        ("المتظاهرون", "IQ", "protesters"),
        ("الجيش", None, "unspecified-army"),
        ("مسلحو العشائر", "IQ", "iq-mobilization-tribal"),
    ],
)
def test_generic_words_follow_the_country(text: str, country: str | None, expected: str) -> None:
    assert resolve(text, country) == expected


@pytest.mark.parametrize("text", ["وزارة الصحة", "المرصد السوري لحقوق الإنسان", "الدفاع المدني", "وكالة الأناضول"])
def test_reporting_bodies_are_not_actors(text: str) -> None:
    assert alias_key(text) in REGISTRY.not_actors
    assert alias_key(text) not in REGISTRY.aliases


@pytest.mark.parametrize(
    ("actor_id", "country", "expected"),
    [
        ("sy-regime-forces", "SY", 1),
        ("sy-regime-forces", "LB", 8),
        ("tr-army", "TR", 1),
        ("tr-army", "SY", 8),
        ("tr-army", "IQ", 8),
        ("il-army", "IL", 1),
        ("il-army", "PS", 8),
        ("il-army", "LB", 8),
        ("il-army", "SY", 8),
        ("il-settlers", "PS", 4),
        ("houthi", "YE", 2),
        ("houthi", "SA", 2),
        ("houthi", "IL", 8),
        ("ye-saleh", "YE", 2),
        ("hizbullah", "LB", 3),
        ("hizbullah", "SY", 8),
        ("hizbullah", "IL", 8),
        ("isis", "IQ", 2),
        ("isis", "TR", 2),
        ("al-qaeda", "AF", 2),
        ("pkk", "TR", 2),
        ("pkk", "IQ", 2),
        ("ypg", "SY", 2),
        ("sdf", "SY", 2),
        ("hts", "SY", 2),
        ("pmf", "IQ", 3),
        ("pmf", "SY", 8),
        ("peshmerga", "IQ", 1),
        ("ye-popular-resistance", "YE", 3),
        ("arab-coalition", "YE", 8),
        ("us-coalition", "SY", 8),
        ("un-unifil", "LB", 8),
        ("sa-army", "SA", 1),
        ("sa-army", "YE", 8),
        ("iq-inis", "SY", 8),
        ("hamas", "PS", 2),
        ("fatah", "LB", 3),
        ("iq-army", None, 1),
        ("iq-tribes", "IQ", 4),
        ("protesters", "SD", 6),
        ("wagner", "LY", 8),
    ],
)
def test_type_is_read_from_the_country(actor_id: str, country: str | None, expected: int) -> None:
    assert REGISTRY.acled_type(actor_id, country) == expected


@pytest.mark.parametrize(
    ("form", "mentions", "country", "expected"),
    [
        ("التنظيم", [("الجيش العراقي", "iq-army"), ("تنظيم الدولة", "isis")], "IQ", "isis"),
        ("الحزب", [("داعش", "isis"), ("حزب الله", "hizbullah")], "LB", "hizbullah"),
        ("الحركة", [("كتائب القسام", "qassam"), ("حركة حماس", "hamas")], "PS", "hamas"),
        ("الجماعة", [("الحوثيون", "houthi")], "YE", "houthi"),
        ("الاحتلال", [], "PS", "il-army"),
        ("الاحتلال", [], "SY", None),
        ("الجيش", [("الحوثيون", "houthi"), ("الجيش التركي", "tr-army")], "SY", "tr-army"),
        ("المقاومة", [], "LB", "hizbullah"),
    ],
)
def test_short_forms_point_back(form: str, mentions: list[tuple[str, str]], country: str, expected: str | None) -> None:
    folded = [(alias_key(alias), actor_id) for alias, actor_id in mentions]
    actor = REGISTRY.resolve_anaphor(alias_key(form), folded, country=country)
    assert (actor.actor_id if actor else None) == expected


def test_every_anaphor_example_holds_its_form() -> None:
    for row in read_tsv(PACKAGE, "actor_anaphors"):
        assert contains(row["example"], row["form"]), row


def test_every_ambiguous_word_is_an_alias_with_a_known_need() -> None:
    forms = REGISTRY.aliases.keys() | REGISTRY.anaphors.keys() | REGISTRY.nationals.keys()
    assert [form for form in REGISTRY.ambiguous if form not in forms] == []
    assert set(REGISTRY.ambiguous.values()) == {"mention", "role"}


def test_person_groups_have_forms_and_no_doubled_lemma() -> None:
    rows = read_tsv(PACKAGE, "person_groups")
    assert len(rows) >= 120
    lemmas = collections.Counter(row["lemma"] for row in rows)
    assert [lemma for lemma, n in lemmas.items() if n > 1] == []
    for row in rows:
        assert row["group"], row
        assert row["acled_type"] in {"", "1", "2", "3", "4", "5", "6", "7", "8"}, row
        assert any(row[column] for column in ("singular", "singular_f", "plural_nom")), row


@pytest.mark.skipif(not GOLD.exists(), reason="annotated articles are not present")
def test_types_agree_with_the_annotated_actors() -> None:
    agree = total = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        for incident in json.loads(line)["gold"]["incidents"]:
            for named in incident["initiators"] + incident["targets"]:
                key, when = alias_key(named["name_ar"]), day(incident["date_start"])
                actor = REGISTRY.resolve(key, country=incident["country"], when=when)
                if actor is not None:
                    total += 1
                    agree += REGISTRY.acled_type(actor.actor_id, incident["country"]) == named["type"]
    assert total >= 460
    assert agree / total >= 0.98
