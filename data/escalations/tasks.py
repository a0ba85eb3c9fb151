"""What decisions ask of others."""

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.escalations.tasks import Errand, Task
from frontdesk.domain.values.errors import Refused

_FROM = (
    "select t.id, escalation_id, errand, visit_id, plate, place, ticket, asked_at, asked_by"
    " from tasks t join visits v on v.id = visit_id"
)


def open_ones(connection: Connection) -> tuple[Task, ...]:
    """Return what is still to be done, in the order it was asked for."""
    rows = connection.execute(f"{_FROM} where ended_at is null order by t.id")
    return tuple(Task(number, escalation, Errand(errand), *rest) for number, escalation, errand, *rest in rows)


def get(connection: Connection, number: int) -> Task:
    """Return one errand not done yet. Raises `Refused`: NO_TASK, TASK_ENDED (with who and when)."""
    found = next((task for task in open_ones(connection) if task.id == number), None)
    if found is not None:
        return found
    row = connection.execute("select ended_by, ended_at from tasks where id = ?", (number,)).fetchone()
    if row is None:
        raise Refused(EscalationReason.NO_TASK, number=number)
    raise Refused(EscalationReason.TASK_ENDED, number=number, who=row[0], at=row[1])


def ask(transaction: Transaction, escalation: int, errand: Errand, *, visit_id: int, place: str, ticket: str) -> int:
    """Ask for an errand."""
    return transaction.insert(
        "tasks",
        {
            "escalation_id": escalation,
            "errand": errand,
            "visit_id": visit_id,
            "place": place,
            "ticket": ticket,
            "asked_at": transaction.now,
            "asked_by": transaction.actor.who,
        },
    )


def end(transaction: Transaction, task: Task, *, done: bool) -> None:
    """End an errand that is done, or for which nothing is left to do."""
    transaction.update(
        "tasks",
        task.id,
        {
            "ended_at": transaction.now,
            "ended_by": transaction.actor.who,
            "ended": "done" if done else "moot",
        },
        where={"ended_at": None},
    )
