"""Calling the people who are due: by stage, again, or one step up; each call once and in order (Z5, Z6)."""

from functools import partial
from heapq import heapify, heappop, heappush

from data import stations
from data.engine import store_time
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.escalations import escalations, missed_clocks, record
from frontdesk.desk.owing import owe_calls
from frontdesk.desk.people.duty import roster_of
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.next_call import Due, next_due
from frontdesk.domain.escalations.reach import Reach
from frontdesk.domain.escalations.terms import Kind, LineKind, State
from frontdesk.domain.values.clock import Millis

AT_ONCE = 50
"""How many missed clocks waiting for the same thing are called in one transaction; the rest wait for the next."""


def advance(transaction: Transaction, at: Millis, number: int | None = None) -> int:
    """Make every call due up to `at`, in the order they fell due; return how many.

    After a down time, each missed stage is called once, late; repeats that fell in between are not made up for. Of
    very many missed clocks, the next look calls the rest. `number`: an escalation that is called now in any case.
    """
    connection = transaction.connection
    standing, heads = _standing(connection, number)
    if not standing:
        return 0
    reach = Reach(roster_of(transaction), stations.presence(connection, store_time.pace(connection)))

    def due_of(escalation: Escalation) -> Due | None:
        due = next_due(escalation, reach, at)
        # Of missed clocks that wait for the same one calls again for all of them.
        spared = due and due.kind is LineKind.REPEATED and escalation.kind is Kind.COMPLAINT_DUE
        return None if due is None or due.at > at or (spared and escalation.id not in heads) else due

    waiting = [(due.at, e.id, due, e) for e in standing.values() if (due := due_of(e))]
    heapify(waiting)
    made = 0
    while waiting:
        _at, number, due, escalation = heappop(waiting)
        if not transaction.attempt(partial(_call, transaction, escalation, due, reach)):
            continue
        made += 1
        called = escalations.get(connection, number)
        if following := due_of(called):
            heappush(waiting, (following.at, number, following, called))
    return made


def _standing(connection: Connection, number: int | None) -> tuple[dict[int, Escalation], set[int]]:
    """Return the escalations that may be due for a call, by number; and which are the first of many missed clocks."""
    found = [*escalations.open_ones(connection), *([escalations.get(connection, number)] if number else [])]
    heads = missed_clocks.waiting(connection)
    for head in heads:
        found += missed_clocks.waiting_with(connection, head, AT_ONCE)
    return {escalation.id: escalation for escalation in found}, {head.id for head in heads}


def _call(transaction: Transaction, escalation: Escalation, due: Due, reach: Reach) -> None:
    plan, now = escalation.plan, transaction.now
    stage = plan.stage(due.level)
    for role in stage.roles:
        person, trouble = reach.person(role, now), reach.trouble(role, now)
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
        owe_calls(transaction, escalation, role, due.level)
    values: Row = {
        "state": State.RAISED if due.kind is not LineKind.CALLED or plan.holds else escalation.state,
        "calls": escalation.calls + 1,
    }
    if due.kind is not LineKind.REPEATED:
        values |= {"level": due.level, "based_at": due.at - stage.after}
    # Whom nobody hears is passed: whoever was reached last is called again as if that had not been.
    if due.kind is LineKind.REPEATED or reach.hears(plan, due.level, now):
        late, every = now - due.at, plan.repeat or plan.insist
        # After a down time nothing is said again at once.
        values["called_at"] = now if late >= (every or late + 1) else due.at
    escalations.change(transaction, escalation, values)
