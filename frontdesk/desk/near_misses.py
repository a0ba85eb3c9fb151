"""A new plate that is one mistake away from that of a car here, or of one that was here before."""

from collections.abc import Collection

from data.engine.connection import Connection
from data.zone import floor as floors
from data.zone import visits
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.near_plates import alike, near_misses
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.reasons import ZoneReason

LIKE_KNOWN = "like_known"
"""The warning that a new plate is one mistake away from that of a car that was here before."""


def plates_like(desk: Desk, plate: Plate) -> tuple[Plate, ...]:
    """Return what a plate may have been typed for: the cars here, then those that were here before, the nearest first.

    None where it is itself here, or was before: then it is no new one.
    """

    def question(connection: Connection) -> tuple[Plate, ...]:
        floor = floors.floor(connection)
        if floor.find(plate) is not None or visits.known_among(connection, (plate,)):
            return ()
        here = _like_here(floor, plate)
        return (*here, *(known for known in _like_known(connection, plate) if known not in here))

    return desk.read(question)


def check_new(
    connection: Connection, floor: Floor, plate: Plate, compared: Collection[Plate] | None
) -> tuple[Plate, ...]:
    """Return the cars that were here before and that a plate is like; `compared`: those it is another than.

    Where that is None nothing is looked at. Raises `Refused(LIKE_ANOTHER)` where a new plate is like one that is here.
    """
    if compared is None or floor.find(plate) is not None or visits.known_among(connection, (plate,)):
        return ()
    for other in _like_here(floor, plate):
        if other not in compared:
            car = floor.car(other)
            raise Refused(ZoneReason.LIKE_ANOTHER, plate=plate, other=other, place=car.place, since=car.here_since)
    return tuple(known for known in _like_known(connection, plate) if known not in compared)


def _like_here(floor: Floor, plate: Plate) -> tuple[Plate, ...]:
    return alike(plate, (car.plate for car in floor.cars))


def _like_known(connection: Connection, plate: Plate) -> tuple[Plate, ...]:
    return alike(plate, visits.known_among(connection, near_misses(plate)))
