"""One payload of a source as named fields: a JSON line, a row of cells, a text file or a page.

Reading payloads out of files is the sources' work; making a row of `articles` is `assemble`.
"""

import dataclasses
import json
import re
from collections.abc import Mapping
from typing import Literal

import orjson

from transforms.articles.encoding import UnreadableBytesError, decode, detect_encoding
from transforms.articles.fields import map_fields, odd_text

Form = Literal["json", "cells", "text", "page"]

LONGEST_TEXT = 2_000_000
"""Characters above which a text is no article but a dump."""
_LONGEST_TITLE = 150
_SENTENCE_ENDS = (".", "؛", ":", "،", "!")
_LETTER = re.compile(r"[^\W\d_]")
_SURROGATES = dict.fromkeys(range(55296, 57344), "�")


class RecordRefused(Exception):  # noqa: N818 - it is an outcome with a reason, not a failure of the program
    """A record that is no article; `reason` is a short fixed word, `detail` is for a person."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


@dataclasses.dataclass(frozen=True, slots=True)
class Payload:
    """One record as its source gave it; `locator` says where it stood (path:line).

    A file that is one article has its `name`: it may tell the day and is the article's id. `folder` is the folder of
    such a file, or the name of a file with many records: it stands for the outlet where nothing else names one.
    `known` holds fields that the source told beside the record (a feed's entry for the page it leads to), with
    `basis` saying where they stood; `encoding` is empty where nothing declares it.
    """

    form: Form
    data: bytes | Mapping[str, object]
    locator: str
    encoding: str = "utf-8"
    name: str = ""
    folder: str = ""
    known: Mapping[str, str] = dataclasses.field(default_factory=dict)
    basis: str = "record"


@dataclasses.dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or a part of one that gave no record, with the reason; it stands among the payloads in their order."""

    reason: str
    detail: str
    locator: str
    data: bytes = b""


@dataclasses.dataclass(frozen=True, slots=True)
class Fields:
    """The known fields of a record; `dates` are the dates that it gives as (basis, cell), the most trusted first."""

    values: Mapping[str, str]
    dates: tuple[tuple[str, str], ...] = ()


def read_payload(payload: Payload) -> Fields:
    """Return the fields of `payload`; raises RecordRefused when it is broken."""
    if payload.form == "page" and isinstance(payload.data, bytes):
        from transforms.articles.pages import read_page  # lazy: its libraries take a third of a second to load

        fields = read_page(payload.data, charset=payload.encoding, url=payload.known.get("url"))
        stem = {"id": payload.name.partition(".")[0]} if payload.name else {}
        return _with_known(Fields({**stem, **fields.values}, fields.dates), payload)
    if not isinstance(payload.data, bytes):
        values = _checked_fields(_checked_cells(payload.data))
    elif payload.form == "json":
        values = _checked_fields(_json_object(payload.data, payload.encoding))
    else:
        values = _text_fields(_decoded_file(payload.data))
        if payload.name:
            values["id"] = payload.name.partition(".")[0]
    basis = "record" if payload.known else payload.basis
    dates = ((basis, values["published_at"]),) if "published_at" in values else ()
    return _with_known(Fields(values, dates), payload)


def _with_known(fields: Fields, payload: Payload) -> Fields:
    """Return `fields` with what the source told beside the record: it fills gaps, and its date comes first."""
    if not payload.known:
        return fields
    told = {name: value for name, value in payload.known.items() if value}
    dates = ((payload.basis, told["published_at"]), *fields.dates) if "published_at" in told else fields.dates
    values = {**told, **fields.values}
    if payload.form == "page" and "title" in told:
        values["title"] = told["title"]  # a page's own title often carries the site's name
    return Fields(values, dates)


def _checked_fields(record: Mapping[str, object]) -> dict[str, str]:
    """Return the known fields of a record; refuses one whose text is an object or a number."""
    values = map_fields(record)
    if ("text" not in values or not _LETTER.search(values["text"])) and (odd := odd_text(record)):
        raise RecordRefused("wrong-type", f"the text is no text ({odd})")
    return values


def sample_of(payload: Payload | Unreadable, *, length: int = 200) -> str:
    """Return the first characters of a payload for a person to recognise it."""
    if isinstance(payload.data, bytes):
        return payload.data[: 2 * length].decode("utf-8", errors="replace")[:length].replace("\x00", "\ufffd")
    return str(dict(payload.data))[:length].translate(_SURROGATES)


def article_name(path: str) -> str:
    """Return the last part of a path or address, by which a file that is one article is known."""
    return path.rstrip("/").rpartition("/")[2]


def _checked_cells(cells: Mapping[str, object]) -> Mapping[str, object]:
    """Return `cells`; refuses a row whose bytes were not text in the file's encoding."""
    for name, cell in cells.items():
        if isinstance(cell, str) and any("\udc80" <= char <= "\udcff" for char in cell):
            raise RecordRefused("broken-encoding", f"column {name} is not text in the encoding of the file")
    return cells


def _json_object(raw: bytes, encoding: str) -> Mapping[str, object]:
    try:
        value = orjson.loads(raw) if encoding == "utf-8" else _lenient(raw, encoding)
    except orjson.JSONDecodeError:
        value = _lenient(raw, encoding)
    if not isinstance(value, dict):
        raise RecordRefused("not-an-object", f"a record is a JSON object, this is {type(value).__name__}")
    return value


def _lenient(raw: bytes, encoding: str) -> object:
    """Return the JSON value of a line with raw control characters, NaN, or another encoding."""
    try:
        return json.loads(decode(raw, encoding=encoding), strict=False)
    except UnreadableBytesError as error:
        raise RecordRefused("broken-encoding", str(error)) from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise RecordRefused("broken-json", str(error)) from None


def _decoded_file(raw: bytes) -> str:
    try:
        return decode(raw, encoding=detect_encoding(raw))
    except UnreadableBytesError as error:
        raise RecordRefused("broken-encoding", str(error)) from None


def _text_fields(content: str) -> dict[str, str]:
    """Return title and text of a text file; the first line is the title when it is short and no sentence."""
    content = content.replace("\r\n", "\n").strip("\n\ufeff")
    first, _, rest = content.partition("\n")
    first = first.strip()
    if rest.strip() and len(first) <= _LONGEST_TITLE and not first.endswith(_SENTENCE_ENDS):
        return {"title": first, "text": rest.strip("\n")}
    return {"text": content}
