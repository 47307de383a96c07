"""Telegram Desktop exports: `messages.html` pages; `result.json` is read by `json_objects`.

What a message's parts mean is in `transforms.articles.telegram`.
"""

import io
from collections.abc import Iterator
from typing import IO

from flows.sources import whole
from transforms.articles.records import Payload, Unreadable
from transforms.articles.telegram import is_export_page, page_messages

_HEAD_BYTES = 4096


def read_page_or_export(stream: IO[bytes], locator: str) -> Iterator[Payload | Unreadable]:
    """Yield the messages of an exported page, or the one article of any other page."""
    head = stream.read(_HEAD_BYTES)
    if not is_export_page(head):
        yield from whole.read_page(_after(head, stream), locator)
        return
    raw = head + stream.read(whole.LARGEST_FILE)
    for message in page_messages(raw):
        yield Payload("cells", message, f"{locator}#{message.get('id', '')}")


def _after(head: bytes, stream: IO[bytes]) -> IO[bytes]:
    return io.BytesIO(head + stream.read(whole.LARGEST_FILE + 1))
