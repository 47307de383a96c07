"""The columns of one incident from its draft: date, place, actors, toll, weapon, evidence.

One function a group of columns; grouping clauses into drafts is `drafts`, rows are put together in `assemble`.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.dates import DateMention
from transforms.extract.drafts import Draft, Piece
from transforms.extract.numbers import Count
from transforms.extract.outcomes import Casualty
from transforms.extract.toll_agreement import sides_of
from transforms.extract.weapon_codes import main_weapon
from transforms.text.document import Document

_OUTCOMES = ("killed", "injured", "abducted", "detained")
_CIVIL_GROUPS = frozenset(
    {"civilians", "women", "children", "elderly", "medics", "journalists", "aid_workers", "students", "farmers",
     "displaced", "family",
     "workers", "pilgrims", "worshippers", "fishermen", "drivers", "teachers"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Toll:
    """low, best and high of one outcome."""

    low: int | None
    best: int | None
    high: int | None


_ANYBODY = frozenset({"", "unspecified"})
_ONE_PERSON = Toll(1, 1, 1)


def tolls(draft: Draft) -> dict[str, Toll]:
    """Return the totals of each outcome by the codebook: groups of one clause add up, repeats do not."""
    found: dict[str, Toll] = {}
    for outcome in _OUTCOMES:
        body = [p for p in draft.pieces if p.zone != "title" and any(row.outcome == outcome for row in p.casualties)]
        if not any(_is_figure(row, outcome) for piece in body for row in piece.casualties):
            body = draft.pieces
        told = [[row for row in p.casualties if row.outcome == outcome] for p in body]
        told = _without_denials(_by_teller(body, told))
        told, more = _further_dead(told) if outcome == "killed" else (told, [])
        figures = [row for rows in told for row in rows if not row.subset and row.people.count.best is not None]
        strong = any(not row.weak for row in figures)
        told = [[row for row in rows if not (strong and row.weak)] for rows in told]
        totals = [toll for toll in map(_add_up, _without_parts(told)) if toll is not None]
        if totals:
            toll = _with_more(_settle(totals, draft, outcome), more)
            found[outcome] = toll if _is_part(draft, outcome) and not more else _beside_headline(toll, draft, outcome)
    dead = found.get("killed")
    if dead is not None and dead.best and found.get("injured") == _ONE_PERSON and _is_his_own_wound(draft):
        del found["injured"]
    return found


def _adds_up(piece: Piece, rows: Sequence[Casualty]) -> bool:
    """Whether the figures of a clause are added to those before it in its sentence, as it tells nothing again."""
    again = any(act.definite and not act.outcome for act in piece.acts) or any(row.total for row in rows)
    return piece.joint not in {"result", "cause"} and not (
        piece.zone == "title" or piece.reported or (piece.dates and not piece.contrast) or again
    )


def _is_part(draft: Draft, outcome: str) -> bool:
    """Whether the headline's figure is one of those that the body adds up: "10 رجال أمن" of ten and three workers."""
    rows = [(p.zone, row) for p in draft.pieces for row in p.casualties if row.outcome == outcome and not row.subset]
    title = {row.people.count.best for zone, row in rows if zone == "title"}
    return bool(title & {row.people.count.best for zone, row in rows if zone != "title"})


def _beside_headline(toll: Toll, draft: Draft, outcome: str) -> Toll:
    """Return the range of a toll and the headline's figure where they differ a little."""
    title = [row for p in draft.pieces if p.zone == "title" for row in p.casualties if row.outcome == outcome]
    figures = [row.people.count for row in title if not row.subset]
    if len(figures) != 1 or figures[0].quantity != "exact" or toll.best is None or toll.high != toll.best:
        return toll
    if figures[0].best == 1:
        return toll
    return _conflict([toll, _toll(figures[0])]) or toll


def _further_dead(told: Sequence[list[Casualty]]) -> tuple[list[list[Casualty]], list[Casualty]]:
    """Return the clauses without those that tell only further dead ("وقتل آخر في الهجوم"), and their rows."""
    alone = [bool(rows) and all(row.others or row.subset for row in rows) for rows in told]
    if all(alone) or not any(alone[1:]):
        return list(told), []
    first = alone.index(False)
    kept = [rows for i, rows in enumerate(told) if not (alone[i] and i > first)]
    known = {row.people.count.best for rows in kept for row in rows}
    more: dict[int | None, Casualty] = {}
    for i, rows in enumerate(told):
        if alone[i] and i > first:
            more.update({row.people.count.best: row for row in rows if not row.subset})
    fresh = [row for best, row in more.items() if best is None or best == 1 or best not in known]
    return kept, fresh


def _with_more(toll: Toll, more: Sequence[Casualty]) -> Toll:
    """Return a toll with the further dead added."""
    if not more or toll.low is None:
        return toll
    counts = [row.people.count for row in more]
    best = (
        None
        if toll.best is None or any(c.best is None for c in counts)
        else toll.best + sum(c.best or 0 for c in counts)
    )
    high = (
        None
        if toll.high is None or any(c.high is None for c in counts)
        else toll.high + sum(c.high or 0 for c in counts)
    )
    low = toll.low + sum(count.best or 0 for count in counts)
    return Toll(low, best, high)


def _by_teller(pieces: Sequence[Piece], told: Sequence[list[Casualty]]) -> list[list[Casualty]]:
    """Return the rows of clauses together that one sentence adds up: "قتل 42 مسلحا ... بينما قتل 9 جنود"."""
    sums: list[list[Casualty]] = []
    before: Piece | None = None
    for piece, rows in zip(pieces, told, strict=True):
        goes_on = before is not None and before.sentence == piece.sentence and _adds_up(piece, rows)
        goes_on = goes_on and not _is_counted_next(sums[-1], rows)
        if goes_on or (sums and piece.zone != "title" and _is_other_side(sums[-1], rows)):
            sums[-1] = [*sums[-1], *rows]
        else:
            sums.append(rows)
        before = piece
    return sums


def _is_counted_next(told: Sequence[Casualty], rows: Sequence[Casualty]) -> bool:
    """Whether people told without a figure are those that the next clause counts: "مخلفا شهداء", then 17 dead."""
    vague = all(row.people.count.quantity == "plural" and not row.people.group for row in told if not row.subset)
    return vague and any(row.people.count.best is not None and row.people.group in _ANYBODY for row in rows)


def _is_other_side(told: Sequence[Casualty], rows: Sequence[Casualty]) -> bool:
    """Whether a later sentence tells the dead of the other side: "مقتل ثلاثة جنود. وأضاف أن خمسة مسلحين قتلوا"."""
    here, there = sides_of(told), sides_of(rows)
    figures = {row.people.count.best for row in told if not row.subset}
    again = any(row.people.count.best in figures or row.people.count.best is None for row in rows if not row.subset)
    return bool(here and there) and here.isdisjoint(there) and not again and not any(row.total for row in rows)


def _without_denials(told: Sequence[list[Casualty]]) -> list[list[Casualty]]:
    """Return the clauses without "no casualties" where others tell of some."""
    hurt = any(row.people.count.high != 0 for rows in told for row in rows)
    return [[row for row in rows if not (hurt and row.people.count.high == 0)] for rows in told]


def _without_parts(told: Sequence[list[Casualty]]) -> list[list[Casualty]]:
    """Return the clauses without those whose one figure another clause adds up with more: 13, then 13 and 4."""
    wholes = [[row for row in rows if not row.subset] for rows in told]
    added = {row.people.count.best for rows in wholes if len(rows) > 1 for row in rows} - {1}
    return [
        rows
        for rows, whole in zip(told, wholes, strict=True)
        if len(whole) != 1
        or whole[0].total
        or whole[0].people.count.best is None
        or whole[0].people.count.best not in added
    ]


def _is_figure(row: Casualty, outcome: str) -> bool:
    return row.outcome == outcome and not row.subset and row.people.count.quantity != "plural"


def _is_his_own_wound(draft: Draft) -> bool:
    """Whether the one wound that is told is that of one who died of it: "اغتيل فلان ... إصابته بالرصاص"."""
    rows = [row for row in draft.casualties if row.outcome == "injured" and not row.subset]
    nouns = {act.first for act in draft.acts if act.sense == "casualty"}
    dead = {row.people.first for row in draft.casualties if row.outcome == "killed"}
    return all(
        row.people.first in dead or (row.last - row.first == 1 and not row.people.group and row.first not in nouns)
        for row in rows
    )


def _add_up(rows: Sequence[Casualty]) -> Toll | None:
    whole = [row for row in rows if not row.subset]
    total = [row for row in whole if row.total]
    if total:
        return _toll(total[-1].people.count)
    if not whole:
        return None
    kept: list[Casualty] = []
    for row in _without_vague(whole):
        if not any(_same_figure(row, other) for other in kept):
            kept.append(row)
    counts = [row.people.count for row in kept if row.people.count.low != 0] or [kept[0].people.count]
    numbered = [count for count in counts if count.best is not None]
    if numbered and len(numbered) < len(counts):
        joint = [count for count in counts if count.best is None and count.quantity != "plural"]
        if not joint:
            low = sum(count.low or 0 for count in numbered)
            vague = any(count.quantity == "plural" for count in counts)
            return Toll(low, None, None) if vague else Toll(low, low, low)
    low = sum(count.low or 0 for count in counts)
    best = None if any(count.best is None for count in counts) else sum(count.best or 0 for count in counts)
    high = None if any(count.high is None for count in counts) else sum(count.high or 0 for count in counts)
    return Toll(low, best, high)


def _without_vague(rows: Sequence[Casualty]) -> list[Casualty]:
    """Return the rows without bare "قتلى" where a clause counts the dead of no other group: "شهداء ... 17 شهيدا"."""
    counted = any(row.people.count.best is not None and row.people.group in _ANYBODY for row in rows)
    return [row for row in rows if not (counted and row.people.count.quantity == "plural" and not row.people.group)]


def _same_figure(row: Casualty, other: Casualty) -> bool:
    """Whether a row repeats another of its clause: the same words, or one act inside the other's span."""
    overlap = row.people.first < other.people.last and other.people.first < row.people.last
    vague = row.people.count.quantity == "plural" and other.people.count.quantity == "plural"
    same = row.people.count.best is not None and row.people.count.best == other.people.count.best
    apart = row.first > other.last + 1
    return (
        overlap
        or vague
        or (same and apart and (row.people.group in {other.people.group, ""} or other.people.group == ""))
    )


def _toll(count: Count) -> Toll:
    return Toll(count.low, count.best, count.high)


def _settle(totals: Sequence[Toll], draft: Draft, outcome: str) -> Toll:
    """Return the toll that stands: a later total replaces, else the most definite, else the highest."""
    updates = [row.people.count for row in draft.casualties if row.total and row.outcome == outcome]
    if updates:
        return _toll(updates[-1])
    exact = [toll for toll in totals if toll.best is not None]
    firm = [toll for toll in exact if toll.high is None or toll.high == toll.best]
    exact = firm or exact
    conflicting = _conflict(firm)
    if conflicting is not None:
        return conflicting
    if not exact:
        bounded = [toll for toll in totals if toll.high is not None]
        return bounded[0] if bounded else max(totals, key=lambda toll: toll.low or 0)
    open_above = [toll for toll in totals if toll.best is None and (toll.low or 0) > 2]
    best = max(exact, key=lambda toll: (toll.best or 0, toll.high is None))
    return open_above[0] if open_above and (open_above[0].low or 0) > (best.best or 0) else best


def _conflict(exact: Sequence[Toll]) -> Toll | None:
    """Return the range of figures that disagree a little (codebook: conflicting figures are min, min, max)."""
    figures = [toll.best for toll in exact if toll.best]
    if len(set(figures)) < 2 or max(figures) > 1.5 * min(figures) + 1:
        return None
    open_above = any(toll.high is None and toll.best == max(figures) for toll in exact)
    return Toll(min(figures), min(figures), None if open_above else max(figures))


def with_bomber(totals: dict[str, Toll], draft: Draft) -> dict[str, Toll]:
    """Return the tolls of a suicide attack: a count may or may not include the bomber (attackers count).

    A bomber who is only supposed is not counted: "الدلائل تشير إلى أن هجوما انتحاريا".
    """
    killed = totals.get("killed")
    if killed is None or killed.best is None or killed.high != killed.best:
        return totals
    dead = [row for row in draft.casualties if row.outcome == "killed" and not row.subset]
    if killed.best == 1 and all(row.people.group in {"militants", ""} for row in dead):
        return totals  # "أدى إلى مقتله": he himself
    told = [piece for piece in draft.pieces if "suicide" in piece.senses | piece.methods]
    if told and all(any("likely" in verdict.cues for verdict in piece.verdicts) for piece in told):
        return totals
    return {**totals, "killed": Toll(killed.low, killed.best, killed.best + 1)}


def weapon_of(draft: Draft, kind: str | None) -> str | None:
    """Return the weapon code."""
    weapons = {weapon for piece in draft.pieces for weapon in piece.weapons}
    if kind == "Disrupted weapons use" or not weapons:
        weapons |= {weapon for piece in draft.pieces for weapon in piece.things if kind == "Disrupted weapons use"}
    methods = {method.rstrip("?") for piece in draft.pieces for method in piece.methods}
    return main_weapon(weapons, methods, kind, draft.senses)


def evidence_piece(draft: Draft, document: Document) -> tuple[int, int]:
    """Return the tokens [first, last) of the clause that says the incident best: act, toll, place and date together."""
    runs: list[list[Piece]] = []
    for piece in draft.pieces:
        if runs and runs[-1][-1].sentence == piece.sentence and piece.first <= runs[-1][-1].last:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    best = max(runs, key=lambda run: (_detail(run), -run[0].sentence))
    first, last = best[0].first, best[-1].last
    while first < last and document.words[first] in {"\u060c", "-", ")", ":", '"', "\u061b", "."}:
        first += 1
    while last > first + 1 and document.words[last - 1] in {"\u060c", ".", "(", "-", ":", "\u061b", "\n"}:
        last -= 1
    return first, last


def _detail(run: Sequence[Piece]) -> float:
    acts = {act.sense for piece in run for act in piece.acts}
    casualties = sum(len(piece.casualties) for piece in run)
    places = sum(bool(piece.chains) for piece in run)
    dates = sum(bool(piece.dates) for piece in run)
    title = run[0].zone == "title"
    return min(len(acts), 3) + 1.2 * min(casualties, 3) + 1.0 * min(places, 2) + 0.6 * min(dates, 1) - 2.5 * title


def salience_of(draft: Draft, date: DateMention | None, published: dt.date | None) -> str:
    """Return background for what happened well before publication or is told as an earlier incident."""
    if date is None:
        return "background" if draft.first_piece.joint == "background" else "main"
    if published is not None and (published - date.end).days > 3:
        return "background"
    told_before = draft.first_piece.joint == "background" and (published is None or (published - date.end).days >= 1)
    return "background" if told_before and draft.own_date else "main"


def is_civilian_target(draft: Draft, targets: set[int], kind: str) -> bool | None:
    """Return whether civilians were the main or only target; None when the words do not say."""
    if kind in {"Attack", "Abduction/forced disappearance", "Sexual violence"}:
        return True
    if not targets:
        return None
    groups = {row.people.group for row in draft.casualties}
    if targets <= {7} or (groups & _CIVIL_GROUPS and not targets & {1, 2, 3, 8}):
        return True
    return False if not targets & {7} else None
