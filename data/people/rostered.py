"""Who works about now by the published roster (S2)."""

from data.engine.connection import Connection
from frontdesk.domain.people.duty import Rostered
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import DAY, Millis

_AHEAD: Millis = 3 * DAY
"""A picture of a store where nothing happens is read anew within this, because the agenda comes daily."""


def about(connection: Connection, now: Millis) -> tuple[Rostered, ...]:
    """Return whose shift goes on at an instant, or begins in the days after it."""
    rows = connection.execute(
        "select person, post, begins_at, ends_at from turns indexed by turns_on_duty"
        " where state = 'confirmed' and ends_at > ? and begins_at < ? order by begins_at, id",
        (now, now + _AHEAD),
    )
    return tuple(Rostered(name, Post(post), *times) for name, post, *times in rows)
