"""Which field of a record is the id, the address, the title, the text, the date and the outlet.

The names are data (data/fields.tsv); what the values mean is `dates`, `urls` and `assemble`.
"""

import functools
from collections.abc import Mapping

from transforms.lexicon.schema import read_tsv
from transforms.text.normalize import normalize_name

FIELDS = ("id", "url", "title", "text", "published_at", "source", "country", "language")
_WRAPPED = ("rendered", "name", "title", "value", "text", "#text", "$t", "href", "id")


def map_fields(record: Mapping[str, object]) -> dict[str, str]:
    """Return the known fields of `record` as non-empty strings; nested values are unwrapped, unknown names ignored.

    >>> map_fields({"العنوان": "قصف", "source": {"name": "سانا"}, "pubDate": None})
    {'title': 'قصف', 'source': 'سانا'}
    """
    found: dict[str, tuple[int, str]] = {}
    for name, value in record.items():
        target = _target_of(name) if isinstance(name, str) else None
        text = as_text(value) if target else ""
        if target and text and (target[0] not in found or target[1] < found[target[0]][0]):
            found[target[0]] = (target[1], text)
    return {field: found[field][1] for field in FIELDS if field in found}


def known_names(names: object) -> set[str]:
    """Return the fields that the header `names` names, so that a reader can tell a header from a row."""
    targets = (_target_of(name) for name in names if isinstance(name, str)) if isinstance(names, list | tuple) else ()
    return {target[0] for target in targets if target}


def odd_text(record: Mapping[str, object]) -> str | None:
    """Return what stands where the text should be when that is no text, such as "body: dict", else None."""
    for name, value in record.items():
        target = _target_of(name) if isinstance(name, str) else None
        is_odd = isinstance(value, Mapping | int | float | list) and not isinstance(value, bool)
        if target and target[0] == "text" and is_odd and value:
            return f"{name}: {type(value).__name__}"
    return None


def as_text(value: object) -> str:
    """Return a cell's value as text: '' for nothing, wrapped objects unwrapped, lists joined by line breaks."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, Mapping):
        return next((as_text(value[key]) for key in _WRAPPED if value.get(key)), "")
    if isinstance(value, list | tuple):
        return _joined(value)
    return str(value)


def _joined(parts: list[object] | tuple[object, ...]) -> str:
    """Return the text of a list: message exports give runs of text and entities without separators between them."""
    if any(isinstance(part, Mapping) and "type" in part for part in parts):
        return "".join(as_text(part) for part in parts)
    return "\n".join(text for text in map(as_text, parts) if text)


@functools.lru_cache(maxsize=4096)
def _target_of(name: str) -> tuple[str, int] | None:
    return _aliases().get(_key(name))


@functools.cache
def _aliases() -> dict[str, tuple[str, int]]:
    rows = read_tsv("transforms.articles", "fields")
    aliases: dict[str, tuple[str, int]] = {}
    for rank, row in enumerate(rows):
        aliases.setdefault(_key(row["alias"]), (row["field"], rank))
    return aliases


def _key(name: str) -> str:
    return normalize_name(name).replace(" ", "").replace("_", "").replace("-", "")
