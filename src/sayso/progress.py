"""A progress bar on standard error for people; silence for pipes and for --quiet."""

import sys
import time
from types import TracebackType
from typing import Any, Self

__all__ = ["Bar"]

# A run that is over sooner needs no bar.
_PATIENCE = 1.0


class Bar:
    """Shows how far a run is, once it has lasted a second and if a person is looking at standard error."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Stay silent where `quiet` or where standard error is no terminal."""
        self._silent = quiet or not sys.stderr.isatty()
        self._began = time.monotonic()
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self, step: str, done: int, total: int) -> None:
        """Say that `done` of `total` of `step` is done; a `total` of 0 means that it is not known."""
        if self._silent or time.monotonic() - self._began < _PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar()
            self._bar.start()
        if step not in self._tasks:
            self._tasks[step] = self._bar.add_task(step, total=total or None)
        self._bar.update(self._tasks[step], completed=done, total=total or None)


def _bar() -> Any:  # noqa: ANN401 - rich's own class
    # Loaded here: only a person who waits needs it.
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - see above

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(file=sys.stderr), transient=True)
