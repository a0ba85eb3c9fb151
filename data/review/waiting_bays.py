"""When cars stood in the workshop's waiting bays."""

from collections.abc import Iterator

from data.engine.connection import Connection
from frontdesk.domain.figures.limits import Stretch
from frontdesk.domain.values.clock import Millis

_BAYS = "select key from places where kind = 'workshop_bay' order by key"
_ENDED = "select started_at, ended_at from stays indexed by bays_left where alone = 1 and place = ?"
_OPEN = "select started_at, ended_at from stays where alone = 1 and place = ? and ended_at is null"


def stays(connection: Connection, begins: Millis, ends: Millis) -> Iterator[Stretch]:
    """Give each stay in a waiting bay that was not over before one instant and began before another."""
    for (bay,) in connection.execute(_BAYS).fetchall():
        during = connection.execute(f"{_ENDED} and ended_at > ? and ended_at <= ?", (bay, begins, ends)).fetchall()
        # A bay holds one car at a time: of the stays that ended later only the first may have begun before.
        later = connection.execute(f"{_ENDED} and ended_at > ? order by ended_at limit 1", (bay, ends)).fetchall()
        still = connection.execute(_OPEN, (bay,)).fetchall()
        yield from (stay for stay in (*during, *later, *still) if stay[0] < ends)
