"""The parts of a rescue: by source and carrier, wanted by a plan or by hand (R5, R8, R9)."""

from dataclasses import replace

from at_desk import MINUTE, refusal
from rescue_team import PLAN, Team

from frontdesk.desk import parts
from frontdesk.desk.rescues import planning
from frontdesk.domain.parts.part import Carrier, PartState, Source, Way
from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.values.clock import ManualClock


def test_parts_by_source_and_carrier(team: Team, clock: ManualClock) -> None:
    number = team.signed()
    first, second = team.rescue(number).missing
    desk = team.by("陈静")
    way: Way = {"source": Source.FACTORY, "carrier": Carrier.AIR, "may_fly": False}
    assert refusal(lambda: parts.order(desk, first.id, way)) is PartReason.MAY_NOT_FLY
    parts.order(desk, first.id, {**way, "carrier": Carrier.COURIER, "monitored": True, "eta": clock.at + MINUTE})
    assert refusal(lambda: parts.step(desk, first.id, PartState.ORDERED)) is PartReason.NOT_RELEASED
    parts.maker_ok(desk, first.id)
    for state in (PartState.ORDERED, PartState.SHIPPED, PartState.ARRIVED, PartState.HANDED):
        parts.step(desk, first.id, state)
    assert refusal(lambda: parts.step(desk, first.id, PartState.HANDED)) is PartReason.PART_STATE
    parts.step(desk, second.id, PartState.CANCELLED)
    assert team.rescue(number).missing == ()


def test_a_part_wanted_by_hand_is_wanted_by_the_next_plan_too(team: Team) -> None:
    number = team.planned()
    parts.want(team.by("孙磊"), number, "喷油嘴")
    planning.plan(team.desk, number, replace(PLAN, parts=()))
    assert [part.name for part in team.rescue(number).missing] == ["喷油嘴"]


def test_a_revision_wants_its_own_parts(team: Team) -> None:
    number = team.signed()
    handed = team.rescue(number).missing[0]
    parts.step(team.by("陈静"), handed.id, PartState.HANDED)
    said = {field: getattr(PLAN, field) for field in PLAN.__slots__}
    planning.plan(team.by("孙磊"), number, type(PLAN)(**{**said, "parts": (PLAN.parts[0],)}))
    assert [part.state for part in team.rescue(number).parts] == [PartState.HANDED, PartState.CANCELLED]
