"""The visits of some days with every time of each."""

from collections import defaultdict
from collections.abc import Iterator

from data.engine.connection import Connection
from frontdesk.domain.figures.visit import Stop, Visit, WaitInLounge
from frontdesk.domain.lounge import ticket_name
from frontdesk.domain.values.clock import Millis

_BETWEEN = "arrived_at >= ? and arrived_at < ?"


def between(connection: Connection, begins: Millis, ends: Millis) -> Iterator[Visit]:
    """Give the visits that began at or after one instant and before another, in the order they began."""
    stops: dict[int, list[Stop]] = defaultdict(list)
    for visit, *stop in connection.execute(
        "select visit_id, place, started_at, ended_at from visits v join stays s on s.visit_id = v.id"
        f" where {_BETWEEN} order by s.id",
        (begins, ends),
    ):
        stops[visit].append(Stop(*stop))
    waits: dict[int, list[WaitInLounge]] = defaultdict(list)
    for visit, number, *times in connection.execute(
        "select visit_id, number, issued_at, called_at, no_show_at, closed_at from visits v"
        f" join tickets t on t.visit_id = v.id where {_BETWEEN} order by t.id",
        (begins, ends),
    ):
        waits[visit].append(WaitInLounge(ticket_name(number), *times))
    for row in connection.execute(
        "select id, plate, purpose, arrived_at, received_at, received_by, work_order_at, handed_over_at, left_at,"
        f" coalesce(ended, ''), coalesce(left_why, '') from visits where {_BETWEEN} order by arrived_at, id",
        (begins, ends),
    ):
        yield Visit(*(*row, tuple(stops.get(row[0], ())), tuple(waits.get(row[0], ()))))
