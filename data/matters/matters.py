"""The matters and what is owed for them."""

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import dues
from data.runs import runs
from frontdesk.domain.matters.due import Due
from frontdesk.domain.matters.matter import Matter, MatterKind, Outcome
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.errors import Refused

_COLUMNS = ("id", "kind", "title", "part_of", "opened_at", "opened_by", "closed_at", "closed_by", "outcome", "drill")
_LIST = ", ".join(_COLUMNS)
_OF_OPEN = (*_COLUMNS[:6], "drill")
"""What there is to read of one that is open."""
_FIRST_OWED = (
    f"select {', '.join(f'd.{name}' for name in dues.OF_RUNNING)}, {', '.join(f'm.{name}' for name in _OF_OPEN[1:])}"
    " from dues d indexed by dues_running cross join matters m on m.id = d.matter_id"
    " where d.met_at is null and d.lifted_at is null and m.closed_at is null order by d.due_at, d.id"
)
_NOTHING_OWED = (
    f"select {_LIST} from matters indexed by matters_open where closed_at is null and not exists"
    " (select 1 from dues where matter_id = matters.id and met_at is null and lifted_at is null) order by id limit ?"
)


def open_ones(connection: Connection, limit: int) -> tuple[Matter, ...]:
    """Return the open matters, next due first, at most `limit`."""
    numbers = [matter.id for matter in first_owed(connection, limit)]
    found = of(connection, numbers)
    return tuple(found[number] for number in numbers if number in found)


def first_owed(connection: Connection, limit: int) -> tuple[Matter, ...]:
    """Return the same with no more than what a station shows: of what is or was owed for them, what comes first.

    Left out is what is done, and what is owed after the last of them has something owed for the first time.
    """
    rows, numbers = _first_owed(connection, limit)
    changes = dues.changes_of(connection, (row[0] for row in rows)) if rows else ()
    try:
        owed = _as_they_were(rows, changes)
    except SENSELESS:
        readable = of(connection, numbers)
        owed = tuple(readable[number] for number in numbers if number in readable)
    left = limit - len(numbers)
    without = connection.execute(_NOTHING_OWED, (left,)).fetchall() if left else []
    return (*owed, *_with_dues(connection, without))


def _first_owed(connection: Connection, limit: int) -> tuple[tuple[tuple[Any, ...], ...], tuple[int, ...]]:
    """Return what is owed first beside its matter, row by row, until so many matters are met; and their numbers."""
    rows: list[tuple[Any, ...]] = []
    numbers: dict[int, None] = {}
    for row in connection.execute(_FIRST_OWED):
        if len(numbers) == limit and row[1] not in numbers:
            break
        numbers[row[1]] = None
        rows.append(row)
    return tuple(rows), tuple(numbers)


@lru_cache(maxsize=2)
def _as_they_were(rows: tuple[tuple[Any, ...], ...], changes: tuple[tuple[Any, ...], ...]) -> tuple[Matter, ...]:
    """Return the matters of rows; most pictures show those of the one before, which are not made again."""
    of_due: dict[int, tuple[tuple[Any, ...], ...]] = {}
    for change in changes:
        of_due[change[0]] = (*of_due.get(change[0], ()), change)
    owed: dict[int, list[tuple[Any, ...]]] = {}
    for row in rows:
        owed.setdefault(row[1], []).append((row, of_due.get(row[0], ())))
    return tuple(_as_it_was(tuple(of_it)) for of_it in owed.values())


@lru_cache(maxsize=256)
def _as_it_was(owed: tuple[tuple[Any, ...], ...]) -> Matter:
    """Return one matter with what is owed for it; where another one changed, it is not made again."""
    width = len(dues.OF_RUNNING)
    (first, _), *_ = owed
    return _matter((first[1], *first[width:]), tuple(dues.made(row[:width], changes) for row, changes in owed))


def open_of(connection: Connection, kind: MatterKind) -> tuple[Matter, ...]:
    """Return the open matters of a kind, in the order they were opened."""
    return _select(connection, "closed_at is null and kind = ?", kind)


def every_of(connection: Connection, kind: MatterKind) -> tuple[Matter, ...]:
    """Return every matter of a kind, in the order they were opened."""
    return _select(connection, "kind = ?", kind)


def last_dropped(connection: Connection, kind: MatterKind) -> Matter | None:
    """Return the last matter of a kind that somebody closed with nothing more done about it."""
    latest = "id = (select max(id) from matters where kind = ? and outcome = ?)"
    return next(iter(_select(connection, latest, kind, Outcome.DROPPED)), None)


def drills(connection: Connection) -> tuple[Matter, ...]:
    """Return what is only rehearsed and still open."""
    return _select(connection, "drill = 1 and closed_at is null")


def is_of_drill(connection: Connection, matter: int | None, escalation: int | None = None) -> bool:
    """Whether a matter is only rehearsed, or what an escalation is about is."""
    found = connection.execute(
        "select exists (select 1 from matters indexed by matters_of_drills where drill = 1 and id in (?1,"
        " (select case when subject like 'incident:%' then cast(substr(subject, 10) as integer)"
        " when subject like 'due:%' then (select matter_id from dues where id = cast(substr(subject, 5) as integer))"
        " end from escalations where id = ?2)))",
        (matter, escalation),
    )
    return bool(found.fetchone()[0])


def get(connection: Connection, number: int) -> Matter:
    """Return one matter. Raises `Refused(NO_MATTER)`."""
    found = _select(connection, "id = ?", number)
    if not found:
        raise Refused(MatterReason.NO_MATTER, number=number)
    return found[0]


def of(connection: Connection, numbers: Iterable[int]) -> dict[int, Matter]:
    """Return matters by their numbers."""
    found = _select(connection, "id in (select value from json_each(?))", json.dumps(list(numbers)))
    return {matter.id: matter for matter in found}


def parts(connection: Connection, number: int) -> tuple[Matter, ...]:
    """Return the matters that came from one, in the order they were opened."""
    return _select(connection, "part_of = ?", number)


def open_one(
    transaction: Transaction, kind: MatterKind, title: str, part_of: int | None = None, *, is_drill: bool = False
) -> int:
    """Open a matter; return its number."""
    row: Row = {"kind": kind, "title": title, "part_of": part_of, "drill": int(is_drill)}
    return transaction.insert("matters", {**row, "opened_at": transaction.now, "opened_by": transaction.actor.who})


def rename(transaction: Transaction, number: int, title: str) -> None:
    """Call a matter by another title: what it was called by was written down wrongly."""
    transaction.update("matters", number, {"title": title})


def close(transaction: Transaction, number: int, outcome: Outcome) -> None:
    """Close a matter that is open; what is still owed for it is lifted, what is done step by step stops."""
    dues.lift(transaction, number)
    for run in runs.of_matter(transaction.connection, number):
        if run.outcome is None:
            runs.end(transaction, run, RunOutcome.STOPPED)
    values: Row = {"closed_at": transaction.now, "closed_by": transaction.actor.who, "outcome": outcome}
    transaction.update("matters", number, values, where={"closed_at": None})


def _select(connection: Connection, condition: str, *values: object) -> tuple[Matter, ...]:
    rows = connection.execute(f"select {_LIST} from matters where {condition} order by id", values).fetchall()
    return _with_dues(connection, rows)


def _with_dues(connection: Connection, rows: list[tuple[Any, ...]]) -> tuple[Matter, ...]:
    owed: defaultdict[int, list[Due]] = defaultdict(list)
    for due in dues.of(connection, [row[0] for row in rows]) if rows else ():
        owed[due.matter].append(due)
    return tuple(each("matters", rows, lambda row: _matter(row, tuple(owed[row[0]]))))


def _matter(row: tuple[Any, ...], owed: tuple[Due, ...]) -> Matter:
    number, kind, title, part_of, opened_at, opened_by, *ended, drill = row
    closed_at, closed_by, outcome = ended or (None, "", "")
    opened = (number, MatterKind(kind), title, part_of, opened_at, opened_by)
    return Matter(*opened, closed_at, closed_by, Outcome(outcome) if outcome else None, owed, bool(drill))
