"""What a run is told: settings from `marsad.toml`, the environment and the command line, checked at once.

The later wins: file, then MARSAD_* variables, then options. Nothing is read from here by transforms or warehouse.
"""

import dataclasses
import difflib
import os
import tomllib
import zoneinfo
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from transforms.contracts.errors import MarsadError

CONFIG_FILE = "marsad.toml"
DEFAULT_WAREHOUSE = "marsad-warehouse"
PERIODS = ("day", "week", "month", "quarter")
_INTEGERS = {"workers": (1, 512), "batch_size": (1, 100_000), "keep_days": (0, 36_500)}


class ConfigError(MarsadError):
    """The configuration is wrong; nothing was started."""


@dataclasses.dataclass(frozen=True, slots=True)
class SourceSettings:
    """One source of articles; the outlet's name, country and lean serve records that do not name their own."""

    name: str
    kind: str = "file"
    path: str = ""
    outlet: str | None = None
    country: str | None = None
    lean: str | None = None
    time_zone: str = "UTC"
    schedule_group: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run is told; `workers` is the number of processes that extract."""

    warehouse: Path = Path(DEFAULT_WAREHOUSE)
    sources: tuple[SourceSettings, ...] = ()
    workers: int = 1
    batch_size: int = 1000
    period: str = "week"
    report_dir: Path | None = None
    keep_days: int = 30
    quiet: bool = False

    @property
    def report_folder(self) -> Path:
        """The folder of the reports: as configured, else inside the warehouse."""
        return self.report_dir or self.warehouse / "reports"


def load_settings(
    config: str | Path | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    inputs: tuple[str, ...] = (),
    **options: Any,
) -> Settings:
    """Return the settings of a run; options that are None do not count. Raises ConfigError on anything wrong."""
    env = os.environ if environment is None else environment
    path, content = _read_config(config or env.get("MARSAD_CONFIG"))
    values = _from_file(content, path)
    values |= {name: env[key] for name, key in _ENVIRONMENT.items() if env.get(key)}
    values |= {name: value for name, value in options.items() if value is not None}
    if inputs:
        values["sources"] = tuple(_input_source(text) for text in inputs)
    return _checked(values)


_ENVIRONMENT = {
    "warehouse": "MARSAD_WAREHOUSE",
    "workers": "MARSAD_WORKERS",
    "batch_size": "MARSAD_BATCH_SIZE",
    "period": "MARSAD_PERIOD",
    "report_dir": "MARSAD_REPORT_DIR",
}
_FILE_KEYS = {"warehouse", "workers", "batch_size", "period", "report_dir", "keep_days", "sources"}
_SOURCE_KEYS = tuple(field.name for field in dataclasses.fields(SourceSettings))


def _read_config(path: str | Path | None) -> tuple[Path, dict[str, Any]]:
    """Return the file's path and content; without a path, `marsad.toml` here when it exists."""
    file = Path(path) if path else Path(CONFIG_FILE)
    if not path and not file.exists():
        return file, {}
    try:
        return file, tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"configuration {file} cannot be read: {error.strerror}; write one with `marsad init`"
        raise ConfigError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"configuration {file} is not valid TOML: {error}"
        raise ConfigError(message) from error


def _from_file(content: dict[str, Any], path: Path) -> dict[str, Any]:
    _check_keys(content, tuple(_FILE_KEYS), f"{path}")
    values = {name: value for name, value in content.items() if name != "sources"}
    entries = content.get("sources", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        message = f"{path}: sources are written as [[sources]] tables, one for each source"
        raise ConfigError(message)
    values["sources"] = tuple(
        _source(entry, f"{path}, source {number}", path.parent) for number, entry in enumerate(entries, 1)
    )
    for name in ("warehouse", "report_dir"):
        if isinstance(values.get(name), str):
            values[name] = path.parent / values[name]
    return values


def _source(entry: dict[str, Any], where: str, folder: Path) -> SourceSettings:
    _check_keys(entry, _SOURCE_KEYS, where)
    wrong = [name for name, value in entry.items() if not isinstance(value, str)]
    if wrong or not entry.get("name") or (entry.get("kind", "file") == "file" and not entry.get("path")):
        message = f"{where}: needs text values for name and path (found {entry})"
        raise ConfigError(message)
    source = SourceSettings(**_placed(entry, folder))
    try:
        zoneinfo.ZoneInfo(source.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        message = f"{where} ({source.name}): time_zone {source.time_zone!r} is unknown; write one like Asia/Damascus"
        raise ConfigError(message) from None
    if source.country and len(source.country) != 2:
        message = f"{where} ({source.name}): country {source.country!r} is no ISO 3166-1 alpha-2 code such as SY"
        raise ConfigError(message)
    return source


def _placed(entry: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return a source's entry with the path of a file or folder seen from the folder of the configuration."""
    if entry.get("kind", "file") != "file" or entry["path"] == "-":
        return entry
    return {**entry, "path": str(folder / entry["path"])}


def _input_source(text: str) -> SourceSettings:
    """Return the source that `--input` names; the file or folder must exist."""
    if text != "-" and not Path(text).exists():
        message = f"input {text} does not exist; give a file, a folder, or - for standard input"
        raise ConfigError(message)
    return SourceSettings(name=text, path=text)


def _checked(values: dict[str, Any]) -> Settings:
    for name, (least, most) in _INTEGERS.items():
        if name in values:
            values[name] = _integer(name, values[name], least, most)
    values.setdefault("workers", available_cores())
    if values.get("period", "week") not in PERIODS:
        message = f"period {values['period']!r} is none of {', '.join(PERIODS)}"
        raise ConfigError(message)
    values["warehouse"] = Path(values.get("warehouse") or DEFAULT_WAREHOUSE)
    if values["warehouse"].exists() and not values["warehouse"].is_dir():
        message = f"warehouse {values['warehouse']} is a file; give a folder"
        raise ConfigError(message)
    if values.get("report_dir"):
        values["report_dir"] = Path(values["report_dir"])
    return Settings(**values)


def _integer(name: str, value: object, least: int, most: int) -> int:
    try:
        number = int(str(value))
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        message = f"{name} is {value!r}; it must be a whole number from {least} to {most}"
        raise ConfigError(message)
    return number


def _check_keys(content: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in content:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(sorted(known))}"
            message = f"{where}: unknown setting {key!r}{hint}"
            raise ConfigError(message)


def available_cores() -> int:
    """Return the number of cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else (os.cpu_count() or 1)
