"""The tables behind one report, read from the published database.

Only reading: which period it is says sql/report/period_bounds.sql, what is said of it `transforms.report`.
"""

import dataclasses
import datetime as dt
import re
from typing import Any, Literal

import pyarrow as pa

from warehouse import sql
from warehouse.errors import NotPublishedError, WarehouseError
from warehouse.publish import Published

PeriodKind = Literal["day", "week", "month", "quarter"]
Params = dict[str, Any]
EARLIER_EVENTS = 1000
"""Events of each earlier period that are read to stand behind its numbers."""


class NothingToReportError(WarehouseError):
    """The database holds neither articles nor events with a date."""


@dataclasses.dataclass(frozen=True, slots=True)
class ReportData:
    """What a report of one period is made from; columns are those of the queries under sql/report."""

    period: PeriodKind
    period_start: dt.date
    period_end: dt.date
    is_complete: bool
    history_start: dt.date
    data_start: dt.date
    data_end: dt.date
    country: str | None
    events: pa.Table
    evidence: pa.Table
    series: pa.Table
    coverage: pa.Table
    outlets: pa.Table
    first_seen: pa.Table
    earlier: pa.Table
    n_vague_events: int
    n_articles_total: int
    extractor_versions: tuple[str, ...]


def load_report_data(
    published: Published,
    *,
    period: PeriodKind = "week",
    until: dt.date | None = None,
    country: str | None = None,
) -> ReportData:
    """Return the tables of the last complete period up to `until`, by default up to the latest publication.

    `country` is an ISO 3166-1 alpha-2 code; NULL is all. While no period is complete yet, it is the running one, which
    `is_complete` tells. Raises NothingToReportError on a database without a dated row, NotPublishedError on one that
    an older version has published, WarehouseError for a period before anything that the database holds.
    """
    if not _read(published, "shared_tables", {}).num_rows:
        raise NotPublishedError(
            "the database was published by an older version, which did not count what two outlets reach; "
            "`marsad process` publishes it anew"
        )
    bounds = _read(published, "period_bounds", {"period": period, "until": until}).to_pylist()[0]
    if bounds["period_start"] is None:
        raise NothingToReportError(
            "nothing to report: no article or event in the database has a date; `marsad run --input PATH` reads some"
        )
    if bounds["period_end"] < bounds["first_date"]:
        raise WarehouseError(
            f"nothing was read of {bounds['period_start']} to {bounds['period_end']}: articles and events begin on "
            f"{bounds['first_date']}; ask for a later day with --until"
        )
    params: Params = {**bounds, "period": period, "country": country}
    extent = _read(published, "extent", params).to_pylist()[0]
    names = ("coverage", "outlets", "first_seen", "series")
    return ReportData(
        period=period,
        period_start=bounds["period_start"],
        period_end=bounds["period_end"],
        is_complete=bounds["is_complete"],
        history_start=bounds["history_start"],
        data_start=bounds["data_start"],
        data_end=bounds["data_end"],
        country=country,
        events=_read(published, "period_events", params),
        evidence=_read(published, "period_evidence", params),
        earlier=_read(published, "earlier_events", {**params, "most": EARLIER_EVENTS}),
        n_vague_events=extent["n_vague_events"],
        n_articles_total=extent["n_articles_total"],
        extractor_versions=tuple(extent["extractor_versions"] or ()),
        **{name: _read(published, name, params) for name in names},
    )


def _read(published: Published, name: str, params: Params) -> pa.Table:
    statement = sql.load(f"report/{name}")
    # DuckDB refuses a parameter that the statement does not name.
    named = set(re.findall(r"\$(\w+)", statement))
    return published.query(statement, {key: value for key, value in params.items() if key in named})
