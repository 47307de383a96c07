"""How well predicted events agree with an answer key: found memberships, B-cubed, confusable pairs kept apart.

An article's membership is found when one of its incidents lies in the event's country, within two days, and within
50 km or in the same governorate. Of several, the one of the event's kind and with the toll that the article gives it
counts, then the nearest: an article may tell two events of one town and day.
"""

import dataclasses
import datetime as dt
import math
from collections import defaultdict

from transforms.link.score import kilometres


@dataclasses.dataclass(frozen=True)
class LinkScores:
    found: float
    precision: float
    recall: float
    merged: frozenset

    @property
    def f1(self):
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def score_events(key, told):
    """Compare events of an answer key with `told`: article id -> [(incident row, predicted event id)]."""
    memberships = [(event, member) for event in key for member in event["articles"]]
    found = []
    for event, member in memberships:
        row = find_row(event, member, [row for row, _ in told.get(member["id"], ())])
        if row is not None:
            found.append((event["event_key"], next(name for known, name in told[member["id"]] if known is row)))
    gold, predicted = defaultdict(set), defaultdict(set)
    for number, (name, event) in enumerate(found):
        gold[name].add(number)
        predicted[event].add(number)
    shares = [(len(gold[name] & predicted[event]), len(predicted[event]), len(gold[name])) for name, event in found]
    events_of = defaultdict(set)
    for name, event in found:
        events_of[name].add(event)
    pairs = {frozenset((event["event_key"], other)) for event in key for other in event["confusable_with"]}
    merged = frozenset(pair for pair in pairs if set.intersection(*(events_of.get(name, set()) for name in pair)))
    return LinkScores(
        len(found) / max(1, len(memberships)),
        sum(common / n for common, n, _ in shares) / max(1, len(found)),
        sum(common / n for common, _, n in shares) / max(1, len(found)),
        merged,
    )


def find_row(event, member, rows):
    """Return the row by which an article tells an event, None when it has none."""
    fitting = [
        (_unlike(event, member, row), _gap(event, row), n) for n, row in enumerate(rows) if _gap(event, row) is not None
    ]
    return rows[min(fitting)[2]] if fitting else None


def _unlike(event, member, row):
    """Return how many of kind and toll differ from the event as the article tells it."""
    toll = None if row["killed_low"] is None else [row["killed_low"], row["killed_high"]]
    return (row["sub_event_type"] != event["sub_event_type"]) + (
        member["killed"] is not None and toll != member["killed"]
    )


def _gap(event, row):
    """Return how far a telling lies from an event in kilometres and days (20 km a day); None when it does not fit."""
    if row["country"] != event["country"]:
        return None
    day, slack = dt.date.fromisoformat(event["date"]), dt.timedelta(2)
    if not row["date_start"] - slack <= day <= row["date_end"] + slack:
        return None
    point = None if row["latitude"] is None else (row["latitude"], row["longitude"])
    distance = min(999.0, kilometres(point, None if event["lat"] is None else (event["lat"], event["lon"])))
    if distance > 50 and not _same_governorate(row["admin1_name_ar"], event["admin1_ar"]):
        return None
    return round(distance + 20 * abs((row["date_start"] - day).days), 6) if distance < math.inf else None


def _same_governorate(one, other):
    return bool(one) and bool(other) and one.removeprefix("محافظة ") == other.removeprefix("محافظة ")
