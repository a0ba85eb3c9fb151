"""A rescue from the call to the customer's mark, with every gate in its way (R1–R9, C8, C16)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from at_desk import MINUTE, refusal
from rescue_team import CAR, FORM, PLAN, Team

from frontdesk.desk import approvals, matters, parts
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import telling
from frontdesk.desk.register import fitness, things
from frontdesk.desk.rescues import calls, planning, rescues, road
from frontdesk.desk.undo import undo
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.parts.part import PartState
from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.things import Described, ThingKind
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.terms import RescueOutcome, RescueStage
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Reason


def stage(team: Team, number: int) -> RescueStage:
    return team.rescue(number).stage(tolerance_of(team.desk.snapshot().policy))


def owed(team: Team, number: int) -> dict[DueName, int]:
    """What is owed now, each with how many minutes are left."""
    dues = (due for due in matters.shown(team.desk, number).dues if due.is_running)
    return {due.name: (due.due_at - team.desk.now()) // MINUTE for due in dues}


def due(team: Team, number: int, name: DueName) -> Due:
    return next(each for each in matters.shown(team.desk, number).dues if each.name is name)


def test_from_the_call_to_the_mark(team: Team, clock: ManualClock) -> None:
    number = team.called()
    assert (stage(team, number), owed(team, number)) == (RescueStage.PLAN, {DueName.RESCUE_PLAN: 15})
    clock.at += 12 * MINUTE
    planning.plan(team.by("孙磊"), number, PLAN)
    assert owed(team, number) == {DueName.RESCUE_CONSENT: 10}
    clock.at += 5 * MINUTE
    planning.consent(team.by("王芳"), number, "尽快", revision=1)
    assert (stage(team, number), owed(team, number)) == (RescueStage.APPROVAL, {DueName.APPROVAL: 5})
    approvals.sign(team.by("李建国"), number)
    assert owed(team, number) == {DueName.RESCUE_PARTS: 15, DueName.RESCUE_DEPARTURE: 20}
    for part in team.rescue(number).missing:
        parts.step(team.by("陈静"), part.id, PartState.HANDED)
    assert owed(team, number) == {DueName.RESCUE_DEPARTURE: 20}
    road.depart(team.by("陈静"), number, "已出发", eta=clock.at + 30 * MINUTE, vehicle="救援车2")
    assert owed(team, number) == {DueName.RESCUE_TOLD: 3, DueName.RESCUE_CONTACT: 30}
    (call,) = telling.of_matter(team.desk, number)
    telling.told(team.by("陈静"), call.id)
    assert owed(team, number) == {DueName.RESCUE_CONTACT: 30, DueName.RESCUE_ETA: 30}
    clock.at += 20 * MINUTE
    road.contact(team.by("陈静"), number, "已上高速")
    assert owed(team, number) == {DueName.RESCUE_CONTACT: 30, DueName.RESCUE_ETA: 10}
    clock.at += 10 * MINUTE
    road.arrive(team.by("陈静"), number)
    assert (stage(team, number), owed(team, number)) == (RescueStage.ON_SITE, {DueName.RESCUE_CHECK: 15})
    assert not due(team, number, DueName.RESCUE_ETA).is_missed(clock.at)
    road.check(team.by("陈静"), number, as_planned=True)
    assert owed(team, number) == {DueName.RESCUE_RESULT: 120}
    road.result(team.by("陈静"), number, RescueOutcome.REPAIRED)
    assert owed(team, number) == {DueName.RESCUE_FOLLOW_UP: 3 * 24 * 60}
    road.follow_up(team.by("陈静"), number, 5)
    assert stage(team, number) is RescueStage.OVER
    assert due(team, number, DueName.RESCUE_FOLLOW_UP).met_by == "陈静"
    assert refusal(lambda: road.contact(team.desk, number, "x")) is RescueReason.RESCUE_OVER


Step = Callable[[Team, int], object]


@pytest.mark.parametrize(
    ("made", "step", "reason"),
    [
        ("called", lambda t, n: planning.plan(t.by("陈静"), n, PLAN), PeopleReason.NOT_YOUR_POST),
        ("called", lambda t, n: planning.consent(t.by("王芳"), n), RescueReason.NO_PLAN_YET),
        ("planned", lambda t, n: planning.consent(t.by("陈静"), n), PeopleReason.NOT_YOUR_POST),
        ("planned", lambda t, n: planning.consent(t.by("王芳"), n, revision=2), RescueReason.OLD_REVISION),
        ("planned", lambda t, n: planning.consent(t.by("王芳"), n, agrees=False), RescueReason.CONSENT_WHY),
        ("planned", lambda t, n: approvals.sign(t.by("李建国"), n), ApprovalReason.NO_APPROVAL),
        ("planned", lambda t, n: road.depart(t.by("陈静"), n, "x", eta=t.desk.now() + 1), RescueReason.CONSENT_FIRST),
        ("agreed", lambda t, n: road.depart(t.by("陈静"), n, "x", eta=t.desk.now() + 1), RescueReason.NOT_APPROVED),
        ("agreed", lambda t, n: approvals.sign(t.by("陈静"), n), ApprovalReason.NOT_THE_ROLE),
        ("agreed", lambda t, n: parts.step(t.by("陈静"), 1, PartState.HANDED), PartReason.PARTS_UNSIGNED),
        ("signed", lambda t, n: road.depart(t.by("陈静"), n, "x", eta=t.desk.now() + 1), RescueReason.WITHOUT_PARTS),
        ("signed", lambda t, n: road.arrive(t.by("陈静"), n), RescueReason.NOT_DEPARTED),
        ("signed", lambda t, n: road.contact(t.by("陈静"), n, "x"), RescueReason.NOT_DEPARTED),
        ("on_the_road", lambda t, n: road.depart(t.by("陈静"), n, "x", eta=t.desk.now() + 1), RescueReason.DEPARTED),
        ("on_the_road", lambda t, n: road.check(t.by("陈静"), n, as_planned=True), RescueReason.NOT_ARRIVED),
        ("on_the_road", lambda t, n: road.contact(t.by("陈静"), n, " "), RescueReason.CONTACT_WORDS),
        (
            "on_the_road",
            lambda t, n: road.say_eta(t.by("陈静"), n, t.desk.now() - 1, "x", why="堵车"),
            RescueReason.ETA_PAST,
        ),
        (
            "on_the_road",
            lambda t, n: road.say_eta(t.by("陈静"), n, t.desk.now() + 30 * MINUTE, "x", why="堵车"),
            RescueReason.ETA_SAME,
        ),
        (
            "on_the_road",
            lambda t, n: road.say_eta(t.by("陈静"), n, t.desk.now() + 40 * MINUTE, "x", why=""),
            RescueReason.ETA_WHY,
        ),
        ("on_the_road", lambda t, n: road.result(t.by("陈静"), n, RescueOutcome.TOWED), RescueReason.NOT_ARRIVED),
        ("on_the_road", lambda t, n: road.follow_up(t.by("陈静"), n, 5), RescueReason.NO_RESULT),
        ("called", lambda t, n: matters.close(t.by("王芳"), n), MatterReason.MATTER_OPEN),
    ],
)
def test_a_gate_is_enforced(team: Team, made: str, step: Step, reason: Reason) -> None:
    number = getattr(team, made)()
    assert refusal(lambda: step(team, number)) is reason


@pytest.mark.parametrize(
    ("changed", "holds"),
    [
        ({"cost_max": 1650}, True),
        ({"cost_max": 1651}, False),
        ({"travel": 45}, True),
        ({"travel": 46}, False),
        ({"tools": "千斤顶"}, True),
        ({"leader": "何伟"}, False),
        ({"jobs": "拖回"}, False),
    ],
)
def test_a_new_revision_keeps_the_signature_where_nothing_that_counts_changed(
    team: Team, changed: dict[str, object], holds: bool
) -> None:
    number = team.signed()
    planning.plan(team.by("孙磊"), number, type(PLAN)(**{**{f: getattr(PLAN, f) for f in PLAN.__slots__}, **changed}))
    assert stage(team, number) is (RescueStage.DEPARTURE if holds else RescueStage.CONSENT)


def test_many_small_steps_are_a_large_one(team: Team) -> None:
    number = team.signed()
    for most in (1600, 1700):
        said = {field: getattr(PLAN, field) for field in PLAN.__slots__}
        planning.plan(team.by("孙磊"), number, type(PLAN)(**{**said, "cost_max": most}))
    assert stage(team, number) is RescueStage.CONSENT


def test_what_is_repaired_is_what_was_agreed_to(team: Team) -> None:
    number = team.on_the_road()
    road.arrive(team.by("陈静"), number)
    road.check(team.desk, number, as_planned=False, words="变速箱也坏了")
    planning.plan(team.by("孙磊"), number, replace(PLAN, cost_max=15000))
    repaired = partial(road.result, team.desk, number, RescueOutcome.REPAIRED)
    assert refusal(repaired) is RescueReason.CONSENT_FIRST
    planning.consent(team.by("王芳"), number, "修")
    assert refusal(repaired) is RescueReason.NOT_APPROVED
    approvals.sign(team.by("李建国"), number)
    repaired()
    assert team.rescue(number).outcome is RescueOutcome.REPAIRED


def test_the_customer_or_the_director_says_no(team: Team) -> None:
    number = team.planned()
    planning.consent(team.by("王芳"), number, "太贵", agrees=False)
    assert (stage(team, number), owed(team, number)) == (RescueStage.PLAN, {DueName.RESCUE_PLAN: 15})
    planning.plan(team.by("孙磊"), number, PLAN)
    planning.consent(team.by("王芳"), number, "好")
    approvals.reject(team.by("李建国"), number, "先拖回来")
    assert stage(team, number) is RescueStage.PLAN


@pytest.mark.parametrize(("told_after", "is_missed"), [(2 * MINUTE, False), (2 * MINUTE + 1, True)])
def test_a_later_arrival_is_told_before_the_old_one_passes(
    team: Team, clock: ManualClock, told_after: int, is_missed: bool
) -> None:
    number = team.on_the_road()
    telling.told(team.by("陈静"), telling.of_matter(team.desk, number)[0].id)
    clock.at += 28 * MINUTE
    road.say_eta(team.by("陈静"), number, clock.at + 20 * MINUTE, "改为", why="堵车")
    assert owed(team, number)[DueName.RESCUE_TOLD] == 2
    clock.at += told_after
    telling.told(team.by("陈静"), telling.of_matter(team.desk, number)[-1].id)
    clock.at += 10 * MINUTE
    road.arrive(team.by("陈静"), number)
    assert due(team, number, DueName.RESCUE_ETA).is_missed(clock.at) is is_missed


def test_what_is_missed_calls_the_supervisor_and_the_manager(team: Team, clock: ManualClock) -> None:
    number = team.called()
    clock.at += 15 * MINUTE
    handling.evaluate(team.desk)
    assert not team.desk.snapshot().escalations
    clock.at += 1
    handling.evaluate(team.desk)
    (prompt,) = team.desk.snapshot().escalations
    assert prompt.kind is Kind.DUE_MISSED
    assert [str(role) for role in prompt.plan.stages[0].roles] == ["deputy", "manager"]
    assert owed(team, number)[DueName.RESCUE_PLAN] == -1


def test_people_and_vehicles_are_out_once(team: Team) -> None:
    team.on_the_road()
    other = team.signed(parts=())
    desk = team.by("陈静")
    leave = lambda: road.depart(desk, other, "x", eta=desk.now() + MINUTE, vehicle="救援车2")  # noqa: E731
    assert refusal(leave) is RescueReason.PERSON_OUT
    third = team.signed(parts=(), leader="孙磊", crew=())
    again = lambda: road.depart(team.by("陈静"), third, "x", eta=desk.now() + MINUTE, vehicle="救援车2")  # noqa: E731
    assert refusal(again) is RescueReason.VEHICLE_OUT


def test_a_vehicle_that_is_not_ready_does_not_leave(team: Team) -> None:
    desk = team.by("王芳")
    number = things.add(desk, Described(ThingKind.VEHICLE, "救援车2")).number
    fitness.faulty(desk, number, "右尾灯不亮")
    rescue = team.signed(parts=())
    desk = team.by("陈静")

    def leave() -> object:
        return road.depart(desk, rescue, "已出发", eta=desk.now() + MINUTE, vehicle="救援车2")

    assert refusal(leave) is RegisterReason.THING_FAULTY
    fitness.ready(team.by("王芳"), number)
    leave()
    assert things.shown(desk, number)[0].out is not None
    road.arrive(team.by("陈静"), rescue)
    road.check(desk, rescue, as_planned=True)
    road.result(desk, rescue, RescueOutcome.REPAIRED)
    assert things.shown(desk, number)[0].out is None


def test_it_is_taken_back_within_two_minutes(team: Team) -> None:
    number = team.on_the_road()
    undo(team.by("陈静"))
    assert stage(team, number) is RescueStage.DEPARTURE
    assert telling.of_matter(team.desk, number) == ()
    road.depart(team.desk, number, "已出发", eta=team.desk.now() + MINUTE)
    telling.told(team.desk, telling.of_matter(team.desk, number)[0].id)
    undo(team.desk)
    undo(team.desk)
    assert stage(team, number) is RescueStage.DEPARTURE
    # A signature is countered by a later one, never taken back.
    assert refusal(lambda: undo(team.by("李建国"))) is JournalReason.CANNOT_BE_UNDONE


def test_the_form_says_what_it_lacks_and_knows_the_car(team: Team) -> None:
    desk = team.by("陈静")
    assert refusal(lambda: calls.take(desk, FORM._replace(place=" "), "13900018000")) is RescueReason.RESCUE_FIELD
    assert refusal(lambda: calls.take(desk, FORM, "")) is RescueReason.RESCUE_FIELD
    assert refusal(lambda: calls.take(desk, FORM._replace(km=-1), "13900018000")) is RescueReason.BAD_KM
    number = team.called()
    assert [each.id for each in rescues.history(desk, CAR).rescues] == [number]
    calls.change(desk, number, FORM._replace(place="G25 1200K"))
    assert (team.rescue(number).form.place, team.rescue(number).phone) == ("G25 1200K", "139****8000")


def test_the_same_operation_does_nothing_twice(team: Team) -> None:
    first = calls.take(team.by("陈静"), FORM, "13900018000", operation="r1")
    assert calls.take(team.desk, FORM, "13900018000", operation="r1").number == first.number
    assert len(rescues.open_ones(team.desk)) == 1


def test_one_that_was_called_off_is_over_at_once(team: Team) -> None:
    number = team.planned()
    road.result(team.by("陈静"), number, RescueOutcome.CANCELLED, "自己走了")
    assert stage(team, number) is RescueStage.OVER
    assert due(team, number, DueName.RESCUE_CONSENT).lifted_at is not None
