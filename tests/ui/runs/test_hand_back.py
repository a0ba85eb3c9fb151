"""A car handed back at the desk: opened from the matters, each check one key, its sheet printed (P3)."""

from frontdesk.desk import zone
from frontdesk.desk.progress import jobs, repairs
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.progress.terms import JobKind
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏BD8832")


async def test_with_five_keys(at_station, staffed, arrive, store):
    arrive(CAR)
    staffed.actor = Actor("reception", "李四")
    zone.receive(staffed, CAR)
    zone.make_work_order(staffed, CAR)
    jobs.assign(staffed, CAR, JobKind.REPAIR, "刘军")
    async with at_station("reception") as desk:
        await desk.press("ctrl+a")
        await desk.dialog("MattersDialog")
        await desk.reads("car in repair")
        await desk.later(700)
        await desk.press("enter")
        await desk.dialog("TellDialog")
        await desk.later(700)
        await desk.press("f7")
        await desk.reads("✗")
        for step in (jobs.start, jobs.done, lambda d, car: jobs.check(d, car, passed=True), jobs.done):
            step(staffed, CAR)
        await desk.reads("ready to hand back")
        await desk.press("f7")
        await desk.dialog("HandBackDialog")
        await desk.reads("hand-back: 0/4", "苏B·D8832")
        # Words with a check say what is not in order: they are asked about, not taken for a yes.
        await desk.later(700)
        await desk.press(*"squeals", "enter")
        await desk.reads("in order, or not? If not: F3", "hand-back: 0/4")
        await desk.press(*["backspace"] * 7)
        await desk.reads("in order: Enter alone")
        for done in range(1, 4):
            await desk.later(700)
            await desk.press("enter")
            await desk.reads(f"hand-back: {done}/4")
        await desk.press("f8")
        await desk.until(lambda: list((store.parent / "documents").glob("*handback*.html")))
        await desk.later(700)
        await desk.press("enter")
        await desk.reads("hand-back: 4/4", "every step done")
    assert repairs.shown(staffed, CAR).handed_back_by == "李四"
