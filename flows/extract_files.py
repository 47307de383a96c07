"""`marsad extract`: articles in a file to incidents in a file, with neither warehouse nor Prefect.

Streams in bounded memory; the output is in the order of the input and the same whatever the number of workers.
"""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import orjson

from flows.engines import LocalEngine
from flows.extraction import extract_articles, loaded_extractor, prepare_worker
from flows.sources.lines import read_lines
from transforms.articles.dates import parse_published
from transforms.articles.identity import article_id
from transforms.articles.records import Payload, RecordRefused, Unreadable, read_payload, sample_of
from transforms.articles.urls import canonical_url
from transforms.contracts.tables import TABLES

_CHUNK_LINES = 64
_CHUNK_BYTES = 1_000_000
_INCIDENT_COLUMNS = TABLES["incidents"].names


@dataclasses.dataclass(frozen=True, slots=True)
class Chunk:
    """Output of one chunk: JSON lines of incidents and of rejects, and how many of what."""

    incidents: bytes
    rejects: bytes
    n_articles: int
    n_incidents: int
    n_rejects: int
    bad: tuple[str, ...]


@dataclasses.dataclass(slots=True)
class Totals:
    """Counts over a whole file; `bad` counts lines that are no article."""

    articles: int = 0
    incidents: int = 0
    rejects: int = 0
    bad: int = 0


def extract_stream(
    stream: IO[bytes],
    output: IO[bytes],
    *,
    locator: str,
    workers: int,
    warehouse: Path | None = None,
    rejects: IO[bytes] | None = None,
    on_chunk: Callable[[Chunk], None] = lambda _: None,
) -> Totals:
    """Write an incident a line for the articles of `stream`; returns the counts, reports each chunk."""
    totals = Totals()
    compute = functools.partial(extract_chunk, warehouse=warehouse)
    with LocalEngine(workers) as engine:
        engine.warm_up(functools.partial(prepare_worker, warehouse))
        for chunk in engine.map(compute, _chunks(read_lines(stream, locator))):
            output.write(chunk.incidents)
            if rejects is not None:
                rejects.write(chunk.rejects)
            totals.articles += chunk.n_articles
            totals.incidents += chunk.n_incidents
            totals.rejects += chunk.n_rejects
            totals.bad += len(chunk.bad)
            on_chunk(chunk)
    return totals


def extract_chunk(payloads: tuple[Payload | Unreadable, ...], *, warehouse: Path | None) -> Chunk:
    """Return the output of one chunk of lines; runs in a worker."""
    articles, refused = [], []
    for payload in payloads:
        try:
            articles.append(read_article(payload))
        except RecordRefused as error:
            refused.append(_refusal(payload, error))
    found = extract_articles(articles, extractor=loaded_extractor(warehouse))
    rejects = [*refused, *found.rejects]
    return Chunk(
        incidents=_json_lines({name: row.get(name) for name in _INCIDENT_COLUMNS} for row in found.incidents),
        rejects=_json_lines(rejects),
        n_articles=len(articles),
        n_incidents=len(found.incidents),
        n_rejects=len(rejects),
        bad=tuple(f"{row['locator']}: {row['reason']}: {row['detail']}" for row in refused),
    )


def read_article(payload: Payload | Unreadable) -> dict[str, Any]:
    """Return the article of a line as the extractor takes it; raises RecordRefused when it is none.

    The id is the one given; the date keeps its own zone, because "today" means the outlet's day.
    """
    if isinstance(payload, Unreadable):
        raise RecordRefused(payload.reason, payload.detail)
    values = read_payload(payload).values
    text, title, url = values.get("text", ""), values.get("title"), values.get("url")
    if not text and not title:
        raise RecordRefused("no-text", "the record has neither text nor title under a known name")
    return {
        "article_id": values.get("id") or article_id(canonical_url(url), title=title, text=text),
        "published_at": _published(values.get("published_at")),
        "title": title,
        "text": text,
        "source": values.get("source"),
        "url": url,
        "country": values.get("country"),
    }


def _published(cell: str | None) -> str | dt.datetime | dt.date | None:
    """Return the date as the extractor takes it: an ISO string as written, other notations read."""
    if not cell:
        return None
    try:
        dt.datetime.fromisoformat(cell)
    except ValueError:
        published = parse_published(cell)
        if published is None:
            return None
        return published.at.date() if published.precision == "day" else published.at
    return cell


def _refusal(payload: Payload | Unreadable, error: RecordRefused) -> dict[str, Any]:
    return {
        "stage": "read",
        "reason": error.reason,
        "article_id": None,
        "locator": payload.locator,
        "detail": error.detail,
        "sample": sample_of(payload),
    }


def _json_lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows)


def _chunks(payloads: Iterator[Payload | Unreadable]) -> Iterator[tuple[Payload | Unreadable, ...]]:
    pending: list[Payload | Unreadable] = []
    size = 0
    for payload in payloads:
        pending.append(payload)
        size += len(payload.data)
        if len(pending) >= _CHUNK_LINES or size >= _CHUNK_BYTES:
            yield tuple(pending)
            pending, size = [], 0
    if pending:
        yield tuple(pending)
