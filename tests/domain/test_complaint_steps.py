"""Each stage of a complaint with each step: the next stage, or a refusal (C12)."""

import pytest

from frontdesk.domain.case_clocks import ClockName, DueClock
from frontdesk.domain.complaints import (
    NEEDS_NOTE,
    Channel,
    Complaint,
    ComplaintKind,
    Severity,
    Stage,
    Step,
    after,
    clocks_at_start,
    possible_steps,
)
from frontdesk.domain.deadlines import Deadline
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.policy import Policy
from frontdesk.domain.working_days import Calendar

NO = None
LEADS_TO: dict[Stage, dict[Step, Stage | None]] = {
    Stage.REGISTERED: {
        Step.ASSIGN: Stage.ASSIGNED, Step.INFORM: Stage.REGISTERED, Step.VISIT: Stage.REGISTERED,
        Step.ANSWER: Stage.ANSWERED, Step.RESOLVE: NO, Step.CONFIRM: NO, Step.CLOSE: NO, Step.REOPEN: NO,
    },
    Stage.ASSIGNED: {
        Step.ASSIGN: Stage.ASSIGNED, Step.INFORM: Stage.ASSIGNED, Step.VISIT: Stage.ASSIGNED,
        Step.ANSWER: Stage.ANSWERED, Step.RESOLVE: NO, Step.CONFIRM: NO, Step.CLOSE: NO, Step.REOPEN: NO,
    },
    Stage.ANSWERED: {
        Step.ASSIGN: NO, Step.INFORM: Stage.ANSWERED, Step.VISIT: Stage.ANSWERED,
        Step.ANSWER: Stage.ANSWERED, Step.RESOLVE: Stage.RESOLVED, Step.CONFIRM: NO, Step.CLOSE: NO, Step.REOPEN: NO,
    },
    Stage.RESOLVED: {
        Step.ASSIGN: NO, Step.INFORM: Stage.RESOLVED, Step.VISIT: Stage.RESOLVED, Step.ANSWER: NO, Step.RESOLVE: NO,
        Step.CONFIRM: Stage.CONFIRMED, Step.CLOSE: NO, Step.REOPEN: Stage.REGISTERED,
    },
    Stage.CONFIRMED: {
        Step.ASSIGN: NO, Step.INFORM: Stage.CONFIRMED, Step.VISIT: Stage.CONFIRMED, Step.ANSWER: NO, Step.RESOLVE: NO,
        Step.CONFIRM: NO, Step.CLOSE: Stage.CLOSED, Step.REOPEN: Stage.REGISTERED,
    },
    Stage.CLOSED: {
        Step.ASSIGN: NO, Step.INFORM: NO, Step.VISIT: NO, Step.ANSWER: NO, Step.RESOLVE: NO, Step.CONFIRM: NO,
        Step.CLOSE: NO, Step.REOPEN: Stage.REGISTERED,
    },
}  # fmt: skip
ALL = [(stage, step, to) for stage, steps in LEADS_TO.items() for step, to in steps.items()]


def case(stage: Stage, *clocks: DueClock) -> Complaint:
    waiting = clocks or tuple(
        DueClock(number, name, 0, 1_800_000, None)
        for number, name in enumerate((ClockName.HEAD_INFORMED, ClockName.ON_SITE), 1)
    )
    return Complaint(
        7, 0, Channel.PHONE, ComplaintKind.WAITING, Severity.MAJOR, stage, "", "", "", "等太久", None, "", waiting
    )


def test_the_table_is_whole() -> None:
    assert set(LEADS_TO) == set(Stage)
    assert all(set(steps) == set(Step) for steps in LEADS_TO.values())


@pytest.mark.parametrize(("stage", "step", "to"), ALL)
def test_where_a_step_leads(stage: Stage, step: Step, to: Stage | None) -> None:
    assert (step in possible_steps(case(stage))) is (to is not None)
    if to is not None:
        assert after(case(stage), step, "words") is to
        return
    with pytest.raises(Refused) as refused:
        after(case(stage), step, "words")
    assert refused.value.reason is Reason.WRONG_STATE
    assert refused.value.facts == {"number": 7, "stage": stage, "step": step}


@pytest.mark.parametrize(("stage", "step", "to"), [row for row in ALL if row[2] is not None])
def test_steps_that_need_words(stage: Stage, step: Step, to: Stage) -> None:
    if step not in NEEDS_NOTE:
        assert after(case(stage), step, "") is to
        return
    with pytest.raises(Refused) as refused:
        after(case(stage), step, "")
    assert refused.value.reason is Reason.NOTE_MISSING


@pytest.mark.parametrize(("step", "name"), [(Step.INFORM, ClockName.HEAD_INFORMED), (Step.VISIT, ClockName.ON_SITE)])
def test_what_only_a_major_case_owes_is_done_once(step: Step, name: ClockName) -> None:
    met = DueClock(1, name, 0, 10, 5)
    other = DueClock(2, ClockName.FIRST_ANSWER, 0, 10, None)
    for clock in (met, other):
        assert step not in possible_steps(case(Stage.REGISTERED, clock))
        with pytest.raises(Refused):
            after(case(Stage.REGISTERED, clock), step, "")


@pytest.mark.parametrize(
    ("met_at", "now", "missed"),
    [(None, 1000, False), (None, 1001, True), (1000, 5000, False), (1001, 5000, True)],
)
def test_met_at_the_very_instant_is_in_time(met_at: int | None, now: int, missed: bool) -> None:
    assert DueClock(1, ClockName.FIRST_ANSWER, 0, 1000, met_at).is_missed(now) is missed


def test_the_clocks_of_a_case() -> None:
    ten = 1_780_020_000_000  # a Friday
    close, day = ten + 8 * 3_600_000, 24 * 3_600_000
    ordinary = {
        ClockName.FIRST_ANSWER: Deadline(close),
        ClockName.FULL_ANSWER: Deadline(close + 5 * day, provisional=True),
    }
    nothing_published = Calendar()
    assert clocks_at_start(Severity.ORDINARY, ten, Policy(), nothing_published) == ordinary
    assert clocks_at_start(Severity.MAJOR, ten, Policy(), nothing_published) == {
        **ordinary,
        ClockName.HEAD_INFORMED: Deadline(ten + 1_800_000),
        ClockName.ON_SITE: Deadline(ten + day),
    }


def test_the_next_due_is_the_first_running_clock() -> None:
    clocks = (
        DueClock(1, ClockName.FIRST_ANSWER, 0, 900, None),
        DueClock(2, ClockName.HEAD_INFORMED, 0, 300, 200),
        DueClock(3, ClockName.FIRST_ANSWER, 0, 500, None),
    )
    assert case(Stage.REGISTERED, *clocks).next_due is clocks[2]
    assert case(Stage.REGISTERED, clocks[1]).next_due is None
