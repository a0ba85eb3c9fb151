"""A car that arrives comes for its appointment, late or not; by hand, one that the times do not fit (Z9)."""

from data import policy as policies
from data.appointments import appointments
from data.engine.transaction import Transaction
from data.zone import floor as floors
from frontdesk.desk.appointments import no_shows, reminding
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.appointment import Appointment, State, Terms, meant
from frontdesk.domain.appointments.booking import check_state
from frontdesk.domain.appointments.events import AppointmentEvent
from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate


def terms(policy: Policy) -> Terms:
    """Return the times around an appointment that a policy lays down."""
    return Terms(policy.came_before_s * SECOND, policy.came_after_s * SECOND, policy.no_show_s * SECOND)


def link(transaction: Transaction, plate: Plate, visit: int, arrived_at: Millis) -> None:
    """Put a visit that begins to the appointment it is for, where there is one; a no-show is none any more."""
    connection = transaction.connection
    around = terms(policies.current(connection))
    found = appointments.of_plate(connection, plate, arrived_at - around.after, arrived_at + around.before)
    booked = meant(found, arrived_at, around)
    if booked is not None:
        _arrived(transaction, booked, visit)


def follow(transaction: Transaction, visit: int, plate: Plate, arrived_at: Millis) -> None:
    """Let the appointments follow a plate that was corrected: the visit was never that of the other car."""
    wrong = appointments.of_visit(transaction.connection, visit)
    if wrong is not None and wrong.plate not in (NO_PLATE, plate):
        appointments.change(transaction, wrong, {"state": State.BOOKED, "visit_id": None})
        wrong = None
        no_shows.plan(transaction)
    if wrong is None:
        link(transaction, plate, visit, arrived_at)


def arrived(desk: Desk, number: int, plate: Plate = NO_PLATE, operation: str | None = None) -> Result:
    """Say by hand that the car of an appointment is here. Raises `Refused`.

    `plate`: of one that was booked without.
    """

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        found = appointments.get(connection, number)
        check_state(found, State.BOOKED, State.NO_SHOW)
        came = _plate(found, plate)
        car = floors.floor(connection).find(came)
        if car is None:
            raise Refused(AppointmentReason.CAR_NOT_HERE, number=number, plate=came)
        other = appointments.of_visit(connection, car.visit_id)
        if other is not None:
            raise Refused(AppointmentReason.VISIT_TAKEN, plate=came, number=other.id, when=other.at)
        _arrived(transaction, found._replace(plate=came), car.visit_id)
        return Result(AppointmentEvent.ARRIVED, came, car.place.key, number=number)

    return desk.do(body, operation)


def _plate(found: Appointment, said: Plate) -> Plate:
    if found.plate and said not in (NO_PLATE, found.plate):
        raise Refused(AppointmentReason.OTHER_CAR, number=found.id, plate=found.plate, other=said)
    return found.plate or said


def _arrived(transaction: Transaction, booked: Appointment, visit: int) -> None:
    values = {"state": State.ARRIVED, "visit_id": visit, "plate": booked.plate}
    appointments.change(transaction, booked, values)
    reminding.nothing_to_tell(transaction, booked)
    no_shows.plan(transaction)
