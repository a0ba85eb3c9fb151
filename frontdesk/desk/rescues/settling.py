"""After each change of a rescue: what is owed from now on, and what is owed no more (R2–R6)."""

from data import policy as policies
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.rescues import rescues
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.rescues.owed import Owed, done, owed
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.values.clock import Millis

_DUES = (
    DueName.RESCUE_PLAN, DueName.RESCUE_CONSENT, DueName.RESCUE_PARTS, DueName.RESCUE_DEPARTURE, DueName.RESCUE_TOLD,
    DueName.RESCUE_CONTACT, DueName.RESCUE_ETA, DueName.RESCUE_CHECK, DueName.RESCUE_RESULT, DueName.RESCUE_FOLLOW_UP,
)  # fmt: skip
_TOLD = "rescue_told"
"""Why an arrival is awaited later: the customer was told."""


def settle(transaction: Transaction, number: int, at: Millis | None = None) -> Rescue:
    """Let everything that follows from the state of a rescue follow; return it as it is then.

    `at`: when what was done happened, where that is some time ago.
    """
    rescue = rescues.get(transaction.connection, number)
    if not rescue.matter.is_open:
        return rescue
    happened = transaction.now if at is None else at
    wanted = {each.name: each for each in owed(rescue, policies.current(transaction.connection))}
    is_done = done(rescue)
    for name in _DUES:
        due = next((each for each in rescue.matter.dues if each.name is name and each.is_running), None)
        want = wanted.get(name)
        if due is None and want is not None:
            _start(transaction, rescue, want)
        elif due is not None and want is None:
            _end(transaction, due, happened, is_met=name in is_done)
        elif due is not None and want is not None and max(want.at, due.started_at) != due.due_at:
            _move(transaction, rescue, due, want, happened)
    if rescue.followed_at is not None or rescue.outcome is RescueOutcome.CANCELLED:
        matters.close(transaction, number, Outcome.DONE)
    return rescues.get(transaction.connection, number)


def _start(transaction: Transaction, rescue: Rescue, want: Owed) -> None:
    """Nobody is late for what is only now asked of them."""
    dues.start(transaction, rescue.id, want.name, max(want.at, transaction.now), want.person)


def _end(transaction: Transaction, due: Due, happened: Millis, *, is_met: bool) -> None:
    if is_met:
        dues.meet_one(transaction, due.id, max(happened, due.started_at))
    else:
        dues.lift_one(transaction, due.id)


def _move(transaction: Transaction, rescue: Rescue, due: Due, want: Owed, happened: Millis) -> None:
    """A new arrival takes the place of the one before; word from the road was given, and is owed anew; else it is new.

    Who has still to be told of an arrival has no more time because of another one.
    """
    if want.name is DueName.RESCUE_ETA:
        dues.put_off(transaction, due, max(want.at, due.started_at), _TOLD)
    elif want.name is DueName.RESCUE_CONTACT:
        _end(transaction, due, happened, is_met=True)
        _start(transaction, rescue, want)
    elif want.name is not DueName.RESCUE_TOLD or want.at < due.due_at:
        _end(transaction, due, happened, is_met=False)
        _start(transaction, rescue, want)
