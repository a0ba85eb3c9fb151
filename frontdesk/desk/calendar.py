"""Putting in a year of working days as it was published; what hangs on it is reckoned anew (C5, Q2)."""

from data import calendars, complaints, policies
from data.transaction import Transaction
from frontdesk.desk import crossings
from frontdesk.desk.desk import Answer, Desk
from frontdesk.domain.case_clocks import ClockName
from frontdesk.domain.deadlines import deadline
from frontdesk.domain.working_days import Calendar, PublishedYear


def current(desk: Desk) -> Calendar:
    """Return what is known of working days."""
    return desk.read(calendars.current)


def load(desk: Desk, published: PublishedYear, operation: str | None = None) -> Answer:
    """Put in a year. Its answer's number: how many running clocks are due at another time since."""

    def body(transaction: Transaction) -> Answer:
        calendars.put(transaction, published)
        changed = reckon_anew(transaction)
        crossings.note_ends(transaction, transaction.now)
        crossings.note_crossings(transaction, transaction.now)
        return Answer("calendar", number=changed, detail=str(published.year))

    return desk.do(body, operation)


def reckon_anew(transaction: Transaction) -> int:
    """Let every running clock that counts working days be due by the calendar and policy in force; return how many."""
    connection = transaction.connection
    policy, calendar = policies.current(connection), calendars.current(connection)
    changed = 0
    for number, clock in complaints.running(connection, ClockName.FULL_ANSWER):
        found = deadline(clock.name, clock.started_at, policy, calendar, pauses=clock.pauses)
        if (found.at, found.provisional) != (clock.due_at, clock.provisional):
            complaints.set_deadline(transaction, number, clock, found)
            changed += 1
    return changed
