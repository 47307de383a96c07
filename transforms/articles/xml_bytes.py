"""XML from strangers made harmless before any parser sees it: decoded once, documents with entities refused.

Feeds and sitemaps are read in the modules of their names.
"""

import re

from transforms.articles.encoding import decode_page
from transforms.articles.records import RecordRefused

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def harmless_xml(raw: bytes, *, charset: str = "") -> bytes:
    """Return a document in UTF-8 without its declaration and without control characters.

    Raises RecordRefused for one that declares entities: no feed needs them, and they unfold without end or read files.
    """
    declared = _DECLARED.search(raw[:400])
    text = decode_page(raw, header=charset or (declared.group(1).decode("ascii") if declared else ""))
    if text is None:
        raise RecordRefused("broken-encoding", f"text in no encoding that is known: {raw[:40]!r}")
    if "<!ENTITY" in text.upper():
        raise RecordRefused("xml-entities", "the document declares XML entities")
    return _UNREADABLE.sub("", _DECLARATION.sub("", text, count=1)).strip().encode("utf-8", "replace")
