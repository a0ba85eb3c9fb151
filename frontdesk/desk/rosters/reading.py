"""The versions of the roster, read for whoever looks at them."""

from data.rosters import rosters, swaps
from data.rosters.swaps import Swap
from frontdesk.desk.desk import Desk
from frontdesk.desk.roster_board import read_board, today
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.version import Version


def versions(desk: Desk) -> tuple[Version, ...]:
    """Return the versions of the roster, the earliest days first."""
    return desk.read(rosters.every)


def standing(desk: Desk) -> tuple[Version, ...]:
    """Return the versions that today or a later day is in."""
    now = desk.now()
    return desk.read(lambda connection: rosters.every(connection, today(connection, now)))


def board(desk: Desk, number: int) -> Board:
    """Return a version with all that belongs to it. Raises `Refused(NO_ROSTER)`."""
    now = desk.now()
    return desk.read(lambda connection: read_board(connection, rosters.get(connection, number), now))


def asked_swaps(desk: Desk, number: int) -> tuple[Swap, ...]:
    """Return the swaps of a version that somebody asked for and that wait for the other one."""
    return desk.read(lambda connection: swaps.of_version(connection, number))
