"""Cases at the desk: whole lives, what runs out and who hears of it, who closes, what is taken back (C1–C9, Q1–Q6)."""

from collections.abc import Callable
from typing import Any

import pytest
from store_checks import assert_whole, tables

from frontdesk.desk import (
    amending,
    calendar,
    case_page,
    complaints,
    escalation_record,
    escalations,
    judging,
    policy,
    staff,
    templates,
    undo,
    zone,
)
from frontdesk.desk.desk import Desk
from frontdesk.domain.case_clocks import ClockName
from frontdesk.domain.case_steps import Given, Obstacle, Step
from frontdesk.domain.clock import DAY, HOUR, ManualClock
from frontdesk.domain.closing_report import ClosingReport
from frontdesk.domain.complaints import (
    AtQuality,
    Channel,
    Complaint,
    ComplaintKind,
    Form,
    Nature,
    ReportedTo,
    Severity,
    Stage,
)
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.escalations import Escalation
from frontdesk.domain.kinds import State, StepKind
from frontdesk.domain.policy import Policy
from frontdesk.domain.staff import Post
from frontdesk.domain.working_days import PublishedYear

START = 1_780_020_000_000
"""2026-05-29 10:00:00 in Shanghai, a Friday."""
MINUTE = 60_000
TODAY_CLOSE = START + 8 * HOUR
FOUND = {"investigation": "拆检", "analysis": "油封老化", "measure": "入库抽检"}
OF_CASES = ("complaints", "clocks", "pauses", "notes", "quality", "closing_reports")


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """The advisor's desk, in a store whose people are known."""
    advisor = open_desk("reception", "李四")
    for name, post in (("李四", Post.ADVISOR), ("王五", Post.MANAGER), ("赵六", Post.DIRECTOR)):
        staff.add(advisor, name, post)
    calendar.load(advisor, PublishedYear(2026, {}))
    return advisor


@pytest.fixture
def manager(desk: Desk, open_desk: Callable[..., Desk]) -> Desk:
    return open_desk("manager", "王五")


@pytest.fixture
def director(desk: Desk, open_desk: Callable[..., Desk]) -> Desk:
    return open_desk("manager", "赵六")


def register(desk: Desk, severity: Severity = Severity.ORDINARY, **said: Any) -> int:
    usual: dict[str, Any] = {"customer": "陈静", "phone": "13812345678", "plate": "苏A12345", "words": "漏油"}
    kinds = {"channel": Channel.PHONE, "kind": ComplaintKind.PRODUCT}
    return complaints.register(desk, severity=severity, **{**kinds, **usual, **said}).number


def take(desk: Desk, number: int, step: Step, note: str = "已办", **given: Any) -> None:
    complaints.take(desk, number, step, note, given=Given(**given))


def refused(desk: Desk, number: int, step: Step, note: str = "已办", **given: Any) -> Refused:
    before = tables(desk.connection)
    with pytest.raises(Refused) as refusal:
        take(desk, number, step, note, **given)
    assert tables(desk.connection) == before
    return refusal.value


def running(case: Complaint) -> set[str]:
    return {clock.name.value for clock in case.running}


def clock_of(desk: Desk, number: int, name: ClockName) -> Any:
    return next(clock for clock in complaints.get(desk, number).clocks if clock.name is name)


def standing(desk: Desk) -> tuple[Escalation, ...]:
    return desk.snapshot().escalations


def to_confirmed(desk: Desk, number: int) -> None:
    for step in (Step.ANSWER, Step.RESOLVE, Step.CONFIRM):
        take(desk, number, step)


def test_the_whole_life_of_a_major_complaint(desk: Desk, manager: Desk, clock: ManualClock) -> None:
    number = register(desk, Severity.MAJOR, wants="换车")
    assert running(complaints.get(desk, number)) == {"first_answer", "full_answer", "head_informed", "on_site"}
    assert complaints.get(desk, number).next_due == clock_of(desk, number, ClockName.HEAD_INFORMED)
    clock.at += 10 * MINUTE
    take(desk, number, Step.INFORM, "")
    take(desk, number, Step.ASSIGN, "李四")
    take(desk, number, Step.ANSWER, "今天上门", form=Form.SPOKEN)
    take(desk, number, Step.TO_QUALITY, "为何漏油")
    clock.at += 3 * HOUR
    take(desk, number, Step.VISIT, "")
    clock.at += DAY
    take(manager, number, Step.QUALITY, "油封不良", **FOUND)
    assert complaints.get(desk, number).at_quality is AtQuality.ANSWERED
    take(desk, number, Step.PASS_ON, "")
    take(desk, number, Step.RESOLVE, "换油封")
    take(desk, number, Step.CONFIRM, "满意", form=Form.SPOKEN)
    assert complaints.get(desk, number).to_write_up == 2
    assert refused(desk, number, Step.CLOSE).facts["why"] == (Obstacle.NOT_WRITTEN_UP,)
    take(desk, number, Step.WRITE_UP, "已发邮件，客户回复")
    take(desk, number, Step.CLOSE, "")
    page = case_page.page(desk, number)
    assert (page.case.stage, page.case.running, page.case.next_due) == (Stage.CLOSED, (), None)
    assert all(met.met_at is not None and not met.is_missed(clock.at) for met in page.case.clocks)
    assert page.report == ClosingReport("油封老化", "油封不良\n换油封", "满意", "入库抽检")
    assert page.forms[0].passed_on_at == clock.at
    assert standing(desk) == ()
    assert_whole(desk.connection)


def test_a_pause_until_tomorrow_and_the_prompt(desk: Desk, clock: ManualClock) -> None:
    number = register(desk)
    clock.at = TODAY_CLOSE - HOUR
    tomorrow = START + 23 * HOUR
    take(desk, number, Step.PAUSE, "等配件", clock=ClockName.FIRST_ANSWER, at=tomorrow)
    assert clock_of(desk, number, ClockName.FIRST_ANSWER).due_at == tomorrow + HOUR
    clock.at = TODAY_CLOSE + HOUR
    assert escalations.evaluate(desk) is None
    assert refused(desk, number, Step.PAUSE, clock=ClockName.FIRST_ANSWER, at=tomorrow).reason is Reason.PAUSED_ALREADY
    clock.at = tomorrow + HOUR
    assert escalations.evaluate(desk) is None
    clock.at += 1
    escalations.evaluate(desk)
    (late,) = standing(desk)
    assert (late.crossed_at, late.plate) == (tomorrow + HOUR, "苏A12345")
    assert refused(desk, number, Step.PAUSE, clock=ClockName.FIRST_ANSWER, at=clock.at + DAY).reason is (
        Reason.CLOCK_MISSED
    )
    take(desk, number, Step.ANSWER)
    assert standing(desk) == ()
    assert clock_of(desk, number, ClockName.FIRST_ANSWER).is_missed(clock.at)


def test_a_pause_that_is_cut_short_gives_back_what_it_took(desk: Desk, clock: ManualClock) -> None:
    number = register(desk, Severity.MAJOR)
    clock.at += MINUTE
    take(desk, number, Step.PAUSE, "客户在外地", clock=ClockName.ON_SITE, at=clock.at + 3 * DAY)
    assert clock_of(desk, number, ClockName.ON_SITE).due_at == START + 4 * DAY
    clock.at += HOUR
    take(desk, number, Step.RESUME, "", clock=ClockName.ON_SITE)
    found = clock_of(desk, number, ClockName.ON_SITE)
    assert (found.due_at, found.paused(clock.at + DAY)) == (START + DAY + HOUR, HOUR)
    assert refused(desk, number, Step.RESUME, clock=ClockName.ON_SITE).reason is Reason.NOT_PAUSED


def test_a_machine_clock_that_is_set_back_stops_nobody(desk: Desk, clock: ManualClock) -> None:
    number = register(desk)
    take(desk, number, Step.TO_QUALITY)
    take(desk, number, Step.PAUSE, clock=ClockName.FULL_ANSWER, at=START + HOUR)
    clock.at -= 5 * MINUTE
    again = refused(desk, number, Step.PAUSE, clock=ClockName.FULL_ANSWER, at=START + 2 * HOUR)
    assert (again.reason, again.facts["at"]) == (Reason.PAUSED_ALREADY, START + HOUR)
    take(desk, number, Step.QUALITY, **FOUND)
    take(desk, number, Step.PASS_ON)
    take(desk, number, Step.ANSWER)
    (form,) = case_page.page(desk, number).forms
    assert (form.answered_at, form.passed_on_at) == (START, START)
    assert clock_of(desk, number, ClockName.FIRST_ANSWER).met_at == START
    assert clock_of(desk, number, ClockName.FULL_ANSWER).paused(clock.at) == 0


def test_a_pause_needs_a_reason_and_a_person(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    number = register(desk)
    until = START + HOUR
    assert refused(desk, number, Step.PAUSE, "", clock=ClockName.FULL_ANSWER, at=until).reason is Reason.NOTE_MISSING
    nobody = open_desk("reception", "")
    assert refused(nobody, number, Step.PAUSE, clock=ClockName.FULL_ANSWER, at=until).reason is Reason.NO_OPERATOR


def test_what_runs_by_the_wall_clock_keeps_its_time_when_the_policy_changes(desk: Desk, clock: ManualClock) -> None:
    number = register(desk, Severity.MAJOR)
    policy.load(desk, Policy(head_informed_s=300))
    assert clock_of(desk, number, ClockName.HEAD_INFORMED).due_at == START + 30 * MINUTE
    clock.at += 10 * MINUTE
    take(desk, number, Step.PAUSE, "等回电", clock=ClockName.HEAD_INFORMED, at=clock.at + MINUTE)
    assert clock_of(desk, number, ClockName.HEAD_INFORMED).due_at == START + 31 * MINUTE
    clock.at += MINUTE // 2
    take(desk, number, Step.RESUME, "", clock=ClockName.HEAD_INFORMED)
    assert clock_of(desk, number, ClockName.HEAD_INFORMED).due_at == START + 30 * MINUTE + MINUTE // 2


def test_a_promise_missed_is_raised_and_kept_is_cleared(desk: Desk, clock: ManualClock) -> None:
    number = register(desk)
    take(desk, number, Step.PROMISE, "周一前给检测结果", at=START + 2 * HOUR)
    take(desk, number, Step.PROMISE, "配件到货", at=START + 3 * HOUR)
    clock.at = START + 2 * HOUR
    assert escalations.evaluate(desk) is None
    clock.at += 1
    escalations.evaluate(desk)
    assert [e.crossed_at for e in standing(desk)] == [START + 2 * HOUR]
    take(desk, number, Step.KEEP, "")
    assert standing(desk) == ()
    assert [c.what for c in complaints.get(desk, number).running if c.name is ClockName.PROMISED] == ["配件到货"]
    assert refused(desk, number, Step.PROMISE, at=clock.at).reason is Reason.DATE_PAST
    take(desk, number, Step.KEEP, "")
    assert refused(desk, number, Step.KEEP).reason is Reason.WRONG_STATE


def test_of_two_promises_the_one_that_stands_still_goes_on(desk: Desk, clock: ManualClock) -> None:
    """The first is paused beyond the second, which is due first by then."""
    number = register(desk)
    take(desk, number, Step.PROMISE, "检测结果", at=START + 2 * HOUR)
    take(desk, number, Step.PROMISE, "配件到货", at=START + 3 * HOUR)
    take(desk, number, Step.PAUSE, "客户外出", clock=ClockName.PROMISED, at=START + 8 * HOUR)
    clock.at += HOUR
    take(desk, number, Step.RESUME, "", clock=ClockName.PROMISED)
    promises = {c.what: c.due_at for c in complaints.get(desk, number).clocks if c.name is ClockName.PROMISED}
    assert promises == {"检测结果": START + 3 * HOUR, "配件到货": START + 3 * HOUR}


def called(desk: Desk, number: int) -> list[tuple[StepKind, int, int, set[str]]]:
    """Which stage was called why, how long after the crossing, and who."""
    page = escalation_record.page(desk, number)
    found: dict[tuple[StepKind, int, int], set[str]] = {}
    for step in page.steps:
        if step.role:
            found.setdefault((step.kind, step.level, step.due_at - page.escalation.crossed_at), set()).add(step.role)
    return [(*call, roles) for call, roles in found.items()]


def missed(desk: Desk, clock: ManualClock) -> int:
    """Let a complaint's first answer be missed; return the number of what was raised."""
    register(desk)
    clock.at = TODAY_CLOSE + 1
    escalations.evaluate(desk)
    (late,) = standing(desk)
    return late.id


def test_the_chain_of_a_missed_clock(desk: Desk, clock: ManualClock) -> None:
    late = missed(desk, clock)
    assert called(desk, late) == [(StepKind.CALLED, 1, 0, {"advisor", "manager"})]
    clock.at = TODAY_CLOSE + HOUR - 1
    assert escalations.evaluate(desk) is None
    clock.at += 1
    escalations.evaluate(desk)
    assert called(desk, late)[1:] == [(StepKind.CALLED, 2, HOUR, {"director"})]


def test_a_missed_clock_that_is_taken_on_holds_and_is_raised_again(
    desk: Desk, manager: Desk, clock: ManualClock
) -> None:
    late = missed(desk, clock)
    clock.at = TODAY_CLOSE + 10 * MINUTE
    escalations.acknowledge(manager, late)
    clock.at = TODAY_CLOSE + 40 * MINUTE - 1
    assert escalations.evaluate(desk) is None
    clock.at += 1
    escalations.evaluate(desk)
    assert called(desk, late)[1:] == [(StepKind.NOT_ACTED, 2, 40 * MINUTE, {"director"})]
    assert standing(desk)[0].state is State.RAISED
    take(desk, 1, Step.ANSWER)
    assert standing(desk) == ()


def test_taken_on_in_time_and_answered_nobody_else_is_called(desk: Desk, manager: Desk, clock: ManualClock) -> None:
    late = missed(desk, clock)
    escalations.acknowledge(manager, late)
    clock.at += 20 * MINUTE
    take(desk, 1, Step.ANSWER)
    clock.at += 2 * HOUR
    escalations.evaluate(desk)
    assert [call for call in called(desk, late) if call[1] > 1] == []


def test_reported_upward_twice_only_the_director_decides(desk: Desk, manager: Desk, director: Desk) -> None:
    number = register(desk)
    assert refused(manager, number, Step.DECIDE).reason is Reason.WRONG_STATE
    take(desk, number, Step.REPORT, "超出权限")
    assert complaints.get(desk, number).reported_to is ReportedTo.MANAGER
    assert refused(desk, number, Step.DECIDE).reason is Reason.NOT_ALLOWED
    take(manager, number, Step.REPORT, "金额过大")
    assert complaints.get(desk, number).reported_to is ReportedTo.DIRECTOR
    assert refused(manager, number, Step.REPORT).reason is Reason.WRONG_STATE
    assert refused(manager, number, Step.DECIDE).facts["director"] is True
    take(director, number, Step.DECIDE, "同意换件")
    assert complaints.get(desk, number).reported_to is ReportedTo.NOBODY


def test_each_obstacle_to_closing_and_then_it_is_closed(desk: Desk, manager: Desk) -> None:
    number = register(desk, Severity.MAJOR)
    take(desk, number, Step.TO_QUALITY)
    take(desk, number, Step.REPORT)
    assert refused(desk, number, Step.CLOSE).reason is Reason.WRONG_STATE
    take(desk, number, Step.ANSWER, form=Form.SPOKEN)
    take(desk, number, Step.RESOLVE)
    take(desk, number, Step.CONFIRM)
    ways: list[tuple[Desk, Step, dict[str, Any]]] = [
        (manager, Step.QUALITY, FOUND), (desk, Step.INFORM, {}), (desk, Step.VISIT, {}), (desk, Step.PASS_ON, {}),
        (manager, Step.DECIDE, {}), (desk, Step.WRITE_UP, {}),
    ]  # fmt: skip
    found = []
    for who, step, given in ways:
        found.append(refused(desk, number, Step.CLOSE).facts["why"])
        take(who, number, step, **given)
    clocks, quality, reported, unwritten = (
        Obstacle.CLOCKS, Obstacle.QUALITY, Obstacle.REPORTED, Obstacle.NOT_WRITTEN_UP,
    )  # fmt: skip
    assert found == [
        *[(clocks, quality, reported, unwritten)] * 3,
        (quality, reported, unwritten), (reported, unwritten), (unwritten,),
    ]  # fmt: skip
    take(desk, number, Step.CLOSE)
    assert complaints.get(desk, number).stage is Stage.CLOSED
    assert refused(desk, number, Step.CLOSE).reason is Reason.WRONG_STATE
    assert refused(manager, number, Step.CLOSE_ANYWAY).reason is Reason.WRONG_STATE


def test_the_manager_closes_anyway_and_what_was_owed_is_owed_again_when_it_is_reopened(
    desk: Desk, manager: Desk, clock: ManualClock
) -> None:
    number = register(desk, Severity.MAJOR)
    take(desk, number, Step.TO_QUALITY)
    take(desk, number, Step.PROMISE, at=START + DAY)
    take(desk, number, Step.ANSWER)
    was = {c.id: c.due_at for c in complaints.get(desk, number).running}
    assert refused(desk, number, Step.CLOSE_ANYWAY).reason is Reason.NOT_ALLOWED
    assert refused(manager, number, Step.CLOSE_ANYWAY, "").reason is Reason.NOTE_MISSING
    take(manager, number, Step.CLOSE_ANYWAY, "客户撤诉")
    closed = complaints.get(desk, number)
    assert (closed.running, closed.next_due) == ((), None)
    assert {c.id for c in closed.clocks if c.lifted_at is not None} == set(was)
    clock.at = START + 40 * MINUTE
    assert escalations.evaluate(desk) is None
    take(desk, number, Step.REOPEN, "客户又来电")
    again = complaints.get(desk, number)
    assert running(again) == {
        "first_answer", "full_answer", "head_informed", "on_site", "quality_answer", "promised",
    }  # fmt: skip
    assert {c.id: c.due_at for c in again.running if c.id in was and c.name is not ClockName.FULL_ANSWER} == {
        c.id: was[c.id] for c in closed.clocks if c.id in was and c.name is not ClockName.FULL_ANSWER
    }
    escalations.evaluate(desk)
    assert [e.crossed_at for e in standing(desk)] == [START + 30 * MINUTE]


def test_the_follow_up_falls_on_the_day_the_policy_lays_down(desk: Desk, clock: ManualClock) -> None:
    policy.load(desk, Policy(follow_up_days=2, opening_hours=(("08:30-18:00",) * 6 + ("",))))
    number = register(desk)
    to_confirmed(desk, number)
    take(desk, number, Step.CLOSE)
    # Friday and two days is Sunday, when the store stays closed: Monday at closing.
    assert complaints.get(desk, number).follow_up_at == TODAY_CLOSE + 3 * DAY
    assert refused(desk, number, Step.FOLLOW_UP, satisfaction=6).reason is Reason.BAD_SATISFACTION
    clock.at += 3 * DAY
    take(desk, number, Step.FOLLOW_UP, "", satisfaction=4)
    case = complaints.get(desk, number)
    assert (case.followed_up_at, case.satisfaction) == (clock.at, 4)
    assert refused(desk, number, Step.FOLLOW_UP, satisfaction=4).reason is Reason.WRONG_STATE
    take(desk, number, Step.REOPEN, "又漏了")
    case = complaints.get(desk, number)
    assert (case.follow_up_at, case.followed_up_at, case.satisfaction) == (None, None, None)


def test_the_other_cases_of_one_customer(desk: Desk) -> None:
    number = register(desk)
    by_phone = register(desk, plate="苏B88888")
    by_plate = register(desk, phone="13900001111")
    register(desk, phone="13900002222", plate="苏C00001")
    register(desk, drill=True)
    register(desk, phone="", plate="")
    assert [case.id for case in case_page.page(desk, number).related] == [by_plate, by_phone]
    # Nor does the first judgement count the drill.
    assert judging.known(desk, "13812345678", "苏A12345", number).facts.earlier == 2
    assert case_page.page(desk, by_phone).case.phone == "138****5678"


def too_long(command: Callable[..., object], *values: Any, **named: Any) -> tuple[object, object]:
    with pytest.raises(Refused) as error:
        command(*values, **named)
    assert error.value.reason is Reason.TEXT_TOO_LONG
    return error.value.facts["count"], error.value.facts["right"]


def test_no_text_is_cut_in_silence(desk: Desk, manager: Desk) -> None:
    whole, longer = "长" * 4000, "长" * 4001
    number = register(desk, words=whole)
    take(desk, number, Step.ANSWER, whole)
    take(desk, number, Step.TO_QUALITY, whole)
    before = tables(desk.connection)
    for found, limit in (
        (too_long(register, desk, words=longer), 4000),
        (too_long(register, desk, customer="长" * 61), 60),
        (too_long(register, desk, wants="长" * 201), 200),
        (too_long(amending.amend, desk, number, wants="长" * 201), 200),
        (too_long(take, desk, number, Step.NOTE, longer), 4000),
        *((too_long(take, desk, number, Step.QUALITY, **{**FOUND, name: longer}), 4000) for name in FOUND),
        (too_long(take, manager, number, Step.CLOSE_ANYWAY, report=ClosingReport("因", longer, "果", "")), 4000),
        (too_long(templates.put, desk, "道歉", longer), 4000),
        (too_long(templates.put, desk, "长" * 61, "好"), 60),
    ):
        assert found == (limit + 1, limit)
    assert tables(desk.connection) == before
    take(desk, number, Step.QUALITY, whole, **FOUND)
    take(desk, number, Step.RESOLVE, "退款")
    # What was drafted from the record by itself is nobody's to shorten.
    take(manager, number, Step.CLOSE_ANYWAY, whole)
    report = case_page.page(desk, number).report
    assert report is not None
    assert (len(report.measures), report.measures[-1], report.result) == (4000, "…", whole)


@pytest.mark.parametrize(
    ("ago", "reason"), [(-1, Reason.IN_FUTURE), (0, None), (3653 * DAY, None), (3653 * DAY + 1, Reason.LONG_AGO)]
)
def test_when_a_case_can_have_come_in(desk: Desk, clock: ManualClock, ago: int, reason: Reason | None) -> None:
    try:
        register(desk, received_at=clock.at - ago)
    except Refused as error:
        assert error.reason is reason
    else:
        assert reason is None


def test_a_question_asked_before_is_no_earlier_case(desk: Desk) -> None:
    number = register(desk, nature=Nature.INQUIRY)
    known = judging.known(desk, "+86 138 1234 5678", "")
    assert ([case.id for case in known.earlier], known.facts.earlier) == ([number], 0)
    register(desk, nature=Nature.DISPUTE)
    assert judging.known(desk, "13812345678", "").facts.earlier == 1


def test_a_case_registered_late_is_linked_to_the_visit_of_that_time(desk: Desk, clock: ManualClock) -> None:
    first = visit(desk, clock)
    between = clock.at
    clock.at += DAY
    second = visit(desk, clock)
    assert complaints.get(desk, register(desk, received_at=between)).visit_id == first
    assert complaints.get(desk, register(desk)).visit_id == second
    late = complaints.get(desk, register(desk, received_at=START - DAY))
    assert (late.visit_id, late.received_at) == (None, START - DAY)
    assert {clock.started_at for clock in late.clocks} == {START - DAY}
    # It is overdue already, and raised at once.
    assert START - DAY + 8 * HOUR in {e.crossed_at for e in standing(desk)}
    with pytest.raises(Refused) as refusal:
        register(desk, received_at=clock.at + 1)
    assert refusal.value.reason is Reason.IN_FUTURE


def visit(desk: Desk, clock: ManualClock, plate: str = "苏A12345") -> int:
    zone.arrive(desk, plate)
    zone.receive(desk, plate)
    number = desk.snapshot().floor.car(plate).visit_id
    clock.at += MINUTE
    zone.leave(desk, plate)
    clock.at += MINUTE
    return number


def test_what_is_amended_moves_the_visit_and_what_it_is_found_by(desk: Desk, clock: ManualClock) -> None:
    mine, other = visit(desk, clock), visit(desk, clock, "苏B88888")
    number = register(desk)
    found_by = terms(desk, number)
    assert complaints.get(desk, number).visit_id == mine
    amending.amend(desk, number, plate="苏B88888", customer="王静", nature=Nature.DISPUTE)
    case = complaints.get(desk, number)
    assert (case.visit_id, case.plate, case.customer, case.nature) == (other, "苏B88888", "王静", Nature.DISPUTE)
    assert (case.words, case.stage) == ("漏油", Stage.REGISTERED)
    assert str(number) in terms(desk, number)
    with pytest.raises(Refused) as refusal:
        amending.amend(desk, number, plate="苏B88888", phone="13812345678")
    assert refusal.value.reason is Reason.NOTHING_TO_AMEND
    undo.undo(desk)
    assert complaints.get(desk, number).visit_id == mine
    assert terms(desk, number) == found_by
    amending.amend(desk, number, plate="")
    assert complaints.get(desk, number).visit_id is None
    assert_whole(desk.connection)


def terms(desk: Desk, number: int) -> set[str]:
    rows = desk.connection.execute("select term from case_terms where complaint_id = ?", (number,))
    return {term for (term,) in rows}


LIFE: list[tuple[Step, dict[str, Any]]] = [
    (Step.ASSIGN, {}), (Step.INFORM, {}), (Step.NOTE, {}), (Step.JUDGE, {"severity": Severity.ORDINARY}),
    (Step.JUDGE, {"severity": Severity.MAJOR}), (Step.TO_QUALITY, {}),
    (Step.PAUSE, {"clock": ClockName.FULL_ANSWER, "at": START + DAY}), (Step.RESUME, {"clock": ClockName.FULL_ANSWER}),
    (Step.PROMISE, {"at": START + DAY}), (Step.KEEP, {}), (Step.ANSWER, {"form": Form.SPOKEN}), (Step.WRITE_UP, {}),
    (Step.REPORT, {}), (Step.DECIDE, {}), (Step.VISIT, {}), (Step.QUALITY, FOUND), (Step.PASS_ON, {}),
    (Step.RESOLVE, {}), (Step.CONFIRM, {}), (Step.CLOSE, {}), (Step.FOLLOW_UP, {"satisfaction": 5}), (Step.REOPEN, {}),
    (Step.CLOSE_ANYWAY, {}),
]  # fmt: skip
"""Every step there is, in an order in which each can be taken."""


def test_each_step_is_taken_back_to_the_very_row(manager: Desk, clock: ManualClock) -> None:
    number = register(manager, Severity.MAJOR)
    assert {step for step, _ in LIFE} == set(Step) - {Step.AMEND}
    for step, given in LIFE:
        clock.at += MINUTE
        before = tables(manager.connection)
        take(manager, number, step, **given)
        undo.undo(manager)
        now = tables(manager.connection)
        assert {table: now[table] for table in OF_CASES} == {table: before[table] for table in OF_CASES}, step
        take(manager, number, step, **given)
    assert_whole(manager.connection)


def test_a_registration_is_taken_back_with_everything_it_began(desk: Desk) -> None:
    number = register(desk, Severity.MAJOR, received_at=START - HOUR)
    assert len(standing(desk)) == 1
    undo.undo(desk)
    assert standing(desk) == ()
    assert not any(tables(desk.connection)[table] for table in OF_CASES)
    assert register(desk) == number + 1
    assert_whole(desk.connection)


def test_what_others_have_built_on_is_not_taken_back(desk: Desk, manager: Desk) -> None:
    number = register(desk)
    take(manager, number, Step.NOTE, "客户来过电话")
    with pytest.raises(Refused) as refusal:
        undo.undo(desk)
    assert refusal.value.reason is Reason.CHANGED_SINCE
    assert complaints.get(desk, number).stage is Stage.REGISTERED


def test_what_runs_again_after_an_undo_is_due_by_the_calendar_in_force(desk: Desk, manager: Desk) -> None:
    number = register(desk)
    take(desk, number, Step.ANSWER)
    policy.load(manager, Policy(closed_dates=("2026-05-29",)))
    undo.undo(desk)
    assert clock_of(desk, number, ClockName.FIRST_ANSWER).due_at == TODAY_CLOSE + DAY
    next_due = complaints.get(desk, number).next_due
    assert next_due is not None
    assert tables(desk.connection)["complaints"][number]["next_due"] == next_due.due_at == TODAY_CLOSE + DAY


def test_what_is_due_first_is_right_after_an_undo(desk: Desk, manager: Desk) -> None:
    """A promise is taken back; the clock that was due next has been met by others since."""
    number = register(desk)
    to_confirmed(desk, number)
    take(desk, number, Step.TO_QUALITY)
    take(desk, number, Step.PROMISE, at=START + HOUR)
    take(manager, number, Step.QUALITY, **FOUND)
    undo.undo(desk)
    assert tables(desk.connection)["complaints"][number]["next_due"] is None
    assert_whole(desk.connection)


def test_a_case_is_not_closed_again_over_a_promise_others_have_made(desk: Desk, manager: Desk) -> None:
    number = register(desk)
    take(manager, number, Step.CLOSE_ANYWAY)
    take(desk, number, Step.REOPEN)
    take(manager, number, Step.PROMISE, at=START + 2 * DAY)
    with pytest.raises(Refused) as refusal:
        undo.undo(desk)
    assert refusal.value.reason is Reason.CHANGED_SINCE
    assert "promised" in running(complaints.get(desk, number))


def test_pauses_do_not_overlap_after_an_undo(desk: Desk, manager: Desk, clock: ManualClock) -> None:
    """Somebody lets a clock go on; before it is taken back, it is paused again, while the store is closed."""
    number = register(desk)
    clock.at = TODAY_CLOSE + HOUR
    take(desk, number, Step.PAUSE, clock=ClockName.FULL_ANSWER, at=clock.at + 3 * HOUR)
    take(desk, number, Step.RESUME, clock=ClockName.FULL_ANSWER)
    clock.at += 1000
    take(manager, number, Step.PAUSE, clock=ClockName.FULL_ANSWER, at=clock.at + HOUR)
    with pytest.raises(Refused) as refusal:
        undo.undo(desk)
    assert refusal.value.reason is Reason.CHANGED_SINCE
    assert clock_of(desk, number, ClockName.FULL_ANSWER).paused(clock.at + HOUR) == HOUR


def test_one_operation_is_one_step(desk: Desk) -> None:
    number = register(desk)
    one = complaints.take(desk, number, Step.ANSWER, "已答复", "op-1")
    assert complaints.take(desk, number, Step.ANSWER, "已答复", "op-1") == one
    assert [note.step for note in case_page.page(desk, number).notes] == ["answer"]
    kept = complaints.register(
        desk, channel=Channel.PHONE, kind=ComplaintKind.PRICE, severity=Severity.ORDINARY, customer="", phone="",
        plate="", words="太贵", operation="op-2",
    )  # fmt: skip
    assert complaints.take(desk, number, Step.ANSWER, "", "op-2") == kept
    assert desk.snapshot().open_complaints == 2
