"""What comes of each whom a decision touches: told, moved, made up for later, served, declined (I7, I11)."""

from collections.abc import Callable

from data.appointments import appointments
from data.engine.transaction import Row, Transaction
from data.weather import affected, decisions
from frontdesk.desk import weather_calls
from frontdesk.desk.appointments import booking, no_shows, reminding
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.domain.appointments.appointment import Appointment, State
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import Message
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.weather.affected import Affected, Of, RowState, check_row
from frontdesk.domain.weather.decision import Choice, Decision, DecisionState
from frontdesk.domain.weather.events import WeatherEvent
from frontdesk.domain.weather.reasons import DecisionReason

WEATHER = "天气"
"""Why an appointment was called off, as the book says it."""


def later(desk: Desk, number: int, operation: str | None = None) -> Result:
    """They were told, and it is made up for afterwards; a booking leaves the book. Raises `Refused`: as `check_row`."""

    def change(transaction: Transaction, row: Affected, decision: Decision) -> Result:
        check_row(row, over=True, ends=False)
        weather_calls.note_told(transaction, row)
        _put_off(transaction, row)
        return _result(WeatherEvent.LATER, row)

    return _on_row(desk, number, change, operation)


def serve(desk: Desk, number: int, operation: str | None = None) -> Result:
    """What was not supplied has been made up for. Raises `Refused`: as `check_row`."""
    return _ended(desk, number, RowState.SERVED, operation)


def decline(desk: Desk, number: int, operation: str | None = None) -> Result:
    """They do not want it any more. Raises `Refused`: as `check_row`."""
    return _ended(desk, number, RowState.DECLINED, operation)


def move(desk: Desk, number: int, at: Millis, *, above: bool = False, operation: str | None = None) -> Result:
    """They were told, and come at another time: the booking moves, or is made anew where it was called off.

    Raises `Refused`: as `check_row`, NO_BOOKING, and as `booking.move`.
    """

    def change(transaction: Transaction, row: Affected, decision: Decision) -> Result:
        check_row(row, over=True, ends=False)
        if row.of is not Of.APPOINTMENT:
            raise Refused(DecisionReason.NO_BOOKING, number=row.id)
        if decision.has(at) and decision.is_in_force(transaction.now):
            raise Refused(DecisionReason.WEATHER_STOPS, **stopped_facts(decision, at))
        booked = appointments.get(transaction.connection, row.ref)
        if booked.state is State.BOOKED:
            warnings = booking.move_in(transaction, booked, at, above=above, agreed=True)
        else:
            warnings = booking.book_in(transaction, _anew(transaction, booked, at), above=above)[1]
        weather_calls.note_told(transaction, row)
        affected.end(transaction, row, RowState.MOVED, at)
        result = _result(WeatherEvent.MOVED, row)
        return Result(result.kind, result.plate, number=result.number, facts={**result.facts, "for": at},
                      warnings=warnings)  # fmt: skip

    return booking.with_best(desk, at, _body(number, change), operation)


def stopped_facts(decision: Decision, at: Millis) -> dict[str, object]:
    """Return what is said of a decision that stands in the way of an instant."""
    return {"number": decision.id, "when": at, "who": decision.made_by, "until": decision.ends_at}


def heard(transaction: Transaction, message: Message) -> None:
    """Whoever heard that their service stops does not come then: the booking leaves the book, and is made up for."""
    row = affected.of_message(transaction.connection, message.id)
    if row is None or row.state is not RowState.OPEN:
        return
    if decisions.get(transaction.connection, row.decision).choice is Choice.STOP:
        _put_off(transaction, row)


def _put_off(transaction: Transaction, row: Affected) -> None:
    if row.state is RowState.OPEN:
        affected.change(transaction, row, {"state": RowState.LATER})
    if row.of is Of.APPOINTMENT:
        _call_off(transaction, appointments.get(transaction.connection, row.ref))


def _call_off(transaction: Transaction, booked: Appointment) -> None:
    if booked.state is not State.BOOKED:
        return
    values: Row = {"state": State.CANCELLED, "why": WEATHER, **booking.held(transaction, booked)}
    appointments.change(transaction, booked, values)
    reminding.nothing_to_tell(transaction, booked)
    no_shows.plan(transaction)


def _anew(transaction: Transaction, booked: Appointment, at: Millis) -> NewAppointment:
    """Return an appointment like one that was called off, for another time."""
    return NewAppointment(
        at=at, plate=booked.plate, customer=booked.customer, purpose=booked.purpose, work=booked.work,
        phone=appointments.phone_of(transaction.connection, booked.id), minutes=booked.minutes, waits=booked.waits,
        advisor=booked.advisor, way=booked.way,
    )  # fmt: skip


Act = Callable[[Transaction, Affected, Decision], Result]


def _ended(desk: Desk, number: int, state: RowState, operation: str | None) -> Result:
    def change(transaction: Transaction, row: Affected, decision: Decision) -> Result:
        is_over = decision.state is DecisionState.OVER
        check_row(row, over=is_over, ends=state is RowState.SERVED)
        if state is RowState.DECLINED and row.of is Of.APPOINTMENT:
            _call_off(transaction, appointments.get(transaction.connection, row.ref))
        weather_calls.finish(transaction, decision, row, state)
        return _result(WeatherEvent.SERVED if state is RowState.SERVED else WeatherEvent.DECLINED, row)

    return _on_row(desk, number, change, operation)


def _on_row(desk: Desk, number: int, change: Act, operation: str | None) -> Result:
    return desk.do(_body(number, change), operation)


def _body(number: int, change: Act) -> Callable[[Transaction], Result]:
    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        row = affected.get(transaction.connection, number)
        return change(transaction, row, decisions.get(transaction.connection, row.decision))

    return body


def _result(kind: WeatherEvent, row: Affected) -> Result:
    return Result(kind, row.plate, number=row.decision, facts={"row": row.id, "of": row.of})
