"""A store with years of visits in it: one day of a busy store goes through the real commands, and its rows are put in
again for every day after it, past the commands; the last days are worked through once more, up to now.

What the events of the days between say is the first day's word for word, with a plate and times of their own: they are
as many and as long as real ones, but no chain.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from data.cases import search_terms
from data.engine.connection import Connection
from data.proof.tables import LOGGED
from frontdesk.desk import zone
from frontdesk.desk.cases import reading, register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.figures import reports
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, SECOND, ManualClock, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

A_DAY = 160
LAST_DAYS = 3
_EVERY = 4 * MINUTE
_AT_ONCE = 500
"""How many days are put in by one statement, which sorts them in memory."""
_ONCE = frozenset({"vehicles", "staff", "duties", "calendars", "templates", "policies"})
_COPIED = tuple(name for name in LOGGED if name not in _ONCE)
_REFERS = {
    "visit_id": "visits", "escalation_id": "escalations", "continues": "escalations", "complaint_id": "complaints",
    "clock_id": "clocks", "penalty_id": "penalties", "phone_id": "phones", "undoes": "events", "seq": "events",
}  # fmt: skip
_TIMES = frozenset({"at", "since", "until", "next_due"})
_WORDS = "到店后等了很久没有人接待，车子停在预检区，问了几次都说再等等，希望有人给一个说法"
_STEPS = (CaseStep.ANSWER, CaseStep.RESOLVE, CaseStep.CONFIRM, CaseStep.CLOSE, CaseStep.FOLLOW_UP)
_HEAD = Actor("manager", "李建国")

Act = tuple[Millis, Callable[[Desk], object]]


def fill(store: Path, days: int, now: Millis, *, cars: int = A_DAY) -> None:
    """Put so many days on record, with so many cars each; the last is under way at an instant."""
    between = max(1, days - 1 - LAST_DAYS)
    clock = ManualClock(now)
    with Desk.open(store, Actor("guard", "benchmark"), clock) as desk:
        connection = desk.connection
        connection.execute("PRAGMA synchronous = OFF")
        clock.at = now - (between + LAST_DAYS) * DAY
        staff.add(desk, _HEAD.who, Post.DIRECTOR)
        _work(desk, clock, cars, clock.at + DAY // 2)
        clock.at += DAY
        reports.refresh(desk)
        _multiply(connection, between)
        clock.at = now
        _last_days(desk, clock, LAST_DAYS, cars)


def work_through(store: Path, days: int, now: Millis, *, cars: int = A_DAY) -> None:
    """Put so many days on record, every one of them by the real commands: slowly, and with a chain that holds."""
    clock = ManualClock(now)
    with Desk.open(store, Actor("guard", "benchmark"), clock) as desk:
        desk.connection.execute("PRAGMA synchronous = OFF")
        staff.add(desk, _HEAD.who, Post.DIRECTOR)
        _last_days(desk, clock, days, cars)


def _last_days(desk: Desk, clock: ManualClock, days: int, cars: int) -> None:
    now = clock.at
    for before in reversed(range(days)):
        clock.at = now - before * DAY
        _work(desk, clock, cars, min(now, clock.at + DAY // 2))
    clock.at = now
    reports.refresh(desk)
    desk.connection.execute("PRAGMA wal_checkpoint(truncate)")


def _work(desk: Desk, clock: ManualClock, cars: int, until: Millis) -> None:
    """Work through a day whose last car comes just now; nothing after `until` is done yet."""
    begins = clock.at - cars * _EVERY
    for at, act in sorted(_acts(begins, cars), key=lambda each: each[0]):
        if at < until:
            clock.at = at
            with suppress(Refused):
                act(desk)


def _acts(begins: Millis, cars: int) -> Iterator[Act]:
    chance = random.Random(begins // DAY)
    for number in range(cars):
        at = begins + number * _EVERY
        car = Plate(f"苏A{chance.randrange(613) + 613 * number:05d}")
        stays = chance.choice((6, 6, 7, 7, 8, 8, 9, 9, 10, 22)) * MINUTE
        yield at, partial(_do, zone.arrive, car)
        yield at + chance.choice((20, 35, 50, 55, 150)) * SECOND, partial(_do, zone.receive, car)
        yield at + 5 * MINUTE, partial(_do, zone.make_work_order, car)
        yield at + stays, partial(_do, zone.hand_over, car)
        yield at + stays + chance.randrange(60, 180) * MINUTE, partial(_do, zone.leave, car)
        if number % 8 == 0:
            yield at + 6 * MINUTE, _acknowledge
        if number % 64 == 10:
            yield from _case(at + 3 * MINUTE, car)


def _case(at: Millis, car: Plate) -> Iterator[Act]:
    numbers: list[int] = []
    yield at, partial(_register, numbers, car)
    for place, step in enumerate(_STEPS, 1):
        yield at + place * 20 * MINUTE, partial(_take, numbers, step)
    yield at + 2 * HOUR, partial(_read_report, numbers)


def _do(what: Callable[[Desk, Plate], object], car: Plate, desk: Desk) -> None:
    what(desk, car)


def _acknowledge(desk: Desk) -> None:
    handling.evaluate(desk)
    for each in desk.snapshot().escalations:
        if each.kind in {Kind.OVER_COUNT, Kind.OVER_STAY} and each.acknowledged_at is None:
            handling.acknowledge(desk, each.id)


def _register(numbers: list[int], car: Plate, desk: Desk) -> None:
    case = NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="陈静", plate=car,
        phone=f"138{int(car[2:]):08d}", words=_WORDS,
    )  # fmt: skip
    numbers.append(register.register(desk, case).number)


def _take(numbers: list[int], step: CaseStep, desk: Desk) -> None:
    steps.take(desk, numbers[0], step, "已办")


def _read_report(numbers: list[int], desk: Desk) -> None:
    station, desk.actor = desk.actor, _HEAD
    try:
        reading.read(desk, numbers[0])
    finally:
        desk.actor = station


def _multiply(connection: Connection, times: int) -> None:
    """Put the rows that there are in again for each day after, with numbers, plates and times of their own."""
    tables = (*_COPIED, "phones", "events")
    counts = {name: connection.execute(f"select max({_key(name)}) from {name}").fetchone()[0] or 0 for name in tables}
    names = {"visit": "visits", "clock": "clocks", "ticket": "tickets"}

    def numbered(subject: str, day: int) -> str:
        kind, *number = subject.split(":")
        return ":".join((kind, *(str(int(each) + day * counts[names[kind]]) for each in number[:1]), *number[1:]))

    connection.create_function("numbered", 2, numbered, deterministic=True)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("begin")
    later = connection.execute(
        f"select sql, name, type from sqlite_schema where type in ('index', 'trigger') and sql is not null"
        f" and tbl_name in ({', '.join('?' * len(tables))}) order by type",
        tables,
    ).fetchall()
    for _, name, kind in later:
        connection.execute(f"drop {kind} {name}")
    for name in tables:
        _put_in_again(connection, name, counts, times)
    _count_vehicles(connection)
    _tell_days(connection, times)
    for statement, *_ in later:
        connection.execute(statement)
    connection.execute("delete from case_texts")
    connection.execute("delete from case_words")
    search_terms.index_all(connection)
    search_terms.index_all_words(connection)
    connection.execute("commit")
    connection.execute("PRAGMA foreign_keys = ON")


def _key(table: str) -> str:
    return "seq" if table == "events" else "id"


def _put_in_again(connection: Connection, table: str, counts: dict[str, int], times: int) -> None:
    columns = connection.execute("select name, type from pragma_table_info(?)", (table,)).fetchall()
    values = ", ".join(_value(table, name, kind, counts) for name, kind in columns)
    connection.execute(f"create temp table first as select * from {table}")
    for begins in range(1, times + 1, _AT_ONCE):
        connection.execute(
            "with recursive day (n) as (select ? union all select n + 1 from day where n < ?)"
            f" insert into {table} select {values} from day cross join first t order by n, t.{_key(table)}",
            (begins, min(times, begins + _AT_ONCE - 1)),
        )
    connection.execute("drop table first")


def _value(table: str, column: str, kind: str, counts: dict[str, int]) -> str:
    """Return what stands in a column of a copied row, in SQL; `day.n`: how many days later it is."""
    own = f"t.{column}"
    if column == _key(table) or column in _REFERS:
        return f"{own} + day.n * {counts[table if column == _key(table) else _REFERS[column]]}"
    if column == "plate":
        return f"iif({own} = '', '', substr({own}, 1, 2) || printf('%05d', (substr({own}, 3) + day.n * 613) % 100000))"
    if column == "operation":
        return f"{own} || '-' || day.n"
    if (table, column) == ("tickets", "day"):
        return f"date({own}, day.n || ' days')"
    if column == "subject":
        return f"numbered({own}, day.n)"
    is_time = kind == "INTEGER" and (column.endswith("_at") or column in _TIMES)
    return f"iif({own} <> 0, {own} + day.n * {DAY}, {own})" if is_time else own


def _count_vehicles(connection: Connection) -> None:
    connection.execute("delete from vehicles")
    connection.execute(
        "insert into vehicles (plate, last_arrived_at, visits) select plate, max(arrived_at), count(*) from visits"
        " group by plate order by max(arrived_at)"
    )


def _tell_days(connection: Connection, times: int) -> None:
    """Keep figures of each day: those of the first."""
    for table, columns in (
        ("days", "touched"),
        ("day_figures", "touched, policy, holds_until, counts, arrived, zone_times, waits"),
    ):
        connection.execute(
            "with recursive day (n) as (select 1 union all select n + 1 from day where n < ?)"
            f" insert or ignore into {table} select date(t.day, day.n || ' days'), {columns} from {table} t, day",
            (times,),
        )
