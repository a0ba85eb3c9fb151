"""The four actions of the plan: which are possible, and which car each proposes (Z5a, Z5b, Z6a, Z6b)."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.domain.escalations.actions import Option, gain, options, surplus
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.tasks import Errand, Task
from frontdesk.domain.escalations.terms import Action, Kind
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.zone.cars import Car, Purpose, ZoneClock
from frontdesk.domain.zone.floor import Floor, Kept
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.domain.zone.rules import check_move, check_receive, check_time, check_work_order
from frontdesk.domain.zone.rules import place_for_arrival as place_for

POLICY = Policy(temporary_capacity=1, repair_capacity=1)
PLACES = {place.key: place for place in POLICY.places()}
ZONE = Subject.of_zone()
NOW = 3_600_000


def car(number: int, place: str = "lane", *, arrived: int = 0, **more: Any) -> Car:
    clock = ZoneClock(0, arrived if PLACES[place].in_zone else None)
    return Car(number, Plate(f"苏A0000{number}"), Purpose.REPAIR, PLACES[place], arrived, clock, arrived, **more)


def floor(*cars: Car, promised: tuple[str, ...] = (), policy: Policy = POLICY) -> Floor:
    return Floor(policy.places(), cars, tuple(Kept(key, Plate("苏A00000")) for key in promised))


def task(errand: Errand, number: int) -> Task:
    return Task(number, 1, errand, number, Plate(f"苏A0000{number}"), "", "", 0, "王五")


def by_action(*cars: Car, subject: Subject = ZONE, asked: tuple[Task, ...] = (), **more: Any) -> dict[Action, Option]:
    return {option.action: option for option in options(floor(*cars, **more), subject, asked, NOW)}


def place_keys(option: Option) -> list[str]:
    return [place.key for place in option.places]


def numbers(option: Option) -> list[int]:
    return [car.visit_id for car in option.cars]


def test_all_four_are_always_told() -> None:
    assert list(by_action()) == list(Action)
    assert not any(option.possible for option in by_action().values())


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        (Action.DIVERT, ZoneReason.NOT_HERE),
        (Action.WORKSHOP_BAY, ZoneReason.NO_WORK_ORDER),
        (Action.REPAIR, ZoneReason.NOT_RECEIVED),
        (Action.REORDER, ZoneReason.NOT_RECEIVED),
    ],
)
def test_what_is_not_possible_says_why(action: Action, reason: Reason) -> None:
    assert by_action()[action].reason is reason


def test_divert_proposes_the_newest_car_that_nobody_received() -> None:
    cars = (car(1, arrived=10), car(2, arrived=30, received_at=31), car(3, arrived=20))
    option = by_action(*cars)[Action.DIVERT]
    assert numbers(option) == [3, 1, 2]
    assert (place_keys(option), option.free) == (["temporary"], 1)


def test_the_others_propose_the_car_longest_in_the_zone() -> None:
    cars = tuple(car(n, arrived=n * 10, received_at=n * 10, work_order_at=n * 10) for n in (3, 1, 2))
    for action in (Action.WORKSHOP_BAY, Action.REPAIR, Action.REORDER):
        assert numbers(by_action(*cars)[action]) == [1, 2, 3]


@pytest.mark.parametrize("action", list(Action))
def test_an_over_stay_is_about_its_own_car_and_no_other(action: Action) -> None:
    cars = tuple(car(n, arrived=n * 10, received_at=n * 10, work_order_at=n * 10) for n in (1, 2, 3))
    assert numbers(by_action(*cars, subject=Subject.of_visit(2))[action]) == [2]
    gone = by_action(*cars, subject=Subject.of_visit(4))[action]
    assert (gone.cars, gone.possible) == ((), False)


def test_only_cars_with_a_work_order_go_to_the_workshop() -> None:
    option = by_action(car(1, received_at=0), car(2, received_at=0, work_order_at=0))[Action.WORKSHOP_BAY]
    assert numbers(option) == [2]
    assert (place_keys(option), option.free) == (["waiting1", "waiting2"], 2)


def test_no_free_place() -> None:
    full = (car(5, "temporary"), car(6, "repair"), car(7, "waiting1"), car(8, "waiting2"))
    found = by_action(car(1, received_at=0, work_order_at=0), *full)
    for action in (Action.DIVERT, Action.WORKSHOP_BAY, Action.REPAIR):
        assert found[action].reason is ZoneReason.PLACE_FULL
    assert found[Action.REORDER].possible


@pytest.mark.parametrize(
    ("errand", "left_out"),
    [
        (Errand.PARK, {Action.DIVERT, Action.WORKSHOP_BAY, Action.REPAIR, Action.REORDER}),
        (Errand.DRIVE, {Action.DIVERT, Action.WORKSHOP_BAY, Action.REPAIR, Action.REORDER}),
        (Errand.REORDER, {Action.REORDER}),
        (Errand.LOUNGE, set()),
    ],
)
def test_a_car_that_something_was_decided_on_is_left_out(errand: Errand, left_out: set[Action]) -> None:
    cars = (car(1, received_at=0, work_order_at=0), car(2, received_at=0, work_order_at=0))
    alone = by_action(cars[0], asked=(task(errand, 1),))
    both = by_action(*cars, asked=(task(errand, 1),))
    for action in Action:
        assert numbers(both[action]) == ([2] if action in left_out else [1, 2])
        assert alone[action].possible is (action not in left_out)
    if Action.DIVERT in left_out:
        assert alone[Action.DIVERT].reason is EscalationReason.UNDER_WAY
    if errand is Errand.REORDER:
        assert alone[Action.REORDER].reason is EscalationReason.UNDER_WAY


@pytest.mark.parametrize(
    ("promised", "free"),
    [((), ["waiting1", "waiting2"]), (("waiting1",), ["waiting2"]), (("waiting2",), ["waiting1"]),
     (("waiting1", "waiting2"), []), (("waiting1", "waiting1"), ["waiting2"])],
)  # fmt: skip
def test_a_place_that_is_promised_is_not_free(promised: tuple[str, ...], free: list[str]) -> None:
    option = by_action(car(1, received_at=0, work_order_at=0), promised=promised)[Action.WORKSHOP_BAY]
    assert place_keys(option) == free
    assert option.reason is (None if free else ZoneReason.PLACE_FULL)


@pytest.mark.parametrize(("there", "promised", "free"), [(0, 0, 3), (1, 0, 2), (1, 1, 1), (2, 1, 0), (3, 1, 0)])
def test_a_wide_place_is_free_as_often_as_it_takes_another(there: int, promised: int, free: int) -> None:
    wide = Policy(temporary_capacity=3)
    parked = tuple(car(n, "temporary") for n in range(5, 5 + there))
    option = by_action(car(1), *parked, promised=("temporary",) * promised, policy=wide)[Action.DIVERT]
    assert (place_keys(option), option.free) == (["temporary"] * free, free)


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ((1,), None),
        ((2, 3), None),
        ((1, 2, 3), ZoneReason.PLACE_FULL),
        ((4,), EscalationReason.NOT_ALL_ORDERS),
        ((1, 4), EscalationReason.NOT_ALL_ORDERS),
    ],
)
def test_several_cars_as_far_as_there_is_room(chosen: tuple[int, ...], reason: Reason | None) -> None:
    cars = tuple(car(n, received_at=0, work_order_at=0) for n in (1, 2, 3))
    option = by_action(*cars, car(4, received_at=0))[Action.WORKSHOP_BAY]
    assert option.why_not(f"苏A0000{number}" for number in chosen) is reason


@pytest.mark.parametrize("chosen", [(), (9,), (1, 9)])
def test_a_car_that_is_not_there_cannot_be_diverted(chosen: tuple[int, ...]) -> None:
    assert (
        by_action(car(1))[Action.DIVERT].why_not(f"苏A0000{number}" for number in chosen)
        is EscalationReason.NOT_THIS_CAR
    )


@pytest.mark.parametrize(("free", "count", "proposed"), [(2, 1, 1), (2, 2, 2), (2, 3, 2), (None, 2, 2), (None, 9, 3)])
def test_enough_is_as_many_as_have_to_go_as_far_as_there_is_room(free: int | None, count: int, proposed: int) -> None:
    cars = (car(1), car(2), car(3))
    plates = Option(Action.DIVERT, cars, (), free, None).enough(count)
    assert plates == tuple(each.plate for each in cars[:proposed])


@pytest.mark.parametrize(
    ("kind", "cars", "limit", "go"),
    [
        (Kind.OVER_COUNT, 3, 4, 1), (Kind.OVER_COUNT, 4, 4, 1), (Kind.OVER_COUNT, 5, 4, 2), (Kind.OVER_COUNT, 9, 4, 6),
        (Kind.OVER_STAY, 9, 4, 1),
    ],
)  # fmt: skip
def test_so_many_have_to_go_that_the_zone_is_below_its_limit(
    escalation: Callable[..., Escalation], kind: Kind, cars: int, limit: int, go: int
) -> None:
    floor = Floor(tuple(PLACES.values()), tuple(car(number) for number in range(cars)))
    assert surplus(escalation(kind), floor, Policy(over_count=limit)) == go


def test_re_ordering_takes_as_many_as_there_are() -> None:
    option = by_action(*(car(n, received_at=0) for n in range(1, 6)))[Action.REORDER]
    assert (option.free, option.places) == (None, ())
    assert option.why_not(f"苏A0000{number}" for number in range(1, 6)) is None


@pytest.mark.parametrize(
    ("action", "stood", "exit_at", "gained"),
    [
        (Action.REPAIR, 0, None, 900_000),
        (Action.REPAIR, 300_000, None, 600_000),
        (Action.REPAIR, 600_000, None, 300_000),
        (Action.REPAIR, 600_001, None, 300_000),  # longer than usual: five more minutes
        (Action.REPAIR, 3_600_000, None, 300_000),
        (Action.REPAIR, 0, NOW + 120_000, 120_000),
        (Action.REPAIR, 0, NOW, 900_000),  # an exit that was expected and did not come tells nothing
        (Action.REORDER, 0, None, 300_000),
        (Action.REORDER, 300_000, None, 0),
        (Action.REORDER, 600_000, None, 0),
    ],
)
def test_what_an_action_gains(action: Action, stood: int, exit_at: int | None, gained: int) -> None:
    one = car(1, arrived=NOW - stood, received_at=0, expected_exit_at=exit_at)
    option = by_action(one)[action]
    assert gain(option, one, 900_000, 600_000, NOW) == gained


def test_cars_outside_the_zone_are_not_proposed() -> None:
    found = by_action(car(1, "temporary", received_at=0), car(2, "workshop", received_at=0, work_order_at=0))
    assert not any(option.cars for option in found.values())


def refusal(call: Any, *args: Any) -> Reason | None:
    try:
        call(*args)
    except Refused as refused:
        return refused.reason
    return None


def test_an_arriving_car_gets_the_first_free_bay_else_the_lane() -> None:
    """The guard is told where to guide it at once (Z4)."""
    assert place_for(floor(), Plate("苏A1")).key == "bay1"
    assert place_for(floor(car(1, "bay1"), car(2, "bay3")), Plate("苏A1")).key == "bay2"
    assert place_for(floor(*(car(n, f"bay{n}") for n in (1, 2, 3))), Plate("苏A1")).key == "lane"
    assert place_for(floor(), Plate("苏A1"), "temporary").key == "temporary"


def test_a_bay_somebody_was_called_to_is_kept_for_them() -> None:
    assert place_for(floor(promised=("bay1",)), Plate("苏A1")).key == "bay2"
    assert place_for(floor(promised=("bay1", "bay2", "bay3")), Plate("苏A1")).key == "lane"
    assert place_for(floor(promised=("bay1",)), Plate("苏A1"), "bay1").key == "bay1"


@pytest.mark.parametrize(
    ("plate", "wanted", "reason"),
    [
        ("苏A00001", None, ZoneReason.ALREADY_HERE),
        ("苏A00009", "bay1", ZoneReason.PLACE_FULL),
        ("苏A00009", "bay9", ZoneReason.UNKNOWN_PLACE),
        ("苏A00009", "workshop", ZoneReason.NO_WORK_ORDER),
        ("苏A00009", "waiting1", ZoneReason.NO_WORK_ORDER),
    ],
)
def test_arrivals_that_are_refused(plate: str, wanted: str | None, reason: Reason) -> None:
    assert refusal(place_for, floor(car(1, "bay1")), plate, wanted) is reason


@pytest.mark.parametrize(
    ("place", "order", "reason"),
    [
        ("lane", None, ZoneReason.SAME_PLACE),
        ("bay1", None, ZoneReason.PLACE_FULL),
        ("bay2", None, None),
        ("repair", None, None),
        ("waiting1", None, ZoneReason.NO_WORK_ORDER),
        ("workshop", None, ZoneReason.NO_WORK_ORDER),
        ("waiting1", 5, None),
        ("workshop", 5, None),
    ],
)
def test_moves(place: str, order: int | None, reason: Reason | None) -> None:
    mine = car(1, received_at=1, work_order_at=order)
    assert refusal(check_move, floor(mine, car(2, "bay1")), mine, PLACES[place]) is reason


def test_received_once_and_ordered_once() -> None:
    assert refusal(check_receive, car(1)) is None
    assert refusal(check_receive, car(1, received_at=5)) is ZoneReason.ALREADY_RECEIVED
    assert refusal(check_work_order, car(1)) is ZoneReason.NOT_RECEIVED
    assert refusal(check_work_order, car(1, received_at=5)) is None
    assert refusal(check_work_order, car(1, received_at=5, work_order_at=5)) is ZoneReason.ALREADY_WORK_ORDER


@pytest.mark.parametrize(
    ("at", "reason"),
    [(999, ZoneReason.BEFORE_LAST_CHANGE), (1000, None), (1500, None), (2000, None), (2001, ValueReason.IN_FUTURE)],
)
def test_a_back_dated_entry_lies_between_the_last_change_and_now(at: int, reason: Reason | None) -> None:
    assert refusal(check_time, at, 2000, 1000, "苏A12345") is reason
