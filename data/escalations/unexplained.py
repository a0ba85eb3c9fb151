"""The escalations that ended with nobody having acted, and of which nobody has said why (Z7)."""

from data.engine.connection import Connection
from data.escalations.escalations import select
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.values.clock import Millis

_UNEXPLAINED = "where outcome = 'unhandled' and why is null and cleared_at - crossed_at >= ?"


def latest(connection: Connection, least: Millis, limit: int = 20, *, are_few: bool) -> tuple[Escalation, ...]:
    """Return the latest of those that lasted so long at least, with nobody having acted or said why; newest first."""
    # A few are looked up by how long they lasted and sorted; of very many the latest are soon met.
    tail = f"where id in (select id from escalations {_UNEXPLAINED})" if are_few else f"not indexed {_UNEXPLAINED}"
    return select(connection, f"{tail} order by id desc limit ?", least, limit)


def count(connection: Connection, least: Millis, most: int) -> int:
    """Return how many escalations are not explained yet; where they are more than `most`, one more than that."""
    statement = f"select count(*) from (select 1 from escalations {_UNEXPLAINED} limit ?)"
    return int(connection.execute(statement, (least, most + 1)).fetchone()[0])
