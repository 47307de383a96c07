"""Functions that read what others wrote, called in a process of their own that is killed when they take too long.

A parser that hangs cannot be stopped from within; what it parses is decided by the callers.
"""

import atexit
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

from flows.engines import process_context
from transforms.articles.records import RecordRefused

LONGEST_SECONDS = 20.0
"""Seconds for one document; an article's page takes some hundredths of one, a feed some tenths."""
_Result = TypeVar("_Result")


def within_limit(function: Callable[..., _Result], *arguments: Any) -> _Result:
    """Return `function(*arguments)`; raises RecordRefused when it does, takes too long or ends its process."""
    return cast("_Result", _reader.call(function, arguments))


class _Reader:
    """One process that answers a call at a time; started with the first one, and anew after it was killed."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def call(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        """Return what `function` returned in the process."""
        line = self._line or self._start()
        try:
            line.send((function, arguments))
            if line.poll(LONGEST_SECONDS):
                answer = line.recv()
            else:
                answer = RecordRefused, ("too-slow", f"not read after {LONGEST_SECONDS:g} seconds")
                self.stop()
        except (EOFError, OSError) as error:
            answer = RecordRefused, ("reader-died", f"the process that read it ended ({type(error).__name__})")
            self.stop()
        kind, result = answer
        if kind is not None:
            raise kind(*result)
        return result

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
    """Answer the calls that come along the line until its other end is closed."""
    while True:
        try:
            function, arguments = line.recv()
        except (EOFError, KeyboardInterrupt):
            return
        answer: tuple[type[RecordRefused] | None, Any]
        try:
            answer = None, function(*arguments)
        except RecordRefused as refused:
            answer = RecordRefused, (refused.reason, refused.detail)
        except Exception as error:  # noqa: BLE001 - parsers of hostile input fail in ways nobody lists
            answer = RecordRefused, ("unreadable", f"{type(error).__name__}: {error}"[:500])
        line.send(answer)


_reader = _Reader()
atexit.register(_reader.stop)
