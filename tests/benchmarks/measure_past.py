"""Rebuilding the board of a past minute in a store of years, and what the marks cost that make it quick.

The store has as many visits as `run.py past --visits 160000` says, about six events each.
"""

import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import many_visits
from figures import Row, scratch, share

from data.engine.parts import quietly
from data.past import log
from frontdesk.desk.desk import Desk
from frontdesk.desk.past import looking
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import SystemClock

SIZES: Sequence[int] = (16_000,)
ROUNDS = 200


def rows() -> Iterable[Row]:
    """Measure each size."""
    for visits in SIZES:
        with scratch() as folder:
            yield from _of(folder / "store.db", visits)


def _of(store: Path, visits: int) -> Iterable[Row]:
    now = SystemClock().now()
    days = visits // many_visits.A_DAY
    many_visits.fill(store, days, now)
    with Desk.open(store, Actor("manager", "benchmark")) as desk:
        (events,) = desk.connection.execute("select count(*) from events").fetchone()
        before = store.stat().st_size
        began = time.perf_counter()
        looking.go_through(desk, quietly)
        passed = time.perf_counter() - began
        yield Row(f"{events:,} events gone through once", passed, "s", goal="in a child")
        desk.connection.execute("PRAGMA wal_checkpoint(truncate)")
        yield Row("the marks, of the file", 100 * (store.stat().st_size - before) / before, "%", goal="≤ 3")
        first = desk.read(log.first)
        assert first is not None
        chance, took = random.Random(1), []
        for _ in range(ROUNDS):
            moment = chance.randrange(first.at, now)
            began = time.perf_counter()
            looking.at(desk, moment)
            took.append((time.perf_counter() - began) * 1000)
        for name, part in (("half", 0.5), ("99 of 100", 0.99)):
            yield Row(f"a past minute of {days:,} days, {name}", share(took, part), "ms", goal="≤ 300")
