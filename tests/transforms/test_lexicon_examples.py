"""Every example sentence of the lexicon files is a test: the entry is found in it, a guarded word names no act in it."""

import functools
from collections.abc import Iterator, Sequence

import pytest

from transforms.extract.acts import Act, ActFinder, Marks
from transforms.extract.phrase_table import PhraseTable
from transforms.lexicon.compile import Tag, compile_lexicon
from transforms.lexicon.schema import read_tsv
from transforms.text.document import read_document
from transforms.text.furniture import _kind_of
from transforms.text.normalize import normalize_name

LEXICON = "transforms.lexicon"
PHRASE_COLUMN = {"verbs": "past", "light_verbs": "past", "nouns": "singular", "combos": "head", "act_guards": "lemma"}

UNREACHED = {
    ("combos", "فرض"),  # the head is in neither verb table
    ("light_verbs", "أنشأ"),  # a verb in hamza is inflected like a weak one
    ("combos", "أنشأ"),
    ("act_guards", "تحرير"),  # guards know a verbal noun by its verb
    ("act_guards", "تصد"),
    ("act_guards", "تصفيه"),
    ("act_guards", "شهداء"),  # and a plural by its singular
    ("act_guards", "مهاجم"),  # no form of any entry
    ("act_guards", "هتف"),
    ("act_guards", "مسيرة"),
    ("act_guards", "قصف", "وابل من"),  # a guard is one word before
}
"""Entries that no text can reach; they wait for the linguist, not for a test."""


@functools.cache
def finder() -> ActFinder:
    return ActFinder(compile_lexicon())


@functools.cache
def cue_table(table: str, column: str) -> PhraseTable[str]:
    """A table of phrases as its reader compiles it, conjunctions and the article before the first word."""
    found = read_tsv(LEXICON, table)
    return PhraseTable(((row["phrase"], row[column]) for row in found), prefixes=("", "و", "ف", "ال"))


def words_of(example: str) -> list[str]:
    return read_document("", example).words


def marked(example: str) -> Marks:
    return finder().mark(words_of(example))


def tags_of(marks: Marks, kind: str) -> Iterator[Tag]:
    for tags in marks.tags:
        yield from (tag for tag in tags if tag.kind == kind)
    for found in marks.phrases.values():
        yield from (tag for _, tag in found if tag.kind == kind)


def named(marks: Marks, act: Act) -> set[str]:
    """Lemmas that an act's tokens may be: a phrase holds the noun that opens it."""
    return {act.lemma} | {tag.key for i in range(act.first, act.last) for tag in marks.tags[i] if tag.kind == "ev"}


def rows(table: str, package: str = LEXICON) -> list:
    column = PHRASE_COLUMN.get(table, "phrase")
    found = [
        row
        for row in read_tsv(package, table)
        if not {(table, row[column]), (table, row[column], row.get("words"))} & UNREACHED
    ]
    return [pytest.param(row, id=f"{number}-{row[column]}") for number, row in enumerate(found)]


def phrase_kinds(table: PhraseTable[str], words: Sequence[str], phrase: str) -> set[str]:
    """Meanings of the matches that are as long as the phrase."""
    length = len(normalize_name(phrase).split())
    matches = [(i, table.match(words, i)) for i in range(len(words))]
    return {match[0] for i, match in matches if match is not None and match[1] - i >= length}


@pytest.mark.parametrize("row", rows("verbs"))
def test_a_verb_names_an_act_in_its_example(row):
    marks = marked(row["example"])
    assert normalize_name(row["past"]) in {lemma for act in marks.acts for lemma in named(marks, act)}


@pytest.mark.parametrize("row", rows("nouns"))
def test_a_noun_names_an_act_in_its_example(row):
    marks = marked(row["example"])
    assert normalize_name(row["singular"]) in {lemma for act in marks.acts for lemma in named(marks, act)}


@pytest.mark.parametrize("row", rows("phrases"))
def test_a_phrase_names_its_act(row):
    acts = marked(row["example"]).acts
    assert (normalize_name(row["phrase"]), row["sense"]) in {(act.lemma, act.sense) for act in acts}


@pytest.mark.parametrize("row", rows("light_verbs"))
def test_a_light_verb_is_tagged(row):
    keys = {tag.key for tag in tags_of(marked(row["example"]), "light")}
    assert normalize_name(row["past"]) in keys


@pytest.mark.parametrize("row", rows("combos"))
def test_a_combo_gives_its_head_the_sense(row):
    acts, head = marked(row["example"]).acts, normalize_name(row["head"])
    by_head = {act.sense for act in acts if act.lemma == head}
    if row["sense"] == "void":
        assert by_head == set()
    elif row["sense"] == "-":
        assert by_head == set()
        assert acts, "the complement names the act"
    else:
        assert row["sense"] in by_head


@pytest.mark.parametrize("row", rows("weapons"))
def test_a_weapon_is_tagged(row):
    found = {(tag.key, tag.value) for tag in tags_of(marked(row["example"]), "weapon")}
    assert (normalize_name(row["phrase"]), row["weapon"]) in found


@pytest.mark.parametrize("row", rows("cues"))
def test_a_cue_is_tagged(row):
    found = {(tag.key, tag.value, tag.extra) for tag in tags_of(marked(row["example"]), "cue")}
    assert (normalize_name(row["phrase"]), row["kind"], row["scope"]) in found


@pytest.mark.parametrize("row", rows("place_words"))
def test_a_place_word_is_tagged(row):
    found = {(tag.key, tag.value) for tag in tags_of(marked(row["example"]), "pw")}
    assert (normalize_name(row["phrase"]), row["value"]) in found


@pytest.mark.parametrize("row", rows("connectives"))
def test_a_connective_joins_as_it_says(row):
    assert row["kind"] in phrase_kinds(cue_table("connectives", "kind"), words_of(row["example"]), row["phrase"])


@pytest.mark.parametrize("row", rows("casualty_cues"))
def test_a_casualty_cue_is_found(row):
    assert row["kind"] in phrase_kinds(cue_table("casualty_cues", "kind"), words_of(row["example"]), row["phrase"])


@pytest.mark.parametrize("row", rows("role_cues"))
def test_a_role_cue_is_found(row):
    assert row["role"] in phrase_kinds(cue_table("role_cues", "role"), words_of(row["example"]), row["phrase"])


@pytest.mark.parametrize("row", rows("act_guards"))
def test_a_guarded_word_names_no_act(row):
    marks, lemma = marked(row["example"]), normalize_name(row["lemma"])
    assert lemma in {tag.key for kind in ("ev", "light") for tag in tags_of(marks, kind)}, "the example shows the word"
    assert lemma not in {act.lemma for act in marks.acts}


@pytest.mark.parametrize("row", rows("furniture", "transforms.text"))
def test_a_furniture_line_is_known_by_its_opening(row):
    words = words_of(row["example"])
    kind = row["kind"].removeprefix("alone_").removeprefix("below_").replace("aside", "line")
    assert _kind_of(words, 0, len(words), below=True) == kind
