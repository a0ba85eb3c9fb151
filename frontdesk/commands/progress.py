"""How far a long command is, on standard error."""

import contextlib
import sys
import time
from collections.abc import Iterator

_QUIET_S = 1.0
_EVERY_S = 0.2


class ProgressLine:
    """One line on standard error, at most five times a second; where it is over within a second, none."""

    def __init__(self, *, at_once: bool) -> None:
        self._next = time.monotonic() + (0 if at_once else _QUIET_S)
        self.width = 0

    def show(self, done: int, of: int, text: str) -> None:
        """Say how far it is: `text` names {done} and {steps}."""
        if time.monotonic() < self._next and done < of:
            return
        if done == of and not self.width:
            return
        self._next = time.monotonic() + _EVERY_S
        said = text.format(done=done, steps=of)
        self.width = max(self.width, len(said) * 2)
        print(f"\r{said:<{self.width}}", end="", file=sys.stderr, flush=True)


@contextlib.contextmanager
def progress_line(*, at_once: bool = False) -> Iterator[ProgressLine]:
    """Keep a line of progress; it is ended when the work is."""
    line = ProgressLine(at_once=at_once)
    try:
        yield line
    finally:
        if line.width:
            print(file=sys.stderr)
