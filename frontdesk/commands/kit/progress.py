"""The progress of a long command with the time left, on standard error; nothing if that is not a terminal."""

import contextlib
import sys
import threading
import time
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_QUIET_S = 1.0
"""A command that takes less time than this shows no progress and loads nothing for it."""
_EVERY_S = 0.1


class Bar:
    """The progress of one task. It appears by itself, even while SQLite is busy and reports nothing."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._done, self._of, self._next = 0, 0, 0.0
        self._lock = threading.Lock()
        self._shown: Progress | None = None
        self._ended = False

    def __call__(self, done: int, of: int) -> None:
        """Set the progress; if `of` is 0, show only that the work goes on."""
        self._done, self._of = done, of
        if self._shown is not None and (not of or time.monotonic() >= self._next):
            self._next = time.monotonic() + _EVERY_S
            self._update(self._shown)

    def come_up(self) -> None:
        """Become visible."""
        with self._lock:
            if not self._ended:
                self._shown = _begun()
                self._shown.add_task(self._words, total=None)
                self._update(self._shown)
                self._shown.start()

    def end(self) -> None:
        """Disappear, and clear what was shown."""
        with self._lock:
            self._ended = True
            if self._shown is not None:
                self._update(self._shown)
                self._shown.stop()

    def _update(self, shown: "Progress") -> None:
        shown.update(shown.task_ids[0], completed=self._done, total=self._of or None)


@contextlib.contextmanager
def progress(args: Namespace, words: str, *, at_once: bool = False) -> Iterator[Bar]:
    """Show the progress of a task once it has taken a second."""
    bar = Bar(words)
    timer = threading.Timer(0.0 if at_once else _QUIET_S, bar.come_up)
    timer.daemon = True
    if not args.json and sys.stderr.isatty():
        timer.start()
    try:
        yield bar
    finally:
        timer.cancel()
        bar.end()


def _begun() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - slow to load, and seldom needed
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
