"""What is to be sent by programs, channel by channel."""

from data.engine.connection import Connection
from data.messages import messages
from frontdesk.domain.messages.message import Audience, Message
from frontdesk.domain.values.clock import Millis

_DUE = "ended_at is null and state = 'owed' and channel not in ('phone', 'in_person') and try_at <= ?"
_MOST = 200


def channels_due(connection: Connection, now: Millis) -> tuple[str, ...]:
    """Return the channels for which something is due, whatever waited longest first."""
    rows = connection.execute(
        f"select channel from messages indexed by messages_open where {_DUE} group by channel order by min(try_at)",
        (now,),
    )
    return tuple(channel for (channel,) in rows)


def due(connection: Connection, channel: str, now: Millis, joined: Millis) -> tuple[Message, ...]:
    """Return what is due for a channel, oldest first; of calls also those due so much later, where one is due now."""
    rows = connection.execute(
        f"select id, try_at, audience from messages indexed by messages_open where {_DUE} and channel = ?"
        " order by try_at, id limit ?",
        (now + joined, channel, _MOST),
    ).fetchall()
    if not rows or rows[0][1] > now:
        return ()
    wanted = (number for number, try_at, audience in rows if try_at <= now or audience == Audience.STAFF)
    return messages.of(connection, wanted)


def sent_since(connection: Connection, channel: str, at: Millis) -> int:
    """Return how many texts a channel took, or may have taken, after an instant; what went as one counts once."""
    statement = (
        "select count(distinct at) from message_tries where channel = ? and result in ('sent', 'uncertain') and at > ?"
    )
    return int(connection.execute(statement, (channel, at)).fetchone()[0])


def last_try(connection: Connection, channel: str) -> tuple[Millis, str, str] | None:
    """Return when a program tried a channel last, what came of it, and what it answered."""
    row = connection.execute(
        "select at, result, receipt from message_tries where channel = ?"
        " and result in ('sent', 'failed', 'uncertain') order by id desc limit 1",
        (channel,),
    ).fetchone()
    return None if row is None else (row[0], row[1], row[2])


def count_given_up(connection: Connection) -> int:
    """Return how many texts and calls no channel took, and nobody has seen to since."""
    statement = (
        "select count(*) from messages indexed by messages_open where ended_at is null"
        " and state in ('failed', 'uncertain')"
    )
    return int(connection.execute(statement).fetchone()[0])


def oldest_due(connection: Connection) -> Millis | None:
    """Return since when a text waits that nothing has sent."""
    statement = f"select min(try_at) from messages indexed by messages_open where {_DUE}"
    at: Millis | None = connection.execute(statement, (2**62,)).fetchone()[0]
    return at
