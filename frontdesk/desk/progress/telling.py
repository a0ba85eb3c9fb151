"""Telling the customer: somebody said it to them, in person or by phone; and handing the car back (P3, P4)."""

from data import policy as policies
from data.engine.transaction import Row, Transaction
from data.matters import dues, matters
from data.messages import messages
from data.progress import progress, promises
from frontdesk.desk.desk import Desk
from frontdesk.desk.progress.repairs import on_repair
from frontdesk.desk.progress.settling import settle
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.messages.message import TROUBLED, WAITING, MessageState, TryResult
from frontdesk.domain.progress.checks import check_hand_back
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.progress.progress import Found, Progress
from frontdesk.domain.progress.terms import Heard
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import whole_words


def told(desk: Desk, plate: Plate, channel: Heard, words: str = "", operation: str | None = None) -> Result:
    """Put on record that the customer was told how it stands; the silence begins anew."""
    said = whole_words(words)

    def change(transaction: Transaction, car: Progress) -> Result:
        note_told(transaction, car, channel, said)
        return Result(ProgressEvent.TELL, car.plate, facts={"channel": channel})

    return on_repair(desk, plate, change, operation)


def note_told(
    transaction: Transaction, car: Progress, channel: Heard, words: str, *, only: Found | None = None
) -> None:
    """The customer knows how it stands from now on; `only`: they were told of this problem and of nothing else."""
    now, connection = transaction.now, transaction.connection
    hours = OpeningHours.of(policies.current(connection))
    promises.tell(transaction, car, channel, words, hours.time_between(car.told_at, now, hours.is_open_on))
    values: Row = {"told_at": now, "told_by": transaction.actor.who}
    for found in car.found:
        if found.told_at is None and (only is None or found.id == only.id):
            transaction.update("found", found.id, {"told_at": now})
    if only is None:
        for number in promises.untold(connection, car.id):
            transaction.update("promises", number, {"told_at": now})
        if car.ready_at is not None and car.ready_told_at is None:
            values |= {"ready_told_at": now}
        for message in messages.of_matter(connection, car.id):
            if message.is_open and message.state in WAITING | TROUBLED:
                messages.add_try(transaction, message, TryResult.TOLD, words)
                messages.end(transaction, message, MessageState.TOLD)
    if car.wish_at is not None and now >= car.wish_at:
        values |= {"wish_at": None}
    progress.change(transaction, car, values)
    dues.meet(transaction, car.id, DueName.WORD)


def heard(transaction: Transaction, number: int, channel: Heard, words: str, *, only: Found | None = None) -> None:
    """The customer of a repair was told in another way than by `told`: what follows from that follows."""
    car = progress.get(transaction.connection, number)
    if car.handed_back_at is None and car.matter.is_open:
        note_told(transaction, car, channel, words, only=only)
        settle(transaction, number)


def note_handed_back(transaction: Transaction, car: Progress) -> None:
    """A car was handed back (P3); its customer stood beside it, and nothing is owed any more.

    Raises `Refused`: UNDECIDED, NOT_READY.
    """
    check_hand_back(car)
    note_told(transaction, car, Heard.IN_PERSON, "")
    values: Row = {"handed_back_at": transaction.now, "handed_back_by": transaction.actor.who}
    progress.change(transaction, car, values)
    matters.close(transaction, car.id, Outcome.DONE)
