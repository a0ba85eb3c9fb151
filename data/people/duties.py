"""Who is on duty as manager and as deputy (Z1, S2)."""

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.domain.people.duty import Duty
from frontdesk.domain.people.roles import Role
from frontdesk.domain.values.clock import Millis

_LATEST = 40
"""How many of the duties set last are looked at."""


def lately(connection: Connection) -> tuple[Duty, ...]:
    """Return the duties set last, newest first."""
    rows = connection.execute(
        "select id, role, name, starts_at, ends_at from duties order by id desc limit ?", (_LATEST,)
    )
    return tuple(Duty(number, Role(role), *rest) for number, role, *rest in rows)


def add(transaction: Transaction, role: Role, name: str, starts_at: Millis, ends_at: Millis) -> int:
    """Set a duty, which replaces any set before for its time."""
    return transaction.insert(
        "duties",
        {
            "role": role,
            "name": name,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "set_at": transaction.now,
            "set_by": transaction.actor.who,
        },
    )


def end(transaction: Transaction, shift: Duty) -> None:
    """End a duty now."""
    transaction.update("duties", shift.id, {"ends_at": transaction.now}, where={"ends_at": shift.ends_at})
