"""What a sentence only speaks of: acts that are praised, reviewed, asked about or judged, or go on around its news.

Which words say so are cues of `realis`; here is which acts they bear on, and which drafts tell nothing but such acts.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from transforms.extract.acts import Act, Marks
from transforms.extract.earlier import RELATIVES

if TYPE_CHECKING:
    from transforms.extract.drafts import Draft, Piece
    from transforms.extract.reading import Reading

CUES = frozenset({"topic", "comment", "question", "amid", "ground", "answer", "matter"})
"""topic: under a verb of opinion; comment: with its judgement behind it; question; amid: going on around the news;
ground: a pretext; answer: what others of its kind are answered by; matter: what goes on somewhere."""
_STOPS = frozenset({".", "?", "\n", "\u061b", "\u060c"})
_CARRIED_FROM, _BEHIND = 6, 2
_GOING_ON = frozenset({"استمرار", "تواصل", "تصاعد", "تكثيف", "تجدد", "توسيع", "تصعيد"})
_COUNTED_DAYS = frozenset({"لليوم", "اليوم", "امس", "صباح", "فجر", "مساء"})
_NEAR = 10
_NISBA = ("ي", "يه")
"""Endings of the adjectives that follow an act not known before: "قصف مدفعي", "عملية عسكرية"."""
_FEW = 2
"""From this many people on a toll is news, whatever is said of it."""
_DAY = 2
_FEATURE = frozenset({"question", "expert", "voice"})
_OPENING = 4
"""Tokens of a headline in which its kind is told: "خبير عسكري: ...", "كيف ...", "من أعلام القدس"."""


def spoken_cues(words: Sequence[str], marks: Marks, act: Act, cues: Collection[str], first: int) -> set[str]:
    """Return which of `cues` make `act` one that is only spoken of."""
    found = set(CUES.intersection(cues))
    if not found:
        return set()
    if act.is_verb:
        return found & ({"topic", "question"} if act.shape == "pres" else {"question"})
    if not _is_known(words, act):
        found.discard("comment")
    if not (act.definite or words[act.first - 1] in _GOING_ON) or _is_news(words, marks, act, first):
        found.discard("amid")
    if act.shape != "pl":
        found.discard("answer")
    told = _is_carried(words, marks, act, first) or is_told_behind(words, marks, act)
    return set() if found <= {"topic", "amid", "matter"} and told else found


def is_told_behind(words: Sequence[str], marks: Marks, act: Act) -> bool:
    """Whether a past verb behind a noun not known before tells the act: "هجوما شنه مسلحون", not "الهجوم الذي شنه"."""
    if act.is_verb or act.definite:
        return False
    behind = range(act.last, min(act.last + _BEHIND, len(words)))
    return any(_is_past_verb(marks, j) for j in behind if words[j] not in _STOPS)


def _is_known(words: Sequence[str], act: Act) -> bool:
    """Whether the text takes an act as known: by its article, or as "the storming of the camp" does."""
    after = words[act.last] if act.last < len(words) else ""
    return act.definite or after.startswith("ال") or (act.pos == "m" and not after.endswith(_NISBA))


def is_predicate(words: Sequence[str], j: int) -> bool:
    """Whether the word at `j` says something of the clause before it, and is no relative clause's or a new clause's."""
    return words[j - 1] not in RELATIVES and not words[j].startswith("و")


def _is_news(words: Sequence[str], marks: Marks, act: Act, first: int) -> bool:
    """Whether what goes on around is told with other acts or by its days: "لليوم الثالث على التوالي"."""
    if any(first <= other.first < act.first for other in marks.acts):
        return True
    return any(word in _COUNTED_DAYS for word in words[act.last : act.last + _NEAR])


def _is_carried(words: Sequence[str], marks: Marks, act: Act, first: int) -> bool:
    """Whether a past verb near before tells an act: "اعتبر ... بعدما شن الجيش هجوما"."""
    for j in range(act.first - 1, max(first, act.first - _CARRIED_FROM) - 1, -1):
        if words[j] in _STOPS:
            return False
        if _is_past_verb(marks, j):
            return True
    return False


def _is_past_verb(marks: Marks, j: int) -> bool:
    return any(tag.kind in {"light", "ev"} and tag.pos in {"v", "p"} and tag.shape == "past" for tag in marks.tags[j])


def is_only_spoken_of(reading: "Reading", draft: "Draft") -> bool:
    """Whether a draft names no act but such, nobody is counted among its people and no day stands behind it.

    Under a headline that asks, reviews or portrays, nouns that nobody is said to have done count among them.
    """
    if _counts(draft):
        return False
    acts = [(act, v.cues) for piece in draft.pieces for act, v in zip(piece.acts, piece.verdicts, strict=True)]
    rest = [act for act, cues in acts if CUES.isdisjoint(cues) and not _only_names_people(act)]
    if not rest and any(not CUES.isdisjoint(cues) for _, cues in acts):
        return not any(_has_its_day(piece, reading.document.words) for piece in draft.pieces)
    if not all(_is_unasserted(reading, act) for act in rest) or not _is_feature(reading):
        return False
    dated = draft.own_date and draft.date is not None and draft.date.precision <= _DAY
    return bool(rest) and not dated


def _only_names_people(act: Act) -> bool:
    """Whether an act is no more than people known to have been hurt: "المصابين", "الشهداء"."""
    return act.sense == "casualty" and act.definite and not act.is_verb


def _counts(draft: "Draft") -> bool:
    return any(
        (row.people.count.low or 0) >= _FEW and row.people.count.best is not None and not row.subset
        for row in draft.casualties
    )


def _is_feature(reading: "Reading") -> bool:
    """Whether the headline asks a question, is an expert's or a newspaper's, or names a portrait or a list."""
    words, marks = reading.document.words, reading.marks
    for title in (sentence for sentence in reading.document.sentences if sentence.zone == "title"):
        if "?" in words[title.first : title.last + 1]:
            return True
        for j in range(title.first, min(title.last, title.first + _OPENING)):
            if any(kind in _FEATURE for kind, _ in marks.cues.get(j, ())):
                return True
    return False


def _is_unasserted(reading: "Reading", act: Act) -> bool:
    """Whether nobody is said to have done what a noun names, or a present verb tells a habit; harm told is asserted."""
    if act.is_verb:
        return act.shape == "pres"
    words = reading.document.words
    return not act.outcome and not _is_carried(words, reading.marks, act, max(0, act.first - _CARRIED_FROM))


def _has_its_day(piece: "Piece", words: Sequence[str]) -> bool:
    """Whether a day stands behind an act: "الهجوم الذي وقع أمس"; elsewhere the day is the speaker's."""
    begin = min((act.last for act in piece.acts), default=piece.last)
    topic = any("topic" in v.cues and not act.outcome for act, v in zip(piece.acts, piece.verdicts, strict=True))
    days = [date.first for date in piece.dates if date.first >= begin and date.precision <= _DAY]
    return any(not topic or not RELATIVES.isdisjoint(words[begin:day]) for day in days)
