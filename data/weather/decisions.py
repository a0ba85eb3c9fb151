"""The decisions because of the weather (I7, I11)."""

import json
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import matters
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.weather.decision import Choice, Decision, DecisionState, NewDecision, Service
from frontdesk.domain.weather.reasons import DecisionReason

_COLUMNS = (
    "d.id, d.choice, d.services, d.scope, d.starts_at, d.ends_at, d.place, d.why, d.state, d.resumes_at, d.made_at,"
    " d.made_by, d.in_force_at, d.over_at"
)
_IS_OPEN = "exists (select 1 from matters m where m.id = d.id and m.closed_at is null)"
_STANDING = f"d.state in ('asked', 'in_force', 'resuming') and {_IS_OPEN}"


def get(connection: Connection, number: int) -> Decision:
    """Return one decision. Raises `Refused(NO_DECISION)`."""
    found = _select(connection, "d.id = ?", number)
    if not found:
        raise Refused(DecisionReason.NO_DECISION, number=number)
    return found[0]


def standing(connection: Connection) -> tuple[Decision, ...]:
    """Return the decisions that are to be signed or in force, in the order they were made."""
    return _select(connection, _STANDING)


def unfinished(connection: Connection) -> tuple[Decision, ...]:
    """Return those that were in force at some time and whose matters are open."""
    return _select(connection, f"d.state in ('in_force', 'resuming', 'over') and {_IS_OPEN}")


def shown(connection: Connection) -> tuple[Decision, ...]:
    """Return those whose matters are open."""
    return _select(connection, _IS_OPEN)


def next_end(connection: Connection) -> Millis | None:
    """Return when the time of a decision in force is over next."""
    sql = "select min(ends_at) from weather_decisions where state in ('in_force', 'resuming')"
    at: Millis | None = connection.execute(sql).fetchone()[0]
    return at


def put(transaction: Transaction, new: NewDecision, title: str) -> int:
    """Put a decision on record, as a matter of its own; return its number."""
    number = matters.open_one(transaction, MatterKind.WEATHER, title)
    row: Row = {"id": number, "choice": new.choice, "services": json.dumps(new.services), "scope": new.scope}
    row |= {"starts_at": new.starts_at, "ends_at": new.ends_at, "place": new.place, "why": new.why}
    row |= {"state": DecisionState.ASKED, "made_at": transaction.now, "made_by": transaction.actor.who}
    return transaction.insert("weather_decisions", row)


def change(transaction: Transaction, decision: Decision, values: Row) -> None:
    """Change how far a decision is, if it is still as it was read."""
    where: Row = {"state": decision.state, "resumes_at": decision.resumes_at, "ends_at": decision.ends_at}
    transaction.update("weather_decisions", decision.id, values, where=where)


def _select(connection: Connection, condition: str, *values: object) -> tuple[Decision, ...]:
    sql = f"select {_COLUMNS} from weather_decisions d where {condition} order by d.id"
    return tuple(each("weather_decisions", connection.execute(sql, values).fetchall(), _decision))


def _decision(row: tuple[Any, ...]) -> Decision:
    number, choice, services, scope, starts, ends, place, why, state, *rest = row
    wanted = tuple(Service(name) for name in json.loads(services))
    return Decision(number, Choice(choice), wanted, scope, starts, ends, place, why, DecisionState(state), *rest)
