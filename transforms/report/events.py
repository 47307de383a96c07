"""Rows of the published tables as event views: names, tolls, reports with their quotations, facets.

One event at a time; tables over all events are in `breakdown`, the whole report in `build`.
"""

import datetime as dt
import urllib.parse
from collections.abc import Mapping, Sequence
from typing import Any

from transforms.report.quote import cut_quote, cut_tolls
from transforms.report.view import Count, EventView, Name, Report
from transforms.trends.losses import Outcome, alone

Row = Mapping[str, Any]


# UCDP where_prec: up to 2 the point is the place itself or near it, up to 4 a district or governorate.
NEAR, GOVERNORATE = 2, 4


def admin1_key(row: Row) -> str | None:
    """Return what tells a governorate from others in its country: its P-code, else its name."""
    key: str | None = row["admin1_pcode"] or row["admin1_name_en"] or row["admin1_name_ar"]
    return key


def is_contested(event: Row) -> bool:
    """Return whether the event's reports differ on the toll."""
    return any(claim["field"].startswith(("killed", "injured")) for claim in event["contested"] or ())


def event_view(event: Row, reports: Sequence[Row]) -> EventView:
    """Return the view of one event with the reports behind it, best evidence first."""
    return EventView(
        event_id=event["event_id"],
        date_start=event["date_start"],
        date_end=event["date_end"] or event["date_start"],
        event_type=event["event_type"],
        sub_event_type=event["sub_event_type"],
        country=event["country"],
        admin1=Name(event["admin1_name_ar"], event["admin1_name_en"]),
        place=Name(event["place_name_ar"], event["place_name_en"]),
        where_precision=event["where_precision"],
        latitude=event["latitude"],
        longitude=event["longitude"],
        initiators=_actor_names(event, "initiator"),
        targets=_actor_names(event, "target"),
        killed=toll(event, "killed"),
        killed_shared=event["killed_shared"],
        n_outlets_shared=event["n_outlets_shared"] or 0,
        injured=toll(event, "injured"),
        weapon=event["weapon"],
        is_civilian_targeting=bool(event["civilian_targeting"]),
        n_reports=event["n_reports"] or len(reports),
        n_sources=event["n_sources"] or 1,
        grade=event["evidence_grade"],
        reports=tuple(report_view(report) for report in reports),
        is_contested=is_contested(event),
        facets=facets_of(event),
    )


def facets_of(event: Row) -> dict[str, tuple[str, ...]]:
    """Return the values by which links select the event; the names are those that `Rows` filters use."""
    return {
        "event": (event["event_id"],),
        "country": (event["country"] or "",),
        "admin1": (admin1_key(event) or "",),
        "type": (event["event_type"],),
        "actor": tuple(sorted({*_actor_keys(event, targets=False), *_actor_keys(event, targets=True)})),
        "initiator": _actor_keys(event, targets=False),
        "target": _actor_keys(event, targets=True),
        "weapon": (event["weapon"] or "",),
        "point": (point_key(event),),
        "killed": _support(event, "killed"),
        "injured": _support(event, "injured"),
        "open": ("1" if event["killed_high"] is None and event["killed_low"] is not None else "0",),
        "civilian": ("1" if event["civilian_targeting"] else "0",),
        "contested": ("1" if is_contested(event) else "0",),
    }


def _actor_keys(event: Row, *, targets: bool) -> tuple[str, ...]:
    """Return what tells the targets, or the actors in any other role, from other actors."""
    actors = (actor for actor in event["actors"] or () if (actor["role"] == "target") == targets)
    keys = {actor["actor_id"] or actor["name_ar"] or actor["text"] for actor in actors}
    return tuple(sorted(key for key in keys if key))


def _support(event: Row, outcome: Outcome) -> tuple[str, ...]:
    """Return by whom an event's dead or injured are told: `counted`, `alone`, both, or neither."""
    is_counted, is_alone = event[f"{outcome}_counted"] > 0, alone(event, outcome) > 0
    return (*(("counted",) if is_counted else ()), *(("alone",) if is_alone else ()))


def point_key(event: Row) -> str:
    """Return what tells the event's point on the map from others, '' where it has none to draw."""
    if event["latitude"] is None or event["longitude"] is None or (event["where_precision"] or 7) > GOVERNORATE:
        return ""
    exact = "e" if event["where_precision"] <= NEAR else "v"
    return f"{event['latitude']:.3f},{event['longitude']:.3f},{exact}"


def report_view(report: Row) -> Report:
    """Return what one article says, its address only when a reader can open it safely."""
    published: dt.datetime | None = report["published_at"]
    return Report(
        incident_id=report["incident_id"],
        outlet=report["outlet"],
        title=report["title"],
        url=safe_url(report["url"]),
        published_date=published.date() if published else None,
        is_background=report["salience"] == "background",
        quote=(*cut_quote(report), *cut_tolls(report)),
        killed=toll(report, "killed"),
        injured=toll(report, "injured"),
    )


def safe_url(url: str | None) -> str | None:
    """Return the address when it is http or https with a host, else NULL: no script, file or data address."""
    if not url:
        return None
    try:
        parts = urllib.parse.urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def toll(row: Row, outcome: str) -> Count:
    """Return low, best and high of one outcome."""
    return Count(row[f"{outcome}_low"], row[f"{outcome}_best"], row[f"{outcome}_high"])


def _actor_names(event: Row, role: str) -> tuple[Name, ...]:
    """Return the names of a side, known actors only where there are any: a wording is no name."""
    actors = [actor for actor in event["actors"] or () if actor["role"] == role]
    known = [actor for actor in actors if actor["actor_id"]] or actors
    return tuple(dict.fromkeys(Name(actor["name_ar"] or actor["text"], actor["name_en"]) for actor in known))
