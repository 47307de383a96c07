"""A source tried without a lake: its first records, and the rows that they would become.

The same adapters and the same judgement as in `flows.ingest`; nothing is remembered.
"""

import dataclasses
import datetime as dt
import itertools

from flows.batches import origin_of
from flows.source_settings import SourceSettings
from flows.sources.adapter import NoMemory, read_source_batches
from flows.timed_records import build_timed
from transforms.articles.assemble import Built


def try_source(source: SourceSettings, *, limit: int) -> Built:
    """Return the rows that the first `limit` records of `source` make."""
    few = dataclasses.replace(source, max_pages=min(limit, source.max_pages))
    batches = read_source_batches(few, NoMemory(), records=limit)
    payloads = (payload for batch in batches for payload in batch.payloads)
    return build_timed(itertools.islice(payloads, limit), origin_of(source, dt.datetime.now(dt.UTC), "trial"))
