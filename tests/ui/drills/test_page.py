"""A drill at a station: begun with a key, scored by its observer from the matters (S4)."""

from frontdesk.desk import drills, measures
from frontdesk.desk.incidents import commanding
from frontdesk.domain.drills.drill import Reached
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR


async def test_held_and_scored(at_station, staffed):
    staffed.actor = Actor("manager", "王五")
    number = drills.plan(
        staffed, IncidentKind.SUPPLY, "workshop", staffed.now() + HOUR, "李四", objectives=("[b]点名", "指挥")
    ).number
    incident = int(drills.start(staffed, number).facts["incident"])
    commanding.take(staffed, incident)
    commanding.contain(staffed, incident)
    commanding.end(staffed, incident)
    async with at_station("reception", size=(80, 24)) as reception:
        await reception.press("ctrl+a")
        await reception.dialog("MattersDialog")
        await reception.later(700)
        await reception.reads("score the drill")
        await reception.press("enter")
        await reception.dialog("DrillDialog")
        await reception.reads("▸□ [b]点名", "observer: 李四", "held, to be scored by 李四")
        await reception.later(700)
        await reception.press("f10")
        await reception.reads("has 2 objectives")
        await reception.press("f3")
        await reception.press(*"late", "f4")
        await reception.reads("✓ [b]点名", "late")
        await reception.press("f10")
        await reception.reads("drill scored", "1 of 2 achieved", "measure No.")
    assert [each.reached for each in drills.shown(staffed, number).drill.objectives] == [Reached.REACHED, Reached.GAPS]
    assert len(measures.open_ones(staffed)) == 1


async def test_planned_and_held_from_the_list(at_station, staffed):
    staffed.actor = Actor("reception", "王五")
    async with at_station("reception", size=(80, 24)) as reception:
        await reception.press("ctrl+p")
        await reception.press(*"drills", "enter")
        await reception.dialog("DrillsDialog")
        await reception.reads("No drill is planned yet", "any kind, on the spot")
        await reception.later(700)
        await reception.press("f2")
        await reception.dialog("DrillForm")
        await reception.later(700)
        await reception.press("f10")
        await reception.reads("when")
        await reception.press(*"tomorrow 15:00", "tab", "tab", *"[b]x", "f10")
        await reception.reads("[b]x")
        reception.app.screen.query_one("#people").value = ""
        reception.app.screen.query_one("#objectives").text = "点名[b]\n指挥"
        await reception.press("f10")
        await reception.dialog("DrillsDialog")
        await reception.reads("drill planned", "planned")
        await reception.press("f3", "f3")
        await reception.reads("drill begun", "being held")
    (found,) = drills.listed(staffed).drills
    assert [each.text for each in found.drill.objectives] == ["点名[b]", "指挥"]
    assert found.runs
