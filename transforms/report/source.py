"""What a report is made from: the tables that the warehouse hands over, as a structural type.

Reading them from storage is the warehouse's; making views of them is `build`.
"""

import datetime as dt
from typing import Protocol

import pyarrow as pa

from transforms.trends.series import PeriodKind


class ReportTables(Protocol):
    """Arrow tables for one period; the columns are those of the queries under warehouse/sql/report."""

    @property
    def period(self) -> PeriodKind:
        """day, week, month or quarter."""

    @property
    def period_start(self) -> dt.date:
        """First day of the reported period."""

    @property
    def history_start(self) -> dt.date:
        """First day of the first period that the series show."""

    @property
    def data_start(self) -> dt.date:
        """First day on which an article was published."""

    @property
    def data_end(self) -> dt.date:
        """Last day on which an article was published, not after the day asked for."""

    @property
    def country(self) -> str | None:
        """ISO code when the report is on one country."""

    @property
    def events(self) -> pa.Table:
        """The period's events, the gravest first."""

    @property
    def evidence(self) -> pa.Table:
        """The incident reports behind these events, with article and offsets."""

    @property
    def series(self) -> pa.Table:
        """Counts by period, country, governorate and type, without zeros."""

    @property
    def coverage(self) -> pa.Table:
        """Articles and outlets read in each period."""

    @property
    def outlets(self) -> pa.Table:
        """Articles of each outlet in the reported period."""

    @property
    def first_seen(self) -> pa.Table:
        """Actors, places and weapons whose first event falls in the period."""

    @property
    def earlier(self) -> pa.Table:
        """Events of the earlier periods of the series, each with its best report, the gravest of a period first."""

    @property
    def n_vague_events(self) -> int:
        """Events near the period that are dated too vaguely to count in it."""

    @property
    def n_articles_total(self) -> int:
        """Articles in the lake."""

    @property
    def extractor_versions(self) -> tuple[str, ...]:
        """Versions of the extractor behind the incidents."""
