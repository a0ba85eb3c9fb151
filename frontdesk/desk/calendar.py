"""Loading a published year of working days; deadlines that depend on it are calculated again (C5, Q2)."""

from data import calendar
from data.engine.transaction import Transaction
from frontdesk.desk import agenda_rules
from frontdesk.desk.case_clocks import reckon_anew
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.domain.calendar.events import CalendarEvent
from frontdesk.domain.calendar.working_days import Calendar, PublishedYear
from frontdesk.domain.journal.result import Result


def current(desk: Desk) -> Calendar:
    """Return what is known of working days."""
    return desk.read(calendar.current)


def load(desk: Desk, published: PublishedYear, operation: str | None = None) -> Result:
    """Load a year. The number in the result is how many running clocks are now due at another time."""

    def body(transaction: Transaction) -> Result:
        calendar.put(transaction, published)
        changed = reckon_anew(transaction)
        agenda_rules.plan_anew(transaction)
        crossings.note_ends(transaction, transaction.now)
        crossings.note_crossings(transaction, transaction.now)
        return Result(CalendarEvent.CALENDAR, number=changed, facts={"year": published.year})

    return desk.do(body, operation)
