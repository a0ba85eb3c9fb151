"""The clocks of a case under the policy and calendar in force: start, pause, due anew (Q1–Q3, C3, C5, C6, C15–C18)."""

from collections.abc import Iterable

from data import calendar, policy
from data.cases import clocks
from data.engine.transaction import Transaction
from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.cases.clocks import ClockName, DueClock, Pause
from frontdesk.domain.cases.deadlines import deadline
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis


def start(
    transaction: Transaction,
    number: int,
    name: ClockName,
    started_at: Millis,
    *,
    agreed_at: Millis | None = None,
    what: str = "",
) -> int:
    """Start a clock of a case; return its number."""
    rules = _in_force(transaction)
    due = deadline(name, started_at, *rules, agreed_at=agreed_at)
    if name is ClockName.AGREE_DATE and due.at < transaction.now:
        # The full answer that was missed calls already: nobody is called twice for one case at one time.
        started_at = transaction.now
        due = deadline(name, started_at, *rules)
    return clocks.start(transaction, number, name, started_at, due, agreed_at=agreed_at, what=what)


def hurry(transaction: Transaction, clock: DueClock) -> None:
    """People wait on site for what a clock is about, from now on (C15)."""
    clocks.hurry(transaction, clock)
    _due_anew(transaction, clock._replace(agreed_at=transaction.now), _in_force(transaction))


def pause(transaction: Transaction, clock: DueClock, until: Millis, reason: str) -> None:
    """Pause a clock until an instant; it is due that much later."""
    clocks.pause(transaction, clock, until, reason)
    _due_anew(
        transaction, clock._replace(pauses=(*clock.pauses, Pause(transaction.now, until))), _in_force(transaction)
    )


def resume(transaction: Transaction, clock: DueClock) -> None:
    """Resume a clock now, before its pause ends."""
    clocks.resume(transaction, clock)
    cut = (Pause(p.since, min(p.until, transaction.now)) if p.covers(transaction.now) else p for p in clock.pauses)
    _due_anew(transaction, clock._replace(pauses=tuple(cut)), _in_force(transaction))


def meet(transaction: Transaction, clock: DueClock) -> None:
    """Stop a clock because what was due is done. A pause it is in ends too."""
    if clock.paused_until(transaction.now) is not None:
        resume(transaction, clock)
    clocks.meet(transaction, clock, transaction.now)


def reckon_anew(transaction: Transaction, numbers: Iterable[int] | None = None) -> int:
    """Calculate the due times of running clocks again by the calendar and policy in force; return how many changed.

    `numbers`: only the clocks of these cases, or None for every running clock. An agreed date stays.
    """
    rules = _in_force(transaction)
    return sum(_due_anew(transaction, clock, rules) for clock in clocks.running(transaction.connection, numbers))


def _in_force(transaction: Transaction) -> tuple[Policy, Calendar]:
    return policy.current(transaction.connection), calendar.current(transaction.connection)


def _due_anew(transaction: Transaction, clock: DueClock, rules: tuple[Policy, Calendar]) -> bool:
    """Calculate again when a clock is due; write it only if it changed, and return whether it did."""
    due = deadline(clock.name, clock.started_at, *rules, agreed_at=clock.agreed_at, pauses=clock.pauses)
    if (max(due.at, clock.started_at), due.provisional) == (clock.due_at, clock.provisional):
        return False
    clocks.set_deadline(transaction, clock, due)
    clocks.note_next_due(transaction, clocks.case_of(transaction.connection, clock.id))
    return True
