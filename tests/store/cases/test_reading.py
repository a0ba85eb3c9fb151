"""The closing report goes to the head, who reads it; closing waits for nothing (C9)."""

from case_work import register, take, to_confirmed

from frontdesk.desk.cases import page, reading
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.undo import undo
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.errors import Refused


def why(desk: Desk, number: int) -> object:
    try:
        reading.read(desk, number)
    except Refused as refused:
        return refused.reason
    return None


def test_the_head_reads_it_by_name_once(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    staff.add(manager, "周总", Post.GENERAL_MANAGER)
    number = register(advisor)
    head = advisor
    to_confirmed(advisor, number)
    was = advisor.actor
    advisor.actor = Actor("manager", "周总")
    assert why(advisor, number) is CaseReason.NO_REPORT_TO_READ
    advisor.actor = was
    take(advisor, number, CaseStep.CLOSE)
    assert not complaints.get(advisor, number).is_open
    assert advisor.snapshot().due_counts.to_read == 1
    assert why(manager, number) is PeopleReason.NOT_YOUR_POST
    clock.at += 5 * MINUTE
    head.actor = Actor("manager", "周总")
    reading.read(head, number)
    (filed,) = page.page(head, number).reports
    assert (filed.is_to_read, filed.read_by, filed.read_at) == (False, "周总", clock.at)
    assert head.snapshot().due_counts.to_read == 0
    assert why(head, number) is CaseReason.NO_REPORT_TO_READ
    undo(head)
    assert head.snapshot().due_counts.to_read == 1


def test_one_that_is_open_again_is_read_when_it_is_closed_again(advisor: Desk, manager: Desk) -> None:
    staff.add(manager, "周总", Post.GENERAL_MANAGER)
    number = register(advisor)
    take(manager, number, CaseStep.CLOSE_ANYWAY, "客户撤诉")
    take(advisor, number, CaseStep.REOPEN, "客户又来电")
    assert advisor.snapshot().due_counts.to_read == 0
    take(manager, number, CaseStep.CLOSE_ANYWAY, "客户撤诉")
    assert advisor.snapshot().due_counts.to_read == 1
    advisor.actor = Actor("manager", "周总")
    reading.read(advisor, number)
    assert [filed.read_by for filed in page.page(advisor, number).reports] == ["周总", "周总"]


def test_what_has_no_report_waits_for_nobody(advisor: Desk, manager: Desk) -> None:
    for other in ({"nature": "inquiry"}, {"is_drill": True}):
        number = register(advisor, **other)
        take(manager, number, CaseStep.CLOSE_ANYWAY, "客户撤诉")
    assert advisor.snapshot().due_counts.to_read == 0
