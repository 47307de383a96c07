"""The events beyond those that a page lists, as plain data that its script shows behind a number.

Values and words only; markup is made by the script, from text alone.
"""

from collections.abc import Sequence
from typing import Any

from transforms.report.edition import GRADES, Edition, encode_values
from transforms.report.view import EventView


def further_rows(editions: Sequence[Edition]) -> list[dict[str, Any]]:
    """Return one object an event: `facets` as in a listed row, its best report, and its words in each language."""
    return [_row(editions, event) for event in editions[0].view.further]


def _row(editions: Sequence[Edition], event: EventView) -> dict[str, Any]:
    row: dict[str, Any] = {
        "facets": {name: encode_values(values) for name, values in event.facets.items() if any(values)},
        "words": {edition.code: _words(edition, event) for edition in editions},
    }
    if event.voices:
        report = event.voices[0]
        row["quote"] = [[piece.text, piece.mark] if piece.mark else [piece.text] for piece in report.quote]
        row |= {"outlet": report.outlet, "title": report.title, "url": report.url}
    return row


def _words(edition: Edition, event: EventView) -> dict[str, str]:
    killed = event.killed
    lost = killed.low is not None or killed.best is not None
    more = len(event.reports) - 1
    words = {
        "day": edition.language.short_date(event.date_start),
        "what": edition.language.event_type(event.sub_event_type),
        "where": edition.place(event),
        "lost": f"{edition.phrase('killed')}: {edition.toll(killed)}" if lost else "",
        "grade": edition.phrase(f"grade_short_{event.grade}") if event.grade in GRADES else "",
        "facts": edition.facts(event),
        "more": edition.phrase("more_reports", reports=edition.language.count(more, "report")) if more > 0 else "",
    }
    return {name: word for name, word in words.items() if word}
