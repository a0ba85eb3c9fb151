"""The plate and the numbers of a call as they are typed: what is odd about them is said before they are kept (R1)."""

from frontdesk.commands.kit.session import Session, warn_of_likeness
from frontdesk.commands.zone.unusual import taken
from frontdesk.desk import near_misses, zone
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import is_short
from frontdesk.domain.values.plates import Plate, parse_plate


def read_plate(session: Session, typed: str) -> Plate:
    """Return the plate of a car on the road; whether it was meant for another one is warned about.

    Raises `Refused`: UNUSUAL_PLATE, unless `--unusual` was said or the store knows it, and PLATE_UNREAD.
    """
    plate = parse_plate(typed, session.snapshot.policy.province)
    if plate not in zone.known_plates(session.desk, plate):
        plate = taken(session, plate, typed)
    for other in near_misses.plates_like(session.desk, plate)[:1]:
        warn_of_likeness(plate, other)
    return plate


def check_numbers(session: Session, *phones: str) -> None:
    """Check that a customer can be rung up at what was typed, or `--unusual` was said. Raises SHORT_PHONE."""
    for phone in map(str.strip, phones):
        if is_short(phone) and not session.args.unusual:
            raise Refused(RescueReason.SHORT_PHONE, text=phone)
