"""Reminding: on the opening day before, whoever is booked and has not confirmed is owed a word (S5, Z9)."""

from datetime import timedelta

from data import agenda
from data import policy as policies
from data.appointments import appointments
from data.engine.transaction import Row, Transaction
from data.messages import messages, texts
from frontdesk.desk import owing
from frontdesk.desk.agenda import Came, Rule, plan
from frontdesk.domain.agenda.rhythm import Days, Rhythm
from frontdesk.domain.appointments.appointment import Appointment, State
from frontdesk.domain.appointments.reminder import about, number_of
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.messages.message import Message, MessageState, Purpose, ToTell
from frontdesk.domain.messages.wording import filled, moment
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.plates import show_plate

_LONGEST = 400


def _remind(transaction: Transaction, came: Came) -> None:
    """Owe a word to everybody who is booked up to the end of the next opening day."""
    connection = transaction.connection
    policy = policies.current(connection)
    hours = OpeningHours.of(policy)
    today = hours.day_of(came.due_at)
    ahead = (today + timedelta(days=days) for days in range(1, _LONGEST))
    last = next((day for day in ahead if hours.is_open_on(day)), today)
    begins, ends = DaySpan.of(today, hours.zone).ends, DaySpan.of(last, hours.zone).ends
    for found in appointments.between(connection, max(begins, transaction.now + 1), ends):
        _owe(transaction, found, hours)


def _owe(transaction: Transaction, found: Appointment, hours: OpeningHours) -> None:
    """Owe a word to whoever is booked, has not confirmed it, and can be rung up."""
    phone = appointments.phone_id(transaction.connection, found.id)
    if found.state is State.BOOKED and found.confirmed_at is None and phone is not None:
        owing.owe(
            transaction,
            ToTell(
                Purpose.REMINDER, _text(transaction, found, hours), name=found.customer, plate=found.plate,
                phone_id=phone, about=about(found), expires_at=found.at,
            ),
        )  # fmt: skip


def _text(transaction: Transaction, found: Appointment, hours: OpeningHours) -> str:
    """Return what is told, from the store's template."""
    store = policies.current(transaction.connection).store_name
    at, today = to_datetime(found.at, hours.zone), hours.day_of(transaction.now)
    facts = {
        "customer": found.customer, "plate": show_plate(found.plate), "store": store, "time": moment(at, today),
        "place": store, "what": found.work,
    }  # fmt: skip
    return filled(texts.of(transaction.connection, Purpose.REMINDER), facts)


REMINDERS = Rule(agenda.REMINDERS, lambda policy: Rhythm(policy.remind_at, Days.OPEN), _remind)


def plan_first(transaction: Transaction) -> None:
    """Plan the reminders once anything is booked."""
    plan(transaction, REMINDERS)


def nothing_to_tell(transaction: Transaction, found: Appointment) -> None:
    """Nobody has to be told any more of an appointment as it was."""
    owing.withdraw_about(transaction, about(found))


def tell_anew(transaction: Transaction, number: int) -> None:
    """Owe a word at once of an appointment that was moved, where the next reminders would not tell of it any more.

    Those that came before told of every day up to the one on which they come next.
    """
    connection = transaction.connection
    planned = next((each for each in agenda.planned(connection) if each.rule == agenda.REMINDERS), None)
    found, hours = appointments.get(connection, number), OpeningHours.of(policies.current(connection))
    if planned is not None and found.at < DaySpan.of(hours.day_of(planned.at), hours.zone).ends:
        _owe(transaction, found, hours)


def was_told(transaction: Transaction, found: Appointment) -> None:
    """Whoever was to be told of an appointment heard it."""
    for message in messages.of_about(transaction.connection, about(found)):
        if message.is_open and message.state is not MessageState.SENDING:
            messages.end(transaction, message, MessageState.TOLD)


def confirmed(transaction: Transaction, message: Message) -> None:
    """Whoever heard the reminder of an appointment that still stands like that has confirmed it."""
    number = number_of(message.about)
    found = None if number is None else appointments.get(transaction.connection, number)
    if found is not None and about(found) == message.about and found.state is State.BOOKED:
        values: Row = {"confirmed_at": transaction.now, "confirmed_by": transaction.actor.who}
        appointments.change(transaction, found, values)
