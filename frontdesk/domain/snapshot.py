"""The whole picture at one moment: what every station shows is computed from it and the time."""

from dataclasses import dataclass

from frontdesk.domain.clock import Millis, Pace
from frontdesk.domain.complaints import Complaint
from frontdesk.domain.escalations import Escalation, Kind, zone_breaches
from frontdesk.domain.policy import Policy
from frontdesk.domain.staff import Person
from frontdesk.domain.zone import Floor


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the event log, as a screen tells it."""

    seq: int
    at: Millis
    occurred_at: Millis
    station: str
    who: str
    kind: str
    plate: str
    place: str
    detail: str
    undoable: bool


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything the stations show, read in one transaction; replaced on every change, never altered."""

    seq: int
    policy: Policy
    floor: Floor
    escalations: tuple[Escalation, ...]
    complaints: tuple[Complaint, ...]
    """The open cases, next due first; the first `COMPLAINTS_SHOWN` of them."""
    open_complaints: int
    staff: tuple[Person, ...]
    recent: tuple[Happened, ...]
    """The latest entries, newest first."""
    pace: Pace | None
    closed: tuple[Escalation, ...]
    """The escalations cleared last, newest first: to say who was first."""
    next_clock: Millis | None
    """When the next complaint clock that has no escalation yet is due."""

    def now(self, machine: Millis) -> Millis:
        """Return the store's time at a machine time."""
        return machine if self.pace is None else self.pace.at(machine)

    def has_news(self, now: Millis) -> bool:
        """Whether time alone has crossed a limit, or ended a situation, that is not on record: worth a transaction."""
        breaches = {(b.kind, b.subject) for b in zone_breaches(self.floor, self.policy, now)}
        standing = {(e.kind, e.subject) for e in self.escalations if e.kind is not Kind.COMPLAINT_DUE}
        return breaches != standing or (self.next_clock is not None and now > self.next_clock)

    def escalation(self, number: int) -> Escalation | None:
        """Return an escalation by its number, open or lately closed."""
        return next((e for e in (*self.escalations, *self.closed) if e.id == number), None)


COMPLAINTS_SHOWN = 200
