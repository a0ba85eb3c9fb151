"""A missed clock calls up the chain, holds while somebody has it, and is raised again (C3, Q4)."""

from attended import sign
from case_work import TODAY_CLOSE, register, standing, take

from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling, record
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import LineKind, State
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import HOUR, MINUTE, ManualClock


def evaluate(desk: Desk) -> Result | None:
    """Look for what is due, while every station is open."""
    sign(desk, desk.now())
    return handling.evaluate(desk)


def called(desk: Desk, number: int) -> list[tuple[LineKind, int, int, set[str]]]:
    """Which stage was called why, how long after the crossing, and who."""
    page = record.page(desk, number)
    found: dict[tuple[LineKind, int, int], set[str]] = {}
    for step in page.steps:
        if step.role:
            found.setdefault((step.kind, step.level, step.due_at - page.escalation.crossed_at), set()).add(step.role)
    return [(*call, roles) for call, roles in found.items()]


def missed(desk: Desk, clock: ManualClock) -> int:
    """Let a complaint's first answer be missed; return the number of what was raised."""
    register(desk)
    clock.at = TODAY_CLOSE + 1
    evaluate(desk)
    (late,) = standing(desk)
    return late.id


def test_the_chain_of_a_missed_clock(advisor: Desk, clock: ManualClock) -> None:
    late = missed(advisor, clock)
    assert called(advisor, late) == [(LineKind.CALLED, 1, 0, {"advisor", "manager"})]
    clock.at = TODAY_CLOSE + HOUR - 1
    assert evaluate(advisor) is None
    clock.at += 1
    evaluate(advisor)
    assert called(advisor, late)[1:] == [(LineKind.CALLED, 2, HOUR, {"director"})]


def test_a_missed_clock_that_is_taken_on_holds_and_is_raised_again(
    advisor: Desk, manager: Desk, clock: ManualClock
) -> None:
    late = missed(advisor, clock)
    clock.at = TODAY_CLOSE + 10 * MINUTE
    sign(advisor, clock.at)
    handling.acknowledge(manager, late)
    clock.at = TODAY_CLOSE + 40 * MINUTE - 1
    assert evaluate(advisor) is None
    clock.at += 1
    evaluate(advisor)
    assert called(advisor, late)[1:] == [(LineKind.NOT_ACTED, 2, 40 * MINUTE, {"director"})]
    assert standing(advisor)[0].state is State.RAISED
    take(advisor, 1, CaseStep.ANSWER)
    assert standing(advisor) == ()


def test_taken_on_in_time_and_answered_nobody_else_is_called(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    late = missed(advisor, clock)
    handling.acknowledge(manager, late)
    clock.at += 20 * MINUTE
    take(advisor, 1, CaseStep.ANSWER)
    clock.at += 2 * HOUR
    evaluate(advisor)
    assert [call for call in called(advisor, late) if call[1] > 1] == []
