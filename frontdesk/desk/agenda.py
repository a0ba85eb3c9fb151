"""What time alone brings that is no due: planned by a rule, done by whoever looks first, on record (G2)."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import NamedTuple

from data import agenda, calendar
from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.desk.desk import Desk
from frontdesk.domain.agenda.events import AgendaEvent
from frontdesk.domain.agenda.rhythm import Rhythm, Terms, next_at, passed
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis


class Came(NamedTuple):
    """When something was due that comes now, and when it was before, with nobody there to do it."""

    due_at: Millis
    missed: tuple[Millis, ...]


class Rule(NamedTuple):
    """A rule of the agenda: its name, when it comes under a policy, and what is done in the transaction it comes in."""

    name: str
    rhythm: Callable[[Policy], Rhythm]
    act: Callable[[Transaction, Came], None]


def plan(transaction: Transaction, rule: Rule) -> None:
    """Plan a rule that is not planned yet."""
    if all(each.rule != rule.name for each in agenda.planned(transaction.connection)):
        agenda.put(transaction.connection, rule.name, _next(transaction.connection, rule, transaction.now))


def plan_anew(transaction: Transaction, rules: Iterable[Rule]) -> None:
    """Plan everything that is not due yet once more, because the policy or the calendar has changed."""
    connection, by_name = transaction.connection, {rule.name: rule for rule in rules}
    for each in agenda.planned(connection):
        if each.rule in by_name and each.at > transaction.now:
            agenda.put(connection, each.rule, _next(connection, by_name[each.rule], transaction.now))


def come(desk: Desk, rules: Collection[Rule]) -> Result | None:
    """Do what time has brought; None where it has brought nothing, or somebody else was first."""

    def body(transaction: Transaction) -> Result | None:
        done = [*_strays(transaction, rules), *(rule.name for rule in rules if _comes(transaction, rule))]
        if not done:
            return None
        return Result(AgendaEvent.CAME, number=len(done), facts={"rules": " ".join(done)})

    return desk.do_if(body)


def _strays(transaction: Transaction, rules: Collection[Rule]) -> list[str]:
    """Plan no more what no rule stands for: it would be due for ever."""
    known = {
        agenda.EMERGENCY,
        agenda.APPOINTMENTS,
        agenda.WEATHER,
        agenda.CHECKS,
        agenda.WEEKS,
        *(rule.name for rule in rules),
    }
    strays = [each.rule for each in agenda.planned(transaction.connection) if each.rule not in known]
    for name in strays:
        agenda.drop(transaction.connection, name)
    return strays


def _comes(transaction: Transaction, rule: Rule) -> bool:
    """Do what a rule brings if it is due, and plan when it comes next; return whether it was."""
    connection, now = transaction.connection, transaction.now
    planned = next((each for each in agenda.planned(connection) if each.rule == rule.name), None)
    if planned is None:
        return False
    following = _next(connection, rule, now)
    if planned.at > now:
        if planned.at > following:
            # Planned by a clock that was ahead.
            agenda.put(connection, rule.name, following)
            return True
        return False
    missed, due_at = passed(_rhythm(connection, rule), planned.at, now, _terms(connection))
    rule.act(transaction, Came(due_at, missed))
    agenda.put(connection, rule.name, following, now)
    return True


def _rhythm(connection: Connection, rule: Rule) -> Rhythm:
    return rule.rhythm(policies.current(connection))


def _next(connection: Connection, rule: Rule, after: Millis) -> Millis:
    return next_at(_rhythm(connection, rule), after, _terms(connection))


def _terms(connection: Connection) -> Terms:
    def is_working(day: date) -> bool:
        # Only a rule that goes by working days has to load the published years.
        return calendar.current(connection).is_working(day)

    return Terms(OpeningHours.of(policies.current(connection)), is_working)
