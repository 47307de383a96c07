"""A first look at a page's bytes: can it be Arabic at all? Cheap enough for the whole of a crawl.

The answer may be a wrong yes, never a wrong no for an article; reading the page is `pages`' work.
"""

import re

_UTF8_ARABIC = re.compile(rb"(?:[\xd8-\xdb][\x80-\xbf]){3}")  # three letters in a row
_PAGE_WORDS_1256 = re.compile(rb"[\xc1-\xdf\xe1\xe3-\xe6\xec\xed]{3,}")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?(?:windows-1256|cp1256|iso-8859-6|x-mac-arabic)""", re.IGNORECASE)
_ENTITY = re.compile(rb"&#(?:15[6-9]\d|16\d\d|x06[2-4][0-9a-f]);", re.IGNORECASE)
_LEAST_WORDS = 30
_DECLARING_BYTES = 4096


def may_be_arabic(raw: bytes) -> bool:
    """Tell whether `raw` holds at least some thirty words that can be Arabic, in any encoding that Marsad reads."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if _holds(_UTF8_ARABIC, raw) or _holds(_ENTITY, raw):
        return True
    if _CHARSET.search(raw[:_DECLARING_BYTES]):
        return True
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return _holds(_PAGE_WORDS_1256, raw)
    return False


def _holds(pattern: re.Pattern[bytes], raw: bytes) -> bool:
    found = pattern.finditer(raw)
    return sum(1 for _, _ in zip(found, range(_LEAST_WORDS), strict=False)) >= _LEAST_WORDS
