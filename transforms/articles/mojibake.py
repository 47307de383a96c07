"""Text that was read in a wrong encoding and saved so: found by its letters, turned back where nothing was lost.

`Ø§Ù„` is UTF-8 read as Western, `ط§ظ„` is UTF-8 read as Windows-1256, `ÇáÚ` is Windows-1256 read as Western.
"""

import functools
import re
from collections.abc import Mapping

from transforms.articles.script import common_word_share

_SEEN = re.compile("[\u0621-\u064a]")
_UTF8_LEADS_IN_1256 = re.compile("[\u0637-\u063a]")  # the bytes D8-DB, which begin Arabic letters in UTF-8
_WESTERN = re.compile("[\u00c0-\u00ff]")
_LETTER = re.compile(r"[^\W\d_]")
_LEAST_SUSPECT = 0.25
_LEAST_COMMON = 0.08
_DEEPEST = 2  # a text that went the wrong way twice
_JUDGED_CHARS = 2000


def repair_mojibake(text: str) -> str | None:
    """Return `text` with the lines that were read wrongly turned back; None where nothing was wrong or can be turned.

    >>> repair_mojibake("ط§ظ„ظ‚طµظپ")
    'القصف'
    """
    if not is_mojibake(text):
        return None
    repaired = "\n".join(_repaired_line(line) for line in text.split("\n"))
    return repaired if repaired != text and not is_mojibake(repaired) else None


def is_mojibake(text: str) -> bool:
    """Tell whether the letters of `text` are those that Arabic leaves behind when read in a wrong encoding."""
    head = text[:_JUDGED_CHARS]
    letters = len(_LETTER.findall(head))
    if not letters:
        return False
    arabic = len(_SEEN.findall(head))
    western = len(_WESTERN.findall(head))
    doubled = len(_UTF8_LEADS_IN_1256.findall(head))
    return western > _LEAST_SUSPECT * 2 * letters or (doubled > _LEAST_SUSPECT * letters and doubled > 0.4 * arabic)


def _repaired_line(line: str, depth: int = 0) -> str:
    if not is_mojibake(line) or depth == _DEEPEST:
        return line
    for wrong in ("cp1252", "cp1256", "mac_roman"):
        raw = _bytes_of(line, wrong)
        if raw is None:
            continue
        try:
            return _repaired_line(raw.decode("utf-8"), depth + 1)
        except UnicodeDecodeError:
            continue
    return _western_code_page(line)


def _western_code_page(line: str) -> str:
    """Return a line of an Arabic code page that was read as Western, in the code page whose words make sense."""
    raw = _bytes_of(line, "cp1252")
    if raw is None:
        return line
    readings = [raw.decode(codec, errors="replace") for codec in ("cp1256", "iso8859_6")]
    best = max(readings, key=common_word_share)
    return best if common_word_share(best) >= _LEAST_COMMON and "\ufffd" not in best else line


def _bytes_of(line: str, codec: str) -> bytes | None:
    """Return the bytes from which `codec` made `line`; None when it holds a character that the codec never makes."""
    table = _byte_of_character(codec)
    try:
        return bytes(table[char] for char in line)
    except KeyError:
        return None


@functools.cache
def _byte_of_character(codec: str) -> Mapping[str, int]:
    """Return the byte of each character; bytes that the code page leaves open stand for themselves, as browsers do."""
    table = {chr(byte): byte for byte in range(0x80 if codec == "mac_roman" else 0xA0)}
    for byte in range(256):
        char = bytes([byte]).decode(codec, errors="ignore")
        if char:
            table[char] = byte
    return table
