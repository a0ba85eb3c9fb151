"""What a message about an appointment is about (S5, Z9)."""

import re

from frontdesk.domain.appointments.appointment import Appointment

_ABOUT = r"booking:(\d{1,15}):-?\d{1,15}"


def about(found: Appointment) -> str:
    """Return what a message about an appointment is about: another time is another thing to tell."""
    return f"booking:{found.id}:{found.at}"


def number_of(text: str) -> int | None:
    """Return the appointment that a message is about; None for one about something else."""
    found = re.fullmatch(_ABOUT, text)
    return None if found is None else int(found[1])
