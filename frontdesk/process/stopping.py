"""Handles requests to stop (Ctrl-C, or a supervisor): never in the middle of atomic work, always with a sentence."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN_S = 0.01
_STOPS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")

Handler = Callable[[int, FrameType | None], object] | int | None


def listen() -> None:
    """Let each kind of stop request end the program as Ctrl-C does, but only once, so that cleanup can finish."""
    for number in _numbers():
        # What runs in the background of a shell has Ctrl-C switched off.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def deaf() -> None:
    """Ignore stop requests from now on, because everything is said and the program ends anyway."""
    for number in _numbers():
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def held_back() -> Iterator[list[int]]:
    """Do work that must not be interrupted; a stop request waits until its end, unless taken off the list before."""
    asked: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return
    before: dict[int, Handler] = {
        number: signal.signal(number, lambda asking, _: asked.append(asking))
        for number in _numbers()
        if signal.getsignal(number) is not signal.SIG_IGN
    }
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in asked[:1]:
            signal.raise_signal(number)


@contextmanager
def unpaused() -> Iterator[None]:
    """Do work that others wait for; Ctrl+Z waits for its end, because a process paused in the middle blocks them all.

    Only the main thread receives Ctrl+Z; in other threads, and on Windows, there is none.
    """
    number = getattr(signal, "SIGTSTP", None)
    if number is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []
    before = signal.getsignal(number)
    if before is not signal.SIG_DFL:
        yield
        return
    signal.signal(number, lambda asking, _: asked.append(asking))
    try:
        yield
    finally:
        signal.signal(number, before)
        if asked:
            signal.raise_signal(number)


@contextmanager
def saying(words: Callable[[], str]) -> Iterator[None]:
    """If the block is stopped, say what is done and what is not. The sentence of the innermost block wins."""
    try:
        yield
    except KeyboardInterrupt as stop:
        if stop.args:
            raise
        raise KeyboardInterrupt(words()) from None


def _is_loading(frame: FrameType | None) -> bool:
    while frame is not None and not frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    return frame is not None


def _numbers() -> list[int]:
    return [int(getattr(signal, name)) for name in _STOPS if hasattr(signal, name)]


def _stop(number: int, frame: FrameType | None) -> None:
    if _is_loading(frame):
        # Python's own bookkeeping of modules swallows what is raised in it: ask again.
        again = threading.Timer(_AGAIN_S, signal.raise_signal, (number,))
        again.daemon = True
        again.start()
        return
    for each in _numbers():
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


@contextmanager
def told_to_end(tell: Callable[[], object]) -> Iterator[None]:
    """Call `tell` when the process is asked to end, instead of stopping what the main thread does."""
    numbers = [number for number in _numbers() if number != getattr(signal, "SIGHUP", None)]
    before: dict[int, Handler] = {number: signal.signal(number, lambda *_: tell()) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
