"""The headline findings of a period as structured data, each with the filter that leads to the rows behind it.

Numbers and names only: the sentences are made in `transforms.report`, in each language by its own grammar.
"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from transforms.trends.alerts import Alert
from transforms.trends.change import Change, dispersion_of, rate_change
from transforms.trends.losses import Losses, losses_of, stated
from transforms.trends.series import Series

Row = Mapping[str, Any]
Rows = tuple[tuple[str, tuple[str, ...]], ...]
"""Which rows of the period's events a number counts: pairs of a column and its accepted values; () is all."""

SeenKind = Literal["actor", "admin1", "place", "weapon"]
CoverageLevel = Literal["none", "thin", "usual", "rich", "unknown"]

USUAL_PERIODS = 8
NAMED_AT_MOST = 4
# With fewer earlier periods nearly everything is new, which is no news, and nothing is usual.
SHORTEST_MEMORY = 4
_TELLING = frozenset({"none", "thin", "rich"})


@dataclasses.dataclass(frozen=True, slots=True)
class EventTotal:
    """How many events the period has, against the period before and the usual (the mean of up to eight before).

    `panel` is the same on the `n_sources_panel` outlets that were read in every complete period; NULL where these are
    all outlets or none.
    """

    n_events: int
    previous: Change
    usual: Change
    panel: Change | None = None
    n_sources_panel: int = 0
    rows: Rows = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed and injured as two outlets tell it, and what single outlets add.

    Where a single outlet was read (`needs_second` is False), its figures are the counted ones. `previous_killed` is
    counted alike; NULL where the period before cannot be compared.
    """

    killed: Losses
    injured: Losses
    needs_second: bool
    n_open: int
    previous_killed: int | None
    rows: Rows = (("killed", ("counted",)),)


@dataclasses.dataclass(frozen=True, slots=True)
class DeadliestEvent:
    """The event of the period with the highest toll that two outlets reach, `n_killed` by `n_outlets`.

    `support` is `alone` when several outlets were read and no two reach any toll, `single` when one was read.
    """

    event: Row
    n_killed: int
    n_outlets: int
    support: Literal["shared", "alone", "single"]
    rows: Rows


@dataclasses.dataclass(frozen=True, slots=True)
class CountryChange:
    """A country whose number of events clearly rose or fell against its usual."""

    country: str
    change: Change
    rows: Rows


@dataclasses.dataclass(frozen=True, slots=True)
class GovernorateAlert:
    """A governorate whose number of events its own past does not explain."""

    country: str | None
    name_ar: str | None
    name_en: str | None
    alert: Alert
    rows: Rows


@dataclasses.dataclass(frozen=True, slots=True)
class Seen:
    """One actor, place or weapon met for the first time."""

    country: str | None
    seen_id: str
    name_ar: str | None
    name_en: str | None
    n_events: int
    rows: Rows


@dataclasses.dataclass(frozen=True, slots=True)
class FirstSeen:
    """What the lake had not seen before this period, most events first; `rest` are the events of those not listed."""

    kind: SeenKind
    items: tuple[Seen, ...]
    n_all: int
    rest: Rows
    since: dt.date


@dataclasses.dataclass(frozen=True, slots=True)
class Spread:
    """Over how many governorates the events are spread, the usual number, and the share of the busiest one."""

    n_admin1: int
    usual: float | None
    top_country: str | None
    top_name_ar: str | None
    top_name_en: str | None
    top_events: int
    n_events: int
    rows: Rows


@dataclasses.dataclass(frozen=True, slots=True)
class CivilianTargeting:
    """How many events targeted civilians."""

    n_targeting: int
    n_events: int
    rows: Rows = (("civilian", ("1",)),)


@dataclasses.dataclass(frozen=True, slots=True)
class ContestedTolls:
    """How many events have reports that give different tolls."""

    n_contested: int
    rows: Rows = (("contested", ("1",)),)


@dataclasses.dataclass(frozen=True, slots=True)
class Coverage:
    """What was read in the period against the usual, so that silence is not read as peace.

    The usual is the mean of the `n_before` complete periods before it, eight at most.
    """

    n_articles: int
    n_sources: int
    usual_articles: float | None
    usual_sources: float | None
    n_before: int
    level: CoverageLevel


Finding = (
    EventTotal
    | Toll
    | DeadliestEvent
    | CountryChange
    | GovernorateAlert
    | FirstSeen
    | Spread
    | CivilianTargeting
    | ContestedTolls
    | Coverage
)


@dataclasses.dataclass(frozen=True, slots=True)
class PeriodFacts:
    """What findings are drawn from: the period's events, their series, what is new, and what was read.

    The events went through `losses.with_counted`. All series cover the same periods, the reported one last;
    `usable[i]` says whether period i can be a baseline.
    """

    events: Sequence[Row]
    total: Series
    by_country: Mapping[str, Series]
    by_admin1: Sequence[Series]
    alerts: Sequence[Alert]
    first_seen: Sequence[Row]
    n_articles: Sequence[int]
    n_sources: Sequence[int]
    n_sources_panel: int
    needs_second: bool
    usable: Sequence[bool]
    since: dt.date
    contested: frozenset[str]


def findings_of(facts: PeriodFacts) -> list[Finding]:
    """Return the period's findings in the order in which a reader should meet them."""
    coverage = coverage_of(facts)
    findings: list[Finding] = [event_total(facts)]
    # Where more or less was read than usual, no count can be understood without knowing it.
    if coverage.level in _TELLING:
        findings.append(coverage)
    if facts.events:
        findings += [_toll(facts), *_deadliest(facts)]
    findings += _country_changes(facts)
    findings += _governorate_alerts(facts)
    findings += _first_seen(facts)
    findings += _spread(facts)
    if any(event["civilian_targeting"] for event in facts.events):
        n_targeting = sum(bool(event["civilian_targeting"]) for event in facts.events)
        findings.append(CivilianTargeting(n_targeting, len(facts.events)))
    if facts.contested:
        findings.append(ContestedTolls(len(facts.contested)))
    if coverage.level not in _TELLING:
        findings.append(coverage)
    return findings


def event_total(facts: PeriodFacts) -> EventTotal:
    """Return the number of events with its change against the period before and against the usual."""
    counts = facts.total.events
    baseline = usual_counts(counts, facts.usable)
    dispersion = dispersion_of(baseline)
    previous = [counts[-2]] if len(counts) > 1 and facts.usable[-2] else []
    return EventTotal(
        n_events=counts[-1],
        previous=rate_change(counts[-1], previous, dispersion=dispersion),
        usual=rate_change(counts[-1], baseline, dispersion=dispersion),
        panel=_panel_change(facts),
        n_sources_panel=facts.n_sources_panel,
    )


def _panel_change(facts: PeriodFacts) -> Change | None:
    counts = facts.total.values["n_events_panel"]
    baseline = usual_counts(counts, facts.usable)
    compared = (*usual_counts(facts.n_sources, facts.usable), facts.n_sources[-1])
    if not baseline or not 0 < facts.n_sources_panel < max(compared):
        return None
    return rate_change(counts[-1], baseline, dispersion=dispersion_of(baseline))


def usual_counts(counts: Sequence[int], usable: Sequence[bool]) -> list[int]:
    """Return the counts of the last usable periods before the reported one, eight at most, oldest first."""
    return [count for count, is_usable in zip(counts[:-1], usable[:-1], strict=True) if is_usable][-USUAL_PERIODS:]


def coverage_of(facts: PeriodFacts) -> Coverage:
    """Return what was read; less than half of the usual number of articles is thin, more than 1.5 times rich."""
    articles = usual_counts(facts.n_articles, facts.usable)
    sources = usual_counts(facts.n_sources, facts.usable)
    current = facts.n_articles[-1]
    usual = sum(articles) / len(articles) if articles else None
    usual_sources = sum(sources) / len(sources) if sources else None
    return Coverage(current, facts.n_sources[-1], usual, usual_sources, len(articles), _coverage_level(current, usual))


def _coverage_level(current: int, usual: float | None) -> CoverageLevel:
    if not current:
        return "none"
    if usual is None:
        return "unknown"
    if current < usual / 2:
        return "thin"
    return "rich" if current > usual * 1.5 else "usual"


def _toll(facts: PeriodFacts) -> Toll:
    return Toll(
        killed=losses_of(facts.events, "killed"),
        injured=losses_of(facts.events, "injured"),
        needs_second=facts.needs_second,
        n_open=sum(event["killed_high"] is None and event["killed_low"] is not None for event in facts.events),
        previous_killed=_previous_killed(facts),
    )


def _previous_killed(facts: PeriodFacts) -> int | None:
    if len(facts.usable) < 2 or not facts.usable[-2] or (facts.n_sources[-2] > 1) != facts.needs_second:
        return None
    return facts.total.values["killed_shared" if facts.needs_second else "killed_best"][-2]


def _deadliest(facts: PeriodFacts) -> list[Finding]:
    news = [event for event in facts.events if event["evidence_grade"] != "D"]
    counted = [event for event in news if event["killed_counted"]]
    event = max(counted or news, key=lambda one: one["killed_counted"] or stated(one, "killed"), default=None)
    if event is None or not stated(event, "killed"):
        return []
    rows: Rows = (("event", (event["event_id"],)),)
    if not counted or not facts.needs_second:
        support: Literal["alone", "single"] = "alone" if facts.needs_second else "single"
        return [DeadliestEvent(event, stated(event, "killed"), 1, support, rows)]
    return [DeadliestEvent(event, event["killed_counted"], event["n_outlets_shared"] or 1, "shared", rows)]


def _country_changes(facts: PeriodFacts) -> list[Finding]:
    changes: list[CountryChange] = []
    if len(facts.by_country) == 1:
        return []
    for country, series in facts.by_country.items():
        baseline = usual_counts(series.events, facts.usable)
        change = rate_change(series.events[-1], baseline, dispersion=dispersion_of(baseline))
        if change.verdict in ("rise", "fall"):
            changes.append(CountryChange(country, change, (("country", (country,)),)))
    return [*sorted(changes, key=lambda one: -abs(one.change.current - one.change.baseline))[:NAMED_AT_MOST]]


def _governorate_alerts(facts: PeriodFacts) -> list[Finding]:
    names = {(event["country"], event["admin1"]): event for event in facts.events}
    alerts: list[Finding] = []
    for alert in facts.alerts[:NAMED_AT_MOST]:
        country, admin1 = alert.key
        event = names.get((country, admin1), {})
        rows: Rows = (("country", (country or "",)), ("admin1", (admin1 or "",)))
        alerts.append(GovernorateAlert(country, event.get("admin1_name_ar"), event.get("admin1_name_en"), alert, rows))
    return alerts


def _first_seen(facts: PeriodFacts) -> list[Finding]:
    if sum(facts.usable[:-1]) < SHORTEST_MEMORY:
        return []
    findings: list[Finding] = []
    kinds: tuple[SeenKind, ...] = ("weapon", "actor", "admin1", "place")
    for kind in kinds:
        rows = [row for row in facts.first_seen if row["kind"] == kind]
        if rows:
            items = tuple(_seen(row) for row in rows[:NAMED_AT_MOST])
            rest = {event_id for row in rows[NAMED_AT_MOST:] for event_id in row["event_ids"]}
            findings.append(FirstSeen(kind, items, len(rows), (("event", tuple(sorted(rest))),), facts.since))
    return findings


def _seen(row: Row) -> Seen:
    country: Rows = (("country", (row["country"],)),) if row["country"] else ()
    facet = row["kind"]
    # All its events lie in the period, so that its name selects them; only a place has no name of its own in the rows.
    rows: Rows = (("event", tuple(row["event_ids"])),) if facet == "place" else (*country, (facet, (row["seen_id"],)))
    return Seen(row["country"], row["seen_id"], row["name_ar"], row["name_en"], row["n_events"], rows)


def _spread(facts: PeriodFacts) -> list[Finding]:
    placed = Counter((event["country"], event["admin1"]) for event in facts.events if event["admin1"])
    if len(placed) <= 1:
        return []
    (country, admin1), top_events = min(placed.items(), key=lambda item: (-item[1], str(item[0])))
    event = next(row for row in facts.events if (row["country"], row["admin1"]) == (country, admin1))
    series = [one for one in facts.by_admin1 if one.key[1] is not None]
    active = [sum(one.events[index] > 0 for one in series) for index in range(len(facts.usable))]
    before = usual_counts(active, facts.usable)
    rows: Rows = (("country", (country or "",)), ("admin1", (admin1,)))
    return [
        Spread(
            n_admin1=len(placed),
            usual=sum(before) / len(before) if len(before) >= SHORTEST_MEMORY else None,
            top_country=country,
            top_name_ar=event["admin1_name_ar"],
            top_name_en=event["admin1_name_en"],
            top_events=top_events,
            n_events=len(facts.events),
            rows=rows,
        )
    ]
