"""A plan is looked through before its year is over where something showed that it does not hold (G4)."""

from enum import StrEnum

from data import calendar, policy
from data.engine.transaction import Transaction
from data.matters import dues
from data.plans import plans
from frontdesk.domain.cases.deadlines import in_working_days
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.plans.plan import PUBLISH_DAYS


class Shown(StrEnum):
    """What showed it; it is on record with the due."""

    INCIDENT = "major_incident"
    DRILL = "drill_not_reached"
    CHECK = "check_failed_again"


def soon(transaction: Transaction, shown: Shown) -> None:
    """Every plan in force is looked through within a few working days; one that is due sooner stays as it is."""
    connection = transaction.connection
    by = in_working_days(transaction.now, PUBLISH_DAYS, policy.current(connection), calendar.current(connection)).at
    numbers = plans.in_force(connection)
    for due in dues.of(connection, numbers):
        if due.name is DueName.PLAN_REVIEW and due.is_running and due.due_at > by:
            dues.put_off(transaction, due, by, shown)
