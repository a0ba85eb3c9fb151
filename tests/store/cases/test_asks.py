"""What a case asks of others has its own time: records, legal dates, what follows on leaving early (C15, C16, C18)."""

from typing import Any

import pytest
from case_work import START, TODAY_CLOSE, clock_of, refused, register, running, standing, take
from store_checks import assert_whole

from frontdesk.desk import forgetting
from frontdesk.desk.cases import page
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.cases.asks import AskKind, LegalMatter, Remedy
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.forgetting.customer import Customer
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock

PLAN: dict[str, Any] = {"remedy": Remedy.REPAIR, "people": "王工 检测仪"}
SUIT = "(2026)苏01民初123号"


def due(desk: Desk, number: int, name: ClockName) -> int:
    found = complaints.get(desk, number).running_of(name)
    assert found is not None
    return found.due_at


def raised(desk: Desk) -> list[int]:
    handling.evaluate(desk)
    return sorted(escalation.crossed_at for escalation in standing(desk))


def test_records_are_due_within_four_opening_hours_and_called_for(advisor: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    clock.at = START + 6 * HOUR
    take(advisor, number, CaseStep.ASK_MATERIAL, "要拧紧力矩")
    # At four in the afternoon: two hours of today, two of tomorrow from half past eight on.
    assert due(advisor, number, ClockName.MATERIAL) == TODAY_CLOSE + 16 * HOUR + HOUR // 2
    take(advisor, number, CaseStep.ANSWER)
    clock.at = TODAY_CLOSE + 16 * HOUR + HOUR // 2 + 1
    assert raised(advisor) == [clock.at - 1]
    take(advisor, number, CaseStep.MATERIAL, "40 牛米")
    assert raised(advisor) == []
    assert_whole(advisor.connection)


def test_while_people_are_on_site_records_are_due_within_an_hour(advisor: Desk, clock: ManualClock) -> None:
    """Asked for from there, or before they went: whoever waits on site waits no four hours."""
    first, second = register(advisor), register(advisor)
    take(advisor, first, CaseStep.ONSITE, "换油封", **PLAN)
    take(advisor, first, CaseStep.ASK_MATERIAL, "要图纸")
    assert due(advisor, first, ClockName.MATERIAL) == START + HOUR
    take(advisor, second, CaseStep.ASK_MATERIAL, "要图纸")
    clock.at = START + 30 * MINUTE
    take(advisor, second, CaseStep.ONSITE, "换油封", **PLAN)
    assert due(advisor, second, ClockName.MATERIAL) == START + 90 * MINUTE
    clock.at = START + 90 * MINUTE + 1
    assert raised(advisor) == [START + HOUR, START + 90 * MINUTE]


def test_whoever_goes_there_wins_no_time_by_it(advisor: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.ASK_MATERIAL, "要图纸")
    clock.at = START + 4 * HOUR - MINUTE
    take(advisor, number, CaseStep.ONSITE, "换油封", **PLAN)
    assert due(advisor, number, ClockName.MATERIAL) == START + 4 * HOUR


def test_what_is_not_needed_any_more_is_not_called_for(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.ASK_MATERIAL)
    take(advisor, number, CaseStep.ASK_LEGAL, matter=LegalMatter.LAWSUIT, reference=SUIT, at=START + DAY)
    for kind in (AskKind.MATERIAL, AskKind.LEGAL):
        take(advisor, number, CaseStep.NOT_NEEDED, ask=kind)
    assert not running(complaints.get(advisor, number)) & {"material", "legal"}
    take(advisor, number, CaseStep.ASK_MATERIAL)
    take(manager, number, CaseStep.CLOSE_ANYWAY)
    take(advisor, number, CaseStep.REOPEN)
    # What was asked for last is owed again, what was not needed before is not.
    assert [
        c.id for c in complaints.get(advisor, number).running if c.name in (ClockName.MATERIAL, ClockName.LEGAL)
    ] == [complaints.get(advisor, number).clocks[-4].id]


def test_a_lawsuit_has_a_name_and_one_date_after_the_other(advisor: Desk, clock: ManualClock) -> None:
    number = register(advisor)
    for given in ({}, {"reference": SUIT}, {"at": START + DAY}):
        for matter in (LegalMatter.LAWSUIT, LegalMatter.CONTRACT):
            refusal = refused(advisor, number, CaseStep.ASK_LEGAL, matter=matter, **given)
            assert refusal.reason is CaseReason.LEGAL_INCOMPLETE
    lawsuit = {"matter": LegalMatter.LAWSUIT, "reference": "张三诉本店"}
    assert refused(advisor, number, CaseStep.ASK_LEGAL, at=START, **lawsuit).reason is CaseReason.DATE_PAST
    take(advisor, number, CaseStep.ASK_LEGAL, "退车", at=START + 15 * DAY, **lawsuit)
    clock.at = START + 14 * DAY
    assert refused(advisor, number, CaseStep.LEGAL_NEXT).reason is CaseReason.DATE_MISSING
    take(advisor, number, CaseStep.LEGAL_NEXT, "已答辩", reference=f"  {SUIT} ", at=START + 40 * DAY)
    answered, hearing = (c for c in complaints.get(advisor, number).clocks if c.name is ClockName.LEGAL)
    assert (answered.what, answered.met_at, answered.is_missed(clock.at)) == ("张三诉本店", clock.at, False)
    assert (hearing.what, hearing.due_at, hearing.agreed_at) == (SUIT, START + 40 * DAY, START + 40 * DAY)
    take(advisor, number, CaseStep.ANSWER)
    take(advisor, number, CaseStep.RESOLVE)
    take(advisor, number, CaseStep.CONFIRM)
    assert refused(advisor, number, CaseStep.CLOSE).reason is CaseReason.CANNOT_CLOSE
    clock.at = START + 40 * DAY + 1
    assert raised(advisor) == [START + 40 * DAY]
    take(advisor, number, CaseStep.LEGAL, "调解，退一赔零")
    assert raised(advisor) == []
    (ask,) = page.page(advisor, number).asks
    assert (ask.matter, ask.reference, ask.answer) == (LegalMatter.LAWSUIT, SUIT, "调解，退一赔零")
    take(advisor, number, CaseStep.CLOSE)
    assert_whole(advisor.connection)


def test_advice_needs_no_name_and_a_date_only_where_one_is_given(advisor: Desk) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.ASK_LEGAL, "能否退车")
    assert page.page(advisor, number).asks[0].matter is LegalMatter.ADVICE
    assert "legal" not in running(complaints.get(advisor, number))
    take(advisor, number, CaseStep.LEGAL, "可以")
    take(advisor, number, CaseStep.ASK_LEGAL, "能否换车", at=START + HOUR)
    assert due(advisor, number, ClockName.LEGAL) == START + HOUR


LEFT: list[tuple[list[tuple[CaseStep, dict[str, Any]]], bool]] = [
    ([(CaseStep.VISIT, {})], True),
    ([(CaseStep.ONSITE, PLAN)], True),
    ([(CaseStep.PROMISE, {"at": START + 2 * HOUR})], True),
    ([(CaseStep.ANSWER, {}), (CaseStep.RESOLVE, {})], True),
    ([(CaseStep.NOTE, {}), (CaseStep.ANSWER, {}), (CaseStep.ASK_SAMPLE, {})], False),
]


@pytest.mark.parametrize(("then", "is_met"), LEFT)
def test_who_left_early_owes_within_a_day_how_it_goes_on(
    advisor: Desk, manager: Desk, clock: ManualClock, then: list[tuple[CaseStep, dict[str, Any]]], is_met: bool
) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.ONSITE, **PLAN)
    take(manager, number, CaseStep.ONSITE_DONE, "缺件，先走", understood=True, content=False)
    (ask,) = page.page(advisor, number).asks
    assert (ask.not_understood, ask.not_content) == (False, True)
    assert due(advisor, number, ClockName.LEFT_SITE) == START + DAY
    clock.at = START + HOUR
    for step, given in then:
        take(advisor, number, step, **given)
    left = clock_of(advisor, number, ClockName.LEFT_SITE)
    assert left.met_at == (clock.at if is_met else None)
    clock.at = START + DAY + 1
    assert (START + DAY in raised(advisor)) is not is_met


def test_who_left_with_a_satisfied_customer_owes_nothing(advisor: Desk) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.ONSITE, **PLAN)
    take(advisor, number, CaseStep.ONSITE_DONE, understood=True, content=True)
    assert "left_site" not in running(complaints.get(advisor, number))


def test_what_a_lawsuit_is_called_is_forgotten_with_its_customer(advisor: Desk, manager: Desk) -> None:
    number = register(advisor)
    take(advisor, number, CaseStep.ASK_LEGAL, matter=LegalMatter.LAWSUIT, reference="陈静诉本店", at=START + DAY)
    take(manager, number, CaseStep.CLOSE_ANYWAY)
    forgetting.forget(manager, Customer(case=number))
    (ask,) = page.page(manager, number).asks
    assert (ask.matter, ask.reference) == (LegalMatter.LAWSUIT, "***")
    assert clock_of(manager, number, ClockName.LEGAL).what == "***"
