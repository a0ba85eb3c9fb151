"""A case step by step: the whole life of a grave one, what is reported upward, no step twice (C2–C9, C12, Q4, Q5)."""

from case_work import FOUND, clock_of, refused, register, running, standing, take
from store_checks import assert_whole

from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.cases import steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import AtQuality, CaseKind, Channel, Form, ReportedTo, Severity, Stage
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.closing_report import ClosingReport
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep, Obstacle
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock
from frontdesk.domain.values.plates import NO_PLATE
from frontdesk.words.refusals.sentence import sentence


def test_the_whole_life_of_a_major_complaint(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    number = register(advisor, Severity.MAJOR, wants="换车")
    assert running(complaints.get(advisor, number)) == {
        "first_answer", "full_answer", "agree_date", "head_informed", "on_site",
    }  # fmt: skip
    assert complaints.get(advisor, number).next_due == clock_of(advisor, number, ClockName.HEAD_INFORMED)
    clock.at += 10 * MINUTE
    take(advisor, number, CaseStep.INFORM, "赵六")
    take(advisor, number, CaseStep.ASSIGN, "李四")
    take(advisor, number, CaseStep.ANSWER, "今天上门", form=Form.SPOKEN)
    take(advisor, number, CaseStep.TO_QUALITY, "为何漏油")
    clock.at += 3 * HOUR
    take(advisor, number, CaseStep.VISIT, "看过车")
    clock.at += DAY
    take(manager, number, CaseStep.QUALITY, "油封不良", **FOUND)
    assert complaints.get(advisor, number).at_quality is AtQuality.ANSWERED
    take(advisor, number, CaseStep.PASS_ON, "")
    take(advisor, number, CaseStep.RESOLVE, "换油封")
    take(advisor, number, CaseStep.CONFIRM, "满意", form=Form.SPOKEN)
    assert complaints.get(advisor, number).to_write_up == 2
    assert refused(advisor, number, CaseStep.CLOSE).facts["why"] == (Obstacle.NOT_WRITTEN_UP,)
    take(advisor, number, CaseStep.WRITE_UP, "已发邮件，客户回复")
    take(advisor, number, CaseStep.CLOSE, "")
    page = case_page.page(advisor, number)
    assert (page.case.stage, page.case.running, page.case.next_due) == (Stage.CLOSED, (), None)
    assert all(met.met_at is not None and not met.is_missed(clock.at) for met in page.case.clocks)
    assert page.reports[-1].report == ClosingReport("油封老化", "油封不良\n换油封", "满意", "入库抽检")
    assert page.forms[0].passed_on_at == clock.at
    assert standing(advisor) == ()
    assert_whole(advisor.connection)


def test_reported_upward_twice_only_the_director_decides(advisor: Desk, manager: Desk, director: Desk) -> None:
    number = register(advisor)
    assert refused(manager, number, CaseStep.DECIDE).reason is CaseReason.WRONG_STATE
    take(advisor, number, CaseStep.REPORT, "超出权限")
    assert complaints.get(advisor, number).reported_to is ReportedTo.MANAGER
    assert refused(advisor, number, CaseStep.DECIDE).reason is CaseReason.NOT_ALLOWED
    take(manager, number, CaseStep.REPORT, "金额过大")
    assert complaints.get(advisor, number).reported_to is ReportedTo.DIRECTOR
    again = sentence(refused(manager, number, CaseStep.REPORT))
    assert "is reported to the director already (" in again and manager.actor.who in again and "registered" not in again
    assert refused(manager, number, CaseStep.DECIDE).facts["director"] is True
    take(director, number, CaseStep.DECIDE, "同意换件")
    assert complaints.get(advisor, number).reported_to is ReportedTo.NOBODY


def test_one_operation_is_one_step(advisor: Desk) -> None:
    number = register(advisor)
    one = steps.take(advisor, number, CaseStep.ANSWER, "已答复", "op-1")
    assert steps.take(advisor, number, CaseStep.ANSWER, "已答复", "op-1") == one
    assert [note.step for note in case_page.page(advisor, number).notes] == ["answer"]
    kept = complaints.register(advisor, NewCase(
        channel=Channel.PHONE, kind=CaseKind.PRICE, severity=Severity.ORDINARY, customer="", phone="",
        plate=NO_PLATE, words="太贵",
    ), operation="op-2")  # fmt: skip
    assert steps.take(advisor, number, CaseStep.ANSWER, "", "op-2") == kept
    assert advisor.snapshot().open_complaints == 2
