"""The interface of a source and how one is found by the name of its kind.

`kind = "file"` names a module of this package; `kind = "my_module:MyAdapter"` names one of the user's own.
"""

import dataclasses
import importlib
from collections.abc import Iterator
from typing import Protocol, cast

from flows.settings import ConfigError, SourceSettings
from transforms.articles.records import Payload, Unreadable

BATCH_RECORDS = 1000
BATCH_BYTES = 8_000_000
_BUILT_IN = {"file": "flows.sources.file:FileAdapter"}


class Adapter(Protocol):
    """Reads one kind of source. It streams: a record is handed out before the next one is read."""

    def read(self, source: SourceSettings) -> Iterator[Payload | Unreadable]:
        """Yield the records of `source` in a stable order; what cannot be read is yielded as Unreadable."""
        ...


@dataclasses.dataclass(frozen=True, eq=False)
class Batch:
    """Records of one source that are built and stored together; not compared or hashed by content."""

    number: int
    source: SourceSettings
    payloads: tuple[Payload | Unreadable, ...]


def kinds() -> tuple[str, ...]:
    """Return the kinds of source that come with Marsad."""
    return tuple(_BUILT_IN)


def find_adapter(kind: str) -> Adapter:
    """Return the adapter of `kind`; raises ConfigError when there is none."""
    target = _BUILT_IN.get(kind, kind)
    module_name, _, attribute = target.partition(":")
    if not attribute:
        message = f"source kind {kind!r} is not known; use one of {', '.join(kinds())}, or 'module:Class' of your own"
        raise ConfigError(message)
    try:
        return cast("Adapter", getattr(importlib.import_module(module_name), attribute)())
    except (ImportError, AttributeError) as error:
        message = f"source kind {kind!r} cannot be loaded: {error}; check that the module can be imported"
        raise ConfigError(message) from error


def read_batches(sources: tuple[SourceSettings, ...], *, records: int = BATCH_RECORDS) -> Iterator[Batch]:
    """Yield the records of all sources in batches of at most `records` and about BATCH_BYTES each."""
    number = 0
    for source in sources:
        pending: list[Payload | Unreadable] = []
        size = 0
        for payload in find_adapter(source.kind).read(source):
            pending.append(payload)
            size += len(payload.data) if isinstance(payload.data, bytes) else 500
            if len(pending) >= records or size >= BATCH_BYTES:
                number += 1
                yield Batch(number, source, tuple(pending))
                pending, size = [], 0
        if pending:
            number += 1
            yield Batch(number, source, tuple(pending))
