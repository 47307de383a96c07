"""Builders of rows that conform to the contracts: a full row from the few values that a test is about."""

import datetime as dt
from typing import Any

from transforms.contracts.ids import content_id
from transforms.contracts.tables import TABLES

NOON = dt.datetime(2024, 3, 2, 12, tzinfo=dt.UTC)


def blank_row(table: str, **values: Any) -> dict[str, Any]:
    """Return a row of `table` with NULL wherever `values` says nothing."""
    return {name: values.get(name) for name in TABLES[table].names} | values


def article_row(text: str = "قتل ثلاثة في الموصل", **values: Any) -> dict[str, Any]:
    defaults = {
        "article_id": content_id(text),
        "source_id": "agency",
        "text": text,
        "language": "ar",
        "published_at": NOON,
        "published_precision": "minute",
        "published_basis": "record",
        "fetched_at": NOON,
        "content_sha256": content_id(text) * 4,
        "version": 1,
        "n_chars": len(text),
        "run_id": "run-1",
    }
    return blank_row("articles", **(defaults | values))


def incident_row(article_id: str, /, **values: Any) -> dict[str, Any]:
    defaults = {
        "incident_id": content_id(article_id, str(values.get("trigger_start", 0))),
        "article_id": article_id,
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "salience": "main",
        "date_start": dt.date(2024, 3, 1),
        "date_end": dt.date(2024, 3, 1),
        "date_precision": 1,
        "country": "IQ",
        "admin1_name_ar": "نينوى",
        "admin1_name_en": "Ninewa",
        "admin1_pcode": "IQG15",
        "place_text": "الموصل",
        "place_id": "IQ-mosul",
        "place_name_ar": "الموصل",
        "place_name_en": "Mosul",
        "latitude": 36.34,
        "longitude": 43.13,
        "where_precision": 1,
        "actors": [],
        "casualties": [],
        "evidence_text": "قتل ثلاثة",
        "rule_id": "test",
        "extractor_version": "v1",
        "run_id": "run-1",
    }
    return blank_row("incidents", **(defaults | values))


def extraction_row(article: dict[str, Any], **values: Any) -> dict[str, Any]:
    defaults = {
        "article_id": article["article_id"],
        "content_sha256": article["content_sha256"],
        "extractor_version": "v1",
        "n_incidents": 0,
        "n_rejected": 0,
        "run_id": "run-1",
    }
    return blank_row("extractions", **(defaults | values))
