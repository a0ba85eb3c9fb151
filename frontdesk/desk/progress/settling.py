"""After each change of a car in repair: whether it is ready, and by when its customer is owed word (P2, P4)."""

from data import policy as policies
from data.engine.transaction import Transaction
from data.matters import dues
from data.messages import messages
from data.progress import progress
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.messages.message import WAITING, MessageState
from frontdesk.domain.progress.progress import Progress, running
from frontdesk.domain.progress.purpose import AS_IT_STANDS, as_it_stands
from frontdesk.domain.progress.silence import found_due, known_promise, word_owed
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import News, Stage


def settle(transaction: Transaction, number: int) -> Progress:
    """Let everything that follows from the state of a repair follow; return it as it is then."""
    car = _ready(transaction, progress.get(transaction.connection, number))
    _not_true_any_more(transaction, car)
    if car.matter.is_open:
        _promise(transaction, car)
        _found(transaction, car)
        _word(transaction, car)
    return progress.get(transaction.connection, number)


def _ready(transaction: Transaction, car: Progress) -> Progress:
    """Note when a car became ready; one on which work began again is ready no more."""
    reached = stage(car)
    if reached is Stage.READY and car.ready_at is None:
        progress.change(transaction, car, {"ready_at": transaction.now})
        return car._replace(ready_at=transaction.now)
    if reached not in {Stage.READY, Stage.HANDED_BACK} and car.ready_at is not None:
        progress.change(transaction, car, {"ready_at": None, "ready_told_at": None})
        return car._replace(ready_at=None, ready_told_at=None)
    return car


def _not_true_any_more(transaction: Transaction, car: Progress) -> None:
    """Take back what was to be told of the car as it stood: that it is in the check, once it is ready."""
    stands = as_it_stands(car)
    for message in messages.of_matter(transaction.connection, car.id):
        waits = message.is_open and message.state in WAITING | {MessageState.FAILED}
        if waits and message.about.startswith(AS_IT_STANDS) and message.about != stands:
            messages.end(transaction, message, MessageState.WITHDRAWN)


def _promise(transaction: Transaction, car: Progress) -> None:
    """The promise the customer knows of runs; a new one takes its place when they are told, not before (P4)."""
    due, knows = car.promise_due, known_promise(car)
    if car.ready_at is not None:
        dues.meet(transaction, car.id, DueName.PROMISE)
    elif knows is None:
        dues.lift(transaction, car.id, DueName.PROMISE)
    elif due is None and knows > transaction.now:
        dues.start(transaction, car.id, DueName.PROMISE, knows, car.advisor)
    elif due is not None and due.due_at != knows:
        dues.put_off(transaction, due, max(knows, due.started_at), News.PROMISE)


def _found(transaction: Transaction, car: Progress) -> None:
    numbers = policies.current(transaction.connection)
    due, at = running(car.matter.dues, DueName.FOUND), found_due(car, numbers)
    if at is None:
        dues.meet(transaction, car.id, DueName.FOUND)
    elif due is None:
        dues.start(transaction, car.id, DueName.FOUND, max(at, transaction.now), car.advisor)
    elif at > due.due_at:
        dues.put_off(transaction, due, at, News.FOUND)


def _word(transaction: Transaction, car: Progress) -> None:
    numbers = policies.current(transaction.connection)
    owed, due = word_owed(car, numbers, OpeningHours.of(numbers)), car.word_due
    if owed is None:
        dues.lift(transaction, car.id, DueName.WORD)
    elif due is None:
        dues.start(transaction, car.id, DueName.WORD, max(owed.at, transaction.now), car.advisor)
    elif owed.at > due.due_at:
        dues.put_off(transaction, due, owed.at, owed.why)
    elif max(owed.at, transaction.now) < due.due_at:
        # Nobody is late for what is only now asked of them.
        dues.lift(transaction, car.id, DueName.WORD)
        dues.start(transaction, car.id, DueName.WORD, max(owed.at, transaction.now), car.advisor)
