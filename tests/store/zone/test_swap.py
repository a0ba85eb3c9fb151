"""Two cars change places in one action, and it is taken back in one."""

from collections.abc import Callable

import pytest
from store_checks import assert_whole

from frontdesk.desk import swapping, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.reasons import ZoneReason

ONE, OTHER = Plate("苏A11111"), Plate("苏A22222")


def stands(desk: Desk) -> dict[str, str]:
    return {car.plate: car.place.key for car in desk.snapshot().floor.cars}


def refusal(command: Callable[..., object], *values: object, **named: object) -> Reason | None:
    try:
        command(*values, **named)
    except Refused as refused:
        return refused.reason
    return None


@pytest.mark.parametrize("mine", ["bay1", "lane", "temporary", "repair"])
def test_each_stands_where_the_other_stood(desk: Desk, clock: ManualClock, mine: str) -> None:
    zone.arrive(desk, ONE, place=mine)
    zone.arrive(desk, OTHER, place="bay2")
    clock.at += 5 * MINUTE
    done = swapping.swap(desk, ONE, "bay2", other=OTHER)
    assert (done.kind, done.place, done.others) == ("swap", "bay2", (OTHER,))
    assert stands(desk) == {ONE: "bay2", OTHER: mine}
    assert_whole(desk.connection)
    undo.undo(desk)
    assert stands(desk) == {ONE: mine, OTHER: "bay2"}
    assert_whole(desk.connection)


def test_time_in_the_zone_goes_on(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, ONE)
    clock.at += MINUTE
    zone.arrive(desk, OTHER)
    clock.at += 5 * MINUTE
    swapping.swap(desk, ONE, "bay2", other=OTHER)
    clock.at += MINUTE
    times = {car.plate: car.zone_time(clock.at) for car in desk.snapshot().floor.cars}
    assert times == {ONE: 7 * MINUTE, OTHER: 6 * MINUTE}


def test_entered_late_it_is_never_before_what_happened_to_either(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, ONE)
    clock.at += MINUTE
    zone.arrive(desk, OTHER)
    came = clock.at
    clock.at += MINUTE
    assert refusal(swapping.swap, desk, ONE, "bay2", other=OTHER, at=came - 1) is not None
    swapping.swap(desk, ONE, "bay2", other=OTHER, at=came)
    assert desk.snapshot().floor.car(ONE).here_since == came
    assert_whole(desk.connection)


@pytest.mark.parametrize(
    ("target", "other", "reason"),
    [
        ("bay1", OTHER, ZoneReason.SAME_PLACE),
        ("bay3", OTHER, ZoneReason.NO_SWAP),
        ("lane", OTHER, ZoneReason.NO_SWAP),
        ("waiting1", OTHER, ZoneReason.NO_WORK_ORDER),
        ("nowhere", OTHER, ZoneReason.UNKNOWN_PLACE),
        ("bay2", "苏A33333", ZoneReason.PLACE_FULL),
    ],
)
def test_what_is_refused(desk: Desk, target: str, other: str, reason: Reason) -> None:
    zone.arrive(desk, ONE)
    zone.arrive(desk, OTHER)
    before = desk.snapshot().seq
    assert refusal(swapping.swap, desk, ONE, target, other=other) is reason
    assert desk.snapshot().seq == before


def test_a_place_of_the_workshop_only_for_a_car_with_a_work_order(desk: Desk) -> None:
    for plate in (ONE, OTHER):
        zone.arrive(desk, Plate(plate))
    zone.receive(desk, OTHER)
    zone.make_work_order(desk, OTHER)
    zone.move(desk, OTHER, "waiting1")
    assert refusal(swapping.swap, desk, ONE, "waiting1", other=OTHER) is ZoneReason.NO_WORK_ORDER
    assert refusal(swapping.swap, desk, OTHER, "bay1", other=ONE) is ZoneReason.NO_WORK_ORDER
    zone.receive(desk, ONE)
    zone.make_work_order(desk, ONE)
    swapping.swap(desk, ONE, "waiting1", other=OTHER)
    assert stands(desk) == {ONE: "waiting1", OTHER: "bay1"}
    zone.hand_over(desk, ONE)
    assert refusal(swapping.swap, desk, ONE, "bay1", other=OTHER) is ZoneReason.PLACE_FULL
