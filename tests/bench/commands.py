"""Runs a command as its user does and measures it: seconds, and memory of its largest process and of all together.

What is run and how the figures are shown is in `__main__`.
"""

import dataclasses
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

MARSAD = Path(sys.executable).with_name("marsad")
_SAMPLE_SECONDS = 0.1
_PROC = Path("/proc")


@dataclasses.dataclass(frozen=True, slots=True)
class Measured:
    """One finished command; resident memory at its peak, of one process and of all, 0 where /proc is missing."""

    seconds: float
    largest_mb: float
    together_mb: float


def measure(*command: object, env: dict[str, str] | None = None) -> Measured:
    """Run a command to its end; raises RuntimeError with its messages when it fails."""
    words = [str(word) for word in command]
    begun = time.perf_counter()
    process = subprocess.Popen(
        words,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, **(env or {})},
    )
    watch = _Watch(process.pid)
    watch.start()
    assert process.stderr is not None
    messages = process.stderr.read()
    process.wait()
    seconds = time.perf_counter() - begun
    watch.stop()
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}:\n{messages.decode()[-2000:]}")
    return Measured(seconds, watch.largest_mb, watch.together_mb)


class _Watch(threading.Thread):
    """Reads the resident memory of a session's processes while they run."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session, self._over = session, threading.Event()
        self.largest_mb = self.together_mb = 0.0

    def run(self) -> None:
        while not self._over.wait(_SAMPLE_SECONDS):
            resident = [self._resident_mb(folder) for folder in _PROC.glob("[0-9]*")]
            self.largest_mb = max(self.largest_mb, *resident, 0.0)
            self.together_mb = max(self.together_mb, sum(resident))

    def stop(self) -> None:
        self._over.set()
        self.join()

    def _resident_mb(self, folder: Path) -> float:
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            return 0.0
        session, pages = int(fields[3]), int(fields[21])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20 if session == self._session else 0.0
