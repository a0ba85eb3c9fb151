"""Checks whether the input, the window and the starting process of a station still exist."""

import os
import sys
import time
from collections.abc import Callable

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _STD_INPUT = -10
    _ENDINGS = (1, 2, 5, 6)
    """Ctrl+Break, the window was closed, the user logs off, the machine shuts down."""
    _GRACE_S = 4.5
    """Windows ends the process five seconds after its window was closed, whatever it does."""
    _kept: list[object] = []
    """What Windows may call lives as long as the process."""

    def input_is_over() -> bool:
        """Whether nothing can be typed any more."""
        kernel, waiting = ctypes.windll.kernel32, wintypes.DWORD()
        kernel.GetStdHandle.restype = wintypes.HANDLE
        handle = wintypes.HANDLE(kernel.GetStdHandle(_STD_INPUT))
        return not kernel.GetNumberOfConsoleInputEvents(handle, ctypes.byref(waiting))

    def when_window_closes(end: Callable[[], object]) -> None:
        """Have the station end by itself when its window is closed."""

        def told(event: int) -> bool:
            if event in _ENDINGS:
                end()
                # As soon as this returns, the process is no more; the station ends meanwhile.
                time.sleep(_GRACE_S)
            return event in _ENDINGS

        _kept.append(ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)(told))
        ctypes.windll.kernel32.SetConsoleCtrlHandler(_kept[-1], True)

else:
    import select

    _READER_SHUT = getattr(select, "POLLRDHUP", 0)
    _OVER = select.POLLHUP | select.POLLERR | _READER_SHUT

    def input_is_over() -> bool:
        """Whether nothing can be typed any more."""
        asked = select.poll()
        asked.register(0, _READER_SHUT)
        return any(answer & _OVER for _, answer in asked.poll(0))

    def when_window_closes(end: Callable[[], object]) -> None:
        """Elsewhere a signal says so."""


class Starter:
    """The process that started this one."""

    def __init__(self) -> None:
        self._at_first = os.getppid()

    def left_alone(self, is_shown: Callable[[], bool]) -> bool:
        """Whether that process has ended and nobody can see this one; always false on Windows, where it is unknown.

        A process that leads its terminal goes on, because many are started by a process that ends at once.
        """
        if os.getppid() == self._at_first:
            return False
        return not (_has_window_of_its_own() and is_shown())


def _has_window_of_its_own() -> bool:
    return sys.platform == "win32" or os.getsid(0) == os.getpid()
