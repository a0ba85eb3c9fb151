"""The decision on a prompt: each of its keys, what is not possible, which cars, and what others do meanwhile."""

import pytest
from deciding import FOUR, MINUTE, act_first, carry_out, decide

from frontdesk.desk import zone
from frontdesk.domain.escalations.terms import Action, Kind, Outcome, State
from frontdesk.domain.values.plates import Plate


def _one_line(manager):
    return " ".join(manager.show("Options").split())


def place(manager, plate):
    return manager.app.snapshot.floor.car(plate).place.key


async def test_a_prompt_that_has_only_just_come_up_does_not_listen(at_station, full, desk):
    async with at_station("manager") as manager:
        await manager.until(manager.prompts)
        manager.clock.at += 699
        await manager.press("f8")
        await manager.reads("only just come up")
        assert desk.snapshot().escalations[0].state is State.RAISED
        await manager.press("f8")
        await manager.dialog("DecideDialog")
        (prompt,) = (e for e in desk.snapshot().escalations if e.kind is Kind.OVER_COUNT)
        assert (prompt.state, prompt.acknowledged_by) == (State.ACKNOWLEDGED, "王五")


@pytest.mark.parametrize(("key", "where"), [("f2", "temporary"), ("f3", "waiting1"), ("f4", "repair"), ("f5", "bay1")])
async def test_each_of_the_four_actions_is_decided_by_its_key_and_done_by_others(at_station, full, desk, key, where):
    plates = set(FOUR[2:]) if key == "f2" else {FOUR[0]}
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.press(key)
        await manager.closed()
        snapshot = await manager.picture(lambda snapshot: snapshot.recent[0].kind == "act")
        assert snapshot.recent[0].who == "王五"
        plate = snapshot.recent[0].plate
        assert plate in plates
        # A decision moves no car: it asks somebody, and until that is done the situation stands.
        assert (snapshot.floor.count, snapshot.escalations[0].state) == (4, State.ACTED)
        await manager.reads("王五: ", " to do · check in")
        assert {task.plate for task in snapshot.tasks} == {plate}
        await manager.later(30_000)
        carry_out(desk)
        for waiting in FOUR[2:]:
            zone.receive(desk, waiting)
        if key == "f5":
            assert snapshot.floor.car(plate).expected_exit_at == manager.clock.at - 30_000 + 10 * MINUTE
            await manager.picture(lambda snapshot: not snapshot.tasks)
            assert place(manager, plate) == "bay1"
        else:
            await manager.picture(lambda snapshot: snapshot.floor.count == 3)
            assert place(manager, plate) == where
            (ended,) = (e for e in manager.app.snapshot.closed if e.kind is Kind.OVER_COUNT)
            assert (ended.outcome, ended.acted_by) == (Outcome.CLEARED, "王五")
            # Over, and held for as long as it may flap.
            await manager.reads("✓ 10:00 over-count", "cleared by 王五 in 0:3")
            await manager.later(30_000)
            await manager.until(lambda: "over_count" not in manager.prompts())
            await manager.reads("over-count: cleared by 王五 in 0:3")
        if key == "f2":
            assert manager.app.snapshot.floor.car(plate).ticket == "A001"


async def test_a_decision_is_taken_back_with_all_it_asked_for(at_station, full, desk):
    async with at_station("manager") as manager:
        before = desk.snapshot()
        await decide(manager)
        await manager.press("f2")
        await manager.closed()
        await manager.picture(lambda snapshot: snapshot.tasks and snapshot.tickets)
        await manager.press("f9")
        snapshot = await manager.picture(lambda snapshot: snapshot.recent[0].kind == "undo")
        assert (snapshot.tasks, snapshot.tickets, snapshot.floor) == ((), (), before.floor)
        assert snapshot.escalations[0].state is State.ACKNOWLEDGED


@pytest.mark.parametrize("key", ["enter", "space", "y", "1", "tab", "left", "f6", "f9", "f10"])
async def test_nothing_but_the_four_keys_acts(at_station, full, desk, key):
    async with at_station("manager") as manager:
        await decide(manager)
        before = desk.snapshot().recent[0].seq
        await manager.press(key, key)
        await manager.pilot.pause()
        assert desk.snapshot().recent[0].seq == before
        assert type(manager.app.screen).__name__ == "DecideDialog"
        await manager.press("escape")
        await manager.closed()


async def test_an_action_that_is_touched_is_carried_out(at_station, full):
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.touch("to a workshop waiting bay", row=1)
        await manager.closed()
        await manager.picture(lambda snapshot: [(t.plate, t.place) for t in snapshot.tasks] == [(FOUR[0], "waiting1")])


async def test_what_is_not_possible_says_why(at_station, arrive, desk):
    arrive(*FOUR)
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.reads(
            "not possible: no car in the zone has a work order", "not possible: no car in the zone has been received"
        )
        for key, reason in (("f3", "has a work order"), ("f4", "has been received"), ("f5", "has been received")):
            await manager.press(key)
            await manager.until(lambda reason=reason: reason in manager.show("Trouble"))
        assert desk.snapshot().floor.count == 4


@pytest.mark.parametrize("keys", [("2",), ("down", "space"), ("right", "space"), ("1", "2", "1")])
async def test_another_car_is_chosen_by_number_or_by_arrows(at_station, full, keys):
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.press(*keys)
        await manager.reads("2 ☑ 苏A·22222", "苏A·22222 → waiting-for-repair area")
        await manager.press("f4")
        await manager.closed()
        await manager.picture(lambda snapshot: [(t.plate, t.place) for t in snapshot.tasks] == [(FOUR[1], "repair")])


async def test_several_cars_are_decided_on_at_once(at_station, full, desk):
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.touch("苏A·33333  lane" if "苏A·33333  lane" in manager.text else "☐ 苏A·33333")
        await manager.press("4")
        await manager.reads("☑ 苏A·33333", "☑ 苏A·44444", "not possible: not all of them have been received")
        await manager.press("f4")
        await manager.until(lambda: "not all of them" in manager.show("Trouble"))
        await manager.press("f2")
        await manager.closed()
        snapshot = await manager.picture(lambda snapshot: len(snapshot.tickets) == 2)
        assert [(t.name, t.plate) for t in snapshot.tickets] == [("A001", FOUR[2]), ("A002", FOUR[3])]
        carry_out(desk)
        await manager.picture(lambda snapshot: snapshot.floor.count == 2 and not snapshot.tasks)


async def test_more_cars_than_there_is_room_for(at_station, full, desk):
    async with at_station("manager") as manager:
        zone.receive(desk, FOUR[2])
        for plate in FOUR[1:3]:
            zone.make_work_order(desk, Plate(plate))
        await decide(manager)
        await manager.press("1", "2", "3")
        await manager.reads("not possible: no place is free")
        await manager.press("f3")
        await manager.until(lambda: "no place is free" in manager.show("Trouble"))
        assert not desk.snapshot().tasks


async def test_an_over_stay_proposes_its_own_car(at_station, arrive, clock, reception_desk):
    for plate in FOUR[:3]:
        arrive(plate)
        zone.receive(reception_desk, Plate(plate))
        clock.at += MINUTE
    clock.at += 19 * MINUTE
    async with at_station("manager") as manager:
        await manager.app.tick()
        await decide(manager)
        await manager.reads("over-stay: 苏A·11111 bay 1")
        await manager.press("f2")
        await manager.closed()
        await manager.picture(
            lambda snapshot: {(t.plate, t.place) for t in snapshot.tasks} == {(FOUR[0], "temporary"), (FOUR[0], "")}
        )


async def test_somebody_else_ends_it_while_the_decision_is_open(at_station, full, reception_desk):
    async with at_station("manager") as manager:
        await decide(manager)
        act_first(reception_desk, Action.WORKSHOP_BAY, FOUR[0])
        carry_out(reception_desk)
        await manager.reads("Over since 10:00 (李四). This closes by itself.")
        assert "F2 divert" not in manager.text
        await manager.press("f2")
        await manager.closed()
        assert manager.app.snapshot.floor.count == 3


async def test_somebody_else_acts_first_and_the_situation_still_stands(at_station, full, arrive, desk, reception_desk):
    arrive("苏A55555")
    async with at_station("manager") as manager:
        await decide(manager)
        act_first(reception_desk, Action.WORKSHOP_BAY, FOUR[0])
        await manager.until(lambda: "acted at 10:00: to a workshop waiting bay" in _one_line(manager))
        await manager.press("f4")
        await manager.reads("李四 was first, at 10:00:01")
        assert len(desk.snapshot().tasks) == 1
        # Whoever has read who was first may still decide on another car.
        await manager.press("f4")
        await manager.closed()
        await manager.picture(lambda snapshot: [t.plate for t in snapshot.tasks] == [FOUR[0], FOUR[1]])


async def test_the_chosen_car_leaves_while_the_decision_is_open(at_station, full, arrive, staffed):
    arrive("苏A55555", "苏A66666")
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.press("2")
        zone.leave(staffed, FOUR[0])
        zone.leave(staffed, FOUR[1])
        await manager.picture(lambda snapshot: snapshot.floor.count == 4)
        await manager.press("f4")
        await manager.reads("no car in the zone has been received")


async def test_escape_decides_later_and_the_prompt_stays(at_station, full):
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.press("escape")
        await manager.closed()
        await manager.reads("王五 is on it · decide within", "F8 decide")
        await manager.press("f8")
        await manager.dialog("DecideDialog")


async def test_a_key_right_behind_f8_decides_nothing(at_station, full, desk):
    async with at_station("manager") as manager:
        await manager.until(manager.prompts)
        await manager.later(700)
        await manager.press("f8", "f4")
        await manager.dialog("DecideDialog")
        await manager.press("f5")
        await manager.reads("Read it first")
        assert not [e for e in desk.snapshot().escalations if e.acted_at]
        assert desk.snapshot().floor.count == 4


async def test_a_number_that_no_car_has_is_answered(at_station, full):
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.press("9")
        await manager.reads("No car here has the number 9: there are 4.")
        await manager.press("1")
        await manager.until(lambda: "number 9" not in manager.text)


async def test_0_chooses_as_many_cars_as_have_to_go(at_station, full, arrive, desk):
    arrive("苏A55555", "苏A66666")
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.reads("0 ☐ as many as have to go: 3", "苏A·33333 → temporary parking")
        await manager.press("0")
        await manager.reads("0 ☑ as many", "苏A·33333 苏A·44444 +1 → temporary parking", "苏A·11111 苏A·22222 →")
        await manager.press("1")
        await manager.reads("0 ☐ as many", "1 ☑ 苏A·11111")
        await manager.press("0", "f2")
        await manager.closed()
        snapshot = await manager.picture(lambda snapshot: snapshot.tasks)
        assert {task.plate for task in snapshot.tasks} == {"苏A33333", "苏A44444", "苏A55555"}


async def test_where_one_car_is_enough_0_chooses_nothing(at_station, full):
    async with at_station("manager") as manager:
        await decide(manager)
        assert "as many as" not in manager.text
        await manager.press("0")
        await manager.reads("No car here has the number 0: there are 4.")
