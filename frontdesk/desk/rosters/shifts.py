"""The store's shifts (S2)."""

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.rosters import shifts
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_manages
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.domain.rosters.shift import NAME_LIMIT, Shift, read_shift
from frontdesk.domain.values.text import whole_line


def listed(desk: Desk) -> tuple[Shift, ...]:
    """Return the shifts that people are put down for."""
    return desk.read(_in_use)


def _in_use(connection: Connection) -> tuple[Shift, ...]:
    return shifts.in_use(connection)


def add(desk: Desk, key: str, name: str, begins: str, ends: str, *, operation: str | None = None) -> Result:
    """Put a shift on the list. Raises `Refused`: SHIFT_KEY, BAD_SHIFT_TIMES, SHIFT_TAKEN, SHIFT_SAME."""
    shift = read_shift(key, whole_line(name, NAME_LIMIT), begins, ends)

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        number = shifts.add(transaction, shift)
        return Result(RosterEvent.SHIFT_ADD, number=number, facts={"shift": shift.key})

    return desk.do(body, operation)


def remove(desk: Desk, key: str, operation: str | None = None) -> Result:
    """Take a shift off the list; what was planned with it stays. Raises `Refused(NO_SHIFT)`."""

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        return Result(RosterEvent.SHIFT_REMOVE, number=shifts.retire(transaction, key), facts={"shift": key})

    return desk.do(body, operation)
