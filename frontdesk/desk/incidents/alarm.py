"""The alarm of an incident: its escalation, taken on with the command, raised anew with a graver level."""

from data import policy as policies
from data.engine.transaction import Transaction
from data.escalations import escalations, record
from frontdesk.desk.escalations import calls
from frontdesk.desk.escalations.handling import acknowledged
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import LineKind, State
from frontdesk.domain.incidents.incident import CHAINS, Incident


def of(transaction: Transaction, incident: Incident) -> Escalation | None:
    """Return the alarm of an incident; None where it is contained, or its time makes no sense."""
    subject = Subject.of_incident(incident.id)
    return next((each for each in escalations.open_ones(transaction.connection) if each.subject == subject), None)


def take_on(transaction: Transaction, incident: Incident) -> None:
    """Whoever has the command has answered: nobody is called until it is not contained in time."""
    calls.advance(transaction, transaction.now)
    alarm = of(transaction, incident)
    if alarm is not None and alarm.state is State.RAISED:
        escalations.change(transaction, alarm, {"state": State.ACKNOWLEDGED, **acknowledged(transaction)})
        record.add(transaction, alarm.id, LineKind.ACKNOWLEDGED, alarm.level)


def call_anew(transaction: Transaction, incident: Incident) -> None:
    """Call those of the present level, from its first stage on, whoever has the command."""
    alarm = of(transaction, incident)
    if alarm is not None:
        policy = policies.current(transaction.connection)
        escalations.raise_anew(transaction, alarm, transaction.now, policy, chain=CHAINS[incident.level])
        record.add(transaction, alarm.id, LineKind.AGAIN, 0)
