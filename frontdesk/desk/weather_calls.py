"""Keeping the list of whom a decision touches: after each command, in its transaction, so that none is left out (I7).

A booking that is made, moved or called off, a car that is promised or handed back, a decision that is signed or over:
whatever brings it about, what follows for the list is written with it. So this knows no command of the desk.
"""

from zoneinfo import ZoneInfo

from data import agenda, approvals, calendar
from data import policy as policies
from data.engine.transaction import Row, Transaction
from data.matters import dues, matters
from data.messages import messages, texts
from data.weather import affected, decisions
from frontdesk.desk import owing
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.cases.deadlines import in_working_days
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.messages.message import Audience, Channel, MessageState, Purpose, ToTell, TryResult
from frontdesk.domain.messages.times import Quiet
from frontdesk.domain.messages.wording import filled, moment
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import HOUR, Millis, to_datetime
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.weather.affected import Affected, Change, Found, Of, RowState, settled
from frontdesk.domain.weather.decision import Decision, DecisionState
from frontdesk.domain.weather.wording import spoken


def keep_up(transaction: Transaction) -> None:
    """Let every list say what is so now."""
    for decision in decisions.unfinished(transaction.connection):
        settle(transaction, decision)


def settle(transaction: Transaction, decision: Decision) -> None:
    """Let the list of a decision say what is so now; where it is over and nobody is left on it, its matter closes."""
    connection, now = transaction.connection, transaction.now
    rows = affected.plain(connection, decision.id)
    found = affected.found(connection, decision, rows)
    for change in settled(decision, rows, found, now):
        _apply(transaction, decision, change)
    if decision.state is DecisionState.OVER:
        close_if_done(transaction, decision)


def about(decision: int, of_what: Of, ref: int) -> str:
    """Return what the message of a row is about."""
    return f"weather:{decision}:{of_what}:{ref}"


def end(transaction: Transaction, decision: Decision) -> None:
    """A decision is over: nobody is told of it any more, and what was not served is to be made up for."""
    decisions.change(transaction, decision, {"state": DecisionState.OVER, "over_at": transaction.now})
    over = decisions.get(transaction.connection, decision.id)
    settle(transaction, over)
    for row in affected.plain(transaction.connection, decision.id):
        owing.withdraw_about(transaction, about(decision.id, row.of, row.ref))
    if matters.get(transaction.connection, decision.id).is_open:
        _owe_make_up(transaction, decision.id)
    plan_end(transaction)


def plan_end(transaction: Transaction) -> None:
    """Plan when the time of a decision is over next."""
    following = decisions.next_end(transaction.connection)
    if following is None:
        agenda.drop(transaction.connection, agenda.WEATHER)
    else:
        agenda.put(transaction.connection, agenda.WEATHER, max(following, transaction.now))


def close_if_done(transaction: Transaction, decision: Decision) -> None:
    """Close the matter of a decision that is over once everybody is served, moved or has declined."""
    connection, number = transaction.connection, decision.id
    matter = matters.get(connection, number)
    if not matter.is_open or affected.plain(connection, number):
        return
    dues.meet(transaction, number, DueName.MAKE_UP)
    waits = any(each.decided_at is None for each in approvals.of_matter(connection, number))
    is_owed = any(due.is_running for due in matters.get(connection, number).dues)
    if not (waits or is_owed or messages.is_owed(connection, number)):
        matters.close(transaction, number, Outcome.DONE)


def _owe_make_up(transaction: Transaction, number: int) -> None:
    policy = policies.current(transaction.connection)
    due = in_working_days(transaction.now, policy.make_up_days, policy, calendar.current(transaction.connection))
    at = max(due.at, transaction.now)
    dues.start(transaction, number, DueName.MAKE_UP, at, provisional=due.provisional)


def _apply(transaction: Transaction, decision: Decision, change: Change) -> None:
    row, found = change.row, change.found
    if row is None:
        if found is not None:
            affected.put(transaction, decision.id, found, _owe(transaction, decision, found))
        return
    if change.state is RowState.OPEN and found is not None:
        values: Row = {"at": found.at, "message_id": _owe(transaction, decision, found)}
        affected.change(transaction, row, values)
        return
    owing.withdraw_about(transaction, about(decision.id, row.of, row.ref))
    affected.end(transaction, row, change.state, change.becomes)


def _owe(transaction: Transaction, decision: Decision, found: Found) -> int | None:
    """Owe whoever is touched a word; None where there is no time left for one."""
    connection, policy = transaction.connection, policies.current(transaction.connection)
    name, phone, plate, what = affected.whom(connection, found.of, found.ref)
    hours = OpeningHours.of(policy)
    time = moment(to_datetime(found.at, hours.zone), hours.day_of(transaction.now))
    facts = {"customer": name, "plate": show_plate(plate), "store": policy.store_name, "time": time}
    facts |= {"place": decision.place or policy.store_name, "what": spoken(decision, found.of, time)}
    text = filled(texts.of(connection, Purpose.WEATHER), facts)
    said = ToTell(
        Purpose.WEATHER, text, name=name, plate=plate, phone_id=phone, matter=decision.id,
        about=about(decision.id, found.of, found.ref),
    )  # fmt: skip
    if found.of is Of.RUN:
        colleague = said._replace(audience=Audience.STAFF, channel=Channel.IN_PERSON, is_urgent=True)
        return owing.owe(transaction, colleague._replace(text=f"{text}{what}"))
    if found.at <= transaction.now:
        return None
    urgent = _is_urgent(policy, found.at, transaction.now)
    return owing.owe(transaction, said._replace(expires_at=found.at, is_urgent=urgent))


def _is_urgent(policy: Policy, at: Millis, now: Millis) -> bool:
    """Whether the quiet hours do not count: it is of the same day, or too soon after they end."""
    hours, zone = OpeningHours.of(policy), ZoneInfo(policy.time_zone)
    return hours.day_of(at) == hours.day_of(now) or Quiet.of(policy, zone).over(now) + HOUR > at


def finish(transaction: Transaction, decision: Decision, row: Affected, state: RowState) -> None:
    """Somebody says that they were served, or do not want it any more: nobody has to be told of it."""
    owing.withdraw_about(transaction, about(decision.id, row.of, row.ref))
    affected.end(transaction, row, state)


def note_told(transaction: Transaction, row: Affected, words: str = "") -> None:
    """Put on record that whoever a row is about was told, where that is not on record yet."""
    if row.message is None:
        return
    message = messages.get(transaction.connection, row.message)
    if message.is_open and message.state is not MessageState.SENDING:
        messages.add_try(transaction, message, TryResult.TOLD, words)
        messages.end(transaction, message, MessageState.TOLD)
