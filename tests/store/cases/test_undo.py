"""Undo in a case: every step back to the very row, clocks due as they should be, nothing others have built on."""

from typing import Any

import pytest
from case_work import FOUND, START, TODAY_CLOSE, clock_of, register, running, standing, take, to_confirmed
from store_checks import assert_whole, tables

from frontdesk.desk import policy, undo
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.asks import Remedy
from frontdesk.domain.cases.case import Form, Severity, Stage
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock
from frontdesk.domain.values.errors import Refused

OF_CASES = ("complaints", "clocks", "pauses", "notes", "quality", "closing_reports", "asks")

LIFE: list[tuple[CaseStep, dict[str, Any]]] = [
    (CaseStep.ASSIGN, {}), (CaseStep.INFORM, {}), (CaseStep.NOTE, {}),
    (CaseStep.JUDGE, {"severity": Severity.ORDINARY}),
    (CaseStep.JUDGE, {"severity": Severity.MAJOR}), (CaseStep.TO_QUALITY, {}),
    (CaseStep.PAUSE, {"clock": ClockName.FULL_ANSWER, "at": START + DAY}),
    (CaseStep.RESUME, {"clock": ClockName.FULL_ANSWER}),
    (CaseStep.PROMISE, {"at": START + DAY}), (CaseStep.KEEP, {}),
    (CaseStep.PROMISE, {"at": START + DAY}), (CaseStep.WITHDRAW, {}), (CaseStep.ANSWER, {"form": Form.SPOKEN}),
    (CaseStep.WRITE_UP, {}),
    (CaseStep.REPORT, {}), (CaseStep.DECIDE, {}), (CaseStep.VISIT, {}), (CaseStep.QUALITY, FOUND),
    (CaseStep.PASS_ON, {}),
    (CaseStep.ASK_MATERIAL, {}), (CaseStep.MATERIAL, {}), (CaseStep.ASK_LEGAL, {}),
    (CaseStep.LEGAL_NEXT, {"at": START + 2 * DAY}), (CaseStep.LEGAL, {}),
    (CaseStep.ONSITE, {"remedy": Remedy.REPAIR, "people": "王工 检测仪"}),
    (CaseStep.ONSITE_DONE, {"understood": True, "content": True}),
    (CaseStep.ASK_SAMPLE, {}), (CaseStep.SAMPLE_HERE, {}), (CaseStep.SAMPLE_SENT, {}), (CaseStep.SAMPLE, {}),
    (CaseStep.ASK_SAMPLE, {}), (CaseStep.NOT_NEEDED, {}),
    (CaseStep.RESOLVE, {}), (CaseStep.CONFIRM, {}), (CaseStep.CLOSE, {}), (CaseStep.FOLLOW_UP, {"satisfaction": 5}),
    (CaseStep.REOPEN, {}),
    (CaseStep.CLOSE_ANYWAY, {}),
]  # fmt: skip
"""Every step there is, in an order in which each can be taken."""


def test_each_step_is_taken_back_to_the_very_row(manager: Desk, clock: ManualClock) -> None:
    number = register(manager, Severity.MAJOR)
    assert {step for step, _ in LIFE} == set(CaseStep) - {CaseStep.AMEND}
    for step, given in LIFE:
        clock.at += MINUTE
        before = tables(manager.connection)
        take(manager, number, step, **given)
        undo.undo(manager)
        now = tables(manager.connection)
        assert {table: now[table] for table in OF_CASES} == {table: before[table] for table in OF_CASES}, step
        take(manager, number, step, **given)
    assert_whole(manager.connection)


def test_a_registration_is_taken_back_with_everything_it_began(advisor: Desk) -> None:
    number = register(advisor, Severity.MAJOR, received_at=START - HOUR)
    assert len(standing(advisor)) == 1
    undo.undo(advisor)
    assert standing(advisor) == ()
    assert not any(tables(advisor.connection)[table] for table in OF_CASES)
    assert register(advisor) == number + 1
    assert_whole(advisor.connection)


def test_what_others_have_built_on_is_not_taken_back(advisor: Desk, manager: Desk) -> None:
    number = register(advisor)
    take(manager, number, CaseStep.NOTE, "客户来过电话")
    with pytest.raises(Refused) as refusal:
        undo.undo(advisor)
    assert refusal.value.reason is JournalReason.BUILT_ON
    assert (refusal.value.facts["who"], refusal.value.facts["kind"]) == (manager.actor.who, CaseStep.NOTE)
    assert complaints.get(advisor, number).stage is Stage.REGISTERED


def test_what_runs_again_after_an_undo_is_due_by_the_calendar_in_force(advisor: Desk, manager: Desk) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.ANSWER)
    policy.load(manager, Policy(closed_dates=("2026-05-29",)))
    undo.undo(advisor)
    assert clock_of(advisor, number, ClockName.FIRST_ANSWER).due_at == TODAY_CLOSE + DAY
    next_due = complaints.get(advisor, number).next_due
    assert next_due is not None
    assert tables(advisor.connection)["complaints"][number]["next_due"] == next_due.due_at == TODAY_CLOSE + DAY


def test_what_is_due_first_is_right_after_an_undo(advisor: Desk, manager: Desk) -> None:
    """A promise is taken back; the clock that was due next has been met by others since."""
    number = register(advisor)
    to_confirmed(advisor, number)
    take(advisor, number, CaseStep.TO_QUALITY)
    take(advisor, number, CaseStep.PROMISE, at=START + HOUR)
    take(manager, number, CaseStep.QUALITY, **FOUND)
    undo.undo(advisor)
    assert tables(advisor.connection)["complaints"][number]["next_due"] is None
    assert_whole(advisor.connection)


def test_a_case_is_not_closed_again_over_a_promise_others_have_made(advisor: Desk, manager: Desk) -> None:
    number = register(advisor)
    take(manager, number, CaseStep.CLOSE_ANYWAY)
    take(advisor, number, CaseStep.REOPEN)
    take(manager, number, CaseStep.PROMISE, at=START + 2 * DAY)
    with pytest.raises(Refused) as refusal:
        undo.undo(advisor)
    assert refusal.value.reason is JournalReason.BUILT_ON
    assert "promised" in running(complaints.get(advisor, number))


def test_pauses_do_not_overlap_after_an_undo(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    """Somebody lets a clock go on; before it is taken back, it is paused again, while the store is closed."""
    number = register(advisor)
    clock.at = TODAY_CLOSE + HOUR
    take(advisor, number, CaseStep.PAUSE, clock=ClockName.FULL_ANSWER, at=clock.at + 3 * HOUR)
    take(advisor, number, CaseStep.RESUME, clock=ClockName.FULL_ANSWER)
    clock.at += 1000
    take(manager, number, CaseStep.PAUSE, clock=ClockName.FULL_ANSWER, at=clock.at + HOUR)
    with pytest.raises(Refused) as refusal:
        undo.undo(advisor)
    assert refusal.value.reason is JournalReason.BUILT_ON
    assert clock_of(advisor, number, ClockName.FULL_ANSWER).paused(clock.at + HOUR) == HOUR
