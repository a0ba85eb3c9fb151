"""A plan at a station: submitted, signed, put in force and read from the list of matters (G1, G4)."""

from frontdesk.desk import approvals
from frontdesk.desk.people import staff
from frontdesk.desk.plans import plans
from frontdesk.domain.people.staff import Actor, Post


async def test_a_plan_goes_from_its_draft_to_its_readers(at_station, staffed):
    for name, post in (("李建国", Post.DIRECTOR), ("陈总", Post.GENERAL_MANAGER)):
        staff.add(staffed, name, post)
    staffed.actor = Actor("manager", "李建国")
    number = plans.write(staffed, "zone", plans.Draft("预检区应急预案", "一、先疏导。", "四台", "五台", "车多")).number
    async with at_station("manager") as manager:
        await manager.press("ctrl+a")
        await manager.reads("预检区应急预案 A/0")
        await manager.later(700)
        await manager.press("enter")
        await manager.dialog("PlanDialog")
        await manager.reads("A/0", "draft", "一、先疏导。")
        await manager.later(700)
        await manager.press("f4")
        await manager.reads("It is submitted next")
        await manager.press("f2")
        await manager.reads("plan submitted", "submitted by 王五")
        await manager.press("f3")
        await manager.dialog("SigningDialog")
        await manager.later(700)
        await manager.press("f2")
        await manager.reads("reviewed by: 王五")
        staffed.actor = Actor("manager", "陈总")
        approvals.sign(staffed, number)
        await manager.reads("approved by: 陈总")
        await manager.press("f4")
        await manager.reads("plan put in force", "in force", "read A/0: 0 of 5")
        await manager.press("f5")
        await manager.reads("read A/0: 1 of 5")
        await manager.later(700)
        await manager.press("f10")
        await manager.reads("zone-plan-")
        await manager.press("f8")
        await manager.reads("zone-leaflet-")
    written = {path.name.rsplit("-", 2)[0]: path.read_text() for path in (staffed.path.parent / "documents").iterdir()}
    assert "五台" in written["zone-plan"] and "一、先疏导。" in written["zone-leaflet"]
