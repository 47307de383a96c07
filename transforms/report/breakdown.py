"""Tables over the period's events: by country, governorate, type and actor, the map's points, the outlets.

Values only; what a table looks like is in the templates, single events are in `events`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from transforms.report.events import NEAR, point_key
from transforms.report.view import ActorRow, BreakdownRow, MapPoint, Name, OutletRow
from transforms.trends.change import Change, dispersion_of, rate_change
from transforms.trends.findings import Rows, usual_counts
from transforms.trends.losses import losses_of
from transforms.trends.series import Series

Row = Mapping[str, Any]
Key = tuple[str | None, ...]

HISTORY_SHOWN = 13


def break_down(
    events: Sequence[Row],
    *,
    by: Callable[[Row], Key],
    names: Callable[[Row], Name],
    filters: Callable[[Key], Rows],
    series: Mapping[Key, Series],
    usable: Sequence[bool],
    alerts: Mapping[Key, float] | None = None,
) -> tuple[BreakdownRow, ...]:
    """Return one line a key, most events first, with its change against the usual and its recent history.

    `alerts` gives the keys that stand out with the mean that they were tested against.
    """
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
            alert_baseline=(alerts or {}).get(key),
        )
        for key, group in groups.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.n_events, -line.killed.counted, str(line.key))))


def _line(
    key: Key,
    events: Sequence[Row],
    *,
    name: Name,
    rows: Rows,
    change: Change | None,
    history: tuple[int, ...],
    alert_baseline: float | None,
) -> BreakdownRow:
    return BreakdownRow(
        key=key[-1],
        country=events[0]["country"],
        name=name,
        n_events=len(events),
        killed=losses_of(events, "killed"),
        injured=losses_of(events, "injured"),
        n_civilian=sum(bool(event["civilian_targeting"]) for event in events),
        change=change,
        alert_baseline=alert_baseline,
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
    by_id = {event["event_id"]: event for event in events}
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
            killed=losses_of((by_id[event_id] for event_id in roles["all"]), "killed"),
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
                country=first["country"],
                n_events=len(group),
                killed=losses_of(group, "killed"),
                rows=(("point", (key,)),),
            )
        )
    return tuple(sorted(points, key=lambda point: (-point.n_events, point.latitude, point.longitude)))


def outlet_rows(rows: Iterable[Row]) -> tuple[OutletRow, ...]:
    """Return the outlets of the period, most articles first."""
    return tuple(OutletRow(row["outlet"], row["n_articles"], row["n_articles_with_event"]) for row in rows)
