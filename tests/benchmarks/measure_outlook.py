"""How well the next hour is told, on the real month with one day left out at a time, and what telling it takes."""

import random
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import next_hours
import real_month
from figures import Row, scratch, share
from measure_idle import processor
from terminals import AVAILABLE, drain, fill, shown, station

from data import calendar
from frontdesk.desk import outlook
from frontdesk.desk.desk import Desk
from frontdesk.domain.outlook.day_class import class_of
from frontdesk.domain.outlook.habits import Habits
from frontdesk.domain.outlook.outlook import Outlook
from frontdesk.domain.outlook.record import Said, by_likelihood
from frontdesk.domain.outlook.today import SoFar
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR, MINUTE, to_datetime

T = TypeVar("T")
MONTH: Path | None = None
"""Another month than the real one."""
DAYS, CARS = 60, 80
SETTLED_S, SECONDS = 15.0, 65.0
"""It is told once a minute."""


def rows() -> Iterable[Row]:
    """Tell every half hour from 8 to 22 of each working day from the other ones; then a store of sixty days."""
    took: list[float] = []

    def timed(habits: Habits, today: SoFar) -> Outlook:
        # What this thread takes: what other programs take meanwhile belongs to the machine.
        began = time.thread_time()
        found = next_hours.ask(habits, today)
        took.append((time.thread_time() - began) * 1000)
        return found

    sayings = list(next_hours.told(timed, MONTH))
    said, usual = [each.said for each in sayings], next_hours.usual(sayings)
    brier, beside = next_hours.brier(said, sayings), next_hours.brier(usual, sayings)
    yield Row(f"outlook: 1000 Brier of {len(sayings)}, of the hour of day", 1000 * brier, "", 1000 * beside)
    yield Row("outlook: Brier skill", 1 - brier / beside, "", goal="≥ 0.15")
    aucs = (next_hours.auc(each, sayings) for each in (said, usual))
    yield Row("outlook: AUC, of the hour of day", next(aucs), "", next(aucs), "≥ 0.80")
    for each in by_likelihood(Said(0, one.said, one.happened) for one in sayings):
        goal = "off by ≤ 10" if each.n >= 50 else ""
        yield Row(f"outlook: said and happened, n = {each.n}", 100 * each.said, "%", 100 * each.happened, goal)
    yield Row("outlook: one, of a core, p50", share(took, 0.5), "ms")
    yield Row("outlook: one, of a core, p99", share(took, 0.99), "ms", goal="≤ 5")
    yield from _of_a_store()


def _of_a_store() -> Iterable[Row]:
    with scratch() as folder:
        stores = folder / "few-days.db", folder / "sixty-days.db"
        plates = [fill(store, 3) for store in stores]
        with Desk.open(stores[1], Actor("benchmark", "benchmark")) as desk:
            put_days(desk)
            reading, known = _timed(lambda: outlook.known_now(desk))
            telling = share([_timed(lambda: outlook.told(desk, known))[0] for _ in range(50)], 0.5)
        yield Row(f"outlook: {DAYS} days of {CARS} cars read, once a day", reading, "ms")
        yield Row("outlook: told to a station, p50", telling, "ms")
        if AVAILABLE:
            yield _idle(stores, plates)


def _idle(stores: tuple[Path, Path], plates: list[str]) -> Row:
    """Measure two manager consoles side by side: of the one it is told, of the other it is not."""
    consoles = [station(store, "manager") for store in stores]
    for console, plate in zip(consoles, plates, strict=True):
        shown([console], plate)
    drain(consoles, SETTLED_S)
    before = [processor(each) for each in consoles]
    drain(consoles, SECONDS)
    without, told = (100 * (processor(each) - since) / SECONDS for each, since in zip(consoles, before, strict=True))
    for console in consoles:
        console.close()
    return Row("outlook: idle manager console, without", told, "%", without, "≤ 1.1 ×")


def _timed(ask: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    found = ask()
    return (time.perf_counter() - began) * 1000, found


def put_days(desk: Desk) -> None:
    """Put sixty days like today on record, past the commands."""
    chance, published = random.Random(1), calendar.current(desk.connection)
    today = to_datetime(desk.now(), real_month.ZONE).date()
    before = (today - timedelta(days=back) for back in range(1, 20 * DAYS))
    alike = [day for day in before if class_of(day, published) is class_of(today, published)][:DAYS]
    number = 10_000
    desk.connection.execute("begin immediate")
    for day in alike:
        span = next_hours.span_of(day)
        for _ in range(CARS):
            number += 1
            came = span.begins + chance.randrange(7 * HOUR, 23 * HOUR)
            left = came + int(chance.lognormvariate(0, 1) * 5 * MINUTE)
            desk.connection.execute(
                "insert into visits (id, plate, purpose, arrived_at, received_at, received_by, left_at, ended)"
                " values (?1, ?2, 'repair', ?3, ?3, '', ?4, 'left')",
                (number, f"苏B{number}", came, left),
            )
            desk.connection.execute(
                "insert into stays (visit_id, place, alone, started_at, ended_at) values (?, 'lane', 0, ?, ?)",
                (number, came, left),
            )
    desk.connection.execute("commit")
