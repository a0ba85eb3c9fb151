"""The stations that are running: their signs of life, and the ports they listen on for a poke."""

from collections.abc import Iterable
from typing import NamedTuple

from data.engine.connection import Connection
from data.engine.turns import writing
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.presence import AWAY_AFTER, UNWATCHED_AFTER, Presence
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.store_time import StoreTime

FORGOTTEN_AFTER: Millis = 10 * MINUTE


class SignOfLife(NamedTuple):
    """A station's word that it is there. Times are the machine's."""

    id: str
    actor: Actor
    port: int | None
    pid: int
    evaluated_at: Millis | None
    """When it last looked for limits that were crossed."""


def seen(connection: Connection, signs: Iterable[SignOfLife], at: Millis) -> None:
    """Note that stations are alive, and forget those that have not been heard of. `at` is the machine's time."""
    with writing(connection):
        for sign in signs:
            put(connection, sign, at)
        connection.execute(
            "delete from stations where seen_at not between ? and ?", (at - FORGOTTEN_AFTER, at + FORGOTTEN_AFTER)
        )


def put(connection: Connection, sign: SignOfLife, at: Millis) -> None:
    """Note, in a transaction that is under way, that a station is alive."""
    connection.execute(
        "insert or replace into stations (id, station, who, port, pid, seen_at, evaluated_at)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (sign.id, sign.actor.station, sign.actor.who, sign.port, sign.pid, at, sign.evaluated_at),
    )


def gone(connection: Connection, station: str, at: Millis) -> None:
    """Note that a station was closed, so that nobody wakes it or counts on it any more."""
    with writing(connection):
        connection.execute(
            "update stations set port = null, seen_at = min(seen_at, ?) where id = ?", (at - AWAY_AFTER, station)
        )


def ports(connection: Connection, own: int) -> list[int]:
    """Return the ports to poke after a change; those of a process's `own` number come last.

    Its thread that is woken would hold up the one that still wakes the others.
    """
    rows = connection.execute("select port from stations where port between 1 and 65535 order by pid is ?", (own,))
    return [port for (port,) in rows]


def presence(connection: Connection, pace: StoreTime | None) -> Presence:
    """Return what the signs of life say, in the store's time."""

    def in_store(machine_time: Millis) -> Millis:
        return machine_time if pace is None else pace.at(machine_time)

    until: dict[StationKind, Millis] = {}
    evaluated: list[Millis] = []
    for station, seen_at, evaluated_at in connection.execute("select station, seen_at, evaluated_at from stations"):
        if station in set(StationKind):
            kind = StationKind(station)
            until[kind] = max(until.get(kind, 0), in_store(seen_at + AWAY_AFTER))
        if evaluated_at is not None:
            evaluated.append(in_store(evaluated_at + UNWATCHED_AFTER))
    return Presence(until, max(evaluated, default=None))


def people_there(connection: Connection, pace: StoreTime | None, now: Millis) -> frozenset[str]:
    """Return who works at a station that gave a sign of life lately, by the store's time."""
    rows = connection.execute("select who, seen_at from stations where who <> ''").fetchall()
    return frozenset(
        who for who, seen_at in rows if now <= (seen_at + AWAY_AFTER if pace is None else pace.at(seen_at + AWAY_AFTER))
    )
