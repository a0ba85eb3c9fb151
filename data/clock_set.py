"""The machine's clock was set: what is open moves along with it, in one event, and goes on in running time."""

from bisect import bisect_right
from collections.abc import Iterable

from data.engine import store_time
from data.engine.transaction import Row, Transaction
from frontdesk.domain.escalations.terms import OWED
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import MINUTE, Clock, Millis
from frontdesk.domain.values.running_time import ClockSet, Reading, set_by

LATELY: Millis = 2 * MINUTE
_CHAIN = ("based_at", "called_at", "told_at", "acknowledged_at", "acted_at", "verify_at")
_COLUMNS = {
    "visits": ("arrived_at", "received_at", "work_order_at", "handed_over_at", "expected_exit_at", "left_at"),
    "stays": ("started_at", "ended_at"),
    "escalations": ("crossed_at", "raised_at", *_CHAIN, "cleared_at"),
    "steps": ("due_at", "at"),
    "tickets": ("issued_at", "expires_at", "called_at", "no_show_at"),
    "tasks": ("asked_at",),
    "duties": ("starts_at",),
    "messages": ("try_at",),
}
"""The instants that move. When a duty ends, and a clock or a due ends, somebody read off a clock: that stays."""


def mind(transaction: Transaction, clock: Clock) -> Result | None:
    """Move what is open where the machine's clock was set since the last write, and keep what it says now."""
    connection = transaction.connection
    wall, running, started = clock.now(), clock.monotonic(), clock.started()
    by, found = set_by(store_time.reading(connection) or Reading(wall, running), wall, running, started)
    store_time.keep_reading(connection, found)
    pace = store_time.pace(connection)
    if not by:
        return None
    connection.execute(
        "update stations set seen_at = seen_at + ?1, evaluated_at = evaluated_at + ?1 where ?1 > 0 or seen_at > ?2",
        (by, wall),
    )
    if pace is not None:
        store_time.set_pace(connection, pace._replace(anchor=pace.anchor + by))
        return None
    if abs(by) >= MINUTE:
        before = store_time.clock_set(connection)
        now = ClockSet(transaction.now, by) if before is None else before.then(transaction.now, by)
        store_time.keep_clock_set(connection, now)
    _move_cars(transaction, by)
    _move_escalations(transaction, by)
    for table, tail in (
        ("tickets", "closed_at is null"),
        ("tasks", "ended_at is null"),
        # What is told the first time is told by the clock: in the morning.
        ("messages", "ended_at is null and (state = 'sending' or tries > 0 or audience = 'staff')"),
        # What has begun goes on; what is to begin does so by the clock.
        ("duties", f"starts_at <= {transaction.now - by} and ends_at > {transaction.now}"),
    ):
        for number in _numbers(transaction, f"select id from {table} where {tail} order by id"):
            _shift(transaction, table, number, _COLUMNS[table], by)
    return Result(JournalEvent.CLOCK, number=by)


def as_moved(transaction: Transaction, change: Row, by: Millis) -> Row:
    """Return a recorded change as it would be had the clock been set before: its instants have moved since."""
    before, after, columns = change["before"], change["after"], _COLUMNS.get(change["table"], ())
    now = transaction.image(change["table"], change["id"])
    if now is None or after is None:
        return change
    then = before and {
        name: now[name] if before[name] == after[name] else before[name] and before[name] + by for name in columns
    }
    return {
        **change,
        "before": before and {**before, **then},
        "after": {**after, **{name: now[name] for name in columns if (now[name] is None) == (after[name] is None)}},
    }


def _move_cars(transaction: Transaction, by: Millis) -> None:
    """Move the visits that are open, or ended lately; who comes to a bay still comes after the one before left."""
    connection, now = transaction.connection, _lately(transaction, by)
    moved = "select id from visits where left_at is null or left_at > ?"
    # The car that left a bay last and does not move: none of the others may have come before.
    before = "select max(ended_at) from stays k where k.place = s.place and k.alone = 1 and k.ended_at <= s.started_at"
    rows = connection.execute(
        f"select s.started_at, case when s.alone then ({before} and k.visit_id not in ({moved})) end"
        f" from stays s where s.visit_id in ({moved}) order by 1",
        (now, now),
    ).fetchall()
    line: dict[Millis, Millis] = {}
    for at, left in rows:
        line[at] = max(at + by, left or at + by, *list(line.values())[-1:])
    starts = list(line)

    def move(at: Millis | None) -> Millis | None:
        """One line for all: what was at the same instant stays so, and what was in order stays in order."""
        if at is None:
            return None
        last = bisect_right(starts, at)
        return max(at + by, line[starts[last - 1]]) if last else at + by

    stays = _numbers(transaction, f"select id from stays where visit_id in ({moved}) order by id", now)
    for table, numbers in (("visits", _numbers(transaction, f"{moved} order by id", now)), ("stays", stays)):
        for number in numbers:
            row = transaction.image(table, number) or {}
            transaction.update(table, number, {name: move(row[name]) for name in _COLUMNS[table]})


def _move_escalations(transaction: Transaction, by: Millis) -> None:
    """Move those that stand, or were over lately, with their record; a missed clock was due when it was due."""
    tail = "where cleared_at is null or cleared_at > ? order by crossed_at, id"
    numbers = _numbers(transaction, f"select id from escalations {tail}", _lately(transaction, by))
    for number in numbers if by < 0 else reversed(numbers):
        kind = (transaction.image("escalations", number) or {})["kind"]
        columns = _CHAIN if kind in OWED else _COLUMNS["escalations"]
        apart = 0 if kind in OWED else _apart(transaction, number, by)
        _shift(transaction, "escalations", number, columns, by + apart)
        steps = _numbers(transaction, "select id from steps where escalation_id = ? order by due_at, id", number)
        for step in steps if by < 0 else reversed(steps):
            _shift(transaction, "steps", step, _COLUMNS["steps"], by)


def _lately(transaction: Transaction, by: Millis) -> Millis:
    """Return since when what is over moves too: it ended after now, or so lately that it may be taken back or go on."""
    return min(transaction.now, transaction.now - by - LATELY)


def _apart(transaction: Transaction, number: int, by: Millis) -> Millis:
    """Return how many milliseconds later a crossing goes, so that it is not taken for one that is on record there."""
    taken = (
        "select 1 from escalations o join escalations e on o.kind = e.kind and o.subject = e.subject and o.id <> e.id"
        " where e.id = ? and o.crossed_at = e.crossed_at + ?"
    )
    for apart in range(1000):
        if transaction.connection.execute(taken, (number, by + apart)).fetchone() is None:
            return apart
    return 1000


def _shift(transaction: Transaction, table: str, number: int, columns: Iterable[str], by: Millis) -> None:
    row = transaction.image(table, number) or {}
    transaction.update(table, number, {name: None if row[name] is None else row[name] + by for name in columns})


def _numbers(transaction: Transaction, query: str, *values: Millis) -> list[int]:
    return [number for (number,) in transaction.connection.execute(query, values)]
