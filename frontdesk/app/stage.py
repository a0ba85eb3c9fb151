"""What stands in the terminal before the application is loaded, and how the application takes it over."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from frontdesk.app.outlet import Outlet
from frontdesk.process.stopping import held_back

if sys.platform != "win32":
    import termios

SECOND_SCREEN = "\x1b[?1049h"
"""Switches to the second screen; in many terminals it clears that, even where it is up already."""
_BEGIN = f"\x1b[?2026h{SECOND_SCREEN}\x1b[?25l\x1b[?7l"
"""No part of the picture is shown before all of it is there; then the caret goes, and lines end at the edge."""
_END = "\x1b[?2026l"
_GIVE_BACK = "\x1b[?7h\x1b[?1049l\x1b[?25h"
_COLUMNS, _ROWS = 80, 25
"""The window of a terminal that does not tell its size, as the application takes it to be."""
_DRAWN_WITHIN_S = 0.05
"""How long a picture may take to be drawn; a terminal that is stuck holds nothing up."""
_LAST_WORDS_S = 0.5

Settings = list[int | list[bytes | int]]


class Taken(NamedTuple):
    """What the application takes over."""

    outlet: Outlet
    settings: Settings
    """How the terminal was set before."""


class Stage:
    """The terminal of this process while the first picture stands in it. Keys wait there until the application reads.

    Only Ctrl+C still ends the program, as it does before any picture stands.
    """

    def __init__(self, fileno: int, outlet: Outlet, settings: Settings) -> None:
        self._fileno = fileno
        self._standing: Taken | None = Taken(outlet, settings)

    def take_over(self) -> Taken | None:
        """Leave the terminal to the application as it is now; None if that is done already."""
        taken, self._standing = self._standing, None
        return taken

    def give_back(self) -> None:
        """Restore the terminal, unless the application has taken it over."""
        if (taken := self.take_over()) is None:
            return
        taken.outlet.write(_GIVE_BACK)
        taken.outlet.stop(_LAST_WORDS_S)
        _set(self._fileno, taken.settings)


@contextmanager
def standing(picture: Callable[[int, int], list[str]]) -> Iterator[Stage | None]:
    """Put up a picture (its rows, for so many columns and rows) until the application takes it over.

    None where that cannot be: on Windows, and where the application would draw elsewhere.
    """
    stage = None
    try:
        # What stops the program waits until it is known how to give the terminal back.
        with held_back():
            stage = _put_up(picture)
        yield stage
    finally:
        if stage is not None:
            stage.give_back()


if sys.platform == "win32":

    def _put_up(picture: Callable[[int, int], list[str]]) -> Stage | None:
        return None

    def _set(fileno: int, settings: Settings) -> None:
        """Nothing was set."""

else:

    def _put_up(picture: Callable[[int, int], list[str]]) -> Stage | None:
        terminal, keys = sys.__stderr__, sys.__stdin__
        if terminal is None or keys is None or not terminal.isatty() or "TEXTUAL_DRIVER" in os.environ:
            return None
        columns, rows = _size()
        drawn = "".join(f"\x1b[{y};1H{row}" for y, row in enumerate(picture(columns, rows), 1))
        fileno = keys.fileno()
        try:
            settings = termios.tcgetattr(fileno)
        except termios.error:
            return None
        outlet = Outlet(terminal)
        stage = Stage(fileno, outlet, settings)
        try:
            _set(fileno, _keys_wait(fileno, settings))
            outlet.start()
            outlet.write(f"{_BEGIN}{drawn}{_END}")
            outlet.wait(_DRAWN_WITHIN_S)
        except BaseException:
            stage.give_back()
            raise
        return stage

    def _size() -> tuple[int, int]:
        """Return the columns and rows of the window, found out as the application does."""
        given = [os.environ.get(name, "") for name in ("COLUMNS", "LINES")]
        columns, rows = (int(each) if each.isdecimal() else 0 for each in given)
        if not (columns and rows):
            with suppress(OSError, ValueError, AttributeError):
                found = os.get_terminal_size(sys.__stdout__.fileno())  # type: ignore[union-attr]
                columns, rows = columns or found.columns, rows or found.lines
        return columns or _COLUMNS, rows or _ROWS

    def _keys_wait(fileno: int, before: Settings) -> Settings:
        """Return settings with which keys are neither shown nor changed, and wait; the suspending ones are keys too."""
        of_input, of_output, of_control, local, *speeds, characters = before
        assert isinstance(of_input, int)
        assert isinstance(local, int)
        assert isinstance(characters, list)
        characters, nothing = [*characters], os.fpathconf(fileno, "PC_VDISABLE").to_bytes()
        characters[termios.VMIN], characters[termios.VTIME] = 1, 0
        characters[termios.VSUSP] = characters[termios.VQUIT] = nothing
        return [
            of_input & ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR),
            of_output,
            of_control,
            local & ~(termios.ECHO | termios.ICANON | termios.IEXTEN),
            *speeds,
            characters,
        ]

    def _set(fileno: int, settings: Settings) -> None:
        # A terminal that is gone needs none.
        with suppress(termios.error):
            termios.tcsetattr(fileno, termios.TCSANOW, settings)
