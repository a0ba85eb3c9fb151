"""What else is so once somebody was told: each concern that owes messages says it here."""

from collections.abc import Callable, Mapping

from data.engine.transaction import Transaction
from data.progress import progress
from frontdesk.desk import orders
from frontdesk.desk.appointments import reminding
from frontdesk.desk.progress.telling import heard
from frontdesk.desk.rescues import road
from frontdesk.desk.weather import rows
from frontdesk.domain.messages.message import Channel, Message, Purpose
from frontdesk.domain.progress.terms import Heard


def _progress(transaction: Transaction, message: Message) -> None:
    """The customer of a car in repair knows how it stands, or of the one problem that the message was about."""
    if message.matter is None:
        return
    car = progress.get(transaction.connection, message.matter)
    channel = Heard.IN_PERSON if message.channel == Channel.IN_PERSON else Heard.PHONE
    about = next((each for each in car.found if message.about == f"found:{each.id}"), None)
    if about is not None or not message.about.startswith("found:"):
        heard(transaction, car.id, channel, message.text, only=about)


FOLLOWS: Mapping[Purpose, Callable[[Transaction, Message], None]] = {
    **dict.fromkeys((Purpose.PROMISE, Purpose.FOUND, Purpose.PROGRESS, Purpose.READY), _progress),
    Purpose.REMINDER: reminding.confirmed,
    Purpose.RESCUE: road.told,
    Purpose.ORDER: orders.told,
    Purpose.WEATHER: rows.heard,
}
"""What follows by the purpose of the message. A new concern adds a line."""


def told(transaction: Transaction, message: Message) -> None:
    """Let follow what follows from a message that somebody heard."""
    if message.purpose in FOLLOWS:
        FOLLOWS[message.purpose](transaction, message)
