"""A backup and a restore of a large store, beside copying its file, and what a station feels of the backup.

`run.py backup --visits 100000` takes a larger store.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

import many_visits
from figures import Row, scratch, share

from data.backup import back_up
from data.engine.connection import connect
from data.restore import restore
from frontdesk.desk import undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.plates import Plate

SIZES: Sequence[int] = (20_000,)
ROUNDS = 3
_LEAST = 200


def rows() -> Iterable[Row]:
    """Medians of some turns, each beside what else took its turn."""
    with scratch() as folder:
        store = Path(folder) / "store.db"
        many_visits.fill(store, SIZES[0] // many_visits.A_DAY, SystemClock().now())
        print(f"  {SIZES[0]:,} visits: {store.stat().st_size / 1e6:,.0f} MB")
        copies, backups, restores = [], [], []
        for _ in range(ROUNDS):
            copies.append(_taken(lambda: _copy(store)))
            backups.append(_taken(lambda: _back_up(store)))
            restores.append(_taken(lambda: _put_back(store)))
        beside = share(copies, 0.5)
        yield Row("a backup, beside copying the file and syncing", share(backups, 0.5), "s", beside, "≤ 2 ×")
        yield Row("a restore, the old store kept", share(restores, 0.5), "s", beside, "≤ 2 ×")
        alone, meanwhile = _felt(store)
        for what, part in (("p50", 0.5), ("p99", 0.99)):
            yield Row(
                f"a car arrives while a backup runs: {what}", share(meanwhile, part), "ms", share(alone, part), "≤ 2 ×"
            )


def _taken(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _copy(store: Path) -> None:
    target = store.with_name("copy.db")
    shutil.copyfile(store, target)
    with target.open("r+b") as file:
        os.fsync(file.fileno())
    target.unlink()


def _back_up(store: Path) -> None:
    target = store.with_name("backup.db")
    target.unlink(missing_ok=True)
    with closing(connect(store)) as source:
        back_up(source, target)


def _put_back(store: Path) -> None:
    aside = restore(store.with_name("backup.db"), store, stamp="before")
    assert aside is not None
    aside.unlink()


def _felt(store: Path) -> tuple[list[float], list[float]]:
    """Return how long each arrival took, alone and while a process of its own makes one backup after another."""
    with Desk.open(store, Actor("guard", "benchmark")) as desk:
        alone = [_arrives(desk) for _ in range(_LEAST)]
        meanwhile = []
        for _ in range(ROUNDS):
            target = store.with_name("backup.db")
            target.unlink()
            command = [sys.executable, "-m", "frontdesk", "backup", str(target), "--database", str(store)]
            with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
                while running.poll() is None:
                    meanwhile.append(_arrives(desk))
            alone += [_arrives(desk) for _ in range(_LEAST)]
    return alone, meanwhile


def _arrives(desk: Desk) -> float:
    taken = _taken(lambda: zone.arrive(desk, Plate("苏Z12345"), compared=()))
    undo.undo(desk)
    return taken * 1000
