"""When the process that makes copies is begun: at once by who watches, later by a station, and not every second."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from frontdesk.domain.copies.copying import Copying
from frontdesk.machine.copier import GRACE, Copier

DUE = 1_780_059_600_000
WAITING = Copying(waits_since=DUE)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is begun; it ends at once."""
    found: list[list[str]] = []
    popen = subprocess.Popen

    def begin(words: list[str], **how: object) -> "subprocess.Popen[bytes]":
        found.append(words)
        process = popen([sys.executable, "-c", ""])
        process.wait()
        return process

    monkeypatch.setattr(subprocess, "Popen", begin)
    return found


@pytest.mark.parametrize("copying", [None, Copying(), Copying(last_good=DUE, drill_due=DUE)])
def test_where_nothing_waits_nothing_is_begun(begun: list[list[str]], copying: Copying | None) -> None:
    assert not Copier(Path("desk.db")).look(copying, DUE)
    assert begun == []


def test_it_is_begun_once_and_again_after_a_while(begun: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    running = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: running[0])
    watch = Copier(Path("desk.db"))
    for running[0] in (0.0, 1.0, 599.0):
        watch.look(WAITING, DUE)
    assert begun == [
        [sys.executable, "-m", "frontdesk", "--database", str(Path("desk.db").absolute()), "backup", "due"]
    ]
    running[0] = 600.0
    assert watch.look(WAITING, DUE)
    # What comes next is begun at once.
    assert watch.look(Copying(waits_since=DUE + 1), DUE + 1)
    assert len(begun) == 3


@pytest.mark.parametrize(("after", "begins"), [(0, False), (GRACE - 1, False), (GRACE, True), (-GRACE, True)])
def test_a_station_leaves_it_to_who_watches_for_a_while(begun: list[list[str]], after: int, begins: bool) -> None:
    assert Copier(Path("desk.db"), GRACE).look(WAITING, DUE + after) is begins
    assert len(begun) == begins
