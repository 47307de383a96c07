"""Telegram Desktop exports: `messages.html` pages; `result.json` is read by `json_objects`.

What a message's parts mean is in `transforms.articles.telegram`.
"""

import io
from collections.abc import Iterator
from typing import IO, Any

from flows.sources import whole
from flows.time_limit import within_limit
from transforms.articles.records import Payload, RecordRefused, Unreadable
from transforms.articles.telegram import is_export_page, page_messages

_HEAD_BYTES = 4096


def read_page_or_export(stream: IO[bytes], locator: str) -> Iterator[Payload | Unreadable]:
    """Yield the messages of an exported page, or the one article of any other page."""
    head = stream.read(_HEAD_BYTES)
    if not is_export_page(head):
        yield from whole.read_page(_after(head, stream), locator)
        return
    raw = head + stream.read(whole.LARGEST_FILE)
    try:
        messages = within_limit(_messages, raw)
    except RecordRefused as refused:
        yield Unreadable(refused.reason, refused.detail, locator, head[:400])
        return
    for message in messages:
        yield Payload("cells", message, f"{locator}#{message.get('id', '')}")


def _messages(raw: bytes) -> list[dict[str, Any]]:
    return list(page_messages(raw))


def _after(head: bytes, stream: IO[bytes]) -> IO[bytes]:
    return io.BytesIO(head + stream.read(whole.LARGEST_FILE + 1))
