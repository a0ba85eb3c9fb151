"""From the commit in one process until the change stands in the terminals of others: one station, then three."""

import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from figures import Row, scratch, share
from terminals import AVAILABLE, Terminal, drain, fill, shown, station

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.plates import Plate, show_plate

CHANGES = 250


class Committer(Desk):
    """A desk that notes when its last change was committed."""

    committed = 0.0

    def poke(self) -> None:
        self.committed = time.perf_counter()
        super().poke()


def measure(store: Path, kinds: tuple[str, ...]) -> list[float]:
    """Let cars come and go; return how long each took to be shown by the last of the stations, in milliseconds."""
    plate = fill(store, 2)
    stations = [station(store, kind) for kind in kinds]
    shown(stations, plate)
    drain(stations, 3.0)
    taken = changes(store, stations, CHANGES)
    for each in stations:
        each.close()
    return taken


def changes(store: Path, stations: Sequence[Terminal], rounds: int) -> list[float]:
    """Let cars come and go at a desk of their own, as `measure` says, while stations are open."""
    taken = []
    with Committer.open(store, Actor("benchmark", "benchmark")) as desk:
        assert isinstance(desk, Committer)
        for number in range(rounds):
            plate = Plate(f"苏B{number:05d}")
            zone.arrive(desk, plate)
            taken.append((shown(stations, show_plate(plate))[-1] - desk.committed) * 1000)
            zone.leave(desk, plate)
            drain(stations, random.uniform(0.05, 0.1))
    return taken


def rows() -> Iterable[Row]:
    """Median and p99."""
    if not AVAILABLE:
        return
    for kinds in (("guard",), ("guard", "reception", "manager")):
        with scratch() as folder:
            taken = measure(folder / "store.db", kinds)
        where = "on another station" if len(kinds) == 1 else "on the last of three"
        yield Row(f"commit to painted {where}: p50", share(taken, 0.5), "ms")
        yield Row(f"commit to painted {where}: p99", share(taken, 0.99), "ms", goal="≤ 25 ms")
        yield Row(f"commit to painted {where}: longest", max(taken), "ms")
