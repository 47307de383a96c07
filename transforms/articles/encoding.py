"""Bytes to text: UTF-8 first, then the Windows code page of Arabic, each judged by what comes out.

Markup's own declarations are read by the page parser; mojibake is not repaired here.
"""

import codecs
import re

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
    if _looks_arabic(sample.decode("cp1256", errors="replace")):
        return "cp1256"
    message = f"neither UTF-8 nor Windows-1256: {sample[:40]!r}"
    raise UnreadableBytesError(message)


def decode(raw: bytes, *, encoding: str = "utf-8") -> str:
    """Return `raw` as text: UTF-8 where it is, else the file's `encoding`; raises UnreadableBytesError when neither fits."""
    try:
        return raw.decode("utf-8-sig" if encoding in ("cp1256", "utf-8") else encoding)
    except UnicodeDecodeError:
        if encoding != "cp1256":
            message = f"not {encoding}: {raw[:40]!r}"
            raise UnreadableBytesError(message) from None
    text = raw.decode("cp1256", errors="replace")
    if not _looks_arabic(text):
        message = f"neither UTF-8 nor Windows-1256: {raw[:40]!r}"
        raise UnreadableBytesError(message)
    return text


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
