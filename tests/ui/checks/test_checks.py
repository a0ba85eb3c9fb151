"""Checks at a station: switched on with a key, each item one key, figures typed, faults with their measure."""

import pytest

from frontdesk.desk import measures
from frontdesk.desk.checks import doing, listing, switching
from frontdesk.desk.checks.doing import Given
from frontdesk.desk.checks.switching import Wanted
from frontdesk.desk.runs import playbooks, runs
from frontdesk.domain.checks.periods import Every
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.runs.playbook import Playbook, Step
from frontdesk.domain.runs.run import StepState


@pytest.fixture
def begun(staffed):
    """A check of a vehicle, on and open; returns its number."""

    def begin(*steps):
        staffed.actor = Actor("manager", "王五")
        playbooks.load(staffed, Playbook("car", "救援车", "check", steps))
        switching.switch_on(staffed, "car", Wanted(Every.DAILY, "23:00", "guard", playbook="car"))
        return listing.listed(staffed).open_rounds[0].matter

    return begin


async def opened(person):
    await person.press("ctrl+p")
    await person.press(*"checks")
    await person.press("enter")
    await person.dialog("ChecksDialog")
    await person.later(700)


async def test_a_new_store_switches_on_a_first_set_with_one_key(at_station, staffed):
    async with at_station("manager", size=(80, 24)) as manager:
        await opened(manager)
        await manager.reads("No check is switched on yet: F2.", "no check was due this week yet")
        await manager.press("f2")
        await manager.dialog("SwitchDialog")
        await manager.reads("· zone marking", "each opening day · 09:00 · guard")
        await manager.later(700)
        await manager.press("f5", "f5")
        await manager.reads("✓ zone marking", "✓ safety walk", "check switched on: zone marking")
        await manager.press("f2")
        await manager.reads("· zone marking", "check switched off: zone marking")
        await manager.press("f2")
        await manager.press("escape")
        await manager.reads(
            "Nothing is to be checked now; next 05-30 05:00.", "restore drill: none, as no copies are planned"
        )


async def answers_anew(guard, said, *, up):
    """Go back by so many items, and say that this one is in order."""
    await guard.press(*["up"] * up)
    await guard.later(700)
    await guard.press("1")
    await guard.reads(said)


async def test_the_guard_does_his_own_with_one_key_an_item(at_station, begun, staffed):
    number = begun(
        Step("lights", "灯光", evidence="check"), Step("horn", "喇叭", evidence="check"),
        Step("tyre", "左前胎压", evidence="number:200..280 kPa"), Step("fuel", "油量", evidence="choice:满|一半"),
        Step("kit", "急救包", evidence="check"), Step("[b]", "随车[b]工具", evidence="check"),
    )  # fmt: skip
    async with at_station("guard", size=(80, 24)) as guard:
        await opened(guard)
        await guard.reads("救援车")
        await guard.press("enter")
        await guard.dialog("CheckDialog")
        await guard.reads("0/6", "▸□ 灯光", "by 23:00")
        await guard.press("1")
        await guard.reads("Read it first")
        await guard.later(700)
        # A key that is held down answers one item, and is no figure of the next.
        await guard.press("1", "1", "1")
        await guard.reads("1/6", "✓ 灯光", "▸□ 喇叭")
        await guard.later(700)
        await guard.press("2")
        await guard.reads("2/6", "喇叭: not in order · measure No. 2", "▸□ 左前胎压")
        await guard.press(*"185", "enter")
        await guard.reads("3/6", "✗ 左前胎压", "185 kPa · measure No. 3", "▸□ 油量")
        await guard.press("1", "enter")
        await guard.later(700)
        await guard.press("enter")
        await guard.reads("4/6", "✓ 油量")
        await guard.later(700)
        await guard.press(*"missing", "enter")
        await guard.reads("1 in order, 2 not")
        await guard.press("f3")
        await guard.reads("5/6", "missing")
        await guard.press("f10")
        await guard.reads("Not answered yet in check No. 1: 随车[b]工具")
        await guard.press("f4")
        await guard.reads("say in a few words")
        await guard.press(*"away", "f4")
        await guard.reads("6/6", "away")
        # What was said wrong is answered anew, as long as the check goes on.
        await answers_anew(guard, "✓ 喇叭", up=4)
        assert [each.id for each in measures.open_ones(staffed)] == [3, 4]
        await guard.later(30_000)
        await guard.press("f10")
        await guard.reads("check done")
    run = runs.of_matter(staffed, number)[-1]
    assert [each.state for each in run.steps] == [
        StepState.DONE, StepState.DONE, StepState.FAILED, StepState.DONE, StepState.FAILED, StepState.SKIPPED,
    ]  # fmt: skip
    assert {each.who for each in run.steps} == {"张三"}


async def test_forty_items_in_a_small_window(at_station, begun, staffed):
    keys = [f"item{place}" for place in range(40)]
    number = begun(*(Step(key, f"第{key}项", evidence="check") for key in keys))
    doing.several(staffed, number, [Given(key, "1") for key in keys[:36]])
    async with at_station("manager", size=(80, 24)) as manager:
        await opened(manager)
        await manager.press("enter")
        await manager.dialog("CheckDialog")
        await manager.later(700)
        for place in range(36, 40):
            await manager.reads(f"▸□ 第item{place}项", f" {place}/40 ", "F10")
            await manager.press("1")
            await manager.reads(f" {place + 1}/40 ")
            await manager.later(700)
        await manager.press("f10")
        await manager.reads("check done · answered in less than 2 s an item")


async def test_what_was_said_of_items_is_said_in_the_other_language(at_station, staffed):
    staffed.actor = Actor("manager", "王五")
    switching.switch_on(staffed, "zone_marking", Wanted(Every.DAILY, "23:00", "guard"))
    async with at_station("guard", size=(120, 40)) as guard:
        await opened(guard)
        await guard.press("enter")
        await guard.dialog("CheckDialog")
        await guard.later(700)
        await guard.press("1")
        await guard.reads("✓ lines on the floor can be seen: found in order")
        await guard.later(700)
        await guard.press("f10")
        await guard.reads("Not answered yet in check No. 1: signs of the zone")
        await guard.press("ctrl+t")
        await guard.reads("1 号检查还没填完：预检区、临时停车位标识齐全", "✓ 地面标线清楚：")
