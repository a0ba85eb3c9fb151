"""A real month of a real service desk: when each of 2,179 customers came, was received and left; in no other way is it
known who they were. It is put into March of 2026, which began on the same day of the week.

`sweep` says what the rows say by themselves: it is written apart from the program, on plain seconds of the day.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data.engine.connection import Connection
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.escalations.plan import plan_for
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.figures.limits import Limits
from frontdesk.domain.figures.sweep import VisitTimes, swept
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.review.day import ReviewDay

ZONE = ZoneInfo("Asia/Shanghai")
MONTH = Month(2026, 3)
DAYS = tuple(date(2026, 3, number) for number in range(1, 32))
FILE = Path(__file__).parents[1] / "data" / "service-month.csv"
AFTERWARDS = int(datetime(2026, 4, 1, 6, tzinfo=ZONE).timestamp()) * 1000


class Row(NamedTuple):
    """A visit, in seconds of its day."""

    day: date
    came: int
    received: int
    left: int

    def at(self, second: int) -> int:
        return instant(self.day, second)


class Plain(NamedTuple):
    """What a day's rows say."""

    visits: int
    over_counts: int
    over_count_seconds: int
    over_stays: int
    late: int


def instant(day: date, second: int) -> int:
    return int(datetime.combine(day, time(), ZONE).timestamp() + second) * 1000


@cache
def rows() -> tuple[Row, ...]:
    """The visits; five were noted as received a second or so before they came."""
    return tuple(each._replace(day=DAYS[each.day.day - 1]) for each in rows_of(FILE))


def rows_of(file: Path) -> Iterator[Row]:
    """The visits of a file of this kind, on its own days."""
    return (Row(day, came, came + max(0, waited), came + stayed) for day, came, waited, stayed in _noted(file))


def _noted(path: Path) -> Iterator[tuple[date, int, int, int]]:
    with path.open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            came, received, left = (_second(row[name] or row["left"]) for name in ("arrived", "received", "left"))
            yield date.fromisoformat(row["date"]), came, received - came, left - came


def _second(text: str) -> int:
    at = time.fromisoformat(text)
    return at.hour * 3600 + at.minute * 60 + at.second


def by_day() -> dict[date, list[Row]]:
    found: dict[date, list[Row]] = defaultdict(list)
    for row in rows():
        found[row.day].append(row)
    return found


def crossings(of_day: Iterable[Row], many: int = 4) -> Iterator[tuple[int, int]]:
    """Give when there were too many and when no more: who leaves at an instant leaves before who comes."""
    stood = [row for row in of_day if row.left > row.came]
    count, since = 0, 0
    for at, change in sorted([(row.left, -1) for row in stood] + [(row.came, 1) for row in stood]):
        count += change
        if change == 1 and count == many:
            since = at
        elif change == -1 and count == many - 1:
            yield since, at


def sweep(of_day: list[Row], many: int = 4, long: int = 1200, late: int = 60) -> Plain:
    over = list(crossings(of_day, many))
    return Plain(
        len(of_day),
        len(over),
        sum(until - since for since, until in over),
        sum(row.left - row.came > long for row in of_day),
        sum(row.received - row.came > late for row in of_day),
    )


@cache
def review_days() -> tuple[ReviewDay, ...]:
    """The days as the program counts them."""
    limits, found = Limits(Policy()), []
    for day, of_day in sorted(by_day().items()):
        visits = [
            VisitTimes(
                row.at(row.came), row.at(row.received), None, row.at(row.left), turned_away=False,
                in_zone=((row.at(row.came), row.at(row.left)),) if row.left > row.came else (),
            )
            for row in of_day
        ]  # fmt: skip
        found.append(ReviewDay(day, swept(DaySpan.of(day, ZONE), visits, limits, AFTERWARDS)))
    return tuple(found)


def put(connection: Connection) -> None:
    """Put the month's visits and escalations on record, past the commands."""
    with_number = list(enumerate(rows(), 1))
    connection.execute("begin immediate")
    connection.executemany(
        "insert into visits (id, plate, purpose, arrived_at, received_at, received_by, left_at, ended)"
        " values (?, ?, 'repair', ?, ?, ?, ?, 'left')",
        [
            (number, plate(number), row.at(row.came), row.at(row.received), "李静", row.at(row.left))
            for number, row in with_number
        ],
    )
    connection.executemany(
        "insert into stays (visit_id, place, alone, started_at, ended_at) values (?, 'lane', 0, ?, ?)",
        [(number, row.at(row.came), row.at(row.left)) for number, row in with_number],
    )
    over = [
        ("over_stay", f"visit:{number}", plate(number), row.at(row.came + 1200), row.at(row.left))
        for number, row in with_number
        if row.left - row.came > 1200
    ]
    over += [
        ("over_count", "zone", "", instant(day, since), instant(day, until))
        for day, of_day in by_day().items()
        for since, until in crossings(of_day)
    ]
    plan = plan_for(Kind.OVER_STAY, Policy()).to_json()
    connection.executemany(
        "insert into escalations (kind, subject, plate, crossed_at, raised_at, based_at, called_at, cleared_at, state,"
        " outcome, cleared_from, revision, level, calls, plan)"
        " values (?1, ?2, ?3, ?4, ?4, ?4, ?4, ?5, 'cleared', 'unhandled', 'raised', 1, 1, 1, ?6)",
        [(*each, plan) for each in over],
    )
    connection.execute("commit")


def plate(number: int) -> str:
    return f"苏A{number:05}"


def write_log(path: Path) -> None:
    """Write the month as a log to replay, as the desk noted it."""
    lines = ["date,plate,arrived,received,left,received_by"]
    for number, (noted, came, waited, stayed) in enumerate(_noted(FILE), 1):
        day = DAYS[noted.day - 1]
        at = [time(second // 3600, second // 60 % 60, second % 60) for second in (came, came + waited, came + stayed)]
        lines.append(",".join((str(day), plate(number), *map(str, at), "李静")))
    path.write_text("\n".join((*lines, "")), encoding="utf-8")
