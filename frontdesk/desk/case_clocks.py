"""The clocks of a case by the policy and the calendar in force: started, paused, due anew (Q1–Q3, C3, C5, C6)."""

from collections.abc import Iterable

from data import calendars, case_clocks, policies
from data.transaction import Transaction
from frontdesk.domain.case_clocks import ClockName, DueClock, Pause
from frontdesk.domain.clock import Millis
from frontdesk.domain.deadlines import Deadline, deadline

BY_OPENING_HOURS = (ClockName.FIRST_ANSWER, ClockName.QUALITY_ANSWER, ClockName.FULL_ANSWER)
"""The clocks that hang on opening hours or working days: they are due anew when those change."""


def start(
    transaction: Transaction,
    number: int,
    name: ClockName,
    started_at: Millis,
    *,
    agreed_at: Millis | None = None,
    what: str = "",
) -> None:
    """Start a clock of a case."""
    policy, calendar = policies.current(transaction.connection), calendars.current(transaction.connection)
    due = deadline(name, started_at, policy, calendar, agreed_at=agreed_at)
    promise = {"agreed_at": agreed_at, "what": what} if name is ClockName.PROMISED else {}
    case_clocks.start(transaction, number, name, started_at, due, **promise)  # type: ignore[arg-type]


def pause(transaction: Transaction, clock: DueClock, until: Millis, reason: str) -> None:
    """Let a clock stand still until an instant; it is due the later."""
    case_clocks.pause(transaction, clock, until, reason)
    _due_anew(transaction, clock, (*clock.pauses, Pause(transaction.now, until)))


def resume(transaction: Transaction, clock: DueClock) -> None:
    """Let a clock run on now, before its pause ends."""
    case_clocks.resume(transaction, clock)
    cut = (Pause(p.since, min(p.until, transaction.now)) if p.covers(transaction.now) else p for p in clock.pauses)
    _due_anew(transaction, clock, tuple(cut))


def reckon_anew(transaction: Transaction, numbers: Iterable[int] | None = None) -> int:
    """Let what counts days be due by the calendar and policy in force; return how many clocks changed.

    `numbers`: of these cases only; None: every running clock there is.
    """
    connection = transaction.connection
    policy, calendar = policies.current(connection), calendars.current(connection)
    changed = 0
    for clock in case_clocks.running(connection, BY_OPENING_HOURS, numbers):
        changed += _set(
            transaction, clock, deadline(clock.name, clock.started_at, policy, calendar, pauses=clock.pauses)
        )
    return changed


def _due_anew(transaction: Transaction, clock: DueClock, pauses: tuple[Pause, ...]) -> None:
    policy, calendar = policies.current(transaction.connection), calendars.current(transaction.connection)
    # What runs by the wall clock keeps the time it was given, whatever the policy says by now.
    name, agreed_at = (clock.name, None) if clock.name in BY_OPENING_HOURS else (ClockName.PROMISED, clock.due_unpaused)
    due = deadline(name, clock.started_at, policy, calendar, agreed_at=agreed_at, pauses=pauses)
    _set(transaction, clock, due)


def _set(transaction: Transaction, clock: DueClock, due: Deadline) -> bool:
    """Let a clock be due at another time; return whether it is another one: what does not change is not written."""
    if (max(due.at, clock.started_at), due.provisional) == (clock.due_at, clock.provisional):
        return False
    case_clocks.set_deadline(transaction, clock, due)
    case_clocks.note_next_due(transaction, case_clocks.case_of(transaction.connection, clock.id))
    return True
