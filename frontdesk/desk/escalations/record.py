"""Looking back on escalations: everything on record about one, and those of a time (Z7)."""

from collections.abc import Generator
from typing import NamedTuple

from data import journal
from data.engine.connection import Connection, reading
from data.escalations import escalations
from data.escalations import record as steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.values.clock import Millis


class Page(NamedTuple):
    """Everything on record about one escalation, with the other crossings of its prompt."""

    escalation: Escalation
    steps: tuple[RecordLine, ...]
    series: tuple[Escalation, ...]


def page(desk: Desk, number: int) -> Page:
    """Return an escalation's page. Raises `Refused(NO_ESCALATION)`."""

    def look(connection: Connection) -> Page:
        found = escalations.get(connection, number)
        return Page(found, steps.of(connection, number), escalations.series(connection, found))

    return desk.read(look)


def since(desk: Desk, at: Millis = 0) -> Generator[tuple[Escalation, tuple[RecordLine, ...]], None, None]:
    """Yield every escalation crossed at or after an instant, in order of crossing, each with its record.

    The read transaction lasts until the end of the iteration; ask the desk nothing else in between.
    """
    with reading(desk.connection) as connection:
        lines = steps.since(connection, at)
        line = next(lines, None)
        for escalation in escalations.since(connection, at):
            own: list[RecordLine] = []
            while line is not None and line.escalation == escalation.id:
                own.append(line)
                line = next(lines, None)
            yield escalation, tuple(own)


def changed_by(desk: Desk, seq: int) -> frozenset[int]:
    """Return the numbers of the escalations that an event dealt with."""
    changes = desk.read(lambda connection: journal.changes(connection, seq))
    return frozenset(change.id for change in changes if change.table == "escalations")


def lately(desk: Desk, limit: int = 100) -> tuple[Escalation, ...]:
    """Return the escalations crossed last, newest first."""
    return desk.read(lambda connection: escalations.lately(connection, limit))


def count(desk: Desk) -> int:
    """Return how many escalations are on record."""
    return desk.read(escalations.count)
