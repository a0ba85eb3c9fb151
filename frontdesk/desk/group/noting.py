"""What came of sending: kept for whoever asks how it stands."""

from data.group import standing
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.errors import FrontdeskError


def note_heard(desk: Desk) -> None:
    """Note that head office knows everything there is."""
    standing.note_heard(desk.connection, desk.clock.now())


def note_trouble(desk: Desk, error: FrontdeskError) -> None:
    """Note why nothing is sent."""
    number = error.facts.get("number", 0)
    reason = error.reason.value
    standing.note_trouble(desk.connection, desk.clock.now(), reason, number if isinstance(number, int) else 0)
