"""The numbers in force are those of the newest approved version, or what the director changed for a day (G1)."""

import random
from contextlib import suppress
from dataclasses import asdict, replace
from typing import Any

import pytest
from at_desk import refusal

from data.plans import emergencies
from data.plans import plans as on_record
from data.proof.settings import places_agree, unexplained_policies
from frontdesk.desk import approvals, undo, zone
from frontdesk.desk import policy as policies
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.past.looking import at as past
from frontdesk.desk.plans import emergency, plans, publishing
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.plans.numbers import LASTS
from frontdesk.domain.plans.plan import VersionState
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.clock import HOUR, MINUTE, ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate


def number_of(desk: Desk, key: str = "over_count") -> int:
    return int(getattr(desk.snapshot().policy, key))


def test_a_version_brings_its_numbers_and_then_nothing_else_does(
    as_: Any, in_force: Any, written: Any, clock: ManualClock
) -> None:
    desk = as_("王芳")
    policies.load(desk, replace(Policy(), over_count=6))
    written(key="cases")
    clock.at += MINUTE
    assert number_of(desk) == 6
    in_force(numbers={"over_count": 5})
    assert number_of(desk) == 5
    record = plans.shown(desk, "zone")
    assert record.difference(record.newest) == (("over_count", 6, 5),)
    present = desk.snapshot().policy
    for change in (
        lambda: policies.load(as_("李建国"), replace(present, over_count=7)),
        lambda: policies.change(as_("李建国"), replace(present, over_count=7), present),
    ):
        assert refusal(change) is PolicyReason.GOVERNED
    assert policies.load(desk, present) is None
    in_force(after="只改正文")
    assert number_of(desk) == 5
    assert_explained(desk)


def test_a_plan_without_numbers_governs_none(as_: Any, in_force: Any) -> None:
    in_force()
    desk = as_("李建国")
    policies.load(desk, replace(Policy(), over_count=6))
    assert refusal(lambda: emergency.change(desk, "over_count", 7, "封路")) is PlanReason.NOT_GOVERNED
    assert number_of(desk) == 6


def test_a_number_changed_at_once_holds_for_a_day(as_: Any, in_force: Any, clock: ManualClock) -> None:
    in_force(numbers={"over_count": 5})
    desk = as_("王芳")
    assert refusal(lambda: emergency.change(desk, "over_count", 7, "封路")) is PlanReason.ONLY_DIRECTORS
    for key, value, why, reason in (
        ("bays", 3, "封路", PlanReason.NO_NUMBER),
        ("over_count", 7, " ", PlanReason.EMERGENCY_WHY),
        ("over_count", 5, "封路", PlanReason.SAME_NUMBER),
        ("over_count", 0, "封路", PolicyReason.NOT_RIGHT),
        ("over_count_warning", 6, "封路", PolicyReason.NOT_RIGHT),
        ("over_count", 2, "封路", PlanReason.UNFITTING),
    ):
        assert refusal(lambda: emergency.change(as_("李建国"), key, value, why)) is reason  # noqa: B023
    emergency.change(as_("李建国"), "over_count", 7, "封路")
    assert number_of(desk) == 7
    assert refusal(lambda: undo.undo(desk)) is JournalReason.CANNOT_BE_UNDONE
    clock.at += HOUR
    emergency.change(as_("张总"), "over_count", 8, "仍封路")
    emergency.change(as_("张总"), "over_stay_s", 1800, "仍封路")
    clock.at += LASTS - 1
    handling.evaluate(desk)
    assert (number_of(desk), number_of(desk, "over_stay_s")) == (8, 1800)
    clock.at += 1
    assert desk.snapshot().has_news(clock.at)
    handling.evaluate(desk)
    assert (number_of(desk), number_of(desk, "over_stay_s")) == (5, 1200)
    assert [(each.becomes, each.ended_at is None) for each in plans.emergency_changes(desk)] == [
        (7, False), (8, False), (1800, False),
    ]  # fmt: skip
    assert handling.evaluate(desk) is None
    assert_explained(desk)


@pytest.mark.parametrize(("approved", "left"), [(7, 7), (6, 6), (5, 5)])
def test_what_is_approved_meanwhile_stays(
    as_: Any, in_force: Any, clock: ManualClock, approved: int, left: int
) -> None:
    """A version that decides on the same number is in force at once; one that says nothing of it waits for the day."""
    in_force(numbers={"over_count": 5})
    desk = as_("李建国")
    emergency.change(desk, "over_count", 7, "封路")
    in_force(numbers={"over_count": approved})
    assert number_of(desk) == (7 if approved == 5 else approved)
    clock.at += LASTS
    handling.evaluate(desk)
    assert number_of(desk) == left


def test_what_cars_stand_on_falls_back_when_they_are_gone(as_: Any, in_force: Any, clock: ManualClock) -> None:
    in_force(numbers={"temporary_capacity": 0})
    desk = as_("李建国")
    emergency.change(desk, "temporary_capacity", 1, "借用一位")
    zone.arrive(desk, Plate("苏A12341"))
    zone.move(desk, Plate("苏A12341"), "temporary")
    clock.at += LASTS
    handling.evaluate(desk)
    assert number_of(desk, "temporary_capacity") == 1
    assert not desk.snapshot().has_news(clock.at)
    zone.leave(desk, Plate("苏A12341"))
    clock.at += 10 * MINUTE
    handling.evaluate(desk)
    assert number_of(desk, "temporary_capacity") == 0


def test_the_board_of_a_past_minute_has_the_numbers_of_then(as_: Any, in_force: Any, clock: ManualClock) -> None:
    in_force(numbers={"over_count": 5})
    desk = as_("李建国")
    seen = {}
    for value in (7, 8):
        clock.at += MINUTE
        emergency.change(desk, "over_count", value, "封路")
        seen[clock.at] = value
    clock.at += LASTS
    handling.evaluate(desk)
    seen[clock.at] = 5
    for at, value in seen.items():
        assert past(desk, at).snapshot.policy.over_count == value


def assert_explained(desk: Desk) -> None:
    """Every policy on record was brought by an event that says what it changed."""
    assert unexplained_policies(desk.connection) == []
    assert places_agree(desk.connection)


def expected(desk: Desk) -> Policy:
    """The numbers of the newest approved version, over them what runs: told a second time."""
    versions = [version for plan in plans.listed(desk) for version in plan.versions]
    (newest,) = (each for each in versions if each.policy and each.kept is VersionState.IN_FORCE)
    assert newest.policy is not None
    assert newest.is_approved
    numbers: dict[str, Any] = dict(newest.policy)
    for each in desk.read(emergencies.every):
        if each.ended_at is None and desk.now() < each.ends_at:
            numbers[each.key] = each.becomes
    as_kept: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in numbers.items()}
    return replace(Policy(), **as_kept)


@pytest.mark.parametrize("seed", range(6))
def test_the_numbers_in_force_are_always_those_approved(
    as_: Any, written: Any, in_force: Any, clock: ManualClock, seed: int
) -> None:
    draw = random.Random(seed)
    in_force(numbers={"over_count": 5})
    people = ("王芳", "李建国", "张总", "赵敏")

    def step() -> None:
        who = draw.choice(people)
        desk = as_(who)
        number = plans.shown(desk, "zone").newest.id
        key, value = draw.choice(("over_count", "over_stay_s", "verify_s")), draw.randint(3, 2000)
        act = draw.randrange(8)
        if act == 0:
            written(who, numbers={key: value})
        elif act == 1:
            plans.submit(desk, "zone")
        elif act in {2, 3}:
            approvals.sign(desk, number)
        elif act == 4:
            publishing.publish(desk, "zone")
        elif act == 5:
            emergency.change(desk, key, value, "封路")
        elif act == 6:
            changed = draw.choice(({"over_count": value}, {"store_name": f"{value} 店"}))
            policies.load(desk, replace(desk.snapshot().policy, **changed))
        else:
            clock.at += draw.choice((MINUTE, 5 * HOUR, LASTS))

    for _ in range(60):
        with suppress(Refused):
            step()
        handling.evaluate(as_("王芳"))
        desk = as_("王芳")
        present = desk.snapshot().policy
        assert asdict(present) == asdict(replace(expected(desk), store_name=present.store_name))
    assert on_record.governing(desk.connection) is not None
    assert_explained(desk)
