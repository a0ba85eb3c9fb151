"""Two cars change places in one action."""

from data.engine.transaction import Transaction
from data.zone import visits
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.events import ZoneEvent
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.rules import check_move, check_swap, check_time


def swap(
    desk: Desk, plate: Plate, place: str, *, other: Plate, at: Millis | None = None, operation: str | None = None
) -> Result:
    """Swap a car with `other`, the only car at another place. Raises `Refused`."""

    def change(transaction: Transaction, floor: Floor, car: Car, when: Millis) -> Result:
        target = floor.place(place)
        found = check_swap(floor, car, target)
        if found.plate != other:
            check_move(floor, car, target)
        last = visits.last_change(transaction.connection, found.visit_id)
        if at is None:
            when = max(when, last)
        else:
            check_time(at, transaction.now, last, found.plate)
        visits.swap(transaction, car, found, when)
        facts = {"other": found.plate}
        return Result(ZoneEvent.SWAP, car.plate, place, facts=facts, others=(found.plate,), at=when)

    return zone.on_car(desk, plate, at, operation, change)
