"""Whether the figures of two drafts can be those of one incident: the same, of another source, vague, or at odds.

Figures come as the casualties of each clause; whether two drafts are one incident is `drafts`.
"""

import dataclasses
from collections.abc import Iterator, Sequence

from transforms.extract.numbers import Count
from transforms.extract.outcomes import Casualty

Told = Sequence[Sequence[Casualty]]
KnownCounts = dict[tuple[str, str], Count]
"""The last figure of an outcome for a group: 12 militants killed."""
_A_LITTLE = 1.5
_ROUND = 10


def toll_agreement(mine: Told, theirs: Told) -> int:
    """Return 1 when the same figure stands in both or the later one is an earlier toll, -1 when both differ."""
    later = [row for rows in theirs for row in rows]
    if later and all(row.weak for row in later):
        return 1
    here, there = _figures(mine), _figures(theirs)
    shared = here.keys() & there.keys()
    if any(here[key] & there[key] for key in shared):
        return 1
    if not shared or any(row.total for row in later) or _in_tens(mine, theirs):
        return 0
    return -1


def differ_a_little(mine: Told, theirs: Told) -> bool:
    """Whether figures are at odds no more than those of two sources are: 14 and 16 dead."""
    here, there = _spans(mine), _spans(theirs)
    pairs = [(here[key][1], there[key][1]) for key in here.keys() & there.keys()]
    return bool(pairs) and all(0 < max(pair) <= _A_LITTLE * min(pair) + 1 for pair in pairs)


def is_denied(told: Told) -> bool:
    """Whether clauses tell only that nobody was hurt."""
    rows = list(_counted(told))
    return bool(rows) and all(row.people.count.high == 0 for row in rows)


def is_within(mine: Told, theirs: Told) -> bool:
    """Whether the later figures lie above earlier ones that are open above: "at least two", then 7."""
    here, there = _spans(mine), _spans(theirs)
    opened = {row.outcome for row in _counted(mine) if row.people.count.high is None}
    shared = here.keys() & there.keys()
    return bool(shared) and all(key in opened and there[key][0] >= here[key][0] for key in shared)


def of_other_sides(mine: Told, theirs: Told) -> bool:
    """Whether figures are of people on other sides: three soldiers, then five gunmen."""
    here, there = sides_of(list(_counted(mine))), sides_of(list(_counted(theirs)))
    return bool(here and there) and here.isdisjoint(there)


_SIDES = {
    **dict.fromkeys(("soldiers", "police", "security_forces"), "state"),
    **dict.fromkeys(("militants",), "armed"),
    **dict.fromkeys(("civilians", "women", "children", "elderly", "students", "farmers", "workers", "family"), "civil"),
}


def sides_of(rows: Sequence[Casualty]) -> frozenset[str]:
    """Return on which sides people stand, nothing when that is not told of all of them."""
    sides = [_side(row) for row in rows if not row.subset]
    return frozenset(sides) if sides and "" not in sides else frozenset()


def _side(row: Casualty) -> str:
    """Return the side of a group; fighters and members ("عناصر") may be anybody's."""
    side = _SIDES.get(row.people.group, "")
    return "" if side == "armed" and row.people.acled_type is None else side


def _in_tens(mine: Told, theirs: Told) -> bool:
    """Whether figures agree as far as one of them is vague: "عشرات القتلى" and "مقتل 42 مسلحا"."""
    here, there = _spans(mine), _spans(theirs)
    shared = here.keys() & there.keys()
    if all(here[key][0] <= there[key][1] and there[key][0] <= here[key][1] for key in shared):
        return True
    # "أكثر من 100 شهيد" and 102: a round figure that is open above, and the one that fills it.
    opened = {row.outcome for row in (*_counted(mine), *_counted(theirs)) if row.people.count.high is None}
    pairs = [(key, sorted((here[key][1], there[key][1]))) for key in shared]
    return all(low == high or (key in opened and low >= _ROUND and high <= 1.2 * low) for key, (low, high) in pairs)


def _spans(told: Told) -> dict[str, tuple[int, int]]:
    """Return between which figures each outcome lies by all that is told of it."""
    found: dict[str, tuple[int, int]] = {}
    for row in _counted(told):
        low, best, high = row.people.count.low or 0, row.people.count.best or 0, row.people.count.high
        known = found.get(row.outcome, (low, high or best))
        found[row.outcome] = min(low, known[0]), max(high or best, known[1])
    return found


def _figures(told: Told) -> dict[str, set[int]]:
    """Return the figures of each outcome, and the sums of those that one clause tells."""
    found: dict[str, set[int]] = {}
    for rows in told:
        counts: dict[str, list[int]] = {}
        for row in _counted([rows]):
            counts.setdefault(row.outcome, []).append(row.people.count.best or 0)
        for outcome, figures in counts.items():
            found.setdefault(outcome, set()).update(figures)
            found[outcome].add(sum(figures))
    return found


def with_known_counts(words: Sequence[str], rows: Sequence[Casualty], known: KnownCounts) -> list[Casualty]:
    """Return the rows of a clause, "المسلحين لقوا حتفهم" (the militants) counted as they were before; `known` grows."""
    counted = []
    for row in rows:
        key, people = (row.outcome, row.people.group), row.people
        if people.count.quantity == "plural" and key in known and words[people.first].startswith("ال"):
            people = dataclasses.replace(people, count=known[key])
        counted.append(dataclasses.replace(row, people=people))
    for row in counted:
        if row.people.group and not row.subset and row.people.count.best is not None and row.people.count.best > 1:
            known[row.outcome, row.people.group] = row.people.count
    return counted


def fills(row: Casualty, vague: Casualty) -> bool:
    """Whether a row has the figure of what another leaves open: 54 dead of "عشرات الشهداء"."""
    figure, count = row.people.count.best or 0, vague.people.count
    opened = count.quantity in {"plural", "tens", "hundreds"} and not vague.people.group
    return opened and row.outcome == vague.outcome and (count.low or 0) <= figure <= (count.high or figure)


def counted_figures(rows: Sequence[Casualty]) -> dict[str, set[int]]:
    """Return the figures told of each outcome."""
    found: dict[str, set[int]] = {}
    for row in _counted([rows]):
        found.setdefault(row.outcome, set()).add(row.people.count.best or 0)
    return found


def _counted(told: Told) -> Iterator[Casualty]:
    return (row for rows in told for row in rows if row.people.count.best is not None and not row.subset)
