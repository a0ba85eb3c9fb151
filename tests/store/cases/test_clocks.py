"""The clocks of a case: paused and let run on, promises, who is called when one is missed (Q1–Q4, Q6, C3, C5, C6)."""

from collections.abc import Callable

import pytest
from attended import sign
from case_work import FOUND, START, TODAY_CLOSE, clock_of, refused, register, standing, take

from data.proof.times import wrong_times
from frontdesk.desk import policy, undo
from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.cases.clocks import ClockName, ClockState
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import State
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock


def evaluate(desk: Desk) -> Result | None:
    """Look for what is due, while every station is open."""
    sign(desk, desk.now())
    return handling.evaluate(desk)


def test_a_pause_until_tomorrow_and_the_prompt(advisor: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    clock.at = TODAY_CLOSE - HOUR
    tomorrow = START + 23 * HOUR
    take(advisor, number, CaseStep.PAUSE, "等配件", clock=ClockName.FIRST_ANSWER, at=tomorrow)
    assert clock_of(advisor, number, ClockName.FIRST_ANSWER).due_at == tomorrow + HOUR
    clock.at = TODAY_CLOSE + HOUR
    assert evaluate(advisor) is None
    assert (
        refused(advisor, number, CaseStep.PAUSE, clock=ClockName.FIRST_ANSWER, at=tomorrow).reason
        is CaseReason.PAUSED_ALREADY
    )
    clock.at = tomorrow + HOUR
    assert evaluate(advisor) is None
    clock.at += 1
    evaluate(advisor)
    (late,) = standing(advisor)
    assert (late.crossed_at, late.plate) == (tomorrow + HOUR, "苏A12345")
    assert refused(advisor, number, CaseStep.PAUSE, clock=ClockName.FIRST_ANSWER, at=clock.at + DAY).reason is (
        CaseReason.CLOCK_MISSED
    )
    take(advisor, number, CaseStep.ANSWER)
    assert standing(advisor) == ()
    assert clock_of(advisor, number, ClockName.FIRST_ANSWER).is_missed(clock.at)


def test_a_pause_that_is_cut_short_gives_back_what_it_took(advisor: Desk, clock: ManualClock) -> None:
    number = register(advisor, Severity.MAJOR)
    clock.at += MINUTE
    take(advisor, number, CaseStep.PAUSE, "客户在外地", clock=ClockName.ON_SITE, at=clock.at + 3 * DAY)
    assert clock_of(advisor, number, ClockName.ON_SITE).due_at == START + 4 * DAY
    clock.at += HOUR
    take(advisor, number, CaseStep.RESUME, "", clock=ClockName.ON_SITE)
    found = clock_of(advisor, number, ClockName.ON_SITE)
    assert (found.due_at, found.paused(clock.at + DAY)) == (START + DAY + HOUR, HOUR)
    assert refused(advisor, number, CaseStep.RESUME, clock=ClockName.ON_SITE).reason is CaseReason.NOT_PAUSED


def test_a_machine_clock_that_is_set_back_stops_nobody(advisor: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.TO_QUALITY)
    take(advisor, number, CaseStep.PAUSE, clock=ClockName.FULL_ANSWER, at=START + HOUR)
    clock.at -= 5 * MINUTE
    again = refused(advisor, number, CaseStep.PAUSE, clock=ClockName.FULL_ANSWER, at=START + 2 * HOUR)
    assert (again.reason, again.facts["at"]) == (CaseReason.PAUSED_ALREADY, START + HOUR)
    take(advisor, number, CaseStep.QUALITY, **FOUND)
    take(advisor, number, CaseStep.PASS_ON)
    take(advisor, number, CaseStep.ANSWER)
    (form,) = case_page.page(advisor, number).forms
    assert (form.answered_at, form.passed_on_at) == (START, START)
    assert clock_of(advisor, number, ClockName.FIRST_ANSWER).met_at == START
    assert clock_of(advisor, number, ClockName.FULL_ANSWER).paused(clock.at) == 0


def test_a_pause_needs_a_reason_and_a_person(advisor: Desk, open_desk: Callable[..., Desk]) -> None:
    number = register(advisor)
    until = START + HOUR
    assert (
        refused(advisor, number, CaseStep.PAUSE, "", clock=ClockName.FULL_ANSWER, at=until).reason
        is CaseReason.NOTE_MISSING
    )
    nobody = open_desk("reception", "")
    assert (
        refused(nobody, number, CaseStep.PAUSE, clock=ClockName.FULL_ANSWER, at=until).reason
        is PeopleReason.NO_OPERATOR
    )


def test_what_runs_is_due_by_the_policy_in_force_and_a_promise_stays(advisor: Desk, clock: ManualClock) -> None:
    number = register(advisor, Severity.MAJOR)
    take(advisor, number, CaseStep.PROMISE, "换新", at=START + DAY)
    take(advisor, number, CaseStep.PAUSE, "等回电", clock=ClockName.HEAD_INFORMED, at=START + MINUTE)
    policy.load(advisor, Policy(head_informed_s=300, on_site_s=7200, full_answer_days=1))
    due = {each.name: each.due_at for each in complaints.get(advisor, number).running}
    assert due == {
        ClockName.HEAD_INFORMED: START + 6 * MINUTE, ClockName.ON_SITE: START + 2 * HOUR,
        ClockName.FIRST_ANSWER: TODAY_CLOSE, ClockName.FULL_ANSWER: TODAY_CLOSE + 3 * DAY,
        ClockName.PROMISED: START + DAY, ClockName.AGREE_DATE: TODAY_CLOSE + 7 * DAY,
    }  # fmt: skip
    clock.at = START + 10 * MINUTE
    policy.load(advisor, Policy(head_informed_s=301))
    assert [e.crossed_at for e in standing(advisor)] == [START + 6 * MINUTE + 1000]


@pytest.mark.parametrize(
    ("name", "step", "runs_on"),
    [
        (ClockName.ON_SITE, CaseStep.VISIT, START + DAY + HOUR),
        (ClockName.FIRST_ANSWER, CaseStep.ANSWER, START + DAY - HOUR // 2),
        (ClockName.PROMISED, CaseStep.KEEP, START + 5 * HOUR),
    ],
)
def test_met_in_a_pause_it_is_due_by_what_the_pause_took(
    advisor: Desk, clock: ManualClock, name: ClockName, step: CaseStep, runs_on: int
) -> None:
    number = register(advisor, Severity.MAJOR)
    take(advisor, number, CaseStep.PROMISE, "换新", at=START + 4 * HOUR)
    take(advisor, number, CaseStep.PAUSE, "客户约后天", clock=name, at=START + 2 * DAY)
    clock.at = START + HOUR
    take(advisor, number, step, "看过车")
    met = clock_of(advisor, number, name)
    assert (met.met_at, met.due_at, met.paused(clock.at)) == (START + HOUR, runs_on, HOUR)
    assert [(pause.since, pause.until) for pause in met.pauses] == [(START, START + HOUR)]
    undo.undo(advisor)
    again = clock_of(advisor, number, name)
    assert (again.met_at, again.paused_until(clock.at)) == (None, START + 2 * DAY)


def test_owed_again_after_an_undo_it_calls_anew(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    number = register(advisor, Severity.MAJOR)
    clock.at = START + 31 * MINUTE
    evaluate(advisor)
    take(manager, number, CaseStep.CLOSE_ANYWAY, "客户撤诉")
    take(advisor, number, CaseStep.REOPEN, "客户又来电")
    clock.at += 10
    evaluate(advisor)
    assert [(e.level, e.calls) for e in standing(advisor)] == [(1, 2)]
    undo.undo(advisor)
    assert standing(advisor) == ()
    clock.at = START + 2 * DAY
    take(advisor, number, CaseStep.REOPEN, "客户又来电")
    evaluate(advisor)
    head = next(e for e in standing(advisor) if e.crossed_at == START + 30 * MINUTE)
    assert (head.level, head.state, head.based_at) == (1, State.RAISED, clock.at)


def test_owed_again_in_the_same_instant_it_calls_a_moment_later(
    advisor: Desk, manager: Desk, clock: ManualClock
) -> None:
    number = register(advisor, Severity.MAJOR)
    clock.at = START + 30 * MINUTE + 1
    evaluate(advisor)
    for _time in range(3):
        take(manager, number, CaseStep.JUDGE, "一般", severity=Severity.ORDINARY)
        take(manager, number, CaseStep.JUDGE, "严重", severity=Severity.MAJOR)
        evaluate(advisor)
    (again,) = standing(advisor)
    assert (again.state, again.level) == (State.RAISED, 0)
    clock.at += 10
    evaluate(advisor)
    assert [(e.level, e.state) for e in standing(advisor)] == [(1, State.RAISED)]


def test_owed_again_it_calls_anew(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    number = register(advisor, Severity.MAJOR)
    clock.at = START + 31 * MINUTE
    evaluate(advisor)
    (first,) = standing(advisor)
    handling.acknowledge(manager, first.id)
    take(manager, number, CaseStep.JUDGE, "一般", severity=Severity.ORDINARY)
    assert standing(advisor) == ()
    clock.at = START + 50 * MINUTE
    take(manager, number, CaseStep.JUDGE, "还是严重", severity=Severity.MAJOR)
    evaluate(advisor)
    (second,) = standing(advisor)
    assert (second.crossed_at, second.state, second.level) == (START + 30 * MINUTE, State.RAISED, 1)
    assert (second.acknowledged_by, second.calls) == ("", 2)
    # The director is called an hour from now: in between nothing was owed.
    clock.at = START + 109 * MINUTE
    evaluate(advisor)
    assert standing(advisor)[0].level == 1
    clock.at = START + 110 * MINUTE
    evaluate(advisor)
    assert standing(advisor)[0].level == 2


def test_a_promise_missed_is_raised_and_kept_is_cleared(advisor: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.PROMISE, "周一前给检测结果", at=START + 2 * HOUR)
    take(advisor, number, CaseStep.PROMISE, "配件到货", at=START + 3 * HOUR)
    clock.at = START + 2 * HOUR
    assert evaluate(advisor) is None
    clock.at += 1
    evaluate(advisor)
    assert [e.crossed_at for e in standing(advisor)] == [START + 2 * HOUR]
    take(advisor, number, CaseStep.KEEP, "")
    assert standing(advisor) == ()
    assert [c.what for c in complaints.get(advisor, number).running if c.name is ClockName.PROMISED] == ["配件到货"]
    assert refused(advisor, number, CaseStep.PROMISE, at=clock.at).reason is CaseReason.DATE_PAST
    take(advisor, number, CaseStep.KEEP, "")
    assert refused(advisor, number, CaseStep.KEEP).reason is CaseReason.WRONG_STATE


def test_a_promise_withdrawn_is_owed_by_nothing_done_later(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.PROMISE, "填成了今天", at=START + 2 * HOUR)
    clock.at = START + 2 * HOUR + 1
    evaluate(advisor)
    assert len(standing(advisor)) == 1
    assert refused(advisor, number, CaseStep.WITHDRAW, "填错日期").reason is CaseReason.PROMISE_MISSED
    take(manager, number, CaseStep.WITHDRAW, "填错日期")
    assert standing(advisor) == ()
    assert complaints.get(advisor, number).next_due == clock_of(advisor, number, ClockName.FIRST_ANSWER)
    take(manager, number, CaseStep.CLOSE_ANYWAY, "客户撤诉")
    take(advisor, number, CaseStep.REOPEN, "客户又来")
    assert not complaints.get(advisor, number).promises
    assert clock_of(advisor, number, ClockName.PROMISED).state(clock.at, 0) is ClockState.WITHDRAWN
    said = [note.words for note in case_page.page(advisor, number).notes if note.step == CaseStep.WITHDRAW]
    assert said == ["填错日期"]


def test_of_two_promises_the_one_that_stands_still_goes_on(advisor: Desk, clock: ManualClock) -> None:
    """The first is paused beyond the second, which is due first by then."""
    number = register(advisor)
    take(advisor, number, CaseStep.PROMISE, "检测结果", at=START + 2 * HOUR)
    take(advisor, number, CaseStep.PROMISE, "配件到货", at=START + 3 * HOUR)
    take(advisor, number, CaseStep.PAUSE, "客户外出", clock=ClockName.PROMISED, at=START + 8 * HOUR)
    clock.at += HOUR
    take(advisor, number, CaseStep.RESUME, "", clock=ClockName.PROMISED)
    promises = {c.what: c.due_at for c in complaints.get(advisor, number).clocks if c.name is ClockName.PROMISED}
    assert promises == {"检测结果": START + 3 * HOUR, "配件到货": START + 3 * HOUR}


def test_what_lies_ahead_because_it_was_agreed_is_no_wrong_time(advisor: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.PROMISE, "检测结果", at=START + 2 * DAY)
    take(advisor, number, CaseStep.PAUSE, "客户外出", clock=ClockName.PROMISED, at=START + 3 * DAY)
    assert wrong_times(advisor.connection, clock.at) == ()
