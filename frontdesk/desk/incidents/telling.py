"""Those who were called for what was a mistake are told so, by the same way."""

from data.engine.transaction import Transaction
from data.escalations import escalations
from data.messages import messages
from frontdesk.desk.owing import owe
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.incidents.incident import Incident
from frontdesk.domain.messages.message import Audience, MessageState, Purpose, ToTell

_MAY_HAVE_HEARD = frozenset({MessageState.SENDING, MessageState.SENT, MessageState.TOLD, MessageState.UNCERTAIN})


def tell_mistake(transaction: Transaction, incident: Incident) -> None:
    """Owe everybody whom a text may have reached another, that there is nothing; stations show it by themselves."""
    connection = transaction.connection
    subject = Subject.of_incident(incident.id)
    alarms = [each.id for each in escalations.open_ones(connection) if each.subject == subject]
    called = [message for number in alarms for message in messages.of_escalation(connection, number)]
    for channel, role in dict.fromkeys((each.channel, each.role) for each in called if each.state in _MAY_HAVE_HEARD):
        said = ToTell(Purpose.MISTAKE, incident.title, Audience.STAFF, channel=channel, matter=incident.id)
        owe(transaction, said._replace(role=role, is_urgent=True, is_automatic=True))
