"""Which role or channel goes out where: what the process that sends says of its settings, for those who owe."""

from collections.abc import Mapping
from typing import Final

from data.engine.connection import Connection
from data.engine.turns import writing

Routes = Mapping[str, tuple[str, ...]]
NONE: Final[Routes] = {}


def every(connection: Connection) -> Routes:
    """Return the channels of each role, and what works each kind of text."""
    found: dict[str, tuple[str, ...]] = {}
    for name, channel in connection.execute("select name, channel from message_routes order by name, channel"):
        found[name] = (*found.get(name, ()), channel)
    return found


def of(connection: Connection, name: str) -> tuple[str, ...]:
    """Return where a role or a kind of text goes out; nothing where it goes nowhere."""
    return tuple(
        channel
        for (channel,) in connection.execute(
            "select channel from message_routes where name = ? order by channel", (name,)
        )
    )


def put(connection: Connection, routes: Routes) -> bool:
    """Keep what the settings say from now on; return whether that is new."""
    if dict(every(connection)) == {name: tuple(sorted(set(channels))) for name, channels in routes.items() if channels}:
        return False
    with writing(connection):
        connection.execute("delete from message_routes")
        connection.executemany(
            "insert or ignore into message_routes (name, channel) values (?, ?)",
            [(name, channel) for name, channels in routes.items() for channel in channels],
        )
    return True
