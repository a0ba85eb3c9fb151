"""What is over a limit, and one situation on record (Z4a, Z5, Z6, Q1, C3)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from frontdesk.domain.escalations.plan import Plan
from frontdesk.domain.escalations.terms import CROWDING, Action, Kind, Outcome, State, StepKind, Why
from frontdesk.domain.lounge import Ticket
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.zone.floor import Floor

ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Breach:
    """A limit that is crossed now. `subject` names what crossed it; `crossed_at` is when the limit was reached."""

    kind: Kind
    subject: str
    plate: str
    crossed_at: Millis


@dataclass(frozen=True, slots=True)
class Escalation:
    """One crossing on record, with who did what and when. Who and when are of the latest; `Step`s tell all of it."""

    id: int
    kind: Kind
    subject: str
    plate: str
    crossed_at: Millis
    raised_at: Millis
    state: State
    revision: int
    plan: Plan
    level: int
    """How far up the chain it has come; 1 is the first stage."""
    based_at: Millis
    """The instant from which the chain's stages count; the crossing, until it is raised again."""
    called_at: Millis
    """When somebody was called last."""
    calls: int
    continues: int | None
    """The first escalation of a series that flaps around the limit: one prompt for all of them."""
    told_at: Millis | None
    told_by: str
    acknowledged_at: Millis | None
    acknowledged_by: str
    acted_at: Millis | None
    acted_by: str
    action: Action | None
    verify_at: Millis | None
    """By when the situation must be over, since somebody acted."""
    cleared_at: Millis | None
    cleared_by: str
    cleared_from: State | None
    """How far it had come when it was over."""
    outcome: Outcome | None
    why: Why | None
    """Why it was over with nobody having acted."""
    explained_by: str

    @property
    def is_open(self) -> bool:
        """Whether the situation still stands."""
        return self.state is not State.CLEARED

    @property
    def is_crowding(self) -> bool:
        """Whether the plan's four actions are for it."""
        return self.kind in CROWDING

    @property
    def prompt(self) -> int:
        """The number of the prompt it belongs to: its own, or that of the series it goes on with."""
        return self.id if self.continues is None else self.continues

    @property
    def is_told(self) -> bool:
        """Whether it is on record that whoever was called last has been told (Z5, Z6)."""
        return self.told_at is not None and self.told_at >= self.called_at

    @property
    def is_unexplained(self) -> bool:
        """Whether it was over with nobody having acted, and nobody has said why (Z7)."""
        return self.outcome is Outcome.UNHANDLED and self.why is None

    def lasted(self, now: Millis) -> Millis:
        """Return how long the situation stood, or has stood so far."""
        return (now if self.cleared_at is None else self.cleared_at) - self.crossed_at

    def is_held(self, now: Millis, hold: Millis) -> bool:
        """Whether it is over so lately that its prompt stays: the limit may be crossed again."""
        ended = self.outcome in {Outcome.CLEARED, Outcome.UNHANDLED} and self.cleared_at is not None
        return ended and self.is_crowding and now - (self.cleared_at or 0) < hold


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an escalation's record: who was called, told, or did something, and when.

    `due_at` is when it should have happened, `at` when it did: the difference is how late it was.
    """

    escalation: int
    kind: StepKind
    level: int
    due_at: Millis
    at: Millis
    role: str = ""
    """Whom it called; "" where it called nobody."""
    who: str = ""
    """The person called, or who did it."""
    delivered: bool = True
    """Whether there was a station, and a name, to reach them at."""
    detail: str = ""

    @property
    def facts(self) -> dict[str, object]:
        """What a line says besides, by name; a line that says it as a plain word has none."""
        try:
            found = json.loads(self.detail)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @property
    def late(self) -> Millis:
        """How much later than due it was."""
        return max(0, self.at - self.due_at)


def zone_breaches(floor: Floor, policy: Policy, now: Millis) -> tuple[Breach, ...]:
    """Return every limit of the zone that is crossed at `now`.

    Four cars are over, three are not (Z5); 20:00.001 is over, 20:00.000 is not (Z6); received at 60.000 s is in time
    (Z4a).
    """
    found: list[Breach] = []
    if floor.count >= policy.over_count:
        entries = sorted(car.zone.since for car in floor.in_zone if car.zone.since is not None)
        found.append(Breach(Kind.OVER_COUNT, ZONE, "", entries[policy.over_count - 1]))
    for car in floor.cars:
        reached = car.zone.reaches(policy.over_stay)
        if reached is not None and car.zone_time(now) > policy.over_stay:
            found.append(Breach(Kind.OVER_STAY, f"visit:{car.visit_id}", car.plate, reached))
        due = car.arrived_at + policy.late_reception
        if car.received_at is None and now > due:
            found.append(Breach(Kind.LATE_RECEPTION, f"visit:{car.visit_id}", car.plate, due))
    return tuple(found)


def ticket_breaches(tickets: Iterable[Ticket], now: Millis) -> tuple[Breach, ...]:
    """Return the diversions that have expired: somebody may be forgotten in the lounge (Z5a)."""
    return tuple(
        Breach(Kind.DIVERSION_EXPIRED, f"ticket:{ticket.id}:{ticket.renewals}", ticket.plate, ticket.expires_at)
        for ticket in tickets
        if ticket.is_expired(now)
    )
