"""Python's cycle collector held back where many objects are made that hold no cycles."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def without_gc(*, stays: bool = False) -> Iterator[None]:
    """Run a block without the collector; with `stays` what it made is never visited later either."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stays:
            gc.freeze()
        if was_enabled:
            gc.enable()
