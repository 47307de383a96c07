"""What a person sees while a run works: a line a stage on a terminal, nothing where nobody looks.

Summaries at the end of a command are printed by the commands.
"""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID


class Progress:
    """Shows the stages of a run on standard error when that is a terminal and `quiet` is not set."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._is_shown = not quiet and sys.stderr.isatty()
        self._bars: RichProgress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._began = time.monotonic()

    def __enter__(self) -> Self:
        """Return the progress itself; the display starts with the first stage."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the display as it stands."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = None

    def begin(self, stage: str, *, total: int | None = None, unit: str = "articles") -> None:
        """Show a line for `stage`; `total` may be unknown."""
        if not self._is_shown:
            return
        bars = self._bars or self._start()
        self._tasks[stage] = bars.add_task(f"{stage:<9}", total=total, unit=unit)

    def advance(self, stage: str, n: int) -> None:
        """Add `n` done units to the line of `stage`."""
        if self._bars is not None and stage in self._tasks:
            self._bars.advance(self._tasks[stage], n)

    def end(self, stage: str) -> None:
        """Mark the line of `stage` as complete."""
        if self._bars is not None and stage in self._tasks:
            task = self._tasks.pop(stage)
            done = self._bars.tasks[self._bars.task_ids.index(task)].completed
            self._bars.update(task, total=done or 1, completed=done or 1)

    def _start(self) -> "RichProgress":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[unit]}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
        )
        self._bars.start()
        return self._bars
