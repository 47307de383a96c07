"""Places that users bring in files: read here, parsed by `transforms.gazetteer`, kept by the warehouse."""

import contextlib
import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.places import imported_places, place_rows
from flows.settings import ConfigError
from flows.sources.file import open_plain
from transforms.contracts.errors import MarsadError
from transforms.gazetteer.build import Gazetteer, build_gazetteer
from transforms.gazetteer.imports import PlaceImport, RejectedRow, import_places, parse_alternate_names, unpack
from warehouse.gazetteer import store_imported_places

_ALTERNATES = "alternate"


@dataclasses.dataclass(frozen=True, slots=True)
class Imported:
    """What an import gave: places stored, rows refused, and the files in the warehouse."""

    n_places: int
    rejects: tuple[RejectedRow, ...]
    files: tuple[str, ...]


def import_files(files: Sequence[Path], *, warehouse: Path, country: str = "") -> Imported:
    """Parse place files and keep their places in the warehouse; raises MarsadError when a file is unreadable."""
    tables = [(path, name, content) for path in files for name, content in _tables(path)]
    alternates: dict[str, tuple[str, ...]] = {}
    for path, name, content in tables:
        if _is_alternates(path, name):
            alternates |= parse_alternate_names(content)
    gazetteer = build_gazetteer()
    n_places = 0
    rejects: list[RejectedRow] = []
    stored: list[str] = []
    for path, name, content in tables:
        if _is_alternates(path, name):
            continue
        found: PlaceImport = import_places(
            name, content, gazetteer=gazetteer, alternates=alternates or None, country=country
        )
        rejects.extend(found.rejects)
        if found.places:
            n_places += len(found.places)
            stored.append(str(store_imported_places(warehouse, place_rows(found.places), name=name)))
    return Imported(n_places, tuple(rejects), tuple(stored))


def full_gazetteer(warehouse: Path) -> Gazetteer:
    """Return the gazetteer with the places that were imported into the warehouse."""
    return build_gazetteer(imported_places(warehouse.resolve()))


def _is_alternates(path: Path, name: str) -> bool:
    return _ALTERNATES in f"{path}/{name}".lower()


def _tables(path: Path) -> Iterator[tuple[str, bytes]]:
    if not path.is_file():
        message = f"{path} is no file; give a table of places as CSV, GeoJSON, GeoNames text, or a zip of these"
        raise ConfigError(message)
    with _clear_errors(path), open_plain(path) as stream:
        yield from unpack(path.name, stream.read())


@contextlib.contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, EOFError) as error:
        message = f"{path} cannot be read: {error}"
        raise MarsadError(message) from error
