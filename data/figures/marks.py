"""Which days of the store's calendar a command touches: their figures are stale from then on."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from data import policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.domain.figures.day import QUARTER
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.zone.places import is_zone_key

Row = dict[str, Any]
Span = tuple[Millis, Millis]
_TOUCHED = "insert into days (day, touched) values (?, 1) on conflict (day) do update set touched = touched + 1"


def mark(transaction: Transaction) -> None:
    """Note every day that the rows tell about which a command changed, as they were and as they are."""
    spans = {
        span
        for change in transaction.changes
        if (tells := _TELLS.get(change["table"])) is not None
        for row in (change["before"], change["after"])
        if row is not None
        for span in tells(transaction, row)
    }
    if not spans:
        return
    zone = policy.current(transaction.connection).time_zone
    # What is in the same quarter of an hour is on the same day, and mostly all of it is.
    quarters = {(since // QUARTER, max(since, until) // QUARTER) for since, until in spans}
    for day in {day for first, last in quarters for day in _days(first, last, zone)}:
        transaction.connection.execute(_TOUCHED, (day,))


def touched(connection: Connection, day: date) -> int:
    """Return how often a day was touched."""
    row = connection.execute("select touched from days where day = ?", (day.isoformat(),)).fetchone()
    return 0 if row is None else int(row[0])


@lru_cache(maxsize=256)
def _days(first: int, last: int, zone: str) -> tuple[str, ...]:
    """Return the days from one quarter of an hour to another, both counted from the epoch."""
    begins, ends = (to_datetime(at, ZoneInfo(zone)).date() for at in (first * QUARTER, (last + 1) * QUARTER - 1))
    return tuple(date.fromordinal(number).isoformat() for number in range(begins.toordinal(), ends.toordinal() + 1))


def _of_visit(transaction: Transaction, row: Row) -> Iterator[Span]:
    yield row["arrived_at"], row["arrived_at"]
    if row["left_at"] is not None:
        yield row["left_at"], row["left_at"]


def _of_stay(transaction: Transaction, row: Row) -> Iterator[Span]:
    if is_zone_key(row["place"]):
        yield row["started_at"], transaction.now if row["ended_at"] is None else row["ended_at"]


def _of_ticket(transaction: Transaction, row: Row) -> Iterator[Span]:
    """Whether the customer was received in time belongs to the day the visit began."""
    (arrived,) = transaction.connection.execute(
        "select arrived_at from visits where id = ?", (row["visit_id"],)
    ).fetchone()
    yield arrived, arrived
    if row["no_show_at"] is not None:
        yield row["no_show_at"], row["no_show_at"]


def _of_escalation(transaction: Transaction, row: Row) -> Iterator[Span]:
    yield row["crossed_at"], row["crossed_at"]


def _of_case(transaction: Transaction, row: Row) -> Iterator[Span]:
    yield row["received_at"], row["received_at"]


def _of_note(transaction: Transaction, row: Row) -> Iterator[Span]:
    if row["step"] == "close":
        yield row["at"], row["at"]


def _of_appointment(transaction: Transaction, row: Row) -> Iterator[Span]:
    yield row["at"], row["at"]


_TELLS: dict[str, Callable[[Transaction, Row], Iterator[Span]]] = {
    "visits": _of_visit,
    "stays": _of_stay,
    "tickets": _of_ticket,
    "escalations": _of_escalation,
    "complaints": _of_case,
    "notes": _of_note,
    "appointments": _of_appointment,
}
"""The days that a row of a table tells something about."""
