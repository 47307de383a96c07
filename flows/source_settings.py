"""What a source is told: one `[[sources]]` entry of `marsad.toml`, checked at once.

What each kind makes of it is in `flows.sources`.
"""

import dataclasses
import difflib
import zoneinfo
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args, get_origin
from urllib.parse import urlsplit

from flows.errors import ConfigError

STANDARD_INPUT = "-"
FULL_TEXT = ("auto", "always", "never")
LOCAL_KINDS = ("file", "telegram", "warc", "urls")
"""Kinds whose path may be a file or folder of this machine."""
WEB_KINDS = ("rss", "atom", "sitemap", "page")
"""Kinds that have an address."""


@dataclasses.dataclass(frozen=True, slots=True)
class SourceSettings:
    """One source of articles; the outlet's name, country and lean serve records that do not name their own.

    `path` is a file, a folder, `s3://...` or `-`; `address` is that of a feed, sitemap or page. `plugin` is a Python
    file with an adapter of the user's own. `hosts` keeps pages of other hosts outside; `full_text` says whether the
    pages of a feed are fetched: auto where the feed has a summary only. `allow_private` lets the source read from
    private and loopback networks; `proxy` is the address of one that all requests go to. `max_pages` bounds the
    pages fetched in one run, `max_age_days` how old they may be.
    """

    name: str
    kind: str = "file"
    path: str = ""
    address: str = ""
    outlet: str | None = None
    country: str | None = None
    lean: str | None = None
    time_zone: str = "UTC"
    schedule_group: str | None = None
    plugin: str = ""
    hosts: tuple[str, ...] = ()
    full_text: str = "auto"
    allow_private: bool = False
    max_pages: int = 500
    max_age_days: int = 0
    requests_per_second: float = 1.0
    proxy: str = ""

    @property
    def location(self) -> str:
        """Where the source is: its address, else its path."""
        return self.address or self.path


SOURCE_KEYS = tuple(field.name for field in dataclasses.fields(SourceSettings))


def read_source(entry: Mapping[str, Any], where: str, folder: Path) -> SourceSettings:
    """Return the source of a `[[sources]]` entry, paths seen from `folder`; raises ConfigError on anything wrong."""
    check_keys(entry, SOURCE_KEYS, where)
    values = {name: _typed(name, value, where) for name, value in entry.items()}
    if not values.get("name"):
        raise ConfigError(f"{where}: a source needs a name (found {dict(entry)})")
    source = SourceSettings(**_placed(values, folder))
    where = f"{where} ({source.name})"
    if not source.location and not source.plugin:
        raise ConfigError(f"{where}: needs a name and path (file, folder, s3://) or address (feed, sitemap, page)")
    _check_values(source, where)
    return source


def check_keys(content: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    """Raise ConfigError for a key that is not `known`, with the nearest known one."""
    for key in content:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(sorted(known))}"
            raise ConfigError(f"{where}: unknown setting {key!r}{hint}")


def check_proxy(proxy: object, where: str) -> None:
    """Raise ConfigError for what is no address of a proxy; '' is none."""
    parts = urlsplit(proxy) if isinstance(proxy, str) else None
    if proxy != "" and (parts is None or parts.scheme not in ("http", "https") or not parts.hostname):
        raise ConfigError(f'{where}: proxy {proxy!r} is no address such as "http://proxy.example:3128"')


def _typed(name: str, value: object, where: str) -> object:
    """Return a setting's value in the type of its field; raises ConfigError when it is of another."""
    wanted = next(field.type for field in dataclasses.fields(SourceSettings) if field.name == name)
    if get_origin(wanted) is tuple:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise ConfigError(f'{where}: {name} is a list of texts such as ["example.org"] (found {value!r})')
    types = tuple(kind for kind in (get_args(wanted) or (wanted,)) if isinstance(kind, type))
    if isinstance(value, bool) is (bool in types) and isinstance(value, (*types, int) if float in types else types):
        return value
    raise ConfigError(f"{where}: {name} must be {_names(types)} (found {value!r})")


def _names(types: tuple[type, ...]) -> str:
    words = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return " or ".join(words[kind] for kind in types if kind in words)


def _placed(values: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return the values with the paths of files and folders seen from the folder of the configuration."""
    placed = dict(values)
    path = values.get("path", "")
    if path and path != STANDARD_INPUT and "://" not in path and values.get("kind", "file") in LOCAL_KINDS:
        placed["path"] = str(folder / path)
    if values.get("plugin"):
        placed["plugin"] = str(folder / values["plugin"])
    return placed


def _check_values(source: SourceSettings, where: str) -> None:
    if source.kind in WEB_KINDS and not source.plugin and not source.location.startswith(("http://", "https://")):
        message = f"{where}: {source.location!r} is no address of a {source.kind}; write one that begins with https://"
        raise ConfigError(message)
    try:
        zoneinfo.ZoneInfo(source.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        message = f"{where}: time_zone {source.time_zone!r} is unknown; write one like Asia/Damascus"
        raise ConfigError(message) from None
    if source.country and len(source.country) != 2:
        raise ConfigError(f"{where}: country {source.country!r} is no ISO 3166-1 alpha-2 code such as SY")
    if source.full_text not in FULL_TEXT:
        raise ConfigError(f"{where}: full_text {source.full_text!r} is none of {', '.join(FULL_TEXT)}")
    check_proxy(source.proxy, where)
    if source.max_pages < 1 or source.max_age_days < 0 or not 0 < source.requests_per_second <= 1000:
        raise ConfigError(
            f"{where}: max_pages is at least 1, max_age_days at least 0, requests_per_second above 0 (1000 at most)"
        )
