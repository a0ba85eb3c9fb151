"""The emergency contact list called through: each call on record, who is left is owed until reached (S1, S7)."""

from data import agenda
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import matters
from data.register import calls, contacts
from frontdesk.desk import calls_owed
from frontdesk.desk.agenda import Came, Rule
from frontdesk.desk.agenda import plan as plan_rule
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.people.duty import check_at_desk, operator
from frontdesk.desk.register import contacts as outside
from frontdesk.desk.register.upkeep import at_opening
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.register.calling import STAFF, CallResult, Reachable
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import whole_words


def listed(desk: Desk) -> tuple[tuple[Reachable, ...], Millis]:
    """Return the list, and since when whoever was reached is not rung again."""
    now = desk.now()
    return desk.read(lambda connection: (calls.every(connection), calls_owed.since(connection, now)))


def begin(desk: Desk, operation: str | None = None) -> Result:
    """Let the list be called through, now and whenever its time comes again.

    Raises `Refused`: NOT_YOUR_POST, NOBODY_TO_CALL.
    """

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        if not calls.every(transaction.connection):
            raise Refused(RegisterReason.NOBODY_TO_CALL)
        ask(transaction)
        return Result(RegisterEvent.CALLING_BEGIN, number=_number(transaction) or 0)

    return desk.do(body, operation)


def called(desk: Desk, key: str, result: CallResult, words: str = "", operation: str | None = None) -> Result:
    """Put on record what came of ringing somebody; anybody on the staff list may.

    Raises `Refused`: NO_OPERATOR, NO_CONTACT, EMERGENCY_NUMBER, NUMBERLESS_CONTACT.
    """
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        person = operator(transaction)
        found = _get(transaction.connection, key)
        if not found.phone:
            raise Refused(RegisterReason.NUMBERLESS_CONTACT, name=found.name)
        calls.add(transaction, key, result, said)
        if result is CallResult.REACHED and not key.startswith(STAFF):
            outside.note_called(transaction, contacts.get(transaction.connection, key), person.name)
        is_reached = result is CallResult.REACHED
        event = RegisterEvent.CONTACT_CALLED if is_reached else RegisterEvent.CONTACT_TRIED
        return Result(event, facts={"contact": key, "name": found.name, "result": result})

    return desk.do(body, operation)


def correct(desk: Desk, key: str, phone: str, operation: str | None = None) -> Result:
    """Write down the right number of somebody; it has not been rung yet.

    Raises `Refused`: NO_CONTACT, BAD_PHONE, and as `staff.change` and `contacts.change` say.
    """
    found = desk.read(lambda connection: _get(connection, key))
    if not phone.strip():
        raise Refused(ValueReason.BAD_PHONE, text="")
    if key.startswith(STAFF):
        return staff.change(desk, found.name, phone=phone, operation=operation)
    was = desk.read(lambda connection: contacts.get(connection, key))
    return outside.change(desk, key, was.details._replace(phone=phone), operation)


def ask(transaction: Transaction) -> None:
    """Let the list be called through in a transaction under way, and looked at each morning from now on."""
    plan_rule(transaction, CONTACTS)
    calls_owed.settle(transaction, may_open=True)


def _number(transaction: Transaction) -> int | None:
    found = calls_owed.open_matter(transaction.connection)
    return found.id if found else None


def _get(connection: Connection, key: str) -> Reachable:
    found = next((each for each in calls.every(connection) if each.key == key), None)
    if found is None:
        if not key.startswith(STAFF) and contacts.get(connection, key).is_emergency:
            raise Refused(RegisterReason.EMERGENCY_NUMBER, number=key)
        raise Refused(RegisterReason.NO_CONTACT, text=key)
    return found


def _look_through(transaction: Transaction, came: Came) -> None:
    """Ask for what is to be called; what somebody left undone and said why is not asked for before its time."""
    dropped = matters.last_dropped(transaction.connection, MatterKind.CONTACTS)
    at = dropped.closed_at if dropped and dropped.closed_at is not None else None
    may_open = at is None or at < calls_owed.since(transaction.connection, transaction.now)
    calls_owed.settle(transaction, may_open=may_open)


CONTACTS = Rule(agenda.CONTACTS, at_opening, _look_through)
