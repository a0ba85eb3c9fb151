"""Taking back what was done last: everything of it, within two minutes, at the station itself."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages

import pytest
from at_desk import CAR, MINUTE, SECOND, act, arrive, refusal
from store_checks import assert_whole, tables

import frontdesk.desk
from frontdesk.desk import policy, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling, record
from frontdesk.desk.people import duty, staff
from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

UNDOABLE: dict[str, Callable[[Desk], Result]] = {
    "arrive": lambda desk: zone.arrive(desk, CAR),
    "receive": lambda desk: zone.receive(desk, Plate("苏A00001")),
    "work order": lambda desk: zone.make_work_order(desk, Plate("苏A00002")),
    "move": lambda desk: zone.move(desk, Plate("苏A00001"), "temporary"),
    "hand over": lambda desk: zone.hand_over(desk, Plate("苏A00003")),
    "leave": lambda desk: zone.leave(desk, Plate("苏A00001")),
    "turn away": lambda desk: zone.turn_away(desk, Plate("苏A00001")),
    "turn away at the gate": lambda desk: zone.turn_away(desk, CAR),
    "divert": lambda desk: act(desk, Action.DIVERT, Plate("苏A00001")),
    "workshop bay": lambda desk: act(desk, Action.WORKSHOP_BAY, Plate("苏A00003")),
    "repair": lambda desk: act(desk, Action.REPAIR, Plate("苏A00002")),
    "reorder": lambda desk: act(desk, Action.REORDER, Plate("苏A00003")),
}


@pytest.mark.parametrize("command", UNDOABLE)
def test_undo_takes_everything_back(crowded: Desk, clock: ManualClock, command: str) -> None:
    before, floor = tables(crowded.connection), crowded.snapshot().floor
    standing = crowded.snapshot().escalations
    done = UNDOABLE[command](crowded)
    clock.at += 120 * SECOND
    answer = undo.undo(crowded)
    assert answer.undoes == done.seq
    assert crowded.snapshot().floor == floor
    after = tables(crowded.connection)
    for table in ("visits", "stays", "tickets", "vehicles", "tasks"):
        assert after[table] == before[table]
    assert [e for e in crowded.snapshot().escalations if e.id <= standing[-1].id] == list(standing)
    assert_whole(crowded.connection)


@pytest.mark.parametrize(("after", "done"), [(119_999, True), (120_000, True), (120_001, False)])
def test_undo_within_two_minutes(desk: Desk, clock: ManualClock, after: int, done: bool) -> None:
    zone.arrive(desk, CAR)
    clock.at += after
    if done:
        undo.undo(desk)
        assert desk.snapshot().floor.cars == ()
        assert refusal(lambda: undo.undo(desk)) is JournalReason.NOTHING_TO_UNDO
    else:
        assert refusal(lambda: undo.undo(desk)) is JournalReason.NOTHING_TO_UNDO


def test_undo_is_the_stations_own(open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    guard, reception = open_desk("guard"), open_desk("reception", "李四")
    zone.arrive(guard, CAR)
    assert refusal(lambda: undo.undo(reception)) is JournalReason.NOTHING_TO_UNDO
    zone.receive(reception, CAR)
    assert refusal(lambda: undo.undo(guard)) is JournalReason.BUILT_ON
    undo.undo(reception)
    undo.undo(guard)
    assert guard.snapshot().floor.cars == ()


CANNOT_BE_UNDONE: dict[str, Callable[[Desk], object]] = {
    "policy": lambda desk: policy.load(desk, Policy(undo_s=60)),
    "duty": lambda desk: (
        staff.add(desk, "钱七", Post.SUPERVISOR),
        duty.hand_over(desk, Role.DEPUTY, "钱七", desk.now() + 60 * MINUTE),
    ),
    "staff": lambda desk: staff.add(desk, "钱七", Post.ADVISOR),
    "take on": lambda desk: handling.acknowledge(desk, desk.snapshot().escalations[0].id),
}


@pytest.mark.parametrize("command", CANNOT_BE_UNDONE)
def test_undo_passes_over_nothing(crowded: Desk, command: str) -> None:
    """What was done before it stays: whoever presses undo means what they did last."""
    zone.arrive(crowded, CAR)
    CANNOT_BE_UNDONE[command](crowded)
    assert refusal(lambda: undo.undo(crowded)) is JournalReason.CANNOT_BE_UNDONE
    assert not crowded.snapshot().recent[0].undoable
    assert any(car.plate == CAR for car in crowded.snapshot().floor.cars)


def test_undo_passes_over_what_was_only_seen(crowded: Desk) -> None:
    zone.arrive(crowded, CAR)
    handling.see(crowded, (crowded.snapshot().escalations[0].id,))
    undo.undo(crowded)
    assert all(car.plate != CAR for car in crowded.snapshot().floor.cars)


def test_a_work_order_stays_once_the_car_is_in_the_workshop(open_desk: Callable[..., Desk]) -> None:
    guard, reception = open_desk("guard"), open_desk("reception", "李四")
    arrive(guard, 1)
    zone.make_work_order(reception, Plate("苏A00001"))
    zone.move(guard, Plate("苏A00001"), "waiting1")
    assert refusal(lambda: undo.undo(reception)) is JournalReason.CHANGED_SINCE


def test_undo_gives_no_bay_back_that_another_car_stood_in_since(
    open_desk: Callable[..., Desk], clock: ManualClock
) -> None:
    guard, reception = open_desk("guard"), open_desk("reception", "李四")
    zone.arrive(guard, Plate("苏A00001"), place="bay1")
    zone.move(guard, Plate("苏A00001"), "lane")
    zone.arrive(reception, Plate("苏A00002"), place="bay1")
    clock.at += SECOND
    assert refusal(lambda: undo.undo(guard)) is JournalReason.CHANGED_SINCE
    zone.move(reception, Plate("苏A00002"), "lane")
    assert refusal(lambda: undo.undo(guard)) is JournalReason.CHANGED_SINCE
    assert_whole(guard.connection)


def test_undo_of_the_arrival_that_raised_what_still_stands(open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    guard, reception = open_desk("guard"), open_desk("reception", "李四")
    arrive(guard, 1, 2, 3)
    arrive(reception, 5)
    (prompt,) = guard.snapshot().escalations
    clock.at += SECOND
    arrive(guard, 4)
    undo.undo(reception)
    undo.undo(reception)
    assert guard.snapshot().escalations == (prompt,)
    assert len(record.page(guard, prompt.id).steps) == prompt.calls + 1
    assert_whole(guard.connection)


def test_undone_plates_are_not_offered_again(desk: Desk) -> None:
    zone.arrive(desk, CAR)
    undo.undo(desk)
    assert zone.known_plates(desk, "A123") == []


def test_each_concern_that_looks_before_an_undo_is_asked() -> None:
    modules = [import_module(each.name) for each in walk_packages(frontdesk.desk.__path__, "frontdesk.desk.")]
    assert set(undo.GUARDS) == {module.may_undo for module in modules if hasattr(module, "may_undo")}
