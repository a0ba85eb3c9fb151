"""The demo's morning, made once for all that one test process tries on it: each test has a copy of its own."""

import contextlib
import copy
import functools
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from frontdesk.demo.day import Demo
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import ManualClock, Millis


@functools.cache
def _first(at: Millis) -> tuple[Demo, tempfile.TemporaryDirectory[str]]:
    folder = tempfile.TemporaryDirectory()
    made = Demo.create(Path(folder.name), ManualClock(at))
    made.close()
    return made, folder


@contextlib.contextmanager
def running(folder: Path, clock: ManualClock) -> Iterator[Demo]:
    """Open a demo that was made at this time."""
    first, _kept = _first(clock.at)
    path = folder / first.path.name
    shutil.copy(first.path, path)
    demo = copy.copy(first)
    demo._desk = Desk.open(path, first._desk.actor, clock)
    demo._memory, demo._lines, demo._rng = dict(first._memory), list(first._lines), copy.copy(first._rng)
    demo._lock = threading.Lock()
    yield demo
    demo.close()
