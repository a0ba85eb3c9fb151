"""What changes at the store while a version is on its way, what no plan brings, and what ends (G1)."""

from dataclasses import replace
from typing import Any

import pytest
from at_desk import refusal

from frontdesk.desk import approvals, matters, zone
from frontdesk.desk import policy as policies
from frontdesk.desk.escalations import handling
from frontdesk.desk.plans import emergency, plans, publishing
from frontdesk.desk.plans.plans import Draft
from frontdesk.domain.approvals.approval import ApprovalState
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.moved import FARTHEST
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.plans.numbers import LASTS
from frontdesk.domain.plans.plan import VersionState
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate


def test_the_first_version_takes_back_nothing_that_changed_meanwhile(
    as_: Any, written: Any, clock: ManualClock
) -> None:
    """Neither what it does not say, nor, once both have signed, anything at all until it is written anew."""
    number = written(numbers={"over_count": 5, "temporary_capacity": 9})
    clock.at += MINUTE
    plans.submit(as_("王芳"), "zone")
    approvals.sign(as_("李建国"), number)
    desk = as_("张总")
    approvals.sign(desk, number)
    policies.load(desk, replace(desk.snapshot().policy, penalty_cny=100, temporary_capacity=10, store_name="新店"))
    assert refusal(lambda: publishing.publish(as_("王芳"), "zone")) is PlanReason.NUMBERS_MOVED
    clock.at += MINUTE
    written(after="五台")
    assert [each.state for each in approvals.of_matter(desk, number)] == [ApprovalState.LAPSED]
    plans.submit(as_("王芳"), "zone")
    approvals.sign(as_("李建国"), number)
    approvals.sign(as_("张总"), number)
    publishing.publish(as_("王芳"), "zone")
    policy = desk.snapshot().policy
    assert (policy.over_count, policy.penalty_cny, policy.temporary_capacity) == (5, 100, 9)
    assert policy.store_name == "新店"


def test_what_is_submitted_lapses_by_no_second_key(as_: Any, written: Any) -> None:
    number = written()
    plans.submit(as_("王芳"), "zone")
    approvals.sign(as_("李建国"), number)
    assert refusal(lambda: plans.submit(as_("王芳"), "zone")) is PlanReason.PLAN_STATE
    approvals.sign(as_("张总"), number)
    assert plans.shown(as_("王芳"), "zone").newest.state is VersionState.APPROVED


def test_the_house_is_no_plans(as_: Any, in_force: Any) -> None:
    in_force(numbers={"over_count": 5})
    desk = as_("李建国")
    own = {"store_name": "新店", "opening_hours": ("08:00-20:00",) * 7, "closed_dates": ("2026-10-01",)}
    policies.load(desk, replace(desk.snapshot().policy, **own))
    in_force(numbers={"over_count": 6})
    policy = desk.snapshot().policy
    assert {key: getattr(policy, key) for key in own} == own
    assert policy.over_count == 6


def test_one_number_that_cars_stand_in_the_way_of_holds_no_other(as_: Any, in_force: Any, clock: ManualClock) -> None:
    in_force(numbers={"temporary_capacity": 0, "over_count": 5})
    desk = as_("李建国")
    emergency.change(desk, "temporary_capacity", 1, "借用一位")
    emergency.change(desk, "over_count", 7, "封路")
    zone.arrive(desk, Plate("苏A12341"))
    zone.move(desk, Plate("苏A12341"), "temporary")
    clock.at += LASTS
    handling.evaluate(desk)
    policy = desk.snapshot().policy
    assert (policy.over_count, policy.temporary_capacity) == (5, 1)
    zone.leave(desk, Plate("苏A12341"))
    clock.at += 10 * MINUTE
    handling.evaluate(desk)
    assert desk.snapshot().policy.temporary_capacity == 0


@pytest.mark.parametrize("key", ["penalty_cny", "keep_cases_years", "keep_visits_years"])
def test_what_no_day_depends_on_is_not_changed_at_once(as_: Any, in_force: Any, key: str) -> None:
    in_force(numbers={"over_count": 5})
    assert refusal(lambda: emergency.change(as_("李建国"), key, 9, "急")) is PlanReason.NOT_AT_ONCE


def test_the_house_is_not_changed_at_once(as_: Any, in_force: Any) -> None:
    in_force(numbers={"over_count": 5})
    assert refusal(lambda: emergency.change(as_("李建国"), "undo_s", 9, "急")) is PlanReason.NO_NUMBER


def test_who_submitted_is_on_record_and_takes_down_no_phone_call(as_: Any, written: Any) -> None:
    number = written(by="李建国")
    plans.submit(as_("王芳"), "zone")
    (approval,) = approvals.of_matter(as_("王芳"), number)
    assert (approval.asked_by, approval.author) == ("王芳", "李建国")
    for who in ("王芳", "李建国"):
        taken = refusal(lambda: approvals.sign(as_(who), number, by_phone="张总", words="同意"))  # noqa: B023
        assert taken is ApprovalReason.ON_THE_PHONE or taken is ApprovalReason.NOT_THE_ROLE


def test_what_was_disputed_is_not_confirmed_afterwards(as_: Any, written: Any) -> None:
    number = written()
    plans.submit(as_("王芳"), "zone")
    approvals.sign(as_("赵敏"), number, by_phone="李建国", words="同意")
    approvals.sign(as_("张总"), number)
    publishing.publish(as_("王芳"), "zone")
    approvals.reject(as_("李建国"), number, "我没同意过")
    assert refusal(lambda: approvals.confirm(as_("李建国"), number)) is ApprovalReason.NOTHING_TO_CONFIRM
    assert plans.shown(as_("王芳"), "zone").newest.disputed_by == "李建国"


def test_what_is_in_force_is_not_closed_and_what_is_closed_never_was(as_: Any, in_force: Any, written: Any) -> None:
    number = in_force(after="五台")
    refused = refusal(lambda: matters.close(as_("王芳"), number, "不要了"))
    assert refused is MatterReason.MATTER_OPEN
    given_up = written(after="六台")
    matters.close(as_("王芳"), given_up, "不改了")
    written(after="七台")
    versions = plans.shown(as_("王芳"), "zone").versions
    assert [each.state for each in versions] == [VersionState.IN_FORCE, VersionState.DROPPED, VersionState.DRAFT]
    assert versions[-1].said.before == "五台"


def test_what_is_owed_is_put_off_by_whoever_runs_the_service_and_not_for_ever(as_: Any, written: Any) -> None:
    number = written()
    desk = as_("王芳")
    plans.submit(desk, "zone")

    def put_off(who: str, later: int) -> object:
        return matters.put_off(as_(who), number, DueName.APPROVAL, desk.now() + later, why="出差")

    assert refusal(lambda: put_off("赵敏", MINUTE)) is PeopleReason.NOT_YOUR_POST
    assert refusal(lambda: put_off("王芳", FARTHEST + 1)) is MatterReason.DUE_FAR
    put_off("王芳", FARTHEST)


def test_a_plan_keeps_its_title_once_there_was_a_version(as_: Any, in_force: Any) -> None:
    in_force()
    other = Draft("别的", "正文", "", "六台", "车多")
    assert refusal(lambda: plans.write(as_("王芳"), "zone", other)) is PlanReason.OTHER_TITLE
