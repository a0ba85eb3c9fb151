"""A plan says who of it is out already; a bad mark brings up the form of a complaint, half filled in (R2, C8)."""

from rescue_team import PEOPLE, Team
from textual.widgets import Input, TextArea

from frontdesk.desk.people import staff
from frontdesk.desk.rescues import road
from frontdesk.domain.rescues.terms import RescueOutcome
from screens.rescues.page import RescuePage


async def test_who_is_out_and_a_bad_mark(at_station, staffed):
    team = Team(staffed)
    desk = team.by("王芳")
    for name, post in PEOPLE.items():
        staff.add(desk, name, post, "")
    out = team.on_the_road(crew=())
    number = team.planned(crew=("何伟",))
    async with at_station("manager", who="王芳") as manager:
        manager.screen.open(RescuePage(manager.screen, number))
        await manager.dialog("RescuePage")
        await manager.reads(f"刘军 is out with rescue No. {out}")
        await manager.press("escape")
        desk = team.by("陈静")
        road.arrive(desk, out)
        road.check(desk, out, as_planned=True)
        road.result(desk, out, RescueOutcome.TOWED)
        manager.screen.open(RescuePage(manager.screen, out))
        await manager.dialog("RescuePage")
        await manager.reads("to be asked how it was")
        await manager.later(700)
        manager.app.screen.query_one("#words", Input).value = "1 等了[b]两小时"
        await manager.press("f8")
        await manager.dialog("NewCaseForm")
        form = manager.app.screen
        assert form.query_one("#words", TextArea).text == f"Roadside rescue No. {out}, mark 1 of 5. 等了[b]两小时"
        assert form.query_one("#customer", Input).value == "高先生"
        await manager.press("escape")
        assert team.rescue(out).mark == 1
