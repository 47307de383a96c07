"""What a run is told: settings from `marsad.toml`, the environment and the command line, checked at once.

The later wins: file, then MARSAD_* variables, then options. Nothing is read from here by transforms or warehouse.
"""

import dataclasses
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flows.errors import ConfigError
from flows.source_settings import STANDARD_INPUT, SourceSettings, check_keys, check_proxy, read_source

__all__ = ["ConfigError", "Settings", "SourceSettings", "available_cores", "load_settings"]

CONFIG_FILE = "marsad.toml"
DEFAULT_WAREHOUSE = "marsad-warehouse"
PERIODS = ("day", "week", "month", "quarter")
_INTEGERS = {"workers": (1, 512), "batch_size": (1, 100_000), "keep_days": (0, 36_500)}


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
    read_again: bool = False
    proxy: str = ""

    @property
    def report_folder(self) -> Path:
        """The folder of the reports: as configured, else inside the warehouse."""
        return self.report_dir or self.warehouse / "reports"


def load_settings(
    config: str | Path | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    inputs: tuple[str, ...] = (),
    names: tuple[str, ...] = (),
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
    elif names:
        values["sources"] = _named_sources(values.get("sources", ()), names)
    return _checked(values)


def _named_sources(sources: tuple[SourceSettings, ...], names: tuple[str, ...]) -> tuple[SourceSettings, ...]:
    """Return the sources called `names`, by their own or by their group's; raises ConfigError for an unknown name."""
    for name in names:
        if all(name not in (source.name, source.schedule_group) for source in sources):
            known = ", ".join(source.name for source in sources) or "none"
            raise ConfigError(f"no source is called {name!r}; the configuration has: {known}")
    return tuple(source for source in sources if {source.name, source.schedule_group} & set(names))


_ENVIRONMENT = {
    "warehouse": "MARSAD_WAREHOUSE",
    "workers": "MARSAD_WORKERS",
    "batch_size": "MARSAD_BATCH_SIZE",
    "period": "MARSAD_PERIOD",
    "report_dir": "MARSAD_REPORT_DIR",
    "proxy": "MARSAD_PROXY",
}
_FILE_KEYS = {"warehouse", "workers", "batch_size", "period", "report_dir", "keep_days", "proxy", "sources"}


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
    check_keys(content, tuple(_FILE_KEYS), f"{path}")
    values = {name: value for name, value in content.items() if name != "sources"}
    entries = content.get("sources", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        message = f"{path}: sources are written as [[sources]] tables, one for each source"
        raise ConfigError(message)
    values["sources"] = tuple(
        read_source(entry, f"{path}, source {number}", path.parent) for number, entry in enumerate(entries, 1)
    )
    for name in ("warehouse", "report_dir"):
        if isinstance(values.get(name), str):
            values[name] = path.parent / values[name]
    return values


def _input_source(text: str) -> SourceSettings:
    """Return the source that `--input` names; the file or folder must exist."""
    if text != STANDARD_INPUT and "://" not in text and not Path(text).exists():
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
    check_proxy(values.get("proxy", ""), "proxy")
    values["sources"] = tuple(_proxied(source, values.get("proxy", "")) for source in values.get("sources", ()))
    if values.get("report_dir"):
        values["report_dir"] = Path(values["report_dir"])
    return Settings(**values)


def _proxied(source: SourceSettings, proxy: str) -> SourceSettings:
    """Return a source that uses the proxy of all, unless it has one of its own."""
    return dataclasses.replace(source, proxy=source.proxy or proxy)


def _integer(name: str, value: object, least: int, most: int) -> int:
    try:
        number = int(str(value))
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        message = f"{name} is {value!r}; it must be a whole number from {least} to {most}"
        raise ConfigError(message)
    return number


def available_cores() -> int:
    """Return the number of cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else (os.cpu_count() or 1)
