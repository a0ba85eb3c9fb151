"""The repairs of cars: what each command about one has in common, and what is on record of them (P1–P4)."""

from collections.abc import Callable
from dataclasses import replace

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.progress import jobs, progress, promises
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.progress.settling import settle
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.progress import Progress, Telling
from frontdesk.domain.values.plates import Plate

Change = Callable[[Transaction, Progress], Result]
Allowed = Callable[[Transaction], None]
"""Checks that somebody may do this."""


def here(desk: Desk) -> tuple[Progress, ...]:
    """Return the cars in repair, the earliest promise first."""
    return desk.read(progress.here)


def shown(desk: Desk, plate: Plate) -> Progress:
    """Return the repair of a car that is here, else its latest. Raises `Refused(NOT_IN_WORKSHOP)`."""

    def question(connection: Connection) -> Progress:
        latest = progress.past(connection, plate, 1)
        return latest[0] if latest else progress.of_plate(connection, plate)

    return desk.read(question)


def of_number(desk: Desk, number: int) -> Progress:
    """Return the repair that is this matter. Raises `Refused(NOT_IN_WORKSHOP)`."""
    return desk.read(lambda connection: progress.get(connection, number))


def record(desk: Desk, plate: Plate) -> tuple[Progress, ...]:
    """Return what was done on a car, visit by visit, the latest first (P3)."""
    return desk.read(lambda connection: progress.past(connection, plate))


def tellings(desk: Desk, number: int) -> tuple[Telling, ...]:
    """Return when the customer of a repair was told what, in that order."""
    return desk.read(lambda connection: promises.tellings(connection, number))


def phone_of(desk: Desk, plate: Plate) -> int | None:
    """Return which phone row a car's customer gave last; None where none did."""
    return desk.read(lambda connection: progress.phone_of(connection, plate))


def technicians(desk: Desk) -> tuple[str, ...]:
    """Return who was given work lately, the latest first."""
    return desk.read(jobs.technicians)


def on_repair(
    desk: Desk, plate: Plate, change: Change, operation: str | None, *, allowed: Allowed = check_at_desk
) -> Result:
    """Do something about the repair of a car that is here, and let follow what follows from it.

    Raises `Refused`: NOT_IN_WORKSHOP, HANDED_BACK, and what the change raises.
    """
    return on_found(
        desk, lambda transaction: progress.of_plate(transaction.connection, plate), change, operation, allowed=allowed
    )


def on_found(
    desk: Desk, find: Callable[[Transaction], Progress], change: Change, operation: str | None, *,
    allowed: Allowed = check_at_desk,
) -> Result:  # fmt: skip
    """The same for the repair that is found in the command's own transaction."""

    def body(transaction: Transaction) -> Result:
        allowed(transaction)
        crossings.note_crossings(transaction, transaction.now)
        car = find(transaction)
        result = change(transaction, car)
        settle(transaction, car.id)
        crossings.note_ends(transaction, transaction.now)
        crossings.note_crossings(transaction, transaction.now)
        return replace(result, number=car.id)

    return desk.do(body, operation)
