"""The view of a whole report from the warehouse's tables: series filled, findings drawn, tables added up.

No storage, no words, no layout; each part of the view is made in the module named after it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from transforms.report.breakdown import Key, Row, actor_rows, break_down, map_points, outlet_rows
from transforms.report.events import admin1_key, event_view, is_contested, point_key
from transforms.report.source import ReportTables
from transforms.report.view import BreakdownRow, EventView, Method, Name, ReportView, TrendPoint
from transforms.trends.alerts import false_alarms, find_alerts
from transforms.trends.change import dispersion_of, moving_averages, poisson_interval
from transforms.trends.findings import PeriodFacts, coverage_of, findings_of, usual_counts
from transforms.trends.losses import losses_of, with_counted
from transforms.trends.series import Period, Series, fill_series, periods_between

EVENTS_SHOWN = 1000
# Events beyond these that the page holds too, to show them behind a number.
FURTHER_HELD = 5000


def build_view(tables: ReportTables, *, as_of: dt.datetime | None = None) -> ReportView:
    """Return everything that the report of one period shows; the same tables give the same view.

    `as_of` is the instant whose knowledge the tables hold, NULL for the latest.
    """
    period = Period(tables.period_start, tables.period)
    needs_second = _several_outlets(tables)
    events = [with_counted(_with_admin1(row), needs_second=needs_second) for row in tables.events.to_pylist()]
    periods = periods_between(tables.history_start, period.start, kind=tables.period)
    facts = _facts(tables, periods, events=events, needs_second=needs_second)
    return ReportView(
        period=period,
        country=tables.country,
        as_of=as_of,
        is_partial=not period.is_within(tables.data_start, tables.data_end),
        findings=tuple(findings_of(facts)),
        n_events=len(events),
        n_civilian=sum(bool(event["civilian_targeting"]) for event in events),
        killed=losses_of(events, "killed"),
        injured=losses_of(events, "injured"),
        needs_second=needs_second,
        events=_event_views(events[:EVENTS_SHOWN], tables.evidence),
        further=_event_views(events[EVENTS_SHOWN : EVENTS_SHOWN + FURTHER_HELD], tables.evidence),
        trend=_trend(tables, facts),
        usual=_usual(facts),
        actors=actor_rows(events),
        points=map_points(events),
        n_unmapped=sum(not point_key(event) for event in events),
        outlets=outlet_rows(tables.outlets.to_pylist()),
        coverage=coverage_of(facts),
        method=_method(tables, facts),
        **_breakdowns(tables, facts),
    )


def _event_views(shown: Sequence[Row], evidence: pa.Table) -> tuple[EventView, ...]:
    if not evidence.num_rows or not shown:
        return tuple(event_view(event, ()) for event in shown)
    ids = pa.array([event["event_id"] for event in shown], pa.string())
    reports = _by_event(evidence.filter(pc.is_in(evidence["event_id"], value_set=ids)).to_pylist())
    return tuple(event_view(event, reports.get(event["event_id"], ())) for event in shown)


def _several_outlets(tables: ReportTables) -> bool:
    """Return whether a toll can be seen in two outlets: several were read in the period or tell its events."""
    read: dict[dt.date, int] = {row["period_start"]: row["n_sources"] for row in tables.coverage.to_pylist()}
    n_telling = len(tables.evidence["source_id"].unique()) if tables.evidence.num_rows else 0
    return max(read.get(tables.period_start, 0), n_telling) > 1


def _with_admin1(row: Row) -> dict[str, Any]:
    return {**row, "admin1": admin1_key(row)}


def _by_event(evidence: Sequence[Row]) -> dict[str, list[Row]]:
    reports: dict[str, list[Row]] = defaultdict(list)
    for row in evidence:
        reports[row["event_id"]].append(row)
    return reports


def _facts(
    tables: ReportTables, periods: tuple[Period, ...], *, events: Sequence[Row], needs_second: bool
) -> PeriodFacts:
    rows = [_with_admin1(row) for row in tables.series.to_pylist()]
    read = {row["period_start"]: row for row in tables.coverage.to_pylist()}
    n_articles = [read[period.start]["n_articles"] if period.start in read else 0 for period in periods]
    usable = [
        n_read > 0 and period.is_within(tables.data_start, tables.data_end)
        for n_read, period in zip(n_articles, periods, strict=True)
    ]
    by_admin1 = list(fill_series(rows, periods=periods, by=("country", "admin1")).values())
    by_country = fill_series(rows, periods=periods, by=("country",))
    return PeriodFacts(
        events=events,
        total=fill_series(rows, periods=periods)[()],
        by_country={key[0]: series for key, series in by_country.items() if key[0]},
        by_admin1=by_admin1,
        alerts=find_alerts([one for one in by_admin1 if one.key[1]], usable=usable),
        first_seen=tables.first_seen.to_pylist(),
        n_articles=n_articles,
        n_sources=[read[period.start]["n_sources"] if period.start in read else 0 for period in periods],
        n_sources_panel=max((row["n_sources_panel"] for row in read.values()), default=0),
        needs_second=needs_second,
        usable=usable,
        since=tables.data_start,
        contested=frozenset(event["event_id"] for event in events if is_contested(event)),
    )


def _trend(tables: ReportTables, facts: PeriodFacts) -> tuple[TrendPoint, ...]:
    total = facts.total
    dispersion = dispersion_of(usual_counts(total.events, facts.usable))
    means = moving_averages(total.events, facts.usable)
    points = []
    for index, period in enumerate(total.periods):
        low, high = poisson_interval(total.events[index], dispersion=dispersion)
        best = total.values["killed_best"][index]
        counted = total.values["killed_shared"][index] if facts.n_sources[index] > 1 else best
        points.append(
            TrendPoint(
                period=period,
                n_events=total.events[index],
                moving_average=means[index],
                rate_low=low,
                rate_high=high,
                n_events_panel=total.values["n_events_panel"][index] if facts.n_sources_panel else None,
                killed_counted=counted,
                killed_alone=best - counted,
                killed_low=total.values["killed_low"][index],
                killed_high=total.values["killed_high"][index],
                n_articles=facts.n_articles[index],
                n_sources=facts.n_sources[index],
                is_partial=not period.is_within(tables.data_start, tables.data_end),
            )
        )
    return tuple(points)


def _usual(facts: PeriodFacts) -> float | None:
    counts = usual_counts(facts.total.events, facts.usable)
    return sum(counts) / len(counts) if counts else None


def _method(tables: ReportTables, facts: PeriodFacts) -> Method:
    return Method(
        false_alarms=false_alarms([one for one in facts.by_admin1 if one.key[1]], usable=facts.usable),
        extractor_versions=tables.extractor_versions,
        n_articles_total=tables.n_articles_total,
        n_sources_panel=facts.n_sources_panel,
        n_vague_events=tables.n_vague_events,
        data_start=tables.data_start,
        data_end=tables.data_end,
    )


def _breakdowns(tables: ReportTables, facts: PeriodFacts) -> dict[str, tuple[BreakdownRow, ...]]:
    rows = [_with_admin1(row) for row in tables.series.to_pylist()]
    periods = facts.total.periods
    by_type: Mapping[Key, Series] = fill_series(rows, periods=periods, by=("event_type",))
    by_country: Mapping[Key, Series] = {(country,): series for country, series in facts.by_country.items()}
    by_admin1: Mapping[Key, Series] = {series.key: series for series in facts.by_admin1}
    return {
        "countries": break_down(
            facts.events,
            by=lambda event: (event["country"],),
            names=lambda _: Name(None, None),
            filters=lambda key: (("country", (key[0] or "",)),),
            series=by_country,
            usable=facts.usable,
        ),
        "governorates": break_down(
            facts.events,
            by=lambda event: (event["country"], event["admin1"]),
            names=lambda event: Name(event["admin1_name_ar"], event["admin1_name_en"]),
            filters=lambda key: (("country", (key[0] or "",)), ("admin1", (key[1] or "",))),
            series=by_admin1,
            usable=facts.usable,
            alerts={alert.key: alert.baseline for alert in facts.alerts},
        ),
        "types": break_down(
            facts.events,
            by=lambda event: (event["event_type"],),
            names=lambda _: Name(None, None),
            filters=lambda key: (("type", (key[0] or "",)),),
            series=by_type,
            usable=facts.usable,
        ),
    }
