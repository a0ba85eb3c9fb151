"""The four actions of the plan: which are possible, and which car each proposes (Z5a, Z5b, Z6a, Z6b)."""

from typing import Any

import pytest

from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.escalations import Action, Option, options
from frontdesk.domain.policy import Policy
from frontdesk.domain.zone import (
    Car,
    Floor,
    Purpose,
    ZoneClock,
    check_move,
    check_receive,
    check_time,
    check_work_order,
)
from frontdesk.domain.zone import place_for_arrival as place_for

POLICY = Policy(temporary_capacity=1, repair_capacity=1)
PLACES = {place.key: place for place in POLICY.places()}
NOW = 3_600_000


def car(number: int, place: str = "lane", *, arrived: int = 0, **more: Any) -> Car:
    clock = ZoneClock(0, arrived if PLACES[place].in_zone else None)
    return Car(number, f"苏A0000{number}", Purpose.REPAIR, PLACES[place], arrived, clock, arrived, **more)


def floor(*cars: Car) -> Floor:
    return Floor(POLICY.places(), cars)


def by_action(*cars: Car, subject: str = "zone") -> dict[Action, Option]:
    return {option.action: option for option in options(floor(*cars), subject, NOW)}


def numbers(option: Option) -> list[int]:
    return [car.visit_id for car in option.cars]


def test_all_four_are_always_told() -> None:
    assert list(by_action()) == list(Action)
    assert not any(option.possible for option in by_action().values())


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        (Action.DIVERT, Reason.NOT_HERE),
        (Action.WORKSHOP_BAY, Reason.NO_WORK_ORDER),
        (Action.REPAIR, Reason.NOT_RECEIVED),
        (Action.REORDER, Reason.NOT_RECEIVED),
    ],
)
def test_what_is_not_possible_says_why(action: Action, reason: Reason) -> None:
    assert by_action()[action].reason is reason


def test_divert_proposes_the_newest_car_that_nobody_received() -> None:
    cars = (car(1, arrived=10), car(2, arrived=30, received_at=31), car(3, arrived=20))
    option = by_action(*cars)[Action.DIVERT]
    assert numbers(option) == [3, 1, 2]
    assert option.place == PLACES["temporary"]


def test_the_others_propose_the_car_longest_in_the_zone() -> None:
    cars = tuple(car(n, arrived=n * 10, received_at=n * 10, work_order_at=n * 10) for n in (3, 1, 2))
    for action in (Action.WORKSHOP_BAY, Action.REPAIR, Action.REORDER):
        assert numbers(by_action(*cars)[action]) == [1, 2, 3]


@pytest.mark.parametrize("action", list(Action))
def test_an_over_stays_own_car_comes_first(action: Action) -> None:
    cars = tuple(car(n, arrived=n * 10, received_at=n * 10, work_order_at=n * 10) for n in (1, 2, 3))
    assert numbers(by_action(*cars, subject="visit:2")[action])[0] == 2


def test_only_cars_with_a_work_order_go_to_the_workshop() -> None:
    option = by_action(car(1, received_at=0), car(2, received_at=0, work_order_at=0))[Action.WORKSHOP_BAY]
    assert numbers(option) == [2]
    assert option.place == PLACES["waiting1"]


def test_no_free_place() -> None:
    full = (car(5, "temporary"), car(6, "repair"), car(7, "waiting1"), car(8, "waiting2"))
    found = by_action(car(1, received_at=0, work_order_at=0), *full)
    for action in (Action.DIVERT, Action.WORKSHOP_BAY, Action.REPAIR):
        assert found[action].reason is Reason.PLACE_FULL
    assert found[Action.REORDER].possible


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
    assert place_for(floor(), "苏A1").key == "bay1"
    assert place_for(floor(car(1, "bay1"), car(2, "bay3")), "苏A1").key == "bay2"
    assert place_for(floor(*(car(n, f"bay{n}") for n in (1, 2, 3))), "苏A1").key == "lane"
    assert place_for(floor(), "苏A1", "temporary").key == "temporary"


@pytest.mark.parametrize(
    ("plate", "wanted", "reason"),
    [
        ("苏A00001", None, Reason.ALREADY_HERE),
        ("苏A00009", "bay1", Reason.PLACE_FULL),
        ("苏A00009", "bay9", Reason.UNKNOWN_PLACE),
        ("苏A00009", "workshop", Reason.NO_WORK_ORDER),
        ("苏A00009", "waiting1", Reason.NO_WORK_ORDER),
    ],
)
def test_arrivals_that_are_refused(plate: str, wanted: str | None, reason: Reason) -> None:
    assert refusal(place_for, floor(car(1, "bay1")), plate, wanted) is reason


@pytest.mark.parametrize(
    ("place", "order", "reason"),
    [
        ("lane", None, Reason.SAME_PLACE),
        ("bay1", None, Reason.PLACE_FULL),
        ("bay2", None, None),
        ("repair", None, None),
        ("waiting1", None, Reason.NO_WORK_ORDER),
        ("workshop", None, Reason.NO_WORK_ORDER),
        ("waiting1", 5, None),
        ("workshop", 5, None),
    ],
)
def test_moves(place: str, order: int | None, reason: Reason | None) -> None:
    mine = car(1, received_at=1, work_order_at=order)
    assert refusal(check_move, floor(mine, car(2, "bay1")), mine, PLACES[place]) is reason


def test_received_once_and_ordered_once() -> None:
    assert refusal(check_receive, car(1)) is None
    assert refusal(check_receive, car(1, received_at=5)) is Reason.ALREADY_RECEIVED
    assert refusal(check_work_order, car(1)) is Reason.NOT_RECEIVED
    assert refusal(check_work_order, car(1, received_at=5)) is None
    assert refusal(check_work_order, car(1, received_at=5, work_order_at=5)) is Reason.ALREADY_WORK_ORDER


@pytest.mark.parametrize(
    ("at", "reason"),
    [(999, Reason.BEFORE_LAST_CHANGE), (1000, None), (1500, None), (2000, None), (2001, Reason.IN_FUTURE)],
)
def test_a_back_dated_entry_lies_between_the_last_change_and_now(at: int, reason: Reason | None) -> None:
    assert refusal(check_time, at, 2000, 1000, "苏A12345") is reason
