"""What a report shows, as frozen values without a language: rows, tables, charts' numbers, findings.

Made by `build`, read by `page` and `markdown`. No words and no layout.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from transforms.report.quote import Piece
from transforms.trends.alerts import FalseAlarms
from transforms.trends.change import Change
from transforms.trends.findings import Coverage, Finding, Rows
from transforms.trends.losses import Losses
from transforms.trends.series import Period

GRAVEST_SHOWN = 10
BACKGROUND = "D"


@dataclasses.dataclass(frozen=True, slots=True)
class Name:
    """A name in both languages; either may be missing."""

    ar: str | None
    en: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Count:
    """People killed or injured: low, best, high; `high` NULL with `low` set is open above; all NULL is not stated."""

    low: int | None
    best: int | None
    high: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """What one article says of an event, with its sentence and the address to read it at (NULL: none that is safe)."""

    incident_id: str
    outlet: str | None
    title: str | None
    url: str | None
    published_date: dt.date | None
    is_background: bool
    quote: tuple[Piece, ...]
    killed: Count
    injured: Count


@dataclasses.dataclass(frozen=True, slots=True)
class EventView:
    """One event with everything a reader may ask of it; `facets` are the values that links to rows select by.

    `killed_shared` is the number of killed that `n_outlets_shared` outlets reach, two at least; NULL: one stands alone.
    """

    event_id: str
    date_start: dt.date
    date_end: dt.date
    event_type: str
    sub_event_type: str
    country: str | None
    admin1: Name
    place: Name
    where_precision: int | None
    latitude: float | None
    longitude: float | None
    initiators: tuple[Name, ...]
    targets: tuple[Name, ...]
    killed: Count
    killed_shared: int | None
    n_outlets_shared: int
    injured: Count
    weapon: str | None
    is_civilian_targeting: bool
    n_reports: int
    n_sources: int
    grade: str | None
    reports: tuple[Report, ...]
    is_contested: bool
    facets: Mapping[str, tuple[str, ...]]

    @property
    def killed_stated(self) -> int:
        """The number of killed that the tables count: best, else low, else none."""
        return (self.killed.best if self.killed.best is not None else self.killed.low) or 0

    @property
    def stands_alone(self) -> bool:
        """Whether one outlet alone gives the toll, or more than the others."""
        return self.killed_stated > (self.killed_shared or 0)

    @property
    def voices(self) -> tuple[Report, ...]:
        """The reports without those that repeat the words of an earlier one."""
        first = {"".join(piece.text for piece in report.quote): report for report in reversed(self.reports)}
        return tuple(report for report in self.reports if report in first.values())


@dataclasses.dataclass(frozen=True, slots=True)
class TrendPoint:
    """One period of the charts: events with the interval of their rate, the toll, what was read.

    `moving_average` is the mean of the last four complete periods; NULL while there are fewer. `n_events_panel` are
    those that an outlet of the fixed panel tells; NULL where no outlet was read in every complete period.
    """

    period: Period
    n_events: int
    n_events_panel: int | None
    moving_average: float | None
    rate_low: float
    rate_high: float
    killed_counted: int
    killed_alone: int
    killed_low: int
    killed_high: int
    n_articles: int
    n_sources: int
    is_partial: bool


@dataclasses.dataclass(frozen=True, slots=True)
class BreakdownRow:
    """One line of a table by country, governorate or type; `history` are events per period, oldest first.

    `alert_baseline` is the mean that a count which stands out was tested against, NULL for any other.
    """

    key: str | None
    country: str | None
    name: Name
    n_events: int
    killed: Losses
    injured: Losses
    n_civilian: int
    change: Change | None
    alert_baseline: float | None
    history: tuple[int, ...]
    rows: Rows


@dataclasses.dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor: the events that it initiated or supported, and those that targeted it."""

    actor_id: str
    name: Name
    n_events: int
    n_initiated: int
    n_targeted: int
    killed: Losses
    rows: Rows


@dataclasses.dataclass(frozen=True, slots=True)
class MapPoint:
    """One point of the map with the events at it; `is_exact` is False when only district or governorate is known."""

    latitude: float
    longitude: float
    name: Name
    is_exact: bool
    country: str | None
    n_events: int
    killed: Losses
    rows: Rows


@dataclasses.dataclass(frozen=True, slots=True)
class OutletRow:
    """One outlet: articles read in the period, and those among them that told one of its events."""

    outlet: str
    n_articles: int
    n_with_event: int


@dataclasses.dataclass(frozen=True, slots=True)
class Method:
    """What the method box states: measured false alarms, versions, extent of the data."""

    false_alarms: FalseAlarms
    extractor_versions: tuple[str, ...]
    n_articles_total: int
    n_sources_panel: int
    n_vague_events: int
    data_start: dt.date
    data_end: dt.date


@dataclasses.dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report: what the period has, against the periods before, with the reports behind it.

    `events` are the gravest of `n_events`, which a page lists; `further` are the next ones, which it shows behind a
    number.

    `n_unmapped` events have no point closer than a region; `usual` is NULL without a baseline; `as_of` is the instant
    in UTC whose knowledge is told, NULL for the latest. `needs_second` says whether a toll is to be seen in two outlets
    before it counts: where two were read.
    """

    period: Period
    country: str | None
    as_of: dt.datetime | None
    is_partial: bool
    findings: tuple[Finding, ...]
    n_events: int
    n_civilian: int
    killed: Losses
    injured: Losses
    needs_second: bool
    events: tuple[EventView, ...]
    further: tuple[EventView, ...]
    trend: tuple[TrendPoint, ...]
    usual: float | None
    countries: tuple[BreakdownRow, ...]
    governorates: tuple[BreakdownRow, ...]
    types: tuple[BreakdownRow, ...]
    actors: tuple[ActorRow, ...]
    points: tuple[MapPoint, ...]
    n_unmapped: int
    outlets: tuple[OutletRow, ...]
    coverage: Coverage
    method: Method

    @property
    def gravest(self) -> tuple[EventView, ...]:
        """The events told as news with the highest tolls that two outlets reach, ten at most.

        Where a single outlet was read, its own tolls stand.
        """
        news = [event for event in self.events if event.grade != BACKGROUND]
        if self.needs_second:
            return tuple(event for event in news if event.killed_shared)[:GRAVEST_SHOWN]
        return tuple(event for event in news if event.killed_stated or event.injured.low)[:GRAVEST_SHOWN]

    @property
    def alone(self) -> tuple[EventView, ...]:
        """The other events to which one outlet alone gives a toll as high as the gravest ones', the highest first.

        While the list of the gravest is not full, any such toll.
        """
        if not self.needs_second:
            return ()
        gravest = self.gravest
        least = min(event.killed_shared or 0 for event in gravest) if len(gravest) == GRAVEST_SHOWN else 1
        others = [event for event in self.events if event not in gravest]
        found = [event for event in others if event.stands_alone and event.killed_stated >= least]
        return tuple(sorted(found, key=lambda event: -event.killed_stated)[:GRAVEST_SHOWN])

    @property
    def contested(self) -> tuple[EventView, ...]:
        """The events on the page whose reports give different tolls, the gravest first."""
        return tuple(event for event in self.events if event.is_contested)


@dataclasses.dataclass(frozen=True, slots=True)
class IndexEntry:
    """One report on the index page: `files` are pairs of a label and an address relative to the page.

    `killed` are those that the report counts; NULL where an older report did not say.
    """

    period: Period
    country: str | None
    is_partial: bool
    n_events: int
    killed: int | None
    files: tuple[tuple[str, str], ...]
    as_of: dt.datetime | None = None
