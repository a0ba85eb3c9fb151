"""Correcting what was registered of a case; the customer's words stay as they were said (C1)."""

from data import penalties
from data.cases import cases, search_terms
from data.engine.transaction import Row, Transaction
from data.people import phones
from data.zone import visits
from frontdesk.desk.cases.lists import check_listed
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import CUSTOMER_LIMIT, WANTS_LIMIT, Case, Nature
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.journal.result import Result
from frontdesk.domain.penalties.penalty import STANDS_ON
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import whole_line


def amend(
    desk: Desk,
    number: int,
    *,
    nature: Nature | None = None,
    channel: str | None = None,
    kind: str | None = None,
    customer: str | None = None,
    phone: str | None = None,
    plate: Plate | None = None,
    wants: str | None = None,
    operation: str | None = None,
) -> Result:
    """Correct a case; details not given stay as they are. Raises `Refused`, also if nothing would change."""
    said: Row = {"nature": nature, "channel": channel, "kind": kind}
    said |= {"customer": None if customer is None else whole_line(customer, CUSTOMER_LIMIT)}
    said |= {"wants": None if wants is None else whole_line(wants, WANTS_LIMIT)}
    said |= {"plate": plate}
    dialled = None if phone is None else parse_phone(phone)

    def body(transaction: Transaction) -> Result:
        case = cases.get(transaction.connection, number)
        check_listed(transaction.connection, channel, kind)
        changed = {name: value for name, value in said.items() if value not in (None, getattr(case, name))}
        _follow(transaction, case, changed, dialled)
        if not changed:
            raise Refused(CaseReason.NOTHING_TO_AMEND, number=number)
        _check_penalty(transaction, number, changed)
        cases.change(transaction, case, changed)
        search_terms.index_anew(transaction.connection, number)
        cases.add_note(transaction, number, CaseStep.AMEND, "")
        return Result(
            CaseEvent.AMEND,
            changed.get("plate", case.plate),
            number=number,
            facts={"changed": " ".join(sorted(changed))},
        )

    return desk.do(body, operation)


def _check_penalty(transaction: Transaction, number: int, changed: Row) -> None:
    """Raise `Refused` if a penalty stands on what is to be changed."""
    standing = penalties.standing_of_case(transaction.connection, number)
    if standing is not None and not STANDS_ON.isdisjoint(changed):
        raise Refused(CaseReason.HAS_PENALTY, number=number, penalty=standing.id)


def _follow(transaction: Transaction, case: Case, changed: Row, dialled: str | None) -> None:
    """Link a new plate to its own visit, and keep a new phone number in the table of full numbers."""
    connection = transaction.connection
    if "plate" in changed:
        plate = changed["plate"]
        changed["visit_id"] = visits.latest_visit(connection, plate, case.received_at) if plate else None
    if dialled is not None and dialled != phones.whole(connection, case.id):
        changed["phone_id"] = phones.keep(connection, dialled)
