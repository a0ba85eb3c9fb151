"""Where something showed that a plan does not hold, it is looked through soon, and it is on record why (G4, S4)."""

from typing import Any

from frontdesk.desk import approvals, drills, matters
from frontdesk.desk.incidents import commanding
from frontdesk.desk.people import staff
from frontdesk.desk.plans import plans, publishing
from frontdesk.domain.drills.drill import Reached, Scored
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock


def looked_through(desk: Any, number: int) -> Due:
    return next(due for due in matters.shown(desk, number).dues if due.name is DueName.PLAN_REVIEW)


def test_a_drill_that_missed_its_aim(as_: Any, written: Any, clock: ManualClock) -> None:
    number = written()
    plans.submit(as_("王芳"), "zone")
    for who in ("李建国", "张总"):
        approvals.sign(as_(who), number)
    desk = as_("王芳")
    publishing.publish(desk, "zone")
    staff.add(desk, "张三", Post.GUARD)
    assert looked_through(desk, number).due_at - clock.at > 300 * DAY
    for reached, is_soon in ((Reached.REACHED, False), (Reached.NOT_REACHED, True), (Reached.NOT_REACHED, True)):
        drill = drills.plan(
            as_("王芳"), IncidentKind.SUPPLY, "workshop", clock.at + HOUR, "张三", objectives=("十分钟内点名完",)
        ).number
        incident = int(drills.start(desk, drill).facts["incident"])
        for step in (commanding.take, commanding.contain, commanding.end):
            step(desk, incident)
        drills.score(as_("张三"), drill, (Scored(reached, "花了二十分钟"),))
        due = looked_through(as_("王芳"), number)
        assert (due.due_at - clock.at < 10 * DAY) is is_soon
        clock.at += HOUR
    # What is due sooner than that stays as it is.
    assert [change.why for change in due.changes] == ["drill_not_reached"]
