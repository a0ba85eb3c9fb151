"""A visit with every time of it, as a table lists it."""

from dataclasses import dataclass
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.visits import VisitLine


class Stop(NamedTuple):
    """Where the car stood, from when to when."""

    place: str
    since: Millis
    until: Millis | None


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

    id: int
    plate: Plate
    purpose: str
    arrived_at: Millis
    received_at: Millis | None
    received_by: str
    work_order_at: Millis | None
    handed_over_at: Millis | None
    left_at: Millis | None
    ended: str
    left_why: str
    stops: tuple[Stop, ...]
    tickets: tuple[WaitInLounge, ...]

    @property
    def line(self) -> VisitLine:
        """The visit with its two clocks."""
        return VisitLine(
            self.id, self.arrived_at, self.received_at, self.received_by, self.work_order_at, self.handed_over_at,
            self.left_at, self.ended, tuple((stop.place, stop.since, stop.until) for stop in self.stops),
        )  # fmt: skip
