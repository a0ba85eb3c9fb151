"""What it costs to prove all of a store: `frontdesk doctor --thorough`, beside SQLite's own check of the same file.

Every visit in it came about by commands, so that its chain holds; `run.py doctor --visits 20000` takes a larger store.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

import many_visits
from figures import Row, scratch, share

from data.engine.connection import connect
from data.engine.full_check import problems_in_full
from data.journal import last_seq
from frontdesk.desk.doctor.examination import examine
from frontdesk.desk.doctor.finding import Level
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock

SIZES: Sequence[int] = (1_600,)
ROUNDS = 5
NOW = 1_780_020_000_000
ACTOR = Actor("command", "benchmark")


def rows() -> Iterable[Row]:
    """Megabytes and events a second of processor time."""
    with scratch() as folder:
        store = Path(folder) / "store.db"
        many_visits.work_through(store, SIZES[0] // many_visits.A_DAY, NOW)
        with closing(connect(store, read_only=True)) as connection:
            events, megabytes = last_seq(connection), store.stat().st_size / 1e6
            print(f"  {SIZES[0]:,} visits: {megabytes:,.0f} MB, {events:,} events")
            taken = [(_taken(lambda: _examined(store)), _taken(lambda: problems_in_full(connection)))
                     for _ in range(ROUNDS)]  # fmt: skip
    doctor, sqlite = (share([each[side] for each in taken], 0.5) for side in (0, 1))
    yield Row("doctor in full, of processor time", megabytes / doctor, "MB/s", megabytes / sqlite, "≥ 100 MB/s")
    yield Row("the same", events / doctor, "events/s")


def _examined(store: Path) -> None:
    found = examine(store, ACTOR, ManualClock(NOW), thorough=True)
    assert not [each for each in found if each.level is Level.PROBLEM]


def _taken(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began
