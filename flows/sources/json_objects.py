"""JSON files: an array of records, an object that holds one, a single record, or records one after the other.

Objects are cut out by their braces while the file streams past, so that neither size nor one bad object matters.
"""

import re
from collections.abc import Iterator, Mapping
from typing import IO

import orjson

from transforms.articles.encoding import UnreadableBytesError, detect_encoding
from transforms.articles.records import Payload, Unreadable
from transforms.articles.telegram import export_channel, message_fields

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
    except UnreadableBytesError as error:
        yield Unreadable("broken-encoding", str(error), locator, head[:400])
        return
    held = _HELD_LIST.search(head) if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else None
    cutter = _Cutter(head[held.end() - 1 :] if held else head, stream)
    channel = export_channel(head)
    number = 0
    for number, cut in enumerate(cutter.objects(), 1):
        payload = Payload("json", cut, f"{locator}#{number}", encoding)
        yield from _message(payload, channel) if channel is not None else (payload,)
    if cutter.rest:
        yield Unreadable(
            "truncated", "the file ends inside a record, or a record has no end", f"{locator}#{number + 1}", cutter.rest
        )
    elif number == 0:
        yield Unreadable("no-record", "the file holds no JSON object", locator, head[:400])


def _message(payload: Payload, channel: Mapping[str, str]) -> Iterator[Payload]:
    """Yield a message of a Telegram export as a record; a broken one stays as it is and is refused later."""
    try:
        message = orjson.loads(payload.data) if isinstance(payload.data, bytes) else payload.data
    except orjson.JSONDecodeError:
        yield payload
        return
    fields = message_fields(message, channel)
    if fields is not None:
        yield Payload("cells", fields, payload.locator)


class _Cutter:
    """Cuts outermost `{...}` out of a stream; `rest` is the head of an object that never ended."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._buffer, self._stream = head, stream
        self._position = self._start = self._depth = 0
        self.rest = b""

    def objects(self) -> Iterator[bytes]:
        """Yield the bytes of each outermost object."""
        while True:
            mark = _MARKS.search(self._buffer, self._position)
            if mark is None:
                more = self._read_on(len(self._buffer))
            elif mark.group() == b'"':
                closing = _STRING_END.match(self._buffer, mark.end())
                self._position = closing.end() if closing else mark.start()
                more = closing is not None or self._read_on(mark.start())
            else:
                more = True
                if self._closes(mark):
                    yield self._buffer[self._start : mark.end()]
            if not more:
                self.rest = self._buffer[:400] if self._depth else b""
                return

    def _closes(self, mark: "re.Match[bytes]") -> bool:
        """Step over a brace; True when it closes an outermost object."""
        self._position = mark.end()
        if mark.group() == b"{":
            self._start = self._start if self._depth else mark.start()
            self._depth += 1
            return False
        self._depth = max(self._depth - 1, -1)
        closed = self._depth == 0
        self._depth = max(self._depth, 0)
        return closed

    def _read_on(self, position: int) -> bool:
        """Drop what is done, read the next chunk, go on at `position`; False at the end, or in a too large object."""
        base = self._start if self._depth else position
        kept = self._buffer[base:]
        chunk = self._stream.read(_CHUNK) if len(kept) < LARGEST_OBJECT else b""
        self._buffer, self._position, self._start = kept + chunk, position - base, 0
        return bool(chunk)
