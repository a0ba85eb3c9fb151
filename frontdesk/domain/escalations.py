"""What is over a limit, who is told, and what can be decided (Z4a, Z5, Z6, Q1, C3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.clock import SECOND, Millis
from frontdesk.domain.errors import Reason
from frontdesk.domain.policy import Policy
from frontdesk.domain.staff import StationKind
from frontdesk.domain.zone import Car, Floor, Place, PlaceKind


class Kind(StrEnum):
    """The situations that someone must deal with."""

    OVER_COUNT = "over_count"
    OVER_STAY = "over_stay"
    LATE_RECEPTION = "late_reception"
    COMPLAINT_DUE = "complaint_due"


class State(StrEnum):
    """How far an escalation has come; only forward."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    ACTED = "acted"
    CLEARED = "cleared"


class Action(StrEnum):
    """The four decisions of the plan: Z5a, Z5b, Z6a, Z6b."""

    DIVERT = "divert"
    WORKSHOP_BAY = "workshop_bay"
    REPAIR = "repair"
    REORDER = "reorder"


class Outcome(StrEnum):
    """How an escalation ended."""

    CLEARED = "cleared"
    CORRECTED = "corrected"
    """A late entry showed that the limit had not been crossed, or not then."""
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Breach:
    """A limit that is crossed now. `subject` names what crossed it; `crossed_at` is when the limit was reached."""

    kind: Kind
    subject: str
    plate: str
    crossed_at: Millis


@dataclass(frozen=True, slots=True)
class Escalation:
    """One situation on record, with who did what and when."""

    id: int
    kind: Kind
    subject: str
    plate: str
    crossed_at: Millis
    raised_at: Millis
    state: State
    revision: int
    told_at: Millis | None
    told_by: str
    acknowledged_at: Millis | None
    acknowledged_by: str
    acted_at: Millis | None
    acted_by: str
    action: Action | None
    cleared_at: Millis | None
    cleared_by: str
    outcome: Outcome | None

    @property
    def is_open(self) -> bool:
        """Whether the situation still stands."""
        return self.state is not State.CLEARED


ZONE = "zone"


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


def addressees(escalation: Escalation, policy: Policy, now: Millis) -> frozenset[StationKind]:
    """Return the stations that show a prompt for this situation now.

    The guard is asked to tell the manager (Z5, Z6) until that is done or the manager has it. A late reception is the
    reception desk's, and the manager's too once it has stood until `late_reception_manager_s` after arrival.
    """
    if escalation.state is State.CLEARED:
        return frozenset()
    if escalation.kind is Kind.LATE_RECEPTION:
        wait = (policy.late_reception_manager_s - policy.late_reception_s) * SECOND
        if now > escalation.crossed_at + wait:
            return frozenset({StationKind.RECEPTION, StationKind.MANAGER})
        return frozenset({StationKind.RECEPTION})
    if escalation.kind is Kind.COMPLAINT_DUE:
        return frozenset({StationKind.RECEPTION, StationKind.MANAGER})
    stations = {StationKind.MANAGER}
    if escalation.told_at is None and escalation.acknowledged_at is None:
        stations.add(StationKind.GUARD)
    return frozenset(stations)


REST: Millis = 60 * SECOND
"""How long a situation that was acted on, and still stands, waits before it asks to be decided again."""


def is_answered(escalation: Escalation, now: Millis) -> bool:
    """Whether nothing is to be answered now: a late reception that was seen, an action that still has time to work."""
    if escalation.acted_at is not None:
        return now - escalation.acted_at < REST
    return escalation.kind is Kind.LATE_RECEPTION and escalation.acknowledged_at is not None


def for_station(
    escalations: Iterable[Escalation], station: StationKind, policy: Policy, now: Millis
) -> tuple[Escalation, ...]:
    """Return what a station has to show: what is to be answered before what is; over-count first, then the oldest."""
    mine = [e for e in escalations if station in addressees(e, policy, now)]
    order = list(Kind)
    return tuple(sorted(mine, key=lambda e: (is_answered(e, now), order.index(e.kind), e.crossed_at)))


@dataclass(frozen=True, slots=True)
class Option:
    """One of the four actions, as it stands now: the cars it could be done with (the proposal first), or why not."""

    action: Action
    cars: tuple[Car, ...]
    place: Place | None
    reason: Reason | None

    @property
    def possible(self) -> bool:
        """Whether it can be carried out now."""
        return self.reason is None


def options(floor: Floor, subject: str, now: Millis) -> tuple[Option, ...]:
    """Return the four actions of the plan with what the floor allows.

    For an over-count divert proposes the newest arrival, the others the car longest in the zone. An over-stay is about
    its own car and no other.
    """
    about = [car for car in floor.in_zone if subject in {ZONE, f"visit:{car.visit_id}"}]
    oldest = sorted(about, key=lambda car: -car.zone_time(now))
    newest = sorted(about, key=lambda car: (car.received_at is not None, -car.arrived_at))
    received = [car for car in oldest if car.received_at is not None]
    with_order = [car for car in oldest if car.work_order_at is not None]
    return (
        _option(floor, Action.DIVERT, newest, PlaceKind.TEMPORARY, Reason.NOT_HERE),
        _option(floor, Action.WORKSHOP_BAY, with_order, PlaceKind.WORKSHOP_BAY, Reason.NO_WORK_ORDER),
        _option(floor, Action.REPAIR, received, PlaceKind.REPAIR, Reason.NOT_RECEIVED),
        Option(Action.REORDER, tuple(received), None, None if received else Reason.NOT_RECEIVED),
    )


def _option(floor: Floor, action: Action, cars: list[Car], kind: PlaceKind, none_left: Reason) -> Option:
    place = floor.free_place(kind)
    reason = none_left if not cars else Reason.PLACE_FULL if place is None else None
    return Option(action, tuple(cars), place, reason)
