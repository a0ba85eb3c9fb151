"""Whoever goes through the log may be killed at any instant: no mark is half, and it goes on from the last."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from recorded import use

from data.engine.parts import quietly
from data.past import marks
from data.past.rows import Rows, roll
from frontdesk.desk.desk import Desk
from frontdesk.desk.past import looking
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked and killed as POSIX can")


def assert_marks_hold(desk: Desk) -> int:
    """Each mark keeps what a roll from the first event on leaves; return how many there are."""
    rows, before, kept = Rows(), 0, desk.connection.execute("select seq, kept, rows from past_marks order by seq")
    found = kept.fetchall()
    for seq, count, packed in found:
        assert roll(rows, marks._changes(desk.connection, before, seq))
        assert Rows.unpacked(packed).tables == rows.needed().tables
        assert count == rows.needed().count
        before = seq
    return len(found)


def go_through_until_killed(store: Path) -> int:
    child = os.fork()
    if child == 0:
        try:
            with Desk.open(store, Actor("past", "")) as desk:
                looking.go_through(desk, quietly)
        finally:
            os._exit(1)
    return child


@pytest.mark.filterwarnings("ignore:This process")
def test_no_mark_is_half(
    store: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, seeds: Callable[[int, int], Iterator[int]]
) -> None:
    for name, value in (("EVERY", 1), ("_MOST", 1), ("_FEW", 0), ("_AT_ONCE", 3)):
        monkeypatch.setattr(marks, name, value)
    with Desk.open(store, Actor("guard", "张三"), clock) as desk:
        use(desk, clock, 5, 60)
        assert assert_marks_hold(desk) == 0
    for seed in seeds(4, 200):
        child = go_through_until_killed(store)
        time.sleep(0.004 * (seed % 20))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with Desk.open(store, Actor("guard", "张三"), clock) as desk:
            assert_marks_hold(desk)
    with Desk.open(store, Actor("guard", "张三"), clock) as desk:
        looking.go_through(desk, quietly)
        assert assert_marks_hold(desk) == looking.at(desk, clock.at).seq
