"""What a step writes beside the case and its clocks: forms, what is asked for, reports (C5, C8, C9, C15–C18, Q5)."""

from collections.abc import Callable

from data import policy as policies
from data.cases import asks, cases, closing_reports, quality
from data.engine.transaction import Row, Transaction
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.cases.asks import Asked, AskKind
from frontdesk.domain.cases.case import Case, Nature
from frontdesk.domain.cases.closing_report import draft
from frontdesk.domain.cases.meant import asks_meant
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import ANSWERS, ASKS, CaseStep
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
    """Keep the closing report, which the head is to read, and set the follow-up to the policy's day (C8, C9).

    Of an inquiry there is no report, and a rehearsal's goes to nobody.
    """
    connection = transaction.connection
    report = given.report or draft(cases.notes(connection, case.id), quality.of(connection, case.id))
    is_for_head = case.nature is not Nature.INQUIRY and not case.is_drill
    closing_reports.put(transaction, case.id, report, is_for_head=is_for_head)
    policy = policies.current(connection)
    hours = OpeningHours.of(policy)
    follow_up = hours.closing_from(hours.day_of(transaction.now + policy.follow_up_days * DAY), hours.is_open_on)
    return {"follow_up_at": follow_up}


def _asking(kind: AskKind) -> StepWrite:
    def ask(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
        asks.ask(transaction, case.id, kind, words, given)
        return {}

    return ask


def _answering(before: Asked, after: Asked | None) -> StepWrite:
    def answer(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
        if after is None:
            asks.end(transaction, case.id, before.kind, words)
        else:
            asks.move(transaction, case.id, before, after)
        return {}

    return answer


def _left(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
    """Keep with the plan what the people left without (C16)."""
    left: Row = {"not_understood": int(given.understood is False), "not_content": int(given.content is False)}
    asks.end(transaction, case.id, AskKind.ONSITE, words, left=left)
    return {}


def _next_legal(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
    if given.reference:
        asks.set_reference(transaction, case.id, given.reference)
    return {}


def _not_needed(transaction: Transaction, case: Case, words: str, given: Given) -> Row:
    (kind,) = asks_meant(case, given)
    asks.end(transaction, case.id, kind, words, is_needless=True)
    return {}


DEEDS: dict[CaseStep, StepWrite] = {
    CaseStep.TO_QUALITY: _to_quality,
    CaseStep.QUALITY: _quality,
    CaseStep.PASS_ON: _pass_on,
    CaseStep.WRITE_UP: _write_up,
    CaseStep.CLOSE: _close,
    CaseStep.CLOSE_ANYWAY: _close,
    **{step: _asking(kind) for step, kind in ASKS.items()},
    **{step: _answering(*states) for step, states in ANSWERS.items()},
    CaseStep.ONSITE_DONE: _left,
    CaseStep.LEGAL_NEXT: _next_legal,
    CaseStep.NOT_NEEDED: _not_needed,
}
"""The steps that write more than the case, its clocks and a note."""
