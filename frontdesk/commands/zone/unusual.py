"""Checks plates that a script or a camera enters."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, is_read_whole, is_usual, is_vehicle_number
from frontdesk.domain.zone.reasons import ZoneReason


def taken(session: Session, plate: Plate, typed: str) -> Plate:
    """Return a plate that a car may have. Raises `Refused(UNUSUAL_PLATE)` for a camera's bad reading."""
    is_known = session.snapshot.floor.find(plate) is not None
    if not session.args.unusual and not (is_known or _is_sure(plate, typed)):
        raise Refused(ZoneReason.UNUSUAL_PLATE, plate=plate)
    return plate


def _is_sure(plate: Plate, typed: str) -> bool:
    return (is_usual(plate) or is_vehicle_number(plate)) and is_read_whole(typed)
