"""When copies of the store and restore drills come (G2)."""

from functools import partial

from data import agenda, agenda_runs
from data.engine.transaction import Transaction
from frontdesk.desk.agenda import Came, Rule
from frontdesk.domain.agenda.rhythm import EACH_QUARTER, Days, Rhythm


def _begin(rule: str, transaction: Transaction, came: Came) -> None:
    agenda_runs.begin(transaction, rule, came.due_at, came.missed)


COPIES = Rule(agenda.COPIES, lambda policy: Rhythm(policy.copy_at), partial(_begin, agenda.COPIES))
DRILL = Rule(
    agenda.DRILL, lambda policy: Rhythm(policy.copy_at, Days.WORKING, EACH_QUARTER), partial(_begin, agenda.DRILL)
)
"""With the copies, on the first working day of a quarter."""
