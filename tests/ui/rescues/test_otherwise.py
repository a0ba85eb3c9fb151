"""What is otherwise on site is read with a key of the rescue's page (R6)."""

from rescue_team import PEOPLE, Team

from frontdesk.desk.people import staff
from frontdesk.desk.rescues import road


async def test_the_manager_reads_it_and_sees_who_has_not(at_station, staffed):
    team = Team(staffed)
    desk = team.by("王芳")
    for name, post in PEOPLE.items():
        staff.add(desk, name, post, "")
    number = team.on_the_road(crew=())
    road.arrive(team.by("陈静"), number)
    async with at_station("manager", who="王芳") as manager:
        await manager.later(1000)
        road.check(desk, number, as_planned=False, words="变速箱[b]也坏了")
        await manager.app.screen_stack[0].run_action("do('rescues')")
        await manager.dialog("RescuesDialog")
        await manager.later(700)
        await manager.press("enter")
        await manager.dialog("RescuePage")
        await manager.reads("F2 makes another plan", "变速箱[b]也坏了")
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("ChooseDialog")
        await manager.press("1")
        await manager.dialog("RescuePage")
        await manager.reads("read what is otherwise on site")
        assert {due.met_by for due in team.rescue(number).matter.dues if due.name == "rescue_manager"} == {"王芳"}
