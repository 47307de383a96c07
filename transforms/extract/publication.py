"""The day of publication as the outlet's readers lived it: what "today" means in an article.

Only whole publication times are read here; dates inside sentences are `dates`.
"""

import contextlib
import datetime as dt
import functools
import zoneinfo

from transforms.lexicon.schema import read_tsv

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_UTC_NAMES = frozenset({"", "UTC", "Etc/UTC"})


def publication_day(value: object, *, time_zone: str = "", countries: tuple[str, ...] = ()) -> dt.date | None:
    """Return the local day of a publication time given as date, datetime, ISO text or None; none outside 1900-2100.

    An instant in UTC falls on the day of `time_zone`, else (a source without a zone of its own has UTC) on that of the
    first of `countries` whose zone is known. A day, a time without a zone and one with a zone of its own stay as given.
    """
    day = _local(value, time_zone, countries)
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _local(value: object, time_zone: str, countries: tuple[str, ...]) -> dt.date | None:
    if isinstance(value, str):
        with contextlib.suppress(ValueError):
            value = dt.datetime.fromisoformat(value)
    if isinstance(value, dt.datetime):
        zone = _zone(time_zone, countries) if value.utcoffset() == dt.timedelta(0) else None
        return (value.astimezone(zone) if zone is not None else value).date()
    if isinstance(value, dt.date):
        return value
    with contextlib.suppress(ValueError):
        return dt.date.fromisoformat(str(value or "")[:10])
    return None


def _zone(time_zone: str, countries: tuple[str, ...]) -> dt.tzinfo | None:
    if time_zone not in _UTC_NAMES:
        with contextlib.suppress(zoneinfo.ZoneInfoNotFoundError, ValueError):
            return zoneinfo.ZoneInfo(time_zone)
    known = next((name for code in countries if (name := country_zones().get(code))), None)
    return zoneinfo.ZoneInfo(known) if known is not None else None


@functools.cache
def country_zones() -> dict[str, str]:
    """Return {ISO alpha-2: IANA zone of the capital} of the countries that Arabic outlets mostly write from."""
    return {row["country"]: row["zone"] for row in read_tsv("transforms.extract", "country_zones")}
