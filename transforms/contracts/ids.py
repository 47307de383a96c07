"""How ids are made: content hashes, so that a rerun gives the same ids.

Which inputs go into an id is stated where the id is built.
"""

import hashlib

_SEPARATOR = "\x1f"  # UNIT SEPARATOR, which `clean` never leaves in a text
_LENGTH = 16


def content_id(*parts: str | None) -> str:
    """Return the first 16 hex digits of SHA-256 over `parts` joined with U+001F; None counts as ''."""
    joined = _SEPARATOR.join(part or "" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
