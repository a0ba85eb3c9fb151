"""Checks plates that a script or a camera enters."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, is_read_whole, is_usual, is_vehicle_number, unread
from frontdesk.domain.zone.reasons import ZoneReason


def taken(session: Session, plate: Plate, typed: str) -> Plate:
    """Return a plate that a car may have. Raises `Refused` for a camera's bad reading: UNUSUAL_PLATE, PLATE_UNREAD.

    `--unusual` keeps a plate of no known form, but none of which a character was not read.
    """
    if not is_read_whole(typed):
        raise unread(typed)
    is_known = session.snapshot.floor.find(plate) is not None
    if not session.args.unusual and not (is_known or is_usual(plate) or is_vehicle_number(plate)):
        raise Refused(ZoneReason.UNUSUAL_PLATE, plate=plate)
    return plate
