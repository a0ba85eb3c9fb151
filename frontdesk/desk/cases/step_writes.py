"""What a step writes beside the case itself and its clocks: quality's forms, the closing report (C5, C8, C9, Q5)."""

from collections.abc import Callable

from data import policy as policies
from data.cases import cases, closing_reports, quality
from data.engine.transaction import Row, Transaction
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.closing_report import draft
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.values.clock import DAY

StepWrite = Callable[[Transaction, Case, str, Given], Row]
"""A function that writes something in a transaction and returns the changed fields of the case."""


def _to_quality(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
    quality.hand(transaction, case.id, words)
    return {}


def _quality(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
    quality.answer(transaction, case.id, words, given)
    return {}


def _pass_on(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
    quality.pass_on(transaction, case.id)
    return {}


def _write_up(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
    cases.write_up(transaction, case.id)
    return {}


def _close(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
    """Keep the closing report, and set the follow-up to the day the policy requires (C8, C9)."""
    connection = transaction.connection
    report = given.report or draft(cases.notes(connection, case.id), quality.of(connection, case.id))
    closing_reports.put(transaction, case.id, report)
    policy = policies.current(connection)
    hours = OpeningHours.of(policy)
    follow_up = hours.closing_from(hours.day_of(transaction.now + policy.follow_up_days * DAY), hours.is_open_on)
    return {"follow_up_at": follow_up}


DEEDS: dict[CaseStep, StepWrite] = {
    CaseStep.TO_QUALITY: _to_quality,
    CaseStep.QUALITY: _quality,
    CaseStep.PASS_ON: _pass_on,
    CaseStep.WRITE_UP: _write_up,
    CaseStep.CLOSE: _close,
    CaseStep.CLOSE_ANYWAY: _close,
}
"""The steps that write more than the case, its clocks and a note."""
