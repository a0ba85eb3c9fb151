"""Who did not come: written by whoever looks first once the time is over, and taken back by an arrival (Z9)."""

from data import agenda
from data import policy as policies
from data.appointments import appointments
from data.engine.transaction import Transaction
from frontdesk.desk.desk import Desk
from frontdesk.domain.agenda.events import AgendaEvent
from frontdesk.domain.appointments.appointment import State
from frontdesk.domain.appointments.events import AppointmentEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import SECOND, Millis


def come(desk: Desk) -> Result | None:
    """Note who did not come; None where everybody came, or somebody else was first."""
    return desk.do_if(_note)


def plan(transaction: Transaction) -> None:
    """Plan when the next customer may turn out not to have come."""
    following, connection = appointments.next_at(transaction.connection), transaction.connection
    if following is None:
        agenda.drop(connection, agenda.APPOINTMENTS)
    else:
        # More than the time allowed has to have passed.
        agenda.put(connection, agenda.APPOINTMENTS, following + _allowed(transaction) + 1)


def _note(transaction: Transaction) -> Result | None:
    connection, now = transaction.connection, transaction.now
    planned = agenda.at_of(connection, agenda.APPOINTMENTS)
    due = appointments.not_come(connection, now - _allowed(transaction))
    for each in due:
        appointments.change(transaction, each, {"state": State.NO_SHOW})
    plan(transaction)
    if due:
        numbers = " ".join(str(each.id) for each in due)
        return Result(AppointmentEvent.NO_SHOW, due[0].plate, number=due[0].id, facts={"appointments": numbers})
    if planned == agenda.at_of(connection, agenda.APPOINTMENTS):
        return None
    return Result(AgendaEvent.CAME, number=1, facts={"rules": agenda.APPOINTMENTS})


def _allowed(transaction: Transaction) -> Millis:
    return policies.current(transaction.connection).no_show_s * SECOND
