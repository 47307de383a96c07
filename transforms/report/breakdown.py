"""Tables over the period's events: by country, governorate, type and actor, the map's points, the outlets.

Values only; what a table looks like is in the templates, single events are in `events`.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from transforms.report.events import NEAR, point_key
from transforms.report.view import ActorRow, BreakdownRow, Count, MapPoint, Name, OutletRow
from transforms.trends.change import Change, dispersion_of, rate_change
from transforms.trends.findings import Rows, usual_counts
from transforms.trends.series import Series

Row = Mapping[str, Any]
Key = tuple[str | None, ...]

HISTORY_SHOWN = 13


def add_up(events: Iterable[Row], outcome: str) -> Count:
    """Return the sums of low, best and high; best falls back to low, high to best, and unknown tolls add nothing."""
    low = best = high = 0
    for event in events:
        lowest = event[f"{outcome}_low"] or 0
        likely = event[f"{outcome}_best"]
        likely = lowest if likely is None else likely
        most = event[f"{outcome}_high"]
        low, best, high = low + lowest, best + likely, high + (likely if most is None else most)
    return Count(low, best, high)


def break_down(
    events: Sequence[Row],
    *,
    by: Callable[[Row], Key],
    names: Callable[[Row], Name],
    filters: Callable[[Key], Rows],
    series: Mapping[Key, Series],
    usable: Sequence[bool],
    alerts: Collection[Key] = (),
) -> tuple[BreakdownRow, ...]:
    """Return one line a key, most events first, with its change against the usual and its recent history."""
    groups: dict[Key, list[Row]] = defaultdict(list)
    for event in events:
        groups[by(event)].append(event)
    lines = [
        _line(
            key,
            group,
            name=names(group[0]),
            rows=filters(key),
            change=_change(series.get(key), usable),
            history=series[key].events if key in series else (),
            is_alert=key in alerts,
        )
        for key, group in groups.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.n_events, -(line.killed.best or 0), str(line.key))))


def _line(
    key: Key,
    events: Sequence[Row],
    *,
    name: Name,
    rows: Rows,
    change: Change | None,
    history: tuple[int, ...],
    is_alert: bool,
) -> BreakdownRow:
    return BreakdownRow(
        key=key[-1],
        country=events[0]["country"],
        name=name,
        n_events=len(events),
        n_fatal=sum((event["killed_best"] or event["killed_low"] or 0) > 0 for event in events),
        killed=add_up(events, "killed"),
        injured=add_up(events, "injured"),
        n_civilian=sum(bool(event["civilian_targeting"]) for event in events),
        change=change,
        is_alert=is_alert,
        history=history[-HISTORY_SHOWN:],
        rows=rows,
    )


def _change(series: Series | None, usable: Sequence[bool]) -> Change | None:
    baseline = usual_counts(series.events, usable) if series else []
    if series is None or not baseline:
        return None
    return rate_change(series.events[-1], baseline, dispersion=dispersion_of(baseline))


def actor_rows(events: Sequence[Row]) -> tuple[ActorRow, ...]:
    """Return one line an actor, civilians included, most events first; each event counts once for an actor."""
    involved: dict[str, dict[str, set[str]]] = {}
    names: dict[str, Name] = {}
    killed = {event["event_id"]: event["killed_best"] or event["killed_low"] or 0 for event in events}
    for event in events:
        for actor in event["actors"] or ():
            key = actor["actor_id"] or actor["name_ar"] or actor["text"]
            if not key:
                continue
            names.setdefault(key, Name(actor["name_ar"] or actor["text"], actor["name_en"]))
            roles = involved.setdefault(key, defaultdict(set))
            roles["all"].add(event["event_id"])
            roles["target" if actor["role"] == "target" else "initiator"].add(event["event_id"])
    lines = [
        ActorRow(
            actor_id=key,
            name=names[key],
            n_events=len(roles["all"]),
            n_initiated=len(roles["initiator"]),
            n_targeted=len(roles["target"]),
            killed_best=sum(killed[event_id] for event_id in roles["all"]),
            rows=(("actor", (key,)),),
        )
        for key, roles in involved.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.n_events, line.actor_id)))


def map_points(events: Sequence[Row]) -> tuple[MapPoint, ...]:
    """Return the points of the map, the biggest first, so that smaller ones are drawn above them."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for event in events:
        if key := point_key(event):
            groups[key].append(event)
    points = []
    for key, group in groups.items():
        first, is_exact = group[0], group[0]["where_precision"] <= NEAR
        admin1 = Name(first["admin1_name_ar"], first["admin1_name_en"])
        place = Name(first["place_name_ar"], first["place_name_en"])
        points.append(
            MapPoint(
                latitude=first["latitude"],
                longitude=first["longitude"],
                name=place if is_exact and (place.ar or place.en) else admin1,
                is_exact=is_exact,
                n_events=len(group),
                killed_best=add_up(group, "killed").best or 0,
                rows=(("point", (key,)),),
            )
        )
    return tuple(sorted(points, key=lambda point: (-point.n_events, point.latitude, point.longitude)))


def outlet_rows(rows: Iterable[Row]) -> tuple[OutletRow, ...]:
    """Return the outlets of the period, most articles first."""
    return tuple(OutletRow(row["outlet"], row["n_articles"], row["n_articles_with_event"]) for row in rows)
