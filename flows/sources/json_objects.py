"""JSON files: an array of records, an object that holds one, a single record, or records one after the other.

Objects are cut out by their braces while the file streams past, so that neither size nor one bad object matters.
"""

import re
from collections.abc import Iterator
from typing import IO

from transforms.articles.encoding import UnreadableBytes, detect_encoding
from transforms.articles.records import Payload, Unreadable

LARGEST_OBJECT = 32_000_000
_CHUNK = 1 << 20
_MARKS = re.compile(rb'["{}]')
_STRING_END = re.compile(rb'[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_HELD_LIST = re.compile(rb'"(?:articles|items|messages|data|results|posts|records|entries|documents)"\s*:\s*\[\s*\{')
_HEAD_BYTES = 65_536


def read_objects(stream: IO[bytes], locator: str) -> Iterator[Payload | Unreadable]:
    """Yield a payload an object; `locator` counts the objects of the file (path#1, path#2, ...)."""
    head = stream.read(_HEAD_BYTES)
    try:
        encoding = detect_encoding(head).removesuffix("-sig")
    except UnreadableBytes as error:
        yield Unreadable("broken-encoding", str(error), locator, head[:400])
        return
    held = _HELD_LIST.search(head) if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else None
    cutter = _Cutter(head[held.end() - 1 :] if held else head, stream)
    number = 0
    for number, cut in enumerate(cutter.objects(), 1):
        yield Payload("json", cut, f"{locator}#{number}", encoding)
    if cutter.rest:
        yield Unreadable("truncated", "the file ends inside a record", f"{locator}#{number + 1}", cutter.rest)
    elif number == 0:
        yield Unreadable("no-record", "the file holds no JSON object", locator, head[:400])


class _Cutter:
    """Cuts outermost `{...}` out of a stream; `rest` is the head of an object that never ended."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._buffer, self._stream = head, stream
        self.rest = b""

    def objects(self) -> Iterator[bytes]:
        """Yield the bytes of each outermost object."""
        start = position = self._buffer.find(b"{")
        depth = 0
        while True:
            mark = _MARKS.search(self._buffer, position) if position >= 0 else None
            end = mark.end() if mark else len(self._buffer)
            if mark and mark.group() == b'"':
                closing = _STRING_END.match(self._buffer, end)
                end, mark = (closing.end(), mark) if closing else (mark.start(), None)
            if mark is None:
                base = start if depth else end
                if not self._refill(base):
                    self.rest = self._buffer[:400] if depth else b""
                    return
                position, start = max(end, 0) - max(base, 0), 0
                continue
            position = end
            if mark.group() == b"{":
                start = mark.start() if depth == 0 else start
                depth += 1
            elif mark.group() == b"}" and depth:
                depth -= 1
                if depth == 0:
                    yield self._buffer[start:end]

    def _refill(self, base: int) -> bool:
        """Drop the bytes before `base`, read on; False at the end of the file or of patience."""
        kept = self._buffer[max(base, 0) :]
        chunk = self._stream.read(_CHUNK) if len(kept) < LARGEST_OBJECT else b""
        self._buffer = kept + chunk
        return bool(chunk)
