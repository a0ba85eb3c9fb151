"""One month's review out of many visits, beside reading the rows its figures are kept in; what stations notice of it.

`run.py review --visits 5000000` builds a larger store, in minutes.
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import many_visits
from figures import Row, scratch, share
from measure_painted import changes
from terminals import AVAILABLE, Terminal, drain, shown, station

from frontdesk.desk.desk import Desk
from frontdesk.desk.figures import reports
from frontdesk.desk.in_child import ask
from frontdesk.desk.review import causes, reviews
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.plates import show_plate

SIZES: Sequence[int] = (100_000,)
ROUNDS = 100
CHANGES = 150
IN_CHILD = 5


def rows() -> Iterable[Row]:
    """Medians, and p99 on another station without and with a month being gone through again and again."""
    for visits in SIZES:
        with scratch() as folder:
            store = Path(folder) / "store.db"
            many_visits.fill(store, visits // many_visits.A_DAY, SystemClock().now())
            with Desk.open(store, Actor("manager", "benchmark")) as desk:
                yield from _of(desk, f"{visits:,} visits")


def _of(desk: Desk, size: str) -> Iterable[Row]:
    today = reports.present_day(desk)
    month = Month(today.year, today.month).later(-1)
    if month not in (each.month for each in reviews.opened(desk)):
        reviews.open_month(desk, month)
    days = reports.days_of(month)
    read = _times(lambda: reviews.of_month(desk, month), ROUNDS)
    kept = _times(lambda: desk.read(lambda connection: reports.in_transaction(connection, *days, desk.now())), ROUNDS)
    cases = len(reviews.of_month(desk, month).crossings)
    yield Row(f"a month's review of {cases} cases, {size}: p50", share(read, 0.5), "ms", share(kept, 0.5), "≤ 2 ×")
    yield Row(f"a month's review of {cases} cases, {size}: p99", share(read, 0.99), "ms", share(kept, 0.99), "≤ 20 ms")
    asked = _times(lambda: _in_child(desk, month), IN_CHILD)
    yield Row("… the causes of its cases, in a process of its own", share(asked, 0.5), "ms")
    if AVAILABLE:
        guard = station(desk.path)
        shown([guard], show_plate(desk.snapshot().floor.cars[0].plate))
        drain([guard], 3.0)
        alone, beside = (_painted(desk, guard, meanwhile) for meanwhile in (None, month))
        guard.close()
        yield Row("… painted on a station meanwhile: p50", share(beside, 0.5), "ms", share(alone, 0.5))
        yield Row("… painted on a station meanwhile: p99", share(beside, 0.99), "ms", share(alone, 0.99), "≤ 1.1 ×")


def _times(act: Callable[[], object], rounds: int) -> list[float]:
    act()
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def _in_child(desk: Desk, month: Month) -> object:
    return asyncio.run(ask(desk.path, desk.now(), causes.causes_of_month, month))


def _painted(desk: Desk, guard: Terminal, meanwhile: Month | None) -> list[float]:
    """Let cars come and go while a month is gone through in other processes; how long each took to be painted."""
    return asyncio.run(_painted_while(desk, guard, meanwhile))


async def _painted_while(desk: Desk, guard: Terminal, meanwhile: Month | None) -> list[float]:
    asking = asyncio.create_task(_again_and_again(desk, meanwhile)) if meanwhile else None
    taken = await asyncio.to_thread(changes, desk.path, [guard], CHANGES)
    if asking:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
    return taken


async def _again_and_again(desk: Desk, month: Month) -> None:
    while True:
        await ask(desk.path, desk.now(), causes.causes_of_month, month)
