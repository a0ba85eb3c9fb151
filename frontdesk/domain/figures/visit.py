"""A visit with every time of it, as a table lists it."""

from dataclasses import dataclass
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.visits import VisitLine


class WaitInLounge(NamedTuple):
    """A call ticket: when it was handed out, called, missed and closed."""

    ticket: str
    issued_at: Millis
    called_at: Millis | None
    no_show_at: Millis | None
    closed_at: Millis | None


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit, as it stands on record."""

    plate: Plate
    purpose: str
    left_why: str
    line: VisitLine
    tickets: tuple[WaitInLounge, ...]
