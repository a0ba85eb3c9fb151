"""What is registered of a case: its links, when it came in, what is amended, no text cut in silence (C1, C2)."""

from collections.abc import Callable
from typing import Any

import pytest
from case_work import FOUND, START, register, standing, take
from store_checks import assert_whole, tables

from frontdesk.desk import undo, zone
from frontdesk.desk.cases import amending, customer_history, page, templates
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import Nature, Stage
from frontdesk.domain.cases.closing_report import ClosingReport
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.domain.values.reasons import ValueReason

CAR = Plate("苏A12345")


def test_the_other_cases_of_one_customer(advisor: Desk) -> None:
    number = register(advisor)
    by_phone = register(advisor, plate="苏B88888")
    by_plate = register(advisor, phone="13900001111")
    register(advisor, phone="13900002222", plate="苏C00001")
    register(advisor, is_drill=True)
    register(advisor, phone="", plate="")
    assert [case.id for case in page.page(advisor, number).related] == [by_plate, by_phone]
    # Nor does the first judgement count the drill.
    assert customer_history.look_up(advisor, "13812345678", Plate("苏A12345"), number).facts.earlier == 2
    assert page.page(advisor, by_phone).case.phone == "138****5678"


def too_long(command: Callable[..., object], *values: Any, **named: Any) -> tuple[object, object]:
    with pytest.raises(Refused) as error:
        command(*values, **named)
    assert error.value.reason is ValueReason.TEXT_TOO_LONG
    return error.value.facts["count"], error.value.facts["right"]


def test_no_text_is_cut_in_silence(advisor: Desk, manager: Desk) -> None:
    whole, longer = "长" * 4000, "长" * 4001
    number = register(advisor, words=whole)
    take(advisor, number, CaseStep.ANSWER, whole)
    take(advisor, number, CaseStep.TO_QUALITY, whole)
    before = tables(advisor.connection)
    for found, limit in (
        (too_long(register, advisor, words=longer), 4000),
        (too_long(register, advisor, customer="长" * 61), 60),
        (too_long(register, advisor, wants="长" * 201), 200),
        (too_long(amending.amend, advisor, number, wants="长" * 201), 200),
        (too_long(take, advisor, number, CaseStep.NOTE, longer), 4000),
        *((too_long(take, advisor, number, CaseStep.QUALITY, **{**FOUND, name: longer}), 4000) for name in FOUND),
        (too_long(take, manager, number, CaseStep.CLOSE_ANYWAY, report=ClosingReport("因", longer, "果", "")), 4000),
        (too_long(templates.put, advisor, "道歉", longer), 4000),
        (too_long(templates.put, advisor, "长" * 61, "好"), 60),
    ):
        assert found == (limit + 1, limit)
    assert tables(advisor.connection) == before
    take(advisor, number, CaseStep.QUALITY, whole, **FOUND)
    take(advisor, number, CaseStep.RESOLVE, "退款")
    # What was drafted from the record by itself is nobody's to shorten.
    take(manager, number, CaseStep.CLOSE_ANYWAY, whole)
    report = page.page(advisor, number).reports[-1].report
    assert (len(report.measures), report.measures[-1], report.result) == (4000, "…", whole)


@pytest.mark.parametrize(
    ("ago", "reason"),
    [(-1, ValueReason.IN_FUTURE), (0, None), (3653 * DAY, None), (3653 * DAY + 1, CaseReason.LONG_AGO)],
)
def test_when_a_case_can_have_come_in(advisor: Desk, clock: ManualClock, ago: int, reason: Reason | None) -> None:
    try:
        register(advisor, received_at=clock.at - ago)
    except Refused as error:
        assert error.reason is reason
    else:
        assert reason is None


def test_a_question_asked_before_is_no_earlier_case(advisor: Desk) -> None:
    number = register(advisor, nature=Nature.INQUIRY)
    known = customer_history.look_up(advisor, "+86 138 1234 5678", NO_PLATE)
    assert ([case.id for case in known.earlier], known.facts.earlier) == ([number], 0)
    register(advisor, nature=Nature.DISPUTE)
    assert customer_history.look_up(advisor, "13812345678", NO_PLATE).facts.earlier == 1


def test_a_case_registered_late_is_linked_to_the_visit_of_that_time(advisor: Desk, clock: ManualClock) -> None:
    first = visit(advisor, clock)
    between = clock.at
    clock.at += DAY
    second = visit(advisor, clock)
    assert complaints.get(advisor, register(advisor, received_at=between)).visit_id == first
    assert complaints.get(advisor, register(advisor)).visit_id == second
    late = complaints.get(advisor, register(advisor, received_at=START - DAY))
    assert (late.visit_id, late.received_at) == (None, START - DAY)
    assert {clock.started_at for clock in late.clocks} == {START - DAY}
    # It is overdue already, and raised at once.
    assert START - DAY + 8 * HOUR in {e.crossed_at for e in standing(advisor)}
    with pytest.raises(Refused) as refusal:
        register(advisor, received_at=clock.at + 1)
    assert refusal.value.reason is ValueReason.IN_FUTURE


def visit(desk: Desk, clock: ManualClock, plate: Plate = CAR) -> int:
    zone.arrive(desk, plate)
    zone.receive(desk, plate)
    number = desk.snapshot().floor.car(plate).visit_id
    clock.at += MINUTE
    zone.leave(desk, plate)
    clock.at += MINUTE
    return number


def test_what_is_amended_moves_the_visit_and_what_it_is_found_by(advisor: Desk, clock: ManualClock) -> None:
    mine, other = visit(advisor, clock), visit(advisor, clock, Plate("苏B88888"))
    number = register(advisor)
    found_by = terms(advisor, number)
    assert complaints.get(advisor, number).visit_id == mine
    amending.amend(advisor, number, plate=Plate("苏B88888"), customer="王静", nature=Nature.DISPUTE)
    case = complaints.get(advisor, number)
    assert (case.visit_id, case.plate, case.customer, case.nature) == (other, "苏B88888", "王静", Nature.DISPUTE)
    assert (case.words, case.stage) == ("漏油", Stage.REGISTERED)
    assert str(number) in terms(advisor, number)
    with pytest.raises(Refused) as refusal:
        amending.amend(advisor, number, plate=Plate("苏B88888"), phone="13812345678")
    assert refusal.value.reason is CaseReason.NOTHING_TO_AMEND
    undo.undo(advisor)
    assert complaints.get(advisor, number).visit_id == mine
    assert terms(advisor, number) == found_by
    amending.amend(advisor, number, plate=NO_PLATE)
    assert complaints.get(advisor, number).visit_id is None
    assert_whole(advisor.connection)


def terms(desk: Desk, number: int) -> set[str]:
    rows = desk.connection.execute("select term from case_terms where complaint_id = ?", (number,))
    return {term for (term,) in rows}
