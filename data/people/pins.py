"""What PINs became, the tries, and who is signed in: in no event, because none of it may stay for ever."""

import os
from typing import NamedTuple

from data.engine.connection import Connection
from frontdesk.domain.people.pins import SignedIn, Tries
from frontdesk.domain.values.clock import Millis


class Kept(NamedTuple):
    """What is kept of a person's PIN. `key`: which key it belongs to; `was_given`: not chosen by themselves yet."""

    encoded: str
    key: str
    was_given: bool


def kept(connection: Connection, staff: int) -> Kept | None:
    """Return what is kept of a person's PIN; None for none."""
    row = connection.execute("select encoded, key, was_given from pins where staff_id = ?", (staff,)).fetchone()
    return None if row is None else Kept(row[0], row[1], bool(row[2]))


def keep(connection: Connection, staff: int, pin: Kept, at: Millis) -> None:
    """Keep a new PIN in the place of an older one; the tries begin anew, and nobody is signed in by the older one."""
    connection.execute("insert or replace into pins values (?, ?, ?, ?, ?)", (staff, *pin, at))
    connection.execute("delete from pin_tries where staff_id = ?", (staff,))
    end(connection, staff, at)


def take_away(connection: Connection, staff: int, at: Millis) -> None:
    """A person who is gone has no PIN, also if they come back."""
    for table in ("pins", "pin_tries"):
        connection.execute(f"delete from {table} where staff_id = ?", (staff,))
    end(connection, staff, at)


def had_by(connection: Connection, key: str | None = None) -> frozenset[int]:
    """Return the people who have a PIN, by their numbers on the staff list; with `key`, one that belongs to it."""
    rows = connection.execute("select staff_id from pins where :key is null or key = :key", {"key": key})
    return frozenset(staff for (staff,) in rows)


def tries(connection: Connection, staff: int) -> Tries:
    """Return the wrong PINs since the last right one."""
    row = connection.execute("select failed, last_at from pin_tries where staff_id = ?", (staff,)).fetchone()
    return Tries(*row) if row else Tries()


def count(connection: Connection, staff: int, at: Millis) -> None:
    """Count a try, before anybody knows whether it is right."""
    connection.execute(
        "insert into pin_tries values (?, 1, ?)"
        " on conflict (staff_id) do update set failed = failed + 1, last_at = excluded.last_at",
        (staff, at),
    )


def forget_tries(connection: Connection, staff: int) -> None:
    """The PIN was right: whatever was wrong before it counts no more."""
    connection.execute("delete from pin_tries where staff_id = ?", (staff,))


def begin(connection: Connection, staff: int, station: str, at: Millis) -> int:
    """Return the number of a new sign-in; an older one here ends."""
    connection.execute(
        "update sign_ins set ended_at = ? where staff_id = ? and station = ? and ended_at is null", (at, staff, station)
    )
    number = int.from_bytes(os.urandom(6))
    connection.execute(
        "insert into sign_ins (id, staff_id, station, at, proven_at) values (?, ?, ?, ?, ?)",
        (number, staff, station, at, at),
    )
    return number


def end(connection: Connection, staff: int, at: Millis) -> None:
    """Nobody is signed in as this person any more."""
    connection.execute("update sign_ins set ended_at = ? where staff_id = ? and ended_at is null", (at, staff))


def end_one(connection: Connection, number: int, at: Millis) -> None:
    """End a sign-in."""
    connection.execute("update sign_ins set ended_at = ? where id = ? and ended_at is null", (at, number))


def signed_in(connection: Connection, number: int) -> SignedIn | None:
    """Return a sign-in by its number; None for none, and where the person is on the staff list no more."""
    row = connection.execute(
        "select i.id, name, station, at, proven_at, ended_at from sign_ins i join staff s on s.id = staff_id"
        " where i.id = ? and active = 1",
        (number,),
    ).fetchone()
    return None if row is None else SignedIn(*row)
