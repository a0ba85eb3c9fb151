"""What a technician puts on record of the work on a car, and what is not theirs (P1–P3)."""

from collections.abc import Callable

from at_desk import refusal

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.progress import findings, jobs, promises
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.progress.terms import FoundKind, JobKind
from frontdesk.domain.values.clock import HOUR
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏BD8832")


def test_a_technician_does_the_work_and_decides_nothing(in_repair: Callable[[str], Desk]) -> None:
    desk = in_repair("赵敏")
    for name, post in (("许亮", Post.TECHNICIAN), ("老周", Post.DRIVER), ("张三", Post.GUARD)):
        staff.add(desk, name, post)
    jobs.assign(desk, CAR, JobKind.BODY, "许亮")
    desk = in_repair("许亮")
    jobs.start(desk, CAR)
    jobs.use(desk, CAR, "左前门")
    findings.find(desk, CAR, FoundKind.HIDDEN, "内骨架变形")
    for not_his in (
        lambda: promises.promise(desk, CAR, desk.now() + HOUR),
        lambda: jobs.assign(desk, CAR, JobKind.BODY, "许亮"),
        lambda: jobs.check(desk, CAR, passed=True),
        lambda: jobs.drop(desk, CAR),
    ):
        assert refusal(not_his) is PeopleReason.NOT_YOUR_POST
    for who in ("老周", "张三"):
        in_repair(who)
        assert refusal(lambda: jobs.done(desk, CAR)) is PeopleReason.NOT_YOUR_POST
