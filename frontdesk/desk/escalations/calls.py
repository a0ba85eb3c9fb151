"""Calling the people who are due: by stage, again, or one step up; each call once and in order (Z5, Z6)."""

from heapq import heapify, heappop, heappush

from data import stations
from data.engine import store_time
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.escalations import escalations, missed_clocks, record
from frontdesk.desk.people.duty import roster_of
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.next_call import Due, next_due
from frontdesk.domain.escalations.terms import NO_STATION, NOBODY, LineKind, State
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.roles import FETCHED, REACHED_AT, Role
from frontdesk.domain.stations.presence import Presence
from frontdesk.domain.values.clock import Millis

AT_ONCE = 50
"""How many missed clocks waiting for the same thing are called in one transaction; the rest wait for the next."""


def advance(transaction: Transaction, at: Millis, number: int | None = None) -> int:
    """Make every call due up to `at`, in the order they fell due; return how many.

    After a down time, each missed stage is called once, late; repeats that fell in between are not made up for. Of
    very many missed clocks, the next look calls the rest. `number`: an escalation that is called now in any case.
    """
    connection = transaction.connection
    standing = _standing(connection, number)
    if not standing:
        return 0
    presence = stations.presence(connection, store_time.pace(connection))
    waiting = [(due.at, e.id, due, e) for e in standing.values() if (due := next_due(e, presence, at)) and due.at <= at]
    heapify(waiting)
    roster = roster_of(transaction)
    made = 0
    while waiting:
        _at, number, due, escalation = heappop(waiting)
        _call(transaction, escalation, due, roster, presence)
        made += 1
        called = escalations.get(connection, number)
        following = next_due(called, presence, at)
        if following and following.at <= at:
            heappush(waiting, (following.at, number, following, called))
    return made


def _standing(connection: Connection, number: int | None) -> dict[int, Escalation]:
    """Return the escalations that may be due for a call, by number."""
    found = [*escalations.open_ones(connection), *([escalations.get(connection, number)] if number else [])]
    for head in missed_clocks.waiting(connection):
        found += missed_clocks.waiting_with(connection, head, AT_ONCE)
    return {escalation.id: escalation for escalation in found}


def _call(transaction: Transaction, escalation: Escalation, due: Due, roster: Roster, presence: Presence) -> None:
    stage = escalation.plan.stage(due.level)
    for role in stage.roles:
        person = roster.on_duty(role, transaction.now) if role in FETCHED or role is Role.MANAGER else None
        heard = any(presence.is_there(kind, transaction.now) for kind in REACHED_AT[role])
        trouble = NOBODY if role in FETCHED and person is None else "" if heard else NO_STATION
        record.add(
            transaction,
            escalation.id,
            due.kind,
            due.level,
            due_at=due.at,
            role=role,
            who=person.name if person else "",
            delivered=not trouble,
            detail=trouble,
        )
    late = transaction.now - due.at
    values: Row = {
        "state": State.RAISED if due.kind is not LineKind.CALLED or escalation.plan.holds else escalation.state,
        "level": due.level,
        # After a down time nothing is said again at once.
        "called_at": transaction.now if late >= (escalation.plan.repeat or late + 1) else due.at,
        "calls": escalation.calls + 1,
    }
    if due.kind is not LineKind.REPEATED:
        values["based_at"] = due.at - stage.after
    escalations.change(transaction, escalation, values)
