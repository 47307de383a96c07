"""Scores incidents of the bundled sample against its answer key.

A row stands for a coded incident when their words overlap and enough of type, day, place and toll agree; of all
pairings of an article the one with the most agreement counts. Every measure is a share, the more the better.
"""

import datetime as dt
import functools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from tests.eval.scores import Score
from transforms.text.normalize import normalize_name

Row = dict[str, Any]

_UNIT_NOUNS = frozenset(map(normalize_name, ("محافظة", "ولاية", "منطقة", "مدينة", "ريف", "قضاء")))
_LEAST_AGREEMENT = 3.0
_NEAR_KM = 25.0
_TOLLS = ("killed", "injured", "abducted", "detained")
_ROLES = {"initiators": "initiator", "targets": "target"}


def score_sample(articles: Iterable[Row], rows: Iterable[Row]) -> tuple[list[Score], list[str]]:
    """Return the scores and a line for each error; `articles` carry `gold`, `rows` the columns of `incidents`."""
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_article[row["article_id"]].append(row)
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    faults: list[str] = []

    def mark(measure: str, ok: bool, where: str) -> None:
        cases[measure] += 1
        right[measure] += ok
        if not ok:
            faults.append(f"{measure}: {where}")

    for article in articles:
        _score_article(article, by_article[article["id"]], mark)
    return [Score(name, round(right[name] / cases[name], 3), cases[name]) for name in cases], faults


def _score_article(article: Row, rows: list[Row], mark: Any) -> None:
    key = article["gold"]["incidents"]
    partner = pair_up(article["text"], key, rows)
    taken = set(partner.values())
    for number, row in enumerate(rows):
        told = number in taken
        if told and any(key[g]["optional"] for g, r in partner.items() if r == number):
            continue
        mark("precision", told, f"{article['id']} {row['sub_event_type']}: {row['evidence_text'][:120]}")
    if not key:
        mark("silence", not rows, article["id"])
    for g, gold in enumerate(key):
        if gold["optional"]:
            continue
        where = f"{article['id']} {gold['sub_event_type']}: {gold['evidence'][:120]}"
        mark("recall", g in partner, where)
        verdicts = compare(gold, rows[partner[g]]) if g in partner else {}
        for measure, ok in verdicts.items():
            mark(measure, ok, where)
        needed = ("event_type", "date", "admin1", "killed")
        mark("usable", bool(verdicts) and all(verdicts.get(measure, True) for measure in needed), where)


def compare(gold: Row, row: Row) -> dict[str, bool]:
    """Return for each measure that applies to this pair whether the row is right."""
    verdicts = {
        "event_type": gold["event_type"] == row["event_type"],
        "sub_event_type": gold["sub_event_type"] == row["sub_event_type"],
        "date": same_days(gold, row),
        "country": gold["country"] == row["country"],
        "salience": gold["salience"] == row["salience"],
    }
    if gold["admin1_ar"]:
        verdicts["admin1"] = unit_name(gold["admin1_ar"]) == unit_name(row["admin1_name_ar"])
    if gold["where_precision"] == 1 and gold["lat"] is not None:
        verdicts["within_25km"] = kilometres(gold, row) <= _NEAR_KM
    for toll in _TOLLS:
        told = row[f"{toll}_low"] is not None or row[f"{toll}_high"] is not None
        if gold[toll] or told:
            verdicts[toll] = gold[toll] == ([row[f"{toll}_low"], row[f"{toll}_high"]] if told else None)
    for measure, role in _ROLES.items():
        meant = {actor["type"] for actor in gold[measure]}
        named = {actor["type"] for actor in row["actors"] if actor["role"] == role}
        verdicts[measure] = bool(meant & named) if meant else not named
    if gold["weapon"] or row["weapon"]:
        verdicts["weapon"] = gold["weapon"] == row["weapon"]
    return verdicts


def pair_up(text: str, key: list[Row], rows: list[Row]) -> dict[int, int]:
    """Return gold number -> row number, one to one, with the greatest total agreement; rows that agree too little stay alone."""
    worth = [[agreement(text, gold, row) for row in rows] for gold in key]

    @functools.cache
    def best(g: int, free: frozenset[int]) -> tuple[float, tuple[tuple[int, int], ...]]:
        if g == len(key):
            return 0.0, ()
        options = [best(g + 1, free)]
        for r in sorted(free):
            if worth[g][r] >= _LEAST_AGREEMENT:
                total, pairs = best(g + 1, free - {r})
                options.append((total + worth[g][r], ((g, r), *pairs)))
        return max(options, key=lambda option: option[0])

    eligible = frozenset(r for r in range(len(rows)) if any(line[r] >= _LEAST_AGREEMENT for line in worth))
    return dict(best(0, eligible)[1])


def agreement(text: str, gold: Row, row: Row) -> float:
    """Return up to 2 for shared words and 1 each for kind, days, place and number killed."""
    same_unit = unit_name(gold["admin1_ar"]) == unit_name(row["admin1_name_ar"])
    kind = _point_or_half(gold["sub_event_type"] == row["sub_event_type"], gold["event_type"] == row["event_type"])
    place = _point_or_half(kilometres(gold, row) <= _NEAR_KM, same_unit)
    toll = gold["killed"] is not None and gold["killed"][0] == row["killed_low"]
    return 2.0 * shared_words(text, gold["evidence"], row) + kind + place + same_days(gold, row) + toll


def _point_or_half(full: bool, half: bool) -> float:
    return 1.0 if full else 0.5 if half else 0.0


def shared_words(text: str, evidence: str, row: Row) -> float:
    """Return the overlap of two pieces of evidence, as a share of the shorter; by place in the text, else by words."""
    at = text.find(evidence)
    row_start: int | None = row["evidence_start"]
    row_end: int = row["evidence_end"]
    if at >= 0 and row_start is not None:
        start, end = max(at, row_start), min(at + len(evidence), row_end)
        return max(0, end - start) / max(1, min(len(evidence), row_end - row_start))
    ours, theirs = (Counter(normalize_name(words or "").split()) for words in (evidence, row["evidence_text"]))
    return (ours & theirs).total() / max(1, min(ours.total(), theirs.total()))


def same_days(gold: Row, row: Row) -> bool:
    """Return whether the two ranges of days have a day in common."""
    days = [gold["date_start"], gold["date_end"], row["date_start"], row["date_end"]]
    if None in days:
        return False
    start, end, row_start, row_end = (dt.date.fromisoformat(str(day)[:10]) for day in days)
    return start <= row_end and row_start <= end


def unit_name(name: str | None) -> str:
    """Return a first-level unit's name without its kind and articles, for comparison."""
    words = [word for word in normalize_name(name or "").split() if word not in _UNIT_NOUNS]
    return " ".join(word.removeprefix("ال") for word in words)


def kilometres(gold: Row, row: Row) -> float:
    """Return the distance of the two points on the sphere; infinite when one has none."""
    if gold["lat"] is None or row["latitude"] is None:
        return math.inf
    a, b = ((math.radians(y), math.radians(x)) for y, x in (_point(gold), _point(row)))
    cosine = math.sin(a[0]) * math.sin(b[0]) + math.cos(a[0]) * math.cos(b[0]) * math.cos(a[1] - b[1])
    return 6371.0 * math.acos(min(1.0, max(-1.0, cosine)))


def _point(place: Row) -> tuple[float, float]:
    return (place["lat"], place["lon"]) if "lat" in place else (place["latitude"], place["longitude"])
