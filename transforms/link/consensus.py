"""What the reports of one event agree on: one row of `events` from the rows of its members.

Numbers are in `tolls`; disagreements are kept in `contested` with who says what.
"""

import datetime as dt
import functools
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from transforms.contracts.event_types import EVENT_TYPE_OF
from transforms.contracts.incidents import place_columns, where_columns
from transforms.lexicon.schema import read_tsv
from transforms.link.score import kilometres
from transforms.link.tolls import OUTCOMES, Row, spread, toll_columns

_PLACE_COLUMNS = tuple(column.name for column in (*where_columns(), *place_columns()))
_NO_DAY = dt.datetime.max.replace(tzinfo=dt.UTC)
_ONE_PLACE_KM = 15.0
_EXACT_DAY = 2.0
"""Votes of a report that gives one day; one that gives a range shares a vote among its days."""


def merge_reports(event_id: str, members: Sequence[Row], *, run_id: str) -> dict[str, Any]:
    """Return the event's row from its members: incidents with published_at, source_id, duplicate_of, cluster_id.

    Place comes from the most precise report (then date, confidence, first told); day and kind from most stories.
    """
    ranked = sorted(members, key=_rank)
    best = ranked[0]
    kind = agreed_kind(ranked)
    contested = contested_claims(ranked)
    n_sources = count_sources(ranked)
    published = [row["published_at"] for row in members if row["published_at"]]
    return {
        "event_id": event_id,
        "merged_into": None,
        "event_type": EVENT_TYPE_OF[kind],
        "sub_event_type": kind,
        **agreed_dates(ranked),
        **{name: best[name] for name in _PLACE_COLUMNS},
        "actors": gather_actors(ranked),
        "casualties": gather_groups(ranked),
        **toll_columns(ranked),
        "civilian_targeting": _any_flag([row["civilian_targeting"] for row in ranked]),
        "weapon": _first_told(ranked, "weapon"),
        "claimed_by": _first_told(ranked, "claimed_by"),
        "best_incident_id": best["incident_id"],
        "confidence": max((row["confidence"] for row in members if row["confidence"] is not None), default=None),
        "n_reports": len({row["article_id"] for row in members}),
        "n_sources": n_sources,
        "evidence_grade": grade_evidence(ranked, n_sources=n_sources, is_contested=bool(contested)),
        "first_reported_at": min(published, default=None),
        "last_reported_at": max(published, default=None),
        "contested": contested,
        "run_id": run_id,
    }


def _rank(row: Row) -> tuple[Any, ...]:
    confidence = row["confidence"] if row["confidence"] is not None else -1.0
    precision = row["where_precision"] or 9
    return precision, row["date_precision"], -confidence, row["published_at"] or _NO_DAY, row["incident_id"]


def agreed_kind(ranked: Sequence[Row]) -> str:
    """Return the kind that most stories give (the better report where even), the specific word before the general."""
    stories: dict[str, set[str]] = defaultdict(set)
    for row in ranked:
        stories[row["sub_event_type"]].add(_story(row))
    total = sum(len(told) for told in stories.values())
    kind = max(stories, key=lambda name: len(stories[name]))
    for row in read_specific_kinds():
        if row["general"] == kind and len(stories.get(row["specific"], ())) >= float(row["least_share"]) * total:
            return row["specific"]
    return kind


def agreed_dates(ranked: Sequence[Row]) -> dict[str, Any]:
    """Return the days that most stories give; a range counts for each of its days in part.

    Where nobody gives one day, the days that all ranges share are the event's.
    """
    precision = min(row["date_precision"] for row in ranked)
    told = {(_story(row), row["date_start"], row["date_end"]) for row in ranked if row["date_precision"] <= 2}
    if precision == 1:
        day = _most_told_day(told)
        return {"date_start": day, "date_end": day, "date_precision": 1}
    near = [row for row in ranked if row["date_precision"] == precision]
    start, end = max(row["date_start"] for row in near), min(row["date_end"] for row in near)
    if start > end:
        start, end = near[0]["date_start"], near[0]["date_end"]
    return {"date_start": start, "date_end": end, "date_precision": 1 if start == end else precision}


def _most_told_day(told: set[tuple[str, dt.date, dt.date]]) -> dt.date:
    votes: dict[dt.date, float] = defaultdict(float)
    exact: set[dt.date] = set()
    for _, start, end in told:
        n_days = (end - start).days + 1
        exact |= {start} if n_days == 1 else set()
        for offset in range(min(n_days, 7)):
            votes[start + dt.timedelta(offset)] += _EXACT_DAY if n_days == 1 else 1 / n_days
    return min(exact, key=lambda day: (-round(votes[day], 6), day))


def gather_actors(ranked: Sequence[Row]) -> list[dict[str, Any]]:
    """Return one row per role and actor, the oftenest told first, in the words of the best report that names it."""
    first: dict[tuple[str, str], dict[str, Any]] = {}
    reports: Counter[tuple[str, str]] = Counter()
    for row in ranked:
        for actor in row["actors"] or ():
            key = (actor["role"], actor["actor_id"] or actor["name_ar"] or actor["text"] or "")
            first.setdefault(key, dict(actor))
            reports[key] += 1
    return [first[key] for key in sorted(first, key=lambda key: (key[0], -reports[key], key[1]))]


def gather_groups(ranked: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the tolls by outcome and group of people; best is that of the latest report, the higher of two at once."""
    told: dict[tuple[str, str], list[tuple[Row, Row]]] = defaultdict(list)
    for row in ranked:
        for casualty in row["casualties"] or ():
            told[casualty["outcome"], casualty["group"] or ""].append((row, casualty))
    groups = []
    for (outcome, group), claims in sorted(told.items()):
        low, high = spread([(claim["low"], claim["high"]) for _, claim in claims])
        figures = [
            (row["salience"] == "main", row["published_at"] or dt.datetime.min.replace(tzinfo=dt.UTC), claim["best"])
            for row, claim in claims
            if claim["best"] is not None
        ]
        best = max(figures)[2] if figures else None
        groups.append({"outcome": outcome, "group": group or None, "low": low, "best": best, "high": high})
    return groups


def contested_claims(ranked: Sequence[Row]) -> list[dict[str, Any]]:
    """Return each report's claim on every field in which reports differ, by field and incident."""
    claims = []
    for field in (*(f"{outcome}_best" for outcome in OUTCOMES), "sub_event_type", "date_start", "initiator", "place"):
        values = {row["incident_id"]: _claim(row, field) for row in ranked}
        told = {value for value in values.values() if value is not None}
        if len(told) > 1 and (field != "place" or _apart(ranked)):
            claims += [
                {"field": field, "value": value, "incident_id": incident}
                for incident, value in sorted(values.items())
                if value is not None
            ]
    return sorted(claims, key=lambda claim: (claim["field"], claim["incident_id"]))


def _claim(row: Row, field: str) -> str | None:
    """Return what a report says on a field; a vague day or place contests nothing."""
    if field == "date_start":
        return str(row["date_start"]) if row["date_precision"] == 1 else None
    if field == "place":
        return row["place_name_ar"] if row["where_precision"] == 1 else None
    if field == "initiator":
        names = sorted({a["actor_id"] or a["text"] or "" for a in row["actors"] or () if a["role"] == "initiator"})
        return ", ".join(names) or None
    return None if row[field] is None else str(row[field])


def _apart(ranked: Sequence[Row]) -> bool:
    points = {(row["latitude"], row["longitude"]) for row in ranked if row["where_precision"] == 1}
    located = [point for point in points if point[0] is not None]
    return any(kilometres(located[0], point) > _ONE_PLACE_KM for point in located[1:])


def count_sources(members: Sequence[Row]) -> int:
    """Return the number of independent outlets: copies do not count, nor all but the first of a cluster."""
    first: dict[str, Row] = {}
    for row in sorted(members, key=lambda row: (row["published_at"] or _NO_DAY, row["incident_id"])):
        if row["duplicate_of"] is None:
            first.setdefault(_story(row), row)
    return max(1, len({row["source_id"] for row in first.values()}))


def grade_evidence(members: Sequence[Row], *, n_sources: int, is_contested: bool) -> str:
    """Return A several independent sources agree, B several differ, C one source, D background only."""
    if all(row["salience"] == "background" for row in members):
        return "D"
    if n_sources == 1:
        return "C"
    return "B" if is_contested else "A"


def _story(row: Row) -> str:
    return str(row["cluster_id"] or row["duplicate_of"] or row["article_id"])


def _first_told(ranked: Sequence[Row], column: str) -> Any:
    return next((row[column] for row in ranked if row[column] is not None), None)


def _any_flag(flags: Sequence[bool | None]) -> bool | None:
    told = [flag for flag in flags if flag is not None]
    return any(told) if told else None


@functools.cache
def read_specific_kinds() -> tuple[dict[str, str], ...]:
    """Return which specific kind wins over which general one."""
    return tuple(read_tsv(__package__, "specific_kinds"))
