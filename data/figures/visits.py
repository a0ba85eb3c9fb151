"""The visits of some days with every time of each."""

from collections import defaultdict
from collections.abc import Iterator

from data.engine.connection import Connection
from frontdesk.domain.figures.visit import Visit, WaitInLounge
from frontdesk.domain.lounge import ticket_name
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.zone.visits import VisitLine

_BETWEEN = "arrived_at >= ? and arrived_at < ?"


def between(connection: Connection, begins: Millis, ends: Millis) -> Iterator[Visit]:
    """Give the visits that began at or after one instant and before another, in the order they began."""
    stays: dict[int, list[tuple[str, Millis, Millis | None]]] = defaultdict(list)
    for visit, place, since, until in connection.execute(
        "select visit_id, place, started_at, ended_at from visits v join stays s on s.visit_id = v.id"
        f" where {_BETWEEN} order by s.id",
        (begins, ends),
    ):
        stays[visit].append((place, since, until))
    waits: dict[int, list[WaitInLounge]] = defaultdict(list)
    for visit, number, *times in connection.execute(
        "select visit_id, number, issued_at, called_at, no_show_at, closed_at from visits v"
        f" join tickets t on t.visit_id = v.id where {_BETWEEN} order by t.id",
        (begins, ends),
    ):
        waits[visit].append(WaitInLounge(ticket_name(number), *times))
    for plate, purpose, why, *row in connection.execute(
        "select plate, purpose, coalesce(left_why, ''), id, arrived_at, received_at, received_by, work_order_at,"
        f" handed_over_at, left_at, coalesce(ended, '') from visits where {_BETWEEN} order by arrived_at, id",
        (begins, ends),
    ):
        line = VisitLine(*(*row, tuple(stays[row[0]])))
        yield Visit(plate, purpose, why, line, tuple(waits[row[0]]))
