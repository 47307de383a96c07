"""Messages of Telegram Desktop exports as records of named fields.

Cutting exports into messages is the sources' work, except for exported pages, which are one document.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import lxml.html

_EXPORT_PAGE = re.compile(rb"<title>Exported Data</title>")
_EXPORT_FILE = re.compile(rb'"type"\s*:\s*"(?:public|private)_(?:channel|supergroup|group)"')
_NAME = re.compile(rb'"name"\s*:\s*("(?:[^"\\]|\\.)*")')
_ID = re.compile(rb'"id"\s*:\s*(\d+)')
_MESSAGE_ID = re.compile(r"message(\d+)$")
_TITLE_DATE = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:\d{2}))?")


def is_export_page(head: bytes) -> bool:
    """Tell whether `head` begins a page that Telegram Desktop wrote."""
    return bool(_EXPORT_PAGE.search(head))


def export_channel(head: bytes) -> dict[str, str] | None:
    """Return name and id of the channel that a `result.json` beginning with `head` holds; None for any other JSON."""
    before_messages = head.partition(b'"messages"')[0]
    if not _EXPORT_FILE.search(before_messages):
        return None
    import orjson

    name, number = _NAME.search(before_messages), _ID.search(before_messages)
    return {
        "source": str(orjson.loads(name.group(1))) if name else "",
        "channel_id": number.group(1).decode() if number else "",
    }


def message_fields(message: Mapping[str, Any], channel: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the fields of a message, None for one that nobody wrote (a pinned post, a new picture) or without a text.

    The instant is the one in UTC where the export has it; the local time of the exporting machine otherwise.
    """
    if message.get("type", "message") != "message" or not message.get("text"):
        return None
    number = message.get("id")
    fields = {
        "id": number,
        "text": message["text"],
        "published_at": message.get("date_unixtime") or message.get("date"),
        "source": channel.get("source") or message.get("from"),
    }
    if number and channel.get("channel_id"):
        fields["url"] = f"https://t.me/c/{channel['channel_id']}/{number}"
    return fields


def page_messages(raw: bytes) -> Iterator[dict[str, Any]]:
    """Yield the messages with a text of an exported page; a reply without a name of its own is the last writer's."""
    tree = lxml.html.document_fromstring(raw, parser=lxml.html.HTMLParser(encoding="utf-8"))
    header = tree.xpath("string(//div[contains(@class,'page_header')]//div[contains(@class,'text')])")
    channel, writer = str(header).strip(), ""
    for message in tree.xpath("//div[contains(concat(' ',@class,' '),' message ') and contains(@class,'default')]"):
        writer = str(message.xpath("string(.//div[@class='from_name'])")).strip() or writer
        found = message.xpath(".//div[@class='text']")
        if not found:
            continue
        for line_break in found[0].iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        number = _MESSAGE_ID.search(message.get("id") or "")
        date = message.xpath("string(.//div[contains(@class,'date')]/@title)")
        yield {
            "id": number.group(1) if number else "",
            "text": found[0].text_content().strip(),
            "published_at": _iso(str(date)),
            "source": channel or writer,
        }


def _iso(title: str) -> str:
    """Return the date in a message's title ("01.02.2024 12:30:45 UTC+03:00") in ISO notation."""
    found = _TITLE_DATE.search(title)
    if not found:
        return ""
    day, month, year, clock, zone = found.groups()
    return f"{year}-{month}-{day}T{clock}{zone or ''}"
