"""Commands per second and how long each takes: one station alone, then three that never pause.

Beside them, the same number of processes that commit one small row each time with plain SQL: what the disk allows.
"""

import multiprocessing
import time
from collections.abc import Callable, Iterable
from multiprocessing.queues import Queue
from pathlib import Path
from typing import Any

from figures import Row, scratch, share

from data.engine.connection import connect
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.plates import Plate

SECONDS = 6.0


def station(path: Path, number: int) -> Callable[[int], None]:
    """A station: cars arrive, are received, move and leave, one command at a call."""
    desk = Desk.open(path, Actor(f"station{number}", "benchmark"))

    def command(turn: int) -> None:
        plate = Plate(f"苏{'ABC'[number]}{turn // 4:05d}")
        steps: list[Callable[[], object]] = [
            lambda: zone.arrive(desk, plate, place="lane"),
            lambda: zone.receive(desk, plate),
            lambda: zone.move(desk, plate, "temporary"),
            lambda: zone.leave(desk, plate),
        ]
        steps[turn % 4]()

    return command


def plain(path: Path, number: int) -> Callable[[int], None]:
    """One row, one commit."""
    connection = connect(path)

    def command(turn: int) -> None:
        connection.execute("begin immediate")
        connection.execute("insert into plain values (?, ?)", (number, turn))
        connection.execute("commit")

    return command


def _busy(make: Callable[[Path, int], Callable[[int], None]], path: Path, number: int, begin: float,
          answers: "Queue[list[float]]") -> None:  # fmt: skip
    command, taken = make(path, number), []
    while time.time() < begin:
        pass
    turn = 0
    while time.time() < begin + SECONDS:
        began = time.perf_counter()
        command(turn)
        taken.append(time.perf_counter() - began)
        turn += 1
    answers.put(taken)


def measure(make: Callable[[Path, int], Callable[[int], None]], path: Path, processes: int) -> list[float]:
    """Let processes work side by side for some seconds; return how long each of their commands took."""
    spawn: Any = multiprocessing.get_context("spawn")
    answers = spawn.Queue()
    begin = time.time() + 1.5
    running = [spawn.Process(target=_busy, args=(make, path, n, begin, answers)) for n in range(processes)]
    for process in running:
        process.start()
    taken = [seconds for _ in running for seconds in answers.get()]
    for process in running:
        process.join()
    return taken


def rows() -> Iterable[Row]:
    """One station, then three: commands per second, p50, p99 and the longest, beside plain commits."""
    for processes in (1, 3):
        with scratch() as folder:
            Desk.open(folder / "store.db", Actor("benchmark", "")).close()
            connection = connect(folder / "plain.db", new=True)
            connection.execute("pragma journal_mode = wal")
            connection.execute("create table plain (number, turn)")
            connection.close()
            theirs = measure(plain, folder / "plain.db", processes)
            ours = measure(station, folder / "store.db", processes)
        who = "one busy station" if processes == 1 else f"{processes} busy stations"
        yield Row(f"{who}: commands a second", len(ours) / SECONDS, "/s", len(theirs) / SECONDS)
        yield Row(f"{who}: p50", share(ours, 0.5) * 1000, "ms", share(theirs, 0.5) * 1000)
        goal = "≤ 100 ms" if processes > 1 else ""
        yield Row(f"{who}: p99", share(ours, 0.99) * 1000, "ms", share(theirs, 0.99) * 1000, goal)
        yield Row(f"{who}: longest", max(ours) * 1000, "ms", max(theirs) * 1000)
