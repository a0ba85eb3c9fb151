"""Everything on record about one case, read in one moment (C5, C9, C10, C12, Z8)."""

from dataclasses import dataclass

from data import penalties
from data import zone as visits
from data.cases import cases, closing_reports, quality
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.escalations import escalations
from data.people import phones
from frontdesk.desk.desk import Answer, Desk
from frontdesk.domain.cases.case import Complaint, Note
from frontdesk.domain.cases.closing_report import FiledReport
from frontdesk.domain.cases.quality import QualityForm
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.penalties.penalty import Penalty
from frontdesk.domain.zone.visits import VisitLine


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case with its history, quality's part, the car's visits and crowding, its customer's other cases."""

    case: Complaint
    notes: tuple[Note, ...]
    forms: tuple[QualityForm, ...]
    reports: tuple[FiledReport, ...]
    """What it was closed with, oldest first: the last one counts (C9)."""
    related: tuple[Complaint, ...]
    """The other cases of the same phone number or plate, newest first."""
    visits: tuple[VisitLine, ...]
    """The car's visits, newest first."""
    crowdings: tuple[Escalation, ...]
    """The over-count and over-stay crossings while the car was in the zone at the visit the case is about (Z8)."""
    penalties: tuple[Penalty, ...]
    """The penalties of this case, oldest first."""
    standing: Penalty | None
    """The penalty of that visit that is not countered, whichever case it was proposed on."""


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
    )


def show_phone(desk: Desk, number: int, operation: str | None = None) -> str:
    """Return a customer's phone number in full; that it was asked for, and by whom, is on record (C10)."""

    def body(transaction: Transaction) -> Answer:
        return Answer("show_phone", number=cases.get(transaction.connection, number).id)

    desk.do(body, operation)
    return desk.read(lambda connection: phones.whole(connection, number))
