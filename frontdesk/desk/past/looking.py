"""Looking back at the board of a past minute; nothing is ever changed by it (Z7)."""

from data.engine.connection import Connection
from data.engine.parts import Progress, quietly
from data.journal import last_seq
from data.past import log, marks
from data.past.board import board
from frontdesk.desk.desk import Desk
from frontdesk.domain.past import Past, check
from frontdesk.domain.values.clock import Millis


def at(desk: Desk, moment: Millis) -> Past:
    """Return the board as it stood at a past minute. Raises `Refused`: NOT_YET, NO_LOG, BEFORE_LOG."""
    now = desk.now()

    def look(connection: Connection) -> Past:
        first = log.first(connection)
        check(moment, None if first is None else first.at, now)
        event = log.standing(connection, moment) or first
        assert event is not None
        return board(connection, event, moment)

    return desk.read(look)


def entry_beside(desk: Desk, moment: Millis, by: int) -> Millis | None:
    """Return when the entry after a minute, or the one before it (`by` < 0), was written; None where there is none."""

    def look(connection: Connection) -> Millis | None:
        if by < 0:
            found = log.standing(connection, moment - 1)
        else:
            present = log.standing(connection, moment)
            found = log.following(connection, 0 if present is None else present.seq)
        return None if found is None else found.at

    return desk.read(look)


def takes_long(desk: Desk) -> bool:
    """Whether the log must be gone through first, which takes a while."""
    return desk.read(lambda connection: marks.takes_long(connection, last_seq(connection)))


def gone_through(desk: Desk) -> int:
    """Return how much of the log has been gone through, in hundredths."""

    def look(connection: Connection) -> int:
        last = last_seq(connection)
        return 100 - 100 * marks.count_unmarked(connection, last) // max(1, last)

    return desk.read(look)


def go_through(desk: Desk, progress: Progress = quietly) -> None:
    """Go through the log once, and keep what every minute of it can be rebuilt from."""
    marks.fill(desk.connection, desk.read(last_seq), progress)
