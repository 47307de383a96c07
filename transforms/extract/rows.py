"""Finished drafts as rows of `incidents`: column names, offsets, identity.

No judgement here: what a row says was decided in `fields`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from transforms.contracts.ids import content_id
from transforms.extract.casualties import Casualty
from transforms.extract.fields import ActorUse, Toll
from transforms.extract.location import Location
from transforms.gazetteer.build import Gazetteer
from transforms.text.document import Document

_OUTCOMES = ("killed", "injured", "abducted", "detained")


def place_columns(location: Location, gazetteer: Gazetteer) -> dict[str, object]:
    """Return the place columns of a location."""
    admin1 = gazetteer.admin1(location.admin1_pcode) if location.admin1_pcode else None
    admin2 = gazetteer.admin2(location.admin2_pcode) if location.admin2_pcode else None
    place = location.place
    return {
        "country": location.country,
        "admin1_name_ar": admin1.name_ar if admin1 else None,
        "admin1_name_en": admin1.name_en if admin1 else None,
        "admin1_pcode": location.admin1_pcode,
        "admin2_name_ar": admin2.name_ar if admin2 else None,
        "admin2_name_en": admin2.name_en if admin2 else None,
        "admin2_pcode": location.admin2_pcode,
        "place_text": location.text or None,
        "place_id": place.place_id if place else None,
        "place_name_ar": place.name_ar if place else None,
        "place_name_en": place.name_en if place else None,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "where_precision": location.precision if location.country or location.latitude is not None else None,
    }


def actor_rows(uses: Sequence[ActorUse], document: Document) -> list[dict[str, object]]:
    """Return the `actors` column."""
    rows: list[dict[str, object]] = []
    for use in uses:
        actor = use.actor
        span = document.span(use.first, use.last) if use.last > use.first else None
        rows.append(
            {
                "role": use.role,
                "actor_id": actor.actor_id if actor else None,
                "name_ar": actor.name_ar if actor else None,
                "name_en": actor.name_en if actor else None,
                "type": use.acled_type,
                "text": document.quote(use.first, use.last) if use.last > use.first else None,
                "start": span[0] if span else None,
                "end": span[1] if span else None,
            }
        )
    return rows


def casualty_rows(casualties: Sequence[Casualty], document: Document) -> list[dict[str, object]]:
    """Return the `casualties` column, repeats left out."""
    rows: list[dict[str, object]] = []
    seen: set[tuple[object, ...]] = set()
    for row in casualties:
        count = row.people.count
        key = (row.outcome, row.people.group, count.low, count.best, count.high)
        if key in seen:
            continue
        seen.add(key)
        first, last = min(row.first, row.people.first), max(row.last, row.people.last)
        span = document.span(first, last)
        rows.append(
            {
                "outcome": row.outcome,
                "group": row.people.group or None,
                "low": count.low,
                "best": count.best,
                "high": count.high,
                "quantity": count.quantity,
                "attributed_to": None,
                "text": document.quote(first, last),
                "start": span[0] if span else None,
                "end": span[1] if span else None,
            }
        )
    return rows


def toll_columns(totals: Mapping[str, Toll]) -> dict[str, int | None]:
    """Return low, best and high of each outcome; untold is None."""
    columns: dict[str, int | None] = {}
    for outcome in _OUTCOMES:
        toll = totals.get(outcome, Toll(None, None, None))
        columns |= {f"{outcome}_low": toll.low, f"{outcome}_best": toll.best, f"{outcome}_high": toll.high}
    return columns


def span_columns(name: str, document: Document, first: int, last: int) -> dict[str, object]:
    """Return text, start and end of some tokens; words of the headline have no offsets in the text."""
    span = document.span(first, last)
    return {
        f"{name}_text": document.quote(first, last),
        f"{name}_start": span[0] if span else None,
        f"{name}_end": span[1] if span else None,
    }


def incident_id(article_id: str, trigger_first: int, order: int) -> str:
    """Return the id of an incident: the article and the trigger's place in it (a list of towns adds its order)."""
    return content_id(article_id, str(trigger_first), str(order) if order else None)


def as_date(value: object) -> dt.date | None:
    """Return the day of a publication time given as date, datetime, ISO string or None."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
