"""The one table that holds whole phone numbers (C10), and none that nobody refers to any more."""

from collections.abc import Iterable

from data.engine.connection import Connection
from data.engine.transaction import Row
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.phones import mask_phone

_IS_HAD = (
    "(exists (select 1 from complaints where phone_id = :id)"
    " or exists (select 1 from staff where phone_id = :id and active = 1)"
    " or exists (select 1 from drafts where phone_id = :id)"
    " or exists (select 1 from appointments where phone_id = :id)"
    " or exists (select 1 from rescues where phone_id = :id or second_id = :id)"
    " or exists (select 1 from orders where phone_id = :id)"
    " or exists (select 1 from messages where phone_id = :id)"
    " or exists (select 1 from contact_wishes where phone_id = :id)"
    " or exists (select 1 from meetings where phone_id = :id)"
    " or exists (select 1 from contacts where phone_id = :id))"
)

_NUMBERED = ("phone_id", "second_id")
"""The columns that refer to a number."""


def keep(connection: Connection, number: str) -> int | None:
    """Keep a number in a transaction under way; return its id, or None if there is no number."""
    if not number:
        return None
    cursor = connection.execute("insert into phones (number, masked) values (?, ?)", (number, mask_phone(number)))
    return int(cursor.lastrowid or 0)


def whole(connection: Connection, complaint: int) -> str:
    """Return a complaint's phone number in full. The caller puts the request on record."""
    row = connection.execute(
        "select number from phones where id = (select phone_id from complaints where id = ?)", (complaint,)
    ).fetchone()
    return "" if row is None else str(row[0])


def in_full(connection: Connection, phone: int | None) -> str:
    """Return a number in full by its row. The caller puts the request on record."""
    row = connection.execute("select number from phones where id = ?", (phone,)).fetchone()
    return "" if row is None else str(row[0])


def masked(connection: Connection, phone: int | None) -> str:
    """Return a number as it is shown, by its row."""
    row = connection.execute("select masked from phones where id = ?", (phone,)).fetchone()
    return "" if row is None else str(row[0])


def of_staff(connection: Connection, person: int) -> str:
    """Return the number of somebody on the staff list in full, which customers are told."""
    row = connection.execute("select phone_id from staff where id = ?", (person,)).fetchone()
    return "" if row is None else in_full(connection, row[0])


def note_let_go(connection: Connection, changes: Iterable[Row], at: Millis) -> None:
    """Note the numbers that rows referred to before these changes and may not any more."""
    for change in changes:
        before, after = change["before"] or {}, change["after"] or {}
        for name in _NUMBERED:
            number = before.get(name)
            if number is not None and (number != after.get(name) or after.get("active") == 0):
                connection.execute(
                    "insert or replace into phones_let_go (phone_id, at) select id, ? from phones where id = ?",
                    (at, number),
                )


def delete_let_go(connection: Connection, before: Millis) -> bool:
    """Delete the numbers that were let go before an instant and that nobody refers to; return whether there were any.

    A person who left the staff refers to the row of their number for good: that row is emptied.
    """
    rows = connection.execute("select phone_id from phones_let_go where at < ?", (before,)).fetchall()
    for (number,) in rows:
        delete(connection, number)
    return bool(rows)


def delete(connection: Connection, phone: int) -> None:
    """Delete a number unless somebody has it."""
    values = {"id": phone}
    connection.execute("delete from phones_let_go where phone_id = :id", values)
    connection.execute(f"update phones set number = '', masked = '' where id = :id and not {_IS_HAD}", values)
    connection.execute(
        "delete from phones where id = :id and number = '' and not exists (select 1 from staff where phone_id = :id)"
        " and not exists (select 1 from complaints where phone_id = :id)"
        " and not exists (select 1 from drafts where phone_id = :id)"
        " and not exists (select 1 from appointments where phone_id = :id)"
        " and not exists (select 1 from rescues where phone_id = :id or second_id = :id)"
        " and not exists (select 1 from orders where phone_id = :id)"
        " and not exists (select 1 from messages where phone_id = :id)"
        " and not exists (select 1 from contact_wishes where phone_id = :id)"
        " and not exists (select 1 from meetings where phone_id = :id)"
        " and not exists (select 1 from contacts where phone_id = :id)",
        values,
    )


def of_nobody(connection: Connection, after: int) -> tuple[int, ...]:
    """Return the numbers kept after a first one that nobody has and nobody let go: no command leaves such a one."""
    had = _IS_HAD.replace(":id", "p.id")
    rows = connection.execute(
        f"select id from phones p where id > ? and number <> '' and not {had}"
        " and not exists (select 1 from phones_let_go where phone_id = p.id) order by id",
        (after,),
    )
    return tuple(number for (number,) in rows)


def anything_let_go(connection: Connection) -> bool:
    """Whether a number waits to be deleted; it costs microseconds."""
    return connection.execute("select 1 from phones_let_go limit 1").fetchone() is not None
