"""What the customer is promised, where they wait, and when they want to hear (P4)."""

from data.engine.transaction import Row, Transaction
from data.progress import progress, promises
from frontdesk.desk.desk import Desk
from frontdesk.desk.progress.repairs import on_repair
from frontdesk.desk.progress.telling import note_told
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.checks import check_near, check_promise
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.terms import Heard, Waits
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import whole_line


def promise(
    desk: Desk, plate: Plate, becomes: Millis, *, why: str = "", told: Heard | None = None, operation: str | None = None
) -> Result:
    """Promise when the car is ready; the same time again says that the promise holds.

    `told`: the customer heard it at once. Else they have to be told before the promise they know of passes.
    Raises `Refused`: PROMISE_PAST, PROMISE_WHY, TOO_FAR.
    """
    said = whole_line(why)

    def change(transaction: Transaction, car: Progress) -> Result:
        if becomes == car.promised_at:
            return _keep(transaction, car)
        check_promise(car, becomes, said, transaction.now)
        promises.give(transaction, car, becomes, said)
        values: Row = {"promised_at": becomes, "kept_at": transaction.now}
        progress.change(transaction, car, values)
        if told is not None:
            note_told(transaction, car, told, "")
        return Result(ProgressEvent.PROMISE, car.plate, facts={"becomes": becomes})

    return on_repair(desk, plate, change, operation)


def keep(desk: Desk, plate: Plate, operation: str | None = None) -> Result:
    """The workshop says that the promise holds. Raises `Refused(NO_PROMISE)`."""
    return on_repair(desk, plate, _keep, operation)


def wait(
    desk: Desk, plate: Plate, where: Waits, *, wish_at: Millis | None = None, operation: str | None = None
) -> Result:
    """Put on record where the customer waits, and from when on they want to hear.

    Raises `Refused`: WISH_PAST, TOO_FAR.
    """

    def change(transaction: Transaction, car: Progress) -> Result:
        if wish_at is not None and wish_at <= transaction.now:
            raise Refused(ProgressReason.WISH_PAST, at=wish_at, now=transaction.now)
        check_near(wish_at, transaction.now)
        progress.change(transaction, car, {"waits": where, "wish_at": wish_at})
        return Result(ProgressEvent.WAITS, car.plate, facts={"waits": where})

    return on_repair(desk, plate, change, operation)


def _keep(transaction: Transaction, car: Progress) -> Result:
    if car.promised_at is None:
        raise Refused(ProgressReason.NO_PROMISE, plate=car.plate)
    progress.change(transaction, car, {"kept_at": transaction.now})
    return Result(ProgressEvent.KEEP, car.plate, facts={"becomes": car.promised_at})
