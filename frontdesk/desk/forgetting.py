"""Forgetting a customer, by a manager or a director, on record (C10)."""

from data import forgetting
from data.engine.connection import Connection, clean_file
from data.engine.transaction import Transaction
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import roster_of
from frontdesk.domain.forgetting.customer import Customer, Holdings
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import Refused, StoreError


def holdings(desk: Desk, customer: Customer) -> Holdings:
    """Return what would be forgotten.

    Raises `Refused`: NOBODY_NAMED, NOBODY_FOUND, ALL_GONE, CASES_OPEN, MESSAGES_OPEN, STILL_BOOKED, STILL_IN_REPAIR.
    """
    return desk.read(lambda connection: _checked(connection, customer))


def forget(desk: Desk, customer: Customer, operation: str | None = None) -> Result:
    """Take a customer's names, numbers and words out of the store; who did it, when, and how many cases stays.

    Raises `Refused`, also where it is not for this person to do.
    """

    def body(transaction: Transaction) -> Result:
        _check_may(transaction)
        found = _checked(transaction.connection, customer)
        events = forgetting.forget(transaction, found)
        facts = {
            "cases": len(found.cases) + len(found.taken_back),
            "numbers": len(found.numbers),
            "drafts": len(found.drafts),
        }
        others = {name: count for name, count in found.addressed.counts.items() if count}
        return Result(ForgetEvent.FORGET, facts={**facts, **others, "events": events})

    return desk.do(body, operation)


def leave_no_trace(desk: Desk) -> bool:
    """Write the file anew, so that nothing of what was deleted is left in it; False where others read, or no room."""
    try:
        return clean_file(desk.connection)
    except StoreError:
        return False


def _checked(connection: Connection, customer: Customer) -> Holdings:
    customer.check_named()
    found = forgetting.holdings(connection, customer)
    found.check()
    return found


def _check_may(transaction: Transaction) -> None:
    roster, who = roster_of(transaction), transaction.actor.who
    if not roster.manages(who, transaction.now):
        raise Refused(ForgetReason.NOT_FOR_YOU, who=who)
