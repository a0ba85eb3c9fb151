"""The director signs the list of expired cases where matters are listed (G2)."""

from datetime import date

from frontdesk.desk import approvals, retention
from frontdesk.desk.cases import page, register, steps
from frontdesk.domain.approvals.approval import ApprovalState
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.retention.terms import RecordClass
from frontdesk.domain.values.clock import DAY
from frontdesk.domain.values.plates import NO_PLATE

BEFORE = date(2023, 6, 1)


async def test_signing_a_list_and_clearing_it(at_station, june, clock):
    clock.at -= 1200 * DAY
    case = NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="曾小明", phone="",
        plate=NO_PLATE, words="等太久",
    )  # fmt: skip
    number = register.register(june, case).number
    steps.take(june, number, CaseStep.CLOSE_ANYWAY, "不再追究")
    clock.at += 1200 * DAY
    asked = retention.purge(june, RecordClass.CASES, BEFORE)
    async with at_station("manager", who="李建国") as director:
        await director.press("ctrl+a")
        await director.dialog("MattersDialog")
        await director.later(700)
        await director.press("enter")
        await director.dialog("SigningDialog")
        await director.reads("closed cases · ended before 2023-06-01 · cases: 1, phone numbers: 0")
        await director.later(700)
        await director.press("f2")
        await director.dialog("MattersDialog")
    (approval,) = approvals.of_matter(june, asked.number)
    assert approval.state is ApprovalState.APPROVED
    june.actor = Actor("manager", "王五")
    retention.purge(june, RecordClass.CASES, BEFORE)
    assert page.page(june, number).case.customer == ""
