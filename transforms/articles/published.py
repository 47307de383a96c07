"""Which of the dates that a record gives is its time of publication: the most trusted one that can be true.

How a cell is read is `dates`; the time of fetching is never taken for a date of publication.
"""

import dataclasses
import datetime as dt

from transforms.articles.dates import Published, date_in_name, parse_published

EARLIEST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
"""Before the first Arabic news site: a clock that was never set says 1970 or 1980."""
CLOCK_SKEW = dt.timedelta(days=2)


@dataclasses.dataclass(frozen=True, slots=True)
class Dating:
    """The time of publication with its basis; `refused` is a date that was given and cannot be true, when none can."""

    published: Published | None
    basis: str
    refused: str | None = None


def choose_published(
    dates: tuple[tuple[str, str], ...], *, time_zone: str, fetched_at: dt.datetime, names: tuple[str, ...] = ()
) -> Dating:
    """Return the first of `dates` (basis, cell) that can be read and can be true.

    It must lie between EARLIEST and CLOCK_SKEW after `fetched_at`. Without one, the day that an address or a file's
    name in `names` states; else nothing, with basis `unknown`.
    """
    for basis, cell in dates:
        published = parse_published(cell, time_zone=time_zone)
        if published and EARLIEST <= published.at <= fetched_at + CLOCK_SKEW:
            return Dating(published, basis)
    refused = dates[0][1] if dates else None
    for name in names:
        stated = date_in_name(name)
        if stated and EARLIEST <= stated.at <= fetched_at + CLOCK_SKEW:
            return Dating(stated, "url", refused)
    return Dating(None, "unknown", refused)
