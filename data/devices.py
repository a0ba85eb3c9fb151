"""The browsers that show stations, and the codes that wait for one. Codes and cookies come as hashes only."""

from data.engine.connection import Connection
from data.engine.turns import writing
from frontdesk.domain.stations.devices import Device, in_order
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis

_COLUMNS = "id, name, kinds, paired_at, seen_at"


def offer(connection: Connection, code: bytes, holds: tuple[Millis, Millis], kinds: str, name: str) -> None:
    """Let whoever has this code be a device; it `holds` from now to then. What held to before now is forgotten."""
    now, until = holds
    with writing(connection):
        connection.execute("delete from devices where code_until <= ?", (now,))
        connection.execute(
            "insert into devices (name, kinds, code, code_until) values (?, ?, ?, ?)", (name, kinds, code, until)
        )


def pair(connection: Connection, code: bytes, token: bytes, now: Millis, *, name: str, known: int | None) -> bool:
    """Make a device of whoever has the code, which counts once; one that is `known` gets further stations instead.

    Return False for a code that is wrong or whose time is over.
    """
    with writing(connection):
        row = connection.execute(
            "select id, kinds, name from devices where code = ? and code_until > ?", (code, now)
        ).fetchone()
        if row is None:
            return False
        number, kinds, given = row
        before = connection.execute("select kinds, name from devices where id = ?", (known,)).fetchone()
        if known is not None and before is not None:
            connection.execute("delete from devices where id = ?", (number,))
            number, kinds, given = known, f"{before[0]} {kinds}", given or before[1]
        every = " ".join(in_order({StationKind(kind) for kind in kinds.split()}))
        connection.execute(
            "update devices set name = ?, kinds = ?, code = null, code_until = null, token = ?, paired_at = ?,"
            " seen_at = ? where id = ?",
            (given or name, every, token, now, now, number),
        )
        return True


def with_token(connection: Connection, token: bytes) -> Device | None:
    """Return the device that has this cookie."""
    row = connection.execute(f"select {_COLUMNS} from devices where token = ?", (token,)).fetchone()
    return None if row is None else _device(row)


def paired(connection: Connection) -> tuple[Device, ...]:
    """Return every device."""
    rows = connection.execute(f"select {_COLUMNS} from devices where token is not null order by id")
    return tuple(map(_device, rows))


def seen(connection: Connection, numbers: set[int], now: Millis) -> None:
    """Note that devices show a station."""
    with writing(connection):
        connection.executemany("update devices set seen_at = ? where id = ?", [(now, number) for number in numbers])


def remove(connection: Connection, number: int) -> bool:
    """Forget a device; return whether there was one."""
    with writing(connection):
        cursor = connection.execute("delete from devices where id = ? and token is not null", (number,))
        return cursor.rowcount == 1


def _device(row: tuple[int, str, str, Millis, Millis | None]) -> Device:
    number, name, kinds, paired_at, seen_at = row
    return Device(number, name, tuple(map(StationKind, kinds.split())), paired_at, seen_at)
