"""The shifts of the store (S2)."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.shift import Shift, TypedShift, clock_text, the_shift
from frontdesk.domain.values.errors import Refused


def every(connection: Connection) -> tuple[Shift, ...]:
    """Return every shift there ever was, in the order they begin."""
    rows = connection.execute("select id, key, name, begins, ends from shifts order by begins, ends, id")
    return tuple(Shift(*row) for row in rows)


def in_use(connection: Connection) -> tuple[Shift, ...]:
    """Return the shifts that people are put down for now."""
    rows = connection.execute("select id, key, name, begins, ends from shifts where retired = 0 order by 4, 5, 1")
    return tuple(Shift(*row) for row in rows)


def add(transaction: Transaction, shift: TypedShift) -> int:
    """Put a shift on the list, or back on it just as it was. Raises `Refused`: SHIFT_SAME, SHIFT_TAKEN."""
    known = next((each for each in every(transaction.connection) if each.key == shift.key), None)
    if known is None:
        return transaction.insert("shifts", dict(shift._asdict()))
    if (known.begins, known.ends) != (shift.begins, shift.ends):
        # Rosters of the past tell of the one that had this key.
        times = f"{clock_text(known.begins)}–{clock_text(known.ends)}"
        raise Refused(RosterReason.SHIFT_TAKEN, text=shift.key, times=times)
    row = transaction.image("shifts", known.id) or {}
    values: Row = {"name": shift.name, "retired": 0}
    if {name: row[name] for name in values} == values:
        raise Refused(RosterReason.SHIFT_SAME, text=shift.key)
    transaction.update("shifts", known.id, values)
    return known.id


def retire(transaction: Transaction, key: str) -> int:
    """Take a shift off the list; what was planned with it stays. Raises `Refused(NO_SHIFT)`."""
    shift = the_shift(in_use(transaction.connection), key)
    transaction.update("shifts", shift.id, {"retired": 1})
    return shift.id
