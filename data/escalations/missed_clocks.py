"""The escalations of missed clocks; thousands may exist at once, and only the first are read (Q1–Q4, C3)."""

from data.engine.connection import Connection
from data.escalations import escalations
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.values.clock import Millis

_STANDS = "kind = 'complaint_due' and cleared_at is null"
_IS_OTHER = "state <> 'raised'"
_WAITS_SINCE = "iif(state = 'raised', based_at, iif(state = 'acknowledged', acknowledged_at, verify_at))"
_GROUP = "plan, level, state"
"""The escalations that agree in these wait for the same thing; the first to start waiting is due first."""


def shown(connection: Connection, limit: int) -> tuple[Escalation, ...]:
    """Return the first of the open ones, those that nobody has taken on before the others."""
    return escalations.select(
        connection,
        f"indexed by escalations_due where {_STANDS} order by {_IS_OTHER}, crossed_at, id limit ?",
        limit,
    )


def count(connection: Connection) -> int:
    """Return how many are open."""
    statement = f"select count(*) from escalations indexed by escalations_due where {_STANDS}"
    return int(connection.execute(statement).fetchone()[0])


def count_raised(connection: Connection) -> int:
    """Return how many nobody has taken on."""
    statement = f"select count(*) from escalations indexed by escalations_due where {_STANDS} and ({_IS_OTHER}) = 0"
    return int(connection.execute(statement).fetchone()[0])


def waiting(connection: Connection) -> tuple[Escalation, ...]:
    """Return the one due first out of each group that waits for the same thing."""
    first = f"from escalations n indexed by escalations_waiting where {_STANDS}"
    order = f"order by {_GROUP}, {_WAITS_SINCE}, id limit 1"
    heads = connection.execute(
        f"with recursive head (id) as (select * from (select n.id {first} {order}) union all"
        f" select (select n.id {first} and (n.plan, n.level, n.state) > (e.plan, e.level, e.state) {order})"
        " from head join escalations e on e.id = head.id) select id from head where id is not null"
    ).fetchall()
    return tuple(escalations.get(connection, number) for (number,) in heads)


def waiting_with(connection: Connection, head: Escalation, limit: int) -> tuple[Escalation, ...]:
    """Return those that wait for the same thing as a given one, the earliest due first."""
    return escalations.select(
        connection,
        f"indexed by escalations_waiting where {_STANDS} and (plan, level, state) ="
        f" (select plan, level, state from escalations where id = ?) order by {_WAITS_SINCE}, id limit ?",
        head.id, limit,
    )  # fmt: skip


def over(connection: Connection, now: Millis) -> tuple[Escalation, ...]:
    """Return those whose clock was met or lifted, or is due later now."""
    return escalations.select(
        connection,
        f"where {_STANDS} and not exists (select 1 from clocks k where k.id = cast(substr(subject, 7) as integer)"
        " and k.met_at is null and k.lifted_at is null and k.due_at < ?) order by crossed_at, id",
        now,
    )
