"""Drafting what a customer is told: in the store's own words for its purpose, where it has any (P4)."""

from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.transaction import Transaction
from data.messages import messages, texts
from data.people import phones, staff
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages.telling import put
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import ToTell
from frontdesk.domain.messages.wording import filled, moment
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.plates import show_plate


def draft(desk: Desk, said: ToTell, what: str, *, time: Millis | None = None, operation: str | None = None) -> Result:
    """Owe a customer a word: the store's own for its purpose, else as it is said.

    `what` and `time` stand in the places of the store's words. Raises `Refused` as `telling.add`.
    """

    def body(transaction: Transaction) -> Result:
        own = texts.own(transaction.connection, said.purpose)
        text = filled(own, _facts(transaction, said, what, time)) if own else said.text
        number = put(transaction, said._replace(text=text))
        message = messages.get(transaction.connection, number)
        return Result(MessageEvent.OWE, message.plate, number=number, facts={"purpose": message.purpose})

    return desk.do(body, operation)


def _facts(transaction: Transaction, said: ToTell, what: str, time: Millis | None) -> dict[str, str]:
    """Return what is filled in; `who` is whoever drafts it, whose number is told with it."""
    connection, policy = transaction.connection, policies.current(transaction.connection)
    zone = ZoneInfo(policy.time_zone)
    person = next((each for each in staff.everyone(connection) if each.name == transaction.actor.who), None)
    return {
        "customer": said.name,
        "plate": show_plate(said.plate),
        "store": policy.store_name,
        "time": "" if time is None else moment(to_datetime(time, zone), to_datetime(transaction.now, zone).date()),
        "place": policy.store_name,
        "what": what,
        "who": person.name if person else "",
        "phone": phones.of_staff(connection, person.id) if person else "",
    }
