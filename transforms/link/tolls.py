"""What many reports say of one number: least, most, and the figure that holds.

Where they differ is `contested`; which reports are of one event, `cluster`.
"""

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
_WIDE = 4
OUTCOMES = ("killed", "injured", "abducted", "detained")


@dataclasses.dataclass(frozen=True, slots=True)
class Figure:
    """One outlet's number: the latest that it gives."""

    value: int
    at: float
    source: str


def toll_columns(members: Sequence[Row]) -> dict[str, int | None]:
    """Return low, best and high of each outcome over `members`."""
    columns: dict[str, int | None] = {}
    for outcome in OUTCOMES:
        low, high = spread([(row[f"{outcome}_low"], row[f"{outcome}_high"]) for row in members])
        best = best_figure(members, f"{outcome}_best")
        columns |= {f"{outcome}_low": low, f"{outcome}_best": best, f"{outcome}_high": high}
    return columns


def spread(ranges: Sequence[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    """Return the least low and the most high; high is open (None) when an "at least" passes every stated high."""
    lows = [low for low, _ in ranges if low is not None]
    highs = [high for _, high in ranges if high is not None]
    if not lows:
        return None, None
    most = max(highs, default=None)
    return min(lows), None if most is None or max(lows) > most else most


def best_figure(members: Sequence[Row], column: str) -> int | None:
    """Return the figure that holds, from the articles' own news where they have one, else from background.

    It is the one that most outlets give in their latest report (then the later, then the higher), unless a later
    report has a higher one: a toll that rises replaces the earlier. A jump to more than twice needs two outlets. Words
    for a number ("عشرات", dozens) hold where nobody counts.
    """
    news = [row for row in members if row["salience"] == "main"]
    counted = [row for row in news if not _is_word_for_number(row, column)]
    figures = _figures(counted, column) or _figures(news, column) or _figures(members, column)
    if not figures:
        return None
    outlets = Counter(figure.value for figure in figures)
    latest = {value: max(figure.at for figure in figures if figure.value == value) for value in outlets}
    common = max(outlets, key=lambda value: (outlets[value], latest[value], value))
    risen = [
        value
        for value in outlets
        if value > common and latest[value] > latest[common] and (value <= 2 * common + 5 or outlets[value] > 1)
    ]
    return max(risen, key=lambda value: (latest[value], value)) if risen else common


def _is_word_for_number(row: Row, column: str) -> bool:
    """Whether a range is as wide as dozens (20 to 99) or hundreds are."""
    low, high = (row[column.replace("_best", bound)] for bound in ("_low", "_high"))
    return low is not None and high is not None and high > _WIDE * low


def _figures(members: Sequence[Row], column: str) -> list[Figure]:
    """Return one figure an outlet: that of its latest report, the higher of two at once."""
    latest: dict[str, Figure] = {}
    for row in members:
        if row[column] is None:
            continue
        at = row["published_at"].timestamp() if row["published_at"] else float("-inf")
        figure = Figure(row[column], at, row["source_id"] or "")
        known = latest.get(figure.source)
        if known is None or (figure.at, figure.value) > (known.at, known.value):
            latest[figure.source] = figure
    return list(latest.values())
