"""The desks of those who work on cases, and stations in processes of their own."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from at_desk import MINUTE, SECOND
from attended import hire
from script import Script

from data.engine.connection import connect
from data.proof.chain import broken_link
from data.proof.tables import compare
from frontdesk.desk import calendar, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.people import staff
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

SUPPORT = Path(__file__).parents[1] / "support"


class Racers:
    """Three stations, each a process, that begin what they are told at the same instant."""

    clock: ManualClock

    def __init__(self) -> None:
        self.people = {"guard": "张三", "reception": "李四", "manager": "王五"}
        self.processes = [
            subprocess.Popen(
                [sys.executable, SUPPORT / "racer.py", station, who],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
            for station, who in self.people.items()
        ]

    def open(self, store: Path | None) -> None:
        """Open a store at each station, instead of the one before; None: only close that."""
        for process in self.processes:
            assert process.stdin is not None
            process.stdin.write(json.dumps({"store": store and str(store)}) + "\n")
            process.stdin.flush()
        for process in self.processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"

    def race(self, *orders: tuple[Any, ...] | None) -> list[dict[str, Any]]:
        """Give each station its command (name, arguments … and a dictionary of named ones); return the answers."""
        begin = time.monotonic() + 0.003
        running = []
        for process, order in zip(self.processes, orders, strict=True):
            if order is None:
                continue
            more = order[-1] if isinstance(order[-1], dict) else {}
            args = [value for value in order[1:] if value is not more]
            line = {"command": order[0], "args": args, "more": more, "begin": begin, "now": self.clock.at}
            assert process.stdin is not None
            process.stdin.write(json.dumps(line) + "\n")
            process.stdin.flush()
            running.append(process)
        return [json.loads(process.stdout.readline()) for process in running if process.stdout]

    def close(self) -> None:
        for process in self.processes:
            assert process.stdin is not None
            process.stdin.close()
            assert process.wait(10) == 0
            assert process.stdout is not None
            process.stdout.close()


@pytest.fixture(autouse=True)
def audited(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test its store is still the sum of its events, unless the test is marked `forged`."""
    path = request.getfixturevalue("store") if "store" in request.fixturenames else None
    yield
    if path is None or request.node.get_closest_marker("forged"):
        return
    with closing(connect(path)) as connection:
        assert broken_link(connection, lambda done, of: None) is None
        assert compare(connection, lambda done, of: None).found == []


@pytest.fixture
def advisor(open_desk: Callable[..., Desk]) -> Desk:
    """The advisor's desk, in a store whose people are known."""
    desk = open_desk("reception", "李四")
    for name, post in (("李四", Post.ADVISOR), ("王五", Post.MANAGER), ("赵六", Post.DIRECTOR)):
        staff.add(desk, name, post)
    calendar.load(desk, PublishedYear(2026, {}))
    return desk


@pytest.fixture
def manager(advisor: Desk, open_desk: Callable[..., Desk]) -> Desk:
    """The manager's desk, in the advisor's store."""
    return open_desk("manager", "王五")


@pytest.fixture
def director(advisor: Desk, open_desk: Callable[..., Desk]) -> Desk:
    """The director's desk, in the advisor's store."""
    return open_desk("manager", "赵六")


@pytest.fixture(scope="session")
def three_stations() -> Iterator[Racers]:
    """Three processes, started once: each test has them open a store of its own."""
    three = Racers()
    yield three
    three.close()


@pytest.fixture
def racers(three_stations: Racers, store: Path, clock: ManualClock) -> Iterator[Racers]:
    """Three stations on the test's store, each a process."""
    three_stations.clock = clock
    three_stations.open(store)
    yield three_stations
    three_stations.open(None)


@pytest.fixture
def crowded(desk: Desk, clock: ManualClock) -> Desk:
    """Four cars: one only arrived, one received, one with a work order, one more; and the prompt for them."""
    for number in (1, 2, 3, 4):
        zone.arrive(desk, Plate(f"苏A0000{number}"))
        clock.at += SECOND
    zone.receive(desk, Plate("苏A00002"))
    zone.receive(desk, Plate("苏A00003"))
    zone.make_work_order(desk, Plate("苏A00003"))
    clock.at += 3 * MINUTE
    handling.evaluate(desk)
    return desk


@pytest.fixture
def script(open_desk: Callable[..., Desk], clock: ManualClock) -> Script:
    """A store whose time passes as a script says."""
    made = Script(open_desk, clock)
    hire(made.desks["manager"])
    staff.add(made.desks["manager"], "赵敏", Post.ADVISOR)
    return made


@pytest.fixture
def run_support() -> Callable[..., dict[str, Any]]:
    """Run one of the support programs in a process of its own; return what it prints."""

    def run(name: str, *args: object) -> dict[str, Any]:
        command = [sys.executable, str(SUPPORT / name), *map(str, args)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        print(done.stdout, done.stderr)
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return run
