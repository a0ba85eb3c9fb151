"""The stations that are running, and the ports they listen on for a poke."""

from data.connection import Connection, begin
from frontdesk.domain.clock import MINUTE, Millis
from frontdesk.domain.staff import Actor

GONE_AFTER: Millis = 2 * MINUTE


def seen(connection: Connection, port: int, actor: Actor, pid: int, at: Millis) -> None:
    """Note that a station is alive, and forget those that have not been heard of. `at` is the machine's time."""
    begin(connection)
    connection.execute(
        "insert into stations (port, station, who, pid, seen_at) values (?, ?, ?, ?, ?) on conflict (port) do update"
        " set station = excluded.station, who = excluded.who, pid = excluded.pid, seen_at = excluded.seen_at",
        (port, actor.station, actor.who, pid, at),
    )
    connection.execute("delete from stations where seen_at not between ? and ?", (at - GONE_AFTER, at + GONE_AFTER))
    connection.execute("COMMIT")


def gone(connection: Connection, port: int) -> None:
    """Note that a station was closed."""
    begin(connection)
    connection.execute("delete from stations where port = ?", (port,))
    connection.execute("COMMIT")


def ports(connection: Connection) -> list[int]:
    """Return the ports to poke after a change."""
    return [port for (port,) in connection.execute("select port from stations")]
