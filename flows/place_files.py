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
from transforms.gazetteer.imports import (
    PlaceImport,
    RejectedRow,
    import_places,
    is_alternate_names,
    parse_alternate_names,
    unpack,
)
from transforms.gazetteer.places import Place
from warehouse.gazetteer import imported_ids, store_imported_places


@dataclasses.dataclass(frozen=True, slots=True)
class Imported:
    """What an import gave: places stored, rows refused, and the files in the warehouse.

    `n_new` places the warehouse did not have, `n_doubled` rows told of a place again, and `n_gone` places are no longer
    there, because a file takes the place of an earlier one of its name.
    """

    n_places: int
    n_new: int
    n_doubled: int
    n_gone: int
    rejects: tuple[RejectedRow, ...]
    files: tuple[str, ...]


def import_files(files: Sequence[Path], *, warehouse: Path, country: str = "") -> Imported:
    """Parse place files and keep their places in the warehouse; raises MarsadError when a file is unreadable."""
    tables = [table for path in files for table in _tables(path)]
    alternates: dict[str, tuple[str, ...]] = {}
    for name, content in tables:
        if is_alternate_names(name, content):
            alternates |= parse_alternate_names(content)
    places = [table for table in tables if not is_alternate_names(*table)]
    if not places:
        message = f"{files[0]}: names without places; give it together with the GeoNames country file"
        raise MarsadError(message)
    gazetteer = build_gazetteer()
    found = [
        (name, import_places(name, content, gazetteer=gazetteer, alternates=alternates or None, country=country))
        for name, content in places
    ]
    return _store(warehouse, found)


def _store(warehouse: Path, found: Sequence[tuple[str, PlaceImport]]) -> Imported:
    """Keep the places under the names of their files; files of one name in one import are kept together."""
    by_name: dict[str, list[Place]] = {}
    for name, tables in found:
        by_name.setdefault(Path(name).stem, []).extend(tables.places)
    before = imported_ids(warehouse)
    rows = {name: place_rows(places) for name, places in by_name.items() if places}
    stored = [str(store_imported_places(warehouse, kept, name=f"{name}.csv")) for name, kept in rows.items()]
    after = imported_ids(warehouse)
    n_places = sum(len(kept) for kept in rows.values())
    return Imported(
        n_places=n_places,
        n_new=len(after - before),
        n_doubled=sum(len(places) for places in by_name.values()) - n_places,
        n_gone=len(before - after),
        rejects=tuple(row for _, tables in found for row in tables.rejects),
        files=tuple(stored),
    )


def full_gazetteer(warehouse: Path) -> Gazetteer:
    """Return the gazetteer with the places that were imported into the warehouse."""
    return build_gazetteer(imported_places(warehouse.resolve()))


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
