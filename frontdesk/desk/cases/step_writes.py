"""What each step does to a case besides its clocks (C2–C9, Q4, Q5)."""

from collections.abc import Callable

from data import policy as policies
from data.cases import cases, closing_reports, quality
from data.engine.transaction import Row, Transaction
from frontdesk.desk.cases import clocks
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.cases.case import CUSTOMER_LIMIT, Complaint, ReportedTo
from frontdesk.domain.cases.steps import Given, Step
from frontdesk.domain.report_draft import draft
from frontdesk.domain.values.clock import DAY
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.text import whole_line

Deed = Callable[[Transaction, Complaint, str, Given], Row]
"""Does something in a transaction; returns what changes of the case itself."""


def _assign(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    return {"assigned_to": whole_line(words, CUSTOMER_LIMIT)}


def _judge(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    return {"severity": given.severity}


def _to_quality(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    quality.hand(transaction, case.id, words)
    return {}


def _quality(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    quality.answer(transaction, case.id, words, given)
    return {}


def _pass_on(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    quality.pass_on(transaction, case.id)
    return {}


def _report(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    above = ReportedTo.DIRECTOR if case.reported_to is ReportedTo.MANAGER else ReportedTo.MANAGER
    return {"reported_to": above}


def _decide(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    return {"reported_to": ReportedTo.NOBODY}


def _write_up(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    cases.write_up(transaction, case.id)
    return {}


def _pause(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    if not transaction.actor.who:
        raise Refused(Reason.NO_OPERATOR)
    for clock in case.pausable(transaction.now):
        if clock.name is given.clock and given.at is not None:
            clocks.pause(transaction, clock, given.at, words)
    return {}


def _resume(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    for clock in case.resumable(transaction.now):
        if clock.name is given.clock:
            clocks.resume(transaction, clock)
    return {}


def _close(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    """The closing report is kept with it; the follow-up is due on the day the policy lays down (C8, C9)."""
    connection = transaction.connection
    report = given.report or draft(cases.notes(connection, case.id), quality.of(connection, case.id))
    closing_reports.put(transaction, case.id, report)
    policy = policies.current(connection)
    hours = OpeningHours.of(policy)
    follow_up = hours.closing_from(hours.day_of(transaction.now + policy.follow_up_days * DAY), hours.is_open_on)
    return {"follow_up_at": follow_up}


def _reopen(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    return {"follow_up_at": None, "followed_up_at": None, "satisfaction": None}


def _follow_up(transaction: Transaction, case: Complaint, words: str, given: Given) -> Row:
    return {"followed_up_at": transaction.now, "satisfaction": given.satisfaction}


DEEDS: dict[Step, Deed] = {
    Step.ASSIGN: _assign,
    Step.JUDGE: _judge,
    Step.TO_QUALITY: _to_quality,
    Step.QUALITY: _quality,
    Step.PASS_ON: _pass_on,
    Step.REPORT: _report,
    Step.DECIDE: _decide,
    Step.WRITE_UP: _write_up,
    Step.PAUSE: _pause,
    Step.RESUME: _resume,
    Step.CLOSE: _close,
    Step.CLOSE_ANYWAY: _close,
    Step.REOPEN: _reopen,
    Step.FOLLOW_UP: _follow_up,
}
"""The steps that do more than turn clocks and leave a note."""
