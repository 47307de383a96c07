"""Finished drafts as rows of `incidents`: column names, offsets, identity.

No judgement here: what a row says was decided in `fields`.
"""

from collections.abc import Mapping, Sequence

from transforms.contracts.ids import content_id
from transforms.extract.fields import Toll
from transforms.extract.location import Location
from transforms.extract.outcomes import Casualty
from transforms.extract.parties import ActorUse
from transforms.gazetteer.build import Gazetteer
from transforms.text.document import Document
from transforms.text.normalize import normalize, normalize_name

_KINDS = frozenset({"مدينه", "محافظه", "قريه", "بلده", "ناحيه", "مديريه", "قضاء", "حي", "منطقه"})
_OUTCOMES = ("killed", "injured", "abducted", "detained")


def place_columns(location: Location, gazetteer: Gazetteer, document: Document) -> dict[str, object]:
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
        "place_text": _written_name(location, document) or location.text or None,
        "place_id": place.place_id if place else None,
        "place_name_ar": place.name_ar if place else None,
        "place_name_en": place.name_en if place else None,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "where_precision": location.precision if location.country or location.latitude is not None else None,
    }


def _written_name(location: Location, document: Document) -> str | None:
    """Return the place name as published, without the conjunction, preposition and kind of place before it."""
    mention = location.mention
    if mention is None:
        return None
    parts = mention.name.split()
    kind = document.words[mention.first]
    known = normalize_name(location.place.name_ar) if location.place else mention.name
    first = mention.first
    if parts[0] in _KINDS and len(parts) > 1 and not known.startswith(parts[0]) and kind.endswith(parts[0]):
        return document.quote(first + 1, mention.last)
    quote = document.quote(first, mention.last)
    if kind.startswith("لل") and parts[0].startswith("ال"):
        return "ا" + _without(quote, kind[:1])
    clitic = kind.removesuffix(parts[0]) if kind.endswith(parts[0]) else ""
    return _without(quote, clitic)


def _without(quote: str, clitic: str) -> str:
    """Return `quote` without the letters of `clitic` at its beginning and the marks on them."""
    if not clitic:
        return quote
    cut = next((k for k in range(1, len(quote)) if normalize(quote[:k]) == clitic), 0)
    while 0 < cut < len(quote) and not normalize(quote[cut]):
        cut += 1
    return quote[cut:]


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
