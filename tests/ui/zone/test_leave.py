"""A customer leaves whom nobody received: why is asked, and F4 hit by mistake lets no car go."""

import pytest

from frontdesk.desk import leaving, undo, zone
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.leaving import ASKED, WhyLeft
from frontdesk.words import i18n

CAR = "苏A12345"
IGNORES_KEYS_FOR = 700


@pytest.mark.parametrize(("key", "why"), [(str(number), why) for number, why in enumerate(ASKED, 1)])
async def test_one_key_for_each_reason(at_station, arrive, desk, key, why):
    arrive(CAR)
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "f4")
        await guard.says_why(key)
        await guard.cars()
        assert guard.entry == ""
        await guard.reads("left, not received: ", "F9 undo")
    assert leaving.of_today(desk).by_reason == {why: 1}


async def test_f4_by_mistake_is_harmless(at_station, arrive, desk):
    arrive(CAR)
    async with at_station("guard") as guard:
        # A glove on F4 and F5, then the next plate, typed without looking.
        guard.burst("a12345", "f4", "f5", "f4", *"b123412", "enter")
        await guard.dialog("LeaveDialog")
        for key in "a1b2c3":
            await guard.later(IGNORES_KEYS_FOR - 1)
            await guard.pilot.press(key)
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press("enter")
        await guard.reads("苏A·12345 leaves without having been received: why?")
        await guard.press("escape")
        await guard.closed()
        assert guard.entry == "a12345"
        await guard.cars(CAR)
    assert [entry.kind for entry in desk.snapshot().recent if entry.undoable] == ["arrive"]


@pytest.mark.parametrize(("after", "gone"), [(0, False), (IGNORES_KEYS_FOR - 1, False), (IGNORES_KEYS_FOR, True)])
async def test_a_reason_counts_once_the_question_could_be_read(at_station, arrive, after, gone):
    arrive(CAR)
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "f4")
        await guard.dialog("LeaveDialog")
        await guard.later(after)
        await guard.pilot.press("1")
        await guard.pilot.pause()
        assert (guard.app.screen is guard.screen) is gone


async def test_who_was_handed_over_leaves_at_once(at_station, arrive, staffed, desk):
    arrive(CAR)
    for command in (zone.receive, zone.make_work_order, zone.hand_over):
        command(staffed, Plate(CAR))
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "f4")
        await guard.cars()
        await guard.reads("苏A·12345 left")
    assert leaving.of_today(desk).count == 0


async def test_who_was_received_but_never_handed_over_is_asked_about(at_station, arrive, staffed, desk):
    """Once another car stands in the bay, leaving could not be undone."""
    arrive(CAR)
    zone.receive(staffed, Plate(CAR))
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "f4")
        await guard.dialog("LeaveDialog")
        await guard.reads("苏A·12345 was received, but not handed over: does it leave?")
        await guard.press("1", "escape")
        await guard.closed()
        await guard.cars(CAR)
        await guard.press("f4")
        await guard.says_why("1")
        await guard.cars()
        await guard.reads("苏A·12345 left  ")
    assert leaving.of_today(desk).count == 0


async def test_who_is_received_while_the_question_stands_is_not_sent_off(at_station, arrive, staffed):
    arrive(CAR)
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "f4")
        await guard.dialog("LeaveDialog")
        zone.receive(staffed, Plate(CAR))
        await guard.picture(lambda snapshot: snapshot.floor.car(CAR).received_at)
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press("1")
        await guard.reads("was received at 10:00:00 by 张三")
        await guard.cars(CAR)


@pytest.mark.usefixtures("language_of_the_screen")
async def test_the_question_fits(at_station, arrive, size):
    arrive(CAR)
    async with at_station("guard", size=size) as guard:
        await guard.press(*"a12345", "f4")
        await guard.dialog("LeaveDialog")
        await guard.reads(*({"zh": ("不愿等待", "Esc：不离店")}.get(i18n.language(), ("did not want to wait", "Esc"))))


def test_an_undone_leaving_is_not_counted(arrive, staffed, desk):
    arrive(CAR)
    zone.leave(staffed, Plate(CAR), why=WhyLeft.NO_WAIT)
    undo.undo(staffed)
    assert leaving.of_today(desk).count == 0
