"""A command that halts at one point of the program until it is told to go on, or is stopped there.

Run: halt.py POINT ARGUMENT…, where POINT is module:name, module:Class.name, or either @N for the N-th time it is
called. It says "here" on standard output when it is there. POINT may be a module alone: it halts while that loads.
"""

import importlib
import importlib.abc
import signal
import sys
from collections.abc import Callable
from typing import Any

from frontdesk.__main__ import start


def wait() -> None:
    print("here", flush=True)
    sys.stdin.readline()


class Finder(importlib.abc.MetaPathFinder):
    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == self.name:
            self.name = ""
            wait()


def halting(real: Callable[..., Any], turn: int) -> Callable[..., Any]:
    calls = 0

    def halt(*values: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == turn:
            wait()
        return real(*values, **named)

    return halt


def arm(point: str) -> None:
    place, _, turn = point.partition("@")
    module, _, name = place.partition(":")
    if not name:
        sys.meta_path.insert(0, Finder(module))
        return
    owner: Any = importlib.import_module(module)
    *classes, last = name.split(".")
    for each in classes:
        owner = getattr(owner, each)
    setattr(owner, last, halting(getattr(owner, last), int(turn or 1)))


if __name__ == "__main__":
    # What runs in the background of a shell has Ctrl-C switched off.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    arm(sys.argv[1])
    sys.argv = ["frontdesk", *sys.argv[2:]]
    sys.exit(start())
