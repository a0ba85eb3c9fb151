"""The closing report goes to the head, who reads it after the case is closed (C9)."""

from data.cases import cases, closing_reports
from data.engine.transaction import Transaction
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import operator
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import HEADS
from frontdesk.domain.values.errors import Refused


def read(desk: Desk, number: int, operation: str | None = None) -> Result:
    """The director or the general manager has read the closing report of a case.

    Raises `Refused`: NO_COMPLAINT, NOT_YOUR_POST, NO_REPORT_TO_READ.
    """

    def body(transaction: Transaction) -> Result:
        case, person = cases.get(transaction.connection, number), operator(transaction)
        if person.post not in HEADS:
            raise Refused(PeopleReason.NOT_YOUR_POST, name=person.name, post=person.post)
        if case.is_open or not closing_reports.read(transaction, number):
            raise Refused(CaseReason.NO_REPORT_TO_READ, number=number)
        return Result(CaseEvent.READ_REPORT, case.plate, number=number)

    return desk.do(body, operation)
