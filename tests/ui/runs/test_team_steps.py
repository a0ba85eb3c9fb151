"""The steps of a team at the stations of its people: one key takes one, one calls it done (I3)."""

from frontdesk.desk.incidents import commanding, reporting
from frontdesk.desk.register import teams
from frontdesk.desk.runs import runs
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.register.teams import Team


async def test_a_guard_of_the_cordon(at_station, staffed):
    teams.put(staffed, Team.CORDON, "张三")
    staffed.actor = Actor("manager", "王五")
    number = reporting.report(staffed, IncidentKind.FIRE, "workshop", language="en").number
    commanding.take(staffed, number)

    def state(key):
        (run,) = runs.of_matter(staffed, number)
        return run.step(key).state, run.step(key).who

    async with at_station("guard") as guard:
        await guard.reads("cordon team: open gates", "2 steps", "F8 take it")
        await guard.later(700)
        await guard.press("f8", "f8")
        await guard.until(lambda: state("gate") == ("taken", "张三"))
        await guard.reads("F8 done")
        await guard.later(700)
        await guard.press("f8")
        await guard.until(lambda: state("gate") == ("done", "张三"))
        await guard.reads("cordon off; nobody goes back")
