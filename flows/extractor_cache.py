"""The compiled extractor kept in the user's cache folder under the hash of the code and lexicons that it came from.

Compiling is `transforms.extract`'s; here it is only remembered. A damaged or foreign cache file is made anew.
"""

import contextlib
import copyreg
import hashlib
import importlib.resources
import io
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from flows.cache_folder import cache_folder
from flows.collector import without_gc

if TYPE_CHECKING:
    from transforms.extract.article import Extractor

_PACKAGES = ("contracts", "extract", "gazetteer", "lexicon", "text")
_SUFFIXES = (".py", ".tsv", ".toml", ".json", ".txt")
_KEPT_FILES = 4


def load_extractor(extra_places: Sequence[Any] = ()) -> "Extractor":
    """Return the extractor, from the cache where it is there, else compiled and kept."""
    path = _path(extra_places)
    with contextlib.suppress(Exception), without_gc(stays=True):
        return _read(path)
    from transforms.extract.article import build_extractor

    with without_gc(stays=True):
        extractor = build_extractor(extra_places)
    with contextlib.suppress(OSError):  # a full or read-only disk costs time, not the run
        _write(path, extractor)
    return extractor


def extractor_version(extra_places: Sequence[Any] = ()) -> str:
    """Return the version of the extractor, without loading it where the cache knows it."""
    path = _path(extra_places)
    with contextlib.suppress(OSError, UnicodeDecodeError), path.open("rb") as file:
        if version := _header(file.readline()):
            return version
    return load_extractor(extra_places).version


def content_key(extra_places: Sequence[Any] = ()) -> str:
    """Return a hash of everything that the compiled extractor depends on: code, lexicons, Python, added places."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {sys.implementation.cache_tag}".encode())
    root = importlib.resources.files("transforms")
    for package in _PACKAGES:
        for name, content in _files(root.joinpath(package), package):
            digest.update(f"\x1f{name}\x1f{len(content)}\x1f".encode())
            digest.update(content)
    for place in extra_places:
        digest.update(repr(place).encode())
    return digest.hexdigest()[:32]


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for child in sorted(folder.iterdir(), key=lambda found: found.name):
        name = f"{prefix}/{child.name}"
        if child.is_dir() and child.name != "__pycache__":
            yield from _files(child, name)
        elif child.name.endswith(_SUFFIXES):
            yield name, child.read_bytes()


def _path(extra_places: Sequence[Any]) -> Path:
    return cache_folder() / f"extractor-{content_key(extra_places)}.pickle"


def _read(path: Path) -> "Extractor":
    """Return the extractor of a cache file; the first line is its version, the rest a pickle with its hash."""
    with path.open("rb") as file:
        version, expected = _header(file.readline()), file.readline().strip()
        content = file.read()
    if hashlib.sha256(content).hexdigest().encode() != expected:
        message = f"{path} is damaged"
        raise ValueError(message)
    extractor = cast("Extractor", pickle.loads(content))  # noqa: S301 - our own file in the user's private folder
    if extractor.version != version:
        message = f"{path} is of another version"
        raise ValueError(message)
    return extractor


def _header(line: bytes) -> str:
    name, _, version = line.decode().strip().partition(" ")
    return version if name == "marsad-extractor" else ""


def _write(path: Path, extractor: "Extractor") -> None:
    """Put the extractor in place with one rename, so that no reader sees half a file; drop old ones."""
    content = _pickled(extractor)
    digest = hashlib.sha256(content).hexdigest()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(f"marsad-extractor {extractor.version}\n{digest}\n".encode())
            file.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _drop_old(path.parent)


def _pickled(extractor: "Extractor") -> bytes:
    """Return the extractor as a pickle; read-only views of dicts, which pickle does not know, are made anew on load."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = copyreg.dispatch_table | {MappingProxyType: _reduce_view}
    pickler.dump(extractor)
    return buffer.getvalue()


def _reduce_view(view: "MappingProxyType[Any, Any]") -> tuple[Any, ...]:
    return _view_of, (dict(view),)  # pickle cannot name the type itself


def _view_of(content: dict[Any, Any]) -> "MappingProxyType[Any, Any]":
    return MappingProxyType(content)


def _drop_old(folder: Path) -> None:
    found = sorted(folder.glob("extractor-*.pickle"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in found[_KEPT_FILES:]:
        old.unlink(missing_ok=True)
