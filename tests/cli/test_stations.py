"""Opening a station in a real terminal: asked once which one it is, then at once."""

import contextlib
import os
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import version_two

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a POSIX thing", allow_module_level=True)

import fcntl
import pty
import struct
import termios

PATIENCE_S = 30
QUIT = b"\x11"


def _in_terminal(terminal: int) -> None:
    """Begin as in a window of one's own: what runs in the background has Ctrl+C switched off."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.login_tty(terminal)


class Terminal:
    """A program in a terminal of 100×30 characters."""

    def __init__(self, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "frontdesk", *arguments],
            preexec_fn=lambda: _in_terminal(theirs),  # noqa: PLW1509 - no threads here
            pass_fds=(theirs,),
            env={**os.environ, "TERM": "xterm-256color"},
        )
        os.close(theirs)
        self.seen = ""

    def read(self) -> bool:
        """Read what there is; return whether more may come."""
        try:
            if select.select([self.ours], [], [], 0.1)[0]:
                self.seen += os.read(self.ours, 65536).decode("utf-8", "replace")
        except OSError:  # the other side has hung up
            return False
        return True

    def until(self, text: str) -> None:
        ends = time.monotonic() + PATIENCE_S
        while text not in self.seen:
            assert self.read(), self.seen
            assert time.monotonic() < ends, self.seen

    def type(self, keys: bytes) -> None:
        with contextlib.suppress(OSError):  # the other side may just have hung up
            os.write(self.ours, keys)

    def end(self, key: bytes = b"") -> int:
        """Wait until it has ended; press `key` for it, again where the terminal lost it between two of its modes."""
        ends, pressed = time.monotonic() + PATIENCE_S, 0.0
        while True:
            now = time.monotonic()
            assert now < ends, self.seen
            if key and now - pressed > 1:
                pressed = now
                self.type(key)
            if not self.read():
                return self.process.wait(PATIENCE_S)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        os.close(self.ours)


@pytest.fixture
def terminal(database: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def open_one(*arguments: str) -> Terminal:
        opened.append(Terminal(*arguments))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


def test_the_first_time_it_asks_which_station_this_is(terminal: Callable[..., Terminal], config: Path) -> None:
    first = terminal()
    first.until("1/2/3/4: ")
    first.type(b"reception\n")
    first.until("Type 1, 2, 3 or 4.")
    first.type(b"3\n")
    first.until("manager console")
    first.until("bay 1")
    assert first.end(QUIT) == 0
    assert config.read_text() == 'station = "manager"\n'
    second = terminal()
    second.until("bay 1")
    assert "1/2/3/4" not in second.seen
    assert second.end(QUIT) == 0


def test_nothing_is_remembered_where_nothing_is_answered(terminal: Callable[..., Terminal], config: Path) -> None:
    for key in (b"\x03", b"\x04"):
        asking = terminal()
        asking.until("1/2/3/4: ")
        assert asking.end(key) == 130
        assert "Traceback" not in asking.seen
    assert not config.exists()


def test_a_wrong_file_is_a_sentence_not_a_screen(terminal: Callable[..., Terminal], database: Path) -> None:
    database.write_text("something else")
    station = terminal("guard")
    station.until("is not a Frontdesk database.")
    assert station.end() == 1


def test_the_demo_leaves_nothing_behind(
    terminal: Callable[..., Terminal], database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    demo = terminal("demo", "guard", "--speed", "5")
    demo.until("DEMO ×5")
    assert len(list(folder.glob("frontdesk-demo-*"))) == 1
    assert demo.end(QUIT) == 0
    assert list(folder.iterdir()) == []
    assert not database.exists()


def test_a_store_of_an_older_version_is_brought_up_to_date_and_that_is_said(
    terminal: Callable[..., Terminal], database: Path
) -> None:
    version_two.make(database)
    station = terminal("manager", "--by", "王芳")
    station.until("bay 1")
    station.until("✓ The database was brought up to this version; as it was before, it is kept as")
    assert station.end(QUIT) == 0
    assert len(list(database.parent.glob("desk-before-update-*.db"))) == 1


def test_a_newer_version_under_an_open_station_is_said(terminal: Callable[..., Terminal], database: Path) -> None:
    station = terminal("manager", "--by", "王芳")
    station.until("bay 1")
    with sqlite3.connect(database) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    station.until("NEW VERSION: close this, open it again")
    station.type(b"A12345\x1bOQ")
    station.until("Nothing is saved here any more")
    assert station.end(QUIT) == 0
    with sqlite3.connect(database) as connection:
        assert connection.execute("select count(*) from visits").fetchone() == (0,)
    connection.close()
