"""Checks of things: one for each vehicle, which may not be used while something unsafe is found (S3)."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.desk import undo
from frontdesk.desk.checks import doing, listing, switching
from frontdesk.desk.checks.doing import Given
from frontdesk.desk.checks.switching import Wanted
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.register import fitness, things
from frontdesk.domain.checks.check import Round
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.things import Described, Thing, ThingKind
from frontdesk.domain.values.clock import DAY, ManualClock, to_millis
from frontdesk.domain.values.errors import Refused

As = Callable[[str], Desk]
SAFE = [Given(key, "1") for key in ("coolant", "oil", "lights", "brakes", "tools", "triangle")]
FIGURES = [Given(key, "240") for key in ("front_left", "front_right", "rear_left", "rear_right")]


@pytest.fixture
def vehicles(as_: As, clock: ManualClock) -> Desk:
    desk = as_("王芳")
    clock.at = to_millis(datetime(2026, 6, 1, 8, tzinfo=ZoneInfo("Asia/Shanghai")))
    for name in ("救援车1", "救援车2"):
        things.add(desk, Described(ThingKind.VEHICLE, name))
    things.add(desk, Described(ThingKind.TOOL, "千斤顶"))
    switching.switch_on(desk, "service_vehicles", Wanted(by="23:00"))
    return desk


def rounds(desk: Desk) -> dict[str, Round]:
    return {each.thing: each for each in listing.listed(desk).open_rounds}


def thing(desk: Desk, name: str) -> Thing:
    return next(each for each in things.listed(desk).things if each.name == name)


def complete(desk: Desk, number: int, *others: Given) -> None:
    said = {given.key: given for given in (*SAFE, *FIGURES, Given("fuel", "80"), *others)}
    doing.several(desk, number, tuple(said.values()), is_done=True)


def test_one_for_each_vehicle(vehicles: Desk, clock: ManualClock) -> None:
    assert set(rounds(vehicles)) == {"救援车1", "救援车2"}
    things.retire(vehicles, thing(vehicles, "救援车1").id)
    clock.at += DAY
    handling.evaluate(vehicles)
    assert set(rounds(vehicles)) == {"救援车2"}
    with pytest.raises(Refused):
        switching.open_now(vehicles, "service_vehicles", "千斤顶")


@pytest.mark.parametrize(
    ("given", "is_faulty"),
    [
        (Given("front_left", "199"), True),
        (Given("brakes", "2"), True),
        (Given("fuel", "10"), False),
        (Given("tools", "2"), False),
        (Given("brakes", words="不在", is_skipped=True), False),
    ],
)
def test_what_is_unsafe_may_not_be_used(vehicles: Desk, given: Given, is_faulty: bool) -> None:
    found = rounds(vehicles)["救援车2"]
    doing.answer(vehicles, found.matter or 0, given)
    fault = thing(vehicles, "救援车2").fault
    assert (fault is not None) is is_faulty
    assert thing(vehicles, "救援车1").fault is None
    if fault is not None:
        assert fault.matter == found.matter
        with pytest.raises(Refused) as refusal:
            fitness.out(vehicles, thing(vehicles, "救援车2").id, why="救援")
        assert refusal.value.reason is RegisterReason.THING_FAULTY


def test_answered_anew_or_taken_back_it_is_ready(vehicles: Desk) -> None:
    number = rounds(vehicles)["救援车2"].matter or 0
    doing.answer(vehicles, number, Given("brakes", "2"))
    doing.answer(vehicles, number, Given("front_left", "100"))
    doing.answer(vehicles, number, Given("brakes", "1"))
    assert thing(vehicles, "救援车2").fault is not None
    doing.answer(vehicles, number, Given("front_left", "240"))
    assert thing(vehicles, "救援车2").fault is None
    undo.undo(vehicles)
    assert thing(vehicles, "救援车2").fault is not None


def test_a_later_check_clears_it(vehicles: Desk, clock: ManualClock) -> None:
    complete(vehicles, rounds(vehicles)["救援车2"].matter or 0, Given("brakes", "2"))
    assert thing(vehicles, "救援车2").fault is not None
    complete(vehicles, rounds(vehicles)["救援车1"].matter or 0)
    assert thing(vehicles, "救援车1").checked_at == clock.at
    clock.at += 60_000
    again = switching.open_now(vehicles, "service_vehicles", "救援车2").number
    complete(vehicles, again)
    assert thing(vehicles, "救援车2").fault is None


def test_what_somebody_else_said_stays(vehicles: Desk) -> None:
    """A check clears what a check found; a person's word stands until a person takes it back."""
    fitness.faulty(vehicles, thing(vehicles, "救援车2").id, "离合打滑")
    complete(vehicles, rounds(vehicles)["救援车2"].matter or 0)
    fault = thing(vehicles, "救援车2").fault
    assert fault is not None and fault.words == "离合打滑"


def test_a_second_unsafe_item_stands_with_the_thing_too(vehicles: Desk) -> None:
    number = rounds(vehicles)["救援车1"].matter or 0
    doing.answer(vehicles, number, Given("front_left", "199"))
    first = thing(vehicles, "救援车1").fault
    doing.answer(vehicles, number, Given("brakes", words="软", is_fault=True))
    both = thing(vehicles, "救援车1").fault
    assert first and both and both.words.startswith(first.words) and both.words.endswith("软")
    doing.answer(vehicles, number, Given("brakes", "1"))
    assert thing(vehicles, "救援车1").fault == first
