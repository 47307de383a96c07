"""What makes an article that article: its id, the hash of its content, and the short name of its outlet.

Whether two articles say the same in other words is a question for near-duplicate detection.
"""

import hashlib
import re
import unicodedata

from transforms.contracts.ids import content_id

_NOT_WORD = re.compile(r"[^\w]+|_+")
_LONGEST_SLUG = 60
UNKNOWN_SOURCE = "unknown"


def article_id(canonical_url: str | None, *, title: str | None, text: str) -> str:
    """Return the id of an article: hash of its canonical address, else of its title and text."""
    return content_id(canonical_url) if canonical_url else content_id(title, text)


def content_sha256(title: str | None, text: str) -> str:
    """Return the SHA-256 of title and text as 64 hex digits; it changes when the article is edited."""
    joined = f"{title or ''}\x1f{text}"
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def source_slug(name: str | None) -> str | None:
    """Return the short name of an outlet in lower case with hyphens; Arabic letters stay, None without a letter.

    >>> source_slug("Enab Baladi | عنب بلدي")
    'enab-baladi-عنب-بلدي'
    """
    composed = unicodedata.normalize("NFKC", name or "").lower()
    bare = "".join(char for char in composed if unicodedata.category(char) not in ("Mn", "Cf"))
    return _NOT_WORD.sub("-", bare).strip("-")[:_LONGEST_SLUG].strip("-") or None
