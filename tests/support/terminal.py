"""A program in a terminal of its own: what is typed goes to it, and what it draws is read off the screen.

The screen is a terminal emulator's, so what a test reads is what a person would see, and where the caret stands.
"""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sysconfig
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyte
from pyte.screens import Char

PATIENCE_S = 120.0
"""How long a test waits for something to be shown before it fails; usually it takes less than a second."""

FRONTDESK = str(Path(sysconfig.get_path("scripts"), "frontdesk"))
"""The program as it was installed beside this Python: from the sources, or from a wheel."""

KEYS = {
    "F2": "\x1bOQ", "F3": "\x1bOR", "F4": "\x1bOS", "F5": "\x1b[15~", "F6": "\x1b[17~", "F8": "\x1b[19~",
    "F10": "\x1b[21~", "Enter": "\r", "Esc": "\x1b", "Tab": "\t",
    "Ctrl+C": "\x03", "Ctrl+D": "\x04", "Ctrl+F": "\x06", "Ctrl+G": "\x07", "Ctrl+K": "\x0b", "Ctrl+L": "\x0c",
    "Ctrl+N": "\x0e", "Ctrl+O": "\x0f", "Ctrl+P": "\x10", "Ctrl+Q": "\x11", "Ctrl+T": "\x14", "Ctrl+X": "\x18",
    "Ctrl+Y": "\x19", "Ctrl+Z": "\x1a",
}  # fmt: skip

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_MODES_AT_FIRST = frozenset({7, 25})
"""A terminal breaks long lines and shows its caret; nothing else is switched on."""
_UNKNOWN = re.compile(rb"\x1b\[[<=>][\d;]*[a-z]")
"""Enquiries that newer terminals know, and the emulator does not: it would draw their last letter."""
_SECOND_SCREEN = b"\x1b[?1049h"
_UNFINISHED = re.compile(rb"\x1b(\[[<=>?\d;]*)?$")


class Terminal:
    """A program in a terminal of so many columns and rows, started as soon as this is made."""

    def __init__(
        self, *command: str, size: tuple[int, int] = (80, 24), environment: Mapping[str, str] = {}, tells: bool = True
    ) -> None:  # fmt: skip
        """`tells`: whether the program is sent a signal when the window is closed."""
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._settings_at_first = termios.tcgetattr(theirs)
        self.process = subprocess.Popen(
            command,
            preexec_fn=lambda: (_as_in_a_window if tells else _beside_a_window)(theirs),  # noqa: PLW1509 - no threads here
            pass_fds=(theirs,),
            env=_of_the_machine() | {"TERM": "xterm-256color", **environment},
        )
        os.close(theirs)
        self._held = b""
        self.drawn = b""
        """All that the program has written, as it was written."""

    # -- what is seen -------------------------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        # Not the emulator's own `display`: it stumbles over a wide character of which one half was drawn over.
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return ["".join(row[x].data for x in range(self._screen.columns)).rstrip() for row in rows]

    @property
    def cells(self) -> list[list[Char]]:
        """Every cell of the screen, row by row, with its colours."""
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return [[row[x] for x in range(self._screen.columns)] for row in rows]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def caret(self) -> tuple[int, int]:
        """The column and row of the caret, counted from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def cell(self, column: int, row: int) -> str:
        """What stands in a cell; a Chinese character stands in the first of its two."""
        return str(self._screen.buffer[row][column].data)

    @property
    def modes(self) -> set[int]:
        """The private modes that are on: 7 breaks long lines, 25 shows the caret, 1049 is the second screen."""
        modes = set(_MODES_AT_FIRST)
        for numbers, switch in _MODE.findall(self.drawn):
            change = modes.add if switch == b"h" else modes.discard
            for number in numbers.split(b";"):
                change(int(number))
        return modes

    def is_as_before(self) -> bool:
        """Return whether the terminal is as it was before the program started."""
        return self.modes == _MODES_AT_FIRST and termios.tcgetattr(self._ours) == self._settings_at_first

    def read(self, wait_s: float = 0.1) -> bool:
        """Draw what the program has written; return whether more may come."""
        try:
            if select.select([self._ours], [], [], wait_s)[0]:
                self._draw(os.read(self._ours, 65536))
        except OSError:  # the program has gone
            return False
        return True

    def _draw(self, written: bytes) -> None:
        self.drawn += written
        written = self._held + written
        unfinished = _UNFINISHED.search(written)
        end = unfinished.start() if unfinished else len(written)
        self._held = written[end:]
        # The second screen is blank whenever it is taken; the emulator has one only.
        written = written[:end].replace(_SECOND_SCREEN, _SECOND_SCREEN + b"\x1b[2J")
        self._stream.feed(_UNKNOWN.sub(b"", written))

    def until(self, seen: Callable[[], Any]) -> None:
        """Wait until something is so. Fails with what the screen shows."""
        ends = time.monotonic() + PATIENCE_S
        while not seen():
            assert self.read(), f"it ended; the screen shows:\n{self.text}"
            assert time.monotonic() < ends, f"never came; the screen shows:\n{self.text}"

    def reads(self, *texts: str) -> None:
        """Wait until all of these can be read on the screen at once."""
        self.until(lambda: all(text in self.text for text in texts))

    # -- what is done -------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys by name ("F2", "Ctrl+Q"), or type a text."""
        with contextlib.suppress(OSError):  # the program may just have gone
            for key in keys:
                os.write(self._ours, KEYS.get(key, key).encode())

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window to another size."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def end(self, key: str = "") -> int:
        """Wait until the program has ended; return its exit code.

        `key` is pressed for it, once a second, as a person would: a terminal drops what is typed while it is switched.
        """
        ends, pressed = time.monotonic() + PATIENCE_S, 0.0
        while self.read():
            now = time.monotonic()
            assert now < ends, f"never ended; the screen shows:\n{self.text}"
            if key and now - pressed > 1:
                pressed = now
                self.press(key)
        return self.process.wait(PATIENCE_S)

    def hang_up(self) -> None:
        """Close the window while the program runs."""
        os.close(self._ours)

    def close(self) -> None:
        """Close the window; end the program where it has not ended by itself."""
        with contextlib.suppress(OSError):
            os.close(self._ours)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


Open = Callable[..., Terminal]
"""What the fixture `frontdesk` gives: start it with these arguments, speaking a `language`, in a window of a `size`."""


def _of_the_machine() -> dict[str, str]:
    """What is set on this machine; but how wide and high the window is, the window says."""
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}


def _as_in_a_window(terminal: int) -> None:
    """Begin as in a window of one's own: what runs in the background may have signals switched off."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.login_tty(terminal)


def _beside_a_window(terminal: int) -> None:
    """Begin at a terminal that is not one's own: nobody says when it goes."""
    os.setsid()
    for number in range(3):
        os.dup2(terminal, number)
