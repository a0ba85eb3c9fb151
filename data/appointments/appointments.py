"""The book of appointments: who is expected when, and what came of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction, image
from data.engine.unreadable import each
from data.people import phones
from frontdesk.domain.appointments.appointment import Appointment, State, Waits
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.appointments.slots import Override
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Purpose

_COLUMNS = (
    "a.id, at, minutes, plate, customer, coalesce(masked, ''), purpose, work, waits, advisor, channel, state,"
    " confirmed_at, confirmed_by, visit_id, why, source, uid, sequence, said, revision, made_at, made_by,"
    " held_at"
)
_SELECT = f"select {_COLUMNS} from appointments a left join phones p on p.id = phone_id where "


def get(connection: Connection, number: int) -> Appointment:
    """Return an appointment. Raises `Refused(NO_APPOINTMENT)`."""
    found = _select(connection, "a.id = ?", number)
    if not found:
        raise Refused(AppointmentReason.NO_APPOINTMENT, number=number)
    return found[0]


def between(connection: Connection, begins: Millis, ends: Millis) -> tuple[Appointment, ...]:
    """Return the appointments at or after one instant and before another, the first in time first."""
    return _select(connection, "at >= ? and at < ? order by at, a.id", begins, ends)


def of_plate(connection: Connection, plate: Plate, begins: Millis, ends: Millis) -> tuple[Appointment, ...]:
    """Return a car's appointments from one instant to another, both included."""
    return _select(connection, "plate = ? and at between ? and ? order by at, a.id", plate, begins, ends)


def booked_on(connection: Connection, plate: Plate, day: date) -> Appointment | None:
    """Return the appointment for which a car is still expected on a day."""
    found = _select(connection, "plate = ? and day = ? and state = 'booked'", plate, day.isoformat()) if plate else ()
    return found[0] if found else None


def of_visit(connection: Connection, visit: int) -> Appointment | None:
    """Return the appointment that a visit is for."""
    found = _select(connection, "visit_id = ?", visit)
    return found[0] if found else None


def by_uid(connection: Connection, source: str, uid: str) -> Appointment | None:
    """Return the appointment that its source calls so."""
    found = _select(connection, "source = ? and uid = ?", source, uid)
    return found[0] if found else None


def series(connection: Connection, source: str, uid: str, since: Millis) -> tuple[Appointment, ...]:
    """Return the appointments since an instant that came of one entry which repeats itself."""
    begins = f"{uid}#"
    return _select(
        connection,
        "source = ? and uid >= ? and uid < ? and at >= ? and state = 'booked'",
        source,
        begins,
        f"{begins}\U0010ffff",
        since,
    )


def expected(connection: Connection, begins: Millis, ends: Millis) -> tuple[Appointment, ...]:
    """Return those who may still come, from one instant to another."""
    return _select(
        connection, "at >= ? and at < ? and state in ('booked', 'no_show') and plate <> '' order by at", begins, ends
    )


def not_come(connection: Connection, before: Millis) -> tuple[Appointment, ...]:
    """Return the appointments before an instant whose customers are still expected."""
    return _select(connection, "state = 'booked' and at < ? order by at", before)


def next_at(connection: Connection) -> Millis | None:
    """Return the time of the first appointment whose customer is still expected."""
    at: Millis | None = connection.execute("select min(at) from appointments where state = 'booked'").fetchone()[0]
    return at


def kept(connection: Connection, since: Millis, until: Millis) -> list[tuple[Millis, Millis, bool]]:
    """Return when each was made and for when, and whether the customer came, of all that is decided."""
    rows = connection.execute(
        "select made_at, at, state = 'arrived' from appointments where at >= ? and at < ?"
        " and state in ('arrived', 'no_show')",
        (since, until),
    )
    return [(made, at, bool(came)) for made, at, came in rows]


def put(transaction: Transaction, new: NewAppointment, day: date, more: Row) -> int:
    """Put an appointment into the book; return its number. `more`: where it comes from."""
    row: Row = {
        **columns(new, day),
        "phone_id": phones.keep(transaction.connection, new.phone),
        "state": State.BOOKED,
        "made_at": transaction.now,
        "made_by": transaction.actor.who,
        **more,
    }
    return transaction.insert("appointments", row)


def columns(new: NewAppointment, day: date) -> Row:
    """Return what a row says of what somebody booked, but for the number."""
    return {
        "at": new.at,
        "day": day.isoformat(),
        "minutes": new.minutes,
        "plate": new.plate,
        "customer": new.customer,
        "purpose": new.purpose,
        "work": new.work,
        "waits": new.waits,
        "advisor": new.advisor,
        "channel": new.way,
    }


def change(transaction: Transaction, found: Appointment, values: Row) -> None:
    """Change an appointment, if it is still as it was found; each change makes a new version of it."""
    transaction.update(
        "appointments",
        found.id,
        {**values, "revision": found.revision + 1},
        where={"state": found.state, "at": found.at, "revision": found.revision},
    )


def phone_id(connection: Connection, number: int) -> int | None:
    """Return the id of the phone number of an appointment; None where it has none."""
    row = connection.execute("select phone_id from appointments where id = ?", (number,)).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def phone_of(connection: Connection, number: int) -> str:
    """Return the whole phone number of an appointment, which the caller shows nobody."""
    row = connection.execute(
        "select p.number from appointments a join phones p on p.id = phone_id where a.id = ?", (number,)
    ).fetchone()
    return "" if row is None else str(row[0])


def differs(connection: Connection, number: int, values: Row) -> bool:
    """Whether a row says anything else than these values."""
    now = image(connection, "appointments", number) or {}
    return any(now.get(name) != value for name, value in values.items())


def overrides(connection: Connection, day: date) -> dict[int, Override]:
    """Return what was said of the half hours of a day, by the minute each begins at."""
    rows = connection.execute(
        "select id, minute, capacity, why, who from slot_overrides where day = ?", (day.isoformat(),)
    )
    return {row[1]: Override(*row) for row in rows}


def override(transaction: Transaction, day: date, minute: int, capacity: int, why: str) -> int:
    """Put on record how many a half hour takes; return the number of that."""
    said: Row = {"capacity": capacity, "why": why, "who": transaction.actor.who, "at": transaction.now}
    known = overrides(transaction.connection, day).get(minute)
    if known is None:
        return transaction.insert("slot_overrides", {"day": day.isoformat(), "minute": minute, **said})
    transaction.update("slot_overrides", known.id, said)
    return known.id


def _select(connection: Connection, condition: str, *values: object) -> tuple[Appointment, ...]:
    rows: Iterable[Any] = connection.execute(_SELECT + condition, values).fetchall()
    return tuple(each("appointments", rows, _appointment))


def _appointment(row: tuple[Any, ...]) -> Appointment:
    number, at, minutes, plate, customer, phone, purpose, work, waits, advisor, way, state, *rest = row
    return Appointment(
        number, at, minutes, plate, customer, phone, Purpose(purpose), work, Waits(waits), advisor, way, State(state),
        *rest,
    )  # fmt: skip
