"""The rounds of checks, one row for each period, and the faults that were found in them."""

import json
from collections.abc import Iterable
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.checks.check import Check, Round
from frontdesk.domain.checks.periods import Span
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.clock import Millis

_COLUMNS = (
    "o.id, c.key, c.title, o.thing_id, coalesce(t.name, ''), o.period, o.opens_at, o.due_at, o.ends_at, o.matter_id,"
    " r.outcome, r.ended_at, o.too_fast, o.same_figures"
)
_FROM = (
    "from check_rounds o join checks c on c.id = o.check_id left join things t on t.id = o.thing_id"
    " left join runs r on r.id ="
    " (select max(id) from runs where matter_id = o.matter_id)"
)
_STEPS = (
    "from run_steps s join runs r on r.id = s.run_id join check_rounds o on o.matter_id = r.matter_id"
    " join checks c on c.id = o.check_id"
)


def open_ones(connection: Connection) -> tuple[Round, ...]:
    """Return the rounds that are to be done, those due first in front."""
    return _select(connection, "r.id is not null and r.ended_at is null order by o.due_at, o.id")


def open_of(connection: Connection, check: int) -> tuple[Round, ...]:
    """Return the rounds of a check that are to be done."""
    return _select(connection, "o.check_id = ? and r.id is not null and r.ended_at is null order by o.id", check)


def of_matter(connection: Connection, matter: int) -> Round | None:
    """Return the round that a matter is; None where it is none."""
    return next(iter(_select(connection, "o.matter_id = ?", matter)), None)


def due_between(connection: Connection, since: Millis, until: Millis) -> tuple[Round, ...]:
    """Return the rounds that were or are due from one instant to before another."""
    return _select(connection, "o.due_at >= ? and o.due_at < ? order by o.due_at, o.id", since, until)


def marked_between(connection: Connection, since: Millis, until: Millis) -> tuple[Round, ...]:
    """Return the rounds due in that time that the review looks at."""
    marked = "(o.too_fast = 1 or o.same_figures = 1)"
    return _select(connection, f"o.due_at >= ? and o.due_at < ? and {marked} order by o.due_at, o.id", since, until)


def periods(connection: Connection, check: int, limit: int) -> tuple[tuple[str, Millis], ...]:
    """Return the last periods of a check that are on record, each with when it began, the newest first."""
    sql = "select period, max(opens_at) from check_rounds where check_id = ? group by period order by 2 desc limit ?"
    return tuple(connection.execute(sql, (check, limit)))


def done_before(connection: Connection, found: Round, limit: int) -> list[int]:
    """Return the matters of the last rounds of the same check and thing that were done, the newest first."""
    rows = connection.execute(
        f"select o.matter_id {_FROM} where c.key = ? and o.thing_id is ? and r.outcome = ? and o.id < ?"
        " order by o.id desc limit ?",
        (found.check, found.thing_id, RunOutcome.DONE, found.id, limit),
    )
    return [number for (number,) in rows]


def first_end(connection: Connection) -> Millis | None:
    """Return when the time for the first of the open rounds is over; None where none is open."""
    at: Millis | None = connection.execute(
        f"select min(o.ends_at) {_FROM} where r.id is not null and r.ended_at is null"
    ).fetchone()[0]
    return at


def put(transaction: Transaction, check: Check, span: Span, matter: int | None, thing: int | None = None) -> int:
    """Put a period of a check on record; without a matter it was missed."""
    row: Row = {"check_id": check.id, "thing_id": thing, "period": span.name, "opens_at": span.opens_at}
    return transaction.insert(
        "check_rounds", {**row, "due_at": span.due_at, "ends_at": span.ends_at, "matter_id": matter}
    )


def mark(transaction: Transaction, number: int, *, too_fast: bool, same_figures: bool) -> None:
    """Mark a round for the review."""
    transaction.update("check_rounds", number, {"too_fast": int(too_fast), "same_figures": int(same_figures)})


def open_measure(connection: Connection, found: Round, step: str) -> int | None:
    """Return the measure against the same fault of the same thing that is not brought to its end."""
    row = connection.execute(
        f"select s.measure_id {_STEPS} join matters m on m.id = s.measure_id"
        " where c.key = ? and o.thing_id is ? and s.key = ? and m.closed_at is null order by s.id desc limit 1",
        (found.check, found.thing_id, step),
    ).fetchone()
    return None if row is None else int(row[0])


def failed_since(connection: Connection, at: Millis) -> tuple[tuple[str, int | None, str, int], ...]:
    """Return which items of which checks and things were not in order since an instant, and in how many rounds."""
    return tuple(
        connection.execute(
            f"select c.key, o.thing_id, s.key, count(*) {_STEPS} where s.state = 'failed' and s.at >= ?"
            " group by c.key, o.thing_id, s.key order by c.key, o.thing_id, s.key",
            (at,),
        )
    )


def of(connection: Connection, numbers: Iterable[int]) -> tuple[Round, ...]:
    """Return rounds by the numbers of their matters."""
    return _select(
        connection, "o.matter_id in (select value from json_each(?)) order by o.id", json.dumps(list(numbers))
    )


def _select(connection: Connection, condition: str, *values: object) -> tuple[Round, ...]:
    rows = connection.execute(f"select {_COLUMNS} {_FROM} where {condition}", values).fetchall()
    return tuple(each("check_rounds", rows, _round))


def _round(row: tuple[Any, ...]) -> Round:
    number, check, title, thing_id, thing, period, opens_at, due_at, ends_at, matter, *ended = row
    outcome, ended_at, too_fast, same_figures = ended
    begun = (number, check, title, thing_id, thing, period, opens_at, due_at, ends_at, matter)
    return Round(*begun, RunOutcome(outcome) if outcome else None, ended_at, bool(too_fast), bool(same_figures))
