"""The cases that were open before a date had to be agreed on after a week: they begin to owe one (Q3)."""

from data import agenda
from data.cases import clocks
from data.engine.transaction import Transaction
from frontdesk.desk.case_clocks import start
from frontdesk.desk.desk import Desk
from frontdesk.domain.agenda.events import AgendaEvent
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.journal.result import Result


def come(desk: Desk) -> Result | None:
    """Let them owe it, once after the update; None where that is done.

    A case whose week is over begins anew: nobody is called for hundreds of them at once.
    """
    return desk.do_if(_begin)


def _begin(transaction: Transaction) -> Result | None:
    connection = transaction.connection
    if not agenda.is_planned(connection, agenda.WEEKS):
        return None
    found = clocks.without_a_week(connection)
    for number, began_at in found:
        start(transaction, number, ClockName.AGREE_DATE, began_at)
        clocks.note_next_due(transaction, number)
    agenda.drop(connection, agenda.WEEKS)
    return Result(AgendaEvent.CAME, number=len(found), facts={"rules": agenda.WEEKS})
