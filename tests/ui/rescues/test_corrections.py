"""A rescue's page: a call is put right, a plan half typed stays, and a customer calls it off on the way (R1, C16)."""

from rescue_team import PEOPLE, Team
from textual.widgets import Input

from frontdesk.desk import zone
from frontdesk.desk.people import staff
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.values.plates import Plate


async def put_call_right(manager, team, number):
    await manager.press("ctrl+k")
    await manager.dialog("CallDialog")
    await manager.later(700)
    manager.app.screen.query_one("#phone", Input).value = "13900019111"
    manager.app.screen.query_one("#second", Input).value = "12345"
    await manager.press("f10")
    await manager.reads("12345 is too short")
    assert manager.app.focused.id == "second"
    manager.app.screen.query_one("#second", Input).value = ""
    manager.app.screen.query_one("#plate", Input).value = "苏A1234"
    await manager.press("f10")
    await manager.reads("too short for a plate")
    manager.app.screen.query_one("#plate", Input).value = "苏E7K52L"
    await manager.press("f10")
    await manager.reads("苏E·7K52L is new, and like 苏E·7K523")
    assert manager.app.focused.id == "plate"
    assert team.rescue(number).phone == "139****8000"
    manager.app.screen.query_one("#plate", Input).value = "苏E7K521"
    await manager.press("f10", "f10")
    await manager.dialog("RescuePage")


async def test_what_was_typed_wrongly_or_half_stays_in_hand(at_station, staffed):
    team = Team(staffed)
    desk = team.by("王芳")
    for name, post in PEOPLE.items():
        staff.add(desk, name, post, "13800010061" if name == "刘军" else "")
    number = team.on_the_road(crew=())
    zone.arrive(desk, Plate("苏E7K523"))
    async with at_station("manager", who="王芳") as manager:
        await manager.app.screen_stack[0].run_action("do('rescues')")
        await manager.dialog("RescuesDialog")
        await manager.later(700)
        await manager.press("enter")
        await manager.dialog("RescuePage")
        await manager.later(700)
        await manager.press("f12")
        await manager.reads("13900018000")
        await put_call_right(manager, team, number)
        assert team.rescue(number).phone == "139****9111"
        await manager.later(700)
        await manager.press("f2")
        await manager.dialog("PlanDialog")
        manager.app.screen.query_one("#tools", Input).value = "千斤顶[b]"
        await manager.press("escape")
        await manager.dialog("RescuePage")
        await manager.later(700)
        await manager.press("f2")
        await manager.dialog("PlanDialog")
        assert manager.app.screen.query_one("#tools", Input).value == "千斤顶[b]"
        await manager.later(700)
        for name, typed, right in (("minutes", "0", "90"), ("crew", "路人", ""), ("parts", "离合总成 x0", "离合总成")):
            manager.app.screen.query_one(f"#{name}", Input).value = typed
            await manager.press("f10")
            await manager.until(lambda name=name: manager.app.focused.id == name)
            manager.app.screen.query_one(f"#{name}", Input).value = right
        await manager.press("escape")
        await manager.dialog("RescuePage")
        manager.app.screen.query_one("#words", Input).value = "自己走了"
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("ChooseDialog")
        await manager.press("2")
        await manager.dialog("RescuePage")
        await manager.reads("rescue ended")
        assert team.rescue(number).outcome is RescueOutcome.CANCELLED
