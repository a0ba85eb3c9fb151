"""A car that stands in the lane is guided into a bay that is free (Z4)."""

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
from frontdesk.domain.zone.offers import check_guide
from frontdesk.domain.zone.rules import check_move


def guide(desk: Desk, plate: Plate, bay: str, operation: str | None = None) -> Result:
    """The car stands in the bay from now on. Refused, with who was first, where it or the bay is taken already."""

    def change(transaction: Transaction, floor: Floor, car: Car, when: Millis) -> Result:
        place = floor.place(bay)
        check_guide(car)
        check_move(floor, car, place)
        when = zone.after_the_last(transaction, place, None, when)
        visits.move(transaction, car, place, when)
        return Result(ZoneEvent.MOVE, car.plate, place.key, at=when)

    return zone.on_car(desk, plate, None, operation, change)
