"""Records that may take for ever to read, pages above all, built in a process of their own that is killed when they do.

What a record becomes is decided by `transforms.articles.assemble`; here is only the clock.
"""

import atexit
import itertools
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from flows.engines import process_context
from transforms.articles.assemble import Built, Origin, build_articles, reject
from transforms.articles.records import Payload, Unreadable

LONGEST_SECONDS = 20.0
"""Seconds for one record; an article's page takes some hundredths of one."""
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


def _parts(payloads: list[Payload | Unreadable], origin: Origin, *, is_slow: bool) -> Iterator[Built]:
    if not is_slow:
        yield build_articles(payloads, origin)
        return
    for payload in payloads:
        yield _reader.build(payload, origin)


def _may_be_slow(payload: Payload | Unreadable) -> bool:
    if not isinstance(payload, Payload):
        return False
    size = len(payload.data) if isinstance(payload.data, bytes) else sum(map(len, map(str, payload.data.values())))
    return payload.form == "page" or size > _LARGE


class _Reader:
    """One process that builds a record at a time; started with the first one, and anew after it was killed."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def build(self, payload: Payload | Unreadable, origin: Origin) -> Built:
        """Return the rows of one record, those of a reject when there is no answer in time."""
        line = self._line or self._start()
        try:
            line.send((payload, origin))
            if line.poll(LONGEST_SECONDS):
                answer: Built = line.recv()
                return answer
            reason, detail = "too-slow", f"not read after {LONGEST_SECONDS:g} seconds"
        except (EOFError, OSError) as error:
            reason, detail = "reader-died", f"the process that read it ended ({type(error).__name__})"
        self.stop()
        return Built([], {}, [reject(payload, origin, reason=reason, detail=detail)])

    def stop(self) -> None:
        """End the process, at once."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None

    def _start(self) -> Connection:
        context = process_context()
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()
        return self._line


def _serve(line: Connection) -> None:
    """Build what comes along the line until its other end is closed."""
    while True:
        try:
            payload, origin = line.recv()
        except (EOFError, KeyboardInterrupt):
            return
        line.send(build_articles([payload], origin))


_reader = _Reader()
atexit.register(_reader.stop)
