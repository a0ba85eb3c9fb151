"""Closing a case: what stands in the way, who closes anyway, what is owed again, the follow-up (C5–C9, Q4, Q5)."""

from typing import Any

from case_work import FOUND, START, TODAY_CLOSE, refused, register, running, standing, take, to_confirmed

from frontdesk.desk import policy
from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.cases.case import Form, ReportedTo, Severity, Stage
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.closing_report import ClosingReport
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep, Obstacle
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, MINUTE, ManualClock


def test_each_obstacle_to_closing_and_then_it_is_closed(advisor: Desk, manager: Desk) -> None:
    number = register(advisor, Severity.MAJOR)
    take(advisor, number, CaseStep.TO_QUALITY)
    take(advisor, number, CaseStep.REPORT)
    assert refused(advisor, number, CaseStep.CLOSE).reason is CaseReason.WRONG_STATE
    take(advisor, number, CaseStep.ANSWER, form=Form.SPOKEN)
    take(advisor, number, CaseStep.RESOLVE)
    take(advisor, number, CaseStep.CONFIRM)
    ways: list[tuple[Desk, CaseStep, dict[str, Any]]] = [
        (manager, CaseStep.QUALITY, FOUND), (advisor, CaseStep.INFORM, {}), (advisor, CaseStep.VISIT, {}),
        (advisor, CaseStep.PASS_ON, {}), (manager, CaseStep.DECIDE, {}), (advisor, CaseStep.WRITE_UP, {}),
    ]  # fmt: skip
    found = []
    for who, step, given in ways:
        found.append(refused(advisor, number, CaseStep.CLOSE).facts["why"])
        take(who, number, step, **given)
    clocks, quality, reported, unwritten = (
        Obstacle.CLOCKS, Obstacle.QUALITY, Obstacle.REPORTED, Obstacle.NOT_WRITTEN_UP,
    )  # fmt: skip
    assert found == [
        *[(clocks, quality, reported, unwritten)] * 3,
        (quality, reported, unwritten), (reported, unwritten), (unwritten,),
    ]  # fmt: skip
    take(advisor, number, CaseStep.CLOSE)
    assert complaints.get(advisor, number).stage is Stage.CLOSED
    assert refused(advisor, number, CaseStep.CLOSE).reason is CaseReason.WRONG_STATE
    assert refused(manager, number, CaseStep.CLOSE_ANYWAY).reason is CaseReason.WRONG_STATE


def test_the_manager_closes_anyway_and_what_was_owed_is_owed_again_when_it_is_reopened(
    advisor: Desk, manager: Desk, clock: ManualClock
) -> None:
    number = register(advisor, Severity.MAJOR)
    take(advisor, number, CaseStep.TO_QUALITY)
    take(advisor, number, CaseStep.PROMISE, at=START + DAY)
    take(advisor, number, CaseStep.ANSWER)
    was = {c.id: c.due_at for c in complaints.get(advisor, number).running}
    assert refused(advisor, number, CaseStep.CLOSE_ANYWAY).reason is CaseReason.NOT_ALLOWED
    assert refused(manager, number, CaseStep.CLOSE_ANYWAY, "").reason is CaseReason.NOTE_MISSING
    take(manager, number, CaseStep.CLOSE_ANYWAY, "客户撤诉")
    closed = complaints.get(advisor, number)
    assert (closed.running, closed.next_due) == ((), None)
    assert {c.id for c in closed.clocks if c.lifted_at is not None} == set(was)
    clock.at = START + 40 * MINUTE
    assert handling.evaluate(advisor) is None
    take(advisor, number, CaseStep.REOPEN, "客户又来电")
    again = complaints.get(advisor, number)
    assert running(again) == {
        "first_answer", "full_answer", "agree_date", "head_informed", "on_site", "quality_answer", "promised",
    }  # fmt: skip
    anew = (ClockName.FULL_ANSWER, ClockName.AGREE_DATE)
    assert {c.id: c.due_at for c in again.running if c.id in was and c.name not in anew} == {
        c.id: was[c.id] for c in closed.clocks if c.id in was and c.name not in anew
    }
    handling.evaluate(advisor)
    assert [e.crossed_at for e in standing(advisor)] == [START + 30 * MINUTE]


def test_the_follow_up_falls_on_the_day_the_policy_lays_down(advisor: Desk, clock: ManualClock) -> None:
    policy.load(advisor, Policy(follow_up_days=2, opening_hours=(("08:30-18:00",) * 6 + ("",))))
    number = register(advisor)
    to_confirmed(advisor, number)
    take(advisor, number, CaseStep.CLOSE)
    # Friday and two days is Sunday, when the store stays closed: Monday at closing.
    assert complaints.get(advisor, number).follow_up_at == TODAY_CLOSE + 3 * DAY
    assert refused(advisor, number, CaseStep.FOLLOW_UP, satisfaction=6).reason is CaseReason.BAD_SATISFACTION
    clock.at += 3 * DAY
    take(advisor, number, CaseStep.FOLLOW_UP, "", satisfaction=4)
    case = complaints.get(advisor, number)
    assert (case.followed_up_at, case.satisfaction) == (clock.at, 4)
    assert refused(advisor, number, CaseStep.FOLLOW_UP, satisfaction=4).reason is CaseReason.WRONG_STATE
    take(advisor, number, CaseStep.REOPEN, "又漏了")
    case = complaints.get(advisor, number)
    assert (case.follow_up_at, case.followed_up_at, case.satisfaction) == (None, None, None)


def test_what_was_concluded_each_time_stays_on_the_page(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.REPORT)
    take(manager, number, CaseStep.REPORT)
    for mark in (1, 5):
        take(manager, number, CaseStep.CLOSE_ANYWAY, f"第 {mark} 次", report=ClosingReport(cause=f"原因 {mark}"))
        assert refused(manager, number, CaseStep.DECIDE).reason is CaseReason.WRONG_STATE
        assert advisor.snapshot().due_counts.reported == 0
        take(advisor, number, CaseStep.FOLLOW_UP, "很差", satisfaction=mark)
        take(advisor, number, CaseStep.REOPEN, "不满意")
        # Nobody has decided what it was reported upward for.
        assert complaints.get(advisor, number).reported_to is ReportedTo.DIRECTOR
        assert advisor.snapshot().due_counts.reported == 1
        clock.at += MINUTE
    page = case_page.page(advisor, number)
    assert [(filed.at, filed.who, filed.report.cause) for filed in page.reports] == [
        (START, "王五", "原因 1"), (START + MINUTE, "王五", "原因 5"),
    ]  # fmt: skip
    assert [note.satisfaction for note in page.notes if note.step == "follow_up"] == [1, 5]
    assert page.case.satisfaction is None
