"""Bytes to text: by mark, by declaration, by content; each answer is judged by what comes out.

Text that was decoded wrongly before it was saved is repaired in `mojibake`.
"""

import codecs
import re

from transforms.articles.script import common_word_share

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARABIC = re.compile("[\u0621-\u064a\u0660-\u0669\u060c\u061b\u061f]")
_FOREIGN = re.compile("[^\x00-\x7f]")
_PUNCTUATION = re.compile("[\u00a0-\u00bf\u2010-\u203a\u064b-\u0652\u200c-\u200f]")
_META = re.compile(rb"""charset\s*=\s*["']?\s*([a-zA-Z0-9_-]{3,20})""")
_META_BYTES = 4096
CODE_PAGES = ("cp1256", "iso8859_6", "mac_arabic")
"""Windows-1256, ISO-8859-6 and the old Macintosh one; the first is by far the commonest."""
_LEAST_COMMON = 0.05
_UNTYPED = re.compile("[\ufffd\x80-\x9f\xad\xa4]")
_LEAST_ARABIC = 0.6
_LEAST_WIDE = 0.4
_LONGEST_TAIL = 3  # bytes by which a sample may cut a UTF-8 character


class UnreadableBytesError(ValueError):
    """Bytes that are text in no encoding that Marsad knows."""


def detect_encoding(sample: bytes) -> str:
    """Return the codec of `sample`, the first bytes of a file; raises UnreadableBytesError when none fits."""
    for bom, codec in _BOMS:
        if sample.startswith(bom):
            return codec
    if wide := _wide_arabic(sample):
        return wide
    if _is_utf8(sample):
        return "utf-8"
    if _mostly_utf8(sample):
        return "utf-8"
    if code_page := _arabic_code_page(sample):
        return code_page
    message = f"neither UTF-8 nor an Arabic code page: {sample[:40]!r}"
    raise UnreadableBytesError(message)


def decode_page(raw: bytes, *, header: str = "") -> str | None:
    """Return a page as text: by its mark, the `header` of the answer, its meta element, its content; None if none fits.

    A declaration that does not fit the bytes does not count: pages that say Windows-1256 may be UTF-8 and the reverse.
    """
    if any(raw.startswith(bom) for bom, _ in _BOMS):
        return raw.decode(detect_encoding(raw), errors="replace")
    meta = _META.search(raw[:_META_BYTES])
    for declared in (header, meta.group(1).decode("ascii", "replace") if meta else ""):
        if (told := _declared_text(raw, declared)) is not None:
            return told
    try:
        return raw.decode(detect_encoding(raw), errors="replace")
    except UnreadableBytesError:
        return None


def _declared_text(raw: bytes, name: str) -> str | None:
    """Return `raw` in the encoding `name` where it is one, fits, and what it gives is Arabic or plain."""
    try:
        codec = codecs.lookup(name.strip().lower()).name if name.strip() else ""
        if codec in ("utf-8", "ascii"):
            return raw.decode("utf-8", errors="replace") if _is_utf8(raw) or _mostly_utf8(raw) else None
        if not codec or _is_utf8(raw):
            return None
        text = raw.decode("cp1252" if codec == "iso8859-1" else codec)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    return text if _looks_arabic(text) and common_word_share(text) >= _LEAST_COMMON else None


def decode(raw: bytes, *, encoding: str = "utf-8") -> str:
    """Return `raw` as text: UTF-8 where it is, else the file's `encoding`.

    Raises UnreadableBytesError when neither fits.
    """
    try:
        return raw.decode("utf-8-sig" if encoding in (*CODE_PAGES, "utf-8") else encoding)
    except UnicodeDecodeError:
        if encoding not in CODE_PAGES:
            message = f"not {encoding}: {raw[:40]!r}"
            raise UnreadableBytesError(message) from None
    text = raw.decode(encoding, errors="replace")
    if not _looks_arabic(text):
        message = f"neither UTF-8 nor {encoding}: {raw[:40]!r}"
        raise UnreadableBytesError(message)
    return text


def _arabic_code_page(sample: bytes) -> str | None:
    """Return the code page in which `sample` has the most Arabic words; the Windows one when none has any."""
    readings = {codec: sample.decode(codec, errors="replace") for codec in CODE_PAGES}
    fitting = [codec for codec in CODE_PAGES if _looks_arabic(readings[codec])]
    return max(fitting, key=lambda codec: _likeness(readings[codec]), default=None)


def _likeness(text: str) -> tuple[float, int]:
    """Return how much a reading looks like Arabic: by its words, then by characters that nobody types."""
    return round(common_word_share(text), 2), -len(_UNTYPED.findall(text))


def _wide_arabic(sample: bytes) -> str | None:
    """Return the codec of UTF-16 without a mark: Arabic letters then have U+06 as every other byte."""
    half = len(sample) // 2
    if half and sample[1::2].count(6) >= _LEAST_WIDE * half:
        return "utf-16-le"
    return "utf-16-be" if half and sample[::2].count(6) >= _LEAST_WIDE * half else None


def _is_utf8(sample: bytes) -> bool:
    for cut in range(_LONGEST_TAIL + 1):
        try:
            sample[: len(sample) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def _mostly_utf8(sample: bytes) -> bool:
    """Tell whether broken bytes are rare among good UTF-8, so that only the broken records are lost."""
    text = sample.decode("utf-8", errors="replace")
    return text.count("\ufffd") * 5 < len(_FOREIGN.findall(text))


def _looks_arabic(text: str) -> bool:
    foreign = len(_FOREIGN.findall(text)) - len(_PUNCTUATION.findall(text))
    return foreign == 0 or len(_ARABIC.findall(text)) >= _LEAST_ARABIC * foreign
