"""A station ends with its terminal, its input or whoever started it, and is there only while it can be seen."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stations_record import ENDS_WITHIN_S, HUNG_UP, Record, until
from terminal import Open, Terminal

from data.engine.connection import connect

ANSWER, QUESTION = "\x1b[?2026;2$y", b"\x1b[?2026$p"

IN_A_HURRY = """
import sys
from frontdesk.app import terminal
from frontdesk.cli import main
from frontdesk.desk.stations import change_watcher
change_watcher.SEEN_EVERY = 200
terminal.TAKES_WITHIN_S = terminal.ANSWERS_WITHIN_S = 1.0
terminal.ASKED_EVERY_S = 1.5
sys.exit(main(sys.argv[1:]))
"""
"""A station that does in a second what takes it a quarter of a minute."""


AT_REST = """
import sys
from frontdesk.app import terminal
from frontdesk.cli import main
terminal._HEARD_FOR_S, terminal._REST_S = 0.3, 600.0
sys.exit(main(sys.argv[1:]))
"""
"""A station that waits for the next key without looking up, soon after the last one."""


def half_typed(station: Terminal, record: Record) -> Terminal:
    """A manager console that is on the record, with something in its box."""
    station.reads("▸ plate")
    until(record.is_there, station.read)
    station.press("A12345")
    station.reads("A12345")
    return station


@pytest.fixture
def manager(frontdesk: Open, record: Record) -> Terminal:
    return half_typed(frontdesk("manager", "--by", "王芳"), record)


@pytest.fixture
def hurried(frontdesk: Open, python: tuple[str, ...], record: Record) -> Terminal:
    """A console that signs, and notices what is wrong with its terminal, each second."""
    return half_typed(frontdesk("manager", "--by", "王芳", command=(*python, "-c", IN_A_HURRY)), record)


def test_the_window_is_closed(manager: Any, record: Any) -> None:
    manager.hang_up()
    assert manager.process.wait(ENDS_WITHIN_S) == HUNG_UP
    record.nothing_was_done()


def test_the_window_is_closed_and_nobody_says_so(frontdesk: Any, record: Any) -> None:
    station = half_typed(frontdesk("manager", "--by", "王芳", tells=False), record)
    station.hang_up()
    assert station.process.wait(ENDS_WITHIN_S) == HUNG_UP
    record.nothing_was_done()


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGHUP, HUNG_UP), (signal.SIGTERM, 0), (signal.SIGINT, 0)])
def test_it_is_told_to_end(manager: Any, record: Any, sent: Any, code: Any) -> None:
    manager.process.send_signal(sent)
    assert manager.end() == code
    assert manager.is_as_before()
    record.nothing_was_done()


def test_whoever_started_it_is_killed_and_the_terminal_stays(frontdesk: Any, program: str, record: Any) -> None:
    """A script that was started by a script, and is killed: the terminal is another's from then on."""
    inner = f"echo $$; {program} manager --by 王芳; true"
    outer = ("sh", "-c", f"sh -c '{inner}'; sleep 60")
    station = half_typed(frontdesk(command=outer), record)
    os.kill(int(station.drawn.split()[0]), signal.SIGKILL)
    until(lambda: not record.is_there(), station.read, ENDS_WITHIN_S)
    record.nothing_was_done()


@pytest.fixture
def lock(manager: Terminal, database: Path) -> Iterator[Any]:
    """Somebody else writes, and is slow."""
    with contextlib.closing(connect(database)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def test_a_command_that_was_under_way_is_finished(manager: Any, lock: Any, record: Any) -> None:
    manager.press("F2")
    # Its clock goes on meanwhile, and has shown that the key is dealt with.
    for _second in range(2):
        clock = manager.lines[0]
        until(lambda clock=clock: manager.lines[0] != clock, manager.read)
    manager.hang_up()
    with pytest.raises(subprocess.TimeoutExpired):
        manager.process.wait(0.5)
    lock.execute("ROLLBACK")
    assert manager.process.wait(ENDS_WITHIN_S) == HUNG_UP
    assert record._one("select count(*) from visits") == 1
    assert not record.is_there()


@pytest.mark.parametrize(("language", "said"), [("en", "Ctrl+Q closes this station."), ("zh", "Ctrl+Q 关闭本工位。")])
def test_ctrl_c_says_how_to_close_it(frontdesk: Any, language: str, said: str) -> None:
    station = frontdesk("guard", "--by", "王芳", language=language)
    station.reads("F2")
    station.until(lambda: station.press("Ctrl+C") or said in station.text)
    assert "Do you want to quit" not in station.text
    assert station.end("Ctrl+Q") == 0


# -- whether it can be seen -------------------------------------------------------------------------------------


def fill(station: Terminal) -> None:
    """Have it draw more than a terminal that nobody reads can take: the whole screen, again and again."""
    for _turn in range(12):
        station.press("Ctrl+T")
        time.sleep(0.02)


def test_a_terminal_that_takes_nothing_is_no_place_to_be_told(hurried: Any, program: str, record: Any) -> None:
    record.signs(hurried.read)
    fill(hurried)
    record.stops_signing()
    subprocess.run([program, "arrive", "B77777"], check=True, capture_output=True)
    record.stops_signing()
    # It comes to life: the whole picture is there, and so is the manager.
    until(lambda: b"77777" in hurried.drawn, hurried.read)
    record.signs(hurried.read)
    hurried.reads("77777", "A12345", "王芳")
    record.signs(hurried.read)
    assert hurried.end("Ctrl+Q") == 0
    assert hurried.is_as_before()


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGHUP, HUNG_UP), (signal.SIGTERM, 0)])
def test_it_ends_though_its_terminal_takes_nothing(hurried: Any, record: Any, sent: Any, code: Any) -> None:
    fill(hurried)
    record.stops_signing()
    hurried.process.send_signal(sent)
    assert hurried.process.wait(ENDS_WITHIN_S) == code
    record.nothing_was_done()


class Answering:
    """A terminal that says that it is there when it is asked."""

    def __init__(self, station: Terminal) -> None:
        self.station = station
        self.answered = 0

    def read(self) -> None:
        self.station.read()
        for _question in range(self.station.drawn.count(QUESTION) - self.answered):
            self.answered += 1
            self.station.press(ANSWER)


def test_a_terminal_that_answered_and_answers_no_more_is_stopped(hurried: Any, record: Any) -> None:
    terminal = Answering(hurried)
    until(lambda: terminal.answered > 2, terminal.read)
    record.signs(terminal.read)
    record.stops_signing(hurried.read)
    record.signs(terminal.read)


def test_another_terminal_that_knows_no_answer_took_its_place(hurried: Any, record: Any) -> None:
    terminal = Answering(hurried)
    until(lambda: terminal.answered > 1, terminal.read)
    record.stops_signing(hurried.read)
    hurried.press("6")
    record.signs(hurried.read)


@pytest.mark.parametrize("stop", [signal.SIGSTOP, signal.SIGTSTP])
def test_a_stopped_process_that_goes_on_shows_the_whole_picture(manager: Any, stop: Any) -> None:
    drawn = len(manager.drawn)
    manager.process.send_signal(stop)
    until(lambda: is_stopped(manager.process.pid), manager.read)
    manager.process.send_signal(signal.SIGCONT)
    until(lambda: b"\x1b[?1049h" in manager.drawn[drawn:], manager.read)
    manager.reads("prompts 0", "bay 1", "no open complaints", "A12345", "F1 help", "Ctrl+Y record")


def is_stopped(process: int) -> bool:
    found = subprocess.run(["ps", "-o", "state=", "-p", str(process)], check=True, capture_output=True, text=True)
    return found.stdout.strip().startswith("T")


def test_a_stopped_process_that_goes_on_takes_each_key_once(hurried: Any, record: Any) -> None:
    hurried.process.send_signal(signal.SIGSTOP)
    record.stops_signing(hurried.read)
    hurried.process.send_signal(signal.SIGCONT)
    record.signs(hurried.read)
    # What is typed while the terminal is switched is dropped; from then on nothing is.
    until(lambda: "A12345x" in hurried.text, lambda: (hurried.press("x"), hurried.read(1)))
    for key in "678901":
        hurried.press(key)
    hurried.reads("x678901")
    assert hurried.end("Ctrl+Q") == 0
    assert hurried.is_as_before()


def a_second_passes(station: Terminal) -> None:
    before = station.lines[0]
    until(lambda: station.lines[0] != before, station.read)


def test_one_that_waits_for_a_key_hears_it_and_ends_at_once(frontdesk: Open, python: Any, record: Record) -> None:
    station = half_typed(frontdesk("manager", "--by", "王芳", command=(*python, "-c", AT_REST)), record)
    for key in ("6", "Esc"):
        a_second_passes(station)
        a_second_passes(station)
        station.press(key)
        until(lambda key=key: ("A123456" in "".join(station.lines)) == (key == "6"), station.read)
    a_second_passes(station)
    a_second_passes(station)
    station.press("Ctrl+Q")
    assert station.process.wait(ENDS_WITHIN_S) == 0
