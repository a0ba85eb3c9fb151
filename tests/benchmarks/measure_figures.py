"""The figures of a month out of millions of visits: beside reading the rows that are kept of its days."""

import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from figures import Row, scratch, share

from data.engine.connection import Connection
from data.figures import kept_days
from frontdesk.desk.desk import Desk
from frontdesk.desk.figures import reports
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY

VISITS, A_DAY, ROUNDS = 2_000_000, 400, 60


def fill(connection: Connection, visits: int, ends: int) -> None:
    """Put so many visits on record, 400 a day, the last of them before an instant; each in the lane for a while."""
    step = DAY // A_DAY
    connection.execute("begin")
    connection.execute("drop trigger stays_touch")
    connection.execute(
        "insert into visits (id, plate, purpose, arrived_at, received_at, left_at, ended)"
        " with recursive n (i) as (select 1 union all select i + 1 from n where i < ?1)"
        " select i, 'A' || i, 'repair', ?2 - (?1 - i) * ?3, ?2 - (?1 - i) * ?3 + (i * 7919) % 90000,"
        " ?2 - (?1 - i) * ?3 + 100000 + (i * 104729) % 1400000, 'left' from n",
        (visits, ends - DAY, step),
    )
    connection.execute(
        "insert into stays (visit_id, place, alone, started_at, ended_at)"
        " select id, 'lane', 0, arrived_at, left_at from visits"
    )
    connection.execute("commit")


def _taken(act: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def rows(visits: int = VISITS) -> Iterable[Row]:
    """Return what a month costs."""
    with scratch() as folder, Desk.open(Path(folder) / "store.db", Actor("manager", "benchmark")) as desk:
        fill(desk.connection, visits, desk.now())
        today = reports.present_day(desk)
        month = Month(today.year, today.month).later(-1)
        first, last = reports.days_of(month)
        yield Row("a month, none of it reckoned yet", _taken(lambda: reports.of_month(desk, month), 1)[0], "ms")
        yield from _beside(desk, month, first, last)


def _beside(desk: Desk, month: Month, first: date, last: date) -> Iterable[Row]:
    def read() -> object:
        return desk.read(lambda connection: kept_days.kept(connection, first, last, desk.now()))

    def figures() -> object:
        return reports.of_month(desk, month).figures

    read()
    figures()
    alone, found = _taken(read), _taken(figures)
    yield Row("a month's figures: p50", share(found, 0.5), "ms", share(alone, 0.5), "2 × reading the rows")
