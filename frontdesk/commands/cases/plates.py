"""The plate that is typed for a case: part of it is enough, as at the gate."""

from frontdesk.commands.kit.session import Session
from frontdesk.desk import zone
from frontdesk.domain.picture.case_plate import case_plate
from frontdesk.domain.values.plates import Plate, fragment, whole_plate


def read_plate(session: Session) -> Plate:
    """Return the plate that was typed, or completed from what was: cars at the store first, then those of before.

    `--unusual`: it is the plate as it was typed, if every character was read. Raises `Refused`, for what fits nothing
    and is no whole plate too.
    """
    text, snapshot = session.args.plate, session.snapshot
    if session.args.unusual and text.strip():
        return whole_plate(text, snapshot.policy.province)
    known = zone.known_plates(session.desk, text) if fragment(text) else []
    return case_plate(text, snapshot, known)
