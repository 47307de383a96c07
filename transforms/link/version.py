"""The version of linking: other weights, kinds or rules call for linking everything again."""

import functools
import hashlib
import importlib.resources

RULES = "7"
"""Counted up when the code links differently with the same data."""
_DATA = {
    "transforms.link": (
        "weights.tsv",
        "kinds.tsv",
        "common_words.tsv",
        "specific_kinds.tsv",
        "everyday_kinds.tsv",
        "cues.tsv",
        "kind_weapons.tsv",
    ),
    "transforms.lexicon": ("sites.tsv",),
}


@functools.cache
def linker_version() -> str:
    """Return the version of rules and data, such as 1+9f3a51c2."""
    files = (
        importlib.resources.files(package).joinpath("data", name) for package, names in _DATA.items() for name in names
    )
    digest = hashlib.sha256(b"\x1f".join(file.read_bytes() for file in files))
    return f"{RULES}+{digest.hexdigest()[:8]}"
