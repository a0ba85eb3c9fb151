"""A week without a full answer: a date is owed, called for once, and met by what tells the customer when (Q3)."""

from typing import Any

import pytest
from case_work import START, TODAY_CLOSE, clock_of, register, standing, take

from frontdesk.desk import policy
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.cases.case import Nature
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock

FULL_DUE, WEEK_DUE = TODAY_CLOSE + 5 * DAY, TODAY_CLOSE + 7 * DAY
"""It came in on a Friday: the third working day is Wednesday."""


def raised(desk: Desk) -> list[int]:
    """Return when each missed clock that stands was due, all of them put on record."""
    handling.evaluate(desk)
    return sorted(escalation.crossed_at for escalation in standing(desk))


def answered(desk: Desk, **said: Any) -> int:
    number = register(desk, nature=Nature.INQUIRY, **said)
    take(desk, number, CaseStep.ANSWER)
    return number


@pytest.mark.parametrize("is_drill", [False, True])
def test_a_date_is_called_for_when_the_week_is_over_until_one_is_agreed_on(
    advisor: Desk, clock: ManualClock, is_drill: bool
) -> None:
    number = answered(advisor, is_drill=is_drill)
    clock.at = WEEK_DUE
    assert raised(advisor) == [FULL_DUE]
    clock.at = WEEK_DUE + 1
    assert raised(advisor) == [FULL_DUE, WEEK_DUE]
    take(advisor, number, CaseStep.PROMISE, "下周三答复", at=clock.at + 3 * DAY)
    assert clock_of(advisor, number, ClockName.AGREE_DATE).met_at == clock.at
    assert raised(advisor) == [FULL_DUE]
    take(advisor, number, CaseStep.RESOLVE)
    assert raised(advisor) == []


def test_a_date_that_was_entered_wrongly_is_owed_from_the_first_on(advisor: Desk, clock: ManualClock) -> None:
    number = answered(advisor)
    take(advisor, number, CaseStep.PROMISE, "填错", at=WEEK_DUE + DAY)
    assert clock_of(advisor, number, ClockName.AGREE_DATE).met_at == START
    take(advisor, number, CaseStep.WITHDRAW)
    clock.at = WEEK_DUE + 1
    assert raised(advisor) == [FULL_DUE, WEEK_DUE]


def test_a_full_answer_that_is_put_off_puts_off_no_date(advisor: Desk, clock: ManualClock) -> None:
    """Nobody told the customer: that is what the week is for; it is put off only by itself."""
    number = answered(advisor)
    take(advisor, number, CaseStep.PAUSE, "等件", clock=ClockName.FULL_ANSWER, at=START + 30 * DAY)
    other = answered(advisor)
    take(advisor, other, CaseStep.PAUSE, "客户出国", clock=ClockName.FULL_ANSWER, at=START + 30 * DAY)
    take(advisor, other, CaseStep.PAUSE, "客户出国", clock=ClockName.AGREE_DATE, at=START + 30 * DAY)
    clock.at = WEEK_DUE + 1
    assert raised(advisor) == [WEEK_DUE]


def test_nobody_is_called_twice_in_the_same_minute_for_one_case(advisor: Desk, clock: ManualClock) -> None:
    policy.load(advisor, Policy(agree_date_days=5))
    number = answered(advisor)
    assert {c.due_at for c in complaints.get(advisor, number).running} == {FULL_DUE}
    clock.at = FULL_DUE + 10 * MINUTE
    assert raised(advisor) == [FULL_DUE]
    assert advisor.snapshot().has_news(clock.at) is False
    # Put off, the full answer calls no more: the date does.
    policy.load(advisor, Policy(agree_date_days=5, full_answer_days=9))
    assert [clock.due_at for clock in complaints.get(advisor, number).running if clock.is_missed(FULL_DUE + 1)]
    assert raised(advisor) == [FULL_DUE]
    assert standing(advisor)[0].subject.number == clock_of(advisor, number, ClockName.AGREE_DATE).id


def test_put_on_record_after_its_week_a_case_begins_another(advisor: Desk, clock: ManualClock) -> None:
    """Else three clocks of one case would call in the minute in which it is typed."""
    number = register(advisor, received_at=START - 10 * DAY)
    found = clock_of(advisor, number, ClockName.AGREE_DATE)
    assert (found.started_at, found.due_at) == (START, WEEK_DUE)
    assert len(raised(advisor)) == 2
    of_yesterday = register(advisor, received_at=START - DAY)
    assert clock_of(advisor, of_yesterday, ClockName.AGREE_DATE).due_at == WEEK_DUE - DAY


def test_opened_again_it_has_another_week_and_closed_it_owes_nothing(
    advisor: Desk, manager: Desk, clock: ManualClock
) -> None:
    number = answered(advisor)
    clock.at += DAY
    take(manager, number, CaseStep.CLOSE_ANYWAY, "客户撤回")
    assert complaints.get(advisor, number).running == ()
    clock.at += 30 * DAY
    assert raised(advisor) == []
    take(advisor, number, CaseStep.REOPEN)
    running = complaints.get(advisor, number).running_of(ClockName.AGREE_DATE)
    assert running is not None
    assert (running.started_at, running.due_at) == (clock.at, TODAY_CLOSE + 38 * DAY)
    assert clock.at + HOUR < running.due_at
