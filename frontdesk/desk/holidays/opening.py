"""The plan of a holiday is opened: a matter, a run of its points, the contact list to be called through (S2, S10)."""

from datetime import date

from data import policy
from data.engine.transaction import Transaction
from data.holidays import plans
from data.matters import matters
from data.people import staff
from data.runs import playbooks as on_record
from data.runs import runs
from frontdesk.desk import holiday_points
from frontdesk.desk.desk import Desk
from frontdesk.desk.opening_steps import open_steps
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.register import calling
from frontdesk.desk.step_rows import rows_of
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.holidays.events import HolidayEvent
from frontdesk.domain.holidays.plan import check_days, midnight
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.people.roles import first_of
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.holidays import Holiday
from frontdesk.domain.runs.playbook import HOLIDAY, PlaybookOnRecord
from frontdesk.files.playbook_file import languages, shipped

NOBODY = "—"
"""Leads a plan while nobody is on the staff list."""


def open_by_hand(desk: Desk, first: date, last: date, operation: str | None = None) -> Result:
    """Open the plan of some days, whether they are published as a holiday or not.

    Raises `Refused`: NOT_YOUR_POST, HOLIDAY_DAYS, HOLIDAY_PLANNED.
    """

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        connection = transaction.connection
        today = OpeningHours.of(policy.current(connection)).day_of(transaction.now)
        check_days(first, last, today, plans.every(connection))
        number = open_one(transaction, Holiday(first, last))
        return Result(HolidayEvent.PLAN, number=number, facts={"first": str(first), "last": str(last)})

    return desk.do(body, operation)


def open_one(transaction: Transaction, holiday: Holiday) -> int:
    """Open the plan of a holiday in a transaction under way; return its number."""
    connection = transaction.connection
    playbook = _playbook(transaction)
    number = matters.open_one(transaction, MatterKind.HOLIDAY, f"{holiday.first} {holiday.last}")
    plans.put(transaction, number, holiday.first, holiday.last)
    manager = first_of(Post.MANAGER, staff.everyone(connection))
    lead = manager.name if manager else transaction.actor.who or NOBODY
    zone = OpeningHours.of(policy.current(connection)).zone
    rows = rows_of(connection, playbook.playbook, languages()[-1])
    day_at = midnight(holiday.first, zone)
    open_steps(transaction, runs.begin(transaction, number, playbook, (), rows, lead=lead, day_at=day_at))
    calling.ask(transaction)
    holiday_points.keep_up(transaction)
    return number


def _playbook(transaction: Transaction) -> PlaybookOnRecord:
    """Return the playbook: the store's own, or the one that came."""
    used = on_record.newest(transaction.connection).get(HOLIDAY)
    return used if used is not None and used.own else on_record.put(transaction, shipped(languages()[-1])[HOLIDAY])
