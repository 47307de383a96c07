"""The extractor's version: what changes the rows that it writes.

A release number for people and a hash over code, lexicons and places for machines.
"""

import functools
import hashlib
import importlib.resources
from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable

from transforms.gazetteer.places import Place

RELEASE = "1"
_PACKAGES = ("transforms.text", "transforms.lexicon", "transforms.gazetteer", "transforms.extract")


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry)
        elif entry.name.endswith((".py", ".tsv", ".toml", ".json")):
            yield entry


@functools.cache
def _packaged_hash() -> str:
    digest = hashlib.sha256()
    for package in _PACKAGES:
        for entry in _files(importlib.resources.files(package)):
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())
    return digest.hexdigest()


def resources_version(extra_places: Sequence[Place] = ()) -> str:
    """Return release and hash, such as "1+3fa91c0b2d"; places imported by a user are part of it."""
    digest = hashlib.sha256(_packaged_hash().encode())
    for place in extra_places:
        digest.update(repr(place).encode())
    return f"{RELEASE}+{digest.hexdigest()[:10]}"
