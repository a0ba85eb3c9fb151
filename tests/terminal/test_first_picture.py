"""What stands in the terminal before the application: taken over without a flicker, given back whatever happens."""

import re
import signal
import sys

import pytest
from terminal import Open, Terminal

FIRST = b"\x1b[?2026l"
"""Ends the first picture."""
TAKEN_OVER = b"\x1b[?1000h"
"""The application begins to listen to touches."""

BROKEN = """
from frontdesk.app.stage import standing
with standing(lambda columns, rows: [f"picture of {columns}x{rows}"]):
    raise SystemExit("readable afterwards")
"""


@pytest.fixture(autouse=True)
def a_car_in_a_bay(frontdesk: Open) -> None:
    assert frontdesk("arrive", "A12345").end() == 0


def opened(frontdesk: Open, *station: str, **more: object) -> Terminal:
    """A station of which the first picture stands."""
    terminal = frontdesk(*station, "--by", "张三", **more)
    terminal.until(lambda: FIRST in terminal.drawn)
    return terminal


def ends(terminal: Terminal) -> None:
    assert terminal.end("Ctrl+Q") == 0
    assert terminal.is_as_before()


def without_digits(terminal: Terminal) -> list[str]:
    return [re.sub(r"\d", "0", line) for line in terminal.lines]


@pytest.mark.parametrize(
    ("station", "size", "says"),
    [
        ("guard", (120, 33), "bay 1"), ("reception", (120, 33), "bay 1"), ("manager", (120, 33), "bay 1"),
        ("lounge", (120, 33), "no customers waiting"), ("guard", (59, 17), "too small"),
    ],
)  # fmt: skip
def test_nothing_of_it_goes_or_moves(frontdesk: Open, station: str, size: tuple[int, int], says: str) -> None:
    terminal = opened(frontdesk, station, size=size)
    assert says in terminal.text
    first = without_digits(terminal)
    while len(terminal.drawn.partition(TAKEN_OVER)[2]) < 40 * size[1]:
        assert terminal.read()
        for row, line in enumerate(first):
            assert not line or without_digits(terminal)[row] == line
    assert terminal.drawn.count(b"\x1b[?1049h") == 1
    ends(terminal)


def test_what_is_typed_meanwhile_arrives_once_in_turn_and_unseen(frontdesk: Open) -> None:
    terminal = opened(frontdesk, "guard")
    for letter in "qwxzk":
        terminal.press(letter)
    terminal.until(lambda: TAKEN_OVER in terminal.drawn)
    assert "qwxzk" not in terminal.text
    assert "QWXZK" not in terminal.text
    terminal.press("7")
    terminal.reads("plate  qwxzk7")


def test_enter_and_function_keys_are_keys_then_too(frontdesk: Open) -> None:
    terminal = opened(frontdesk, "guard")
    terminal.press("B23456", "F2")
    terminal.reads("B·23456")
    ends(terminal)


@pytest.mark.parametrize("sent", ["Ctrl+C", signal.SIGTERM, signal.SIGHUP])
def test_it_is_stopped_meanwhile(frontdesk: Open, sent: str | int) -> None:
    terminal = opened(frontdesk, "guard")
    if isinstance(sent, str):
        terminal.press(sent)
    else:
        terminal.process.send_signal(sent)
    terminal.end()
    assert terminal.is_as_before()


def test_it_ends_before_the_application_takes_over(frontdesk: Open) -> None:
    terminal = frontdesk(command=(sys.executable, "-P", "-c", BROKEN))
    assert terminal.end() == 1
    assert b"picture of 80x24" in terminal.drawn
    assert "readable afterwards" in terminal.text
    assert terminal.drawn.index(b"\x1b[?1049l") < terminal.drawn.index(b"readable afterwards")
    assert terminal.is_as_before()


def test_the_window_is_resized_meanwhile(frontdesk: Open) -> None:
    terminal = opened(frontdesk, "guard")
    terminal.resize(100, 30)
    terminal.reads("│help ")
    terminal.until(lambda: terminal.lines[-1].endswith("╯") and len(terminal.lines) == 30)
    ends(terminal)


def test_a_terminal_that_tells_no_size(frontdesk: Open, program: str) -> None:
    command = ("sh", "-c", 'stty rows 0 cols 0; exec "$0" "$@"', program)
    terminal = opened(frontdesk, "guard", command=command, size=(80, 25))
    first = without_digits(terminal)
    terminal.reads("╭ F1")
    assert without_digits(terminal)[:10] == first[:10]
    ends(terminal)


def test_it_draws_nothing_where_the_application_draws_elsewhere(frontdesk: Open, program: str) -> None:
    command = ("sh", "-c", 'exec "$0" "$@" 2>/dev/null', program)
    terminal = frontdesk("guard", "--by", "张三", command=command)
    terminal.press("Ctrl+Q")
    terminal.read(1.0)
    assert b"\x1b[?1049h" not in terminal.drawn
