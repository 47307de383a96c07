"""The pages behind the numbers of earlier periods: one a period and language, with its events and a sentence of each.

Rows in, views out; the page is made in `page`, from templates/earlier.html.jinja.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pyarrow as pa

from transforms.report.events import safe_url, toll
from transforms.report.view import Count, Name, TrendPoint
from transforms.report.words import Language
from transforms.trends.series import Period

FOLDER = "earlier"


@dataclasses.dataclass(frozen=True, slots=True)
class EarlierEvent:
    """One event of an earlier period with the sentence of its best report."""

    date_start: dt.date
    sub_event_type: str
    country: str | None
    admin1: Name
    place: Name
    killed: Count
    killed_shared: int | None
    n_sources: int
    evidence: str | None
    outlet: str | None
    title: str | None
    url: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class EarlierPeriod:
    """An earlier period as the report's trend counts it, and its events, the gravest first; `events` may be cut."""

    point: TrendPoint
    events: tuple[EarlierEvent, ...]


def earlier_periods(trend: Sequence[TrendPoint], rows: pa.Table) -> Iterator[EarlierPeriod]:
    """Yield the periods before the last of the trend that have events."""
    points = {point.period.start: point for point in trend[:-1]}
    for start, events in groupby(rows.to_pylist(), key=lambda row: row["period_start"]):
        if start in points:
            yield EarlierPeriod(points[start], tuple(_event(row) for row in events))


def earlier_address(period: Period, language: Language) -> str:
    """Return the address of an earlier period's page, from the report beside its folder."""
    return f"{FOLDER}/{period.kind}-{period.start}-{language.code}.html"


def _event(row: Mapping[str, Any]) -> EarlierEvent:
    return EarlierEvent(
        date_start=row["date_start"],
        sub_event_type=row["sub_event_type"],
        country=row["country"],
        admin1=Name(row["admin1_name_ar"], row["admin1_name_en"]),
        place=Name(row["place_name_ar"], row["place_name_en"]),
        killed=toll(row, "killed"),
        killed_shared=row["killed_shared"],
        n_sources=row["n_sources"] or 1,
        evidence=row["evidence_text"],
        outlet=row["outlet"],
        title=row["title"],
        url=safe_url(row["url"]),
    )
