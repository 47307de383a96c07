"""What a later draft says of the toll and the day told before: the same, another source's, more of it, others.

Figures are compared in `toll_agreement`; whether two drafts are one incident is `drafts`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.extract import dates_calendar as cal
from transforms.extract.outcomes import Casualty
from transforms.extract.toll_agreement import differ_a_little, is_denied, is_within, of_other_sides, toll_agreement

if TYPE_CHECKING:
    from transforms.extract.drafts import Draft

_SEVERAL = 2


def _clauses(draft: "Draft") -> list[list[Casualty]]:
    return [piece.casualties for piece in draft.pieces]


def tolls_agree(earlier: "Draft", later: "Draft") -> int:
    """Return 1 when the figures say that both are one incident, -1 when they speak against it, else 0."""
    mine, theirs = _clauses(earlier), _clauses(later)
    agreement = toll_agreement(mine, theirs)
    if agreement >= 0:
        return agreement
    if not later.own_place and not later.own_date and all(row.weak for rows in theirs for row in rows):
        return 0  # "وكانت الحصيلة السابقة ثمانية قتلى" is at odds with nothing
    again = any(act.definite and not act.outcome for act in later.acts) and not later.own_place
    fits = again and (is_denied(theirs) or of_other_sides(mine, theirs) or is_within(mine, theirs))
    return 0 if fits or _more_of_them(later) else agreement


def sums_up(whole: "Draft", parts: Sequence["Draft"]) -> bool:
    """Whether a draft's dead and wounded are those of several incidents told one by one: 4 dead of 3 and 1."""
    figures = _harm(whole)
    told: list[dict[str, int]] = []
    for part in (_harm(part) for part in parts if part is not whole):
        if part and part not in told:  # the same figures again are the same incident told again
            told.append(part)
    if not figures or len(told) < _SEVERAL or max(figures.values()) < _SEVERAL:
        return False
    return all(figure == sum(part.get(outcome, 0) for part in told) for outcome, figure in figures.items())


def _harm(draft: "Draft") -> dict[str, int]:
    """Return the figure of each outcome told in a draft, nothing when clauses are at odds or leave it open."""
    found: dict[str, int] = {}
    for rows in _clauses(draft):
        counts: dict[str, int] = {}
        for row in rows:
            if row.outcome in {"killed", "injured"} and not row.subset:
                counts[row.outcome] = counts.get(row.outcome, 0) + (row.people.count.best or 0)
        if any(found.get(outcome, count) != count for outcome, count in counts.items()):
            return {}
        found.update(counts)
    return {outcome: count for outcome, count in found.items() if count}


def turns_away(later: "Draft", toll: int, place: int) -> bool:
    """Whether a draft opens another matter ("من جهة أخرى") and neither place nor toll tie it to what was told."""
    return later.first_piece.joint == "turn" and (toll < 0 or place < 2)


def all_over(earlier: "Draft", later: "Draft") -> bool:
    """Whether the earlier toll is that of several areas and the later draft tells of one town, or the other way."""
    there = later.own_place and later.location is not None and later.location.specific
    here = earlier.own_place and earlier.location is not None and earlier.location.specific
    return (there and _is_widespread(earlier)) or (here and not later.own_place and _is_widespread(later))


def _is_widespread(draft: "Draft") -> bool:
    return any(piece.widespread and piece.casualties for piece in draft.pieces)


def differ_slightly(earlier: "Draft", later: "Draft") -> bool:
    """Whether the figures of two drafts are at odds no more than those of two sources are."""
    return differ_a_little(_clauses(earlier), _clauses(later))


def told_otherwise(earlier: "Draft", later: "Draft") -> bool:
    """Whether another source gives its figure of the same dead: "فيما قالت مصادر طبية إن 16 شخصا قتلوا"."""
    if later.own_place or not all(piece.reported for piece in later.pieces if piece.casualties):
        return False
    if not all(act.outcome in {"killed", "injured"} or act.definite for act in later.acts):
        return False
    return differ_slightly(earlier, later)


def _more_of_them(draft: "Draft") -> bool:
    """Whether a draft tells nothing but further dead of what was told before: "وقتل آخر في الهجوم"."""
    rows = [row for row in draft.casualties if not row.subset]
    return bool(rows) and not draft.own_place and all(row.others and row.outcome == "killed" for row in rows)


def dates_agree(earlier: "Draft", later: "Draft") -> bool:
    """Whether two drafts may have happened on one day, as far as each has a date of its own."""
    here, there = earlier.date, later.date
    if here is None or there is None or not later.own_date:
        return True
    if not earlier.own_date:
        # News of the day and "وكانت السلطات أعلنت في يناير تحرير المحافظة": what was months ago is another matter.
        news = earlier.first_piece.zone != "title" and here.precision <= cal.DAYS
        return not news or there.precision < cal.MONTH or there.end >= here.start
    return here.start <= there.end and there.start <= here.end


def dates_better(later: "Draft", earlier: "Draft") -> bool:
    """Whether a later draft tells the day better: a finer date, or any but a vaguer one where there was none."""
    here, there = earlier.date, later.date
    if here is None or there is None:
        return here is None
    if earlier.own_date:
        return there.precision < here.precision
    return there.precision <= cal.WEEK or there.precision <= here.precision
