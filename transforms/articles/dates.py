"""When an article says that it was published: an instant in UTC with how exact it is.

Only whole date cells are read here; dates inside sentences are the extractor's.
"""

import dataclasses
import datetime as dt
import email.utils
import functools
import re
import zoneinfo
from typing import Literal

from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize, normalize_name

Precision = Literal["second", "minute", "day", "month", "year"]

_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*"
    r"(z|utc|gmt|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[t ,-]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$")
_WORDS = r"[^\W\d]+(?:\s[^\W\d]+)?"
_NAMED = re.compile(rf"(\d{{1,2}})\s*(?:من\s+)?({_WORDS})\s*(?:/\s*{_WORDS})?[ ,،/]+(\d{{4}})")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([صم]|am|pm)?(?:\b|$)")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_IN_PATH = re.compile(r"/((?:19|20)\d{2})/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?:/|$)")
_EPOCH = re.compile(r"\d{10}(\d{3})?(\.\d+)?$")


@dataclasses.dataclass(frozen=True, slots=True)
class Published:
    """An instant of publication in UTC; `precision` says how much of it the source really gave."""

    at: dt.datetime
    precision: Precision


def parse_published(cell: str | dt.datetime | dt.date | None, *, time_zone: str = "UTC") -> Published | None:
    """Return the instant that `cell` names, None when it names none; without a zone it is local to `time_zone`.

    >>> parse_published("20 تموز 2019")
    Published(at=datetime.datetime(2019, 7, 20, 0, 0, tzinfo=datetime.timezone.utc), precision='day')
    """
    if isinstance(cell, dt.datetime):
        return Published(_utc(cell, time_zone), "second")
    if isinstance(cell, dt.date):
        return Published(dt.datetime(cell.year, cell.month, cell.day, tzinfo=dt.UTC), "day")
    text = normalize(cell or "").strip()
    if not text:
        return None
    try:
        exact = _iso(text, time_zone) or _epoch(text) or _day_first(text, time_zone)
        return exact or _mail(text, time_zone) or _named(text, time_zone)
    except (ValueError, OverflowError):
        return None


def date_in_name(name: str) -> Published | None:
    """Return the day that a file name or an address states, such as `2019-07-20` or `/2019/07/20/`, else None."""
    found = _IN_PATH.search(name) or _IN_NAME.search(name)
    if not found:
        return None
    try:
        return Published(dt.datetime(*map(int, found.groups()), tzinfo=dt.UTC), "day")  # type: ignore[misc,arg-type]
    except ValueError:
        return None


def _iso(text: str, time_zone: str) -> Published | None:
    found = _ISO.match(text)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    if day is None:
        return Published(dt.datetime(int(year), int(month), 1, tzinfo=dt.UTC), "month") if hour is None else None
    if hour is None:
        return Published(dt.datetime(int(year), int(month), int(day), tzinfo=dt.UTC), "day")
    local = dt.datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))  # noqa: DTZ001 - local until `_utc`
    at = local.replace(tzinfo=_offset(zone)) if zone else local
    return Published(_utc(at, time_zone), "second" if second else "minute")


def _offset(zone: str) -> dt.tzinfo:
    if zone.lower() in ("z", "utc", "gmt"):
        return dt.UTC
    sign = -1 if zone[0] == "-" else 1
    return dt.timezone(sign * dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:])))


def _epoch(text: str) -> Published | None:
    found = _EPOCH.match(text)
    if not found:
        return None
    seconds = float(text) / (1000 if found.group(1) else 1)
    return Published(dt.datetime.fromtimestamp(int(seconds), dt.UTC), "second")


def _day_first(text: str, time_zone: str) -> Published | None:
    found = _DAY_FIRST.match(text)
    if not found:
        return None
    day, month, year, hour, minute, second = found.groups()
    if hour is None:
        return Published(dt.datetime(int(year), int(month), int(day), tzinfo=dt.UTC), "day")
    local = dt.datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))  # noqa: DTZ001 - local until `_utc`
    return Published(_utc(local, time_zone), "second" if second else "minute")


def _mail(text: str, time_zone: str) -> Published | None:
    """Return the date of mail and RSS headers ("Sat, 20 Jul 2019 10:00:00 +0300")."""
    if ":" not in text or not text.isascii():
        return None
    try:
        at = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return Published(_utc(at, time_zone), "second")


def _named(text: str, time_zone: str) -> Published | None:
    """Return the date of a line such as "السبت 20 تموز/يوليو 2019 - 14:30" (Saturday 20 July 2019)."""
    found = _NAMED.search(text)
    month = _month(found.group(2)) if found else None
    if not found or month is None:
        return None
    day, year = int(found.group(1)), int(found.group(3))
    clock = _CLOCK.search(text)
    if not clock:
        return Published(dt.datetime(year, month, day, tzinfo=dt.UTC), "day")
    hour = int(clock.group(1))
    if clock.group(4) in ("م", "pm") and hour < 12:
        hour += 12
    local = dt.datetime(year, month, day, hour, int(clock.group(2)), int(clock.group(3) or 0))  # noqa: DTZ001 - local until `_utc`
    return Published(_utc(local, time_zone), "second" if clock.group(3) else "minute")


def _month(words: str) -> int | None:
    months = _months()
    return months.get(words) or months.get(words.split(maxsplit=1)[0])


@functools.cache
def _months() -> dict[str, int]:
    return {normalize_name(row["name"]): int(row["month"]) for row in read_tsv("transforms.articles", "months")}


def _utc(at: dt.datetime, time_zone: str) -> dt.datetime:
    local = at if at.tzinfo else at.replace(tzinfo=zoneinfo.ZoneInfo(time_zone))
    return local.astimezone(dt.UTC)
