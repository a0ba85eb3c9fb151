"""Keeping the book of appointments: book, move, cancel, remind, and say how many a half hour takes (Z9)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from data.appointments import appointments
from data.customers import Customers, numbers
from data.engine.transaction import Row, Transaction
from data.weather import decisions
from frontdesk.desk.appointments import no_shows, reminding
from frontdesk.desk.appointments.book import Book
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.appointment import OWN, Appointment, State
from frontdesk.domain.appointments.booking import NewAppointment, check_state, check_time
from frontdesk.domain.appointments.events import AppointmentEvent
from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.appointments.slots import Slot, half_hours
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.result import Result, new_operation
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import whole_line
from frontdesk.domain.weather import stops

ABOVE_CAPACITY = "slot_full"
"""The warning that a half hour has more appointments than it takes."""
_MOST = 500


def book(
    desk: Desk, new: NewAppointment, *, above: bool = False, same_number: bool = False, operation: str | None = None
) -> Result:
    """Make an appointment. In a half hour that is full it is refused once, with the next best times.

    `above`: it is made all the same, and the record says so. `same_number`: where none is said, it is the one that
    stands with the car. Raises `Refused`.
    """

    def body(transaction: Transaction) -> Result:
        said = _with_number(transaction, new) if same_number and not new.phone else new
        number, warnings = book_in(transaction, said, above=above)
        return Result(AppointmentEvent.BOOK, new.plate, number=number, facts={"for": new.at}, warnings=warnings)

    return with_best(desk, new.at, body, operation)


def book_in(transaction: Transaction, new: NewAppointment, *, above: bool) -> tuple[int, tuple[str, ...]]:
    """Make an appointment, in a transaction under way; return its number, and what there is to warn of."""
    found = Book(transaction.connection, transaction.now)
    check_time(new.at, transaction.now, found.policy, found.hours)
    told = _check_weather(transaction, new.at)
    day = found.hours.day_of(new.at)
    check_once(transaction, new.plate, day)
    warnings = _check_room(found, found.slot_at(new.at), new.at, above=above)
    more: Row = {"source": OWN, "uid": new_operation(), "sequence": 0}
    number = appointments.put(transaction, new, day, more)
    no_shows.plan(transaction)
    reminding.plan_first(transaction)
    return number, (*told, *warnings)


def _check_weather(transaction: Transaction, at: Millis) -> tuple[str, ...]:
    """Return the warning that things are otherwise then. Raises `Refused(WEATHER_STOPS)` where nobody is served."""
    return stops.check_booking(decisions.standing(transaction.connection), at, transaction.now)


def _with_number(transaction: Transaction, new: NewAppointment) -> NewAppointment:
    """Return the appointment with the number of the car's customer, which nobody is shown."""
    known = Customers(transaction.connection).of_plate(new.plate).phone_id if new.plate else None
    kept = {} if known is None else numbers(transaction.connection, [known])
    return replace(new, phone=next(iter(kept.values()), ""))


def move(desk: Desk, number: int, at: Millis, *, above: bool = False, operation: str | None = None) -> Result:
    """Move an appointment to another time; whoever had confirmed is to be told anew. Raises `Refused`."""

    def body(transaction: Transaction) -> Result:
        found = appointments.get(transaction.connection, number)
        check_state(found, State.BOOKED)
        warnings = move_in(transaction, found, at, above=above)
        facts = {"for": at, "was": found.at}
        return Result(AppointmentEvent.MOVE, found.plate, number=number, facts=facts, warnings=warnings)

    return with_best(desk, at, body, operation)


def move_in(
    transaction: Transaction, found: Appointment, at: Millis, *, above: bool, agreed: bool = False
) -> tuple[str, ...]:
    """Move an appointment, in a transaction under way; return what there is to warn of.

    `agreed`: the customer has just said so, and is not to be told anew.
    """
    number = found.id
    if found.at == at:
        raise Refused(AppointmentReason.SAME_TIME, number=number, when=at)
    kept = Book(transaction.connection, transaction.now)
    check_time(at, transaction.now, kept.policy, kept.hours)
    told = _check_weather(transaction, at)
    day = kept.hours.day_of(at)
    if day != kept.hours.day_of(found.at):
        check_once(transaction, found.plate, day)
    slot = kept.slot_at(at)
    is_same = slot is not None and slot.has(found.at)
    warnings = () if is_same else _check_room(kept, slot, at, above=above)
    by = {"confirmed_at": transaction.now, "confirmed_by": transaction.actor.who}
    values: Row = by if agreed else {"confirmed_at": None, "confirmed_by": ""}
    values |= {"at": at, "day": day.isoformat(), **held(transaction, found)}
    appointments.change(transaction, found, values)
    reminding.nothing_to_tell(transaction, found)
    if not agreed:
        reminding.tell_anew(transaction, number)
    no_shows.plan(transaction)
    return (*told, *warnings)


def cancel(desk: Desk, number: int, why: str = "", operation: str | None = None) -> Result:
    """Take an appointment out of the book; the line stays, with what was said. Raises `Refused`."""
    said = whole_line(why)

    def change(transaction: Transaction, found: Appointment) -> None:
        values: Row = {"state": State.CANCELLED, "why": said, **held(transaction, found)}
        appointments.change(transaction, found, values)
        reminding.nothing_to_tell(transaction, found)

    return _on_booked(desk, number, AppointmentEvent.CANCEL, change, operation)


def remind(desk: Desk, number: int, operation: str | None = None) -> Result:
    """The customer was told of it, or answered: it is confirmed. Raises `Refused`."""

    def change(transaction: Transaction, found: Appointment) -> None:
        values: Row = {"confirmed_at": transaction.now, "confirmed_by": transaction.actor.who}
        appointments.change(transaction, found, values)
        reminding.was_told(transaction, found)

    return _on_booked(desk, number, AppointmentEvent.REMIND, change, operation)


def override(desk: Desk, day: date, minute: int, *, capacity: int, why: str, operation: str | None = None) -> Result:
    """Say by name how many a half hour takes, and why; it holds for that day. Raises `Refused`."""
    said = whole_line(why)

    def body(transaction: Transaction) -> Result:
        hours = Book(transaction.connection, transaction.now).hours
        begins = {listed: at for at, listed in half_hours(day, hours)}
        if minute not in begins:
            raise Refused(AppointmentReason.NO_SLOT, text=f"{day} {minute // 60:02}:{minute % 60:02}")
        if not 0 <= capacity <= _MOST:
            raise Refused(AppointmentReason.BAD_CAPACITY, count=capacity, most=_MOST)
        if not said:
            raise Refused(AppointmentReason.CAPACITY_WHY)
        number = appointments.override(transaction, day, minute, capacity, said)
        facts = {"for": begins[minute], "capacity": capacity}
        return Result(AppointmentEvent.CAPACITY, number=number, facts=facts)

    return desk.do(body, operation)


def may_undo(transaction: Transaction, last: Happened) -> None:
    """Who is expected may be other people after an undo: what time brings next is planned anew."""
    no_shows.plan(transaction)


def with_best(desk: Desk, at: Millis, body: Callable[[Transaction], Result], operation: str | None) -> Result:
    """Do it; where the half hour is full, the refusal names the next best times.

    What takes longer is reckoned before and afterwards, so that nobody waits for it to write.
    """
    desk.read(lambda connection: Book(connection, desk.now()).slot_at(at))
    try:
        return desk.do(body, operation)
    except Refused as refusal:
        if refusal.reason is AppointmentReason.SLOT_FULL:
            best = desk.read(lambda connection: Book(connection, desk.now()).best_near(at))
            refusal.facts["times"] = tuple(each.begins for each in best)
        raise


def _on_booked(
    desk: Desk,
    number: int,
    kind: AppointmentEvent,
    change: Callable[[Transaction, Appointment], None],
    operation: str | None,
) -> Result:
    def body(transaction: Transaction) -> Result:
        found = appointments.get(transaction.connection, number)
        check_state(found, State.BOOKED)
        change(transaction, found)
        no_shows.plan(transaction)
        return Result(kind, found.plate, number=number, facts={"for": found.at})

    return desk.do(body, operation)


def held(transaction: Transaction, found: Appointment) -> Row:
    """Return what keeps an appointment from outside as the desk says, whatever an older file says of it."""
    return {} if found.source == OWN else {"held_at": transaction.now}


def check_once(transaction: Transaction, plate: Plate, day: date, known: Appointment | None = None) -> None:
    """Raise `Refused(BOOKED_ALREADY)` where a car is booked for a day; `known`: the appointment that may be that."""
    booked = appointments.booked_on(transaction.connection, plate, day)
    if booked is not None and (known is None or booked.id != known.id):
        raise Refused(AppointmentReason.BOOKED_ALREADY, plate=plate, number=booked.id, when=booked.at)


def _check_room(found: Book, slot: Slot | None, at: Millis, *, above: bool) -> tuple[str, ...]:
    """Return the warning about a half hour that is full. Raises `Refused(SLOT_FULL)` where nobody has said `above`."""
    if slot is None or slot.free > 0:
        return ()
    if above:
        return (ABOVE_CAPACITY,)
    risk = found.risk(at)(slot.half_hour, slot.booked + 1)
    raise Refused(
        AppointmentReason.SLOT_FULL, when=slot.begins, booked=slot.booked, capacity=slot.capacity,
        risk=round(100 * risk),
    )  # fmt: skip
