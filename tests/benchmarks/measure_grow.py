"""What a station does all day in a store of many visits, beside the same in a store of few.

The stores are built here, in minutes; `run.py grow --visits 10000 1000000` builds larger ones. They take turns.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import many_visits
from figures import Row, scratch, share
from measure_start import start
from terminals import AVAILABLE, station

from frontdesk.desk import undo, zone
from frontdesk.desk.cases import search
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.examination import examine
from frontdesk.desk.escalations import record
from frontdesk.desk.figures import reports
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY, SystemClock
from frontdesk.domain.values.plates import Plate, show_plate

SIZES: Sequence[int] = (10_000, 100_000)
ROUNDS, SLOW_ROUNDS = 200, 9
ACTOR = Actor("guard", "benchmark")
GOAL = "≤ 1.1 ×"


class Store(NamedTuple):
    """A store of so many visits, open."""

    visits: int
    desk: Desk
    plate: str
    """A car that stands there, as a station shows it."""


class Act(NamedTuple):
    """What is measured, and what is done before and after it without being measured."""

    name: str
    take: Callable[[Desk], object]
    before: Callable[[Desk], object] = lambda desk: None
    after: Callable[[Desk], object] = lambda desk: None


def _last_month(desk: Desk) -> object:
    today = reports.present_day(desk)
    return reports.of_month(desk, Month(today.year, today.month).later(-1))


def _arrive(desk: Desk) -> object:
    return zone.arrive(desk, Plate("苏Z12345"), compared=())


ACTS = (
    Act("snapshot", Desk.snapshot),
    Act("arrive", _arrive, after=undo.undo),
    Act("undo", undo.undo, before=_arrive),
    Act("suggestions for one sign", lambda desk: zone.known_plates(desk, "1")),
    Act("suggestions for three", lambda desk: zone.known_plates(desk, "A12")),
    Act("suggestions for a new plate", lambda desk: zone.known_plates(desk, "Z99999")),
    Act("escalations --since yesterday", lambda desk: list(record.since(desk, desk.now() - DAY))),
    Act("complaints list", lambda desk: search.part(desk, Filter.OPEN, "", limit=100)),
    Act("report of the day", reports.of_day),
    Act("report of the month", _last_month),
)


def rows() -> Iterable[Row]:
    """Median and p99 of each act, in each larger store beside the smallest."""
    with scratch() as folder:
        stores = [_built(Path(folder) / f"{visits}.db", visits) for visits in SIZES]
        for act in ACTS:
            yield from _beside(act.name, stores, partial(_taken, act), ROUNDS)
        if AVAILABLE:
            yield from _beside("a station opens", stores, _opened, SLOW_ROUNDS)
        yield from _beside("doctor", stores, partial(_taken, Act("", _looked_over)), SLOW_ROUNDS)
        for store in stores:
            store.desk.close()


def _taken(act: Act, store: Store) -> float:
    act.before(store.desk)
    began = time.perf_counter()
    act.take(store.desk)
    taken = (time.perf_counter() - began) * 1000
    act.after(store.desk)
    return taken


def _opened(store: Store) -> float:
    return start(lambda: station(store.desk.path), store.plate).taken


def _looked_over(desk: Desk) -> object:
    return examine(desk.path, ACTOR)


def _built(path: Path, visits: int) -> Store:
    began = time.perf_counter()
    many_visits.fill(path, visits // many_visits.A_DAY, SystemClock().now())
    desk = Desk.open(path, ACTOR)
    print(f"  {visits:,} visits: {path.stat().st_size / 1e6:,.0f} MB, built in {time.perf_counter() - began:.0f} s")
    return Store(visits, desk, show_plate(desk.snapshot().floor.cars[0].plate))


def _beside(name: str, stores: Sequence[Store], take: Callable[[Store], float], rounds: int) -> Iterable[Row]:
    found: list[list[float]] = [[] for _ in stores]
    for _ in range(1 + rounds):
        for store, taken in zip(stores, found, strict=True):
            taken.append(take(store))
    few = found[0][1:]
    for store, taken in zip(stores[1:], found[1:], strict=True):
        for what, part in (("p50", 0.5), ("p99", 0.99)):
            title = f"{name}, {store.visits:,} visits: {what}"
            yield Row(title, share(taken[1:], part), "ms", share(few, part), GOAL)
