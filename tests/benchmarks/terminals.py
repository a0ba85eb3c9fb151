"""Programs in terminals of their own, the store they look at, and an empty Textual application to measure beside them.

A pseudo-terminal is a POSIX thing: elsewhere `AVAILABLE` is false, and the figures taken with one are left out.
"""

import importlib.util
import os
import select
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from data import policy
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.plates import Plate, show_plate

AVAILABLE = importlib.util.find_spec("termios") is not None

COLUMNS, ROWS = 120, 40
COMPILED = Path(tempfile.gettempdir(), "frontdesk-benchmark-compiled")
"""Where Python keeps what it has compiled: an installed program is not compiled anew at each start."""
PATIENCE_S = 30.0
EMPTY_TEXT = "an-empty-application"
EMPTY = f"""
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("{EMPTY_TEXT}")

Empty().run()
"""

SIX_TIMES = f"""
import time
from textual.app import App
from textual.widgets import Static

class SixTimes(App):
    def compose(self):
        yield Static("{EMPTY_TEXT}")
        yield from (Static() for _ in range(6))

    def on_mount(self):
        self.set_interval(1.0, self.tick)

    def tick(self):
        for line in list(self.query(Static))[1:]:
            line.update(time.strftime("%H:%M:%S"))

SixTimes().run()
"""


class Terminal:
    """A program in a terminal of 120×40, started as soon as this is made; `began` says when."""

    def __init__(self, *command: str, **environment: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPYCACHEPREFIX": str(COMPILED), **environment}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.ended = False
        self.began = time.perf_counter()
        self.pid, self._ours = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(command[0], command, environment)
        self._seen = b""

    def fileno(self) -> int:
        """Return what `select` waits for."""
        return self._ours

    def press(self, keys: bytes) -> float:
        """Press keys, as a terminal sends them; return when."""
        self._seen = b""
        at = time.perf_counter()
        os.write(self._ours, keys)
        return at

    def shows(self, text: bytes) -> bool:
        """Read what has come; return whether the text was in what came since the last time it was."""
        self._seen += os.read(self._ours, 65536)
        found = text in self._seen
        self._seen = b"" if found else self._seen[-4096:]
        return found

    def close(self) -> float:
        """End the program; return the processor time it took, in seconds."""
        os.kill(self.pid, 9)
        used = os.wait4(self.pid, 0)[2]
        os.close(self._ours)
        return used.ru_utime + used.ru_stime


def empty_application(program: str = EMPTY) -> Terminal:
    """Start a Textual application that shows one text and does nothing, or only what is given here."""
    return Terminal(sys.executable, "-c", program)


def station(store: Path, kind: str = "guard") -> Terminal:
    """Start a station, as a person would."""
    program = str(Path(sys.executable).with_name("frontdesk"))
    settings = str(store.with_name("no-settings.toml"))
    return Terminal(program, kind, "--database", str(store), "--by", "benchmark", FRONTDESK_CONFIG=settings)


def shown(terminals: Sequence[Terminal], text: str) -> list[float]:
    """Wait until every terminal shows a text; return when each did, the first first."""
    waiting, arrived, given_up = list(terminals), [], time.perf_counter() + PATIENCE_S
    while waiting:
        ready = select.select(waiting, [], [], PATIENCE_S)[0]
        now = time.perf_counter()
        assert now < given_up, f"{text} was not shown"
        for terminal in ready:
            if terminal.shows(text.encode()):
                arrived.append(now)
                waiting.remove(terminal)
    return arrived


def drain(terminals: Sequence[Terminal], seconds: float) -> None:
    """Take what the terminals show for a while."""
    until = time.perf_counter() + seconds
    while (left := until - time.perf_counter()) > 0:
        for terminal in select.select(terminals, [], [], left)[0]:
            terminal.shows(b"\0")


def fill(store: Path, cars: int) -> str:
    """Put cars on the board, three in the bays and the rest outside the zone; return the first plate as it is shown."""
    with Desk.open(store, Actor("benchmark", "benchmark")) as desk:
        policy.put(desk.connection, Policy(temporary_capacity=100, repair_capacity=100), at=0, who="")
        for number in range(cars):
            plate = Plate(f"苏A{number:05d}")
            zone.arrive(desk, plate, place=None if number < 3 else ("temporary", "repair")[number % 2])
            zone.receive(desk, plate)
    return show_plate("苏A00000")
