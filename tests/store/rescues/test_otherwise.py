"""What is found on site is not as planned: three people read it, and there is another plan (R6)."""

from dataclasses import replace

import pytest
from at_desk import MINUTE, refusal
from rescue_team import PLAN, Team

from frontdesk.desk import approvals, matters
from frontdesk.desk.escalations import handling
from frontdesk.desk.people import staff
from frontdesk.desk.rescues import planning, road
from frontdesk.desk.undo import undo
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.matters.due import RESCUE_REPORTS, DueName
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.values.clock import ManualClock

SUPERVISOR, MANAGER, DIRECTOR = RESCUE_REPORTS


def running(team: Team, number: int) -> dict[DueName, int]:
    """What is owed now, each with how many minutes are left."""
    dues = (due for due in matters.shown(team.desk, number).dues if due.is_running)
    return {due.name: (due.due_at - team.desk.now()) // MINUTE for due in dues}


@pytest.fixture
def otherwise(team: Team, clock: ManualClock) -> int:
    """A rescue whose car has another fault than was planned for."""
    number = team.on_the_road()
    clock.at += 20 * MINUTE
    road.arrive(team.by("陈静"), number)
    road.check(team.desk, number, as_planned=False, words="变速箱也坏了")
    return number


def test_the_three_are_called_at_once_until_each_has_read_it(team: Team, clock: ManualClock, otherwise: int) -> None:
    assert running(team, otherwise) == {DueName.RESCUE_PLAN: 15, **dict.fromkeys(RESCUE_REPORTS, 1)}
    clock.at += MINUTE
    handling.evaluate(team.desk)
    assert not team.desk.snapshot().escalations
    clock.at += 1
    handling.evaluate(team.desk)
    prompts = team.desk.snapshot().escalations
    assert [prompt.kind for prompt in prompts] == [Kind.DUE_MISSED] * 3
    called = {tuple(map(str, stage.roles)) for prompt in prompts for stage in prompt.plan.stages}
    assert called == {("deputy", "manager", "director")}
    for who, left in (("王芳", {SUPERVISOR, DIRECTOR}), ("李建国", {SUPERVISOR}), ("孙磊", set())):
        road.read(team.by(who), otherwise)
        assert running(team, otherwise).keys() & set(RESCUE_REPORTS) == left
        assert refusal(lambda: road.read(team.desk, otherwise)) is RescueReason.NOTHING_TO_READ
    assert not team.desk.snapshot().escalations
    ended = {due.name: due.met_by for due in team.rescue(otherwise).matter.dues if due.name in RESCUE_REPORTS}
    assert ended == {SUPERVISOR: "孙磊", MANAGER: "王芳", DIRECTOR: "李建国"}
    assert running(team, otherwise).keys() == {DueName.RESCUE_PLAN}


def test_nobody_else_reads_it_for_them(team: Team, otherwise: int) -> None:
    assert refusal(lambda: road.read(team.by("陈静"), otherwise)) is RescueReason.NOTHING_TO_READ
    staff.remove(team.by("王芳"), "孙磊")
    road.read(team.desk, otherwise)
    assert running(team, otherwise).keys() & set(RESCUE_REPORTS) == {DIRECTOR}


def test_another_plan_is_owed_then_agreed_to_and_whoever_acted_knows(
    team: Team, clock: ManualClock, otherwise: int
) -> None:
    clock.at += 5 * MINUTE
    planning.plan(team.by("孙磊"), otherwise, replace(PLAN, cost_max=15000))
    assert running(team, otherwise) == {DueName.RESCUE_CONSENT: 10, MANAGER: -4, DIRECTOR: -4}
    planning.consent(team.by("王芳"), otherwise, "修")
    assert running(team, otherwise) == {DueName.RESCUE_RESULT: 120, DueName.APPROVAL: 5, DIRECTOR: -4}
    approvals.sign(team.by("李建国"), otherwise)
    assert running(team, otherwise).keys() == {DueName.RESCUE_RESULT}
    road.result(team.by("陈静"), otherwise, RescueOutcome.REPAIRED)


def test_it_is_read_also_once_the_car_is_towed(team: Team, otherwise: int) -> None:
    road.result(team.by("陈静"), otherwise, RescueOutcome.TOWED)
    assert running(team, otherwise).keys() == {DueName.RESCUE_FOLLOW_UP, *RESCUE_REPORTS}
    road.read(team.by("李建国"), otherwise)
    undo(team.desk)
    assert DIRECTOR in running(team, otherwise)


def test_as_planned_nobody_has_to_read_anything(team: Team) -> None:
    number = team.on_the_road()
    road.arrive(team.by("陈静"), number)
    road.check(team.desk, number, as_planned=True)
    assert running(team, number).keys() == {DueName.RESCUE_RESULT}
    assert refusal(lambda: road.read(team.by("王芳"), number)) is RescueReason.NOTHING_TO_READ
