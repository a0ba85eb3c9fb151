"""The cars in repair, with their jobs, what was found, and what the customer was promised (P1–P4)."""

import json
from collections.abc import Iterable
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import matters
from data.progress import found as findings
from data.progress import jobs, promises
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.progress.progress import Progress, by_promise
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.terms import Waits
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

_COLUMNS = (
    "p.id, p.visit_id, v.plate, v.received_by, p.waits, p.told_at, p.told_by, p.promised_at, p.wish_at, p.kept_at,"
    " p.ready_at, p.ready_told_at, p.handed_back_at, p.handed_back_by"
)
_JOINED = "from progress p join visits v on v.id = p.visit_id join matters m on m.id = p.id"
_OPEN = f"{_JOINED} where p.id in (select id from matters where closed_at is null and kind = 'progress')"


def here(connection: Connection) -> tuple[Progress, ...]:
    """Return the cars in repair, the earliest promise first."""
    return by_promise(_select(connection, _OPEN))


def get(connection: Connection, number: int) -> Progress:
    """Return the repair that is this matter. Raises `Refused(NOT_IN_WORKSHOP)`."""
    found = _select(connection, f"{_JOINED} where p.id = ?", number)
    if not found:
        raise Refused(ProgressReason.NOT_IN_WORKSHOP, number=number)
    return found[0]


def of_visit(connection: Connection, visit: int) -> Progress | None:
    """Return the repair of a visit, open or not; None where it has none."""
    return next(iter(_select(connection, f"{_JOINED} where p.visit_id = ?", visit)), None)


def of_plate(connection: Connection, plate: Plate) -> Progress:
    """Return the repair of a car that is here. Raises `Refused`: NOT_IN_WORKSHOP, HANDED_BACK."""
    tail = f"{_JOINED} where v.plate = ? and v.left_at is null"
    found = next(iter(_select(connection, tail, plate)), None)
    if found is None:
        raise Refused(ProgressReason.NOT_IN_WORKSHOP, plate=plate)
    if found.handed_back_at is not None:
        by, at = found.handed_back_by, found.handed_back_at
        raise Refused(ProgressReason.HANDED_BACK, plate=plate, who=by, at=at)
    if not found.matter.is_open:
        raise Refused(ProgressReason.NOT_IN_WORKSHOP, plate=plate)
    return found


def past(connection: Connection, plate: Plate, limit: int = 20) -> tuple[Progress, ...]:
    """Return what was done on a car, visit by visit, the latest first: its service record (P3)."""
    tail = f"{_JOINED} where v.plate = ? order by p.id desc limit ?"
    return tuple(sorted(_select(connection, tail, plate, limit), key=lambda car: -car.id))


def after(connection: Connection, number: int, limit: int) -> tuple[Progress, ...]:
    """Return the repairs with a higher number, in that order, at most so many."""
    return _select(connection, f"{_JOINED} where p.id > ? order by p.id limit ?", number, limit)


def phone_of(connection: Connection, plate: Plate) -> int | None:
    """Return which phone row a car's customer gave when booking last, else in a case; None where none did."""
    of = "(select phone_id from {} where plate = ?1 and phone_id is not null order by id desc limit 1)"
    row = connection.execute(f"select coalesce({of.format('appointments')}, {of.format('complaints')})", (plate,))
    number: int | None = row.fetchone()[0]
    return number


def open_one(transaction: Transaction, visit: int, plate: Plate) -> int:
    """Begin to follow the repair of a car; return the number of its matter."""
    number = matters.open_one(transaction, MatterKind.PROGRESS, plate)
    row: Row = {"id": number, "visit_id": visit, "waits": Waits.LOUNGE}
    transaction.insert("progress", {**row, "told_at": transaction.now, "told_by": transaction.actor.who})
    return number


def change(transaction: Transaction, car: Progress, values: Row) -> None:
    """Change what is on record of a repair, unless the car was handed back meanwhile."""
    transaction.update("progress", car.id, values, where={"handed_back_at": None})


def _select(connection: Connection, tail: str, *values: object) -> tuple[Progress, ...]:
    rows = connection.execute(f"select {_COLUMNS} {tail}", values).fetchall()
    if not rows:
        return ()
    numbers = json.dumps([row[0] for row in rows])
    owned = matters.of(connection, [row[0] for row in rows])
    work, problems = jobs.of(connection, numbers), findings.of(connection, numbers)
    given = promises.of(connection, numbers)
    return tuple(
        each(
            "progress",
            rows,
            lambda row: _progress(owned[row[0]], row, work.get(row[0], ()), problems.get(row[0], ()), given[row[0]]),
        )
    )


def _progress(matter: Matter, row: tuple[Any, ...], *listed: Iterable[Any]) -> Progress:
    _, visit, plate, advisor, waits, *rest = row
    return Progress(matter, visit, plate, advisor, Waits(waits), *rest, *map(tuple, listed))
