"""Who is away, and who wishes to be free (S2)."""

from datetime import date
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.rosters.absence import Absence
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.values.errors import Refused

_COLUMNS = "id, person, first, last, why, wish, at, who"


def between(connection: Connection, first: date, last: date) -> tuple[Absence, ...]:
    """Return what has a part in some days, the earliest first."""
    rows = connection.execute(
        f"select {_COLUMNS} from absences where ended_at is null and last >= ? and first <= ? order by first, id",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(each("absences", rows, _absence))


def get(connection: Connection, number: int) -> Absence:
    """Return one that holds. Raises `Refused(NO_ABSENCE)`."""
    row = connection.execute(f"select {_COLUMNS} from absences where ended_at is null and id = ?", (number,)).fetchone()
    if row is None:
        raise Refused(RosterReason.NO_ABSENCE, number=number)
    return _absence(row)


def add(transaction: Transaction, person: str, first: date, last: date, why: str, *, is_wish: bool) -> int:
    """Put an absence, or a wish, on record."""
    row: Row = {"person": person, "first": first.isoformat(), "last": last.isoformat(), "why": why}
    return transaction.insert(
        "absences", {**row, "wish": int(is_wish), "at": transaction.now, "who": transaction.actor.who}
    )


def end(transaction: Transaction, absence: Absence) -> None:
    """It holds no more."""
    transaction.update("absences", absence.id, {"ended_at": transaction.now}, where={"ended_at": None})


def _absence(row: tuple[Any, ...]) -> Absence:
    number, person, first, last, why, wish, at, who = row
    return Absence(number, person, date.fromisoformat(first), date.fromisoformat(last), why, bool(wish), at, who)
