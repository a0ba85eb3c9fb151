"""Checks plates that a script or a camera enters."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, is_read_whole, is_usual
from frontdesk.domain.zone.reasons import ZoneReason


def taken(session: Session, plate: Plate, typed: str) -> Plate:
    """Return a plate that a car may have. Raises `Refused(UNUSUAL_PLATE)` for a camera's bad reading."""
    is_known = session.snapshot.floor.find(plate) is not None
    if not session.args.unusual and not (is_known or (is_usual(plate) and is_read_whole(typed))):
        raise Refused(ZoneReason.UNUSUAL_PLATE, plate=plate)
    return plate
