"""What time brings of checks: one is opened, or its time is over and it was missed (S3)."""

from collections.abc import Iterable

from data import agenda, calendar
from data import policy as policies
from data.checks import checks, rounds
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import matters
from data.runs import runs
from frontdesk.desk.checks.opening import open_round
from frontdesk.desk.desk import Desk
from frontdesk.domain.agenda.events import AgendaEvent
from frontdesk.domain.agenda.rhythm import Terms
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.checks.check import Check, Round
from frontdesk.domain.checks.events import CheckEvent
from frontdesk.domain.checks.periods import Passed, passed
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.clock import Millis

_KNOWN = 60
"""So many of the last periods are looked at; more lie between no two looks that anything is told of."""


def come(desk: Desk) -> Result | None:
    """Open the checks that are due, end those whose time is over; None where there are none, or others were first."""
    at = desk.read(lambda connection: agenda.at_of(connection, agenda.CHECKS))
    return None if at is None or at > desk.now() else desk.do_if(_come)


def bring(transaction: Transaction) -> int:
    """Do in a transaction under way what time has brought, and plan what comes next; return how many rounds changed."""
    connection = transaction.connection
    changed = 0
    terms = terms_of(connection)
    for check in checks.in_use(connection):
        for found in rounds.open_of(connection, check.id):
            if found.ends_at <= transaction.now:
                _miss(transaction, found)
                changed += 1
        brought = _passed(connection, check, transaction.now, terms)
        for span in brought.missed:
            rounds.put(transaction, check, span, None)
            changed += 1
        if brought.comes is not None:
            changed += open_round(transaction, check, brought.comes)
    plan(transaction)
    return changed


def plan(transaction: Transaction) -> None:
    """Plan when the next check comes, or the time for one is over."""
    connection, terms = transaction.connection, terms_of(transaction.connection)
    comes = (_passed(connection, check, transaction.now, terms) for check in checks.in_use(connection))
    at = [transaction.now if each.comes or each.missed else each.next_at for each in comes]
    first = min((each for each in (*at, rounds.first_end(connection)) if each is not None), default=None)
    if first is None:
        agenda.drop(connection, agenda.CHECKS)
    else:
        agenda.put(connection, agenda.CHECKS, first)


def stop(transaction: Transaction, found: Iterable[Round]) -> None:
    """Close rounds that nobody is asked for any more."""
    for each in found:
        if each.matter is not None:
            matters.close(transaction, each.matter, Outcome.DROPPED)


def may_undo(transaction: Transaction, last: Happened) -> None:
    """Which checks come may be others after an undo: what time brings next is planned anew."""
    if last.kind in set(CheckEvent):
        plan(transaction)


def terms_of(connection: Connection) -> Terms:
    """Return the store's hours and working days."""
    return Terms(OpeningHours.of(policies.current(connection)), calendar.current(connection).is_working)


def _come(transaction: Transaction) -> Result | None:
    planned = agenda.at_of(transaction.connection, agenda.CHECKS)
    changed = bring(transaction)
    if not changed and planned == agenda.at_of(transaction.connection, agenda.CHECKS):
        return None
    return Result(AgendaEvent.CAME, number=1, facts={"rules": agenda.CHECKS})


def _passed(connection: Connection, check: Check, now: Millis, terms: Terms) -> Passed:
    known = rounds.periods(connection, check.id, _KNOWN)
    since = max(check.since, *(at for _name, at in known[:1]), 0)
    return passed(check.every, check.by, since, {name for name, _at in known}, now=now, terms=terms)


def _miss(transaction: Transaction, found: Round) -> None:
    """Nobody did it while there was time: that stays on record, and nothing more is owed for it."""
    if found.matter is None:
        return
    runs.end(transaction, runs.running(transaction.connection, found.matter), RunOutcome.MISSED)
    matters.close(transaction, found.matter, Outcome.MISSED)
