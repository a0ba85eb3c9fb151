"""A plan that is changed on the road is agreed to and signed again; numbers that are shown are on record (R2, R3)."""

from dataclasses import replace

from at_desk import refusal
from rescue_team import PHONE, PLAN, Team

from frontdesk.desk import approvals, matters
from frontdesk.desk.rescues import planning, rescues, road
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.picture.workshop_calls import WorkshopCalls
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.words.rescues import next_step


def said(team: Team, number: int) -> str:
    return next_step(team.rescue(number), tolerance_of(team.desk.snapshot().policy))


def running(team: Team, number: int) -> set[DueName]:
    return {due.name for due in matters.shown(team.desk, number).dues if due.is_running}


def test_nothing_is_repaired_before_customer_and_director_agreed_to_the_new_plan(team: Team) -> None:
    number = team.on_the_road()
    planning.plan(team.by("孙磊"), number, replace(PLAN, cost_max=15000))
    assert "F3" in said(team, number)
    assert DueName.RESCUE_CONSENT in running(team, number)
    road.arrive(team.by("陈静"), number)
    road.check(team.desk, number, as_planned=True)
    assert "F3" in said(team, number)

    def repaired() -> object:
        return road.result(team.by("陈静"), number, RescueOutcome.REPAIRED)

    assert refusal(repaired) is RescueReason.CONSENT_FIRST
    planning.consent(team.by("王芳"), number, "好")
    assert (refusal(repaired), said(team, number)) == (RescueReason.NOT_APPROVED, "the director signs: F4")
    assert DueName.APPROVAL in running(team, number)
    approvals.sign(team.by("李建国"), number)
    repaired()


def test_the_number_is_shown_and_that_is_on_record(team: Team) -> None:
    number = team.called()
    assert rescues.show_phones(team.by("王芳"), number) == PHONE
    latest = team.desk.connection.execute("select kind, who from events order by seq desc limit 1").fetchone()
    assert latest == ("rescue_phone", "王芳")


def test_the_workshop_is_called_at_the_call_and_once_more_when_it_is_late(team: Team, clock: ManualClock) -> None:
    calls = WorkshopCalls()

    def look() -> Urgency | None:
        return calls.look(team.desk.snapshot().rescues_at(StationKind.WORKSHOP), clock.at)

    assert look() is None
    number = team.called()
    assert (look(), look()) == (Urgency.NOTICE, None)
    assert [matter.id for matter in team.desk.snapshot().rescues_at(StationKind.WORKSHOP)] == [number]
    assert not team.desk.snapshot().rescues_at(StationKind.MANAGER)
    clock.at += 15 * MINUTE
    assert look() is None
    clock.at += 1
    assert (look(), look()) == (Urgency.ALARM, None)
    planning.plan(team.by("孙磊"), number, PLAN)
    assert look() is None
