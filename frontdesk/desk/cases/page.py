"""Everything on record about one case, read in one moment (C5, C9, C10, C12, Z8)."""

from data import penalties
from data.cases import asks, cases, closing_reports, quality
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.escalations import escalations
from data.people import phones
from data.proof import heads
from data.zone import visits
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture.case_page import CasePage


def page(desk: Desk, number: int) -> CasePage:
    """Return everything about a case. Raises `Refused(NO_COMPLAINT)`."""
    return desk.read(lambda connection: read(connection, number))


def read(connection: Connection, number: int) -> CasePage:
    """Return everything about a case, within a transaction."""
    case = cases.get(connection, number)
    return CasePage(
        case,
        cases.notes(connection, number),
        quality.of(connection, number),
        closing_reports.of(connection, number),
        cases.related(connection, number, phones.whole(connection, number), case.plate),
        visits.timeline(connection, case.plate) if case.plate else (),
        escalations.at_visit(connection, case.visit_id) if case.visit_id else (),
        penalties.of_case(connection, number),
        penalties.standing(connection, case.visit_id),
        "" if (end := heads.head(connection)) is None else heads.written(end),
        asks.of(connection, number),
    )


def show_phone(desk: Desk, number: int, operation: str | None = None) -> str:
    """Return a customer's phone number in full, and record the request and who made it (C10)."""

    def body(transaction: Transaction) -> Result:
        return Result(CaseEvent.SHOW_PHONE, number=cases.get(transaction.connection, number).id)

    desk.do(body, operation)
    return desk.read(lambda connection: phones.whole(connection, number))
