"""Recording crossed limits and ended situations; every command that moves a car checks them (Z4a, Z5, Z6)."""

import json
from functools import partial

from data import agenda
from data import lounge as tickets
from data import policy as policies
from data.cases import clocks
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.escalations import escalations, missed_clocks, record
from data.incidents import incidents
from data.matters import dues
from data.zone import floor as floors
from frontdesk.desk.escalations import calls
from frontdesk.domain.escalations.crowds import answered_crossing
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.limits import Breach, ticket_breaches, zone_breaches
from frontdesk.domain.escalations.terms import OWED, Kind, LineKind, Outcome
from frontdesk.domain.incidents.incident import incident_breaches
from frontdesk.domain.matters.due import due_breaches
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis

AT_ONCE = 50
"""How many missed clocks are recorded in one transaction; thousands may be missed at once, and others must wait."""


def note_crossings(transaction: Transaction, at: Millis) -> int:
    """Raise every limit crossed at `at` and not on record yet, and call the people who are due; return how many.

    Only a limited number of missed clocks is raised at once so that nobody has to wait; the next look raises the rest.
    """
    breaches = _breaches(transaction, at)
    standing = {(e.kind, e.subject) for e in escalations.open_ones(transaction.connection)}
    missed = clocks.unraised(transaction.connection, at, AT_ONCE)
    fresh = sorted((*(b for b in breaches if (b.kind, b.subject) not in standing), *missed), key=lambda b: b.crossed_at)
    policy = policies.current(transaction.connection)
    raised = sum(transaction.attempt(partial(_raise, transaction, breach, at, policy)) for breach in fresh)
    if raised and not all(agenda.is_planned(transaction.connection, rule) for rule in agenda.STANDING):
        from frontdesk.desk.agenda_rules import plan_standing  # noqa: PLC0415 - once in the life of a store

        plan_standing(transaction)
    return raised + calls.advance(transaction, at)


def note_ends(transaction: Transaction, ended_at: Millis, outcome: Outcome = Outcome.CLEARED) -> int:
    """Clear every escalation whose situation no longer stands, as of `ended_at`; return how many."""
    still = {(b.kind, b.subject) for b in _breaches(transaction, transaction.now)}
    over = [e for e in escalations.open_ones(transaction.connection) if (e.kind, e.subject) not in still]
    over += missed_clocks.over(transaction.connection, transaction.now)
    over = sorted(over, key=lambda e: (e.crossed_at, e.id))
    return sum(transaction.attempt(partial(_end, transaction, each, ended_at, outcome)) for each in over)


def _end(transaction: Transaction, escalation: Escalation, ended_at: Millis, outcome: Outcome) -> None:
    ended = _outcome(escalation, ended_at) if outcome is Outcome.CLEARED else outcome
    escalations.clear(transaction, escalation, ended_at, ended)
    detail = json.dumps({"outcome": ended})
    due_at = max(ended_at, escalation.crossed_at)
    record.add(transaction, escalation.id, LineKind.CLEARED, escalation.level, due_at=due_at, detail=detail)


def _raise(transaction: Transaction, breach: Breach, at: Millis, policy: Policy) -> None:
    before = escalations.at_crossing(transaction.connection, breach)
    if before is not None and before.kind in OWED and before.outcome is not Outcome.CORRECTED:
        # Owed no longer, and owed again: whoever was called has been told that it was over.
        escalations.raise_anew(transaction, before, at, policy, breach.chain)
        record.add(transaction, before.id, LineKind.AGAIN, 0)
        return
    if before is not None:
        escalations.reopen(transaction, before)
        return
    going_on = _going_on(transaction.connection, breach, policy.hold)
    number = escalations.raise_(transaction, breach, at, policy, going_on)
    if going_on is not None:
        detail = json.dumps({"continues": going_on.prompt})
        due_at = breach.crossed_at
        record.add(transaction, number, LineKind.AGAIN, going_on.level, due_at=due_at, detail=detail)


def _going_on(connection: Connection, breach: Breach, hold: Millis) -> Escalation | None:
    """Return the escalation whose prompt a new crossing goes on with: over lately, with a car in common.

    The hold time spares a second call for the same crowd; what was decided on other cars answers for none of these.
    """
    before = escalations.held(connection, breach, hold)
    if before is None or before.kind is not Kind.OVER_COUNT:
        return before
    about = answered_crossing(escalations.series(connection, before), before)
    now = {car.plate for car in floors.floor(connection).in_zone}
    # A single car that stayed, or is back, is enough: the others joined the crowd that is known.
    stayed = floors.in_zone_between(connection, now, about.crossed_at, about.cleared_at or about.crossed_at)
    return before if stayed else None


def _outcome(escalation: Escalation, ended_at: Millis) -> Outcome:
    if not escalation.was_there_at(ended_at):
        return Outcome.CORRECTED
    return Outcome.UNHANDLED if escalation.is_crowding and escalation.acted_at is None else Outcome.CLEARED


def _breaches(transaction: Transaction, at: Millis) -> tuple[Breach, ...]:
    """Return what is crossed in the zone and the lounge, incidents, and what is owed for matters."""
    connection = transaction.connection
    zone = zone_breaches(floors.floor(connection), policies.current(connection), at)
    lounge = ticket_breaches(tickets.open_ones(connection), at)
    owed = due_breaches(dues.missed(connection, at), at)
    return (*incident_breaches(incidents.open_ones(connection)), *zone, *lounge, *owed)
