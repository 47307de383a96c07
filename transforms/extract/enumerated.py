"""Attacks that a sentence counts and then tells one by one: "انفجاران، الأول في السوق والثاني قرب المسجد".

Only where each begins, the act that it stands for, and what of the opening belongs to it; the rest is `assemble`.
"""

import dataclasses
from collections.abc import Iterator, Sequence

from transforms.extract.acts import Act, Marks
from transforms.extract.clauses import Clause
from transforms.extract.drafts import Draft
from transforms.extract.families import FAMILY

EACH = "each"
"""Joint of a clause that tells one of the attacks that were counted before it."""
_MARKS = frozenset({"\u060c", "\u061b", ":", "(", "-"})
_ONE = frozenset({"احدهما", "احداهما", "احدها", "احداها"})
_FIRST = frozenset({"الاول", "الاولي"}) | _ONE
_AT = frozenset({"في", "قرب", "امام", "داخل", "خارج", "عند", "وسط", "علي", "شمال", "جنوب", "شرق", "غرب"})
_NEXT = frozenset({"الثاني", "الثانيه", "الاخر", "الاخري", "الثالث", "الثالثه"})
_OF_ITS_KIND = frozenset({"من", "خلال", "منذ", "علي"})
"""Behind an ordinal that counts attacks over time: "الأول من نوعه", "الثاني خلال أسبوع"."""
_COUNTED = frozenset({"strike", "clash", "attack", "abduct"})
_TWO_OR_MORE = frozenset({"du", "pl"})
_DUALS = ("تان", "تين", "ان", "ين")
_MOST = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Enumeration:
    """The acts that a sentence tells one by one: the one that counts them, and where each begins."""

    counted: Act
    starts: tuple[int, ...]
    ordinals: tuple[int, ...]

    def acts(self, acts: Sequence[Act], last: int) -> list[Act]:
        """Return the acts of the sentence with one for each part that names none: "والثاني قرب المسجد"."""
        ends = (*self.starts[1:], last)
        added = [
            dataclasses.replace(
                self.counted, first=i, last=i + 1, shape="sg", definite=False, clitic="", conjunction="", pos="n"
            )
            for start, end, i in zip(self.starts, ends, self.ordinals, strict=True)
            if not any(
                start <= act.first < end and FAMILY.get(act.sense) in _COUNTED and not act.outcome for act in acts
            )
        ]
        return sorted((*acts, *added), key=lambda act: act.first)

    def clauses(self, clauses: Sequence[Clause]) -> list[Clause]:
        """Return the clauses cut where each part begins."""
        return [part for clause in clauses for part in self._cut(clause)]

    def _cut(self, clause: Clause) -> Iterator[Clause]:
        inside = [start for start in self.starts if clause.first <= start < clause.last]
        if not inside:
            yield clause
            return
        if clause.first < inside[0]:
            yield dataclasses.replace(clause, last=inside[0])
        for start, end in zip(inside, (*inside[1:], clause.last), strict=True):
            yield Clause(start, end, EACH)


def enumeration_of(
    words: Sequence[str], marks: Marks, acts: Sequence[Act], first: int, last: int
) -> Enumeration | None:
    """Return the attacks that a sentence tells as first and second, one and the other; None when it does not."""
    ordinal = next((i for i in range(first + 1, last) if words[i] in _FIRST and _opens(words, marks, i)), None)
    counted = _counted(words, marks, acts, first, ordinal) if ordinal is not None else None
    if ordinal is None or counted is None:
        return None
    others = (i for i in range(ordinal + 1, last) if _is_next(words, marks, i))
    ordinals = (ordinal, *others)[:_MOST]
    if len(ordinals) == 1 or not _tells_attack(words, marks, acts, ordinal, ordinals[1]):
        return None
    return Enumeration(counted, tuple(_start(words, marks, i) for i in ordinals), ordinals)


def told_apart(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of a sentence without the one that only counts attacks which are then told one by one.

    What it tells of all of them (day, place, author) holds for each that has none of its own; a toll of all, which no
    part divides, stays with the first.
    """
    parts = [draft for draft in drafts if draft.pieces[0].joint == EACH]
    before = drafts.index(parts[0]) - 1 if parts else -1
    if len(parts) < 2 or before < 0:
        return drafts
    whole = drafts[before]
    for part in parts:
        piece = part.pieces[0]
        piece.chains = piece.chains or [chain for told in whole.pieces for chain in told.chains]
        if not any(told.dates for told in part.pieces):
            piece.dates = [date for told in whole.pieces for date in told.dates]
        piece.roles = piece.roles or [role for told in whole.pieces for role in told.roles]
    divided = {row.outcome for part in parts for row in part.casualties}
    kept = [row for row in whole.casualties if row.outcome not in divided]
    parts[0].pieces[0].casualties = [*kept, *parts[0].pieces[0].casualties]
    return [draft for draft in drafts if draft is not whole]


def are_parts_of_one_count(one: Draft, other: Draft) -> bool:
    """Whether one sentence counts two drafts as two attacks."""
    here, there = one.pieces[0], other.pieces[0]
    return here.joint == there.joint == EACH and here.sentence == there.sentence


def _opens(words: Sequence[str], marks: Marks, i: int) -> bool:
    """Whether the first of several begins at token `i`: behind a mark or a verb behind it, "one" also before a verb."""
    if i + 1 >= len(words) or words[i + 1] in _OF_ITS_KIND or _is_somebody(words, marks, i + 1):
        return False
    after_mark = words[i - 1] in _MARKS or (words[i - 2] in _MARKS and _is_verb(marks, i - 1))
    return after_mark or (words[i] in _ONE and _is_verb(marks, i + 1))


def _is_next(words: Sequence[str], marks: Marks, i: int) -> bool:
    bare = words[i].removeprefix("و")
    if bare not in _NEXT or i + 1 >= len(words) or words[i + 1] in _OF_ITS_KIND:
        return False
    return not _is_somebody(words, marks, i + 1) and (words[i] != bare or _is_verb(marks, i - 1))


def _is_somebody(words: Sequence[str], marks: Marks, i: int) -> bool:
    """Whether one of two is a person: "قتيلان، أحدهما طفل"; "والآخر انتحاري" is an attack."""
    return words[i] not in _AT and marks.has(i, "person") is not None and i not in marks.weapons


def _tells_attack(words: Sequence[str], marks: Marks, acts: Sequence[Act], i: int, end: int) -> bool:
    """Whether a part tells an attack, by what was done, by a weapon or where, and not who was hurt: "في حالة خطرة"."""
    done = any(i - 1 <= act.first < end and not act.outcome and FAMILY.get(act.sense) in _COUNTED for act in acts)
    return done or any(i < j < end for j in marks.weapons) or (words[i] not in _ONE and words[i + 1] in _AT)


def _start(words: Sequence[str], marks: Marks, i: int) -> int:
    """Return where a part begins: at its ordinal, or at the verb before it and what joins that."""
    if words[i][0] == "و" or not _is_verb(marks, i - 1):
        return i
    return i - 2 if words[i - 2] in {"فيما", "بينما", "كما"} else i - 1


def _is_verb(marks: Marks, i: int) -> bool:
    return any(tag.kind in {"ev", "light"} and tag.pos in {"v", "p"} for tag in marks.tags[i])


def _counted(words: Sequence[str], marks: Marks, acts: Sequence[Act], first: int, end: int) -> Act | None:
    """Return the act that is told to have happened twice or more: "هجومين", "انفجرت سيارتان"."""
    before = [a for a in acts if first <= a.first < end and not a.outcome and FAMILY.get(a.sense) in _COUNTED]
    for act in reversed(before):
        if act.shape in _TWO_OR_MORE and not act.is_verb:
            return act
        things = [i for i in marks.weapons if act.first < i < end]
        if act.is_verb and any(words[i].endswith(_DUALS) for i in things):
            return act
    return None
