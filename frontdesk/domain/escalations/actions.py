"""The four actions of the plan, and whether the floor allows each now (Z5a, Z5b, Z6a, Z6b)."""

from collections.abc import Iterable
from dataclasses import dataclass

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.tasks import MOVES, Errand, Task
from frontdesk.domain.escalations.terms import Action, Kind
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.domain.zone.reasons import ZoneReason

LEAST_LEFT: Millis = 5 * MINUTE
"""How much longer a car is expected to stay if it is already in the zone longer than usual."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the four actions, as it stands now: the cars it could be done with (the proposal first), or why not."""

    action: Action
    cars: tuple[Car, ...]
    places: tuple[Place, ...]
    """A place for each car there is room for, in the same order; empty if the car stays."""
    free: int | None
    """How many cars there is room for now; None if there is no limit."""
    reason: Reason | None

    @property
    def possible(self) -> bool:
        """Whether it can be carried out now."""
        return self.reason is None

    @property
    def proposal(self) -> tuple[Plate, ...]:
        """The plate of the proposed car, as a tuple of one, or empty if there is none."""
        return tuple(car.plate for car in self.cars[:1])

    def enough(self, count: int) -> tuple[Plate, ...]:
        """Return the plates of so many cars, the proposed one first, as far as there are cars and room."""
        room = len(self.cars) if self.free is None else self.free
        return tuple(car.plate for car in self.cars[: min(count, room)])

    def why_not(self, plates: Iterable[str]) -> Reason | None:
        """Return why it cannot be done with these cars together, or None if it can."""
        chosen = tuple(plates)
        if self.reason is not None:
            return self.reason
        if not chosen:
            return EscalationReason.NOT_THIS_CAR
        if not set(chosen) <= {car.plate for car in self.cars}:
            return _NEEDS.get(self.action, EscalationReason.NOT_THIS_CAR)
        return ZoneReason.PLACE_FULL if self.free is not None and len(chosen) > self.free else None


_NEEDS = {
    Action.WORKSHOP_BAY: EscalationReason.NOT_ALL_ORDERS,
    Action.REPAIR: EscalationReason.NOT_ALL_RECEIVED,
    Action.REORDER: EscalationReason.NOT_ALL_RECEIVED,
}
"""The condition a car must meet for an action, as a refusal words it."""


def options(floor: Floor, subject: Subject, tasks: Iterable[Task], now: Millis) -> tuple[Option, ...]:
    """Return the four actions of the plan, and whether the floor allows each.

    For an over-count, divert proposes the newest arrival, the others the car longest in the zone. An over-stay is only
    about its own car. A car that already has a decision is left out.
    """
    under_way = {(task.visit_id, task.errand in MOVES) for task in tasks if task.errand is not Errand.LOUNGE}
    about = [car for car in floor.in_zone if subject.concerns(car.visit_id)]
    still = [car for car in about if (car.visit_id, True) not in under_way]
    oldest = sorted(still, key=lambda car: -car.zone_time(now))
    newest = sorted(still, key=lambda car: (car.received_at is not None, -car.arrived_at))
    received = [car for car in oldest if car.received_at is not None]
    with_order = [car for car in oldest if car.work_order_at is not None]
    again = [car for car in received if (car.visit_id, False) not in under_way]
    none_here = EscalationReason.UNDER_WAY if about and not still else ZoneReason.NOT_HERE
    return (
        _option(floor, Action.DIVERT, newest, PlaceKind.TEMPORARY, none_here),
        _option(floor, Action.WORKSHOP_BAY, with_order, PlaceKind.WORKSHOP_BAY, ZoneReason.NO_WORK_ORDER),
        _option(floor, Action.REPAIR, received, PlaceKind.REPAIR, ZoneReason.NOT_RECEIVED),
        Option(
            Action.REORDER,
            tuple(again),
            (),
            None,
            None if again else EscalationReason.UNDER_WAY if received else ZoneReason.NOT_RECEIVED,
        ),
    )


def surplus(escalation: Escalation, floor: Floor, policy: Policy) -> int:
    """Return how many cars have to go until the zone is below its limit (Z5); 1 where it is not about their number."""
    if escalation.kind is not Kind.OVER_COUNT:
        return 1
    return max(1, floor.count - policy.over_count + 1)


def choose(option: Option, cars: tuple[Car, ...], tasks: Iterable[Task], about: str) -> tuple[tuple[Car, Place], ...]:
    """Return each car with the place where it goes or stays.

    Raises `Refused` if the action cannot be done with these cars together; without any it names the car `about`.
    """
    plates = tuple(car.plate for car in cars)
    sent = {task.plate for task in tasks if task.errand in MOVES}
    reason = EscalationReason.UNDER_WAY if sent & set(plates) else option.why_not(plates)
    if reason is not None:
        plate = plates[0] if plates else about
        raise Refused(EscalationReason.NOTHING_POSSIBLE, action=option.action, plate=plate, why=reason)
    return tuple(zip(cars, option.places or (car.place for car in cars), strict=False))


def _option(floor: Floor, action: Action, cars: list[Car], kind: PlaceKind, none_left: Reason) -> Option:
    places = floor.open_places(kind)
    reason = none_left if not cars else ZoneReason.PLACE_FULL if not places else None
    return Option(action, tuple(cars), places, len(places), reason)


def expected_left(car: Car, usual: Millis, now: Millis) -> Millis:
    """Return how much longer a car is expected in the zone; `usual` is the usual time in the zone."""
    if car.expected_exit_at is not None and car.expected_exit_at > now:
        return car.expected_exit_at - now
    return max(usual - car.zone_time(now), LEAST_LEFT)


def gain(option: Option, car: Car, usual: Millis, reorder: Millis, now: Millis) -> Millis:
    """Return how much earlier than expected an action takes a car out of the zone; never negative.

    A car that is driven away leaves now; one whose jobs are re-ordered leaves in `reorder`.
    """
    left = expected_left(car, usual, now)
    return max(0, left - reorder) if option.action is Action.REORDER else left
