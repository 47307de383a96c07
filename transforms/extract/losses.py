"""Clauses that tell nothing but losses: whether they are those of the battle told before them.

The battle itself and its merging are `drafts`; figures at odds are `toll_agreement`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.extract.acts import Act

if TYPE_CHECKING:
    from transforms.extract.drafts import Draft, Piece

_BATTLE = frozenset({"clash", "territory"})
_DEAD = frozenset({"killed", "injured"})
_LOST = frozenset({*_DEAD, "detained"})
_IN_BATTLE = frozenset(
    {"kill", "die", "injure", "casualty", "corpse", "injury", "arrest", "capture", "captive", "missing"}
)
_AGAINST = frozenset({"فيما", "بينما", "بالمقابل"})
_TAKEN = frozenset({"capture", "captive"})


def _only_losses(acts: Sequence[Act]) -> bool:
    """Whether acts tell who was killed, hurt or taken and nothing else; an arrest alone is an incident of its own."""
    if not acts or not all(act.outcome in _LOST and act.sense in _IN_BATTLE for act in acts):
        return False
    return any(act.outcome in _DEAD or act.sense in _TAKEN for act in acts)


def of_other_side(draft: "Draft", piece: "Piece") -> bool:
    """Whether a clause adds the other side's losses to a battle: "فيما قتل من جانب المقاومة ثمانية".

    "استشهد ثلاثة بينما أصيب آخرون في قصف استهدف المتجر" goes on with the raid that killed the three.
    """
    if piece.joint != "new" or not piece.casualties:
        return False
    before = {row.outcome for row in draft.casualties}
    more = all(row.others and row.outcome not in before for row in piece.casualties if not row.subset)
    if more and _only_losses(draft.acts) and not any(told.chains for told in draft.pieces):
        return True
    if not _only_losses(piece.acts):
        return False
    if piece.contrast and _only_losses(draft.acts):
        # "مقتل 22 من الحوثيين، في حين قتل سبعة من المقاومة": one of the clauses may say where.
        apart = (piece.dates and any(before.dates for before in draft.pieces)) or (
            piece.chains and any(before.chains for before in draft.pieces)
        )
        return not (apart or piece.methods or any(row.others for row in piece.casualties))
    return bool(draft.families & _BATTLE) and not (piece.dates or piece.chains or piece.methods or piece.sites)


def is_contrast(words: Sequence[str], i: int) -> bool:
    """Whether token `i` opens a clause that is set against the one before it."""
    word = words[i].removeprefix("و")
    return word in _AGAINST or (word == "في" and words[i + 1 : i + 2] in (["حين"], ["المقابل"]))


def of_that_battle(earlier: "Draft", later: "Draft", *, gap: int) -> bool:
    """Whether a draft tells the losses of a battle told just before: "وأفادت المصادر بأن 14 مسلحا قتلوا وأسر 40"."""
    if gap > 1 or later.own_place or later.own_date or not earlier.families & _BATTLE:
        return False
    if later.first_piece.joint in {"background", "turn"} or not _only_losses(later.acts):
        return False
    told = {row.outcome for row in earlier.casualties}
    methods = {method for piece in later.pieces for method in piece.methods}
    return not methods and bool(later.casualties) and not told & {row.outcome for row in later.casualties}
