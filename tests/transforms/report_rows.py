"""Builders of report tables: a report from the few events that a test is about."""

import dataclasses
import datetime as dt

import pyarrow as pa

from tests.rows import blank_row
from transforms.contracts.tables import TABLES

MONDAY = dt.date(2024, 3, 18)
NOON = dt.datetime(2024, 3, 20, 12, tzinfo=dt.UTC)


_SHARED = ("killed_shared", "injured_shared", "n_outlets_shared")
_EVENTS = pa.schema([*TABLES["events"].schema, *(pa.field(name, pa.int32()) for name in _SHARED)])


@dataclasses.dataclass(frozen=True)
class Tables:
    """The tables of one week with ten weeks of history."""

    events: pa.Table
    evidence: pa.Table
    series: pa.Table
    coverage: pa.Table
    outlets: pa.Table
    first_seen: pa.Table
    earlier: pa.Table = dataclasses.field(default_factory=lambda: pa.table({"period_start": []}))
    period: str = "week"
    period_start: dt.date = MONDAY
    history_start: dt.date = MONDAY - dt.timedelta(weeks=10)
    data_start: dt.date = MONDAY - dt.timedelta(weeks=10)
    data_end: dt.date = MONDAY + dt.timedelta(days=6)
    country: str | None = None
    n_vague_events: int = 0
    n_articles_total: int = 100
    extractor_versions: tuple[str, ...] = ("v1",)


def event(event_id="e1", **values):
    defaults = {
        "event_id": event_id, "event_type": "Battles", "sub_event_type": "Armed clash",
        "date_start": MONDAY, "date_end": MONDAY, "date_precision": 1, "country": "SY",
        "admin1_name_ar": "حلب", "admin1_name_en": "Aleppo", "admin1_pcode": "SY02", "where_precision": 4,
        "latitude": 36.2, "longitude": 37.1, "actors": [], "casualties": [], "contested": [],
        "n_reports": 1, "n_sources": 1, "best_incident_id": "i1", "run_id": "r",
    }  # fmt: skip
    shared = {name: values.pop(name, None) for name in _SHARED}
    return blank_row("events", **(defaults | values)) | shared


def report(event_id="e1", incident_id="i1", **values):
    text = "قتل ثلاثة في حلب"
    defaults = {
        "event_id": event_id, "incident_id": incident_id, "article_id": f"a-{incident_id}", "outlet": "وكالة", "source_id": "agency",
        "title": "عنوان", "url": "https://example.org/1", "published_at": NOON, "duplicate_of": None, "salience": "main",
        "evidence_text": text, "evidence_start": 0, "evidence_end": len(text),
        "trigger_text": "قتل", "trigger_start": 0, "trigger_end": 3, "actors": [], "casualties": [], "tolls_elsewhere": [],
        "killed_low": None, "killed_best": None, "killed_high": None, "injured_low": None, "injured_best": None, "injured_high": None,
        "confidence": 0.9,
    }  # fmt: skip
    return defaults | values


def toll(low, best, high):
    return {"killed_low": low, "killed_best": best, "killed_high": high}


def tables(events=(), reports=(), *, history=(), articles=50, n_outlets=3, n_panel=3, first_seen=(), **values):
    """Return the tables; `history` are counts of events in Aleppo in the weeks before, the latest last."""
    series = [_cell(MONDAY - dt.timedelta(weeks=back), count) for back, count in enumerate(reversed(history), 1)]
    series += [_cell(MONDAY, 1, row) for row in events]
    read = articles if isinstance(articles, list) else [articles] * 11
    coverage = [
        {
            "period_start": MONDAY - dt.timedelta(weeks=10 - index),
            "n_articles": count,
            "n_distinct_articles": count,
            "n_sources": n_outlets,
            "n_sources_panel": min(n_panel, n_outlets),
        }
        for index, count in enumerate(read)
        if count
    ]
    return Tables(
        events=pa.Table.from_pylist(list(events), schema=_EVENTS),
        evidence=pa.Table.from_pylist(list(reports)),
        series=pa.Table.from_pylist(series),
        coverage=pa.Table.from_pylist(coverage),
        outlets=pa.Table.from_pylist(
            [{"source_id": "agency", "outlet": "وكالة", "n_articles": 40, "n_articles_with_event": 3}]
        ),
        first_seen=pa.Table.from_pylist(list(first_seen)),
        **values,
    )


def _cell(start, count, row=None):
    row = row or event()
    return {
        "period_start": start, "country": row["country"], "admin1_pcode": row["admin1_pcode"],
        "admin1_name_ar": row["admin1_name_ar"], "admin1_name_en": row["admin1_name_en"], "event_type": row["event_type"],
        "n_events": count, "n_events_panel": count, "killed_shared": row["killed_shared"] or 0,
        "injured_shared": row["injured_shared"] or 0, "killed_low": row["killed_low"] or 0, "killed_best": row["killed_best"] or row["killed_low"] or 0,
        "killed_high": row["killed_high"] or row["killed_best"] or 0, "injured_best": row["injured_best"] or 0, "n_civilian_targeting": 0,
    }  # fmt: skip
