"""The version of linking: other weights, kinds or rules call for linking everything again."""

import functools
import hashlib
import importlib.resources

RULES = "5"
"""Counted up when the code links differently with the same data."""
_DATA = ("weights.tsv", "kinds.tsv", "common_words.tsv", "specific_kinds.tsv", "sites.tsv", "everyday_kinds.tsv")


@functools.cache
def linker_version() -> str:
    """Return the version of rules and data, such as 1+9f3a51c2."""
    folder = importlib.resources.files(__package__).joinpath("data")
    digest = hashlib.sha256(b"\x1f".join(folder.joinpath(name).read_bytes() for name in _DATA))
    return f"{RULES}+{digest.hexdigest()[:8]}"
