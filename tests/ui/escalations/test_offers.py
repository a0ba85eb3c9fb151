"""A bay that falls free while cars stand in the lane is offered at once; a place that is kept says for whom."""

import pytest
from deciding import FOUR, decide
from waiting import divert

from frontdesk.desk import lounge, zone
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n

SIX = (*FOUR, Plate("苏A55555"), Plate("苏A66666"))


@pytest.mark.parametrize("station", ["guard", "reception"])
async def test_a_bay_that_falls_free_is_offered_with_one_key(at_station, arrive, clock, desk, station):
    for plate in SIX:
        arrive(plate)
        zone.receive(desk, plate)
        clock.at += 1_000
    async with at_station(station) as person:
        await person.cars(*SIX)
        assert "free" not in person.show("PromptPanel")
        zone.leave(desk, FOUR[1])
        await person.reads("bay 2 free: guide 苏A·44444", "F8")
        zone.leave(desk, FOUR[0])
        # The bays come in their order, the longest wait first.
        await person.reads("bay 1 free: guide 苏A·44444", "and 1 more")
        await _answer_what_comes_first(person)
        snapshot = await person.picture(lambda snapshot: snapshot.floor.car(FOUR[3]).place.key == "bay1")
        assert snapshot.recent[0].kind == "move"
        await person.reads("bay 2 free: guide 苏A·55555")
        await person.press("f9")
        await person.picture(lambda snapshot: snapshot.floor.car(FOUR[3]).place.key == "lane")


async def _answer_what_comes_first(person):
    """At the guard's the over-count is to be told before."""
    await person.later(700)
    assert person.prompts() == ["over_count"]
    await person.press("f8")
    await person.picture(lambda snapshot: snapshot.escalations[0].told_at)
    await person.later(700)
    await person.press("f8")


async def test_the_manager_sees_it_and_takes_it_up_from_the_list_only(at_station, arrive, desk):
    arrive(*FOUR[:3])
    for plate in FOUR[:3]:
        zone.receive(desk, plate)
    zone.move(desk, FOUR[0], "lane")
    async with at_station("manager") as manager:
        await manager.reads("prompts 1", "bay 1 free: guide 苏A·11111", "F12")
        await manager.later(700)
        await manager.press("f8")
        await manager.reads("There is no prompt to answer.")
        await manager.press("f12")
        await manager.dialog("PromptList")
        await manager.reads("F8 done")
        assert "need no answer" not in manager.text
        await manager.later(700)
        await manager.press("f8")
        await manager.picture(lambda snapshot: snapshot.floor.car(FOUR[0]).place.key == "bay1")


async def test_of_two_who_guide_it_the_second_is_told(at_station, arrive, desk):
    arrive(*FOUR[:3])
    arrive(FOUR[3])
    zone.leave(desk, FOUR[1])
    async with at_station("guard") as one, at_station("guard", who="赵六") as two:
        for person in (one, two):
            await person.reads("bay 2 free: guide 苏A·44444")
            await person.later(700)
        await one.press("f8")
        await one.picture(lambda snapshot: snapshot.floor.car(FOUR[3]).place.key == "bay2")
        await two.press("f8")
        await two.reads("·", "张三", "bay 2")


@pytest.mark.parametrize(("speaks", "said"), [("en", "kept for A001"), ("zh", "留给 A001")])
async def test_a_bay_kept_for_a_called_ticket_reads_so(at_station, staffed, clock, speaks, said):
    i18n.use(speaks)
    divert(staffed, clock, FOUR[0])
    lounge.call(staffed, 1)
    zone.arrive(staffed, SIX[4], place="lane")
    async with at_station("reception") as reception:
        assert said in reception.show("Board")
        # It is nobody else's: the next bay is offered.
        await reception.reads({"en": "bay 2 free: guide 苏A·55555", "zh": "2 空出：引导 苏A·55555 进位"}[speaks])
        await reception.press(*"555", "f3")
        await reception.dialog("MoveDialog")
        await reception.reads(said)


async def test_a_waiting_bay_kept_for_a_car_on_its_way_reads_so(at_station, full):
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.press("f3")
        await manager.closed()
        await manager.reads("waiting bay 1 kept for 苏A·11111")
