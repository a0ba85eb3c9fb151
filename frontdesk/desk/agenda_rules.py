"""Every rule of the agenda. A new concern adds a line."""

from data.engine.transaction import Transaction
from frontdesk.desk import agenda
from frontdesk.desk.agenda import Rule
from frontdesk.desk.copies.rules import COPIES, DRILL
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result

RULES: tuple[Rule, ...] = (COPIES, DRILL)


def come(desk: Desk) -> Result | None:
    """Do what time has brought; None where it has brought nothing, or somebody else was first."""
    return agenda.come(desk, RULES)


def plan_anew(transaction: Transaction) -> None:
    """Plan everything that is not due yet once more, because the policy or the calendar has changed."""
    agenda.plan_anew(transaction, RULES)
