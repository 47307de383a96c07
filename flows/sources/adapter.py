"""The interface of a source and how one is found by the name of its kind.

`kind = "rss"` names an adapter of this package or of an installed one (entry point group `marsad.sources`);
`plugin = "my_source.py"` or `kind = "my_module:MyAdapter"` names one of the user's own.
"""

import dataclasses
import importlib
import importlib.metadata
import importlib.util
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

from flows.errors import ConfigError
from flows.source_settings import SourceSettings
from transforms.articles.records import Payload, Unreadable

BATCH_RECORDS = 1000
BATCH_BYTES = 8_000_000
ENTRY_POINTS = "marsad.sources"
LONGEST_WAIT = 30.0
"""Seconds after which a batch is handed on though it is small: a slow site's pages are stored while others come."""
_MOST_MARKS = 2000
_BUILT_IN = {
    "file": "flows.sources.file:FileAdapter",
    "warc": "flows.sources.file:FileAdapter",
    "telegram": "flows.sources.file:FileAdapter",
    "rss": "flows.sources.feed:FeedAdapter",
    "atom": "flows.sources.feed:FeedAdapter",
    "sitemap": "flows.sources.sitemap:SitemapAdapter",
    "urls": "flows.sources.addresses:UrlListAdapter",
    "page": "flows.sources.addresses:PageAdapter",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """What is known about a file or address: noted once the records handed out before it are stored.

    `fingerprint` changes when the content may have (size and time of a file, a sitemap's lastmod); `n_records` is how
    many of its records were handed out, `is_done` whether those were all.
    """

    address: str
    fingerprint: str = ""
    n_records: int = 0
    is_done: bool = True
    etag: str | None = None
    last_modified: str | None = None


Record = Payload | Unreadable | Mark | Mapping[str, object]
"""What an adapter hands out; a mapping is a record of named fields."""


class Memory(Protocol):
    """What earlier runs noted about the addresses of a source."""

    def recall(self, addresses: Sequence[str]) -> Mapping[str, Mark]:
        """Return the marks of those `addresses` that have one."""
        ...

    def skip(self, address: str) -> None:
        """Count an address that is left out because nothing about it has changed."""
        ...


class Adapter(Protocol):
    """Reads one kind of source. It streams: a record is handed out before the next one is read."""

    def read(self, source: SourceSettings, memory: Memory) -> Iterator[Record]:
        """Yield the records of `source` in a stable order; what cannot be read is yielded as Unreadable.

        A Mark among the records tells a later run how far this one came.
        """
        ...


class NoMemory:
    """A memory without a past: every address is new."""

    def recall(self, addresses: Sequence[str]) -> Mapping[str, Mark]:  # noqa: ARG002 - the interface
        """Return no mark."""
        return {}

    def skip(self, address: str) -> None:
        """Count nothing."""


@dataclasses.dataclass(frozen=True, eq=False)
class Batch:
    """Records of one source that are built and stored together; not compared or hashed by content."""

    number: int
    source: SourceSettings
    payloads: tuple[Payload | Unreadable, ...]
    marks: tuple[Mark, ...] = ()


def kinds() -> tuple[str, ...]:
    """Return the kinds of source that come with Marsad or with an installed package."""
    return (*_BUILT_IN, *(point.name for point in importlib.metadata.entry_points(group=ENTRY_POINTS)))


def find_adapter(kind: str, *, plugin: str = "") -> Adapter:
    """Return the adapter of `kind`, or the one in the Python file `plugin`; raises ConfigError when there is none."""
    if plugin:
        return _adapter_in(_load_file(Path(plugin)), plugin)
    installed = {point.name: point.value for point in importlib.metadata.entry_points(group=ENTRY_POINTS)}
    target = _BUILT_IN.get(kind) or installed.get(kind, kind)
    module_name, _, attribute = target.partition(":")
    if not attribute:
        message = (
            f"source kind {kind!r} is not known; use one of {', '.join(kinds())}, 'module:Class' of your own, "
            'or plugin = "file.py"'
        )
        raise ConfigError(message)
    try:
        return cast("Adapter", getattr(importlib.import_module(module_name), attribute)())
    except (ImportError, AttributeError) as error:
        message = f"source kind {kind!r} cannot be loaded: {error}; check that the module can be imported"
        raise ConfigError(message) from error


def _load_file(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(f"marsad_source_{path.stem}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise ConfigError(f"plugin {path} is no Python file; give the path of one, seen from the configuration")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ConfigError(f"plugin {path} cannot be loaded: {type(error).__name__}: {error}") from error
    return module


def _adapter_in(module: Any, plugin: str) -> Adapter:
    """Return the module's class `Adapter`, or the module itself when it has a function `read`."""
    if isinstance(getattr(module, "Adapter", None), type):
        return cast("Adapter", module.Adapter())
    if callable(getattr(module, "read", None)):
        return cast("Adapter", module)
    raise ConfigError(f"plugin {plugin} defines neither `read(source, memory)` nor a class Adapter with that method")


def read_source_batches(
    source: SourceSettings, memory: Memory, *, records: int = BATCH_RECORDS, first: int = 1
) -> Iterator[Batch]:
    """Yield the records of a source in batches of at most `records`, about BATCH_BYTES and LONGEST_WAIT.

    They are numbered from `first`.
    """
    pending: list[Payload | Unreadable] = []
    marks: dict[str, Mark] = {}
    size, number = 0, first
    until = time.monotonic() + LONGEST_WAIT
    for count, record in enumerate(_guarded(source, memory), 1):
        if isinstance(record, Mark):
            marks[record.address] = record
        else:
            payload = record if not isinstance(record, Mapping) else Payload("cells", record, f"{source.name}#{count}")
            pending.append(payload)
            size += len(payload.data) if isinstance(payload.data, bytes) else 500
        is_full = len(pending) >= records or size >= BATCH_BYTES or len(marks) >= _MOST_MARKS
        if is_full or time.monotonic() >= until:
            yield Batch(number, source, tuple(pending), tuple(marks.values()))
            pending, marks, size, number = [], {}, 0, number + 1
            until = time.monotonic() + LONGEST_WAIT
    if pending or marks:
        yield Batch(number, source, tuple(pending), tuple(marks.values()))


def read_batches(sources: tuple[SourceSettings, ...], *, records: int = BATCH_RECORDS) -> Iterator[Batch]:
    """Yield the records of all sources in batches, as if nothing of them had been read before."""
    number = 1
    for source in sources:
        for batch in read_source_batches(source, NoMemory(), records=records, first=number):
            number = batch.number + 1
            yield batch


def _guarded(source: SourceSettings, memory: Memory) -> Iterator[Record]:
    """Yield a source's records; an adapter that breaks costs what it had not read yet, never the other sources."""
    adapter = find_adapter(source.kind, plugin=source.plugin)
    try:
        yield from adapter.read(source, memory)
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 - adapters read what others wrote, and some are the user's
        yield Unreadable("source-failed", f"{type(error).__name__}: {error}"[:500], source.location or source.name)
