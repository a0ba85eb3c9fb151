"""Lets the stations go first: long work of another process asks for the processor when they do not want it."""

import contextlib
import os
import sys

_STEPS = 15


def step_back() -> None:
    """Let other processes go first from now on. Windows knows no such steps, and goes on as it was."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            now = os.getpriority(os.PRIO_PROCESS, 0)
            os.setpriority(os.PRIO_PROCESS, 0, max(now, _STEPS))
