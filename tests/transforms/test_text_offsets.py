"""Laws of the matching copy: every token leads back to the text as published, and folding twice changes nothing."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.lexicon.compile import compile_lexicon
from transforms.text.clean import trick_spans
from transforms.text.document import read_document
from transforms.text.normalize import normalize, normalize_name
from transforms.text.offsets import fold

ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0653\u0654"
FORMS = "\ufefb\ufed7\ufe98\ufede\ufdf2\ufe8d\ufef5\ufb56\ufc60"
CONTROLS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2069\u061c\ufeff\u00ad"
OTHERS = "\u0640\u06cc\u06a9\u06c1\u067e\u06af\u0686\u06a4\u2026\u00a0٠١٢٣٤٥٦٧٨٩۰۵,.،؛؟!:()«»\"'-_#@/|*~\n \t"
BROKEN = (
    "قـ.ـتـ.ل",
    "ا.نـ.فجـ.ار",
    "قـ صـ ف",
    "مسـ ـيرة",
    "ق ص ف",
    "غار.ة",
    "ق*تل",
    "الرياض.وقال",
    "م.م",
    "ال ـقصف",
    "قت1ل",
    "تفجـ💔ـير",
)
WORDS = (
    *BROKEN,
    "قتل", "ثلاثة", "مدنيين", "قُتِلَ", "بقصف", "مدينة", "إدلب", "اليوم", "أمس", "ISIS", "Twitter", "drone2", "١٢", "3,500",
    "🔴", "💔🇵🇸", "👨‍👩‍👧", "#ريف_دمشق", "@user", "https://t.me/x", "\ufed7\ufe98\ufede", "ﷺ", "ﻻ", "…", "و", "ـ", "ــــ", "é", "ß",
)  # fmt: skip

mixed = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(alphabet=ARABIC + MARKS + FORMS + CONTROLS + OTHERS, max_size=12)),
    max_size=25,
).map(" ".join)
glued = st.lists(st.sampled_from(WORDS + tuple(MARKS + FORMS + CONTROLS + OTHERS)), max_size=40).map("".join)
NEWS_BLOCKS = (
    (0x20, 0x7E), (0x300, 0x36F), (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0x2010, 0x2027), (0x2066, 0x2069),
    (0xFB50, 0xFBE8), (0xFE00, 0xFE0F), (0xFE70, 0xFEFC), (0x1F300, 0x1FAFF),
)  # fmt: skip
"""Code points that Arabic pages and posts are made of: Arabic blocks, ASCII, marks, quotes and dashes, emoji."""
news_characters = st.one_of(*(st.characters(min_codepoint=low, max_codepoint=high) for low, high in NEWS_BLOCKS))
LAW = settings(max_examples=60)
anything = st.one_of(mixed, glued, st.text(alphabet=news_characters, max_size=60), st.text(max_size=30))


def copy_of(text: str) -> str:
    """The matching copy of a quoted span, built as for the whole text."""
    return read_document("", text, vocabulary=vocabulary()).text_map.text


def vocabulary() -> frozenset[str]:
    return compile_lexicon().starters


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """The first call takes a second, which a law's first example must not pay."""
    vocabulary()
    trick_spans("قـ.ـتل", vocabulary())


@LAW
@given(anything)
def test_normalizing_twice_changes_nothing(text):
    assert normalize(normalize(text)) == normalize(text)


@LAW
@given(anything)
def test_normalizing_a_name_twice_changes_nothing(text):
    assert normalize_name(normalize_name(text)) == normalize_name(text)


@LAW
@given(anything)
def test_without_tricks_the_copy_is_the_normalized_text(text):
    assert fold(text).text == normalize(text)


@LAW
@given(anything)
def test_trick_spans_are_sorted_and_inside(text):
    spans = trick_spans(text, vocabulary())
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@LAW
@given(anything)
def test_every_character_of_the_copy_leads_into_the_text_in_order(text):
    mapped = fold(text, trick_spans(text, vocabulary()))
    origins = [mapped.origin(i) for i in range(len(mapped.text))]
    assert all(0 <= origin < len(text) for origin in origins)
    assert origins == sorted(origins)


@LAW
@given(anything, anything)
@example("", "قـ.ـتـ.ل ثلاثة في مسـ ـيرة")
@example("", "\ufefb")
def test_every_token_round_trips(title, text):
    document = read_document(title, text, vocabulary=vocabulary())
    for i, word in enumerate(document.words):
        quoted = document.quote(i, i + 1)
        source = document.title if i < document.n_title else document.text
        assert quoted
        assert quoted in source
        if word[0].isalnum() and quoted[0].isalnum() and quoted[-1].isalnum():
            assert word in copy_of(quoted)
        span = document.span(i, i + 1)
        if span is not None:
            assert text[span[0] : span[1]] == quoted


@LAW
@given(anything)
def test_token_spans_of_the_text_are_in_order(text):
    document = read_document("", text, vocabulary=vocabulary())
    spans = [document.span(i, i + 1) for i in range(len(document.words))]
    starts = [span[0] for span in spans if span]
    assert starts == sorted(starts)


@LAW
@given(anything, anything)
def test_sentences_are_disjoint_and_in_order(title, text):
    document = read_document(title, text, vocabulary=vocabulary())
    ends = [0, *(sentence.last for sentence in document.sentences)]
    assert all(end <= s.first < s.last for end, s in zip(ends, document.sentences, strict=False))
    assert all(s.last <= document.n_title or s.first >= document.n_title for s in document.sentences)


@LAW
@given(
    st.lists(st.sampled_from(("قتل", "قصف", "انفجار", "مسيرة", "اعتقال", "غارة")), min_size=1, max_size=6), st.data()
)
def test_stretched_letters_are_put_together_again(words, data):
    """ "قـ.ـتـ.ل": a separator between stretched letters, anywhere in a word."""
    broken = []
    for word in words:
        at = data.draw(st.integers(1, len(word) - 1))
        mark = data.draw(st.sampled_from((".", "-", "*", "_", " ", "..")))
        broken.append(f"{word[:at]}\u0640{mark}\u0640{word[at:]}" if word[at - 1] not in "اودرزذ" else word)
    document = read_document("", " ".join(broken), vocabulary=vocabulary())
    assert document.words == [normalize(word) for word in words]
