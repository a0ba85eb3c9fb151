"""Finding and looking through 110,000 cases, 10,000 of them open: beside the same in a store that has none.

From the key until what it brings stands in the terminal. The stations take turns.
"""

import os
import random
import select
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from figures import Row, scratch, share
from many_cases import fill
from terminals import AVAILABLE, Terminal, drain, shown, station

from frontdesk.desk.cases import search
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.people.staff import Actor

OPENED, CLOSED, LATE = 10_000, 100_000, 40
ROUNDS, KEYS = 40, 250
_PAGES = (("first", "", 0), ("last", "", 99_900), ("rare word", "1234", 0), ("common word", "苏", 0))
_LETTERS = (("a common letter: rows", b"1", "or more"), ("a letter nobody has: rows", b"%", "none among"))
BURSTS, BURST, APART_S = 12, 20, 0.03
PLAIN = """
from textual.app import App
from textual.widgets import DataTable, Input

class Plain(App):
    BINDINGS = [("down", "go(1)")]

    def compose(self):
        yield Input()
        yield DataTable(cursor_type="row")

    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns(*"abcdefgh")
        for number in range(1000):
            table.add_row(number, *["苏A·12345 王伟"] * 7)
        self.query_one(Input).focus()

    def action_go(self, by):
        table = self.query_one(DataTable)
        table.move_cursor(row=table.cursor_row + by, animate=False)

Plain().run()
"""
_FIND, _ESC, _DOWN, _PAGE_DOWN, _HOME, _RUB_OUT = b"\x06", b"\x1b", b"\x1b[B", b"\x1b[6~", b"\x1b[H", b"\x7f"


def until_shown(terminal: Terminal, keys: bytes, text: str) -> float:
    """Press keys; return how long it takes until a text stands there, in milliseconds."""
    drain([terminal], random.uniform(0.03, 0.08))
    pressed = terminal.press(keys)
    return (shown([terminal], text)[0] - pressed) * 1000


def opening(terminal: Terminal) -> float:
    """Open the browser; return how long its first picture took."""
    taken = until_shown(terminal, _FIND, "Esc close")
    terminal.press(_ESC)
    drain([terminal], 0.3)
    return taken


def burst(terminal: Terminal, key: bytes) -> Iterable[float]:
    """Press a key many times, soon one after another; return how long each took until something of it was shown."""
    drain([terminal], 0.3)
    for _ in range(BURST):
        pressed, taken = terminal.press(key), APART_S
        while (left := pressed + APART_S - time.perf_counter()) > 0:
            if select.select([terminal], [], [], left)[0]:
                taken = min(taken, time.perf_counter() - pressed)
                terminal.shows(b"\0")
        yield taken * 1000


def bursts(ours: Terminal) -> Iterable[Row]:
    """Arrows and letters in bursts, beside a plain Textual application with a box and a table, by turns."""
    plain = Terminal(sys.executable, "-c", PLAIN)
    shown([plain], "苏")
    for name, key, undone in (("arrows", _DOWN, _HOME), ("letters", b"1", _RUB_OUT * BURST)):
        taken: tuple[list[float], list[float]] = ([], [])
        for _ in range(BURSTS):
            for terminal, each in zip((ours, plain), taken, strict=True):
                each.extend(burst(terminal, key))
                terminal.press(undone)
        yield from figures(f"a burst of {name}, each", *taken, "≤ 5 ms more")
    plain.close()


def figures(name: str, taken: list[float], beside: list[float] | None, goal: str) -> Iterable[Row]:
    """Return the median and p99 of what was measured."""
    yield Row(f"{name}: p50", share(taken, 0.5), "ms", share(beside, 0.5) if beside else None)
    yield Row(f"{name}: p99", share(taken, 0.99), "ms", share(beside, 0.99) if beside else None, goal)


def pages(store: Path) -> Iterable[Row]:
    """How long the desk takes to read a page, the longest of each kind."""
    with Desk.open(store, Actor("benchmark", "")) as desk:
        for name, text, first in _PAGES:
            each = [_median(partial(search.part, desk, which, text, first=first)) for which in Filter]
            yield Row(f"a page, {name}: slowest filter", max(each), "ms", goal="≤ 4 ms")
        never = _median(lambda: search.part(desk, Filter.ALL, "王 李"))
        yield Row("a page, two words never together", never, "ms")
        yield Row("a snapshot of 10,000 open cases", _median(desk.snapshot), "ms")


def _median(question: Callable[[], object]) -> float:
    taken = []
    for _ in range(15):
        began = time.perf_counter()
        question()
        taken.append(time.perf_counter() - began)
    return share(taken, 0.5) * 1000


def start(store: Path) -> float:
    """Return how long the manager's first screen takes, in milliseconds."""
    terminal = station(store, "manager")
    taken = shown([terminal], "complaints")[0] - terminal.began
    terminal.close()
    return taken * 1000


def rows() -> Iterable[Row]:
    """The pages, the first screen, and the keys in the browser."""
    if not AVAILABLE:
        return
    os.environ["FRONTDESK_LANGUAGE"] = "en"
    with scratch() as folder:
        many, none = folder / "many.db", folder / "none.db"
        fill(many, opened=OPENED, closed=CLOSED, late=LATE)
        fill(none, opened=0, closed=0)
        yield from pages(many)
        starts = [(start(many), start(none)) for _ in range(1 + ROUNDS // 4)][1:]
        yield Row("manager's first screen: median", share([a for a, _ in starts], 0.5), "ms",
                  share([b for _, b in starts], 0.5), "≤ 1.3 ×")  # fmt: skip
        ours, theirs = station(many, "manager"), station(none, "manager")
        shown([ours, theirs], "complaints")
        # What is overdue is raised first.
        drain([ours, theirs], 4.0)
        opened = [(opening(ours), opening(theirs)) for _ in range(1 + ROUNDS)][1:]
        yield from figures("the browser opens", [a for a, _ in opened], [b for _, b in opened], "≤ 1.3 ×")
        theirs.close()
        until_shown(ours, _FIND, "Esc close")
        yield from figures("arrow down", [until_shown(ours, _DOWN, "▸") for _ in range(KEYS)], None, "≤ 12 ms")
        paged = [until_shown(ours, _PAGE_DOWN, "▸") for _ in range(KEYS)]
        yield from figures("page down", paged, None, "≤ 20 ms")
        ours.press(_HOME)
        drain([ours], 0.5)
        for name, key, text in (
            ("a common letter: rows", b"1", "or more"),
            ("a letter nobody has: rows", b"%", "none among"),
        ):
            found = []
            for _ in range(KEYS // 2):
                found.append(until_shown(ours, key, text))
                until_shown(ours, _RUB_OUT, "10,000")
            yield from figures(name, found, None, "≤ 15 ms")
        yield from bursts(ours)
        ours.close()
