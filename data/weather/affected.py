"""Whom a decision touches, with what each was to be, and what was to be in its time (I7, I11)."""

from collections.abc import Iterable
from typing import Any

from data.appointments import appointments
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.people import phones
from data.progress import progress
from frontdesk.domain.appointments.appointment import State
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.domain.weather.affected import Affected, Fate, Found, Of, RowState
from frontdesk.domain.weather.decision import Decision, Service
from frontdesk.domain.weather.reasons import DecisionReason

_COLUMNS = (
    "w.id, w.decision_id, w.kind, w.ref, w.at, w.message_id, w.state, w.becomes, w.ended_at, w.ended_by,"
    " coalesce((select 1 from messages m where m.id = w.message_id and m.state = 'told'), 0),"
    " coalesce((select m.tries from messages m where m.id = w.message_id), 0)"
)
_FATES = {
    State.BOOKED: Fate.EXPECTED,
    State.ARRIVED: Fate.CAME,
    State.CANCELLED: Fate.CALLED_OFF,
    State.NO_SHOW: Fate.NOT_COME,
}
_FAR: Millis = 2**52
_APPOINTMENTS = "select id, at, state from appointments where"
_REPAIRS = (
    "select p.id, p.promised_at, p.handed_back_at is not null, m.closed_at is not null from progress p"
    " join matters m on m.id = p.id where p.promised_at is not null and"
)
_RUNS = (
    "select m.id, max(m.opened_at, ?1), m.closed_at is not null from matters m where m.kind = 'run' and m.drill = 0 and"
)


def of(connection: Connection, decision: int) -> tuple[Affected, ...]:
    """Return the rows of a decision, the first in time first, with whom they are about."""
    rows = _select(connection, "w.decision_id = ? order by w.at, w.id", decision)
    return tuple(_named(connection, row) for row in rows)


def plain(connection: Connection, decision: int) -> tuple[Affected, ...]:
    """Return the same without whom they are about."""
    return _select(connection, "w.decision_id = ? and w.ended_at is null order by w.id", decision)


def get(connection: Connection, number: int) -> Affected:
    """Return one row with whom it is about. Raises `Refused(NO_ROW)`."""
    found = _select(connection, "w.id = ?", number)
    if not found:
        raise Refused(DecisionReason.NO_ROW, number=number)
    return _named(connection, found[0])


def of_message(connection: Connection, message: int) -> Affected | None:
    """Return the row that a message is about."""
    return next(iter(_select(connection, "w.message_id = ? and w.ended_at is null", message)), None)


def found(connection: Connection, decision: Decision, rows: Iterable[Affected]) -> dict[tuple[Of, int], Found]:
    """Return what lies in a decision's time, of the services it is about, and what its open rows are about."""
    ends = _FAR if decision.ends_at is None else decision.ends_at
    span = (decision.starts_at, ends)
    listed: list[Found] = []
    if Service.APPOINTMENTS in decision.services:
        tail = "at >= ? and at < ? and state = 'booked'"
        listed += _appointments(connection, tail, *span)
    if {Service.DELIVERY, Service.PICK_UP} & set(decision.services):
        tail = "p.promised_at >= ? and p.promised_at < ? and p.handed_back_at is null and m.closed_at is null"
        listed += _repairs(connection, tail, *span)
    if Service.RESCUE in decision.services:
        listed += _runs(connection, "m.opened_at < ?2 and m.closed_at is null", *span)
    known = {(each.of, each.ref) for each in listed}
    for row in rows:
        if row.key not in known:
            listed += _one(connection, decision, row)
    return {(each.of, each.ref): each for each in listed}


def put(transaction: Transaction, decision: int, what: Found, message: int | None) -> int:
    """Open a row; return its number."""
    row: Row = {"decision_id": decision, "kind": what.of, "ref": what.ref, "at": what.at, "message_id": message}
    return transaction.insert("weather_rows", {**row, "state": RowState.OPEN})


def change(transaction: Transaction, row: Affected, values: Row) -> None:
    """Change a row that is still as it was read. Raises `Refused(CHANGED_SINCE)`."""
    transaction.update("weather_rows", row.id, values, where={"state": row.state, "ended_at": None, "at": row.at})


def end(transaction: Transaction, row: Affected, state: RowState, becomes: Millis | None = None) -> None:
    """Nothing more is to be done about a row."""
    values: Row = {"state": state, "becomes": becomes, "ended_at": transaction.now}
    change(transaction, row, {**values, "ended_by": transaction.actor.who})


def _one(connection: Connection, decision: Decision, row: Affected) -> list[Found]:
    if row.of is Of.APPOINTMENT:
        return _appointments(connection, "id = ?", row.ref)
    if row.of is Of.REPAIR:
        return _repairs(connection, "p.id = ?", row.ref)
    return _runs(connection, "m.id = ?2", decision.starts_at, row.ref)


def _appointments(connection: Connection, tail: str, *values: object) -> list[Found]:
    rows = connection.execute(f"{_APPOINTMENTS} {tail} order by at, id", values)
    return [Found(Of.APPOINTMENT, number, at, _FATES[State(state)]) for number, at, state in rows]


def _repairs(connection: Connection, tail: str, *values: object) -> list[Found]:
    rows = connection.execute(f"{_REPAIRS} {tail} order by p.promised_at, p.id", values)
    fates = ((number, at, Fate.CAME if back else Fate.CALLED_OFF if over else Fate.EXPECTED)
             for number, at, back, over in rows)  # fmt: skip
    return [Found(Of.REPAIR, *each) for each in fates]


def _runs(connection: Connection, tail: str, *values: object) -> list[Found]:
    rows = connection.execute(f"{_RUNS} {tail} order by m.id", values)
    return [Found(Of.RUN, number, at, Fate.CAME if over else Fate.EXPECTED) for number, at, over in rows]


def _select(connection: Connection, tail: str, *values: object) -> tuple[Affected, ...]:
    rows = connection.execute(f"select {_COLUMNS} from weather_rows w where {tail}", values).fetchall()
    return tuple(each("weather_rows", rows, _row))


def _row(row: tuple[Any, ...]) -> Affected:
    number, decision, kind, ref, at, message, state, becomes, ended_at, ended_by, told, tries = row
    ended = (becomes, ended_at, ended_by)
    return Affected(number, decision, Of(kind), ref, at, message, RowState(state), *ended, bool(told), tries)


def _named(connection: Connection, row: Affected) -> Affected:
    """Return a row with whom it is about; the number is masked."""
    name, phone, plate, what = whom(connection, row.of, row.ref)
    return row._replace(name=name, phone=phones.masked(connection, phone), plate=plate, what=what)


def whom(connection: Connection, of_what: Of, ref: int) -> tuple[str, int | None, Plate, str]:
    """Return the name, the phone row, the car and the work of what was to be."""
    if of_what is Of.APPOINTMENT:
        booked = appointments.get(connection, ref)
        return booked.customer, appointments.phone_id(connection, ref), booked.plate, booked.work
    if of_what is Of.REPAIR:
        car = progress.get(connection, ref)
        return _customer(connection, car.plate), progress.phone_of(connection, car.plate), car.plate, ""
    row = connection.execute("select title, opened_by from matters where id = ?", (ref,)).fetchone()
    return str(row[1]), None, NO_PLATE, str(row[0])


def _customer(connection: Connection, plate: Plate) -> str:
    sql = "select customer from appointments where plate = ? and customer <> '' order by id desc limit 1"
    row = connection.execute(sql, (plate,)).fetchone()
    return "" if row is None else str(row[0])
