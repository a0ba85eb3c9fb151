"""A store with people at its stations, for tests that move the clock: the signs of life go along with it."""

from collections.abc import Iterable

from data import stations
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import Millis

TEAM = {"王芳": Post.MANAGER, "孙磊": Post.SUPERVISOR, "李建国": Post.DIRECTOR}
ALL = ("guard", "reception", "manager")


def hire(desk: Desk) -> None:
    """Put the team on the staff list: a manager, a workshop supervisor who stands in as deputy, a director."""
    for name, post in TEAM.items():
        staff.add(desk, name, post)


def sign(desk: Desk, at: Millis, kinds: Iterable[str] = ALL) -> None:
    """Let stations of these kinds be heard of at an instant."""
    signs = [stations.SignOfLife(f"a {kind}", Actor(kind, ""), None, 1, None) for kind in kinds]
    stations.seen(desk.connection, signs, at)
