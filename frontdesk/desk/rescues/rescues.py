"""The rescues: what each command about one has in common, and what is on record of them (R1–R9)."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.people import phones, staff
from data.progress import progress
from data.rescues import rescues
from data.zone import visits
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.rescues.settling import settle
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.rescues.checks import check_after, check_goes_on
from frontdesk.domain.rescues.events import RescueEvent
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.rescue import Rescue, Tolerance
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate

Change = Callable[[Transaction, Rescue], Result]


class History(NamedTuple):
    """What the store knows of a car while its customer calls (R1)."""

    last_visit: Millis | None
    repairs: tuple[Progress, ...]
    """The latest first."""
    rescues: tuple[Rescue, ...]


def open_ones(desk: Desk) -> tuple[Rescue, ...]:
    """Return the rescues that are not over, in the order their calls came."""
    return desk.read(rescues.open_ones)


def newest(desk: Desk) -> tuple[Rescue, ...]:
    """Return the newest rescues, newest first."""
    return desk.read(rescues.newest)


def shown(desk: Desk, number: int) -> Rescue:
    """Return one rescue. Raises `Refused(NO_RESCUE)`."""
    return desk.read(lambda connection: rescues.get(connection, number))


def show_phones(desk: Desk, number: int, operation: str | None = None) -> str:
    """Return the customer's numbers in full, and record the request and who made it (R2, R3, C10).

    Raises `Refused(NO_RESCUE)`.
    """

    def body(transaction: Transaction) -> Result:
        rescue = rescues.get(transaction.connection, number)
        return Result(RescueEvent.SHOW_PHONE, rescue.form.plate, number=number)

    def question(connection: Connection) -> str:
        rescue = rescues.get(connection, number)
        numbers = (phones.in_full(connection, each) for each in (rescue.phone_id, rescue.second_id))
        return " · ".join(filter(None, numbers))

    desk.do(body, operation)
    return desk.read(question)


def history(desk: Desk, plate: Plate) -> History:
    """Return what the store knows of a car (R1)."""

    def question(connection: Connection) -> History:
        return History(
            visits.last_departure(connection, plate),
            progress.past(connection, plate, 3),
            rescues.of_plate(connection, plate, 3),
        )

    return desk.read(question)


def tolerance(connection: Connection) -> Tolerance:
    """Return how much a new revision may differ before it is asked for again."""
    return tolerance_of(policies.current(connection))


def staff_names(connection: Connection) -> frozenset[str]:
    """Return the names on the staff list."""
    return frozenset(person.name for person in staff.everyone(connection))


def on_rescue(
    desk: Desk, number: int, change: Change, operation: str | None, *, at: Millis | None = None, is_over: bool = False
) -> Result:
    """Do something about a rescue that goes on, and let follow what follows from it.

    `at`: when it happened, where that is some time ago; `is_over`: also once it has a result.
    Raises `Refused`: NO_RESCUE, RESCUE_OVER, RESCUE_PAST, and what the change raises.
    """

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        crossings.note_crossings(transaction, transaction.now)
        rescue = rescues.get(transaction.connection, number)
        if not is_over or not rescue.matter.is_open:
            check_goes_on(rescue)
        if at is not None:
            check_after(at, rescue.called_at, transaction.now)
        result = change(transaction, rescue)
        settle(transaction, number, at)
        crossings.note_ends(transaction, transaction.now)
        return replace(result, plate=rescue.form.plate, number=number, at=at or 0)

    return desk.do(body, operation)
