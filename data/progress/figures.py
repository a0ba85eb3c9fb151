"""What the figures of cars in repair are made of."""

from data.engine.connection import Connection
from data.matters import dues
from frontdesk.domain.matters.due import Due
from frontdesk.domain.values.clock import Millis


def silences(connection: Connection, since: Millis, until: Millis) -> tuple[Millis, ...]:
    """Return after how long a silence each customer was told, from an instant until another."""
    rows = connection.execute("select silence from tellings where at >= ? and at <= ? order by at", (since, until))
    return tuple(silence for (silence,) in rows)


def sent(connection: Connection, since: Millis, until: Millis) -> int:
    """Return how many texts about repairs a channel took; whether anybody read them is not known."""
    row = connection.execute(
        "select count(*) from messages m join progress p on p.id = m.matter_id"
        " where m.state = 'sent' and m.ended_at >= ? and m.ended_at <= ?",
        (since, until),
    ).fetchone()
    return int(row[0])


def owed(connection: Connection, since: Millis) -> tuple[Due, ...]:
    """Return what was owed for every repair that was not over before an instant."""
    rows = connection.execute(
        "select id from matters where kind = 'progress' and (closed_at is null or closed_at >= ?)", (since,)
    )
    return dues.of(connection, [number for (number,) in rows])
