"""Batches of records built so that none holds the others up: pages and large records against the clock.

What a record becomes is decided by `transforms.articles.assemble`; the clock is `time_limit`'s.
"""

import itertools
from collections.abc import Iterable, Iterator

from flows.time_limit import within_limit
from transforms.articles.assemble import Built, Origin, build_articles, reject
from transforms.articles.records import Payload, RecordRefused, Unreadable

_LARGE = 200_000


def build_timed(payloads: Iterable[Payload | Unreadable], origin: Origin) -> Built:
    """Return the rows that `payloads` make.

    A page or a large record that takes too long, or ends the process that reads it, is a reject.
    """
    built = Built([], {}, [])
    for is_slow, group in itertools.groupby(payloads, key=_may_be_slow):
        for part in _parts(list(group), origin, is_slow=is_slow):
            built.articles += part.articles
            built.rejects += part.rejects
            built.sources = part.sources | built.sources
    return built


def _may_be_slow(payload: Payload | Unreadable) -> bool:
    if not isinstance(payload, Payload):
        return False
    size = len(payload.data) if isinstance(payload.data, bytes) else sum(map(len, map(str, payload.data.values())))
    return payload.form == "page" or size > _LARGE


def _parts(payloads: list[Payload | Unreadable], origin: Origin, *, is_slow: bool) -> Iterator[Built]:
    if not is_slow:
        yield build_articles(payloads, origin)
        return
    for payload in payloads:
        try:
            yield within_limit(build_articles, [payload], origin)
        except RecordRefused as refused:
            yield Built([], {}, [reject(payload, origin, reason=refused.reason, detail=refused.detail)])
