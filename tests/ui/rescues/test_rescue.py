"""A rescue at a station: the call typed in the order that matters, then one key for each step (R1–R4)."""

from rescue_team import PEOPLE, PLAN

from frontdesk.desk.people import staff
from frontdesk.desk.rescues import planning, rescues
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.rescues.terms import Stands


async def test_a_call_is_taken_and_goes_its_way(at_station, staffed):
    desk = staffed
    desk.actor = Actor("manager", "王芳")
    for name, post in PEOPLE.items():
        staff.add(desk, name, post, "13800010061" if name == "刘军" else "")
    async with at_station("manager", who="王芳") as manager:
        await manager.app.screen_stack[0].run_action("do('rescues')")
        await manager.dialog("RescuesDialog")
        await manager.later(700)
        await manager.press("f2")
        await manager.dialog("CallDialog")
        await manager.reads("warning triangle")
        await manager.press(*"[G25]", "tab", "left")
        await manager.reads("behind the barrier at once")
        # Half a form stays, and what it lacks is named.
        await manager.press("escape")
        await manager.dialog("RescuesDialog")
        await manager.press("f2")
        await manager.dialog("CallDialog")
        await manager.later(700)
        await manager.press("f10")
        await manager.reads("lacks: plate")
        await manager.press(*"E7K521", "tab", "tab", "tab", *"Gao", "tab", *"13900018000", "tab", "tab", *"clutch")
        await manager.press("f10", "f10")
        await manager.dialog("RescuePage")
        await manager.reads("waits for a plan", "[G25]", "in a traffic lane", "139****8000")
        (rescue,) = rescues.open_ones(desk)
        assert rescue.form.stands is Stands.CARRIAGEWAY
        desk.actor = Actor("manager", "孙磊")
        planning.plan(desk, rescue.id, PLAN)
        await manager.reads("刘军 (13800010061) leads the team", "about 800 to 1500 yuan")
        await manager.later(700)
        await manager.press("f6")
        await manager.reads("has not agreed")
        await manager.press("f3")
        await manager.dialog("ChooseDialog")
        await manager.press("1")
        await manager.dialog("RescuePage")
        await manager.reads("waits for the signature")
